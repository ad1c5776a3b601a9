//! The grading method from standard input, and the published schemas.

use crate::secret::{text_of, wire};
use crate::{Done, Outcome};
use assay_api::bindings::schemas;
use assay_api::contract::WireError;
use assay_api::method::{answers_text, clause_level_text, grade_text, show};
use assay_api::{Error, bundled_framework};
use clap::ArgMatches;
use serde_json::Value;
use std::io::Read as _;

/// Runs `method show`, `grade`, `clause-level` or `answers`.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let framework = bundled_framework().map_err(Error::into_wire)?;
    let Some((name, rest)) = matches.subcommand() else {
        return Err(wire("command-unknown", &[("command", "method")]));
    };
    if name == "show" {
        let text = show(&framework).map_err(Error::into_wire)?;
        return Ok(Done::yes(Value::Null, text));
    }
    let compute = |input: &str| {
        let text = match name {
            "grade" => grade_text(&framework, input),
            "clause-level" => clause_level_text(&framework, input),
            _ => answers_text(&framework, input),
        };
        text.map_err(Error::into_wire)
    };
    let input = input(rest.get_one::<String>("input").map_or("-", String::as_str))?;
    let text = if rest.get_flag("lines") {
        let lines: Vec<String> = input.lines().map(compute).collect::<Result<_, _>>()?;
        lines.join("\n")
    } else {
        compute(&input)?
    };
    Ok(Done::yes(Value::Null, text))
}

/// Reads standard input for `-`, else a file.
pub(crate) fn input(path: &str) -> Result<String, WireError> {
    if path != "-" {
        return text_of(path);
    }
    let mut text = String::new();
    let read = std::io::stdin().read_to_string(&mut text);
    read.map_err(|error| wire("request-malformed", &[("detail", &error.to_string())]))?;
    Ok(text)
}

/// Prints the JSON schemas of a command's request and response, or of every command.
pub(crate) fn schema(matches: &ArgMatches) -> Outcome {
    let all = schemas();
    let shown = |(request, response): &(schemars::Schema, schemars::Schema)| serde_json::json!({ "request": request, "response": response });
    let json = match matches.get_one::<String>("command") {
        Some(command) => {
            let found = all.get(command.as_str());
            shown(found.ok_or_else(|| wire("command-unknown", &[("command", command)]))?)
        }
        None => Value::Object(
            all.iter()
                .map(|(name, pair)| ((*name).to_owned(), shown(pair)))
                .collect(),
        ),
    };
    let text = serde_json::to_string_pretty(&json).unwrap_or_default();
    Ok(Done::yes(json, text))
}
