//! The gamma function, its incomplete forms, and the densities that rest on its error term.

use super::{MOST_TERMS, Tails, is_shape, root};
use std::f64::consts::TAU;

/// Half of ln(2 pi).
const HALF_LN_TAU: f64 = 0.918_938_533_204_672_8;

/// Returns what Stirling's formula for ln n! leaves over.
///
/// # Formula
/// ln Gamma(n + 1) - (n + 1/2) ln n + n - ln(2 pi)/2, by its asymptotic series from 10 on, and
/// below 10 by the recurrence upwards.
/// # Domain
/// `n` > 0, not only whole numbers.
/// # Source
/// Loader (2000), "Fast and accurate computation of binomial probabilities"; the series is
/// Abramowitz and Stegun (1964), 6.1.41.
fn stirling_error(n: f64) -> f64 {
    let mut shifted = n;
    let mut sum = 0.0;
    while shifted < 10.0 {
        sum += (shifted + 0.5) * shifted.recip().ln_1p() - 1.0;
        shifted += 1.0;
    }
    let square = shifted * shifted;
    let series = [
        1.0 / 156.0,
        -691.0 / 360_360.0,
        1.0 / 1188.0,
        -1.0 / 1680.0,
        1.0 / 1260.0,
        -1.0 / 360.0,
        1.0 / 12.0,
    ]
    .into_iter()
    .fold(0.0, |sum, term| sum / square + term);
    sum + series / shifted
}

/// Returns the deviance x ln(x/m) + m - x without cancellation near x = m.
///
/// # Source
/// Loader (2000), the function `bd0`.
fn deviance(x: f64, m: f64) -> f64 {
    if x == m {
        return 0.0;
    }
    if (x - m).abs() >= 0.1 * (x + m) {
        return x * (x / m).ln() + m - x;
    }
    let ratio = (x - m) / (x + m);
    let mut sum = (x - m) * ratio;
    let mut power = 2.0 * x * ratio;
    for term in 1..1000_u32 {
        power *= ratio * ratio;
        let next = sum + power / f64::from(2 * term + 1);
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}

/// Returns the logarithm of Gamma(x).
///
/// # Formula
/// Stirling's formula with its error term.
/// # Inputs
/// `x`, a number.
/// # Domain
/// `x` > 0; otherwise not a number.
/// # Source
/// Abramowitz and Stegun (1964), 6.1.41.
/// # Check
/// `tests/tests/stats_peer.rs`, `scipy.special.gammaln`.
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    if x.is_nan() || x <= 0.0 {
        return f64::NAN;
    }
    // Gamma(x) = Gamma(x + 1) / x.
    stirling_error(x) + (x - 0.5) * x.ln() - x + HALF_LN_TAU
}

/// Returns the logarithm of the binomial density n!/(x! (n-x)!) p^x q^(n-x), also between the
/// whole numbers; `q` is 1 - `p`, given apart because one of the two may be tiny.
pub(crate) fn ln_binomial_density(x: f64, n: f64, p: f64, q: f64) -> f64 {
    let times_ln = |count: f64, share: f64, rest: f64| {
        if count == 0.0 {
            0.0
        } else if rest < 0.5 {
            count * (-rest).ln_1p()
        } else {
            count * share.ln()
        }
    };
    if x <= 0.0 || x >= n {
        return times_ln(x, p, q) + times_ln(n - x, q, p);
    }
    let errors = stirling_error(n) - stirling_error(x) - stirling_error(n - x);
    let deviances = deviance(x, n * p) + deviance(n - x, n * q);
    errors - deviances - 0.5 * (TAU.ln() + x.ln() + (-x / n).ln_1p())
}

/// Returns the logarithm of the Poisson density m^x e^-m / x!, also between the whole numbers.
pub(crate) fn ln_poisson_density(x: f64, m: f64) -> f64 {
    if x <= 0.0 {
        return -m;
    }
    -stirling_error(x) - deviance(x, m) - 0.5 * (TAU * x).ln()
}

