//! The analysis of decision records: rates, control chart, reasons, agreement, outcomes, signs.

mod control_chart;
mod judgement;

use super::paper::{self, Paper};
use super::voice::{Voice, row, table, thousands};
use super::{Printed, Told};
use crate::Error;
use crate::chart::{Pareto, ParetoBar};
use crate::model::{Block, Cell, Figure, Pair, ParagraphStyle, Row, Text, Tone, Width};
use assay_domain::facts::Head;
use assay_domain::facts::decisions::FrozenDecisions;
use assay_domain::stats::Interval;
use assay_domain::stats::figures::{
    BoundedFigure, Caveat, Figure as Counted, FigureMethod, Reasons, SignalFigure,
};
use assay_domain::stats::signal::Verdict;

impl Printed for FrozenDecisions {
    const SCHEMA: &'static str = include_str!("../../../../../assets/report/decisions.schema.json");

    fn head(&self) -> Head {
        self.head.clone()
    }

    fn told<'a>(&'a self, voice: &'a Voice<'a>) -> Result<Told, Error> {
        let mut sections = rates(voice, self);
        sections.extend(control_chart::blocks(voice, &self.figures.chart));
        sections.extend(reasons(voice, self, &self.figures.reasons));
        sections.extend(reviewers(voice, self));
        sections.extend(judgement::blocks(voice, self));
        sections.extend(outcomes(voice, self));
        sections.extend(signs(voice, self));
        Ok(paper::document(voice, paper(voice, self, sections)).into())
    }
}

fn share(voice: &Voice<'_>, figure: &Counted) -> String {
    voice.percent(figure.value)
}

fn ends(voice: &Voice<'_>, interval: Option<Interval>) -> String {
    interval.map_or_else(String::new, |interval| {
        let ends = [
            ("lower", voice.percent(Some(interval.lower)).into()),
            ("upper", voice.percent(Some(interval.upper)).into()),
        ];
        voice.say("paper-decisions-interval", &ends)
    })
}

/// So many of so many, the share and its interval in one line.
fn in_line(voice: &Voice<'_>, figure: &Counted) -> String {
    let args = [
        ("count", thousands(figure.count).into()),
        ("of", thousands(figure.of).into()),
        ("share", share(voice, figure).into()),
        ("interval", ends(voice, figure.interval).into()),
    ];
    voice.say("paper-decisions-share", &args)
}

/// How a figure was made and what to know about it.
fn notes(voice: &Voice<'_>, method: FigureMethod, caveats: &[Caveat]) -> Block {
    Block::paragraph(ParagraphStyle::Fine, how(voice, method, caveats))
}

fn how(voice: &Voice<'_>, method: FigureMethod, caveats: &[Caveat]) -> String {
    let mut sentences = vec![voice.named("stats-method-", method)];
    sentences.extend(
        caveats
            .iter()
            .map(|caveat| voice.named("stats-caveat-", caveat)),
    );
    voice.sentences(&sentences)
}

fn paper(voice: &Voice<'_>, facts: &FrozenDecisions, sections: Vec<Block>) -> Paper {
    let figures = &facts.figures;
    let overall = &figures.rates.overall;
    let period = [
        ("from", voice.date(facts.from).into()),
        ("to", voice.date(facts.to).into()),
    ];
    let period = voice.say("paper-period", &period);
    let subtitle = [
        ("system", facts.system_name.as_str().into()),
        ("period", period.as_str().into()),
    ];
    let lead = [
        ("system", facts.system_name.as_str().into()),
        ("figure", in_line(voice, overall).into()),
    ];
    let dispositions = figures.counts.dispositions.iter().map(|count| {
        let name = voice.named("disposition-", count.disposition);
        Pair::new(name, Text::bold(thousands(count.count)))
    });
    Paper {
        title: voice.t("paper-decisions-title"),
        subtitle: voice.say("paper-subtitle", &subtitle),
        about: facts.system_name.clone(),
        matter: vec![
            Pair::new(voice.t("paper-overview-system"), facts.system_name.clone()),
            Pair::new(voice.t("paper-audit-period"), period),
            Pair::new(
                voice.t("paper-decisions-records"),
                thousands(figures.counts.records),
            ),
        ],
        figures: dispositions.collect(),
        lead: Text::bold(voice.say("paper-decisions-lead", &lead)),
        points: points(voice, facts),
        sections,
        terms: &[
            "override",
            "interval-share",
            "control-chart",
            "kappa",
            "history",
        ],
    }
}

