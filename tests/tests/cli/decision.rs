//! The decision log in the terminal: records, volumes, names and how long they are kept.

use crate::{ASSESSOR, sample};
use assay_tests::desk::PASSPHRASE;
use assay_tests::terminal::Terminal;
use assay_tests::window::prepared::bare_office;

#[test]
fn decisions_are_recorded_corrected_listed_and_counted_in_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let (terminal, workspace) = sample(folder.path());
    let assessor = terminal.as_person(ASSESSOR);
    let run = |arguments: &[&str]| assessor.run(&[&["decision"], arguments].concat());
    let mut add = vec!["add", &workspace, "--system", "YMS-AI-01", "--disposition"];
    add.extend([
        "overridden",
        "--final",
        "sent to the counter",
        "--case",
        "C-30001",
    ]);
    let refused = run(&add).with(2);
    assert!(
        refused.complaint.contains("reason"),
        "{}",
        refused.complaint
    );
    let chinese = run(&[&add[..], &["--lang", "zh-CN"]].concat()).with(2);
    assert!(
        chinese.complaint.contains("必须选择原因"),
        "{}",
        chinese.complaint
    );
    add.extend([
        "--reason-code",
        "unsafe",
        "--reviewer",
        "Desk officer 03",
        "--json",
    ]);
    let made = run(&add).with(0).json();
    let id = made["id"].as_str().unwrap().to_owned();
    let negative = ["correct", &workspace, &id, "--latency-ms", "-5"];
    let negative = run(&negative).with(2);
    assert!(
        negative.complaint.contains("before"),
        "{}",
        negative.complaint
    );
    let outcome = ["correct", &workspace, &id, "--outcome", "settled", "--json"];
    let second = run(&outcome).with(0).json();
    assert_eq!(second["supersedes"], made["id"]);
    assert_eq!(second["facts"]["reviewer"], made["facts"]["reviewer"]);
    let shown = run(&["show", &workspace, &id]).with(0).out;
    for word in ["Unsafe (unsafe)", "outcome added", "R-", "C-30001"] {
        assert!(shown.contains(word), "{word}: {shown}");
    }
    let id = second["id"].as_str().unwrap();
    let minutes = ["--locator", "shelf 4", "--name", "Minutes", "--json"];
    let attach = [&["evidence", &workspace, id], &minutes[..]].concat();
    let third = run(&attach).with(0).json();
    let shown = run(&["show", &workspace, third["id"].as_str().unwrap()])
        .with(0)
        .out;
    for word in ["evidence attached", "Minutes", "settled"] {
        assert!(shown.contains(word), "{word}: {shown}");
    }
    let list = ["list", &workspace, "--case", "c-300", "--json"];
    let list = run(&list).with(0).json();
    assert_eq!(list["decisions"][0]["decision"]["id"], third["id"]);
    assert_eq!(list["decisions"].as_array().unwrap().len(), 1);
    let page = run(&["list", &workspace, "--limit", "2"]).with(0).out;
    assert!(page.contains("--after"), "{page}");
    let counts = run(&["counts", &workspace, "--system", "YMS-AI-01"])
        .with(0)
        .out;
    assert!(
        counts.contains("3 records") && counts.contains("Unsafe"),
        "{counts}"
    );
    let reasons = run(&["reasons", &workspace]).with(0).out;
    assert!(reasons.contains("local-knowledge"), "{reasons}");
    let own = [
        "reason-add",
        &workspace,
        "--system",
        "YMS-AI-01",
        "--code",
        "queue",
    ];
    let own = run(&[&own[..], &["--name-en", "Queue", "--name-zh", "排队"]].concat()).with(0);
    assert!(own.out.contains("排队"), "{}", own.out);
}

#[test]
fn volumes_are_recorded_replaced_and_listed_in_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let (terminal, workspace) = sample(folder.path());
    let assessor = terminal.as_person(ASSESSOR);
    let run = |arguments: &[&str]| assessor.run(&[&["decision", "volume"], arguments].concat());
    let mut add = vec![
        "add",
        &workspace,
        "--system",
        "YMS-AI-01",
        "--from",
        "2026-10-05",
    ];
    add.extend([
        "--to",
        "2026-10-11",
        "--issued",
        "63000",
        "--overridden",
        "41",
    ]);
    let made = run(&[&add[..], &["--json"]].concat()).with(0).json();
    let again = run(&add).with(2);
    assert!(
        again.complaint.contains("2026-10-05"),
        "{}",
        again.complaint
    );
    let id = made["id"].as_str().unwrap();
    let hours = ["--exposure", "168.25", "--unit", "hours", "--replaces", id];
    run(&[&add[..], &hours].concat()).with(0);
    let parts = [
        "add",
        &workspace,
        "--system",
        "YMS-AI-01",
        "--from",
        "2026-10-12",
    ];
    let parts = run(&[&parts[..], &["--issued", "1", "--automatic", "2"]].concat()).with(2);
    assert!(parts.complaint.contains("come to 2"), "{}", parts.complaint);
    let listed = run(&["list", &workspace]).with(0).out;
    for word in [
        "week",
        "63000 / - / - / 41 / - / -",
        "168.25",
        "hours",
        "month",
    ] {
        assert!(listed.contains(word), "{word}: {listed}");
    }
    let help = run(&["--lang", "zh-CN", "add", "--help"]).with(0).out;
    assert!(
        help.contains("运行量") && !help.contains("cli-arg"),
        "{help}"
    );
}

