//! A decision record: one AI output and the human decision on it (6.3 i).

use crate::evidence::Standing;
use crate::id::{DecisionId, EvidenceId, SystemId};
use crate::person::Act;
use crate::system::wire_enum;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// What the person did with the AI's output.
    Disposition {
        /// Followed as it was.
        Accepted,
        /// Followed after a change.
        Modified,
        /// Not followed.
        Overridden,
        /// Put off.
        Deferred,
        /// There was no output to follow.
        NoAiOutput,
    }
}

/// One AI output and the human decision on it. Never edited: a correction supersedes and links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Decision {
    /// Which record.
    pub id: DecisionId,
    /// Of which AI system.
    pub system: SystemId,
    /// When the decision was made.
    pub decided_at: Timestamp,
    /// The case, in the organisation's own numbering.
    pub case_key: String,
    /// What the AI advised.
    pub ai_output: String,
    /// What the person decided.
    pub human_final: String,
    /// What the person did with the output.
    pub disposition: Disposition,
    /// Reason code, may be empty.
    pub reason_code: String,
    /// Reason in words.
    pub reason_text: String,
    /// The record that this one corrects.
    pub supersedes: Option<DecisionId>,
    /// Evidence attached to it.
    pub evidence: Vec<EvidenceId>,
    /// Who recorded it, and when.
    pub recorded: Act,
}

/// What the decision records and drills allow clause 6.3 i to reach; an input of the limits from data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FallbackFacts {
    /// Whether a fallback drill was held in the twelve months before the end of the period.
    pub drill_within_year: bool,
    /// Decision records within the review period.
    pub decision_records: u32,
    /// Whether a rubber-stamp signal is open.
    pub rubber_stamp_open: bool,
    /// Standing of the newest drill's own evidence.
    pub drill_standing: Standing,
}
