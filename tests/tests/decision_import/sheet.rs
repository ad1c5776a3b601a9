//! Spreadsheets that would break the reader of spreadsheets, or fill the memory.

use crate::office::{Office, codes, plain};
use assay_tests::sheet::{headings, text, workbook};
use serde_json::json;

const HEADINGS: [&str; 4] = ["Time", "Case", "AI", "Person"];

fn row(first: &str) -> String {
    let [case, ai, person] =
        [("B2", "1"), ("C2", "grant"), ("D2", "grant")].map(|(place, value)| text(place, value));
    format!(
        "{}<row r=\"2\">{first}{case}{ai}{person}</row>",
        headings(&HEADINGS)
    )
}

#[test]
fn a_cell_outside_of_every_sheet_is_refused_by_its_place() {
    let mut office = Office::new();
    for place in [
        "A99999999999",
        "AAAAAAAAAAAAAAA1",
        "XFE7",
        "A1048577",
        "A4294967295",
    ] {
        let path = office.file("far.xlsx", workbook(&row(&text(place, "x")), &[]));
        let error = office.failure(&path, &plain());
        assert_eq!(
            (error.code.as_str(), error.args["place"].as_str()),
            ("table-out-of-bounds", place)
        );
    }
    let uncounted = "<row r=\"4294967295\"><c><v>1</v></c></row><row><c><v>1</v></c></row>";
    let path = office.file("row.xlsx", workbook(uncounted, &[]));
    assert_eq!(office.failure(&path, &plain()).args["place"], "4294967295");
    let many: String = (0..16_385).map(|_| "<c/>").collect();
    let path = office.file("wide.xlsx", workbook(&format!("<row>{many}</row>"), &[]));
    assert_eq!(office.failure(&path, &plain()).args["place"], "XFE1");
    let last = row(&text("A2", "2026-11-01")) + "<row r=\"1048576\"><c r=\"XFD1048576\"/></row>";
    let path = office.file("last.xlsx", workbook(&last, &[]));
    assert_eq!(office.import(&path, &plain()).unwrap()["fresh"], 1);
}

#[test]
fn a_number_that_is_no_day_is_a_bad_row() {
    let mut office = Office::new();
    for (number, shown) in [
        ("-1", "-1"),
        ("-1e16", "-10000000000000000"),
        ("1e17", "100000000000000000"),
        ("106751991167", "106751991167"),
        ("2958466", "2958466"),
        ("NaN", "NaN"),
    ] {
        let day = format!("<c r=\"A2\" s=\"1\"><v>{number}</v></c>");
        let path = office.file("day.xlsx", workbook(&row(&day), &[]));
        let refused = office.import(&path, &plain()).unwrap();
        assert_eq!(codes(&refused), [(2, "Time", "no-date")], "{number}");
        assert_eq!(refused["problems"][0]["value"], shown);
    }
    for number in ["-1e300", "1e300", "-INF"] {
        let day = format!("<c r=\"A2\" s=\"1\"><v>{number}</v></c>");
        let path = office.file("day.xlsx", workbook(&row(&day), &[]));
        assert_eq!(
            office.import(&path, &plain()).unwrap()["phase"],
            "refused",
            "{number}"
        );
    }
    let day = "<c r=\"A2\" s=\"1\"><v>46327</v></c>";
    let path = office.file("day.xlsx", workbook(&row(day), &[]));
    office.import(&path, &plain()).unwrap();
    let at = office.records()[0]["decidedAt"].clone();
    assert_eq!(at, "2026-11-01T12:00:00.000000+08:00");
}

#[test]
fn a_cell_or_a_row_of_megabytes_is_refused_by_its_row() {
    let mut office = Office::new();
    let long = "x".repeat(64 << 20);
    let path = office.file("cell.xlsx", workbook(&row(&text("A2", &long)), &[]));
    let error = office.failure(&path, &plain());
    assert_eq!(
        (error.code.as_str(), error.args["line"].as_str()),
        ("table-heavy-row", "2")
    );
    // One text in the file, many in the row.
    let cells: String = ["A2", "B2", "C2", "D2"]
        .map(|place| format!("<c r=\"{place}\" t=\"s\"><v>0</v></c>"))
        .concat();
    let rows = format!("{}<row r=\"2\">{cells}</row>", headings(&HEADINGS));
    let path = office.file("row.xlsx", workbook(&rows, &[&long[..3 << 20]]));
    assert_eq!(office.failure(&path, &plain()).code, "table-heavy-row");
    assert_eq!(office.total(), 0);
}

#[test]
fn markup_that_a_spreadsheet_can_not_hold_is_refused() {
    let mut office = Office::new();
    let entity = row(&text("A2", "2026-11-01")) + "<!DOCTYPE x [<!ENTITY a \"b\">]>";
    let path = office.file("entity.xlsx", workbook(&entity, &[]));
    let read = json!({ "system": office.system, "path": path });
    assert_eq!(
        office.desk.refused("decision_import_read", read),
        "table-unreadable"
    );
}
