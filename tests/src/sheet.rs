//! Spreadsheets as no spreadsheet program writes them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const OPEN: &str = "<worksheet><sheetData>";
const CLOSE: &str = "</sheetData></worksheet>";
const WORKBOOK: &str =
    "<workbook><sheets><sheet name=\"Sheet\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
const PACKAGE: &str = "<Relationships><Relationship Id=\"r1\" Target=\"xl/workbook.xml\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>";
const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>";
/// The cell format 1 shows a day.
const STYLES: &str =
    "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

/// Returns a cell that holds a text, with the place that it says it has.
#[must_use]
pub fn text(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// Returns a first row of headings.
#[must_use]
pub fn headings(headings: &[&str]) -> String {
    let cells = ('A'..).zip(headings);
    let cells: String = cells
        .map(|(column, heading)| text(&format!("{column}1"), heading))
        .collect();
    format!("<row r=\"1\">{cells}</row>")
}

/// Packs a workbook of one sheet with these rows and these shared texts.
///
/// # Panics
/// Writing to memory does not fail.
#[must_use]
pub fn workbook(rows: &str, shared: &[&str]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_level(Some(1));
    let mut part = |name: &str, pieces: &[&str]| {
        zip.start_file(name, options).expect("a part begins");
        for piece in pieces {
            zip.write_all(piece.as_bytes()).expect("it is written");
        }
    };
    let shared = shared.iter().fold(String::new(), |mut all, text| {
        let _ = write!(all, "<si><t>{text}</t></si>");
        all
    });
    part("_rels/.rels", &[PACKAGE]);
    part("xl/workbook.xml", &[WORKBOOK]);
    part("xl/_rels/workbook.xml.rels", &[RELATIONS]);
    part("xl/styles.xml", &[STYLES]);
    part("xl/sharedStrings.xml", &["<sst>", &shared, "</sst>"]);
    part("xl/worksheets/sheet1.xml", &[OPEN, rows, CLOSE]);
    zip.finish().expect("the archive ends").into_inner()
}
