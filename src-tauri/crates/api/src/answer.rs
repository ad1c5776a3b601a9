//! Answers to questions, and what each possible answer would do.

use crate::assessment::{change, check_text};
use crate::conduct::Conduct;
use crate::contract::{AnswerEffect, AnswerEffects, AnswerOutcome, AnswerSave, Saved};
use crate::error::Error;
use crate::session::Session;
use crate::whole::{Whole, is_organisations};
use assay_domain::answer::{Answer, AnswerValue};
use assay_domain::assessment::AssessmentState;
use assay_domain::framework::Framework;
use assay_domain::id::{AssessmentId, ClauseId, QuestionId};
use assay_domain::person::Act;
use assay_domain::time::Timestamp;
use assay_store::Tx;

/// Answers whose effect is shown.
const TRIED: [AnswerValue; 3] = [AnswerValue::Met, AnswerValue::Partly, AnswerValue::NotMet];

/// Saves the answer to a question, at the organisation where the question is the organisation's.
pub(crate) fn answer_save(session: &mut Session, request: AnswerSave) -> Result<Saved, Error> {
    check_text(&request.note)?;
    check_text(&request.na_reason)?;
    let clause = clause_of(&session.framework, &request.question)?;
    let payload = serde_json::to_value(&request)?;
    let id = request.assessment;
    change(session, "answer.save", id, &payload, |edit, tx, whole| {
        tx.note("clause", clause.as_str());
        let shared = is_organisations(edit.framework, &request.question);
        let owner = (!shared).then_some(id);
        let expected = request.revision.unwrap_or(0);
        let mut answer = answer(whole, request.question, edit.act);
        answer.value = request.value;
        answer.note = request.note;
        answer.na_reason = request.na_reason;
        let revision = tx.answers_mut().save(owner, &answer, expected)?;
        answer.revision = revision;
        whole.answers.insert(answer.question.clone(), answer);
        if shared {
            refresh_others(tx, edit.framework, id, edit.act.at)?;
        }
        Ok(revision)
    })
}

/// Returns the answer as it stands, saved anew by the person who is here.
pub(crate) fn answer(whole: &Whole, question: QuestionId, act: &Act) -> Answer {
    let mut answer = whole
        .answers
        .get(&question)
        .cloned()
        .unwrap_or_else(|| Answer {
            question,
            value: None,
            note: String::new(),
            na_reason: String::new(),
            evidence: Vec::new(),
            saved: act.clone(),
            revision: 0,
        });
    answer.saved = act.clone();
    answer
}

/// Returns the clause of a question, or that there is no such question.
pub(crate) fn clause_of(framework: &Framework, question: &QuestionId) -> Result<ClauseId, Error> {
    let entry = framework.question(question);
    entry
        .map(|entry| entry.clause.clone())
        .ok_or_else(|| Error::new("question-unknown").with("question", question))
}

/// Computes the summaries of the other drafts anew, since they inherit the answer.
pub(crate) fn refresh_others(
    tx: &mut Tx<'_>,
    framework: &Framework,
    but: AssessmentId,
    at: Timestamp,
) -> Result<(), Error> {
    let drafts = tx
        .assessments()
        .list()?
        .into_iter()
        .map(|row| row.assessment);
    let others = drafts.filter(|other| other.state == AssessmentState::Draft && other.id != but);
    for other in others {
        let whole = Whole::read(tx, framework, other.id)?;
        let summary = serde_json::to_value(Conduct::of(framework, &whole)?.summary)?;
        tx.assessments_mut().set_summary(other.id, &summary, at)?;
    }
    Ok(())
}

/// Answers with what "met", "partly" and "not met" would do, all else as it is.
pub(crate) fn answer_effect(
    session: &mut Session,
    request: AnswerEffect,
) -> Result<AnswerEffects, Error> {
    let framework = &session.framework;
    let clause = clause_of(framework, &request.question)?;
    session.opened()?.store.read(|read| {
        let mut whole = Whole::read(read, framework, request.assessment)?;
        let (clause_level, grade) = outcome(framework, &whole, &clause)?;
        let now = whole
            .answers
            .get(&request.question)
            .and_then(|answer| answer.value);
        let mut outcomes = Vec::new();
        for value in TRIED.into_iter().filter(|value| Some(*value) != now) {
            let mut tried = answer(
                &whole,
                request.question.clone(),
                &whole.assessment.begun.clone(),
            );
            tried.value = Some(value);
            whole.answers.insert(request.question.clone(), tried);
            let (clause_level, grade) = outcome(framework, &whole, &clause)?;
            outcomes.push(AnswerOutcome {
                value,
                clause_level,
                grade,
            });
        }
        Ok(AnswerEffects {
            clause_level,
            grade,
            outcomes,
        })
    })
}

fn outcome(
    framework: &Framework,
    whole: &Whole,
    clause: &ClauseId,
) -> Result<(Option<u8>, u8), Error> {
    let conduct = Conduct::of(framework, whole)?;
    let task = conduct.clauses.iter().find(|task| task.clause == *clause);
    Ok((
        task.and_then(|task| task.counted_level),
        conduct.summary.grade,
    ))
}
