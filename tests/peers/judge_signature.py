"""Judges the signatures of PDFs with pyHanko and prints what it finds as JSON, a line each.

Usage: judge_signature.py FILE...

Each signer's certificate counts as trusted, since it is self-signed: the question here is whether
the signature holds and what was changed since, not who signed.
"""

import json
import logging
import sys

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def named(signature) -> int:
    """How many certificates the signature names in its signed attributes."""
    attributes = {a["type"].native: a["values"] for a in signature.signer_info["signed_attrs"]}
    return len(attributes["signing_certificate_v2"][0]["certs"])


def judge(signature) -> dict:
    context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
    status = validate_pdf_signature(signature, signer_validation_context=context)
    return {
        "field": signature.field_name,
        "intact": status.intact,
        "valid": status.valid,
        "trusted": status.trusted,
        "bottom_line": status.bottom_line,
        "coverage": status.coverage.name,
        "modification": status.modification_level.name if status.modification_level else None,
        "docmdp_ok": status.docmdp_ok,
        "subfilter": str(signature.sig_object["/SubFilter"]),
        "certifies": "/Reference" in signature.sig_object,
        "signed_attributes": sorted(attribute["type"].native for attribute in signature.signer_info["signed_attrs"]),
        "embedded": len(signature.signed_data["certificates"]),
        "named": named(signature),
        "digest": signature.signer_info["digest_algorithm"]["algorithm"].native,
    }


def main() -> None:
    logging.disable(logging.CRITICAL)
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            reader = PdfFileReader(file, strict=True)
            print(json.dumps([judge(signature) for signature in reader.embedded_signatures]))


if __name__ == "__main__":
    main()
