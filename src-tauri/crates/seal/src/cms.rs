//! The signature itself: CMS with the attributes of CAdES, in one canonical form.
//!
//! What is read is built again from its parts and compared, so that no byte of it is free.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier,
    SignerInfo, SignerInfos,
};
use der::asn1::{ObjectIdentifier, OctetString, SetOfVec};
use der::{Any, Decode as _, Encode as _, Sequence, Tag};
use sha2::{Digest as _, Sha256};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::attr::Attribute;

use crate::key_source::Algorithm;
use crate::public_key;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const ECDSA_WITH_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const SHA_256_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const ECDSA_WITH_SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");

/// How many certificates a signature may carry; the longest chains of authorities have five.
pub(crate) const MAX_CERTIFICATES: usize = 16;

/// A certificate by its digest; the algorithm is left out, which stands for SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
struct EssCertIdV2 {
    cert_hash: OctetString,
}

/// The signed list of every embedded certificate, the signer's first (RFC 5035).
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
struct SigningCertificateV2 {
    certs: Vec<EssCertIdV2>,
}

/// The parts of a signature.
#[derive(Clone, Debug)]
pub(crate) struct Signed {
    /// Certificates in DER, the signer's first.
    pub(crate) chain: Vec<Vec<u8>>,
    pub(crate) algorithm: Algorithm,
    /// The digest of the covered bytes that the signer claims.
    pub(crate) digest: Vec<u8>,
    pub(crate) signature: Vec<u8>,
}

/// What of a signature does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// It is not encoded as this crate encodes.
    Form,
    /// Its algorithms are not known here.
    Algorithm,
    /// Its certificates are not those that it names, or can't be used.
    Certificate,
}

/// The bytes that the key signs for a digest of the covered bytes.
pub(crate) fn message(chain: &[Vec<u8>], digest: &[u8]) -> der::Result<Vec<u8>> {
    signed_attributes(chain, digest)?.to_der()
}

/// How many bytes are reserved for the signature of a key before it is made.
pub(crate) fn reserved_len(chain: &[Vec<u8>], algorithm: Algorithm) -> der::Result<usize> {
    let longest = Signed {
        chain: chain.to_vec(),
        algorithm,
        digest: vec![0; algorithm.hash().len()],
        signature: vec![0xff; algorithm.max_signature_len()],
    };
    Ok(encode(&longest)?.len())
}

/// Encodes a signature.
pub(crate) fn encode(signed: &Signed) -> der::Result<Vec<u8>> {
    let certificates: Vec<Certificate> = (signed.chain.iter())
        .map(|bytes| Certificate::from_der(bytes))
        .collect::<der::Result<_>>()?;
    let signer = certificates
        .first()
        .ok_or(der::ErrorKind::Failed)?
        .tbs_certificate();
    let digest_algorithm = AlgorithmIdentifierOwned {
        oid: digest_algorithm(signed.algorithm),
        parameters: None,
    };
    let signer_info = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: signer.issuer().clone(),
            serial_number: signer.serial_number().clone(),
        }),
        digest_alg: digest_algorithm.clone(),
        signed_attrs: Some(signed_attributes(&signed.chain, &signed.digest)?),
        signature_algorithm: signature_algorithm(signed.algorithm),
        signature: OctetString::new(signed.signature.clone())?,
        unsigned_attrs: None,
    };
    let embedded = certificates
        .into_iter()
        .map(CertificateChoices::Certificate);
    let signed_data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![digest_algorithm])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: DATA,
            econtent: None,
        },
        certificates: Some(CertificateSet(SetOfVec::try_from(
            embedded.collect::<Vec<_>>(),
        )?)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![signer_info])?),
    };
    ContentInfo {
        content_type: SIGNED_DATA,
        content: Any::encode_from(&signed_data)?,
    }
    .to_der()
}

/// Reads what [`encode`] writes, and the zeros that fill the room reserved for it, and nothing else.
pub(crate) fn decode(contents: &[u8]) -> Result<Signed, Flaw> {
    let signed = take_apart(contents)?;
    let encoded = encode(&signed).map_err(|_| Flaw::Form)?;
    let reserved = reserved_len(&signed.chain, signed.algorithm).map_err(|_| Flaw::Form)?;
    let (body, filling) = contents.split_at_checked(encoded.len()).ok_or(Flaw::Form)?;
    let canonical = body == encoded
        && filling.iter().all(|byte| *byte == 0)
        && contents.len() == reserved
        && public_key::canonical(signed.algorithm, &signed.signature).as_ref()
            == Some(&signed.signature);
    canonical.then_some(signed).ok_or(Flaw::Form)
}