fn points(voice: &Voice<'_>, facts: &FrozenDecisions) -> Vec<String> {
    let figures = &facts.figures;
    let mut points = vec![voice.say(
        "paper-decisions-signals",
        &[("count", figures.chart.chart.signals.len().into())],
    )];
    for sign in raised(facts) {
        let name = voice.named("stats-signal-", sign.signal);
        points.push(voice.say("paper-decisions-raised", &[("sign", name.into())]));
    }
    if let Some(first) = figures.reasons.rows.first() {
        let args = [
            ("reason", reason(voice, facts, &first.code).into()),
            ("figure", in_line(voice, &first.figure).into()),
        ];
        points.push(voice.say("paper-decisions-reason-first", &args));
    }
    let alike = [(
        "figure",
        in_line(voice, &figures.judgement.concordance.alike).into(),
    )];
    points.push(voice.say("paper-decisions-alike", &alike));
    points
}

fn raised(facts: &FrozenDecisions) -> impl Iterator<Item = &SignalFigure> {
    let signals = facts.figures.attention.signals.iter();
    signals.filter(|sign| sign.verdict == Verdict::Raised)
}

/// The rows of a table of shares: name, count, of, share, interval.
fn shares<'a>(
    voice: &Voice<'_>,
    what: &str,
    title: &str,
    rows: impl IntoIterator<Item = (String, &'a Counted)>,
) -> Block {
    let columns = vec![
        voice.column(what, Width::Share(1.0)),
        voice.numbers("paper-decisions-count", 56.0),
        voice.numbers("paper-decisions-of", 56.0),
        voice.numbers("paper-decisions-rate", 60.0),
        voice.column("paper-decisions-interval-head", Width::Fixed(118.0)),
    ];
    let rows = rows.into_iter().map(|(name, figure)| {
        row(vec![
            name.into(),
            thousands(figure.count).into(),
            thousands(figure.of).into(),
            share(voice, figure).into(),
            ends(voice, figure.interval).into(),
        ])
    });
    table(columns, rows.collect(), voice.t(title))
}

fn named_or_unstated(voice: &Voice<'_>, name: &str) -> String {
    if name.is_empty() {
        return voice.t("paper-decisions-unstated");
    }
    name.to_owned()
}

fn rates(voice: &Voice<'_>, facts: &FrozenDecisions) -> Vec<Block> {
    let rates = &facts.figures.rates;
    let overall = [
        ("paper-decisions-overall", &rates.overall),
        ("paper-decisions-deferred", &rates.deferred),
        ("paper-decisions-no-output", &rates.no_output),
        ("paper-decisions-late", &rates.entered_late),
    ];
    let overall = overall.map(|(id, figure)| (voice.t(id), figure));
    let mut blocks = vec![
        Block::heading(1, voice.t("paper-decisions-rates")),
        shares(
            voice,
            "paper-decisions-part",
            "paper-decisions-rates",
            overall,
        ),
        notes(voice, rates.overall.method, &rates.overall.caveats),
    ];
    if let Some(clustered) = rates.clustered {
        let interval = [("interval", ends(voice, Some(clustered)).into())];
        blocks.push(Block::body(
            voice.say("paper-decisions-clustered", &interval),
        ));
    }
    let directions = rates.directions.iter().map(|split| {
        let name = match split.direction {
            Some(direction) => voice.named("paper-decisions-direction-", direction),
            None => voice.t("paper-decisions-direction-none"),
        };
        (name, &split.figure)
    });
    let parts = [
        ("paper-decisions-directions", directions.collect::<Vec<_>>()),
        (
            "paper-decisions-versions",
            split(voice, &rates.versions.rows),
        ),
        ("paper-decisions-points", split(voice, &rates.points.rows)),
    ];
    for (title, rows) in parts {
        if rows.len() > 1 {
            blocks.push(Block::heading(2, voice.t(title)));
            blocks.push(shares(voice, "paper-decisions-part", title, rows));
        }
    }
    blocks
}

fn split<'a>(
    voice: &Voice<'_>,
    rows: &'a [assay_domain::stats::figures::RateSplit],
) -> Vec<(String, &'a Counted)> {
    let rows = rows.iter();
    rows.map(|part| (named_or_unstated(voice, &part.name), &part.figure))
        .collect()
}

/// Name of a reason by its code.
fn reason(voice: &Voice<'_>, facts: &FrozenDecisions, code: &str) -> String {
    if code.is_empty() {
        return voice.t("paper-decisions-no-reason");
    }
    let mut reasons = facts.reasons.iter();
    let known = reasons.find(|reason| reason.id.as_str() == code);
    known.map_or_else(|| code.to_owned(), |reason| voice.text(&reason.name))
}

