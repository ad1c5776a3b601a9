//! What can be chosen from in a log.

use serde::{Deserialize, Serialize};

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Picked {
    /// What it is; empty for records where it is not stated.
    pub value: String,
    /// How many records have it; of a reviewer, how many decisions.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub n: u64,
}

/// What can be chosen from, whatever is chosen at present; each list in the order of its values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pickers {
    /// Decision points.
    pub decision_points: Vec<Picked>,
    /// Model versions.
    pub model_versions: Vec<Picked>,
    /// Codes of reasons.
    pub reasons: Vec<Picked>,
    /// Categories.
    pub categories: Vec<Picked>,
    /// Pseudonyms of reviewers with ten decisions or more.
    pub reviewers: Vec<Picked>,
    /// How many reviewers have fewer.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub hidden_reviewers: u64,
    /// Labels of outputs and final decisions, so that their order can be stated; at the most 50.
    pub labels: Vec<String>,
}
