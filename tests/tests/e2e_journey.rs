//! The real window by keyboard, from an empty folder to a verified report, in both languages.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::skip;
use assay_tests::window::journey::{self, Arrived, CHINESE, ENGLISH, Words};
use assay_tests::window::{self, Home, Window};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// One window at a time: two would only slow each other.
fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn the_whole_journey_in_english() {
    whole_journey(&ENGLISH);
}

#[test]
fn the_whole_journey_in_chinese() {
    whole_journey(&CHINESE);
}

fn whole_journey(words: &Words) {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let window = Window::open(&home);
    assert_eq!(window.address(), "/");
    let (inventory, rows) = journey::inventory();
    let arrived = journey::walk(&window, words, &inventory, rows);
    assert_eq!(window.problems(), Vec::<String>::new());
    window.close();
    in_the_terminal(folder.path(), &arrived, rows);
    recomputed(words, &arrived);
}

/// The terminal finds in the file what the window has shown.
fn in_the_terminal(folder: &Path, arrived: &Arrived, rows: usize) {
    let workspace = arrived.workspace.to_str().unwrap();
    let show = [
        "assessment",
        "show",
        workspace,
        &arrived.assessment,
        "--json",
    ];
    let view = journey::terminal(folder, &show);
    assert_eq!(view["summary"]["grade"], json!(arrived.grade));
    assert_eq!(view["summary"]["tier"].to_string(), arrived.tier);
    assert_eq!(view["assessment"]["state"], json!("signed"));
    assert_eq!(view["assessment"]["depth"], json!("quick"));
    let asked = view["questions"].as_array().unwrap();
    let asked: Vec<&Value> = asked
        .iter()
        .filter(|q| q["inScope"] == json!(true))
        .collect();
    assert_eq!(asked.len(), arrived.questions);
    assert!(asked.iter().all(|question| !question["answer"].is_null()));
    assert!(
        view["measures"]
            .as_array()
            .unwrap()
            .iter()
            .all(|measure| !measure["level"].is_null())
    );
    assert!(
        view["ratings"]
            .as_array()
            .unwrap()
            .iter()
            .all(|rating| !rating["confirmed"].is_null())
    );
    let systems = journey::terminal(folder, &["system", "list", workspace, "--json"]);
    assert_eq!(systems["systems"].as_array().unwrap().len(), rows);
    let first = &systems["systems"][0]["system"]["facts"];
    assert!(first.get("supplier").is_some(), "{first}");
    let _ = journey::terminal(folder, &["check", workspace, "--json"]);
    let report = arrived.report.to_str().unwrap();
    let _ = journey::terminal(folder, &["verify", report, "--json"]);
}

/// The independent computation from the report's own facts agrees.
fn recomputed(words: &Words, arrived: &Arrived) {
    let peer = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/recompute.py");
    let ran = Command::new("python3")
        .arg(peer)
        .arg(&arrived.report)
        .output()
        .unwrap();
    let said = String::from_utf8(ran.stdout).unwrap();
    assert!(
        ran.status.success(),
        "{said} {}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let found: Value = serde_json::from_str(said.trim()).unwrap();
    let found = found.get(0).unwrap_or(&found);
    assert_eq!(found["grade"], json!(arrived.grade), "{found}");
    assert_eq!(found["agrees"], json!(true), "{found}");
    let text = Command::new("pdftotext")
        .arg(&arrived.report)
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(
        text.contains(words.organisation),
        "the report names the organisation"
    );
    assert!(
        text.contains(journey::SYSTEM),
        "the report names the system"
    );
}

/// A page that breaks its policy, and a promise that nobody keeps, are both seen: else their absence says nothing.
#[test]
fn the_witness_sees_what_goes_wrong() {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&Home::in_folder(folder.path()));
    assert_eq!(window.problems(), Vec::<String>::new());
    let wrong = "const style = document.createElement('style'); style.textContent = 'a {}'; \
                 document.head.append(style); setTimeout(() => Promise.reject('unkept')); return true";
    assert_eq!(window.look(wrong), json!(true));
    let both =
        "return ['policy', 'rejection'].every((k) => assayWitness.some((s) => s.startsWith(k)))";
    window.until("both", both);
    let seen = window.problems().join("\n");
    assert!(seen.contains("policy: style-src"), "{seen}");
    assert!(seen.contains("rejection: unkept"), "{seen}");
    window.close();
}

/// The program as people get it has none of the doors that tests use; the one for tests has them.
#[test]
fn what_people_get_holds_no_seam_for_tests() {
    let holds = |program: &Path| {
        let bytes = std::fs::read(program).unwrap();
        bytes.windows(9).any(|part| part == b"ASSAY_E2E")
    };
    assert!(holds(window::program()));
    match std::env::var_os("ASSAY_DESKTOP_PLAIN") {
        Some(plain) => assert!(!holds(Path::new(&plain))),
        None => skip("ASSAY_DESKTOP_PLAIN names no program without seams"),
    }
}
