//! Answers that the workspace itself can propose, with the facts behind them. A person still confirms each.

mod recurring;

use crate::audit;
use crate::conduct::Conduct;
use crate::contract::{AuditDetail, ItemResult, Mark, Proposal};
use crate::error::Error;
use crate::fallback::switch_limit;
use crate::whole::Whole;
use assay_domain::answer::AnswerValue;
use assay_domain::drill::{DrillState, course};
use assay_domain::evidence::Standing;
use assay_domain::fallback::gaps;
use assay_domain::framework::{Derivation, Framework};
use assay_domain::id::QuestionId;
use assay_domain::person::Act;
use assay_domain::time::Timestamp;
use assay_store::Read;
use recurring::Recurring;
use std::collections::BTreeMap;

/// Returns what the workspace proposes, by question.
pub(crate) fn all(
    read: &Read<'_>,
    framework: &Framework,
    whole: &Whole,
    conduct: &Conduct,
    now: Timestamp,
) -> Result<BTreeMap<QuestionId, Proposal>, Error> {
    let records = Records::read(read, framework, whole)?;
    let recurring = Recurring::read(read, framework, whole.system.id, now)?;
    let mut proposals = BTreeMap::new();
    for question in framework.questions() {
        let proposed = match question.derived_from {
            _ if !question.is_due(whole.assessment.phase) => {
                Some(proposal(AnswerValue::NotYetDue, "not-yet-due", &[]))
            }
            Some(source) => recurring
                .propose(
                    question.id.as_str(),
                    conduct.summary.tier,
                    records.last_closed(),
                )?
                .or_else(|| records.propose(source, question.id.as_str(), whole, conduct)),
            None => None,
        };
        let proposed = records.audited(question.id.clone()).or(proposed);
        if let Some(proposed) = proposed {
            proposals.insert(question.id.clone(), proposed);
        }
    }
    Ok(proposals)
}

/// The question whether it was timed how long a stop takes.
const STOP_TEST: &str = "b-co-01";

/// What the workspace's own records say.
struct Records {
    systems: u32,
    audits: usize,
    last: Option<AuditDetail>,
    incidents: usize,
    /// Whether the system has a matrix, and whether its last version is approved.
    matrix: Option<bool>,
    /// What the last version of each plan lacks.
    plans: Vec<usize>,
    /// Drills that were finished, ever.
    drills: usize,
    stop_tests: usize,
}

impl Records {
    fn read(read: &Read<'_>, framework: &Framework, whole: &Whole) -> Result<Self, Error> {
        let system = whole.system.id;
        let matrices = read.authorisations().versions(system)?;
        let minutes = switch_limit(read, framework, Some(system))?.minutes;
        let plans = read.fallback_plans().list(Some(system))?;
        let drills = read.drills().list(Some(system))?;
        let finished = |events: &[_]| course(events).state == DrillState::Finished;
        let closed = read.audits().closed(Some(whole.system.id), 0, 1)?;
        let last = closed
            .first()
            .map(|audit| audit::detail(read, framework, audit.id))
            .transpose()?;
        Ok(Self {
            stop_tests: read.authorisations().stop_tests(Some(system))?.len(),
            matrix: matrices.first().map(|matrix| matrix.approved.is_some()),
            plans: plans.iter().map(|plan| gaps(plan, minutes).len()).collect(),
            drills: drills
                .iter()
                .filter(|drill| finished(&drill.events))
                .count(),
            systems: read.systems().count()?,
            audits: read.audits().of_system(whole.system.id)?.len(),
            last,
            incidents: read.incidents().of_system(whole.system.id)?.len(),
        })
    }

    /// Returns who closed the last audit, and when.
    fn last_closed(&self) -> Option<&Act> {
        self.last.as_ref()?.audit.closed.as_ref()
    }

    /// Proposes what the last closed audit says of a question of clause b. A result that no longer
    /// holds is told with what has changed, and good news is then no longer proposed.
    fn audited(&self, question: QuestionId) -> Option<Proposal> {
        let last = self.last.as_ref()?;
        let view = last
            .items
            .iter()
            .find(|view| view.item.question == question)?;
        let changed = view.marks.iter().find(|mark| **mark != Mark::Carried);
        let value = match view.item.result? {
            ItemResult::Conforms if changed.is_some() => AnswerValue::Unknown,
            ItemResult::Conforms => AnswerValue::Met,
            ItemResult::Partly => AnswerValue::Partly,
            ItemResult::Fails => AnswerValue::NotMet,
            ItemResult::NotApplicable => AnswerValue::Na,
            ItemResult::NotTested => return None,
        };
        let result = word(&view.item.result);
        let args = [("result", result), ("day", date(Some(last.audit.due)))];
        Some(match changed {
            None => proposal(value, "audit", &args),
            Some(mark) => {
                let [result, day] = args;
                proposal(value, "audit-changed", &[result, day, ("mark", word(mark))])
            }
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
            Derivation::AuthorisationMatrix => Some(self.matrix()),
            Derivation::DecisionLog | Derivation::DecisionStats => Some(decisions(whole)),
            Derivation::FallbackPlan => Some(self.plans()),
            Derivation::Drills => self.rehearsals(question, whole),
        }
        .filter(|_| conduct.summary.in_scope > 0)
    }

    fn matrix(&self) -> Proposal {
        match self.matrix {
            None => none("matrix"),
            Some(true) => proposal(AnswerValue::Partly, "matrix-approved", &[]),
            Some(false) => proposal(AnswerValue::Partly, "matrix-draft", &[]),
        }
    }

    fn plans(&self) -> Proposal {
        let whole = self.plans.iter().filter(|gaps| **gaps == 0).count();
        let args = [
            ("whole", whole.to_string()),
            ("plans", self.plans.len().to_string()),
        ];
        match self.plans.len() {
            0 => none("plan"),
            all if all == whole => proposal(AnswerValue::Met, "plan", &args),
            _ => proposal(AnswerValue::Partly, "plan", &args),
        }
    }

    /// What was rehearsed is there in part; how good it was and what came of it, a person judges.
    fn rehearsals(&self, question: &str, whole: &Whole) -> Option<Proposal> {
        let drills = [("count", self.drills.to_string())];
        let tests = [("count", self.stop_tests.to_string())];
        match question {
            STOP_TEST if self.stop_tests > 0 => {
                Some(proposal(AnswerValue::Partly, "stop-tests", &tests))
            }
            STOP_TEST => Some(none("stop-tests")),
            _ if self.drills == 0 => Some(none("drills")),
            _ if !question.starts_with('i') => None,
            _ if whole.fallback.drill_within_year => {
                let standing = ("standing", word(&whole.fallback.drill_standing));
                let [count] = drills;
                Some(proposal(AnswerValue::Partly, "drills", &[count, standing]))
            }
            _ => Some(proposal(AnswerValue::NotMet, "drills-old", &drills)),
        }
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

/// Names a value by its code, from which the message makes a word.
fn word(value: &impl serde::Serialize) -> String {
    let code = serde_json::to_value(value).unwrap_or_default();
    code.as_str().unwrap_or_default().to_owned()
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
