//! Reports: making, signing, exporting, verifying.

pub use assay_domain::report::{Report, ReportKind, ReportLocale, ReportSubject};
pub use assay_verify::{TrustKind, VerdictKind, Verification, VerificationItem, VerifiedSignature};

use super::DecisionStatsRequest;
use assay_domain::assessment::ExpectedSigner;
use assay_domain::id::ReportId;
use assay_domain::locale::Locale;
use assay_domain::time::Date;
use assay_domain::workspace::PaperSize;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
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
    pub locale: ReportLocale,
    /// Who shall sign it, in order; none where nobody shall. Of an assessment those who were named when
    /// it was handed over for review.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ExpectedSigner>>")]
    pub signers: Vec<ExpectedSigner>,
    /// On which paper; nothing means that of the settings.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub paper: Option<PaperSize>,
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
    /// SHA-256 of the PDF whose pages were shown; nothing where none were, as in a terminal. A report
    /// that is another one by now is not signed.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub seen: Option<String>,
}

/// Asks what a page of a report looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportPage {
    /// Which report.
    pub report: ReportId,
    /// Which page, from 1.
    pub page: u32,
}

/// A page as it is in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PagePicture {
    /// Which page, from 1.
    pub page: u32,
    /// How many there are.
    pub pages: u32,
    /// SHA-256 of the PDF that it was drawn from, lower-case hexadecimal.
    pub pdf_sha256: String,
    /// The picture, a PNG in Base64.
    pub base64: String,
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

/// Writes a report, or an editable copy of it, to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportExport {
    /// Which report.
    pub report: ReportId,
    /// Where to.
    pub path: String,
}

/// Asks which tokens a PKCS#11 module sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TokenList {
    /// The module, a shared library that comes with the token.
    pub module: String,
}

/// A token that is plugged in and set up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TokenRow {
    /// Its label.
    pub label: String,
    /// Its serial number, which no other token of the maker has.
    pub serial: String,
    /// What it says of tries left for the PIN: `unknown`, `few`, `one` or `none`.
    pub tries: String,
}

/// The tokens of a module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TokenRows {
    /// The rows.
    pub tokens: Vec<TokenRow>,
}

/// Verifies a PDF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerifyFile {
    /// The file.
    pub path: String,
}

/// Writes the record of a verification, to print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerifyRecord {
    /// The file that was verified.
    pub path: String,
    /// Its SHA-256 as it was told; a file that is another one by now is not recorded.
    pub sha256: String,
    /// Language of the record.
    pub locale: Locale,
    /// Where to.
    pub out: String,
}

/// A certificate that is trusted on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Anchor {
    /// Subject.
    pub subject: String,
    /// Issuer.
    pub issuer: String,
    /// Whether it vouches for itself, as those of authorities and of keys made in a workspace do.
    pub self_signed: bool,
    /// SHA-256, lower-case hexadecimal.
    pub fingerprint: String,
    /// First day of its validity.
    pub valid_from: Date,
    /// Last day of its validity.
    pub valid_to: Date,
}

/// The certificates that are trusted on this computer, in the order in which they were added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnchorRows {
    /// The rows.
    pub anchors: Vec<Anchor>,
}

/// Trusts the certificates of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnchorAdd {
    /// One certificate in DER, or any number in PEM.
    pub path: String,
}

/// Trusts a certificate no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnchorRemove {
    /// SHA-256 of the certificate.
    pub fingerprint: String,
}
