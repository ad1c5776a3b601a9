//! `cargo xtask bench`: figures with their targets; a missed target fails.

use crate::setup;
use crate::step::{Result, cargo, run as step};

/// Runs every bench target of the tests and lets each say its figures.
pub(crate) fn run() -> Result<()> {
    setup::to_build()?;
    step(
        "measuring",
        &mut cargo(&["bench", "--locked", "--package", "assay-tests"]),
    )
}
