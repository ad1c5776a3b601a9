//! From what was entered to what is kept: times are read in the workspace's time zone.

use crate::contract::{
    IncidentEntry, IncidentField, IncidentReportEntry, IncidentReportFacts, IncidentReportKind,
};
use crate::decision::stated;
use crate::error::Error;
use assay_domain::decision::LONG_TEXT;
use assay_domain::incident::{IncidentFacts, Refusal};
use assay_domain::time::Timestamp;

/// Reads a time that may be missing; an empty text is a missing time.
fn time(text: Option<&str>, zone: &str) -> Result<Option<Timestamp>, Error> {
    let given = text.map(str::trim).filter(|text| !text.is_empty());
    given.map(|text| Ok(stated(text, zone)?.at())).transpose()
}

/// Makes facts of an entry.
pub(super) fn facts(entry: IncidentEntry, zone: &str) -> Result<IncidentFacts, Error> {
    let read = |text: &Option<String>| time(text.as_deref(), zone);
    let system = entry
        .system
        .ok_or_else(|| Error::new("incident-system-missing"))?;
    let kind = entry.kind.ok_or(Refusal::Empty(IncidentField::Kind))?;
    let occurred = read(&entry.occurred_at)?;
    let occurred_at = occurred.ok_or(Refusal::Empty(IncidentField::OccurredAt))?;
    let plain = |text: String| text.trim().to_owned();
    Ok(IncidentFacts {
        system,
        kind,
        severity: entry.severity,
        title: plain(entry.title),
        decision_point: plain(entry.decision_point),
        occurred_at,
        noticed_at: read(&entry.noticed_at)?.unwrap_or(occurred_at),
        decided_at: read(&entry.decided_at)?,
        manual_at: read(&entry.manual_at)?,
        restored_at: read(&entry.restored_at)?,
        effect: plain(entry.effect),
        people: entry.people,
        cases: entry.cases,
        harm: entry.harm,
        response: plain(entry.response),
        cause: plain(entry.cause),
        lessons: plain(entry.lessons),
        evidence: entry.evidence,
    })
}

/// Makes facts of a report: where the entry is silent, the duty, the person and the clock speak.
pub(super) fn report(
    entry: IncidentReportEntry,
    recipient: Option<&str>,
    person: &str,
    now: Timestamp,
    zone: &str,
) -> Result<IncidentReportFacts, Error> {
    let kind = entry.kind.unwrap_or(IncidentReportKind::Made);
    let or = |text: String, other: &str| match text.trim() {
        "" => other.to_owned(),
        text => text.to_owned(),
    };
    let made = kind == IncidentReportKind::Made;
    let given = time(entry.reported_at.as_deref(), zone)?;
    Ok(IncidentReportFacts {
        kind,
        recipient: or(entry.recipient, recipient.unwrap_or_default()),
        reported_at: made.then(|| given.unwrap_or(now)),
        reporter: if made {
            or(entry.reporter, person)
        } else {
            String::new()
        },
        receipt: if made {
            entry.receipt.trim().to_owned()
        } else {
            String::new()
        },
        note: entry.note.trim().to_owned(),
    })
}

/// Refuses a text that is too long to be kept.
pub(super) fn fits(text: &str) -> Result<(), Error> {
    if text.chars().count() > LONG_TEXT {
        return Err(Error::new("text-too-long").with("length", LONG_TEXT));
    }
    Ok(())
}
