//! Passphrases come from a file or the environment, never from an argument.

use crate::record;
use assay_api::contract::WireError;
use assay_verify::terminal::Failure;
use clap::ArgMatches;
use std::collections::BTreeMap;
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
    if let Some(path) = matches.get_one::<String>(option) {
        let text = text_of(path)?;
        return Ok(text.trim_end_matches(['\r', '\n']).to_owned());
    }
    let code = match option {
        "pkcs12-password-file" => "password-missing",
        "pin-file" => "pin-missing",
        _ => "passphrase-missing",
    };
    std::env::var(variable).map_err(|_| wire(code, &[("variable", variable)]))
}

/// Reads a file of text.
pub(crate) fn text_of(path: &str) -> Result<String, WireError> {
    let path = Path::new(path);
    std::fs::read_to_string(path).map_err(|error| record::wire(Failure::io(path, &error)))
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
