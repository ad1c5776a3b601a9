//! A key in a PKCS#12 file, as certificate authorities and other programs hand them out.

use cms::content_info::ContentInfo;
use der::{Decode as _, Reader as _, SliceReader};
use p12_keystore::Pkcs12Archive;
use p12_keystore::error::Error as ArchiveError;
use p256::ecdsa::signature::hazmat::PrehashSigner as _;
use p256::pkcs8::DecodePrivateKey as _;
use rsa::pkcs1v15::Pkcs1v15Sign;
use sha2::Sha256;
use spki::SubjectPublicKeyInfoOwned;
use x509_cert::Certificate;

use super::{Algorithm, KeySource, chain, choose, fit};
use crate::certificate;
use crate::error::{KeyError, KeyName};

/// How large a file may be, in bytes; a key with a long chain takes some thousand.
const MAX_FILE: usize = 1 << 20;

/// A key of a PKCS#12 file, opened.
pub struct KeyFile {
    key: PrivateKey,
    algorithm: Algorithm,
    chain: Vec<Vec<u8>>,
}

impl std::fmt::Debug for KeyFile {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The private key must not reach a log.
        formatter
            .debug_tuple("KeyFile")
            .field(&certificate::fingerprint(&self.chain[0]))
            .finish()
    }
}

/// A private key of a kind that signs reports; each is overwritten when it is dropped.
enum PrivateKey {
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    Rsa(Box<rsa::PrivateKey>),
}

/// One key of a file with its own certificate.
struct Found {
    key: Option<PrivateKey>,
    /// The certificate in DER; nothing where the file has none of this key.
    certificate: Option<Vec<u8>>,
}

impl KeyFile {
    /// Opens a PKCS#12 file with its password and takes one key from it.
    ///
    /// `wanted` is the label of a key or the SHA-256 of its certificate, for files with several; `now` counts seconds from 1970-01-01 UTC and must lie within the validity of the certificate.
    ///
    /// # Errors
    ///
    /// [`KeyError`] says which of these it is: no such file, another password, no key, several keys, none of this name, a key without a certificate, a certificate out of its time or not for signing, a key too short or of another kind.
    pub fn open(
        file: &[u8],
        password: &str,
        wanted: Option<&str>,
        now: i64,
    ) -> Result<Self, KeyError> {
        if file.len() > MAX_FILE {
            return Err(KeyError::NotPkcs12);
        }
        let archive =
            Pkcs12Archive::from_pkcs12(file, password).map_err(|error| refusal(&error, file))?;
        let certificates: Vec<Vec<u8>> = (archive.certs.iter())
            .map(|bag| bag.cert.as_der().to_vec())
            .collect();
        let keys = archive.keys.iter().map(|bag| {
            let label = bag.friendly_name.as_deref().unwrap_or_default();
            find(bag.key.as_der(), label, &certificates)
        });
        let found = choose(keys.collect(), wanted)?;
        let key = found.key.ok_or(KeyError::Kind)?;
        let own = found.certificate.ok_or(KeyError::NoCertificate)?;
        let algorithm = fit(&certificate::read(&own)?, now)?;
        Ok(Self {
            key,
            algorithm,
            chain: chain(own, &certificates),
        })
    }
}

impl KeySource for KeyFile {
    fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        let digest = self.algorithm.hash().digest(&[message]);
        // Each is deterministic: signing needs no randomness, and the same input gives the same bytes.
        self.key
            .sign(&digest)
            .ok_or_else(|| KeyError::Refused(String::new()))
    }
}

impl PrivateKey {
    /// Reads a key from PKCS#8 in DER; nothing for other kinds.
    fn read(pkcs8: &[u8]) -> Option<Self> {
        if let Ok(key) = p256::ecdsa::SigningKey::from_pkcs8_der(pkcs8) {
            return Some(Self::P256(key));
        }
        if let Ok(key) = p384::ecdsa::SigningKey::from_pkcs8_der(pkcs8) {
            return Some(Self::P384(key));
        }
        let key = rsa::PrivateKey::from_pkcs8_der(pkcs8).ok()?;
        Some(Self::Rsa(Box::new(key)))
    }

    /// The public half as certificates write it.
    fn public(&self) -> Option<SubjectPublicKeyInfoOwned> {
        match self {
            Self::P256(key) => SubjectPublicKeyInfoOwned::from_key(key.verifying_key()).ok(),
            Self::P384(key) => SubjectPublicKeyInfoOwned::from_key(key.verifying_key()).ok(),
            Self::Rsa(key) => SubjectPublicKeyInfoOwned::from_key(key.as_public_key()).ok(),
        }
    }

    fn sign(&self, digest: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::P256(key) => {
                let signature: p256::ecdsa::Signature = key.sign_prehash(digest).ok()?;
                Some(signature.to_der().as_bytes().to_vec())
            }
            Self::P384(key) => {
                let signature: p384::ecdsa::Signature = key.sign_prehash(digest).ok()?;
                Some(signature.to_der().as_bytes().to_vec())
            }
            Self::Rsa(key) => key.sign(Pkcs1v15Sign::new::<Sha256>(), digest).ok(),
        }
    }
}

/// Finds the certificate of a key by its public half: labels and local ids are not always there.
fn find(pkcs8: &[u8], label: &str, certificates: &[Vec<u8>]) -> (KeyName, Found) {
    let key = PrivateKey::read(pkcs8);
    let public = key.as_ref().and_then(PrivateKey::public);
    let own = certificates.iter().find_map(|bytes| {
        let read: Certificate = certificate::read(bytes).ok()?;
        let info = read.tbs_certificate().subject_public_key_info();
        (Some(info) == public.as_ref()).then_some((read, bytes))
    });
    let certificate = own.map(|(_, bytes)| bytes.clone());
    let name = KeyName::of(label, certificate.as_deref());
    (name, Found { key, certificate })
}

/// What an error of the archive means to the person who gave file and password.
fn refusal(error: &ArchiveError, file: &[u8]) -> KeyError {
    match error {
        // Files without a check of their integrity show a wrong password only when they are decrypted.
        ArchiveError::MacError(_) | ArchiveError::Pkcs5Error(_) | ArchiveError::UnpadError => {
            KeyError::Password
        }
        ArchiveError::UnsupportedEncryptionScheme
        | ArchiveError::UnsupportedMacAlgorithm
        | ArchiveError::InvalidParameters => KeyError::Encryption,
        // There one wrong password in 256 even decrypts to something, and only that is no key.
        _ if is_whole_without_mac(file) => KeyError::Password,
        _ => KeyError::NotPkcs12,
    }
}

/// Whether the outer structure of a PKCS#12 file is whole and has no check of integrity (RFC 7292, section 4).
fn is_whole_without_mac(file: &[u8]) -> bool {
    let read = || -> der::Result<u8> {
        let mut reader = SliceReader::new(file)?;
        let version = reader.sequence(|pfx| -> der::Result<u8> {
            let version = u8::decode(pfx)?;
            ContentInfo::decode(pfx)?;
            Ok(version)
        })?;
        reader.finish()?;
        Ok(version)
    };
    read().is_ok_and(|version| version == 3)
}
