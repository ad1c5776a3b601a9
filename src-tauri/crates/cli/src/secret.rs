//! Passphrases come from a file or the environment, never from an argument.

use assay_api::contract::WireError;
use clap::ArgMatches;
use std::collections::BTreeMap;

/// Returns the passphrase from `--passphrase-file`, else from `ASSAY_PASSPHRASE`.
pub(crate) fn passphrase(matches: &ArgMatches) -> Result<String, WireError> {
    from(matches, "passphrase-file", "ASSAY_PASSPHRASE")
}

/// Returns another person's passphrase from `--new-passphrase-file`, else from `ASSAY_NEW_PASSPHRASE`.
pub(crate) fn new_passphrase(matches: &ArgMatches) -> Result<String, WireError> {
    from(matches, "new-passphrase-file", "ASSAY_NEW_PASSPHRASE")
}

fn from(matches: &ArgMatches, option: &str, variable: &str) -> Result<String, WireError> {
    if let Some(path) = matches.get_one::<String>(option) {
        let text =
            std::fs::read_to_string(path).map_err(|_| wire("file-missing", &[("path", path)]))?;
        return Ok(text.trim_end_matches(['\r', '\n']).to_owned());
    }
    std::env::var(variable).map_err(|_| wire("passphrase-missing", &[("variable", variable)]))
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
