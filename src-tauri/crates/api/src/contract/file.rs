//! Files that a person picks, drops or writes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a file is picked for; it decides the dialog's title, filter and kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FilePurpose {
    /// Open an existing workspace.
    WorkspaceOpen,
    /// Save a new workspace.
    WorkspaceCreate,
    /// Open a table of AI systems.
    SystemImport,
    /// Save a table.
    TableExport,
    /// Open a file of decision records or volumes.
    DecisionImport,
    /// Open a mapping.
    MappingOpen,
    /// Save a mapping.
    MappingSave,
    /// Save a figure as a picture.
    FigureExport,
    /// Open a question pack.
    QuestionPack,
    /// Open a picture for the logo.
    Logo,
    /// Open a piece of evidence.
    Evidence,
    /// Open a report to verify.
    Verify,
    /// Open a file of certificates to trust.
    Certificate,
    /// Save a report.
    ReportExport,
    /// Save a report with its evidence.
    ReportBody,
    /// Save an editable copy of a report.
    ReportCopy,
    /// Open a PKCS#12 file to sign with.
    SigningKey,
    /// Open the PKCS#11 module of a token.
    TokenModule,
}

/// Asks the person for a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FilePick {
    /// What for.
    pub purpose: FilePurpose,
    /// Title of the dialog in the person's language.
    pub title: String,
    /// File name proposed when saving, empty otherwise.
    pub suggested: String,
}

/// The file a person picked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickedFile {
    /// Its path; nothing when the dialog was cancelled.
    pub path: Option<String>,
}

/// Files dropped on the window since the last call; the call waits until there are some.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DroppedFiles {
    /// Their paths, in the order in which they were dropped.
    pub paths: Vec<String>,
}

/// The kinds of table file that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TableFormat {
    /// Comma-separated values, UTF-8 with a byte order mark.
    Csv,
    /// Office Open XML spreadsheet.
    Xlsx,
}

/// Writes a table to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TableExport {
    /// Where to.
    pub path: String,
    /// In which format.
    pub format: TableFormat,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TableExported {
    /// Where.
    pub path: String,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub size: u64,
}

/// The kinds of picture that a figure is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FigureFormat {
    /// Scalable vector graphics.
    Svg,
    /// Portable network graphics.
    Png,
}

/// Writes a figure that the window drew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FigureSave {
    /// Where to.
    pub path: String,
    /// In which format.
    pub format: FigureFormat,
    /// Its bytes in Base64.
    pub base64: String,
}

/// One value of a figure's table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(untagged)]
pub enum FigureCell {
    /// A number, written as a number.
    Number(f64),
    /// Text.
    Text(String),
}

/// Writes the numbers behind a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FigureTableSave {
    /// Where to.
    pub path: String,
    /// In which format.
    pub format: TableFormat,
    /// Headings.
    pub columns: Vec<String>,
    /// Rows, each as wide as the headings.
    pub rows: Vec<Vec<FigureCell>>,
}
