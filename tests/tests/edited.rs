//! What somebody with the passphrase changes in the file past the program is told by the check.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::history::link;
use assay_domain::time::Timestamp;
use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::store::{edit, raw_connection_of};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;

/// A workspace with something of everything that the check compares, made once.
struct Office {
    folder: TempDir,
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
        Office { folder }
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
    let check = checked_after(|connection| rewritten(connection, |_, payload| payload));
    assert_eq!(check["ok"], true, "{check}");
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
