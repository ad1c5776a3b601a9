//! The calendar of the programme: what came due, what became of it, what is next.

use crate::contract::{
    Check, CheckKind, CheckPlanRow, DueCheck, Occurrence, OccurrenceState, Plan, PlanSystem,
};
use crate::error::Error;
use assay_domain::cadence::Cadence;
use assay_domain::id::SystemId;
use assay_domain::programme::{is_soon, occurrences, waiting};
use assay_domain::system::{AiSystem, Phase};
use assay_domain::time::Date;
use assay_store::Read;
use std::collections::{BTreeMap, BTreeSet};

/// Everything from which due dates are told, read once.
pub(crate) struct Calendar {
    systems: BTreeMap<SystemId, AiSystem>,
    pub(super) plans: Vec<Plan>,
    checks: BTreeMap<(SystemId, CheckKind), Vec<Check>>,
    today: Date,
}

impl Calendar {
    pub(crate) fn read(read: &Read<'_>, today: Date) -> Result<Self, Error> {
        let systems = read.systems().list()?;
        let mut checks: BTreeMap<_, Vec<Check>> = BTreeMap::new();
        for check in read.checks().list(None, None)? {
            let key = (check.system, check.kind);
            checks.entry(key).or_default().push(check);
        }
        Ok(Self {
            systems: systems.into_iter().map(|s| (s.id, s)).collect(),
            plans: read.plans().list()?,
            checks,
            today,
        })
    }

    fn checks(&self, system: SystemId, kind: CheckKind) -> &[Check] {
        self.checks.get(&(system, kind)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn dates(&self, plan: &Plan, system: SystemId) -> Vec<Occurrence> {
        occurrences(plan, system, self.checks(system, plan.kind), self.today)
    }

    pub(super) fn name(&self, system: SystemId) -> String {
        let known = self.systems.get(&system);
        known.map_or_else(String::new, |system| system.facts.name.clone())
    }

    /// Tells whether a system is still looked after: nothing comes due for one that is retired.
    fn is_used(&self, system: SystemId) -> bool {
        let known = self.systems.get(&system);
        known.is_some_and(|system| system.facts.phase != Phase::Retired)
    }

    /// Returns the systems that a plan ever spoke of.
    pub(super) fn members(plan: &Plan) -> BTreeSet<SystemId> {
        let terms = plan.terms.iter();
        terms
            .flat_map(|term| term.systems.iter().copied())
            .collect()
    }

    fn check(&self, plan: &Plan, system: SystemId, occurrence: &Occurrence) -> DueCheck {
        DueCheck {
            plan: plan.id,
            plan_name: plan.name.clone(),
            kind: plan.kind,
            system,
            system_name: self.name(system),
            occurrence: occurrence.clone(),
        }
    }

    /// Returns what is due soon or overdue, the earliest first, and what was missed, the latest first.
    pub(crate) fn due_and_missed(&self) -> (Vec<DueCheck>, Vec<DueCheck>) {
        let (mut due, mut missed) = (Vec::new(), Vec::new());
        for plan in &self.plans {
            for system in Self::members(plan) {
                let dates = self.dates(plan, system);
                let lost = dates.iter().filter(|d| d.state == OccurrenceState::Missed);
                missed.extend(lost.map(|date| self.check(plan, system, date)));
                let next = waiting(&dates).filter(|date| is_soon(date, self.today));
                let next = next.filter(|_| self.is_used(system));
                due.extend(next.map(|date| self.check(plan, system, date)));
            }
        }
        due.sort_by(|a, b| order(a).cmp(&order(b)));
        missed.sort_by(|a, b| order(b).cmp(&order(a)));
        (due, missed)
    }

    /// Says how the plans of system audits cover the AI systems in use, and how many of their dates
    /// were not kept since a day.
    pub(crate) fn audits_kept(&self, since: Date) -> AuditsKept {
        let (due, missed) = self.due_and_missed();
        let late = due
            .iter()
            .filter(|check| check.occurrence.state == OccurrenceState::Overdue);
        let lost = late
            .chain(&missed)
            .filter(|check| check.kind == CheckKind::SystemAudit && check.occurrence.due > since);
        let used = self.systems.keys().filter(|system| self.is_used(**system));
        let planned = used
            .clone()
            .filter(|system| self.audit_cadence(**system).is_some());
        AuditsKept {
            systems: used.count(),
            planned: planned.count(),
            missed: lost.count(),
        }
    }

    /// Returns how often a system is audited by the plans in force, the most frequent one.
    pub(crate) fn audit_cadence(&self, system: SystemId) -> Option<Cadence> {
        let audits = |plan: &&Plan| plan.kind == CheckKind::SystemAudit && !plan.is_paused();
        let terms = self.plans.iter().filter(audits).filter_map(Plan::term);
        let of_system = terms.filter(|term| term.systems.contains(&system));
        of_system
            .map(|term| term.cadence)
            .min_by_key(|cadence| cadence.nth(self.today, 1))
    }

    /// Returns the check of a kind that was carried out last.
    pub(crate) fn last(&self, system: SystemId, kind: CheckKind) -> Option<&Check> {
        self.checks(system, kind).last()
    }

    /// Counts the checks of a kind, of any system, that were carried out after a day.
    pub(crate) fn carried_out(&self, kind: CheckKind, since: Date) -> usize {
        let of_kind = self.checks.iter().filter(|((_, known), _)| *known == kind);
        let checks = of_kind.flat_map(|(_, checks)| checks);
        checks.filter(|check| check.on > since).count()
    }

    pub(super) fn row(&self, plan: &Plan) -> CheckPlanRow {
        let members = plan.term().map(|term| term.systems.clone());
        let mut systems: Vec<PlanSystem> = members
            .into_iter()
            .flatten()
            .map(|system| {
                let dates = self.dates(plan, system);
                let missed = dates.iter().filter(|d| d.state == OccurrenceState::Missed);
                PlanSystem {
                    system,
                    name: self.name(system),
                    missed: u32::try_from(missed.count()).unwrap_or(u32::MAX),
                    next: waiting(&dates).filter(|_| self.is_used(system)).cloned(),
                    last: self.checks(system, plan.kind).last().cloned(),
                }
            })
            .collect();
        systems.sort_by(|a, b| (&a.name, a.system).cmp(&(&b.name, b.system)));
        CheckPlanRow {
            plan: plan.clone(),
            paused: plan.is_paused(),
            systems,
        }
    }
}

/// How the plans of system audits were kept.
pub(crate) struct AuditsKept {
    /// AI systems in use.
    pub(crate) systems: usize,
    /// Of those, the ones that a plan speaks of.
    pub(crate) planned: usize,
    /// Due dates that nobody kept.
    pub(crate) missed: usize,
}

fn order(check: &DueCheck) -> (Date, &str, CheckKind, SystemId) {
    let due = check.occurrence.due;
    (due, check.system_name.as_str(), check.kind, check.system)
}
