//! Who was right, where it became known (section 5).

use super::law::binomial_cdf;
use super::rate::{Rate, Share, Tally};
use super::{Interval, LARGEST, Level};
use serde::{Deserialize, Serialize};

/// Decisions by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Outcomes {
    /// Accepted, and the AI was right.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub accepted_right: u64,
    /// Accepted, and the AI was wrong.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub accepted_wrong: u64,
    /// Overridden, and the AI was right.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub overridden_right: u64,
    /// Overridden, and the AI was wrong.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub overridden_wrong: u64,
    /// Of these, the person was right; with more than two labels both may have been wrong.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub person_right: u64,
    /// Accepted, outcome not known.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub accepted_unknown: u64,
    /// Overridden, outcome not known.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub overridden_unknown: u64,
}

/// A share whose outcomes are known in part.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bounded {
    /// Among the known outcomes; nothing without data, and nothing where the decision itself
    /// decides which outcomes become known.
    pub known: Option<Rate>,
    /// Where the share of all lies, whatever the unknown outcomes are.
    pub bounds: Option<Interval>,
}

/// Who was right.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Adjusted {
    /// Outcomes not known, of all decisions.
    pub missing: Option<Rate>,
    /// Whether the decision decides which outcomes become known, so that no point is given.
    pub selective: bool,
    /// The AI was wrong, of all.
    pub ai_wrong: Bounded,
    /// Over-reliance: accepted, of those where the AI was wrong.
    pub over_reliance: Bounded,
    /// Under-reliance: overridden, of those where the AI was right.
    pub under_reliance: Bounded,
    /// Precision: the person was right, of the overridden.
    pub precision: Bounded,
    /// Overrides that put the AI right less those that put it wrong; nothing where selective.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub net_benefit: Option<i64>,
    /// Where that difference lies, whatever the unknown outcomes are.
    #[cfg_attr(feature = "contract", ts(type = "[number, number]"))]
    pub net_benefit_bounds: (i64, i64),
    /// McNemar's exact two-sided p of that difference; nothing without discordant cases.
    pub mc_nemar_p: Option<f64>,
}

/// Returns who was right.
///
/// # Formula
/// Over-reliance AW/(AW+OW), under-reliance OR/(OR+AR), precision OWc/(OR+OW), net benefit
/// OWc - OR, each share with Wilson's interval; [`mc_nemar`] of OWc against OR. The bounds let
/// every unknown outcome fall the way that makes the share smallest, then largest.
/// # Inputs
/// `outcomes`: decisions; `selective`: whether the decision decides which outcomes become known.
/// # Domain
/// A `person_right` above `overridden_wrong` counts as that; counts above an eighth of
/// [`LARGEST`] count as that.
/// # Source
/// Section 5; Manski (1990) for the bounds; Lakkaraju et al. (2017) and Kleinberg et al. (2018)
/// for outcomes that are seen selectively.
/// # Check
/// The figures of MURA and Pneumothorax in section 5; `tests/peers/stats.py`, which tries every
/// assignment of the unknown outcomes.
#[must_use]
pub fn adjusted(outcomes: &Outcomes, selective: bool, level: Level) -> Adjusted {
    // Seven counts below the largest total cannot overflow a sum.
    let cap = |count: u64| count.min(LARGEST / 8);
    let (ar, aw) = (cap(outcomes.accepted_right), cap(outcomes.accepted_wrong));
    let (or, ow) = (
        cap(outcomes.overridden_right),
        cap(outcomes.overridden_wrong),
    );
    let right = cap(outcomes.person_right).min(ow);
    let (a, o) = (
        cap(outcomes.accepted_unknown),
        cap(outcomes.overridden_unknown),
    );
    let known = ar + aw + or + ow;
    let rate = |count, of| Rate::of(count, of, level).filter(|_| !selective);
    let bounded = |count, of, bounds| Bounded {
        known: rate(count, of),
        bounds,
    };
    let signed = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let net = signed(right) - signed(or);
    Adjusted {
        missing: Rate::of(a + o, known + a + o, level),
        selective,
        ai_wrong: bounded(aw + ow, known, missing_bounds(aw + ow, known, a + o)),
        over_reliance: bounded(aw, aw + ow, split_bounds((aw, a), (ow, o))),
        under_reliance: bounded(or, or + ar, split_bounds((or, o), (ar, a))),
        precision: bounded(right, or + ow, missing_bounds(right, or + ow, o)),
        net_benefit: (!selective).then_some(net),
        net_benefit_bounds: (net - signed(o), net + signed(o)),
        mc_nemar_p: mc_nemar(right, or).filter(|_| !selective),
    }
}

