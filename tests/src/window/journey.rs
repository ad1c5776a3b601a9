//! The whole way from an empty folder to a verified report, by keyboard, as a person goes it.

use super::{Key, Window};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The passphrase of the person who walks the journey.
pub const PASSPHRASE: &str = "a long first sentence";
/// The imported system that is assessed.
pub const SYSTEM: &str = "Autonomous Aerostat";

/// What a person of one language types.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The language of the window and of the report: `en` or `zh-CN`.
    pub locale: &'static str,
    /// Name of the organisation.
    pub organisation: &'static str,
    /// Role title of the person.
    pub person: &'static str,
    /// Why a fact of the context is as it is.
    pub reason: &'static str,
    /// A note beside an answer.
    pub note: &'static str,
}

/// What an English-speaking office types.
pub const ENGLISH: Words = Words {
    locale: "en",
    organisation: "Harbour authority",
    person: "Assessment lead",
    reason: "As the operating manual says",
    note: "Seen in the test log of the third quarter",
};

/// What a Chinese-speaking office types.
pub const CHINESE: Words = Words {
    locale: "zh-CN",
    organisation: "港口管理局",
    person: "评估负责人",
    reason: "依据运行手册",
    note: "见第三季度测试记录",
};

/// What the window showed at the end of the journey.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// The workspace's file.
    pub workspace: PathBuf,
    /// Id of the assessment.
    pub assessment: String,
    /// The grade on the result page, 1 to 5.
    pub grade: u8,
    /// The application tier on the result page.
    pub tier: String,
    /// The exported, signed report.
    pub report: PathBuf,
    /// How many questions were answered.
    pub questions: usize,
}

/// Returns the inventory: the whole one where `ASSAY_DATA` names it, else the bundled excerpt; with
/// the number of its rows.
#[must_use]
pub fn inventory() -> (PathBuf, usize) {
    let whole = std::env::var_os("ASSAY_DATA")
        .map(|data| Path::new(&data).join("ai-inventory-2023/inventory.csv"))
        .filter(|file| file.is_file());
    let excerpt = || excerpt().to_owned();
    let rows = if whole.is_some() { 710 } else { 20 };
    (whole.unwrap_or_else(excerpt), rows)
}

/// Returns the bundled excerpt of 20 rows.
#[must_use]
pub fn excerpt() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/ai-inventory-2023-excerpt.csv")
}

/// Goes the whole way. The report is written beside the workspace.
///
/// # Panics
/// Where the window does not do what it should.
#[must_use]
pub fn walk(window: &Window, words: &Words, inventory: &Path, rows: usize) -> Arrived {
    speak(window, words.locale);
    let workspace = create(window, words);
    import(window, inventory, rows);
    start(window, words);
    let questions = answer_all(window, words);
    measures(window);
    ratings(window);
    let (grade, tier) = result(window);
    let assessment = assessment_id(window);
    check(window);
    let report = workspace.with_extension("pdf");
    hand_over(window);
    sign(window, &report);
    verify(window, &report, grade);
    Arrived {
        workspace,
        assessment,
        grade,
        tier,
        report,
        questions,
    }
}

/// Changes the language there and back, and ends with the wanted one.
pub fn speak(window: &Window, locale: &str) {
    let other = if locale == "en" { "zh-CN" } else { "en" };
    for language in [other, locale] {
        window.enter(&format!("language-{language}"));
        let shown = format!(
            "return document.documentElement.lang === {}",
            json!(language)
        );
        window.until(&format!("the language {language}"), &shown);
    }
}

/// Makes a workspace in the empty folder and comes to its overview.
///
/// # Panics
/// Where the window does not do what it should.
#[must_use]
pub fn create(window: &Window, words: &Words) -> PathBuf {
    // Backwards, since Shift and Tab must lead everywhere as well.
    window.back_tab_to("workspace-create");
    window.press(Key::Enter);
    window.arrive("workspace-organisation");
    window.fill("workspace-organisation", words.organisation);
    window.fill("workspace-person", words.person);
    window.fill("workspace-passphrase", PASSPHRASE);
    window.fill("workspace-passphrase-again", PASSPHRASE);
    let path = window.look("return document.querySelector('.place [title]').title");
    window.press(Key::Enter);
    window.arrive("rail-systems");
    let path = PathBuf::from(path.as_str().expect("a path is a text"));
    assert!(path.is_file(), "the workspace is at {}", path.display());
    path
}

