"""Typesets markup with the typst package; says how many seconds that took and how many bytes came of it.

Arguments: the markup, and the folder of the fonts.
"""

import json
import sys
import time

import typst

markup, fonts = sys.argv[1:]
begun = time.perf_counter()
pdf = typst.compile(markup, font_paths=[fonts])
taken = time.perf_counter() - begun
print(json.dumps({"seconds": taken, "bytes": len(pdf)}))
