//! Signs that nobody looks, and of the opposite (section 6).
//!
//! None of them proves it: a very good AI is overridden as rarely as an unread one. Whoever shows a
//! signal says so beside it.

use super::Level;
use super::rate::{Rate, Share, Tally, lower_bound, upper_bound};
use serde::{Deserialize, Serialize};

/// The override rate below which looking is doubted, unless somebody chose another: 1 %.
pub const TAU: f64 = 0.01;

crate::system::wire_enum! {
    /// What the counts say of one signal.
    Verdict {
        /// The signal is there.
        Raised,
        /// It is not.
        NotRaised,
        /// There is too little to tell.
        CannotTell,
    }
}

impl Verdict {
    const fn when(raised: bool) -> Self {
        if raised {
            Self::Raised
        } else {
            Self::NotRaised
        }
    }
}

/// How long people looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Speed {
    /// Median time of a decision in milliseconds, where times are logged.
    pub median_ms: Option<f64>,
    /// The least time that the system's owner declared a look to take, in milliseconds.
    pub declared_minimum_ms: Option<f64>,
    /// Decisions under two seconds, of those with a time.
    pub under_two_seconds: Tally,
}

/// What the signals are read from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignalCounts {
    /// Overrides of decisions on an AI output.
    pub overrides: Tally,
    /// The AI's known errors, of those examined.
    pub ai_errors: Tally,
    /// How long people looked.
    pub speed: Speed,
    /// Seeded errors that were caught, of those seeded.
    pub seeded: Tally,
    /// The override rate below which looking is doubted; [`TAU`] by default.
    pub tau: f64,
}

/// The signals of one system and period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Signals {
    /// One-sided 95 % upper bound of the override rate.
    pub upper: Option<f64>,
    /// One-sided 95 % lower bound of the override rate.
    pub lower: Option<f64>,
    /// One-sided 95 % lower bound of the AI's error rate.
    pub ai_error_lower: Option<f64>,
    /// How many records without an override it takes to tell; nothing for an impossible tau.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub fewest: Option<u64>,
    /// Hardly anything is overridden.
    pub volume: Verdict,
    /// People override less than the AI is known to err.
    pub strong: Verdict,
    /// Decisions are faster than a look takes.
    pub speed: Verdict,
    /// Seeded errors caught, with Wilson's interval.
    pub caught: Option<Rate>,
    /// Most seeded errors pass.
    pub seeded: Verdict,
    /// Hardly anything is accepted.
    pub rejection: Verdict,
}

impl Signals {
    /// Tells whether any sign of rubber-stamping is there.
    #[must_use]
    pub fn rubber_stamp(&self) -> bool {
        [self.volume, self.strong, self.speed, self.seeded].contains(&Verdict::Raised)
    }
}

/// Returns the signals that the counts give.
///
/// # Formula
/// With U and L the exact one-sided 95 % bounds of the override rate: volume U < tau; strong U < the
/// exact one-sided 95 % lower bound of the AI's error rate; speed median < declared minimum, or more
/// than 20 % under two seconds; seeded Wilson's 95 % upper end of the catch rate < 1/2; rejection
/// L > 1 - tau. Volume and rejection cannot tell when the records are fewer than [`fewest`] and the
/// bounds still leave both open.
/// # Inputs
/// `evidence`: counts, times in milliseconds, tau as a share.
/// # Domain
/// What is missing or no number raises nothing.
/// # Source
/// Section 6.
/// # Check
/// `zero_overrides_upper95` of the vectors; `tests/tests/stats.rs`.
#[must_use]
pub fn signals(evidence: &SignalCounts) -> Signals {
    let level = Level::P95;
    let share = evidence.overrides.share();
    let upper = share.map(|share| upper_bound(share, level));
    let lower = share.map(|share| lower_bound(share, level));
    let errors = evidence.ai_errors.share();
    let ai_error_lower = errors.map(|errors| lower_bound(errors, level));
    let fewest = fewest(evidence.tau, level);
    let caught = evidence.seeded.share().map(|share| Rate::new(share, level));
    Signals {
        upper,
        lower,
        ai_error_lower,
        fewest,
        volume: rare(share, evidence.tau, fewest),
        strong: match (upper, ai_error_lower) {
            (Some(upper), Some(errors)) => Verdict::when(upper < errors),
            _ => Verdict::CannotTell,
        },
        speed: hasty(&evidence.speed),
        caught,
        seeded: caught.map_or(Verdict::CannotTell, |rate| {
            Verdict::when(rate.interval.upper < 0.5)
        }),
        rejection: rare(share.map(Share::rest), evidence.tau, fewest),
    }
}

/// Tells whether a share is surely below tau.
fn rare(share: Option<Share>, tau: f64, fewest: Option<u64>) -> Verdict {
    let (Some(share), Some(fewest)) = (share, fewest) else {
        return Verdict::CannotTell;
    };
    if upper_bound(share, Level::P95) < tau {
        Verdict::Raised
    } else if share.total() < fewest && lower_bound(share, Level::P95) < tau {
        Verdict::CannotTell
    } else {
        Verdict::NotRaised
    }
}

fn hasty(speed: &Speed) -> Verdict {
    let below = speed.median_ms.zip(speed.declared_minimum_ms);
    let below = below.map(|(median, minimum)| median < minimum);
    let under = speed.under_two_seconds.share();
    let many = under.map(|share| 5 * share.count() > share.total());
    match (below, many) {
        (None, None) => Verdict::CannotTell,
        (below, many) => Verdict::when(below == Some(true) || many == Some(true)),
    }
}

/// Returns the fewest records that, with nothing counted, push the upper bound below tau.
///
/// # Formula
/// The smallest n with 1 - alpha^(1/n) < tau; 299 for 1 % at 95 %.
/// # Inputs
/// `tau`: a share; `level`: one-sided.
/// # Domain
/// `tau` more than 0 and less than 1, otherwise nothing; nothing beyond [`super::LARGEST`].
/// # Source
/// Section 6.
/// # Check
/// `tests/tests/stats.rs`: 299, and 59 for 5 %.
#[must_use]
pub fn fewest(tau: f64, level: Level) -> Option<u64> {
    if !(tau > 0.0 && tau < 1.0) {
        return None;
    }
    let enough = |n: u64| Share::of(0, n).is_some_and(|share| upper_bound(share, level) < tau);
    let near = level.alpha().ln() / (-tau).ln_1p();
    let near = near as u64;
    // The quotient may be off by rounding, never by more than one.
    (near.saturating_sub(1)..=near.saturating_add(2)).find(|n| enough(*n))
}
