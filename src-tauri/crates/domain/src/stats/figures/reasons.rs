//! Why people overrode (section 4).

use super::code::{Caveat, FigureMethod};
use super::figure::Figure;
use serde::{Deserialize, Serialize};

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
