//! An audit: a planned, recurring check of one AI system, and the findings it leaves.

use crate::decision::DecisionSignal;
use crate::id::{AuditId, EvidenceId, FindingId, QuestionId, SystemId};
use crate::person::Act;
use crate::system::wire_enum;
use crate::time::{Date, Period};
use serde::{Deserialize, Serialize};

wire_enum! {
    /// Where an audit stands.
    AuditState {
        /// Planned, not begun.
        Planned,
        /// Being carried out.
        Running,
        /// Closed; final.
        Closed,
    }
}

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

/// An audit of one AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Audit {
    /// Which audit.
    pub id: AuditId,
    /// Of which AI system.
    pub system: SystemId,
    /// What it looks back on.
    pub period: Period,
    /// When it is due.
    pub due: Date,
    /// Where it stands.
    pub state: AuditState,
    /// Who closed it, and when.
    pub closed: Option<Act>,
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
