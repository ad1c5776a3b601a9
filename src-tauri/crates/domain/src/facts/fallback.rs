//! The frozen state of a fallback plan, printed as a card, and of a drill.

use super::Head;
use crate::drill::{DrillCourse, DrillVerdict, FallbackDrill};
use crate::fallback::{FallbackPlan, PlanGap};
use crate::stats::drill::Demonstrated;
use serde::{Deserialize, Serialize};

/// The schema that the facts of a fallback card follow.
pub const CARD_SCHEMA: &str = "assay-facts-fallback-card/1";
/// The schema that the facts of a drill follow.
pub const DRILL_SCHEMA: &str = "assay-facts-drill/1";

/// The application tier of an AI system and the time that it allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TierLimit {
    /// Application tier, 1 to 5.
    pub tier: u8,
    /// Whether an assessment says so; else it is assumed.
    pub known: bool,
    /// Longest time from fault to manual work in minutes that the tier allows; ours.
    pub minutes: u32,
}

/// The frozen state of one fallback plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrozenCard {
    /// What is said about the report itself.
    pub head: Head,
    /// Name of the AI system.
    pub system_name: String,
    /// The last version of the plan.
    pub plan: FallbackPlan,
    /// What it lacks.
    pub gaps: Vec<PlanGap>,
    /// What the application tier allows.
    pub tier: TierLimit,
    /// Longest time from fault to manual work in minutes: the plan's own, else the tier's.
    pub limit_minutes: u32,
}

/// The frozen state of one drill.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrozenDrill {
    /// What is said about the report itself.
    pub head: Head,
    /// Name of the AI system, or how it was named without a passphrase.
    pub system_name: String,
    /// The drill with every step.
    pub drill: FallbackDrill,
    /// What its steps come to.
    pub course: DrillCourse,
    /// How it compares with the longest time.
    pub verdict: DrillVerdict,
    /// Longest time in minutes that counts for this drill.
    pub limit_minutes: u32,
    /// What the application tier allows.
    pub tier: TierLimit,
    /// The version of the plan that was rehearsed.
    pub plan: Option<FallbackPlan>,
    /// What the other drills of the AI system show.
    pub past: Option<Demonstrated>,
}
