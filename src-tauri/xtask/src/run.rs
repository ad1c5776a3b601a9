//! `cargo xtask run`: the window where there is a display, else the sample report.

use crate::desktop::{self, Seams};
use crate::setup;
use crate::step::{Result, command, root, run as step, say};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The published passphrase of the sample workspace.
const SAMPLE_PASSPHRASE: &str = "assay-sample";

/// Sets up, builds and starts the program.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    setup::to_build()?;
    if has_display() {
        desktop::pages()?;
        let program = desktop::program("dev", Seams::None)?;
        return step("starting Assay", Command::new(program).args(arguments));
    }
    say("there is no display: making the sample report instead");
    sample_report()
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Makes the sample workspace, has its report made, signed and verified, and says where they are.
fn sample_report() -> Result<()> {
    let assay = desktop::terminal("dev")?;
    let folder = root().join("target/sample");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    }
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let workspace = folder.join("sample.assay");
    let report = folder.join("report.pdf");
    let path = workspace.to_string_lossy();
    let pdf = report.to_string_lossy();
    step(
        "making the sample workspace",
        &mut terminal(&assay, &["new", &path, "--sample"]),
    )?;
    let make = [
        "report",
        "make",
        &path,
        "--system",
        "YMS-AI-01",
        "--sign",
        "--out",
        &pdf,
    ];
    step(
        "making and signing the report",
        &mut terminal(&assay, &make),
    )?;
    step(
        "verifying the report",
        &mut terminal(&assay, &["verify", &pdf]),
    )?;
    say(&format!(
        "workspace: {path} (passphrase {SAMPLE_PASSPHRASE})"
    ));
    say(&format!("signed report: {pdf}"));
    Ok(())
}

fn terminal(assay: &Path, arguments: &[&str]) -> Command {
    let mut terminal = command(assay, arguments);
    terminal.env("ASSAY_PASSPHRASE", SAMPLE_PASSPHRASE);
    terminal
}
