//! Where a signature comes from: a key of the workspace, and others of the same shape.

pub mod local;

use crate::error::KeyError;

/// How a key signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Algorithm {
    /// ECDSA with the curve P-256 over SHA-256; signatures are DER sequences of r and s.
    EcdsaP256Sha256,
}

impl Algorithm {
    /// How long a signature can be, in bytes; the room for it is reserved before it is known.
    #[must_use]
    pub const fn max_signature_len(self) -> usize {
        match self {
            // Two integers of up to 33 bytes, each with two bytes before it, in a sequence.
            Self::EcdsaP256Sha256 => 72,
        }
    }
}

/// A private key that can sign, with its certificates; the key itself may lie where nobody can read it.
pub trait KeySource {
    /// The certificates in DER, the signer's first, then each one's issuer as far as known.
    fn chain(&self) -> &[Vec<u8>];

    /// How the key signs.
    fn algorithm(&self) -> Algorithm;

    /// Signs the digest of `message` as [`Self::algorithm`] says.
    ///
    /// # Errors
    ///
    /// [`KeyError::Refused`] when whatever holds the key does not sign.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError>;
}
