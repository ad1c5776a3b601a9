//! Why people overrode (section 4).

use super::code::{Caveat, FigureMethod, noted};
use super::context::Context;
use super::figure::{Drill, Figure};
use crate::stats::rate::Tally;
use crate::stats::reason::pareto;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReasonFigure {
    /// Its code; empty where none was given.
    pub code: String,
    /// Outputs changed for it.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub modified: u64,
    /// Outputs turned down for it.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub overridden: u64,
    /// Its share of all overrides.
    pub figure: Figure,
    /// The share of this row and all above it.
    pub cumulative: f64,
    /// Whether it is one of the few reasons that together make up 80 % of the coded overrides.
    pub vital: bool,
}

/// The reasons, the most frequent first, "other" and none last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reasons {
    /// Overrides in all.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub total: u64,
    /// Overrides with a code other than "other".
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub coded: u64,
    /// One row a reason.
    pub rows: Vec<ReasonFigure>,
    /// How they were ordered.
    pub method: FigureMethod,
    /// What to know about them.
    pub caveats: Vec<Caveat>,
}

/// Makes the reasons.
pub(super) fn reasons(made: &Context<'_>) -> Reasons {
    let words = &made.log.reasons.words;
    let by_code: BTreeMap<&str, [u64; 2]> = words
        .iter()
        .zip(&made.sums.reasons)
        .map(|((_, code), counts)| (code, *counts))
        .collect();
    let text = made
        .sums
        .most_common_text(made.log, made.periods, made.settings);
    let counts = by_code
        .iter()
        .map(|(code, counts)| (*code, counts.iter().sum()));
    let found = pareto(counts, text);
    let rows = found.rows.iter().map(|row| {
        let [modified, overridden] = by_code.get(&*row.code).copied().unwrap_or_default();
        let all = made.settings.overrides();
        let one = Drill {
            reason: Some(row.code.clone()),
            ..all.clone()
        };
        ReasonFigure {
            code: row.code.clone(),
            modified,
            overridden,
            figure: Figure::share(Tally::new(row.count, found.total), made.level(), one, all),
            cumulative: row.cumulative,
            vital: row.vital,
        }
    });
    let caveats = [
        (found.total == 0, Caveat::NoData),
        (found.poorly_coded, Caveat::PoorlyCoded),
        (found.same_text, Caveat::SameText),
    ];
    Reasons {
        rows: rows.collect(),
        total: found.total,
        coded: found.coded,
        method: FigureMethod::Pareto,
        caveats: noted(&caveats),
    }
}
