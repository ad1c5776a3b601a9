//! Bad input as a person would meet it: each kind has a sentence of its own, and nothing is half done.
//!
//! Framework files with errors are in `framework.rs`, damage page by page in `store/refusal.rs`,
//! altered reports byte by byte in `seal_attacks.rs`.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_api::contract::{VerdictKind, WireError};
use assay_api::l10n::{Locale, Texts, Value as Said};
use assay_tests::desk::Desk;
use assay_tests::sheet;
use assay_tests::store::{PASSPHRASE, raw_connection};
use assay_verify::{Trust, verify_bytes};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A workspace that is open, in a folder of its own.
struct Office {
    folder: TempDir,
    desk: Desk,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::in_folder(folder.path());
        let settings = json!({
            "organisation": "Test office", "unit": "", "locale": "en", "timeZone": "Asia/Shanghai", "marking": {},
        });
        let path = folder.path().join("office.assay");
        let request = json!({
            "path": path, "passphrase": PASSPHRASE, "settings": settings,
            "personName": "Assessment lead", "personTitle": "",
        });
        desk.call("workspace_create", request);
        Self { folder, desk }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("office.assay")
    }

    /// Writes a file beside the workspace and returns its path.
    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn head(&mut self) -> Value {
        self.desk
            .call("history_list", json!({ "before": null, "limit": 1 }))["head"]
            .clone()
    }

    /// Runs a command that must be refused and must leave no trace.
    fn refused(&mut self, command: &str, request: &Value) -> WireError {
        let before = self.head();
        let error = self.desk.try_call(command, request).unwrap_err();
        assert_eq!(self.head(), before, "{command} left something behind");
        spoken(&error);
        error
    }

    fn opened(&mut self) -> WireError {
        let request = json!({ "path": self.path(), "passphrase": PASSPHRASE });
        let error = self.desk.try_call("workspace_open", &request).unwrap_err();
        spoken(&error);
        error
    }

    /// Reads, maps and imports a table as the window does.
    fn import(&mut self, table: &Path) -> Result<Value, WireError> {
        let read = self
            .desk
            .try_call("system_import_read", &json!({ "path": table }))?;
        let request = json!({ "path": table, "mapping": read["mapping"] });
        self.desk.try_call("system_import_commit", &request)
    }

    fn systems(&mut self) -> usize {
        self.desk.call("system_list", json!({}))["systems"]
            .as_array()
            .unwrap()
            .len()
    }

    fn approved(&mut self, facts: &Value) -> String {
        let request = json!({ "id": null, "facts": facts, "revision": null });
        let system = self.desk.call("system_save", request)["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let view = self.desk.assessment(&system, "office-writing");
        let id = view["assessment"]["id"].as_str().unwrap().to_owned();
        self.desk.complete(&id);
        let me = self.desk.call("app_status", json!({}))["open"]["person"]["id"].clone();
        let signers = json!([{ "role": "assessor", "person": me }]);
        self.desk
            .call("assessment_submit", json!({ "id": id, "signers": signers }));
        self.desk.call("assessment_approve", json!({ "id": id }));
        id
    }
}

/// Sees to it that an error has a sentence in both languages, with every argument in its place.
fn spoken(error: &WireError) {
    for locale in Locale::ALL {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../assets/locales")
            .join(locale.tag());
        let text = std::fs::read_to_string(file.join("errors.ftl")).unwrap();
        let texts = Texts::load(locale, &[("errors.ftl", &text)]).unwrap();
        let args: Vec<(&str, Said<'_>)> = error
            .args
            .iter()
            .map(|(name, value)| (name.as_str(), value.into()))
            .collect();
        let said = texts.get(&format!("err-{}", error.code), &args);
        assert!(
            !said.contains('{') && !said.contains("$"),
            "{}: {said}",
            error.code
        );
    }
}

fn facts(name: &str) -> Value {
    json!(assay_domain::system::SystemFacts::named(name))
}

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let mut office = Office::new();
    office.desk.call("workspace_lock", json!({}));
    let request = json!({ "path": office.path(), "passphrase": "correct horse 电池 stable" });
    let error = office
        .desk
        .try_call("workspace_open", &request)
        .unwrap_err();
    spoken(&error);
    assert_eq!(error.code, "passphrase-wrong");
    assert_eq!(
        office.desk.refused("system_list", json!({})),
        "workspace-closed"
    );
}

