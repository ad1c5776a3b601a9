//! The project's source files, read as text.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path from the top of the project, and its text.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    /// Returns the lines of the program itself with their numbers: no comments, and nothing of the
    /// tests at the end of a Rust file.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate();
        lines
            .map(|(number, line)| (number + 1, line))
            .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Returns `path:line` of each line of code that a condition holds for.
    pub(crate) fn lines(&self, holds: impl Fn(&str) -> bool) -> Vec<String> {
        self.code()
            .filter(|(_, line)| holds(line))
            .map(|(number, line)| format!("{}:{number}: {}", self.path, line.trim()))
            .collect()
    }
}

/// Returns the folder that holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Returns a file's text by its path from the top.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the files below a folder whose names end in one of the endings, in order.
pub(crate) fn below(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut waiting = vec![root().join(folder)];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if endings.iter().any(|ending| named(&path).ends_with(ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no {endings:?} below {folder}");
    let read = |path: PathBuf| Source {
        text: fs::read_to_string(&path).unwrap(),
        path: path
            .strip_prefix(root())
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/"),
    };
    found.into_iter().map(read).collect()
}

fn named(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// Returns the sources of the program's own crates, those of the shell last.
pub(crate) fn program() -> Vec<Source> {
    let mut sources = Vec::new();
    for krate in CRATES {
        sources.extend(below(&format!("src-tauri/crates/{krate}/src"), &[".rs"]));
    }
    sources.extend(below("src-tauri/src", &[".rs"]));
    sources
}

/// The crates of the program, by their folders.
pub(crate) const CRATES: [&str; 8] = [
    "domain", "store", "exchange", "report", "seal", "verify", "api", "cli",
];
