//! Decision records: adding, correcting, the log and its counts.

use crate::contract::{
    Decision, DecisionAdd, DecisionCorrect, DecisionCount, DecisionCounts, DecisionDetail,
    DecisionEntry, DecisionFacts, DecisionFilter, DecisionGet, DecisionList, DecisionPage,
    DecisionRow, DecisionStep, NamedReasonCount,
};
use crate::error::Error;
use crate::reason;
use crate::session::{Session, Writer};
use crate::stats::month_of;
use crate::whole::midnight;
use assay_domain::decision::{change, check, is_entered_late, required, sort_reasons};
use assay_domain::history::Subject;
use assay_domain::id::{DecisionId, PersonId, ReasonId, SystemId};
use assay_domain::person::Role;
use assay_domain::stats::log::Newest;
use assay_domain::time::{Month, StatedTime, Timestamp};
use assay_store::table::decision::{LogFilter, LogNarrow, LogPlace};
use assay_store::{Read, Tx};
use chrono::{NaiveDateTime, TimeZone};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// Who may record decisions, reasons and volumes.
pub(crate) const RECORDERS: &[Role] = &[Role::Operator, Role::Assessor];

/// The most records of one page.
const MOST: u32 = 500;

/// Records a decision.
pub(crate) fn decision_add(session: &mut Session, request: DecisionAdd) -> Result<Decision, Error> {
    let mut writer = session.writer(RECORDERS)?;
    let (facts, name) = facts(&writer, request.entry)?;
    let entered_late = is_entered_late(facts.decided_at.at(), writer.act.at);
    let decision = new(&writer, facts, None, entered_late);
    record(&mut writer, "decision.add", decision, &name)
}

/// Corrects a record by another one that supersedes it.
pub(crate) fn decision_correct(
    session: &mut Session,
    request: DecisionCorrect,
) -> Result<Decision, Error> {
    let mut writer = session.writer(RECORDERS)?;
    let (facts, name) = facts(&writer, request.entry)?;
    let chain = writer
        .open
        .store
        .read(|read| Ok::<_, Error>(read.decisions().chain(request.id)?))?;
    let first = chain
        .first()
        .map_or(writer.act.at, |first| first.recorded.at);
    match chain.last() {
        Some(last) if last.id != request.id => {
            return Err(Error::new("decision-superseded").with("current", last.id));
        }
        Some(last) if last.thinned_at.is_some() => return Err(Error::new("decision-thinned")),
        Some(last) if last.facts == facts => return Err(Error::new("decision-unchanged")),
        _ => {}
    }
    // Whether a decision was entered late follows from its first record: a correction is always later.
    let entered_late = is_entered_late(facts.decided_at.at(), first);
    let decision = new(&writer, facts, Some(request.id), entered_late);
    record(&mut writer, "decision.correct", decision, &name)
}

/// Makes a record of facts.
pub(crate) fn new(
    writer: &Writer<'_>,
    facts: DecisionFacts,
    supersedes: Option<DecisionId>,
    entered_late: bool,
) -> Decision {
    Decision {
        id: DecisionId::new(writer.new_id),
        facts,
        supersedes,
        entered_late,
        thinned_at: None,
        recorded: writer.act.clone(),
    }
}

/// Writes a record and its history entry, both or neither; the reviewer's name is kept where names are.
pub(crate) fn record(
    writer: &mut Writer<'_>,
    action: &str,
    decision: Decision,
    name: &str,
) -> Result<Decision, Error> {
    let subject = Subject::new("decision", decision.id);
    let payload = payload(&decision)?;
    writer.mutate(action, subject, &payload, |tx| {
        seal(tx, &decision.facts)?;
        tx.decisions_mut().add(&decision)?;
        if !name.is_empty() {
            tx.keep_name(&decision.facts.reviewer, name)?;
        }
        Ok(())
    })?;
    Ok(decision)
}

