//! What would lower the grade: single changes, the steps of measures, the plan.

use super::super::story::{Story, row, table};
use super::super::summary::{part, step};
use crate::model::{Block, Cell, Text, Width};
use assay_domain::grading::{Blockers, Part, Plan};
use std::collections::BTreeMap;

/// As many steps of measures as fit half a page.
const STEPS: usize = 12;

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, story.t("paper-help-title"))];
    blocks.extend(helps(story));
    blocks.extend(single(story));
    blocks.extend(plan(story));
    blocks
}

fn helps(story: &Story<'_>) -> Vec<Block> {
    let grade = &story.facts.grade;
    let all = grade.sensitivity.helps.iter();
    // A step that only lowers some index within its level is nothing that a reader could act on.
    let helps: Vec<_> = all
        .filter(|help| help.worst != 0 || help.drops != 0 || help.grade != grade.grade)
        .collect();
    if helps.is_empty() {
        return vec![Block::body(story.t("paper-help-none"))];
    }
    let columns = vec![
        story.column("paper-credit-column-measure", Width::Fixed(46.0)),
        story.column("paper-credit-column-what", Width::Share(1.0)),
        story.column("paper-help-column-step", Width::Fixed(34.0)),
        story.column("paper-help-column-evidence", Width::Fixed(66.0)),
        story.numbers("paper-help-column-grade", 40.0),
        story.numbers("paper-help-column-worst", 42.0),
        story.numbers("paper-help-column-drops", 36.0),
    ];
    let rows = helps.iter().take(STEPS).map(|help| {
        let ends = [("from", help.from.into()), ("to", help.to.into())];
        let gain = if help.worst == 0 {
            help.worst.to_string()
        } else {
            format!("−{}", help.worst)
        };
        row(vec![
            story.control_clause(&help.control).into(),
            story.control_name(&help.control).into(),
            story.say("paper-help-step", &ends).into(),
            story.short_standing(help.evidence).into(),
            help.grade.to_string().into(),
            gain.into(),
            Cell::from(help.drops.to_string()),
        ])
    });
    vec![
        Block::body(story.t("paper-help-intro")),
        table(columns, rows.collect(), story.t("paper-help-summary")),
    ]
}

fn single(story: &Story<'_>) -> Vec<Block> {
    let sensitivity = &story.facts.grade.sensitivity;
    let lines = [
        towards(story, "paper-single-better", &sensitivity.better),
        towards(story, "paper-single-worse", &sensitivity.worse),
    ]
    .concat();
    let mut blocks = vec![Block::heading(2, story.t("paper-single-title"))];
    if lines.is_empty() {
        blocks.push(Block::body(story.t("paper-single-none")));
    } else {
        blocks.push(Block::List(lines));
    }
    blocks
}

/// Single changes in one direction, a line for each grade that they lead to.
fn towards(story: &Story<'_>, id: &str, steps: &[(String, u8)]) -> Vec<Text> {
    let mut by_grade: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for (label, grade) in steps {
        by_grade.entry(*grade).or_default().push(label);
    }
    let line = |(grade, labels): (u8, Vec<&str>)| {
        let changes = changes(story, &labels);
        let args = [
            ("grade", story.grade_name(grade).into()),
            ("steps", story.items(&changes).into()),
        ];
        story.say(id, &args).into()
    };
    by_grade.into_iter().map(line).collect()
}

/// Changes in words; the red lines whose crossing leads to the same grade in one.
fn changes(story: &Story<'_>, labels: &[&str]) -> Vec<String> {
    let crossed = |label: &&str| label.strip_prefix("cross ").map(str::to_owned);
    let lines: Vec<String> = labels.iter().filter_map(crossed).collect();
    let others = labels.iter().filter(|label| crossed(label).is_none());
    let mut changes: Vec<String> = others.map(|label| change(story, label)).collect();
    if !lines.is_empty() {
        let lines = [("lines", story.list(&lines).into())];
        changes.push(story.say("paper-change-cross", &lines));
    }
    changes
}

