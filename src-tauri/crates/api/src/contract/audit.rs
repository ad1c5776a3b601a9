//! Audits: checklist, comparison, trend, question packs.

pub use assay_domain::audit::compare::{AuditChange, Compared};
pub use assay_domain::audit::{
    AskedQuestion, Audit, AuditItem, AuditScope, AuditState, Carried, Dimension, DimensionTally,
    ItemResult, Mark, Reopened,
};
pub use assay_domain::question_pack::{PackProblem, PackProblemKind, PackQuestion, QuestionPack};

use crate::contract::{DueCheck, EvidenceNew, Text};
use assay_domain::evidence::Evidence;
use assay_domain::id::{AuditId, EvidenceId, QuestionId, SystemId};
use assay_domain::time::{Date, Period};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for audits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct AuditList {
    /// Of one AI system; nothing means all.
    pub system: Option<SystemId>,
    /// How many closed ones are passed over.
    pub skip: u32,
    /// How many closed ones at the most; 0 means 50.
    pub limit: u32,
}

/// An audit as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditRow {
    /// The audit; the tally of one that is open counts what is recorded so far.
    pub audit: Audit,
    /// Name of its AI system.
    pub system_name: String,
}

/// Audits: what is due, what is open, what is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditRows {
    /// Today in the workspace's time zone.
    pub today: Date,
    /// System audits that are due within thirty days or overdue, and that nobody has begun.
    pub due: Vec<DueCheck>,
    /// Planned and running, the one due first first.
    pub open: Vec<AuditRow>,
    /// Closed, the last one first.
    pub closed: Vec<AuditRow>,
    /// How many closed ones there are.
    pub closed_total: u32,
}

/// Asks what the next audit of an AI system would look like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditPropose {
    /// Which AI system.
    pub system: SystemId,
}

/// How many questions a dimension or a pack has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DimensionQuestions {
    /// Which dimension.
    pub dimension: Dimension,
    /// Its questions in clause b.
    pub questions: Vec<AskedQuestion>,
}

/// What the next audit of an AI system would look like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditProposal {
    /// Name of the AI system.
    pub system_name: String,
    /// From the day after the last audit's period, or a year back, to today.
    pub period: Period,
    /// The day on which it is due by the programme, or today.
    pub due: Date,
    /// The scope of the last audit, or all of clause b.
    pub scope: AuditScope,
    /// The last closed audit.
    pub last: Option<Audit>,
    /// An audit of the system that waits to be started.
    pub waiting: Option<Audit>,
    /// Questions whose result may be carried.
    pub carried: Vec<QuestionId>,
    /// How many audits in a row a result may be carried; ours.
    pub most_carried: u8,
    /// The questions of clause b.
    pub dimensions: Vec<DimensionQuestions>,
    /// Packs that can be chosen.
    pub packs: Vec<QuestionPack>,
}

/// Plans an audit ahead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditSchedule {
    /// Of which AI system.
    pub system: SystemId,
    /// What it looks back on.
    pub period: Period,
    /// When it is due.
    pub due: Date,
}

/// Begins an audit: its checklist is made from the scope and the last audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditStart {
    /// Of which AI system.
    pub system: SystemId,
    /// What it looks back on.
    pub period: Period,
    /// When it is due.
    pub due: Date,
    /// What it looks at.
    pub scope: AuditScope,
    /// Whether conforming results that still hold are carried.
    pub carry: bool,
}

/// Asks for one audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditGet {
    /// Which.
    pub id: AuditId,
}

/// A question of a checklist with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditItemView {
    /// The question's result.
    pub item: AuditItem,
    /// The words in which it was asked.
    pub asked: AskedQuestion,
    /// What must be seen beside the result today.
    pub marks: Vec<Mark>,
}

/// An audit whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditDetail {
    /// The audit; the tally of one that is open counts what is recorded so far.
    pub audit: Audit,
    /// Name of its AI system.
    pub system_name: String,
    /// Its checklist.
    pub items: Vec<AuditItemView>,
    /// Every piece of evidence that any of them names.
    pub evidence: Vec<Evidence>,
    /// The packs it asks, for their names.
    pub packs: Vec<QuestionPack>,
}