fn reasons(voice: &Voice<'_>, facts: &FrozenDecisions, reasons: &Reasons) -> Vec<Block> {
    let heading = Block::heading(1, voice.t("paper-decisions-reasons"));
    if reasons.rows.is_empty() {
        return vec![heading, Block::body(voice.t("paper-decisions-nothing"))];
    }
    let bars = reasons.rows.iter().map(|one| ParetoBar {
        name: reason(voice, facts, &one.code),
        count: one.figure.count,
        cumulative: one.cumulative,
        vital: one.vital,
    });
    let drawing = Pareto {
        bars: bars.collect(),
    };
    let columns = vec![
        voice.column("paper-decisions-reason", Width::Share(1.0)),
        voice.numbers("disposition-modified", 60.0),
        voice.numbers("disposition-overridden", 60.0),
        voice.numbers("paper-decisions-rate", 60.0),
        voice.numbers("paper-decisions-cumulative", 72.0),
    ];
    let rows = reasons.rows.iter().map(|one| {
        row(vec![
            reason(voice, facts, &one.code).into(),
            thousands(one.modified).into(),
            thousands(one.overridden).into(),
            share(voice, &one.figure).into(),
            voice.percent(Some(one.cumulative)).into(),
        ])
    });
    let alt = [("count", reasons.rows.len().into())];
    vec![
        heading,
        Block::Figure(Figure {
            drawing: drawing.draw(voice.measure()),
            alt: voice.say("paper-decisions-reasons-alt", &alt),
            caption: voice.t("paper-decisions-reasons"),
        }),
        notes(voice, reasons.method, &reasons.caveats),
        table(columns, rows.collect(), voice.t("paper-decisions-reasons")),
    ]
}

fn reviewers(voice: &Voice<'_>, facts: &FrozenDecisions) -> Vec<Block> {
    let reviewers = &facts.figures.reviewers;
    let mut blocks = vec![Block::heading(1, voice.t("paper-decisions-reviewers"))];
    let rows: Vec<(String, &Counted)> = reviewers
        .rows
        .iter()
        .map(|one| (named_or_unstated(voice, &one.reviewer), &one.figure))
        .collect();
    if rows.is_empty() {
        blocks.push(Block::body(voice.t("paper-decisions-nothing")));
    } else {
        blocks.push(shares(
            voice,
            "paper-decisions-reviewer",
            "paper-decisions-reviewers",
            rows,
        ));
    }
    blocks.push(notes(voice, reviewers.method, &reviewers.caveats));
    if reviewers.hidden > 0 {
        let count = [("count", thousands(reviewers.hidden).into())];
        blocks.push(Block::body(voice.say("paper-decisions-hidden", &count)));
    }
    blocks
}

fn outcomes(voice: &Voice<'_>, facts: &FrozenDecisions) -> Vec<Block> {
    let outcomes = &facts.figures.outcomes;
    let bounded = |id: &str, figure: &BoundedFigure| {
        let mut text = Text::plain(in_line(voice, &figure.figure));
        if let Some(bounds) = figure.bounds {
            let bounds = [("interval", ends(voice, Some(bounds)).into())];
            let words = voice.say("paper-decisions-bounds", &bounds);
            text = text.and_toned(format!("\n{words}"), Tone::Soft);
        }
        Pair::new(voice.t(id), text)
    };
    let mut pairs = vec![
        Pair::new(
            voice.t("paper-decisions-missing"),
            in_line(voice, &outcomes.missing),
        ),
        bounded("paper-decisions-ai-wrong", &outcomes.ai_wrong),
        bounded("paper-decisions-over-reliance", &outcomes.over_reliance),
        bounded("paper-decisions-under-reliance", &outcomes.under_reliance),
        bounded("paper-decisions-precision", &outcomes.precision),
    ];
    if let Some(net) = outcomes.net_benefit {
        pairs.push(Pair::new(voice.t("paper-decisions-net"), net.to_string()));
    }
    vec![
        Block::heading(1, voice.t("paper-decisions-outcomes")),
        Block::Pairs(pairs),
        notes(voice, outcomes.method, &outcomes.caveats),
    ]
}

fn signs(voice: &Voice<'_>, facts: &FrozenDecisions) -> Vec<Block> {
    let columns = vec![
        voice.column("paper-decisions-sign", Width::Share(1.0)),
        voice.column("paper-actions-column-state", Width::Fixed(80.0)),
        voice.column("paper-decisions-how", Width::Share(1.6)),
    ];
    let rows: Vec<Row> = facts
        .figures
        .attention
        .signals
        .iter()
        .map(|sign| {
            let tone = if sign.verdict == Verdict::Raised {
                Tone::Bad
            } else {
                Tone::Ink
            };
            row(vec![
                voice.named("stats-signal-", sign.signal).into(),
                Cell::Text(Text::toned(
                    voice.named("stats-verdict-", sign.verdict),
                    tone,
                )),
                how(voice, sign.method, &sign.caveats).into(),
            ])
        })
        .collect();
    vec![
        Block::heading(1, voice.t("paper-decisions-signs")),
        table(columns, rows, voice.t("paper-decisions-signs")),
    ]
}
