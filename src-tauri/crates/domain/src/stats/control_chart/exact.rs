//! Limits from the law of counts itself, for periods with few events.

use crate::stats::law::{binomial_quantile, poisson_quantile};
use serde::{Deserialize, Serialize};

/// What three standard deviations leave on either side, rounded as the tables have it.
const TAIL: f64 = 0.00135;

/// The smallest and the largest count that raise no signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountLimits {
    /// Fewer are a signal.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub lower: u64,
    /// More are a signal.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub upper: u64,
}

/// Returns the exact limits of a count of `n`.
///
/// # Formula
/// The binomial quantiles at 0.00135 and 0.99865.
/// # Inputs
/// `n`: decisions; `centre`: the baseline's rate.
/// # Domain
/// `centre` from 0 to 1, otherwise clamped.
/// # Source
/// Section 2.
/// # Check
/// `exact_limits` of the vectors; `scipy.stats.binom.ppf`.
#[must_use]
pub fn binomial_limits(n: u64, centre: f64) -> CountLimits {
    CountLimits {
        lower: binomial_quantile(TAIL, n, centre),
        upper: binomial_quantile(1.0 - TAIL, n, centre),
    }
}

/// Returns the exact limits of a count of events.
///
/// # Formula
/// The Poisson quantiles at 0.00135 and 0.99865.
/// # Inputs
/// `mean`: events expected, the baseline's rate times the exposure.
/// # Domain
/// `mean` from 0 to 10^12, otherwise clamped.
/// # Source
/// Section 2.
/// # Check
/// `scipy.stats.poisson.ppf`.
#[must_use]
pub fn poisson_limits(mean: f64) -> CountLimits {
    CountLimits {
        lower: poisson_quantile(TAIL, mean),
        upper: poisson_quantile(1.0 - TAIL, mean),
    }
}
