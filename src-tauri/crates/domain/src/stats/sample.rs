//! Samples: how many, which, and what they say of all.

use super::law::{binomial_cdf, hypergeometric_cdf};
use super::rate::Share;
use super::{LARGEST, Level};
use sha2::{Digest as _, Sha256};
use std::collections::BinaryHeap;

/// Returns the place of an item in the order in which a seed draws.
///
/// # Formula
/// SHA-256 of the seed's bytes followed by the item's.
/// # Inputs
/// `seed`: bytes, of one length for all draws of a workspace, so that no seed runs into an item;
/// `item`: the item's id.
/// # Domain
/// Any bytes.
/// # Source
/// A keyed order that anybody can recompute with `sha256sum`.
/// # Check
/// `tests/peers/stats.py`, `hashlib.sha256`.
#[must_use]
pub fn rank(seed: &[u8], item: &str) -> [u8; 32] {
    Sha256::new()
        .chain_update(seed)
        .chain_update(item)
        .finalize()
        .into()
}

/// A draw that sees the items one by one and keeps the chosen ones only.
///
/// The sample depends on which items were offered, never on their order, so a stream from a table
/// of millions gives the same sample on every machine.
#[derive(Clone, Debug)]
pub struct Draw {
    seed: Vec<u8>,
    size: usize,
    kept: BinaryHeap<([u8; 32], String)>,
}

impl Draw {
    /// Begins a draw of so many items.
    #[must_use]
    pub fn new(seed: &[u8], size: usize) -> Self {
        Self {
            seed: seed.to_vec(),
            size,
            kept: BinaryHeap::new(),
        }
    }

    /// Offers an item.
    pub fn offer(&mut self, item: &str) {
        let place = rank(&self.seed, item);
        if self.kept.len() < self.size {
            self.kept.push((place, item.to_owned()));
        } else if self.kept.peek().is_some_and(|(last, _)| place < *last) {
            self.kept.pop();
            self.kept.push((place, item.to_owned()));
        }
    }

    /// Returns the items of the lowest ranks, lowest first.
    #[must_use]
    pub fn sample(self) -> Vec<String> {
        let sorted = self.kept.into_sorted_vec();
        sorted.into_iter().map(|(_, item)| item).collect()
    }
}

/// Returns how many items to review so that a tolerable rate of errors can be excluded.
///
/// # Formula
/// The smallest n for which a population with the fewest errors that are too many, the tolerable
/// rate times its size rounded up, would show at most `expected` of them in n with a probability of
/// at most 1 - level. Exact, by the hypergeometric law: draws are not put back.
/// # Inputs
/// `population`: items to draw from; `tolerable`: a share; `expected`: errors that may turn up and
/// still leave the conclusion; `level`: one-sided.
/// # Domain
/// `tolerable` above 0 and at most 1, `population` from 1 to [`LARGEST`]; nothing when the errors
/// that are too many are no more than `expected`.
/// # Source
/// The hypergeometric law; for large populations it gives the attribute sizes that the AICPA's
/// audit guide on sampling tabulates (59 for 95 %, 5 % and no error). How those tables are computed
/// is in Stewart (2012), Technical Notes on the AICPA Audit Guide Audit Sampling.
/// # Check
/// `tests/tests/stats.rs`; `scipy.stats.hypergeom.cdf` at n and n - 1.
#[must_use]
pub fn sample_size(population: u64, tolerable: f64, expected: u64, level: Level) -> Option<u64> {
    let sound = tolerable > 0.0 && tolerable <= 1.0 && (1..=LARGEST).contains(&population);
    if !sound {
        return None;
    }
    // 0.05 times 1,000 is 50, not the next number above it.
    let exact = tolerable * population as f64;
    let too_many = (exact * (1.0 - 1e-12)).ceil().max(1.0) as u64;
    let too_many = too_many.min(population);
    if too_many <= expected {
        return None;
    }
    // 1 of 20 left out by chance is 5 % exactly, and rounding must not make it more.
    let most = level.alpha() * (1.0 + 1e-12);
    let excluded = |n: u64| hypergeometric_cdf(expected, population, too_many, n) <= most;
    let (mut low, mut high) = (expected + 1, population);
    while low < high {
        let middle = low.midpoint(high);
        if excluded(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(low)
}

/// Returns how many items to review where nobody knows how many there are.
///
/// # Formula
/// The smallest n for which at most `expected` errors in n have a probability of at most 1 - level
/// when each item errs with the tolerable probability.
/// # Inputs
/// `tolerable`: a share; `expected`: errors that may turn up and still leave the conclusion;
/// `level`: one-sided.
/// # Domain
/// `tolerable` above 0 and at most 1; nothing when more than `most` items would be needed.
/// # Source
/// The binomial law, as in the AICPA's audit guide on sampling.
/// # Check
/// `tests/tests/audit_sample/law.rs`; `scipy.stats.binom.cdf` at n and n - 1.
#[must_use]
pub fn open_sample_size(tolerable: f64, expected: u64, level: Level, most: u64) -> Option<u64> {
    if !(tolerable > 0.0 && tolerable <= 1.0) || expected >= most {
        return None;
    }
    let limit = level.alpha() * (1.0 + 1e-12);
    let excluded = |n: u64| binomial_cdf(expected, n, tolerable) <= limit;
    if !excluded(most) {
        return None;
    }
    let (mut low, mut high) = (expected + 1, most);
    while low < high {
        let middle = low.midpoint(high);
        if excluded(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(low)
}

/// Returns the fewest and the most marked items that a population can hold, given those in a sample.
///
/// # Formula
/// Inverts the two one-sided tests: the least D with P(X >= x | D) above alpha/2 and the largest
/// with P(X <= x | D) above alpha/2, X hypergeometric: draws are not put back.
/// # Inputs
/// `share`: marked items and items of the sample; `population`: all items; `level`: two-sided.
/// # Domain
/// Nothing when the sample is larger than the population, or that larger than [`LARGEST`].
/// # Source
/// Buonaccorsi (1987), A Note on Confidence Intervals for Proportions in Finite Populations.
/// # Check
/// `tests/tests/audit_sample/law.rs`; every D tried with `scipy.stats.hypergeom` in `tests/peers/audit_sample.py`.
#[must_use]
pub fn finite_interval(share: Share, population: u64, level: Level) -> Option<(u64, u64)> {
    if share.total() > population || population > LARGEST {
        return None;
    }
    let most = |share: Share| most_marked(share, population, level.alpha() / 2.0);
    // As few are marked as most are not.
    Some((population - most(share.rest()), most(share)))
}

/// Returns the most marked items that a population can hold at a one-sided level.
///
/// # Formula
/// The largest D with P(X <= x | D) above 1 - level.
/// # Inputs
/// As [`finite_interval`]; `level`: one-sided.
/// # Domain
/// As [`finite_interval`].
/// # Source
/// As [`finite_interval`].
/// # Check
/// As [`finite_interval`].
#[must_use]
pub fn finite_upper(share: Share, population: u64, level: Level) -> Option<u64> {
    let sound = share.total() <= population && population <= LARGEST;
    sound.then(|| most_marked(share, population, level.alpha()))
}

fn most_marked(share: Share, population: u64, alpha: f64) -> u64 {
    let (marked, drawn) = (share.count(), share.total());
    // A probability of alpha itself is excluded, and rounding must not let it in.
    let least = alpha * (1.0 + 1e-12);
    let possible = |all: u64| hypergeometric_cdf(marked, population, all, drawn) > least;
    let (mut low, mut high) = (marked, population - (drawn - marked));
    while low < high {
        let middle = high - (high - low) / 2;
        if possible(middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}
