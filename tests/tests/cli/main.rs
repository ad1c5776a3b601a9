//! The terminal program: its answers, its exit status, its languages, and what it never does.
#![allow(clippy::unwrap_used, missing_docs)]

mod audit;
mod decision;
mod method;

use assay_api::contract::{AssessmentRows, HistoryPage, PersonList, SystemList, Verification};
use assay_domain::facts::Facts;
use assay_seal::{FACTS_NAME, attachments};
use assay_tests::desk::PASSPHRASE;
use assay_tests::pdf::follow;
use assay_tests::terminal::{Ran, Terminal};
use assay_tests::window::prepared::bare_sample;
use assay_verify::Trust;
use assay_verify::terminal::Refusal;
use serde_json::{Value, json};
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

/// The published passphrases of the sample's persons.
const ASSESSOR: &str = "assay-sample";
const APPROVER: &str = "assay-sample-approve";

fn sample(folder: &Path) -> (Terminal, String) {
    let path = folder.join("sample.assay");
    bare_sample(&path, "en");
    let path = path.to_string_lossy().into_owned();
    (Terminal::in_folder(folder), path)
}

fn report(terminal: &Terminal, workspace: &str, system: &str, out: &str, sign: bool) {
    let mut arguments = vec![
        "report", "make", workspace, "--system", system, "--out", out,
    ];
    if sign {
        arguments.push("--sign");
    }
    terminal.run(&arguments).with(0);
}

#[test]
fn a_sample_report_is_made_signed_and_judged_with_the_right_status() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal::in_folder(folder.path());
    let workspace = "sample.assay";
    let made = terminal.run(&["new", workspace, "--sample"]).with(0);
    assert!(made.out.contains(ASSESSOR), "{}", made.out);
    let assessor = terminal.as_person(ASSESSOR);
    let path = |name: &str| {
        folder
            .path()
            .join("reports")
            .join(name)
            .to_string_lossy()
            .into_owned()
    };
    std::fs::create_dir(folder.path().join("reports")).unwrap();
    report(
        &assessor,
        workspace,
        "YMS-AI-01",
        &path("a-signed.pdf"),
        true,
    );
    report(
        &assessor,
        workspace,
        "YMS-AI-02",
        &path("b-unsigned.pdf"),
        false,
    );
    let mut bytes = std::fs::read(path("a-signed.pdf")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(path("c-changed.pdf"), bytes).unwrap();
    std::fs::write(path("d-none.pdf"), "no PDF").unwrap();
    // No workspace and no passphrase are needed to verify.
    let good = terminal
        .run(&["verify", &path("a-signed.pdf"), "--json"])
        .with(0);
    let found: Vec<Verification> = serde_json::from_str(&good.out).unwrap();
    assert!(found[0].verdict.is_valid());
    assert_eq!(found[0].grade, found[0].recomputed_grade);
    for name in ["b-unsigned.pdf", "c-changed.pdf", "d-none.pdf"] {
        let ran = terminal.run(&["verify", &path(name)]).with(1);
        assert!(ran.out.contains(name), "{}", ran.out);
    }
    let missing = terminal.run(&["verify", &path("e-missing.pdf")]).with(2);
    assert!(missing.complaint.contains("e-missing.pdf"));
    let all = folder.path().join("reports").to_string_lossy().into_owned();
    let table = terminal.run(&["verify", &all, "--csv"]).with(1);
    assert_eq!(
        verdicts(&table.out),
        ["intact", "unsigned", "changed", "broken"]
    );
    let check = assessor.run(&["check", workspace, "--json"]).with(0);
    assert_eq!(check.json()["ok"], true);
}

/// Returns the second column of a table, without its heading.
fn verdicts(table: &str) -> Vec<&str> {
    let rows = table.lines().skip(1);
    rows.filter_map(|row| row.split(',').nth(1)).collect()
}

fn grade_inside(pdf: &str) -> u8 {
    let bytes = std::fs::read(pdf).unwrap();
    assay_verify::verify_bytes(&bytes, pdf, &Trust::default())
        .recomputed_grade
        .unwrap()
}

