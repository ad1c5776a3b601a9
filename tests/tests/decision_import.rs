//! Importing decision records and volumes: every kind of file, what is new and what is known, and
//! everything that is refused with not one row more than before.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_api::contract::WireError;
use assay_api::l10n::{Locale, Texts, Value as Argument};
use assay_domain::id::SystemId;
use assay_domain::stats::figures::{DaySpan, FigureSettings, figures};
use assay_domain::stats::log::Log;
use assay_domain::time::{Date, Month, Timestamp};
use assay_exchange::table::{Cell, write_xlsx};
use assay_store::Store;
use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::terminal;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

struct Office {
    desk: Desk,
    folder: TempDir,
    system: String,
}

impl Office {
    fn new() -> Self {
        let (desk, folder, system) = Desk::office("Benefit triage");
        Self {
            desk,
            folder,
            system,
        }
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn plan(&self, path: &Path, mapping: &Value) -> Value {
        json!({ "system": self.system, "path": path, "mapping": mapping })
    }

    fn start(&mut self, path: &Path, mapping: &Value, trial: bool) -> Value {
        let plan = self.plan(path, mapping);
        self.desk.begin_import(&plan, trial).unwrap()
    }

    /// Goes on until the import is over.
    fn finish(&mut self) -> Result<Value, WireError> {
        self.desk.finish_import()
    }

    /// Goes on until so many rows are staged.
    fn stage(&mut self, rows: u64) {
        for _ in 0..10_000 {
            let state = self.desk.call("decision_import_step", json!({}));
            assert_eq!(state["phase"], "running");
            if state["rows"].as_u64() >= Some(rows) {
                return;
            }
        }
        panic!("the import does not go on");
    }

    fn import(&mut self, path: &Path, mapping: &Value) -> Result<Value, WireError> {
        self.start(path, mapping, false);
        self.finish()
    }

    /// An import that must be refused as a whole, with its sentence.
    fn failure(&mut self, path: &Path, mapping: &Value) -> WireError {
        let plan = self.plan(path, mapping);
        let begun = self.desk.begin_import(&plan, false);
        let error = match begun {
            Ok(_) => self.finish().unwrap_err(),
            Err(error) => error,
        };
        spoken(&error);
        self.finish().unwrap();
        error
    }

    fn records(&mut self) -> Vec<Value> {
        let request = json!({ "filter": { "system": self.system }, "limit": 500 });
        let page = self.desk.call("decision_list", request);
        let rows = page["decisions"].as_array().unwrap();
        rows.iter()
            .map(|row| row["decision"]["facts"].clone())
            .collect()
    }

    fn total(&mut self) -> u64 {
        let counts = self.desk.call(
            "decision_counts",
            json!({ "filter": { "system": self.system } }),
        );
        counts["total"].as_u64().unwrap()
    }

    fn history(&mut self) -> Vec<Value> {
        let page = self
            .desk
            .call("history_list", json!({ "before": null, "limit": 100 }));
        page["entries"].as_array().unwrap().clone()
    }
}

/// The sentences of errors in a language.
fn texts(locale: Locale) -> Texts {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../assets/locales")
        .join(locale.tag())
        .join("errors.ftl");
    let text = std::fs::read_to_string(file).unwrap();
    Texts::load(locale, &[("errors.ftl", &text)]).unwrap()
}

/// Asserts that an error is a sentence in both languages, with everything put in.
fn spoken(error: &WireError) {
    for locale in Locale::ALL {
        let texts = texts(locale);
        let args: Vec<(&str, Argument<'_>)> = error
            .args
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str().into()))
            .collect();
        let said = texts.get(&format!("err-{}", error.code), &args);
        assert!(!said.contains("{"), "{said}");
    }
}

/// A mapping of the columns `Time, Case, AI, Person`, with the rule that they differ.
fn plain() -> Value {
    json!({
        "format": 1, "name": "Office export", "content": "decisions",
        "columns": {
            "decidedAt": ["Time"], "caseKey": ["Case"], "aiOutput": ["AI"], "humanFinal": ["Person"],
        },
        "rule": { "kind": "differs", "overridden": "", "modified": "" },
    })
}

const PLAIN: &str = "Time,Case,AI,Person\n2026-11-01 09:00:00,A-1,grant,grant\n\
    2026-11-01 09:05:00,A-2,grant,refuse\n2026-11-02 10:00:00,A-3,refuse,refuse\n";

fn codes(state: &Value) -> Vec<(u64, &str, &str)> {
    let problems = state["problems"].as_array().unwrap();
    let problem = |problem: &'_ Value| {
        let text = |field: &str| problem[field].as_str().unwrap().to_owned();
        (
            problem["line"].as_u64().unwrap(),
            text("column"),
            text("code"),
        )
    };
    let found: Vec<(u64, String, String)> = problems.iter().map(problem).collect();
    found
        .into_iter()
        .map(|(line, column, code)| (line, &*column.leak(), &*code.leak()))
        .collect()
}

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
fn words_of_the_source_become_ours_and_reviewers_pseudonyms() {
    let mut office = Office::new();
    let text = "When,No,Model said,Clerk said,What,Why,Clerk\n\
        2026-11-01,1,1.0,0,abgelehnt,F7,Erika Muster\n2026-11-01,2,0,0,ok,,Erika Muster\n2026-11-01,3,1,1,ok,,Max Muster\n";
    let path = office.file("export.csv", text);
    let mapping = json!({
        "format": 1, "name": "Export", "content": "decisions",
        "columns": {
            "decidedAt": ["When"], "caseKey": ["No"], "aiOutput": ["Model said"],
            "humanFinal": ["Clerk said"], "disposition": ["What"], "reasonCode": ["Why"], "reviewer": ["Clerk"],
        },
        "constants": { "modelVersion": "2.1" },
        "values": {
            "aiOutput": { "1": "grant", "0": "refuse" }, "humanFinal": { "1": "grant", "0": "refuse" },
            "disposition": { "abgelehnt": "overridden", "ok": "accepted" },
            "reasonCode": { "F7": "wrong-fact" },
        },
    });
    office.import(&path, &mapping).unwrap();
    let mut records = office.records();
    records.sort_by_key(|facts| facts["caseKey"].as_str().unwrap().to_owned());
    assert_eq!(
        (
            &records[0]["aiOutput"],
            &records[0]["humanFinal"],
            &records[0]["reasonCode"]
        ),
        (&json!("grant"), &json!("refuse"), &json!("wrong-fact"))
    );
    assert_eq!(records[0]["modelVersion"], "2.1");
    let reviewer = records[0]["reviewer"].as_str().unwrap();
    assert!(
        reviewer.starts_with("R-") && reviewer.len() == 10,
        "{reviewer}"
    );
    assert_eq!(records[1]["reviewer"], json!(reviewer));
    assert_ne!(records[2]["reviewer"], json!(reviewer));
    // A pseudonym that an export of the log carries back is the same person.
    let again = office.file(
        "again.csv",
        text.replace("Erika Muster", reviewer)
            .replace("2026-11-01", "2026-11-02"),
    );
    office.import(&again, &mapping).unwrap();
    let back = office.records();
    assert_eq!(
        back.iter()
            .filter(|facts| facts["reviewer"] == json!(reviewer))
            .count(),
        4
    );
}

