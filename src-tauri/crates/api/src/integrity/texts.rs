//! Erasable texts.

use crate::error::Error;
use assay_store::Read;

/// Returns the text behind the digest of a payload.
pub(super) fn kept(read: &Read<'_>, sealed: &str) -> Result<Option<String>, Error> {
    Ok(read.history().sealed(sealed)?)
}
