//! The window killed at random moments of its work: nothing it had called saved is lost. Closed by its frame, it asks
//! for what is not saved.
#![allow(clippy::unwrap_used, missing_docs, clippy::print_stderr)]

use assay_tests::dice::Dice;
use assay_tests::window::journey::PASSPHRASE;
use assay_tests::window::prepared::{prepared, sample};
use assay_tests::window::{self, Home, Key, Window};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const KILLS: u64 = 50;
/// The longest that a window works before it is killed.
const LONGEST_MS: u64 = 1_800;
/// After so long a second request to close the window is meant.
const MEANT: Duration = Duration::from_millis(3_500);
/// What the screen may forget of where it was.
const HALF_A_SECOND: Duration = Duration::from_millis(500);

/// What the screen has called saved: the name of the entry, and its value.
#[derive(Default)]
struct Promised {
    values: BTreeMap<String, String>,
    /// Entered, and not called saved before the window was gone.
    under_way: Option<(String, String)>,
    /// Addresses shown, and since when.
    shown: Vec<(String, Instant)>,
    /// The address that was being gone to.
    going: String,
    killed: Option<Instant>,
    saves: usize,
}

/// Why the work at the window has stopped.
#[derive(Debug)]
struct Gone;

struct Hand<'a> {
    window: &'a Window,
    /// Every question, in order.
    questions: &'a [String],
    killed: Arc<AtomicBool>,
}

