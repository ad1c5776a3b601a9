//! The grade explained: parts, gates, counts, interval, confidence, what would help, plan, dissents.

mod help;

use super::story::{Story, row, table};
use super::summary::part;
use crate::model::{Block, Cell, Row, Text, Width};
use assay_domain::grading::{GateExplanation, Part};

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(1, story.t("paper-grade-title")),
        Block::body(story.t("paper-grade-intro")),
        parts(story),
    ];
    // Whoever disagrees is heard beside the grade, not pages after it.
    blocks.extend(dissents(story));
    blocks.extend(gates(story));
    blocks.extend(counts(story));
    blocks.extend(interval(story));
    blocks.extend(capped(story));
    blocks.extend(help::blocks(story));
    blocks
}

fn parts(story: &Story<'_>) -> Block {
    let columns = vec![
        story.column("paper-part-column", Width::Share(1.0)),
        story.column("paper-part-column-grade", Width::Fixed(116.0)),
        story.column("paper-part-column-why", Width::Share(1.6)),
    ];
    let rows = Part::ALL.map(|each| {
        let name = part(story, each);
        let deciding = story.explanation.deciding.contains(&each);
        let name = if deciding {
            Text::bold(story.say("paper-part-deciding", &[("part", name.into())]))
        } else {
            Text::plain(name)
        };
        row(vec![
            Cell::Text(name),
            Cell::Mark(story.mark(story.facts.grade.parts.get(each))),
            why(story, each).into(),
        ])
    });
    table(columns, rows.to_vec(), story.t("paper-part-summary"))
}

fn why(story: &Story<'_>, part: Part) -> String {
    match part {
        Part::WorstRisk => match story.explanation.worst_risks.first() {
            Some(id) => {
                let index = story.explained(id).map_or(0, |risk| risk.shifted);
                let args = [("risk", story.risk(id).into()), ("index", index.into())];
                story.say("paper-part-worst-why", &args)
            }
            None => story.t("paper-part-worst-none"),
        },
        Part::Accumulation => {
            let counts = &story.explanation.accumulation;
            let reached = counts.iter().rfind(|count| count.reached);
            match reached {
                Some(count) => {
                    let args = [
                        ("count", count.count.into()),
                        ("level", count.level.into()),
                        ("needed", count.needed.into()),
                    ];
                    story.say("paper-part-accumulation-why", &args)
                }
                None => story.t("paper-part-accumulation-none"),
            }
        }
        Part::ContextFloor => {
            let tier = [("tier", story.facts.grade.tier.into())];
            story.say("paper-part-floor-why", &tier)
        }
        Part::Gates => {
            let gates = &story.explanation.gates;
            let names: Vec<String> = gates.iter().map(|gate| gate_name(story, gate)).collect();
            if names.is_empty() {
                return story.t("paper-part-gates-none");
            }
            story.list(&names)
        }
    }
}

fn gate_name(story: &Story<'_>, gate: &GateExplanation) -> String {
    let name = story.named("paper-gate-", gate.kind);
    match &gate.control {
        Some(control) => format!("{name} {}", story.control_clause(control)),
        None => name,
    }
}

fn gates(story: &Story<'_>) -> Vec<Block> {
    let gates = &story.explanation.gates;
    if gates.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        story.column("paper-gate-column", Width::Share(1.0)),
        story.column("paper-part-column-grade", Width::Fixed(116.0)),
        story.column("paper-gate-column-why", Width::Share(1.6)),
    ];
    let rows = gates.iter().map(|gate| gate_row(story, gate)).collect();
    vec![
        Block::heading(2, story.t("paper-gate-title")),
        Block::body(story.t("paper-gate-intro")),
        table(columns, rows, story.t("paper-gate-summary")),
    ]
}

fn gate_row(story: &Story<'_>, gate: &GateExplanation) -> Row {
    let mut reasons = Vec::new();
    if let Some(control) = &gate.control {
        let args = [
            ("control", story.control(control).into()),
            ("level", story.level_name(gate.effective).into()),
        ];
        reasons.push(story.say("paper-gate-why-control", &args));
    }
    if !gate.risks.is_empty() {
        let risks = [("risks", story.risk_clauses(&gate.risks).into())];
        reasons.push(story.say("paper-gate-why-risks", &risks));
    }
    if !gate.red_lines.is_empty() {
        let lines: Vec<String> = gate.red_lines.iter().map(|id| story.red_line(id)).collect();
        let questions = [("questions", story.items(&lines).into())];
        reasons.push(story.say("paper-gate-why-red", &questions));
    }
    row(vec![
        gate_name(story, gate).into(),
        Cell::Mark(story.mark(gate.grade)),
        reasons.join("\n").into(),
    ])
}

