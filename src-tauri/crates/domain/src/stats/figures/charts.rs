//! Control charts of the periods (section 2).

use super::code::{Caveat, FigureMethod, noted};
use super::context::Context;
use super::figure::Drill;
use super::rates::Basis;
use super::scope::DaySpan;
use super::volumes::Exposed;
use crate::stats::Interval;
use crate::stats::case_mix::standardised;
use crate::stats::control_chart::{
    Chart, ChartPlan, ExposurePeriod, NoChart, Side, Stretch, p_chart, u_chart,
};
use crate::stats::rate::{Tally, wilson};
use crate::time::Date;
use crate::volume::ExposureUnit;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// One period of a chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChartPeriod {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Overrides.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
    /// Decisions; nothing on a chart by exposure.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub of: Option<u64>,
    /// Exposure; nothing on a chart of shares.
    pub exposure: Option<f64>,
    /// Wilson's interval of the share.
    pub interval: Option<Interval>,
    /// The model version of most decisions, where one is stated.
    pub version: Option<String>,
    /// The overrides of the period.
    pub drill: Drill,
}

/// A control chart with its periods, which stand in the order of the chart's points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PeriodChart {
    /// The periods.
    pub periods: Vec<ChartPeriod>,
    /// Stretches, points and signals; `at` and `from` of a signal number the periods from 0.
    pub chart: Chart,
    /// How it was made.
    pub method: FigureMethod,
    /// What to know about it.
    pub caveats: Vec<Caveat>,
}

/// Overrides by exposure of one unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExposureFigure {
    /// The unit.
    pub unit: ExposureUnit,
    /// Overrides within the volumes that state the exposure.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
    /// The exposure in its unit.
    pub exposure: f64,
    /// Overrides by unit of exposure; a rate, never a share.
    pub value: Option<f64>,
    /// Its exact Poisson interval.
    pub interval: Option<Interval>,
    /// How it was made.
    pub method: FigureMethod,
    /// What to know about it.
    pub caveats: Vec<Caveat>,
    /// Its control chart.
    pub chart: PeriodChart,
}

/// Makes the control chart of the override rate.
pub(super) fn share_chart(made: &Context<'_>) -> PeriodChart {
    let (sums, basis) = (&made.sums, made.basis);
    let tallies: Vec<Tally> = match (basis, &made.totals) {
        (Basis::Volumes, Some(totals)) => totals.periods.clone(),
        (Basis::Nothing, _) => vec![Tally::default(); made.periods.len()],
        _ => sums.periods.clone(),
    };
    let plan = plan(made);
    let chart = p_chart(&tallies, &plan);
    let mut caveats = caveats(&chart);
    let more = [
        (basis == Basis::Nothing, Caveat::OnlyOverrides),
        (basis == Basis::Volumes, Caveat::FromVolumes),
        (
            basis == Basis::Volumes && made.totals.as_ref().is_some_and(|totals| totals.too_coarse),
            Caveat::VolumesTooCoarse,
        ),
    ];
    caveats.extend(noted(&more));
    let count = |place: usize| match basis {
        Basis::Nothing => sums.periods[place].count,
        _ => tallies[place].count,
    };
    let periods = (0..made.periods.len()).map(|place| ChartPeriod {
        count: count(place),
        of: (basis != Basis::Nothing).then_some(tallies[place].of),
        interval: tallies[place]
            .share()
            .map(|share| wilson(share, made.level())),
        ..period(made, place)
    });
    PeriodChart {
        periods: periods.collect(),
        method: if is_widened(&chart) {
            FigureMethod::PPrimeChart
        } else {
            FigureMethod::PChart
        },
        chart,
        caveats,
    }
}

/// Makes the figures of exposure, one for each unit that is stated.
pub(super) fn exposure(made: &Context<'_>) -> Vec<ExposureFigure> {
    let units = made.exposed.iter();
    units
        .map(|(unit, exposed)| of_unit(made, *unit, exposed))
        .collect()
}