#[test]
fn names_and_periods_are_set_shown_and_enforced_in_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal::in_folder(folder.path()).as_person(PASSPHRASE);
    let path = folder.path().join("office.assay");
    bare_office(&path);
    let workspace = path.to_string_lossy().into_owned();
    let run = |arguments: &[&str]| terminal.run(arguments);
    run(&[
        "system",
        "add",
        &workspace,
        "--name",
        "Triage",
        "--reference",
        "T-1",
    ])
    .with(0);
    let add = |at: &str, reviewer: &str| {
        let mut add = vec![
            "decision", "add", &workspace, "--system", "T-1", "--final", "grant",
        ];
        add.extend([
            "--disposition",
            "accepted",
            "--at",
            at,
            "--reviewer",
            reviewer,
        ]);
        run(&add).with(0);
    };
    let shown = run(&["privacy", &workspace]).with(0).out;
    assert!(
        shown.contains("not kept") && shown.contains("kept for good"),
        "{shown}"
    );
    run(&["reviewer", "names", &workspace]).with(2);
    run(&["decision", "thin", &workspace]).with(2);
    let mut set = vec!["privacy", &workspace, "--keep-names", "yes"];
    run(&[&set[..], &["--retention-months", "soon"]].concat()).with(2);
    set.extend(["--retention-months", "6"]);
    let shown = run(&set).with(0).out;
    assert!(
        shown.contains("administrators alone") && shown.contains("6 months"),
        "{shown}"
    );
    add("2020-01-05T09:00", "Records Clerk");
    add("2020-01-06T09:00", "Shift Lead");
    let names = run(&["reviewer", "names", &workspace]).with(0).out;
    assert!(
        names.contains("Records Clerk") && names.contains("Shift Lead"),
        "{names}"
    );
    let history = run(&["history", &workspace]).with(0).out;
    assert!(
        history.contains("reviewer.reveal") && !history.contains("Zhao"),
        "{history}"
    );
    let trial = run(&["decision", "thin", &workspace, "--dry-run"])
        .with(0)
        .out;
    assert!(
        trial.contains("Triage") && trial.contains("Nothing was erased"),
        "{trial}"
    );
    let done = run(&["decision", "thin", &workspace]).with(0).out;
    assert!(done.contains("2 records"), "{done}");
    assert_eq!(
        run(&["reviewer", "names", &workspace, "--system", "T-1"])
            .with(0)
            .out
            .trim(),
        ""
    );
    run(&["check", &workspace]).with(0);
    let off = run(&[
        "privacy",
        &workspace,
        "--keep-names",
        "no",
        "--retention-months",
        "none",
    ]);
    assert!(off.with(0).out.contains("not kept"));
    for language in ["en", "zh-CN"] {
        let commands: [&[&str]; 3] = [&["privacy"], &["reviewer", "names"], &["decision", "thin"]];
        for command in commands {
            let help = run(&[command, &["--lang", language, "--help"]].concat())
                .with(0)
                .out;
            assert!(!help.contains("cli-"), "{help}");
        }
    }
}

/// Walks over the help of every command: nothing of it is the id of a message that is not there.
#[test]
fn the_help_of_every_decision_command_is_whole_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal::in_folder(folder.path());
    let commands: [&[&str]; 11] = [
        &[],
        &["add"],
        &["list"],
        &["show"],
        &["correct"],
        &["evidence"],
        &["counts"],
        &["reasons"],
        &["reason-add"],
        &["volume", "add"],
        &["volume", "list"],
    ];
    for command in commands {
        for language in ["en", "zh-CN"] {
            let asked = [&["--lang", language, "decision"], command, &["--help"]].concat();
            let help = terminal.run(&asked).with(0).out;
            assert!(!help.contains("cli-"), "{command:?}: {help}");
        }
    }
}
