//! The frozen analysis of decision records.

use super::Head;
use crate::framework::Reason;
use crate::second_review::SecondReview;
use crate::stats::figures::{FigureSettings, Figures};
use crate::stats::second_review::SecondReviewFigures;
use crate::time::Date;
use serde::{Deserialize, Serialize};

/// The schema that the facts of an analysis follow.
pub const SCHEMA: &str = "assay-facts-decisions/1";

/// A second review and what it says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewedAgain {
    /// The sample.
    pub review: SecondReview,
    /// What its verdicts say.
    pub figures: SecondReviewFigures,
}

/// The frozen analysis of the decision records of one AI system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrozenDecisions {
    /// What is said about the report itself.
    pub head: Head,
    /// Name of the AI system.
    pub system_name: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// How the figures were made.
    pub settings: FigureSettings,
    /// The reasons that can be chosen, for their names.
    pub reasons: Vec<Reason>,
    /// The figures, as the window and the terminal have them.
    pub figures: Figures,
    /// What the newest complete second review of these days says of all decisions.
    pub second_review: Option<ReviewedAgain>,
}
