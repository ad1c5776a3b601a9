//! A fallback plan and a drill as they stand.

use super::Freezer;
use crate::contract::SwitchLimit;
use crate::drill::{detail, plan_of};
use crate::error::Error;
use crate::fallback::switch_limit;
use assay_domain::facts::fallback::{
    CARD_SCHEMA, DRILL_SCHEMA, FrozenCard, FrozenDrill, TierLimit,
};
use assay_domain::fallback::{gaps, limit_minutes};
use assay_domain::id::{DrillId, FallbackPlanId};

const fn tier(limit: SwitchLimit) -> TierLimit {
    TierLimit {
        tier: limit.tier,
        known: limit.known,
        minutes: limit.minutes,
    }
}

impl Freezer<'_> {
    /// Freezes the last version of a plan, with what lists call it.
    pub(crate) fn card(&self, id: FallbackPlanId) -> Result<(FrozenCard, String), Error> {
        let read = self.read;
        let plan = read.fallback_plans().versions(id)?.swap_remove(0);
        let system_name = read.systems().get(plan.facts.system)?.facts.name;
        let limit = switch_limit(read, self.framework, Some(plan.facts.system))?;
        let mut facts = FrozenCard {
            head: self.head(CARD_SCHEMA)?,
            gaps: gaps(&plan, limit.minutes),
            tier: tier(limit),
            limit_minutes: limit_minutes(Some(&plan.facts), limit.minutes),
            system_name: system_name.clone(),
            plan,
        };
        facts.head.persons = self.persons(&facts)?;
        Ok((facts, system_name))
    }

    /// Freezes a drill, with what lists call it.
    pub(crate) fn drill(&self, id: DrillId) -> Result<(FrozenDrill, String), Error> {
        let whole = detail(self.read, self.framework, id, &self.now)?;
        let mut facts = FrozenDrill {
            head: self.head(DRILL_SCHEMA)?,
            plan: plan_of(self.read, &whole.drill.facts)?,
            drill: whole.drill,
            course: whole.course,
            verdict: whole.verdict,
            limit_minutes: whole.limit_minutes,
            tier: tier(whole.limit),
            past: whole.past,
            system_name: whole.system_name.clone(),
        };
        facts.head.persons = self.persons(&facts)?;
        Ok((facts, whole.system_name))
    }
}