fn take_apart(contents: &[u8]) -> Result<Signed, Flaw> {
    let (content, _filling) = ContentInfo::from_der_partial(contents).map_err(|_| Flaw::Form)?;
    let data: SignedData = content.content.decode_as().map_err(|_| Flaw::Form)?;
    let [signer] = data.signer_infos.0.as_slice() else {
        return Err(Flaw::Form);
    };
    let attributes = signer.signed_attrs.as_ref().ok_or(Flaw::Form)?;
    let form = |_| Flaw::Form;
    let digest = one_value(attributes, MESSAGE_DIGEST)?;
    let digest: OctetString = digest.decode_as().map_err(form)?;
    let named = one_value(attributes, SIGNING_CERTIFICATE_V2)?;
    let named: SigningCertificateV2 = named.decode_as().map_err(form)?;
    let chain = chain(&data, &named)?;
    // The kind of key says how it signs; what the signature itself names must be that.
    let first = Certificate::from_der(&chain[0]).map_err(|_| Flaw::Certificate)?;
    let algorithm = Algorithm::of(&first).map_err(|_| Flaw::Algorithm)?;
    let known = signer.digest_alg.oid == digest_algorithm(algorithm)
        && signer.signature_algorithm.oid == signature_algorithm(algorithm).oid;
    if !known {
        return Err(Flaw::Algorithm);
    }
    Ok(Signed {
        chain,
        algorithm,
        digest: digest.as_bytes().to_vec(),
        signature: signer.signature.as_bytes().to_vec(),
    })
}

fn one_value(attributes: &SignedAttributes, oid: ObjectIdentifier) -> Result<&Any, Flaw> {
    let mut found = attributes.iter().filter(|attribute| attribute.oid == oid);
    let values = found.next().map(|attribute| attribute.values.as_slice());
    match (values, found.next()) {
        (Some([value]), None) => Ok(value),
        _ => Err(Flaw::Form),
    }
}

/// The embedded certificates in the order in which the signature names them.
fn chain(data: &SignedData, named: &SigningCertificateV2) -> Result<Vec<Vec<u8>>, Flaw> {
    let embedded = data.certificates.as_ref().ok_or(Flaw::Certificate)?;
    if embedded.0.len() > MAX_CERTIFICATES {
        return Err(Flaw::Certificate);
    }
    let mut certificates = Vec::new();
    for choice in embedded.0.iter() {
        let CertificateChoices::Certificate(certificate) = choice else {
            return Err(Flaw::Certificate);
        };
        certificates.push(certificate.to_der().map_err(|_| Flaw::Certificate)?);
    }
    if certificates.len() != named.certs.len() || certificates.is_empty() {
        return Err(Flaw::Certificate);
    }
    let mut chain = Vec::new();
    for id in &named.certs {
        let wanted = id.cert_hash.as_bytes();
        let place = (certificates.iter())
            .position(|certificate| Sha256::digest(certificate).as_slice() == wanted)
            .ok_or(Flaw::Certificate)?;
        // Taken out, so that a certificate named twice is not found twice.
        chain.push(certificates.swap_remove(place));
    }
    Ok(chain)
}

fn digest_algorithm(algorithm: Algorithm) -> ObjectIdentifier {
    match algorithm {
        Algorithm::EcdsaP256Sha256 | Algorithm::RsaPkcs1Sha256 { .. } => SHA_256,
        Algorithm::EcdsaP384Sha384 => SHA_384,
    }
}

fn signature_algorithm(algorithm: Algorithm) -> AlgorithmIdentifierOwned {
    let (oid, parameters) = match algorithm {
        Algorithm::EcdsaP256Sha256 => (ECDSA_WITH_SHA_256, None),
        Algorithm::EcdsaP384Sha384 => (ECDSA_WITH_SHA_384, None),
        Algorithm::RsaPkcs1Sha256 { .. } => (SHA_256_WITH_RSA, Some(Any::null())),
    };
    AlgorithmIdentifierOwned { oid, parameters }
}

fn signed_attributes(chain: &[Vec<u8>], digest: &[u8]) -> der::Result<SignedAttributes> {
    let certs = (chain.iter())
        .map(|certificate| {
            let cert_hash = OctetString::new(Sha256::digest(certificate).to_vec())?;
            Ok(EssCertIdV2 { cert_hash })
        })
        .collect::<der::Result<_>>()?;
    // No signing-time: the profile takes the claimed time from the signature dictionary.
    SetOfVec::try_from(vec![
        attribute(
            CONTENT_TYPE,
            Any::new(Tag::ObjectIdentifier, DATA.as_bytes())?,
        )?,
        attribute(MESSAGE_DIGEST, Any::new(Tag::OctetString, digest)?)?,
        attribute(
            SIGNING_CERTIFICATE_V2,
            Any::encode_from(&SigningCertificateV2 { certs })?,
        )?,
    ])
}

fn attribute(oid: ObjectIdentifier, value: Any) -> der::Result<Attribute> {
    Ok(Attribute {
        oid,
        values: SetOfVec::try_from(vec![value])?,
    })
}
