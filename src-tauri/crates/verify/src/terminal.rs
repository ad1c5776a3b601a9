//! The command that verifies: files and folders, for an inspector.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod failure;
mod grammar;
mod refusal;
mod report;
mod words;

pub use failure::Failure;
pub use grammar::{PROGRAM, arguments, everywhere, inspector, path_in, spoken};
pub use refusal::{Refusal, refuse};
pub use words::Words;

use crate::file::read;
use crate::inspect::verify_bytes;
use crate::verification::{TrustKind, UnreadFile, UnreadKind, Verified};
use assay_seal::{Trust, certificates_in};
use clap::ArgMatches;
use serde_json::Value;
use std::ffi::OsString;
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
    pub fn print(self, json: bool, words: &Words) -> ExitCode {
        let text = if json && !self.json.is_null() {
            self.json.to_string()
        } else {
            self.text
        };
        let mut failed = self.failed;
        if let Err(error) = print(&text) {
            failed.push(words.say("err-io-failed", &[("detail", error.to_string())]));
        }
        for sentence in &failed {
            let _ = writeln!(io::stderr(), "{}", report::one_line(sentence));
        }
        match failed.is_empty() {
            true => ExitCode::from(u8::from(!self.yes)),
            false => ExitCode::from(2),
        }
    }
}

/// Prints to standard output; an answer that nobody gets was not given.
fn print(text: &str) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    let written = writeln!(out, "{}", text.trim_end()).and_then(|()| out.flush());
    match written {
        // Whoever reads may have seen enough and closed the pipe.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Verifies every file, and every PDF of every folder.
///
/// The answer is yes where every report is sound and, where certificates to trust are named, every signature leads to one. A
/// file or folder that can't be read does not keep the others from being verified.
///
/// # Errors
/// When a certificate to trust can't be read.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<Done, Failure> {
    let trust = trust(matches)?;
    let mut found = Vec::new();
    for path in paths(matches, "pdf") {
        match gather(path) {
            Ok(files) => found.extend(files.iter().map(|file| verify(file, &trust, words))),
            Err(failure) => found.push(unread(failure, words)),
        }
    }
    let text = if matches.get_flag("csv") {
        report::table(&found)
    } else {
        report::sentences(&found, words)
    };
    let failed = found.iter().filter_map(|one| match one {
        Verified::File(_) => None,
        Verified::Unread(unread) => Some(unread.refusal.sentence.clone()),
    });
    Ok(Done {
        json: serde_json::to_value(&found).unwrap_or_default(),
        text,
        yes: found.iter().all(is_good),
        failed: failed.collect(),
    })
}

/// The paths that an argument names, which need not be texts.
fn paths<'a>(matches: &'a ArgMatches, name: &str) -> impl Iterator<Item = &'a Path> {
    let named = matches.get_many::<OsString>(name).into_iter().flatten();
    named.map(Path::new)
}

fn is_good(one: &Verified) -> bool {
    let Verified::File(one) = one else {
        return false;
    };
    let mut signed = one.signatures.iter().filter(|signature| signature.signed);
    let trusted =
        signed.all(|signature| matches!(signature.trust, TrustKind::NotAsked | TrustKind::Trusted));
    one.is_sound() && trusted
}

/// The certificates to trust that are named.
///
/// # Errors
/// When a file of them can't be read.
pub fn trust(matches: &ArgMatches) -> Result<Trust, Failure> {
    let mut trust = Trust::default();
    for path in paths(matches, "trust") {
        let unfit = || Failure::of("certificate-file-unreadable", path);
        let bytes = read(path).map_err(|error| Failure::io(path, &error))?;
        let found = certificates_in(&bytes.ok_or_else(unfit)?);
        trust.anchors.extend(found.map_err(|_| unfit())?);
    }
    Ok(trust)
}

/// A file, or the PDFs of a folder.
fn gather(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let inside = std::fs::read_dir(path)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut inside: Vec<PathBuf> = inside.map_err(|error| Failure::io(path, &error))?;
    inside.retain(|path| {
        path.extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
    });
    if inside.is_empty() {
        return Err(Failure::of("folder-without-pdf", path));
    }
    inside.sort();
    Ok(inside)
}

fn verify(path: &Path, trust: &Trust, words: &Words) -> Verified {
    match read(path) {
        Ok(Some(bytes)) => Verified::File(verify_bytes(&bytes, &path.to_string_lossy(), trust)),
        Ok(None) => unread(Failure::of("file-too-long", path), words),
        Err(error) => unread(Failure::io(path, &error), words),
    }
}

fn unread(failure: Failure, words: &Words) -> Verified {
    Verified::Unread(UnreadFile {
        path: failure.path.clone(),
        verdict: UnreadKind::Unread,
        refusal: failure.refusal(words),
    })
}