#[test]
fn an_expression_tells_overrides_and_rows_where_nothing_states_them() {
    let mut office = Office::new();
    let text = "Time,Case,Score,Limit,Arm\n2026-11-01,1,0.8,0.5,1\n2026-11-01,2,0.2,0.5,1\n2026-11-01,3,0.9,0.5,0\n2026-11-01,4,0.55,0.5,1\n";
    let path = office.file("export.csv", text);
    let mut mapping = json!({
        "format": 1, "name": "Export", "content": "decisions", "only": "Arm == 1",
        "columns": { "decidedAt": ["Time"], "caseKey": ["Case"] },
        "rule": { "kind": "expression", "overridden": "Score - Limit > 0.1", "modified": "Score > Limit" },
    });
    let done = office.import(&path, &mapping).unwrap();
    assert_eq!((&done["fresh"], &done["leftOut"]), (&json!(3), &json!(1)));
    let mut records = office.records();
    records.sort_by_key(|facts| facts["caseKey"].as_str().unwrap().to_owned());
    let dispositions: Vec<&Value> = records.iter().map(|facts| &facts["disposition"]).collect();
    assert_eq!(
        dispositions,
        [&json!("overridden"), &json!("accepted"), &json!("modified")]
    );
    for (text, code) in [
        ("Score >", "mapping-expression"),
        ("Skore > 1", "import-column-missing"),
    ] {
        mapping["rule"]["overridden"] = json!(text);
        assert_eq!(office.failure(&path, &mapping).code, code);
    }
    mapping["rule"]["overridden"] = json!("Score > \"x\"");
    let refused = office.import(&path, &mapping).unwrap();
    assert_eq!(refused["problemCount"], 3);
    assert_eq!(codes(&refused)[0].2, "undecided");
}

#[test]
fn an_overlapping_export_adds_only_what_is_new() {
    let mut office = Office::new();
    let first = office.file("october.csv", PLAIN);
    office.import(&first, &plain()).unwrap();
    let longer = format!(
        "{PLAIN}2026-11-03 11:00:00,A-4,grant,grant\n2026-11-03 11:00:00,A-4,grant,grant\n"
    );
    let second = office.file("november.csv", longer);
    let done = office.import(&second, &plain()).unwrap();
    assert_eq!(
        (&done["fresh"], &done["known"], &done["repeated"]),
        (&json!(1), &json!(3), &json!(1))
    );
    assert_eq!(office.total(), 4);
    // A corrected record is still the one that the file speaks of.
    let request = json!({ "filter": { "system": office.system, "caseText": "A-2" }, "limit": 1 });
    let row = office.desk.call("decision_list", request)["decisions"][0]["decision"].clone();
    let mut entry = row["facts"].clone();
    entry["caseKey"] = json!("A-2b");
    entry["reasonCode"] = json!("wrong-fact");
    office.desk.call(
        "decision_correct",
        json!({ "id": row["id"], "entry": entry }),
    );
    let done = office.import(&second, &plain()).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(0), &json!(4)));
    assert_eq!(done["import"], Value::Null);
    assert_eq!(office.total(), 4);
}

#[test]
fn numbers_differ_by_their_value_in_the_file_s_own_notation() {
    let text = "Time;Case;AI;Person\n2026-11-01;1;3,5;3,50\n2026-11-02;2;1.250;1250,0\n\
        2026-11-03;3;-0,0;0\n2026-11-04;4;3,5;3,51\n2026-11-05;5;35;3,5\n";
    let mut office = Office::new();
    let path = office.file("adjusted.csv", text);
    let mut mapping = plain();
    mapping["reading"]["decimalComma"] = json!(true);
    office.import(&path, &mapping).unwrap();
    let counts = office.desk.call("decision_counts", json!({}));
    assert_eq!(
        (&counts["total"], &counts["overrides"]),
        (&json!(5), &json!(2))
    );
}

#[test]
fn a_busy_day_is_told_apart_as_well_as_a_moment() {
    let mut office = Office::new();
    let minute = |minute: usize| format!("2026-11-01 {:02}:{:02}", minute / 60, minute % 60);
    let row = |number: usize| format!("{},B-{number},stop,go\n", minute(number));
    let day = |rows: usize| (0..rows).map(row).collect::<String>();
    let bare = |rows: usize| format!("{},,stop,go\n", minute(30)).repeat(rows);
    let heading = "Time,Case,AI,Person\n";
    let first = office.file("first.csv", format!("{heading}{}{}", day(200), bare(2)));
    let done = office.import(&first, &plain()).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(202), &json!(0)));
    let second = office.file("second.csv", format!("{heading}{}{}", day(300), bare(3)));
    let done = office.import(&second, &plain()).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(101), &json!(202)));
    let done = office.import(&second, &plain()).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(0), &json!(303)));
    assert_eq!(office.total(), 303);
}

