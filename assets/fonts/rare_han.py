"""Cuts the font for rare characters from the Hanazono fonts.

It keeps what Noto Sans SC lacks: every Han character of the basic plane, every
supplementary one with a known Mandarin reading or in HanaMinA, and the symbols of HanaMinA.

    pip install fonttools pypinyin
    apt-get download fonts-hanazono && dpkg-deb -x fonts-hanazono_*.deb hanazono
    python rare_han.py hanazono/usr/share/fonts/truetype/hanazono
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from pypinyin.constants import PINYIN_DICT

HERE = Path(__file__).parent
SOURCE = Path(sys.argv[1])
DROPPED = ["GSUB", "GPOS", "GDEF", "vhea", "vmtx", "VORG", "FFTM", "gasp", "BASE", "DSIG"]


def characters(path):
    return set(TTFont(path, lazy=True).getBestCmap())


def is_han(code):
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF


def is_symbol(code):
    return 0x2000 <= code <= 0x2BFF or 0x3000 <= code <= 0x33FF


def cut(name, codes):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += DROPPED
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.glyph_names = False
    options.notdef_outline = True
    font = subset.load_font(SOURCE / f"{name}.ttf", options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    path = Path(f"{name}.cut.ttf")
    subset.save_font(font, path, options)
    return path


had = characters(HERE / "NotoSansSC-Regular.ttf")
first = characters(SOURCE / "HanaMinA.ttf") - had
second = characters(SOURCE / "HanaMinB.ttf") - had
spoken = set(PINYIN_DICT)
wanted = {code for code in first if is_han(code) or is_symbol(code)}
wanted |= {code for code in second if is_han(code) and (code < 0x10000 or code in spoken)}
parts = [cut("HanaMinA", wanted & first), cut("HanaMinB", wanted - first)]
merged = Merger().merge([str(part) for part in parts])
for record in merged["name"].names:
    record.string = {
        1: "Assay Rare Han",
        3: "Assay Rare Han 1.0, from Hanazono 2017-09-04",
        4: "Assay Rare Han",
        6: "AssayRareHan-Regular",
    }.get(record.nameID, record.string)
merged["post"].formatType = 3.0
merged.save(HERE / "AssayRareHan-Regular.ttf")
