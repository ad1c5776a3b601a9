//! The invariants of `ARCHITECTURE.md` and the tests that it names for them.

use crate::source::read;

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
