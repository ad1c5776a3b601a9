//! What an assessment comes to: clause levels, tier, input of the method, summary, what remains.

mod remaining;

use crate::contract::{ClauseTask, Saved, Summary, TaskStatus};
use crate::error::Error;
use crate::whole::Whole;
use assay_domain::answer::AnswerValue;
use assay_domain::assessment::Remaining;
use assay_domain::evidence::Standing;
use assay_domain::framework::Framework;
use assay_domain::grading::{
    ClauseInput, ContextInput, Input, PointAndInterval, QuestionInput, RiskInput, clause_level,
    limit_fallback, point_and_interval,
};
use assay_domain::id::{ClauseId, ControlId, QuestionId};
use assay_domain::time::Timestamp;
use assay_store::Tx;
use std::collections::BTreeMap;

/// The clause that is the assessment itself and earns no credit.
const SELF: &str = "a";
/// The clause whose level the workspace's own records limit.
const FALLBACK: &str = "i";

/// What an assessment comes to, without sensitivity and plan.
pub(crate) struct Conduct {
    pub(crate) clauses: Vec<ClauseTask>,
    pub(crate) input: Input,
    pub(crate) summary: Summary,
    pub(crate) remaining: Vec<Remaining>,
}

impl Conduct {
    /// Computes everything anew; a fraction of a millisecond.
    pub(crate) fn of(framework: &Framework, whole: &Whole) -> Result<Self, Error> {
        let tier = tier(framework, whole);
        let clauses: Vec<ClauseTask> = framework
            .clauses()
            .map(|(clause, _)| clause_task(framework, whole, clause, tier))
            .collect();
        let input = input(framework, whole, &clauses);
        let reading = point_and_interval(framework.method(), &input)?;
        let summary = summary(&input, &reading, &clauses);
        let remaining = remaining::all(framework, whole, &summary);
        Ok(Self {
            clauses,
            input,
            summary,
            remaining,
        })
    }

    /// Stores the summary in the change that made it, and answers the screen.
    pub(crate) fn save(
        self,
        tx: &mut Tx<'_>,
        whole: &Whole,
        revision: u32,
        at: Timestamp,
    ) -> Result<Saved, Error> {
        tx.assessments_mut().set_summary(
            whole.assessment.id,
            &serde_json::to_value(&self.summary)?,
            at,
        )?;
        Ok(Saved {
            saved_at: at,
            revision,
            clauses: self.clauses,
            remaining: self.remaining,
            summary: self.summary,
        })
    }
}

/// Returns the application tier of the context as it is; unanswered values count as the method says.
pub(crate) fn tier(framework: &Framework, whole: &Whole) -> u8 {
    let input = Input {
        context: context(whole),
        ..Input::default()
    };
    // An empty input is always accepted, so the context alone decides.
    point_and_interval(framework.method(), &input).map_or(1, |reading| reading.point.tier)
}

fn context(whole: &Whole) -> ContextInput {
    let context = &whole.assessment.context;
    ContextInput {
        scenario: context.scenario.value,
        autonomy: context.autonomy.value,
        scale: context.scale.value,
    }
}

/// Returns the questions of a clause as the method wants them.
pub(crate) fn clause_input(
    framework: &Framework,
    whole: &Whole,
    clause: &ClauseId,
    tier: u8,
) -> ClauseInput {
    let questions = framework
        .questions_of(clause)
        .map(|question| QuestionInput {
            critical: question.critical,
            red_line: question.red_line,
            answer: whole.counted(&question.id),
            evidence: whole
                .answers
                .get(&question.id)
                .map_or(Standing::None, |answer| whole.standing(&answer.evidence)),
        });
    ClauseInput {
        questions: questions.collect(),
        depth: whole.assessment.depth,
        tier,
    }
}

