//! A small generator of numbers that are the same on every machine and in every year.

/// SplitMix64: one addition and three mixing steps for each number.
///
/// # Source
/// Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators".
pub(crate) struct SplitMix(u64);

impl SplitMix {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number from 0 up to 1, 1 excluded, in steps of 2^-53.
    pub(crate) const fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Draws how many of `draws` items, taken from `total` without putting back, are marked.
    ///
    /// The probability is walked outwards from its peak, which needs a few standard deviations of
    /// steps, however large the counts are.
    pub(crate) fn hypergeometric(&mut self, total: u64, marked: u64, draws: u64) -> u64 {
        let least = draws.saturating_sub(total - marked);
        let most = marked.min(draws);
        if least >= most {
            return most;
        }
        let peak = (u128::from(draws) + 1) * (u128::from(marked) + 1) / (u128::from(total) + 2);
        let peak = u64::try_from(peak).unwrap_or(most).clamp(least, most);
        let at_peak = super::law::ln_hypergeometric(peak, total, marked, draws).exp();
        let mut left = self.unit() - at_peak;
        let (mut low, mut high) = (peak, peak);
        let (mut below, mut above) = (at_peak, at_peak);
        // How likely one more is than this many, by the ratio of neighbouring probabilities.
        let upwards = |x: u64| {
            let rest = (total - marked + x + 1 - draws) as f64;
            (marked - x) as f64 * (draws - x) as f64 / ((x + 1) as f64 * rest)
        };
        while left > 0.0 && (low > least || high < most) {
            if high < most {
                above *= upwards(high);
                high += 1;
                left -= above;
                if left <= 0.0 {
                    return high;
                }
            }
            if low > least {
                low -= 1;
                below /= upwards(low);
                left -= below;
                if left <= 0.0 {
                    return low;
                }
            }
            // Both tails are spent; what is left is rounding.
            if above + below < 1e-300 {
                break;
            }
        }
        peak
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_first_numbers_come_out() {
        let mut numbers = SplitMix::new(1_234_567);
        assert_eq!(numbers.next(), 6_457_827_717_110_365_317);
        assert_eq!(numbers.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn draws_have_the_mean_and_variance_of_their_law() {
        let mut numbers = SplitMix::new(7);
        let (total, marked, draws) = (1000, 300, 50);
        let rounds = 20_000_u32;
        let (mut sum, mut squares) = (0.0, 0.0);
        for _ in 0..rounds {
            let x = numbers.hypergeometric(total, marked, draws) as f64;
            sum += x;
            squares += x * x;
        }
        let mean = sum / f64::from(rounds);
        let variance = squares / f64::from(rounds) - mean * mean;
        assert!((mean - 15.0).abs() < 0.1, "{mean}");
        let expected = 50.0 * 0.3 * 0.7 * 950.0 / 999.0;
        assert!((variance - expected).abs() < 0.4, "{variance}");
    }
}
