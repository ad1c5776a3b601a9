//! Second review of a sample of decisions.

pub use assay_domain::second_review::{BlindVerdict, CaseVerdict, SecondReview, Stratum};
pub use assay_domain::stats::second_review::{Estimate, SecondReviewFigures};

use assay_domain::evidence::Evidence;
use assay_domain::id::{SecondReviewId, SystemId};
use assay_domain::stats::Level;
use assay_domain::time::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the samples of an AI system, or of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondReviewList {
    /// Of one AI system; nothing means all.
    pub system: Option<SystemId>,
}

/// A sample as lists show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondReviewRow {
    /// The sample.
    pub review: SecondReview,
    /// Name of its AI system.
    pub system_name: String,
    /// Cases.
    #[ts(type = "number")]
    pub cases: u64,
    /// Cases with at least one verdict.
    #[ts(type = "number")]
    pub judged: u64,
    /// Cases on which the person who is here gave a verdict.
    #[ts(type = "number")]
    pub mine: u64,
}

/// The samples, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondReviewRows {
    /// Newest first.
    pub reviews: Vec<SecondReviewRow>,
}

/// Draws a sample, or says how large it would be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondReviewDraw {
    /// Of which AI system.
    pub system: SystemId,
    /// First day of the decisions.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The confidence with which a share of wrong decisions as large as the tolerable one would show.
    pub level: Level,
    /// The share of wrong decisions that must not pass unnoticed, such as 0.05.
    pub tolerable: f64,
    /// What the draw begins from, 64 hexadecimal digits; nothing takes a new one at random.
    pub seed: Option<String>,
    /// Whether only the sizes are asked for.
    pub trial: bool,
}

/// One case in the list of a sample.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondReviewCase {
    /// Its place, from 0.
    pub place: u32,
    /// How many persons gave a verdict.
    pub verdicts: u32,
    /// What the person who is here said.
    pub mine: Option<CaseVerdict>,
}

/// A sample with its cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondReviewDetail {
    /// The sample; of a trial, as it would be.
    pub review: SecondReview,
    /// Name of its AI system.
    pub system_name: String,
    /// Cases in their order; none of a trial.
    pub cases: Vec<SecondReviewCase>,
    /// What the verdicts say, once every case has one.
    pub figures: Option<SecondReviewFigures>,
}

/// Asks for a sample.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondReviewGet {
    /// Which.
    pub id: SecondReviewId,
}

/// Asks for a case as a reviewer sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BlindCaseGet {
    /// Of which sample.
    pub id: SecondReviewId,
    /// Which case, from 0.
    pub place: u32,
}

/// A case without anything that tells who decided what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BlindCase {
    /// Its place, from 0.
    pub place: u32,
    /// Cases of the sample.
    pub cases: u32,
    /// The organisation's number of the case.
    pub case_key: String,
    /// Its decision point.
    pub decision_point: String,
    /// Its category.
    pub category: String,
    /// One text.
    pub first: String,
    /// The other text; nothing where both are the same.
    pub second: Option<String>,
    /// Evidence attached to the record.
    pub evidence: Vec<Evidence>,
    /// Whether the person who is here gave a verdict before.
    pub judged: bool,
}

/// Gives a verdict on a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerdictGive {
    /// Of which sample.
    pub id: SecondReviewId,
    /// Which case, from 0.
    pub place: u32,
    /// What is said of the two texts.
    pub verdict: BlindVerdict,
    /// Why, may be empty.
    pub note: String,
}
