//! What of decision records points at persons: names of reviewers, and texts past their period.

pub use assay_domain::workspace::PrivacySettings;

use assay_domain::id::SystemId;
use assay_domain::time::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is set about persons in decision records, and how things stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Privacy {
    /// What is set.
    pub settings: PrivacySettings,
    /// How many names are kept.
    #[ts(type = "number")]
    pub names: u64,
    /// Whether the person who is here can read them.
    pub readable: bool,
}

/// Asks for names of reviewers; that somebody asked is written into the history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ReviewerNamesGet {
    /// Of those who reviewed for one AI system; nothing for all.
    pub system: Option<SystemId>,
}

/// The name behind a pseudonym.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewerName {
    /// What stands in records.
    pub pseudonym: String,
    /// Who it is.
    pub name: String,
}

/// Names of reviewers.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewerNames {
    /// In the order of their pseudonyms, so that nobody is ranked.
    pub names: Vec<ReviewerName>,
}

/// What thinning would do to the records of an AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ThinSystem {
    /// The AI system.
    pub system: SystemId,
    /// Its name.
    pub system_name: String,
    /// Records that count and are past the period.
    #[ts(type = "number")]
    pub records: u64,
    /// Labels that many records carry, so that they name a kind of answer; they stay.
    pub labels: Vec<String>,
    /// How many other texts stand as a label; none of them stays.
    #[ts(type = "number")]
    pub others: u64,
}

/// What thinning would do now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ThinPreview {
    /// Records decided before this day of the workspace's calendar are past the period; nothing
    /// without one.
    pub before: Option<Date>,
    /// AI systems with such records.
    pub systems: Vec<ThinSystem>,
}

/// How far a thinning is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ThinPhase {
    /// It looks for records past their period.
    Looking,
    /// It erases texts.
    Thinning,
    /// It is over.
    Done,
}

/// Where a thinning stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ThinState {
    /// How far it is; while it is not done, the command is to be called again.
    pub phase: ThinPhase,
    /// Records decided before this day lose their texts.
    pub before: Date,
    /// Records found that count and are past the period.
    #[ts(type = "number")]
    pub records: u64,
    /// How many of them lost their texts so far.
    #[ts(type = "number")]
    pub thinned: u64,
}
