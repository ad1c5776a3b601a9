//! What was entered about a decision, turned into facts that hold.

use crate::contract::{DecisionEntry, DecisionFacts};
use crate::error::Error;
use crate::reason;
use crate::session::Writer;
use assay_domain::decision::{check, required};
use assay_domain::time::{StatedTime, Timestamp};
use assay_store::Read;
use chrono::{NaiveDateTime, TimeZone};
use zeroize::Zeroizing;

/// Turns what was entered into facts that hold, with the reviewer's name where it was entered, or says
/// what is wrong.
pub(super) fn facts(
    writer: &Writer<'_>,
    entry: DecisionEntry,
) -> Result<(DecisionFacts, Zeroizing<String>), Error> {
    let (system, disposition) = required(entry.system, entry.disposition)?;
    let store = &writer.open.store;
    let zone = store.read(|read| Ok::<_, Error>(read.workspace().get()?.settings.time_zone))?;
    let moment = |text: Option<String>| {
        text.map(|text| Ok::<_, Error>(stated(&text, &zone)?.at()))
            .transpose()
    };
    let decided_at = match &entry.decided_at {
        Some(text) => stated(text, &zone)?,
        None => now(writer.act.at, &zone),
    };
    let short = |text: String| text.trim().to_owned();
    let maybe = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let mut facts = DecisionFacts {
        system,
        decided_at,
        decision_point: short(entry.decision_point),
        model_version: short(entry.model_version),
        prompt_version: short(entry.prompt_version),
        case_key: short(entry.case_key),
        category: short(entry.category),
        ai_output: entry.ai_output,
        ai_confidence: entry.ai_confidence,
        ai_at: moment(entry.ai_at)?,
        latency_ms: entry.latency_ms,
        reviewer: short(entry.reviewer),
        human_initial: maybe(entry.human_initial),
        human_final: entry.human_final,
        disposition,
        reason_code: entry.reason_code,
        reason_text: entry.reason_text,
        harm_if_followed: entry.harm_if_followed,
        harm_if_wrong: entry.harm_if_wrong,
        reversible: entry.reversible,
        outcome: maybe(entry.outcome),
        outcome_at: moment(entry.outcome_at)?,
        outcome_source: short(entry.outcome_source),
        seeded: entry.seeded,
        evidence: entry.evidence,
    };
    store.read(|read| known(read, writer, &facts))?;
    facts.complete();
    let mut name = Zeroizing::new(std::mem::take(&mut facts.reviewer));
    facts.reviewer = pseudonym(writer, &name)?;
    if facts.reviewer == *name {
        name.clear();
    }
    Ok((facts, name))
}

/// Checks the facts against the clock and the workspace.
fn known(read: &Read<'_>, writer: &Writer<'_>, facts: &DecisionFacts) -> Result<(), Error> {
    read.systems().get(facts.system)?;
    let reasons = reason::of_system(read, &writer.framework, facts.system)?;
    check(facts, writer.act.at, &reasons)?;
    for piece in &facts.evidence {
        read.evidence().get(*piece)?;
    }
    Ok(())
}

/// Returns the pseudonym of a reviewer. One that stands in the log already is taken as it is, so
/// that a correction, which holds no name, keeps it.
fn pseudonym(writer: &Writer<'_>, reviewer: &str) -> Result<String, Error> {
    let store = &writer.open.store;
    let looks_like_one = reviewer.len() == 10 && reviewer.starts_with("R-");
    let known = looks_like_one
        && store.read(|read| Ok::<_, Error>(read.decisions().knows_word(reviewer)?))?;
    Ok(match reviewer {
        "" => String::new(),
        pseudonym if known => pseudonym.to_owned(),
        name => store.pseudonym(name),
    })
}

/// Reads a time as it was entered: with its offset, or as local time of the workspace.
pub(crate) fn stated(text: &str, zone: &str) -> Result<StatedTime, Error> {
    let text = text.trim();
    if let Ok(stated) = StatedTime::parse(text) {
        return Ok(stated);
    }
    let refused = || Error::new("time-malformed").with("value", text);
    let forms = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%d %H:%M",
    ];
    let local = forms
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .ok_or_else(refused)?;
    // Of an hour that the clock shows twice the first is meant; one that it skips does not exist.
    let zoned = time_zone(zone).from_local_datetime(&local).earliest();
    Ok(zoned.ok_or_else(refused)?.fixed_offset().into())
}

fn now(at: Timestamp, zone: &str) -> StatedTime {
    at.utc()
        .with_timezone(&time_zone(zone))
        .fixed_offset()
        .into()
}

/// Returns a time zone by its name; an unknown one counts as UTC.
fn time_zone(zone: &str) -> chrono_tz::Tz {
    zone.parse().unwrap_or(chrono_tz::UTC)
}
