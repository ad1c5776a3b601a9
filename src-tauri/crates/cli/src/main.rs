//! `assay`: the same use cases from a terminal.
//!
//! Exit status: 0 done or valid, 1 the answer is no, 2 it could not be done.

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
mod record;
mod report;
mod secret;
mod stats;
mod system;
mod table;
mod words;
mod workspace;

use assay_api::contract::WireError;
pub(crate) use assay_verify::terminal::Done;
use assay_verify::terminal::refuse;
use std::process::ExitCode;
use words::Words;

/// How a command ends.
pub(crate) type Outcome = Result<Done, WireError>;

fn main() -> ExitCode {
    let words = Words::of(
        std::env::args_os().map(|word| word.to_string_lossy().into_owned()),
        words::files,
    );
    let matches = match grammar::command(&words).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return refuse(&error, &words, "assay"),
    };
    let outcome = match matches.subcommand() {
        Some(("method", method)) => method::run(method),
        Some(("verify", files)) => record::verify(files, &words),
        Some(("schema", schema)) => method::schema(schema),
        Some(("man", man)) => grammar::write_pages(man, &words),
        Some((name, rest)) => workspace::run(name, rest, &words),
        None => return ExitCode::from(2),
    };
    match outcome {
        Ok(done) => done.print(words.json(), &words),
        Err(error) => words::refusal(&words, error).print("assay", words.json()),
    }
}
