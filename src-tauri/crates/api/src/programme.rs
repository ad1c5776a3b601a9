//! The programme of recurring checks: plans, what is due, what was missed.

use crate::contract::{
    Check, CheckKind, CheckPlanRow, CheckRecord, CheckResult, DueCheck, Exception, Nothing,
    Occurrence, OccurrenceState, Plan, PlanDates, PlanDetail, PlanExcept, PlanGet, PlanPause,
    PlanProposal, PlanPropose, PlanSave, PlanSystem, Programme,
};
use crate::error::Error;
use crate::session::{Session, Writer};
use assay_domain::cadence::Cadence;
use assay_domain::decision::LONG_TEXT;
use assay_domain::history::Subject;
use assay_domain::id::{CheckId, PlanId, SystemId};
use assay_domain::person::{Act, Role};
use assay_domain::programme::{PlanRefusal, is_soon, occurrences, waiting};
use assay_domain::system::{AiSystem, Phase};
use assay_domain::time::Date;
use assay_store::{Read, Tx};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Who may plan recurring checks.
const PLANNERS: &[Role] = &[Role::Administrator, Role::Assessor, Role::Approver];
/// Who may record that one was carried out.
const RECORDERS: &[Role] = &[
    Role::Assessor,
    Role::Reviewer,
    Role::Approver,
    Role::Operator,
];

/// What a record of another noun says about the check that it is.
pub(crate) struct Performed {
    /// Of which AI system.
    pub(crate) system: SystemId,
    /// What was checked.
    pub(crate) kind: CheckKind,
    /// On which day of the workspace's calendar.
    pub(crate) on: Date,
    /// What it came to.
    pub(crate) result: CheckResult,
    /// The record behind it, such as `audit/<id>`; one record counts once.
    pub(crate) record: String,
}

/// Counts a closed audit, a drill or a stop test as a check that was carried out, in the change
/// that closes it.
pub(crate) fn performed(
    tx: &mut Tx<'_>,
    new_id: Uuid,
    act: &Act,
    performed: Performed,
) -> Result<Check, Error> {
    let check = Check {
        id: CheckId::new(new_id),
        system: performed.system,
        kind: performed.kind,
        on: performed.on,
        result: performed.result,
        note: String::new(),
        record: performed.record,
        recorded: act.clone(),
    };
    tx.checks_mut().add(&check)?;
    tx.note("check", serde_json::to_value(&check)?);
    Ok(check)
}

/// Everything from which due dates are told, read once.
pub(crate) struct Calendar {
    systems: BTreeMap<SystemId, AiSystem>,
    plans: Vec<Plan>,
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

    fn dates(&self, plan: &Plan, system: SystemId) -> Vec<Occurrence> {
        occurrences(plan, system, self.checks(system, plan.kind), self.today)
    }

    fn name(&self, system: SystemId) -> String {
        let known = self.systems.get(&system);
        known.map_or_else(String::new, |system| system.facts.name.clone())
    }

    /// Tells whether a system is still looked after: nothing comes due for one that is retired.
    fn is_used(&self, system: SystemId) -> bool {
        let known = self.systems.get(&system);
        known.is_some_and(|system| system.facts.phase != Phase::Retired)
    }

