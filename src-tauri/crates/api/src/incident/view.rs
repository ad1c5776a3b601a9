//! Incidents as screens show them, with their clocks.

use crate::contract::{
    ClockState, DueClock, DutyClock, Incident, IncidentDetail, IncidentGet, IncidentList,
    IncidentReport, IncidentReportRow, IncidentRow, IncidentRows, IncidentState,
    IncidentVersionRow,
};
use crate::error::Error;
use crate::session::{Session, day};
use crate::whole::midnight;
use assay_domain::action::ActionTarget;
use assay_domain::duty::{Duty, clocks};
use assay_domain::framework::Framework;
use assay_domain::id::{IncidentId, PersonId, SystemId};
use assay_domain::incident::IncidentVersion;
use assay_domain::locale::Locale;
use assay_domain::system::AiSystem;
use assay_domain::time::Timestamp;
use assay_store::Read;
use chrono::Days;
use std::collections::BTreeMap;

/// Returns the workspace's time zone by its name.
pub(super) fn zone(session: &Session) -> Result<String, Error> {
    Ok(zone_and_locale(session)?.0)
}

/// Returns the workspace's time zone and language.
pub(super) fn zone_and_locale(session: &Session) -> Result<(String, Locale), Error> {
    session.opened()?.store.read(|read| {
        let settings = read.workspace().get()?.settings;
        Ok((settings.time_zone, settings.locale))
    })
}

/// Returns the end of the day that lies so many days after the day of a moment.
fn day_end(from: Timestamp, days: u32, zone: &str) -> Timestamp {
    let after = day(from, zone).checked_add_days(Days::new(u64::from(days) + 1));
    after.map_or(from, |after| {
        Timestamp::from_micros(midnight(after, zone).micros() - 1)
    })
}

/// Everything from which the clocks of every incident are read at once.
struct Wall<'a> {
    duties: Vec<Duty>,
    systems: BTreeMap<SystemId, AiSystem>,
    reports: BTreeMap<IncidentId, Vec<IncidentReport>>,
    now: Timestamp,
    zone: &'a str,
}

impl<'a> Wall<'a> {
    fn read(
        read: &Read<'_>,
        framework: &Framework,
        now: Timestamp,
        zone: &'a str,
    ) -> Result<Self, Error> {
        let mut reports: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for report in read.incident_reports().list()? {
            reports.entry(report.incident).or_default().push(report);
        }
        let systems = read.systems().list()?.into_iter();
        Ok(Self {
            duties: crate::duty::standing(read, framework)?,
            systems: systems.map(|system| (system.id, system)).collect(),
            reports,
            now,
            zone,
        })
    }

    fn row(&self, incident: Incident) -> IncidentRow {
        let system = self.systems.get(&incident.facts.system);
        let reports = self
            .reports
            .get(&incident.id)
            .map_or(&[][..], Vec::as_slice);
        let clocks = system.map(|system| {
            clocks(
                &self.duties,
                &system.facts,
                (&incident.facts, incident.state),
                reports,
                self.now,
                &|from, days| day_end(from, days, self.zone),
            )
        });
        IncidentRow {
            system_name: system.map_or_else(String::new, |system| system.facts.name.clone()),
            clocks: clocks.unwrap_or_default(),
            incident,
        }
    }
}

/// Returns the clocks of one incident at a moment.
pub(crate) fn clocks_of(
    read: &Read<'_>,
    framework: &Framework,
    incident: &Incident,
    now: Timestamp,
    zone: &str,
) -> Result<Vec<DutyClock>, Error> {
    let wall = Wall::read(read, framework, now, zone)?;
    Ok(wall.row(incident.clone()).clocks)
}

/// Answers with incidents, those that are not closed first, then the latest first.
pub(crate) fn incident_list(
    session: &mut Session,
    request: IncidentList,
) -> Result<IncidentRows, Error> {
    let now = session.environment.now();
    let framework = &session.framework;
    session.opened()?.store.read(|read| {
        let mut incidents = rows(read, framework, request.system, now)?;
        incidents.sort_by_key(|row| row.incident.state == IncidentState::Closed);
        Ok(IncidentRows { incidents, now })
    })
}

