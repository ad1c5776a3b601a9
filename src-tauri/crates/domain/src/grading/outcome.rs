//! The result of a grade, in exactly the shape of the method's section 6.

use crate::evidence::Standing;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One of the four parts of which the grade is the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(
    feature = "contract",
    ts(rename = "GradePart"),
    schemars(rename = "GradePart")
)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The highest level of an applicable risk.
    WorstRisk,
    /// Many risks at a level.
    Accumulation,
    /// What the application tier alone demands.
    ContextFloor,
    /// The highest gate that fires.
    Gates,
}

impl Part {
    /// Every part, in the order of the method.
    pub const ALL: [Self; 4] = [
        Self::WorstRisk,
        Self::Accumulation,
        Self::ContextFloor,
        Self::Gates,
    ];
}

/// The four parts, 1 to 5 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(
    feature = "contract",
    ts(rename = "GradeParts"),
    schemars(rename = "GradeParts")
)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// The highest level of an applicable risk, 1 if there is none.
    pub worst_risk: u8,
    /// What many risks at a level give.
    pub accumulation: u8,
    /// What the application tier alone gives.
    pub context_floor: u8,
    /// The highest gate that fires, 1 if none does.
    pub gates: u8,
}

impl Parts {
    /// Returns one part.
    #[must_use]
    pub const fn get(&self, part: Part) -> u8 {
        match part {
            Part::WorstRisk => self.worst_risk,
            Part::Accumulation => self.accumulation,
            Part::ContextFloor => self.context_floor,
            Part::Gates => self.gates,
        }
    }

    /// Returns the grade: the largest part.
    #[must_use]
    pub fn grade(&self) -> u8 {
        Part::ALL
            .map(|part| self.get(part))
            .into_iter()
            .fold(1, u8::max)
    }
}

/// How well founded the grade is; it never changes the grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ConfidenceBand {
    /// Below the method's medium threshold.
    Low,
    /// From the medium threshold.
    Medium,
    /// From the high threshold.
    High,
}

/// The figures of one risk, in index points except for levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RiskOutcome {
    /// H, before any measure.
    pub inherent: i32,
    /// Level of H after the tier's shift.
    pub inherent_level: u8,
    /// R, what the controls take away.
    pub reduction: i32,
    /// Q = H - R.
    pub residual: i32,
    /// Q' = Q after the tier's shift.
    pub shifted: i32,
    /// Level of Q'.
    pub level: u8,
}

/// What one credit step of one control would bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(
    feature = "contract",
    ts(rename = "ControlHelp"),
    schemars(rename = "ControlHelp")
)]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// Which control.
    pub control: String,
    /// Its effective level now.
    pub from: u8,
    /// The level that the step makes its answer.
    pub to: u8,
    /// The evidence standing the step needs.
    pub evidence: Standing,
    /// The grade afterwards.
    pub grade: u8,
    /// Index points gained on the worst risk.
    pub worst: i32,
    /// Number of risks that fall by at least one level.
    pub drops: u32,
    /// Index points gained over all risks.
    pub total: i32,
}

/// A single step with the grade it leads to.
pub type GradeStep = (String, u8);

/// What single steps would do to the point grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sensitivity {
    /// Steps that lower the grade.
    pub better: Vec<GradeStep>,
    /// Steps that raise it.
    pub worse: Vec<GradeStep>,
    /// Controls whose credit step moves anything, the most helpful first.
    pub helps: Vec<Help>,
}

/// One credit step of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(
    feature = "contract",
    ts(rename = "GradePlanStep"),
    schemars(rename = "GradePlanStep")
)]
#[serde(deny_unknown_fields)]
pub struct PlanStep {
    /// Which control.
    pub control: String,
    /// Its effective level before the step.
    pub from: u8,
    /// The level that the step makes its answer.
    pub to: u8,
    /// The evidence standing the step needs.
    pub evidence: Standing,
}

