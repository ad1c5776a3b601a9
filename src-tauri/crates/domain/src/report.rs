//! A report: a PDF made from a frozen state, with the signatures that were added to it.

use crate::assessment::ExpectedSigner;
use crate::id::{AssessmentId, AuditId, DrillId, FallbackPlanId, IncidentId, ReportId, SystemId};
use crate::locale::Locale;
use crate::person::Act;
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

wire_enum! {
    /// What kind of thing a report is about.
    ReportKind {
        /// An assessment.
        Assessment,
        /// An audit.
        Audit,
        /// The rectification ledger.
        Ledger,
        /// An incident.
        Incident,
        /// A fallback plan, as a card to be hung up.
        FallbackCard,
        /// A drill.
        Drill,
        /// Everything at a glance.
        Overview,
        /// The analysis of decision records.
        Decisions,
        /// An assessment beside the one before it.
        Comparison,
    }
}

/// In which language a report is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum ReportLocale {
    /// English.
    #[serde(rename = "en")]
    En,
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// Both side by side, Chinese at the left.
    #[serde(rename = "both")]
    Both,
}

impl ReportLocale {
    /// Returns its languages; the first leads.
    #[must_use]
    pub const fn locales(self) -> &'static [Locale] {
        match self {
            Self::En => &[Locale::En],
            Self::ZhCn => &[Locale::ZhCn],
            Self::Both => &[Locale::ZhCn, Locale::En],
        }
    }

    /// Returns the language in which it speaks where there is room for one.
    #[must_use]
    pub const fn lead(self) -> Locale {
        self.locales()[0]
    }
}

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(
    rename_all = "snake_case",
    tag = "kind",
    content = "id",
    deny_unknown_fields
)]
pub enum ReportSubject {
    /// An assessment.
    Assessment(AssessmentId),
    /// An audit.
    Audit(AuditId),
    /// The rectification ledger of one AI system, or of all.
    Ledger(Option<SystemId>),
    /// An incident.
    Incident(IncidentId),
    /// The last version of a fallback plan.
    FallbackCard(FallbackPlanId),
    /// A drill.
    Drill(DrillId),
    /// The whole organisation.
    Overview,
    /// The decision records of an AI system.
    Decisions(SystemId),
    /// An assessment and the one before it.
    Comparison(AssessmentId),
}

impl ReportSubject {
    /// Returns its kind.
    #[must_use]
    pub const fn kind(self) -> ReportKind {
        match self {
            Self::Assessment(_) => ReportKind::Assessment,
            Self::Audit(_) => ReportKind::Audit,
            Self::Ledger(_) => ReportKind::Ledger,
            Self::Incident(_) => ReportKind::Incident,
            Self::FallbackCard(_) => ReportKind::FallbackCard,
            Self::Drill(_) => ReportKind::Drill,
            Self::Overview => ReportKind::Overview,
            Self::Decisions(_) => ReportKind::Decisions,
            Self::Comparison(_) => ReportKind::Comparison,
        }
    }

    /// Returns the id of the thing; nothing for what concerns the whole organisation.
    #[must_use]
    pub fn id(self) -> Option<Uuid> {
        match self {
            Self::Assessment(id) | Self::Comparison(id) => Some(id.uuid()),
            Self::Audit(id) => Some(id.uuid()),
            Self::Ledger(id) => id.map(SystemId::uuid),
            Self::Incident(id) => Some(id.uuid()),
            Self::FallbackCard(id) => Some(id.uuid()),
            Self::Drill(id) => Some(id.uuid()),
            Self::Decisions(id) => Some(id.uuid()),
            Self::Overview => None,
        }
    }

    /// Puts a kind and an id together again; nothing when the kind needs an id and there is none.
    #[must_use]
    pub fn of(kind: ReportKind, id: Option<Uuid>) -> Option<Self> {
        Some(match kind {
            ReportKind::Assessment => Self::Assessment(AssessmentId::new(id?)),
            ReportKind::Audit => Self::Audit(AuditId::new(id?)),
            ReportKind::Ledger => Self::Ledger(id.map(SystemId::new)),
            ReportKind::Incident => Self::Incident(IncidentId::new(id?)),
            ReportKind::FallbackCard => Self::FallbackCard(FallbackPlanId::new(id?)),
            ReportKind::Drill => Self::Drill(DrillId::new(id?)),
            ReportKind::Overview => Self::Overview,
            ReportKind::Decisions => Self::Decisions(SystemId::new(id?)),
            ReportKind::Comparison => Self::Comparison(AssessmentId::new(id?)),
        })
    }
}

wire_enum! {
    /// Where a report stands.
    ReportState {
        /// Made, not signed by anybody.
        Unsigned,
        /// Signed by some of the expected signers.
        PartlySigned,
        /// Signed by all of them.
        Signed,
        /// Replaced by a newer report about the same thing.
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
    /// What it is about.
    pub subject: ReportSubject,
    /// The name of that, as lists show it.
    pub about: String,
    /// Number among the reports about the same thing, from 1.
    pub number: u32,
    /// Language of the pages.
    pub locale: ReportLocale,
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
