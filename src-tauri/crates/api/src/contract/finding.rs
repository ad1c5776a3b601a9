//! Findings of audits, their steps, and the rectification ledger.

use assay_domain::audit::Audit;
pub use assay_domain::decision::DecisionSignal;
pub use assay_domain::finding::{
    Escalation, Failing, Finding, FindingFacts, FindingMove, FindingState, FindingStep, Severity,
    StepTaken,
};

use super::{ActionRow, EvidenceNew, ImportProblem};
use assay_domain::evidence::Evidence;
use assay_domain::id::SystemId;
use assay_domain::id::{ActionId, AuditId, ClauseId, EvidenceId, FindingId, QuestionId, RiskId};
use assay_domain::locale::Locale;
use assay_domain::time::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for findings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingList {
    /// Of one AI system; nothing means all.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub system: Option<SystemId>,
    /// In one of these states on the day; none means all.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<FindingState>>")]
    pub states: Vec<FindingState>,
    /// Of one of these severities; none means all.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Severity>>")]
    pub severities: Vec<Severity>,
    /// Whether only those that are late are asked for.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub overdue: bool,
    /// How many to leave out at the top.
    #[serde(default)]
    #[ts(optional, as = "Option<u32>")]
    pub skip: u32,
    /// How many to answer with; nothing means all.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// A finding as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingRow {
    /// The finding.
    pub finding: Finding,
    /// Name of the AI system.
    pub system_name: String,
    /// Where it stands today: what was accepted is open again after its last day.
    pub state: FindingState,
    /// How many earlier findings of the same matter there are.
    pub earlier: u32,
    /// How many actions answer to it, dropped ones aside.
    pub actions: u32,
    /// The earliest due date of those that are not finished.
    pub due: Option<Date>,
    /// Who has to see to it; nothing while it is not late.
    pub escalation: Option<Escalation>,
}

/// How many findings are in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingCount {
    /// The state.
    pub state: FindingState,
    /// How many.
    pub count: u32,
}

/// Findings, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingRows {
    /// Newest first.
    pub findings: Vec<FindingRow>,
    /// How many there are that fit what was asked.
    pub found: u32,
    /// How many there are in each state, of the AI system or of all.
    pub counts: Vec<FindingCount>,
    /// How many of them are late.
    pub overdue: u32,
}

/// Asks for one finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingGet {
    /// Which.
    pub id: FindingId,
}

/// One finding with everything around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingDetail {
    /// The finding as lists show it.
    pub row: FindingRow,
    /// The audit that found it.
    pub audit: Audit,
    /// Its actions, the earliest due first.
    pub actions: Vec<ActionRow>,
    /// Its evidence.
    pub evidence: Vec<Evidence>,
    /// The steps that it took, oldest first.
    pub steps: Vec<StepTaken>,
    /// Earlier findings of the same matter, oldest first.
    pub earlier: Vec<FindingRow>,
    /// Later findings of the same matter, oldest first.
    pub later: Vec<FindingRow>,
    /// The steps that lead somewhere from here and that the person who is here may take.
    pub may: Vec<FindingStep>,
    /// Whether the person who is here would verify their own work.
    pub alone: bool,
}

/// Adds a finding to an audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingAdd {
    /// Which AI system.
    pub system: SystemId,
    /// Which audit; nothing takes the one that is running, and begins one where none is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub audit: Option<AuditId>,
    /// The first day that an audit which begins looks back on.
    pub from: Date,
    /// The last day of it.
    pub to: Date,
    /// What was found, never empty.
    pub title: String,
    /// How severe; nothing takes what the method's table proposes.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// Why the severity is not the proposed one.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub severity_reason: String,
    /// The question it fails, if one.
    pub question: Option<QuestionId>,
    /// How that question fell short; without it the table proposes nothing.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub failing: Option<Failing>,
    /// The sign in the decision records from which it came, if one.
    pub signal: Option<DecisionSignal>,
    /// The clause that it concerns; nothing takes that of the question.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub clause: Option<ClauseId>,
    /// The risks that it bears on.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<RiskId>>")]
    pub risks: Vec<RiskId>,
    /// What it comes from.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub cause: String,
    /// What it does or may do.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub effect: String,
    /// Evidence attached to it.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<EvidenceId>>")]
    pub evidence: Vec<EvidenceId>,
}

/// Asks which severity the method's table proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeverityPropose {
    /// The question that fell short.
    pub question: QuestionId,
    /// How.
    pub failing: Failing,
}

/// What the method's table proposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeverityProposal {
    /// The severity; nothing where no line of the table holds.
    pub severity: Option<Severity>,
}

/// Changes what is said about a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingSave {
    /// Which.
    pub id: FindingId,
    /// Everything that is said about it.
    pub facts: FindingFacts,
    /// The revision that was shown.
    pub revision: u32,
}

/// Adds a piece of evidence and attaches it to a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingEvidenceAdd {
    /// To which finding.
    pub id: FindingId,
    /// The revision that was shown.
    pub revision: u32,
    /// The piece.
    pub piece: EvidenceNew,
}

/// Takes a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingStepTake {
    /// Of which finding.
    pub id: FindingId,
    /// The revision that was shown.
    pub revision: u32,
    /// Which step, with what it needs.
    #[serde(rename = "move")]
    pub wanted: FindingMove,
}

/// Writes the rectification ledger as a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LedgerWrite {
    /// Where to.
    pub path: String,
    /// In which language.
    pub locale: Locale,
    /// Of one AI system; nothing means all.
    pub system: Option<SystemId>,
}

/// Reads a rectification ledger that somebody filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LedgerRead {
    /// Where it lies.
    pub path: String,
    /// The digest of what was looked at, so that nothing else is taken; nothing for a first look.
    pub sha256: Option<String>,
}

/// What a field of a ledger holds, before or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LedgerField {
    /// State of the finding.
    State,
    /// State of the action.
    ActionState,
    /// Owner of the action.
    Owner,
    /// Due date of the action.
    Due,
    /// Remark on the action.
    Note,
}

/// One change that a ledger asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LedgerChange {
    /// Row of the spreadsheet, from 1.
    #[ts(type = "number")]
    pub line: u64,
    /// Of which finding.
    pub finding: FindingId,
    /// What was found.
    pub title: String,
    /// Of which action, if of one.
    pub action: Option<ActionId>,
    /// Which field.
    pub field: LedgerField,
    /// What stands there, as its code or text.
    pub before: String,
    /// What the ledger says.
    pub after: String,
}

/// What a ledger would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LedgerCheck {
    /// Digest of the file, SHA-256 in hexadecimal.
    pub sha256: String,
    /// Rows that were read.
    pub rows: u32,
    /// What would change, in the order of the rows.
    pub changes: Vec<LedgerChange>,
    /// What can't be taken, by row and column; with one, nothing is.
    pub problems: Vec<ImportProblem>,
}

/// What a ledger changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LedgerDone {
    /// Findings that took a step.
    pub findings: u32,
    /// Actions that were changed.
    pub actions: u32,
}
