//! Audits at the terminal: planned ahead, of single questions, with evidence.

use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::terminal::Terminal;

#[test]
fn an_audit_of_single_questions_is_planned_ahead_and_its_evidence_taken_off_again() {
    let (mut desk, folder, system) = Desk::office("Loan scoring");
    desk.call("workspace_lock", serde_json::json!({}));
    let terminal = Terminal::in_folder(folder.path()).as_person(PASSPHRASE);
    let path = folder.path().join("office.assay");
    let path = path.to_str().unwrap();
    let run = |action: &str, arguments: &[&str], status: i32| {
        let begun = ["audit", action, path];
        terminal
            .run(&[&begun[..], arguments, &["--json"]].concat())
            .with(status)
    };
    let day = ["--system", &system, "--due", "2027-02-01"];
    let planned = run("schedule", &day, 0).json();
    assert_eq!(planned["state"], "planned");
    assert_eq!(planned["due"], "2027-02-01");
    let twice = run("schedule", &day, 2).complaint;
    assert!(twice.contains("2027-02-01"), "{twice}");
    let unknown = ["--system", &system, "--question", "b-zz-01"];
    let unknown = run("start", &unknown, 2).complaint;
    assert!(unknown.contains("b-zz-01"), "{unknown}");
    let asked = ["--system", &system, "--question", "b-sa-01", "b-co-02"];
    let begun = run("start", &asked, 0).json();
    assert_eq!(
        begun["audit"]["id"], planned["id"],
        "the planned one begins"
    );
    let items = begun["items"].as_array().unwrap().iter();
    let items: Vec<_> = items.map(|item| &item["item"]["question"]).collect();
    assert_eq!(items, ["b-sa-01", "b-co-02"]);
    let id = planned["id"].as_str().unwrap();
    let piece = ["--locator", "shelf 3", "--name", "Test log"];
    let target = [id, "b-sa-01"];
    let saved = run("evidence", &[&target[..], &piece[..]].concat(), 0).json();
    assert_eq!(saved["view"]["item"]["standing"], "attached");
    let piece = saved["evidence"][0]["id"].as_str().unwrap();
    let saved = run("evidence", &[id, "b-sa-01", "--detach", piece], 0).json();
    assert_eq!(saved["view"]["item"]["standing"], "none");
    assert_eq!(saved["evidence"].as_array().unwrap().len(), 0);
}
