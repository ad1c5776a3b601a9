//! One finding with its actions and steps.

use super::action;
use super::voice::{Voice, row, table};
use crate::model::{Block, Cell, Pair, Text, Tone, Width};
use assay_domain::facts::ledger::LedgerFinding;
use assay_domain::finding::{Escalation, FindingState, Severity, StepTaken};

/// Tells a finding. Its tables name it, since they may stand on the next page.
pub(super) fn blocks(voice: &Voice<'_>, found: &LedgerFinding) -> Vec<Block> {
    let title = found.finding.facts.title.as_str();
    let heading = Block::heading(2, title);
    let named = |id: &str| voice.say(id, &[("finding", title.into())]);
    let mut blocks = vec![Block::Keep(vec![
        heading,
        Block::Pairs(pairs(voice, found)),
    ])];
    if !found.actions.is_empty() {
        let unnamed = found.actions.iter().map(|action| (None, action));
        blocks.push(action::listed(
            voice,
            unnamed,
            named("paper-finding-actions"),
        ));
    }
    if !found.steps.is_empty() {
        blocks.push(steps(voice, &found.steps, named("paper-finding-steps")));
    }
    blocks
}

/// The severity, with a tone for those that are grave.
pub(super) fn severity(voice: &Voice<'_>, severity: Severity) -> Text {
    let tone = match severity {
        Severity::Critical | Severity::High => Tone::Bad,
        Severity::Medium => Tone::Warn,
        Severity::Low => Tone::Ink,
    };
    Text::toned(voice.named("finding-severity-", severity), tone)
}

/// Where it stands, and until when where it is accepted.
pub(super) fn state(voice: &Voice<'_>, found: &LedgerFinding) -> Text {
    let mut text = Text::plain(voice.named("finding-state-", found.state));
    if let Some(until) = found.finding.accepted_until {
        let day = [("day", voice.date(until).into())];
        let words = if found.state == FindingState::Accepted {
            voice.say("finding-accepted-until", &day)
        } else {
            voice.say("finding-ran-out", &day)
        };
        text = text.and_toned(format!("\n{words}"), Tone::Soft);
    }
    if let (Some(escalation), Some(due)) = (found.escalation, found.due) {
        let id = match escalation {
            Escalation::Owner => "finding-late-owner",
            Escalation::Superior => "finding-late-superior",
            Escalation::Approver => "finding-late-approver",
        };
        let words = voice.say(id, &[("day", voice.date(due).into())]);
        text = text.and_toned(format!("\n{words}"), Tone::Bad);
    }
    text
}

fn pairs(voice: &Voice<'_>, found: &LedgerFinding) -> Vec<Pair> {
    let finding = &found.finding;
    let facts = &finding.facts;
    let mut grave = severity(voice, facts.severity);
    if let Some(proposed) = finding
        .proposed
        .filter(|_| !facts.severity_reason.is_empty())
    {
        let args = [
            (
                "severity",
                voice.named("finding-severity-", proposed).into(),
            ),
            ("reason", facts.severity_reason.as_str().into()),
        ];
        let words = voice.say("finding-not-proposed", &args);
        grave = grave.and_toned(format!("\n{words}"), Tone::Soft);
    }
    let mut pairs = vec![
        Pair::new(voice.t("ledger-column-system"), found.system_name.clone()),
        Pair::new(voice.t("ledger-column-severity"), grave),
        Pair::new(voice.t("ledger-column-state"), state(voice, found)),
        Pair::new(
            voice.t("ledger-column-recorded"),
            voice.act(&finding.recorded),
        ),
    ];
    if let Some(question) = &finding.question {
        let words = format!("{question} {}", voice.question(question));
        pairs.push(Pair::new(voice.t("ledger-column-question"), words.trim()));
    }
    if let Some(clause) = &facts.clause {
        let clause = voice.control(&format!("6.3{clause}"));
        pairs.push(Pair::new(voice.t("ledger-column-clause"), clause));
    }
    if !facts.risks.is_empty() {
        let risks: Vec<String> = facts
            .risks
            .iter()
            .map(|id| voice.risk(id.as_str()))
            .collect();
        pairs.push(Pair::new(voice.t("finding-risks"), voice.items(&risks)));
    }
    for (id, words) in [
        ("ledger-column-cause", &facts.cause),
        ("ledger-column-effect", &facts.effect),
    ] {
        if !words.is_empty() {
            pairs.push(Pair::new(voice.t(id), words.as_str()));
        }
    }
    if found.earlier > 0 {
        let count = found.earlier.to_string();
        pairs.push(Pair::new(voice.t("ledger-column-earlier"), count));
    }
    pairs
}

fn steps(voice: &Voice<'_>, steps: &[StepTaken], caption: String) -> Block {
    let columns = vec![
        voice.column("paper-step-column", Width::Fixed(110.0)),
        voice.column("paper-step-column-note", Width::Share(1.0)),
        voice.column("paper-step-column-taken", Width::Fixed(150.0)),
    ];
    let rows = steps.iter().map(|step| {
        let mut name = Text::plain(voice.named("finding-step-", step.step));
        if step.alone {
            name = name.and_toned(format!("\n{}", voice.t("finding-alone")), Tone::Warn);
        }
        let mut note = Text::plain(step.note.clone());
        if let Some(until) = step.until {
            let day = [("day", voice.date(until).into())];
            let words = voice.say("paper-step-until", &day);
            note = note.and_toned(format!("\n{words}"), Tone::Soft);
        }
        row(vec![
            Cell::Text(name),
            Cell::Text(note),
            voice.act(&step.taken).into(),
        ])
    });
    table(columns, rows.collect(), caption)
}
