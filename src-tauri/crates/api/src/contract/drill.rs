//! Drills: planned, recorded step by step, and recorded without a passphrase.

pub use assay_domain::drill::{
    ClockJump, ClockReading, DrillCourse, DrillEvent, DrillFacts, DrillMark, DrillState, DrillStep,
    DrillVerdict, FallbackDrill, MarkTime, PlanVersion, TimeSource,
};
pub use assay_domain::stats::drill::Demonstrated;

use super::EvidenceNew;
use super::fallback::{FallbackPlanFacts, SwitchLimit};
use assay_domain::evidence::Evidence;
use assay_domain::id::{DrillId, EvidenceId, SystemId};
use assay_domain::time::{Date, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for drills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillList {
    /// Of one AI system; nothing means all.
    pub system: Option<SystemId>,
}

/// A drill as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillRow {
    /// Which drill.
    pub id: DrillId,
    /// Of which AI system, if it is known.
    pub system: Option<SystemId>,
    /// Name of the AI system, or how it was named without a passphrase.
    pub system_name: String,
    /// At which decision point; empty for the system as a whole.
    pub decision_point: String,
    /// Where it stands.
    pub state: DrillState,
    /// When it began.
    pub begun_at: Option<Timestamp>,
    /// The day for which it is planned.
    pub planned_for: Option<Date>,
    /// Whether those who take part were told before.
    pub announced: bool,
    /// Milliseconds from fault to manual work.
    #[ts(type = "number | null")]
    pub manual_after_ms: Option<u64>,
    /// What that time rests on.
    pub source: TimeSource,
    /// Longest time in minutes, as it held when the drill began.
    pub limit_minutes: Option<u32>,
    /// How it compares with that time.
    pub verdict: DrillVerdict,
    /// The largest backlog.
    pub backlog_peak: Option<u32>,
    /// Errors.
    pub errors: Option<u32>,
}

/// Drills, the latest first, and what they show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillRows {
    /// The latest first.
    pub drills: Vec<DrillRow>,
    /// What they show, each against the time that held when it began.
    pub demonstrated: Option<Demonstrated>,
}

/// Asks for a drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillGet {
    /// Which drill.
    pub id: DrillId,
}

/// Where a drill stands at the moment of the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillNow {
    /// The time of day.
    pub at: Timestamp,
    /// Milliseconds since the fault; nothing before it.
    #[ts(type = "number | null")]
    pub elapsed_ms: Option<u64>,
    /// What that time rests on.
    pub source: TimeSource,
}

/// A drill with what it comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillDetail {
    /// The drill.
    pub drill: FallbackDrill,
    /// Name of the AI system, or how it was named without a passphrase.
    pub system_name: String,
    /// What its steps come to.
    pub course: DrillCourse,
    /// Where it stands now.
    pub now: DrillNow,
    /// Tier of the AI system and the time that it allows.
    pub limit: SwitchLimit,
    /// Longest time in minutes that counts for this drill.
    pub limit_minutes: u32,
    /// How it compares with that time.
    pub verdict: DrillVerdict,
    /// The plan that is rehearsed, as it was then.
    pub plan: Option<FallbackPlanFacts>,
    /// What the earlier drills of the AI system show.
    pub past: Option<Demonstrated>,
    /// The drill before this one.
    pub last: Option<DrillRow>,
    /// Evidence of how it went, oldest first.
    pub evidence: Vec<Evidence>,
}

/// Attaches a new piece of evidence to a drill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillEvidenceAdd {
    /// To which.
    pub id: DrillId,
    /// What is attached.
    pub piece: EvidenceNew,
}

/// Takes a piece of evidence off a drill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillEvidenceDetach {
    /// Off which.
    pub id: DrillId,
    /// Which piece.
    pub piece: EvidenceId,
}

/// Plans a drill, or changes one that has not begun. Of one that has, the AI system can be named where it
/// is not known yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillPlan {
    /// Which drill; nothing adds one.
    pub id: Option<DrillId>,
    /// The revision that was read; nothing for a new drill.
    pub revision: Option<u32>,
    /// What is said about it. Plan and longest time are set when it begins.
    pub facts: DrillFacts,
}

/// Records a step of a drill at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillStepAdd {
    /// Which drill.
    pub id: DrillId,
    /// What is recorded.
    pub step: DrillStep,
}

/// Begins to record a drill beside a workspace that is locked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LockedDrillBegin {
    /// Where the workspace lies.
    pub path: String,
    /// The AI system, as people call it.
    pub named: String,
    /// What is assumed to have failed, and how.
    pub scenario: String,
    /// Whether those who take part were told before.
    pub announced: bool,
    /// Who observes.
    pub observers: String,
}

/// Asks what was recorded beside a workspace that is locked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LockedDrillGet {
    /// Where the workspace lies.
    pub path: String,
}

/// Goes on with a drill that was recorded before the program ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LockedDrillResume {
    /// Where the workspace lies.
    pub path: String,
    /// Which drill.
    pub drill: DrillId,
}

/// Records a step of the drill that is recorded without a passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LockedDrillStep {
    /// What is recorded.
    pub step: DrillStep,
}

/// A drill of which entries wait beside a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaitingDrill {
    /// Which drill.
    pub drill: DrillId,
    /// How many entries of it are safe.
    pub entries: u32,
}

/// The drill that is recorded without a passphrase by this run of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LockedDrill {
    /// Which drill.
    pub drill: DrillId,
    /// Beside which workspace.
    pub path: String,
    /// The AI system, as it was named; empty where an earlier run recorded it.
    pub named: String,
    /// Whether an earlier run began it, so that its earlier marks can't be read before the workspace is
    /// unlocked.
    pub resumed: bool,
    /// What this run's steps come to.
    pub course: DrillCourse,
    /// Where it stands now; before the workspace is unlocked, a drill that was gone on with counts from
    /// its first mark of this run.
    pub now: DrillNow,
    /// How many entries are safe.
    pub entries: u32,
}

/// What was recorded beside a workspace that is locked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LockedDrills {
    /// The drill that this run records.
    pub current: Option<LockedDrill>,
    /// Drills of which entries wait, the current one among them.
    pub waiting: Vec<WaitingDrill>,
}

/// What was taken in when the workspace was unlocked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakenIn {
    /// The drills.
    pub drills: Vec<DrillId>,
    /// How many entries.
    pub entries: u32,
    /// Lines of the file that were damaged; the file is kept aside.
    pub damaged: Vec<u32>,
    /// How many entries are missing between others.
    pub missing: u32,
    /// Whether all of it still waits beside the workspace, since it could not be written.
    pub waiting: bool,
}
