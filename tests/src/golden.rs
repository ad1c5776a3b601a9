//! Golden outputs beside the cases of `suite/`.

use std::path::{Path, PathBuf};

/// Returns a path below `suite/`.
#[must_use]
pub fn suite(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("suite")
        .join(path)
}

/// Returns the cases of a folder of the suite: every TOML file, by name.
///
/// # Panics
/// When the folder cannot be read or holds no case.
#[must_use]
pub fn cases(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(suite(folder)).expect("the suite has this folder");
    let mut cases: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "toml"))
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "{folder} holds no case");
    cases
}

/// Compares a result with its golden file; `UPDATE=1` writes the file instead, for review.
///
/// # Panics
/// When they differ, with the first line that does, or when the file cannot be read or written.
pub fn compare(golden: &Path, actual: &str) {
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(golden, actual).expect("the golden file can be written");
        return;
    }
    let shown = golden.display();
    let expected = std::fs::read_to_string(golden)
        .unwrap_or_else(|error| panic!("{shown}: {error}; run with UPDATE=1 and review"));
    for (line, (expected, actual)) in expected.lines().zip(actual.lines()).enumerate() {
        let line = line + 1;
        assert_eq!(
            expected, actual,
            "{shown}, line {line}; UPDATE=1 rewrites it"
        );
    }
    assert_eq!(
        expected, actual,
        "{shown} has another length; UPDATE=1 rewrites it"
    );
}
