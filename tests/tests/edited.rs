//! What somebody with the passphrase changes in the file past the program is told by the check.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_api::contract::WorkspaceCheck;
use assay_domain::history::link;
use assay_domain::time::Timestamp;
use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::store::{edit, raw_connection_of};
use assay_tests::terminal::Terminal;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;

/// A workspace with something of everything that the check compares, made once.
struct Office {
    folder: TempDir,
    system: String,
    assessment: String,
    report: String,
}

impl Office {
    fn path(&self) -> PathBuf {
        self.folder.path().join("office.assay")
    }
}

fn office() -> &'static Office {
    static OFFICE: OnceLock<Office> = OnceLock::new();
    OFFICE.get_or_init(|| {
        let (mut desk, folder, system) = Desk::office("Letter sorter 文件分拣");
        let view = desk.assessment(&system, "office-writing");
        let assessment = view["assessment"]["id"].as_str().unwrap().to_owned();
        desk.complete_with(&assessment, &"a long note 很长的备注 ".repeat(20));
        rate(&mut desk, &view);
        let dissent = json!({ "assessment": assessment, "proposedGrade": 4, "reason": "Too mild" });
        desk.call("dissent_add", dissent);
        let made = desk.report(&assessment, "en");
        let sign = json!({ "report": made["id"], "passphrase": PASSPHRASE });
        desk.call("report_sign", sign);
        records(&mut desk, &system);
        findings(&mut desk, &system);
        let person = json!({
            "name": "Reviewer", "title": "Office", "roles": ["reviewer"],
            "passphrase": "another long sentence",
        });
        let person = desk.call("person_add", person);
        let change = json!({
            "id": person["id"], "name": "Reviewer 复核人", "title": "", "roles": ["operator", "reviewer"],
        });
        desk.call("person_change", change);
        assert_eq!(check(&mut desk)["ok"], true);
        desk.call("workspace_lock", json!({}));
        Office {
            folder,
            system,
            assessment,
            report: made["id"].as_str().unwrap().to_owned(),
        }
    })
}

/// Changes one rating, and holds another not applicable.
fn rate(desk: &mut Desk, view: &Value) {
    let id = &view["assessment"]["id"];
    for (place, not_applicable) in [(0, false), (1, true)] {
        let rating = &view["ratings"][place];
        let rated = (!not_applicable).then_some(4);
        let request = json!({
            "assessment": id, "risk": rating["risk"], "likelihood": rated, "impact": rated,
            "notApplicable": not_applicable, "reason": "As seen last year",
            "revision": rating["revision"].as_u64().unwrap() + 1,
        });
        desk.call("rating_save", request);
    }
}

/// Decision records, one of them corrected, a volume, an incident with a report.
fn records(desk: &mut Desk, system: &str) {
    let mut entry = json!({
        "system": system, "decidedAt": "2026-11-24T09:30", "caseKey": "C-1", "aiOutput": "grant",
        "humanFinal": "refuse", "disposition": "overridden", "reasonCode": "wrong-fact",
        "aiConfidence": 1.0,
    });
    let first = desk.call("decision_add", json!({ "entry": entry }));
    entry["outcome"] = json!("refused rightly");
    let correct = json!({ "id": first["id"], "entry": entry });
    desk.call("decision_correct", correct);
    let facts = json!({
        "system": system, "decisionPoint": "", "modelVersion": "",
        "period": { "from": "2026-10-01", "to": "2026-10-31" },
        "totals": { "issued": 100, "accepted": 90 }, "exposure": null,
    });
    desk.call("volume_save", json!({ "facts": facts, "supersedes": null }));
    let mut entry = json!({
        "system": system, "kind": "event", "severity": "major", "title": "Sorted wrongly",
        "occurredAt": "2026-11-24T13:00", "noticedAt": "2026-11-24T13:20",
        "effect": "Letters came late.", "people": 0, "harm": 1,
    });
    let request = json!({ "id": null, "revision": null, "entry": entry });
    let seen = desk.call("incident_save", request);
    entry["title"] = json!("Sorted wrongly for an hour");
    let incident = &seen["incident"];
    let request = json!({ "id": incident["id"], "revision": incident["revision"], "entry": entry });
    desk.call("incident_save", request);
}

/// A finding that is being remedied by an action.
fn findings(desk: &mut Desk, system: &str) {
    let asked = json!({
        "system": system, "from": "2026-10-01", "to": "2026-10-31", "title": "No log",
        "question": "b-sc-01", "failing": "fails", "signal": null,
    });
    let finding = desk.call("finding_add", asked);
    let facts = json!({
        "title": "Keep a log", "system": system, "assessment": null,
        "target": { "kind": "finding", "id": finding["id"] }, "owner": "Wang",
        "due": "2026-12-01", "state": "open", "note": "", "proof": [],
    });
    let action = json!({ "id": null, "revision": null, "facts": facts });
    desk.call("action_save", action);
    let step = json!({
        "id": finding["id"], "revision": finding["revision"],
        "move": { "step": "start_remedy", "note": "", "until": null },
    });
    desk.call("finding_move", step);
}

