//! The laws of counts: binomial, Poisson, chi-square, hypergeometric.

use super::special::{ln_binomial_density, normal_quantile, regularised_beta, regularised_gamma};

/// Returns the probability of at most `k` of `n` when each has the probability `p`.
///
/// # Formula
/// I(1 - p; n - k, k + 1).
/// # Inputs
/// `k`, `n`: counts; `p`: a probability.
/// # Domain
/// `p` from 0 to 1, otherwise not a number; 1 when `k` >= `n`.
/// # Source
/// Abramowitz and Stegun (1964), 26.5.24.
/// # Check
/// `tests/tests/stats_peer.rs`, `scipy.stats.binom.cdf`.
#[must_use]
pub fn binomial_cdf(k: u64, n: u64, p: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if k >= n {
        return 1.0;
    }
    regularised_beta((n - k) as f64, k as f64 + 1.0, 1.0 - p, p).lower
}

/// Returns the smallest count whose cumulated binomial probability reaches `share`.
///
/// # Formula
/// min { k : P(X <= k) >= share }, searched outwards from the normal approximation.
/// # Inputs
/// `share`, `p`: probabilities; `n`: a count.
/// # Domain
/// Both from 0 to 1; what lies outside is taken as the nearer end, and what is no number as 0.
/// `n` up to [`super::LARGEST`], otherwise that.
/// # Source
/// The definition of a quantile of a discrete law.
/// # Check
/// `exact_limits` of the vectors; `tests/tests/stats_peer.rs`, `scipy.stats.binom.ppf`.
#[must_use]
pub fn binomial_quantile(share: f64, n: u64, p: f64) -> u64 {
    let n = n.min(super::LARGEST);
    let p = if p.is_nan() { 0.0 } else { p.clamp(0.0, 1.0) };
    let mean = n as f64 * p;
    quantile(share, mean, (mean * (1.0 - p)).sqrt(), n, |k| {
        binomial_cdf(k, n, p)
    })
}

/// Returns the probability of at most `k` events when `mean` are expected.
///
/// # Formula
/// Q(k + 1, mean).
/// # Inputs
/// `k`: a count; `mean`: events expected.
/// # Domain
/// `mean` >= 0, otherwise not a number.
/// # Source
/// Abramowitz and Stegun (1964), 26.4.21.
/// # Check
/// `tests/tests/stats_peer.rs`, `scipy.stats.poisson.cdf`.
#[must_use]
pub fn poisson_cdf(k: u64, mean: f64) -> f64 {
    regularised_gamma(k as f64 + 1.0, mean).upper
}

/// Returns the smallest count whose cumulated Poisson probability reaches `share`.
///
/// # Formula
/// min { k : P(X <= k) >= share }.
/// # Inputs
/// `share`: a probability; `mean`: events expected.
/// # Domain
/// `mean` from 0 to 10^12, clamped; `share` below 1, otherwise the search's end.
/// # Source
/// The definition of a quantile of a discrete law.
/// # Check
/// `tests/tests/stats_peer.rs`, `scipy.stats.poisson.ppf`.
#[must_use]
pub fn poisson_quantile(share: f64, mean: f64) -> u64 {
    let largest = super::LARGEST as f64;
    let mean = if mean.is_nan() {
        0.0
    } else {
        mean.clamp(0.0, largest)
    };
    let end = (mean + 50.0 * mean.sqrt() + 1000.0).min(2.0 * largest) as u64;
    quantile(share, mean, mean.sqrt(), end, |k| poisson_cdf(k, mean))
}

