//! Assessments: context, answers, measures, ratings, evidence, result, review, actions.

pub use assay_domain::action::Action;

use assay_domain::action::ActionFacts;
use assay_domain::answer::{Answer, AnswerValue};
use assay_domain::assessment::RiskRating;
use assay_domain::assessment::{
    Assessment, AssessmentState, AssessmentStep, Context, Depth, Dissent, ExpectedSigner, Remaining,
};
use assay_domain::evidence::{Evidence, Standing};
use assay_domain::id::{
    ActionId, AssessmentId, ClauseId, ControlId, ProfileId, QuestionId, RiskId, SystemId,
};
use assay_domain::measure::Measure;
use assay_domain::system::AiSystem;
use assay_domain::time::{Period, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What an assessment comes to, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Summary {
    /// Application tier, 1 to 5.
    pub tier: u8,
    /// Residual risk grade, 1 to 5.
    pub grade: u8,
    /// Best, point and worst grade.
    pub interval: [u8; 3],
    /// Confidence, 0 to 100.
    pub confidence: u8,
    /// `high`, `medium` or `low`.
    pub confidence_band: String,
    /// Index of the system, in hundredths of a decade.
    pub index: i32,
    /// Red lines that are crossed.
    pub red_lines: Vec<QuestionId>,
    /// Questions answered.
    pub answered: u32,
    /// Questions in scope.
    pub in_scope: u32,
}

/// An assessment as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentRow {
    /// Which.
    pub id: AssessmentId,
    /// Of which system.
    pub system: SystemId,
    /// Name of the system.
    pub system_name: String,
    /// Which stretch of time it speaks about.
    pub period: Period,
    /// Quick or full.
    pub depth: Depth,
    /// Where it stands.
    pub state: AssessmentState,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// What it comes to.
    pub summary: Summary,
}

/// Asks for the assessments of one system or of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentList {
    /// Of which system; nothing for all.
    pub system: Option<SystemId>,
}

/// Assessments, the one changed last first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentRows {
    /// The rows.
    pub assessments: Vec<AssessmentRow>,
}

/// Asks what a context would lead to, before an assessment is begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentPropose {
    /// Of which system.
    pub system: SystemId,
    /// Context as answered so far.
    pub context: Context,
}

/// What a context leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentProposal {
    /// Application tier; unanswered values count as 4.
    pub tier: u8,
    /// Depth proposed for that tier.
    pub depth: Depth,
    /// Profiles in the order in which they fit the context, best first.
    pub profiles: Vec<ProfileId>,
    /// Period proposed: the quarter of today.
    pub period: Period,
}

/// Begins an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentStart {
    /// Of which system.
    pub system: SystemId,
    /// Which stretch of time it speaks about.
    pub period: Period,
    /// Context of use.
    pub context: Context,
    /// Profile from which ratings are proposed; nothing leaves them empty.
    pub profile: Option<ProfileId>,
    /// Quick or full.
    pub depth: Depth,
}

/// Names an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentGet {
    /// Which.
    pub id: AssessmentId,
}

/// How far a part of an assessment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaskStatus {
    /// Nothing answered yet.
    NotStarted,
    /// Some of it.
    InProgress,
    /// All of it.
    Completed,
}

/// How far a clause is, and the level its answers give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClauseTask {
    /// Which clause.
    pub clause: ClauseId,
    /// How far.
    pub status: TaskStatus,
    /// Questions answered.
    pub answered: u32,
    /// Questions in scope.
    pub in_scope: u32,
    /// Level 0 to 4 that the answers give; nothing while unanswered.
    pub level: Option<u8>,
    /// Evidence standing of the clause.
    pub standing: Standing,
    /// Level that enters the grade, after limits from data.
    pub counted_level: Option<u8>,
}

/// An answer that the workspace itself can propose, with the facts behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Proposal {
    /// What is proposed.
    pub value: AnswerValue,
    /// Which facts; the message id is `proposal-` and this code.
    pub code: String,
    /// What the message names.
    pub args: BTreeMap<String, String>,
}

/// One question of an assessment with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionView {
    /// Which question.
    pub question: QuestionId,
    /// Whether this depth asks it.
    pub in_scope: bool,
    /// Whether it can be answered in this phase; else "not yet due" is proposed.
    pub due: bool,
    /// Whether the answer is the organisation's, the same for every system.
    pub inherited: bool,
    /// The answer, if there is one.
    pub answer: Option<Answer>,
    /// Standing of its best evidence.
    pub standing: Standing,
    /// What the workspace proposes.
    pub proposal: Option<Proposal>,
    /// The answer in the assessment before this one.
    pub previous: Option<AnswerValue>,
}

/// An assessment whole, as the task list and its pages need it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentView {
    /// Its head.
    pub assessment: Assessment,
    /// The AI system.
    pub system: AiSystem,
    /// Clauses a to i.
    pub clauses: Vec<ClauseTask>,
    /// Every question in the catalogue's order.
    pub questions: Vec<QuestionView>,
    /// All 21 measures in the catalogue's order.
    pub measures: Vec<Measure>,
    /// All 26 ratings in the catalogue's order.
    pub ratings: Vec<RiskRating>,
    /// Every piece of evidence that any of these names.
    pub evidence: Vec<Evidence>,
    /// Disagreements with the grade.
    pub dissents: Vec<Dissent>,
    /// Actions of the system.
    pub actions: Vec<Action>,
    /// What is still open, what blocks first.
    pub remaining: Vec<Remaining>,
    /// What it comes to.
    pub summary: Summary,
    /// Steps that the person who is here may take now.
    pub steps: Vec<AssessmentStep>,
}

