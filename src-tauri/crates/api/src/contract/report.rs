//! Reports: making, signing, exporting, verifying.

pub use assay_domain::report::{Report, ReportKind, ReportSubject};

use super::DecisionStatsRequest;
use assay_domain::assessment::ExpectedSigner;
use assay_domain::id::ReportId;
use assay_domain::locale::Locale;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Asks for reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportList {
    /// About which thing; nothing for all.
    pub subject: Option<ReportSubject>,
}

/// A report as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportRow {
    /// The report.
    pub report: Report,
    /// Residual risk grade that it states, 1 to 5; of an assessment alone.
    pub grade: Option<u8>,
    /// Whether the person who is here is the next expected signer.
    pub may_sign: bool,
    /// File name proposed for an export.
    pub file_name: String,
}

/// Reports, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportRows {
    /// The rows.
    pub reports: Vec<ReportRow>,
}

/// Makes a report of something as it stands; an assessment must be approved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportMake {
    /// What it is about.
    pub subject: ReportSubject,
    /// Language of the pages.
    pub locale: Locale,
    /// Who shall sign it, in order; none where nobody shall. Of an assessment those who were named when
    /// it was handed over for review.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ExpectedSigner>>")]
    pub signers: Vec<ExpectedSigner>,
    /// How an analysis of decision records is made; nothing means the year up to today.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub analysis: Option<DecisionStatsRequest>,
}

/// Signs a report as the next expected signer, with the key of the person who is here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportSign {
    /// Which report.
    pub report: ReportId,
    /// The person's passphrase, asked anew: an open session is not enough to sign.
    pub passphrase: String,
    /// With what; the key of the workspace where nothing is said.
    #[serde(default)]
    #[ts(optional, as = "Option<SigningIdentity>")]
    pub identity: SigningIdentity,
}

/// With what a person signs. The role stays that of the person in the workspace.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(
    tag = "kind",
    rename_all = "snake_case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum SigningIdentity {
    /// The person's key in the workspace.
    #[default]
    Workspace,
    /// A key in a PKCS#12 file.
    Pkcs12 {
        /// The file.
        path: String,
        /// What opens it; never kept.
        password: String,
        /// Label of the key or SHA-256 of its certificate, where the file has several.
        key: Option<String>,
    },
    /// A key on a PKCS#11 token.
    Token {
        /// The module, a shared library that comes with the token.
        module: String,
        /// Serial number or label of the token, where there are several.
        token: Option<String>,
        /// Label of the key or SHA-256 of its certificate, where the token has several.
        key: Option<String>,
        /// What opens it; never kept.
        pin: String,
    },
}

/// Writes a report to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportExport {
    /// Which report.
    pub report: ReportId,
    /// Where to.
    pub path: String,
}

/// Verifies a PDF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerifyFile {
    /// The file.
    pub path: String,
}

/// What a verification comes to; the plain sentence that is said first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// Every expected signature is there and nothing has changed since.
    Intact,
    /// Intact, with bytes appended that change nothing.
    IntactWithAdditions,
    /// Intact so far, but expected signatures are missing.
    Incomplete,
    /// Changed after signing.
    Changed,
    /// Made by Assay, signed by nobody.
    Unsigned,
    /// A PDF that Assay did not make.
    NotOurs,
    /// No readable PDF.
    Broken,
}

impl VerdictKind {
    /// Tells whether the answer to "is it valid?" is yes.
    #[must_use]
    pub const fn is_valid(self) -> bool {
        matches!(self, Self::Intact | Self::IntactWithAdditions)
    }
}

/// One thing that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerificationItem {
    /// What was checked or found; the message id is `verify-` and this code.
    pub code: String,
    /// Whether it holds; nothing where it could not be checked.
    pub ok: Option<bool>,
    /// What the message names.
    pub args: BTreeMap<String, String>,
}

/// One signature of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerifiedSignature {
    /// Name of the signature field.
    pub field: String,
    /// Whether somebody has signed in it.
    pub signed: bool,
    /// Whether the signature holds over its revision.
    pub valid: bool,
    /// Subject of the certificate.
    pub subject: String,
    /// Issuer of the certificate.
    pub issuer: String,
    /// Whether the certificate vouches for itself, which proves no name.
    pub self_signed: bool,
    /// SHA-256 of the certificate, lower-case hexadecimal.
    pub fingerprint: String,
    /// Claimed time of signing, RFC 3339; empty when none is claimed.
    pub claimed_time: String,
    /// Whether the key belongs to a person of the workspace that is open; nothing when none is.
    pub known: Option<bool>,
}

/// The verification of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Verification {
    /// The file.
    pub path: String,
    /// What it comes to.
    pub verdict: VerdictKind,
    /// Name of the AI system, from the facts inside; empty when there are none.
    pub system_name: String,
    /// Name of the organisation, from the facts inside.
    pub organisation: String,
    /// Grade that the facts state.
    pub grade: Option<u8>,
    /// Grade recomputed from the facts inside.
    pub recomputed_grade: Option<u8>,
    /// Each thing checked.
    pub items: Vec<VerificationItem>,
    /// Each signature, in order.
    pub signatures: Vec<VerifiedSignature>,
}
