//! Tells Tauri which commands exist, so that each needs a permission of its own.

fn main() {
    println!("cargo:rerun-if-changed=commands.list");
    let commands: Vec<&str> = include_str!("commands.list").lines().collect();
    // The names live as long as the build; Tauri wants them for its whole run.
    let commands: &'static [&'static str] = Box::leak(commands.into_boxed_slice());
    let manifest = tauri_build::AppManifest::new().commands(commands);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
        .expect("the configuration of the window is whole");
}