#[test]
fn alike_records_without_a_case_number_are_taken_as_often_as_the_file_holds_them() {
    let mut office = Office::new();
    let mut mapping = plain();
    mapping["columns"]
        .as_object_mut()
        .unwrap()
        .remove("caseKey");
    let text = "Time,AI,Person\n2026-11-01,stop,go\n2026-11-01,stop,go\n2026-11-01,stop,stop\n";
    let first = office.file("first.csv", text);
    let done = office.import(&first, &mapping).unwrap();
    assert_eq!((&done["fresh"], &done["repeated"]), (&json!(3), &json!(0)));
    let second = office.file("second.csv", format!("{text}2026-11-01,stop,go\n"));
    let done = office.import(&second, &mapping).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(1), &json!(3)));
}

#[test]
fn bad_rows_are_listed_by_line_and_column_and_the_list_can_be_saved() {
    let mut office = Office::new();
    let text = "Time,Case,AI,Person,Latency,Score,Why,Harm,Output\n\
        0001-01-01,1,a,a,,,,,\n9999-12-31,2,a,a,,,,,\n2026-11-01,3,a,a,-5,,,,\n2026-11-01,4,a,a,,1.5,,,\n\
        2026-11-01,5,a,b,,,whim,,\n2026-11-01,6,a,a,,,,9,\nsoon,7,a,a,,,,,\n2026-11-01 25:00,8,a,a,,,,,\n\
        ,9,a,a,,,,,\n2026-11-01,10,a,a,x,,,,\n2026-11-01,11,a,a,,,,,2026-11-02\n2026-11-01,12,a,a,,,,,,surplus\n";
    let path = office.file("export.csv", text);
    let mut mapping = plain();
    for (field, heading) in [
        ("latencyMs", "Latency"),
        ("aiConfidence", "Score"),
        ("reasonCode", "Why"),
        ("harmIfWrong", "Harm"),
        ("aiAt", "Output"),
    ] {
        mapping["columns"][field] = json!([heading]);
    }
    let refused = office.import(&path, &mapping).unwrap();
    assert_eq!(refused["phase"], "refused");
    assert_eq!(
        codes(&refused),
        [
            (2, "Time", "too-early"),
            (3, "Time", "future"),
            (4, "Latency", "negative"),
            (5, "Score", "out-of-range"),
            (6, "Why", "unknown-reason"),
            (7, "Harm", "out-of-range"),
            (8, "Time", "no-date"),
            (9, "Time", "no-time"),
            (10, "Time", "blank"),
            (11, "Latency", "no-number"),
            (12, "Output", "before-result"),
            (13, "", "too-many-values"),
        ]
    );
    assert_eq!(office.total(), 0);
    let list = office.folder.path().join("problems.csv");
    office.desk.call(
        "decision_import_problems_save",
        json!({ "path": list, "format": "csv" }),
    );
    let saved = std::fs::read_to_string(list).unwrap();
    assert!(saved.contains("\r\n4,Latency,negative,'-5\r\n"), "{saved}");
    assert_eq!(saved.lines().count(), 13);
}

#[test]
fn a_file_of_another_system_is_noticed() {
    let mut office = Office::new();
    let text = "System,Time,Case,AI,Person\nBenefit triage,2026-11-01,1,a,a\nLoan triage,2026-11-01,2,a,a\n";
    let path = office.file("export.csv", text);
    let mut mapping = plain();
    mapping["columns"]["system"] = json!(["System"]);
    let refused = office.import(&path, &mapping).unwrap();
    assert_eq!(codes(&refused), [(3, "System", "other-system")]);
    assert_eq!(office.total(), 0);
}

#[test]
fn a_file_that_is_wrong_as_a_whole_is_a_sentence_and_leaves_nothing() {
    let mut office = Office::new();
    let mut rows = String::from("Time,Case,AI,Person\n");
    for row in 0..20_000 {
        writeln!(
            rows,
            "2026-10-{:02} 09:00:00,A-{row},grant,grant",
            1 + row % 28
        )
        .unwrap();
    }
    let open = format!("{rows}2026-11-01,\"B,grant,grant\n2026-11-02,C,grant,grant\n");
    let two_hundred: String = (0..200).map(|column| format!("c{column},")).collect();
    let cut = {
        let mut bytes = rows.clone().into_bytes();
        bytes.extend(b"2026-11-01,\xe5\xa4,grant,grant\n");
        [b"\xef\xbb\xbf".to_vec(), bytes].concat()
    };
    for (name, bytes, code) in [
        ("open.csv", open.into_bytes(), "table-open-quote"),
        ("empty.csv", Vec::new(), "table-empty"),
        ("blank.csv", b"\n\n  \n".to_vec(), "table-empty"),
        (
            "twice.csv",
            b"Time,Time\n1,2\n".to_vec(),
            "table-heading-twice",
        ),
        ("nul.csv", b"Time,Ca\0se\n".to_vec(), "table-nul"),
        (
            "wide.csv",
            format!("{two_hundred}\n").into_bytes(),
            "import-column-missing",
        ),
        ("cut.csv", cut, "table-encoding"),
        (
            "broken.xlsx",
            b"PK\x03\x04 not really".to_vec(),
            "table-unreadable",
        ),
    ] {
        let path = office.file(name, bytes);
        assert_eq!(office.failure(&path, &plain()).code, code, "{name}");
        assert_eq!(office.total(), 0, "{name}");
    }
    let missing = office.folder.path().join("missing.csv");
    assert_eq!(office.failure(&missing, &plain()).code, "file-missing");
    let open = office.folder.path().join("open.csv");
    let mut asked = plain();
    asked["source"] = json!({ "encoding": "klingon", "delimiter": "", "sheet": "" });
    assert_eq!(office.failure(&open, &asked).code, "table-encoding-unknown");
    asked["source"] = json!({ "encoding": "", "delimiter": "ab", "sheet": "" });
    assert_eq!(office.failure(&open, &asked).code, "table-delimiter");
    assert_eq!(office.desk.call("workspace_check", json!({}))["ok"], true);
}