#[test]
fn what_is_no_workspace_is_told_apart_from_what_is_missing() {
    let mut office = Office::new();
    let other = office.file("letter.assay", "Dear colleague");
    for (path, code) in [
        (other, "workspace-not-one"),
        (office.folder.path().join("gone.assay"), "workspace-missing"),
    ] {
        let error = office.refused(
            "workspace_open",
            &json!({ "path": path, "passphrase": PASSPHRASE }),
        );
        assert_eq!(error.code, code);
    }
}

#[test]
fn a_newer_workspace_is_left_untouched() {
    let mut office = Office::new();
    office.desk.call("workspace_lock", json!({}));
    let newer = "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE);";
    raw_connection(&office.path()).execute_batch(newer).unwrap();
    let before = std::fs::read(office.path()).unwrap();
    let error = office.opened();
    assert_eq!(
        (error.code.as_str(), error.args["file"].as_str()),
        ("workspace-newer", "99")
    );
    assert_eq!(std::fs::read(office.path()).unwrap(), before);
}

#[test]
fn a_damaged_workspace_is_never_called_a_wrong_passphrase() {
    let mut office = Office::new();
    office.desk.call("workspace_lock", json!({}));
    let whole = std::fs::read(office.path()).unwrap();
    let mut scratched = whole.clone();
    scratched[100] ^= 0x10;
    let cut = whole[..whole.len() - 5_000].to_vec();
    for (bytes, part) in [(scratched, "first-page"), (cut, "truncated")] {
        std::fs::write(office.path(), bytes).unwrap();
        let error = office.opened();
        assert_eq!(
            (error.code.as_str(), error.args["part"].as_str()),
            ("workspace-damaged", part)
        );
    }
    std::fs::write(office.path(), whole).unwrap();
    office.desk.open(&office.path(), PASSPHRASE);
}

#[test]
fn a_table_without_a_name_column_is_refused() {
    let mut office = Office::new();
    let table = office.file("table.csv", "Colour,Weight\nred,3\n");
    let read = office
        .desk
        .call("system_import_read", json!({ "path": table }));
    assert_eq!(read["mapping"], json!({}));
    for (mapping, code) in [
        (json!({}), "import-name-missing"),
        (json!({ "name": "Name" }), "import-column-missing"),
        (
            json!({ "name": "Colour", "taste": "Weight" }),
            "import-field-unknown",
        ),
    ] {
        let request = json!({ "path": table, "mapping": mapping });
        assert_eq!(office.refused("system_import_commit", &request).code, code);
    }
}

