//! The real window, driven by keyboard on a display of its own.
//!
//! WebKitWebDriver presses the keys and looks at the page; where nothing may open a socket of the
//! network, the display's own keys and a seam of the program do. A test does not see the difference.
//!
//! Controls are named by their `data-testid`, else by their `id`. Every wait has an end, and says
//! what it waited for, what the page showed, and where the picture of it lies.

mod bus;
mod display;
mod driver;
pub mod journey;
mod keys;
pub mod prepared;
mod processes;
mod seam;
pub mod survey;

pub use bus::{Bus, Shown};
pub use display::{Display, Home, Shape, program};
pub use keys::Key;
pub use processes::{Own, descendants, kill, lives, name};

use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The longest that anything on screen may take.
pub const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(15);
/// More controls than any screen has.
const MOST_TABS: usize = 600;

/// Finds a control by its name.
const FIND: &str = r#"
const find = (name) => document.querySelector(`[data-testid="${CSS.escape(name)}"]`) ?? document.getElementById(name);
const named = (element) => element?.dataset?.testid ?? (element?.id || element?.tagName?.toLowerCase() || "");
"#;

/// What presses the keys of a window and looks at its page.
trait Hand {
    /// Runs a script on the page and returns its answer.
    fn look(&self, script: &str) -> Result<Value, String>;
    /// Presses a key.
    fn press(&self, key: Key) -> Result<(), String>;
    /// Types a text into the control that has the focus.
    fn type_text(&self, text: &str) -> Result<(), String>;
    /// Takes a picture of the page as PNG.
    fn picture(&self) -> Result<Vec<u8>, String>;
    /// Returns the processes of the program: its own and those of its page.
    fn processes(&self) -> Vec<u32>;
    /// Closes the window.
    fn close(&self) -> Result<(), String>;
}

/// A window of the program.
pub struct Window {
    hand: Box<dyn Hand>,
    display: Display,
    home: Home,
}

impl Window {
    /// Starts the program in a home and waits for its first screen.
    ///
    /// # Panics
    /// When the window does not come up.
    #[must_use]
    pub fn open(home: &Home) -> Self {
        Self::open_on(home, Display::start())
    }

    /// The same, and opens a workspace in it.
    ///
    /// # Panics
    /// When the window or the workspace does not open.
    #[must_use]
    pub fn unlocked(home: &Home, workspace: &Path, passphrase: &str) -> Self {
        let window = Self::open(home);
        window.choose_workspace(workspace);
        window.unlock(passphrase);
        window
    }

    /// Starts the program in a home on a display that is there already.
    ///
    /// # Panics
    /// When the window does not come up.
    #[must_use]
    pub fn open_on(home: &Home, display: Display) -> Self {
        let hand = Box::new(driver::Driver::start(home, &display));
        Self::shown(hand, home, display)
    }

    /// Starts the program by a command of the test's own and drives it without WebDriver, so that
    /// nothing around it opens a socket of the network.
    ///
    /// # Panics
    /// When the window does not come up.
    #[must_use]
    pub fn open_alone(home: &Home, command: Command) -> Self {
        let display = Display::start();
        let hand = seam::Seam::start(command, home, &display);
        hand.take_keyboard();
        Self::shown(Box::new(hand), home, display)
    }

    fn shown(hand: Box<dyn Hand>, home: &Home, display: Display) -> Self {
        let window = Self {
            hand,
            display,
            home: home.clone(),
        };
        window.until(
            "the first screen",
            "return !!document.querySelector('#main')",
        );
        window
    }

    /// Runs a script on the page and returns its answer; for looking, never for pressing.
    ///
    /// # Panics
    /// When the window is gone.
    #[must_use]
    pub fn look(&self, script: &str) -> Value {
        self.try_look(script)
            .unwrap_or_else(|error| panic!("the window answers: {error}"))
    }

    /// The same where the window may be gone.
    ///
    /// # Errors
    /// What the driver says.
    pub fn try_look(&self, script: &str) -> Result<Value, String> {
        self.hand.look(&format!("{FIND}\n{script}"))
    }

    /// Presses a key.
    ///
    /// # Panics
    /// When the window is gone.
    pub fn press(&self, key: Key) {
        self.try_press(key)
            .unwrap_or_else(|error| panic!("the window takes keys: {error}"));
    }

    /// The same where the window may be gone.
    ///
    /// # Errors
    /// What the driver says.
    pub fn try_press(&self, key: Key) -> Result<(), String> {
        self.hand.press(key)
    }

    /// Types a text into the control that has the focus.
    ///
    /// # Panics
    /// When the window is gone.
    pub fn type_text(&self, text: &str) {
        self.try_type(text)
            .unwrap_or_else(|error| panic!("the window takes text: {error}"));
    }