#[test]
fn a_nul_character_in_a_row_is_a_bad_row() {
    let mut office = Office::new();
    let path = office.file(
        "nul.csv",
        b"Time,Case,AI,Person\n2026-11-01,A,gr\0ant,grant\n",
    );
    let refused = office.import(&path, &plain()).unwrap();
    assert_eq!(codes(&refused), [(2, "", "nul")]);
}

#[test]
fn a_table_of_two_hundred_columns_is_taken_by_those_that_are_mapped() {
    let mut office = Office::new();
    let more: String = (0..196).map(|column| format!(",c{column}")).collect();
    let cells: String = (0..196).map(|column| format!(",{column}")).collect();
    let path = office.file(
        "wide.csv",
        format!("Time,Case,AI,Person{more}\n2026-11-01,A,grant,grant{cells}\n"),
    );
    assert_eq!(office.import(&path, &plain()).unwrap()["fresh"], 1);
}

#[test]
fn a_file_of_two_gigabytes_is_refused_before_it_is_read() {
    let mut office = Office::new();
    let path = office.file("huge.csv", PLAIN);
    // The rest of the file is a hole and takes no room.
    std::fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(2 << 30)
        .unwrap();
    let error = office.failure(&path, &plain());
    assert_eq!(
        (error.code.as_str(), error.args["size"].as_str()),
        ("table-too-long", "2147483648")
    );
    assert_eq!(office.total(), 0);
}

/// A file of many rows.
fn many(office: &Office, rows: usize) -> PathBuf {
    let mut text = String::from("Time,Case,AI,Person\n");
    for row in 0..rows {
        let (day, minute) = (1 + row / 1_440 % 28, row % 1_440);
        writeln!(
            text,
            "2026-10-{day:02} {:02}:{:02}:00,A-{row},grant,grant",
            minute / 60,
            minute % 60
        )
        .unwrap();
    }
    office.file("many.csv", text)
}

#[test]
fn a_cancelled_import_leaves_nothing_and_the_next_one_begins_afresh() {
    let mut office = Office::new();
    let path = many(&office, 30_000);
    office.start(&path, &plain(), false);
    office.stage(4_000);
    assert_eq!(
        office.desk.refused(
            "decision_import_start",
            json!({ "plan": office.plan(&path, &plain()), "trial": false })
        ),
        "import-running"
    );
    assert_eq!(office.total(), 0, "nobody sees what is staged");
    let cancelled = office.desk.call("decision_import_cancel", json!({}));
    assert_eq!(cancelled["phase"], "clearing");
    assert_eq!(office.finish().unwrap()["phase"], "cancelled");
    let before = office.history().len();
    assert_eq!(office.total(), 0);
    assert_eq!(office.import(&path, &plain()).unwrap()["fresh"], 30_000);
    assert_eq!(
        (office.total(), office.history().len()),
        (30_000, before + 1)
    );
}

#[test]
fn what_a_killed_import_staged_is_seen_by_nobody_and_goes_with_the_next() {
    let mut office = Office::new();
    let path = many(&office, 30_000);
    office.start(&path, &plain(), false);
    office.stage(6_000);
    // Closing in the middle is what a kill comes to: nothing is cleared.
    office.desk.call("workspace_lock", json!({}));
    let workspace = office.folder.path().join("office.assay");
    office.desk.open(&workspace, PASSPHRASE);
    assert_eq!(office.total(), 0);
    assert_eq!(office.desk.call("workspace_check", json!({}))["ok"], true);
    let done = office.import(&path, &plain()).unwrap();
    assert_eq!(
        (&done["fresh"], &done["known"]),
        (&json!(30_000), &json!(0))
    );
    assert_eq!(office.total(), 30_000);
}

#[test]
fn saving_goes_on_while_an_import_runs() {
    let mut office = Office::new();
    let path = many(&office, 20_000);
    office.start(&path, &plain(), false);
    let mut saved = 0;
    loop {
        let state = office.desk.call("decision_import_step", json!({}));
        if state["phase"] != "running" {
            assert_eq!(state["phase"], "imported");
            break;
        }
        let entry = json!({
            "system": office.system, "decidedAt": "2026-11-01T09:00", "caseKey": format!("hand-{saved}"),
            "aiOutput": "grant", "humanFinal": "grant", "disposition": "accepted", "category": "by hand",
        });
        office.desk.call("decision_add", json!({ "entry": entry }));
        saved += 1;
    }
    assert!(saved > 2, "{saved}");
    assert_eq!(office.total(), 20_000 + saved);
    assert_eq!(office.desk.call("workspace_check", json!({}))["ok"], true);
}

#[test]
fn what_is_staged_goes_into_the_file_beside_the_import() {
    let mut office = Office::new();
    let path = many(&office, 80_000);
    let workspace = office.folder.path().join("office.assay");
    let size = || std::fs::metadata(&workspace).unwrap().len();
    let before = size();
    office.start(&path, &plain(), false);
    office.stage(60_000);
    // Pages are on their way, which a look at the file itself must not take for damage.
    for _ in 0..3 {
        assert_eq!(office.desk.call("workspace_check", json!({}))["ok"], true);
    }
    // The writer would move pages only once the log holds 64 MiB, which these rows do not come to.
    let log = workspace.with_extension("assay-wal");
    assert!(std::fs::metadata(log).unwrap().len() < 64 << 20);
    let moved = (0..1_000).any(|_| {
        std::thread::sleep(Duration::from_millis(10));
        size() > before + (1 << 20)
    });
    assert!(moved, "{before}: {}", size());
    assert_eq!(office.finish().unwrap()["phase"], "imported");
    assert_eq!(office.total(), 80_000);
    assert_eq!(office.desk.call("workspace_check", json!({}))["ok"], true);
}

