//! The result of verifying.

use serde::Serialize;

use super::chain::Chain;
use super::problem::Problem;
use crate::certificate::Holder;
use crate::time::ClaimedTime;

/// What a file comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Every expected signature is there and nothing has changed since.
    Intact,
    /// Intact, with bytes appended that change nothing.
    IntactWithAdditions,
    /// What is signed is intact, but expected signatures are missing.
    Incomplete,
    /// Changed after signing.
    Changed,
    /// A report that nobody has signed.
    Unsigned,
    /// A PDF without the facts of a report.
    NotOurs,
    /// No readable PDF.
    Broken,
}

impl State {
    /// Tells whether the answer to "is it valid?" is yes.
    #[must_use]
    pub const fn is_valid(self) -> bool {
        matches!(self, Self::Intact | Self::IntactWithAdditions)
    }
}

/// The verdict on one file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// What the file comes to.
    pub state: State,
    /// How many signatures the report expects.
    pub expected: usize,
    /// How many of them are there, whether they hold or not.
    pub signed: usize,
    /// Each signature field in order, filled or empty.
    pub fields: Vec<FieldVerdict>,
    /// Length of the file, in bytes.
    pub file_bytes: usize,
    /// How many bytes follow the last signature and change nothing.
    pub added_bytes: usize,
    /// What is wrong; nothing unless the state says so.
    pub problems: Vec<Problem>,
}

/// The verdict on one signature field.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldVerdict {
    /// Name of the field.
    pub field: String,
    /// What a reader shows or speaks for the field.
    pub label: String,
    /// Whether there is a signature in it.
    pub signed: bool,
    /// Whether that signature holds over the bytes that it covers and these bytes are a report as signed.
    ///
    /// Changes appended later do not touch this; they are problems of the file.
    pub holds: bool,
    /// What the signer's certificate says; nothing when it can't be read.
    pub holder: Option<Holder>,
    /// The certificates in the signature in DER, the signer's first; none when they can't be read.
    #[serde(skip)]
    pub certificates: Vec<Vec<u8>>,
    /// What they lead to.
    pub chain: Chain,
    /// When, as the signer claims.
    pub claimed_time: Option<ClaimedTime>,
    /// Name of the signer, as the signature states it; empty when it does not.
    pub name: String,
    /// Why, as the signature states it; empty when it does not.
    pub reason: String,
    /// Where, as the signature states it; empty when it does not.
    pub location: String,
    /// Which revision of the file the signature made, counted from 1; 0 without one.
    pub revision: usize,
    /// How many bytes from the beginning of the file the signature covers, its own room included.
    pub covered_bytes: usize,
    /// Whether the signature certifies the report: nothing but further signatures may follow.
    pub certifies: bool,
}

impl FieldVerdict {
    /// A field in which nothing has been found.
    pub(crate) const fn empty(field: String, label: String) -> Self {
        Self {
            field,
            label,
            signed: false,
            holds: false,
            holder: None,
            certificates: Vec::new(),
            chain: Chain::NotAsked,
            claimed_time: None,
            name: String::new(),
            reason: String::new(),
            location: String::new(),
            revision: 0,
            covered_bytes: 0,
            certifies: false,
        }
    }
}
