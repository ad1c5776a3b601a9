//! Verifying a report with what this computer and the open workspace know.

use crate::anchor;
use crate::contract::{Verification, VerificationItem, VerifyFile};
use crate::error::{Error, file};
use crate::session::Session;
use assay_domain::facts::HistoryHead;
use assay_domain::history::hex;
use assay_verify::{head, read, verify_bytes};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Verifies a file, with the certificates that are trusted on this computer, and what the open workspace knows where one is open.
pub(crate) fn verify_file(
    session: &mut Session,
    request: VerifyFile,
) -> Result<Verification, Error> {
    found(session, &request.path)
}

pub(crate) fn found(session: &Session, path: &str) -> Result<Verification, Error> {
    let bytes = read(Path::new(path)).map_err(|error| file(path, error))?;
    let bytes = bytes.ok_or_else(|| Error::new("file-too-long").with("path", path))?;
    let mut found = verify_bytes(&bytes, path, &anchor::trust(session));
    in_future(session, &mut found);
    if let Some(open) = &session.open {
        open.store.read(|read| {
            let mut known = Vec::new();
            for person in read.persons().list()? {
                known.extend(
                    read.persons()
                        .certificate(person.id)?
                        .map(|der| hex(&Sha256::digest(der))),
                );
            }
            for signature in found
                .signatures
                .iter_mut()
                .filter(|signature| signature.signed)
            {
                signature.known = Some(known.contains(&signature.fingerprint));
            }
            if let Some(head) = head(&bytes) {
                found.items.push(on_chain(read, &head.history)?);
            }
            Ok::<_, Error>(())
        })?;
    }
    Ok(found)
}

/// Says so where a signature claims a time that this computer's clock has not reached.
fn in_future(session: &Session, found: &mut Verification) {
    let now = session.environment.now().utc();
    let claimed = found.signatures.iter().map(|signature| {
        let time = chrono::DateTime::parse_from_rfc3339(&signature.claimed_time);
        (&signature.field, time)
    });
    let ahead: Vec<_> = claimed
        .filter(|(_, time)| time.as_ref().is_ok_and(|time| *time > now))
        .map(|(field, _)| {
            VerificationItem::new("item-future", Some(false), &[("field", field.clone())])
        })
        .collect();
    found.items.extend(ahead);
}

/// Says whether the history head that a report states is an entry of the open workspace's history.
fn on_chain(read: &assay_store::Read<'_>, stated: &HistoryHead) -> Result<VerificationItem, Error> {
    Ok(VerificationItem::new(
        "item-history",
        Some(is_on_chain(read, stated)?),
        &[("sequence", stated.sequence.to_string())],
    ))
}

/// Tells whether the history head that a report states is an entry of the open workspace's history.
pub(crate) fn is_on_chain(
    read: &assay_store::Read<'_>,
    stated: &HistoryHead,
) -> Result<bool, Error> {
    let entries = read.history().entries(stated.sequence.checked_add(1), 1)?;
    let same = |entry: &assay_store::HistoryEntry| hex(&entry.hash) == stated.sha256;
    Ok(entries.first().is_some_and(same))
}
