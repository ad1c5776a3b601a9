//! The TypeScript types of the contract: written on request, compared in `check`.

use crate::step::{Result, cargo, output, root, say};
use std::fs;
use std::path::PathBuf;

/// Writes `ui/src/api/contract.gen.ts`.
pub(crate) fn write() -> Result<()> {
    fs::write(path(), generated()?).map_err(|error| error.to_string())
}

/// Fails when the file differs from what the contract gives.
pub(crate) fn check() -> Result<()> {
    say("checking the generated types");
    let committed = fs::read_to_string(path()).map_err(|error| error.to_string())?;
    if committed == generated()? {
        return Ok(());
    }
    Err("ui/src/api/contract.gen.ts differs from the contract: run cargo xtask bindings".to_owned())
}

fn path() -> PathBuf {
    root().join("ui/src/api/contract.gen.ts")
}

fn generated() -> Result<String> {
    output(&mut cargo(&[
        "run",
        "--quiet",
        "--locked",
        "--package",
        "assay-api",
        "--example",
        "bindings",
    ]))
}
