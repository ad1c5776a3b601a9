//! Erasable texts that are gone, and whether thinning explains it.

use super::Found;
use crate::error::Error;
use assay_domain::decision::Decision;
use assay_domain::history::EntryBody;
use assay_domain::id::{ImportId, SecondReviewId};
use assay_store::Read;

/// Names the texts of one entry that are gone though nothing says so. Those of a decision record go when it
/// is thinned, and with it the notes of verdicts on it and the salt of its import; a person's name never
/// goes.
pub(super) fn missing(
    read: &Read<'_>,
    (sequence, body): (u64, &EntryBody),
    decision: Option<&Decision>,
    found: &mut Found,
) -> Result<(), Error> {
    let mut gone = Vec::new();
    for (field, value) in body.payload.as_object().into_iter().flatten() {
        let Some(sealed) = value.get("sealed").and_then(|sealed| sealed.as_str()) else {
            continue;
        };
        if kept(read, sealed)?.is_none() {
            gone.push(field.as_str());
        }
    }
    if gone.is_empty() || explained(read, body, decision)? {
        return Ok(());
    }
    let args = [
        ("sequence", sequence.to_string()),
        ("fields", gone.join(", ")),
    ];
    found.add("texts", &args);
    Ok(())
}

/// Returns the text behind the digest of a payload.
pub(super) fn kept(read: &Read<'_>, sealed: &str) -> Result<Option<String>, Error> {
    Ok(read.history().sealed(sealed)?)
}

fn explained(
    read: &Read<'_>,
    body: &EntryBody,
    decision: Option<&Decision>,
) -> Result<bool, Error> {
    let thinned = |decision: &Decision| decision.thinned_at.is_some();
    let id = &body.subject.id;
    match body.action.as_str() {
        "decision.import" => match id.parse::<ImportId>() {
            Ok(id) => Ok(read.imports().is_thinned(id)?),
            Err(_) => Ok(false),
        },
        "verdict.give" => {
            let Ok(id) = id.parse::<SecondReviewId>() else {
                return Ok(false);
            };
            let place = body.payload["place"].as_u64().unwrap_or_default();
            let cases = read.second_reviews().cases(id)?;
            let case = usize::try_from(place).ok().and_then(|at| cases.get(at));
            let Some(case) = case else {
                return Ok(false);
            };
            match read.decisions().get(*case) {
                // An import that was taken back takes its records along.
                Err(assay_store::Error::NotFound { .. }) => Ok(true),
                other => Ok(thinned(&other?)),
            }
        }
        // A record that is not there is told by itself.
        action if action.starts_with("decision.") => Ok(decision.is_none_or(thinned)),
        _ => Ok(false),
    }
}
