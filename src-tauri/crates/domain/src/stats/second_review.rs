//! What a second review of a sample says of all decisions (sections 3 and 5).

use super::agreement::{Agreement, Square, agreement};
use super::rate::Rate;
use super::{Interval, Level};
use crate::second_review::{CaseVerdict, Judged, Stratum};
use serde::{Deserialize, Serialize};

/// An estimate for all decisions from two samples, with an interval that holds for both at once.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Where it lies.
    pub interval: Interval,
}

/// The figures of a second review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondReviewFigures {
    /// Cases drawn.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub cases: u64,
    /// Cases with a verdict.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub judged: u64,
    /// Of these, cases of which it can't be told.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub undecided: u64,
    /// Accepted outputs that were wrong, of those judged: errors that nobody noticed.
    pub missed_errors: Option<Rate>,
    /// Overrides in which the person was right and the AI wrong, of those judged.
    pub precision: Option<Rate>,
    /// Overrides of an output that was right, of those judged.
    pub needless: Option<Rate>,
    /// Of the AI's wrong outputs, the share that was accepted.
    pub over_reliance: Option<Estimate>,
    /// Of the AI's right outputs, the share that was overridden.
    pub under_reliance: Option<Estimate>,
    /// How far two reviewers of the same case agree; nothing where none was judged twice.
    pub agreement: Option<Agreement>,
}

/// Counts of one kind of record: judged, and of these the AI right and the person alone right.
#[derive(Clone, Copy, Default)]
struct Counts {
    told: u64,
    ai_right: u64,
    person_alone: u64,
}

impl Counts {
    fn of(judged: &[Judged], overridden: bool) -> Self {
        let mut counts = Self::default();
        for case in judged.iter().filter(|case| case.overridden == overridden) {
            let Some(verdict) = case.verdict() else {
                continue;
            };
            let Some(ai_right) = verdict.ai_right() else {
                continue;
            };
            counts.told += 1;
            counts.ai_right += u64::from(ai_right);
            counts.person_alone += u64::from(verdict == CaseVerdict::PersonRight);
        }
        counts
    }

    const fn ai_wrong(self) -> u64 {
        self.told - self.ai_right
    }
}

/// Makes the figures of a second review.
///
/// # Formula
/// Shares of each kind with Wilson's interval. For all decisions, each kind's share is taken for its
/// whole population: over-reliance = A/(A + O) with A the population accepted times the share of
/// wrong outputs among the accepted sample, and O the same of the overridden; under-reliance alike
/// with right outputs. The ends of the interval put one kind at the lower and the other at the upper
/// end of its own Wilson interval at the level 1 - (1 - level)/2, so that both hold at once with at
/// least the level (Bonferroni).
/// # Inputs
/// `judged`: the drawn records with their verdicts; the two populations; `level`: two-sided.
/// # Domain
/// Any number of records; a figure without a denominator is nothing.
/// # Source
/// Section 5 for the definitions; stratified estimation by population, Bonferroni's inequality.
/// # Check
/// `tests/tests/second_review.rs`.
#[must_use]
pub fn second_review_figures(
    judged: &[Judged],
    accepted: Stratum,
    overridden: Stratum,
    level: Level,
) -> SecondReviewFigures {
    let (taken, refused) = (Counts::of(judged, false), Counts::of(judged, true));
    let verdicts = judged.iter().filter_map(Judged::verdict);
    let strict = Level::new(1.0 - level.alpha() / 2.0).unwrap_or(level);
    let part = |count: u64, of: u64, population: u64| Part {
        rate: Rate::of(count, of, strict),
        population: population as f64,
    };
    SecondReviewFigures {
        cases: judged.len() as u64,
        judged: verdicts.clone().count() as u64,
        undecided: verdicts
            .filter(|verdict| *verdict == CaseVerdict::CannotTell)
            .count() as u64,
        missed_errors: Rate::of(taken.ai_wrong(), taken.told, level),
        precision: Rate::of(refused.person_alone, refused.told, level),
        needless: Rate::of(refused.ai_right, refused.told, level),
        over_reliance: share_of(
            part(taken.ai_wrong(), taken.told, accepted.population),
            part(refused.ai_wrong(), refused.told, overridden.population),
        ),
        under_reliance: share_of(
            part(refused.ai_right, refused.told, overridden.population),
            part(taken.ai_right, taken.told, accepted.population),
        ),
        agreement: pairs(judged).map(|table| agreement(&table, level)),
    }
}

/// A share of a population, as a sample of it says.
struct Part {
    rate: Option<Rate>,
    population: f64,
}

impl Part {
    /// The number in the population: lowest, estimated, highest. A population of nobody needs no sample.
    fn number(&self) -> Option<[f64; 3]> {
        if self.population == 0.0 {
            return Some([0.0; 3]);
        }
        let rate = self.rate?;
        let ends = [rate.interval.lower, rate.value, rate.interval.upper];
        Some(ends.map(|share| share * self.population))
    }
}

/// The share of one number in the sum of two.
fn share_of(one: Part, other: Part) -> Option<Estimate> {
    let ([low, value, high], [other_low, other_value, other_high]) =
        (one.number()?, other.number()?);
    let share = |part: f64, rest: f64| (part + rest > 0.0).then(|| part / (part + rest));
    Some(Estimate {
        value: share(value, other_value)?,
        interval: Interval {
            lower: share(low, other_high).unwrap_or(0.0),
            upper: share(high, other_low).unwrap_or(1.0),
        },
    })
}

/// Counts the verdicts of the first two reviewers of each case that has two.
fn pairs(judged: &[Judged]) -> Option<Square> {
    let labels = CaseVerdict::ALL.len();
    let mut cells = vec![0; labels * labels];
    for case in judged {
        let [(_, first), (_, second), ..] = case.verdicts[..] else {
            continue;
        };
        cells[first as usize * labels + second as usize] += 1;
    }
    cells
        .iter()
        .any(|count| *count > 0)
        .then(|| Square::new(labels, cells))?
}
