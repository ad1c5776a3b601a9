//! Tests that see only public APIs.

pub mod bench;
pub mod dice;
pub mod golden;
pub mod grading;
pub mod pdf;
pub mod peer;
pub mod pki;
pub mod report;
pub mod seal;
pub mod sheet;
pub mod softtoken;
pub mod store;

pub mod desk;
pub mod five_years;
pub mod framework;
pub mod terminal;
pub mod typst;
pub mod window;

use std::io::Write as _;

/// Returns a file of the real data sets beside the project, or says that a test is skipped without it.
#[must_use]
pub fn data(file: &str) -> Option<std::path::PathBuf> {
    let folder = std::env::var_os("ASSAY_DATA");
    if folder.is_none() {
        skip(&format!("ASSAY_DATA is not set: {file} is not there"));
    }
    Some(std::path::PathBuf::from(folder?).join(file))
}

/// Says that a test is skipped and why, so that none is skipped silently.
///
/// The line also goes into the file that `ASSAY_SKIP_LOG` names, which `cargo xtask test` counts.
#[allow(clippy::print_stderr)]
pub fn skip(reason: &str) {
    eprintln!("SKIPPED: {reason}");
    let Some(path) = std::env::var_os("ASSAY_SKIP_LOG") else {
        return;
    };
    let log = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path);
    let written = log.and_then(|mut log| writeln!(log, "SKIPPED: {reason}"));
    written.expect("the skip log can be written");
}

/// Makes what has a name as a file has, and is none: a folder and a pipe into which nobody writes.
///
/// Who waits for the pipe all the same is let go after a while, so that a test fails and does not hang.
///
/// # Panics
/// When they can't be made.
#[must_use]
pub fn no_plain_files(beside: &std::path::Path) -> [std::path::PathBuf; 2] {
    let paths = ["folder.csv", "pipe.csv"].map(|name| beside.join(name));
    std::fs::create_dir(&paths[0]).expect("a folder can be made");
    let made = std::process::Command::new("mkfifo").arg(&paths[1]).status();
    assert!(
        made.is_ok_and(|status| status.success()),
        "a pipe can be made"
    );
    let pipe = paths[1].clone();
    std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_secs(30));
        std::fs::OpenOptions::new().write(true).open(pipe)
    });
    paths
}
