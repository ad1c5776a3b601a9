//! A decision record: one AI output and the human decision on it (6.3 i).
//!
//! A record is never edited. What turns out to be wrong, and what becomes known later such as the
//! outcome, is said by a new record that supersedes the old one: then one view, the latest, is what
//! every list and every figure reads, and the chain shows who knew what when. An outcome kept apart
//! would be a second place to look, and would need rules of its own for who may change it.

mod check;
mod import;

pub use check::{
    DecisionField, EARLIEST, LONG_TEXT, LONGEST_LATENCY_MS, Refusal, SHORT_TEXT, check,
    check_imported, required,
};
pub use import::{Content, Import, RecordKey, case_key, record_key, thinned_key, whole};

use crate::evidence::Standing;
use crate::id::{DecisionId, EvidenceId, ReasonId, SystemId};
use crate::person::Act;
use crate::system::wire_enum;
use crate::time::{StatedTime, Timestamp};
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

impl Disposition {
    /// Tells whether the person refused or changed the output, which asks for a reason.
    #[must_use]
    pub const fn is_override(self) -> bool {
        matches!(self, Self::Modified | Self::Overridden)
    }

    /// Tells whether there was an output and a final decision on it: only these are the
    /// denominator of a rate.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::Accepted | Self::Modified | Self::Overridden)
    }
}

/// What a person says about one decision; the part that a form edits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionFacts {
    /// Of which AI system.
    pub system: SystemId,
    /// When the decision was made, in the offset in which it was stated.
    pub decided_at: StatedTime,
    /// The decision point, may be empty.
    pub decision_point: String,
    /// Version of the model that gave the output, may be empty.
    pub model_version: String,
    /// Version of the prompt or configuration, may be empty.
    pub prompt_version: String,
    /// The case, in the organisation's own numbering, may be empty.
    pub case_key: String,
    /// What kind of case it is, so that similar ones can be compared; may be empty.
    pub category: String,
    /// What the AI advised.
    pub ai_output: String,
    /// The score that the AI gave to its own output, 0 to 1.
    pub ai_confidence: Option<f64>,
    /// When the AI's result was there.
    pub ai_at: Option<Timestamp>,
    /// Time between the AI's result and the decision in milliseconds, as stated or from the two times.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub latency_ms: Option<i64>,
    /// Pseudonym of the person who decided, may be empty; a name never stands in a record.
    pub reviewer: String,
    /// What the person thought before seeing the AI's output.
    pub human_initial: Option<String>,
    /// What the person decided.
    pub human_final: String,
    /// What the person did with the output.
    pub disposition: Disposition,
    /// The coded reason.
    pub reason_code: Option<ReasonId>,
    /// Reason in words, may be empty.
    pub reason_text: String,
    /// Harm if the AI had been followed, 0 none to 4 worst.
    pub harm_if_followed: Option<u8>,
    /// Harm if the person is wrong, 0 none to 4 worst.
    pub harm_if_wrong: Option<u8>,
    /// Whether the decision can be undone.
    pub reversible: Option<bool>,
    /// What turned out to be true.
    pub outcome: Option<String>,
    /// When that became known.
    pub outcome_at: Option<Timestamp>,
    /// From where it is known, may be empty.
    pub outcome_source: String,
    /// Whether the output was a known wrong sample, mixed in to test reviewers.
    pub seeded: bool,
    /// Evidence attached to it.
    pub evidence: Vec<EvidenceId>,
}

impl DecisionFacts {
    /// Makes the facts of a decision of which nothing else is said.
    #[must_use]
    pub fn of(system: SystemId, decided_at: StatedTime, disposition: Disposition) -> Self {
        Self {
            system,
            decided_at,
            decision_point: String::new(),
            model_version: String::new(),
            prompt_version: String::new(),
            case_key: String::new(),
            category: String::new(),
            ai_output: String::new(),
            ai_confidence: None,
            ai_at: None,
            latency_ms: None,
            reviewer: String::new(),
            human_initial: None,
            human_final: String::new(),
            disposition,
            reason_code: None,
            reason_text: String::new(),
            harm_if_followed: None,
            harm_if_wrong: None,
            reversible: None,
            outcome: None,
            outcome_at: None,
            outcome_source: String::new(),
            seeded: false,
            evidence: Vec::new(),
        }
    }

