//! Audits, drills and incidents in the real window by keyboard, in both languages.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::window::journey::{self, PASSPHRASE};
use assay_tests::window::prepared::{DECISIONS, audited, infrastructure, office};
use assay_tests::window::{Home, Key, Window};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

const SYSTEM: &str = "Benefit triage";
/// By how much a time of the stopwatch may differ from that of a clock on the wall: a key and a look.
const TOLERANCE: Duration = Duration::from_millis(600);

/// One window at a time: two would only slow each other.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn from_a_due_audit_to_a_verified_remedy_in_english() {
    audit("en");
}

#[test]
fn from_a_due_audit_to_a_verified_remedy_in_chinese() {
    audit("zh-CN");
}

#[test]
fn a_drill_from_the_lock_screen_survives_a_kill_in_english() {
    drill("en");
}

#[test]
fn a_drill_from_the_lock_screen_survives_a_kill_in_chinese() {
    drill("zh-CN");
}

#[test]
fn an_incident_is_reported_within_its_hour_in_english() {
    incident("en", "Considerable");
}

#[test]
fn an_incident_is_reported_within_its_hour_in_chinese() {
    incident("zh-CN", "较大");
}

/// Waits for a dialog and presses Enter on its button.
fn confirm(window: &Window, button: &str) {
    let inside = format!("return !!find('{button}')?.closest('dialog[open]')");
    window.until(&format!("the dialog with {button}"), &inside);
    window.enter(button);
}

/// Returns how many elements a selector finds, for looking.
fn count(window: &Window, selector: &str) -> u64 {
    let script = format!(
        "return document.querySelectorAll({}).length",
        json!(selector)
    );
    window.look(&script).as_u64().unwrap()
}

/// Waits until a selector finds so many elements.
fn until_count(window: &Window, selector: &str, wanted: u64) {
    let script = format!(
        "return document.querySelectorAll({}).length === {wanted}",
        json!(selector)
    );
    window.until(&format!("{wanted} of {selector}"), &script);
}

fn asked(folder: &Path, arguments: &[&str], workspace: &Path) -> Value {
    let (command, rest) = arguments.split_at(2);
    let workspace = [workspace.to_str().unwrap()];
    journey::terminal(folder, &[command, &workspace, rest, &["--json"]].concat())
}

fn audit(locale: &str) {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let workspace = home.documents().join("office.assay");
    let today = audited(&workspace, SYSTEM);
    let window = Window::open(&home);
    journey::speak(&window, locale);
    window.choose_workspace(&workspace);
    window.unlock(PASSPHRASE);
    begin_from_the_overview(&window);
    fill_the_checklist(&window);
    look_at_a_sample(&window, &today);
    remedy(&window, &today);
    close_and_compare(&window);
    assert_eq!(window.problems(), Vec::<String>::new());
    window.close();

    let findings = asked(folder.path(), &["finding", "list"], &workspace);
    assert_eq!(findings["found"], json!(1), "{findings}");
    let found = &findings["findings"][0];
    assert_eq!(found["state"], json!("closed"), "{found}");
    assert_eq!(found["actions"], json!(1), "{found}");
    let due = asked(folder.path(), &["audit", "due"], &workspace);
    assert_eq!(due["due"], json!([]), "the audit that was due is done");
}

/// Begins the audit that the overview calls due, with what still holds from the last one.
fn begin_from_the_overview(window: &Window) {
    window.arrive("need-open");
    window.enter("need-open");
    window.arrive("audit-start");
    let carried = window.look("return find('audit-carry').checked");
    assert_eq!(carried, json!(true));
    window.enter("audit-start");
    window.arrive("audit-item");
}

/// Judges what the last audit left open by number keys, and one more that was carried.
fn fill_the_checklist(window: &Window) {
    let open = "[data-testid=audit-checklist] a[data-result=open]";
    until_count(window, open, 2);
    window.type_text("1");
    until_count(window, open, 1);
    window.type_text("3");
    until_count(window, open, 0);
    window.fill("audit-observation", "Two of ten outputs were wrong");
    window.enter("audit-next");
    window.until(
        "the carried result",
        "return location.hash.includes('b-re-03') && !!document.querySelector('[data-testid=audit-marks] .tag')",
    );
    window.type_text("1");
    window.until(
        "a result of its own",
        "return !document.querySelector('[data-testid=audit-marks] .tag')",
    );
}

