//! Whether reviewers differ more than chance would have it (section 7).

use super::law::chi_square_above;
use super::random::SplitMix;
use super::rate::{Share, Tally};
use super::{LARGEST, ratio};
use serde::{Deserialize, Serialize};

/// How the permutation test draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Permutation {
    /// Where the numbers begin: the same seed gives the same p.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub seed: u64,
    /// How often the overrides are dealt out anew.
    pub rounds: u32,
}

impl Default for Permutation {
    /// 9,999 rounds, so that p has steps of 1/10,000, from a seed that everybody can know.
    fn default() -> Self {
        Self {
            seed: 20_260_101,
            rounds: 9_999,
        }
    }
}

/// How much reviewers differ.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Heterogeneity {
    /// Reviewers with a decision.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub reviewers: u64,
    /// Decisions.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub n: u64,
    /// Pearson's chi-square.
    pub chi_square: f64,
    /// Its degrees of freedom.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub df: u64,
    /// Its p-value by the chi-square law.
    pub p_value: f64,
    /// The dispersion chi-square/df: 1 when chance explains the differences.
    pub phi: f64,
    /// The share of the variance that lies between reviewers, by the ANOVA estimator.
    pub icc: Option<f64>,
    /// The smallest number of overrides, or of acceptances, to be expected of a reviewer.
    pub least_expected: f64,
    /// The p-value by permutation, where that number is below 5.
    pub permutation_p: Option<f64>,
}

/// Returns how much reviewers differ.
///
/// # Formula
/// chi-square = sum (x_r - n_r p)²/(n_r p(1-p)) on k - 1 degrees of freedom; phi = chi-square/df;
/// [`icc`]; where an expected count is below 5 also [`permutation_p`].
/// # Inputs
/// `reviewers`: overrides of decisions, one line each; `draws`: of the permutation test.
/// # Domain
/// Reviewers without decisions are left out. Nothing with fewer than two, or when all or none of
/// the decisions are overrides: nothing varies.
/// # Source
/// Section 7.
/// # Check
/// `scipy.stats.chi2_contingency(correction=False)`, `tests/peers/stats.py`.
#[must_use]
pub fn heterogeneity(reviewers: &[Tally], draws: Permutation) -> Option<Heterogeneity> {
    let shares = sound(reviewers)?;
    let (x, n) = totals(&shares);
    let p = x as f64 / n as f64;
    let q = (n - x) as f64 / n as f64;
    let chi_square = chi_square(&shares, p, q);
    let df = shares.len() as u64 - 1;
    let least = shares.iter().map(|share| share.total()).min()?;
    let least_expected = least as f64 * p.min(q);
    Some(Heterogeneity {
        reviewers: shares.len() as u64,
        n,
        chi_square,
        df,
        p_value: chi_square_above(chi_square, df),
        phi: chi_square / df as f64,
        icc: icc(reviewers),
        least_expected,
        permutation_p: if least_expected < 5.0 {
            permutation_p(reviewers, draws)
        } else {
            None
        },
    })
}

/// Returns the reviewers that have decisions, or nothing when they cannot be compared.
fn sound(reviewers: &[Tally]) -> Option<Vec<Share>> {
    let shares: Vec<Share> = reviewers.iter().filter_map(|tally| tally.share()).collect();
    let total = shares.iter().map(|share| u128::from(share.total()));
    if shares.len() < 2 || total.sum::<u128>() > u128::from(LARGEST) {
        return None;
    }
    let (x, n) = totals(&shares);
    (x > 0 && x < n).then_some(shares)
}

fn totals(shares: &[Share]) -> (u64, u64) {
    shares.iter().fold((0, 0), |(x, n), share| {
        (x + share.count(), n + share.total())
    })
}

fn chi_square(shares: &[Share], p: f64, q: f64) -> f64 {
    let terms = shares.iter().map(|share| {
        let expected = share.total() as f64 * p;
        let apart = share.count() as f64 - expected;
        apart * apart / (expected * q)
    });
    terms.sum()
}

/// Returns the intraclass correlation of decisions by reviewers.
///
/// # Formula
/// (MSB - MSW)/(MSB + (n0 - 1) MSW), a negative one as 0, with MSB = sum n_r (p_r - p)²/(k - 1),
/// MSW = sum n_r p_r (1 - p_r)/(N - k) and n0 = (N - sum n_r²/N)/(k - 1).
/// # Inputs
/// `reviewers`: overrides of decisions, one line each.
/// # Domain
/// Nothing where reviewers cannot be compared, or all have a single decision.
/// # Source
/// The ANOVA estimator as in Ridout, Demétrio and Firth (1999); section 7.
/// # Check
/// `tests/peers/stats.py`, a one-way analysis of variance of the single decisions.
#[must_use]
pub fn icc(reviewers: &[Tally]) -> Option<f64> {
    let shares = sound(reviewers)?;
    let (x, n) = totals(&shares);
    let (p, n, k) = (x as f64 / n as f64, n as f64, shares.len() as f64);
    let sum = |term: fn(f64, f64, f64) -> f64| -> f64 {
        let terms = shares.iter();
        terms
            .map(|share| term(share.total() as f64, share.value(), p))
            .sum()
    };
    if n <= k {
        return None;
    }
    let between = sum(|n, of_reviewer, p| n * (of_reviewer - p) * (of_reviewer - p)) / (k - 1.0);
    let within = sum(|n, of_reviewer, _| n * of_reviewer * (1.0 - of_reviewer)) / (n - k);
    let size = (n - sum(|n, _, _| n * n) / n) / (k - 1.0);
    ratio(between - within, between + (size - 1.0) * within).map(|icc| icc.max(0.0))
}

/// Returns the p-value of the reviewers' chi-square by dealing the overrides out anew.
///
/// # Formula
/// (1 + rounds with a chi-square at least as large)/(1 + rounds); the overrides of all reviewers
/// are dealt to the places of their decisions, which is a draw without putting back.
/// # Inputs
/// `reviewers`: overrides of decisions, one line each; `draws`: seed and rounds.
/// # Domain
/// Nothing where reviewers cannot be compared.
/// # Source
/// The permutation test of Fisher with the count of Davison and Hinkley (1997), 4.2; numbers from
/// SplitMix64, Steele, Lea and Flood (2014).
/// # Check
/// `tests/tests/stats.rs`: every deal of a small table, counted.
#[must_use]
pub fn permutation_p(reviewers: &[Tally], draws: Permutation) -> Option<f64> {
    let shares = sound(reviewers)?;
    let (x, n) = totals(&shares);
    // With the totals fixed, chi-square grows with the sum of x²/n alone.
    let spread = |counts: &[u64]| -> f64 {
        let pairs = counts.iter().zip(&shares);
        pairs
            .map(|(count, share)| (*count as f64).powi(2) / share.total() as f64)
            .sum()
    };
    let mut counts: Vec<u64> = shares.iter().map(|share| share.count()).collect();
    // Equal deals must count as equal although their sums are rounded.
    let seen = spread(&counts) * (1.0 - 1e-12);
    let mut numbers = SplitMix::new(draws.seed);
    let mut as_large = 0_u64;
    for _ in 0..draws.rounds {
        let (mut left, mut places) = (x, n);
        for (count, share) in counts.iter_mut().zip(&shares) {
            *count = numbers.hypergeometric(places, left, share.total());
            left -= *count;
            places -= share.total();
        }
        as_large += u64::from(spread(&counts) >= seen);
    }
    Some((1 + as_large) as f64 / (1.0 + f64::from(draws.rounds)))
}
