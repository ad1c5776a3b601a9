//! The history as a person reads it.

use crate::contract::{HistoryEntry, HistoryList, HistoryPage};
use crate::error::Error;
use crate::session::Session;
use assay_domain::history::Subject;
use assay_store::Read;
use std::collections::BTreeMap;
use std::str::FromStr;

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
fn subject(read: &Read<'_>, subject: &Subject) -> String {
    let system = |id| read.systems().get(id).map(|system| system.facts.name).ok();
    let named = match subject.kind.as_str() {
        "system" | "authorisation" => {
            found(subject, |id| read.systems().get(id)).map(|system| system.facts.name)
        }
        "assessment" => found(subject, |id| read.assessments().get(id))
            .and_then(|assessment| system(assessment.system)),
        "decision" => found(subject, |id| read.decisions().get(id))
            .and_then(|decision| system(decision.facts.system)),
        "volume" => found(subject, |id| read.volumes().get(id))
            .and_then(|volume| system(volume.facts.system)),
        "incident" => found(subject, |id| read.incidents().get(id))
            .and_then(|incident| system(incident.facts.system)),
        "audit" => {
            found(subject, |id| read.audits().get(id)).and_then(|audit| system(audit.system))
        }
        "drill" => found(subject, |id| read.drills().get(id))
            .and_then(|drill| drill.facts.system)
            .and_then(system),
        "finding" => {
            found(subject, |id| read.findings().get(id)).map(|finding| finding.facts.title)
        }
        "action" => found(subject, |id| read.actions().get(id)).map(|action| action.facts.title),
        "report" => found(subject, |id| read.reports().get(id)).map(|report| report.about),
        "person" => found(subject, |id| read.persons().get(id)).map(|person| person.name),
        "workspace" => read
            .workspace()
            .get()
            .map(|workspace| workspace.settings.organisation)
            .ok(),
        _ => None,
    };
    named.unwrap_or_default()
}

fn found<I: FromStr, T>(
    subject: &Subject,
    get: impl FnOnce(I) -> Result<T, assay_store::Error>,
) -> Option<T> {
    subject.id.parse().ok().and_then(|id| get(id).ok())
}
