//! An incident: a real failure or near miss of an AI system.

use crate::id::{IncidentId, SystemId};
use crate::person::Act;
use crate::system::wire_enum;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// Whether harm was done.
    IncidentKind {
        /// It happened.
        Event,
        /// It nearly happened.
        NearMiss,
    }
}

/// A real failure or near miss of an AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Incident {
    /// Which incident.
    pub id: IncidentId,
    /// Of which AI system.
    pub system: SystemId,
    /// Event or near miss.
    pub kind: IncidentKind,
    /// When it began.
    pub occurred_at: Timestamp,
    /// What happened and what it did.
    pub effect: String,
    /// What was done about it.
    pub response: String,
    /// When it was reported, if it was.
    pub reported_at: Option<Timestamp>,
    /// To whom, and under which receipt.
    pub reported_to: String,
    /// Who recorded it, and when.
    pub recorded: Act,
}