/// Reads the incidents of an AI system, or of all, with their clocks, the latest first.
pub(crate) fn rows(
    read: &Read<'_>,
    framework: &Framework,
    system: Option<SystemId>,
    now: Timestamp,
) -> Result<Vec<IncidentRow>, Error> {
    let zone = read.workspace().get()?.settings.time_zone;
    let wall = Wall::read(read, framework, now, &zone)?;
    let incidents = match system {
        Some(system) => read.incidents().of_system(system)?,
        None => read.incidents().list()?,
    };
    Ok(incidents
        .into_iter()
        .map(|incident| wall.row(incident))
        .collect())
}

/// Returns every clock that runs or is overdue, the most urgent first.
pub(crate) fn due_clocks(
    read: &Read<'_>,
    framework: &Framework,
    now: Timestamp,
) -> Result<Vec<DueClock>, Error> {
    let open = |incident: &Incident| incident.state != IncidentState::Closed;
    let incidents: Vec<Incident> = read.incidents().list()?.into_iter().filter(open).collect();
    if incidents.is_empty() {
        return Ok(Vec::new());
    }
    let zone = read.workspace().get()?.settings.time_zone;
    let wall = Wall::read(read, framework, now, &zone)?;
    let mut due = Vec::new();
    for row in incidents.into_iter().map(|incident| wall.row(incident)) {
        let wanted =
            |clock: &DutyClock| matches!(clock.state, ClockState::Overdue | ClockState::Running);
        due.extend(row.clocks.into_iter().filter(wanted).map(|clock| DueClock {
            incident: row.incident.id,
            title: row.incident.facts.title.clone(),
            system_name: row.system_name.clone(),
            clock,
        }));
    }
    due.sort_by_key(|due| (due.clock.due_at, due.incident));
    Ok(due)
}

/// Answers with one incident and all that belongs to it.
pub(crate) fn incident_get(
    session: &mut Session,
    request: IncidentGet,
) -> Result<IncidentDetail, Error> {
    detail(session, request.id)
}

/// Reads one incident and all that belongs to it.
pub(super) fn detail(session: &Session, id: IncidentId) -> Result<IncidentDetail, Error> {
    let now = session.environment.now();
    let zone = zone(session)?;
    let framework = &session.framework;
    session.opened()?.store.read(|read| {
        let wall = Wall::read(read, framework, now, &zone)?;
        let row = wall.row(read.incidents().get(id)?);
        let persons = read.persons().list()?.into_iter();
        let names: BTreeMap<_, _> = persons.map(|person| (person.id, person.name)).collect();
        let system = row.incident.facts.system;
        let actions = read.actions().of_system(system)?.into_iter();
        let filing = wall.systems.get(&system).map(|system| &system.facts.filing);
        let evidence = row.incident.facts.evidence.iter();
        Ok(IncidentDetail {
            infrastructure_unknown: filing
                .is_some_and(|filing| filing.critical_infrastructure.is_none()),
            reports: report_rows(wall.reports.get(&id).cloned().unwrap_or_default(), &names),
            versions: version_rows(&read.incidents().versions(id)?, &names),
            actions: actions
                .filter(|action| action.facts.target == ActionTarget::Incident(id))
                .collect(),
            evidence: evidence
                .map(|piece| Ok(read.evidence().get(*piece)?))
                .collect::<Result<_, Error>>()?,
            incident: row.incident,
            system_name: row.system_name,
            clocks: row.clocks,
            now,
        })
    })
}

fn report_rows(
    reports: Vec<IncidentReport>,
    names: &BTreeMap<PersonId, String>,
) -> Vec<IncidentReportRow> {
    let replaced: Vec<_> = reports
        .iter()
        .filter_map(|report| report.supersedes)
        .collect();
    reports
        .into_iter()
        .map(|report| IncidentReportRow {
            superseded: replaced.contains(&report.id),
            person: names.get(&report.recorded.by).cloned().unwrap_or_default(),
            report,
        })
        .collect()
}

fn version_rows(
    versions: &[IncidentVersion],
    names: &BTreeMap<PersonId, String>,
) -> Vec<IncidentVersionRow> {
    let before = [None].into_iter().chain(versions.iter().map(Some));
    versions
        .iter()
        .zip(before)
        .map(|(version, before)| IncidentVersionRow {
            revision: version.revision,
            state: version.state,
            reason: version.reason.clone(),
            changed: before.map_or_else(Vec::new, |before| before.facts.changed(&version.facts)),
            at: version.changed.at,
            person: names.get(&version.changed.by).cloned().unwrap_or_default(),
        })
        .collect()
}
