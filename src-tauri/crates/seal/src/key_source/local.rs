//! A P-256 key made in the workspace, with a certificate that it signs itself.

use std::time::Duration;

use der::asn1::{Any, GeneralizedTime, ObjectIdentifier, UtcTime, Utf8StringRef};
use der::{Decode as _, Encode as _, Tag};
use p256::SecretKey;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{DerSignature, Signature, SigningKey};
use p256::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _};
use spki::{SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef};
use x509_cert::TbsCertificate;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{Builder as _, CertificateBuilder};
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage, KeyUsages};
use x509_cert::ext::{Extension, ToExtension as _};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::time::{Time, Validity as CertificateValidity};
use zeroize::Zeroizing;

use super::{Algorithm, KeySource};
use crate::certificate::{self, COMMON_NAME, ORGANISATION, TITLE};
use crate::error::KeyError;

/// The first second of the year 2050, from which RFC 5280 has certificates write years with four digits.
const YEAR_2050: i64 = 2_524_608_000;

/// How often randomness is asked for a key.
const DRAWS: usize = 16;

/// Whom a certificate names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Name of the person; must not be empty.
    pub name: String,
    /// Name of the organisation; empty for none.
    pub organisation: String,
    /// Role of the person, such as that of an assessor; empty for none.
    pub role: String,
}

/// From when to when a certificate is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// First second, counted from 1970-01-01 UTC.
    pub not_before: i64,
    /// Last second, counted from 1970-01-01 UTC.
    pub not_after: i64,
}

/// A P-256 key with its self-signed certificate.
pub struct LocalKey {
    key: SigningKey,
    /// One certificate, as [`KeySource::chain`] lends it.
    chain: Vec<Vec<u8>>,
}

impl std::fmt::Debug for LocalKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The private key must not reach a log.
        formatter
            .debug_tuple("LocalKey")
            .field(&self.fingerprint_sha256())
            .finish()
    }
}

impl LocalKey {
    /// Makes a key and a certificate that names `subject`; `random` fills bytes from a secure source.
    ///
    /// # Errors
    ///
    /// [`KeyError::Subject`] when the subject has no name or the validity is none.
    pub fn generate(
        subject: &Subject,
        valid: Validity,
        mut random: impl FnMut(&mut [u8]),
    ) -> Result<Self, KeyError> {
        let mut seed = Zeroizing::new([0_u8; 32]);
        // One draw in 2^32 is outside the curve's order; a source that is stuck gives no key.
        let drawn = (0..DRAWS).find_map(|_| {
            random(seed.as_mut_slice());
            SigningKey::from_slice(seed.as_slice()).ok()
        });
        let key = drawn.ok_or(KeyError::PrivateKey)?;
        let certificate = self_signed(&key, subject, valid, &serial(&mut random))?;
        Ok(Self {
            key,
            chain: vec![certificate],
        })
    }

    /// The same key with another certificate, valid as long: one that names `subject` instead.
    ///
    /// # Errors
    ///
    /// [`KeyError::Subject`] when the subject has no name.
    pub fn named(
        &self,
        subject: &Subject,
        mut random: impl FnMut(&mut [u8]),
    ) -> Result<Self, KeyError> {
        let (not_before, not_after) = certificate::validity(&certificate::read(&self.chain[0])?);
        let valid = Validity {
            not_before,
            not_after,
        };
        let certificate = self_signed(&self.key, subject, valid, &serial(&mut random))?;
        Ok(Self {
            key: self.key.clone(),
            chain: vec![certificate],
        })
    }

    /// Takes a key and certificate apart and together again: both as they were given out.
    ///
    /// # Errors
    ///
    /// [`KeyError`] when either is none or they do not belong together.
    pub fn from_parts(pkcs8_der: &[u8], certificate_der: &[u8]) -> Result<Self, KeyError> {
        let secret = SecretKey::from_pkcs8_der(pkcs8_der).map_err(|_| KeyError::PrivateKey)?;
        let key = SigningKey::from(secret);
        let read = certificate::read(certificate_der)?;
        let named = read.tbs_certificate().subject_public_key_info();
        let own = SubjectPublicKeyInfoOwned::from_key(key.verifying_key())
            .map_err(|_| KeyError::PrivateKey)?;
        if *named != own {
            return Err(KeyError::Mismatch);
        }
        Ok(Self {
            key,
            chain: vec![certificate_der.to_vec()],
        })
    }