/// Imports the AI systems of a table: columns as proposed, but for one.
///
/// # Panics
/// Where the window does not do what it should.
pub fn import(window: &Window, table: &Path, rows: usize) {
    window.enter("rail-systems");
    window.arrive("system-import");
    window.enter("system-import");
    window.arrive("import-pick");
    window.pick(table);
    window.enter("import-pick");
    window.until(
        "the proposed columns",
        "return find('import-map-name')?.value === 'Title'",
    );
    // Typing the beginning of a column's name chooses it.
    window.fill("import-map-supplier", "Off");
    window.until(
        "the other column",
        "return find('import-map-supplier').value === 'Office'",
    );
    let ready = format!(
        "const b = find('import-commit'); return !b.disabled && b.getAttribute('aria-disabled') !== 'true' && b.innerText.includes('{rows}')"
    );
    window.until("a preview without problems", &ready);
    let listed = "return document.querySelectorAll('.import ul.first li').length > 0";
    window.until("the first systems of the preview", listed);
    window.back_tab_to("import-commit");
    window.press(Key::Enter);
    window.arrive("system-list");
}

/// Starts an assessment of one imported system: context, profile, depth.
///
/// # Panics
/// Where the window does not do what it should.
pub fn start(window: &Window, words: &Words) {
    window.fill("system-search", SYSTEM);
    let one = "return document.querySelectorAll('[data-testid=system-open]').length === 1";
    window.until("the system alone", one);
    window.enter("system-open");
    window.arrive("assessment-start");
    window.enter("assessment-start");
    window.arrive("start-next");
    for (fact, value) in [("scenario", 3), ("autonomy", 3), ("scale", 2)] {
        window.choose(&format!("context-{fact}-{value}"));
        window.fill(&format!("reason-{fact}"), words.reason);
    }
    window.enter("start-next");
    window.wait_for("profile-none");
    window.choose("profile-face-access");
    window.enter("start-next");
    window.wait_for("depth-quick");
    window.choose("depth-quick");
    window.enter("start-next");
    window.arrive("assessment-continue");
}

/// Answers every question that is asked, one after the other, and returns how many there were.
///
/// # Panics
/// Where the window does not do what it should.
#[must_use]
pub fn answer_all(window: &Window, words: &Words) -> usize {
    window.enter("assessment-continue");
    let mut answered = 0;
    loop {
        window.arrive("question-save");
        let here = window.address();
        let note = (answered % 10 == 0).then_some(words.note);
        answer(window, value_of(answered), note);
        window.press(Key::Enter);
        let on = format!("return location.hash !== {}", json!(format!("#{here}")));
        window.until("the next question", &on);
        answered += 1;
        if window.address().ends_with("/check") {
            return answered;
        }
    }
}

/// Mostly met, with some weaknesses.
fn value_of(number: usize) -> &'static str {
    match number % 12 {
        4 => "partly",
        7 => "unknown",
        11 => "not_met",
        _ => "met",
    }
}

/// Answers the question on screen and waits until it is called saved; the focus stays on the choice.
pub fn answer(window: &Window, value: &str, note: Option<&str>) {
    if let Some(note) = note {
        window.fill("question-note", note);
    }
    let name = format!("answer-{value}");
    if note.is_some() {
        window.back_tab_to(&first_choice(window));
    }
    window.choose(&name);
    saved(window);
}

/// Returns the radio of the answers that Tab comes to.
fn first_choice(window: &Window) -> String {
    let group = "const all = [...document.querySelectorAll('input[name=answer]')]; \
                 return named(all.find((e) => e.checked) ?? all.at(-1))";
    window.look(group).as_str().unwrap_or_default().to_owned()
}

/// Waits until the screen calls what was entered saved.
pub fn saved(window: &Window) {
    window.until(
        "the word that it is saved",
        "return find('save-state')?.dataset.state === 'saved'",
    );
}

/// Says of all 21 measures how far they are in place.
///
/// # Panics
/// Where the window does not do what it should.
pub fn measures(window: &Window) {
    window.enter("assessment-measures");
    window.arrive("measure-count");
    let listed = window.look(
        "return [...document.querySelectorAll('fieldset input[type=radio][value=\"0\"]')].map((e) => e.name)",
    );
    let listed: Vec<String> = serde_json::from_value(listed).expect("a list of names");
    assert_eq!(listed.len(), 21, "{listed:?}");
    for (number, name) in listed.iter().enumerate() {
        window.choose(&format!("{name}-{}", 1 + number % 4));
        saved(window);
    }
    window.until(
        "21 measures that are answered",
        "return find('measure-count').innerText.includes('21')",
    );
}