/// Draws a sample of the decision records of today and looks at each; one of them deviates.
fn look_at_a_sample(window: &Window, today: &str) {
    window.enter("audit-samples");
    window.arrive("sample-draw");
    window.enter("sample-draw");
    window.until("the dialog", "return find('sample-dialog')?.open === true");
    window.fill("sample-attribute", "A person signed it");
    window.fill("sample-from", today);
    window.fill("sample-to", today);
    window.choose("sample-share-0.1");
    window.choose("sample-level-0.9");
    window.until(
        "its size",
        "const b = find('sample-now'); return !!b && !b.disabled && b.getAttribute('aria-disabled') !== 'true'",
    );
    window.enter("sample-now");
    window.arrive("sample-item");
    let size = count(window, "[data-testid=sample-items] li");
    assert!(
        size > 10 && size < DECISIONS as u64,
        "{size} of {DECISIONS} records"
    );
    let open = "[data-testid=sample-items] li .faint";
    window.type_text("2");
    window.until(
        "the note of what deviates",
        "return named(document.activeElement) === 'sample-note'",
    );
    window.type_text("Nobody signed it");
    window.enter("sample-save");
    for left in (0..size).rev() {
        until_count(window, open, left);
        if left > 0 {
            window.type_text("1");
        }
    }
    window.wait_for("sample-estimate");
}

/// Makes a finding of what deviates, has it remedied by an action, and closes it after a look.
fn remedy(window: &Window, today: &str) {
    window.enter("sample-finding");
    window.arrive("finding-save");
    window.choose("finding-severity-high");
    window.enter("finding-save");
    window.arrive("finding-action-add");
    window.enter("finding-action-add");
    window.arrive("action-save");
    window.fill("action-owner", "Operations lead");
    window.fill("action-due", today);
    window.enter("action-save");
    window.arrive("finding-step-start_remedy");
    take(window, "start_remedy", None);
    window.wait_for("finding-step-remedied");
    window.enter("finding-action");
    window.arrive("action-save");
    window.choose("action-state-done");
    window.enter("action-save");
    window.arrive("finding-step-remedied");
    take(window, "remedied", None);
    window.wait_for("finding-step-verify");
    take(window, "verify", Some("Every letter of a week was signed"));
    window.wait_for("finding-step-reopen");
}

/// Takes a step of a finding.
fn take(window: &Window, step: &str, note: Option<&str>) {
    window.enter(&format!("finding-step-{step}"));
    window.until("the dialog", "return find('step-dialog')?.open === true");
    if let Some(note) = note {
        window.fill("step-note", note);
    }
    confirm(window, "step-save");
}

/// Closes the audit and compares it with the one before.
fn close_and_compare(window: &Window) {
    window.enter("rail-audits");
    window.arrive("audit-open");
    window.enter("audit-open");
    window.arrive("audit-close");
    window.enter("audit-close");
    confirm(window, "audit-close-go");
    window.until("the closed audit", "return !find('audit-close')");
    window.enter("audit-compare");
    window.arrive("compare-counts");
    // The first question was put right, the second has become worse, and the others are as they were.
    until_count(window, "[data-testid=compare-list] tbody .tag", 7);
    until_count(window, "[data-testid=compare-list] tbody .tag.good", 1);
    until_count(window, "[data-testid=compare-list] tbody .tag.bad", 1);
    until_count(window, "[data-testid=audit-trend] tbody tr", 2);
}

fn drill(locale: &str) {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let workspace = home.documents().join("office.assay");
    office(&workspace, SYSTEM);
    let window = Window::open(&home);
    journey::speak(&window, locale);
    window.choose_workspace(&workspace);
    window.enter("locked-drill");
    window.arrive("locked-begin");
    window.fill("locked-named", SYSTEM);
    window.enter("locked-begin");
    window.wait_for("drill-marks");
    let fault = mark(&window, "1", 1);
    std::thread::sleep(Duration::from_secs(2));
    let noticed = mark(&window, "2", 2);
    assert_eq!(window.problems(), Vec::<String>::new());

    // The program is gone in the middle, with everything that it knew.
    let window = Window::open_on(&home, window.kill());
    window.choose_workspace(&workspace);
    window.enter("locked-drill");
    window.arrive("locked-resume");
    window.enter("locked-resume");
    window.wait_for("locked-resumed");
    let decided = mark(&window, "3", 1);
    std::thread::sleep(Duration::from_secs(1));
    let manual = mark(&window, "4", 2);
    window.enter("drill-finish");
    window.until("the end of the drill", "return !find('drill-abort')");
    window.enter("locked-back");
    window.unlock(PASSPHRASE);
    // Unlocking leads to the drill that was taken in.
    window.arrive("drill-compare");
    until_count(&window, "[data-testid=drill-marks] li.set", 4);
    assert_eq!(window.problems(), Vec::<String>::new());
    window.close();

    let list = asked(folder.path(), &["drill", "list"], &workspace);
    let id = list["drills"][0]["id"].as_str().unwrap();
    let shown = asked(folder.path(), &["drill", "show", id], &workspace);
    assert_eq!(shown["systemName"], json!(SYSTEM));
    assert_eq!(shown["course"]["jumps"], json!([]));
    let times = [fault, noticed, decided, manual];
    let names = ["fault", "noticed", "decided", "manual"];
    let marks = shown["course"]["marks"].as_array().unwrap();
    assert_eq!(marks.len(), names.len(), "{shown}");
    for ((kept, name), time) in marks.iter().zip(names).zip(times) {
        assert_eq!(kept["mark"], json!(name));
        assert_eq!(kept["source"], json!("steady"), "{kept}");
        let after = Duration::from_millis(kept["afterMs"].as_u64().unwrap());
        let wall = time - fault;
        assert!(
            after.abs_diff(wall) < TOLERANCE,
            "{name} after {after:?}, and {wall:?} on the wall"
        );
    }
}