    /// Returns the systems that a plan ever spoke of.
    fn members(plan: &Plan) -> BTreeSet<SystemId> {
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

    fn row(&self, plan: &Plan) -> CheckPlanRow {
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

fn order(check: &DueCheck) -> (Date, &str, CheckKind, SystemId) {
    let due = check.occurrence.due;
    (due, check.system_name.as_str(), check.kind, check.system)
}

/// Answers with the whole programme.
pub(crate) fn programme_get(session: &mut Session, _: Nothing) -> Result<Programme, Error> {
    let today = session.today()?;
    let audit_interval_months = session.framework.programme().audit_interval_months;
    session.opened()?.store.read(|read| {
        let calendar = Calendar::read(read, today)?;
        let (due, missed) = calendar.due_and_missed();
        Ok(Programme {
            today,
            plans: calendar.plans.iter().map(|p| calendar.row(p)).collect(),
            due,
            missed,
            audit_interval_months,
        })
    })
}

/// Answers with one plan and every due date so far.
pub(crate) fn plan_get(session: &mut Session, request: PlanGet) -> Result<PlanDetail, Error> {
    let today = session.today()?;
    session.opened()?.store.read(|read| {
        let plan = read.plans().get(request.id)?;
        let calendar = Calendar::read(read, today)?;
        let dates = Calendar::members(&plan)
            .into_iter()
            .map(|system| PlanDates {
                system,
                name: calendar.name(system),
                dates: calendar.dates(&plan, system),
            });
        Ok(PlanDetail {
            dates: dates.collect(),
            row: calendar.row(&plan),
            today,
        })
    })
}

/// Answers with the cadence that the application tier asks for.
pub(crate) fn plan_propose(
    session: &mut Session,
    request: PlanPropose,
) -> Result<PlanProposal, Error> {
    let today = session.today()?;
    let intervals = session.framework.programme().audit_interval_months;
    let rows = crate::system::system_list(session, Nothing {})?.systems;
    let wanted = rows
        .iter()
        .filter(|row| request.systems.contains(&row.system.id));
    let tier = wanted
        .filter_map(|row| row.last.as_ref().map(|last| last.summary.tier))
        .max();
    let months = intervals[usize::from(tier.unwrap_or(1).clamp(1, 5)) - 1];
    let cadence = request.cadence.unwrap_or(Cadence::months(months));
    Ok(PlanProposal {
        tier,
        cadence,
        first: cadence.nth(today, 1).unwrap_or(today),
    })
}

/// Adds a plan, or changes what one says from tomorrow on.
pub(crate) fn plan_save(session: &mut Session, request: PlanSave) -> Result<Plan, Error> {
    let today = session.today()?;
    check_name(&request.facts.name)?;
    let mut writer = session.writer(PLANNERS)?;
    let Some(id) = request.id else {
        return add(&mut writer, &request, today);
    };
    change(
        &mut writer,
        "plan.save",
        id,
        request.revision,
        &request,
        |plan, _| plan.amend(&request.facts, today),
    )
}

fn check_name(name: &str) -> Result<(), Error> {
    match name.chars().count() {
        0..=LONG_TEXT => Ok(()),
        _ => Err(Error::new("text-too-long").with("length", LONG_TEXT)),
    }
}

fn add(writer: &mut Writer<'_>, request: &PlanSave, today: Date) -> Result<Plan, Error> {
    let id = PlanId::new(writer.new_id);
    let mut plan = Plan::new(id, request.kind, &request.facts, today, writer.act.clone())?;
    plan.revision = 1;
    let subject = Subject::new("plan", id);
    writer.mutate("plan.add", subject, &plan.clone(), |tx| {
        known(tx, &plan)?;
        tx.plans_mut().add(&plan)?;
        Ok(plan)
    })
}

/// Fails unless every AI system of a plan exists.
fn known(tx: &Tx<'_>, plan: &Plan) -> Result<(), Error> {
    for system in plan.term().into_iter().flat_map(|term| &term.systems) {
        tx.systems().get(*system)?;
    }
    Ok(())
}

/// Changes a plan that nobody has changed since it was looked at.
fn change(
    writer: &mut Writer<'_>,
    action: &str,
    id: PlanId,
    revision: u32,
    payload: &impl serde::Serialize,
    change: impl FnOnce(&mut Plan, &Act) -> Result<(), PlanRefusal>,
) -> Result<Plan, Error> {
    let act = writer.act.clone();
    writer.mutate(action, Subject::new("plan", id), payload, |tx| {
        let mut plan = tx.plans().get(id)?;
        change(&mut plan, &act)?;
        known(tx, &plan)?;
        plan.revision = revision;
        plan.revision = tx.plans_mut().save(&plan)?;
        Ok(plan)
    })
}

/// Skips one due date of a plan, or moves it.
pub(crate) fn plan_except(session: &mut Session, request: PlanExcept) -> Result<Plan, Error> {
    let today = session.today()?;
    check_name(&request.reason)?;
    let mut writer = session.writer(PLANNERS)?;
    let action = match request.moved_to {
        Some(_) => "plan.move",
        None => "plan.skip",
    };
    let (id, revision) = (request.id, request.revision);
    change(&mut writer, action, id, revision, &request, |plan, act| {
        let exception = Exception {
            due: request.due,
            moved_to: request.moved_to,
            reason: request.reason.trim().to_owned(),
            recorded: act.clone(),
        };
        plan.except(exception, today)
    })
}

/// Pauses a plan after today, or lets it go on.
pub(crate) fn plan_pause(session: &mut Session, request: PlanPause) -> Result<Plan, Error> {
    let today = session.today()?;
    check_name(&request.reason)?;
    let mut writer = session.writer(PLANNERS)?;
    let action = if request.paused {
        "plan.pause"
    } else {
        "plan.resume"
    };
    let (id, revision) = (request.id, request.revision);
    change(&mut writer, action, id, revision, &request, |plan, act| {
        if request.paused {
            plan.pause(today, &request.reason, act.clone())
        } else {
            plan.resume(today)
        }
    })
}

/// Records a check that was carried out.
pub(crate) fn check_record(session: &mut Session, request: CheckRecord) -> Result<Check, Error> {
    let today = session.today()?;
    check_name(&request.note)?;
    if request.on > today {
        return Err(Error::new("check-future").with("on", request.on));
    }
    let mut writer = session.writer(RECORDERS)?;
    let check = Check {
        id: CheckId::new(writer.new_id),
        system: request.system,
        kind: request.kind,
        on: request.on,
        result: request.result,
        note: request.note.trim().to_owned(),
        record: String::new(),
        recorded: writer.act.clone(),
    };
    let subject = Subject::new("check", check.id);
    writer.mutate("check.record", subject, &check.clone(), |tx| {
        tx.systems().get(check.system)?;
        tx.checks_mut().add(&check)?;
        Ok(check)
    })
}
