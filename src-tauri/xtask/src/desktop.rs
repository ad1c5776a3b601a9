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

/// Builds every program of the workspace for its tests, with the features that the tests are built
/// with, so that nothing is compiled twice; returns where the desktop and the terminal program are.
pub(crate) fn for_tests(seams: Seams) -> Result<(PathBuf, PathBuf)> {
    let mut build = vec!["build", "--locked", "--workspace", "--bins"];
    build.extend(test_features(seams));
    run("building the programs", &mut cargo(&build))?;
    Ok((built("assay-desktop", "dev"), built("assay", "dev")))
}

/// Returns the arguments that choose the features of a build of the whole workspace.
pub(crate) fn test_features(seams: Seams) -> [&'static str; 2] {
    let features = match seams {
        Seams::None => "assay-desktop/custom-protocol",
        Seams::EndToEnd => "assay-desktop/custom-protocol,assay-desktop/e2e",
    };
    ["--features", features]
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
    package("assay-cli", profile)?;
    Ok(built("assay", profile))
}

/// Builds the program that an inspector carries and returns where it is.
pub(crate) fn inspector(profile: &str) -> Result<PathBuf> {
    package("assay-verify", profile)?;
    Ok(built("assay-verify", profile))
}

fn package(name: &str, profile: &str) -> Result<()> {
    let build = ["build", "--locked", "--package", name, "--profile", profile];
    run(&format!("building {name}"), &mut cargo(&build))
}

fn built(name: &str, profile: &str) -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let folder = if profile == "dev" { "debug" } else { profile };
    target.join(folder).join(name)
}
