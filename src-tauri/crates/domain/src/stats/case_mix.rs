//! Reviewers against what their cases lead to expect (section 7).
//!
//! A raw rate says little of a reviewer who is given the hard cases, so none is compared here, and
//! nobody is ranked: the reviewers stand in the order in which they were given.

use super::law::poisson_two_sided;
use super::multiple::Correction;
use super::rate::Tally;
use super::special::gamma_quantile;
use super::{Interval, LARGEST, Level};
use serde::{Deserialize, Serialize};

/// Reviewers with fewer decisions are not shown.
pub const SHOWN_FROM: u64 = 10;

/// A reviewer's decisions of one class of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClassLoad {
    /// The reviewer's decisions of the class.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub decisions: u64,
    /// Overrides of all decisions of the class, whoever made them.
    pub class: Tally,
}

/// Returns how many overrides a reviewer's cases lead to expect.
///
/// # Formula
/// E = sum n_c p_c over the classes c.
/// # Inputs
/// `loads`: the reviewer's decisions of each class, with the class's own counts.
/// # Domain
/// A class without decisions adds nothing.
/// # Source
/// Indirect standardisation; section 7.
/// # Check
/// `tests/peers/stats.py`.
#[must_use]
pub fn expected(loads: &[ClassLoad]) -> f64 {
    let terms = loads.iter().filter_map(|load| {
        let share = load.class.share()?;
        Some(load.decisions as f64 * share.value())
    });
    terms.sum()
}

/// Observed by expected, with its intervals.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Standardised {
    /// Overrides observed.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub observed: u64,
    /// Overrides expected of the same cases.
    pub expected: f64,
    /// Their quotient.
    pub ratio: f64,
    /// Its exact Poisson interval.
    pub exact: Interval,
    /// Its interval by Byar's approximation.
    pub byar: Interval,
    /// Two-sided p-value of the ratio being 1, by the Poisson law.
    pub p_value: f64,
}

/// Returns observed by expected.
///
/// # Formula
/// O/E. Exact: gamma quantiles at alpha/2 with shape O (0 for O = 0) and at 1 - alpha/2 with shape
/// O + 1, by E. Byar: O(1 - 1/9O - z/(3 sqrt O))³/E and the same with O + 1 and + z.
/// # Inputs
/// `observed`: overrides; `expected`: of [`expected`]; `level`: two-sided.
/// # Domain
/// Nothing unless `expected` is above 0 and finite, and `observed` at most [`LARGEST`].
/// # Source
/// Garwood (1936) for the exact interval; Byar as in Breslow and Day (1987); section 7.
/// # Check
/// `sor_byar` of the vectors; `scipy.stats.chi2.ppf`.
#[must_use]
pub fn standardised(observed: u64, expected: f64, level: Level) -> Option<Standardised> {
    let usable = expected > 0.0 && expected.is_finite() && observed <= LARGEST;
    let ratio = observed as f64 / expected;
    if !usable || !ratio.is_finite() {
        return None;
    }
    let (alpha, z) = (level.alpha() / 2.0, level.z());
    let (o, next) = (observed as f64, observed as f64 + 1.0);
    let lower = if observed == 0 {
        0.0
    } else {
        gamma_quantile(o, alpha)
    };
    let cube = |count: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * count) + z / (3.0 * count.sqrt());
        count * root.max(0.0).powi(3)
    };
    Some(Standardised {
        observed,
        expected,
        ratio,
        exact: Interval {
            lower: lower / expected,
            upper: gamma_quantile(next, 1.0 - alpha) / expected,
        },
        byar: Interval {
            lower: if observed == 0 {
                0.0
            } else {
                cube(o, -z) / expected
            },
            upper: cube(next, z) / expected,
        },
        p_value: poisson_two_sided(observed, expected),
    })
}

/// A reviewer's overrides and what their cases lead to expect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewerLoad {
    /// The reviewer's pseudonym.
    pub reviewer: String,
    /// Overrides of decisions.
    pub tally: Tally,
    /// Overrides expected, of [`expected`].
    pub expected: f64,
}

/// A reviewer who is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewerRatio {
    /// The reviewer's pseudonym.
    pub reviewer: String,
    /// Overrides of decisions.
    pub tally: Tally,
    /// Observed by expected; nothing where nothing is expected.
    pub ratio: Option<Standardised>,
    /// The p-value corrected for the number of reviewers shown.
    pub adjusted_p: Option<f64>,
    /// Whether it is below what the level leaves outside.
    pub flagged: bool,
}

/// The reviewers who may be shown, in the order given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CaseMix {
    /// Those with [`SHOWN_FROM`] decisions or more.
    pub shown: Vec<ReviewerRatio>,
    /// How many are not shown.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub hidden: u64,
}

/// Returns reviewers against what their cases lead to expect.
///
/// # Formula
/// [`standardised`] for each; flagged when the corrected p-value is below alpha.
/// # Inputs
/// `loads`: one line a reviewer; `correction`: over the reviewers shown; `level`.
/// # Domain
/// Reviewers below [`SHOWN_FROM`] decisions are counted and not shown.
/// # Source
/// Section 7.
/// # Check
/// `tests/peers/stats.py`.
#[must_use]
pub fn case_mix(loads: &[ReviewerLoad], correction: Correction, level: Level) -> CaseMix {
    let shown = |load: &&ReviewerLoad| load.tally.of >= SHOWN_FROM;
    let mut ratios: Vec<ReviewerRatio> = loads
        .iter()
        .filter(shown)
        .map(|load| ReviewerRatio {
            reviewer: load.reviewer.clone(),
            tally: load.tally,
            ratio: standardised(load.tally.count, load.expected, level),
            adjusted_p: None,
            flagged: false,
        })
        .collect();
    let tested = || ratios.iter().filter_map(|row| row.ratio);
    let adjusted = correction.adjust(&tested().map(|ratio| ratio.p_value).collect::<Vec<_>>());
    let rows = ratios.iter_mut().filter(|row| row.ratio.is_some());
    for (row, p) in rows.zip(adjusted) {
        row.adjusted_p = Some(p);
        row.flagged = p < level.alpha();
    }
    CaseMix {
        hidden: (loads.len() - ratios.len()) as u64,
        shown: ratios,
    }
}