#[test]
fn a_whole_import_is_taken_back_as_one_change() {
    let mut office = Office::new();
    let path = many(&office, 5_000);
    let id = office.import(&path, &plain()).unwrap()["import"].clone();
    let before = office.history().len();
    let undone = office
        .desk
        .call("decision_import_undo", json!({ "id": id }));
    assert_eq!((&undone["phase"], office.total()), (&json!("clearing"), 0));
    assert_eq!(office.finish().unwrap()["phase"], "undone");
    let history = office.history();
    assert_eq!(
        (history.len(), &history[0]["action"]),
        (before + 1, &json!("decision.import_undo"))
    );
    assert_eq!(
        office
            .desk
            .refused("decision_import_undo", json!({ "id": id })),
        "import-undone"
    );
    let imports = office
        .desk
        .call("decision_import_list", json!({ "system": office.system }));
    assert!(imports["imports"][0]["undoneAt"].is_string());
    assert_eq!(office.desk.call("workspace_check", json!({}))["ok"], true);
    // The same file can come in again, and is new then.
    assert_eq!(office.import(&path, &plain()).unwrap()["fresh"], 5_000);
}

#[test]
fn an_import_with_corrected_records_is_not_taken_back() {
    let mut office = Office::new();
    let path = office.file("export.csv", PLAIN);
    let id = office.import(&path, &plain()).unwrap()["import"].clone();
    let request = json!({ "filter": { "system": office.system, "caseText": "A-1" }, "limit": 1 });
    let row = office.desk.call("decision_list", request)["decisions"][0]["decision"].clone();
    let mut entry = row["facts"].clone();
    entry["outcome"] = json!("grant");
    office.desk.call(
        "decision_correct",
        json!({ "id": row["id"], "entry": entry }),
    );
    let error = office
        .desk
        .try_call("decision_import_undo", &json!({ "id": id }))
        .unwrap_err();
    spoken(&error);
    assert_eq!(
        (error.code.as_str(), error.args["count"].as_str()),
        ("import-corrected", "1")
    );
    assert_eq!(office.total(), 3);
}

#[test]
fn a_mapping_is_kept_for_its_source_and_travels_as_a_file() {
    let mut office = Office::new();
    let path = office.file("export.csv", PLAIN);
    let mut mapping = plain();
    mapping["name"] = json!("  ");
    let unnamed = json!({ "system": office.system, "mapping": mapping });
    assert_eq!(
        office.desk.refused("mapping_save", unnamed),
        "mapping-name-empty"
    );
    office.desk.call(
        "mapping_save",
        json!({ "system": office.system, "mapping": plain() }),
    );
    let read = office.desk.call(
        "decision_import_read",
        json!({ "system": office.system, "path": path }),
    );
    assert_eq!(
        (&read["remembered"], &read["mapping"]["name"]),
        (&json!(true), &json!("Office export"))
    );
    assert_eq!(read["mapping"]["columns"], plain()["columns"]);
    let file = office.folder.path().join("office.toml");
    office.desk.call(
        "mapping_write",
        json!({ "path": file, "mapping": read["mapping"] }),
    );
    let back = office.desk.call("mapping_read", json!({ "path": file }));
    assert_eq!(back, read["mapping"]);
    for (text, code) in [
        (
            "format = 1\nname = \"x\"\ncolour = 3\n",
            "mapping-malformed",
        ),
        ("format = 9\nname = \"x\"\n", "mapping-newer"),
        ("name = \"x\"\n", "mapping-malformed"),
    ] {
        let path = office.file("bad.toml", text);
        let error = office
            .desk
            .try_call("mapping_read", &json!({ "path": path }))
            .unwrap_err();
        spoken(&error);
        assert_eq!(error.code, code, "{text}");
    }
}

#[test]
fn a_mapping_that_leaves_out_what_is_needed_is_refused() {
    let mut office = Office::new();
    let path = office.file("export.csv", PLAIN);
    let mut without_time = plain();
    without_time["columns"]
        .as_object_mut()
        .unwrap()
        .remove("decidedAt");
    let mut without_rule = plain();
    without_rule["rule"]["kind"] = json!("stated");
    let mut foreign = plain();
    foreign["columns"]["issued"] = json!(["Case"]);
    let mut zone = plain();
    zone["reading"] = json!({ "timeZone": "Mars/Olympus" });
    let mut noon = plain();
    noon["reading"] = json!({ "timeOfDay": "noon" });
    let mut volumes = plain();
    volumes["content"] = json!("volumes");
    volumes["columns"] = json!({ "period": ["Time"] });
    for (mapping, code) in [
        (without_time, "mapping-field-missing"),
        (without_rule, "mapping-disposition-missing"),
        (foreign, "mapping-field-foreign"),
        (zone, "mapping-setting"),
        (noon, "mapping-setting"),
        (volumes, "mapping-nothing-to-sum"),
    ] {
        assert_eq!(office.failure(&path, &mapping).code, code);
    }
}