/// Texts that may say something about a person: they stand in the history as digests, so that they
/// can be thinned later and the chain still verifies.
fn sealed(facts: &DecisionFacts) -> [(&'static str, &str); 7] {
    let initial = facts.human_initial.as_deref().unwrap_or_default();
    let outcome = facts.outcome.as_deref().unwrap_or_default();
    [
        ("caseKey", &*facts.case_key),
        ("aiOutput", &facts.ai_output),
        ("humanInitial", initial),
        ("humanFinal", &facts.human_final),
        ("reasonText", &facts.reason_text),
        ("outcome", outcome),
        ("reviewer", &facts.reviewer),
    ]
}

fn seal(tx: &mut Tx<'_>, facts: &DecisionFacts) -> Result<(), Error> {
    for (field, text) in sealed(facts) {
        if !text.is_empty() {
            tx.note_erasable(field, text)?;
        }
    }
    Ok(())
}

/// Returns what the history entry says in the open: everything but the sealed texts.
fn payload(decision: &Decision) -> Result<Value, Error> {
    let mut payload = serde_json::to_value(&decision.facts)?;
    if let Some(fields) = payload.as_object_mut() {
        for (field, _) in sealed(&decision.facts) {
            fields.remove(field);
        }
        fields.insert("supersedes".to_owned(), json!(decision.supersedes));
        fields.insert("enteredLate".to_owned(), json!(decision.entered_late));
    }
    Ok(payload)
}

/// Turns what was entered into facts that hold, with the reviewer's name where it was entered, or says
/// what is wrong.
fn facts(
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
fn stated(text: &str, zone: &str) -> Result<StatedTime, Error> {
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

/// Answers with one record, its chain and its evidence.
pub(crate) fn decision_get(
    session: &mut Session,
    request: DecisionGet,
) -> Result<DecisionDetail, Error> {
    let framework = &session.framework;
    session.opened()?.store.read(|read| {
        let decision = read.decisions().get(request.id)?;
        let chain = read.decisions().chain(request.id)?;
        let reasons = reason::of_system(read, framework, decision.facts.system)?;
        let evidence = decision.facts.evidence.iter();
        Ok(DecisionDetail {
            system_name: read.systems().get(decision.facts.system)?.facts.name,
            reason: reasons
                .into_iter()
                .find(|reason| Some(&reason.id) == decision.facts.reason_code.as_ref()),
            current: chain.last().map_or(decision.id, |last| last.id),
            chain: steps(read, chain)?,
            evidence: evidence
                .map(|piece| Ok(read.evidence().get(*piece)?))
                .collect::<Result<_, Error>>()?,
            decision,
        })
    })
}

fn steps(read: &Read<'_>, chain: Vec<Decision>) -> Result<Vec<DecisionStep>, Error> {
    let names: BTreeMap<PersonId, String> = read
        .persons()
        .list()?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    let mut before: Option<DecisionFacts> = None;
    let steps = chain.into_iter().map(|decision| {
        let step = change(before.as_ref(), &decision.facts);
        before = Some(decision.facts.clone());
        DecisionStep {
            person: names
                .get(&decision.recorded.by)
                .cloned()
                .unwrap_or_default(),
            change: step,
            decision,
        }
    });
    Ok(steps.collect())
}

/// Answers with a page of the log, newest decision first.
pub(crate) fn decision_list(
    session: &mut Session,
    request: DecisionList,
) -> Result<DecisionPage, Error> {
    let after = request.after.as_deref().map(place).transpose()?;
    let limit = request.limit.clamp(1, MOST);
    let store = &session.opened()?.store;
    let mut filter = store.read(|read| filter(read, request.filter))?;
    let mut skip = request.skip;
    if after.is_none() && skip > NEAR {
        skip = jump(session, &mut filter, skip)?;
    }
    session.opened()?.store.read(|read| {
        let mut decisions = read.decisions().page(&filter, after, (skip, limit + 1))?;
        let more = decisions.len() > limit as usize;
        decisions.truncate(limit as usize);
        let last = decisions.last().filter(|_| more);
        Ok(DecisionPage {
            next: last.map(|last| format!("{}.{}", last.facts.decided_at.at().micros(), last.id)),
            decisions: rows(read, decisions)?,
        })
    })
}

/// So many rows are passed over one by one; beyond them the columns of the log tell where to begin.
const NEAR: u64 = 2_000;

/// Moves the end of a filter to where a page begins that passes over so many rows, and returns how
/// many are still to be passed over. Only what the columns hold for all records is looked at: a
/// filter of one system and of days; any other is left as it is.
fn jump(session: &mut Session, filter: &mut LogFilter, skip: u64) -> Result<u64, Error> {
    let days_alone = LogFilter {
        system: filter.system,
        from: filter.from,
        until: filter.until,
        ..LogFilter::default()
    };
    let (Some(system), true) = (filter.system, *filter == days_alone) else {
        return Ok(skip);
    };
    let (span, kept) = session.opened()?.store.read(|read| {
        let kept = read.decision_blocks().rows(system)?;
        Ok::<_, Error>((read.decisions().span(system)?, kept))
    })?;
    let Some((first, last)) = span else {
        return Ok(skip);
    };
    let kept: BTreeMap<Month, u64> = kept.into_iter().collect();
    let from = filter.from.map_or(first, |from| from.max(first));
    let beyond = Month::of(last).next().start();
    let until = filter.until.map_or(beyond, |until| until.min(beyond));
    let mut left = skip;
    let mut month = Month::of(until);
    while month.next().start() > from {
        let whole = month.start() >= from && month.next().start() <= until;
        match kept.get(&month).filter(|_| whole) {
            Some(rows) if *rows <= left => left -= rows,
            _ => match month_of(session, system, month)?.newest(from, until, left) {
                Newest::Fewer(rows) => left -= rows,
                Newest::At { until, newer } => {
                    filter.until = Some(until);
                    return Ok(left - newer);
                }
            },
        }
        month = month.before();
    }
    filter.until = Some(from);
    Ok(left)
}

fn rows(read: &Read<'_>, decisions: Vec<Decision>) -> Result<Vec<DecisionRow>, Error> {
    let mut names: BTreeMap<SystemId, String> = BTreeMap::new();
    let row = |decision: Decision| {
        let system = decision.facts.system;
        let system_name = match names.get(&system) {
            Some(name) => name.clone(),
            None => read.systems().get(system)?.facts.name,
        };
        names.insert(system, system_name.clone());
        Ok(DecisionRow {
            decision,
            system_name,
        })
    };
    decisions.into_iter().map(row).collect()
}

/// Reads the place that a page named as the beginning of the next.
fn place(text: &str) -> Result<LogPlace, Error> {
    let parts = text.split_once('.').and_then(|(micros, id)| {
        Some(LogPlace {
            decided_at: Timestamp::from_micros(micros.parse().ok()?),
            id: id.parse().ok()?,
        })
    });
    parts.ok_or_else(|| Error::new("request-malformed").with("detail", text))
}

/// Turns a filter of the contract into one of the store.
pub(crate) fn filter(read: &Read<'_>, filter: DecisionFilter) -> Result<LogFilter, Error> {
    let zone = read.workspace().get()?.settings.time_zone;
    let after = filter.to.and_then(|to| to.succ_opt());
    Ok(LogFilter {
        system: filter.system,
        from: filter.from.map(|from| midnight(from, &zone)),
        until: after.map(|after| midnight(after, &zone)),
        dispositions: filter.dispositions,
        reason: filter.reason,
        decision_point: filter.decision_point,
        model_version: filter.model_version,
        case_text: filter.case_text.trim().to_owned(),
        narrow: LogNarrow {
            reviewer: filter.reviewer,
            category: filter.category,
            ai_output: filter.ai_output,
            marks: filter.marks,
            label_order: filter.label_order,
        },
    })
}

/// Answers with the counts of the log by disposition and by reason.
pub(crate) fn decision_counts(
    session: &mut Session,
    request: DecisionCount,
) -> Result<DecisionCounts, Error> {
    let framework = &session.framework;
    session.opened()?.store.read(|read| {
        let system = request.filter.system;
        let mut counts = read.decisions().counts(&filter(read, request.filter)?)?;
        let reasons = match system {
            Some(system) => reason::of_system(read, framework, system)?,
            None => reason::of_all(read, framework)?,
        };
        let find = |id: &ReasonId| reasons.iter().find(|reason| reason.id == *id);
        sort_reasons(&mut counts.reasons, |id| {
            find(id).is_some_and(|reason| reason.needs_text)
        });
        let sum = |wanted: fn(assay_domain::decision::Disposition) -> bool| {
            let rows = counts.dispositions.iter();
            rows.filter(|row| wanted(row.disposition))
                .map(|row| row.count)
                .sum()
        };
        Ok(DecisionCounts {
            total: sum(|_| true),
            decided: sum(|disposition| disposition.is_decided()),
            overrides: sum(|disposition| disposition.is_override()),
            reasons: counts
                .reasons
                .into_iter()
                .map(|count| NamedReasonCount {
                    name: count
                        .reason
                        .as_ref()
                        .and_then(find)
                        .map(|reason| reason.name.clone()),
                    reason: count.reason,
                    modified: count.modified,
                    overridden: count.overridden,
                })
                .collect(),
            dispositions: counts.dispositions,
        })
    })
}
