//! Reports made in the terminal.

use crate::office::Office;
use assay_domain::locale::Locale;
use assay_domain::workspace::PaperSize;
use assay_tests::desk::PASSPHRASE;
use assay_tests::pdf::{sheet, sheet_of};
use assay_tests::terminal::Terminal;
use serde_json::json;
use std::collections::BTreeSet;

impl Office {
    /// Locks the workspace, and returns the terminal program with where it lies.
    pub(crate) fn terminal(&mut self) -> (Terminal, String) {
        let status = self.desk.call("app_status", json!({}));
        let workspace = status["open"]["path"].as_str().unwrap().to_owned();
        self.desk.call("workspace_lock", json!({}));
        let terminal = Terminal::in_folder(self.folder.path()).as_person(PASSPHRASE);
        (terminal, workspace)
    }
}

/// The option that names what a report of a kind is about, where there is one.
fn option(kind: &str) -> Option<String> {
    let noun = match kind {
        "overview" => return None,
        "comparison" => "assessment",
        "ledger" | "decisions" => "system",
        "fallback_card" => "plan",
        noun => noun,
    };
    Some(format!("--{noun}"))
}

#[test]
fn the_terminal_makes_every_kind_on_the_paper_that_is_asked_for() {
    let mut office = Office::new(Locale::En, 3);
    let mut subjects = office.everything();
    // The ledger of one system as well as that of all.
    subjects.push(json!({ "kind": "ledger", "id": office.system }));
    let (terminal, workspace) = office.terminal();
    let out = office.folder.path().join("made.pdf");
    let mut kinds = BTreeSet::new();
    for subject in &subjects {
        let kind = subject["kind"].as_str().unwrap();
        let (option, id) = (option(kind), subject["id"].as_str());
        let mut make = vec![
            "report", "make", &workspace, "--kind", kind, "--paper", "letter",
        ];
        make.extend(["--report-lang", "zh-CN", "--out", out.to_str().unwrap()]);
        if let (Some(option), Some(id)) = (&option, id) {
            make.extend([option.as_str(), id]);
        }
        terminal.run(&make).with(0);
        assert_eq!(sheet_of(&out), sheet(PaperSize::Letter), "{subject}");
        std::fs::remove_file(&out).unwrap();
        kinds.insert(kind);
    }
    let list = terminal
        .run(&["report", "list", &workspace, "--json"])
        .with(0)
        .json();
    let made = list["reports"].as_array().unwrap().iter();
    let made: Vec<&str> = made
        .map(|row| row["report"]["subject"]["kind"].as_str().unwrap())
        .collect();
    assert_eq!(made.len(), subjects.len());
    assert_eq!(made.into_iter().collect::<BTreeSet<_>>(), kinds);
}

#[test]
fn the_terminal_asks_for_what_a_report_is_about() {
    let mut office = Office::new(Locale::En, 3);
    let (terminal, workspace) = office.terminal();
    for kind in ["audit", "incident", "fallback_card", "drill", "nothing"] {
        let make = ["report", "make", &workspace, "--kind", kind];
        let complaint = terminal.run(&make).with(2).complaint;
        assert!(
            complaint.contains(&option(kind).unwrap()) || kind == "nothing",
            "{complaint}"
        );
    }
}
