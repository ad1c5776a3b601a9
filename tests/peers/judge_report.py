"""Judges a report by PDF/A-3a and PDF/UA-1; prints what fails and ends with 1 if anything does."""

import sys

import page

failed = False
for path in sys.argv[1:]:
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf(path, profile=profile)
        print(path, profile.value, "passes" if report.is_compliant else "fails")
        for failure in report.failures[:10]:
            print("  ", failure.rule_id, failure.message)
        failed = failed or not report.is_compliant
sys.exit(1 if failed else 0)