#[test]
fn an_export_never_takes_the_place_of_a_workspace() {
    let mut office = Office::new();
    let beside = |name: &str| office.folder.path().join(name);
    office.file("r.pdf", "an older export");
    // Another client's workspace, closed, and copies that have lost their names and their company.
    for (from, to) in [
        ("office.assay", "closed"),
        ("office.assay-keys", "closed-keys"),
        ("office.assay", "alone.pdf"),
        ("office.assay-keys", "alone.txt"),
    ] {
        std::fs::copy(beside(from), beside(to)).unwrap();
    }
    std::fs::hard_link(beside("office.assay"), beside("hard.pdf")).unwrap();
    std::fs::hard_link(beside("office.assay-keys"), beside("hard-keys.pdf")).unwrap();
    std::os::unix::fs::symlink(beside("office.assay"), beside("soft.pdf")).unwrap();
    std::os::unix::fs::symlink(beside("r.pdf"), beside("link.pdf")).unwrap();
    std::fs::create_dir(beside("folder")).unwrap();
    let names = [
        "office.assay",
        "folder/../office.assay",
        "OFFICE.ASSAY",
        "office.assay-keys",
        "office.assay-keys.previous",
        "office.assay-lock",
        "office.assay-drills",
        "office.assay-wal",
        "office.assay-shm",
        "closed",
        "closed-keys",
        "alone.pdf",
        "alone.txt",
        "new.assay",
        "hard.pdf",
        "hard-keys.pdf",
    ];
    let special = ["soft.pdf", "link.pdf", "folder"];
    let plain = ["r.pdf", "fresh.csv"].map(&beside);
    let places = names.map(|name| (beside(name), "file-of-workspace"));
    let specials = special.map(|name| (beside(name), "file-special"));
    for (path, code) in places.into_iter().chain(specials) {
        let before = std::fs::read(&path).ok();
        let request = json!({ "path": path, "format": "csv" });
        let error = office.refused("system_export", &request);
        assert_eq!(
            (error.code.as_str(), &error.args["path"]),
            (code, &path.to_string_lossy().into_owned())
        );
        assert_eq!(std::fs::read(&path).ok(), before);
    }
    // What lies where a draft would be is somebody's; an older export is replaced.
    let trap = office.folder.path().join("r.pdf.draft");
    std::os::unix::fs::symlink(office.path(), trap).unwrap();
    for path in plain {
        let request = json!({ "path": path, "format": "csv" });
        office.desk.call("system_export", request);
        assert!(std::fs::read_to_string(path).unwrap().contains("name"));
    }
    assert_eq!(office.desk.call("workspace_check", json!({}))["ok"], true);
}