    /// The same where the window may be gone.
    ///
    /// # Errors
    /// What the driver says.
    pub fn try_type(&self, text: &str) -> Result<(), String> {
        self.hand.type_text(text)
    }

    /// Says what a person picks in the file dialogs from now on.
    pub fn pick(&self, path: &Path) {
        self.home.pick(path);
    }

    /// Drops a file on the window.
    ///
    /// # Panics
    /// When the window is gone.
    pub fn drop_file(&self, path: &Path) {
        self.tell(&json!({ "drop": path }));
    }

    /// Asks the window to close, as its frame does.
    ///
    /// # Panics
    /// When the window is gone.
    pub fn ask_to_close(&self) {
        self.tell(&json!({ "close": true }));
    }

    fn tell(&self, what: &Value) {
        let line = UnixStream::connect(self.home.seam()).expect("the program listens");
        let mut line = BufReader::new(line);
        writeln!(line.get_mut(), "{what}").expect("the program hears");
        let mut answer = String::new();
        line.read_line(&mut answer).expect("the program answers");
        assert_eq!(answer.trim(), r#"{"value":null}"#);
    }

    /// Returns the name of the control that has the focus.
    #[must_use]
    pub fn focus(&self) -> String {
        text(self.look("return named(document.activeElement)"))
    }

    /// Goes on by Tab until a control has the focus.
    ///
    /// # Panics
    /// When Tab never comes to it.
    pub fn tab_to(&self, name: &str) {
        self.go_to(name, Key::Tab);
    }

    /// Goes back by Shift and Tab until a control has the focus.
    ///
    /// # Panics
    /// When it never comes to it.
    pub fn back_tab_to(&self, name: &str) {
        self.go_to(name, Key::BackTab);
    }

    fn go_to(&self, name: &str, key: Key) {
        self.wait_for(name);
        for _ in 0..MOST_TABS {
            if self.focus() == name {
                // A button that still works on something takes no key.
                let free =
                    "return document.activeElement?.getAttribute('aria-disabled') !== 'true'";
                self.until(&format!("{name:?} at rest"), free);
                return;
            }
            self.press(key);
        }
        self.lost(&format!("the focus on {name:?} by {key:?}"));
    }

    /// Goes to a control and presses Enter on it.
    pub fn enter(&self, name: &str) {
        self.tab_to(name);
        self.press(Key::Enter);
    }

    /// Goes to a field and types into it.
    pub fn fill(&self, name: &str, text: &str) {
        self.tab_to(name);
        self.type_text(text);
    }

    /// Goes to a group of radios and moves by arrow keys to one of them, which chooses it.
    ///
    /// # Panics
    /// When the group is not come to, or does not have it.
    pub fn choose(&self, name: &str) {
        self.wait_for(name);
        let inside = format!(
            "const e = document.activeElement; return e?.type === 'radio' && e.name === find({}).name",
            json!(name)
        );
        let mut tabs = 0;
        while self.look(&inside) != json!(true) {
            self.press(Key::Tab);
            tabs += 1;
            if tabs == MOST_TABS {
                self.lost(&format!("the focus on the choices around {name:?}"));
            }
        }
        let way = format!(
            "const e = document.activeElement, to = find({}); \
             return e === to ? 0 : e.compareDocumentPosition(to) & 4 ? 1 : -1",
            json!(name)
        );
        for _ in 0..MOST_TABS {
            match self.look(&way).as_i64() {
                Some(0) => {
                    if self.look(&format!("return find({}).checked", json!(name))) != json!(true) {
                        self.press(Key::Space);
                    }
                    return;
                }
                Some(1) => self.press(Key::Down),
                _ => self.press(Key::Up),
            }
        }
        self.lost(&format!("the choice {name:?} by arrow keys"));
    }

    /// Chooses a workspace on the first screen, which then asks for the passphrase.
    pub fn choose_workspace(&self, workspace: &Path) {
        self.pick(workspace);
        self.enter("workspace-open");
        self.wait_for("workspace-unlock");
    }

    /// Unlocks the workspace that was chosen and waits for its screens.
    pub fn unlock(&self, passphrase: &str) {
        self.wait_for("workspace-unlock");
        self.fill("passphrase", passphrase);
        self.press(Key::Enter);
        self.arrive("rail-systems");
    }

    /// Waits for a control or text with a name.
    pub fn wait_for(&self, name: &str) {
        self.until(name, &format!("return !!find({})", json!(name)));
    }

    /// Waits for a screen that has a control with a name, and for it to take the focus.
    pub fn arrive(&self, name: &str) {
        let script = format!(
            "return !!find({}) && !!document.activeElement?.closest('main, dialog')",
            json!(name)
        );
        self.until(&format!("the screen with {name:?}"), &script);
    }

    /// Waits until a script answers with true.
    ///
    /// # Panics
    /// When it does not in time.
    pub fn until(&self, wanted: &str, script: &str) {
        let begun = Instant::now();
        while self.try_look(script) != Ok(json!(true)) {
            if begun.elapsed() > PATIENCE {
                self.lost(wanted);
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Returns an attribute of a control, empty where it has none.
    #[must_use]
    pub fn attribute(&self, name: &str, attribute: &str) -> String {
        let script = format!(
            "return find({})?.getAttribute({}) ?? ''",
            json!(name),
            json!(attribute)
        );
        text(self.look(&script))
    }

    /// Returns what a control says.
    #[must_use]
    pub fn said(&self, name: &str) -> String {
        text(self.look(&format!("return find({})?.innerText ?? ''", json!(name))))
    }

    /// Returns the address of the screen, such as `/systems`.
    #[must_use]
    pub fn address(&self) -> String {
        text(self.look("return location.hash.replace(/^#/, '') || '/'"))
    }

    /// Returns what went wrong on the page since it was made: violations of its policy, errors
    /// that nobody caught, errors and warnings on the console.
    ///
    /// # Panics
    /// When the program was built without its seams for tests.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        let seen = self.look("return window.assayWitness ?? null");
        let seen = seen.as_array().expect("the page has its witness");
        seen.iter().cloned().map(text).collect()
    }

    /// Takes a picture of the page and returns where it lies. The web view refuses one now and then while
    /// it lays out anew, so it is asked three times.
    ///
    /// # Panics
    /// When it can't be taken.
    pub fn picture(&self, name: &str) -> PathBuf {
        let again = |_| {
            std::thread::sleep(Duration::from_millis(500));
            self.try_picture(name)
        };
        self.try_picture(name)
            .or_else(again)
            .or_else(again)
            .unwrap_or_else(|error| panic!("a picture: {error}"))
    }

    fn try_picture(&self, name: &str) -> Result<PathBuf, String> {
        let picture = self.hand.picture()?;
        let folder = display::target().join("e2e");
        let file = folder.join(format!("{name}.png"));
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&file, picture))
            .map_err(|error| error.to_string())?;
        Ok(file)
    }

    /// Ends the test with what was waited for and what was there instead.
    fn lost(&self, wanted: &str) -> ! {
        let thread = std::thread::current();
        let picture = self.try_picture(&thread.name().unwrap_or("window").replace(':', "-"));
        let page = self.try_look("return document.body.innerText");
        panic!(
            "no {wanted} within {PATIENCE:?} on {}; focus on {:?}; problems {:?}; picture {:?}; page:\n{}",
            self.address(),
            self.focus(),
            self.problems(),
            picture,
            page.map(text).unwrap_or_default(),
        );
    }

    /// Returns the display that the window is on.
    #[must_use]
    pub fn display(&self) -> &Display {
        &self.display
    }

    /// Returns the processes of the program: its own and those of its page.
    #[must_use]
    pub fn processes(&self) -> Vec<u32> {
        self.hand.processes()
    }

    /// Closes the window as a person would leave it, and waits until the program has ended.
    ///
    /// # Panics
    /// When it does not end.
    pub fn close(self) {
        let processes = self.processes();
        let closed = self.hand.close();
        closed.unwrap_or_else(|error| panic!("the window closes: {error}"));
        await_end(&processes);
    }

    /// Ends the program and its page at once and returns the display.
    #[must_use]
    pub fn kill(self) -> Display {
        let processes = self.processes();
        kill(&processes);
        await_end(&processes);
        self.display
    }
}

/// Starts a program with the seam for tests, waits until a script says that it is ready, ends it, and
/// returns how long that took.
///
/// # Panics
/// When it does not become ready.
#[must_use]
pub fn start_time(home: &Home, command: Command, display: &Display, ready: &str) -> Duration {
    let begun = Instant::now();
    let hand = seam::Seam::start(command, home, display);
    while hand.look(ready) != Ok(json!(true)) {
        assert!(begun.elapsed() < PATIENCE, "not ready: {ready}");
        std::thread::sleep(seam::MOMENT);
    }
    begun.elapsed()
}

fn await_end(processes: &[u32]) {
    let begun = Instant::now();
    while processes.iter().any(|process| lives(*process)) {
        assert!(begun.elapsed() < PATIENCE, "the program ends");
        std::thread::sleep(PAUSE);
    }
}

/// Returns a text without its quotes.
fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
