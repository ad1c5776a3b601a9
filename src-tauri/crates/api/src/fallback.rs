//! Fallback plans: how work goes on without the AI, version by version.

use crate::contract::{
    DrillRow, FallbackPlan, FallbackPlanApprove, FallbackPlanDetail, FallbackPlanGet,
    FallbackPlanSave, FallbackRow, FallbackRows, Nothing, PlanRow, SwitchLimit,
};
use crate::drill::{self, Past};
use crate::error::Error;
use crate::overview::by_weight;
use crate::session::Session;
use assay_domain::authorisation;
use assay_domain::drill::{ClockReading, FallbackDrill};
use assay_domain::fallback::{FallbackPlanFacts, check, gaps, limit_minutes};
use assay_domain::framework::Framework;
use assay_domain::history::Subject;
use assay_domain::id::{FallbackPlanId, PersonId, SystemId};
use assay_domain::person::Role;
use assay_domain::system::{AiSystem, Phase};
use assay_domain::time::Date;
use assay_store::table::assessment::AssessmentRow;
use assay_store::{Read, Tx};
use std::collections::BTreeMap;

/// Who may write plans and matrices.
pub(crate) const WRITERS: &[Role] = &[
    Role::Administrator,
    Role::Assessor,
    Role::Approver,
    Role::Operator,
];
/// Who may approve them.
pub(crate) const APPROVERS: &[Role] = &[Role::Approver];
/// The tier of a system of which no assessment says one, as the method counts what is not answered.
const UNKNOWN_TIER: u8 = 4;

/// Returns the tier of a system, as the assessment says that speaks for it, and the time that it allows.
pub(crate) fn switch_limit(
    read: &Read<'_>,
    framework: &Framework,
    system: Option<SystemId>,
) -> Result<SwitchLimit, Error> {
    let rows = match system {
        Some(system) => read.assessments().of_system(system)?,
        None => Vec::new(),
    };
    Ok(of_tier(framework, said_tier(&rows)))
}

/// A draft does not lengthen what an approved assessment allows.
fn said_tier(assessments: &[AssessmentRow]) -> Option<u8> {
    let said = by_weight(assessments).find_map(|row| row.summary.as_ref()?.get("tier")?.as_u64());
    said.and_then(|tier| u8::try_from(tier).ok())
}

fn of_tier(framework: &Framework, said: Option<u8>) -> SwitchLimit {
    let tier = said.unwrap_or(UNKNOWN_TIER).clamp(1, 5);
    SwitchLimit {
        tier,
        known: said.is_some(),
        minutes: framework.programme().longest_switch_minutes[usize::from(tier - 1)],
    }
}

/// Names of persons, by id.
pub(crate) type Names = BTreeMap<PersonId, String>;

pub(crate) fn names(read: &Read<'_>) -> Result<Names, Error> {
    let persons = read.persons().list()?.into_iter();
    Ok(persons.map(|person| (person.id, person.name)).collect())
}

fn plan_row(plan: FallbackPlan, limit: SwitchLimit, names: &Names) -> PlanRow {
    let name = |id: PersonId| names.get(&id).cloned().unwrap_or_default();
    PlanRow {
        gaps: gaps(&plan, limit.minutes),
        shortfall: plan.facts.shortfall(),
        limit_minutes: limit_minutes(Some(&plan.facts), limit.minutes),
        saved_by: name(plan.saved.by),
        approved_by: plan.approved.as_ref().map(|act| name(act.by)),
        plan,
    }
}

/// Answers with every AI system in use and what is known of its fallback.
pub(crate) fn fallback_list(session: &mut Session, _: Nothing) -> Result<FallbackRows, Error> {
    let today = session.today()?;
    let now = session.reading();
    let framework = &session.framework;
    session.opened()?.store.read(|read| {
        let mut gathered = Gathered::read(read)?;
        let mut systems = Vec::new();
        for row in read.assessments().overview(today)? {
            let limit = of_tier(framework, said_tier(&row.assessments));
            if row.system.facts.phase != Phase::Retired || gathered.knows(row.system.id) {
                systems.push(gathered.row(row.system, limit, (&now, today)));
            }
        }
        systems.sort_by_key(|row| row.system_name.to_lowercase());
        let unassigned = gathered.drills.remove(&None).unwrap_or_default();
        Ok(FallbackRows {
            systems,
            unassigned: unassigned
                .iter()
                .map(|one| drill::row(one, "", &now))
                .collect(),
        })
    })
}

/// What the workspace holds, by AI system.
struct Gathered {
    zone: String,
    names: Names,
    plans: BTreeMap<SystemId, Vec<FallbackPlan>>,
    drills: BTreeMap<Option<SystemId>, Vec<FallbackDrill>>,
    matrices: BTreeMap<SystemId, authorisation::AuthorisationMatrix>,
    stop_tests: BTreeMap<SystemId, authorisation::StopTest>,
}

impl Gathered {
    fn read(read: &Read<'_>) -> Result<Self, Error> {
        let mut plans: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for plan in read.fallback_plans().list(None)? {
            plans.entry(plan.facts.system).or_default().push(plan);
        }
        let mut drills: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for drill in read.drills().list(None)? {
            drills.entry(drill.facts.system).or_default().push(drill);
        }
        let mut stop_tests = BTreeMap::new();
        for test in read.authorisations().stop_tests(None)? {
            stop_tests.entry(test.facts.system).or_insert(test);
        }
        let matrices = read.authorisations().latest()?.into_iter();
        Ok(Self {
            zone: read.workspace().get()?.settings.time_zone,
            names: names(read)?,
            plans,
            drills,
            matrices: matrices.map(|matrix| (matrix.system, matrix)).collect(),
            stop_tests,
        })
    }

