//! Decision records in the real window by keyboard: a file dropped, a bad row, a mapping kept and used
//! again, a record corrected, a refusal noted in few keys.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::window::journey;
use assay_tests::window::prepared::office;
use assay_tests::window::{Home, Key, Window};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Keys besides text that noting a refusal may take.
const MOST_KEYS: u64 = 15;
/// The mean time of a key in seconds, slow for somebody who types every day.
const SECONDS_A_KEY: f64 = 0.6;

#[test]
fn decision_records_in_english() {
    decision_records("en");
}

#[test]
fn decision_records_in_chinese() {
    decision_records("zh-CN");
}

/// One window at a time: two would only slow each other.
static ALONE: Mutex<()> = Mutex::new(());

fn decision_records(locale: &str) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let workspace = home.documents().join("office.assay");
    office(&workspace, "Benefit triage");
    let window = Window::open(&home);
    open(&window, &workspace, locale);

    let file = export(folder.path(), "september.csv", 9, true);
    import_with_a_bad_row(&window, &file);
    let file = export(folder.path(), "september.csv", 9, false);
    import(&window, &file, 520);
    let file = export(folder.path(), "october.csv", 10, false);
    import_by_the_kept_mapping(&window, &file, 520);
    note_a_refusal(&window);
    correct(&window);
    attach(&window, &letter(folder.path()));
    follow_a_sign(&window);
    judge_again(&window);
    assert_eq!(window.problems(), Vec::<String>::new());
    window.close();

    let shown = ["decision", "counts", workspace.to_str().unwrap(), "--json"];
    let counts = journey::terminal(folder.path(), &shown);
    assert_eq!(counts["total"], json!(1_041), "{counts}");
    let _ = journey::terminal(
        folder.path(),
        &["check", workspace.to_str().unwrap(), "--json"],
    );
}

fn open(window: &Window, workspace: &Path, locale: &str) {
    journey::speak(window, locale);
    window.choose_workspace(workspace);
    window.unlock(journey::PASSPHRASE);
}

