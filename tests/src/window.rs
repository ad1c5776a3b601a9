//! The real window, driven by keyboard through WebKitWebDriver on a display of its own.
//!
//! Controls are named by their `data-testid`, else by their `id`. Every wait has an end, and says
//! what it waited for, what the page showed, and where the picture of it lies.

mod display;
pub mod journey;
mod keys;
pub mod prepared;
mod processes;
pub mod replay;

pub use display::{Display, Home, program};
pub use keys::Key;
pub use processes::{Own, descendants, kill, lives, name};

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use tokio::time::error::Elapsed;

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

/// Something done to the window, as another hand can repeat it.
#[derive(Clone, Debug)]
pub enum Move {
    /// Keys pressed one after the other.
    Press(Key),
    /// Text typed into the control that has the focus.
    Type(String),
    /// What is picked in file dialogs from then on.
    Pick(PathBuf),
    /// A look at the screen until it showed what was wanted, and how long that took.
    Wait(Duration),
}

/// A window of the program.
pub struct Window {
    client: Client,
    runtime: Runtime,
    driver: Own,
    display: Display,
    home: Home,
    moves: RefCell<Vec<Move>>,
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

    /// The same on a display that is there already.
    ///
    /// # Panics
    /// When the window does not come up.
    #[must_use]
    pub fn open_on(home: &Home, display: Display) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}"));
        home.around(&mut command, &display);
        command
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let driver = Own(command.spawn().expect("WebKitWebDriver starts"));
        let client = runtime.block_on(connect(port));
        let window = Self {
            client,
            runtime,
            driver,
            display,
            home: home.clone(),
            moves: RefCell::default(),
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
        let script = format!("{FIND}\n{script}");
        let asked = self.client.execute(&script, Vec::new());
        match self.in_time(asked) {
            Ok(answer) => answer.map_err(|error| error.to_string()),
            Err(late) => Err(late.to_string()),
        }
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
        let (held, code) = key.codes();
        let mut actions = KeyActions::new("keyboard".to_owned());
        if let Some(value) = held {
            actions = actions.then(KeyAction::Down { value });
        }
        actions = actions.then(KeyAction::Down { value: code });
        actions = actions.then(KeyAction::Up { value: code });
        if let Some(value) = held {
            actions = actions.then(KeyAction::Up { value });
        }
        self.perform(actions)?;
        self.moves.borrow_mut().push(Move::Press(key));
        Ok(())
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
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            actions = actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.perform(actions)?;
        self.moves.borrow_mut().push(Move::Type(text.to_owned()));
        Ok(())
    }

    fn perform(&self, actions: KeyActions) -> Result<(), String> {
        let done = self.in_time(self.client.perform_actions(actions));
        match done {
            Ok(done) => done.map_err(|error| error.to_string()),
            Err(late) => Err(late.to_string()),
        }
    }

    /// Waits for the driver, but not for ever.
    fn in_time<F: Future>(&self, asked: F) -> Result<F::Output, Elapsed> {
        self.runtime
            .block_on(async { tokio::time::timeout(PATIENCE, asked).await })
    }

    /// Says what a person picks in the file dialogs from now on.
    pub fn pick(&self, path: &Path) {
        self.home.pick(path);
        self.moves.borrow_mut().push(Move::Pick(path.to_owned()));
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
        self.moves.borrow_mut().push(Move::Wait(begun.elapsed()));
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

    /// Takes a picture of the page and returns where it lies.
    ///
    /// # Panics
    /// When it can't be taken.
    pub fn picture(&self, name: &str) -> PathBuf {
        let folder = display::target().join("e2e");
        std::fs::create_dir_all(&folder).expect("the target folder can be written");
        let file = folder.join(format!("{name}.png"));
        let taken = self.in_time(self.client.screenshot());
        let picture = taken.expect("a picture in time").expect("a picture");
        std::fs::write(&file, picture).expect("the target folder can be written");
        file
    }

    /// Ends the test with what was waited for and what was there instead.
    fn lost(&self, wanted: &str) -> ! {
        let thread = std::thread::current();
        let picture = self.picture(&thread.name().unwrap_or("window").replace(':', "-"));
        let page = self.try_look("return document.body.innerText");
        panic!(
            "no {wanted} within {PATIENCE:?} on {}; focus on {:?}; problems {:?}; picture {}; page:\n{}",
            self.address(),
            self.focus(),
            self.problems(),
            picture.display(),
            page.map(text).unwrap_or_default(),
        );
    }

    /// Returns what was done so far and forgets it.
    #[must_use]
    pub fn moves(&self) -> Vec<Move> {
        self.moves.take()
    }

    /// Returns the display that the window is on.
    #[must_use]
    pub fn display(&self) -> &Display {
        &self.display
    }

    /// Returns the processes of the program: its own and those of its page.
    #[must_use]
    pub fn processes(&self) -> Vec<u32> {
        descendants(self.driver.id())
    }

    /// Closes the window as a person would leave it, and waits until the program has ended.
    ///
    /// # Panics
    /// When it does not end.
    pub fn close(self) {
        let processes = self.processes();
        let closed = self.runtime.block_on(self.client.clone().close());
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

fn await_end(processes: &[u32]) {
    let begun = Instant::now();
    while processes.iter().any(|process| lives(*process)) {
        assert!(begun.elapsed() < PATIENCE, "the program ends");
        std::thread::sleep(PAUSE);
    }
}

async fn connect(port: u16) -> Client {
    let wanted = json!({ "webkitgtk:browserOptions": { "binary": program(), "args": [] } });
    let wanted = wanted.as_object().expect("an object").clone();
    let address = format!("http://127.0.0.1:{port}");
    let begun = Instant::now();
    loop {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted.clone());
        match tokio::time::timeout(PATIENCE, builder.connect(&address)).await {
            Ok(Ok(client)) => return client,
            failed if begun.elapsed() > PATIENCE => panic!("no window: {failed:?}"),
            _ => tokio::time::sleep(PAUSE).await,
        }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("a free port").port()
}

/// Returns a text without its quotes.
fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