/// The answer to every save: what the screen must show anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Saved {
    /// When it reached the disk.
    pub saved_at: Timestamp,
    /// New revision of what was saved; the assessment's for its context.
    pub revision: u32,
    /// Clauses a to i.
    pub clauses: Vec<ClauseTask>,
    /// What is still open.
    pub remaining: Vec<Remaining>,
    /// What the assessment now comes to.
    pub summary: Summary,
}

/// Changes the context of use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContextSave {
    /// Of which assessment.
    pub assessment: AssessmentId,
    /// The context whole.
    pub context: Context,
    /// Quick or full.
    pub depth: Depth,
    /// The revision of the assessment that the person saw.
    pub revision: u32,
}

/// Saves the answer to a question, at the organisation where the question is the organisation's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerSave {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// Which question.
    pub question: QuestionId,
    /// What is answered.
    pub value: Option<AnswerValue>,
    /// Note, up to 1 MiB.
    pub note: String,
    /// Why it does not apply.
    pub na_reason: String,
    /// The revision that the person saw; nothing for a first answer.
    pub revision: Option<u32>,
}

/// Asks what each possible answer would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerEffect {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// Which question.
    pub question: QuestionId,
}

/// What one possible answer would do, all else as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerOutcome {
    /// The answer.
    pub value: AnswerValue,
    /// Level of the clause then.
    pub clause_level: Option<u8>,
    /// Grade then.
    pub grade: u8,
}

/// What each possible answer would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerEffects {
    /// Level of the clause as it is.
    pub clause_level: Option<u8>,
    /// Grade as it is.
    pub grade: u8,
    /// Met, partly, not met.
    pub outcomes: Vec<AnswerOutcome>,
}

/// Saves how far a countermeasure is in place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeasureSave {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// Which countermeasure.
    pub control: ControlId,
    /// 0 to 4; nothing clears it.
    pub level: Option<u8>,
    /// Note, up to 1 MiB.
    pub note: String,
    /// The revision that the person saw; 0 for a first answer.
    pub revision: u32,
}

/// Changes a rating; changing it also confirms it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatingSave {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// Which risk.
    pub risk: RiskId,
    /// Likelihood 1 to 5.
    pub likelihood: Option<u8>,
    /// Impact 1 to 5.
    pub impact: Option<u8>,
    /// Whether the risk does not apply; the reason is then required.
    pub not_applicable: bool,
    /// Why.
    pub reason: String,
    /// The revision that the person saw; 0 for a first rating.
    pub revision: u32,
}

/// Confirms proposed ratings as they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatingConfirm {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// Which risks: one, or a block.
    pub risks: Vec<RiskId>,
}

/// A second person agrees that a risk does not apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatingAgree {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// Which risk.
    pub risk: RiskId,
}

/// Records a disagreement with the computed grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DissentAdd {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// The grade the person thinks right, 1 to 5.
    pub proposed_grade: u8,
    /// Why.
    pub reason: String,
}

/// The result page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentResult {
    /// The assessment as lists show it.
    pub row: AssessmentRow,
    /// The outcome in the method's own shape: tier, grade, parts, gates, interval, sensitivity, plan.
    pub outcome: assay_domain::grading::Outcome,
    /// How it came about: measures behind each risk, counts, margins.
    pub explanation: assay_domain::grading::Explanation,
    /// How each clause's level came about, and what would raise it.
    pub clauses: Vec<ClauseResult>,
    /// Red lines: crossed, not crossed, or unanswered.
    pub red_lines: BTreeMap<QuestionId, Option<bool>>,
    /// Disagreements with the grade.
    pub dissents: Vec<Dissent>,
    /// The assessment before it, with which a report can compare it.
    pub earlier: Option<AssessmentId>,
}

/// How a clause's level came about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClauseResult {
    /// Which clause.
    pub clause: ClauseId,
    /// The level as lists show it.
    pub task: ClauseTask,
    /// How the answers give it.
    pub explanation: assay_domain::grading::ClauseExplanation,
    /// Questions that, answered "met" with fitting evidence, would raise the clause by one level.
    pub raise: Vec<QuestionId>,
}

/// Hands an assessment over for review and names who shall sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentSubmit {
    /// Which.
    pub id: AssessmentId,
    /// One to three signers, in order.
    pub signers: Vec<ExpectedSigner>,
}

/// Gives an assessment back for changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentReturn {
    /// Which.
    pub id: AssessmentId,
    /// Why; kept in the history.
    pub reason: String,
}

/// Asks for actions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActionList {
    /// Of which system; nothing for all.
    pub system: Option<SystemId>,
}

/// One action with the name of its system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActionRow {
    /// The action.
    pub action: Action,
    /// Name of the system.
    pub system_name: String,
    /// Whether it is late today.
    pub overdue: bool,
}

/// Actions, the one due first first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActionRows {
    /// The rows.
    pub actions: Vec<ActionRow>,
}

/// Adds or changes an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActionSave {
    /// Which one; nothing adds a new one.
    pub id: Option<ActionId>,
    /// What is said about it.
    pub facts: ActionFacts,
    /// The revision that the person saw; required when one is changed.
    pub revision: Option<u32>,
}