impl Hand<'_> {
    fn gone<T>(&self, done: Result<T, String>) -> Result<T, Gone> {
        match done {
            Ok(answer) if !self.killed.load(Ordering::SeqCst) => Ok(answer),
            Ok(_) => Err(Gone),
            Err(error) => {
                // The driver may notice before the thread that kills has said so.
                std::thread::sleep(Duration::from_millis(300));
                assert!(
                    self.killed.load(Ordering::SeqCst),
                    "nobody killed the window: {error}"
                );
                Err(Gone)
            }
        }
    }

    fn look(&self, script: &str) -> Result<Value, Gone> {
        self.gone(self.window.try_look(script))
    }

    fn press(&self, key: Key) -> Result<(), Gone> {
        self.gone(self.window.try_press(key))
    }

    fn until(&self, script: &str) -> Result<(), Gone> {
        let begun = Instant::now();
        while self.look(script)? != json!(true) {
            assert!(
                begun.elapsed() < window::PATIENCE,
                "the window never shows: {script}"
            );
        }
        Ok(())
    }

    fn tab_until(&self, script: &str) -> Result<(), Gone> {
        let begun = Instant::now();
        while self.look(script)? != json!(true) {
            assert!(
                begun.elapsed() < window::PATIENCE,
                "Tab never leads to: {script}"
            );
            self.press(Key::Tab)?;
        }
        Ok(())
    }

    /// Does something that is saved, and notes it as promised once the screen calls it saved.
    fn entered(
        &self,
        promised: &mut Promised,
        name: &str,
        value: String,
        press: Key,
    ) -> Result<(), Gone> {
        let before = self.look("return window.saves")?;
        promised.under_way = Some((name.to_owned(), value.clone()));
        self.press(press)?;
        let saved = format!(
            "return window.saves > {before} && find('save-state').dataset.state === 'saved'"
        );
        self.until(&saved)?;
        promised.values.insert(name.to_owned(), value);
        promised.under_way = None;
        promised.saves += 1;
        Ok(())
    }

    /// Notes where the link in focus leads.
    fn going(&self, promised: &mut Promised) -> Result<(), Gone> {
        let link = self.look("return document.activeElement.hash.replace(/^#/, '')")?;
        promised.going = link.as_str().unwrap_or_default().to_owned();
        Ok(())
    }

    /// Returns the address after that of a question.
    fn after(&self, here: &str, question: &str) -> String {
        let at = self.questions.iter().position(|known| known == question);
        match self.questions.get(at.unwrap() + 1) {
            Some(next) => here.replace(question, next),
            None => here.replace(&format!("questions/{question}"), "check"),
        }
    }

    fn note_address(&self, promised: &mut Promised) -> Result<String, Gone> {
        let address = self.look("return location.hash.replace(/^#/, '')")?;
        let address = address.as_str().unwrap_or_default().to_owned();
        if promised
            .shown
            .last()
            .is_none_or(|(last, _)| *last != address)
        {
            promised.shown.push((address.clone(), Instant::now()));
        }
        Ok(address)
    }

    /// Returns the key that chooses another of the radios in focus, and the value that it chooses.
    fn another_choice(&self) -> Result<(Key, String), Gone> {
        let way = self.look(
            "const here = document.activeElement; \
             const all = [...document.getElementsByName(here.name)]; \
             const at = all.indexOf(here); \
             if (!here.checked) return ['Space', here.value]; \
             return at + 1 < all.length ? ['Down', all[at + 1].value] : ['Up', all[at - 1].value]",
        )?;
        let key = match way[0].as_str() {
            Some("Space") => Key::Space,
            Some("Down") => Key::Down,
            _ => Key::Up,
        };
        Ok((key, way[1].as_str().unwrap().to_owned()))
    }

    /// Changes answers one question after the other, until the window is gone.
    fn answer(&self, promised: &mut Promised) -> Result<(), Gone> {
        self.tab_until("return !!document.activeElement?.closest('.tasks a')")?;
        loop {
            let here = self.note_address(promised)?;
            if !here.contains("/questions/") {
                self.tab_until("return document.activeElement?.dataset.testid === 'task-a'")?;
                self.going(promised)?;
                self.press(Key::Enter)?;
                self.until("return location.hash.includes('/questions/')")?;
                continue;
            }
            self.until("return !!find('question-save') && location.hash.endsWith(find('question-text').nextElementSibling.innerText.split(/\\s/)[0])")?;
            let question = here
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .split('?')
                .next()
                .unwrap()
                .to_owned();
            self.tab_until("return document.activeElement?.name === 'answer'")?;
            let (key, value) = self.another_choice()?;
            // "Not applicable" asks for a reason; it is left for the next value.
            self.entered(promised, &question, value.clone(), key)?;
            if value == "na" {
                self.entered(promised, &question, "unknown".to_owned(), Key::Down)?;
            }
            promised.going = self.after(&here, &question);
            self.press(Key::Enter)?;
            self.until(&format!(
                "return location.hash !== {}",
                json!(format!("#{here}"))
            ))?;
        }
    }

    /// Sets measures one after the other, until the window is gone.
    fn measures(&self, promised: &mut Promised, first: u64) -> Result<(), Gone> {
        self.part("assessment-measures", "measure-count", promised)?;
        let names = "return [...document.querySelectorAll('fieldset input[type=radio][value=\"0\"]')].map((e) => e.name)";
        let names: Vec<String> = serde_json::from_value(self.look(names)?).unwrap();
        let from = usize::try_from(first).unwrap() % names.len();
        for name in names.iter().cycle().skip(from) {
            self.tab_until(&format!("return document.activeElement?.name === '{name}'"))?;
            let (key, value) = self.another_choice()?;
            self.entered(promised, name, value, key)?;
        }
        unreachable!("the names go round")
    }

    /// Confirms proposed ratings one after the other, until the window is gone or none is left.
    fn ratings(&self, promised: &mut Promised) -> Result<(), Gone> {
        self.part("assessment-ratings", "rating-count", promised)?;
        loop {
            let next = self.look("return document.querySelector('.rating[data-state=proposed]')?.dataset.testid ?? ''")?;
            let Some(risk) = next.as_str().unwrap().strip_prefix("rating-") else {
                return Ok(());
            };
            self.tab_until(&format!(
                "return document.activeElement?.dataset.testid === 'rating-confirm-{risk}'"
            ))?;
            self.entered(promised, risk, "confirmed".to_owned(), Key::Enter)?;
        }
    }

    fn part(&self, link: &str, there: &str, promised: &mut Promised) -> Result<(), Gone> {
        self.tab_until(&format!(
            "return document.activeElement?.dataset.testid === '{link}'"
        ))?;
        self.going(promised)?;
        self.press(Key::Enter)?;
        self.until(&format!("return !!find('{there}')"))?;
        self.note_address(promised).map(drop)
    }
}

