//! The workspace's own facts: the organisation, its marking of papers, its time zone.

use crate::id::WorkspaceId;
use crate::locale::Locale;
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// The paper on which reports are set.
    #[derive(Default)]
    PaperSize {
        /// 210 by 297 millimetres.
        #[default]
        A4,
        /// 8.5 by 11 inches.
        Letter,
    }
}

impl PaperSize {
    /// Tells whether it is A4, which facts leave unsaid as those did that knew no other.
    #[must_use]
    pub fn is_a4(&self) -> bool {
        *self == Self::A4
    }
}

/// The marking that every report and export carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Marking {
    /// Classification, such as "internal"; state secrets must not be entered.
    pub classification: String,
    /// Who may see the paper.
    pub circulation: String,
    /// Prefix of the document number; the report's own number follows it.
    pub document_number: String,
    /// The order, plan or rule on which the paper is based.
    pub basis: String,
}

/// What a person sets for the whole workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkspaceSettings {
    /// Name of the organisation, never empty.
    pub organisation: String,
    /// Department or unit that keeps the workspace, may be empty.
    pub unit: String,
    /// Language in which reports are proposed.
    pub locale: Locale,
    /// IANA name of the time zone in which times are printed.
    pub time_zone: String,
    /// Marking of reports and exports.
    pub marking: Marking,
    /// Paper on which reports are set unless something else is asked for.
    #[serde(default)]
    pub paper: PaperSize,
}

/// What is set about persons in decision records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrivacySettings {
    /// Whether names of reviewers are kept beside their pseudonyms, readable by administrators alone.
    pub keep_names: bool,
    /// For how many months the texts of decision records are kept; nothing keeps them for good.
    pub retention_months: Option<u32>,
}

impl PrivacySettings {
    /// The longest period, a hundred years.
    pub const MOST_MONTHS: u32 = 1_200;
}

/// The organisation's logo as covers show it: a small PNG on white, in Base64.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(transparent)]
pub struct Logo(pub String);

/// The workspace itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Workspace {
    /// Which workspace.
    pub id: WorkspaceId,
    /// What is set for it.
    pub settings: WorkspaceSettings,
    /// The organisation's logo, if it has given one.
    pub logo: Option<Logo>,
    /// Whether it is the teaching sample.
    pub sample: bool,
}
