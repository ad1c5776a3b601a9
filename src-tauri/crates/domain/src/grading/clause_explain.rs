//! Why a clause is at its level, and what would raise it.

use super::clause::{
    ClauseInput, ClauseLimit, ClauseLine, QuestionInput, is_applicable, is_in_scope, tally,
};
use super::method::Method;
use crate::answer::AnswerValue;
use crate::evidence::Standing;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// A change of one question: a better answer, better evidence, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionStep {
    /// Place of the question in the input, from 0.
    pub question: usize,
    /// The answer it would need; nothing when it can stay.
    pub answer: Option<AnswerValue>,
    /// The evidence standing it would need; nothing when it can stay.
    pub evidence: Option<Standing>,
}

/// A change of one question with the level it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RaiseStep {
    /// The change.
    pub step: QuestionStep,
    /// The clause's level afterwards.
    pub level: u8,
    /// Its standing afterwards.
    pub standing: Standing,
    /// The level that then counts.
    pub effective: u8,
}

/// How a clause comes to its level. Letters are those of the method's section 3.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClauseExplanation {
    /// The level; nothing while the clause is unanswered.
    pub level: Option<u8>,
    /// The clause's standing.
    pub standing: Standing,
    /// The level that counts: the level, capped by the standing; 0 while unanswered.
    pub effective: u8,
    /// Number of questions asked at this depth.
    pub in_scope: usize,
    /// Those that are neither "not applicable" nor "not yet due".
    pub applicable: usize,
    /// p, the points reached.
    pub points: usize,
    /// M, the points that could be reached.
    pub maximum: usize,
    /// n, the applicable critical questions.
    pub critical: usize,
    /// z, critical questions with value 0.
    pub zero: usize,
    /// o, critical questions with value 1.
    pub partly: usize,
    /// t, how many critical questions may lag.
    pub tolerance: usize,
    /// m, the number of questions that the standing is taken from.
    pub standing_from: usize,
    /// Which of them it is, counted from 1 for the lowest.
    pub standing_place: usize,
    /// The line of the level table that decided; nothing while unanswered.
    pub line: Option<ClauseLine>,
    /// The limits that lowered the level.
    pub limits: Vec<ClauseLimit>,
    /// For each question that alone would raise the level that counts, its smallest change.
    pub raise: Vec<RaiseStep>,
    /// Changes that raise it together, when no single one does; none of them can be left out.
    pub raise_together: Vec<QuestionStep>,
}

/// Explains the level of a clause.
///
/// # Source
/// Grading method, section 3.
#[must_use]
pub fn explain_clause(method: &Method, input: &ClauseInput) -> ClauseExplanation {
    let raise = what_would_raise(method, input);
    let raise_together = if raise.is_empty() {
        what_would_raise_together(method, input)
    } else {
        Vec::new()
    };
    let Some(tally) = tally(input) else {
        return unanswered(input, raise, raise_together);
    };
    let line = tally.line(method, input.tier);
    let level = tally.level(method, input.tier);
    ClauseExplanation {
        level: Some(level),
        standing: tally.standing,
        effective: effective(method, input),
        in_scope: tally.in_scope,
        applicable: tally.applicable,
        points: tally.points,
        maximum: tally.maximum,
        critical: tally.critical,
        zero: tally.zero,
        partly: tally.partly,
        tolerance: tally.tolerance,
        standing_from: tally.standing_from,
        standing_place: tally.standing_place + 1,
        limits: if line.level() > level {
            tally.limits(input.tier)
        } else {
            Vec::new()
        },
        line: Some(line),
        raise,
        raise_together,
    }
}

fn unanswered(
    input: &ClauseInput,
    raise: Vec<RaiseStep>,
    raise_together: Vec<QuestionStep>,
) -> ClauseExplanation {
    let in_scope: Vec<&QuestionInput> = input
        .questions
        .iter()
        .filter(|question| is_in_scope(question, input.depth))
        .collect();
    let applicable = in_scope.iter().filter(|question| is_applicable(question));
    ClauseExplanation {
        level: None,
        standing: Standing::None,
        effective: 0,
        in_scope: in_scope.len(),
        applicable: applicable.clone().count(),
        points: 0,
        maximum: 2 * applicable.clone().count(),
        critical: applicable.filter(|question| question.critical).count(),
        zero: 0,
        partly: 0,
        tolerance: 0,
        standing_from: 0,
        standing_place: 0,
        line: None,
        limits: Vec::new(),
        raise,
        raise_together,
    }
}

/// The level that counts in the grade, 0 while unanswered.
fn effective(method: &Method, input: &ClauseInput) -> u8 {
    super::clause_level(method, input).map_or(0, |(level, standing)| {
        level.min(method.cap(standing, input.tier))
    })
}

