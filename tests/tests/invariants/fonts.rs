//! The faces that the window carries.

use crate::source::{below, read, root};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Returns the characters of the texts that the window shows in a language, of those in a range.
fn shown(locale: &str, wanted: RangeInclusive<char>) -> BTreeSet<char> {
    let texts = below(&format!("assets/locales/{locale}"), &[".ftl"])
        .into_iter()
        .chain(below("assets/frameworks", &[".toml"]));
    let text: String = texts.map(|source| source.text).collect();
    text.chars().filter(|c| wanted.contains(c)).collect()
}

/// Holds a face against characters that it must have.
fn has_all(face: &str, characters: &BTreeSet<char>) {
    let file = root().join(format!("assets/fonts/{face}.ttf"));
    let bytes = std::fs::read(file).unwrap();
    let read = ttf_parser::Face::parse(&bytes, 0).unwrap();
    let lacking: String = characters
        .iter()
        .filter(|c| read.glyph_index(**c).is_none())
        .collect();
    assert_eq!(lacking, "", "run assets/fonts/cut_faces.py for {face}");
}

#[test]
fn the_small_faces_have_every_character_of_the_messages_and_the_framework() {
    let chinese = shown("zh-CN", '\u{2e81}'..=char::MAX);
    assert!(chinese.len() > 1_000, "{}", chinese.len());
    let western = shown("en", ' '..='\u{2e7f}');
    assert!(western.len() > 70, "{}", western.len());
    for weight in ["Regular", "Bold"] {
        has_all(&format!("AssayCommonSC-{weight}"), &chinese);
        has_all(&format!("AssayLatin-{weight}"), &western);
    }
    has_all("AssayLanguageNames-Regular", &"简体中文".chars().collect());
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
