//! The grade, computed anew from the facts alone.

use crate::verification::Verification;
use assay_domain::facts::{ClauseFacts, Facts};
use assay_domain::grading::{
    ClauseInput, Method, QuestionInput, clause_level, grade, limit_fallback,
};

/// Computes clause levels and grade anew from the facts alone and compares them with what they state.
pub(crate) fn recompute(facts: &Facts, found: &mut Verification) {
    found.grade = Some(facts.grade.grade);
    if let Some(redaction) = &facts.redaction {
        let args = [
            ("number", facts.report_number.to_string()),
            ("digest", redaction.original_sha256.clone()),
        ];
        found.add("item-redacted", None, &args);
    }
    let stated = [("method", facts.grade.method.clone())];
    let Ok(method) = Method::from_json(facts.method_tables.clone()) else {
        found.add("item-method", Some(false), &stated);
        return;
    };
    let same = method.sha256() == facts.method.sha256;
    found.add("item-method", Some(same), &stated);
    let outcome = grade(&method, &facts.grade_input).ok();
    let follows = outcome.as_ref() == Some(&facts.grade);
    found.add("item-grade", Some(follows), &[]);
    found.recomputed_grade = outcome.map(|outcome| outcome.grade);
    clauses(&method, facts, found);
}

/// Computes the levels of the clauses of which no answer was removed.
fn clauses(method: &Method, facts: &Facts, found: &mut Verification) {
    let (whole, cut): (Vec<_>, Vec<_>) = facts
        .clauses
        .iter()
        .partition(|clause| is_whole(facts, clause));
    let follow = whole
        .iter()
        .all(|clause| level_holds(method, facts, clause));
    found.add("item-clauses", Some(follow), &[]);
    if !cut.is_empty() {
        found.add(
            "item-clauses-cut",
            None,
            &[("count", cut.len().to_string())],
        );
    }
}

/// Tells whether no answer of a clause was removed: from what is left its level can't follow.
fn is_whole(facts: &Facts, clause: &ClauseFacts) -> bool {
    let mut removed = facts
        .redaction
        .iter()
        .flat_map(|redaction| &redaction.answers);
    let questions: Vec<_> = clause
        .questions
        .iter()
        .map(|question| &question.question)
        .collect();
    !removed.any(|id| questions.contains(&id))
}

/// Tells whether a clause's stated level, and the answer that entered the grade, follow from its questions.
fn level_holds(method: &Method, facts: &Facts, clause: &ClauseFacts) -> bool {
    let questions = clause.questions.iter().map(|question| QuestionInput {
        critical: question.critical,
        red_line: question.red_line,
        answer: question.answer,
        evidence: question.standing,
    });
    let input = ClauseInput {
        questions: questions.collect(),
        depth: facts.assessment.depth,
        tier: facts.grade.tier,
    };
    let level = clause_level(method, &input);
    let limited = |level| {
        if clause.clause.as_str() == "i" {
            limit_fallback(level, facts.fallback).0
        } else {
            level
        }
    };
    let counted = level.map(|(level, standing)| (limited(level), standing));
    let control = format!("6.3{}", clause.clause);
    let entered = facts.grade_input.controls.get(&control).copied().flatten();
    let stated = (clause.level, clause.counted_level)
        == (
            level.map(|(level, _)| level),
            counted.map(|(level, _)| level),
        );
    stated && (clause.clause.as_str() == "a" || entered == counted)
}
