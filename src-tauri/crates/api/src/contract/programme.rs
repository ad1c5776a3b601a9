//! The programme of recurring checks.

pub use assay_domain::cadence::{Cadence, CadenceUnit};
pub use assay_domain::programme::{
    Check, CheckKind, CheckResult, Exception, Occurrence, OccurrenceState, Pause, Plan, PlanFacts,
    Term,
};

use assay_domain::id::{PlanId, SystemId};
use assay_domain::time::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One due date with its plan and its AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DueCheck {
    /// By which plan.
    pub plan: PlanId,
    /// Name of the plan; may be empty.
    pub plan_name: String,
    /// What is checked.
    pub kind: CheckKind,
    /// Of which AI system.
    pub system: SystemId,
    /// Its name.
    pub system_name: String,
    /// The due date and what became of it.
    pub occurrence: Occurrence,
}

/// Where one AI system of a plan stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanSystem {
    /// Which AI system.
    pub system: SystemId,
    /// Its name.
    pub name: String,
    /// What waits for a check next; nothing while the plan is paused or the system is retired.
    pub next: Option<Occurrence>,
    /// How many checks were missed.
    pub missed: u32,
    /// The check that was carried out last.
    pub last: Option<Check>,
}

/// A plan with its AI systems.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckPlanRow {
    /// The plan.
    pub plan: Plan,
    /// Whether it is paused.
    pub paused: bool,
    /// Its AI systems by name.
    pub systems: Vec<PlanSystem>,
}

/// The whole programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Programme {
    /// Today in the workspace's time zone.
    pub today: Date,
    /// Every plan, in the order in which they were made.
    pub plans: Vec<CheckPlanRow>,
    /// What is due within thirty days or overdue, the earliest first.
    pub due: Vec<DueCheck>,
    /// What was missed, the latest first; it stays.
    pub missed: Vec<DueCheck>,
    /// Months between system audits that we propose, by application tier 1 to 5; ours.
    pub audit_interval_months: [u16; 5],
}

/// Asks which cadence a plan should have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanPropose {
    /// For which AI systems.
    pub systems: Vec<SystemId>,
    /// How often, where that is known; nothing proposes it from the tier.
    #[serde(default)]
    pub cadence: Option<Cadence>,
}

/// A proposed cadence with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanProposal {
    /// The highest application tier of the systems; nothing when none is assessed.
    pub tier: Option<u8>,
    /// The cadence for that tier; for the lowest when none is assessed.
    pub cadence: Cadence,
    /// The first due date: one interval from today.
    pub first: Date,
}

/// Asks for one plan with every due date so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanGet {
    /// Which.
    pub id: PlanId,
}

/// The due dates of one AI system by a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanDates {
    /// Which AI system.
    pub system: SystemId,
    /// Its name.
    pub name: String,
    /// Every due date so far and the ones ahead, the earliest first.
    pub dates: Vec<Occurrence>,
}

/// A plan with every due date so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanDetail {
    /// The plan.
    pub row: CheckPlanRow,
    /// The due dates by AI system, those of former members of the group among them.
    pub dates: Vec<PlanDates>,
    /// Today in the workspace's time zone.
    pub today: Date,
}

/// Adds a plan, or changes what one says from tomorrow on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanSave {
    /// Which plan; nothing adds one.
    pub id: Option<PlanId>,
    /// The revision that was looked at; 0 when it is added.
    pub revision: u32,
    /// What is checked; a plan keeps its kind.
    pub kind: CheckKind,
    /// What it says.
    pub facts: PlanFacts,
}

/// Skips one due date of a plan, or moves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanExcept {
    /// Which plan.
    pub id: PlanId,
    /// The revision that was looked at.
    pub revision: u32,
    /// The due date as the cadence gives it.
    pub due: Date,
    /// The day it is moved to; nothing skips it.
    pub moved_to: Option<Date>,
    /// Why, never empty.
    pub reason: String,
}

/// Pauses a plan after today, or lets it go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanPause {
    /// Which plan.
    pub id: PlanId,
    /// The revision that was looked at.
    pub revision: u32,
    /// Whether it is to be paused.
    pub paused: bool,
    /// Why; may be empty when it goes on.
    pub reason: String,
}

/// Records a check that was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckRecord {
    /// Of which AI system.
    pub system: SystemId,
    /// What was checked.
    pub kind: CheckKind,
    /// On which day.
    pub on: Date,
    /// What it came to.
    pub result: CheckResult,
    /// A note, may be empty.
    pub note: String,
}