/// Returns an answer from the facts that a report carries.
fn answer_inside(pdf: &str, question: &str) -> String {
    let bytes = std::fs::read(pdf).unwrap();
    let attached = attachments(&bytes).unwrap();
    let facts: Facts = serde_json::from_slice(&attached[FACTS_NAME]).unwrap();
    let mut questions = facts.clauses.iter().flat_map(|clause| &clause.questions);
    let found = questions
        .find(|row| row.question.as_str() == question)
        .unwrap();
    serde_json::to_value(found.answer)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn a_signed_report_is_copied_with_something_removed_and_handed_out_with_its_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let (terminal, workspace) = sample(folder.path());
    let assessor = terminal.as_person(ASSESSOR);
    let [words, copy, body] = ["words.txt", "copy.pdf", "body"].map(|name| {
        let path = folder.path().join(name);
        path.to_string_lossy().into_owned()
    });
    let make = [
        "report",
        "make",
        &workspace,
        "--system",
        "YMS-AI-01",
        "--sign",
        "--json",
    ];
    let made = assessor.run(&make).with(0).json();
    let id = made["id"].as_str().unwrap();
    let redact = ["report", "redact", &workspace, id, &copy, "--json"];
    let nothing = assessor.run(&redact).with(2);
    assert!(
        nothing.complaint.contains("removed"),
        "{}",
        nothing.complaint
    );
    std::fs::write(&words, "outage\n\n").unwrap();
    let hide = [
        "--hide-persons",
        "--hide-notes",
        "--hide-words-file",
        &words,
    ];
    let copied = assessor.run(&[&redact[..], &hide].concat()).with(0).json();
    let kinds = copied["removed"].as_array().unwrap().iter();
    let kinds: Vec<&Value> = kinds.map(|removal| &removal["kind"]).collect();
    assert_eq!(kinds, ["persons", "notes", "words"]);
    let hand = ["report", "body", &workspace, id, &body, "--with-evidence"];
    let said = assessor.run(&hand).with(0).out;
    assert!(said.contains(&body), "{said}");
    assert!(Path::new(&body).join("SHA256SUMS").is_file());
    terminal
        .run(&["verify", &copy, &format!("{body}/report.pdf")])
        .with(0);
}

#[test]
fn no_output_takes_the_place_of_the_workspace_or_of_what_the_command_reads() {
    let folder = tempfile::tempdir().unwrap();
    let (terminal, workspace) = sample(folder.path());
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let [keys, secret, table, report] = ["sample.assay-keys", "secret", "t.csv", "r.pdf"].map(path);
    std::fs::write(&secret, ASSESSOR).unwrap();
    std::fs::write(&table, "id,ai,human\n1,a,a\n").unwrap();
    let with_secret = ["--passphrase-file", &secret];
    let run = |arguments: &[&str]| terminal.run(&[arguments, &with_secret].concat());
    let make = [
        "report",
        "make",
        &workspace,
        "--system",
        "YMS-AI-01",
        "--json",
    ];
    let made = run(&make).with(0).json();
    let id = made["id"].as_str().unwrap();
    run(&["report", "export", &workspace, id, &report]).with(0);
    let read = [&keys, &secret, &table, &report].map(|path| std::fs::read(path).unwrap());
    let mut map = [
        "decision",
        "map",
        &workspace,
        &table,
        "--system",
        "YMS-AI-01",
        "--out",
        "",
    ];
    for out in [&workspace, &table] {
        map[7] = out;
        assert!(run(&map).with(2).complaint.contains(out.as_str()));
    }
    for (out, last) in [(&workspace, "export"), (&keys, "export"), (&secret, "copy")] {
        let complaint = run(&["report", last, &workspace, id, out])
            .with(2)
            .complaint;
        assert!(complaint.contains(out.as_str()), "{complaint}");
    }
    for out in [&workspace, &report] {
        let complaint = terminal.run(&["verify", &report, "--record", out]).with(2);
        assert!(complaint.complaint.contains(out.as_str()), "{complaint:?}");
    }
    let after = [&secret, &table, &report].map(|path| std::fs::read(path).unwrap());
    assert_eq!(after, read[1..]);
    run(&["check", &workspace]).with(0);
}

