"""Cuts the faces of common Chinese characters from Noto Sans SC.

A window that shows Chinese need not read ten megabytes first: these faces hold the 3,755 common
characters of GB 2312 (level 1), its punctuation, and whatever else the messages and the framework
use. The whole faces are read only when somebody types another character. A test says when a message
needs a character that is missing here; then run

    pip install fonttools
    python common_sc.py
"""

from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent
TEXTS = [*HERE.glob("../locales/zh-CN/*.ftl"), *HERE.glob("../frameworks/*/*.toml")]


def common():
    """Returns the characters of rows 16 to 55 of GB 2312 and the punctuation of its rows 1 and 3."""
    rows = [1, 3, *range(16, 56)]
    cells = (bytes([0xA0 + row, 0xA0 + cell]) for row in rows for cell in range(1, 95))
    return {character for cell in cells for character in cell.decode("gb2312", "ignore")}


def used():
    return {character for text in TEXTS for character in text.read_text() if ord(character) > 0x2000}


def cut(weight, characters):
    options = subset.Options()
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    font = subset.load_font(HERE / f"NotoSansSC-{weight}.ttf", options)
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(characters)))
    cutter.subset(font)
    subset.save_font(font, HERE / f"AssayCommonSC-{weight}.ttf", options)


for weight in ("Regular", "Bold"):
    cut(weight, common() | used())