fn of_unit(made: &Context<'_>, unit: ExposureUnit, exposed: &Exposed) -> ExposureFigure {
    // Events by exposure are what observed by expected is, with the exposure in the expected's place.
    let rate = standardised(exposed.count, exposed.exposure, made.level());
    let events = exposed.periods.iter();
    let events: Vec<ExposurePeriod> = events
        .map(|(count, exposure)| ExposurePeriod {
            count: *count,
            exposure: *exposure,
        })
        .collect();
    let chart = u_chart(&events, &plan(made));
    let mut of_chart = caveats(&chart);
    if exposed.too_coarse {
        of_chart.push(Caveat::VolumesTooCoarse);
    }
    let periods = events.iter().enumerate().map(|(place, event)| ChartPeriod {
        count: event.count,
        exposure: Some(event.exposure),
        ..period(made, place)
    });
    ExposureFigure {
        unit,
        count: exposed.count,
        exposure: exposed.exposure,
        value: rate.map(|rate| rate.ratio),
        interval: rate.map(|rate| rate.exact),
        method: FigureMethod::ExactPoisson,
        caveats: vec![Caveat::FromVolumes],
        chart: PeriodChart {
            periods: periods.collect(),
            method: if is_widened(&chart) {
                FigureMethod::UPrimeChart
            } else {
                FigureMethod::UChart
            },
            chart,
            caveats: of_chart,
        },
    }
}

/// Makes a period of which nothing is counted yet.
fn period(made: &Context<'_>, place: usize) -> ChartPeriod {
    let DaySpan { from, to, .. } = made.periods[place];
    let word = |number: u16| made.log.versions.words.word(number).map(str::to_owned);
    ChartPeriod {
        from,
        to,
        count: 0,
        of: None,
        exposure: None,
        interval: None,
        version: main_version(made, place, None).and_then(word),
        drill: Drill {
            from: Some(from),
            to: Some(to),
            ..made.settings.overrides()
        },
    }
}

/// Returns the version of most decisions of a period: of equals the one that was before, else the
/// first by name. Decisions without a version do not count.
fn main_version(made: &Context<'_>, place: usize, before: Option<u16>) -> Option<u16> {
    let words = &made.log.versions.words;
    let row = &made.sums.period_versions[place * words.len()..(place + 1) * words.len()];
    let stated = (0..)
        .zip(row.iter().copied())
        .skip(1)
        .filter(|(_, count)| *count > 0);
    let best = stated.max_by(|(a, x), (b, y)| {
        let first = |version: &u16| (Some(*version) == before, Reverse(words.word(*version)));
        x.cmp(y).then_with(|| first(a).cmp(&first(b)))
    });
    best.map(|(version, _)| version)
}

/// Returns how charts are made: a new stretch wherever the version of most decisions changes.
fn plan(made: &Context<'_>) -> ChartPlan {
    let settings = made.settings;
    let mut stretches = Vec::new();
    let mut before = None;
    for place in 0..made.periods.len() {
        let Some(version) = main_version(made, place, before) else {
            continue;
        };
        if before.is_some_and(|before| before != version) {
            stretches.push(u32::try_from(place).unwrap_or(u32::MAX));
        }
        before = Some(version);
    }
    ChartPlan {
        rules: settings.rules.clone(),
        baseline: settings.baseline,
        stretches,
        spread: settings.spread,
    }
}

fn is_widened(chart: &Chart) -> bool {
    chart.stretches.iter().any(|stretch| stretch.factor != 1.0)
}

fn caveats(chart: &Chart) -> Vec<Caveat> {
    let any = |holds: fn(&Stretch) -> bool| chart.stretches.iter().any(holds);
    let no_data = !chart.points.iter().any(|point| point.value.is_some());
    let found = [
        (no_data, Caveat::NoData),
        (
            any(|stretch| stretch.provisional && stretch.baseline > 0),
            Caveat::Provisional,
        ),
        (chart.stretches.len() > 1, Caveat::NewBaseline),
        (
            chart.points.iter().any(|point| point.exact.is_some()),
            Caveat::SmallCounts,
        ),
        (is_widened(chart), Caveat::Overdispersed),
        (
            any(|stretch| stretch.none == Some(NoChart::Nothing)),
            Caveat::NothingOverridden,
        ),
        (
            any(|stretch| stretch.none == Some(NoChart::Everything)),
            Caveat::EverythingOverridden,
        ),
        (
            chart
                .signals
                .iter()
                .any(|signal| signal.side == Some(Side::Low)),
            Caveat::LowSide,
        ),
    ];
    noted(&found)
}
