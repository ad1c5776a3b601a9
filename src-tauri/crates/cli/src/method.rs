//! The grading method from standard input, and the published schemas.

use crate::secret::{text_in, text_of, wire};
use crate::{Done, Outcome};
use assay_api::bindings::schemas;
use assay_api::contract::WireError;
use assay_api::method::{answers_text, clause_level_text, grade_text, show};
use assay_api::{Error, bundled_framework};
use assay_verify::Verified;
use assay_verify::terminal::Refusal;
use clap::ArgMatches;
use serde_json::{Map, Value};
use std::ffi::OsString;
use std::path::Path;

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
    let given = rest.get_one::<OsString>("input").map(Path::new);
    let input = input(given)?;
    let text = if rest.get_flag("lines") {
        let lines: Vec<String> = input.lines().map(compute).collect::<Result<_, _>>()?;
        lines.join("\n")
    } else {
        compute(&input)?
    };
    Ok(Done::yes(Value::Null, text))
}

/// Reads standard input for `-`, else a file.
pub(crate) fn input(path: Option<&Path>) -> Result<String, WireError> {
    let named = path.filter(|path| *path != Path::new("-"));
    match named {
        Some(path) => text_of(path),
        None => text_in(std::io::stdin().lock(), Path::new("-")),
    }
}

/// Prints the JSON schemas of a command's request and response, or of every command, and of what the terminal answers
/// by itself: `verify`, and a `refusal` of any command.
pub(crate) fn schema(matches: &ArgMatches) -> Outcome {
    let all = schemas();
    let shown = |(request, response): &(schemars::Schema, schemars::Schema)| serde_json::json!({ "request": request, "response": response });
    let own = |response: schemars::Schema| serde_json::json!({ "response": response });
    let mut each: Map<String, Value> = all
        .iter()
        .map(|(name, pair)| ((*name).to_owned(), shown(pair)))
        .collect();
    each.insert("refusal".to_owned(), own(schemars::schema_for!(Refusal)));
    each.insert(
        "verify".to_owned(),
        own(schemars::schema_for!(Vec<Verified>)),
    );
    let json = match matches.get_one::<String>("command") {
        Some(command) => {
            let found = each.remove(command);
            found.ok_or_else(|| wire("command-unknown", &[("command", command)]))?
        }
        None => Value::Object(each),
    };
    let text = serde_json::to_string_pretty(&json).unwrap_or_default();
    Ok(Done::yes(json, text))
}
