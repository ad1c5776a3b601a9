//! The facts: the frozen state from which a report is made, one struct for each kind of report.
//!
//! They travel inside the report as `facts.json` (RFC 8785 canonical bytes), so that anybody can
//! recompute the grade. They hold no translated text of ours: the same facts give the same report
//! in each language. Those of an assessment are [`Facts`]; those of other kinds begin with a [`Head`].

pub mod assessments;
pub mod audit;
pub mod decisions;
pub mod fallback;
mod head;
pub mod incident;
pub mod ledger;

pub use head::Head;

use crate::action::Action;
use crate::answer::AnswerValue;
use crate::assessment::{AssessmentState, Context, Depth, Dissent};
use crate::decision::FallbackFacts;
use crate::evidence::{Evidence, Standing};
use crate::grading;
use crate::id::{
    AssessmentId, ClauseId, ControlId, EvidenceId, PersonId, ProfileId, QuestionId, RiskId,
    SystemId,
};
use crate::person::{Act, Role};
use crate::redaction::Redaction;
use crate::system::{Phase, SystemFacts};
use crate::time::{Period, Timestamp};
use crate::workspace::{Logo, Marking, PaperSize};
use serde::{Deserialize, Serialize};

/// The schema that facts written by this version follow.
pub const SCHEMA: &str = "assay-facts/1";

/// A catalogue or method that the facts rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Edition {
    /// Its id, such as `tc260_aisgf` or `kag`.
    pub id: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its canonical JSON, lower-case hexadecimal.
    pub sha256: String,
}

/// A person as the facts name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonFacts {
    /// Who, for the acts that name them.
    pub id: PersonId,
    /// Name or role title as it is printed.
    pub name: String,
    /// Post or unit, may be empty.
    pub title: String,
}

/// A person expected to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignerFacts {
    /// In which role.
    pub role: Role,
    /// Who.
    pub person: PersonId,
}

/// One question with its answer, as the clause level saw it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionFacts {
    /// Which question.
    pub question: QuestionId,
    /// Whether it decides the level of its clause.
    pub critical: bool,
    /// Whether it is a red line.
    pub red_line: bool,
    /// What was answered; nothing when unanswered.
    pub answer: Option<AnswerValue>,
    /// Standing of its best evidence.
    pub standing: Standing,
    /// Whether it was answered once for the whole organisation.
    pub inherited: bool,
    /// Note of the person who answered.
    pub note: String,
    /// Why it does not apply.
    pub na_reason: String,
    /// Evidence attached.
    pub evidence: Vec<EvidenceId>,
    /// Who answered, and when.
    pub saved: Option<Act>,
}

/// One clause with all its questions, out of scope ones included, and the level they give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClauseFacts {
    /// Which clause of 6.3.
    pub clause: ClauseId,
    /// Its questions in the catalogue's order.
    pub questions: Vec<QuestionFacts>,
    /// The level that the questions give, before limits from data; nothing when unanswered.
    /// Clause a has a level like the others but earns no credit.
    pub level: Option<u8>,
    /// The clause's evidence standing.
    pub standing: Standing,
    /// The level that enters the grade, after limits from data.
    pub counted_level: Option<u8>,
}

/// One of the 21 measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeasureFacts {
    /// Which countermeasure.
    pub control: ControlId,
    /// 0 to 4; nothing when unanswered.
    pub level: Option<u8>,
    /// Standing of its best evidence.
    pub standing: Standing,
    /// Note.
    pub note: String,
    /// Evidence attached.
    pub evidence: Vec<EvidenceId>,
    /// Who answered, and when.
    pub saved: Option<Act>,
}

/// One of the 26 risk ratings. An unconfirmed proposal counts as unanswered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatingFacts {
    /// Which risk.
    pub risk: RiskId,
    /// Likelihood 1 to 5.
    pub likelihood: Option<u8>,
    /// Impact 1 to 5.
    pub impact: Option<u8>,
    /// Whether the risk does not apply.
    pub not_applicable: bool,
    /// Whether a second person agreed to that.
    pub agreed: Option<Act>,
    /// Reason for the rating or for not applying.
    pub reason: String,
    /// Standing of its best evidence.
    pub standing: Standing,
    /// Whether the values are those that the profile proposed.
    pub as_proposed: bool,
    /// Evidence attached.
    pub evidence: Vec<EvidenceId>,
    /// Who confirmed it, and when.
    pub confirmed: Option<Act>,
}

