//! Why people overrode: the reasons in the order of their number (section 4).

use super::rate::Tally;
use serde::{Deserialize, Serialize};

/// The code of a reason that the list does not have.
pub const OTHER: &str = "other";

/// One reason and how often it was given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReasonRow {
    /// The reason's code; empty where none was given.
    pub code: String,
    /// How many overrides name it.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
    /// Its share of all overrides.
    pub share: f64,
    /// The share of this row and all above it.
    pub cumulative: f64,
    /// Whether it is one of the few reasons that together make up 80 % of the coded overrides.
    pub vital: bool,
}

/// The reasons, the most frequent first, and whether the codes can be relied on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pareto {
    /// Overrides in all.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub total: u64,
    /// Overrides with a code other than "other".
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub coded: u64,
    /// One row for each reason.
    pub rows: Vec<ReasonRow>,
    /// Whether more than 10 % have no code or "other".
    pub poorly_coded: bool,
    /// Whether one identical free text stands in more than half of 20 records or more.
    pub same_text: bool,
}

/// Returns the reasons in order.
///
/// # Formula
/// Rows by count, descending, ties by code, blank and "other" after all others; vital is the
/// shortest run of coded rows that reaches 80 % of the coded overrides.
/// # Inputs
/// `counts`: a code and a count each, codes repeated or not; `most_common_text`: how many records
/// with a free text carry the most common one, of how many with one.
/// # Domain
/// Rows with a count of 0 are left out; sums beyond 64 bits stay at their largest value.
/// # Source
/// Section 4.
/// # Check
/// `tests/tests/stats.rs` and `tests/peers/stats.py`.
#[must_use]
pub fn pareto<'a>(
    counts: impl IntoIterator<Item = (&'a str, u64)>,
    most_common_text: Tally,
) -> Pareto {
    let mut by_code = std::collections::BTreeMap::<&str, u64>::new();
    for (code, count) in counts {
        let sum = by_code.entry(code.trim()).or_default();
        *sum = sum.saturating_add(count);
    }
    let is_uncoded = |code: &str| code.is_empty() || code == OTHER;
    let mut ordered: Vec<(&str, u64)> = by_code.into_iter().filter(|(_, n)| *n > 0).collect();
    ordered.sort_by_key(|(code, count)| (is_uncoded(code), std::cmp::Reverse(*count)));
    let sum = |coded: bool| {
        let rows = ordered.iter().filter(|(code, _)| is_uncoded(code) != coded);
        rows.map(|(_, count)| u128::from(*count)).sum::<u128>()
    };
    let (coded, uncoded) = (sum(true), sum(false));
    let total = coded + uncoded;
    let mut before = 0_u128;
    let rows = ordered.iter().map(|(code, count)| {
        // Reached by the rows above already: this one is no longer needed.
        let vital = !is_uncoded(code) && 5 * before < 4 * coded;
        before += u128::from(*count);
        ReasonRow {
            code: (*code).to_owned(),
            count: *count,
            share: *count as f64 / total as f64,
            cumulative: before as f64 / total as f64,
            vital,
        }
    });
    let rows = rows.collect();
    let Tally { count, of } = most_common_text;
    Pareto {
        total: u64::try_from(total).unwrap_or(u64::MAX),
        coded: u64::try_from(coded).unwrap_or(u64::MAX),
        rows,
        poorly_coded: 10 * uncoded > total,
        same_text: of >= 20 && 2 * u128::from(count) > u128::from(of),
    }
}
