//! The grading method as pure functions of text, so that anybody can recompute a grade.

use crate::error::Error;
use assay_domain::answer::AnswerValue;
use assay_domain::assessment::Depth;
use assay_domain::decision::FallbackFacts;
use assay_domain::evidence::Standing;
use assay_domain::framework::Framework;
use assay_domain::grading::{
    ClauseInput, ContextInput, Input, Method, QuestionInput, RiskInput, clause_level, grade,
    limit_fallback, parse_clause_input, parse_input, point_and_interval,
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
    question: String,
    critical: bool,
    #[serde(default)]
    red_line: bool,
    #[serde(default)]
    answer: Option<AnswerValue>,
    #[serde(default)]
    evidence: Standing,
}

impl From<&AnsweredQuestion> for QuestionInput {
    fn from(asked: &AnsweredQuestion) -> Self {
        Self {
            critical: asked.critical,
            red_line: asked.red_line,
            answer: asked.answer,
            evidence: asked.evidence,
        }
    }
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

/// What a clause comes to.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
struct ClauseLevel {
    level: Option<u8>,
    standing: Standing,
    /// After the limits from data.
    counted_level: Option<u8>,
}

/// Computes clause levels, limits from data, tier and grade from answers, as JSON text: the grade
/// without sensitivity and plan, and `clauses` beside it.
///
/// # Errors
/// An input that is refused.
pub fn answers_text(framework: &Framework, input: &str) -> Result<String, Error> {
    let answers: Answers = serde_json::from_str(input)
        .map_err(|error| Error::new("request-malformed").with("detail", error))?;
    let method = framework.method();
    let of_context = Input {
        context: answers.context,
        ..Input::default()
    };
    let tier = point_and_interval(method, &of_context)?.point.tier;
    let levels = answers.clauses.iter().map(|(clause, questions)| {
        let input = ClauseInput {
            questions: questions.iter().map(QuestionInput::from).collect(),
            depth: answers.depth,
            tier,
        };
        (clause.clone(), level(method, &answers, clause, &input))
    });
    let clauses: BTreeMap<String, ClauseLevel> = levels.collect();
    let own = clauses.iter().filter(|(clause, _)| *clause != "a");
    let own = own.map(|(clause, found)| {
        let answer = found.counted_level.map(|level| (level, found.standing));
        (format!("6.3{clause}"), answer)
    });
    let input = Input {
        controls: answers.measures.clone().into_iter().chain(own).collect(),
        risks: answers.risks.clone(),
        red_lines: red_lines(method, &answers),
        ..of_context
    };
    let mut outcome = serde_json::to_value(grade(method, &input)?)?;
    if let Some(fields) = outcome.as_object_mut() {
        fields.remove("sensitivity");
        fields.remove("plan");
        fields.insert("clauses".to_owned(), serde_json::to_value(clauses)?);
    }
    Ok(serde_json::to_string(&outcome)?)
}

fn level(method: &Method, answers: &Answers, clause: &str, input: &ClauseInput) -> ClauseLevel {
    let found = clause_level(method, input);
    let limited = |level| match clause {
        "i" => limit_fallback(level, answers.fallback).0,
        _ => level,
    };
    ClauseLevel {
        level: found.map(|(level, _)| level),
        standing: found.map_or(Standing::None, |(_, standing)| standing),
        counted_level: found.map(|(level, _)| limited(level)),
    }
}

fn red_lines(method: &Method, answers: &Answers) -> BTreeMap<String, Option<bool>> {
    let asked = |id: &str| {
        let mut questions = answers.clauses.values().flatten();
        questions.find(|asked| asked.question == id)
    };
    let crossed = |answer| matches!(answer, AnswerValue::NotMet | AnswerValue::Unknown);
    let ids = method.red_lines().iter();
    ids.map(|id| {
        (
            id.clone(),
            asked(id).and_then(|asked| asked.answer).map(crossed),
        )
    })
    .collect()
}
