//! The history as a person reads it.

use crate::contract::{HistoryEntry, HistoryList, HistoryPage};
use crate::error::Error;
use crate::session::Session;
use assay_domain::framework::Text;
use assay_domain::history::{EntryBody, Subject};
use assay_domain::id::DutyId;
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
        subject: subject(read, &entry.body),
        action: entry.body.action,
        payload: entry.body.payload,
        sha256: assay_domain::history::hex(&entry.hash),
    });
    Ok(HistoryPage {
        entries: entries.collect(),
        head: read.history().head()?.facts(),
    })
}

/// Names what an entry speaks about, as far as it is still there: by its own title where it has one, else by
/// its AI system.
fn subject(read: &Read<'_>, body: &EntryBody) -> String {
    titled(read, &body.subject)
        .or_else(|| system_of(read, body))
        .unwrap_or_default()
}

fn titled(read: &Read<'_>, subject: &Subject) -> Option<String> {
    match subject.kind.as_str() {
        "finding" => {
            found(subject, |id| read.findings().get(id)).map(|finding| finding.facts.title)
        }
        "action" => found(subject, |id| read.actions().get(id)).map(|action| action.facts.title),
        "report" => found(subject, |id| read.reports().get(id)).map(|report| report.about),
        "person" => found(subject, |id| read.persons().get(id)).map(|person| person.name),
        "plan" => found(subject, |id| read.plans().get(id))
            .map(|plan| plan.name)
            .filter(|name| !name.is_empty()),
        "question_pack" => {
            let pack = read.question_packs().get(&subject.id).ok()?;
            Some(both(&pack.name))
        }
        "duty" => {
            let id = DutyId::from(subject.id.as_str());
            let latest = read.duties().versions(&id).ok()?.pop()?;
            Some(both(&latest.facts.recipient))
        }
        "workspace" => read
            .workspace()
            .get()
            .map(|workspace| workspace.settings.organisation)
            .ok(),
        _ => None,
    }
}

/// A text in both languages; once where both are the same or one is empty.
fn both(text: &Text) -> String {
    if text.en == text.zh {
        text.en.clone()
    } else {
        format!("{} {}", text.en, text.zh).trim().to_owned()
    }
}

fn system_of(read: &Read<'_>, body: &EntryBody) -> Option<String> {
    let subject = &body.subject;
    let id = match subject.kind.as_str() {
        "system" | "authorisation" => subject.id.parse().ok(),
        "assessment" => found(subject, |id| read.assessments().get(id)).map(|found| found.system),
        "decision" => found(subject, |id| read.decisions().get(id)).map(|found| found.facts.system),
        "volume" => found(subject, |id| read.volumes().get(id)).map(|found| found.facts.system),
        "import" => found(subject, |id| read.imports().get(id)).map(|found| found.system),
        "second_review" => {
            found(subject, |id| read.second_reviews().get(id)).map(|found| found.system)
        }
        "incident" => found(subject, |id| read.incidents().get(id)).map(|found| found.facts.system),
        "audit" => found(subject, |id| read.audits().get(id)).map(|found| found.system),
        "audit_sample" => found(subject, |id| read.audit_samples().get(id))
            .and_then(|sample| read.audits().get(sample.audit).ok())
            .map(|audit| audit.system),
        "drill" => found(subject, |id| read.drills().get(id)).and_then(|found| found.facts.system),
        "fallback_plan" => found(subject, |id| read.fallback_plans().versions(id))
            .and_then(|versions| versions.into_iter().next())
            .map(|latest| latest.facts.system),
        "plan" => found(subject, |id| read.plans().get(id))
            .and_then(|mut plan| plan.terms.pop())
            .filter(|term| term.systems.len() == 1)
            .and_then(|term| term.systems.into_iter().next()),
        // What has neither says in its payload which AI system it is about.
        _ => body.payload["system"]
            .as_str()
            .and_then(|id| id.parse().ok()),
    };
    id.and_then(|id| read.systems().get(id).ok())
        .map(|system| system.facts.name)
}

fn found<I: FromStr, T>(
    subject: &Subject,
    get: impl FnOnce(I) -> Result<T, assay_store::Error>,
) -> Option<T> {
    subject.id.parse().ok().and_then(|id| get(id).ok())
}
