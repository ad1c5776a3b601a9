//! `assay`: the same use cases from a terminal.
//!
//! Exit status: 0 done or valid, 1 the answer is no, 2 it could not be done.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod grammar;
mod method;
mod secret;
mod table;
mod verify;
mod words;
mod workspace;

use assay_api::contract::WireError;
use serde_json::Value;
use std::process::ExitCode;
use words::Words;

/// What a command came to.
pub(crate) struct Done {
    /// What `--json` prints.
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
    let words = Words::of(std::env::args());
    let matches = grammar::command(&words).get_matches();
    let json = matches.get_flag("json");
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
            if json {
                println!("{}", done.json);
            } else if !done.text.is_empty() {
                println!("{}", done.text.trim_end());
            }
            ExitCode::from(u8::from(!done.yes))
        }
        Err(error) => {
            eprintln!("assay: {}", words.error(&error));
            ExitCode::from(2)
        }
    }
}