fn check(desk: &mut Desk) -> Value {
    desk.call("workspace_check", json!({}))
}

/// Copies the office, edits the copy past the program, and checks it.
fn checked_after(change: impl FnOnce(&Connection)) -> Value {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("office.assay");
    copy(&office().path(), &path);
    {
        let connection = raw_connection_of(&path, PASSPHRASE);
        connection
            .execute_batch("PRAGMA foreign_keys = OFF")
            .unwrap();
        change(&connection);
    }
    let mut desk = Desk::in_folder(folder.path());
    desk.open(&path, PASSPHRASE);
    check(&mut desk)
}

fn copy(from: &Path, to: &Path) {
    for suffix in ["", "-keys"] {
        let beside = |path: &Path| format!("{}{suffix}", path.to_str().unwrap());
        std::fs::copy(beside(from), beside(to)).unwrap();
    }
}

fn problems<'a>(check: &'a Value, code: &str) -> &'a Vec<Value> {
    let items = check["items"].as_array().unwrap();
    let item = items.iter().find(|item| item["code"] == code).unwrap();
    assert_eq!(item["ok"], item["problems"] == json!([]), "{item}");
    item["problems"].as_array().unwrap()
}

fn told(check: &Value) -> Vec<String> {
    let records = problems(check, "records").iter();
    let word = |problem: &Value, name: &str| problem["args"][name].as_str().unwrap().to_owned();
    records
        .map(|problem| {
            assert_eq!(problem["code"], "record", "{problem}");
            let parts = ["noun", "id", "fault"].map(|name| word(problem, name));
            parts.join(" ")
        })
        .collect()
}

#[test]
fn an_edit_of_each_noun_names_its_rows() {
    let Office {
        assessment, report, ..
    } = office();
    let cases = [
        (
            "UPDATE answer SET value = 'not_met'
                WHERE rowid = (SELECT min(rowid) FROM answer WHERE assessment IS NULL)",
            vec!["answer", "changed"],
        ),
        (
            "UPDATE answer SET note = 'short' WHERE assessment IS NOT NULL AND question = 'b-sc-01'",
            vec!["answer", "changed"],
        ),
        ("DELETE FROM answer WHERE question = 'b-sc-01'", vec!["answer", "missing"]),
        (
            "INSERT INTO answer SELECT NULL, 'b-zz-99', value, note, na_reason, saved_by, saved_at, 1
                FROM answer LIMIT 1",
            vec!["answer", "foreign"],
        ),
        ("UPDATE rating SET likelihood = 6 - likelihood WHERE risk = '3.1.1a'", vec!["rating", "changed"]),
        (
            "UPDATE rating SET not_applicable = 'because' WHERE risk = '3.1.1b'",
            vec!["rating", "changed"],
        ),
        ("DELETE FROM rating WHERE risk = '3.1.1c'", vec!["rating", "missing"]),
        ("UPDATE measure SET level = 4 WHERE control = '4.1.1a'", vec!["measure", "changed"]),
        (
            "UPDATE assessment SET state = 'draft', approved_by = NULL, approved_at = NULL",
            vec!["assessment", "changed"],
        ),
        ("UPDATE dissent SET reason = 'I agree'", vec!["dissent", "changed"]),
        (
            "UPDATE person SET roles = '[\"administrator\",\"approver\"]' WHERE name LIKE 'Reviewer%'",
            vec!["person", "changed"],
        ),
        ("UPDATE person SET name = 'Nobody' WHERE name LIKE 'Reviewer%'", vec!["person", "changed"]),
        ("UPDATE system SET name = name || 'X'", vec!["system", "changed"]),
        ("UPDATE workspace SET organisation = 'Another'", vec!["workspace", "changed"]),
        ("UPDATE workspace SET retention_months = 1", vec!["workspace", "changed"]),
        ("UPDATE report SET state = 'unsigned', signatures = '[]'", vec!["report", "changed"]),
        ("UPDATE finding SET state = 'closed'", vec!["finding", "changed"]),
        ("DELETE FROM finding_step; DELETE FROM finding", vec!["finding", "missing"]),
        ("UPDATE action SET owner = 'Li'", vec!["action", "changed"]),
        (
            "UPDATE incident_version SET noticed_at = noticed_at + 1 WHERE revision = 1",
            vec!["incident_version", "changed"],
        ),
        ("UPDATE volume SET issued = 99", vec!["volume", "changed"]),
        ("DELETE FROM volume", vec!["volume", "missing"]),
        (
            "UPDATE decision SET human_final = 'grant' WHERE supersedes IS NULL",
            vec!["decision", "changed"],
        ),
        ("UPDATE decision SET ai_confidence = 0.5 WHERE supersedes IS NULL", vec!["decision", "changed"]),
        ("DELETE FROM decision WHERE supersedes IS NOT NULL", vec!["decision", "missing"]),
    ];
    for (statement, expected) in cases {
        let check = checked_after(|connection| edit(connection, statement));
        let told = told(&check);
        let [one] = told.as_slice() else {
            panic!("{statement}: {told:?}");
        };
        let parts: Vec<&str> = one.split(' ').collect();
        assert_eq!([parts[0], parts[2]], expected[..], "{statement}");
        assert_eq!(check["ok"], false);
    }
    let check = checked_after(|connection| {
        edit(connection, "DELETE FROM report_version WHERE number = 1");
    });
    let version = format!("report_version {report}/1 missing");
    let own = format!("report {report} changed");
    assert_eq!(told(&check), [own, version]);
    let check = checked_after(|connection| {
        edit(
            connection,
            "UPDATE answer SET value = 'partly' WHERE assessment IS NOT NULL",
        );
    });
    let named = problems(&check, "records");
    let counted = |code: &str| named.iter().filter(|one| one["code"] == code).count();
    assert_eq!((counted("record"), named.len()), (100, 101), "{check}");
    assert_eq!(named[100]["code"], "more");
    assert!(
        named[0]["args"]["id"]
            .as_str()
            .unwrap()
            .starts_with(assessment.as_str())
    );
}

