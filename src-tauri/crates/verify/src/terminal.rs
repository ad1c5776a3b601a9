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
use std::io::Write as _;
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
}

impl Done {
    /// Makes an answer that is yes.
    pub fn yes(json: Value, text: impl Into<String>) -> Self {
        Self {
            json,
            text: text.into(),
            yes: true,
        }
    }

    /// Prints the answer and returns 0 for yes and 1 for no.
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
        ExitCode::from(u8::from(!self.yes))
    }
}

/// Why nothing could be verified: a code, whose message is `err-` and the code, and the file that it names.
#[derive(Debug)]
pub struct Failure {
    /// The code.
    pub code: &'static str,
    /// The file.
    pub path: String,
}

impl Failure {
    fn of(code: &'static str, path: &Path) -> Self {
        let path = path.to_string_lossy().into_owned();
        Self { code, path }
    }
}

/// Verifies every file, and every PDF of every folder.
///
/// The answer is yes where every report is sound and, where certificates to trust are named, every signature leads to one.
///
/// # Errors
/// When a file, a folder or a certificate to trust can't be read.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<Done, Failure> {
    let mut files = Vec::new();
    for path in matches.get_many::<String>("pdf").into_iter().flatten() {
        gather(Path::new(path), &mut files)?;
    }
    let trust = trust(matches)?;
    let found: Vec<Verification> = files
        .iter()
        .map(|path| verify(path, &trust))
        .collect::<Result<_, _>>()?;
    let text = if matches.get_flag("csv") {
        report::table(&found)
    } else {
        report::sentences(&found, words)
    };
    Ok(Done {
        json: serde_json::to_value(&found).unwrap_or_default(),
        text,
        yes: !found.is_empty() && found.iter().all(|one| one.is_sound() && is_trusted(one)),
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
        let bytes = std::fs::read(path).map_err(|_| Failure::of("file-missing", path))?;
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
    let entries = std::fs::read_dir(path).map_err(|_| Failure::of("file-missing", path))?;
    let mut inside: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    inside.retain(|path| {
        path.extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
    });
    inside.sort();
    files.extend(inside);
    Ok(())
}

fn verify(path: &Path, trust: &Trust) -> Result<Verification, Failure> {
    let bytes = read(path).map_err(|_| Failure::of("file-missing", path))?;
    let bytes = bytes.ok_or_else(|| Failure::of("file-too-long", path))?;
    Ok(verify_bytes(&bytes, &path.to_string_lossy(), trust))
}
