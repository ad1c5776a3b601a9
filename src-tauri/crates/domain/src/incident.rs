//! An incident: a real failure or near miss of an AI system, what was done about it, and to whom it
//! was reported.
//!
//! An incident is never deleted. What is said about it is corrected by a new version; the one before
//! is kept.

mod check;
mod step;

pub use check::{Refusal, check, check_report};
pub use step::{IncidentStep, may_correct, take};

use crate::duty::Duty;
use crate::id::{EvidenceId, IncidentId, IncidentReportId, SystemId};
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

wire_enum! {
    /// How grave an incident is, in the four grades of the Chinese rules on reporting incidents.
    IncidentSeverity {
        /// General (一般).
        General,
        /// Considerable (较大).
        Considerable,
        /// Major (重大).
        Major,
        /// Extremely serious (特别重大).
        ExtremelySerious,
    }
}

wire_enum! {
    /// How far an incident is.
    IncidentState {
        /// Being dealt with.
        Open,
        /// Over: it is said what was done, and work is restored.
        Handled,
        /// Every reporting duty is answered, cause and lessons are stated.
        Closed,
    }
}

wire_enum! {
    /// A moment of an incident, in the order in which they follow each other.
    IncidentMoment {
        /// It began.
        Occurred,
        /// Somebody noticed.
        Noticed,
        /// Somebody decided to switch to human work.
        Decided,
        /// Human work was running.
        ManualRunning,
        /// The AI system was back, or its work was given up for good.
        Restored,
    }
}

wire_enum! {
    /// The field of an incident or of a report that a refusal, or a change between versions, is about.
    IncidentField {
        /// Kind.
        Kind,
        /// Severity.
        Severity,
        /// Title.
        Title,
        /// Decision point.
        DecisionPoint,
        /// When it began.
        OccurredAt,
        /// When it was noticed.
        NoticedAt,
        /// When switching was decided.
        DecidedAt,
        /// When human work was running.
        ManualAt,
        /// When it was restored.
        RestoredAt,
        /// What it did.
        Effect,
        /// People affected.
        People,
        /// Cases affected.
        Cases,
        /// Harm.
        Harm,
        /// What was done.
        Response,
        /// Cause.
        Cause,
        /// Lessons.
        Lessons,
        /// Evidence.
        Evidence,
        /// To whom it was reported.
        Recipient,
        /// When it was reported.
        ReportedAt,
        /// Who reported it.
        Reporter,
        /// Receipt.
        Receipt,
        /// Note, or why no report is due.
        Note,
    }
}

/// What a person says about an incident; the part that a form edits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentFacts {
    /// Of which AI system.
    pub system: SystemId,
    /// Event or near miss.
    pub kind: IncidentKind,
    /// How grave; nothing while nobody has judged it, and then every clock counts.
    pub severity: Option<IncidentSeverity>,
    /// What it is called, never empty.
    pub title: String,
    /// The decision point; empty for the system as a whole.
    pub decision_point: String,
    /// When it began.
    pub occurred_at: Timestamp,
    /// When somebody noticed.
    pub noticed_at: Timestamp,
    /// When somebody decided to switch to human work.
    pub decided_at: Option<Timestamp>,
    /// When human work was running.
    pub manual_at: Option<Timestamp>,
    /// When the AI system was back, or its work was given up for good.
    pub restored_at: Option<Timestamp>,
    /// What happened and what it did.
    pub effect: String,
    /// How many people were affected, if known.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub people: Option<u64>,
    /// How many cases were affected, if known.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
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

impl IncidentFacts {
    /// The largest number of people or cases, so that stored numbers hold.
    pub const MOST: u64 = 1_000_000_000_000;

    /// Returns when a moment was, if it is known.
    #[must_use]
    pub const fn moment(&self, moment: IncidentMoment) -> Option<Timestamp> {
        match moment {
            IncidentMoment::Occurred => Some(self.occurred_at),
            IncidentMoment::Noticed => Some(self.noticed_at),
            IncidentMoment::Decided => self.decided_at,
            IncidentMoment::ManualRunning => self.manual_at,
            IncidentMoment::Restored => self.restored_at,
        }
    }

    /// Returns the fields in which another version says something else, in the order of the form.
    #[must_use]
    pub fn changed(&self, other: &Self) -> Vec<IncidentField> {
        use IncidentField as Field;
        [
            (Field::Kind, self.kind == other.kind),
            (Field::Severity, self.severity == other.severity),
            (Field::Title, self.title == other.title),
            (
                Field::DecisionPoint,
                self.decision_point == other.decision_point,
            ),
            (Field::OccurredAt, self.occurred_at == other.occurred_at),
            (Field::NoticedAt, self.noticed_at == other.noticed_at),
            (Field::DecidedAt, self.decided_at == other.decided_at),
            (Field::ManualAt, self.manual_at == other.manual_at),
            (Field::RestoredAt, self.restored_at == other.restored_at),
            (Field::Effect, self.effect == other.effect),
            (Field::People, self.people == other.people),
            (Field::Cases, self.cases == other.cases),
            (Field::Harm, self.harm == other.harm),
            (Field::Response, self.response == other.response),
            (Field::Cause, self.cause == other.cause),
            (Field::Lessons, self.lessons == other.lessons),
            (Field::Evidence, self.evidence == other.evidence),
        ]
        .into_iter()
        .filter_map(|(field, same)| (!same).then_some(field))
        .collect()
    }
}

/// A real failure or near miss of an AI system, as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Incident {
    /// Which incident.
    pub id: IncidentId,
    /// What is said about it.
    pub facts: IncidentFacts,
    /// How far it is.
    pub state: IncidentState,
    /// Counts its saved changes from 1, so that a stale write is noticed.
    pub revision: u32,
    /// Who recorded it, and when.
    pub recorded: Act,
    /// Who changed it last, and when.
    pub changed: Act,
}

/// What was said about an incident at one of its revisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentVersion {
    /// Which revision.
    pub revision: u32,
    /// What was said.
    pub facts: IncidentFacts,
    /// How far the incident was.
    pub state: IncidentState,
    /// Why it was opened again; empty otherwise.
    pub reason: String,
    /// Who changed it, and when.
    pub changed: Act,
}

wire_enum! {
    /// What an entry about reporting says.
    IncidentReportKind {
        /// A report was made.
        Made,
        /// A duty does not ask for one here, for a stated reason.
        NotDue,
    }
}

/// What a person says about a report of an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentReportFacts {
    /// Made, or not due.
    pub kind: IncidentReportKind,
    /// To whom; never empty.
    pub recipient: String,
    /// When it was made; nothing when none is due.
    pub reported_at: Option<Timestamp>,
    /// Who reported: a name or a post; empty when none is due.
    pub reporter: String,
    /// Number of the receipt; empty while none has come.
    pub receipt: String,
    /// Note, or why no report is due.
    pub note: String,
}

/// A report of an incident, or the statement that a duty does not ask for one.
///
/// Never edited: another one supersedes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentReport {
    /// Which report.
    pub id: IncidentReportId,
    /// Of which incident.
    pub incident: IncidentId,
    /// The duty that it answers, as it stood then; nothing for a report that no duty asks for.
    pub duty: Option<Duty>,
    /// What is said about it.
    pub facts: IncidentReportFacts,
    /// The report that this one replaces.
    pub supersedes: Option<IncidentReportId>,
    /// Who recorded it, and when.
    pub recorded: Act,
}
