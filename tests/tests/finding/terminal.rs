//! The same from the terminal, with the statuses and the JSON of the contract.

use crate::office::Office;
use assay_tests::desk::PASSPHRASE;
use assay_tests::terminal::Terminal;
use serde_json::json;

#[test]
fn the_terminal_lists_shows_moves_and_takes_a_ledger_in() {
    let mut office = Office::new();
    let finding = office.finding("h-01");
    office.action(&finding, "Wang", json!("2026-12-01"));
    let id = finding["id"].as_str().unwrap().to_owned();
    let workspace = office.path("office.assay");
    office.desk.call("workspace_lock", json!({}));
    let terminal = Terminal::in_folder(office.folder.path()).as_person(PASSPHRASE);
    let run = |arguments: &[&str]| terminal.run(arguments);

    let list = run(&["finding", "list", &workspace, "--json"])
        .with(0)
        .json();
    assert_eq!(list["findings"][0]["finding"]["id"], id.as_str());
    let closed = run(&["finding", "list", &workspace, "--state", "closed", "--json"]);
    assert_eq!(closed.with(0).json()["found"], 0);
    run(&[
        "finding", "move", &workspace, &id, "verify", "--note", "seen",
    ])
    .with(2);
    let moved = run(&["finding", "move", &workspace, &id, "start_remedy", "--json"]);
    assert_eq!(moved.with(0).json()["row"]["state"], "in_remedy");
    let shown = run(&["finding", "show", &workspace, &id, "--lang", "zh-CN"]).with(0);
    assert!(shown.out.contains("整改中"), "{}", shown.out);

    let ledger = office.path("ledger.xlsx");
    run(&["finding", "ledger-write", &workspace, &ledger]).with(0);
    let taken = run(&["finding", "ledger-read", &workspace, &ledger, "--json"]);
    assert_eq!(taken.with(0).json(), json!({ "findings": 0, "actions": 0 }));

    let audit = finding["audit"].as_str().unwrap();
    let drawn = run(&[
        "audit",
        "sample",
        "draw",
        &workspace,
        audit,
        "--attribute",
        "signed",
        "--name",
        "Orders",
        "--size",
        "20",
        "--json",
    ]);
    let drawn = drawn.with(0).json();
    assert_eq!(drawn["sample"]["size"], 19);
    let sample = drawn["sample"]["id"].as_str().unwrap();
    let recorded = run(&[
        "audit", "sample", "record", &workspace, sample, "1", "conforms", "--json",
    ]);
    assert_eq!(recorded.with(0).json()["items"][0]["result"], "conforms");
    let none = run(&[
        "audit",
        "sample",
        "draw",
        &workspace,
        audit,
        "--attribute",
        "signed",
        "--name",
        "Orders",
        "--size",
        "0",
    ]);
    assert!(none.with(2).complaint.contains("nothing to draw from"));
}