    /// The private key as PKCS#8 in DER, unencrypted: for wrapping before it is stored.
    ///
    /// # Panics
    ///
    /// Never: a P-256 key can always be encoded.
    #[must_use]
    pub fn pkcs8_der(&self) -> Zeroizing<Vec<u8>> {
        let secret = SecretKey::from(&self.key);
        let document = secret.to_pkcs8_der().expect("a P-256 key can be encoded");
        Zeroizing::new(document.as_bytes().to_vec())
    }

    /// The certificate in DER.
    #[must_use]
    pub fn certificate_der(&self) -> &[u8] {
        &self.chain[0]
    }

    /// SHA-256 of the certificate, lower-case hexadecimal: what people compare to know whose it is.
    #[must_use]
    pub fn fingerprint_sha256(&self) -> String {
        certificate::fingerprint(self.certificate_der())
    }
}

impl KeySource for LocalKey {
    fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    fn algorithm(&self) -> Algorithm {
        Algorithm::EcdsaP256Sha256
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        // Deterministic (RFC 6979): signing needs no randomness, and the same input gives the same bytes.
        let signature: Signature = self.key.sign(message);
        Ok(signature.to_der().as_bytes().to_vec())
    }
}

/// What a certificate of the workspace has in it: it can sign documents, not certificates.
struct SelfSigned(Name);

impl BuilderProfile for SelfSigned {
    fn get_issuer(&self, subject: &Name) -> Name {
        subject.clone()
    }

    fn get_subject(&self) -> Name {
        self.0.clone()
    }

    fn build_extensions(
        &self,
        _key: SubjectPublicKeyInfoRef<'_>,
        _issuer_key: SubjectPublicKeyInfoRef<'_>,
        certificate: &TbsCertificate,
    ) -> x509_cert::builder::Result<Vec<Extension>> {
        let subject = certificate.subject();
        let constraints = BasicConstraints {
            ca: false,
            path_len_constraint: None,
        };
        let usage = KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
        let constraints = constraints.to_extension(subject, &[])?;
        let usage = usage.to_extension(subject, std::slice::from_ref(&constraints))?;
        Ok(vec![constraints, usage])
    }
}

/// A serial number: positive and never shorter, so that they do not differ in length.
fn serial(random: &mut impl FnMut(&mut [u8])) -> [u8; 16] {
    let mut serial = [0_u8; 16];
    random(&mut serial);
    serial[0] = serial[0] & 0x3f | 0x40;
    serial
}

fn self_signed(
    key: &SigningKey,
    subject: &Subject,
    valid: Validity,
    serial: &[u8],
) -> Result<Vec<u8>, KeyError> {
    let unfit = |_| KeyError::Subject;
    let validity = CertificateValidity::new(time(valid.not_before)?, time(valid.not_after)?);
    if subject.name.trim().is_empty() || valid.not_after < valid.not_before {
        return Err(KeyError::Subject);
    }
    let public = SubjectPublicKeyInfoOwned::from_key(key.verifying_key())
        .map_err(|_| KeyError::PrivateKey)?;
    let profile = SelfSigned(name(subject).map_err(unfit)?);
    let serial = SerialNumber::new(serial).map_err(unfit)?;
    let certificate = CertificateBuilder::new(profile, serial, validity, public)
        .and_then(|builder| builder.build::<_, DerSignature>(key))
        .map_err(|_| KeyError::Certificate)?;
    certificate.to_der().map_err(|_| KeyError::Certificate)
}

fn time(unix_seconds: i64) -> Result<Time, KeyError> {
    let seconds = u64::try_from(unix_seconds).map_err(|_| KeyError::Subject)?;
    let duration = Duration::from_secs(seconds);
    let time = if unix_seconds < YEAR_2050 {
        UtcTime::from_unix_duration(duration).map(Time::from)
    } else {
        GeneralizedTime::from_unix_duration(duration).map(Time::from)
    };
    time.map_err(|_| KeyError::Subject)
}

fn name(subject: &Subject) -> der::Result<Name> {
    let mut sequence = RdnSequence::default();
    for (oid, text) in [
        (ORGANISATION, &subject.organisation),
        (TITLE, &subject.role),
        (COMMON_NAME, &subject.name),
    ] {
        if !text.is_empty() {
            sequence.push(relative_name(oid, text)?);
        }
    }
    Name::from_der(&sequence.to_der()?)
}

fn relative_name(oid: ObjectIdentifier, text: &str) -> der::Result<RelativeDistinguishedName> {
    let text = Utf8StringRef::new(text)?;
    let value = Any::new(Tag::Utf8String, text.as_bytes())?;
    let attribute = AttributeTypeAndValue { oid, value };
    let mut name = RelativeDistinguishedName::default();
    name.insert(attribute)?;
    Ok(name)
}
