//! What verifying a file answers.

use crate::terminal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a verification comes to; the plain sentence that is said first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerificationItem {
    /// What was checked or found; the message id is `verify-` and this code.
    pub code: String,
    /// Whether it holds; nothing where it could not be checked.
    pub ok: Option<bool>,
    /// What the message names.
    pub args: BTreeMap<String, String>,
}

impl VerificationItem {
    /// One thing that was checked, with what its message names.
    #[must_use]
    pub fn new(code: &str, ok: Option<bool>, args: &[(&str, String)]) -> Self {
        let args = args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()));
        Self {
            code: code.to_owned(),
            ok,
            args: args.collect(),
        }
    }
}

/// What the certificates of a signature lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrustKind {
    /// The reader named no certificate to trust.
    NotAsked,
    /// To a certificate that the reader trusts.
    Trusted,
    /// To none that the reader trusts.
    Unknown,
    /// Over a certificate that is not valid at the claimed time.
    OutOfTime,
    /// Over a certificate that may not vouch for another.
    NotAuthority,
}

/// One signature of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
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
    /// First day of the certificate's validity, such as `2026-01-31`; empty without a certificate.
    pub valid_from: String,
    /// Last day of the certificate's validity.
    pub valid_to: String,
    /// Claimed time of signing, RFC 3339; empty when none is claimed.
    pub claimed_time: String,
    /// What its certificates lead to.
    pub trust: TrustKind,
    /// The certificate that this is said of; empty where nothing was asked.
    pub trust_subject: String,
    /// Whether the key belongs to a person of the workspace that is open; nothing when none is.
    pub known: Option<bool>,
}

/// The verification of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Verification {
    /// The file.
    pub path: String,
    /// Its length in bytes.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub size: u64,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
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
    /// Each thing checked; what is wrong stands first.
    pub items: Vec<VerificationItem>,
    /// Each signature, in order.
    pub signatures: Vec<VerifiedSignature>,
}

impl Verification {
    /// Adds one thing that was checked.
    pub(crate) fn add(&mut self, code: &str, ok: Option<bool>, args: &[(&str, String)]) {
        self.items.push(VerificationItem::new(code, ok, args));
    }

    /// Tells whether the report is valid and everything that could be checked holds.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.verdict.is_valid()
            && self.items.iter().all(|item| item.ok != Some(false))
            && self.grade == self.recomputed_grade
    }
}

/// What `--json` says of each file: what it comes to, or why it could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Verified {
    /// The file was read.
    File(Verification),
    /// It could not be read.
    Unread(UnreadFile),
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnreadFile {
    /// The file, or the folder that was to be looked through.
    pub path: String,
    /// What stands in the place of a verdict.
    pub verdict: UnreadKind,
    /// Why it could not be read.
    pub refusal: Refusal,
}

/// What is said of a file that could not be read in the place of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnreadKind {
    /// Nothing can be said of it.
    Unread,
}