/// A single change in words. The method's labels are such as `S-1`, `3.1.1a.L+1`, `6.3b+1`, `clear g-01`.
fn change(story: &Story<'_>, label: &str) -> String {
    if let Some(id) = label.strip_prefix("clear ") {
        let line = [("line", story.red_line(id).into())];
        return story.say("paper-change-clear", &line);
    }
    let (name, words) = match label.strip_suffix("+1") {
        Some(name) => (name, "paper-change-up"),
        None => (label.trim_end_matches("-1"), "paper-change-down"),
    };
    story.say(words, &[("what", changed(story, name).into())])
}

/// What a label names: a fact of the context, a side of a rating, or a control.
fn changed(story: &Story<'_>, name: &str) -> String {
    let rating = |id: &str, risk: &str| story.say(id, &[("risk", story.risk(risk).into())]);
    match (name, name.rsplit_once('.')) {
        ("S", _) => story.t("context-scenario"),
        ("A", _) => story.t("context-autonomy"),
        ("Z", _) => story.t("context-scale"),
        (_, Some((risk, "L"))) => rating("paper-change-likelihood", risk),
        (_, Some((risk, "I"))) => rating("paper-change-impact", risk),
        _ => story.control(name),
    }
}

fn plan(story: &Story<'_>) -> Vec<Block> {
    let Some(plan) = &story.facts.grade.plan else {
        return vec![Block::body(story.t("paper-plan-none"))];
    };
    let (target, clear) = match plan {
        Plan::Reachable { target, clear, .. } | Plan::OutOfReach { target, clear, .. } => {
            (*target, clear)
        }
    };
    let title = [("grade", story.grade_name(target).into())];
    let mut blocks = vec![Block::heading(2, story.say("paper-plan-title", &title))];
    let is_enough = matches!(plan, Plan::Reachable { steps, .. } if steps.is_empty());
    if !clear.is_empty() {
        let lines: Vec<String> = clear.iter().map(|id| story.red_line(id)).collect();
        let questions = [("questions", story.items(&lines).into())];
        let words = if is_enough {
            "paper-plan-clear-enough"
        } else {
            "paper-plan-clear"
        };
        blocks.push(Block::body(story.say(words, &questions)));
    }
    match plan {
        Plan::Reachable { .. } if is_enough => {}
        Plan::Reachable { steps, .. } => {
            let lines = steps.iter().map(|each| {
                let words = step(story, &each.control, each.from, each.to);
                let evidence = story.short_standing(each.evidence);
                let args = [("step", words.into()), ("evidence", evidence.into())];
                Text::plain(story.say("paper-plan-step", &args))
            });
            let words = if clear.is_empty() {
                "paper-plan-steps"
            } else {
                "paper-plan-then"
            };
            let count = [("count", steps.len().into())];
            blocks.push(Block::body(story.say(words, &count)));
            blocks.push(Block::List(lines.collect()));
        }
        Plan::OutOfReach {
            best,
            blockers,
            risks,
            ..
        } => {
            let best = [("best", story.grade_name(*best).into())];
            blocks.push(Block::body(story.say("paper-plan-best", &best)));
            blocks.push(Block::List(obstacles(story, blockers, risks)));
        }
    }
    blocks
}

fn obstacles(story: &Story<'_>, blockers: &Blockers, risks: &[String]) -> Vec<Text> {
    let values = [
        blockers.worst_risk,
        blockers.accumulation,
        blockers.context_floor,
        blockers.gates,
    ];
    let mut lines: Vec<Text> = Part::ALL
        .into_iter()
        .zip(values)
        .filter_map(|(each, value)| {
            let args = [("part", part(story, each).into()), ("grade", value?.into())];
            Some(story.say("paper-plan-blocker", &args).into())
        })
        .collect();
    if !risks.is_empty() {
        let risks = [("risks", story.risk_clauses(risks).into())];
        lines.push(story.say("paper-plan-risks", &risks).into());
    }
    lines
}
