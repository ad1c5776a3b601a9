//! The result page: the outcome, how it came about, and what would raise each clause.

use crate::conduct::{Conduct, clause_input, red_lines, tier};
use crate::contract::{AssessmentGet, AssessmentResult, ClauseResult, ClauseTask};
use crate::error::Error;
use crate::freeze::earlier;
use crate::overview::assessment_row;
use crate::session::Session;
use crate::whole::Whole;
use assay_domain::framework::Framework;
use assay_domain::grading::{explain, explain_clause, grade};
use assay_store::table::assessment::AssessmentRow as StoredRow;

/// Answers with the result of an assessment, computed anew from its answers.
pub(crate) fn assessment_result(
    session: &mut Session,
    request: AssessmentGet,
) -> Result<AssessmentResult, Error> {
    let framework = &session.framework;
    session.opened()?.store.read(|read| {
        let whole = Whole::read(read, framework, request.id)?;
        let conduct = Conduct::of(framework, &whole)?;
        let outcome = grade(framework.method(), &conduct.input)?;
        let explanation = explain(framework.method(), &conduct.input, &outcome)?;
        let row = StoredRow {
            assessment: whole.assessment.clone(),
            summary: Some(serde_json::to_value(&conduct.summary)?),
            changed_at: whole.assessment.begun.at,
        };
        Ok(AssessmentResult {
            row: assessment_row(row, &whole.system.facts.name)?,
            outcome,
            explanation,
            clauses: conduct
                .clauses
                .into_iter()
                .map(|task| clause(framework, &whole, task))
                .collect(),
            red_lines: red_lines(framework, &whole),
            dissents: read.dissents().list(request.id)?,
            earlier: earlier(read, &whole.assessment)?.map(|before| before.id),
        })
    })
}

fn clause(framework: &Framework, whole: &Whole, task: ClauseTask) -> ClauseResult {
    let input = clause_input(framework, whole, &task.clause, tier(framework, whole));
    let explanation = explain_clause(framework.method(), &input);
    let questions: Vec<_> = framework.questions_of(&task.clause).collect();
    let mut places: Vec<usize> = explanation
        .raise
        .iter()
        .map(|raise| raise.step.question)
        .collect();
    if places.is_empty() {
        places = explanation
            .raise_together
            .iter()
            .map(|step| step.question)
            .collect();
    }
    places.sort_unstable();
    places.dedup();
    let raise = places
        .into_iter()
        .filter_map(|place| questions.get(place))
        .map(|question| question.id.clone());
    ClauseResult {
        raise: raise.collect(),
        clause: task.clause.clone(),
        task,
        explanation,
    }
}