#[test]
fn an_answer_changed_in_the_terminal_reaches_the_next_report() {
    let folder = tempfile::tempdir().unwrap();
    let (terminal, workspace) = sample(folder.path());
    let (assessor, approver) = (terminal.as_person(ASSESSOR), terminal.as_person(APPROVER));
    let out = folder
        .path()
        .join("first.pdf")
        .to_string_lossy()
        .into_owned();
    let rows = assessor
        .run(&["assessment", "list", &workspace, "--json"])
        .with(0);
    let rows: AssessmentRows = serde_json::from_str(&rows.out).unwrap();
    let row = rows
        .assessments
        .iter()
        .find(|row| {
            row.summary
                .red_lines
                .iter()
                .any(|line| line.as_str() == "g-01")
        })
        .expect("one of the sample's systems crosses the red line of its network's border");
    let (id, before) = (row.id.to_string(), row.summary.grade);
    let make = ["report", "make", &workspace, "--assessment", &id, "--out"];
    assessor.run(&[&make[..], &[&out]].concat()).with(0);
    let refused = assessor
        .run(&["assessment", "answer", &workspace, &id, "g-01", "met"])
        .with(2);
    assert!(refused.complaint.contains("final"), "{}", refused.complaint);
    let back = [
        "assessment",
        "return",
        &workspace,
        &id,
        "--reason",
        "the filter at the border has been put in",
    ];
    approver.run(&back).with(0);
    assessor
        .run(&["assessment", "answer", &workspace, &id, "g-01", "met"])
        .with(0);
    assessor
        .run(&["assessment", "submit", &workspace, &id])
        .with(0);
    approver
        .run(&["assessment", "approve", &workspace, &id])
        .with(0);
    let after = folder
        .path()
        .join("second.pdf")
        .to_string_lossy()
        .into_owned();
    assessor.run(&[&make[..], &[&after]].concat()).with(0);
    assert_eq!(grade_inside(&out), before);
    assert!(
        grade_inside(&after) < before,
        "the red line held the grade up"
    );
    assert_eq!(answer_inside(&out, "g-01"), "not_met");
    assert_eq!(answer_inside(&after, "g-01"), "met");
}

#[test]
fn a_number_that_is_none_is_said_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (terminal, workspace) = sample(folder.path());
    let assessor = terminal.as_person(ASSESSOR);
    for words in [
        &["history", &workspace, "--limit", "many"][..],
        &["decision", "list", &workspace, "--limit=-1"],
        &["finding", "list", &workspace, "--limit", "1.5"],
    ] {
        let refused = assessor.run(words).with(2);
        assert!(refused.complaint.contains("--limit"), "{refused:?}");
        assert_eq!(refused.out, "");
    }
    let unreadable = folder.path().join("passphrase.txt");
    std::fs::write(&unreadable, [0xff, 0xfe]).unwrap();
    let unreadable = unreadable.to_str().unwrap();
    let refused = terminal
        .run(&["check", &workspace, "--passphrase-file", unreadable])
        .with(2);
    assert!(refused.complaint.contains("UTF-8"), "{refused:?}");
}

/// Holds a run to have been refused with one JSON object that has this code, and returns it.
fn refused(ran: Ran, code: &str) -> Refusal {
    let ran = ran.with(2);
    let refusal: Refusal = serde_json::from_value(ran.json()).unwrap();
    assert_eq!(refusal.code, code, "{ran:?}");
    assert!(!refusal.sentence.contains('$'), "{ran:?}");
    let said = ran.complaint.trim_end().split_once(": ").unwrap().1;
    assert_eq!(refusal.sentence, said);
    refusal
}