fn counts(story: &Story<'_>) -> Vec<Block> {
    let columns = vec![
        story.column("paper-count-column-level", Width::Share(1.0)),
        story.numbers("paper-count-column-count", 60.0),
        story.numbers("paper-count-column-needed", 60.0),
        story.column("paper-count-column-grade", Width::Fixed(116.0)),
        story.column("paper-count-column-reached", Width::Fixed(66.0)),
    ];
    let rows = story.explanation.accumulation.iter().map(|count| {
        let reached = if count.reached {
            "paper-yes"
        } else {
            "paper-no"
        };
        row(vec![
            story
                .say("paper-count-level", &[("level", count.level.into())])
                .into(),
            count.count.to_string().into(),
            count.needed.to_string().into(),
            Cell::Mark(story.mark(count.grade)),
            story.t(reached).into(),
        ])
    });
    vec![
        Block::heading(2, story.t("paper-count-title")),
        Block::body(story.t("paper-count-intro")),
        table(columns, rows.collect(), story.t("paper-count-summary")),
    ]
}

fn interval(story: &Story<'_>) -> Vec<Block> {
    let [best, point, worst] = story.facts.grade.interval;
    let ends = [
        ("best", story.grade_name(best).into()),
        ("point", story.grade_name(point).into()),
        ("worst", story.grade_name(worst).into()),
    ];
    let band = story.named("confidence-", story.facts.grade.confidence_band);
    let confidence = [
        ("confidence", story.facts.grade.confidence.into()),
        ("band", band.into()),
    ];
    let words = if best == worst {
        "paper-interval-same"
    } else {
        "paper-interval-text"
    };
    let mut blocks = vec![
        Block::heading(2, story.t("paper-interval-title")),
        Block::body(story.say(words, &ends)),
        Block::body(story.t("paper-interval-how")),
        Block::body(story.say("paper-confidence-text", &confidence)),
    ];
    let open = open_points(story);
    if !open.is_empty() {
        blocks.push(Block::body(Text::bold(story.t("paper-open-title"))));
        blocks.push(Block::List(open));
    }
    blocks
}

fn open_points(story: &Story<'_>) -> Vec<Text> {
    let open = &story.explanation.open;
    let axes: Vec<String> = open
        .context
        .iter()
        .map(|axis| {
            story.t(match axis.as_str() {
                "S" => "context-scenario",
                "A" => "context-autonomy",
                _ => "context-scale",
            })
        })
        .collect();
    let points = [
        ("paper-open-context", story.list(&axes)),
        ("paper-open-risks", story.risk_clauses(&open.risks)),
        (
            "paper-open-unevidenced-risks",
            story.risk_clauses(&open.unevidenced_risks),
        ),
        (
            "paper-open-unconfirmed",
            story.risk_clauses(&open.unconfirmed),
        ),
        ("paper-open-controls", story.control_clauses(&open.controls)),
        (
            "paper-open-unevidenced-controls",
            story.control_clauses(&open.unevidenced_controls),
        ),
        ("paper-open-red-lines", story.list(&open.red_lines)),
    ];
    points
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(id, names)| story.say(id, &[("names", names.into())]).into())
        .collect()
}

fn capped(story: &Story<'_>) -> Vec<Block> {
    let capped = &story.explanation.capped;
    if capped.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        story.column("paper-credit-column-measure", Width::Fixed(50.0)),
        story.column("paper-credit-column-what", Width::Share(1.0)),
        story.column("paper-capped-column-answer", Width::Fixed(86.0)),
        story.column("paper-clause-column-standing", Width::Fixed(66.0)),
        story.column("paper-capped-column-counts", Width::Fixed(76.0)),
    ];
    let rows = capped.iter().map(|capped| {
        row(vec![
            story.control_clause(&capped.control).into(),
            story.control_name(&capped.control).into(),
            story.level(Some(capped.answer)).into(),
            story.standing(capped.standing).into(),
            story.level(Some(capped.effective)).into(),
        ])
    });
    vec![
        Block::heading(2, story.t("paper-capped-title")),
        Block::body(story.t("paper-capped-intro")),
        table(columns, rows.collect(), story.t("paper-capped-summary")),
    ]
}

fn dissents(story: &Story<'_>) -> Vec<Block> {
    let dissents = &story.facts.dissents;
    if dissents.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::heading(2, story.t("paper-dissent-title")),
        Block::body(story.t("paper-dissent-intro")),
    ];
    for dissent in dissents {
        let grade = [("grade", story.grade_name(dissent.proposed_grade).into())];
        let title = [
            ("act", story.act(&dissent.recorded).into()),
            ("proposal", story.say("paper-dissent-grade", &grade).into()),
        ];
        blocks.push(Block::Callout {
            tone: crate::model::Tone::Warn,
            title: story.say("paper-dissent-line", &title),
            body: vec![dissent.reason.as_str().into()],
        });
    }
    blocks
}
