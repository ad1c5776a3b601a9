//! The log: pages newest first and counts, answered from one index.

use super::row::{Words, disposition, number};
use crate::error::Error;
use crate::sql::{Columns, Sql, key};
use assay_domain::decision::{Disposition, DispositionCount, ReasonCount};
use assay_domain::id::{DecisionId, ReasonId, SystemId};
use assay_domain::time::Timestamp;
use rusqlite::ToSql;
use std::collections::BTreeMap;

/// Which records of the log are meant. Records that a correction supersedes never are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Of one AI system, or of all.
    pub system: Option<SystemId>,
    /// Decided at this moment or later.
    pub from: Option<Timestamp>,
    /// Decided before this moment.
    pub until: Option<Timestamp>,
    /// With one of these dispositions; none means any.
    pub dispositions: Vec<Disposition>,
    /// With this reason; an empty one means those without.
    pub reason: Option<String>,
    /// Of this decision point; an empty one means those without.
    pub decision_point: Option<String>,
    /// Of this model version; an empty one means those without.
    pub model_version: Option<String>,
    /// With this text within the case key; letters of ASCII count alike in both cases.
    pub case_text: String,
    /// What is asked beyond that.
    pub narrow: LogNarrow,
}

/// A place in the log: the record after which a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LogPlace {
    /// When the record was decided.
    pub decided_at: Timestamp,
    /// Which record.
    pub id: DecisionId,
}

/// What the log counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogCounts {
    /// Records by disposition, each disposition once, in the order of forms.
    pub dispositions: Vec<DispositionCount>,
    /// Overrides by reason, in no order.
    pub reasons: Vec<ReasonCount>,
}

/// Which rows: those of a filter that nothing supersedes. The index `decision_log` holds every
/// column of it, so no record is read.
macro_rules! matching {
    () => {
        "system = ?1 AND decided_at >= ?2 AND decided_at < ?3 AND (?4 >> disposition) & 1
            AND (NOT ?5 OR reason IS ?6) AND (NOT ?7 OR decision_point IS ?8)
            AND (NOT ?9 OR model_version IS ?10)
            AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.supersedes = d.id)
            AND (import IS NULL OR import NOT IN
                (SELECT number FROM decision_import WHERE state <> 1))"
    };
}

// Below the macro, which it uses.
mod narrow;

pub use narrow::LogNarrow;

/// A filter as the statements take it; words are numbers already.
#[derive(Clone)]
struct Bound {
    from: i64,
    until: i64,
    dispositions: i64,
    words: [(bool, Option<i64>); 3],
    text: String,
}

impl LogFilter {
    /// Binds the filter, or nothing when it names a word that no record has.
    fn bind(&self, sql: Sql<'_>) -> Result<Option<Bound>, Error> {
        let mut words = [(false, None); 3];
        let named = [&self.reason, &self.decision_point, &self.model_version];
        for (bound, word) in words.iter_mut().zip(named) {
            let Some(word) = word else { continue };
            let number = Words(sql).find(word)?;
            if number.is_none() && !word.is_empty() {
                return Ok(None);
            }
            *bound = (true, number);
        }
        let all = self.dispositions.is_empty();
        let wanted = Disposition::ALL
            .iter()
            .filter(|d| all || self.dispositions.contains(d));
        Ok(Some(Bound {
            from: self.from.map_or(i64::MIN, Timestamp::micros),
            until: self.until.map_or(i64::MAX, Timestamp::micros),
            dispositions: wanted.fold(0, |bits, d| bits | (1 << number(*d))),
            words,
            text: self.case_text.to_ascii_lowercase(),
        }))
    }

    fn systems(&self, sql: Sql<'_>) -> Result<Vec<[u8; 16]>, Error> {
        match self.system {
            Some(system) => Ok(vec![key(system.uuid())]),
            None => sql.list("SELECT id FROM system", [], |columns| columns.get("id")),
        }
    }
}

