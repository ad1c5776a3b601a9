//! The scripts of `tests/peers`, which get to the same figures by other people's libraries.

use crate::seal::python;
use serde_json::Value;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// A script, run by the Python that has what the scripts need.
///
/// # Panics
/// When that Python is not there; `cargo xtask test` makes it.
#[must_use]
pub fn script(name: &str) -> Command {
    let mut command = Command::new(python());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers");
    command.arg(folder.join(name));
    command
}

/// Hands a program one case a line and returns what it answers, a line for each.
///
/// # Panics
/// When the program is missing, fails or answers something other than JSON.
#[must_use]
pub fn answers(program: &mut Command, cases: &[Value]) -> Vec<Value> {
    let mut child = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    let input: String = cases.iter().map(|case| format!("{case}\n")).collect();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let done = child.wait_with_output().expect("the program ends");
    let written = writer.join().expect("the writer ends");
    written.expect("the program reads its cases");
    assert!(done.status.success(), "{program:?}");
    let text = String::from_utf8(done.stdout).expect("it answers in UTF-8");
    let lines = text.lines().map(serde_json::from_str);
    lines
        .collect::<Result<_, _>>()
        .expect("it answers in JSON, a line each")
}
