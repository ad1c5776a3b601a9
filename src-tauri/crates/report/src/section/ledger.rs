//! The rectification ledger on paper: every finding with its actions, the grave and the late ones first read.

use super::paper::{self, Paper};
use super::voice::{Voice, row, table};
use super::{Printed, Told, finding};
use crate::Error;
use crate::model::{Block, Cell, Pair, Text, Tone, Width};
use assay_domain::facts::Head;
use assay_domain::facts::ledger::{FrozenLedger, LedgerFinding};
use assay_domain::finding::{FindingState, Severity};

impl Printed for FrozenLedger {
    const SCHEMA: &'static str = include_str!("../../../../../assets/report/ledger.schema.json");

    fn head(&self) -> Head {
        self.head.clone()
    }

    fn told<'a>(&'a self, voice: &'a Voice<'a>) -> Result<Told, Error> {
        Ok(paper::document(voice, paper(voice, self)).into())
    }
}

fn late(facts: &FrozenLedger) -> impl Iterator<Item = &LedgerFinding> {
    let findings = facts.findings.iter();
    findings.filter(|found| found.escalation.is_some())
}

fn running(facts: &FrozenLedger) -> impl Iterator<Item = &LedgerFinding> {
    let findings = facts.findings.iter();
    findings.filter(|found| found.state.is_running())
}

fn paper(voice: &Voice<'_>, facts: &FrozenLedger) -> Paper {
    let (open, late_ones) = (running(facts).count(), late(facts).count());
    let about = if facts.system.is_none() {
        voice.t("paper-whole-organisation")
    } else {
        facts.system_name.clone()
    };
    let lead = [
        ("count", facts.findings.len().into()),
        ("open", open.into()),
        ("late", late_ones.into()),
    ];
    let lead = Text::bold(voice.say("paper-ledger-lead", &lead));
    let figures = FindingState::ALL.iter().map(|state| {
        let count = facts.findings.iter().filter(|one| one.state == *state);
        let name = voice.named("finding-state-", state);
        Pair::new(name, Text::bold(count.count().to_string()))
    });
    Paper {
        title: voice.t("ledger-title"),
        subtitle: about.clone(),
        about: about.clone(),
        matter: vec![Pair::new(voice.t("paper-ledger-about"), about)],
        figures: figures.collect(),
        lead: if late_ones > 0 {
            lead.in_tone(Tone::Bad)
        } else {
            lead
        },
        points: points(voice, facts),
        sections: sections(voice, facts),
        terms: &["finding", "history"],
    }
}

fn points(voice: &Voice<'_>, facts: &FrozenLedger) -> Vec<String> {
    let mut points = Vec::new();
    for severity in Severity::ALL.iter().rev() {
        let count = running(facts).filter(|one| one.finding.facts.severity == *severity);
        let count = count.count();
        if count > 0 {
            let name = voice.named("finding-severity-", severity);
            let args = [("name", name.into()), ("count", count.into())];
            points.push(voice.say("paper-ledger-running", &args));
        }
    }
    for found in late(facts) {
        let due = found.due.map(|due| voice.date(due)).unwrap_or_default();
        let args = [
            ("title", found.finding.facts.title.as_str().into()),
            ("system", found.system_name.as_str().into()),
            ("due", due.into()),
        ];
        points.push(voice.say("paper-ledger-late", &args));
    }
    let again = facts.findings.iter().filter(|found| found.earlier > 0);
    let again = again.count();
    if again > 0 {
        points.push(voice.say("paper-ledger-again", &[("count", again.into())]));
    }
    points
}

fn sections(voice: &Voice<'_>, facts: &FrozenLedger) -> Vec<Block> {
    let heading = Block::heading(1, voice.t("paper-ledger-list"));
    if facts.findings.is_empty() {
        return vec![heading, Block::body(voice.t("paper-ledger-none"))];
    }
    let columns = vec![
        voice.numbers("paper-question-column-id", 22.0),
        voice.column("ledger-column-title", Width::Share(1.2)),
        voice.column("ledger-column-system", Width::Share(0.8)),
        voice.column("ledger-column-severity", Width::Fixed(48.0)),
        voice.column("ledger-column-state", Width::Share(1.2)),
        voice.column("ledger-column-due", Width::Fixed(88.0)),
    ];
    let rows = facts.findings.iter().enumerate().map(|(place, found)| {
        row(vec![
            (place + 1).to_string().into(),
            found.finding.facts.title.clone().into(),
            found.system_name.clone().into(),
            Cell::Text(finding::severity(voice, found.finding.facts.severity)),
            Cell::Text(finding::state(voice, found)),
            found
                .due
                .map(|due| voice.date(due))
                .unwrap_or_default()
                .into(),
        ])
    });
    let mut blocks = vec![
        heading,
        table(columns, rows.collect(), voice.t("paper-ledger-list")),
        Block::heading(1, voice.t("paper-findings-title")),
    ];
    for found in &facts.findings {
        blocks.extend(finding::blocks(voice, found));
    }
    blocks
}
