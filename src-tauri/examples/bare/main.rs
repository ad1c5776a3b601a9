//! A bare Tauri window with one line of text: what `cargo xtask bench` compares the start of Assay with.

#[path = "../../src/witness.rs"]
mod witness;

fn main() {
    tauri::Builder::default()
        .plugin(witness::plugin(|_, _| ()))
        .run(tauri::generate_context!("examples/bare/tauri.conf.json"))
        .expect("the window can be made");
}
