//! The normal law.

use super::regularised_gamma;
use std::f64::consts::TAU;

/// Returns the probability that a standard normal variable is at most `z`.
///
/// # Formula
/// Q(1/2, z²/2)/2 for the tail beyond z.
/// # Inputs
/// `z`, in standard deviations.
/// # Domain
/// Every number; not a number stays so.
/// # Source
/// Abramowitz and Stegun (1964), 26.2.29 with 6.5.16.
/// # Check
/// `tests/tests/stats_peer.rs`, `scipy.stats.norm.cdf`.
#[must_use]
pub fn normal_cdf(z: f64) -> f64 {
    let tail = regularised_gamma(0.5, z * z / 2.0).upper / 2.0;
    if z > 0.0 { 1.0 - tail } else { tail }
}

/// Returns the z below which a standard normal variable lies with probability `share`.
///
/// # Formula
/// Newton's steps from a rational approximation that is right to three digits.
/// # Inputs
/// `share`, a probability.
/// # Domain
/// 0 to 1, infinite at both ends; otherwise not a number.
/// # Source
/// Abramowitz and Stegun (1964), 26.2.23, for the start.
/// # Check
/// `tests/tests/stats_peer.rs`, `scipy.stats.norm.ppf`.
#[must_use]
pub fn normal_quantile(share: f64) -> f64 {
    if share.is_nan() || !(0.0..=1.0).contains(&share) {
        return f64::NAN;
    }
    if share > 0.5 {
        return -normal_quantile(1.0 - share);
    }
    if share == 0.0 {
        return f64::NEG_INFINITY;
    }
    let t = (-2.0 * share.ln()).sqrt();
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut z = t - above / below;
    for _ in 0..6 {
        let tail = regularised_gamma(0.5, z * z / 2.0).upper / 2.0;
        let tail = if z < 0.0 { 1.0 - tail } else { tail };
        let step = (tail - share) * TAU.sqrt() * (z * z / 2.0).exp();
        // The density underflows where the share itself is hardly a number.
        if !step.is_finite() {
            break;
        }
        z += step;
        if step.abs() <= f64::EPSILON {
            break;
        }
    }
    -z
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_deviates_are_the_usual_ones() {
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-14);
        assert!((normal_quantile(0.05) + 1.644_853_626_951_472_2).abs() < 1e-14);
        assert!(normal_quantile(0.5).abs() < 1e-15);
        assert!((normal_cdf(-6.0) - 9.865_876_450_376_98e-10).abs() < 1e-22);
    }
}