impl Bound {
    /// Runs a statement with the filter as its first ten parameters.
    fn each(
        &self,
        sql: Sql<'_>,
        statement: &str,
        system: &[u8; 16],
        more: &[&dyn ToSql],
        take: impl FnMut(&Columns<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let [reason, point, model] = &self.words;
        let filter: [&dyn ToSql; 10] = [
            system,
            &self.from,
            &self.until,
            &self.dispositions,
            &reason.0,
            &reason.1,
            &point.0,
            &point.1,
            &model.0,
            &model.1,
        ];
        let params = [&filter, more].concat();
        sql.each(statement, params.as_slice(), take)
    }
}

/// Finds the records of a page, newest first, after a place in the log.
pub(super) fn page(
    sql: Sql<'_>,
    filter: &LogFilter,
    after: Option<LogPlace>,
    (skip, limit): (u64, u32),
) -> Result<Vec<LogPlace>, Error> {
    let Some(bound) = filter.bind(sql)? else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    let systems = filter.systems(sql)?;
    if let ([system], true) = (&systems[..], filter.narrow.is_nothing()) {
        let part = (skip, limit.into());
        page_of_system(sql, &bound, system, after, part, &mut found)?;
        return Ok(found);
    }
    // Rows of several systems interleave, and what a narrow filter leaves is not known before its rows
    // are read, so what is passed over is read too.
    let reach = skip.saturating_add(limit.into());
    for system in systems {
        if filter.narrow.is_nothing() {
            page_of_system(sql, &bound, &system, after, (0, reach), &mut found)?;
        } else {
            let part = (after, usize::try_from(reach).unwrap_or(usize::MAX));
            narrow::page_of_system(sql, filter, &bound, &system, part, &mut found)?;
        }
    }
    found.sort_unstable_by(|a: &LogPlace, b: &LogPlace| b.cmp(a));
    let page = found
        .into_iter()
        .skip(usize::try_from(skip).unwrap_or(usize::MAX));
    Ok(page.take(limit as usize).collect())
}

fn page_of_system(
    sql: Sql<'_>,
    bound: &Bound,
    system: &[u8; 16],
    after: Option<LogPlace>,
    (skip, limit): (u64, u64),
    found: &mut Vec<LogPlace>,
) -> Result<(), Error> {
    // More rows than the engine counts to are more than there can be.
    let (skip, limit) = (
        skip.min(u64::from(u32::MAX)),
        limit.min(u64::from(u32::MAX)),
    );
    let (skip, limit) = (skip.cast_signed(), limit.cast_signed());
    let (at, id) = after.map_or((i64::MAX, [u8::MAX; 16]), |place| {
        (place.decided_at.micros(), key(place.id.uuid()))
    });
    // The engine enters the index at one upper bound only, so the place is made part of it.
    let bound = &Bound {
        until: bound.until.min(at.saturating_add(1)),
        ..bound.clone()
    };
    let take = |columns: &Columns<'_>| {
        found.push(LogPlace {
            decided_at: columns.time("decided_at")?,
            id: columns.id("id", DecisionId::new)?,
        });
        Ok(())
    };
    // Only the text asks for the records themselves.
    if bound.text.is_empty() {
        let statement = concat!(
            "SELECT decided_at, id FROM decision d WHERE ",
            matching!(),
            " AND (decided_at, id) < (?11, ?12) ORDER BY decided_at DESC, id DESC LIMIT ?13
              OFFSET ?14"
        );
        return bound.each(sql, statement, system, &[&at, &id, &limit, &skip], take);
    }
    let statement = concat!(
        "SELECT decided_at, id FROM decision d WHERE ",
        matching!(),
        " AND (decided_at, id) < (?11, ?12) AND instr(lower(case_key), ?15)
          ORDER BY decided_at DESC, id DESC LIMIT ?13 OFFSET ?14"
    );
    bound.each(
        sql,
        statement,
        system,
        &[&at, &id, &limit, &skip, &bound.text],
        take,
    )
}

/// Counts the records of a filter by disposition, and overrides by reason.
pub(super) fn counts(sql: Sql<'_>, filter: &LogFilter) -> Result<LogCounts, Error> {
    let mut groups = BTreeMap::new();
    if let Some(bound) = filter.bind(sql)? {
        for system in filter.systems(sql)? {
            if filter.narrow.is_nothing() {
                count_of_system(sql, &bound, &system, &mut groups)?;
            } else {
                narrow::count_of_system(sql, filter, &bound, &system, &mut groups)?;
            }
        }
    }
    let mut by_disposition: BTreeMap<Disposition, u64> = BTreeMap::new();
    let mut by_reason: BTreeMap<Option<i64>, [u64; 2]> = BTreeMap::new();
    for ((disposition, reason), count) in groups {
        *by_disposition.entry(disposition).or_default() += count;
        if disposition.is_override() {
            let overridden = usize::from(disposition == Disposition::Overridden);
            by_reason.entry(reason).or_default()[overridden] += count;
        }
    }
    let reasons = by_reason
        .into_iter()
        .map(|(reason, [modified, overridden])| {
            Ok(ReasonCount {
                reason: reason.map(|id| code(sql, id)).transpose()?,
                modified,
                overridden,
            })
        });
    Ok(LogCounts {
        dispositions: Disposition::ALL
            .iter()
            .map(|disposition| DispositionCount {
                disposition: *disposition,
                count: by_disposition.get(disposition).copied().unwrap_or(0),
            })
            .collect(),
        reasons: reasons.collect::<Result<_, Error>>()?,
    })
}

/// Records by disposition and by the number of their reason.
type Groups = BTreeMap<(Disposition, Option<i64>), u64>;

fn count_of_system(
    sql: Sql<'_>,
    bound: &Bound,
    system: &[u8; 16],
    groups: &mut Groups,
) -> Result<(), Error> {
    let take = |columns: &Columns<'_>| {
        let group = (
            disposition(columns.get("disposition")?)?,
            columns.get("reason")?,
        );
        let count: i64 = columns.get("n")?;
        *groups.entry(group).or_default() += u64::try_from(count).map_err(Error::content)?;
        Ok(())
    };
    if bound.text.is_empty() {
        let statement = concat!(
            "SELECT disposition, reason, count(*) AS n FROM decision d WHERE ",
            matching!(),
            " GROUP BY disposition, reason"
        );
        return bound.each(sql, statement, system, &[], take);
    }
    let statement = concat!(
        "SELECT disposition, reason, count(*) AS n FROM decision d WHERE ",
        matching!(),
        " AND instr(lower(case_key), ?11) GROUP BY disposition, reason"
    );
    bound.each(sql, statement, system, &[&bound.text], take)
}

fn code(sql: Sql<'_>, id: i64) -> Result<ReasonId, Error> {
    let word = sql.first(
        "SELECT word FROM decision_word WHERE id = ?1",
        [id],
        |columns| columns.get::<String>("word"),
    )?;
    word.map(ReasonId::from)
        .ok_or_else(|| Error::content(format!("word {id}")))
}
