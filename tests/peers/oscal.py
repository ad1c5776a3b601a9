"""Reads OSCAL files with compliance-trestle, which refuses what its model of the format does not know."""

import pathlib
import sys

from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.poam import PlanOfActionAndMilestones

for name in sys.argv[1:]:
    path = pathlib.Path(name)
    kind = AssessmentResults if "assessment-results" in path.name else PlanOfActionAndMilestones
    read = kind.oscal_read(path)
    if read is None:
        sys.exit(f"{name} can't be read")
    print(path.name, read.uuid)