/// Returns the regularised incomplete gamma functions P(a, x) and Q(a, x).
///
/// # Formula
/// The series for P below a + 1, the continued fraction for Q above it.
/// # Inputs
/// `a`, the shape; `x`, the argument.
/// # Domain
/// `a` > 0 and at most 4 x 10^12, `x` >= 0; otherwise not a number.
/// # Source
/// Abramowitz and Stegun (1964), 6.5.29 and 6.5.31; the continued fraction by Lentz's method.
/// # Check
/// `tests/tests/stats_peer.rs`, `scipy.special.gammainc` and `gammaincc`.
#[must_use]
pub fn regularised_gamma(a: f64, x: f64) -> Tails {
    if !(is_shape(a) && x >= 0.0) {
        return Tails::NONE;
    }
    if x == 0.0 {
        return Tails::from_lower(0.0);
    }
    if x.is_infinite() {
        return Tails::from_lower(1.0);
    }
    let front = ln_poisson_density(a, x).exp();
    if x < a + 1.0 {
        let mut term = 1.0;
        let mut sum = 1.0;
        for step in 1..MOST_TERMS {
            term *= x / (a + f64::from(step));
            sum += term;
            if term <= sum * f64::EPSILON / 4.0 {
                break;
            }
        }
        return Tails::from_lower(front * sum);
    }
    Tails::from_lower(front * a * upper_fraction(a, x)).swapped()
}

/// The continued fraction of Gamma(a, x) e^x / x^a.
fn upper_fraction(a: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut fraction = d;
    for step in 1..MOST_TERMS {
        let step = f64::from(step);
        let numerator = step * (a - step);
        b += 2.0;
        d = not_zero(numerator * d + b).recip();
        c = not_zero(b + numerator / c);
        let change = d * c;
        fraction *= change;
        if (change - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    fraction
}

/// Keeps a denominator of Lentz's method away from zero.
pub(super) fn not_zero(value: f64) -> f64 {
    if value.abs() < 1e-300 { 1e-300 } else { value }
}

/// Returns the x at which P(a, x) is `share`.
///
/// # Formula
/// Newton's steps inside a bracket, from the cube-root approximation of Wilson and Hilferty.
/// # Inputs
/// `a`, the shape; `share`, the probability below.
/// # Domain
/// `a` > 0 and at most 4 x 10^12, `share` from 0 to 1 (infinite at 1); otherwise not a number.
/// # Source
/// Wilson and Hilferty (1931) for the start alone.
/// # Check
/// `tests/tests/stats_peer.rs`, `scipy.special.gammaincinv`.
#[must_use]
pub fn gamma_quantile(a: f64, share: f64) -> f64 {
    if !(is_shape(a) && (0.0..=1.0).contains(&share)) {
        return f64::NAN;
    }
    if share == 0.0 {
        return 0.0;
    }
    if share == 1.0 {
        return f64::INFINITY;
    }
    let ninth = 1.0 / (9.0 * a);
    let cube = 1.0 - ninth + super::normal_quantile(share) * ninth.sqrt();
    let start = a * cube.max(0.01).powi(3);
    let mut high = 2.0 * start.max(1.0);
    while regularised_gamma(a, high).lower < share {
        high *= 2.0;
    }
    root(0.0, high, start, |x| {
        let tails = regularised_gamma(a, x);
        // The smaller tail keeps its digits.
        let value = if share > 0.5 {
            (1.0 - share) - tails.upper
        } else {
            tails.lower - share
        };
        (value, ln_poisson_density(a, x).exp() * a / x)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factorials_are_exact() {
        let mut factorial = 1.0_f64;
        for n in 1..20_u32 {
            let found = ln_gamma(f64::from(n));
            assert!((found - factorial.ln()).abs() < 1e-13, "{n} {found}");
            factorial *= f64::from(n);
        }
        assert!((ln_gamma(0.5) - std::f64::consts::PI.sqrt().ln()).abs() < 1e-14);
    }

    #[test]
    fn an_exponential_is_found_again() {
        for x in [1e-12, 0.3, 1.9, 2.1, 25.0] {
            let tails = regularised_gamma(1.0, x);
            assert!((tails.upper - (-x).exp()).abs() < 1e-15);
            assert!((gamma_quantile(1.0, tails.lower) / x - 1.0).abs() < 1e-3);
        }
        assert!(regularised_gamma(f64::NAN, 1.0).lower.is_nan());
    }
}