#[test]
fn totals_and_exposure_are_imported_long_and_wide_and_replace_what_changed() {
    let mut office = Office::new();
    let long = office.file(
        "totals.csv",
        "Month,Issued,Followed,Refused\n2026-09,100,90,10\n2026-10,120,100,20\n",
    );
    let mapping = json!({
        "format": 1, "name": "Totals", "content": "volumes",
        "columns": { "period": ["Month"], "issued": ["Issued"], "accepted": ["Followed"], "overridden": ["Refused"] },
    });
    let done = office.import(&long, &mapping).unwrap();
    assert_eq!(
        (&done["phase"], &done["fresh"]),
        (&json!("imported"), &json!(2))
    );
    let again = office.file(
        "totals.csv",
        "Month,Issued,Followed,Refused\n2026-09,100,90,10\n2026-10,130,110,20\n",
    );
    let done = office.import(&again, &mapping).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(1), &json!(1)));
    let list = office
        .desk
        .call("volume_list", json!({ "system": office.system }));
    let issued: Vec<&Value> = list["volumes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["volume"]["facts"]["totals"]["issued"])
        .collect();
    assert_eq!(issued, [&json!(130), &json!(100)]);
    office
        .desk
        .call("decision_import_undo", json!({ "id": done["import"] }));
    office.finish().unwrap();
    let list = office
        .desk
        .call("volume_list", json!({ "system": office.system }));
    assert_eq!(
        list["volumes"][0]["volume"]["facts"]["totals"]["issued"],
        120
    );

    let wide = office.file(
        "hours.csv",
        "Site,SEP 2026,OCT 2026,TOTAL\nNorth,\"1,000.5\",,9\nNorth,10,20,9\nSouth,0,7,9\n",
    );
    let read = office.desk.call(
        "decision_import_read",
        json!({ "system": office.system, "path": wide }),
    );
    assert_eq!(read["mapping"]["content"], "volumes");
    assert_eq!(
        read["mapping"]["wide"]["columns"],
        json!(["SEP 2026", "OCT 2026"])
    );
    let mut mapping = read["mapping"].clone();
    mapping["columns"]["decisionPoint"] = json!(["Site"]);
    let done = office.import(&wide, &mapping).unwrap();
    assert_eq!(done["fresh"], 3);
    let list = office
        .desk
        .call("volume_list", json!({ "system": office.system }));
    let amounts: Vec<(&str, &str)> = list["volumes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["volume"]["facts"]["decisionPoint"] != "")
        .map(|row| {
            (
                row["volume"]["facts"]["decisionPoint"].as_str().unwrap(),
                row["volume"]["facts"]["exposure"]["amount"]
                    .as_str()
                    .unwrap(),
            )
        })
        .collect();
    assert_eq!(
        amounts,
        [("North", "20"), ("South", "7"), ("North", "1010.5")]
    );
    let bad = office.file("bad.csv", "Month,Issued,Followed,Refused\n2026-09,100,90,20\n2031-01,1,1,0\nsoon,1,1,0\n2026-08,1.5,1,0\n");
    let mut mapping = mapping_of_totals();
    mapping["name"] = json!("Bad");
    let refused = office.import(&bad, &mapping).unwrap();
    let found: Vec<&str> = codes(&refused)
        .into_iter()
        .map(|(_, _, code)| code)
        .collect();
    assert_eq!(found, ["parts", "future", "no-date", "not-whole"]);
}

fn mapping_of_totals() -> Value {
    json!({
        "format": 1, "name": "Totals", "content": "volumes",
        "columns": { "period": ["Month"], "issued": ["Issued"], "accepted": ["Followed"], "overridden": ["Refused"] },
    })
}

#[test]
fn reading_and_importing_need_an_open_workspace_and_a_role() {
    let mut office = Office::new();
    let path = office.file("export.csv", PLAIN);
    let plan = office.plan(&path, &plain());
    office.desk.call("workspace_lock", json!({}));
    for (command, request) in [
        (
            "decision_import_start",
            json!({ "plan": plan, "trial": false }),
        ),
        ("decision_import_step", json!({})),
        ("decision_import_cancel", json!({})),
        ("decision_import_list", json!({ "system": null })),
    ] {
        assert_eq!(
            office.desk.refused(command, request),
            "workspace-closed",
            "{command}"
        );
    }
}

/// The mapping that is kept in the tests for a real source.
fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("mappings")
        .join(name)
}

fn real(file: &str) -> Option<PathBuf> {
    assay_tests::data(file)
}

#[test]
fn disengagements_reconcile_with_the_mileage_file() {
    let (Some(events), Some(mileage)) = (
        real("disengagements-2021/events.csv"),
        real("disengagements-2021/mileage.csv"),
    ) else {
        return;
    };
    let mut office = Office::new();
    let mapping = office.desk.call(
        "mapping_read",
        json!({ "path": kept("disengagements-events.toml") }),
    );
    let done = office.import(&events, &mapping).unwrap();
    assert_eq!(
        (&done["phase"], &done["fresh"]),
        (&json!("imported"), &json!(2_676)),
        "{done}"
    );
    let mapping = office.desk.call(
        "mapping_read",
        json!({ "path": kept("disengagements-mileage.toml") }),
    );
    let done = office.import(&mileage, &mapping).unwrap();
    assert_eq!(done["phase"], "imported", "{done}");

    let mut reader = csv::Reader::from_path(&mileage).unwrap();
    let mut totals: std::collections::BTreeMap<String, (u64, f64)> =
        std::collections::BTreeMap::new();
    for row in reader.byte_records() {
        let row = row.unwrap();
        let text = |column: usize| String::from_utf8_lossy(&row[column]).trim().to_owned();
        let total = totals.entry(text(0)).or_default();
        total.0 += text(3).parse::<u64>().unwrap_or_default();
        total.1 += (4..16)
            .map(|month| {
                text(month)
                    .replace(',', "")
                    .parse::<f64>()
                    .unwrap_or_default()
            })
            .sum::<f64>();
    }
    let list = office
        .desk
        .call("volume_list", json!({ "system": office.system }));
    let mut kilometres: std::collections::BTreeMap<String, f64> = std::collections::BTreeMap::new();
    for row in list["volumes"].as_array().unwrap() {
        let facts = &row["volume"]["facts"];
        let amount: f64 = facts["exposure"]["amount"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        *kilometres
            .entry(facts["decisionPoint"].as_str().unwrap().to_owned())
            .or_default() += amount;
    }
    assert!(totals.len() > 25);
    for (manufacturer, (events, miles)) in &totals {
        let filter = json!({ "system": office.system, "decisionPoint": manufacturer });
        let counts = office
            .desk
            .call("decision_counts", json!({ "filter": filter }));
        assert_eq!(counts["total"].as_u64(), Some(*events), "{manufacturer}");
        let found = kilometres.get(manufacturer).copied().unwrap_or_default();
        assert!(
            (found - miles * 1.609_344).abs() < 1e-3,
            "{manufacturer}: {found} of {miles} miles"
        );
    }
    let again = office.desk.call(
        "mapping_read",
        json!({ "path": kept("disengagements-events.toml") }),
    );
    let done = office.import(&events, &again).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(0), &json!(2_676)));
}

