//! Findings of audits.

use assay_domain::audit::Audit;
pub use assay_domain::audit::{Finding, FindingState, Severity};
pub use assay_domain::decision::DecisionSignal;

use assay_domain::id::{QuestionId, SystemId};
use assay_domain::time::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingList {
    /// Of one AI system; nothing means all.
    pub system: Option<SystemId>,
}

/// A finding as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingRow {
    /// The finding.
    pub finding: Finding,
    /// The audit that it belongs to.
    pub audit: Audit,
    /// Name of the AI system.
    pub system_name: String,
}

/// Findings, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingRows {
    /// Newest first.
    pub findings: Vec<FindingRow>,
}

/// Adds a finding to the running audit of an AI system; where none is running, one begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingAdd {
    /// Which AI system.
    pub system: SystemId,
    /// The first day that an audit which begins looks back on.
    pub from: Date,
    /// The last day of it.
    pub to: Date,
    /// What was found, never empty.
    pub title: String,
    /// How severe.
    pub severity: Severity,
    /// The question it fails, if one.
    pub question: Option<QuestionId>,
    /// The sign in the decision records from which it came, if one.
    pub signal: Option<DecisionSignal>,
}
