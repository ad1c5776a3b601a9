//! Setting up a machine: Debian packages, the window's packages, the Python judges, cargo-deny.
//!
//! Each step looks first whether it is needed, and says what it does.

use crate::step::{Result, cargo, command, npm, root, run, say, succeeds};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Debian packages that building and starting the program needs.
const TO_BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "perl",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "libsoup-3.0-dev",
];

/// Debian packages that only tests need: a display, a driver for the window, judges of PDF and sockets, a token in software.
const TO_TEST: &[&str] = &[
    "xvfb",
    "webkit2gtk-driver",
    "poppler-utils",
    "qpdf",
    "softhsm2",
    "opensc",
    "strace",
    "util-linux",
    "xdotool",
    "python3-venv",
    "dbus-x11",
];

/// Sets up what building needs.
pub(crate) fn to_build() -> Result<()> {
    debian(TO_BUILD)?;
    window()
}

/// Sets up what testing needs.
pub(crate) fn to_test() -> Result<PathBuf> {
    debian(&[TO_BUILD, TO_TEST].concat())?;
    window()?;
    judges()
}

fn debian(packages: &[&str]) -> Result<()> {
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|package| !installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !succeeds(&mut command("apt-get", &["--version"])) {
        return Err(format!(
            "this is no Debian system; please install: {}",
            missing.join(" ")
        ));
    }
    say(&format!(
        "installing Debian packages: {}",
        missing.join(" ")
    ));
    run(
        "reading the lists of packages",
        &mut apt(&["update", "-qq"]),
    )?;
    let install = [
        &["install", "-y", "-qq", "--no-install-recommends"],
        missing.as_slice(),
    ]
    .concat();
    run("installing", &mut apt(&install))
}

fn installed(package: &str) -> bool {
    let status = command("dpkg-query", &["-W", "-f=${Status}", package]).output();
    status.is_ok_and(|output| output.stdout.ends_with(b"ok installed"))
}

/// Makes an apt-get command, with sudo where the person is not root.
fn apt(arguments: &[&str]) -> Command {
    let root = command("id", &["-u"])
        .output()
        .is_ok_and(|output| output.stdout.starts_with(b"0"));
    let mut apt = if root {
        command("apt-get", &[])
    } else {
        command("sudo", &["-E", "apt-get"])
    };
    apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

/// Installs the window's packages when the lock file changed since the last time.
fn window() -> Result<()> {
    let ui = root().join("ui");
    let done = ui.join("node_modules/.assay-installed");
    once(&ui.join("package-lock.json"), &done, || {
        run(
            "installing the window's packages",
            &mut npm(&["ci", "--no-audit", "--no-fund"]),
        )
    })
}

/// Makes the Python environment with the judges and returns its folder.
fn judges() -> Result<PathBuf> {
    let folder = root().join(".venv");
    let list = root().join("tests/peers/requirements.txt");
    once(&list, &folder.join(".assay-installed"), || {
        let path = folder.to_string_lossy();
        run(
            "making a Python environment for the judges",
            &mut command("python3", &["-m", "venv", "--clear", &path]),
        )?;
        let list = list.to_string_lossy();
        let install = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "-r",
            &list,
        ];
        run(
            "installing the judges",
            &mut command(folder.join("bin/python"), &install),
        )
    })?;
    Ok(folder)
}

/// Makes sure that cargo-deny is there.
pub(crate) fn deny() -> Result<()> {
    if succeeds(&mut cargo(&["deny", "--version"])) {
        return Ok(());
    }
    run(
        "installing cargo-deny",
        &mut cargo(&["install", "--locked", "--quiet", "cargo-deny"]),
    )
}

/// Runs a step unless it was done before for the same content of its list.
fn once(list: &Path, done: &Path, step: impl FnOnce() -> Result<()>) -> Result<()> {
    let wanted = fs::read(list).map_err(|error| format!("{}: {error}", list.display()))?;
    if fs::read(done).is_ok_and(|content| content == wanted) {
        return Ok(());
    }
    step()?;
    fs::write(done, wanted).map_err(|error| format!("{}: {error}", done.display()))
}
