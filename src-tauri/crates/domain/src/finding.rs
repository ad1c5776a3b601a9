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
use crate::id::{AuditId, EvidenceId, FindingId, QuestionId};
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

/// What an audit found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Finding {
    /// Which finding.
    pub id: FindingId,
    /// Of which audit.
    pub audit: AuditId,
    /// The question it failed.
    pub question: Option<QuestionId>,
    /// The sign in the decision records from which it came.
    pub signal: Option<DecisionSignal>,
    /// What was found.
    pub title: String,
    /// How severe.
    pub severity: Severity,
    /// Where it stands.
    pub state: FindingState,
    /// Evidence attached to it.
    pub evidence: Vec<EvidenceId>,
    /// Who recorded it, and when.
    pub recorded: Act,
}
