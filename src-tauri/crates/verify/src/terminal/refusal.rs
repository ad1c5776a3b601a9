//! What the grammar answers by itself: help, the version, and why a line can't be understood.

use super::words::Words;
use clap::error::{ContextKind, ErrorKind};
use std::process::ExitCode;

/// What clap writes for any options, in every language.
const ANY_OPTIONS: &str = "[OPTIONS]";

/// Prints help or the version to standard output, or the reason of a refusal to standard error.
pub fn refuse(error: &clap::Error, words: &Words, program: &str) -> ExitCode {
    let help = || {
        error
            .render()
            .to_string()
            .replace(ANY_OPTIONS, &words.t("cli-word-any-options"))
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{}", help());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprint!("{}", help());
            ExitCode::from(2)
        }
        kind => {
            eprintln!("{program}: {}", sentence(kind, error, words));
            ExitCode::from(2)
        }
    }
}

fn sentence(kind: ErrorKind, error: &clap::Error, words: &Words) -> String {
    let named = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (id, value) = match kind {
        ErrorKind::UnknownArgument => ("argument", named(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => {
            ("command", named(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => ("missing", named(ContextKind::InvalidArg)),
        ErrorKind::ArgumentConflict => ("twice", named(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::WrongNumberOfValues => {
            ("value", named(ContextKind::InvalidArg))
        }
        _ => ("other", kind.to_string()),
    };
    words.say(&format!("cli-refused-{id}"), &[("value", value)])
}
