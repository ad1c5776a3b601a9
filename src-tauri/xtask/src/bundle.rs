//! `cargo xtask bundle`: deb and rpm packages, and the program that an inspector carries.

use crate::desktop;
use crate::setup;
use crate::step::{Result, command, root, run as step, say};

/// Builds the packages with the terminal program and its manual in both languages; they land in
/// `target/release/bundle`. The packages hold `assay-verify` too, which also runs alone.
pub(crate) fn run() -> Result<()> {
    setup::to_build()?;
    let inspector = desktop::inspector("release")?;
    let size = std::fs::metadata(&inspector).map_or(0, |file| file.len());
    say(&format!("{}: {} KB", inspector.display(), size / 1000));
    let terminal = desktop::terminal("release")?;
    for locale in ["en", "zh-CN"] {
        let folder = root().join("target/man").join(locale);
        let folder = folder.to_string_lossy();
        step(
            "writing the manual",
            &mut command(&terminal, &["man", &folder, "--lang", locale]),
        )?;
    }
    let tauri = root().join("ui/node_modules/.bin/tauri");
    step(
        "building packages",
        &mut command(tauri, &["build", "--bundles", "deb,rpm", "--", "--locked"]),
    )
}
