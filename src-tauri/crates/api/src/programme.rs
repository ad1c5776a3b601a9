//! The programme of recurring checks: plans, what is due, what was missed.

mod calendar;

pub(crate) use calendar::Calendar;

use crate::contract::{
    Check, CheckKind, CheckRecord, CheckResult, Exception, Nothing, Plan, PlanDates, PlanDetail,
    PlanExcept, PlanGet, PlanPause, PlanProposal, PlanPropose, PlanSave, Programme,
};
use crate::error::Error;
use crate::session::{Session, Writer};
use assay_domain::cadence::Cadence;
use assay_domain::decision::LONG_TEXT;
use assay_domain::history::Subject;
use assay_domain::id::{CheckId, PlanId, SystemId};
use assay_domain::person::{Act, Role};
use assay_domain::programme::PlanRefusal;
use assay_domain::time::Date;
use assay_store::Tx;
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
