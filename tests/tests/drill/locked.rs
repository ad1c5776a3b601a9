//! Drills that are recorded at the lock screen.

use crate::office::{killed, set};
use assay_domain::drill::DrillFacts;
use assay_domain::id::DrillId;
use assay_store::DrillSealer;
use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::store::{random, uuid};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A locked workspace with one system, and a desk before its lock screen.
fn locked() -> (Desk, TempDir, String) {
    let (mut desk, folder, _) = Desk::office("Load advice");
    desk.call("workspace_lock", json!({}));
    let path = folder.path().join("office.assay");
    (desk, folder, path.to_str().unwrap().to_owned())
}

fn begin(desk: &mut Desk, path: &str, named: &str) -> Value {
    desk.call(
        "locked_drill_begin",
        json!({ "path": path, "named": named,
        "scenario": "scores never arrive", "announced": false, "observers": "the auditor" }),
    )
}

fn locked_step(desk: &mut Desk, step: Value) -> Value {
    desk.call("locked_drill_step", json!({ "step": step }))
}

fn locked_mark(desk: &mut Desk, mark: &str) -> Value {
    locked_step(desk, json!({ "kind": "mark", "mark": mark }))
}

fn drills_file(folder: &TempDir) -> PathBuf {
    folder.path().join("office.assay-drills")
}

#[test]
fn a_drill_begins_at_the_lock_screen_survives_a_kill_and_is_taken_in() {
    let (mut desk, folder, path) = locked();
    begin(&mut desk, &path, "load ADVICE");
    locked_mark(&mut desk, "fault");
    desk.wait_ms(90_000);
    let shown = locked_mark(&mut desk, "noticed");
    assert_eq!(shown["current"]["course"]["next"], "decided");
    locked_step(
        &mut desk,
        json!({ "kind": "note", "text": "phones were busy" }),
    );
    let bytes = std::fs::read(drills_file(&folder)).unwrap();
    for secret in [
        "load", "ADVICE", "scores", "Zhao", "fault", "noticed", "phones", "2026-", "Step", "begin",
    ] {
        let found = bytes
            .windows(secret.len())
            .any(|part| part.eq_ignore_ascii_case(secret.as_bytes()));
        assert!(!found, "{secret} can be read on disk");
    }
    // SIGKILL: a new program stands before the same lock screen.
    let left = killed(folder.path());
    let path = left.path().join("office.assay");
    desk.wait_ms(30_000);
    let mut after = Desk::in_folder(left.path());
    after.wait_ms(desk.passed_ms());
    let request = json!({ "path": path });
    let waiting = after.call("locked_drill_get", request);
    assert_eq!(waiting["current"], Value::Null);
    assert_eq!(waiting["waiting"][0]["entries"], 4);
    let drill = waiting["waiting"][0]["drill"].clone();
    after.call(
        "locked_drill_resume",
        json!({ "path": path, "drill": drill }),
    );
    let shown = locked_mark(&mut after, "decided");
    assert_eq!(
        (&shown["current"]["resumed"], &shown["current"]["entries"]),
        (&json!(true), &json!(5))
    );
    after.wait_ms(60_000);
    let opened = after.open(&path, PASSPHRASE);
    let taken = json!({
        "drills": [drill], "entries": 4, "damaged": [], "missing": 0, "waiting": false,
    });
    assert_eq!(opened["takenIn"], taken);
    assert!(!drills_file(&left).exists());
    let detail = set(&mut after, &drill, "manual");
    assert_eq!(detail["systemName"], "Load advice");
    assert_eq!(
        (&detail["limitMinutes"], &detail["drill"]["facts"]["named"]),
        (&json!(30), &json!("load ADVICE"))
    );
    let marks = detail["course"]["marks"].as_array().unwrap();
    let times: Vec<u64> = marks
        .iter()
        .map(|mark| mark["afterMs"].as_u64().unwrap() / 1000)
        .collect();
    assert_eq!(times, [0, 90, 120, 180]);
    let history = after.call("history_list", json!({ "before": null, "limit": 20 }));
    let entries = history["entries"].as_array().unwrap();
    assert!(
        entries
            .iter()
            .any(|entry| entry["action"] == "drill.take_in")
    );
    let check = after.call("workspace_check", json!({}));
    assert_eq!(check["ok"], true);
    after.call("workspace_lock", json!({}));
    assert_eq!(after.open(&path, PASSPHRASE)["takenIn"], Value::Null);
}