/// Where the history stood when the facts were frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HistoryHead {
    /// Number of the last entry, from 1; 0 for an empty history.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub sequence: u64,
    /// SHA-256 of the last entry, lower-case hexadecimal.
    pub sha256: String,
}

/// The assessment as such.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssessmentFacts {
    /// Which assessment.
    pub id: AssessmentId,
    /// Which stretch of time it speaks about.
    pub period: Period,
    /// Phase of the system when it was begun.
    pub phase: Phase,
    /// Quick or full.
    pub depth: Depth,
    /// The profile that its ratings were proposed from.
    pub profile: Option<ProfileId>,
    /// Where it stood when the facts were frozen.
    pub state: AssessmentState,
    /// Context of use.
    pub context: Context,
    /// Who began it.
    pub begun: Act,
    /// Who handed it over for review.
    pub submitted: Option<Act>,
    /// Who approved it.
    pub approved: Option<Act>,
    /// Who is expected to sign, in order.
    pub signers: Vec<SignerFacts>,
}

/// The frozen state of one assessment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Facts {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// When the facts were frozen.
    pub as_of: Timestamp,
    /// IANA time zone in which times are printed.
    pub time_zone: String,
    /// Name of the organisation.
    pub organisation: String,
    /// Department or unit, may be empty.
    pub unit: String,
    /// Whether the workspace is the teaching sample; printed on every page.
    pub sample: bool,
    /// Marking of the paper.
    pub marking: Marking,
    /// The organisation's logo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub logo: Option<Logo>,
    /// Paper on which the report is set.
    #[serde(default, skip_serializing_if = "PaperSize::is_a4")]
    #[cfg_attr(feature = "contract", ts(as = "Option<PaperSize>", optional))]
    pub paper: PaperSize,
    /// Number of the report among those of its assessment, from 1.
    pub report_number: u32,
    /// The framework.
    pub framework: Edition,
    /// The grading method.
    pub method: Edition,
    /// The method's tables in full, so that the grade can be recomputed from this file alone.
    #[cfg_attr(feature = "contract", ts(type = "unknown"))]
    pub method_tables: serde_json::Value,
    /// Which AI system.
    pub system_id: SystemId,
    /// What is said about it.
    pub system: SystemFacts,
    /// The assessment as such.
    pub assessment: AssessmentFacts,
    /// The persons that any act names.
    pub persons: Vec<PersonFacts>,
    /// Clauses a to i.
    pub clauses: Vec<ClauseFacts>,
    /// The 21 measures in the catalogue's order.
    pub measures: Vec<MeasureFacts>,
    /// The 26 ratings in the catalogue's order.
    pub ratings: Vec<RatingFacts>,
    /// What limits 6.3 i from data.
    pub fallback: FallbackFacts,
    /// The input that was graded, in the method's own shape.
    pub grade_input: grading::Input,
    /// What came of it, in the method's own shape.
    pub grade: grading::Outcome,
    /// Disagreements with the grade.
    pub dissents: Vec<Dissent>,
    /// Actions of the system that are not dropped.
    pub actions: Vec<Action>,
    /// Every piece of evidence that the facts name.
    pub evidence: Vec<Evidence>,
    /// Where the history stood.
    pub history: HistoryHead,
    /// What was removed, where this is a redacted copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub redaction: Option<Redaction>,
}

/// Returns the canonical bytes (RFC 8785) of facts, which are attached to the report and digested.
///
/// # Errors
/// Fails only when a value cannot be written as JSON, which no field of the facts allows.
pub fn canonical(facts: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    serde_json_canonicalizer::to_vec(facts)
}

impl Facts {
    /// Returns the canonical bytes that are attached to the report.
    ///
    /// # Errors
    /// As [`canonical`].
    pub fn canonical(&self) -> Result<Vec<u8>, serde_json::Error> {
        canonical(self)
    }

    /// Returns what they say about the report itself.
    #[must_use]
    pub fn head(&self) -> Head {
        Head {
            schema: self.schema.clone(),
            as_of: self.as_of,
            time_zone: self.time_zone.clone(),
            organisation: self.organisation.clone(),
            unit: self.unit.clone(),
            sample: self.sample,
            marking: self.marking.clone(),
            logo: self.logo.clone(),
            paper: self.paper,
            report_number: self.report_number,
            framework: self.framework.clone(),
            method: self.method.clone(),
            persons: self.persons.clone(),
            signers: self.assessment.signers.clone(),
            history: self.history.clone(),
        }
    }
}
