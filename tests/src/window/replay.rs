//! What was done to one window, done again to another with nothing but the keys of the display.
//!
//! WebDriver speaks over loopback, so a window that must open no such socket can't be driven by it.

use super::{Display, Home, Key, Move, PATIENCE};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// How much slower than the first window the second may be.
const SLOWER: u32 = 3;
const LEAST: Duration = Duration::from_millis(40);
/// The pause after a change on screen that took its time.
const SETTLING: Duration = Duration::from_millis(250);

/// Waits for the program's window on a display and gives it the keyboard.
///
/// # Panics
/// When none appears.
pub fn take_keyboard(display: &Display) {
    let begun = Instant::now();
    loop {
        let found = xdotool(display, &["search", "--onlyvisible", "--name", "^Assay$"]);
        if let Some(window) = found.lines().next() {
            // The page is drawn a moment after the window.
            std::thread::sleep(Duration::from_secs(4));
            xdotool(display, &["windowfocus", "--sync", window]);
            return;
        }
        assert!(begun.elapsed() < PATIENCE, "a window appears");
        std::thread::sleep(SETTLING);
    }
}

/// Does what was done, at the pace at which it was seen to work. Files that were picked inside the
/// first home are picked at the same place of the second.
pub fn replay(moves: &[Move], display: &Display, from: &Path, to: &Home, into: &Path) {
    let mut keys = Vec::new();
    for step in moves {
        match step {
            Move::Press(key) => keys.push(*key),
            Move::Type(text) => {
                press(display, &mut keys);
                xdotool(display, &["type", "--delay", "15", text]);
            }
            Move::Pick(path) => {
                press(display, &mut keys);
                match path.strip_prefix(from) {
                    Ok(inside) => to.pick(&into.join(inside)),
                    Err(_) => to.pick(path),
                }
            }
            Move::Wait(took) if *took < LEAST => {
                if !keys.is_empty() {
                    press(display, &mut keys);
                    std::thread::sleep(LEAST);
                }
            }
            Move::Wait(took) => {
                press(display, &mut keys);
                std::thread::sleep(*took * SLOWER + SETTLING);
            }
        }
    }
    press(display, &mut keys);
}

fn press(display: &Display, keys: &mut Vec<Key>) {
    if keys.is_empty() {
        return;
    }
    let names: Vec<String> = keys.drain(..).map(Key::x11).collect();
    let mut arguments = vec!["key", "--delay", "15"];
    arguments.extend(names.iter().map(String::as_str));
    xdotool(display, &arguments);
}

fn xdotool(display: &Display, arguments: &[&str]) -> String {
    let mut command = Command::new("xdotool");
    command.env("DISPLAY", display.name()).args(arguments);
    let ran = command.output().expect("xdotool starts");
    String::from_utf8_lossy(&ran.stdout).into_owned()
}

/// Takes a picture of a whole display, for a person who looks into a failure.
///
/// # Panics
/// When `import` of `ImageMagick` can't be started.
#[must_use]
pub fn picture(display: &Display, name: &str) -> std::path::PathBuf {
    let folder = super::display::target().join("e2e");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    let file = folder.join(format!("{name}.png"));
    let mut command = Command::new("import");
    command.env("DISPLAY", display.name());
    command.args(["-window", "root"]).arg(&file);
    let _ = command.output().expect("import starts");
    file
}
