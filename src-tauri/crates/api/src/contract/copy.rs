//! Copies of a report: with something removed, or with the evidence beside it.

pub use assay_domain::redaction::{Cut, Removal};

use super::SigningIdentity;
use assay_domain::id::ReportId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Makes a signed copy of a report from which something is removed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportRedact {
    /// Of which report; somebody must have signed it.
    pub report: ReportId,
    /// Where to.
    pub path: String,
    /// What is removed.
    pub cut: Cut,
    /// The person's passphrase, asked anew.
    pub passphrase: String,
    /// With what the copy is signed.
    #[serde(default)]
    #[ts(optional, as = "Option<SigningIdentity>")]
    pub identity: SigningIdentity,
}

/// A copy that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RedactedCopy {
    /// Where.
    pub path: String,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// SHA-256 of the copy, lower-case hexadecimal.
    pub sha256: String,
    /// What was removed.
    pub removed: Vec<Removal>,
}

/// Writes a report with its evidence, for somebody who checks it without this program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportBody {
    /// Which report.
    pub report: ReportId,
    /// Where to: a new folder, or a file that ends in `.zip`.
    pub path: String,
    /// Whether the evidence files that the workspace keeps are written too; they are then readable by anybody.
    pub evidence: bool,
}

/// A body of evidence that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BodyWritten {
    /// Where.
    pub path: String,
    /// How many evidence files are in it.
    pub files: u32,
    /// How many pieces are named by digest or place only.
    pub named_only: u32,
}
