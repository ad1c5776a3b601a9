//! Samples of audits.

pub use assay_domain::audit_sample::{
    AuditSample, Population, SampleEstimate, SampleItem, SamplePlan, SampleResult,
};

use assay_domain::id::{AuditId, AuditSampleId, QuestionId, SystemId};
use assay_domain::time::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a sample is to be drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum PopulationGiven {
    /// Things that are numbered from 1 to as many as there are.
    Named {
        /// What they are.
        name: String,
        /// How many there are.
        #[ts(type = "number")]
        size: u64,
    },
    /// A process that goes on: those that come next are taken.
    Open {
        /// What they are.
        name: String,
    },
    /// The rows of a table file.
    Imported {
        /// Where it lies.
        path: String,
        /// The column that names an item.
        column: String,
    },
    /// The decision records of the audit's AI system.
    Decisions {
        /// First day of the decisions.
        from: Date,
        /// Last day.
        to: Date,
    },
}

/// Draws a sample, or says how large it would be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditSampleDraw {
    /// For which audit.
    pub audit: AuditId,
    /// The question that it tests, if one.
    pub question: Option<QuestionId>,
    /// What each item is tested for, never empty.
    pub attribute: String,
    /// What it is drawn from.
    pub population: PopulationGiven,
    /// What it has to show.
    pub plan: SamplePlan,
    /// What the draw begins from, 64 hexadecimal digits; nothing takes a new one at random.
    pub seed: Option<String>,
    /// Whether only the size is asked for.
    pub trial: bool,
}

/// Asks what columns a table file has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PopulationRead {
    /// Where it lies.
    pub path: String,
}

/// The columns of a table file and its first rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PopulationFile {
    /// Headings.
    pub columns: Vec<String>,
    /// First rows, each as wide as the headings.
    pub first_rows: Vec<Vec<String>>,
}

/// Asks for the samples of an audit, or of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditSampleList {
    /// Of one audit; nothing means all.
    pub audit: Option<AuditId>,
}

/// A sample as lists show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditSampleRow {
    /// The sample.
    pub sample: AuditSample,
    /// Items that were looked at.
    pub looked_at: u32,
    /// What the results say once every item has one.
    pub estimate: Option<SampleEstimate>,
}

/// Samples, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditSampleRows {
    /// Newest first.
    pub samples: Vec<AuditSampleRow>,
}

/// Asks for one sample.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditSampleGet {
    /// Which.
    pub id: AuditSampleId,
}

/// A sample with its items.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditSampleDetail {
    /// The sample; after a trial it is stored nowhere.
    pub sample: AuditSample,
    /// Items that stood in the population once more and were counted once; after a draw only.
    pub repeated: u32,
    /// Which AI system is audited.
    pub system: SystemId,
    /// Its name.
    pub system_name: String,
    /// Whether results can still be written: the audit is not closed.
    pub running: bool,
    /// Items in the order in which they were drawn; none after a trial.
    pub items: Vec<SampleItem>,
    /// What the results say once every item has one.
    pub estimate: Option<SampleEstimate>,
}

/// What came of one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleItemResult {
    /// Its place in the sample, from 0.
    pub place: u32,
    /// What came of it; nothing takes a result back.
    pub result: Option<SampleResult>,
    /// What was seen; needed where it deviates.
    pub note: String,
    /// The revision that was shown.
    pub revision: u32,
}

/// Writes what came of items, all or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditSampleRecord {
    /// Of which sample.
    pub id: AuditSampleId,
    /// What came of each.
    pub results: Vec<SampleItemResult>,
}
