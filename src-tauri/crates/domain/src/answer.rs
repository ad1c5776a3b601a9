//! The answer to one question, at the organisation or at one assessment.

use crate::id::{EvidenceId, QuestionId};
use crate::person::Act;
use serde::{Deserialize, Serialize};

/// What can be answered; an unanswered question has none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AnswerValue {
    /// The good state holds.
    Met,
    /// It holds in part.
    Partly,
    /// It does not hold.
    NotMet,
    /// Nobody knows; counts as not met.
    Unknown,
    /// The question does not apply, with a reason.
    Na,
    /// It can only be answered once the system is in use.
    NotYetDue,
}

impl AnswerValue {
    /// Every value, in the order in which screens offer them.
    pub const ALL: [Self; 6] = [
        Self::Met,
        Self::Partly,
        Self::NotMet,
        Self::Na,
        Self::Unknown,
        Self::NotYetDue,
    ];
}

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Answer {
    /// Which question.
    pub question: QuestionId,
    /// What was answered; nothing while there is only a note or evidence.
    pub value: Option<AnswerValue>,
    /// Note of the person who answered.
    pub note: String,
    /// Why the question does not apply; required with "not applicable".
    pub na_reason: String,
    /// Evidence attached to this answer.
    pub evidence: Vec<EvidenceId>,
    /// Who saved it last, and when.
    pub saved: Act,
    /// Counts its saved changes from 1, so that a stale write is noticed.
    pub revision: u32,
}
