//! `cargo xtask test`: the whole suite, with everything it needs set up first.

use crate::desktop::{self, Seams};
use crate::setup;
use crate::step::{Result, cargo, npm, root, run as step, say};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How many tests did what.
#[derive(Default)]
struct Counts {
    passed: u64,
    failed: u64,
}

/// Sets up and runs every test; further arguments go to `cargo test`.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let judges = setup::to_test()?;
    step(
        "testing the window's parts",
        &mut npm(&["test", "--silent"]),
    )?;
    desktop::pages()?;
    let plain = set_aside(&desktop::for_tests(Seams::None)?.0)?;
    let (window, terminal) = desktop::for_tests(Seams::EndToEnd)?;
    let skipped = root().join("target/skipped.log");
    let _ = fs::remove_file(&skipped);
    let mut tests = cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    tests.args(desktop::test_features(Seams::EndToEnd));
    tests.args(arguments);
    tests.env("ASSAY_VENV", judges);
    tests.env("ASSAY_SKIP_LOG", &skipped);
    tests.env("ASSAY_DESKTOP", window);
    tests.env("ASSAY_DESKTOP_PLAIN", plain);
    tests.env("ASSAY_TERMINAL", terminal);
    let data = root().join("../shared/data");
    if let Ok(data) = data.canonicalize() {
        tests.env("ASSAY_DATA", data);
    }
    let (counts, succeeded) = count(&mut tests)?;
    let skipped = fs::read_to_string(&skipped).unwrap_or_default();
    for line in skipped.lines() {
        println!("{line}");
    }
    say(&format!("{} tests skipped", skipped.lines().count()));
    println!("{} passed, {} failed", counts.passed, counts.failed);
    if succeeded {
        Ok(())
    } else {
        Err("the suite failed".to_owned())
    }
}

/// Copies a program away from where the next build of it goes.
fn set_aside(program: &Path) -> Result<PathBuf> {
    let copy = program.with_file_name("assay-desktop-plain");
    fs::copy(program, &copy).map_err(|error| format!("{}: {error}", program.display()))?;
    Ok(copy)
}

/// Runs the tests, passes on what they print, and adds up their closing lines.
fn count(tests: &mut Command) -> Result<(Counts, bool)> {
    say("running the suite");
    let mut child = tests
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let output = child.stdout.take().ok_or("no output to read")?;
    let mut counts = Counts::default();
    for line in BufReader::new(output).lines() {
        let line = line.map_err(|error| error.to_string())?;
        println!("{line}");
        if let Some(summary) = line.strip_prefix("test result: ") {
            counts.passed += number_before(summary, " passed");
            counts.failed += number_before(summary, " failed");
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    Ok((counts, status.success()))
}

fn number_before(text: &str, word: &str) -> u64 {
    let before = text.split(word).next().unwrap_or_default();
    before
        .rsplit(' ')
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or_default()
}
