//! The override rate, whole and by what it may depend on (section 1).

use super::figure::Figure;
use super::setting::Direction;
use crate::stats::Interval;
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// What the denominators of the rates are.
    Basis {
        /// Single records, acceptances among them.
        Records,
        /// Stated totals.
        Volumes,
        /// Nothing: only overrides are known, so that there is no rate.
        Nothing,
    }
}

/// The rate of one part of the records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateSplit {
    /// What the part is: a version, a decision point, a pseudonym; empty where it is not stated.
    pub name: String,
    /// Its rate.
    pub figure: Figure,
}

/// The rates of all parts, the largest part first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateSplits {
    /// One row a part.
    pub rows: Vec<RateSplit>,
    /// How many smaller parts are left out.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub left_out: u64,
}

/// The rates of reviewers, in the order of their pseudonyms, so that nobody is ranked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewerSplits {
    /// Reviewers with ten decisions or more.
    pub rows: Vec<RateSplit>,
    /// How many reviewers have fewer.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub hidden: u64,
    /// The decisions of those together; nothing when there is only one, who could be told from it.
    pub hidden_together: Option<Figure>,
    /// The decisions of which no reviewer is stated.
    pub unstated: Figure,
}

/// Overrides of one direction, of all decisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DirectionSplit {
    /// The direction; nothing where the order of the labels gives none.
    pub direction: Option<Direction>,
    /// Its share of all decisions.
    pub figure: Figure,
}

/// The override rate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rates {
    /// What the denominators are.
    pub basis: Basis,
    /// Overrides of decisions.
    pub overall: Figure,
    /// The dispersion of the reviewers, where they can be compared.
    pub phi: Option<f64>,
    /// The wider interval that allows for reviewers who differ, where they do.
    pub clustered: Option<Interval>,
    /// Decisions put off, of all records.
    pub deferred: Figure,
    /// Records without an AI output, of all records.
    pub no_output: Figure,
    /// Records entered late, of all records.
    pub entered_late: Figure,
    /// By direction.
    pub directions: Vec<DirectionSplit>,
    /// By model version.
    pub versions: RateSplits,
    /// By decision point.
    pub points: RateSplits,
    /// By reviewer.
    pub reviewers: ReviewerSplits,
}
