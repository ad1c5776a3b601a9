//! `assay verify --record`: the record of a verification, to print.

use crate::Outcome;
use crate::secret;
use crate::words::Words;
use crate::workspace::absolute;
use assay_api::contract::{PaperSize, WireError};
use assay_api::native::Machine;
use assay_api::record::{Recorded, write_record};
use assay_api::{Error, Output};
use assay_verify::Verified;
use assay_verify::terminal::{Failure, run, trust};
use clap::ArgMatches;
use std::ffi::OsString;
use std::path::Path;

/// Verifies, and writes the record of it where one is asked for.
pub(crate) fn verify(matches: &ArgMatches, words: &Words) -> Outcome {
    let mut done = run(matches, words).map_err(wire)?;
    let Some(out) = matches.get_one::<OsString>("record") else {
        return Ok(done);
    };
    let found: Vec<Verified> = serde_json::from_value(done.json.clone()).unwrap_or_default();
    let found = match &found[..] {
        [Verified::File(found)] => found,
        // Of what could not be read there is nothing to record.
        [Verified::Unread(_)] => return Ok(done),
        _ => return Err(secret::wire("verify-record-one", &[])),
    };
    let recorded = Recorded {
        found,
        trust: &trust(matches).map_err(wire)?,
        organisation: None,
        zone: "UTC",
        paper: PaperSize::default(),
    };
    let machine = Machine::new(Vec::new());
    let output = output(Path::new(out), matches)?;
    let written =
        write_record(&machine, words.locale(), &recorded, output).map_err(Error::into_wire)?;
    let said = words.say("verify-record-saved", &[("path", written.path)]);
    done.text = format!("{}\n{said}", done.text);
    Ok(done)
}

/// Takes a path for the record, unless it is that of a file that the command reads.
fn output(path: &Path, matches: &ArgMatches) -> Result<Output, WireError> {
    let read = ["pdf", "trust"].map(|id| matches.get_many::<OsString>(id).unwrap_or_default());
    let mut read = read.into_iter().flatten();
    let output = Output::new(absolute(path)?, None);
    output
        .and_then(|output| read.try_fold(output, |output, read| output.unlike(Path::new(read))))
        .map_err(Error::into_wire)
}

/// Makes an error of the terminal's own of one that verifying has.
pub(crate) fn wire(failure: Failure) -> WireError {
    let args = [("path", &failure.path[..]), ("detail", &failure.detail[..])];
    let said: Vec<_> = args
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect();
    secret::wire(failure.code, &said)
}
