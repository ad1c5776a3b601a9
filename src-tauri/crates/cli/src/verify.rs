//! `assay verify`: files and folders, for an inspector.

use crate::secret::wire;
use crate::table::csv_text;
use crate::words::Words;
use crate::{Done, Outcome};
use assay_api::contract::{Verification, WireError};
use assay_api::verify_bytes;
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// The longest file that is verified, in bytes.
const LONGEST: u64 = 256 << 20;

/// Verifies every file, and every PDF of every folder.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> Outcome {
    let mut files = Vec::new();
    for path in matches.get_many::<String>("pdf").into_iter().flatten() {
        gather(Path::new(path), &mut files)?;
    }
    let found: Vec<Verification> = files
        .iter()
        .map(|path| verify(path))
        .collect::<Result<_, _>>()?;
    let yes = !found.is_empty()
        && found
            .iter()
            .all(|one| one.verdict.is_valid() && consistent(one));
    let text = if matches.get_flag("csv") {
        table(&found)?
    } else {
        sentences(&found, words)
    };
    let json = serde_json::to_value(&found)
        .map_err(|error| wire("unexpected", &[("detail", &error.to_string())]))?;
    Ok(Done { json, text, yes })
}

/// Tells whether everything that could be checked inside the file holds.
fn consistent(one: &Verification) -> bool {
    one.items.iter().all(|item| item.ok != Some(false)) && one.grade == one.recomputed_grade
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), WireError> {
    let missing = || wire("file-missing", &[("path", &path.to_string_lossy())]);
    if !path.is_dir() {
        if !path.exists() {
            return Err(missing());
        }
        files.push(path.to_path_buf());
        return Ok(());
    }
    let entries = std::fs::read_dir(path).map_err(|_| missing())?;
    let mut inside: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    inside.retain(|path| {
        path.extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
    });
    inside.sort();
    files.extend(inside);
    Ok(())
}

fn verify(path: &Path) -> Result<Verification, WireError> {
    let shown = path.to_string_lossy();
    let size = std::fs::metadata(path).map(|meta| meta.len()).unwrap_or(0);
    if size > LONGEST {
        return Err(wire("file-too-long", &[("path", &shown)]));
    }
    let bytes = std::fs::read(path).map_err(|_| wire("file-missing", &[("path", &shown)]))?;
    Ok(verify_bytes(&bytes, &shown))
}

fn code(one: &Verification) -> String {
    let code = serde_json::to_value(one.verdict).ok();
    code.and_then(|code| code.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn sentences(found: &[Verification], words: &Words) -> String {
    let mut lines = Vec::new();
    for one in found {
        let signed = one
            .signatures
            .iter()
            .filter(|signature| signature.signed)
            .count();
        let verdict = words.say(
            &format!("verdict-{}", code(one)),
            &[("count", signed.to_string())],
        );
        lines.push(format!("{}: {verdict}", one.path));
        if !one.system_name.is_empty() {
            lines.push(format!("  {}, {}", one.organisation, one.system_name));
        }
        for signature in one.signatures.iter().filter(|signature| signature.signed) {
            lines.push(format!(
                "  {}  {}  {}",
                signature.subject, signature.claimed_time, signature.fingerprint
            ));
        }
        for item in &one.items {
            let args: Vec<(&str, String)> = item
                .args
                .iter()
                .map(|(name, value)| (name.as_str(), value.clone()))
                .collect();
            let state = words.t(match item.ok {
                Some(true) => "verify-holds",
                Some(false) => "verify-fails",
                None => "verify-not-checked",
            });
            lines.push(format!(
                "  {}: {state}",
                words.say(&format!("verify-{}", item.code), &args)
            ));
        }
    }
    lines.join("\n")
}

fn table(found: &[Verification]) -> Result<String, WireError> {
    let head = [
        "file",
        "verdict",
        "organisation",
        "system",
        "grade",
        "recomputed",
        "signatures",
        "signed",
        "fingerprints",
    ];
    let rows = found.iter().map(|one| {
        let signed: Vec<_> = one
            .signatures
            .iter()
            .filter(|signature| signature.signed)
            .collect();
        let grade = |grade: Option<u8>| grade.map(|grade| grade.to_string()).unwrap_or_default();
        let prints: Vec<&str> = signed
            .iter()
            .map(|signature| signature.fingerprint.as_str())
            .collect();
        vec![
            one.path.clone(),
            code(one),
            one.organisation.clone(),
            one.system_name.clone(),
            grade(one.grade),
            grade(one.recomputed_grade),
            one.signatures.len().to_string(),
            signed.len().to_string(),
            prints.join(" "),
        ]
    });
    csv_text(&head, rows)
}
