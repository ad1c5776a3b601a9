//! Audits in the terminal.

use assay_tests::desk::PASSPHRASE;
use assay_tests::terminal::Terminal;
use assay_tests::window::prepared::bare_office;

#[test]
fn audits_are_planned_started_recorded_closed_and_compared_from_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    bare_office(&folder.path().join("a.assay"));
    let terminal = Terminal::in_folder(folder.path()).as_person(PASSPHRASE);
    let run = |arguments: &[&str]| terminal.run(arguments);
    run(&[
        "system",
        "add",
        "a.assay",
        "--name",
        "Loads",
        "--reference",
        "S-1",
    ])
    .with(0);
    let zero = [
        "audit", "plan", "a.assay", "--system", "S-1", "--every", "0m",
    ];
    let complaint = run(&zero).with(2).complaint;
    assert!(complaint.contains("never comes round"), "{complaint}");
    run(&[
        "audit", "plan", "a.assay", "--system", "S-1", "--every", "1w",
    ])
    .with(0);
    let due = run(&["audit", "due", "a.assay", "--json"]).with(0).json();
    assert_eq!(due["due"][0]["kind"], "system_audit");
    let start = [
        "audit",
        "start",
        "a.assay",
        "--system",
        "S-1",
        "--dimensions",
        "safety",
        "--json",
    ];
    let audit = run(&start).with(0).json();
    let id = audit["audit"]["id"].as_str().unwrap();
    for item in audit["items"].as_array().unwrap() {
        let question = item["item"]["question"].as_str().unwrap();
        run(&["audit", "record", "a.assay", id, question, "conforms"]).with(0);
    }
    let closed = run(&["audit", "close", "a.assay", id]).with(0).out;
    assert!(closed.starts_with("7 conform"), "{closed}");
    let compared = run(&["audit", "compare", "a.assay", id]).with(0).out;
    assert!(compared.contains("Not compared"), "{compared}");
    let due = run(&["audit", "due", "a.assay", "--json"]).with(0).json();
    assert_ne!(due["due"][0]["occurrence"]["state"], "done");
    for command in [
        "plan", "due", "check", "list", "start", "show", "record", "close", "compare", "packs",
        "pack-add",
    ] {
        for language in ["en", "zh-CN"] {
            let help = run(&["--lang", language, "audit", command, "--help"])
                .with(0)
                .out;
            assert!(!help.contains("cli-"), "{command}: {help}");
        }
    }
}
