//! A measure: one of the 21 countermeasures, as in place at the supplier or at us.

use crate::id::{ControlId, EvidenceId};
use crate::person::Act;
use serde::{Deserialize, Serialize};

/// How far one countermeasure is in place, for one assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measure {
    /// Which countermeasure of section 4.
    pub control: ControlId,
    /// 0 absent, 1 planned, 2 partial, 3 implemented, 4 verified effective; nothing while unanswered.
    pub level: Option<u8>,
    /// Note of the person who answered.
    pub note: String,
    /// Evidence attached to it.
    pub evidence: Vec<EvidenceId>,
    /// Who saved it last, and when.
    pub saved: Act,
    /// Counts its saved changes from 1, so that a stale write is noticed.
    pub revision: u32,
}