#[test]
fn one_unknown_value_keeps_the_whole_table_out() {
    let mut office = Office::new();
    let table = office.file("table.csv", "Name,State\nOne,in use\nTwo,sleeping\n");
    let mapping = json!({ "name": "Name", "phase": "State" });
    let request = json!({ "path": table, "mapping": mapping });
    let check = office.desk.call("system_import_check", request.clone());
    assert_eq!(
        (&check["valid"], &check["problemCount"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(check["problems"][0]["value"], "sleeping");
    let error = office.refused("system_import_commit", &request);
    assert_eq!(
        (error.code.as_str(), error.args["line"].as_str()),
        ("import-refused", "3")
    );
    assert_eq!(office.systems(), 0);
}

#[test]
fn bytes_of_no_encoding_name_their_line() {
    let mut office = Office::new();
    let mut bytes = b"\xef\xbb\xbfName,Purpose\nOne,fine\nTwo,".to_vec();
    bytes.extend([0xff, 0xfe, 0x80, b'\n']);
    let table = office.file("table.csv", bytes);
    let error = office.import(&table).unwrap_err();
    spoken(&error);
    assert_eq!(
        (error.code.as_str(), error.args["line"].as_str()),
        ("table-encoding", "3")
    );
    assert_eq!(office.systems(), 0);
}

#[test]
fn an_empty_file_is_no_table() {
    let mut office = Office::new();
    for (name, bytes) in [
        ("empty.csv", ""),
        ("blank.csv", "\n\n"),
        ("marked.csv", "\u{feff}"),
    ] {
        let table = office.file(name, bytes);
        let error = office.refused("system_import_read", &json!({ "path": table }));
        assert_eq!(error.code, "table-empty", "{name}");
    }
    let missing = office.folder.path().join("missing.csv");
    assert_eq!(
        office
            .refused("system_import_read", &json!({ "path": missing }))
            .code,
        "file-missing"
    );
}

#[test]
fn what_is_no_plain_file_is_refused_and_not_waited_for() {
    let mut office = Office::new();
    let system = office.desk.system("Letter sorter");
    let id = office.desk.assessment(&system, "office-writing")["assessment"]["id"].clone();
    for path in assay_tests::no_plain_files(office.folder.path()) {
        let piece = json!({
            "path": path, "locator": "", "name": "Letter", "shows": "that it was asked",
            "dated": null, "standing": "attached", "keepContent": true,
        });
        let target = json!({ "kind": "question", "id": "a-02" });
        let evidence = json!({ "assessment": id, "target": target, "piece": piece });
        let mut unkept = evidence.clone();
        unkept["piece"]["keepContent"] = json!(false);
        let name = json!({ "en": "Pack", "zh": "题包" });
        for (command, request) in [
            ("system_import_read", json!({ "path": path })),
            (
                "finding_ledger_check",
                json!({ "path": path, "sha256": null }),
            ),
            (
                "question_pack_read",
                json!({ "path": path, "id": "pack", "name": name }),
            ),
            ("population_read", json!({ "path": path })),
            ("logo_set", json!({ "path": path })),
            ("anchor_add", json!({ "path": path })),
            ("evidence_add", evidence),
            ("evidence_add", unkept),
        ] {
            let error = office.refused(command, &request);
            let code = if path.is_dir() {
                "file-folder"
            } else {
                "file-none"
            };
            assert_eq!(error.code, code, "{command}");
            assert_eq!(error.args["path"], path.to_str().unwrap());
        }
    }
}

#[test]
fn a_spreadsheet_that_would_break_its_reader_is_a_sentence() {
    let mut office = Office::new();
    let rows = |second: &str| sheet::headings(&["Name", "Impact assessed on"]) + second;
    let far = sheet::text("ZZZZZZZ99999999999", "x");
    let table = office.file(
        "far.xlsx",
        sheet::workbook(&rows(&format!("<row>{far}</row>")), &[]),
    );
    let error = office.refused("system_import_read", &json!({ "path": table }));
    assert_eq!(error.code, "table-out-of-bounds");
    let name = sheet::text("A2", "One");
    for number in ["-1e300", "-1e16", "1e300", "2958466"] {
        let day = format!("<row>{name}<c r=\"B2\" s=\"1\"><v>{number}</v></c></row>");
        let table = office.file("day.xlsx", sheet::workbook(&rows(&day), &[]));
        assert_eq!(
            office.import(&table).unwrap_err().code,
            "import-refused",
            "{number}"
        );
    }
    let long = sheet::text("A2", &"x".repeat(64 << 20));
    let table = office.file(
        "long.xlsx",
        sheet::workbook(&rows(&format!("<row>{long}</row>")), &[]),
    );
    let error = office.refused("system_import_read", &json!({ "path": table }));
    assert_eq!(error.code, "table-heavy-row");
    // A shared text is a megabyte of the file, and three hundred of the table.
    let many: String = (2..302)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    let table = office.file(
        "many.xlsx",
        sheet::workbook(&rows(&many), &[&"x".repeat(1 << 20)]),
    );
    let error = office.refused("system_import_read", &json!({ "path": table }));
    assert_eq!(error.code, "table-too-long");
}

#[test]
fn a_hundred_thousand_rows_come_in_as_one_change() {
    let mut office = Office::new();
    let mut table = String::from("Number,Name,Supplier\n");
    for row in 0..100_000 {
        writeln!(table, "N-{row},System {row},Supplier {}", row % 7).unwrap();
    }
    let table = office.file("many.csv", table);
    let before = office.head()["sequence"].as_u64().unwrap();
    let done = office.import(&table).unwrap();
    assert_eq!(
        (&done["added"], &done["known"]),
        (&json!(100_000), &json!(0))
    );
    assert_eq!(office.head()["sequence"].as_u64().unwrap(), before + 1);
    let again = office.import(&table).unwrap();
    assert_eq!(
        (&again["added"], &again["known"]),
        (&json!(0), &json!(100_000))
    );
}

#[test]
fn a_note_of_a_hundred_kilobytes_is_kept_and_one_beyond_a_mebibyte_is_not() {
    let mut office = Office::new();
    let system = office.desk.system("Letter sorter");
    let id = office.desk.assessment(&system, "office-writing")["assessment"]["id"].clone();
    let answer = |note: &str, revision: Option<u32>| {
        json!({
            "assessment": id, "question": "a-02", "value": "met", "note": note, "naReason": "",
            "revision": revision,
        })
    };
    let note = "记录 record ".repeat(7_200);
    assert!(note.len() > 100_000);
    office.desk.call("answer_save", answer(&note, None));
    let error = office.refused("answer_save", &answer(&"x".repeat((1 << 20) + 1), Some(1)));
    assert_eq!(error.code, "text-too-long");
    let view = office.desk.call("assessment_get", json!({ "id": id }));
    let mut questions = view["questions"].as_array().unwrap().iter();
    let kept = questions
        .find(|question| question["question"] == "a-02")
        .unwrap();
    assert_eq!(kept["answer"]["note"], json!(note));
}

#[test]
fn a_rare_character_is_printed_and_one_in_no_font_is_named() {
    let mut office = Office::new();
    let rare = office.approved(&facts("𠮷野𡈽 assistant"));
    office.desk.call(
        "report_make",
        json!({ "subject": { "kind": "assessment", "id": rare }, "locale": "zh-CN" }),
    );
    let none = office.approved(&facts("Alchemist 🜛"));
    let error = office.refused(
        "report_make",
        &json!({ "subject": { "kind": "assessment", "id": none }, "locale": "en" }),
    );
    assert_eq!(
        (error.code.as_str(), error.args["character"].as_str()),
        ("glyph-missing", "🜛")
    );
    let list = office.desk.call(
        "report_list",
        json!({ "subject": { "kind": "assessment", "id": none } }),
    );
    assert_eq!(list["reports"], json!([]));
}

#[test]
fn a_pdf_that_is_none_unsigned_or_altered_is_each_called_what_it_is() {
    let mut office = Office::new();
    let id = office.approved(&facts("Letter sorter"));
    let report = office.desk.call(
        "report_make",
        json!({ "subject": { "kind": "assessment", "id": id }, "locale": "en" }),
    );
    let path = office.folder.path().join("report.pdf");
    let export = json!({ "report": report["id"], "path": path });
    office.desk.call("report_export", export.clone());
    let verdict = |bytes: &[u8]| verify_bytes(bytes, "report.pdf", &Trust::default()).verdict;
    assert_eq!(
        verdict(&std::fs::read(&path).unwrap()),
        VerdictKind::Unsigned
    );
    let wrong = json!({ "report": report["id"], "passphrase": "somebody else's" });
    assert_eq!(
        office.refused("report_sign", &wrong).code,
        "passphrase-wrong"
    );
    office.desk.call(
        "report_sign",
        json!({ "report": report["id"], "passphrase": PASSPHRASE }),
    );
    office.desk.call("report_export", export);
    let mut bytes = std::fs::read(&path).unwrap();
    assert_eq!(verdict(&bytes), VerdictKind::Intact);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    assert_eq!(verdict(&bytes), VerdictKind::Changed);
    assert_eq!(verdict(b"Dear colleague"), VerdictKind::Broken);
    assert_eq!(verdict(b""), VerdictKind::Broken);
    let error = office.refused(
        "verify_file",
        &json!({ "path": office.folder.path().join("gone.pdf") }),
    );
    assert_eq!(error.code, "file-missing");
}

#[test]
fn what_the_contract_does_not_know_is_refused() {
    let mut office = Office::new();
    for (command, request, code) in [
        ("system_burn", json!({}), "command-unknown"),
        ("system_get", json!({ "id": "none" }), "request-malformed"),
        (
            "system_list",
            json!({ "colour": "red" }),
            "request-malformed",
        ),
        (
            "system_save",
            json!({ "id": null, "facts": facts("  "), "revision": null }),
            "name-empty",
        ),
    ] {
        assert_eq!(office.refused(command, &request).code, code, "{command}");
    }
}
