//! The history as a person reads it.

use crate::contract::{HistoryEntry, HistoryList, HistoryPage};
use crate::error::Error;
use crate::session::Session;
use assay_store::Read;
use std::collections::BTreeMap;

/// The most entries of one page.
const MOST: u32 = 500;

/// Answers with a page of the history, newest first.
pub(crate) fn history_list(
    session: &mut Session,
    request: HistoryList,
) -> Result<HistoryPage, Error> {
    session.opened()?.store.read(|read| page(read, &request))
}

fn page(read: &Read<'_>, request: &HistoryList) -> Result<HistoryPage, Error> {
    let names: BTreeMap<_, _> = read
        .persons()
        .list()?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    let entries = read
        .history()
        .entries(request.before, request.limit.clamp(1, MOST))?;
    let entries = entries.into_iter().map(|entry| HistoryEntry {
        sequence: entry.sequence,
        at: entry.body.act.at,
        person: names.get(&entry.body.act.by).cloned().unwrap_or_default(),
        action: entry.body.action,
        subject: subject(read, &entry.body.subject),
        payload: entry.body.payload,
        sha256: assay_domain::history::hex(&entry.hash),
    });
    Ok(HistoryPage {
        entries: entries.collect(),
        head: read.history().head()?.facts(),
    })
}

/// Names what an entry speaks about, as far as it is still there.
fn subject(read: &Read<'_>, subject: &assay_domain::history::Subject) -> String {
    let system = |id| read.systems().get(id).map(|system| system.facts.name).ok();
    let named = match subject.kind.as_str() {
        "system" => subject.id.parse().ok().and_then(system),
        "assessment" => {
            let assessment = subject
                .id
                .parse()
                .ok()
                .and_then(|id| read.assessments().get(id).ok());
            assessment.and_then(|assessment| system(assessment.system))
        }
        "decision" => {
            let id = subject.id.parse().ok();
            let decision = id.and_then(|id| read.decisions().get(id).ok());
            decision.and_then(|decision| system(decision.facts.system))
        }
        "volume" => {
            let id = subject.id.parse().ok();
            let volume = id.and_then(|id| read.volumes().get(id).ok());
            volume.and_then(|volume| system(volume.facts.system))
        }
        "incident" => {
            let id = subject.id.parse().ok();
            let incident = id.and_then(|id| read.incidents().get(id).ok());
            incident.and_then(|incident| system(incident.facts.system))
        }
        "authorisation" => subject.id.parse().ok().and_then(system),
        "audit" => {
            let id = subject.id.parse().ok();
            let audit = id.and_then(|id| read.audits().get(id).ok());
            audit.and_then(|audit| system(audit.system))
        }
        "drill" => {
            let id = subject.id.parse().ok();
            let drill = id.and_then(|id| read.drills().get(id).ok());
            drill.and_then(|drill| drill.facts.system).and_then(system)
        }
        "finding" => {
            let id = subject.id.parse().ok();
            let finding = id.and_then(|id| read.findings().get(id).ok());
            finding.map(|finding| finding.facts.title)
        }
        "action" => {
            let id = subject.id.parse().ok();
            let action = id.and_then(|id| read.actions().get(id).ok());
            action.map(|action| action.facts.title)
        }
        "report" => {
            let id = subject.id.parse().ok();
            let report = id.and_then(|id| read.reports().get(id).ok());
            report.map(|report| report.about)
        }
        "person" => subject
            .id
            .parse()
            .ok()
            .and_then(|id| read.persons().get(id).ok())
            .map(|person| person.name),
        "workspace" => read
            .workspace()
            .get()
            .ok()
            .map(|workspace| workspace.settings.organisation),
        _ => None,
    };
    named.unwrap_or_default()
}
