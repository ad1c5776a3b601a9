#!/usr/bin/env python3
"""Recomputes the golden vector of the history chain, with the standard library only.

The byte layout is the one in the documentation of `assay_domain::history`. Run without
arguments to check the vector; run with a file of JSON lines, one entry a line as
{"sequence", "atMicros", "payload", "previous", "hash"}, to verify a whole chain.
"""

import hashlib
import json
import struct
import sys

LINK_TAG = b"assay-history-1\0"
ERASABLE_TAG = b"assay-erasable-1\0"


def link(previous, sequence, at_micros, payload):
    """Returns the hash of one entry."""
    head = struct.pack(">QqQ", sequence, at_micros, len(payload))
    return hashlib.sha256(LINK_TAG + previous + head + payload).digest()


def erasable(salt, text):
    """Returns the digest that stands for an erasable value."""
    return hashlib.sha256(ERASABLE_TAG + salt + text.encode()).digest()


def vector():
    """Returns the golden vector: two linked entries and one erasable value."""
    payload = '{"action":"workspace.create","note":"电网 é"}'.encode()
    first = link(bytes(32), 1, 1_795_514_730_000_000, payload)
    second = link(first, 2, -1_000_000, b"{}")
    return [first.hex(), second.hex(), erasable(bytes([7] * 32), "王").hex()]


GOLDEN = [
    "a87ca2120eb629ce55dd38c02648b55065405f66cf7786e600b204f71b9e5269",
    "ac8499b44f50d5dd6920a7a47c69fd9fda19abeaa44c52d5500ff571b38bd589",
    "872ce5a42e796f495fff974da8761a97cf1a3f591454b86cc64e8a2592209089",
]


def verify(lines):
    """Checks a chain of JSON lines; returns its head or says where it breaks."""
    previous, sequence = bytes(32), 0
    for line in lines:
        entry = json.loads(line)
        sequence += 1
        digest = link(previous, entry["sequence"], entry["atMicros"], entry["payload"].encode())
        whole = (
            entry["sequence"] == sequence
            and entry["previous"] == previous.hex()
            and entry["hash"] == digest.hex()
        )
        if not whole:
            return None, sequence
        previous = digest
    return previous.hex(), sequence


def main(arguments):
    """Checks the vector, then a file of entries where one is given."""
    if vector() != GOLDEN:
        print("the golden vector does not hold", vector())
        return 1
    if not arguments:
        print("the golden vector holds")
        return 0
    with open(arguments[0], encoding="utf-8") as lines:
        head, sequence = verify(lines)
    print(json.dumps({"sequence": sequence, "head": head}))
    return 0 if head else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
