//! Whether reviewers differ, and from what their cases lead to expect (section 7).

use super::code::{Caveat, FigureMethod};
use super::figure::Figure;
use crate::stats::case_mix::Standardised;
use crate::stats::reviewer::Heterogeneity;
use serde::{Deserialize, Serialize};

/// A reviewer against what the same cases lead to expect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewerFigure {
    /// The reviewer's pseudonym.
    pub reviewer: String,
    /// Overrides of the reviewer's decisions.
    pub figure: Figure,
    /// Observed by expected; nothing where nothing is expected.
    pub ratio: Option<Standardised>,
    /// The p-value corrected for the number of reviewers shown.
    pub adjusted_p: Option<f64>,
    /// Whether it is below what the level leaves outside.
    pub flagged: bool,
}

/// Whether reviewers differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reviewers {
    /// Chi-square, dispersion, intraclass correlation and permutation over all reviewers.
    pub heterogeneity: Option<Heterogeneity>,
    /// How it was tested.
    pub method: FigureMethod,
    /// What to know about it.
    pub caveats: Vec<Caveat>,
    /// Reviewers with ten decisions or more, in the order of their pseudonyms.
    pub rows: Vec<ReviewerFigure>,
    /// How many reviewers have fewer.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub hidden: u64,
    /// How each was compared with the same mix of cases.
    pub mix_method: FigureMethod,
    /// What to know about that.
    pub mix_caveats: Vec<Caveat>,
}