#[test]
fn bail_decisions_come_to_the_published_counts() {
    let Some(path) = real("bail-decisions/PSAdata.csv") else {
        return;
    };
    let mut office = Office::new();
    let mapping = office
        .desk
        .call("mapping_read", json!({ "path": kept("bail.toml") }));
    let done = office.import(&path, &mapping).unwrap();
    assert_eq!(
        (&done["fresh"], &done["leftOut"]),
        (&json!(948), &json!(943))
    );
    let counts = office.desk.call(
        "decision_counts",
        json!({ "filter": { "system": office.system } }),
    );
    assert_eq!(
        (&counts["decided"], &counts["overrides"]),
        (&json!(948), &json!(232))
    );
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

/// Compares the columns that are kept of each month with the records; returns the rows of the kept ones.
fn kept_columns(office: &mut Office) -> Vec<usize> {
    office.desk.call("workspace_lock", json!({}));
    let path = office.folder.path().join("office.assay");
    let system: SystemId = office.system.parse().unwrap();
    let store = Store::open(
        &path,
        &PASSPHRASE.into(),
        None,
        Box::new(|bytes| bytes.fill(7)),
    )
    .unwrap();
    let mut rows = Vec::new();
    let (from, to) = (date("2026-09-01"), date("2026-11-30"));
    let period = DaySpan {
        from,
        to,
        start: moment("2026-09-01"),
        end: moment("2026-12-01"),
    };
    let mut month = Month::of(moment("2026-09-01"));
    while month.start() < moment("2026-12-01") {
        let (kept, made) = store
            .read(|read| {
                Ok::<_, assay_store::Error>((
                    read.decision_blocks().get(system, month)?,
                    read.decisions().columns(system, month)?,
                ))
            })
            .unwrap();
        if let Some(kept) = &kept {
            let shown = |log: &Log| {
                figures(
                    log,
                    std::slice::from_ref(&period),
                    &[],
                    &FigureSettings::default(),
                )
            };
            assert_eq!(kept.len(), made.len());
            assert_eq!(json!(shown(kept)), json!(shown(&made)));
        }
        rows.push(kept.map_or(0, |log| log.len()));
        month = month.next();
    }
    store.close().unwrap();
    office.desk.open(&path, PASSPHRASE);
    rows
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(&format!("{text}T00:00:00Z")).unwrap()
}

#[test]
fn the_columns_that_are_kept_say_the_same_as_the_records() {
    let mut office = Office::new();
    let mut text = String::from("Time,Case,AI,Person\n");
    for row in 0..9_000 {
        let (month, day) = (9 + row / 3_000, 2 + row % 20);
        let last = if row % 7 == 0 { "refuse" } else { "grant" };
        writeln!(
            text,
            "2026-{month:02}-{day:02} 09:{:02}:00,A-{row},grant,{last}",
            row % 60
        )
        .unwrap();
    }
    let path = office.file("export.csv", text);
    let import = office.import(&path, &plain()).unwrap();
    assert_eq!(kept_columns(&mut office), [3_000, 3_000, 3_000]);

    // One more record in October, a correction in November: both months are made again when needed.
    let entry = |case: &str, at: &str| {
        json!({
            "system": office.system, "decidedAt": at, "caseKey": case, "aiOutput": "grant",
            "humanFinal": "refuse", "disposition": "overridden", "reasonCode": "wrong-fact",
        })
    };
    let added = entry("hand", "2026-10-05T10:00");
    let corrected = entry("A-6007", "2026-11-09T09:07");
    office.desk.call("decision_add", json!({ "entry": added }));
    let request =
        json!({ "filter": { "system": office.system, "caseText": "A-6007" }, "limit": 1 });
    let id = office.desk.call("decision_list", request)["decisions"][0]["decision"]["id"].clone();
    office
        .desk
        .call("decision_correct", json!({ "id": id, "entry": corrected }));
    assert_eq!(kept_columns(&mut office), [3_000, 0, 0]);
    let request = json!({ "system": office.system, "from": "2026-09-01", "to": "2026-11-23" });
    let stats = office.desk.call("decision_stats", request.clone());
    assert_eq!(
        stats["figures"]["counts"]["records"], 9_001,
        "{}",
        stats["figures"]["counts"]
    );
    assert_eq!(kept_columns(&mut office), [3_000, 3_001, 3_000]);
    assert_eq!(office.desk.call("decision_stats", request.clone()), stats);

    // A second import joins what is there; one that is taken back leaves the months to be made again.
    let second = office.file(
        "more.csv",
        "Time,Case,AI,Person\n2026-09-10,B-1,grant,grant\n",
    );
    let second = office.import(&second, &plain()).unwrap();
    assert_eq!(kept_columns(&mut office), [3_001, 3_001, 3_000]);
    office
        .desk
        .call("decision_import_undo", json!({ "id": second["import"] }));
    office.finish().unwrap();
    assert_eq!(kept_columns(&mut office), [0, 0, 0]);
    let again = office.desk.call("decision_stats", request);
    assert_eq!(again["figures"], stats["figures"]);
    assert!(import["import"].is_string());
}

#[test]
fn a_page_anywhere_in_the_log_is_the_one_that_paging_comes_to() {
    let mut office = Office::new();
    let mut text = String::from("Time,Case,AI,Person\n");
    for row in 0..9_000 {
        // Many records of one second, and months of different size.
        let (month, day) = (if row < 2_500 { 9 } else { 10 + row % 2 }, 2 + row / 7 % 20);
        writeln!(
            text,
            "2026-{month:02}-{day:02} 09:00:{:02},A-{row},grant,grant",
            row % 5
        )
        .unwrap();
    }
    let path = office.file("export.csv", text);
    office.import(&path, &plain()).unwrap();
    let page = |office: &mut Office, filter: &Value, after: Option<&str>, skip: u64| {
        let request = json!({ "filter": filter, "after": after, "skip": skip, "limit": 500 });
        office.desk.call("decision_list", request)
    };
    let ids = |page: &Value| -> Vec<String> {
        let rows = page["decisions"].as_array().unwrap().iter();
        rows.map(|row| row["decision"]["id"].as_str().unwrap().to_owned())
            .collect()
    };
    for days in [
        json!({}),
        json!({ "from": "2026-09-05", "to": "2026-11-10" }),
    ] {
        let mut filter = days;
        filter["system"] = json!(office.system);
        let mut all = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let found = page(&mut office, &filter, after.as_deref(), 0);
            all.extend(ids(&found));
            match found["next"].as_str() {
                Some(next) => after = Some(next.to_owned()),
                None => break,
            }
        }
        let last = all.len() as u64;
        for skip in [
            0,
            1,
            1_999,
            2_001,
            2_500,
            4_321,
            6_499,
            6_500,
            6_501,
            last - 3,
            last,
            last + 9,
        ] {
            let skip_to = usize::try_from(skip).unwrap().min(all.len());
            let expected: Vec<String> = all[skip_to..].iter().take(500).cloned().collect();
            assert_eq!(
                ids(&page(&mut office, &filter, None, skip)),
                expected,
                "{filter} {skip}"
            );
        }
    }
    // A changed month is made again on the way.
    let entry = json!({
        "system": office.system, "decidedAt": "2026-10-05T10:00", "caseKey": "hand", "aiOutput": "grant",
        "humanFinal": "grant", "disposition": "accepted",
    });
    let added = office.desk.call("decision_add", json!({ "entry": entry }));
    let filter = json!({ "system": office.system });
    let later = page(&mut office, &filter, None, 5_000);
    assert_eq!(ids(&later).len(), 500);
    assert_eq!(office.total(), 9_001);
    assert!(added["id"].is_string());
}