#[test]
fn with_json_a_refusal_is_json_too_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    let (terminal, workspace) = sample(folder.path());
    let assessor = terminal.as_person(ASSESSOR);
    let none = folder.path().join("none");
    let none = none.to_str().unwrap();
    let cases: [(&[&str], &str); 14] = [
        (&["system", "list", none], "workspace-missing"),
        (&["history", &workspace, "--limit", "many"], "option-number"),
        (&["method", "grade", none], "file-missing"),
        (&["method", "grade", "."], "file-folder"),
        (
            &["system", "add", &workspace, "--facts", "/dev/null"],
            "json-malformed",
        ),
        (&["schema", "system_burn"], "command-unknown"),
        (&["verify", none, "--trust", none], "file-missing"),
        (&["man", &workspace], "file-exists"),
        (
            &["system", "add", &workspace, "--facts", none],
            "file-missing",
        ),
        (&["system", "burn", &workspace], "refused-command"),
        (&["--burn"], "refused-argument"),
        (&["report", "make", &workspace], "refused-missing"),
        (
            &["privacy", &workspace, "--keep-names", "no way"],
            "refused-value",
        ),
        (
            &["logo", &workspace, "--remove", "--remove"],
            "refused-twice",
        ),
    ];
    for (words, code) in cases {
        let [english, chinese] = ["en", "zh-CN"].map(|lang| {
            let asked = [words, &["--json", "--lang", lang]].concat();
            refused(assessor.run(&asked), code)
        });
        assert_eq!(english.args, chinese.args, "{words:?}");
        assert!(!chinese.sentence.is_ascii(), "{chinese:?}");
        assert_ne!(english.sentence, chinese.sentence);
        let plain = assessor.run(words).with(2);
        assert_eq!(plain.out, "", "{words:?}");
    }
    let grade = ["method", "grade", "-", "--json"];
    let found = refused(
        terminal.run_with(&grade, r#"{"context":{"S":3.0}}"#),
        "grade-input",
    );
    assert_eq!(found.args["value"], "3.0");
    assert!(found.sentence.contains("whole number"), "{found:?}");
    refused(
        terminal.run(&["check", &workspace, "--json"]),
        "passphrase-missing",
    );
    assert_eq!(
        assessor.run(&["--json"]).with(2).json()["code"],
        "refused-command-missing"
    );
}

#[test]
fn what_the_terminal_answers_by_itself_follows_its_published_schemas() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal::in_folder(folder.path());
    std::fs::write(folder.path().join("a.pdf"), "no PDF").unwrap();
    let all = terminal.run(&["schema"]).with(0).json();
    let answers = [
        ("refusal", vec!["verify", "a.pdf", "--trust", "none"]),
        ("refusal", vec!["verify"]),
        ("verify", vec!["verify", "a.pdf", "none", "."]),
    ];
    for (name, words) in answers {
        let answer = terminal
            .run(&[&words[..], &["--json"]].concat())
            .with(2)
            .json();
        let schema = terminal.run(&["schema", name]).with(0).json();
        assert_eq!(schema, all[name]);
        let paths = ["schema.json", "answer.json"].map(|name| folder.path().join(name));
        std::fs::write(&paths[0], schema["response"].to_string()).unwrap();
        std::fs::write(&paths[1], answer.to_string()).unwrap();
        let [schema, answer] = paths;
        follow(&[(schema, answer)]);
    }
}

