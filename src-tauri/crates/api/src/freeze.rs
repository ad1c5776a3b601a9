//! The frozen state from which a report is made, kind by kind. Here is that of an assessment.

mod assessments;
mod audit;
mod decisions;
mod fallback;
mod head;
mod incident;

pub(crate) use assessments::earlier;
pub(crate) use head::Freezer;

use crate::conduct::{Conduct, clause_input, tier};
use crate::error::Error;
use crate::framework::{edition, method_edition};
use crate::lifecycle::Approved;
use crate::whole::{Whole, is_organisations};
use assay_domain::action::ActionState;
use assay_domain::answer::AnswerValue;
use assay_domain::evidence::{Evidence, Standing};
use assay_domain::facts::{
    AssessmentFacts, ClauseFacts, Facts, MeasureFacts, PersonFacts, QuestionFacts, RatingFacts,
    SCHEMA, SignerFacts,
};
use assay_domain::framework::{Framework, Question};
use assay_domain::grading::grade;
use assay_domain::id::{AssessmentId, EvidenceId, PersonId};
use assay_domain::report::ReportSubject;
use assay_store::Read;
use std::collections::BTreeSet;

impl Freezer<'_> {
    /// Freezes an approved assessment, with what lists call it. Everything in the facts comes from one state of the
    /// workspace.
    pub(crate) fn assessment(&self, id: AssessmentId) -> Result<(Facts, String), Error> {
        let approved = Approved::take(Whole::read(self.read, self.framework, id)?)?;
        let whole = approved.whole();
        let Self {
            read, framework, ..
        } = *self;
        let conduct = Conduct::of(framework, whole)?;
        let workspace = read.workspace().get()?;
        let clauses = clauses(framework, whole, &conduct);
        let measures = measures(framework, whole);
        let ratings = ratings(framework, whole);
        let mut facts = Facts {
            schema: SCHEMA.to_owned(),
            as_of: self.now.at,
            time_zone: workspace.settings.time_zone,
            organisation: workspace.settings.organisation,
            unit: workspace.settings.unit,
            sample: workspace.sample,
            marking: workspace.settings.marking,
            logo: workspace.logo,
            paper: self.paper.unwrap_or(workspace.settings.paper),
            report_number: read
                .reports()
                .next_number(ReportSubject::Assessment(whole.assessment.id))?,
            framework: edition(framework),
            method: method_edition(framework.method()),
            method_tables: framework.method().to_json(),
            system_id: whole.system.id,
            system: whole.system.facts.clone(),
            assessment: assessment(whole),
            persons: Vec::new(),
            fallback: whole.fallback,
            grade: grade(framework.method(), &conduct.input)?,
            grade_input: conduct.input,
            dissents: read.dissents().list(whole.assessment.id)?,
            actions: read.actions().of_system(whole.system.id)?,
            evidence: Vec::new(),
            history: read.history().head()?.facts(),
            redaction: None,
            clauses,
            measures,
            ratings,
        };
        facts
            .actions
            .retain(|action| action.facts.state != ActionState::Dropped);
        facts.evidence = named_evidence(whole, &facts);
        facts.persons = named_persons(read, &facts)?;
        let name = facts.system.name.clone();
        Ok((facts, name))
    }
}

fn assessment(whole: &Whole) -> AssessmentFacts {
    let assessment = &whole.assessment;
    let signers = assessment.signers.iter();
    AssessmentFacts {
        id: assessment.id,
        period: assessment.period.clone(),
        phase: assessment.phase,
        depth: assessment.depth,
        profile: assessment.profile.clone(),
        state: assessment.state,
        context: assessment.context.clone(),
        begun: assessment.begun.clone(),
        submitted: assessment.submitted.clone(),
        approved: assessment.approved.clone(),
        signers: signers
            .map(|signer| SignerFacts {
                role: signer.role,
                person: signer.person,
            })
            .collect(),
    }
}

fn clauses(framework: &Framework, whole: &Whole, conduct: &Conduct) -> Vec<ClauseFacts> {
    let tier = tier(framework, whole);
    let tasks = conduct.clauses.iter();
    tasks
        .map(|task| {
            let counted = clause_input(framework, whole, &task.clause, tier).questions;
            let questions = framework.questions_of(&task.clause).zip(counted);
            ClauseFacts {
                clause: task.clause.clone(),
                questions: questions
                    .map(|(entry, counted)| {
                        question(framework, whole, entry, counted.answer, counted.evidence)
                    })
                    .collect(),
                level: task.level,
                standing: task.standing,
                counted_level: task.counted_level,
            }
        })
        .collect()
}

