//! Incidents: recording, correcting, reporting, closing, and their clocks.

mod entry;
mod view;

pub(crate) use view::{clocks_of, due_clocks, incident_get, incident_list, rows};

use crate::contract::{
    Incident, IncidentDetail, IncidentEvidenceAdd, IncidentReport, IncidentReportAdd, IncidentSave,
    IncidentTake,
};
use crate::error::Error;
use crate::evidence;
use crate::session::Session;
use assay_domain::history::Subject;
use assay_domain::id::{EvidenceId, IncidentId, IncidentReportId};
use assay_domain::incident::{
    IncidentFacts, IncidentState, IncidentStep, IncidentVersion, Refusal, check, check_report,
    may_correct, take,
};
use assay_domain::person::Role;
use assay_store::Tx;

/// Who may record incidents and their reports.
const WRITERS: &[Role] = &[
    Role::Administrator,
    Role::Assessor,
    Role::Reviewer,
    Role::Approver,
    Role::Operator,
];

/// Who may close an incident and open it again.
const CLOSERS: &[Role] = &[Role::Assessor, Role::Reviewer, Role::Approver];

/// Records an incident, or corrects one by a new version.
pub(crate) fn incident_save(
    session: &mut Session,
    request: IncidentSave,
) -> Result<IncidentDetail, Error> {
    let zone = view::zone(session)?;
    let mut writer = session.writer(WRITERS)?;
    let facts = entry::facts(request.entry, &zone)?;
    check(&facts, writer.act.at)?;
    let act = writer.act.clone();
    let id = match (request.id, request.revision) {
        (None, _) => {
            let id = IncidentId::new(writer.new_id);
            writer.mutate("incident.add", Subject::new("incident", id), &facts, |tx| {
                add(tx, id, &facts, &act)
            })?;
            id
        }
        (Some(_), None) => return Err(Error::new("revision-missing")),
        (Some(id), Some(revision)) => {
            let subject = Subject::new("incident", id);
            writer.mutate("incident.correct", subject, &facts, |tx| {
                let before = at_revision(tx, id, revision)?;
                if facts.system != before.facts.system {
                    return Err(Error::new("incident-system"));
                }
                may_correct(before.state, &facts)?;
                pieces_exist(tx, &facts)?;
                let version = IncidentVersion {
                    revision,
                    facts: facts.clone(),
                    state: before.state,
                    reason: String::new(),
                    changed: act.clone(),
                };
                Ok(tx.incidents_mut().change(id, &version)?)
            })?;
            id
        }
    };
    view::detail(session, id)
}

fn add(
    tx: &mut Tx<'_>,
    id: IncidentId,
    facts: &IncidentFacts,
    act: &assay_domain::person::Act,
) -> Result<Incident, Error> {
    tx.systems().get(facts.system)?;
    pieces_exist(tx, facts)?;
    Ok(tx.incidents_mut().add(id, facts, act)?)
}

fn pieces_exist(tx: &Tx<'_>, facts: &IncidentFacts) -> Result<(), Error> {
    for piece in &facts.evidence {
        tx.evidence().get(*piece)?;
    }
    Ok(())
}

/// Reads an incident and refuses a revision that is no longer the newest before anything is judged.
fn at_revision(tx: &Tx<'_>, id: IncidentId, revision: u32) -> Result<Incident, Error> {
    let incident = tx.incidents().get(id)?;
    if incident.revision != revision {
        return Err(assay_store::Error::Stale {
            current: incident.revision,
        }
        .into());
    }
    Ok(incident)
}

