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
    step(
        "checking the window's types",
        &mut npm(&["run", "--silent", "check"]),
    )?;
    step(
        "checking the window's style",
        &mut npm(&["run", "--silent", "lint"]),
    )?;
    // The desktop program embeds the pages, so they must be there before it is looked at.
    desktop::pages()?;
    let clippy = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ];
    step("checking the code", &mut cargo(&clippy))?;
    let seams = [
        "clippy",
        "--package",
        "assay-desktop",
        "--all-targets",
        "--locked",
        "--features",
        "custom-protocol,e2e",
        "--",
        "-D",
        "warnings",
    ];
    step("checking the seams for tests", &mut cargo(&seams))?;
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
    )?;
    bindings::check()?;
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
