//! The incomplete beta function, from which the exact intervals of a share come.

use super::gamma::{ln_binomial_density, not_zero};
use super::{MOST_TERMS, Tails, is_shape, root};

/// Returns the regularised incomplete beta functions I(x; a, b) and 1 - I(x; a, b).
///
/// # Formula
/// The continued fraction of the lighter side, in front of it x^a y^b / (a B(a, b)) as a binomial
/// density between the whole numbers.
/// # Inputs
/// `a`, `b`, the shapes; `x` and `y` = 1 - `x`, both given because one of them may be tiny.
/// # Domain
/// `a`, `b` > 0 and at most 4 x 10^12, `x` and `y` from 0 to 1; otherwise not a number.
/// # Source
/// Abramowitz and Stegun (1964), 26.5.8, evaluated by Lentz's method; Loader (2000) for the
/// density.
/// # Check
/// `tests/tests/stats_peer.rs`, `scipy.special.betainc`, counts up to 10^9 among them.
#[must_use]
pub fn regularised_beta(a: f64, b: f64, x: f64, y: f64) -> Tails {
    let inside = (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y);
    if !(inside && is_shape(a) && is_shape(b)) {
        return Tails::NONE;
    }
    if x == 0.0 || y == 0.0 {
        return Tails::from_lower(if x == 0.0 { 0.0 } else { 1.0 });
    }
    let density = ln_binomial_density(a, a + b, x, y).exp();
    if x * (a + b + 2.0) <= a + 1.0 {
        Tails::from_lower(density * b / (a + b) * fraction(a, b, x))
    } else {
        Tails::from_lower(density * a / (a + b) * fraction(b, a, y)).swapped()
    }
}

fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut c = 1.0;
    let mut d = not_zero(1.0 - (a + b) * x / (a + 1.0)).recip();
    let mut fraction = d;
    for step in 1..MOST_TERMS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = not_zero(1.0 + even * d).recip();
        c = not_zero(1.0 + even / c);
        fraction *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = not_zero(1.0 + odd * d).recip();
        c = not_zero(1.0 + odd / c);
        let change = d * c;
        fraction *= change;
        if (change - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    fraction
}

/// Returns the x at which I(x; a, b) is `share`.
///
/// # Formula
/// Newton's steps inside a bracket, from the normal approximation.
/// # Inputs
/// `a`, `b`, the shapes; `share`, the probability below.
/// # Domain
/// `a`, `b` > 0 and at most 4 x 10^12, `share` from 0 to 1; otherwise not a number.
/// # Source
/// The inverse of [`regularised_beta`].
/// # Check
/// `tests/tests/stats_peer.rs`, `scipy.stats.beta.ppf`.
#[must_use]
pub fn beta_quantile(a: f64, b: f64, share: f64) -> f64 {
    if !(is_shape(a) && is_shape(b) && (0.0..=1.0).contains(&share)) {
        return f64::NAN;
    }
    if share == 0.0 || share == 1.0 {
        return share;
    }
    // The smaller of x and 1 - x keeps its digits, so that is the one looked for.
    if a > b {
        1.0 - smaller(b, a, 1.0 - share, share)
    } else {
        smaller(a, b, share, 1.0 - share)
    }
}

fn smaller(a: f64, b: f64, below: f64, above: f64) -> f64 {
    let mean = a / (a + b);
    let deviation = (mean * (b / (a + b)) / (a + b + 1.0)).sqrt();
    let start = mean + deviation * super::normal_quantile(below);
    let start = if start > 0.0 && start < 1.0 {
        start
    } else {
        mean
    };
    root(0.0, 1.0, start, |x| {
        let y = 1.0 - x;
        let tails = regularised_beta(a, b, x, y);
        let value = if above < below {
            above - tails.upper
        } else {
            tails.lower - below
        };
        let density = ln_binomial_density(a, a + b, x, y).exp() * (b / (a + b)) * a / (x * y);
        (value, density)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uniform_share_is_itself() {
        for x in [1e-9, 0.2, 0.5, 0.999] {
            assert!((regularised_beta(1.0, 1.0, x, 1.0 - x).lower - x).abs() < 1e-15);
            assert!((beta_quantile(1.0, 1.0, x) - x).abs() < 1e-15);
        }
    }

    #[test]
    fn a_quantile_of_a_thousand_million_is_found_quickly() {
        let x = beta_quantile(5e8, 5e8 + 1.0, 0.025);
        let found = regularised_beta(5e8, 5e8 + 1.0, x, 1.0 - x).lower;
        assert!((found - 0.025).abs() < 1e-10, "{found}");
    }

    #[test]
    fn what_is_no_number_stays_none() {
        assert!(regularised_beta(0.0, 1.0, 0.5, 0.5).lower.is_nan());
        assert!(beta_quantile(1.0, f64::NAN, 0.5).is_nan());
        assert!(beta_quantile(1.0, 1.0, 2.0).is_nan());
    }
}
