//! Importing decision records and volumes from files of other programs.

pub use assay_exchange::decision::{
    Content, DateOrder, ExposureReading, Field, LatencyUnit, Mapping, PeriodLength, Reading, Rule,
    RuleKind, Source, Wide,
};

use super::ImportProblem;
use assay_domain::decision::{DecisionFacts, DispositionCount};
use assay_domain::id::{ImportId, SystemId};
use assay_domain::time::Timestamp;
use assay_domain::volume::VolumeFacts;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks what a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionImportRead {
    /// Of which AI system its records are.
    pub system: SystemId,
    /// The file.
    pub path: String,
    /// How it is read; nothing recognises all of it.
    #[serde(default)]
    pub source: Source,
}

/// The kinds of file that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportFormat {
    /// Text with delimiters.
    Delimited,
    /// An XLSX spreadsheet.
    Spreadsheet,
    /// One JSON object on each line.
    JsonLines,
}

/// A column with some of what it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportColumn {
    /// Its heading.
    pub name: String,
    /// Up to 30 different values among the first 5,000 rows, the most frequent first.
    pub values: Vec<String>,
    /// Whether there are more.
    pub more: bool,
}

/// A row as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportRow {
    /// Line of a text file, row of a spreadsheet; from 1.
    #[ts(type = "number")]
    pub line: u64,
    /// Values, one for each column.
    pub cells: Vec<String>,
}

/// What a file holds, and how it could be mapped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionImportFile {
    /// Kind of file.
    pub format: ImportFormat,
    /// How it was read: the encoding, the delimiter or the sheet that was recognised or asked for.
    pub source: Source,
    /// Sheets of a spreadsheet.
    pub sheets: Vec<String>,
    /// Length in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// Columns in their order.
    pub columns: Vec<ImportColumn>,
    /// The first fifty rows.
    pub rows: Vec<ImportRow>,
    /// A mapping to begin with: the one remembered for these headings, or one proposed from them.
    pub mapping: Mapping,
    /// Whether it was remembered.
    pub remembered: bool,
}

/// A file, the AI system and the mapping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionImportPlan {
    /// Of which AI system its records are.
    pub system: SystemId,
    /// The file.
    pub path: String,
    /// How its columns become records.
    pub mapping: Mapping,
}

/// A row as it would be imported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportPreviewRow {
    /// Line of the file.
    #[ts(type = "number")]
    pub line: u64,
    /// The record, where the file holds decisions and the row can be taken.
    pub decision: Option<DecisionFacts>,
    /// The volumes, where the file holds volumes; a row by month has several.
    pub volumes: Vec<VolumeFacts>,
    /// Whether the rows to be taken leave this one out.
    pub left_out: bool,
    /// What can't be taken.
    pub problems: Vec<ImportProblem>,
}

/// The first fifty rows as they would be imported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionImportPreview {
    /// Rows in the order of the file.
    pub rows: Vec<ImportPreviewRow>,
}

/// Begins an import; it goes on with each `decision_import_step`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionImportStart {
    /// What is imported, and how.
    pub plan: DecisionImportPlan,
    /// Whether it is only tried: everything is read and checked, nothing is written.
    pub trial: bool,
}

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportPhase {
    /// No import was begun since the workspace was opened.
    None,
    /// Rows are being read and, unless it is a trial, staged.
    Running,
    /// What was staged is being removed again.
    Clearing,
    /// A trial has ended.
    Tried,
    /// All rows are in the log.
    Imported,
    /// There were problems; nothing was imported.
    Refused,
    /// It was cancelled; nothing was imported.
    Cancelled,
    /// An import was taken back.
    Undone,
}

/// What an import came to so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionImportState {
    /// Where it stands.
    pub phase: ImportPhase,
    /// The file's name.
    pub file: String,
    /// Of which AI system.
    pub system: Option<SystemId>,
    /// What the file holds.
    pub content: Content,
    /// Bytes read.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Bytes of the file.
    #[ts(type = "number")]
    pub size: u64,
    /// Rows read.
    #[ts(type = "number")]
    pub rows: u64,
    /// Records or volumes that are new.
    #[ts(type = "number")]
    pub fresh: u64,
    /// Rows that the log has already.
    #[ts(type = "number")]
    pub known: u64,
    /// Rows that stand in the file more than once; they count once.
    #[ts(type = "number")]
    pub repeated: u64,
    /// Rows that the mapping leaves out.
    #[ts(type = "number")]
    pub left_out: u64,
    /// Columns of the file of which the mapping takes nothing, known at the end.
    pub unused: Vec<String>,
    /// New records by disposition.
    pub dispositions: Vec<DispositionCount>,
    /// Time of the earliest new record.
    pub earliest: Option<Timestamp>,
    /// Time of the latest new record.
    pub latest: Option<Timestamp>,
    /// How many values can't be taken.
    #[ts(type = "number")]
    pub problem_count: u64,
    /// The first 200 of them.
    pub problems: Vec<ImportProblem>,
    /// The import, once it is in the log.
    pub import: Option<ImportId>,
}

/// Asks for the imports of an AI system, or of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionImportList {
    /// Of one AI system; nothing means all.
    pub system: Option<SystemId>,
}

/// An import that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionImportRow {
    /// Which.
    pub id: ImportId,
    /// Of which AI system.
    pub system: SystemId,
    /// Its name.
    pub system_name: String,
    /// The file's name.
    pub file: String,
    /// The mapping's name.
    pub mapping: String,
    /// What it brought.
    pub content: Content,
    /// How many records or volumes.
    #[ts(type = "number")]
    pub count: u64,
    /// Who imported, as printed.
    pub person: String,
    /// When.
    pub imported_at: Timestamp,
    /// When it was undone, if it was.
    pub undone_at: Option<Timestamp>,
}

/// The imports, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionImportRows {
    /// Newest first.
    pub imports: Vec<DecisionImportRow>,
}

/// Takes a whole import back; its records leave the log at once and are removed by further steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionImportUndo {
    /// Which.
    pub id: ImportId,
}

/// Asks for the mappings that are kept for an AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MappingList {
    /// Which AI system.
    pub system: SystemId,
}

/// The mappings of an AI system by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MappingRows {
    /// In the order of their names.
    pub mappings: Vec<Mapping>,
}

/// Keeps a mapping under its name; one of the same name gives way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MappingSave {
    /// For which AI system.
    pub system: SystemId,
    /// The mapping.
    pub mapping: Mapping,
}

/// Asks for the mapping of a mapping file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MappingRead {
    /// The TOML file.
    pub path: String,
}

/// Writes a mapping to a file that can travel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MappingWrite {
    /// Where to.
    pub path: String,
    /// The mapping.
    pub mapping: Mapping,
}
