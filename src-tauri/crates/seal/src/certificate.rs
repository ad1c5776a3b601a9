//! What a certificate says, and whether its key made a signature.

use der::asn1::ObjectIdentifier;
use der::{Decode as _, Encode as _, Tagged as _};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use x509_cert::Certificate;
use x509_cert::ext::pkix::{KeyUsage, KeyUsages};
use x509_cert::name::Name;

use crate::error::KeyError;
use crate::key_source::Algorithm;
use crate::pdf::text::hex;
use crate::public_key::{Hash, PublicKey};

pub(crate) const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
pub(crate) const ORGANISATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
pub(crate) const TITLE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.12");

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

/// Tells what a certificate in DER says.
///
/// # Errors
///
/// [`KeyError::Certificate`] when it is none.
pub fn holder_of(certificate: &[u8]) -> Result<Holder, KeyError> {
    Ok(holder(&read(certificate)?, certificate))
}

/// Tells what a certificate says; `bytes` are its encoding.
pub(crate) fn holder(certificate: &Certificate, bytes: &[u8]) -> Holder {
    let tbs = certificate.tbs_certificate();
    let (not_before, not_after) = validity(certificate);
    Holder {
        subject: tbs.subject().to_string(),
        issuer: tbs.issuer().to_string(),
        name: attribute(tbs.subject(), COMMON_NAME),
        organisation: attribute(tbs.subject(), ORGANISATION),
        role: attribute(tbs.subject(), TITLE),
        fingerprint: fingerprint(bytes),
        self_signed: is_signed_by(certificate, certificate),
        not_before,
        not_after,
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
            // Older certificate authorities write Chinese names with two bytes a character.
            der::Tag::BmpString => {
                let units = bytes
                    .chunks_exact(2)
                    .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                String::from_utf16(&units.collect::<Vec<_>>()).ok()
            }
            _ => None,
        }
    });
    text.unwrap_or_default()
}

/// Tells whether the key of `issuer` signed a certificate, which names it as its issuer.
pub(crate) fn is_signed_by(certificate: &Certificate, issuer: &Certificate) -> bool {
    let tbs = certificate.tbs_certificate();
    let hash = Hash::of(certificate.signature_algorithm().oid);
    let signature = certificate.signature().as_bytes();
    let named = tbs.issuer() == issuer.tbs_certificate().subject();
    match (named, hash, tbs.to_der(), signature) {
        (true, Some(hash), Ok(message), Some(signature)) => {
            PublicKey::of(issuer).is_ok_and(|key| key.verify(hash, &message, signature))
        }
        _ => false,
    }
}

/// Tells whether the key of a certificate signed this message as it signs reports.
pub(crate) fn verify(certificate: &Certificate, message: &[u8], signature: &[u8]) -> bool {
    PublicKey::of(certificate).is_ok_and(|key| {
        let hash = key.algorithm().map(Algorithm::hash);
        hash.is_ok_and(|hash| key.verify(hash, message, signature))
    })
}

/// From when to when a certificate is valid, in seconds since 1970-01-01 UTC.
pub(crate) fn validity(certificate: &Certificate) -> (i64, i64) {
    let validity = certificate.tbs_certificate().validity();
    let seconds = |time: x509_cert::time::Time| time.to_unix_duration().as_secs() as i64;
    (seconds(validity.not_before), seconds(validity.not_after))
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
