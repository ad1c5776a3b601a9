//! The heads of the history that the reports inside state.

use super::Found;
use crate::error::Error;
use crate::verify::is_on_chain;
use assay_store::Read;
use assay_verify::head;

/// Finds reports that state a head which is no entry of the history. A signed one cannot have been
/// written anew with the chain.
pub(super) fn off_the_chain(read: &Read<'_>) -> Result<Found, Error> {
    let mut found = Found::default();
    for report in read.reports().list()? {
        // A content that fails its digest is told by itself.
        let Ok(pdf) = read.reports().pdf(report.id) else {
            continue;
        };
        let Some(stated) = head(&pdf).map(|head| head.history) else {
            continue;
        };
        if !is_on_chain(read, &stated)? {
            found.add(
                "head",
                &[
                    ("about", report.about),
                    ("number", report.number.to_string()),
                    ("signatures", report.signatures.len().to_string()),
                    ("sequence", stated.sequence.to_string()),
                ],
            );
        }
    }
    Ok(found)
}