fn clause_task(framework: &Framework, whole: &Whole, clause: ClauseId, tier: u8) -> ClauseTask {
    let asked: Vec<_> = framework
        .questions_of(&clause)
        .filter(|question| whole.asks(question))
        .collect();
    let answered = asked
        .iter()
        .filter(|question| whole.counted(&question.id).is_some())
        .count();
    let level = clause_level(
        framework.method(),
        &clause_input(framework, whole, &clause, tier),
    );
    let counted_level = level.map(|(level, _)| match clause.as_str() {
        FALLBACK => limit_fallback(level, whole.fallback).0,
        _ => level,
    });
    ClauseTask {
        status: match answered {
            0 => TaskStatus::NotStarted,
            some if some < asked.len() => TaskStatus::InProgress,
            _ => TaskStatus::Completed,
        },
        answered: count(answered),
        in_scope: count(asked.len()),
        level: level.map(|(level, _)| level),
        standing: level.map_or(Standing::None, |(_, standing)| standing),
        counted_level,
        clause,
    }
}

fn input(framework: &Framework, whole: &Whole, clauses: &[ClauseTask]) -> Input {
    let measures = framework.countermeasures().iter().map(|entry| {
        let measure = whole.measures.get(&entry.id);
        let answer =
            measure.and_then(|measure| Some((measure.level?, whole.standing(&measure.evidence))));
        (entry.id.to_string(), answer)
    });
    let own = clauses
        .iter()
        .filter(|task| task.clause.as_str() != SELF)
        .map(|task| {
            let answer = task.counted_level.map(|level| (level, task.standing));
            (control_of(&task.clause).to_string(), answer)
        });
    Input {
        context: context(whole),
        risks: risks(framework, whole),
        controls: measures.chain(own).collect(),
        red_lines: red_lines(framework, whole)
            .into_iter()
            .map(|(id, crossed)| (id.to_string(), crossed))
            .collect(),
    }
}

/// Returns the clause as the control that it is in the method.
pub(crate) fn control_of(clause: &ClauseId) -> ControlId {
    ControlId::from(format!("6.3{clause}"))
}

/// Returns the confirmed ratings; a mere proposal is left out and so counts as unanswered.
fn risks(framework: &Framework, whole: &Whole) -> BTreeMap<String, RiskInput> {
    let ids = framework.risks().iter().map(|risk| &risk.id);
    ids.filter_map(|id| {
        let rating = whole
            .ratings
            .get(id)
            .filter(|rating| rating.confirmed.is_some())?;
        let input = match &rating.not_applicable {
            Some(reason) => RiskInput::not_applicable(reason.agreed.is_some()),
            None => RiskInput::rated(
                rating.likelihood,
                rating.impact,
                whole.standing(&rating.evidence),
            ),
        };
        Some((id.to_string(), input))
    })
    .collect()
}

/// Returns for each red line whether it is crossed; nothing while its question is unanswered.
pub(crate) fn red_lines(
    framework: &Framework,
    whole: &Whole,
) -> BTreeMap<QuestionId, Option<bool>> {
    let crossed = |answer| matches!(answer, AnswerValue::NotMet | AnswerValue::Unknown);
    let ids = framework
        .method()
        .red_lines()
        .iter()
        .map(|id| QuestionId::from(id.as_str()));
    ids.map(|id| {
        let answer = whole.counted(&id).map(crossed);
        (id, answer)
    })
    .collect()
}

fn summary(input: &Input, reading: &PointAndInterval, clauses: &[ClauseTask]) -> Summary {
    let band = serde_json::to_value(reading.confidence_band).unwrap_or_default();
    let crossed = input
        .red_lines
        .iter()
        .filter(|(_, crossed)| **crossed == Some(true));
    Summary {
        tier: reading.point.tier,
        grade: reading.point.grade,
        interval: reading.interval(),
        confidence: reading.confidence,
        confidence_band: band.as_str().unwrap_or_default().to_owned(),
        index: reading.point.index,
        red_lines: crossed.map(|(id, _)| id.as_str().into()).collect(),
        answered: clauses.iter().map(|task| task.answered).sum(),
        in_scope: clauses.iter().map(|task| task.in_scope).sum(),
    }
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
