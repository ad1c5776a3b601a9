//! A fallback plan: how work at a decision point goes on without the AI (6.3 i).

use crate::id::{FallbackPlanId, SystemId};
use crate::person::Act;
use crate::system::wire_enum;
use crate::volume::Decimal;
use serde::{Deserialize, Serialize};

/// The longest text of a plan, in characters.
pub const LONGEST_TEXT: usize = 4_000;
/// The longest switch that a plan may allow: 30 days, in minutes.
pub const LONGEST_SWITCH_MINUTES: u32 = 30 * 24 * 60;

/// What a person says in a fallback plan. Texts of several lines hold one step, post or thing a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FallbackPlanFacts {
    /// Of which AI system.
    pub system: SystemId,
    /// At which decision point; empty for the system as a whole.
    pub decision_point: String,
    /// What makes people switch.
    pub trigger: String,
    /// Who decides to switch, and who does when they are away.
    pub decider: String,
    /// How the work is done by hand, one step a line.
    pub manual_method: String,
    /// Which people with which skills are needed, one post a line.
    pub people: String,
    /// What is kept where it can be reached without the AI and without a network, one thing a line.
    pub materials: String,
    /// Cases an hour that people can do by hand.
    pub capacity_per_hour: Option<Decimal>,
    /// Cases an hour that come in.
    pub load_per_hour: Option<Decimal>,
    /// Longest time from fault to manual work in minutes; nothing where that of the tier holds.
    pub limit_minutes: Option<u32>,
    /// Why that time differs from the tier's.
    pub limit_reason: String,
    /// How the AI comes back: who decides, and what is checked before.
    pub way_back: String,
    /// How the backlog is caught up.
    pub catch_up: String,
}

impl FallbackPlanFacts {
    /// Makes an empty plan.
    #[must_use]
    pub fn empty(system: SystemId) -> Self {
        Self {
            system,
            decision_point: String::new(),
            trigger: String::new(),
            decider: String::new(),
            manual_method: String::new(),
            people: String::new(),
            materials: String::new(),
            capacity_per_hour: None,
            load_per_hour: None,
            limit_minutes: None,
            limit_reason: String::new(),
            way_back: String::new(),
            catch_up: String::new(),
        }
    }

    /// Returns by how many cases an hour people fall short of the load; nothing where one of the two is
    /// not known, or people keep up.
    #[must_use]
    pub fn shortfall(&self) -> Option<Decimal> {
        let (capacity, load) = self.capacity_per_hour.zip(self.load_per_hour)?;
        let short = load.millionths() - capacity.millionths();
        (short > 0).then(|| Decimal::from_millionths(short))
    }

    fn texts(&self) -> [&str; 9] {
        [
            &self.decision_point,
            &self.trigger,
            &self.decider,
            &self.manual_method,
            &self.people,
            &self.materials,
            &self.limit_reason,
            &self.way_back,
            &self.catch_up,
        ]
    }
}

/// A version of a fallback plan. Never edited: each save makes another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FallbackPlan {
    /// Which plan.
    pub id: FallbackPlanId,
    /// Counts the versions of a plan from 1, so that a stale write is noticed.
    pub version: u32,
    /// What it says.
    pub facts: FallbackPlanFacts,
    /// Who wrote this version, and when.
    pub saved: Act,
    /// Who approved this version, and when.
    pub approved: Option<Act>,
}

wire_enum! {
    /// What a fallback plan lacks.
    PlanGap {
        /// What makes people switch.
        Trigger,
        /// Who decides.
        Decider,
        /// How the work is done by hand.
        ManualMethod,
        /// People and skills.
        People,
        /// Materials kept offline.
        Materials,
        /// How many cases people can do.
        Capacity,
        /// How many cases come in.
        Load,
        /// People fall short of the load, and nothing says what becomes of the rest.
        Shortfall,
        /// The way back.
        WayBack,
        /// How the backlog is caught up.
        CatchUp,
        /// A longer time than the tier's is allowed without a reason.
        Limit,
        /// Nobody approved the version.
        Approval,
    }
}

/// Why a plan is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing at all is said.
    #[error("the plan says nothing")]
    Empty,
    /// A text that is too long.
    #[error("a text is longer than {most} characters")]
    TooLong {
        /// How many characters it may have.
        most: usize,
    },
    /// A time of zero, or of more than 30 days.
    #[error("the longest time is not within 1 to {LONGEST_SWITCH_MINUTES} minutes")]
    Limit,
    /// A longer time than the tier's without a reason.
    #[error("{given} minutes are more than the tier's {tier} and no reason is given")]
    LimitReason {
        /// What is given.
        given: u32,
        /// What the tier allows.
        tier: u32,
    },
}

/// Checks a plan against the longest time that the tier of its AI system allows, in minutes.
///
/// # Errors
/// Returns the first thing that is wrong.
pub fn check(facts: &FallbackPlanFacts, tier_minutes: u32) -> Result<(), Refusal> {
    if let Some(most) = too_long(facts) {
        return Err(Refusal::TooLong { most });
    }
    let said = facts.texts().into_iter().skip(1);
    if said.clone().all(|text| text.trim().is_empty()) {
        return Err(Refusal::Empty);
    }
    match facts.limit_minutes {
        Some(given) if given == 0 || given > LONGEST_SWITCH_MINUTES => Err(Refusal::Limit),
        Some(given) if given > tier_minutes && facts.limit_reason.trim().is_empty() => {
            Err(Refusal::LimitReason {
                given,
                tier: tier_minutes,
            })
        }
        _ => Ok(()),
    }
}

fn too_long(facts: &FallbackPlanFacts) -> Option<usize> {
    let short = crate::decision::SHORT_TEXT;
    if facts.decision_point.chars().count() > short {
        return Some(short);
    }
    let long = |text: &str| text.chars().count() > LONGEST_TEXT;
    facts.texts().into_iter().any(long).then_some(LONGEST_TEXT)
}

/// Returns what a version lacks, in the order of the form; nothing when it is whole.
#[must_use]
pub fn gaps(plan: &FallbackPlan, tier_minutes: u32) -> Vec<PlanGap> {
    let facts = &plan.facts;
    let empty = |text: &str| text.trim().is_empty();
    let longer = facts
        .limit_minutes
        .is_some_and(|given| given > tier_minutes);
    [
        (PlanGap::Trigger, empty(&facts.trigger)),
        (PlanGap::Decider, empty(&facts.decider)),
        (PlanGap::ManualMethod, empty(&facts.manual_method)),
        (PlanGap::People, empty(&facts.people)),
        (PlanGap::Materials, empty(&facts.materials)),
        (PlanGap::Capacity, facts.capacity_per_hour.is_none()),
        (PlanGap::Load, facts.load_per_hour.is_none()),
        (
            PlanGap::Shortfall,
            facts.shortfall().is_some() && empty(&facts.catch_up),
        ),
        (PlanGap::WayBack, empty(&facts.way_back)),
        (PlanGap::CatchUp, empty(&facts.catch_up)),
        (PlanGap::Limit, longer && empty(&facts.limit_reason)),
        (PlanGap::Approval, plan.approved.is_none()),
    ]
    .into_iter()
    .filter_map(|(gap, holds)| holds.then_some(gap))
    .collect()
}

/// Returns the longest time from fault to manual work in minutes: the plan's own, else the tier's.
#[must_use]
pub fn limit_minutes(facts: Option<&FallbackPlanFacts>, tier_minutes: u32) -> u32 {
    facts
        .and_then(|facts| facts.limit_minutes)
        .unwrap_or(tier_minutes)
}
