//! Drills: planning one, recording its steps, and what they come to.

mod evidence;

pub(crate) use evidence::{drill_evidence_add, drill_evidence_detach};

use crate::contract::{
    ClockReading, Demonstrated, DrillDetail, DrillFacts, DrillGet, DrillList, DrillMark, DrillNow,
    DrillPlan, DrillRow, DrillRows, DrillState, DrillStep, DrillStepAdd, DrillVerdict,
    FallbackDrill, PlanVersion, TimeSource,
};
use crate::error::Error;
use crate::fallback::switch_limit;
use crate::session::{Session, day};
use assay_domain::drill::{LONGEST_TEXT, course, record, running};
use assay_domain::fallback::{FallbackPlan, limit_minutes};
use assay_domain::framework::Framework;
use assay_domain::history::Subject;
use assay_domain::id::{CheckId, DrillId, SystemId};
use assay_domain::person::{Act, Role};
use assay_domain::programme::{Check, CheckKind, CheckResult};
use assay_domain::stats::Level;
use assay_domain::stats::drill::{DrillEnd, demonstrated_each};
use assay_domain::time::Date;
use assay_store::{Read, Tx};
use chrono::Months;
use std::collections::BTreeMap;

/// Who may plan drills and record them.
const RECORDERS: &[Role] = &[
    Role::Administrator,
    Role::Assessor,
    Role::Reviewer,
    Role::Approver,
    Role::Operator,
];

/// What a drill without a limit of its own, since it never began, is compared with: nothing is too long.
const NO_LIMIT_MS: u64 = u64::MAX;

/// What drills show, those that are planned left out.
pub(crate) struct Past<'a> {
    pub(crate) running: Option<DrillId>,
    /// The latest that began.
    pub(crate) last: Option<&'a FallbackDrill>,
    pub(crate) demonstrated: Option<Demonstrated>,
}

impl<'a> Past<'a> {
    pub(crate) fn of(
        drills: impl IntoIterator<Item = &'a FallbackDrill>,
        now: &ClockReading,
    ) -> Self {
        let (mut going, mut last) = (None, None);
        let mut ends: Vec<(DrillEnd, u64)> = Vec::new();
        for drill in drills {
            let course = course(&drill.events);
            let seen = running(&drill.events, now).map_or(0, |(elapsed, _)| elapsed);
            let Some(end) = course.end(seen) else {
                continue;
            };
            ends.push((end, drill.facts.limit_ms().unwrap_or(NO_LIMIT_MS)));
            if course.state == DrillState::Running {
                going = going.or(Some(drill.id));
            }
            let begun = |drill: &FallbackDrill| begun_at(drill);
            if last.is_none_or(|last| begun(drill) > begun(last)) {
                last = Some(drill);
            }
        }
        Self {
            running: going,
            last,
            demonstrated: demonstrated_each(&ends, Level::P95),
        }
    }
}

fn begun_at(drill: &FallbackDrill) -> Option<assay_domain::time::Timestamp> {
    let course = course(&drill.events);
    course.mark(DrillMark::Fault).map(|fault| fault.at)
}

/// Returns the newest drill that was finished in the twelve months up to a day. One that was given up, or
/// that nobody has ended, rehearsed nothing.
pub(crate) fn held_within_year<'a>(
    drills: &'a [FallbackDrill],
    until: Date,
    zone: &str,
) -> Option<&'a FallbackDrill> {
    let since = until.checked_sub_months(Months::new(12)).unwrap_or(until);
    let held = drills.iter().filter(|drill| {
        let finished = course(&drill.events).state == DrillState::Finished;
        let begun = begun_at(drill).map(|at| day(at, zone));
        finished && begun.is_some_and(|begun| begun > since && begun <= until)
    });
    held.max_by_key(|drill| begun_at(drill))
}

/// Turns a drill into what lists show.
pub(crate) fn row(drill: &FallbackDrill, system_name: &str, now: &ClockReading) -> DrillRow {
    let course = course(&drill.events);
    let seen = running(&drill.events, now).map_or(0, |(elapsed, _)| elapsed);
    let manual = course.mark(DrillMark::Manual);
    let facts = &drill.facts;
    DrillRow {
        id: drill.id,
        system: facts.system,
        system_name: match facts.system {
            Some(_) => system_name.to_owned(),
            None => facts.named.clone(),
        },
        decision_point: facts.decision_point.clone(),
        state: course.state,
        begun_at: course.mark(DrillMark::Fault).map(|fault| fault.at),
        planned_for: facts.planned_for,
        announced: facts.announced,
        manual_after_ms: manual.map(|manual| manual.after_ms),
        source: manual.map_or(TimeSource::Steady, |manual| manual.source),
        limit_minutes: facts.limit_minutes,
        verdict: course.verdict(facts.limit_ms(), seen),
        backlog_peak: course.backlog_peak,
        errors: course.errors,
    }
}

