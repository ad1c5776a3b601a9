//! Shares of counts with their intervals (section 1).

use super::special::beta_quantile;
use super::{Interval, LARGEST, Level};
use serde::{Deserialize, Serialize};

/// So many of so many, as counted and not yet looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tally {
    /// How many are counted, such as overrides.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
    /// Of how many, such as decisions on an AI output.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub of: u64,
}

impl Tally {
    /// Pairs a count with its total.
    #[must_use]
    pub const fn new(count: u64, of: u64) -> Self {
        Self { count, of }
    }

    /// Returns the share, or nothing when there is none.
    #[must_use]
    pub const fn share(self) -> Option<Share> {
        Share::of(self.count, self.of)
    }
}

/// A count of a total that is not zero and not smaller than the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    count: u64,
    of: u64,
}

impl Share {
    /// Returns the share, or nothing without a total, above it or beyond [`LARGEST`].
    #[must_use]
    pub const fn of(count: u64, of: u64) -> Option<Self> {
        if of == 0 || count > of || of > LARGEST {
            None
        } else {
            Some(Self { count, of })
        }
    }

    /// Returns the count.
    #[must_use]
    pub const fn count(self) -> u64 {
        self.count
    }

    /// Returns the total.
    #[must_use]
    pub const fn total(self) -> u64 {
        self.of
    }

    /// Returns the share as a number from 0 to 1.
    #[must_use]
    pub fn value(self) -> f64 {
        self.count as f64 / self.of as f64
    }

    /// Returns the share of what is not counted.
    #[must_use]
    pub const fn rest(self) -> Self {
        Self {
            count: self.of - self.count,
            of: self.of,
        }
    }
}

/// Below so many records a screen shows the counts before the rate.
pub const FEW: u64 = 20;

/// A share as it is shown: its two counts, its value and its Wilson interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rate {
    /// The numerator.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
    /// The denominator.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub of: u64,
    /// Their quotient, unrounded.
    pub value: f64,
    /// Wilson's interval.
    pub interval: Interval,
    /// Whether there are fewer than [`FEW`] records, so that the counts say more than the rate.
    pub few: bool,
}

impl Rate {
    /// Returns the rate of a share.
    #[must_use]
    pub fn new(share: Share, level: Level) -> Self {
        Self {
            count: share.count,
            of: share.of,
            value: share.value(),
            interval: wilson(share, level),
            few: share.of < FEW,
        }
    }

    /// Returns the rate of two counts; nothing when there is no data, never 0 %.
    #[must_use]
    pub fn of(count: u64, of: u64, level: Level) -> Option<Self> {
        Share::of(count, of).map(|share| Self::new(share, level))
    }
}

/// Returns the interval of a share by Wilson's score method.
///
/// # Formula
/// Centre (p + z²/2n)/(1 + z²/n), half-width z/(1 + z²/n) sqrt(p(1-p)/n + z²/4n²), kept within
/// 0 and 1, which are hit exactly when nothing or everything is counted.
/// # Inputs
/// `share`: counts, the total not zero by type; `level`: two-sided.
/// # Domain
/// Totals up to [`LARGEST`].
/// # Source
/// Wilson (1927); section 1.
/// # Check
/// `wilson` of the vectors; `statsmodels.stats.proportion.proportion_confint`.
#[must_use]
pub fn wilson(share: Share, level: Level) -> Interval {
    score(share, share.of as f64, level)
}

/// Returns Wilson's interval of decisions that come in clusters.
///
/// # Formula
/// Wilson's interval with the variance multiplied by phi, that is with n/phi in the place of n; a
/// phi below 1 counts as 1, since it says no more than that no clustering was seen.
/// # Inputs
/// `share`: counts; `dispersion`: phi of [`super::reviewer::heterogeneity`].
/// # Domain
/// A phi that is no finite number counts as 1.
/// # Source
/// Section 1, edges.
/// # Check
/// `tests/tests/stats_properties.rs`: never narrower than without.
#[must_use]
pub fn wilson_clustered(share: Share, dispersion: f64, level: Level) -> Interval {
    let dispersion = if dispersion.is_finite() {
        dispersion.max(1.0)
    } else {
        1.0
    };
    score(share, share.of as f64 / dispersion, level)
}

