//! Drills, fallback plans and matrices at the terminal.

use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::terminal::Terminal;
use serde_json::json;

/// The terminal keeps its own clock, so that each mark is a program of its own, as after a kill.
#[test]
fn a_drill_is_run_from_the_terminal_one_program_a_mark() {
    let (mut desk, folder, system) = Desk::office("Load advice");
    desk.call("workspace_lock", json!({}));
    let terminal = Terminal::in_folder(folder.path()).as_person(PASSPHRASE);
    let path = folder.path().join("office.assay");
    let path = path.to_str().unwrap();
    let run = |arguments: &[&str], status: i32| terminal.run(arguments).with(status);
    let begun = run(&["drill", "start", path, "--system", &system, "--json"], 0).json();
    let id = begun["drill"]["id"].as_str().unwrap().to_owned();
    for mark in ["noticed", "decided", "manual"] {
        run(&["drill", "mark", path, &id, mark], 0);
    }
    let early = run(&["drill", "mark", path, &id, "noticed"], 2);
    assert!(
        early.complaint.contains("marked already"),
        "{}",
        early.complaint
    );
    let nothing = run(&["drill", "mark", path, &id], 2);
    assert!(
        nothing.complaint.contains("--backlog"),
        "{}",
        nothing.complaint
    );
    run(
        &[
            "drill",
            "mark",
            path,
            &id,
            "--backlog",
            "7",
            "--note",
            "phones were busy",
        ],
        0,
    );
    let done = run(&["drill", "finish", path, &id, "--json"], 0).json();
    assert_eq!(
        (&done["course"]["state"], &done["verdict"]),
        (&json!("finished"), &json!("within"))
    );
    let marks = done["course"]["marks"].as_array().unwrap();
    let after: Vec<u64> = marks
        .iter()
        .map(|mark| mark["afterMs"].as_u64().unwrap())
        .collect();
    assert!(after.is_sorted() && after[3] < 600_000, "{after:?}");
    let piece = ["--locator", "shelf 3", "--name", "Protocol"];
    let attach = [&["drill", "evidence", path, &id, "--json"], &piece[..]].concat();
    let piece = run(&attach, 0).json()["evidence"][0]["id"].clone();
    let off = [
        "drill",
        "evidence",
        path,
        &id,
        "--detach",
        piece.as_str().unwrap(),
    ];
    assert!(run(&off, 0).out.trim().is_empty());
    let shown = run(&["drill", "show", path, &id, "--lang", "zh-CN"], 0);
    assert!(
        shown.out.contains("人工方式已运行") && shown.out.contains("按时"),
        "{}",
        shown.out
    );
    let list = run(&["drill", "list", path, "--json"], 0).json();
    assert_eq!(list["demonstrated"]["success"]["count"], 1);
    let facts = r#"{ "trigger": "no answer", "limitMinutes": 5 }"#;
    let set = ["fallback", "set", path, "--system", &system, "--json"];
    let plan = terminal.run_with(&set, facts).with(0).json();
    let plan_id = plan["id"].as_str().unwrap();
    let next = ["fallback", "set", path, "--plan", plan_id];
    terminal
        .run_with(&next, r#"{ "decider": "shift lead" }"#)
        .with(0);
    let shown = run(&["fallback", "show", path, plan_id], 0);
    assert!(
        shown.out.contains("shift lead") && shown.out.contains("no answer"),
        "{}",
        shown.out
    );
    let long = r#"{ "limitMinutes": 31, "limitReason": "" }"#;
    let refused = terminal.run_with(&next, long).with(2);
    assert!(refused.complaint.contains("31"), "{}", refused.complaint);
    run(&["fallback", "approve", path, plan_id], 0);
    run(&["fallback", "list", path], 0);
    let rows = r#"[{ "action": "switch", "permission": "alone", "approver": "", "stopper": "desk",
        "stopMethod": "key", "expires": null }]"#;
    let matrix = ["authorisation", "set", path, "--system", &system];
    terminal.run_with(&matrix, rows).with(0);
    run(&["authorisation", "approve", path, "--system", &system], 0);
    let test = [
        "authorisation",
        "test",
        path,
        "--system",
        &system,
        "--stop-result",
        "stopped",
    ];
    let more = ["--tester", "desk", "--day", "2026-11-20", "--seconds", "9"];
    run(&[&test[..], &more[..]].concat(), 0);
    let shown = run(
        &["authorisation", "show", path, "--system", &system, "--json"],
        0,
    )
    .json();
    assert_eq!(shown["stopTests"][0]["facts"]["stoppedAfterS"], 9);
}
