//! Certificates that whoever sits at this computer trusts when verifying.
//!
//! Whom to trust is the decision of the reader, who may have no workspace at all: it is kept on this computer, not in
//! an organisation's file.

use crate::contract::{Anchor, AnchorAdd, AnchorRemove, AnchorRows, Nothing};
use crate::error::Error;
use crate::outside::read_within;
use crate::session::Session;
use assay_domain::time::Timestamp;
use assay_seal::{Holder, Trust, certificates_in, holder_of};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// How many certificates are kept; whoever trusts more trusts everybody.
const MOST: usize = 200;
/// How large a file of certificates may be, in bytes.
const MAX_FILE: u64 = 1 << 20;

/// Answers with the certificates that are trusted.
pub(crate) fn anchor_list(session: &mut Session, _: Nothing) -> Result<AnchorRows, Error> {
    Ok(rows(&trust(session).anchors))
}

/// Trusts the certificates of a file from now on.
pub(crate) fn anchor_add(session: &mut Session, request: AnchorAdd) -> Result<AnchorRows, Error> {
    let path = &request.path;
    let unfit = || Error::new("certificate-file-unreadable").with("path", path);
    let bytes = read_within(path, MAX_FILE)?.ok_or_else(unfit)?;
    let mut anchors = trust(session).anchors;
    for one in certificates_in(&bytes).map_err(|_| unfit())? {
        if !anchors.contains(&one) {
            anchors.push(one);
        }
    }
    if anchors.len() > MOST {
        return Err(Error::new("anchors-many").with("most", MOST));
    }
    keep(session, &anchors)
}

/// Trusts a certificate no longer.
pub(crate) fn anchor_remove(
    session: &mut Session,
    request: AnchorRemove,
) -> Result<AnchorRows, Error> {
    let mut anchors = trust(session).anchors;
    let is = |one: &Vec<u8>| {
        holder_of(one).is_ok_and(|holder| holder.fingerprint == request.fingerprint)
    };
    anchors.retain(|one| !is(one));
    keep(session, &anchors)
}

/// The certificates that are trusted.
pub(crate) fn trust(session: &Session) -> Trust {
    let kept = session.kept().anchors;
    Trust {
        anchors: kept
            .iter()
            .filter_map(|one| STANDARD.decode(one).ok())
            .collect(),
    }
}

fn keep(session: &Session, anchors: &[Vec<u8>]) -> Result<AnchorRows, Error> {
    let mut kept = session.kept();
    kept.anchors = anchors.iter().map(|one| STANDARD.encode(one)).collect();
    session.keep(&kept)?;
    Ok(rows(anchors))
}

fn rows(anchors: &[Vec<u8>]) -> AnchorRows {
    let holders = anchors.iter().filter_map(|one| holder_of(one).ok());
    AnchorRows {
        anchors: holders.map(row).collect(),
    }
}

fn row(holder: Holder) -> Anchor {
    let day = |seconds: i64| {
        Timestamp::from_micros(seconds.saturating_mul(1_000_000))
            .utc()
            .date_naive()
    };
    Anchor {
        valid_from: day(holder.not_before),
        valid_to: day(holder.not_after),
        subject: holder.subject,
        issuer: holder.issuer,
        self_signed: holder.self_signed,
        fingerprint: holder.fingerprint,
    }
}
