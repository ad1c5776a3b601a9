//! The frozen state of the rectification ledger.

use super::Head;
use crate::action::Action;
use crate::finding::{Escalation, Finding, FindingState, StepTaken};
use crate::id::SystemId;
use crate::time::Date;
use serde::{Deserialize, Serialize};

/// The schema that the facts of a ledger follow.
pub const SCHEMA: &str = "assay-facts-ledger/1";

/// A finding with everything that is done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LedgerFinding {
    /// The finding.
    pub finding: Finding,
    /// Name of the AI system.
    pub system_name: String,
    /// Where it stands on the day of the report: what was accepted is open again after its last day.
    pub state: FindingState,
    /// How many earlier findings of the same matter there are.
    pub earlier: u32,
    /// The earliest due date of its actions that are not finished.
    pub due: Option<Date>,
    /// Who has to see to it; nothing while it is not late.
    pub escalation: Option<Escalation>,
    /// Its actions, the earliest due first.
    pub actions: Vec<Action>,
    /// The steps that it took, oldest first.
    pub steps: Vec<StepTaken>,
}

/// The frozen state of the rectification ledger, of one AI system or of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrozenLedger {
    /// What is said about the report itself.
    pub head: Head,
    /// Of which AI system; nothing means all.
    pub system: Option<SystemId>,
    /// Its name; empty for all.
    pub system_name: String,
    /// Newest first.
    pub findings: Vec<LedgerFinding>,
}
