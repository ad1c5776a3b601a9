//! AI systems: list, form, import and export.

pub use assay_domain::system::{AiSystem, SystemFacts};

use super::AssessmentRow;
use assay_domain::id::SystemId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// An AI system as lists show it, with what its last assessment came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SystemRow {
    /// The system.
    pub system: AiSystem,
    /// Its newest assessment that is approved, signed or in review; else its newest draft.
    pub last: Option<AssessmentRow>,
    /// Grade of the signed assessment before that, for the trend.
    pub grade_before: Option<u8>,
    /// Actions that are neither closed nor dropped.
    pub open_actions: u32,
    /// Whether it is used, or was before a change or an incident, without a signed assessment.
    pub lacks_signed: bool,
}

/// All AI systems by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SystemList {
    /// By name.
    pub systems: Vec<SystemRow>,
}

/// Asks for one AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SystemGet {
    /// Which.
    pub id: SystemId,
}

/// One AI system with its assessments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SystemDetail {
    /// The system.
    pub system: AiSystem,
    /// Its assessments, newest first.
    pub assessments: Vec<AssessmentRow>,
}

/// Adds or changes an AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SystemSave {
    /// Which one; nothing adds a new one.
    pub id: Option<SystemId>,
    /// What is said about it.
    pub facts: SystemFacts,
    /// The revision that the person saw; required when one is changed.
    pub revision: Option<u32>,
}

/// Reads the columns of a table file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SystemImportRead {
    /// The file.
    pub path: String,
}

/// The columns of a table file and a proposed mapping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportTable {
    /// Name of the encoding that was recognised, or `XLSX`.
    pub encoding: String,
    /// Column headings as they stand in the first row.
    pub columns: Vec<String>,
    /// Rows below the heading.
    #[ts(type = "number")]
    pub rows: u64,
    /// The first rows, cut to the columns.
    pub first_rows: Vec<Vec<String>>,
    /// Field of [`SystemFacts`] (such as `name`) to column heading.
    pub mapping: BTreeMap<String, String>,
}

/// Imports a table of AI systems, or tries to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SystemImport {
    /// The file.
    pub path: String,
    /// Field of [`SystemFacts`] to column heading; `name` is required.
    pub mapping: BTreeMap<String, String>,
}

/// One value that can't be imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportProblem {
    /// Line of the file, the heading being line 1; row number in a spreadsheet.
    #[ts(type = "number")]
    pub line: u64,
    /// Column heading.
    pub column: String,
    /// What is wrong; the message id is `import-` and this code.
    pub code: String,
    /// The value as it stands, cut to 80 characters.
    pub value: String,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportCheck {
    /// Rows that can be imported.
    #[ts(type = "number")]
    pub valid: u64,
    /// Rows whose reference is in the workspace already; they are left alone.
    #[ts(type = "number")]
    pub known: u64,
    /// How many values can't be imported.
    #[ts(type = "number")]
    pub problem_count: u64,
    /// The first 200 of them.
    pub problems: Vec<ImportProblem>,
    /// Columns of the file of which the mapping takes nothing.
    pub unused: Vec<String>,
    /// The first fifty systems as they would be.
    pub first: Vec<SystemFacts>,
}

/// What an import did: all rows, or an error and none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportDone {
    /// Systems added.
    #[ts(type = "number")]
    pub added: u64,
    /// Rows left alone since their reference was in the workspace already.
    #[ts(type = "number")]
    pub known: u64,
}