/// A month of an export in GB18030: 520 decisions, and perhaps one that can't be taken.
fn export(folder: &Path, name: &str, month: u32, bad: bool) -> PathBuf {
    let mut text = String::from("办理时间,业务编号,系统建议,人工决定,经办\n");
    for row in 0..520 {
        // In the last days of October people suddenly refuse most of what the AI advises.
        let often = if month == 10 && row >= 440 { 2 } else { 13 };
        let last = if row % often == 0 { "退回" } else { "受理" };
        let (day, minute) = (1 + row / 20, row % 20 * 3);
        writeln!(
            text,
            "2026-{month:02}-{day:02} 09:{minute:02},{month}-{row},受理,{last},办事员{}",
            row % 4
        )
        .unwrap();
    }
    if bad {
        text.push_str("昨天,x,受理,受理,办事员1\n");
    }
    let (bytes, _, _) = encoding_rs::GB18030.encode(&text);
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Drops a file and waits for its preview.
fn drop_file(window: &Window, file: &Path) {
    window.enter("rail-decisions");
    window.arrive("decision-import");
    window.enter("decision-import");
    window.wait_for("imports-pick");
    window.until("the AI system", "return !!find('imports-system')?.value");
    window.drop_file(file);
    let rows = "return document.querySelectorAll('[data-testid=imports-rows] tbody tr').length";
    window.until("a preview of fifty rows", &format!("{rows} === 50"));
}

/// Tries the import and waits for what it comes to.
fn try_it(window: &Window) -> String {
    let ready = "const b = find('imports-try'); return !!b && !b.disabled && b.getAttribute('aria-busy') !== 'true'";
    window.until("that it can be tried", ready);
    window.back_tab_to("imports-try");
    window.press(Key::Enter);
    let over = "const p = find('imports-state')?.dataset.phase; return !!p && p !== 'running' && p !== 'clearing'";
    window.until("the end of the trial", over);
    window.attribute("imports-state", "data-phase")
}

fn import_with_a_bad_row(window: &Window, file: &Path) {
    drop_file(window, file);
    // The headings are known words, but for one: typing the beginning of a column's name chooses it.
    let proposed = "return find('imports-map-aiOutput')?.value === '系统建议'";
    window.until("the proposed column", proposed);
    window.fill("imports-map-reviewer", "经办");
    let chosen = "return find('imports-map-reviewer')?.value === '经办'";
    window.until("the other column", chosen);
    assert_eq!(try_it(window), "refused");
    let problem = "return document.querySelector('[data-testid=imports-problem-list] tbody tr')?.innerText ?? ''";
    let problem = window.look(problem);
    let problem = problem.as_str().unwrap();
    assert!(
        problem.contains("522") && problem.contains("办理时间") && problem.contains("昨天"),
        "{problem}"
    );
    let list = file.with_file_name("problems.csv");
    window.pick(&list);
    window.enter("imports-problems-save");
    window.until(
        "the word that it is saved",
        "return document.body.innerText.includes('problems.csv')",
    );
    assert!(std::fs::read_to_string(list).unwrap().contains("522"));
    window.enter("imports-done");
    window.wait_for("imports-pick");
}

fn import(window: &Window, file: &Path, rows: u64) {
    drop_file(window, file);
    window.fill("imports-name", "Monthly export");
    window.enter("imports-keep");
    window.until(
        "the word that it is kept",
        "return document.body.innerText.includes('Monthly export')",
    );
    taken(window, rows);
}

fn import_by_the_kept_mapping(window: &Window, file: &Path, rows: u64) {
    drop_file(window, file);
    window.until(
        "the mapping that was kept",
        "return find('imports-name')?.value === 'Monthly export'",
    );
    taken(window, rows);
}

fn taken(window: &Window, rows: u64) {
    assert_eq!(try_it(window), "tried");
    window.enter("imports-start");
    window.until(
        "the end of the import",
        "return find('imports-state')?.dataset.phase === 'imported'",
    );
    let said = window.said("imports-state");
    assert!(said.contains(&rows.to_string()), "{said}");
}

/// Notes a refusal from another screen and counts the keys besides text.
fn note_a_refusal(window: &Window) {
    window.enter("rail-overview");
    window.arrive("rail-overview");
    let keys = |window: &Window| window.look("return assayKeys").as_u64().unwrap();
    let before = keys(window);
    window.press(Key::Ctrl('d'));
    window.wait_for("quick-entry");
    let ready = "return named(document.activeElement) === 'quick-disposition' && !!find('entry-system')?.value";
    window.until("the choices", ready);
    // Overridden is the third disposition and a wrong fact the first reason.
    window.type_text("3");
    window.until("the reasons", "return !!find('entry-reason') && document.activeElement?.closest('[data-testid=entry-reason]') !== null");
    window.type_text("1");
    let text = |field: &str| format!("return named(document.activeElement) === {}", json!(field));
    window.until("the field for the output", &text("entry-aiOutput"));
    window.type_text("grant");
    window.press(Key::Tab);
    window.until("the field for the decision", &text("entry-humanFinal"));
    window.type_text("refuse");
    window.press(Key::Save);
    window.until("that it is saved", "return !find('quick-entry')?.open");
    let typed = "grantrefuse".len() as u64;
    let besides = keys(window) - before - typed;
    assert!(besides <= MOST_KEYS, "{besides} keys besides text");
    #[expect(clippy::cast_precision_loss, reason = "a few keys")]
    let seconds = (besides + typed) as f64 * SECONDS_A_KEY;
    assert!(seconds < 20.0, "{seconds} s");
}

/// Corrects the newest record: it is superseded, and the chain says what changed.
fn correct(window: &Window) {
    window.enter("rail-decisions");
    window.arrive("decision-import");
    window.wait_for("decision-open");
    window.enter("decision-open");
    window.arrive("decision-correct");
    let first = window.address();
    window.enter("decision-correct");
    window.arrive("entry-save");
    window.fill("entry-reasonText", "The file number was read wrongly");
    window.press(Key::Save);
    window.wait_for("decision-chain");
    window.until(
        "another record",
        &format!(
            "return location.hash !== {} && !location.hash.endsWith('/correct')",
            json!(format!("#{first}"))
        ),
    );
    let chain = window
        .look("return document.querySelectorAll('[data-testid=decision-chain] ol > li').length");
    assert_eq!(chain, Value::from(2));
}

fn letter(folder: &Path) -> PathBuf {
    let path = folder.join("letter.txt");
    std::fs::write(&path, "The file number was read wrongly.").unwrap();
    path
}

/// Drops a file on the corrected record: one more record carries it.
fn attach(window: &Window, file: &Path) {
    window.drop_file(file);
    window.until(
        "the dialog",
        "return find('evidence-dialog')?.open === true",
    );
    window.enter("evidence-save");
    let chain = "return document.querySelectorAll('[data-testid=decision-chain] ol > li').length";
    window.until("a third record", &format!("{chain} === 3"));
    let named = "const n = document.querySelector('.evidence .name'); return !!n && n.textContent.includes('letter.txt')";
    window.until("the evidence", named);
}

/// Turns the sign of the control chart into a finding.
fn follow_a_sign(window: &Window) {
    window.enter("rail-decisions");
    window.arrive("place-decisionAnalysis");
    window.enter("place-decisionAnalysis");
    window.wait_for("follow-chart");
    window.enter("follow-chart");
    window.until("the dialog", "return find('follow-dialog')?.open === true");
    window.enter("follow-save");
    window.wait_for("follow-made");
    let _ = window.said("follow-made");
}

/// Draws a sample and judges every case of it with two keys each.
fn judge_again(window: &Window) {
    window.enter("place-decisionReviews");
    window.arrive("second-draw");
    window.enter("second-draw");
    window.until("the dialog", "return find('second-dialog')?.open === true");
    window.choose("draw-share-0.1");
    window.choose("draw-level-0.9");
    let ready = "const b = find('draw-now'); return !!b && !b.disabled && b.getAttribute('aria-disabled') !== 'true'";
    window.until("the sizes", ready);
    window.enter("draw-now");
    window.arrive("second-next");
    window.enter("second-next");
    let mut judged = 0;
    while window.look("return !!find('second-figures')") != json!(true) {
        window.until("a case that is to be judged", "return (!!find('second-case') && !document.querySelector('[name=verdict]:checked') && document.activeElement?.closest('main') !== null) || !!find('second-figures')");
        if window.look("return !!find('second-figures')") == json!(true) {
            break;
        }
        let here = window.address();
        window.type_text("1");
        window.until(
            "the verdict",
            "return !!document.querySelector('[name=verdict]:checked')",
        );
        window.press(Key::Save);
        judged += 1;
        assert!(judged < 200, "the sample has an end");
        window.until(
            "the next case",
            &format!("return location.hash !== {}", json!(format!("#{here}"))),
        );
    }
    assert!(judged > 20, "{judged} cases");
}
