//! The rates of the periods as a control chart, drawn and as a table.

use super::super::voice::{Voice, row, table, thousands};
use super::{ends, notes};
use crate::chart::{ControlChart, ControlPoint};
use crate::model::{Block, Cell, Figure, Text, Tone, Width};
use assay_domain::stats::Interval;
use assay_domain::stats::control_chart::{ChartPoint, ChartSignal};
use assay_domain::stats::figures::{ChartPeriod, PeriodChart};

pub(super) fn blocks(voice: &Voice<'_>, chart: &PeriodChart) -> Vec<Block> {
    let title = voice.t("paper-decisions-chart");
    let heading = Block::heading(1, title.as_str());
    if chart.periods.is_empty() {
        return vec![heading, Block::body(voice.t("paper-decisions-nothing"))];
    }
    let alt = [("count", chart.periods.len().into())];
    vec![
        heading,
        Block::Figure(Figure {
            drawing: drawing(chart).draw(voice.measure(), |share| voice.percent(Some(share))),
            alt: voice.say("paper-decisions-chart-alt", &alt),
            caption: title.clone(),
        }),
        notes(voice, chart.method, &chart.caveats),
        periods(voice, chart, title),
    ]
}

fn drawing(chart: &PeriodChart) -> ControlChart {
    let points = chart.chart.points.iter().zip(&chart.periods).enumerate();
    let points = points.map(|(place, (point, period))| ControlPoint {
        label: period.from.to_string(),
        value: point.value,
        lower: point.lower,
        upper: point.upper,
        centre: centre(chart, place),
        signal: signals(chart, place).next().is_some(),
    });
    ControlChart {
        points: points.collect(),
    }
}

/// The baseline's rate of the stretch that a period lies in.
fn centre(chart: &PeriodChart, place: usize) -> Option<f64> {
    let mut stretches = chart.chart.stretches.iter();
    let within = |from: u32, to: u32| (from as usize..to as usize).contains(&place);
    stretches
        .find(|stretch| within(stretch.from, stretch.to))
        .and_then(|stretch| stretch.centre)
}

/// What the rules raise at a period.
fn signals(chart: &PeriodChart, place: usize) -> impl Iterator<Item = &ChartSignal> {
    let signals = chart.chart.signals.iter();
    signals.filter(move |signal| usize::try_from(signal.at) == Ok(place))
}

fn periods(voice: &Voice<'_>, chart: &PeriodChart, title: String) -> Block {
    let mut columns = vec![
        voice.column("paper-audit-period", Width::Share(1.4)),
        voice.numbers("paper-decisions-count", 40.0),
        voice.numbers("paper-decisions-of", 40.0),
        voice.numbers("paper-decisions-rate", 48.0),
        voice.column("paper-decisions-limits", Width::Fixed(92.0)),
    ];
    // Where there is no signal its column only takes the room of the dates.
    let any_signal = !chart.chart.signals.is_empty();
    if any_signal {
        columns.push(voice.column("paper-decisions-signal", Width::Share(1.0)));
    }
    let rows = chart.periods.iter().zip(&chart.chart.points).enumerate();
    let rows = rows.map(|(place, (period, point))| {
        let mut cells = rate(voice, period, point);
        if any_signal {
            let rules = signals(chart, place);
            let rules: Vec<String> = rules
                .map(|signal| voice.named("stats-rule-", signal.rule))
                .collect();
            cells.push(Cell::Text(Text::toned(rules.join("\n"), Tone::Bad)));
        }
        row(cells)
    });
    table(columns, rows.collect(), title)
}

/// The rate of a period between its limits.
fn rate(voice: &Voice<'_>, period: &ChartPeriod, point: &ChartPoint) -> Vec<Cell> {
    let days = [
        ("from", voice.date(period.from).into()),
        ("to", voice.date(period.to).into()),
    ];
    let limits = point.lower.zip(point.upper);
    let limits = limits.map(|(lower, upper)| Interval { lower, upper });
    vec![
        voice.say("paper-period", &days).into(),
        thousands(period.count).into(),
        period.of.map_or_else(String::new, thousands).into(),
        voice.percent(point.value).into(),
        ends(voice, limits).into(),
    ]
}
