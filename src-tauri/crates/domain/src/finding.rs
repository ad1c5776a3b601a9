//! A finding: what an audit found, how severe it is, and how it comes to be closed.

mod escalation;
mod recurrence;
mod severity;
mod step;

pub use escalation::{Escalation, escalation};
pub use recurrence::{Matter, earlier};
pub use severity::{Failing, proposed};
pub use step::{ActionCount, FindingMove, FindingStep, Stands, StepRefusal, alone, take};

use crate::decision::DecisionSignal;
use crate::id::{AuditId, ClauseId, EvidenceId, FindingId, PersonId, QuestionId, RiskId, SystemId};
use crate::person::Act;
use crate::system::wire_enum;
use crate::time::Date;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// Severity of a finding, by the method's stated rule.
    Severity {
        /// Low.
        Low,
        /// Medium.
        Medium,
        /// High.
        High,
        /// Critical.
        Critical,
    }
}

wire_enum! {
    /// Where a finding stands.
    FindingState {
        /// Found.
        Open,
        /// Being remedied.
        InRemedy,
        /// Remedied, to be verified.
        ToVerify,
        /// Closed.
        Closed,
        /// Accepted by an approver until a date.
        Accepted,
    }
}

impl FindingState {
    /// Returns where a finding stands on a day: what was accepted is open again once its last day
    /// is over.
    #[must_use]
    pub fn on(self, today: Date, accepted_until: Option<Date>) -> Self {
        match (self, accepted_until) {
            (Self::Accepted, Some(until)) if until >= today => Self::Accepted,
            (Self::Accepted, _) => Self::Open,
            (state, _) => state,
        }
    }

    /// Tells whether something is still to be done about the finding.
    #[must_use]
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Open | Self::InRemedy | Self::ToVerify)
    }
}

/// What a person says about a finding; the part that a form edits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingFacts {
    /// What was found, never empty.
    pub title: String,
    /// How severe.
    pub severity: Severity,
    /// Why the severity is not the proposed one; empty where it is.
    pub severity_reason: String,
    /// The clause of 6.3 that it concerns.
    pub clause: Option<ClauseId>,
    /// The risks that it bears on.
    pub risks: Vec<RiskId>,
    /// What it comes from, may be empty.
    pub cause: String,
    /// What it does or may do, may be empty.
    pub effect: String,
    /// Evidence attached to it.
    pub evidence: Vec<EvidenceId>,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StepTaken {
    /// Which step.
    pub step: FindingStep,
    /// Where the finding stood.
    pub from: FindingState,
    /// Where it stands since.
    pub to: FindingState,
    /// Why, or what was looked at.
    pub note: String,
    /// The last day on which it is accepted; with that step alone.
    pub until: Option<Date>,
    /// Whether the person who verified looked at their own work.
    pub alone: bool,
    /// Who took it, and when.
    pub taken: Act,
}

/// Returns who said last that a finding is remedied.
#[must_use]
pub fn remedied_by(steps: &[StepTaken]) -> Option<PersonId> {
    let remedied = |step: &&StepTaken| step.step == FindingStep::Remedied;
    steps.iter().rfind(remedied).map(|step| step.taken.by)
}

/// What an audit found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Finding {
    /// Which finding.
    pub id: FindingId,
    /// Of which audit.
    pub audit: AuditId,
    /// Of which AI system.
    pub system: SystemId,
    /// The question it failed.
    pub question: Option<QuestionId>,
    /// The sign in the decision records from which it came.
    pub signal: Option<DecisionSignal>,
    /// What is said about it.
    pub facts: FindingFacts,
    /// The severity that the method's table proposed; nothing where no line of it held.
    pub proposed: Option<Severity>,
    /// Where it stands.
    pub state: FindingState,
    /// The last day on which it is accepted, while it is.
    pub accepted_until: Option<Date>,
    /// Who recorded it, and when.
    pub recorded: Act,
    /// Counts its saved changes from 1, so that a stale write is noticed.
    pub revision: u32,
}
