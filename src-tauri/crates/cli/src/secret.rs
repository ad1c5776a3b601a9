//! Passphrases come from a file or the environment, never from an argument.

use crate::record;
use assay_api::contract::WireError;
use assay_verify::LONGEST;
use assay_verify::terminal::Failure;
use clap::ArgMatches;
use std::collections::BTreeMap;
use std::env::VarError;
use std::ffi::OsString;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Returns the passphrase from `--passphrase-file`, else from `ASSAY_PASSPHRASE`.
pub(crate) fn passphrase(matches: &ArgMatches) -> Result<String, WireError> {
    from(matches, "passphrase-file", "ASSAY_PASSPHRASE")
}

/// Returns another person's passphrase from `--new-passphrase-file`, else from `ASSAY_NEW_PASSPHRASE`.
pub(crate) fn new_passphrase(matches: &ArgMatches) -> Result<String, WireError> {
    from(matches, "new-passphrase-file", "ASSAY_NEW_PASSPHRASE")
}

/// Returns the password of a PKCS#12 file from `--pkcs12-password-file`, else from `ASSAY_PKCS12_PASSWORD`.
pub(crate) fn pkcs12_password(matches: &ArgMatches) -> Result<String, WireError> {
    from(matches, "pkcs12-password-file", "ASSAY_PKCS12_PASSWORD")
}

/// Returns the PIN of a token from `--pin-file`, else from `ASSAY_PIN`.
pub(crate) fn pin(matches: &ArgMatches) -> Result<String, WireError> {
    from(matches, "pin-file", "ASSAY_PIN")
}

fn from(matches: &ArgMatches, option: &str, variable: &str) -> Result<String, WireError> {
    // A file with keys may have an empty password; nothing else is opened by one.
    let may_be_empty = option == "pkcs12-password-file";
    let given = [("option", option), ("variable", variable)];
    if let Some(path) = matches.get_one::<OsString>(option) {
        let text = text_of(Path::new(path))?;
        let line = text.trim_end_matches(['\r', '\n']);
        if line.is_empty() && !may_be_empty {
            let path = path.to_string_lossy();
            return Err(wire("secret-empty", &[("path", &path), ("option", option)]));
        }
        return Ok(line.to_owned());
    }
    match std::env::var(variable) {
        Ok(set) if may_be_empty || !set.is_empty() => Ok(set),
        Err(VarError::NotUnicode(_)) => Err(wire("variable-not-text", &given[1..])),
        _ => Err(wire(missing(option), &given)),
    }
}

fn missing(option: &str) -> &'static str {
    match option {
        "pkcs12-password-file" => "password-missing",
        "pin-file" => "pin-missing",
        _ => "passphrase-missing",
    }
}

/// Reads a file of text. What another program writes into a pipe meanwhile is one too.
pub(crate) fn text_of(path: &Path) -> Result<String, WireError> {
    let file = File::open(path).map_err(|error| failed(path, &error))?;
    text_in(file, path)
}

/// Reads a text to its end, without the mark of its encoding that some editors put before it.
pub(crate) fn text_in(from: impl Read, path: &Path) -> Result<String, WireError> {
    let mut text = String::new();
    let read = from.take(LONGEST + 1).read_to_string(&mut text);
    let read = read.map_err(|error| failed(path, &error))?;
    if read as u64 > LONGEST {
        return Err(record::wire(Failure::of("file-too-long", path)));
    }
    match text.strip_prefix('\u{feff}') {
        Some(rest) => Ok(rest.to_owned()),
        None => Ok(text),
    }
}

fn failed(path: &Path, error: &std::io::Error) -> WireError {
    record::wire(Failure::io(path, error))
}

/// Makes an error of the terminal's own.
pub(crate) fn wire(code: &str, args: &[(&str, &str)]) -> WireError {
    let args: BTreeMap<String, String> = args
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    WireError {
        code: code.to_owned(),
        args,
    }
}
