//! Whether the certificates of a signature lead to one that the reader trusts.

use der::Encode as _;
use der::asn1::ObjectIdentifier;
use serde::Serialize;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage, KeyUsages};

use crate::certificate;
use crate::error::KeyError;

/// The extensions that a certificate may call critical: key usage, other names, basic constraints, policies, and uses.
const KNOWN_RULES: [ObjectIdentifier; 5] = [
    ObjectIdentifier::new_unwrap("2.5.29.15"),
    ObjectIdentifier::new_unwrap("2.5.29.17"),
    ObjectIdentifier::new_unwrap("2.5.29.19"),
    ObjectIdentifier::new_unwrap("2.5.29.32"),
    ObjectIdentifier::new_unwrap("2.5.29.37"),
];

/// The certificates that the reader of a report trusts, in DER.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    /// Of authorities, or of signers whose fingerprint was compared.
    pub anchors: Vec<Vec<u8>>,
}

/// What the certificates of a signature lead to.
///
/// Nobody can learn offline whether a certificate was withdrawn; that is left to the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Chain {
    /// The reader named no certificate.
    #[default]
    NotAsked,
    /// To a certificate that the reader trusts.
    Trusted {
        /// Subject of that certificate.
        subject: String,
    },
    /// To none that the reader trusts.
    Unknown {
        /// Issuer of the last certificate of the chain.
        subject: String,
    },
    /// Over a certificate that is not valid at the claimed time.
    OutOfTime {
        /// Subject of that certificate.
        subject: String,
    },
    /// Over a certificate that may not vouch for another, or has a rule that is not known here.
    NotAuthority {
        /// Subject of that certificate.
        subject: String,
    },
}

/// Reads the certificates of a file: one in DER, or any number in PEM.
///
/// # Errors
///
/// [`KeyError::Certificate`] when there is none or one that can't be read.
pub fn certificates_in(file: &[u8]) -> Result<Vec<Vec<u8>>, KeyError> {
    if certificate::read(file).is_ok() {
        return Ok(vec![file.to_vec()]);
    }
    let read = Certificate::load_pem_chain(file).map_err(|_| KeyError::Certificate)?;
    let encoded = read.iter().map(|one| one.to_der());
    let all: Vec<Vec<u8>> = encoded
        .collect::<Result<_, _>>()
        .map_err(|_| KeyError::Certificate)?;
    let sound = !all.is_empty() && all.iter().all(|one| certificate::read(one).is_ok());
    sound.then_some(all).ok_or(KeyError::Certificate)
}

/// Follows the embedded certificates, the signer's first, to one that the reader trusts; `claimed` is the claimed time of signing.
pub(super) fn follow(embedded: &[Vec<u8>], claimed: Option<i64>, trust: &Trust) -> Chain {
    let read = |all: &[Vec<u8>]| -> Vec<Certificate> {
        let found = all.iter().filter_map(|one| certificate::read(one).ok());
        found.collect()
    };
    let (anchors, mut others) = (read(&trust.anchors), read(embedded));
    if anchors.is_empty() || others.is_empty() {
        return Chain::NotAsked;
    }
    let mut current = others.remove(0);
    let mut below = 0;
    loop {
        if let Some(fault) = fault(&current, claimed, below) {
            return fault;
        }
        if anchors.contains(&current) {
            return Chain::Trusted {
                subject: subject(&current),
            };
        }
        let issuers: Vec<_> = anchors
            .iter()
            .filter(|anchor| certificate::is_signed_by(&current, anchor))
            .map(|anchor| (anchor, fault(anchor, claimed, below + 1)))
            .collect();
        if let Some((anchor, _)) = issuers.iter().find(|(_, fault)| fault.is_none()) {
            return Chain::Trusted {
                subject: subject(anchor),
            };
        }
        if let Some((_, Some(fault))) = issuers.into_iter().next() {
            return fault;
        }
        let next = others
            .iter()
            .position(|other| certificate::is_signed_by(&current, other));
        let Some(next) = next else {
            return Chain::Unknown {
                subject: current.tbs_certificate().issuer().to_string(),
            };
        };
        // Taken out, so that no circle is followed.
        current = others.swap_remove(next);
        below += 1;
    }
}

fn subject(certificate: &Certificate) -> String {
    certificate.tbs_certificate().subject().to_string()
}

/// What is wrong with a certificate in its place; `below` counts the certificates between it and the signature.
fn fault(certificate: &Certificate, claimed: Option<i64>, below: usize) -> Option<Chain> {
    let (not_before, not_after) = certificate::validity(certificate);
    if !claimed.is_some_and(|claimed| (not_before..=not_after).contains(&claimed)) {
        return Some(Chain::OutOfTime {
            subject: subject(certificate),
        });
    }
    let fit = knows_every_rule(certificate) && (below == 0 || may_vouch(certificate, below - 1));
    (!fit).then(|| Chain::NotAuthority {
        subject: subject(certificate),
    })
}

/// Tells whether nothing that a certificate calls critical is unknown here.
fn knows_every_rule(certificate: &Certificate) -> bool {
    let extensions = certificate.tbs_certificate().extensions();
    extensions
        .into_iter()
        .flatten()
        .all(|one| !one.critical || KNOWN_RULES.contains(&one.extn_id))
}

/// Tells whether a certificate may vouch for one with `between` further authorities below it.
fn may_vouch(certificate: &Certificate, between: usize) -> bool {
    let tbs = certificate.tbs_certificate();
    let constraints = tbs.get_extension::<BasicConstraints>().ok().flatten();
    let authority = constraints.is_some_and(|(_, constraints)| {
        let room = constraints.path_len_constraint;
        constraints.ca && room.is_none_or(|room| between <= usize::from(room))
    });
    let signs = match tbs.get_extension::<KeyUsage>() {
        Ok(None) => true,
        Ok(Some((_, KeyUsage(usage)))) => usage.contains(KeyUsages::KeyCertSign),
        Err(_) => false,
    };
    authority && signs
}
