//! Where a signature comes from: a key of the workspace, a PKCS#12 file or a PKCS#11 token.

pub mod file;
pub mod local;
pub mod token;

use x509_cert::Certificate;

use crate::certificate;
use crate::cms::MAX_CERTIFICATES;
use crate::error::{KeyError, KeyName};
use crate::public_key::{Hash, PublicKey};

/// How large the modulus of an RSA key is at least, in bits: smaller ones are no longer safe.
pub(crate) const MIN_RSA_BITS: usize = 2048;

/// How a key signs; its digest is also that of the covered bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Algorithm {
    /// ECDSA with the curve P-256 over SHA-256; signatures are DER sequences of r and s.
    EcdsaP256Sha256,
    /// ECDSA with the curve P-384 over SHA-384, the digest of the same strength; signatures are DER sequences of r and s.
    EcdsaP384Sha384,
    /// RSA with the padding of PKCS#1 v1.5 over SHA-256.
    RsaPkcs1Sha256 {
        /// Length of the modulus and so of each signature, in bytes.
        bytes: usize,
    },
}

impl Algorithm {
    /// How the key of a certificate signs.
    pub(crate) fn of(certificate: &Certificate) -> Result<Self, KeyError> {
        PublicKey::of(certificate)?.algorithm()
    }

    /// The digest that it signs.
    pub(crate) const fn hash(self) -> Hash {
        match self {
            Self::EcdsaP256Sha256 | Self::RsaPkcs1Sha256 { .. } => Hash::Sha256,
            Self::EcdsaP384Sha384 => Hash::Sha384,
        }
    }

    /// How long a signature can be, in bytes; the room for it is reserved before it is known.
    #[must_use]
    pub const fn max_signature_len(self) -> usize {
        match self {
            // Two integers of up to 33 bytes, each with two bytes before it, in a sequence.
            Self::EcdsaP256Sha256 => 72,
            // The same with integers of up to 49 bytes.
            Self::EcdsaP384Sha384 => 104,
            Self::RsaPkcs1Sha256 { bytes } => bytes,
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

/// Tells how the signer's certificate signs, where it may sign at this moment.
fn fit(certificate: &Certificate, now: i64) -> Result<Algorithm, KeyError> {
    let algorithm = Algorithm::of(certificate)?;
    if !certificate::may_sign(certificate) {
        return Err(KeyError::Usage);
    }
    let (not_before, not_after) = certificate::validity(certificate);
    if now < not_before {
        return Err(KeyError::NotYetValid { from: not_before });
    }
    if now > not_after {
        return Err(KeyError::Expired { since: not_after });
    }
    Ok(algorithm)
}

/// Puts the signer's certificate before those of its issuers, each after the one that it vouches for.
fn chain(signer: Vec<u8>, others: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut chain = vec![signer];
    while let Some(last) = chain.last().and_then(|last| certificate::read(last).ok()) {
        if chain.len() == MAX_CERTIFICATES {
            break;
        }
        let next = others.iter().find(|other| {
            !chain.contains(other)
                && certificate::read(other)
                    .is_ok_and(|issuer| certificate::is_signed_by(&last, &issuer))
        });
        match next {
            Some(next) => chain.push(next.clone()),
            None => break,
        }
    }
    chain
}

/// Chooses the only key, or the only one of the wanted name.
fn choose<T>(mut keys: Vec<(KeyName, T)>, wanted: Option<&str>) -> Result<T, KeyError> {
    let present: Vec<KeyName> = keys.iter().map(|(name, _)| name.clone()).collect();
    if present.is_empty() {
        return Err(KeyError::NoKey);
    }
    if let Some(wanted) = wanted {
        keys.retain(|(name, _)| name.is(wanted));
        if keys.is_empty() {
            let wanted = wanted.to_owned();
            return Err(KeyError::NoSuchKey { wanted, present });
        }
    }
    match keys.pop() {
        Some((_, only)) if keys.is_empty() => Ok(only),
        _ => Err(KeyError::SeveralKeys(present)),
    }
}
