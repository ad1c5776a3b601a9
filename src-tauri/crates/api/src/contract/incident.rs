//! Incidents, their reports, and reporting duties.

pub use assay_domain::duty::{
    ClockState, Duty, DutyClock, DutyFacts, DutyOrigin, Within, WithinUnit,
};
pub use assay_domain::incident::{
    Incident, IncidentFacts, IncidentField, IncidentKind, IncidentMoment, IncidentReport,
    IncidentReportFacts, IncidentReportKind, IncidentSeverity, IncidentState, IncidentStep,
};

use super::{Action, EvidenceNew};
use assay_domain::evidence::Evidence;
use assay_domain::id::{DutyId, EvidenceId, IncidentId, IncidentReportId, SystemId};
use assay_domain::time::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person enters about an incident. A field that is left out of a request is empty.
///
/// Times are RFC 3339 text with their offset, or a local date and time such as `2026-11-24T18:45`,
/// which counts in the workspace's time zone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct IncidentEntry {
    /// Of which AI system; required, and never changed afterwards.
    pub system: Option<SystemId>,
    /// Event or near miss; required.
    pub kind: Option<IncidentKind>,
    /// How grave; nothing while nobody has judged it.
    pub severity: Option<IncidentSeverity>,
    /// What it is called; required.
    pub title: String,
    /// The decision point.
    pub decision_point: String,
    /// When it began; required.
    pub occurred_at: Option<String>,
    /// When somebody noticed; nothing means when it began.
    pub noticed_at: Option<String>,
    /// When somebody decided to switch to human work.
    pub decided_at: Option<String>,
    /// When human work was running.
    pub manual_at: Option<String>,
    /// When the AI system was back, or its work was given up for good.
    pub restored_at: Option<String>,
    /// What happened and what it did.
    pub effect: String,
    /// How many people were affected, if known.
    #[ts(type = "number | null")]
    pub people: Option<u64>,
    /// How many cases were affected, if known.
    #[ts(type = "number | null")]
    pub cases: Option<u64>,
    /// The harm that was done, 0 none to 4 worst.
    pub harm: Option<u8>,
    /// What was done about it.
    pub response: String,
    /// What caused it.
    pub cause: String,
    /// What was learnt.
    pub lessons: String,
    /// Evidence of the workspace that supports it.
    pub evidence: Vec<EvidenceId>,
}

/// Records an incident, or corrects one by a new version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentSave {
    /// Which; nothing records a new one.
    pub id: Option<IncidentId>,
    /// The revision that was looked at; required for a correction.
    pub revision: Option<u32>,
    /// All that is said about it now.
    pub entry: IncidentEntry,
}

/// Takes an incident to its next state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentTake {
    /// Which.
    pub id: IncidentId,
    /// The revision that was looked at.
    pub revision: u32,
    /// Which step.
    pub step: IncidentStep,
    /// Why it is opened again; required for that step alone.
    #[serde(default)]
    pub reason: String,
}

/// Attaches a new piece of evidence to an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentEvidenceAdd {
    /// To which.
    pub id: IncidentId,
    /// The revision that was looked at.
    pub revision: u32,
    /// What is attached.
    pub piece: EvidenceNew,
}

/// Asks for one incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentGet {
    /// Which.
    pub id: IncidentId,
}

/// Asks for incidents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct IncidentList {
    /// Of one AI system; nothing means all.
    pub system: Option<SystemId>,
}

/// An incident as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentRow {
    /// The incident.
    pub incident: Incident,
    /// Name of its AI system.
    pub system_name: String,
    /// Its clocks, the most urgent first.
    pub clocks: Vec<DutyClock>,
}

/// Incidents, those that are not closed first, then the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentRows {
    /// The incidents.
    pub incidents: Vec<IncidentRow>,
    /// The moment at which the clocks were read.
    pub now: Timestamp,
}

/// A report as the page of an incident shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentReportRow {
    /// The report.
    pub report: IncidentReport,
    /// Whether another one replaced it.
    pub superseded: bool,
    /// Who recorded it, as printed; empty when the person is no longer known.
    pub person: String,
}

/// A version of an incident as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentVersionRow {
    /// Which revision.
    pub revision: u32,
    /// How far the incident was.
    pub state: IncidentState,
    /// Why it was opened again; empty otherwise.
    pub reason: String,
    /// In which fields it says something else than the version before.
    pub changed: Vec<IncidentField>,
    /// When.
    pub at: Timestamp,
    /// Who, as printed; empty when the person is no longer known.
    pub person: String,
}

/// One incident with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentDetail {
    /// The incident.
    pub incident: Incident,
    /// Name of its AI system.
    pub system_name: String,
    /// Whether nobody said if the system belongs to critical information infrastructure, for which
    /// shorter times count.
    pub infrastructure_unknown: bool,
    /// Its clocks, the most urgent first.
    pub clocks: Vec<DutyClock>,
    /// The moment at which the clocks were read.
    pub now: Timestamp,
    /// Its reports in the order in which they were recorded.
    pub reports: Vec<IncidentReportRow>,
    /// Its versions, the first one first.
    pub versions: Vec<IncidentVersionRow>,
    /// The actions that answer to it.
    pub actions: Vec<Action>,
    /// The evidence attached to it.
    pub evidence: Vec<Evidence>,
}

/// What a person enters about a report. A field that is left out of a request is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct IncidentReportEntry {
    /// Made, or not due; nothing means made.
    pub kind: Option<IncidentReportKind>,
    /// To whom; empty takes the duty's recipient in the workspace's language.
    pub recipient: String,
    /// When it was made, in the forms of an incident's times; nothing means now.
    pub reported_at: Option<String>,
    /// Who reported: a name or a post; empty takes the person who records it.
    pub reporter: String,
    /// Number of the receipt; empty while none has come.
    pub receipt: String,
    /// Note, or why no report is due.
    pub note: String,
}

/// Records that an incident was reported, or why a duty asks for no report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentReportAdd {
    /// Which incident.
    pub incident: IncidentId,
    /// The duty that it answers; nothing for a report that no duty asks for.
    #[serde(default)]
    pub duty: Option<DutyId>,
    /// The report that it replaces.
    #[serde(default)]
    pub supersedes: Option<IncidentReportId>,
    /// What is said about it.
    pub entry: IncidentReportEntry,
}

/// A duty as the table shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DutyRow {
    /// The duty.
    pub duty: Duty,
    /// What the table that comes with the program says, where the organisation changed it.
    pub bundled: Option<DutyFacts>,
    /// Who changed it last, as printed; empty when nobody did.
    pub person: String,
}

/// The table of duties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DutyRows {
    /// Those that come with the program, then the organisation's own.
    pub duties: Vec<DutyRow>,
}

/// Changes a duty, switches it on or off, or adds one of the organisation's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DutySave {
    /// Which; nothing adds one.
    pub id: Option<DutyId>,
    /// The revision that was looked at; 0 for one that was never changed, and for a new one.
    pub revision: u32,
    /// All that is said about it now; a text with one side counts in both languages.
    pub facts: DutyFacts,
}

/// A clock that runs or is overdue, as the overview shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DueClock {
    /// Of which incident.
    pub incident: IncidentId,
    /// What it is called.
    pub title: String,
    /// Name of its AI system.
    pub system_name: String,
    /// The clock.
    pub clock: DutyClock,
}
