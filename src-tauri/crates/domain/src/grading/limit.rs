//! Limits on the level of clause 6.3 i that come from the workspace's own data.

use crate::decision::FallbackFacts;
use serde::{Deserialize, Serialize};

/// A limit on the level of clause 6.3 i.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FallbackLimit {
    /// No fallback drill in 12 months: at most 3.
    NoDrill,
    /// No decision record in the review period: at most 2.
    NoDecisionRecord,
    /// A rubber-stamp signal is open: at most 2.
    RubberStampSignal,
}

impl FallbackLimit {
    /// Returns the highest level that the limit leaves.
    #[must_use]
    pub const fn ceiling(self) -> u8 {
        match self {
            Self::NoDrill => 3,
            Self::NoDecisionRecord | Self::RubberStampSignal => 2,
        }
    }
}

/// Returns the level of clause 6.3 i after the limits from data, and the limits below `level`.
///
/// # Formula
/// min(level, 3 without a drill in 12 months, 2 without a decision record in the review period or
/// while a rubber-stamp signal is open).
/// # Inputs
/// `level`: 0 to 4, from [`super::clause_level`]; of `facts` the drill, the number of decision records
/// and the signal.
/// # Source
/// Grading method, section 3, "limits from data".
#[must_use]
pub fn limit_fallback(level: u8, facts: FallbackFacts) -> (u8, Vec<FallbackLimit>) {
    let limits: Vec<FallbackLimit> = [
        (!facts.drill_within_year, FallbackLimit::NoDrill),
        (facts.decision_records == 0, FallbackLimit::NoDecisionRecord),
        (facts.rubber_stamp_open, FallbackLimit::RubberStampSignal),
    ]
    .into_iter()
    .filter_map(|(holds, limit)| (holds && limit.ceiling() < level).then_some(limit))
    .collect();
    let limited = limits
        .iter()
        .fold(level, |level, limit| level.min(limit.ceiling()));
    (limited, limits)
}
