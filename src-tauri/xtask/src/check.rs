//! `cargo xtask check`: everything that can be said without running the program.

use crate::bindings;
use crate::desktop;
use crate::setup;
use crate::step::{Result, cargo, npm, run as step};

/// Runs every check and stops at the first that fails.
pub(crate) fn run() -> Result<()> {
    setup::to_build()?;
    step(
        "checking the format",
        &mut cargo(&["fmt", "--all", "--check"]),
    )?;
    window()?;
    // The desktop program embeds the pages, so they must be there before it is looked at.
    desktop::pages()?;
    clippy("checking the code", &["--workspace"])?;
    let seams = [
        "--package",
        "assay-desktop",
        "--features",
        "custom-protocol,e2e",
    ];
    clippy("checking the seams for tests", &seams)?;
    documentation()?;
    bindings::check()?;
    dependencies()
}

fn window() -> Result<()> {
    step(
        "checking the window's types",
        &mut npm(&["run", "--silent", "check"]),
    )?;
    step(
        "checking the window's style",
        &mut npm(&["run", "--silent", "lint"]),
    )
}

/// Looks at some packages with everything in them, and takes a warning for an error.
fn clippy(what: &str, packages: &[&str]) -> Result<()> {
    let strict = ["--all-targets", "--locked", "--", "-D", "warnings"];
    step(what, &mut cargo(&[&["clippy"], packages, &strict].concat()))
}

fn documentation() -> Result<()> {
    let doc = [
        "doc",
        "--workspace",
        "--no-deps",
        "--locked",
        "--document-private-items",
    ];
    step(
        "checking the documentation",
        cargo(&doc).env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn dependencies() -> Result<()> {
    setup::deny()?;
    let deny = [
        "deny",
        "--locked",
        "--workspace",
        "check",
        "bans",
        "licenses",
        "sources",
    ];
    step(
        "checking dependencies, licences and sources",
        &mut cargo(&deny),
    )
}
