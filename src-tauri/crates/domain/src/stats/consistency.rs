//! Whether like cases are decided alike (section 7).

use super::LARGEST;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Decisions of one reviewer on the cases of one key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeyTally {
    /// The key that makes cases alike.
    pub key: String,
    /// The reviewer's pseudonym.
    pub reviewer: String,
    /// Overrides.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
    /// Decisions.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub of: u64,
}

/// Pairs of decisions on like cases, and how many of them differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pairs {
    /// Pairs that differ; beyond 64 bits the largest number.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub differing: u64,
    /// All pairs; beyond 64 bits the largest number.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub pairs: u64,
    /// The quotient; nothing without pairs.
    pub inconsistency: Option<f64>,
}

/// The pairs of one key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeyPairs {
    /// The key that makes cases alike.
    pub key: String,
    /// Overrides.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
    /// Decisions.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub of: u64,
    /// Its pairs.
    pub pairs: Pairs,
}

/// Whether like cases are decided alike.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Consistency {
    /// All pairs of like cases.
    pub overall: Pairs,
    /// Those of one reviewer with themselves.
    pub same_reviewer: Pairs,
    /// Those of two reviewers.
    pub cross_reviewer: Pairs,
    /// The keys with the most differing pairs, the most first, ties by key.
    pub largest: Vec<KeyPairs>,
}

/// Pairs, added up without losing any.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sum {
    differing: u128,
    pairs: u128,
}

impl Sum {
    /// The pairs of decisions among which so many are overrides, at most all and [`LARGEST`].
    pub(crate) fn of(count: u64, of: u64) -> Self {
        let (count, of) = (u128::from(count), u128::from(of));
        Self {
            differing: count * (of - count),
            pairs: of * of.saturating_sub(1) / 2,
        }
    }

    pub(crate) fn add(&mut self, more: Self) {
        self.differing += more.differing;
        self.pairs += more.pairs;
    }

    /// The pairs that are not among others.
    pub(crate) fn without(self, others: Self) -> Self {
        Self {
            differing: self.differing - others.differing,
            pairs: self.pairs - others.pairs,
        }
    }

    /// How many pairs differ.
    pub(crate) fn differing(self) -> u128 {
        self.differing
    }

    pub(crate) fn figure(self) -> Pairs {
        Pairs {
            differing: u64::try_from(self.differing).unwrap_or(u64::MAX),
            pairs: u64::try_from(self.pairs).unwrap_or(u64::MAX),
            inconsistency: (self.pairs > 0).then(|| self.differing as f64 / self.pairs as f64),
        }
    }
}

/// Returns the pairs of one key.
///
/// # Formula
/// I = 2x(n-x)/(n(n-1)): the chance that two decisions drawn at random differ.
/// # Inputs
/// `count`: overrides x; `of`: decisions n.
/// # Domain
/// No share below two decisions; a count above its total or above [`LARGEST`] is no data.
/// # Source
/// Section 7.
/// # Check
/// `pair_inconsistency` of the vectors.
#[must_use]
pub fn pairs(count: u64, of: u64) -> Pairs {
    if count > of || of > LARGEST {
        return Pairs::default();
    }
    Sum::of(count, of).figure()
}

/// Returns whether like cases are decided alike, overall, within and between reviewers.
///
/// # Formula
/// The sum of differing pairs by the sum of pairs; pairs between reviewers are all pairs less those
/// within reviewers.
/// # Inputs
/// `tallies`: a line for each key and reviewer, in any order, repeated or not; `list`: how many keys
/// to list.
/// # Domain
/// A line whose count is above its total, or whose key would exceed [`LARGEST`], is left out.
/// # Source
/// Section 7.
/// # Check
/// `tests/peers/stats.py`, which walks every pair.
#[must_use]
pub fn consistency(tallies: &[KeyTally], list: usize) -> Consistency {
    let mut keys = BTreeMap::<&str, BTreeMap<&str, (u64, u64)>>::new();
    let mut totals = BTreeMap::<&str, (u64, u64)>::new();
    for line in tallies {
        let total = totals.entry(&line.key).or_default();
        let fits = line.of <= LARGEST && total.1 + line.of <= LARGEST;
        if line.count > line.of || !fits {
            continue;
        }
        let reviewers = keys.entry(&line.key).or_default();
        let reviewer = reviewers.entry(&line.reviewer).or_default();
        for tally in [total, reviewer] {
            tally.0 += line.count;
            tally.1 += line.of;
        }
    }
    let (mut overall, mut within) = (Sum::default(), Sum::default());
    let mut largest = Vec::new();
    for (key, (count, of)) in &totals {
        let sum = Sum::of(*count, *of);
        overall.add(sum);
        for (count, of) in keys.get(key).into_iter().flat_map(BTreeMap::values) {
            within.add(Sum::of(*count, *of));
        }
        if sum.differing > 0 {
            largest.push((sum, *key, *count, *of));
        }
    }
    largest.sort_by_key(|(sum, ..)| std::cmp::Reverse(sum.differing));
    let between = overall.without(within);
    let listed = largest.into_iter().take(list);
    Consistency {
        overall: overall.figure(),
        same_reviewer: within.figure(),
        cross_reviewer: between.figure(),
        largest: listed
            .map(|(sum, key, count, of)| KeyPairs {
                key: key.to_owned(),
                count,
                of,
                pairs: sum.figure(),
            })
            .collect(),
    }
}
