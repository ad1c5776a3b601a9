//! What the history keeps of the rows of an import: a digest that vouches for all, with a salt.

use assay_domain::history::hex;
use assay_store::Random;
use sha2::{Digest, Sha256};

/// A digest over the digests of rows, in their order, that begins with a salt.
pub(super) struct RowsDigest {
    salt: [u8; 32],
    state: Sha256,
}

impl RowsDigest {
    /// Begins without a row.
    pub(super) fn salted(random: &mut Random) -> Self {
        let mut salt = [0; 32];
        random(&mut salt);
        Self {
            salt,
            state: Sha256::new_with_prefix(salt),
        }
    }

    /// Takes in the digest of the next row.
    pub(super) fn add(&mut self, row: &[u8; 32]) {
        self.state.update(row);
    }

    /// Returns the digest of the rows so far, as the history writes it.
    pub(super) fn digest(&self) -> String {
        hex(&self.state.clone().finalize())
    }

    /// Returns the salt in the same writing.
    pub(super) fn salt(&self) -> String {
        hex(&self.salt)
    }
}