/// Answers with drills, the latest first, and what they show.
pub(crate) fn drill_list(session: &mut Session, request: DrillList) -> Result<DrillRows, Error> {
    let now = session.reading();
    session.opened()?.store.read(|read| {
        let names: BTreeMap<_, _> = read
            .systems()
            .list()?
            .into_iter()
            .map(|system| (system.id, system.facts.name))
            .collect();
        let drills = read.drills().list(request.system)?;
        let name = |drill: &FallbackDrill| {
            let system = drill.facts.system?;
            names.get(&system).cloned()
        };
        Ok(DrillRows {
            demonstrated: Past::of(&drills, &now).demonstrated,
            drills: drills
                .iter()
                .map(|drill| row(drill, &name(drill).unwrap_or_default(), &now))
                .collect(),
        })
    })
}

/// Answers with a drill and what it comes to.
pub(crate) fn drill_get(session: &mut Session, request: DrillGet) -> Result<DrillDetail, Error> {
    let now = session.reading();
    let framework = &session.framework;
    session
        .opened()?
        .store
        .read(|read| detail(read, framework, request.id, &now))
}

pub(crate) fn detail(
    read: &Read<'_>,
    framework: &Framework,
    id: DrillId,
    now: &ClockReading,
) -> Result<DrillDetail, Error> {
    let drill = read.drills().get(id)?;
    let system = drill.facts.system;
    let system_name = match system {
        Some(system) => read.systems().get(system)?.facts.name,
        None => drill.facts.named.clone(),
    };
    let others: Vec<FallbackDrill> = match system {
        Some(system) => read.drills().list(Some(system))?,
        None => Vec::new(),
    };
    let others: Vec<FallbackDrill> = others.into_iter().filter(|other| other.id != id).collect();
    let past = Past::of(&others, now);
    let limit = switch_limit(read, framework, system)?;
    let plan = plan_of(read, &drill.facts)?;
    let facts = plan.as_ref().map(|plan| &plan.facts);
    let minutes = limit_minutes(facts, limit.minutes);
    let limit_minutes = drill.facts.limit_minutes.unwrap_or(minutes);
    let course = course(&drill.events);
    let elapsed = running(&drill.events, now);
    let limit_ms = Some(u64::from(limit_minutes) * 60_000);
    Ok(DrillDetail {
        verdict: course.verdict(limit_ms, elapsed.map_or(0, |(elapsed, _)| elapsed)),
        course,
        now: moment(elapsed, now),
        limit,
        limit_minutes,
        plan: plan.map(|plan| plan.facts),
        last: past.last.map(|last| row(last, &system_name, now)),
        evidence: read.drills().evidence(id)?,
        past: past.demonstrated,
        system_name,
        drill,
    })
}

pub(crate) fn moment(elapsed: Option<(u64, TimeSource)>, now: &ClockReading) -> DrillNow {
    DrillNow {
        at: now.at,
        elapsed_ms: elapsed.map(|(elapsed, _)| elapsed),
        source: elapsed.map_or(TimeSource::Steady, |(_, source)| source),
    }
}

/// Finds the version of the plan that a drill rehearses: the one that was noted when it began, else the
/// last one of its decision point, else that of the system as a whole.
pub(crate) fn plan_of(read: &Read<'_>, facts: &DrillFacts) -> Result<Option<FallbackPlan>, Error> {
    if let Some(noted) = facts.plan {
        let versions = read.fallback_plans().versions(noted.plan)?;
        let same = |plan: &FallbackPlan| plan.version == noted.version;
        return Ok(versions.into_iter().find(same));
    }
    let Some(system) = facts.system else {
        return Ok(None);
    };
    let plans = read.fallback_plans().list(Some(system))?;
    let at = |point: &str| plans.iter().find(|plan| plan.facts.decision_point == point);
    Ok(at(&facts.decision_point).or_else(|| at("")).cloned())
}

/// Notes the plan and the longest time that hold now.
pub(crate) fn freeze(
    read: &Read<'_>,
    framework: &Framework,
    facts: &mut DrillFacts,
) -> Result<(), Error> {
    facts.plan = None;
    let plan = plan_of(read, facts)?;
    let limit = switch_limit(read, framework, facts.system)?;
    let of_plan = plan.as_ref().map(|plan| &plan.facts);
    facts.limit_minutes = Some(limit_minutes(of_plan, limit.minutes));
    facts.plan = plan.map(|plan| PlanVersion {
        plan: plan.id,
        version: plan.version,
    });
    Ok(())
}

/// Plans a drill, changes one that has not begun, or says which AI system one was about.
pub(crate) fn drill_plan(session: &mut Session, request: DrillPlan) -> Result<DrillDetail, Error> {
    let now = session.reading();
    let facts = checked(request.facts)?;
    let mut writer = session.writer(RECORDERS)?;
    let framework = writer.framework.clone();
    let new = FallbackDrill {
        id: DrillId::new(writer.new_id),
        facts: facts.clone(),
        events: Vec::new(),
        revision: 1,
        recorded: writer.act.clone(),
    };
    match (request.id, request.revision) {
        (None, _) => {
            let subject = Subject::new("drill", new.id);
            writer.mutate("drill.plan", subject, &facts, |tx| {
                tx.systems().get(named(facts.system)?)?;
                tx.drills_mut().add(&new)?;
                detail(tx, &framework, new.id, &now)
            })
        }
        (Some(id), Some(revision)) => {
            let subject = Subject::new("drill", id);
            writer.mutate("drill.change", subject, &facts, |tx| {
                change(tx, &framework, (id, revision), &facts)?;
                count_as_check(tx, id, &new.recorded)?;
                detail(tx, &framework, id, &now)
            })
        }
        (Some(_), None) => Err(Error::new("revision-missing")),
    }
}

