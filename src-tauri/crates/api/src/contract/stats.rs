//! The analysis of decision records (6.3 i).

pub use assay_domain::stats::figures::{
    Attention, Caveat, DecisionMark, Direction, Drill, Figure, FigureMethod, FigureSelection,
    FigureSettings, Figures, Pickers,
};

use super::DecisionFilter;
use assay_domain::id::SystemId;
use assay_domain::second_review::SecondReview;
use assay_domain::stats::second_review::SecondReviewFigures;
use assay_domain::time::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the analysis of one AI system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionStatsRequest {
    /// Which AI system.
    pub system: SystemId,
    /// First day of the workspace's calendar; nothing means the year up to the last day.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day; nothing, or a day to come, means today.
    #[serde(default)]
    pub to: Option<Date>,
    /// How the figures are made; what is left out is as it is by default.
    #[serde(default)]
    pub settings: FigureSettings,
}

/// The analysis of one AI system, with what it was made by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionStats {
    /// Which AI system.
    pub system: SystemId,
    /// Its name.
    pub system_name: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The time zone in which days and weeks begin.
    pub time_zone: String,
    /// How the figures were made.
    pub settings: FigureSettings,
    /// The records that were looked at, as the log lists them. A figure's `drill` laid over it
    /// lists the records behind the figure.
    pub records: DecisionFilter,
    /// What can be chosen from.
    pub pickers: Pickers,
    /// The figures.
    pub figures: Figures,
    /// What the newest complete second review of these days says of all decisions.
    pub second_review: Option<SecondReviewOutcome>,
}

/// A second review and what it says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondReviewOutcome {
    /// The sample.
    pub review: SecondReview,
    /// What its verdicts say.
    pub figures: SecondReviewFigures,
}
