//! What is not done, as a sentence and for a program, and what the grammar answers by itself: help, the version, and
//! why a line can't be understood.

use super::report::one_line;
use super::words::Words;
use clap::error::{ContextKind, ErrorKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Why something was not done; with `--json` it stands on standard output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Refusal {
    /// What went wrong, in kebab case, the same in every language.
    pub code: String,
    /// What the sentence names: a file, a field, a number.
    pub args: BTreeMap<String, String>,
    /// The sentence, in the language of the person.
    pub sentence: String,
}

impl Refusal {
    /// Makes one of a code, whose message is `err-` and the code.
    #[must_use]
    pub fn of(code: &str, args: BTreeMap<String, String>, words: &Words) -> Self {
        Self {
            sentence: words.say_of(&format!("err-{code}"), &args),
            code: code.to_owned(),
            args,
        }
    }

    /// Says it: the sentence to standard error, and the whole to standard output where JSON is asked for.
    #[must_use]
    pub fn print(&self, program: &str, json: bool) -> ExitCode {
        if json {
            let text = serde_json::to_string(self).unwrap_or_default();
            // The status says that something is wrong, also where nobody reads this.
            let _ = writeln!(io::stdout(), "{text}");
        }
        let _ = writeln!(io::stderr(), "{program}: {}", one_line(&self.sentence));
        ExitCode::from(2)
    }
}

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
        kind => refusal(kind, error, words).print(program, words.json()),
    }
}

fn refusal(kind: ErrorKind, error: &clap::Error, words: &Words) -> Refusal {
    let named = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (id, value) = match kind {
        ErrorKind::UnknownArgument => ("argument", named(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => ("command", named(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => ("command-missing", String::new()),
        ErrorKind::MissingRequiredArgument => ("missing", named(ContextKind::InvalidArg)),
        ErrorKind::ArgumentConflict => ("twice", named(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::WrongNumberOfValues => {
            ("value", named(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidUtf8 => ("text", String::new()),
        _ => ("other", kind.to_string()),
    };
    let code = format!("refused-{id}");
    let args = BTreeMap::from([("value".to_owned(), value)]);
    let args: BTreeMap<_, _> = args
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect();
    Refusal::of(&code, args, words)
}
