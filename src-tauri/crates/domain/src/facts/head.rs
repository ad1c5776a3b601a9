//! What the facts of every kind of report say about the report itself.

use super::{Edition, HistoryHead, PersonFacts, SignerFacts};
use crate::id::PersonId;
use crate::time::Timestamp;
use crate::workspace::{Logo, Marking, PaperSize};
use serde::{Deserialize, Serialize};

/// What the facts of every kind of report say about the report itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Head {
    /// The schema that the facts follow, which names their kind.
    pub schema: String,
    /// When the facts were frozen.
    pub as_of: Timestamp,
    /// IANA time zone in which times are printed.
    pub time_zone: String,
    /// Name of the organisation.
    pub organisation: String,
    /// Department or unit, may be empty.
    pub unit: String,
    /// Whether the workspace is the teaching sample; printed on every page.
    pub sample: bool,
    /// Marking of the paper.
    pub marking: Marking,
    /// The organisation's logo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
    /// Paper on which the report is set.
    #[serde(default, skip_serializing_if = "PaperSize::is_a4")]
    pub paper: PaperSize,
    /// Number of the report among those about the same thing, from 1.
    pub report_number: u32,
    /// The framework.
    pub framework: Edition,
    /// The grading method.
    pub method: Edition,
    /// The persons that the facts name.
    pub persons: Vec<PersonFacts>,
    /// Who is expected to sign, in order; empty where nobody is.
    pub signers: Vec<SignerFacts>,
    /// Where the history stood.
    pub history: HistoryHead,
}

impl Head {
    /// Finds a person that the facts name.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&PersonFacts> {
        self.persons.iter().find(|person| person.id == id)
    }
}