    fn knows(&self, system: SystemId) -> bool {
        self.plans.contains_key(&system) || self.drills.contains_key(&Some(system))
    }

    fn row(
        &mut self,
        system: AiSystem,
        limit: SwitchLimit,
        (now, today): (&ClockReading, Date),
    ) -> FallbackRow {
        let id = system.id;
        let drills = self.drills.remove(&Some(id)).unwrap_or_default();
        let past = Past::of(&drills, now);
        let last: Option<DrillRow> = past
            .last
            .map(|last| drill::row(last, &system.facts.name, now));
        let plans = self.plans.remove(&id).unwrap_or_default().into_iter();
        let matrix = self.matrices.get(&id);
        let lacking = matrix.map_or(0, |matrix| {
            let lacks =
                |row: &&authorisation::Authorisation| !authorisation::gaps(row, today).is_empty();
            matrix.actions.iter().filter(lacks).count()
        });
        FallbackRow {
            system: id,
            system_name: system.facts.name,
            reference: system.facts.reference,
            decision_points: system.facts.decision_points,
            limit,
            plans: plans
                .map(|plan| plan_row(plan, limit, &self.names))
                .collect(),
            running: past.running,
            last_drill: last,
            demonstrated: past.demonstrated,
            drill_within_year: drill::held_within_year(&drills, today, &self.zone).is_some(),
            matrix_version: matrix.map(|matrix| matrix.version),
            matrix_approved: matrix.is_some_and(|matrix| matrix.approved.is_some()),
            matrix_gaps: u32::try_from(lacking).unwrap_or(u32::MAX),
            last_stop_test: self.stop_tests.remove(&id),
        }
    }
}

/// Answers with a plan and all its versions.
pub(crate) fn fallback_plan_get(
    session: &mut Session,
    request: FallbackPlanGet,
) -> Result<FallbackPlanDetail, Error> {
    let framework = &session.framework;
    session.opened()?.store.read(|read| {
        let versions = read.fallback_plans().versions(request.id)?;
        let system = read.systems().get(versions[0].facts.system)?;
        let limit = switch_limit(read, framework, Some(system.id))?;
        let names = names(read)?;
        Ok(FallbackPlanDetail {
            system_name: system.facts.name,
            decision_points: system.facts.decision_points,
            limit,
            versions: versions
                .into_iter()
                .map(|plan| plan_row(plan, limit, &names))
                .collect(),
        })
    })
}

/// Writes the next version of a plan, or the first.
pub(crate) fn fallback_plan_save(
    session: &mut Session,
    request: FallbackPlanSave,
) -> Result<FallbackPlan, Error> {
    let mut writer = session.writer(WRITERS)?;
    let plan = FallbackPlan {
        id: request.id.unwrap_or(FallbackPlanId::new(writer.new_id)),
        version: match (request.id, request.version) {
            (None, _) => 1,
            (Some(_), Some(read)) => read.saturating_add(1),
            (Some(_), None) => return Err(Error::new("revision-missing")),
        },
        facts: trimmed(request.facts),
        saved: writer.act.clone(),
        approved: None,
    };
    let framework = writer.framework.clone();
    let subject = Subject::new("fallback_plan", plan.id);
    writer.mutate("fallback_plan.save", subject, &plan.clone(), |tx| {
        add(tx, &framework, &plan)?;
        Ok(plan)
    })
}

fn add(tx: &Tx<'_>, framework: &Framework, plan: &FallbackPlan) -> Result<(), Error> {
    let system = plan.facts.system;
    tx.systems().get(system)?;
    check(
        &plan.facts,
        switch_limit(tx, framework, Some(system))?.minutes,
    )?;
    let others = tx.fallback_plans().list(Some(system))?;
    let same_point = |other: &&FallbackPlan| {
        other.id != plan.id && other.facts.decision_point == plan.facts.decision_point
    };
    if others.iter().any(|other| same_point(&other)) {
        return Err(Error::new("fallback-point-taken").with("point", &plan.facts.decision_point));
    }
    if plan.version > 1 && tx.fallback_plans().versions(plan.id)?[0].facts.system != system {
        return Err(Error::new("fallback-system"));
    }
    Ok(tx.fallback_plans_mut().add(plan)?)
}

fn trimmed(facts: FallbackPlanFacts) -> FallbackPlanFacts {
    let trim = |text: String| text.trim().to_owned();
    FallbackPlanFacts {
        decision_point: trim(facts.decision_point),
        trigger: trim(facts.trigger),
        decider: trim(facts.decider),
        manual_method: trim(facts.manual_method),
        people: trim(facts.people),
        materials: trim(facts.materials),
        limit_reason: trim(facts.limit_reason),
        way_back: trim(facts.way_back),
        catch_up: trim(facts.catch_up),
        ..facts
    }
}

/// Approves the last version of a plan.
pub(crate) fn fallback_plan_approve(
    session: &mut Session,
    request: FallbackPlanApprove,
) -> Result<FallbackPlan, Error> {
    let mut writer = session.writer(APPROVERS)?;
    let act = writer.act.clone();
    let subject = Subject::new("fallback_plan", request.id);
    writer.mutate("fallback_plan.approve", subject, &request, |tx| {
        let last = tx.fallback_plans().versions(request.id)?.swap_remove(0);
        if last.version != request.version {
            return Err(assay_store::Error::Stale {
                current: last.version,
            }
            .into());
        }
        let plans = tx.fallback_plans_mut();
        plans.approve(request.id, request.version, &act)?;
        Ok(tx.fallback_plans().versions(request.id)?.swap_remove(0))
    })
}
