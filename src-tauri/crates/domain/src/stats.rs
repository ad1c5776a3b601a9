//! The statistics of decision records: counts in, figures with their intervals out.
//!
//! Every function takes counts that were added up elsewhere, so five million records cost no more
//! here than fifty. Nothing here reads a clock or draws from the machine: the same counts give the
//! same figures. A figure that the counts cannot give is nothing, never a zero.
//!
//! The definitions are those of the project's document on override analytics; "section" in the
//! comments below means a section of it. What each module says of itself is checked by
//! `tests/tests/stats.rs` (the document's vectors), `tests/tests/stats_properties.rs` and
//! `tests/tests/stats_peer.rs` (statsmodels, SciPy, scikit-learn and NumPy).

pub mod agreement;
pub mod case_mix;
pub mod consistency;
pub mod control_chart;
pub mod drill;
pub mod figures;
pub mod law;
pub mod log;
pub mod multiple;
pub mod outcome;
mod random;
pub mod rate;
pub mod reason;
pub mod reviewer;
pub mod sample;
pub mod second_review;
pub mod signal;
pub mod special;

use serde::{Deserialize, Serialize};

/// The largest total that a figure is computed from.
///
/// Beyond it the exact intervals would take seconds, and no organisation decides so often.
pub const LARGEST: u64 = 1_000_000_000_000;

/// Where a figure lies, at the confidence level that the figure's function was given.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Interval {
    /// Lower end.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

impl Interval {
    /// Tells whether a value lies in the interval, its ends included.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }
}

/// A confidence level: more than 0 and less than 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(
    feature = "contract",
    derive(ts_rs::TS, schemars::JsonSchema),
    ts(type = "number")
)]
#[serde(try_from = "f64", into = "f64")]
pub struct Level(f64);

impl Level {
    /// 95 %, the level that every screen and report uses unless somebody chose another.
    pub const P95: Self = Self(0.95);

    /// Returns the level, or nothing when it is not between 0 and 1 or so near an end that no
    /// interval at that level could be told from the whole line or from a point.
    #[must_use]
    pub fn new(level: f64) -> Option<Self> {
        (1e-9..=1.0 - 1e-9).contains(&level).then_some(Self(level))
    }

    /// Returns the level as a number.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }

    /// Returns what the level leaves outside, on both sides together.
    #[must_use]
    pub fn alpha(self) -> f64 {
        // 1 - 0.95 in binary is 0.05 plus dust; the decimal that was meant gives the tables' values.
        let outside = 1.0 - self.0;
        let rounded = (outside * 1e12).round() / 1e12;
        if (outside - rounded).abs() < 1e-15 {
            rounded
        } else {
            outside
        }
    }

    /// Returns the standard normal deviate that leaves half of the rest above it, 1.959964 for 95 %.
    #[must_use]
    pub fn z(self) -> f64 {
        -special::normal_quantile(self.alpha() / 2.0)
    }
}

/// The number given as a confidence level is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a confidence level lies between 0 and 1")]
pub struct NoLevel;

impl TryFrom<f64> for Level {
    type Error = NoLevel;

    fn try_from(level: f64) -> Result<Self, NoLevel> {
        Self::new(level).ok_or(NoLevel)
    }
}

impl From<Level> for f64 {
    fn from(level: Level) -> Self {
        level.0
    }
}

/// Returns a quotient, or nothing when it is none.
fn ratio(numerator: f64, denominator: f64) -> Option<f64> {
    let quotient = numerator / denominator;
    quotient.is_finite().then_some(quotient)
}
