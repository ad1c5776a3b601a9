//! The faces that the window carries.

use crate::source::{below, read, root};
use std::collections::BTreeSet;

/// Returns the characters of the texts that the window shows in Chinese.
fn shown() -> BTreeSet<char> {
    let texts = below("assets/locales/zh-CN", &[".ftl"])
        .into_iter()
        .chain(below("assets/frameworks", &[".toml"]));
    let text: String = texts.map(|source| source.text).collect();
    text.chars().filter(|c| *c > '\u{2e80}').collect()
}

#[test]
fn the_common_faces_have_every_character_of_the_messages_and_the_framework() {
    let shown = shown();
    assert!(shown.len() > 1_000, "{}", shown.len());
    for weight in ["Regular", "Bold"] {
        let file = root().join(format!("assets/fonts/AssayCommonSC-{weight}.ttf"));
        let bytes = std::fs::read(file).unwrap();
        let face = ttf_parser::Face::parse(&bytes, 0).unwrap();
        let lacking: String = shown
            .iter()
            .filter(|c| face.glyph_index(**c).is_none())
            .collect();
        assert_eq!(lacking, "", "run assets/fonts/common_sc.py for {weight}");
    }
}

#[test]
fn the_window_asks_the_system_for_no_face_by_name() {
    let faces = read("ui/src/styles/fonts.css");
    for stack in read("ui/src/styles/tokens.css").lines().filter_map(|line| {
        line.trim()
            .strip_prefix("--sans:")
            .or(line.trim().strip_prefix("--cjk:"))
    }) {
        for name in stack.split('"').skip(1).step_by(2) {
            assert!(
                faces.contains(&format!("font-family: \"{name}\"")),
                "{name}"
            );
        }
    }
}