#[test]
fn files_whose_names_are_no_texts_are_read_where_the_terminal_reads_them_and_named_where_not() {
    let folder = tempfile::tempdir().unwrap();
    let (terminal, workspace) = sample(folder.path());
    let named = |name: &[u8]| folder.path().join(OsStr::from_bytes(name)).into_os_string();
    let [pdf, input, secret, table, manual] = [
        &b"r\xff.pdf"[..],
        b"\xff.json",
        b"\xff.txt",
        b"\xff.csv",
        b"\xff-man",
    ]
    .map(named);
    std::fs::write(&pdf, "no PDF").unwrap();
    std::fs::write(&input, "{}").unwrap();
    std::fs::write(&secret, ASSESSOR).unwrap();
    std::fs::write(&table, "Name\nThird\n").unwrap();
    let run = |words: &[&OsStr]| terminal.run_os(words);
    let words = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
    let with = |before: &[&str], path: &OsString, after: &[&str]| {
        let all = [words(before), vec![path.clone()], words(after)].concat();
        run(&all.iter().map(OsString::as_os_str).collect::<Vec<_>>())
    };
    let found = with(&["verify"], &pdf, &["--json"]).with(1).json();
    assert!(
        found[0]["path"]
            .as_str()
            .unwrap()
            .ends_with("r\u{fffd}.pdf"),
        "{found}"
    );
    with(&["method", "grade"], &input, &[]).with(0);
    with(&["check", &workspace, "--passphrase-file"], &secret, &[]).with(0);
    let made = with(&["man"], &manual, &["--json"]).with(0).json();
    assert!(
        made["folder"].as_str().unwrap().contains('\u{fffd}'),
        "{made}"
    );
    // What goes through the contract is a text; it is never another file.
    let import = ["system", "import", &workspace];
    for lang in ["en", "zh-CN"] {
        let after = ["--passphrase-file", "pass", "--lang", lang, "--json"];
        std::fs::write(folder.path().join("pass"), ASSESSOR).unwrap();
        let found = refused(with(&import, &table, &after), "path-not-text");
        assert!(found.args["path"].ends_with("\u{fffd}.csv"), "{found:?}");
        let name = OsStr::from_bytes(b"\xff").to_owned();
        let found = refused(
            with(&["schema"], &name, &["--lang", lang, "--json"]),
            "refused-text",
        );
        assert_eq!(found.sentence.is_ascii(), lang == "en", "{found:?}");
    }
}

#[test]
fn a_file_that_holds_no_secret_is_named_and_nothing_of_it_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let (terminal, workspace) = sample(folder.path());
    let check = |held: &[u8]| {
        std::fs::write(folder.path().join("held"), held).unwrap();
        terminal.run(&["check", &workspace, "--passphrase-file", "held", "--json"])
    };
    for (before, after) in [
        ("", "\n"),
        ("", "\r\n"),
        ("\u{feff}", ""),
        ("\u{feff}", "\r\n"),
    ] {
        check(format!("{before}{ASSESSOR}{after}").as_bytes()).with(0);
    }
    for empty in ["", "\n", "\u{feff}", "\u{feff}\r\n"] {
        let found = refused(check(empty.as_bytes()), "secret-empty");
        assert!(
            found.sentence.contains("held is empty") || found.sentence.contains("held, given by"),
            "{found:?}"
        );
    }
    let wide: Vec<u8> = "\u{feff}hidden"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for held in [&b"hidden\xff"[..], &wide] {
        let found = refused(check(held), "file-not-text");
        assert!(
            found.sentence.contains("held") && !found.sentence.contains("hidden"),
            "{found:?}"
        );
    }
    assert!(
        !refused(check(b"hidden"), "passphrase-wrong")
            .sentence
            .contains("hidden")
    );
    std::fs::create_dir(folder.path().join("folder")).unwrap();
    for (named, code) in [
        ("folder", "file-folder"),
        ("missing", "file-missing"),
        ("/dev/zero", "file-too-long"),
    ] {
        for option in ["--passphrase-file", "--new-passphrase-file"] {
            let add = [
                "person", "add", &workspace, "New", "--roles", "reviewer", "--json", option, named,
            ];
            let found = refused(terminal.as_person(ASSESSOR).run(&add), code);
            assert!(found.sentence.contains(named), "{found:?}");
        }
    }
    let unset = terminal.as_person("").run(&["check", &workspace, "--json"]);
    refused(unset, "passphrase-missing");
}