/// Returns where a share lies when some of the total are of unknown kind.
///
/// # Formula
/// From x/(n+m), all unknown counted as not x, to (x+m)/(n+m), all counted as x.
/// # Inputs
/// `count`, `of`: the known; `missing`: the unknown.
/// # Domain
/// Nothing when there are none at all, or the count is above its total.
/// # Source
/// Manski (1990).
/// # Check
/// `tests/peers/stats.py`, which tries every assignment.
#[must_use]
pub fn missing_bounds(count: u64, of: u64, missing: u64) -> Option<Interval> {
    let all = of.checked_add(missing)?;
    Some(Interval {
        lower: Share::of(count, all)?.value(),
        upper: Share::of(count.checked_add(missing)?, all)?.value(),
    })
}

/// Returns where the share x/(x + y) lies when unknown cases may belong to x, to y or to neither.
///
/// Each pair is a known count and how many more it may get. Where one end would be 0/0, the
/// assignments that give a share at all decide.
fn split_bounds(x: (u64, u64), y: (u64, u64)) -> Option<Interval> {
    let share = |x: u64, y: u64| Share::of(x, x.checked_add(y)?).map(Share::value);
    let most_x = x.0.checked_add(x.1)?;
    let most_y = y.0.checked_add(y.1)?;
    if most_x == 0 && most_y == 0 {
        return None;
    }
    Some(Interval {
        lower: share(x.0, most_y).unwrap_or(1.0),
        upper: share(most_x, y.0).unwrap_or(0.0),
    })
}

/// Returns McNemar's exact test of two discordant counts.
///
/// # Formula
/// min(1, 2 P(X <= min(b, c))) for X binomial with b + c trials of one half.
/// # Inputs
/// `b`, `c`: discordant cases of either kind.
/// # Domain
/// Nothing without discordant cases or beyond [`LARGEST`].
/// # Source
/// McNemar (1947); exact form, section 5.
/// # Check
/// `mcnemar` of the vectors; `statsmodels`' `mcnemar(exact=True)`.
#[must_use]
pub fn mc_nemar(b: u64, c: u64) -> Option<f64> {
    let share = Share::of(b.min(c), b.checked_add(c)?)?;
    let tail = binomial_cdf(share.count(), share.total(), 0.5);
    Some((2.0 * tail).min(1.0))
}

/// How people moved from a first judgement of their own to the final one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reliance {
    /// Relative AI reliance: switched to the AI's right answer, of those wrong at first.
    pub rair: Option<Rate>,
    /// Relative self-reliance: kept the own right answer, of those where the AI was wrong.
    pub rsr: Option<Rate>,
}

/// Returns how appropriately people relied on the AI, where their first judgement is known.
///
/// # Formula
/// RAIR = switched/(first wrong, AI right); RSR = kept/(first right, AI wrong).
/// # Inputs
/// `switched` of those first wrong with the AI right; `kept` of those first right with the AI wrong.
/// # Domain
/// Nothing where the denominator is 0.
/// # Source
/// Schemmer et al. (2023); section 5.
/// # Check
/// `tests/peers/stats.py`.
#[must_use]
pub fn reliance(switched: Tally, kept: Tally, level: Level) -> Reliance {
    let rate = |tally: Tally| Rate::of(tally.count, tally.of, level);
    Reliance {
        rair: rate(switched),
        rsr: rate(kept),
    }
}
