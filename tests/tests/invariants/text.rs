//! Words that people read stand in the messages and the framework, never in the source.

use crate::source::{Source, program};

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Returns the string literals that begin and end on a line.
fn literals(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside: Option<String> = None;
    let mut characters = line.chars();
    while let Some(c) = characters.next() {
        match (&mut inside, c) {
            (Some(text), '\\') => text.extend(characters.next()),
            (Some(_), '"') => found.extend(inside.take()),
            (Some(text), c) => text.push(c),
            (None, '"') => inside = Some(String::new()),
            (None, _) => {}
        }
    }
    found
}

/// Tells whether a text has two words with a space between them.
fn is_prose(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let word = |text: &str| text.len() > 1 && text.chars().all(|c| c.is_ascii_lowercase());
    words.windows(2).any(|pair| word(pair[0]) && word(pair[1]))
}

/// Where English words in source are read by developers alone.
const FOR_DEVELOPERS: [&str; 6] = [
    "#[error(",
    "expect(",
    "panic!(",
    "assert",
    "unreachable!(",
    ".with(\"detail\"",
];

fn prose(source: &Source) -> Vec<String> {
    source.lines(|line| {
        !FOR_DEVELOPERS.iter().any(|mark| line.contains(mark))
            && literals(line).iter().any(|text| is_prose(text))
    })
}

#[test]
fn no_source_of_the_program_holds_a_sentence() {
    let shown = [
        "/crates/cli/src/",
        "/crates/verify/src/",
        "/crates/report/src/section",
        "/crates/report/src/layout",
        "src-tauri/src/",
    ];
    let sources = program();
    let shown: Vec<_> = sources
        .iter()
        .filter(|source| shown.iter().any(|folder| source.path.contains(folder)))
        .collect();
    assert!(shown.len() > 30, "{}", shown.len());
    let found: Vec<String> = shown.iter().flat_map(|source| prose(source)).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn no_source_of_the_program_holds_chinese() {
    let sources = program();
    let found: Vec<String> = sources
        .iter()
        .flat_map(|source| source.lines(|line| line.contains(is_han)))
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_sentence_in_a_source_is_found() {
    let wrong = Source {
        path: "wrong.rs".to_owned(),
        text: "//! A comment may say what it likes.\nprintln!(\"the report is ready\");\nfoo(\"报告\")".to_owned(),
    };
    assert_eq!(prose(&wrong).len(), 1);
    assert_eq!(wrong.lines(|line| line.contains(is_han)).len(), 1);
    assert!(!is_prose("paper-red-lead-clear"));
}
