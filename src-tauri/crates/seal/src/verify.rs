//! Verifying: what a file comes to, who signed it, and what is wrong with it.

pub(crate) mod chain;
pub(crate) mod change;
pub(crate) mod judge;
pub(crate) mod part;
pub(crate) mod problem;
#[cfg(test)]
mod resealed;
pub(crate) mod scan;
pub(crate) mod signature;
pub(crate) mod tail;
pub(crate) mod verdict;

use crate::attachment::has_facts;
use crate::pdf::document::Document;
use crate::pdf::{Fault, UNENCRYPTED};
use crate::revision::BUILT_BY;
use chain::Trust;
use judge::{Judgement, judge};
use problem::Problem;
use verdict::{State, Verdict};

/// How many earlier ends of the file are tried when the file itself can't be read.
const MAX_ATTEMPTS: usize = 8;

/// Verifies a file: bytes in, verdict out, for any bytes whatever.
///
/// Only what this crate signed is accepted, and only in the form in which it writes; all else is told apart by [`State`] and explained by [`Problem`]s. Bytes behind the signed ones leave a report valid where no reader can take them for a part of it, neither one that follows the cross-reference nor one that looks for objects everywhere.
#[must_use]
pub fn verify(pdf: &[u8], trust: &Trust) -> Verdict {
    let mut verdict = match Document::read(pdf) {
        Ok(document) => readable(&document),
        Err(fault) => unreadable(pdf, fault),
    };
    for field in &mut verdict.fields {
        let claimed = field.claimed_time.map(|time| time.unix_seconds);
        field.chain = chain::follow(&field.certificates, claimed, trust);
    }
    verdict
}

fn readable(document: &Document<'_>) -> Verdict {
    let judgement = judge(document);
    let ours = has_facts(document.at(0)) || has_facts(document.latest());
    verdict(document.file, judgement, ours)
}

fn verdict(file: &[u8], judgement: Judgement, ours: bool) -> Verdict {
    let Judgement {
        fields,
        mut problems,
        additions,
        ever_signed,
    } = judgement;
    let signed = fields.iter().filter(|field| field.signed).count();
    // Signed here and damaged just where the facts are named is changed, not foreign.
    let damaged = !problems.is_empty() && contains(file, BUILT_BY.as_bytes());
    let state = if !ours && !damaged {
        problems.insert(0, Problem::NoFacts);
        State::NotOurs
    } else if !ever_signed && (problems.is_empty() || !holds_signature(file)) {
        State::Unsigned
    } else if !problems.is_empty() || fields.iter().any(|field| field.signed && !field.holds) {
        State::Changed
    } else if signed < fields.len() {
        State::Incomplete
    } else if additions > 0 {
        State::IntactWithAdditions
    } else {
        State::Intact
    };
    Verdict {
        state,
        expected: fields.len(),
        signed,
        fields,
        file_bytes: file.len(),
        added_bytes: additions,
        problems,
    }
}

/// Judges a file that can't be read whole: what it was before, as far as that can be read.
fn unreadable(pdf: &[u8], fault: Fault) -> Verdict {
    let problem = if fault.expected == UNENCRYPTED {
        Problem::Encrypted
    } else {
        Problem::Unreadable { at: fault.at }
    };
    if let Some(mut earlier) = earlier_revision(pdf) {
        earlier.problems.insert(0, problem);
        earlier.state = State::Changed;
        earlier.file_bytes = pdf.len();
        return earlier;
    }
    let ours = contains(pdf, b"Assay");
    let state = match (pdf.starts_with(b"%PDF-"), ours, holds_signature(pdf)) {
        (_, true, true) => State::Changed,
        (true, false, _) => State::NotOurs,
        _ => State::Broken,
    };
    let problem = match state {
        State::Broken if !pdf.starts_with(b"%PDF-") => Problem::NotPdf,
        _ => problem,
    };
    Verdict {
        state,
        expected: 0,
        signed: 0,
        fields: Vec::new(),
        file_bytes: pdf.len(),
        added_bytes: 0,
        problems: vec![problem],
    }
}

/// Tells whether something in the bytes is written as this crate writes signatures, reachable or not.
///
/// There are two marks, because one changed byte can spoil only one of them.
fn holds_signature(pdf: &[u8]) -> bool {
    contains(pdf, b"/ByteRange[0 ") || contains(pdf, b"/SubFilter/ETSI.CAdES.detached")
}

fn contains(pdf: &[u8], mark: &[u8]) -> bool {
    pdf.windows(mark.len()).any(|window| window == mark)
}

/// The verdict on the longest readable beginning of the file that holds a signature of ours.
fn earlier_revision(pdf: &[u8]) -> Option<Verdict> {
    const MARK: &[u8] = b"%%EOF";
    let mut limit = pdf.len();
    for _ in 0..MAX_ATTEMPTS {
        let end = pdf[..limit]
            .windows(MARK.len())
            .rposition(|window| window == MARK)?;
        limit = end;
        let mut after = end + MARK.len();
        if pdf.get(after) == Some(&b'\n') {
            after += 1;
        }
        let verdict = Document::read(&pdf[..after])
            .ok()
            .map(|document| readable(&document));
        if let Some(verdict) = verdict {
            let ours = verdict.state != State::NotOurs;
            return (ours && verdict.signed > 0).then_some(verdict);
        }
    }
    None
}
