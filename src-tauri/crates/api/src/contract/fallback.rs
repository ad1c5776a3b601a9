//! Fallback plans, authorisation matrices and stop tests.

pub use assay_domain::authorisation::{
    Authorisation, AuthorisationGap, AuthorisationMatrix, ComparedAction, MatrixChange, Permission,
    StopResult, StopTest, StopTestFacts,
};
pub use assay_domain::fallback::{FallbackPlan, FallbackPlanFacts, PlanGap};

use super::drill::DrillRow;
use assay_domain::id::{DrillId, FallbackPlanId, SystemId};
use assay_domain::stats::drill::Demonstrated;
use assay_domain::volume::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What holds of an AI system's tier and the time that it allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SwitchLimit {
    /// Application tier, 1 to 5; 4 while it is not known.
    pub tier: u8,
    /// Whether an assessment says so.
    pub known: bool,
    /// Longest time from fault to manual work in minutes, by that tier; ours, editable in the plan.
    pub minutes: u32,
}

/// A version of a plan with what it comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanRow {
    /// The version.
    pub plan: FallbackPlan,
    /// What it lacks.
    pub gaps: Vec<PlanGap>,
    /// By how many cases an hour people fall short of the load.
    pub shortfall: Option<Decimal>,
    /// Longest time from fault to manual work in minutes: the plan's own, else the tier's.
    pub limit_minutes: u32,
    /// Who wrote it.
    pub saved_by: String,
    /// Who approved it, if somebody did.
    pub approved_by: Option<String>,
}

/// An AI system with its plans, drills, matrix and stop tests.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FallbackRow {
    /// Which AI system.
    pub system: SystemId,
    /// Its name.
    pub system_name: String,
    /// The organisation's own number of it, may be empty.
    pub reference: String,
    /// Its decision points.
    pub decision_points: Vec<String>,
    /// Its tier and the time that it allows.
    pub limit: SwitchLimit,
    /// The last version of each plan.
    pub plans: Vec<PlanRow>,
    /// A drill that is running.
    pub running: Option<DrillId>,
    /// The latest drill that began.
    pub last_drill: Option<DrillRow>,
    /// What the drills show, each against the time that held when it began.
    pub demonstrated: Option<Demonstrated>,
    /// Whether a drill was finished in the twelve months up to today.
    pub drill_within_year: bool,
    /// The last version of its matrix, if there is one.
    pub matrix_version: Option<u32>,
    /// Whether that version is approved.
    pub matrix_approved: bool,
    /// How many of its actions lack something.
    pub matrix_gaps: u32,
    /// The latest stop test.
    pub last_stop_test: Option<StopTest>,
}

/// Every AI system in use, with what is known of its fallback.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FallbackRows {
    /// By name.
    pub systems: Vec<FallbackRow>,
    /// Drills recorded without a passphrase, of which nobody has said yet which AI system was meant.
    pub unassigned: Vec<DrillRow>,
}

/// Asks for a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FallbackPlanGet {
    /// Which plan.
    pub id: FallbackPlanId,
}

/// A plan with all its versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FallbackPlanDetail {
    /// Name of the AI system.
    pub system_name: String,
    /// Its decision points.
    pub decision_points: Vec<String>,
    /// Its tier and the time that it allows.
    pub limit: SwitchLimit,
    /// The last one first.
    pub versions: Vec<PlanRow>,
}

/// Writes the next version of a plan, or the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FallbackPlanSave {
    /// Which plan; nothing begins one.
    pub id: Option<FallbackPlanId>,
    /// The version that was read and changed; nothing for a new plan.
    pub version: Option<u32>,
    /// What it says.
    pub facts: FallbackPlanFacts,
}

/// Approves the last version of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FallbackPlanApprove {
    /// Which plan.
    pub id: FallbackPlanId,
    /// The version that was read.
    pub version: u32,
}

/// Asks for the matrix of an AI system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuthorisationGet {
    /// Which AI system.
    pub system: SystemId,
}

/// What an action of the last version lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActionGaps {
    /// Which action.
    pub action: String,
    /// What it lacks.
    pub gaps: Vec<AuthorisationGap>,
}

/// A version of a matrix with who wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MatrixRow {
    /// The version.
    pub matrix: AuthorisationMatrix,
    /// Who wrote it.
    pub saved_by: String,
    /// Who approved it, if somebody did.
    pub approved_by: Option<String>,
}

/// The matrix of an AI system with all its versions and its stop tests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuthorisationDetail {
    /// Which AI system.
    pub system: SystemId,
    /// Its name.
    pub system_name: String,
    /// The last one first; empty while there is none.
    pub versions: Vec<MatrixRow>,
    /// The approved version with which the last one is compared: the one approved before it.
    pub compared_with: Option<u32>,
    /// The comparison, action by action.
    pub compared: Vec<ComparedAction>,
    /// What actions of the last version lack today.
    pub gaps: Vec<ActionGaps>,
    /// Stop tests, the latest first.
    pub stop_tests: Vec<StopTest>,
}

/// Writes the next version of a matrix, or the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuthorisationSave {
    /// Of which AI system.
    pub system: SystemId,
    /// The version that was read and changed; 0 where there was none.
    pub version: u32,
    /// What it allows and forbids.
    pub actions: Vec<Authorisation>,
    /// What the version changes, in words; may be empty.
    pub note: String,
}

/// Approves the last version of a matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuthorisationApprove {
    /// Of which AI system.
    pub system: SystemId,
    /// The version that was read.
    pub version: u32,
}

/// Records a stop test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StopTestAdd {
    /// What is said about it.
    pub facts: StopTestFacts,
}
