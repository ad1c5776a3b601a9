//! Evidence: a file or a reference, what it shows, and the standing it gives to an answer.

use crate::id::EvidenceId;
use crate::person::Act;
use crate::time::Date;
use serde::{Deserialize, Serialize};

/// How well something is evidenced, rising. The method caps what a claim may earn by it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// A bare claim.
    #[default]
    None,
    /// Something is attached.
    Attached,
    /// What is attached is current and comes from somebody independent.
    CurrentIndependent,
}

impl Standing {
    /// Every standing, rising.
    pub const ALL: [Self; 3] = [Self::None, Self::Attached, Self::CurrentIndependent];
}

/// What stands behind a piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind",
    deny_unknown_fields
)]
pub enum EvidenceSource {
    /// A file, sealed by its digest.
    File {
        /// SHA-256 of the content, lower-case hexadecimal.
        sha256: String,
        /// Length in bytes.
        #[cfg_attr(feature = "contract", ts(type = "number"))]
        size: u64,
        /// Whether the workspace keeps the content, or its digest only.
        content_kept: bool,
    },
    /// A place where the evidence is kept, such as a register number or a room.
    Reference {
        /// Where to find it.
        locator: String,
    },
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Evidence {
    /// Which piece.
    pub id: EvidenceId,
    /// File name or title.
    pub name: String,
    /// What stands behind it.
    pub source: EvidenceSource,
    /// What it shows, in the words of the person who added it.
    pub shows: String,
    /// The date the evidence itself bears.
    pub dated: Option<Date>,
    /// The standing it gives: attached, or current and independent; never none.
    pub standing: Standing,
    /// Who added it, and when.
    pub added: Act,
}

/// Returns the standing that pieces of evidence give together: that of the best one, none without any.
#[must_use]
pub fn best_standing<'a>(pieces: impl IntoIterator<Item = &'a Evidence>) -> Standing {
    pieces
        .into_iter()
        .map(|piece| piece.standing)
        .max()
        .unwrap_or(Standing::None)
}
