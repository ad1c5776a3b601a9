//! The frozen state of one incident.

use super::Head;
use crate::action::Action;
use crate::duty::DutyClock;
use crate::evidence::Evidence;
use crate::incident::{Incident, IncidentReport, IncidentVersion};
use crate::system::SystemFacts;
use serde::{Deserialize, Serialize};

/// The schema that the facts of an incident follow.
pub const SCHEMA: &str = "assay-facts-incident/1";

/// The frozen state of one incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrozenIncident {
    /// What is said about the report itself.
    pub head: Head,
    /// The AI system.
    pub system: SystemFacts,
    /// The incident as it stands.
    pub incident: Incident,
    /// Its reporting duties as they stood at the moment of the facts, the most urgent first.
    pub clocks: Vec<DutyClock>,
    /// Its reports in the order in which they were recorded, replaced ones among them.
    pub reports: Vec<IncidentReport>,
    /// Its versions, the first one first.
    pub versions: Vec<IncidentVersion>,
    /// The actions that answer to it.
    pub actions: Vec<Action>,
    /// The evidence attached to it.
    pub evidence: Vec<Evidence>,
}
