//! An assessment told: its facts, with everything that explains the grade.

use super::evidence::Annex;
use super::voice::Voice;
pub(super) use super::voice::{row, table};
use crate::Error;
use assay_domain::evidence::Standing;
use assay_domain::facts::Facts;
use assay_domain::grading::{Explanation, Method, RiskExplanation, explain};
use assay_domain::id::{EvidenceId, QuestionId};
use std::ops::Deref;

/// The facts of an assessment with everything that is needed to tell them.
pub(super) struct Story<'a> {
    pub(super) facts: &'a Facts,
    pub(super) method: Method,
    pub(super) explanation: Explanation,
    pub(super) annex: Annex<'a>,
    voice: &'a Voice<'a>,
}

/// A story is told with the voice that every kind of report has.
impl<'a> Deref for Story<'a> {
    type Target = Voice<'a>;

    fn deref(&self) -> &Voice<'a> {
        self.voice
    }
}

impl<'a> Story<'a> {
    pub(super) fn new(facts: &'a Facts, voice: &'a Voice<'a>) -> Result<Self, Error> {
        let method = Method::from_json(facts.method_tables.clone())
            .map_err(|error| Error::Facts(error.to_string()))?;
        let explanation = explain(&method, &facts.grade_input, &facts.grade)
            .map_err(|error| Error::Facts(error.to_string()))?;
        Ok(Self {
            facts,
            method,
            explanation,
            annex: Annex::new(&facts.evidence),
            voice,
        })
    }

    pub(super) fn period(&self) -> String {
        self.voice.period(&self.facts.assessment.period)
    }

    pub(super) fn explained(&self, id: &str) -> Option<&RiskExplanation> {
        self.explanation.risks.iter().find(|risk| risk.risk == id)
    }

    /// A standing with the numbers of the pieces that give it.
    pub(super) fn standing_with(&self, standing: Standing, pieces: &[EvidenceId]) -> String {
        self.annex.standing(self, standing, pieces)
    }

    /// Tells whether the answer to a question was removed from this copy.
    pub(super) fn is_removed(&self, id: &QuestionId) -> bool {
        let redaction = self.facts.redaction.as_ref();
        redaction.is_some_and(|redaction| redaction.answers.contains(id))
    }

    /// Name and version of the system.
    pub(super) fn system(&self) -> String {
        let system = &self.facts.system;
        format!("{} {}", system.name, system.version)
            .trim()
            .to_owned()
    }

    pub(super) fn title(&self) -> String {
        let args = [
            ("system", self.facts.system.name.as_str().into()),
            ("period", self.period().into()),
        ];
        let subtitle = self.say("paper-subtitle", &args);
        self.titled(&self.t("paper-title"), &subtitle)
    }
}