/// The parts that stay above the target of a plan, with their values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Blockers {
    /// The highest level of a risk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst_risk: Option<u8>,
    /// Many risks at a level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accumulation: Option<u8>,
    /// The application tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context_floor: Option<u8>,
    /// The gates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gates: Option<u8>,
}

impl Blockers {
    /// Returns the parts that are above a target grade.
    #[must_use]
    pub fn above(parts: &Parts, target: u8) -> Self {
        let above = |part| Some(parts.get(part)).filter(|value| *value > target);
        Self {
            worst_risk: above(Part::WorstRisk),
            accumulation: above(Part::Accumulation),
            context_floor: above(Part::ContextFloor),
            gates: above(Part::Gates),
        }
    }
}

/// How to reach the next lower grade, or what stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(
    feature = "contract",
    ts(rename = "GradePlan"),
    schemars(rename = "GradePlan")
)]
#[serde(untagged, deny_unknown_fields)]
pub enum Plan {
    /// Lifting the red lines and taking the steps reaches the target.
    Reachable {
        /// The grade to reach.
        target: u8,
        /// Always true.
        reachable: bool,
        /// The crossed red lines to lift first.
        clear: Vec<String>,
        /// The credit steps, in the order in which they were chosen.
        steps: Vec<PlanStep>,
    },
    /// No control can bring the target about; what remains is scope, autonomy or scale.
    OutOfReach {
        /// The grade that was asked for.
        target: u8,
        /// Always false.
        reachable: bool,
        /// The crossed red lines that are taken as lifted.
        clear: Vec<String>,
        /// The best grade that controls can reach.
        best: u8,
        /// The parts above the target in that best state.
        blockers: Blockers,
        /// The risks whose level is above the target in that best state.
        risks: Vec<String>,
    },
}

/// The whole result of a grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Id and version of the method.
    pub method: String,
    /// Application tier, 1 to 5.
    #[serde(rename = "T")]
    pub tier: u8,
    /// Residual risk grade, 1 to 5.
    pub grade: u8,
    /// The four parts of the grade.
    pub parts: Parts,
    /// The gates that fire with their grades, in the order of the method.
    pub gates: Vec<(String, u8)>,
    /// The highest Q', at least 0.
    pub index: i32,
    /// The risk with the highest Q'; nothing if no risk is applicable.
    pub worst: Option<String>,
    /// Grade at best, at the point, at worst.
    pub interval: [u8; 3],
    /// 0 to 100.
    pub confidence: u8,
    /// Low, medium or high.
    pub confidence_band: ConfidenceBand,
    /// Effective level of every control.
    pub effective: BTreeMap<String, u8>,
    /// Figures of the risks that are not "not applicable".
    pub risks: BTreeMap<String, RiskOutcome>,
    /// What single steps would do.
    pub sensitivity: Sensitivity,
    /// How to reach the next lower grade; nothing at grade 1.
    pub plan: Option<Plan>,
}

/// Tier, grade and index of one of the three gradings of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(
    feature = "contract",
    ts(rename = "GradeReading"),
    schemars(rename = "GradeReading")
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reading {
    /// Application tier.
    pub tier: u8,
    /// Grade.
    pub grade: u8,
    /// The highest Q', at least 0.
    pub index: i32,
}

/// Grade with interval and confidence, without sensitivity and plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PointAndInterval {
    /// Every doubt taken in favour.
    pub best: Reading,
    /// The grade as it stands.
    pub point: Reading,
    /// Every doubt taken against.
    pub worst: Reading,
    /// The four parts of the point grade.
    pub parts: Parts,
    /// 0 to 100.
    pub confidence: u8,
    /// Low, medium or high.
    pub confidence_band: ConfidenceBand,
}

impl PointAndInterval {
    /// Grade at best, at the point, at worst.
    #[must_use]
    pub const fn interval(&self) -> [u8; 3] {
        [self.best.grade, self.point.grade, self.worst.grade]
    }
}
