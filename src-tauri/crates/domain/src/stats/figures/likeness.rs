//! Whether like cases are decided alike (section 7).

use super::code::{Caveat, FigureMethod};
use super::figure::Drill;
use crate::id::DecisionId;
use crate::stats::consistency::Pairs;
use crate::time::StatedTime;
use serde::{Deserialize, Serialize};

/// One record of a pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PairSide {
    /// The record.
    pub decision: DecisionId,
    /// When it was decided.
    pub decided_at: StatedTime,
    /// The case.
    pub case_key: String,
    /// Who decided, by pseudonym; empty where not stated or not shown.
    pub reviewer: String,
    /// What was decided.
    pub human_final: String,
}

/// Two records of like cases that were decided differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnlikePair {
    /// The one that followed the AI.
    pub accepted: PairSide,
    /// The one that did not.
    pub overridden: PairSide,
}

/// Cases that count as alike: the same model version, AI output and category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeyFigure {
    /// The model version.
    pub model_version: String,
    /// The AI's output.
    pub ai_output: String,
    /// The category.
    pub category: String,
    /// Overrides.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
    /// Decisions.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub of: u64,
    /// Its pairs.
    pub pairs: Pairs,
    /// Its records.
    pub drill: Drill,
    /// The newest pairs that differ.
    pub examples: Vec<UnlikePair>,
}

/// Whether like cases are decided alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Likeness {
    /// All pairs of like cases.
    pub overall: Pairs,
    /// Those of one reviewer with themselves, where the reviewer is stated.
    pub same_reviewer: Pairs,
    /// Those of two reviewers.
    pub cross_reviewer: Pairs,
    /// How many kinds of like cases there are.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub keys: u64,
    /// Those with the most differing pairs, the most first.
    pub largest: Vec<KeyFigure>,
    /// How the pairs were counted.
    pub method: FigureMethod,
    /// What to know about them.
    pub caveats: Vec<Caveat>,
}
