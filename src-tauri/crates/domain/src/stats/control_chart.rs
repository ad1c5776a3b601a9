//! Control charts of override rates: what varies more than chance (section 2).
//!
//! A chart is made of stretches. Each has a baseline of its own, because a new model version is a
//! new process; no limit and no run reaches across the border of a stretch or a period without data.

mod centre;
mod exact;
mod rule;

pub use exact::{CountLimits, binomial_limits, poisson_limits};
pub use rule::{ChartRule, ChartSignal, Side, nelson};

use super::LARGEST;
use super::rate::Tally;
use centre::{Law, Unit};
use serde::{Deserialize, Serialize};

/// Periods that a baseline needs before it is more than provisional.
pub const BASELINE: u32 = 20;

/// Events of a period against its exposure, such as disengagements and miles.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExposurePeriod {
    /// Events.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
    /// Exposure in the source's own unit: hours, kilometres, cases.
    pub exposure: f64,
}

/// What the limits allow for beyond the law of chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// Laney's where the baseline varies more than chance (p of chi-square below 0.05), else plain.
    WhenNeeded,
    /// The plain limits.
    Plain,
    /// Laney's, never narrower than the plain ones.
    Laney,
    /// Laney's as they come, narrower ones too.
    LaneyUnbounded,
}

/// How a chart is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChartPlan {
    /// The rules that raise a signal.
    pub rules: Vec<ChartRule>,
    /// How many periods with data, the first of each stretch, make its baseline.
    pub baseline: u32,
    /// Periods, counted from 0, at which a new stretch begins.
    pub stretches: Vec<u32>,
    /// What the limits allow for.
    pub spread: Spread,
}

impl Default for ChartPlan {
    fn default() -> Self {
        Self {
            rules: ChartRule::DEFAULT.to_vec(),
            baseline: BASELINE,
            stretches: Vec::new(),
            spread: Spread::WhenNeeded,
        }
    }
}

/// Why a stretch has no limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoChart {
    /// No period has data.
    NoData,
    /// Nothing was counted in the baseline; see the signals of rubber-stamping.
    Nothing,
    /// Everything was counted in the baseline.
    Everything,
}

/// A run of periods with one baseline.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stretch {
    /// Its first period.
    pub from: u32,
    /// The period after its last.
    pub to: u32,
    /// Periods with data in the baseline.
    pub baseline: u32,
    /// Whether these are fewer than [`BASELINE`].
    pub provisional: bool,
    /// The rate of the baseline.
    pub centre: Option<f64>,
    /// Why there are no limits, where there are none.
    pub none: Option<NoChart>,
    /// The baseline's sum of z², the test of more than chance.
    pub chi_square: Option<f64>,
    /// Its degrees of freedom.
    pub df: Option<u32>,
    /// Its p-value.
    pub p_value: Option<f64>,
    /// Laney's sigma by the mean moving range of z, divided by 1.128.
    pub sigma_z: Option<f64>,
    /// The standard deviation of z, which other programs use for it.
    pub sigma_z_sd: Option<f64>,
    /// What the limits were multiplied by.
    pub factor: f64,
}

/// One period on the chart.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChartPoint {
    /// The rate; nothing for a period without data.
    pub value: Option<f64>,
    /// Lower limit.
    pub lower: Option<f64>,
    /// Upper limit.
    pub upper: Option<f64>,
    /// Distance from the centre in plain standard deviations.
    pub z: Option<f64>,
    /// The same in those that the limits allow for, by which the rules judge.
    pub judged: Option<f64>,
    /// The limits as counts, where the count expected is below 5 and the law itself gives them.
    pub exact: Option<CountLimits>,
    /// Whether the period belongs to the baseline.
    pub baseline: bool,
}

/// A control chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Chart {
    /// Its stretches, in order; together they hold every period once.
    pub stretches: Vec<Stretch>,
    /// Its points, one a period.
    pub points: Vec<ChartPoint>,
    /// What the rules raise, by period and rule.
    pub signals: Vec<ChartSignal>,
}

/// Returns the chart of a share: p, or p' where the plan or the data ask for it.
///
/// # Formula
/// Centre: sum x/sum n of the baseline. Limits: centre plus or minus 3 s f, s = sqrt(p(1-p)/n),
/// within 0 and 1; f is 1, or Laney's sigma, the mean of |z_i - z_(i-1)| over neighbouring baseline
/// periods by 1.128. Where n p < 5 the limits are [`binomial_limits`], which f does not widen. The
/// rules judge z = (x/n - p)/(s f), rule 1 the limits as they are shown.
/// # Inputs
/// `periods`: overrides of decisions, in order of time; `plan`.
/// # Domain
/// A period without a total, or whose count is above it, is a gap. No limits where the baseline's
/// rate is 0 or 1.
/// # Source
/// Shewhart (1931); Laney (2002) for p'; Nelson (1984) for the rules; section 2.
/// # Check
/// `pchart_example`, `aihuman_pchart` of the vectors; `tests/peers/stats.py`.
#[must_use]
pub fn p_chart(periods: &[Tally], plan: &ChartPlan) -> Chart {
    let units: Vec<Unit> = periods
        .iter()
        .map(|tally| {
            let share = tally.share()?;
            Some((share.count() as f64, share.total() as f64))
        })
        .collect();
    centre::chart(&units, Law::Binomial, plan)
}

/// Returns the chart of events by exposure: u, or u' where the plan or the data ask for it.
///
/// # Formula
/// As [`p_chart`] with s = sqrt(u/e), limits from 0 upwards, and [`poisson_limits`] where e u < 5.
/// # Inputs
/// `periods`: events and exposure, in order of time; `plan`.
/// # Domain
/// A period without a positive, finite exposure is a gap, and so is a count above [`LARGEST`]. No
/// limits where the baseline has no event.
/// # Source
/// Shewhart (1931); Laney (2002) for u'; section 2.
/// # Check
/// `tests/peers/stats.py`.
#[must_use]
pub fn u_chart(periods: &[ExposurePeriod], plan: &ChartPlan) -> Chart {
    let units: Vec<Unit> = periods
        .iter()
        .map(|period| {
            let sound =
                period.exposure > 0.0 && period.exposure.is_finite() && period.count <= LARGEST;
            sound.then_some((period.count as f64, period.exposure))
        })
        .collect();
    centre::chart(&units, Law::Poisson, plan)
}