#[test]
fn damaged_entries_are_told_and_the_rest_is_taken_in() {
    let (mut desk, folder, path) = locked();
    begin(&mut desk, &path, "the dispatcher");
    for mark in ["fault", "noticed", "decided"] {
        locked_mark(&mut desk, mark);
    }
    let text = std::fs::read_to_string(drills_file(&folder)).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let place = lines[2].len() - 9;
    let other = if &lines[2][place..=place] == "0" {
        "1"
    } else {
        "0"
    };
    lines[2].replace_range(place..=place, other);
    // An entry in another one's place opens as little as one that was changed.
    let moved = lines[3].replacen(" 4 ", " 5 ", 1);
    let torn = "0190";
    std::fs::write(
        drills_file(&folder),
        format!("{}\n{moved}\n{torn}", lines.join("\n")),
    )
    .unwrap();
    locked_step(
        &mut desk,
        json!({ "kind": "note", "text": "after the cut" }),
    );
    let taken = desk.open(Path::new(&path), PASSPHRASE)["takenIn"].clone();
    assert_eq!(
        (&taken["entries"], &taken["damaged"], &taken["missing"]),
        (&json!(3), &json!([3, 5, 6]), &json!(1))
    );
    assert!(folder.path().join("office.assay-drills.damaged").exists());
    let check = desk.call("workspace_check", json!({}));
    let told = check["items"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&check["ok"], &told["code"], &told["ok"]),
        (&json!(false), &json!("drills"), &json!(false))
    );
    assert!(
        told["detail"]
            .to_string()
            .contains("office.assay-drills.damaged")
    );
    let list = desk.call("fallback_list", json!({}));
    let unassigned = &list["unassigned"][0];
    assert_eq!(unassigned["systemName"], "the dispatcher");
    // What came after the entry that is lost does not fit any more, and is kept aside.
    let detail = desk.call("drill_get", json!({ "id": unassigned["id"] }));
    let aside: Vec<bool> = detail["drill"]["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["aside"] == true)
        .collect();
    assert_eq!(aside, [false, true, false]);
    let mut facts = detail["drill"]["facts"].clone();
    facts["system"] = list["systems"][0]["system"].clone();
    let named = desk.call(
        "drill_plan",
        json!({ "id": unassigned["id"], "revision": 1, "facts": facts }),
    );
    assert_eq!(
        (&named["systemName"], &named["limitMinutes"]),
        (&json!("Load advice"), &json!(30))
    );
}

/// Whoever can write beside the workspace can seal anything for it.
#[test]
fn an_entry_beyond_every_bound_keeps_nobody_out() {
    let (mut desk, _folder, path) = locked();
    begin(&mut desk, &path, "Load advice");
    let reading =
        |steady: u64| json!({ "at": "2026-11-24T10:45:00Z", "steadyMs": steady, "base": "boot" });
    let mut facts = serde_json::to_value(DrillFacts::of(None)).unwrap();
    facts["named"] = json!("n".repeat(100_000));
    let fault = json!({ "kind": "mark", "mark": "fault" });
    let note = json!({ "kind": "note", "text": "n".repeat(1_000_000) });
    let drill = DrillId::new(uuid(77));
    let mut sealer = DrillSealer::new(Path::new(&path), drill, random()).unwrap();
    for entry in [
        json!({ "entry": "begin", "facts": facts }),
        json!({ "entry": "step", "step": fault, "reading": reading(u64::MAX) }),
        json!({ "entry": "step", "step": note, "reading": reading(1) }),
        json!({ "entry": "step", "step": fault, "reading": reading(2) }),
    ] {
        sealer.add(&entry.to_string()).unwrap();
    }
    let taken = desk.open(Path::new(&path), PASSPHRASE)["takenIn"].clone();
    assert_eq!(
        (&taken["entries"], &taken["damaged"], &taken["waiting"]),
        (&json!(1), &json!([2, 3, 4]), &json!(false))
    );
}

#[test]
fn what_was_taken_in_is_not_taken_in_twice() {
    let (mut desk, folder, path) = locked();
    begin(&mut desk, &path, "Load advice");
    locked_mark(&mut desk, "fault");
    let kept = std::fs::read(drills_file(&folder)).unwrap();
    let first = desk.open(Path::new(&path), PASSPHRASE);
    assert_eq!(first["takenIn"]["entries"], 1);
    desk.call("workspace_lock", json!({}));
    // The program was killed after the change was saved and before the file was removed.
    std::fs::write(drills_file(&folder), kept).unwrap();
    let second = desk.open(Path::new(&path), PASSPHRASE);
    assert_eq!(second["takenIn"]["entries"], 0);
    let list = desk.call("drill_list", json!({ "system": null }));
    assert_eq!(list["drills"].as_array().unwrap().len(), 1);
}

#[test]
fn the_lock_screen_refuses_in_sentences() {
    let (mut desk, folder, path) = locked();
    let nameless =
        json!({ "path": path, "named": " ", "scenario": "", "announced": true, "observers": "" });
    assert_eq!(
        desk.refused("locked_drill_begin", nameless),
        "drill-named-empty"
    );
    let mark = json!({ "step": { "kind": "mark", "mark": "fault" } });
    assert_eq!(
        desk.refused("locked_drill_step", mark.clone()),
        "drill-not-waiting"
    );
    let nowhere = folder.path().join("none.assay");
    let nowhere = json!({ "path": nowhere, "named": "x", "scenario": "", "announced": true, "observers": "" });
    assert_eq!(
        desk.refused("locked_drill_begin", nowhere),
        "workspace-missing"
    );
    begin(&mut desk, &path, "Load advice");
    let early = json!({ "step": { "kind": "mark", "mark": "decided" } });
    assert_eq!(desk.refused("locked_drill_step", early), "drill-mark-order");
    // Somebody else unlocks the workspace in another program.
    let mut other = Desk::in_folder(folder.path());
    other.open(Path::new(&path), PASSPHRASE);
    assert_eq!(
        desk.refused("locked_drill_step", mark),
        "workspace-open-elsewhere"
    );
}
