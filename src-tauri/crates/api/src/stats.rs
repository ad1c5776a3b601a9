//! The analysis of decision records.

use crate::contract::{
    DecisionFilter, DecisionStats, DecisionStatsRequest, Drill, FigureSettings, Figures, Pickers,
    SecondReviewOutcome,
};
use crate::decision::log::filter;
use crate::drill::held_within_year;
use crate::error::Error;
use crate::session::{Session, day};
use crate::whole::midnight;
use assay_domain::decision::{Decision, EARLIEST, FallbackFacts};
use assay_domain::evidence::best_standing;
use assay_domain::history::Head;
use assay_domain::id::SystemId;
use assay_domain::stats::case_mix::SHOWN_FROM;
use assay_domain::stats::figures::{
    AlikeMoments, DaySpan, PairSide, PlacedVolume, UnlikePair, figures, newest_alike, pickers,
};
use assay_domain::stats::log::Log;
use assay_domain::time::{Date, Month, Period, Timestamp};
use assay_domain::volume::Span;
use assay_store::Read;
use assay_store::table::decision::LogFilter;
use chrono::{Datelike, Days, Months};
use std::sync::Arc;

/// How many pairs of a kind of like cases are shown.
const PAIRS: u32 = 3;

/// Answers with the analysis of one AI system.
pub(crate) fn decision_stats(
    session: &mut Session,
    request: DecisionStatsRequest,
) -> Result<DecisionStats, Error> {
    let today = session.today()?;
    let (from, to) = range(request.from, request.to, today)?;
    let zone = session.opened()?.store.read(|read| {
        read.systems().get(request.system)?;
        Ok::<_, Error>(read.workspace().get()?.settings.time_zone)
    })?;
    let whole = day_span(from, to, &zone);
    let log = columns(session, request.system, whole.start, whole.end)?;
    let choices = choices(session, &log, whole);
    session
        .opened()?
        .store
        .read(|read| analysis(read, &log, &choices, request, (from, to)))
}

/// The columns that were looked at last, so that another filter on them needs no reading.
pub(crate) struct LookedAt {
    system: SystemId,
    months: Vec<Month>,
    head: Head,
    log: Arc<Log>,
    /// What can be chosen from in some days of them.
    choices: Option<(DaySpan, Arc<Pickers>)>,
}

/// Records of a month from which on its columns are worth keeping.
const WORTH_KEEPING: usize = 2_000;