/// Returns, for each question that alone raises the level that counts, its smallest change.
///
/// A change is smaller the fewer steps it takes, one for each better answer or standing; between
/// two of the same size the one that changes the answer less comes first.
fn what_would_raise(method: &Method, input: &ClauseInput) -> Vec<RaiseStep> {
    let now = effective(method, input);
    let mut found: Vec<(usize, RaiseStep)> = Vec::new();
    let mut tried = input.clone();
    for (place, question) in input.questions.iter().enumerate() {
        if !can_improve(question, input) {
            continue;
        }
        for (size, changed) in improvements(question) {
            tried.questions[place] = changed;
            if effective(method, &tried) > now {
                found.push((size, raise_step(method, &tried, place, question)));
                break;
            }
        }
        tried.questions[place] = *question;
    }
    found.sort_by_key(|(size, _)| *size);
    found.into_iter().map(|(_, step)| step).collect()
}

fn raise_step(
    method: &Method,
    raised: &ClauseInput,
    place: usize,
    before: &QuestionInput,
) -> RaiseStep {
    let (level, standing) =
        super::clause_level(method, raised).expect("a raised clause is answered");
    RaiseStep {
        step: question_step(place, before, &raised.questions[place]),
        level,
        standing,
        effective: effective(method, raised),
    }
}

fn question_step(place: usize, before: &QuestionInput, after: &QuestionInput) -> QuestionStep {
    QuestionStep {
        question: place,
        answer: after.answer.filter(|_| after.answer != before.answer),
        evidence: Some(after.evidence).filter(|evidence| *evidence != before.evidence),
    }
}

/// Whether better answers to a question exist that a person could give now. One that is not yet due
/// cannot be answered, and one that does not apply has nothing to improve.
const fn can_improve(question: &QuestionInput, input: &ClauseInput) -> bool {
    is_in_scope(question, input.depth) && is_applicable(question)
}

/// Returns the better states of a question with the number of steps to each, the nearest first.
fn improvements(question: &QuestionInput) -> Vec<(usize, QuestionInput)> {
    let better_answers: &[AnswerValue] = match question.answer {
        Some(AnswerValue::Met) => &[],
        Some(AnswerValue::Partly) => &[AnswerValue::Met],
        _ => &[AnswerValue::Partly, AnswerValue::Met],
    };
    let mut states = Vec::new();
    let answers = std::iter::once(question.answer).chain(better_answers.iter().copied().map(Some));
    for (answer_steps, answer) in answers.enumerate() {
        let standings = Standing::ALL
            .into_iter()
            .filter(|standing| *standing >= question.evidence);
        for (evidence_steps, evidence) in standings.enumerate() {
            let size = answer_steps + evidence_steps;
            if size > 0 {
                states.push((
                    size,
                    QuestionInput {
                        answer,
                        evidence,
                        ..*question
                    },
                ));
            }
        }
    }
    states.sort_by_key(|(size, _)| *size);
    states
}

/// Returns changes that raise the level that counts together, none of which can be left out or
/// made smaller; nothing when the clause cannot rise.
///
/// Starts from everything met with current, independent evidence and takes back what is not
/// needed: questions that are not critical first, then those without a red line, the last first.
fn what_would_raise_together(method: &Method, input: &ClauseInput) -> Vec<QuestionStep> {
    let now = effective(method, input);
    let mut changed = input.clone();
    for question in &mut changed.questions {
        if can_improve(question, input) {
            question.answer = Some(AnswerValue::Met);
            question.evidence = Standing::CurrentIndependent;
        }
    }
    if effective(method, &changed) <= now {
        return Vec::new();
    }
    let mut places: Vec<usize> = (0..input.questions.len())
        .filter(|place| can_improve(&input.questions[*place], input))
        .collect();
    places.sort_by_key(|place| {
        let question = &input.questions[*place];
        (question.critical, question.red_line, Reverse(*place))
    });
    for place in places.iter().copied() {
        shrink(method, input, &mut changed, place, now);
    }
    (0..input.questions.len())
        .filter(|place| changed.questions[*place] != input.questions[*place])
        .map(|place| question_step(place, &input.questions[place], &changed.questions[place]))
        .collect()
}

/// Takes back as much of one question's change as the rise allows.
fn shrink(method: &Method, input: &ClauseInput, changed: &mut ClauseInput, place: usize, now: u8) {
    let before = input.questions[place];
    let full = changed.questions[place];
    let smaller = improvements(&before).into_iter().map(|(_, state)| state);
    for state in std::iter::once(before).chain(smaller) {
        changed.questions[place] = state;
        if effective(method, changed) > now {
            return;
        }
    }
    changed.questions[place] = full;
}
