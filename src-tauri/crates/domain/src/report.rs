//! A report: a PDF made from a frozen state, with the signatures that were added to it.

use crate::assessment::ExpectedSigner;
use crate::id::{AssessmentId, ReportId};
use crate::locale::Locale;
use crate::person::Act;
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// Where a report stands.
    ReportState {
        /// Made, not signed by anybody.
        Unsigned,
        /// Signed by some of the expected signers.
        PartlySigned,
        /// Signed by all of them.
        Signed,
        /// Replaced by a newer report of the same assessment or system.
        Superseded,
    }
}

wire_enum! {
    /// Where the key of a signature lies.
    IdentityKind {
        /// In the workspace, made there, with a certificate that vouches for itself.
        Workspace,
        /// In a PKCS#12 file.
        Pkcs12,
        /// On a PKCS#11 token.
        Token,
    }
}

/// Signatures from before there were others are by keys of the workspace.
const fn of_workspace() -> IdentityKind {
    IdentityKind::Workspace
}

/// A signature on a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportSignature {
    /// As whom it was signed.
    pub signer: ExpectedSigner,
    /// Who signed, and when.
    pub signed: Act,
    /// SHA-256 of the certificate, lower-case hexadecimal.
    pub fingerprint: String,
    /// Where the key lies.
    #[serde(default = "of_workspace")]
    pub identity: IdentityKind,
    /// Subject of the certificate, in the notation of RFC 4514; empty for signatures from before it was kept.
    #[serde(default)]
    pub subject: String,
}

/// A report in the workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Report {
    /// Which report.
    pub id: ReportId,
    /// Of which assessment.
    pub assessment: AssessmentId,
    /// Number among the reports of that assessment, from 1.
    pub number: u32,
    /// Language of the pages.
    pub locale: Locale,
    /// Where it stands.
    pub state: ReportState,
    /// Who made it, and when.
    pub made: Act,
    /// SHA-256 of the facts inside, lower-case hexadecimal.
    pub facts_sha256: String,
    /// SHA-256 of the PDF as it now is, lower-case hexadecimal.
    pub pdf_sha256: String,
    /// Number of pages.
    pub pages: u32,
    /// Who is expected to sign, in order.
    pub signers: Vec<ExpectedSigner>,
    /// The signatures so far, in order.
    pub signatures: Vec<ReportSignature>,
}