/// Returns the columns of a system for the months that hold some days.
fn columns(
    session: &mut Session,
    system: SystemId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Arc<Log>, Error> {
    let months: Vec<Month> = months(from, until).collect();
    let head = session.opened()?.store.head()?;
    if let Some(last) = &session.looked_at
        && (last.system, &last.months, last.head) == (system, &months, head)
    {
        return Ok(Arc::clone(&last.log));
    }
    // What was looked at before is let go first: both at once may be too much.
    session.looked_at = None;
    let mut log = Log::new();
    for month in &months {
        log.append(&month_of(session, system, *month)?);
    }
    let log = Arc::new(log);
    session.looked_at = Some(LookedAt {
        system,
        months,
        head,
        log: Arc::clone(&log),
        choices: None,
    });
    Ok(log)
}

/// Returns what can be chosen from in some days, which is the same whatever is chosen.
fn choices(session: &mut Session, log: &Log, days: DaySpan) -> Arc<Pickers> {
    let last = session.looked_at.as_mut();
    if let Some((of, made)) = last.as_ref().and_then(|last| last.choices.as_ref())
        && *of == days
    {
        return Arc::clone(made);
    }
    let made = Arc::new(pickers(log, &[days]));
    if let Some(last) = last {
        last.choices = Some((days, Arc::clone(&made)));
    }
    made
}

/// Reads a month's columns, and keeps them where they had to be made from many records.
pub(crate) fn month_of(
    session: &mut Session,
    system: SystemId,
    month: Month,
) -> Result<Log, Error> {
    let open = session
        .open
        .as_mut()
        .ok_or_else(|| Error::new("workspace-closed"))?;
    let (log, kept) = open.store.read(|read| read_month(read, system, month))?;
    if !kept && log.len() >= WORTH_KEEPING {
        open.store.keep_columns(system, month, &log)?;
    }
    Ok(log)
}

fn analysis(
    read: &Read<'_>,
    log: &Log,
    pickers: &Pickers,
    request: DecisionStatsRequest,
    (from, to): (Date, Date),
) -> Result<DecisionStats, Error> {
    let DecisionStatsRequest {
        system, settings, ..
    } = request;
    let system_name = read.systems().get(system)?.facts.name;
    let zone = read.workspace().get()?.settings.time_zone;
    let periods = periods(from, to, settings.unit, &zone);
    let volumes = read.volumes().list(Some(system), Some(from), Some(to))?;
    let volumes: Vec<PlacedVolume> = volumes
        .into_iter()
        .map(|volume| PlacedVolume {
            span: day_span(volume.facts.period.from, volume.facts.period.to, &zone),
            facts: volume.facts,
        })
        .collect();
    let mut figures = figures(log, &periods, &volumes, &settings);
    if settings
        .selection
        .reviewer
        .as_ref()
        .is_some_and(|name| !name.is_empty())
        && figures.counts.decided < SHOWN_FROM
    {
        return Err(Error::new("stats-reviewer-few").with("least", SHOWN_FROM));
    }
    let records = records(system, from, to, &settings);
    let most = PAIRS as usize;
    let moments = newest_alike(log, &periods, &settings, &figures.likeness.largest, most);
    pair(read, &mut figures, &records, (&settings, pickers), moments)?;
    Ok(DecisionStats {
        system,
        system_name,
        from,
        to,
        time_zone: zone,
        settings,
        records,
        pickers: pickers.clone(),
        figures,
        second_review: second_review(read, system, (from, to))?,
    })
}

fn second_review(
    read: &Read<'_>,
    system: SystemId,
    (from, to): (Date, Date),
) -> Result<Option<SecondReviewOutcome>, Error> {
    let newest = crate::second_review::newest(read, system, &Period { from, to })?;
    Ok(newest.map(|(review, figures)| SecondReviewOutcome { review, figures }))
}

/// Reads the months of a system that hold one moment to another as a log: from the columns that are
/// kept, or from the records where a month has none.
fn log_of(
    read: &Read<'_>,
    system: SystemId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Log, Error> {
    let mut whole = Log::new();
    for month in months(from, until) {
        whole.append(&read_month(read, system, month)?.0);
    }
    Ok(whole)
}

/// Reads a month's columns, and tells whether they were kept or made from the records.
fn read_month(read: &Read<'_>, system: SystemId, month: Month) -> Result<(Log, bool), Error> {
    Ok(match read.decision_blocks().get(system, month)? {
        Some(log) => (log, true),
        None => (read.decisions().columns(system, month)?, false),
    })
}

pub(crate) fn months(from: Timestamp, until: Timestamp) -> impl Iterator<Item = Month> {
    let months = std::iter::successors(Some(Month::of(from)), |month| Some(month.next()));
    months.take_while(move |month| month.start() < until)
}

/// Returns what a system's records of some days and its drills of the twelve months up to the last of
/// them allow clause 6.3 i to reach.
pub(crate) fn fallback(
    read: &Read<'_>,
    system: SystemId,
    days: &Period,
    zone: &str,
) -> Result<FallbackFacts, Error> {
    let whole = day_span(days.from, days.to, zone);
    let of_log = read.fallback_facts((system, whole.start, whole.end), || {
        let log = log_of(read, system, whole.start, whole.end)?;
        let made = figures(&log, &[whole], &[], &FigureSettings::default());
        Ok(FallbackFacts {
            decision_records: u32::try_from(made.counts.records).unwrap_or(u32::MAX),
            rubber_stamp_open: made.attention.rubber_stamp,
            ..FallbackFacts::default()
        })
    });
    // A drill changes no record, so it is not part of what is kept until one changes.
    let drills = read.drills().list(Some(system))?;
    let held = held_within_year(&drills, days.to, zone);
    let shown = match held {
        Some(drill) => read.drills().evidence(drill.id)?,
        None => Vec::new(),
    };
    of_log.map(|facts: FallbackFacts| FallbackFacts {
        drill_within_year: held.is_some(),
        drill_standing: best_standing(&shown),
        ..facts
    })
}

/// Returns the days that are looked at: the year up to today, unless others are asked for.
fn range(from: Option<Date>, to: Option<Date>, today: Date) -> Result<(Date, Date), Error> {
    let to = to.unwrap_or(today).min(today);
    let earliest = day(EARLIEST, "UTC");
    let year = || {
        let before = to.checked_sub_months(Months::new(12));
        before.and_then(|before| before.succ_opt()).unwrap_or(to)
    };
    let from = from.unwrap_or_else(year).max(earliest);
    if from > to {
        return Err(Error::new("stats-range").with("from", from).with("to", to));
    }
    Ok((from, to))
}

fn day_span(from: Date, to: Date, zone: &str) -> DaySpan {
    DaySpan {
        from,
        to,
        start: midnight(from, zone),
        end: midnight(to.succ_opt().unwrap_or(to), zone),
    }
}

/// Cuts days into periods of the calendar; the first and the last may be cut short.
fn periods(from: Date, to: Date, unit: Span, zone: &str) -> Vec<DaySpan> {
    let mut periods = Vec::new();
    let mut first = from;
    while first <= to {
        let next = after(first, unit).unwrap_or(Date::MAX);
        let last = next.pred_opt().map_or(to, |last| last.min(to));
        periods.push(day_span(first, last, zone));
        first = next;
    }
    periods
}

/// Returns the first day of the period after the one in which a day lies.
fn after(day: Date, unit: Span) -> Option<Date> {
    match unit {
        Span::Day => day.succ_opt(),
        Span::Week => {
            let left = 7 - u64::from(day.weekday().num_days_from_monday());
            day.checked_add_days(Days::new(left))
        }
        Span::Month => day.with_day(1)?.checked_add_months(Months::new(1)),
    }
}

/// Returns the filter of the log that lists every record that was looked at.
fn records(system: SystemId, from: Date, to: Date, settings: &FigureSettings) -> DecisionFilter {
    let selection = settings.selection.clone();
    DecisionFilter {
        system: Some(system),
        from: Some(from),
        to: Some(to),
        decision_point: selection.decision_point,
        model_version: selection.model_version,
        reviewer: selection.reviewer,
        category: selection.category,
        label_order: settings.label_order.clone(),
        ..DecisionFilter::default()
    }
}

/// Lays the records behind a figure over those that were looked at.
fn over(records: &DecisionFilter, drill: Drill) -> DecisionFilter {
    let records = records.clone();
    DecisionFilter {
        from: drill.from.or(records.from),
        to: drill.to.or(records.to),
        dispositions: drill.dispositions,
        decision_point: drill.decision_point.or(records.decision_point),
        model_version: drill.model_version.or(records.model_version),
        reason: drill.reason.or(records.reason),
        reviewer: drill.reviewer.or(records.reviewer),
        category: drill.category.or(records.category),
        ai_output: drill.ai_output.or(records.ai_output),
        marks: drill.marks,
        ..records
    }
}

/// Adds to each kind of like cases the newest records that were decided differently.
fn pair(
    read: &Read<'_>,
    made: &mut Figures,
    records: &DecisionFilter,
    (settings, pickers): (&FigureSettings, &Pickers),
    moments: Vec<AlikeMoments>,
) -> Result<(), Error> {
    let side = |decision: Decision| {
        let facts = decision.facts;
        let shown = pickers
            .reviewers
            .iter()
            .any(|shown| shown.value == facts.reviewer);
        PairSide {
            decision: decision.id,
            decided_at: facts.decided_at,
            case_key: facts.case_key,
            reviewer: if shown { facts.reviewer } else { String::new() },
            human_final: facts.human_final,
        }
    };
    for (key, moments) in made.likeness.largest.iter_mut().zip(moments) {
        let of_key = over(records, key.drill.clone());
        let accepted = over(&of_key, settings.accepted());
        let overridden = over(&of_key, settings.overrides());
        let accepted = newest(read, accepted, &moments.accepted)?;
        let overridden = newest(read, overridden, &moments.overridden)?;
        let pairs = accepted.into_iter().zip(overridden);
        key.examples = pairs
            .map(|(accepted, overridden)| UnlikePair {
                accepted: side(accepted),
                overridden: side(overridden),
            })
            .collect();
    }
    Ok(())
}

/// Reads the newest records of a filter, which lie in the given seconds.
fn newest(
    read: &Read<'_>,
    wanted: DecisionFilter,
    seconds: &[Timestamp],
) -> Result<Vec<Decision>, Error> {
    let wanted = filter(read, wanted)?;
    let mut found = Vec::new();
    let mut seconds = seconds.to_vec();
    seconds.dedup();
    for second in seconds {
        let wanted = LogFilter {
            from: Some(second),
            until: Some(Timestamp::from_micros(second.micros() + 1_000_000)),
            ..wanted.clone()
        };
        found.extend(read.decisions().page(&wanted, None, (0, PAIRS))?);
    }
    found.truncate(PAIRS as usize);
    Ok(found)
}
