//! Kinds of files: encodings, delimiters, spreadsheets, lines of JSON.

use crate::office::{Office, PLAIN, codes, plain};
use assay_exchange::table::{Cell, write_xlsx};
use serde_json::{Value, json};
use std::fmt::Write as _;

#[test]
fn a_file_is_read_mapped_tried_and_imported_as_one_change() {
    let mut office = Office::new();
    let path = office.file("export.csv", PLAIN);
    let read = office.desk.call(
        "decision_import_read",
        json!({ "system": office.system, "path": path }),
    );
    assert_eq!(
        (
            &read["format"],
            &read["source"]["encoding"],
            &read["source"]["delimiter"]
        ),
        (&json!("delimited"), &json!("UTF-8"), &json!(","))
    );
    assert_eq!(read["rows"].as_array().unwrap().len(), 3);
    assert_eq!(
        read["columns"][2],
        json!({ "name": "AI", "values": ["grant", "refuse"], "more": false })
    );
    let plan = office.plan(&path, &plain());
    let preview = office.desk.call("decision_import_preview", plan);
    assert_eq!(preview["rows"][1]["decision"]["disposition"], "overridden");
    assert_eq!(preview["rows"][1]["line"], 3);

    let before = office.history().len();
    office.start(&path, &plain(), true);
    let tried = office.finish().unwrap();
    assert_eq!(
        (&tried["phase"], &tried["fresh"]),
        (&json!("tried"), &json!(3))
    );
    assert_eq!((office.total(), office.history().len()), (0, before));

    let done = office.import(&path, &plain()).unwrap();
    assert_eq!(
        (&done["phase"], &done["fresh"], &done["rows"]),
        (&json!("imported"), &json!(3), &json!(3))
    );
    assert_eq!(office.total(), 3);
    let history = office.history();
    assert_eq!(history.len(), before + 1);
    assert_eq!(history[0]["action"], "decision.import");
    let records = office.records();
    assert_eq!(records[1]["decidedAt"], "2026-11-01T09:05:00.000000+08:00");
    assert_eq!(records[1]["humanFinal"], "refuse");
    let check = office.desk.call("workspace_check", json!({}));
    assert_eq!(check["ok"], true);
}

#[test]
fn encodings_and_delimiters_are_recognised_and_shown() {
    let text = "时间;案号;系统建议;人工决定\r\n2026-11-01 09:00;一-1;同意;同意\r\n2026-11-01 09:05;一-2;同意;不同意\r\n";
    let (gb, _, _) = encoding_rs::GB18030.encode(text);
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (bytes, encoding) in [
        (text.as_bytes(), "UTF-8"),
        (&gb, "gb18030"),
        (&utf16, "UTF-16LE"),
    ] {
        let mut office = Office::new();
        let path = office.file("export.csv", bytes);
        let read = office.desk.call(
            "decision_import_read",
            json!({ "system": office.system, "path": path }),
        );
        assert_eq!(read["source"]["encoding"], encoding);
        assert_eq!(read["source"]["delimiter"], ";");
        // The headings are known words, so the proposal needs no change.
        let mapping = &read["mapping"];
        assert_eq!(mapping["columns"]["aiOutput"], json!(["系统建议"]));
        assert_eq!(mapping["rule"]["kind"], "differs");
        let done = office.import(&path, mapping).unwrap();
        assert_eq!(done["fresh"], 2, "{encoding}");
        assert_eq!(office.records()[0]["humanFinal"], "不同意");
    }
    let mut office = Office::new();
    let path = office.file(
        "latin.csv",
        b"Time\tCase\tAI\tPerson\n2026-11-01\tA\tSoci\xe9t\xe9 g\xe9n\xe9rale d'\xe9tudes\tr\xe9fus\n",
    );
    let read = office.desk.call(
        "decision_import_read",
        json!({ "system": office.system, "path": path }),
    );
    assert_eq!(read["source"]["encoding"], "windows-1252");
    assert_eq!(read["rows"][0]["cells"][2], "Société générale d'études");
    // A person who knows better says so.
    let asked = json!({ "encoding": "iso-8859-5", "delimiter": "", "sheet": "" });
    let read = office.desk.call(
        "decision_import_read",
        json!({ "system": office.system, "path": path, "source": asked }),
    );
    assert_eq!(read["rows"][0]["cells"][2], "Sociщtщ gщnщrale d'щtudes");
}

#[test]
fn a_file_of_plain_text_with_chinese_far_behind_is_recognised() {
    let mut office = Office::new();
    let mut text = String::from("Time,Case,AI,Person\n");
    for row in 0..60_000 {
        writeln!(
            text,
            "2026-10-{:02} 09:00:00,A-{row},grant,grant",
            1 + row % 28
        )
        .unwrap();
    }
    text.push_str("2026-11-01 09:00:00,B,同意,不同意\n");
    assert!(text.len() > 2 << 20);
    let (bytes, _, _) = encoding_rs::GB18030.encode(&text);
    let path = office.file("export.csv", &bytes);
    let done = office.import(&path, &plain()).unwrap();
    assert_eq!(done["fresh"], 60_001);
    assert_eq!(office.records()[0]["humanFinal"], "不同意");
}

