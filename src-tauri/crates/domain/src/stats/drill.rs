//! Fallback drills: whether people can do without the AI, and how soon (section 8).

use super::Level;
use super::rate::{Rate, Share, lower_bound};
use serde::{Deserialize, Serialize};

/// How a drill ended; times are milliseconds of one monotonic clock, from the injected failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "end")]
pub enum DrillEnd {
    /// Manual mode worked after so long.
    Finished {
        /// Milliseconds from the failure to manual mode.
        #[cfg_attr(feature = "contract", ts(type = "number"))]
        after_ms: u64,
    },
    /// It was given up: a failure.
    Aborted,
    /// It had not come to an end when it was last looked at.
    Unfinished {
        /// Milliseconds from the failure to that look.
        #[cfg_attr(feature = "contract", ts(type = "number"))]
        seen_ms: u64,
    },
}

/// Returns a finished drill from its four times, or nothing when they go backwards.
///
/// # Formula
/// TTF = t3 - t0.
/// # Inputs
/// Milliseconds of one monotonic clock: failure injected, detected, decided on, manual mode working.
/// # Domain
/// Each at least the one before; otherwise nothing, since such a record is wrong.
/// # Source
/// Section 8.
/// # Check
/// `tests/tests/stats.rs`.
#[must_use]
pub fn finished(injected: i64, detected: i64, decided: i64, manual: i64) -> Option<DrillEnd> {
    let in_order = injected <= detected && detected <= decided && decided <= manual;
    in_order.then(|| DrillEnd::Finished {
        after_ms: manual.abs_diff(injected),
    })
}

/// What the drills show.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Demonstrated {
    /// Drills held.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub n: u64,
    /// Drills within the limit, of those that are decided; nothing when none is.
    pub success: Option<Rate>,
    /// Exact one-sided lower bound of that share.
    pub success_lower: Option<f64>,
    /// Median time of the finished ones in milliseconds.
    pub median_ms: Option<f64>,
    /// Longest time of the finished ones in milliseconds.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub max_ms: Option<u64>,
    /// Kaplan and Meier's median of all in milliseconds; nothing when it was not reached.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub kaplan_meier_median_ms: Option<u64>,
}

/// Returns what drills show against one limit; see [`demonstrated_each`].
#[must_use]
pub fn demonstrated(drills: &[DrillEnd], limit_ms: u64, level: Level) -> Option<Demonstrated> {
    let drills: Vec<(DrillEnd, u64)> = drills.iter().map(|drill| (*drill, limit_ms)).collect();
    demonstrated_each(&drills, level)
}

/// Returns what drills show, each against the limit that held for it; nothing without a drill, which means
/// that nothing is demonstrated.
///
/// # Formula
/// Success is finished with TTF at most the limit. Aborted counts as failed, and so does what was
/// unfinished beyond the limit; what was unfinished within it is not decided. The bound is exact
/// and one-sided; the medians are the plain one of the finished and [`kaplan_meier_median`].
/// # Inputs
/// `drills`: ends, and the declared limits in milliseconds; `level`: one-sided for the bound.
/// # Domain
/// Any number of drills.
/// # Source
/// Section 8.
/// # Check
/// `drills` of the vectors; `tests/peers/stats.py`.
#[must_use]
pub fn demonstrated_each(drills: &[(DrillEnd, u64)], level: Level) -> Option<Demonstrated> {
    if drills.is_empty() {
        return None;
    }
    let succeeded = |(drill, limit_ms): &(DrillEnd, u64)| match *drill {
        DrillEnd::Finished { after_ms } => Some(after_ms <= *limit_ms),
        DrillEnd::Aborted => Some(false),
        DrillEnd::Unfinished { seen_ms } => (seen_ms > *limit_ms).then_some(false),
    };
    let decided: Vec<bool> = drills.iter().filter_map(succeeded).collect();
    let successes = decided.iter().filter(|success| **success).count();
    let share = Share::of(successes as u64, decided.len() as u64);
    let ends: Vec<DrillEnd> = drills.iter().map(|(drill, _)| *drill).collect();
    let mut times: Vec<u64> = ends
        .iter()
        .filter_map(|drill| match *drill {
            DrillEnd::Finished { after_ms } => Some(after_ms),
            _ => None,
        })
        .collect();
    times.sort_unstable();
    Some(Demonstrated {
        n: drills.len() as u64,
        success: share.map(|share| Rate::new(share, level)),
        success_lower: share.map(|share| lower_bound(share, level)),
        median_ms: median(&times),
        max_ms: times.last().copied(),
        kaplan_meier_median_ms: kaplan_meier_median(&ends),
    })
}

/// The middle of sorted times, or the mean of the two in the middle.
fn median(sorted: &[u64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = sorted[(sorted.len() - 1) / 2];
    Some(lower as f64 / 2.0 + upper as f64 / 2.0)
}

/// Returns the time at which half of the drills had reached manual mode.
///
/// # Formula
/// The first time t with S(t) <= 1/2, S the product of (1 - d/r) over the times up to t, with d
/// finished of r still running. Unfinished drills leave at the time they were last looked at, after
/// those that finished then; aborted ones never finish and stay.
/// # Inputs
/// `drills`: ends and milliseconds.
/// # Domain
/// Nothing when half was not reached.
/// # Source
/// Kaplan and Meier (1958).
/// # Check
/// `statsmodels.duration.survfunc.SurvfuncRight`.
#[must_use]
pub fn kaplan_meier_median(drills: &[DrillEnd]) -> Option<u64> {
    // For each time: how many finished, and how many were last seen running.
    let mut times = std::collections::BTreeMap::<u64, (u64, u64)>::new();
    for drill in drills {
        match *drill {
            DrillEnd::Finished { after_ms } => times.entry(after_ms).or_default().0 += 1,
            DrillEnd::Unfinished { seen_ms } => times.entry(seen_ms).or_default().1 += 1,
            DrillEnd::Aborted => {}
        }
    }
    let mut running = drills.len() as u64;
    let mut surviving = 1.0;
    for (time, (finished, left)) in times {
        surviving *= (running - finished) as f64 / running as f64;
        // 3/4 of 2/3 is a half that rounding must not push above it.
        if surviving <= 0.5 + 1e-12 {
            return Some(time);
        }
        running -= finished + left;
    }
    None
}
