//! The special functions that the statistics stand on.
//!
//! They are our own so that every figure of a report can be recomputed from this source alone. The
//! densities follow Loader's saddle-point form, which keeps its relative precision when the counts
//! are in the thousand millions; the plain difference of log gammas loses seven digits there.

mod beta;
mod gamma;
mod normal;

pub use beta::{beta_quantile, regularised_beta};
pub use gamma::{gamma_quantile, ln_gamma, regularised_gamma};
pub use normal::{normal_cdf, normal_quantile};

pub(crate) use gamma::ln_binomial_density;

/// The largest shape that the functions take, a few times [`super::LARGEST`]: beyond it the series
/// would take minutes, and what they give would be rounding.
const LARGEST_SHAPE: f64 = 4.0 * super::LARGEST as f64;

fn is_shape(a: f64) -> bool {
    a > 0.0 && a <= LARGEST_SHAPE
}

/// Terms after which a series or continued fraction is taken as it stands.
///
/// Both converge in a few square roots of the count, so this is out of reach for any count up to
/// [`super::LARGEST`]; it only keeps a wild argument from running for ever.
const MOST_TERMS: u32 = 50_000_000;

/// What a regularised function leaves below and above its argument; they add up to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tails {
    /// The share below.
    pub lower: f64,
    /// The share above.
    pub upper: f64,
}

impl Tails {
    const NONE: Self = Self {
        lower: f64::NAN,
        upper: f64::NAN,
    };

    fn from_lower(lower: f64) -> Self {
        let lower = lower.clamp(0.0, 1.0);
        Self {
            lower,
            upper: 1.0 - lower,
        }
    }

    const fn swapped(self) -> Self {
        Self {
            lower: self.upper,
            upper: self.lower,
        }
    }
}

/// Finds where a rising function crosses zero: Newton's steps, kept inside a bracket that shrinks.
///
/// `step` returns the function's value and slope; `low` and `high` lie on either side of the root.
fn root(low: f64, high: f64, start: f64, step: impl Fn(f64) -> (f64, f64)) -> f64 {
    let (mut low, mut high) = (low, high);
    let mut at = if start > low && start < high {
        start
    } else {
        low.midpoint(high)
    };
    for _ in 0..400 {
        let (value, slope) = step(at);
        if value == 0.0 || value.is_nan() {
            return at;
        }
        if value > 0.0 {
            high = at;
        } else {
            low = at;
        }
        let newton = at - value / slope;
        let inside = newton > low && newton < high;
        let next = if inside {
            newton
        } else if low > 0.0 && high / low > 4.0 {
            // The root of a small tail may lie many powers of ten below the bracket's middle.
            (low * high).sqrt()
        } else {
            low.midpoint(high)
        };
        if (next - at).abs() <= 4.0 * f64::EPSILON * at.abs() {
            return next;
        }
        at = next;
    }
    at
}