/// Finds the smallest count at which a cumulated probability reaches a share.
fn quantile(share: f64, mean: f64, deviation: f64, end: u64, cdf: impl Fn(u64) -> f64) -> u64 {
    if share.is_nan() || share <= 0.0 {
        return 0;
    }
    if share >= 1.0 {
        return end;
    }
    let guess = (mean + deviation * normal_quantile(share)).max(0.0);
    let guess = (guess as u64).min(end);
    let (mut low, mut high, mut stride) = (0, end, 1);
    if cdf(guess) >= share {
        high = guess;
        while high > 0 {
            let below = high.saturating_sub(stride);
            if cdf(below) < share {
                low = below + 1;
                break;
            }
            high = below;
            stride *= 2;
        }
    } else {
        low = guess.saturating_add(1).min(end);
        while low < end {
            let above = low.saturating_add(stride - 1).min(end);
            if cdf(above) >= share {
                high = above;
                break;
            }
            low = above.saturating_add(1).min(end);
            stride *= 2;
        }
    }
    while low < high {
        let middle = low.midpoint(high);
        if cdf(middle) >= share {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// Returns the probability that a chi-square variable exceeds `x`.
///
/// # Formula
/// Q(df/2, x/2).
/// # Inputs
/// `x`: the statistic; `df`: degrees of freedom.
/// # Domain
/// `x` >= 0, `df` > 0; otherwise not a number.
/// # Source
/// Abramowitz and Stegun (1964), 26.4.19.
/// # Check
/// `pchart_example` of the vectors; `tests/tests/stats_peer.rs`, `scipy.stats.chi2.sf`.
#[must_use]
pub fn chi_square_above(x: f64, df: u64) -> f64 {
    regularised_gamma(df as f64 / 2.0, x / 2.0).upper
}

/// Returns the logarithm of the probability to draw `x` marked among `draws` from `total` items of
/// which `marked` are marked; minus infinity where that cannot happen.
///
/// # Source
/// Loader (2000): three binomial densities at the share that is drawn.
pub(crate) fn ln_hypergeometric(x: u64, total: u64, marked: u64, draws: u64) -> f64 {
    let possible =
        marked <= total && draws <= total && x <= marked.min(draws) && draws - x <= total - marked;
    if !possible {
        return f64::NEG_INFINITY;
    }
    if draws == 0 || draws == total {
        return 0.0;
    }
    let p = draws as f64 / total as f64;
    let q = (total - draws) as f64 / total as f64;
    ln_binomial_density(x as f64, marked as f64, p, q)
        + ln_binomial_density((draws - x) as f64, (total - marked) as f64, p, q)
        - ln_binomial_density(draws as f64, total as f64, p, q)
}

/// Returns the probability of at most `most` marked items among `draws` drawn without putting back
/// from `total` items of which `marked` are marked.
///
/// # Formula
/// The sum of the hypergeometric probabilities, from `most` downwards.
/// # Inputs
/// Counts.
/// # Domain
/// `marked` and `draws` at most `total`, that at most [`super::LARGEST`]; otherwise not a number.
/// # Source
/// The law of draws without putting back, from its definition.
/// # Check
/// `tests/tests/stats_peer.rs`, `scipy.stats.hypergeom.cdf`.
#[must_use]
pub fn hypergeometric_cdf(most: u64, total: u64, marked: u64, draws: u64) -> f64 {
    if marked > total || draws > total || total > super::LARGEST {
        return f64::NAN;
    }
    let least = draws.saturating_sub(total - marked);
    if most >= marked.min(draws) {
        return 1.0;
    }
    if most < least {
        return 0.0;
    }
    let mean = draws as f64 * marked as f64 / total as f64;
    if most as f64 > mean + 40.0 * (mean.sqrt() + 1.0) {
        return 1.0;
    }
    let mut term = ln_hypergeometric(most, total, marked, draws).exp();
    let mut sum = term;
    for x in (least + 1..=most).rev() {
        let rest = (total - marked + x - draws) as f64;
        term *= x as f64 * rest / ((marked - x + 1) as f64 * (draws - x + 1) as f64);
        sum += term;
        if (x as f64) < mean && term <= sum * f64::EPSILON / 4.0 {
            break;
        }
    }
    sum.min(1.0)
}

/// Returns the two-sided probability of a Poisson count as far from its mean as `observed`.
///
/// # Formula
/// min(1, 2 min(P(X <= o), P(X >= o))).
/// # Inputs
/// `observed`: events; `expected`: events expected.
/// # Domain
/// `expected` > 0; otherwise not a number.
/// # Source
/// The test that inverts the exact interval of Garwood (1936).
/// # Check
/// `tests/tests/stats_peer.rs`, from `scipy.stats.poisson`.
#[must_use]
pub fn poisson_two_sided(observed: u64, expected: f64) -> f64 {
    let at_most = poisson_cdf(observed, expected);
    let at_least = if observed == 0 {
        1.0
    } else {
        regularised_gamma(observed as f64, expected).lower
    };
    if at_most.is_nan() || at_least.is_nan() {
        return f64::NAN;
    }
    (2.0 * at_most.min(at_least)).min(1.0)
}