#[test]
fn quoted_line_breaks_odd_headings_blank_rows_and_mixed_dates_are_taken() {
    let mut office = Office::new();
    let text = "\"Time\n(local)\",Case,AI,Person,Share,Seconds\n\n,,,,,\n\
        3/4/2026,A,grant,\"refuse\nsince \"\"late\"\"\",\"85,5 %\",\"1.234,5\"\n\
        2026.03.05.,B,grant,grant,,\n2026-03-06 / 12:30:05,C,grant,grant,,\n7/Mar/26,D,grant,grant,,0\n";
    let path = office.file("export.csv", text);
    let mut mapping = plain();
    mapping["columns"]["decidedAt"] = json!(["Time (local)"]);
    mapping["columns"]["latencyMs"] = json!(["Seconds"]);
    mapping["reading"] = json!({ "dateOrder": "monthFirst", "decimalComma": true, "latencyUnit": "seconds", "timeOfDay": "08:00" });
    office.import(&path, &mapping).unwrap();
    let records = office.records();
    let times: Vec<&str> = records
        .iter()
        .map(|facts| facts["decidedAt"].as_str().unwrap())
        .collect();
    assert_eq!(
        times,
        [
            "2026-03-07T08:00:00.000000+08:00",
            "2026-03-06T12:30:05.000000+08:00",
            "2026-03-05T08:00:00.000000+08:00",
            "2026-03-04T08:00:00.000000+08:00",
        ]
    );
    assert_eq!(records[3]["humanFinal"], "refuse\nsince \"late\"");
    assert_eq!(records[3]["latencyMs"], 1_234_500);
    // The same file with the day first is another third of April; without an order it is refused.
    mapping["reading"]["dateOrder"] = Value::Null;
    let refused = office.import(&path, &mapping).unwrap();
    assert_eq!(codes(&refused), [(5, "Time (local)", "date-order")]);
}

#[test]
fn xlsx_is_streamed_from_the_sheet_that_is_chosen() {
    let mut office = Office::new();
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet()
        .set_name("Notes")
        .unwrap()
        .write(0, 0, "nothing here")
        .unwrap();
    let sheet = book.add_worksheet().set_name("Export").unwrap();
    for (column, heading) in (0..).zip(["Time", "Case", "AI", "Person"]) {
        sheet.write(0, column, heading).unwrap();
    }
    let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let at = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 11, 1)
        .unwrap()
        .and_hms(9, 30, 0)
        .unwrap();
    sheet.write_with_format(1, 0, &at, &format).unwrap();
    sheet.write(1, 1, 4711).unwrap();
    sheet.write(1, 2, "grant").unwrap();
    let formula =
        rust_xlsxwriter::Formula::new("=IF(1>0,\"refuse\",\"grant\")").set_result("refuse");
    sheet.write(1, 3, formula).unwrap();
    let path = office.file("book.xlsx", book.save_to_buffer().unwrap());
    let read = office.desk.call(
        "decision_import_read",
        json!({ "system": office.system, "path": path }),
    );
    assert_eq!(read["sheets"], json!(["Notes", "Export"]));
    let mut mapping = plain();
    mapping["source"] = json!({ "encoding": "", "delimiter": "", "sheet": "Export" });
    office.import(&path, &mapping).unwrap();
    let records = office.records();
    assert_eq!(
        (
            &records[0]["decidedAt"],
            &records[0]["caseKey"],
            &records[0]["humanFinal"]
        ),
        (
            &json!("2026-11-01T09:30:00.000000+08:00"),
            &json!("4711"),
            &json!("refuse")
        )
    );
    mapping["source"]["sheet"] = json!("Exports");
    assert_eq!(office.failure(&path, &mapping).code, "table-sheet-unknown");
}

#[test]
fn an_error_cell_of_a_spreadsheet_is_a_bad_row_with_its_place() {
    let mut office = Office::new();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Time", "Case", "AI", "Person"]) {
        sheet.write(0, column, heading).unwrap();
    }
    for row in 1..4 {
        for (column, cell) in (0..).zip(["2026-11-01", "A", "grant", "grant"]) {
            sheet.write(row, column, cell).unwrap();
        }
        sheet.write(row, 1, format!("A-{row}")).unwrap();
    }
    let broken = rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A");
    sheet.write(2, 2, broken).unwrap();
    let path = office.file("book.xlsx", book.save_to_buffer().unwrap());
    let refused = office.import(&path, &plain()).unwrap();
    assert_eq!(refused["phase"], "refused");
    assert_eq!(codes(&refused), [(3, "AI", "error-cell")]);
    assert_eq!(office.total(), 0);
}

#[test]
fn json_lines_are_taken_by_their_names() {
    let mut office = Office::new();
    let text = "{\"Time\":\"2026-11-01T09:00:00Z\",\"Case\":1,\"AI\":\"grant\",\"Person\":\"grant\"}\n\n\
        {\"Case\":2,\"Time\":\"2026-11-01T09:05:00Z\",\"AI\":\"grant\",\"Person\":null}\n";
    let path = office.file("log.jsonl", text);
    let read = office.desk.call(
        "decision_import_read",
        json!({ "system": office.system, "path": path }),
    );
    assert_eq!(read["format"], "json_lines");
    office.import(&path, &plain()).unwrap();
    let records = office.records();
    assert_eq!(records[0]["disposition"], "deferred");
    assert_eq!(records[1]["decidedAt"], "2026-11-01T09:00:00.000000Z");
    let path = office.file("log.jsonl", format!("{text}[1]\n"));
    let refused = office.import(&path, &plain()).unwrap();
    assert_eq!(codes(&refused), [(4, "", "not-an-object")]);
}

#[test]
fn a_table_that_this_program_wrote_comes_back() {
    let mut office = Office::new();
    let columns = ["Time", "Case", "AI", "Person"].map(str::to_owned);
    let rows = [
        ["2026-11-01 09:00", "1", "grant", "grant"],
        ["2026-11-01 09:01", "2", "grant", "refuse"],
    ];
    let rows: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|cell| Cell::Text((*cell).to_owned()))
                .collect()
        })
        .collect();
    let path = office.file("table.xlsx", write_xlsx(&columns, &rows).unwrap());
    assert_eq!(office.import(&path, &plain()).unwrap()["fresh"], 2);
}