    /// Fills in what follows from the rest: the latency from the two times where none is stated.
    pub fn complete(&mut self) {
        self.latency_ms = self.latency();
    }

    /// Returns the latency in milliseconds, as stated or from the two times.
    pub(crate) fn latency(&self) -> Option<i64> {
        let between = |from: Timestamp| (self.decided_at.at().micros() - from.micros()) / 1_000;
        self.latency_ms.or_else(|| self.ai_at.map(between))
    }
}

/// One AI output and the human decision on it, as recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Decision {
    /// Which record.
    pub id: DecisionId,
    /// What is said about it.
    pub facts: DecisionFacts,
    /// The record that this one corrects.
    pub supersedes: Option<DecisionId>,
    /// Whether it was entered late; the first record of a chain says it for all.
    pub entered_late: bool,
    /// When its free text and reviewer were erased for good, if they were.
    pub thinned_at: Option<Timestamp>,
    /// Who recorded it, and when.
    pub recorded: Act,
}

/// How long after the decision a record may be made and still count as made in time: 24 hours.
pub const IN_TIME_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

/// Tells whether a record was entered late: more than 24 hours after the decision.
#[must_use]
pub fn is_entered_late(decided_at: Timestamp, recorded_at: Timestamp) -> bool {
    recorded_at.micros().saturating_sub(decided_at.micros()) > IN_TIME_MICROS
}

wire_enum! {
    /// What a record says beside the one that it supersedes.
    Change {
        /// It is the first of its chain.
        First,
        /// Only the outcome became known or was changed.
        Outcome,
        /// Only evidence was attached.
        Evidence,
        /// Something else was corrected.
        Correction,
    }
}

/// Tells what a record changes against the one that it supersedes.
#[must_use]
pub fn change(before: Option<&DecisionFacts>, after: &DecisionFacts) -> Change {
    let Some(before) = before else {
        return Change::First;
    };
    let with_new_outcome = DecisionFacts {
        outcome: after.outcome.clone(),
        outcome_at: after.outcome_at,
        outcome_source: after.outcome_source.clone(),
        ..before.clone()
    };
    let with_new_evidence = DecisionFacts {
        evidence: after.evidence.clone(),
        ..before.clone()
    };
    if with_new_outcome == *after {
        Change::Outcome
    } else if with_new_evidence == *after {
        Change::Evidence
    } else {
        Change::Correction
    }
}

wire_enum! {
    /// A sign in the decision records that somebody should follow.
    DecisionSignal {
        /// Hardly anything is overridden.
        Volume,
        /// People override less than the AI is known to err.
        Strong,
        /// Decisions are faster than a look takes.
        Speed,
        /// Most known wrong samples pass.
        Seeded,
        /// Hardly anything is accepted.
        Rejection,
        /// The control chart shows a change.
        Chart,
        /// Like cases are decided differently.
        Likeness,
        /// Reviewers differ more than chance explains.
        Reviewers,
    }
}

/// How many records have a disposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DispositionCount {
    /// The disposition.
    pub disposition: Disposition,
    /// How many records.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
}

/// How many overrides have a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReasonCount {
    /// The reason; nothing for overrides without one.
    pub reason: Option<ReasonId>,
    /// How many records were modified for it.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub modified: u64,
    /// How many were overridden for it.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub overridden: u64,
}

impl ReasonCount {
    /// Returns how many overrides have the reason, modified ones among them.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.modified + self.overridden
    }
}

/// Puts reasons in the order in which they are shown: the most frequent first, equals by code, the
/// open ones ("other" and none at all) always last.
pub fn sort_reasons(reasons: &mut [ReasonCount], is_open: impl Fn(&ReasonId) -> bool) {
    let last = |reason: &Option<ReasonId>| reason.as_ref().map_or(2, |id| u8::from(is_open(id)));
    reasons.sort_by(|a, b| {
        let place = |count: &ReasonCount| (last(&count.reason), std::cmp::Reverse(count.count()));
        place(a)
            .cmp(&place(b))
            .then_with(|| a.reason.cmp(&b.reason))
    });
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