#[test]
fn an_edit_that_changes_nothing_is_no_problem() {
    let check = checked_after(|connection| edit(connection, "UPDATE answer SET value = value"));
    assert_eq!(check["ok"], true, "{check}");
}

#[test]
fn a_record_that_was_slipped_in_has_no_entry() {
    let check = checked_after(|connection| {
        edit(
            connection,
            "CREATE TEMP TABLE one AS SELECT * FROM decision WHERE supersedes IS NULL;
             UPDATE one SET id = x'0190000000007000800000000000abcd', decided_at = decided_at - 1;
             INSERT INTO decision SELECT * FROM one; DROP TABLE one",
        );
    });
    let id = "decision 01900000-0000-7000-8000-00000000abcd foreign";
    assert_eq!(told(&check), [id]);
}

#[test]
fn texts_that_are_gone_without_thinning_are_told() {
    let check = checked_after(|connection| edit(connection, "DELETE FROM erasable"));
    let gone = problems(&check, "history");
    let fields: Vec<&str> = gone
        .iter()
        .map(|problem| problem["args"]["fields"].as_str().unwrap())
        .collect();
    assert!(
        gone.iter().all(|problem| problem["code"] == "texts"),
        "{check}"
    );
    // A person's two texts are named together, as are those of a decision record.
    assert!(fields.contains(&"name, title"), "{check}");
    assert!(
        fields.iter().any(|named| named.contains("humanFinal, ")),
        "{check}"
    );
    assert_eq!(told(&check), Vec::<String>::new());
}

#[test]
fn a_record_that_says_it_was_thinned_needs_a_run() {
    let check = checked_after(|connection| {
        edit(
            connection,
            "UPDATE decision SET reviewer = NULL, case_key = '', ai_output = '',
                human_initial = NULL, human_final = '', reason_text = '', outcome = NULL,
                marks = 0, thinned_at = recorded_at;
             DELETE FROM erasable WHERE sequence IN (SELECT sequence FROM history
                WHERE json_extract(payload, '$.subject.kind') = 'decision')",
        );
    });
    let thinned = &problems(&check, "records")[0];
    assert_eq!(thinned["code"], "thinned");
    assert_eq!(thinned["args"]["system"], office().system.as_str());
    assert_eq!(thinned["args"]["count"], "1");
    assert_eq!(problems(&check, "history").len(), 0);
}

/// Writes the chain anew over payloads that are changed.
fn rewritten(connection: &Connection, change: impl Fn(i64, String) -> String) {
    edit(
        connection,
        "CREATE TEMP TABLE anew (sequence, payload, previous, hash)",
    );
    let mut read = connection
        .prepare("SELECT sequence, at, payload FROM history ORDER BY sequence")
        .unwrap();
    let mut previous = [0; 32];
    let entries: Vec<(i64, i64, String)> = read
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (sequence, at, payload) in entries {
        let payload = change(sequence, payload);
        let at = Timestamp::from_micros(at);
        let number = u64::try_from(sequence).unwrap();
        let hash = link(&previous, number, at, payload.as_bytes());
        connection
            .execute(
                "INSERT INTO anew VALUES (?1, ?2, ?3, ?4)",
                (sequence, payload, previous, hash),
            )
            .unwrap();
        previous = hash;
    }
    edit(
        connection,
        "UPDATE history SET payload = a.payload, previous = a.previous, hash = a.hash
         FROM anew a WHERE a.sequence = history.sequence; DROP TABLE anew",
    );
}

