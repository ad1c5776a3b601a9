//! The frozen state of several assessments: the overview of the organisation, and two compared.

use super::Head;
use crate::action::Action;
use crate::answer::AnswerValue;
use crate::assessment::{AssessmentState, Depth};
use crate::evidence::Standing;
use crate::id::{AssessmentId, ClauseId, ControlId, QuestionId, RiskId};
use crate::programme::{CheckKind, Occurrence};
use crate::system::{KeyArea, Phase};
use crate::time::Period;
use serde::{Deserialize, Serialize};

/// The schema that the facts of an overview follow.
pub const OVERVIEW_SCHEMA: &str = "assay-facts-overview/1";
/// The schema that the facts of a comparison follow.
pub const COMPARISON_SCHEMA: &str = "assay-facts-comparison/1";

/// The level of a clause as it enters the grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClauseStanding {
    /// Which clause of 6.3.
    pub clause: ClauseId,
    /// 0 to 4; nothing while unanswered.
    pub level: Option<u8>,
}

/// What an assessment comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentStanding {
    /// Which assessment.
    pub id: AssessmentId,
    /// Which stretch of time it speaks about.
    pub period: Period,
    /// Quick or full.
    pub depth: Depth,
    /// Where it stands.
    pub state: AssessmentState,
    /// Application tier, 1 to 5.
    pub tier: u8,
    /// Residual risk grade, 1 to 5.
    pub grade: u8,
    /// Best, point and worst grade.
    pub interval: [u8; 3],
    /// Confidence, 0 to 100.
    pub confidence: u8,
    /// Red lines that are crossed.
    pub red_lines: Vec<QuestionId>,
    /// Clauses a to i.
    pub clauses: Vec<ClauseStanding>,
}

/// An AI system with what its newest assessment comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SystemStanding {
    /// Its name.
    pub name: String,
    /// The organisation's own number of it, may be empty.
    pub reference: String,
    /// Its exact version, may be empty.
    pub version: String,
    /// Unit that is responsible for it, may be empty.
    pub unit: String,
    /// Key area of use.
    pub key_area: KeyArea,
    /// Phase of life.
    pub phase: Phase,
    /// The newest assessment that was handed over, else the newest; nothing when there is none.
    pub assessment: Option<AssessmentStanding>,
    /// Grade of the signed assessment before that one.
    pub grade_before: Option<u8>,
    /// How many of its actions are not finished.
    pub open_actions: u32,
}

/// An action that is not finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenAction {
    /// Name of the AI system.
    pub system_name: String,
    /// The action.
    pub action: Action,
}

/// A check of the programme that is due or was missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckStanding {
    /// Name of the AI system.
    pub system_name: String,
    /// What is checked.
    pub kind: CheckKind,
    /// The due date and what became of it.
    pub occurrence: Occurrence,
}

/// The frozen state of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrozenOverview {
    /// What is said about the report itself.
    pub head: Head,
    /// Every AI system, the gravest grade first.
    pub systems: Vec<SystemStanding>,
    /// Actions that are not finished, the one due first first.
    pub actions: Vec<OpenAction>,
    /// Checks due within thirty days or overdue, the earliest first.
    pub due: Vec<CheckStanding>,
    /// Checks that were missed, the latest first.
    pub missed: Vec<CheckStanding>,
}

/// One of the 21 measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeasureStanding {
    /// Which countermeasure.
    pub control: ControlId,
    /// 0 to 4; nothing when unanswered.
    pub level: Option<u8>,
}

/// One of the 26 risks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatingStanding {
    /// Which risk.
    pub risk: RiskId,
    /// Likelihood 1 to 5.
    pub likelihood: Option<u8>,
    /// Impact 1 to 5.
    pub impact: Option<u8>,
    /// Level after measures, 1 to 5; nothing where the risk does not apply.
    pub level: Option<u8>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerStanding {
    /// Which question.
    pub question: QuestionId,
    /// What was answered; nothing when unanswered.
    pub answer: Option<AnswerValue>,
    /// Standing of its best evidence.
    pub standing: Standing,
}

/// One of two assessments that are compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ComparedSide {
    /// What it comes to.
    pub standing: AssessmentStanding,
    /// Every question in the catalogue's order.
    pub answers: Vec<AnswerStanding>,
    /// The 21 measures in the catalogue's order.
    pub measures: Vec<MeasureStanding>,
    /// The ratings in the catalogue's order.
    pub ratings: Vec<RatingStanding>,
}

/// The frozen state of two assessments of one AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrozenComparison {
    /// What is said about the report itself.
    pub head: Head,
    /// Name of the AI system.
    pub system_name: String,
    /// The earlier assessment.
    pub before: ComparedSide,
    /// The later one.
    pub after: ComparedSide,
    /// Actions of the AI system that are not dropped.
    pub actions: Vec<Action>,
}