fn score(share: Share, n: f64, level: Level) -> Interval {
    let (p, z) = (share.value(), level.z());
    let square = z * z;
    let shrink = 1.0 + square / n;
    let centre = (p + square / (2.0 * n)) / shrink;
    let variance = p * (1.0 - p) / n + square / (4.0 * n * n);
    let half = z / shrink * variance.sqrt();
    Interval {
        lower: if share.count == 0 {
            0.0
        } else {
            (centre - half).max(0.0)
        },
        upper: if share.count == share.of {
            1.0
        } else {
            (centre + half).min(1.0)
        },
    }
}

/// Returns the exact interval of a share.
///
/// # Formula
/// From the beta quantile at alpha/2 with (x, n-x+1) to that at 1 - alpha/2 with (x+1, n-x).
/// # Inputs
/// `share`: counts; `level`: two-sided.
/// # Domain
/// Totals up to [`LARGEST`].
/// # Source
/// Clopper and Pearson (1934).
/// # Check
/// `wilson` of the vectors (`clopper_pearson`); `proportion_confint(method="beta")`.
#[must_use]
pub fn clopper_pearson(share: Share, level: Level) -> Interval {
    let alpha = level.alpha() / 2.0;
    Interval {
        lower: exact_lower(share, alpha),
        upper: exact_upper(share, alpha),
    }
}

/// Returns the exact one-sided lower bound of a share.
///
/// # Formula
/// The beta quantile at alpha with (x, n-x+1); 0 when nothing is counted, alpha^(1/n) when all is.
/// # Inputs
/// `share`: counts; `level`: one-sided.
/// # Domain
/// Totals up to [`LARGEST`].
/// # Source
/// Clopper and Pearson (1934); section 8.
/// # Check
/// `drills` of the vectors; `scipy.stats.beta.ppf`.
#[must_use]
pub fn lower_bound(share: Share, level: Level) -> f64 {
    exact_lower(share, level.alpha())
}

/// Returns the exact one-sided upper bound of a share.
///
/// # Formula
/// The beta quantile at 1 - alpha with (x+1, n-x); 1 - alpha^(1/n) when nothing is counted.
/// # Inputs
/// `share`: counts; `level`: one-sided.
/// # Domain
/// Totals up to [`LARGEST`].
/// # Source
/// Clopper and Pearson (1934); section 6.
/// # Check
/// `zero_overrides_upper95` of the vectors; `scipy.stats.beta.ppf`.
#[must_use]
pub fn upper_bound(share: Share, level: Level) -> f64 {
    exact_upper(share, level.alpha())
}

fn exact_lower(share: Share, alpha: f64) -> f64 {
    let (x, n) = (share.count, share.of);
    if x == 0 {
        0.0
    } else if x == n {
        (alpha.ln() / n as f64).exp()
    } else {
        beta_quantile(x as f64, (n - x) as f64 + 1.0, alpha)
    }
}

fn exact_upper(share: Share, alpha: f64) -> f64 {
    let (x, n) = (share.count, share.of);
    if x == n {
        1.0
    } else if x == 0 {
        -(alpha.ln() / n as f64).exp_m1()
    } else {
        beta_quantile(x as f64 + 1.0, (n - x) as f64, 1.0 - alpha)
    }
}

/// Returns the upper bound that the rule of three gives for something never seen.
///
/// # Formula
/// 3/n, as it stands: a rule of thumb for the 95 % bound, above 1 for `n` below 3.
/// # Inputs
/// `n`: records, none of them counted.
/// # Domain
/// Nothing without records.
/// # Source
/// Hanley and Lippman-Hand (1983).
/// # Check
/// `wilson` of the vectors (`rule_of_three_upper`).
#[must_use]
pub fn rule_of_three(n: u64) -> Option<f64> {
    (n > 0).then(|| 3.0 / n as f64)
}
