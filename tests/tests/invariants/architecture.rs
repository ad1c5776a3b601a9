//! The documents that name tests, and the tests that they name.

use crate::source::read;
use std::collections::BTreeSet;

#[test]
fn every_clause_of_the_signature_profile_names_a_test_that_exists() {
    let text = read("src-tauri/crates/seal/PADES.md");
    let mut counted = 0;
    for row in text.lines().filter(|row| row.starts_with("| ")).skip(1) {
        let quoted = row.split('`').skip(1).step_by(2);
        let tests: Vec<_> = quoted.filter_map(|test| test.split_once(".rs::")).collect();
        assert!(
            !tests.is_empty() || row.contains("unsupported") || row.starts_with("| ---"),
            "{row}"
        );
        for (file, name) in tests {
            let folder = if file.starts_with("src/") {
                "src-tauri/crates/seal"
            } else {
                "tests/tests"
            };
            let source = read(&format!("{folder}/{file}.rs"));
            assert!(source.contains(&format!("fn {name}(")), "{row}");
            counted += 1;
        }
    }
    assert!(counted >= 15, "{counted}");
}

#[test]
fn every_invariant_names_tests_that_exist() {
    let text = read("src-tauri/ARCHITECTURE.md");
    let rows = text.split("| invariant | test |").nth(1).unwrap();
    let rows = rows.split("\n\n").next().unwrap();
    let mut counted = 0;
    for row in rows.lines().skip(2) {
        let tests = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        for test in tests.split(", ") {
            let (file, name) = test
                .trim_matches('`')
                .split_once("::")
                .unwrap_or_else(|| panic!("{row}"));
            let source = read(&format!("tests/tests/{file}"));
            assert!(source.contains(&format!("fn {name}(")), "{test} of {row}");
            counted += 1;
        }
    }
    assert!(counted >= 20, "{counted}");
}

#[test]
fn a_term_of_the_glossary_stands_once() {
    let text = read("src-tauri/GLOSSARY.md");
    let rows = text.lines().filter_map(|row| row.strip_prefix("| "));
    let terms = rows.filter_map(|row| row.split(" | ").next());
    let mut seen = BTreeSet::new();
    let twice: Vec<&str> = terms
        .filter(|term| *term != "English" && !term.starts_with("---"))
        .filter(|term| !seen.insert(*term))
        .collect();
    assert_eq!(twice, Vec::<&str>::new());
    assert!(seen.len() > 100);
}
