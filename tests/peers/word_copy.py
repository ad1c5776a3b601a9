"""Reads editable copies with python-docx; prints what each says as a line of JSON, and fails on one that is broken.

Every part must be well-formed XML, bear no time of day, be declared in the list of types, and be there when
another part refers to it.
"""

import io
import json
import posixpath
import sys
import zipfile

import docx
from docx.oxml.ns import qn
from lxml import etree

# What may stand in each kind of properties, in the order of the schema, as far as copies have it.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color spacing sz szCs highlight u shd vertAlign lang",
    "numPr": "ilvl numId",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
}


def ordered(tree):
    """Fails where properties stand in another order than the schema has them."""
    for kind, names in ORDER.items():
        names = names.split()
        for properties in tree.iter(qn("w:" + kind)):
            places = [names.index(etree.QName(one).localname) for one in properties]
            assert places == sorted(places), etree.tostring(properties)


def parts(archive):
    """The names of the parts, each well-formed, and each target of a relation among them."""
    names = archive.namelist()
    assert len(names) == len(set(names)), names
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    types = etree.fromstring(archive.read("[Content_Types].xml"))
    declared = {one.get("PartName") for one in types if one.get("PartName")}
    endings = {one.get("Extension") for one in types if one.get("Extension")}
    for name in names:
        assert "/" + name in declared or name.rsplit(".", 1)[-1] in endings, name
        if name.endswith((".xml", ".rels")):
            tree = etree.fromstring(archive.read(name))
            ordered(tree)
            for one in tree.iter("{*}Relationship") if name.endswith(".rels") else []:
                folder = posixpath.dirname(posixpath.dirname(name))
                assert posixpath.join(folder, one.get("Target")) in names, (name, one.get("Target"))
    return names


def words(element):
    """The words below an element, with a line feed for each break and the end of each paragraph."""
    said = []
    for one in element.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:p")):
        said.append(one.text or "" if one.tag == qn("w:t") else "\n")
    return "".join(said)


def tables(document):
    for table in document.element.body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        heads = [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows]
        ruled = table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}/{qn('w:top')}") is not None
        yield {"ruled": ruled, "heads": heads, "columns": len(table.find(qn("w:tblGrid")))}


def heading(paragraph):
    number = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    return [int(paragraph.style.name[-1]), number is not None, paragraph.text]


def told(path):
    with open(path, "rb") as file:
        archive = zipfile.ZipFile(io.BytesIO(file.read()))
    names = parts(archive)
    document = docx.Document(path)
    section = document.sections[0]
    properties = document.core_properties
    paragraphs = list(document.paragraphs)
    notes = etree.fromstring(archive.read("word/footnotes.xml"))
    drawn = [one.get("descr") for one in document.element.body.iter("{*}docPr")]
    fields = [one.text for one in document.element.body.iter(qn("w:instrText"))]
    lang = document.styles.element.find(f".//{qn('w:lang')}")
    fonts = etree.fromstring(archive.read("word/fontTable.xml")).iter(qn("w:font"))
    other = {one.get(qn("w:name")): one.find(qn("w:altName")) for one in fonts}
    faces = {
        name: document.styles[name].element.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia"))
        for name in ["Title", "Heading 1", "Heading 2", "Heading 3"]
    }
    text = document.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    return {
        "title": properties.title,
        "language": properties.language,
        "author": properties.author,
        "created": properties.created.isoformat(),
        "modified": properties.modified.isoformat(),
        "head": words(section.header._element),
        "foot": words(section.footer._element),
        "size": [round(section.page_width.mm), round(section.page_height.mm)],
        "first": paragraphs[0].text,
        "headings": [heading(one) for one in paragraphs if one.style.name.startswith("Heading")],
        "captions": [one.text for one in paragraphs if one.style.name == "Caption"],
        "contents": [one.text for one in paragraphs if one.style.name.lower().startswith("toc")],
        "tables": list(tables(document)),
        "notes": [words(one) for one in notes],
        "marks": sum(1 for _ in document.element.body.iter(qn("w:footnoteReference"))),
        "pictures": drawn,
        "images": sum(name.startswith("word/media/") for name in names),
        "fields": fields,
        "breaks": sum(1 for _ in document.element.body.iter(qn("w:pageBreakBefore"))),
        "lang": [lang.get(qn("w:val")), lang.get(qn("w:eastAsia"))],
        "faces": [text.get(qn("w:eastAsia")), *faces.values()],
        "fonts": {name: one.get(qn("w:val")) for name, one in other.items() if one is not None},
        "text": words(document.element.body),
    }


for path in sys.argv[1:]:
    print(json.dumps(told(path)))
