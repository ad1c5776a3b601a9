//! Answers that the workspace itself can propose, with the facts behind them. A person still confirms each.

use crate::conduct::Conduct;
use crate::contract::Proposal;
use crate::error::Error;
use crate::whole::Whole;
use assay_domain::answer::AnswerValue;
use assay_domain::evidence::Standing;
use assay_domain::framework::{Derivation, Framework};
use assay_domain::id::QuestionId;
use assay_store::Read;
use std::collections::BTreeMap;

/// Returns what the workspace proposes, by question.
pub(crate) fn all(
    read: &Read<'_>,
    framework: &Framework,
    whole: &Whole,
    conduct: &Conduct,
) -> Result<BTreeMap<QuestionId, Proposal>, Error> {
    let records = Records::read(read, whole)?;
    let mut proposals = BTreeMap::new();
    for question in framework.questions() {
        let proposed = match question.derived_from {
            _ if !question.is_due(whole.assessment.phase) => {
                Some(proposal(AnswerValue::NotYetDue, "not-yet-due", &[]))
            }
            Some(source) => records.propose(source, question.id.as_str(), whole, conduct),
            None => None,
        };
        if let Some(proposed) = proposed {
            proposals.insert(question.id.clone(), proposed);
        }
    }
    Ok(proposals)
}

/// What the workspace's own records say.
struct Records {
    systems: u32,
    audits: usize,
    incidents: usize,
}

impl Records {
    fn read(read: &Read<'_>, whole: &Whole) -> Result<Self, Error> {
        Ok(Self {
            systems: read.systems().count()?,
            audits: read.audits().of_system(whole.system.id)?.len(),
            incidents: read.incidents().of_system(whole.system.id)?.len(),
        })
    }

    fn propose(
        &self,
        source: Derivation,
        question: &str,
        whole: &Whole,
        conduct: &Conduct,
    ) -> Option<Proposal> {
        match source {
            Derivation::Inventory => Some(self.inventory(question, whole)),
            Derivation::FilingFacts => filing(question, whole),
            Derivation::RiskRatings => Some(ratings(whole)),
            Derivation::GradeMethod => Some(proposal(
                AnswerValue::Met,
                "method",
                &[("method", "kag 1.1.0".to_owned())],
            )),
            Derivation::SignOff => Some(proposal(AnswerValue::Partly, "sign-off", &[])),
            Derivation::Evidence => Some(evidence(whole)),
            Derivation::AuditPlan | Derivation::Findings => {
                (self.audits == 0).then(|| none("audits"))
            }
            Derivation::Incidents => (self.incidents == 0).then(|| none("incidents")),
            Derivation::AuthorisationMatrix => Some(none("matrix")),
            Derivation::DecisionLog | Derivation::DecisionStats => Some(decisions(whole)),
            Derivation::FallbackPlan => Some(none("plan")),
            Derivation::Drills => (!whole.fallback.drill_within_year).then(|| none("drills")),
        }
        .filter(|_| conduct.summary.in_scope > 0)
    }

    fn inventory(&self, question: &str, whole: &Whole) -> Proposal {
        let facts = &whole.system.facts;
        if question.starts_with('i') {
            let points = facts.decision_points.len();
            let value = if points == 0 {
                AnswerValue::NotMet
            } else {
                AnswerValue::Partly
            };
            return proposal(value, "decision-points", &[("count", points.to_string())]);
        }
        let said = [
            &facts.purpose,
            &facts.affected,
            &facts.scale,
            &facts.autonomy,
            &facts.version,
        ];
        let given = said.iter().filter(|text| !text.trim().is_empty()).count();
        let value = if given == said.len() {
            AnswerValue::Met
        } else {
            AnswerValue::Partly
        };
        let args = [
            ("systems", self.systems.to_string()),
            ("given", given.to_string()),
            ("of", said.len().to_string()),
        ];
        proposal(value, "inventory", &args)
    }
}

fn filing(question: &str, whole: &Whole) -> Option<Proposal> {
    let filing = &whole.system.facts.filing;
    let (given, code, shown) = match question {
        "e-02" => {
            let level = filing.protection_level.map(|level| level.to_string());
            (
                level.is_some() && !filing.protection_number.is_empty(),
                "protection",
                level.unwrap_or_default(),
            )
        }
        "g-03" => (
            filing.cryptography_assessed_on.is_some(),
            "cryptography",
            date(filing.cryptography_assessed_on),
        ),
        "c-03" if filing.personal_information == Some(false) => {
            return Some(proposal(AnswerValue::Na, "no-personal-information", &[]));
        }
        "c-03" => (
            filing.impact_assessed_on.is_some(),
            "impact-assessment",
            date(filing.impact_assessed_on),
        ),
        "c-04" if filing.cross_border == Some(false) => {
            return Some(proposal(AnswerValue::Met, "no-transfer", &[]));
        }
        "a-11" => (
            !filing.model_filing_number.is_empty(),
            "model-filing",
            filing.model_filing_number.clone(),
        ),
        _ => return None,
    };
    Some(match given {
        true => proposal(AnswerValue::Met, code, &[("fact", shown)]),
        false => proposal(AnswerValue::Unknown, "filing-missing", &[]),
    })
}

fn date(date: Option<assay_domain::time::Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn ratings(whole: &Whole) -> Proposal {
    let confirmed = whole
        .ratings
        .values()
        .filter(|rating| rating.confirmed.is_some())
        .count();
    let value = match confirmed {
        26 => AnswerValue::Met,
        0 => AnswerValue::NotMet,
        _ => AnswerValue::Partly,
    };
    proposal(value, "ratings", &[("count", confirmed.to_string())])
}

fn evidence(whole: &Whole) -> Proposal {
    let independent = whole
        .evidence
        .values()
        .filter(|piece| piece.standing == Standing::CurrentIndependent)
        .count();
    let args = [
        ("count", whole.evidence.len().to_string()),
        ("independent", independent.to_string()),
    ];
    proposal(
        if whole.evidence.is_empty() {
            AnswerValue::NotMet
        } else {
            AnswerValue::Partly
        },
        "evidence",
        &args,
    )
}

fn decisions(whole: &Whole) -> Proposal {
    match whole.fallback.decision_records {
        0 => none("decisions"),
        count => proposal(
            AnswerValue::Partly,
            "decisions",
            &[("count", count.to_string())],
        ),
    }
}

/// Proposes "not met" since the workspace holds no such record.
fn none(what: &'static str) -> Proposal {
    proposal(AnswerValue::NotMet, "none", &[("what", what.to_owned())])
}

fn proposal(value: AnswerValue, code: &str, args: &[(&str, String)]) -> Proposal {
    let args = args
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    Proposal {
        value,
        code: code.to_owned(),
        args,
    }
}
