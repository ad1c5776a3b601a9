//! What remains of an assessment: what blocks its end, and what is advised.

use super::count;
use crate::contract::Summary;
use crate::whole::Whole;
use assay_domain::answer::AnswerValue;
use assay_domain::assessment::Remaining;
use assay_domain::framework::{Framework, Question};

/// Returns everything of which something is left.
pub(super) fn all(framework: &Framework, whole: &Whole, summary: &Summary) -> Vec<Remaining> {
    let reasons = without_reason(framework, whole);
    let questions = (summary.in_scope - summary.answered) as usize - reasons;
    let open = [
        Remaining::Context {
            count: count(context(whole)),
        },
        Remaining::Questions {
            count: count(questions),
        },
        Remaining::Reasons {
            count: count(reasons),
        },
        Remaining::Measures {
            count: count(measures(framework, whole)),
        },
        Remaining::Ratings {
            count: count(unconfirmed(framework, whole)),
        },
        Remaining::Evidence {
            count: count(without_evidence(framework, whole)),
        },
        Remaining::SecondPerson {
            count: count(agreed_by_nobody(whole)),
        },
    ];
    open.into_iter().filter(|item| item.count() > 0).collect()
}

fn context(whole: &Whole) -> usize {
    let context = &whole.assessment.context;
    let values = [&context.scenario, &context.autonomy, &context.scale];
    let values = values.iter();
    values.filter(|value| value.value.is_none()).count()
}

fn asked<'a>(framework: &'a Framework, whole: &'a Whole) -> impl Iterator<Item = &'a Question> {
    let questions = framework.questions().iter();
    questions.filter(|question| whole.asks(question))
}

/// Answers "not applicable" that do not count, since they say no reason.
fn without_reason(framework: &Framework, whole: &Whole) -> usize {
    let not_applicable = asked(framework, whole).filter(|question| {
        let answer = whole.answers.get(&question.id);
        answer.and_then(|answer| answer.value) == Some(AnswerValue::Na)
    });
    not_applicable
        .filter(|question| whole.counted(&question.id).is_none())
        .count()
}

/// Critical questions whose good answer nothing supports.
fn without_evidence(framework: &Framework, whole: &Whole) -> usize {
    let critical = asked(framework, whole).filter(|question| question.critical);
    let answers = critical.filter_map(|question| whole.answers.get(&question.id));
    let good = answers
        .filter(|answer| matches!(answer.value, Some(AnswerValue::Met | AnswerValue::Partly)));
    good.filter(|answer| answer.evidence.is_empty()).count()
}

fn measures(framework: &Framework, whole: &Whole) -> usize {
    let measures = framework.countermeasures().iter();
    let answers = measures.map(|entry| whole.measures.get(&entry.id));
    answers
        .filter(|answer| answer.is_none_or(|measure| measure.level.is_none()))
        .count()
}

fn unconfirmed(framework: &Framework, whole: &Whole) -> usize {
    let risks = framework.risks().iter();
    let ratings = risks.map(|risk| whole.ratings.get(&risk.id));
    ratings
        .filter(|rating| rating.is_none_or(|rating| rating.confirmed.is_none()))
        .count()
}

/// Risks that one person alone holds not applicable.
fn agreed_by_nobody(whole: &Whole) -> usize {
    let ratings = whole.ratings.values();
    let confirmed = ratings.filter(|rating| rating.confirmed.is_some());
    let reasons = confirmed.filter_map(|rating| rating.not_applicable.as_ref());
    reasons.filter(|reason| reason.agreed.is_none()).count()
}