/// Confirms the 26 proposed ratings: one changed, the others as a block.
///
/// # Panics
/// Where the window does not do what it should.
pub fn ratings(window: &Window) {
    window.back_tab_to("assessment-ratings");
    window.press(Key::Enter);
    window.arrive("rating-confirm-block");
    let states = "return [...document.querySelectorAll('.rating')].map((e) => e.dataset.state)";
    let before: Vec<String> = serde_json::from_value(window.look(states)).expect("states");
    assert_eq!(before.len(), 26, "{before:?}");
    assert!(before.iter().all(|state| state == "proposed"), "{before:?}");
    window.enter("rating-confirm-block");
    in_dialog(window, "rating-block-confirm");
    window.enter("rating-block-confirm");
    window.until(
        "26 ratings that are confirmed",
        "return document.querySelectorAll('.rating[data-state=confirmed]').length === 26",
    );
    saved(window);
}

/// Waits for a dialog to take the focus.
fn in_dialog(window: &Window, name: &str) {
    let script = format!("return !!find('{name}') && !!document.activeElement?.closest('dialog')");
    window.until(&format!("the dialog with {name:?}"), &script);
}

/// Reads grade and tier off the result page.
fn result(window: &Window) -> (u8, String) {
    window.back_tab_to("assessment-result");
    window.press(Key::Enter);
    window.arrive("grade-value");
    let grade = window.attribute("grade-value", "data-grade");
    let badge = window.said("grade-value");
    let grade: u8 = grade.parse().expect("a grade is a number");
    assert!(badge.contains(&grade.to_string()), "{grade}: {badge:?}");
    (grade, window.said("tier-value"))
}

/// Looks over the answers: none is open.
fn check(window: &Window) {
    window.enter("assessment-check");
    window.until(
        "answers to check",
        "return location.hash.endsWith('/check') && document.querySelectorAll('main li .said').length > 0",
    );
    let open = window.look("return document.querySelectorAll('main li .said .tag').length");
    assert_eq!(open, json!(0), "open answers on the check page");
}

/// Hands over, approves, makes the report and comes to its page.
fn hand_over(window: &Window) {
    window.enter("assessment-review");
    window.arrive("review-submit");
    window.enter("review-submit");
    window.wait_for("review-approve");
    window.enter("review-approve");
    window.wait_for("report-make");
    window.enter("report-make");
    window.wait_for("report-open");
    window.enter("report-open");
    window.arrive("report-sign");
}

/// Signs the report on screen and exports it.
fn sign(window: &Window, report: &Path) {
    window.enter("report-sign");
    in_dialog(window, "sign-passphrase");
    window.fill("sign-passphrase", PASSPHRASE);
    window.press(Key::Enter);
    window.until(
        "a signed report",
        "return !document.querySelector('dialog[open]') && !!document.querySelector('.signers li.done')",
    );
    window.pick(report);
    window.enter("report-export");
    let written = "return document.body.innerText.includes('.pdf')";
    window.until("the word that the report was exported", written);
    let begun = std::time::Instant::now();
    while !report.is_file() {
        assert!(begun.elapsed() < super::PATIENCE, "the report is exported");
        std::thread::sleep(super::PAUSE);
    }
}

/// Verifies the exported file in the window.
fn verify(window: &Window, report: &Path, grade: u8) {
    window.enter("rail-verify");
    window.arrive("verify-pick");
    window.pick(report);
    window.enter("verify-pick");
    window.wait_for("verdict");
    let verdict = window.attribute("verdict", "data-verdict");
    assert_eq!(verdict, "intact", "{}", window.said("main"));
    let facts = window.look("return document.querySelector('.verify-facts').innerText");
    let facts = facts.as_str().unwrap_or_default().to_owned();
    assert!(facts.contains(&grade.to_string()), "{grade}: {facts}");
    assert!(facts.contains(SYSTEM), "{facts}");
}

fn assessment_id(window: &Window) -> String {
    let address = window.address();
    let id = address.split('/').nth(2);
    id.expect("an address with an id").to_owned()
}

/// Returns the JSON of what a command of the terminal says about the workspace.
#[must_use]
pub fn terminal(folder: &Path, arguments: &[&str]) -> Value {
    let terminal = crate::terminal::Terminal::in_folder(folder).as_person(PASSPHRASE);
    terminal.run(arguments).with(0).json()
}
