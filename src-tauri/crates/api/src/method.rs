//! The grading method as pure functions of text, so that anybody can recompute a grade.

use crate::error::Error;
use assay_domain::answer::AnswerValue;
use assay_domain::assessment::Depth;
use assay_domain::decision::FallbackFacts;
use assay_domain::evidence::Standing;
use assay_domain::framework::Framework;
use assay_domain::grading::{
    ClauseInput, ContextInput, Input, Method, Outcome, QuestionInput, RiskInput, clause_level,
    grade, limit_fallback, parse_clause_input, parse_input, point_and_interval,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Returns the method's tables as canonical JSON text.
///
/// # Errors
/// Never for a method that was loaded.
pub fn show(framework: &Framework) -> Result<String, Error> {
    Ok(serde_json::to_string_pretty(&framework.method().to_json())?)
}

/// Grades an input of the method's section 6 and returns the whole outcome as JSON text.
///
/// # Errors
/// An input that is refused, with its place.
pub fn grade_text(framework: &Framework, input: &str) -> Result<String, Error> {
    let method = framework.method();
    Ok(serde_json::to_string(&grade(
        method,
        &parse_input(method, input)?,
    )?)?)
}

/// Returns the level and standing that a clause's questions give, or `null`, as JSON text.
///
/// # Errors
/// An input that is refused, with its place.
pub fn clause_level_text(framework: &Framework, input: &str) -> Result<String, Error> {
    Ok(serde_json::to_string(&clause_level(
        framework.method(),
        &parse_clause_input(input)?,
    ))?)
}

/// A question's answer as the clause level sees it, with its id for the red lines.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnsweredQuestion {
    id: String,
    critical: bool,
    #[serde(default)]
    red_line: bool,
    #[serde(default)]
    answer: Option<AnswerValue>,
    #[serde(default)]
    evidence: Standing,
}

/// Everything from which an assessment is graded.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answers {
    context: ContextInput,
    depth: Depth,
    clauses: BTreeMap<String, Vec<AnsweredQuestion>>,
    measures: BTreeMap<String, Option<(u8, Standing)>>,
    risks: BTreeMap<String, RiskInput>,
    fallback: FallbackFacts,
}

/// What the answers come to.
#[derive(Serialize)]
struct Answered {
    levels: BTreeMap<String, Option<(u8, Standing)>>,
    outcome: Outcome,
}

/// Computes clause levels, limits from data, tier and grade from answers, as JSON text.
///
/// # Errors
/// An input that is refused.
pub fn answers_text(framework: &Framework, input: &str) -> Result<String, Error> {
    let answers: Answers = serde_json::from_str(input)
        .map_err(|error| Error::new("request-malformed").with("detail", error))?;
    let method = framework.method();
    let tier = point_and_interval(
        method,
        &Input {
            context: answers.context,
            ..Input::default()
        },
    )?
    .point
    .tier;
    let levels: BTreeMap<String, Option<(u8, Standing)>> = answers
        .clauses
        .iter()
        .map(|(clause, questions)| {
            (
                clause.clone(),
                level(method, &answers, clause, questions, tier),
            )
        })
        .collect();
    let own = levels.iter().filter(|(clause, _)| *clause != "a");
    let own = own.map(|(clause, level)| (format!("6.3{clause}"), *level));
    let input = Input {
        context: answers.context,
        risks: answers.risks.clone(),
        controls: answers.measures.clone().into_iter().chain(own).collect(),
        red_lines: red_lines(method, &answers),
    };
    Ok(serde_json::to_string(&Answered {
        levels,
        outcome: grade(method, &input)?,
    })?)
}

fn level(
    method: &Method,
    answers: &Answers,
    clause: &str,
    questions: &[AnsweredQuestion],
    tier: u8,
) -> Option<(u8, Standing)> {
    let questions = questions.iter().map(|question| QuestionInput {
        critical: question.critical,
        red_line: question.red_line,
        answer: question.answer,
        evidence: question.evidence,
    });
    let input = ClauseInput {
        questions: questions.collect(),
        depth: answers.depth,
        tier,
    };
    let (level, standing) = clause_level(method, &input)?;
    let limited = if clause == "i" {
        limit_fallback(level, answers.fallback).0
    } else {
        level
    };
    Some((limited, standing))
}

fn red_lines(method: &Method, answers: &Answers) -> BTreeMap<String, Option<bool>> {
    let asked = |id: &str| {
        answers
            .clauses
            .values()
            .flatten()
            .find(|question| question.id == id)
    };
    let crossed = |answer| matches!(answer, AnswerValue::NotMet | AnswerValue::Unknown);
    let ids = method.red_lines().iter();
    ids.map(|id| {
        (
            id.clone(),
            asked(id).and_then(|question| question.answer).map(crossed),
        )
    })
    .collect()
}
