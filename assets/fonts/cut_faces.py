"""Cuts the faces that the window shows nearly everything in from Noto Sans and Noto Sans SC.

A window that shows Chinese need not read ten megabytes first: Assay Common SC holds the 3,755 common
characters of GB 2312 (level 1), its punctuation, and whatever else the messages and the framework
use. Assay Latin holds the letters of western languages, and Assay Language Names the characters by
which Chinese names itself where everything else is in English. The whole faces are read only when
somebody types another character. A test says when a message needs a character that is missing here;
then run

    pip install fonttools
    python cut_faces.py
"""

from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent
CHINESE = [*HERE.glob("../locales/zh-CN/*.ftl"), *HERE.glob("../frameworks/*/*.toml")]
ENGLISH = [*HERE.glob("../locales/en/*.ftl"), *HERE.glob("../frameworks/*/*.toml")]
LANGUAGE_NAMES = "简体中文"


def common():
    """Returns the characters of rows 16 to 55 of GB 2312 and the punctuation of its rows 1 and 3."""
    rows = [1, 3, *range(16, 56)]
    cells = (bytes([0xA0 + row, 0xA0 + cell]) for row in rows for cell in range(1, 95))
    return {character for cell in cells for character in cell.decode("gb2312", "ignore")}


def latin():
    """Returns ASCII, Latin-1 and Latin Extended-A."""
    return {chr(code) for code in [*range(0x20, 0x7F), *range(0xA0, 0x180)]}


def used(texts, first, last):
    read = {character for text in texts for character in text.read_text()}
    return {character for character in read if first <= ord(character) <= last}


def cut(source, name, characters, features=()):
    options = subset.Options()
    options.layout_features = list(features)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    font = subset.load_font(HERE / f"{source}.ttf", options)
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(characters)))
    cutter.subset(font)
    subset.save_font(font, HERE / f"{name}.ttf", options)


for weight in ("Regular", "Bold"):
    cut(f"NotoSansSC-{weight}", f"AssayCommonSC-{weight}", common() | used(CHINESE, 0x2001, 0x10FFFF))
    cut(f"NotoSans-{weight}", f"AssayLatin-{weight}", latin() | used(ENGLISH, 0x180, 0x2E7F), ["*"])
cut("NotoSansSC-Regular", "AssayLanguageNames-Regular", LANGUAGE_NAMES)
