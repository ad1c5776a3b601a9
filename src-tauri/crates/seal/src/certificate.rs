//! What a certificate says, and whether its key made a signature.

use der::asn1::ObjectIdentifier;
use der::{Decode as _, Encode as _, Tagged as _};
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use p256::pkcs8::DecodePublicKey as _;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use x509_cert::Certificate;
use x509_cert::ext::pkix::{KeyUsage, KeyUsages};
use x509_cert::name::Name;

use crate::error::KeyError;
use crate::pdf::text::hex;

pub(crate) const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
pub(crate) const ORGANISATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
pub(crate) const TITLE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.12");
pub(crate) const ECDSA_WITH_SHA_256: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// What a certificate says of its holder.
///
/// A self-signed certificate proves no name: anybody can write any name into one. Only its fingerprint identifies it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Holder {
    /// Subject, in the notation of RFC 4514.
    pub subject: String,
    /// Issuer, in the notation of RFC 4514.
    pub issuer: String,
    /// Common name of the subject; empty when there is none.
    pub name: String,
    /// Organisation of the subject; empty when there is none.
    pub organisation: String,
    /// Title of the subject, which is the role of a signer; empty when there is none.
    pub role: String,
    /// SHA-256 of the certificate, lower-case hexadecimal.
    pub fingerprint: String,
    /// Whether the certificate vouches for itself.
    pub self_signed: bool,
    /// Begin of validity, seconds since 1970-01-01 UTC.
    pub not_before: i64,
    /// End of validity, seconds since 1970-01-01 UTC.
    pub not_after: i64,
}

/// SHA-256 of a certificate, lower-case hexadecimal.
pub(crate) fn fingerprint(certificate: &[u8]) -> String {
    hex(&Sha256::digest(certificate))
}

/// Reads a certificate whose encoding is DER to the last byte.
pub(crate) fn read(bytes: &[u8]) -> Result<Certificate, KeyError> {
    let certificate = Certificate::from_der(bytes).map_err(|_| KeyError::Certificate)?;
    let same = certificate.to_der().is_ok_and(|encoded| encoded == bytes);
    same.then_some(certificate).ok_or(KeyError::Certificate)
}

/// Tells what a certificate says; `bytes` are its encoding.
pub(crate) fn holder(certificate: &Certificate, bytes: &[u8]) -> Holder {
    let tbs = certificate.tbs_certificate();
    let seconds = |time: x509_cert::time::Time| time.to_unix_duration().as_secs() as i64;
    Holder {
        subject: tbs.subject().to_string(),
        issuer: tbs.issuer().to_string(),
        name: attribute(tbs.subject(), COMMON_NAME),
        organisation: attribute(tbs.subject(), ORGANISATION),
        role: attribute(tbs.subject(), TITLE),
        fingerprint: fingerprint(bytes),
        self_signed: tbs.subject() == tbs.issuer() && is_signed_by(certificate, certificate),
        not_before: seconds(tbs.validity().not_before),
        not_after: seconds(tbs.validity().not_after),
    }
}

/// The first value of an attribute of a name; empty when there is none.
fn attribute(name: &Name, oid: ObjectIdentifier) -> String {
    let found = name.iter().find(|attribute| attribute.oid == oid);
    let text = found.and_then(|attribute| {
        let bytes = attribute.value.value();
        match attribute.value.tag() {
            der::Tag::Utf8String | der::Tag::PrintableString | der::Tag::Ia5String => {
                String::from_utf8(bytes.to_vec()).ok()
            }
            _ => None,
        }
    });
    text.unwrap_or_default()
}

fn is_signed_by(certificate: &Certificate, issuer: &Certificate) -> bool {
    let message = certificate.tbs_certificate().to_der();
    let signature = certificate.signature().as_bytes();
    let known = certificate.signature_algorithm().oid == ECDSA_WITH_SHA_256;
    match (known, message, signature) {
        (true, Ok(message), Some(signature)) => verify_p256(issuer, &message, signature),
        _ => false,
    }
}

/// Tells whether the key of a certificate made this signature, which is DER, over SHA-256 of the message.
pub(crate) fn verify_p256(certificate: &Certificate, message: &[u8], signature: &[u8]) -> bool {
    let key = certificate
        .tbs_certificate()
        .subject_public_key_info()
        .to_der();
    let key = key
        .ok()
        .and_then(|key| VerifyingKey::from_public_key_der(&key).ok());
    match (key, Signature::from_der(signature)) {
        (Some(key), Ok(signature)) => key.verify(message, &signature).is_ok(),
        _ => false,
    }
}

/// Brings an ECDSA signature into its one canonical form.
///
/// With (r, s) the pair (r, n - s) is also valid; taking the smaller s leaves one form only, so that nobody can rewrite a signature unnoticed.
pub(crate) fn canonical_p256(signature: &[u8]) -> Option<Vec<u8>> {
    let signature = Signature::from_der(signature).ok()?;
    Some(signature.normalize_s().to_der().as_bytes().to_vec())
}

/// Tells whether a certificate that limits its uses allows signatures.
pub(crate) fn may_sign(certificate: &Certificate) -> bool {
    match certificate.tbs_certificate().get_extension::<KeyUsage>() {
        Ok(None) => true,
        Ok(Some((_, KeyUsage(usage)))) => {
            usage.contains(KeyUsages::DigitalSignature) || usage.contains(KeyUsages::NonRepudiation)
        }
        Err(_) => false,
    }
}
