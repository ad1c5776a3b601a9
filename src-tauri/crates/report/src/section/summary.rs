//! What a superior reads in one minute.

use super::story::Story;
use crate::model::{Block, ParagraphStyle, Text};
use assay_domain::action::ActionState;
use assay_domain::grading::{Part, Plan};

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let facts = story.facts;
    let grade = facts.grade.grade;
    let lead = [
        ("system", facts.system.name.as_str().into()),
        ("number", grade.into()),
        ("grade", story.grade_name(grade).into()),
    ];
    let mut points = vec![interval(story), parts(story)];
    points.extend(worst(story));
    points.push(weak(story));
    points.push(confidence(story));
    points.extend(help(story));
    points.extend(plan(story));
    points.push(actions(story));
    if !facts.dissents.is_empty() {
        let count = [("count", facts.dissents.len().into())];
        points.push(story.say("paper-summary-dissent", &count));
    }
    vec![
        Block::heading(1, story.t("paper-summary-title")),
        Block::paragraph(
            ParagraphStyle::Lead,
            Text::bold(story.say("paper-summary-lead", &lead)),
        ),
        Block::List(points.into_iter().map(Text::plain).collect()),
    ]
}

fn interval(story: &Story<'_>) -> String {
    let [best, _, worst] = story.facts.grade.interval;
    if best == worst {
        return story.t("paper-summary-interval-point");
    }
    let ends = [
        ("best", story.grade_name(best).into()),
        ("worst", story.grade_name(worst).into()),
    ];
    story.say("paper-summary-interval", &ends)
}

/// Name of a part of the grade.
pub(super) fn part(story: &Story<'_>, part: Part) -> String {
    story.named("paper-part-", part)
}

fn parts(story: &Story<'_>) -> String {
    let deciding: Vec<String> = story
        .explanation
        .deciding
        .iter()
        .map(|deciding| part(story, *deciding))
        .collect();
    let args = [
        ("tier", story.facts.grade.tier.into()),
        ("parts", story.list(&deciding).into()),
    ];
    story.say("paper-summary-parts", &args)
}

fn worst(story: &Story<'_>) -> Option<String> {
    let worst = story.explanation.worst_risks.iter().take(3);
    let names: Vec<String> = worst.map(|id| story.risk(id)).collect();
    let args = [("risks", story.items(&names).into())];
    (!names.is_empty()).then(|| story.say("paper-summary-worst", &args))
}

fn weak(story: &Story<'_>) -> String {
    let weak: Vec<String> = story
        .facts
        .clauses
        .iter()
        .filter(|clause| clause.counted_level.is_none_or(|level| level <= 1))
        .map(|clause| story.control(&format!("6.3{}", clause.clause.as_str())))
        .collect();
    if weak.is_empty() {
        return story.t("paper-summary-weak-none");
    }
    story.say(
        "paper-summary-weak",
        &[("clauses", story.items(&weak).into())],
    )
}

fn confidence(story: &Story<'_>) -> String {
    let open = &story.explanation.open;
    let unanswered =
        open.context.len() + open.risks.len() + open.controls.len() + open.red_lines.len();
    let band = story.named("confidence-", story.facts.grade.confidence_band);
    let args = [
        ("confidence", story.facts.grade.confidence.into()),
        ("band", band.into()),
        ("bare", open.unevidenced_controls.len().into()),
        ("open", unanswered.into()),
    ];
    story.say("paper-summary-confidence", &args)
}

/// A step of a control in words.
pub(super) fn step(story: &Story<'_>, control: &str, from: u8, to: u8) -> String {
    let args = [
        ("control", story.control(control).into()),
        ("from", story.level_name(Some(from)).into()),
        ("to", story.level_name(Some(to)).into()),
    ];
    story.say("paper-step", &args)
}

fn help(story: &Story<'_>) -> Option<String> {
    let grade = &story.facts.grade;
    let help = grade.sensitivity.helps.first()?;
    // A step that moves no grade is not what helps most where lifting the red lines does.
    let clears = matches!(&grade.plan, Some(Plan::Reachable { steps, .. }) if steps.is_empty());
    if clears && help.grade == grade.grade {
        return None;
    }
    let step = step(story, &help.control, help.from, help.to);
    Some(story.say("paper-summary-help", &[("step", step.into())]))
}

fn plan(story: &Story<'_>) -> Option<String> {
    Some(match story.facts.grade.plan.as_ref()? {
        Plan::Reachable { target, steps, .. } => {
            let grade = ("grade", story.grade_name(*target).into());
            if steps.is_empty() {
                story.say("paper-summary-plan-clear", &[grade])
            } else {
                let count = ("count", steps.len().into());
                story.say("paper-summary-plan", &[grade, count])
            }
        }
        Plan::OutOfReach { target, .. } => {
            let grade = ("grade", story.grade_name(*target).into());
            story.say("paper-summary-plan-none", &[grade])
        }
    })
}

fn actions(story: &Story<'_>) -> String {
    let today = story.day_of(story.facts.as_of);
    let actions = &story.facts.actions;
    let open = actions.iter().filter(|action| {
        matches!(
            action.facts.state,
            ActionState::Open | ActionState::InProgress | ActionState::Done
        )
    });
    let late = actions
        .iter()
        .filter(|action| action.facts.is_overdue(today));
    let (open, late) = (open.count(), late.count());
    if open == 0 {
        return story.t("paper-summary-actions-none");
    }
    story.say(
        "paper-summary-actions",
        &[("open", open.into()), ("late", late.into())],
    )
}
