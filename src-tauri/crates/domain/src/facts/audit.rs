//! The frozen state of one audit.

use super::Head;
use super::ledger::LedgerFinding;
use crate::audit::compare::Compared;
use crate::audit::{AskedQuestion, Audit, AuditItem, Mark};
use crate::evidence::Evidence;
use crate::system::SystemFacts;
use serde::{Deserialize, Serialize};

/// The schema that the facts of an audit follow.
pub const SCHEMA: &str = "assay-facts-audit/1";

/// A question of the checklist as it was asked, with its result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditQuestion {
    /// The question's result.
    pub item: AuditItem,
    /// The words in which it was asked.
    pub asked: AskedQuestion,
    /// What must be seen beside the result.
    pub marks: Vec<Mark>,
}

/// The frozen state of one audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrozenAudit {
    /// What is said about the report itself.
    pub head: Head,
    /// The AI system.
    pub system: SystemFacts,
    /// The audit; the tally of one that is open counts what was recorded so far.
    pub audit: Audit,
    /// Its checklist, in order.
    pub items: Vec<AuditQuestion>,
    /// The audit closed before it; nothing when it is the first.
    pub with: Option<Audit>,
    /// What has become of each question since then.
    pub compared: Vec<Compared>,
    /// Closed audits of the AI system up to this one, the first one first.
    pub trend: Vec<Audit>,
    /// What it found, in the order in which it was recorded.
    pub findings: Vec<LedgerFinding>,
    /// Every piece of evidence that the checklist names.
    pub evidence: Vec<Evidence>,
}