#[test]
fn a_chain_that_was_rewritten_lacks_the_heads_of_reports() {
    let check = checked_after(|connection| {
        rewritten(connection, |sequence, payload| match sequence {
            2 => format!("{payload} "),
            _ => payload,
        });
    });
    let heads = problems(&check, "reports");
    assert_eq!(heads.len(), 1, "{check}");
    assert_eq!(heads[0]["code"], "head");
    assert_eq!(heads[0]["args"]["number"], "1");
    assert_eq!(heads[0]["args"]["about"], "Letter sorter 文件分拣");
    assert_eq!(told(&check), Vec::<String>::new());
    let check = checked_after(|connection| rewritten(connection, |_, payload| payload));
    assert_eq!(check["ok"], true, "{check}");
}

#[test]
fn a_history_of_other_things_stops_nothing() {
    // Whoever writes the chain anew can put anything into a payload.
    for payload in [
        "[]",
        "\"x\"",
        "7",
        "null",
        "{\"state\":[],\"report\":7,\"id\":{}}",
    ] {
        let check = checked_after(|connection| {
            rewritten(connection, |_, text| {
                let mut body: Value = serde_json::from_str(&text).unwrap();
                body["payload"] = serde_json::from_str(payload).unwrap();
                body.to_string()
            });
        });
        assert_eq!(check["ok"], false, "{payload}");
        assert!(!problems(&check, "records").is_empty(), "{payload}");
    }
}

#[test]
fn where_the_file_cannot_be_read_nothing_is_called_compared() {
    let check = checked_after(|connection| {
        rewritten(connection, |sequence, payload| match sequence {
            2 => "{}".to_owned(),
            _ => payload,
        });
    });
    for code in ["records", "reports"] {
        assert_eq!(problems(&check, code)[0]["code"], "skipped", "{check}");
    }
}

#[test]
fn the_terminal_says_each_problem_in_a_sentence() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("office.assay");
    copy(&office().path(), &path);
    {
        let connection = raw_connection_of(&path, PASSPHRASE);
        let statement = "UPDATE system SET name = 'X'; DELETE FROM erasable WHERE sequence = 1";
        edit(&connection, statement);
    }
    let system = &office().system;
    let terminal = Terminal::in_folder(folder.path()).as_person(PASSPHRASE);
    let said = terminal.run(&["check", "office.assay"]).with(1).out;
    let english = [
        format!("AI system {system}: it differs from what the last entry"),
        "Entry 1 of the history has lost texts (name, title)".to_owned(),
    ];
    for sentence in english {
        assert!(said.contains(&sentence), "{said}");
    }
    let chinese = ["--lang", "zh-CN", "check", "office.assay"];
    let said = terminal.run(&chinese).with(1).out;
    assert!(
        said.contains(&format!("人工智能系统{system}：其内容与")),
        "{said}"
    );
    assert!(said.contains("第1条的文本（name, title）已不在"), "{said}");
    let json = terminal.run(&["check", "office.assay", "--json"]).with(1);
    let check: WorkspaceCheck = serde_json::from_value(json.json()).unwrap();
    let records = check.items.iter().find(|item| item.code == "records");
    assert_eq!(records.unwrap().problems[0].args["id"], *system);
    raw_connection_of(&path, PASSPHRASE)
        .execute_batch("CREATE VIEW evil AS SELECT 1")
        .unwrap();
    let refused = terminal.run(&chinese).with(2).complaint;
    assert!(refused.contains("视图“evil”"), "{refused}");
}

#[test]
fn a_planted_trigger_is_told_when_the_workspace_is_opened() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("office.assay");
    copy(&office().path(), &path);
    raw_connection_of(&path, PASSPHRASE)
        .execute_batch(
            "CREATE TRIGGER evil AFTER INSERT ON history
             BEGIN UPDATE person SET roles = '[\"administrator\",\"approver\"]'; END",
        )
        .unwrap();
    let mut desk = Desk::in_folder(folder.path());
    let request = json!({ "path": path, "passphrase": PASSPHRASE });
    let error = desk.try_call("workspace_open", &request).unwrap_err();
    assert_eq!(error.code, "workspace-altered");
    assert_eq!(
        [&error.args["kind"], &error.args["name"]],
        ["trigger", "evil"]
    );
}
