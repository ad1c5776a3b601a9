//! Evidence: what a piece is, and what it is attached to.

use crate::contract::Saved;
use assay_domain::evidence::{Evidence, Standing};
use assay_domain::id::{AssessmentId, ControlId, DecisionId, EvidenceId, QuestionId, RiskId};
use assay_domain::time::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A piece of evidence that does not exist yet: a file to seal, or a reference to what is kept elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvidenceNew {
    /// A file to read; nothing for a reference.
    pub path: Option<String>,
    /// Where a reference is kept; empty for a file.
    pub locator: String,
    /// Title; empty takes the file's name.
    pub name: String,
    /// What it shows.
    pub shows: String,
    /// The date the evidence bears.
    pub dated: Option<Date>,
    /// Attached, or current and independent.
    pub standing: Standing,
    /// Whether the content is kept, or its digest only.
    pub keep_content: bool,
}

/// What a piece of evidence is attached to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(
    rename_all = "camelCase",
    tag = "kind",
    content = "id",
    deny_unknown_fields
)]
pub enum EvidenceTarget {
    /// The answer to a question.
    Question(QuestionId),
    /// A measure.
    Measure(ControlId),
    /// A rating.
    Risk(RiskId),
}

/// Adds a piece of evidence and attaches it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvidenceAdd {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// To what.
    pub target: EvidenceTarget,
    /// What is attached.
    pub piece: EvidenceNew,
}

/// Changes what is said about a piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvidenceChange {
    /// In which assessment it is looked at.
    pub assessment: AssessmentId,
    /// Which piece.
    pub id: EvidenceId,
    /// Title.
    pub name: String,
    /// What it shows.
    pub shows: String,
    /// The date the evidence bears.
    pub dated: Option<Date>,
    /// Attached, or current and independent.
    pub standing: Standing,
}

/// Takes a piece of evidence off an answer, measure or rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvidenceDetach {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// Off what.
    pub target: EvidenceTarget,
    /// Which piece.
    pub id: EvidenceId,
}

/// A piece of evidence as saved, and what the screen must show anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvidenceSaved {
    /// The piece.
    pub evidence: Evidence,
    /// What the screen must show anew; `revision` is that of the answer, measure or rating.
    pub saved: Saved,
}

/// Attaches a piece of evidence to a decision record, by a record that supersedes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionEvidenceAdd {
    /// Which record, the newest of its chain.
    pub id: DecisionId,
    /// What is attached.
    pub piece: EvidenceNew,
}
