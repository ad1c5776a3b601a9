//! Building the window and the desktop program that carries it.

use crate::step::{Result, cargo, npm, root, run};
use std::path::PathBuf;

/// Whether the seams for driving the window from tests are compiled in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seams {
    /// As people get it.
    None,
    /// With a file instead of native dialogs.
    EndToEnd,
}

/// Builds the window's pages and scripts.
pub(crate) fn pages() -> Result<()> {
    run(
        "building the window",
        &mut npm(&["run", "--silent", "build"]),
    )
}

/// Builds the desktop program in a profile and returns where it is.
pub(crate) fn program(profile: &str, seams: Seams) -> Result<PathBuf> {
    let features = match seams {
        Seams::None => "custom-protocol",
        Seams::EndToEnd => "custom-protocol,e2e",
    };
    let build = [
        "build",
        "--locked",
        "--package",
        "assay-desktop",
        "--profile",
        profile,
        "--features",
        features,
    ];
    run("building the desktop program", &mut cargo(&build))?;
    Ok(built("assay-desktop", profile))
}

/// Builds the bare window that the start of ours is measured against, and returns where it is.
pub(crate) fn bare(profile: &str) -> Result<PathBuf> {
    let build = [
        "build",
        "--locked",
        "--package",
        "assay-desktop",
        "--example",
        "bare",
        "--profile",
        profile,
        "--features",
        "custom-protocol,e2e",
    ];
    run("building a bare window", &mut cargo(&build))?;
    Ok(built("examples/bare", profile))
}

/// Builds the terminal program in a profile and returns where it is.
pub(crate) fn terminal(profile: &str) -> Result<PathBuf> {
    let build = [
        "build",
        "--locked",
        "--package",
        "assay-cli",
        "--profile",
        profile,
    ];
    run("building the terminal program", &mut cargo(&build))?;
    Ok(built("assay", profile))
}

fn built(name: &str, profile: &str) -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let folder = if profile == "dev" { "debug" } else { profile };
    target.join(folder).join(name)
}