fn named(system: Option<SystemId>) -> Result<SystemId, Error> {
    system.ok_or_else(|| Error::new("drill-system-missing"))
}

fn change(
    tx: &Tx<'_>,
    framework: &Framework,
    (id, revision): (DrillId, u32),
    facts: &DrillFacts,
) -> Result<(), Error> {
    let mut drill = tx.drills().get(id)?;
    tx.systems().get(named(facts.system)?)?;
    if course(&drill.events).state == DrillState::Planned {
        drill.facts = DrillFacts {
            named: drill.facts.named,
            ..facts.clone()
        };
    } else if drill.facts.system.is_none() {
        // It was recorded without a passphrase; all that is open is which system was meant, and where.
        drill.facts.system = facts.system;
        drill.facts.decision_point.clone_from(&facts.decision_point);
        freeze(tx, framework, &mut drill.facts)?;
    } else {
        return Err(Error::new("drill-begun"));
    }
    drill.revision = revision;
    Ok(tx.drills_mut().save(&drill)?)
}

/// Trims the texts of a drill and leaves out what the program sets.
pub(crate) fn checked(facts: DrillFacts) -> Result<DrillFacts, Error> {
    let trim = |text: String| text.trim().to_owned();
    let facts = DrillFacts {
        named: trim(facts.named),
        decision_point: trim(facts.decision_point),
        scenario: trim(facts.scenario),
        observers: trim(facts.observers),
        plan: None,
        limit_minutes: None,
        ..facts
    };
    let short = assay_domain::decision::SHORT_TEXT;
    let texts = [
        (&facts.named, short),
        (&facts.decision_point, short),
        (&facts.scenario, LONGEST_TEXT),
        (&facts.observers, LONGEST_TEXT),
    ];
    for (text, most) in texts {
        if text.chars().count() > most {
            return Err(Error::new("text-too-long").with("length", most));
        }
    }
    Ok(facts)
}

/// Records a step of a drill at this moment. With the fault it begins, and what holds then is noted.
pub(crate) fn drill_step(
    session: &mut Session,
    request: DrillStepAdd,
) -> Result<DrillDetail, Error> {
    let now = session.reading();
    let mut writer = session.writer(RECORDERS)?;
    let framework = writer.framework.clone();
    let act = writer.act.clone();
    let by = Some(act.by);
    let (id, step) = (request.id, trimmed(request.step));
    let subject = Subject::new("drill", id);
    writer.mutate("drill.step", subject, &step.clone(), |tx| {
        let mut drill = tx.drills().get(id)?;
        let begins = step
            == (DrillStep::Mark {
                mark: DrillMark::Fault,
            });
        let event = record(&drill.events, step, now.clone(), by)?;
        tx.note("reading", serde_json::to_value(&event.reading)?);
        tx.drills_mut().add_event(id, &event, None)?;
        if begins {
            named(drill.facts.system)?;
            freeze(tx, &framework, &mut drill.facts)?;
            tx.drills_mut().save(&drill)?;
        }
        count_as_check(tx, id, &act)?;
        detail(tx, &framework, id, &now)
    })
}

/// Counts a drill that is finished as the check of the programme that it carries out, once.
pub(crate) fn count_as_check(tx: &Tx<'_>, id: DrillId, act: &Act) -> Result<(), Error> {
    let drill = tx.drills().get(id)?;
    let course = course(&drill.events);
    let begun = course.mark(DrillMark::Fault);
    let (Some(system), Some(begun)) = (drill.facts.system, begun) else {
        return Ok(());
    };
    let record = format!("drill/{id}");
    let kind = CheckKind::FallbackDrill;
    let known = tx.checks().list(Some(system), Some(kind))?;
    let counted = known.iter().any(|check| check.record == record);
    if counted || course.state != DrillState::Finished {
        return Ok(());
    }
    let zone = tx.workspace().get()?.settings.time_zone;
    Ok(tx.checks_mut().add(&Check {
        id: CheckId::new(id.uuid()),
        system,
        kind,
        on: day(begun.at, &zone),
        result: match course.verdict(drill.facts.limit_ms(), 0) {
            DrillVerdict::Within => CheckResult::Passed,
            DrillVerdict::Open | DrillVerdict::Late => CheckResult::Partly,
            DrillVerdict::Failed => CheckResult::Failed,
        },
        note: String::new(),
        record,
        recorded: act.clone(),
    })?)
}

pub(crate) fn trimmed(step: DrillStep) -> DrillStep {
    match step {
        DrillStep::Note { text } => DrillStep::Note {
            text: text.trim().to_owned(),
        },
        DrillStep::Abort { reason } => DrillStep::Abort {
            reason: reason.trim().to_owned(),
        },
        other => other,
    }
}
