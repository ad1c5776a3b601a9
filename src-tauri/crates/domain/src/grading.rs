//! The grading method: clause levels, application tier, residual risk grade and what explains it.
//!
//! Everything is integer arithmetic on checked inputs, written from the project's grading method
//! (kag 1.1.0); "section" and "step" below are those of that document. The framework publishes no
//! formula: this one is the project's own.
//!
//! | module | part of the method |
//! | --- | --- |
//! | `method`, `catalogue` | step 12: the method as validated data |
//! | `input`, `parse`, `refusal` | sections 2 and 6: what is graded, strictly read |
//! | `clause`, `limit`, `clause_explain` | section 3: from answers to a clause's level |
//! | `column` | steps 1 to 7 at the point, at best and at worst (step 8) |
//! | `confidence`, `sensitivity`, `plan` | steps 9, 10 and 11 |
//! | `outcome`, `explain` | the result, and why it is so |

mod catalogue;
mod clause;
mod clause_explain;
mod column;
mod confidence;
mod explain;
mod input;
mod limit;
mod method;
mod outcome;
mod parse;
mod plan;
mod refusal;
mod sensitivity;
mod tree;

pub use catalogue::Catalogue;
pub use clause::{ClauseInput, ClauseLimit, ClauseLine, QuestionInput, clause_level};
pub use clause_explain::{ClauseExplanation, QuestionStep, RaiseStep, explain_clause};
pub use explain::{
    AccumulationCount, CappedControl, CreditExplanation, Explanation, GateExplanation, GateKind,
    Open, RiskExplanation, TierExplanation, explain,
};
pub use input::{ContextInput, ControlAnswer, Input, RiskInput};
pub use limit::{FallbackLimit, limit_fallback};
pub use method::{LevelName, Link, LinkKind, LinkSource, Method};
pub use outcome::{
    Blockers, ConfidenceBand, GradeStep, Help, Outcome, Part, Parts, Plan, PlanStep,
    PointAndInterval, Reading, RiskOutcome, Sensitivity,
};
pub use parse::{parse_clause_input, parse_input};
pub use refusal::{InputError, MethodError, Refusal, RefusalCode};

use column::{Column, Gate, View};
use input::Indexed;

/// Grades an input in full: grade, interval, confidence, sensitivity and plan.
///
/// # Errors
/// Refuses an input with an id that the method does not know or a value out of range; an input of
/// [`parse_input`] with the same method never is.
pub fn grade(method: &Method, input: &Input) -> Result<Outcome, InputError> {
    let indexed = Indexed::of(method, input)?;
    let point = Column::of(method, &indexed, View::Point);
    let bound = |view| Column::of(method, &indexed, view).parts().grade();
    let parts = point.parts();
    let (confidence, confidence_band) = confidence::confidence(method, &indexed);
    let risks = method.risks().iter().enumerate();
    Ok(Outcome {
        method: method.label().to_owned(),
        tier: point.tier,
        grade: parts.grade(),
        parts,
        gates: point
            .gates()
            .into_iter()
            .map(|(gate, grade)| (gate_name(method, gate), grade))
            .collect(),
        index: point.index(),
        worst: point.worst().map(|risk| method.risks()[risk].clone()),
        interval: [bound(View::Best), parts.grade(), bound(View::Worst)],
        confidence,
        confidence_band,
        effective: method
            .controls()
            .iter()
            .cloned()
            .zip(point.effective.iter().copied())
            .collect(),
        risks: risks
            .filter_map(|(risk, id)| Some((id.clone(), point.risk_outcome(risk)?)))
            .collect(),
        sensitivity: sensitivity::sensitivity(method, &indexed, &point),
        plan: plan::plan(method, &indexed, &point),
    })
}

/// Grades an input three times, without sensitivity and plan: cheap enough for overviews.
///
/// # Errors
/// As [`grade`].
/// # Source
/// Steps 1 to 9.
pub fn point_and_interval(method: &Method, input: &Input) -> Result<PointAndInterval, InputError> {
    let indexed = Indexed::of(method, input)?;
    let reading = |view| {
        let column = Column::of(method, &indexed, view);
        let parts = column.parts();
        let reading = Reading {
            tier: column.tier,
            grade: parts.grade(),
            index: column.index(),
        };
        (reading, parts)
    };
    let (point, parts) = reading(View::Point);
    let (confidence, confidence_band) = confidence::confidence(method, &indexed);
    Ok(PointAndInterval {
        best: reading(View::Best).0,
        point,
        worst: reading(View::Worst).0,
        parts,
        confidence,
        confidence_band,
    })
}

/// Returns a gate's name as results write it.
fn gate_name(method: &Method, gate: Gate) -> String {
    match gate {
        Gate::Control => "control".to_owned(),
        Gate::Fallback => "fallback".to_owned(),
        Gate::Uncontrolled => "uncontrolled".to_owned(),
        Gate::Neglect(place) => {
            let clause = method.tables.neglect_gate.clauses[place];
            format!("neglect {}", method.controls()[clause])
        }
        Gate::RedLine => "red line".to_owned(),
    }
}