/// Marks a moment by its key, waits until so many are shown as kept, and returns when it was pressed.
fn mark(window: &Window, key: &str, shown: u64) -> Instant {
    let pressed = Instant::now();
    window.type_text(key);
    until_count(window, "[data-testid=drill-marks] li.set", shown);
    pressed
}

fn incident(locale: &str, severity: &str) {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let workspace = home.documents().join("office.assay");
    infrastructure(&workspace, SYSTEM);
    let window = Window::open(&home);
    journey::speak(&window, locale);
    window.choose_workspace(&workspace);
    window.unlock(PASSPHRASE);
    window.arrive("rail-incidents");
    record(&window, severity);
    report_both(&window);
    close_it(&window);
    assert_eq!(window.problems(), Vec::<String>::new());
    window.close();

    let list = asked(folder.path(), &["incident", "list"], &workspace);
    let row = &list["incidents"][0];
    assert_eq!(row["incident"]["state"], json!("closed"), "{list}");
    let clocks = row["clocks"].as_array().unwrap();
    let states = clocks.iter().map(|clock| &clock["state"]);
    assert_eq!(
        states.collect::<Vec<_>>(),
        ["in_time", "in_time", "not_due"]
    );
    let receipts = clocks[..2]
        .iter()
        .map(|clock| &clock["answer"]["facts"]["receipt"]);
    assert_eq!(receipts.collect::<Vec<_>>(), ["12387-1", "12387-2"]);
}

/// Records an event that began now: two reports are due within the hour.
fn record(window: &Window, severity: &str) {
    window.enter("rail-incidents");
    window.arrive("incident-add");
    window.enter("incident-add");
    window.arrive("incident-save");
    window.fill("incident-title", "Wrong refusals");
    // Typing the beginning of a grade chooses it.
    window.fill("incident-severity", severity);
    let graded = "return find('incident-severity')?.value === 'considerable'";
    window.until("the severity", graded);
    window.fill("incident-response", "Taken back by hand");
    window.enter("incident-save");
    window.arrive("incident-clock");
    until_count(
        window,
        "[data-testid=incident-clock][data-state=running]",
        2,
    );
    let left = window.look(
        "return [...document.querySelectorAll('[data-state=running] .left')].map((e) => parseInt(e.innerText.match(/\\d+/)[0]))",
    );
    for minutes in left.as_array().unwrap() {
        let minutes = minutes.as_i64().unwrap();
        assert!((57..=60).contains(&minutes), "{left}");
    }
    // The overview says so as well, before anything else.
    window.enter("rail-overview");
    window.arrive("need-open");
    window.enter("need-open");
    window.arrive("incident-clock");
}

/// Reports to both, each with a receipt.
fn report_both(window: &Window) {
    for number in 1..=2 {
        window.enter("incident-report");
        window.until("the dialog", "return find('report-dialog')?.open === true");
        window.fill("report-receipt", &format!("12387-{number}"));
        confirm(window, "report-save");
        until_count(
            window,
            "[data-testid=incident-clock][data-state=in_time]",
            number,
        );
    }
}

/// Says that it is over and why it came, answers the last duty with a reason, and closes it.
fn close_it(window: &Window) {
    window.back_tab_to("incident-edit");
    window.press(Key::Enter);
    window.arrive("incident-save");
    let began = window.look("return find('incident-occurredAt').value");
    window.fill("incident-restoredAt", began.as_str().unwrap());
    window.fill("incident-cause", "A new version");
    window.fill("incident-lessons", "Try it on old cases first");
    window.enter("incident-save");
    window.arrive("incident-handle");
    window.enter("incident-handle");
    window.wait_for("incident-close");
    window.enter("incident-close");
    // One duty waits: the summary after the end.
    window.until(
        "what is missing",
        "return find('incident-close-missing') && find('incident-close-go').disabled",
    );
    window.press(Key::Escape);
    window.enter("incident-waive");
    window.until("the dialog", "return find('report-dialog')?.open === true");
    window.fill("report-note", "Not a network incident");
    confirm(window, "report-save");
    until_count(
        window,
        "[data-testid=incident-clock][data-state=not_due]",
        1,
    );
    window.back_tab_to("incident-close");
    window.press(Key::Enter);
    confirm(window, "incident-close-go");
    window.wait_for("incident-reopen");
    window.until(
        "that nothing can be changed",
        "return !find('incident-edit')",
    );
}