/// Records the result of one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditRecord {
    /// Of which audit.
    pub audit: AuditId,
    /// Which question.
    pub question: QuestionId,
    /// The revision of the question's result that was looked at.
    pub revision: u32,
    /// What it came to; nothing opens it again.
    pub result: Option<ItemResult>,
    /// Why it does not apply; empty otherwise.
    pub reason: String,
    /// What was seen; may be empty.
    pub observation: String,
}

/// A question of a checklist as saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditItemSaved {
    /// The question.
    pub view: AuditItemView,
    /// The evidence attached to it.
    pub evidence: Vec<Evidence>,
    /// The new revision of the audit.
    pub revision: u32,
    /// What is recorded so far.
    pub tally: Vec<DimensionTally>,
}

/// Attaches a piece of evidence to a question of a checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditEvidenceAdd {
    /// Of which audit.
    pub audit: AuditId,
    /// To which question.
    pub question: QuestionId,
    /// What is attached.
    pub piece: EvidenceNew,
}

/// Takes a piece of evidence off a question of a checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditEvidenceDetach {
    /// Of which audit.
    pub audit: AuditId,
    /// Off which question.
    pub question: QuestionId,
    /// Which piece.
    pub id: EvidenceId,
}

/// Closes an audit for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditClose {
    /// Which audit.
    pub audit: AuditId,
    /// The revision that was looked at, so that nobody closes what they have not seen.
    pub revision: u32,
    /// What it comes to in words; may be empty.
    pub conclusion: String,
}

/// Compares an audit with an earlier one of the same AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditCompare {
    /// Which audit.
    pub audit: AuditId,
    /// The earlier one; nothing means the last one closed before it.
    pub with: Option<AuditId>,
}

/// One question of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ComparedRow {
    /// What has become of it.
    pub compared: Compared,
    /// The question as it was asked last.
    pub text: Text,
}

/// How many questions had what become of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeCount {
    /// What became of them.
    pub change: AuditChange,
    /// How many.
    pub count: u32,
}

/// Two audits compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditComparison {
    /// The later audit.
    pub audit: Audit,
    /// The earlier one; nothing when it is the first.
    pub with: Option<Audit>,
    /// Name of their AI system.
    pub system_name: String,
    /// Every question of either, in the order of the checklist.
    pub rows: Vec<ComparedRow>,
    /// Each kind of change once.
    pub counts: Vec<ChangeCount>,
    /// Earlier closed audits that can be chosen, the last first.
    pub earlier: Vec<Audit>,
}

/// Asks for the trend of an AI system's audits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditTrendGet {
    /// Which AI system.
    pub system: SystemId,
}

/// Results of an AI system's closed audits over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditTrend {
    /// Name of the AI system.
    pub system_name: String,
    /// Its closed audits, the first one first.
    pub audits: Vec<Audit>,
}

/// Every question pack, withdrawn ones among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionPackRows {
    /// By their id.
    pub packs: Vec<QuestionPack>,
}

/// Reads a question pack from a file: TOML, or a table with the questions alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionPackRead {
    /// Where it lies.
    pub path: String,
    /// Id for a pack from a table; a TOML file says its own.
    pub id: String,
    /// Name for a pack from a table; a TOML file says its own.
    pub name: Text,
}

/// What a file comes to as a question pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionPackFile {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Whether the file says its own id and name.
    pub names_itself: bool,
    /// Its questions; empty when something is wrong with it.
    pub questions: Vec<PackQuestion>,
    /// Everything that is wrong with it, up to 200 lines.
    pub problems: Vec<PackProblem>,
    /// Whether saving replaces a pack.
    pub replaces: bool,
}

/// Withdraws a question pack, or offers it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionPackWithdraw {
    /// Which.
    pub id: String,
    /// Whether audits may no longer choose it.
    pub withdrawn: bool,
}
