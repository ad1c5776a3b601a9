//! A window that is driven without WebDriver, which speaks over loopback: keys come from the display,
//! and looks at the page go through the program's seam for tests, a socket of the file system.

use super::{Hand, Home, Key, PATIENCE, PAUSE};
use crate::window::{Display, Own, descendants};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::net::UnixStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The pause between two looks, short beside what a person notices.
pub(super) const MOMENT: Duration = Duration::from_millis(2);

/// The program and the line to its page.
pub(super) struct Seam {
    process: Own,
    display: String,
    line: RefCell<BufReader<UnixStream>>,
}

impl Seam {
    /// Starts a command that starts the program, and waits until the page can be looked at.
    pub(super) fn start(mut command: Command, home: &Home, display: &Display) -> Self {
        let socket = home.seam();
        home.around(&mut command, display);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let process = Own(command.spawn().expect("the program starts"));
        let begun = Instant::now();
        let line = loop {
            match UnixStream::connect(&socket) {
                Ok(line) => break line,
                Err(error) => assert!(begun.elapsed() < PATIENCE, "no seam: {error}"),
            }
            std::thread::sleep(MOMENT);
        };
        line.set_read_timeout(Some(PATIENCE))
            .expect("a socket takes a time limit");
        Self {
            process,
            display: display.name().to_owned(),
            line: RefCell::new(BufReader::new(line)),
        }
    }

    /// Gives the keyboard of the display to the window, since nobody else does there.
    pub(super) fn take_keyboard(&self) {
        let begun = Instant::now();
        loop {
            let found = self.xdotool(&["search", "--onlyvisible", "--name", "^Assay$"]);
            if let Some(window) = found.lines().next() {
                self.xdotool(&["windowfocus", "--sync", window]);
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "a window appears");
            std::thread::sleep(PAUSE);
        }
    }

    fn xdotool(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("xdotool");
        command.env("DISPLAY", &self.display).args(arguments);
        let ran = command.output().expect("xdotool starts");
        String::from_utf8_lossy(&ran.stdout).into_owned()
    }

    /// Has the display press keys, and waits until the page has seen the last of them come up.
    fn keys(&self, arguments: &[&str], count: u64) -> Result<(), String> {
        let seen = || {
            self.look("return assayKeys")
                .map(|keys| keys.as_u64().unwrap_or_default())
        };
        let wanted = seen()? + count;
        self.xdotool(arguments);
        let begun = Instant::now();
        while seen()? < wanted {
            if begun.elapsed() > PATIENCE {
                return Err(format!("the page did not see {arguments:?}"));
            }
            std::thread::sleep(PAUSE);
        }
        Ok(())
    }
}

impl Hand for Seam {
    fn look(&self, script: &str) -> Result<Value, String> {
        let mut line = self.line.borrow_mut();
        let mut answer = String::new();
        writeln!(line.get_mut(), "{}", json!(script))
            .and_then(|()| line.read_line(&mut answer))
            .map_err(|error| error.to_string())?;
        let answer: Value = serde_json::from_str(&answer).map_err(|error| error.to_string())?;
        match answer.get("error") {
            Some(error) => Err(error.to_string()),
            None => Ok(answer["value"].clone()),
        }
    }

    fn press(&self, key: Key) -> Result<(), String> {
        self.keys(&["key", &key.x11()], 1)
    }

    fn type_text(&self, text: &str) -> Result<(), String> {
        let count = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
        self.keys(&["type", "--delay", "4", text], count)
    }

    fn picture(&self) -> Result<Vec<u8>, String> {
        Err("pictures are taken by WebDriver alone".to_owned())
    }

    fn processes(&self) -> Vec<u32> {
        descendants(self.process.id())
    }

    fn close(&self) -> Result<(), String> {
        // Without a window manager nobody asks the window to close: its main process is told to end.
        super::kill(&self.processes());
        Ok(())
    }
}
