//! The public key of a certificate: of which kind it is, and whether its private half made a signature.

use der::Encode as _;
use der::asn1::ObjectIdentifier;
use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use p256::pkcs8::DecodePublicKey as _;
use rsa::pkcs1v15::Pkcs1v15Sign;
use rsa::traits::PublicKeyParts as _;
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::Certificate;

use crate::error::KeyError;
use crate::key_source::{Algorithm, MIN_RSA_BITS};

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const ELLIPTIC_CURVE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");

/// A public key of a kind that signs reports.
pub(crate) enum PublicKey {
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
    Rsa(rsa::PublicKey),
}

/// The digest that a signature is made over.
#[derive(Clone, Copy)]
pub(crate) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl PublicKey {
    /// Reads the key of a certificate, whatever its size.
    pub(crate) fn of(certificate: &Certificate) -> Result<Self, KeyError> {
        let info = certificate.tbs_certificate().subject_public_key_info();
        let bytes = info.to_der().map_err(|_| KeyError::Certificate)?;
        let read = match info.algorithm.oid {
            RSA => rsa::PublicKey::from_public_key_der(&bytes)
                .ok()
                .map(Self::Rsa),
            ELLIPTIC_CURVE => p256::ecdsa::VerifyingKey::from_public_key_der(&bytes)
                .map(Self::P256)
                .or_else(|_| p384::ecdsa::VerifyingKey::from_public_key_der(&bytes).map(Self::P384))
                .ok(),
            _ => None,
        };
        read.ok_or(KeyError::Kind)
    }

    /// How the private half signs reports.
    pub(crate) fn algorithm(&self) -> Result<Algorithm, KeyError> {
        match self {
            Self::P256(_) => Ok(Algorithm::EcdsaP256Sha256),
            Self::P384(_) => Ok(Algorithm::EcdsaP384Sha384),
            Self::Rsa(key) => {
                let bits = key.n().bit_width() as usize;
                if bits < MIN_RSA_BITS {
                    return Err(KeyError::Weak { bits });
                }
                Ok(Algorithm::RsaPkcs1Sha256 { bytes: key.size() })
            }
        }
    }

    /// Tells whether the private half signed this message; signatures of curves are DER.
    pub(crate) fn verify(&self, hash: Hash, message: &[u8], signature: &[u8]) -> bool {
        let digest = hash.digest(&[message]);
        match self {
            Self::P256(key) => p256::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify_prehash(&digest, &signature).is_ok()),
            Self::P384(key) => p384::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify_prehash(&digest, &signature).is_ok()),
            Self::Rsa(key) => key.verify(hash.padding(), &digest, signature).is_ok(),
        }
    }
}

impl Hash {
    /// Which digest a signature algorithm of a certificate uses; nothing for those that no longer count.
    pub(crate) fn of(signature_algorithm: ObjectIdentifier) -> Option<Self> {
        match signature_algorithm.to_string().as_str() {
            "1.2.840.10045.4.3.2" | "1.2.840.113549.1.1.11" => Some(Self::Sha256),
            "1.2.840.10045.4.3.3" | "1.2.840.113549.1.1.12" => Some(Self::Sha384),
            "1.2.840.10045.4.3.4" | "1.2.840.113549.1.1.13" => Some(Self::Sha512),
            _ => None,
        }
    }

    /// The digest of parts that stand one after the other.
    pub(crate) fn digest(self, parts: &[&[u8]]) -> Vec<u8> {
        fn of<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            let hash = parts.iter().fold(D::new(), D::chain_update);
            hash.finalize().to_vec()
        }
        match self {
            Self::Sha256 => of::<Sha256>(parts),
            Self::Sha384 => of::<Sha384>(parts),
            Self::Sha512 => of::<Sha512>(parts),
        }
    }

    /// How many bytes it has.
    pub(crate) const fn len(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    fn padding(self) -> Pkcs1v15Sign {
        match self {
            Self::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
            Self::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
            Self::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
        }
    }
}

/// Brings a signature into its one canonical form; nothing when it is none of this algorithm.
///
/// With (r, s) of a curve the pair (r, n - s) is also valid; taking the smaller s leaves one form only, so that nobody can rewrite a signature unnoticed. An RSA signature has one form, whose number is smaller than the modulus.
pub(crate) fn canonical(algorithm: Algorithm, signature: &[u8]) -> Option<Vec<u8>> {
    match algorithm {
        Algorithm::EcdsaP256Sha256 => {
            let signature = p256::ecdsa::Signature::from_der(signature).ok()?;
            Some(signature.normalize_s().to_der().as_bytes().to_vec())
        }
        Algorithm::EcdsaP384Sha384 => {
            let signature = p384::ecdsa::Signature::from_der(signature).ok()?;
            Some(signature.normalize_s().to_der().as_bytes().to_vec())
        }
        Algorithm::RsaPkcs1Sha256 { bytes } => {
            (signature.len() == bytes).then(|| signature.to_vec())
        }
    }
}