/// Takes an incident to its next state.
pub(crate) fn incident_step(
    session: &mut Session,
    request: IncidentTake,
) -> Result<IncidentDetail, Error> {
    let zone = view::zone(session)?;
    let (roles, action) = match request.step {
        IncidentStep::Handle => (WRITERS, "incident.handle"),
        IncidentStep::Close => (CLOSERS, "incident.close"),
        IncidentStep::Reopen => (CLOSERS, "incident.reopen"),
    };
    let reason = request.reason.trim().to_owned();
    entry::fits(&reason)?;
    let mut writer = session.writer(roles)?;
    let act = writer.act.clone();
    let framework = std::sync::Arc::clone(&writer.framework);
    let subject = Subject::new("incident", request.id);
    writer.mutate(action, subject, &request, |tx| {
        let before = at_revision(tx, request.id, request.revision)?;
        let clocks = view::clocks_of(tx, &framework, &before, act.at, &zone)?;
        let state = take(before.state, request.step, &before.facts, &clocks, &reason)?;
        let version = IncidentVersion {
            revision: request.revision,
            facts: before.facts,
            state,
            reason: reason.clone(),
            changed: act.clone(),
        };
        Ok(tx.incidents_mut().change(request.id, &version)?)
    })?;
    view::detail(session, request.id)
}

/// Attaches a new piece of evidence to an incident, by a version that names it.
pub(crate) fn incident_evidence_add(
    session: &mut Session,
    request: IncidentEvidenceAdd,
) -> Result<IncidentDetail, Error> {
    let sealed = evidence::seal(session, &request.piece, WRITERS)?;
    let piece = EvidenceId::new(session.new_id());
    let mut writer = session.writer(WRITERS)?;
    let act = writer.act.clone();
    let payload = sealed.said()?;
    let subject = Subject::new("incident", request.id);
    writer.mutate("incident.evidence", subject, &payload, |tx| {
        let before = at_revision(tx, request.id, request.revision)?;
        let mut facts = before.facts;
        facts.evidence.push(piece);
        may_correct(before.state, &facts)?;
        sealed.add(tx, piece, &act)?;
        let version = IncidentVersion {
            revision: request.revision,
            facts,
            state: before.state,
            reason: String::new(),
            changed: act.clone(),
        };
        Ok(tx.incidents_mut().change(request.id, &version)?)
    })?;
    view::detail(session, request.id)
}

/// Records that an incident was reported, or why a duty asks for no report.
pub(crate) fn incident_report_add(
    session: &mut Session,
    request: IncidentReportAdd,
) -> Result<IncidentDetail, Error> {
    let (zone, locale) = view::zone_and_locale(session)?;
    let mut writer = session.writer(WRITERS)?;
    let act = writer.act.clone();
    let name = writer.open.person.name.clone();
    let framework = std::sync::Arc::clone(&writer.framework);
    let id = IncidentReportId::new(writer.new_id);
    let duties = writer
        .open
        .store
        .read(|read| crate::duty::standing(read, &framework))?;
    let duty = match &request.duty {
        None => None,
        Some(wanted) => {
            let known = duties.into_iter().find(|duty| duty.id == *wanted);
            Some(known.ok_or_else(|| Error::new("not-found").with("noun", "duty"))?)
        }
    };
    let recipient = duty.as_ref().map(|duty| duty.facts.recipient.get(locale));
    let facts = entry::report(request.entry, recipient, &name, act.at, &zone)?;
    let report = IncidentReport {
        id,
        incident: request.incident,
        duty,
        facts,
        supersedes: request.supersedes,
        recorded: act.clone(),
    };
    let subject = Subject::new("incident", request.incident);
    writer.mutate("incident.report", subject, &report.clone(), |tx| {
        write_report(tx, &report)
    })?;
    view::detail(session, request.incident)
}

fn write_report(tx: &mut Tx<'_>, report: &IncidentReport) -> Result<(), Error> {
    let incident = tx.incidents().get(report.incident)?;
    if incident.state == IncidentState::Closed {
        return Err(Refusal::State(incident.state).into());
    }
    let answers = report.duty.is_some();
    check_report(&report.facts, answers, &incident.facts, report.recorded.at)?;
    if let Some(replaced) = report.supersedes {
        let known = tx.incident_reports().of(report.incident)?;
        if !known.iter().any(|other| other.id == replaced) {
            return Err(Error::new("not-found").with("noun", "incident-report"));
        }
    }
    Ok(tx.incident_reports_mut().add(report)?)
}