/// Counts how often the screen has said that something was saved.
const COUNT_SAVES: &str = "
window.saves = 0;
new MutationObserver((changes) => {
  for (const { target, oldValue } of changes)
    if (target.dataset.testid === 'save-state' && oldValue === 'pending' && target.dataset.state === 'saved') window.saves += 1;
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-state'], attributeOldValue: true });
return true";

#[test]
fn fifty_kills_lose_nothing_that_was_called_saved() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let workspace = home.documents().join("work.assay");
    let (assessment, questions) = prepared(&workspace);
    let mut dice = Dice::new(0x0A55_A7E2_0E2E_0050);
    let mut promised = Promised::default();
    let mut display = window::Display::start();
    home.pick(&workspace);
    let (mut same, mut saves, mut halfway) = (0, 0, 0);
    for round in 0..KILLS {
        let window = Window::open_on(&home, display);
        if round == 0 {
            window.enter("workspace-open");
        }
        window.unlock(PASSPHRASE);
        if round == 0 {
            let _ = window.look(&format!(
                "location.hash = '/assessments/{assessment}'; return true"
            ));
            window.arrive("assessment-continue");
            window.enter("assessment-continue");
            window.arrive("question-save");
        } else {
            same += usize::from(resumed(&window, &promised));
        }
        let here = window.address();
        promised.going.clone_from(&here);
        promised.shown = vec![(here, Instant::now())];
        assert_eq!(window.look(COUNT_SAVES), json!(true));
        display = work_until_killed(window, &questions, &mut promised, round, &mut dice);
        saves += std::mem::take(&mut promised.saves);
        halfway += usize::from(promised.under_way.is_some());
        in_the_file(folder.path(), &workspace, &assessment, &mut promised);
    }
    eprintln!(
        "{KILLS} kills, {halfway} in the middle of a save; {saves} saves that the screen had promised; \
         {same} reopened at the very last screen"
    );
    assert!(halfway > 0, "no kill came in the middle of a save");
    assert!(saves as u64 >= 2 * KILLS, "only {saves} saves");
}

/// The window comes back to where it was; tells whether to the very last screen it had shown.
fn resumed(window: &Window, promised: &Promised) -> bool {
    let address = window.address();
    let (last, since) = promised.shown.last().unwrap();
    let settled = promised.killed.unwrap().duration_since(*since) > HALF_A_SECOND;
    let before = promised.shown.iter().rev().nth(1);
    let just_before = !settled && before.is_some_and(|(shown, _)| *shown == address);
    assert!(
        *last == address || promised.going == address || just_before,
        "reopened at {address}; shown {:?}, going to {}, settled {settled}",
        promised.shown,
        promised.going,
    );
    *last == address
}

/// Works at the window until it is killed at a random moment.
fn work_until_killed(
    window: Window,
    questions: &[String],
    promised: &mut Promised,
    round: u64,
    dice: &mut Dice,
) -> window::Display {
    let killed = Arc::new(AtomicBool::new(false));
    let processes = window.processes();
    let names: Vec<String> = processes
        .iter()
        .map(|process| window::name(*process))
        .collect();
    assert!(
        names.iter().any(|name| name.contains("WebKitWebProces")),
        "{names:?}"
    );
    let wait = Duration::from_millis(dice.below(LONGEST_MS));
    let killer = {
        let killed = Arc::clone(&killed);
        std::thread::spawn(move || {
            std::thread::sleep(wait);
            window::kill(&processes);
            killed.store(true, Ordering::SeqCst);
        })
    };
    let hand = Hand {
        questions,
        window: &window,
        killed,
    };
    let done = match round {
        30..42 => hand.measures(promised, dice.below(21)),
        42.. => hand.ratings(promised),
        _ => hand.answer(promised),
    };
    drop(done);
    killer.join().unwrap();
    promised.killed = Some(Instant::now());
    window.kill()
}

/// Everything that was promised is in the file, and the file is whole.
fn in_the_file(folder: &Path, workspace: &Path, assessment: &str, promised: &mut Promised) {
    let workspace = workspace.to_str().unwrap();
    let terminal = assay_tests::terminal::Terminal::in_folder(folder).as_person(PASSPHRASE);
    let _ = terminal.run(&["check", workspace, "--json"]).with(0);
    let show = ["assessment", "show", workspace, assessment, "--json"];
    let view = terminal.run(&show).with(0).json();
    let mut stored = BTreeMap::new();
    for question in view["questions"].as_array().unwrap() {
        if let Some(value) = question["answer"]["value"].as_str() {
            stored.insert(
                question["question"].as_str().unwrap().to_owned(),
                value.to_owned(),
            );
        }
    }
    for measure in view["measures"].as_array().unwrap() {
        if let Some(level) = measure["level"].as_u64() {
            stored.insert(
                format!("measure-{}", measure["control"].as_str().unwrap()),
                level.to_string(),
            );
        }
    }
    for rating in view["ratings"].as_array().unwrap() {
        if !rating["confirmed"].is_null() {
            stored.insert(
                rating["risk"].as_str().unwrap().to_owned(),
                "confirmed".to_owned(),
            );
        }
    }
    let late = promised.under_way.take();
    for (name, value) in &promised.values {
        let found = stored.get(name);
        let later = late
            .as_ref()
            .filter(|(entry, _)| entry == name)
            .map(|(_, value)| value);
        assert!(
            found == Some(value) || (later.is_some() && found == later),
            "{name}: {found:?}, called saved: {value}, under way: {late:?}"
        );
    }
    // What was under way may have reached the file; from now on that is what is there.
    promised.values = stored;
}

/// Waits until the program has ended.
fn gone(window: &Window) {
    let begun = Instant::now();
    while window.try_look("return true").is_ok() {
        assert!(begun.elapsed() < window::PATIENCE, "the window stays");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Opens the sample with a form of a new AI system before it, in which a name was typed.
fn typed(home: &Home, workspace: &Path) -> Window {
    let window = Window::unlocked(home, workspace, assay_api::SAMPLE_PASSPHRASE);
    let _ = window.look("location.hash = '/systems/new'; return true");
    window.arrive("system-name");
    window.fill("system-name", "Meter reading");
    window
}

#[test]
fn closing_the_window_asks_for_what_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let workspace = home.documents().join("sample.assay");
    let _ = sample(&workspace);
    let window = typed(&home, &workspace);
    window.ask_to_close();
    window.arrive("leave-stay");
    window.enter("leave-stay");
    window.until("no question any more", "return !find('leave-stay')");
    // The shell hears of the answer a moment later.
    std::thread::sleep(HALF_A_SECOND);
    assert_eq!(
        window.look("return find('system-name').value"),
        json!("Meter reading")
    );
    window.ask_to_close();
    window.arrive("leave-discard");
    window.tab_to("leave-discard");
    // Nobody may be there to say that the key was let go.
    let _ = window.try_press(Key::Enter);
    gone(&window);
    drop(window);

    // A double click asks once; whoever asks again later means it. Where nothing was typed nobody is asked.
    let window = typed(&home, &workspace);
    window.ask_to_close();
    window.ask_to_close();
    window.arrive("leave-stay");
    std::thread::sleep(MEANT);
    window.ask_to_close();
    gone(&window);
    drop(window);
    let window = Window::open(&home);
    window.wait_for("workspace-open");
    window.ask_to_close();
    gone(&window);
}
