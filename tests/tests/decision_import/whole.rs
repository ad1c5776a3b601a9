//! An import is one change: cancelled, killed, undone, and beside other work.

use crate::office::{Office, PLAIN, many, plain, spoken};
use assay_tests::desk::PASSPHRASE;
use serde_json::json;
use std::time::Duration;

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