/// A disk of its own that is nearly full, a workspace on it, and a file that does not fit in.
const FULL_DISK: &str = r#"
    mount -t tmpfs -o size=60m tmpfs "$1" || exit 77
    export HOME="$1" ASSAY_STATE="$2/state" ASSAY_PASSPHRASE="a long first sentence"
    "$3" new "$1/office.assay" --organisation Office --person Lead >"$2/said" || exit 78
    "$3" system add "$1/office.assay" --name Triage --reference T >"$2/said" || exit 79
    head -c 50000000 /dev/zero > "$1/ballast" || exit 81
    "$3" decision import "$1/office.assay" "$4" --system T --mapping "$5" && exit 80
    rm "$1/ballast"
    "$3" decision counts "$1/office.assay" --json
    "$3" decision imports "$1/office.assay" --json
    "$3" check "$1/office.assay" --json
    head -n 2000 "$4" > "$2/fewer.csv"
    "$3" decision import "$1/office.assay" "$2/fewer.csv" --system T --mapping "$5" --json
"#;

#[test]
fn a_full_disk_in_the_middle_is_a_sentence_and_leaves_nothing() {
    let folder = TempDir::new().unwrap();
    let office = Office::new();
    let path = many(&office, 60_000);
    let disk = folder.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    let mapping = folder.path().join("mapping.toml");
    let toml = "format = 1\nname = \"Many\"\n[columns]\ndecidedAt = [\"Time\"]\ncaseKey = [\"Case\"]\n\
        aiOutput = [\"AI\"]\nhumanFinal = [\"Person\"]\n[rule]\nkind = \"differs\"\n";
    std::fs::write(&mapping, toml).unwrap();
    let output = Command::new("unshare")
        .args([
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            FULL_DISK,
            "sh",
        ])
        .args([disk.as_path(), folder.path()])
        .arg(terminal::program())
        .args([path.as_path(), &mapping])
        .output();
    let output = match output {
        Ok(output) if !matches!(output.status.code(), Some(1 | 77)) => output,
        other => {
            return assay_tests::skip(&format!("no disk of its own could be mounted: {other:?}"));
        }
    };
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    let full = texts(Locale::En).get("err-disk-full", &[]);
    assert!(complaint.contains(&full), "{complaint}");
    let said = String::from_utf8(output.stdout).unwrap();
    let answers = serde_json::Deserializer::from_str(&said).into_iter::<Value>();
    let answers: Vec<Value> = answers.map(Result::unwrap).collect();
    let [counts, imports, check, fewer] = &answers[..] else {
        panic!("{said}");
    };
    assert_eq!(
        (&counts["total"], &imports["imports"]),
        (&json!(0), &json!([]))
    );
    assert_eq!(
        (&check["ok"], &fewer["fresh"]),
        (&json!(true), &json!(1_999))
    );
}

#[test]
fn what_the_log_says_in_an_assessment_follows_every_change_of_it() {
    let mut office = Office::new();
    let system = office.system.clone();
    let id = office.desk.assessment(&system, "public-chatbot")["assessment"]["id"].clone();
    let proposals = |office: &mut Office| -> Vec<Value> {
        let view = office.desk.call("assessment_get", json!({ "id": id }));
        let questions = view["questions"].as_array().unwrap().iter();
        questions
            .map(|question| question["proposal"].clone())
            .collect()
    };
    let nothing = proposals(&mut office);
    assert_eq!(proposals(&mut office), nothing);
    let path = office.file("export.csv", PLAIN);
    let import = office.import(&path, &plain()).unwrap()["import"].clone();
    let some = proposals(&mut office);
    assert_ne!(some, nothing, "records of the period are there now");
    office
        .desk
        .call("decision_import_undo", json!({ "id": import }));
    office.finish().unwrap();
    assert_eq!(proposals(&mut office), nothing);
    let entry = json!({
        "system": system, "decidedAt": "2026-11-01T09:00", "aiOutput": "grant", "humanFinal": "grant",
        "disposition": "accepted",
    });
    office.desk.call("decision_add", json!({ "entry": entry }));
    assert_ne!(proposals(&mut office), nothing);
}
