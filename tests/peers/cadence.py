"""Due dates of recurring checks by python-dateutil: one plan a line in, its due dates a line out."""

import json
import sys
from datetime import date

from dateutil.relativedelta import relativedelta


def due_dates(plan):
    """Returns [regular, due] up to the last day asked for, skipped ones left out, in order of due."""
    first, until = date.fromisoformat(plan["first"]), date.fromisoformat(plan["until"])
    exceptions = {each["due"]: each["movedTo"] for each in plan["exceptions"]}
    found, number = [], 0
    while True:
        regular = first + relativedelta(**{plan["unit"]: plan["every"] * number})
        if regular > until:
            return sorted(found, key=lambda pair: pair[1])
        due = exceptions.get(regular.isoformat(), regular.isoformat())
        if due is not None:
            found.append([regular.isoformat(), due])
        number += 1


for line in sys.stdin:
    print(json.dumps(due_dates(json.loads(line))))
