//! `cargo xtask bundle`: deb and rpm packages.

use crate::setup;
use crate::step::{Result, command, root, run as step};

/// Builds the packages; they land in `target/release/bundle`.
pub(crate) fn run() -> Result<()> {
    setup::to_build()?;
    let tauri = root().join("ui/node_modules/.bin/tauri");
    step(
        "building packages",
        &mut command(tauri, &["build", "--bundles", "deb,rpm", "--", "--locked"]),
    )
}
