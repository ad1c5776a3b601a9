//! An audit: a planned, recurring check of one AI system.

pub use crate::finding::{Finding, FindingState, Severity};

use crate::id::{AuditId, SystemId};
use crate::person::Act;
use crate::system::wire_enum;
use crate::time::{Date, Period};
use serde::{Deserialize, Serialize};

wire_enum! {
    /// Where an audit stands.
    AuditState {
        /// Planned, not begun.
        Planned,
        /// Being carried out.
        Running,
        /// Closed; final.
        Closed,
    }
}

/// An audit of one AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Audit {
    /// Which audit.
    pub id: AuditId,
    /// Of which AI system.
    pub system: SystemId,
    /// What it looks back on.
    pub period: Period,
    /// When it is due.
    pub due: Date,
    /// Where it stands.
    pub state: AuditState,
    /// Who closed it, and when.
    pub closed: Option<Act>,
}