#[test]
fn json_answers_are_those_of_the_contract_and_its_published_schemas() {
    let folder = tempfile::tempdir().unwrap();
    let (terminal, workspace) = sample(folder.path());
    let assessor = terminal.as_person(ASSESSOR);
    let said = |arguments: &[&str]| assessor.run(&[arguments, &["--json"]].concat()).with(0).out;
    let systems: SystemList = serde_json::from_str(&said(&["system", "list", &workspace])).unwrap();
    assert_eq!(systems.systems.len(), 3);
    let persons: PersonList = serde_json::from_str(&said(&["person", "list", &workspace])).unwrap();
    assert_eq!(persons.persons.len(), 3);
    let page: HistoryPage =
        serde_json::from_str(&said(&["history", &workspace, "--limit", "5"])).unwrap();
    assert_eq!(page.entries.len(), 5);
    let schemas = terminal.run(&["schema"]).with(0).json();
    let one = terminal.run(&["schema", "system_list"]).with(0).json();
    assert_eq!(schemas["system_list"], one);
    for command in assay_api::bindings::SESSION_COMMANDS {
        assert!(schemas[command]["response"].is_object(), "{command}");
    }
    terminal.run(&["schema", "system_burn"]).with(2);
}

#[test]
fn the_passphrase_comes_from_a_file_or_the_environment_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (terminal, workspace) = sample(folder.path());
    let none = terminal.run(&["system", "list", &workspace]).with(2);
    assert!(
        none.complaint.contains("ASSAY_PASSPHRASE"),
        "{}",
        none.complaint
    );
    let wrong = terminal
        .as_person("assay-simple")
        .run(&["system", "list", &workspace])
        .with(2);
    assert!(
        wrong.complaint.contains("does not open this workspace"),
        "{}",
        wrong.complaint
    );
    let file = folder.path().join("passphrase");
    std::fs::write(&file, format!("{ASSESSOR}\n")).unwrap();
    let file = file.to_string_lossy();
    terminal
        .run(&["system", "list", &workspace, "--passphrase-file", &file])
        .with(0);
    terminal
        .run(&["system", "list", &workspace, "--passphrase", ASSESSOR])
        .with(2);
}

#[test]
fn systems_come_in_from_a_table_and_bad_rows_keep_all_out() {
    let folder = tempfile::tempdir().unwrap();
    let person = Terminal::in_folder(folder.path()).as_person(PASSPHRASE);
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let workspace = path("office.assay");
    person
        .run(&[
            "new",
            &workspace,
            "--organisation",
            "Test office",
            "--person",
            "Assessment lead",
        ])
        .with(0);
    std::fs::write(
        path("good.csv"),
        "Number,Name,Phase\nA-1,Letter sorter,in use\nA-2,文件分拣,运行中\n",
    )
    .unwrap();
    std::fs::write(
        path("bad.csv"),
        "Number,Name,Protection level\nA-3,Third,3\nA-4,,nine\n",
    )
    .unwrap();
    let done = person
        .run(&["system", "import", &workspace, &path("good.csv"), "--json"])
        .with(0)
        .json();
    assert_eq!((&done["added"], &done["known"]), (&json!(2), &json!(0)));
    person
        .run(&["system", "import", &workspace, &path("bad.csv")])
        .with(1);
    let list = person
        .run(&["system", "list", &workspace, "--json"])
        .with(0)
        .json();
    assert_eq!(list["systems"].as_array().unwrap().len(), 2);
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect()
}

#[test]
fn help_and_manual_speak_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal::in_folder(folder.path());
    let english = terminal.run(&["--help"]).with(0).out;
    let chinese = terminal.run(&["--lang", "zh-CN", "--help"]).with(0).out;
    assert!(
        english.contains("Make a workspace") && english.contains("Usage:"),
        "{english}"
    );
    for word in ["用法", "命令", "选项", "口令"] {
        assert!(chinese.contains(word), "{word}: {chinese}");
    }
    for word in ["Usage:", "Options:", "Commands:", "Print help"] {
        assert!(!chinese.contains(word), "{word}: {chinese}");
    }
    let wrong = terminal.run(&["--lang", "zh-CN", "report", "burn"]).with(2);
    assert!(
        wrong.complaint.contains("burn") && !wrong.complaint.contains("unrecognized"),
        "{}",
        wrong.complaint
    );
    let manual = folder.path().join("man").to_string_lossy().into_owned();
    terminal.run(&["man", &manual]).with(0);
    assert!(pages(Path::new(&manual)).len() > 20);
    assert!(Path::new(&manual).join("assay-verify.1").is_file());
}