fn question(
    framework: &Framework,
    whole: &Whole,
    entry: &Question,
    counted: Option<AnswerValue>,
    standing: Standing,
) -> QuestionFacts {
    let answer = whole.answers.get(&entry.id);
    QuestionFacts {
        question: entry.id.clone(),
        critical: entry.critical,
        red_line: entry.red_line,
        answer: counted,
        standing,
        inherited: is_organisations(framework, &entry.id),
        note: answer.map(|answer| answer.note.clone()).unwrap_or_default(),
        na_reason: answer
            .map(|answer| answer.na_reason.clone())
            .unwrap_or_default(),
        evidence: answer
            .map(|answer| answer.evidence.clone())
            .unwrap_or_default(),
        saved: answer.map(|answer| answer.saved.clone()),
    }
}

fn measures(framework: &Framework, whole: &Whole) -> Vec<MeasureFacts> {
    let entries = framework.countermeasures().iter();
    entries
        .map(|entry| {
            let measure = whole.measures.get(&entry.id);
            MeasureFacts {
                control: entry.id.clone(),
                level: measure.and_then(|measure| measure.level),
                standing: measure
                    .map(|measure| whole.standing(&measure.evidence))
                    .unwrap_or_default(),
                note: measure
                    .map(|measure| measure.note.clone())
                    .unwrap_or_default(),
                evidence: measure
                    .map(|measure| measure.evidence.clone())
                    .unwrap_or_default(),
                saved: measure.map(|measure| measure.saved.clone()),
            }
        })
        .collect()
}

fn ratings(framework: &Framework, whole: &Whole) -> Vec<RatingFacts> {
    let entries = framework.risks().iter();
    let rated = entries.filter_map(|entry| whole.ratings.get(&entry.id));
    rated
        .map(|rating| {
            let away = rating.not_applicable.as_ref();
            RatingFacts {
                risk: rating.risk.clone(),
                likelihood: rating.likelihood,
                impact: rating.impact,
                not_applicable: away.is_some(),
                agreed: away.and_then(|away| away.agreed.clone()),
                reason: away.map_or_else(|| rating.reason.clone(), |away| away.reason.clone()),
                standing: whole.standing(&rating.evidence),
                as_proposed: rating.as_proposed,
                evidence: rating.evidence.clone(),
                confirmed: rating.confirmed.clone(),
            }
        })
        .collect()
}

/// Returns the pieces of evidence that the facts name, in the order of their ids.
fn named_evidence(whole: &Whole, facts: &Facts) -> Vec<Evidence> {
    let questions = facts
        .clauses
        .iter()
        .flat_map(|clause| &clause.questions)
        .flat_map(|question| &question.evidence);
    let measures = facts.measures.iter().flat_map(|measure| &measure.evidence);
    let ratings = facts.ratings.iter().flat_map(|rating| &rating.evidence);
    let named: BTreeSet<&EvidenceId> = questions.chain(measures).chain(ratings).collect();
    named
        .into_iter()
        .filter_map(|id| whole.evidence.get(id).cloned())
        .collect()
}

/// Returns everybody whom an act or a signature of the facts names, in the order of the workspace.
fn named_persons(read: &Read<'_>, facts: &Facts) -> Result<Vec<PersonFacts>, Error> {
    let assessment = &facts.assessment;
    let heads = [
        Some(&assessment.begun),
        assessment.submitted.as_ref(),
        assessment.approved.as_ref(),
    ];
    let questions = facts.clauses.iter().flat_map(|clause| &clause.questions);
    let acts = heads
        .into_iter()
        .flatten()
        .chain(questions.filter_map(|question| question.saved.as_ref()))
        .chain(
            facts
                .measures
                .iter()
                .filter_map(|measure| measure.saved.as_ref()),
        )
        .chain(
            facts
                .ratings
                .iter()
                .flat_map(|rating| [&rating.confirmed, &rating.agreed])
                .flatten(),
        )
        .chain(facts.dissents.iter().map(|dissent| &dissent.recorded))
        .chain(facts.evidence.iter().map(|piece| &piece.added));
    let signers = assessment.signers.iter().map(|signer| signer.person);
    let named: BTreeSet<PersonId> = acts.map(|act| act.by).chain(signers).collect();
    let persons = read
        .persons()
        .list()?
        .into_iter()
        .filter(|person| named.contains(&person.id));
    Ok(persons
        .map(|person| PersonFacts {
            id: person.id,
            name: person.name,
            title: person.title,
        })
        .collect())
}
