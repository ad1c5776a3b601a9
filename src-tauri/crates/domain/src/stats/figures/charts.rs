//! Control charts of the periods (section 2).

use super::code::{Caveat, FigureMethod};
use super::figure::Drill;
use crate::stats::Interval;
use crate::stats::control_chart::Chart;
use crate::time::Date;
use crate::volume::ExposureUnit;
use serde::{Deserialize, Serialize};

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
