//! The command that verifies: files and folders, for an inspector.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod grammar;
mod refusal;
mod report;
mod words;

pub use grammar::{PROGRAM, arguments, everywhere, inspector, spoken};
pub use refusal::refuse;
pub use words::Words;

use crate::file::read;
use crate::inspect::verify_bytes;
use crate::verification::{TrustKind, Verification};
use assay_seal::{Trust, certificates_in};
use clap::ArgMatches;
use serde_json::Value;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a command came to.
pub struct Done {
    /// What `--json` prints; null where the text is JSON already.
    pub json: Value,
    /// What a person reads.
    pub text: String,
    /// Whether the answer is yes.
    pub yes: bool,
    /// Sentences about what could not be done beside it.
    pub failed: Vec<String>,
}

impl Done {
    /// Makes an answer that is yes.
    pub fn yes(json: Value, text: impl Into<String>) -> Self {
        Self {
            json,
            text: text.into(),
            yes: true,
            failed: Vec::new(),
        }
    }

    /// Makes an answer that is yes or no.
    pub fn answer(yes: bool, json: Value, text: impl Into<String>) -> Self {
        Self {
            yes,
            ..Self::yes(json, text)
        }
    }

    /// Prints the answer and returns 0 for yes, 1 for no and 2 where something could not be done.
    #[must_use]
    pub fn print(self, json: bool) -> ExitCode {
        let text = if json && !self.json.is_null() {
            self.json.to_string()
        } else {
            self.text
        };
        if !text.is_empty() {
            // Whoever reads may have seen enough and closed the pipe.
            let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
        }
        for sentence in &self.failed {
            let _ = writeln!(std::io::stderr(), "{sentence}");
        }
        match self.failed.is_empty() {
            true => ExitCode::from(u8::from(!self.yes)),
            false => ExitCode::from(2),
        }
    }
}

/// Why nothing could be verified: a code, whose message is `err-` and the code, and the file that it names.
#[derive(Debug)]
pub struct Failure {
    /// The code.
    pub code: &'static str,
    /// The file.
    pub path: String,
    /// What the system says; empty where the code says it.
    pub detail: String,
}

impl Failure {
    fn of(code: &'static str, path: &Path) -> Self {
        Self {
            code,
            path: path.to_string_lossy().into_owned(),
            detail: String::new(),
        }
    }

    /// Makes one of a file that can't be read.
    #[must_use]
    pub fn io(path: &Path, error: &io::Error) -> Self {
        let code = match error.kind() {
            io::ErrorKind::NotFound => "file-missing",
            io::ErrorKind::PermissionDenied => "file-forbidden",
            io::ErrorKind::InvalidData => "file-not-text",
            _ => "file-failed",
        };
        Self {
            detail: error.to_string(),
            ..Self::of(code, path)
        }
    }

    /// Returns its sentence.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let args = [("path", &self.path), ("detail", &self.detail)];
        words.say(
            &format!("err-{}", self.code),
            &args.map(|(name, value)| (name, value.clone())),
        )
    }
}

/// Verifies every file, and every PDF of every folder.
///
/// The answer is yes where every report is sound and, where certificates to trust are named, every signature leads to one. A
/// file that can't be read does not keep the others from being verified.
///
/// # Errors
/// When a folder, a certificate to trust or every file can't be read.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<Done, Failure> {
    let mut files = Vec::new();
    for path in matches.get_many::<String>("pdf").into_iter().flatten() {
        gather(Path::new(path), &mut files)?;
    }
    let trust = trust(matches)?;
    let mut found: Vec<Verification> = Vec::new();
    let mut failed = Vec::new();
    for path in &files {
        match verify(path, &trust) {
            Ok(verified) => found.push(verified),
            Err(failure) => failed.push(failure),
        }
    }
    if found.is_empty() && !failed.is_empty() {
        return Err(failed.swap_remove(0));
    }
    let text = if matches.get_flag("csv") {
        report::table(&found)
    } else {
        report::sentences(&found, words)
    };
    Ok(Done {
        json: serde_json::to_value(&found).unwrap_or_default(),
        text,
        yes: !found.is_empty() && found.iter().all(|one| one.is_sound() && is_trusted(one)),
        failed: failed.iter().map(|failure| failure.say(words)).collect(),
    })
}

fn is_trusted(one: &Verification) -> bool {
    let mut signed = one.signatures.iter().filter(|signature| signature.signed);
    signed.all(|signature| matches!(signature.trust, TrustKind::NotAsked | TrustKind::Trusted))
}

/// The certificates to trust that are named.
///
/// # Errors
/// When a file of them can't be read.
pub fn trust(matches: &ArgMatches) -> Result<Trust, Failure> {
    let mut trust = Trust::default();
    for path in matches.get_many::<String>("trust").into_iter().flatten() {
        let path = Path::new(path);
        let bytes = std::fs::read(path).map_err(|error| Failure::io(path, &error))?;
        let found = certificates_in(&bytes);
        let unfit = |_| Failure::of("certificate-file-unreadable", path);
        trust.anchors.extend(found.map_err(unfit)?);
    }
    Ok(trust)
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    if !path.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    let inside = std::fs::read_dir(path)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut inside: Vec<PathBuf> = inside.map_err(|error| Failure::io(path, &error))?;
    inside.retain(|path| {
        path.extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
    });
    inside.sort();
    files.extend(inside);
    Ok(())
}

fn verify(path: &Path, trust: &Trust) -> Result<Verification, Failure> {
    let bytes = read(path).map_err(|error| Failure::io(path, &error))?;
    let bytes = bytes.ok_or_else(|| Failure::of("file-too-long", path))?;
    Ok(verify_bytes(&bytes, &path.to_string_lossy(), trust))
}
