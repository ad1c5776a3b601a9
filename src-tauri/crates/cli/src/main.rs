//! `assay`: the same use cases from a terminal.
//!
//! Exit status: 0 done or valid, 1 the answer is no, 2 it could not be done.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod assessment;
mod audit;
mod decision;
mod decision_import;
mod fallback;
mod fill;
mod finding;
mod grammar;
mod incident;
mod method;
mod privacy;
mod refusal;
mod report;
mod secret;
mod stats;
mod system;
mod table;
mod verify;
mod words;
mod workspace;

use assay_api::contract::WireError;
use serde_json::Value;
use std::io::Write as _;
use std::process::ExitCode;
use words::Words;

/// What a command came to.
pub(crate) struct Done {
    /// What `--json` prints; null where the text is JSON already.
    pub(crate) json: Value,
    /// What a person reads.
    pub(crate) text: String,
    /// Whether the answer is yes.
    pub(crate) yes: bool,
}

impl Done {
    /// Makes an answer that is yes.
    pub(crate) fn yes(json: Value, text: impl Into<String>) -> Self {
        Self {
            json,
            text: text.into(),
            yes: true,
        }
    }
}

/// How a command ends.
pub(crate) type Outcome = Result<Done, WireError>;

fn main() -> ExitCode {
    let words = Words::of(std::env::args_os().filter_map(|word| word.into_string().ok()));
    let matches = match grammar::command(&words).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return refusal::answer(&error, &words),
    };
    let outcome = match matches.subcommand() {
        Some(("method", method)) => method::run(method),
        Some(("verify", files)) => verify::run(files, &words),
        Some(("schema", schema)) => method::schema(schema),
        Some(("man", man)) => grammar::write_pages(man, &words),
        Some((name, rest)) => workspace::run(name, rest, &words),
        None => return ExitCode::from(2),
    };
    match outcome {
        Ok(done) => {
            let text = if matches.get_flag("json") && !done.json.is_null() {
                done.json.to_string()
            } else {
                done.text
            };
            if !text.is_empty() {
                // Whoever reads may have seen enough and closed the pipe.
                let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
            }
            ExitCode::from(u8::from(!done.yes))
        }
        Err(error) => {
            eprintln!("assay: {}", words.error(&error));
            ExitCode::from(2)
        }
    }
}
