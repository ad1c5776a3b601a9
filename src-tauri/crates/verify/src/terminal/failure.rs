//! What keeps a file from being read.

use super::refusal::Refusal;
use super::words::Words;
use crate::file::is_no_file;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Why a file could not be read or written: a code, whose message is `err-` and the code, and the file that it names.
#[derive(Debug)]
pub struct Failure {
    /// The code.
    pub code: &'static str,
    /// The file, as far as it is a text.
    pub path: String,
    /// What the system says; empty where the code says it.
    pub detail: String,
}

impl Failure {
    /// Makes one of a file.
    #[must_use]
    pub fn of(code: &'static str, path: &Path) -> Self {
        Self {
            code,
            path: path.to_string_lossy().into_owned(),
            detail: String::new(),
        }
    }

    /// Makes one of a file that can't be read or written.
    #[must_use]
    pub fn io(path: &Path, error: &io::Error) -> Self {
        let code = match error.kind() {
            io::ErrorKind::NotFound => "file-missing",
            io::ErrorKind::PermissionDenied => "file-forbidden",
            io::ErrorKind::AlreadyExists => "file-exists",
            io::ErrorKind::InvalidData => "file-not-text",
            io::ErrorKind::IsADirectory => "file-folder",
            _ if is_no_file(error) => "file-none",
            _ => "file-failed",
        };
        // What the code says already needs no detail.
        let detail = match code {
            "file-failed" => error.to_string(),
            _ => String::new(),
        };
        Self {
            detail,
            ..Self::of(code, path)
        }
    }

    /// Returns it as it is said.
    #[must_use]
    pub fn refusal(&self, words: &Words) -> Refusal {
        let args = [("path", &self.path), ("detail", &self.detail)];
        let args: BTreeMap<String, String> = args
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect();
        Refusal::of(self.code, args, words)
    }
}
