//! `cargo xtask bench`: figures with their targets; a missed target fails.

use crate::desktop::{self, Seams};
use crate::setup;
use crate::step::{Result, cargo, run as step};

/// Runs every bench of the tests and lets each say its figures, all of them though one fails.
pub(crate) fn run() -> Result<()> {
    let judges = setup::to_test()?;
    desktop::pages()?;
    let window = desktop::program("release", Seams::EndToEnd)?;
    let bare = desktop::bare("release")?;
    step(
        "measuring",
        cargo(&[
            "bench",
            "--locked",
            "--no-fail-fast",
            "--package",
            "assay-tests",
        ])
        .env("ASSAY_VENV", judges)
        .env("ASSAY_DESKTOP", window)
        .env("ASSAY_BARE", bare),
    )
}
