//! The log of decisions: its pages and its counts.

use crate::contract::{
    Decision, DecisionCount, DecisionCounts, DecisionFilter, DecisionList, DecisionPage,
    DecisionRow, NamedReasonCount,
};
use crate::error::Error;
use crate::reason;
use crate::session::Session;
use crate::stats::month_of;
use crate::whole::midnight;
use assay_domain::decision::sort_reasons;
use assay_domain::id::{ReasonId, SystemId};
use assay_domain::stats::log::Newest;
use assay_domain::time::{Month, Timestamp};
use assay_store::Read;
use assay_store::table::decision::{LogFilter, LogNarrow, LogPlace};
use std::collections::BTreeMap;

/// The most records of one page.
const MOST: u32 = 500;

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
