//! The columns of the log, kept month by month beside the records, so that the figures of a year are
//! read in one piece instead of from each record.
//!
//! They are derived: a month has its whole log here or nothing at all, and what is not there is made
//! again from the records. A change of a record takes its month away.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Sql, key};
use assay_domain::id::SystemId;
use assay_domain::stats::log::Log;
use assay_domain::time::Month;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    3,
    "CREATE TABLE decision_block (
        system BLOB NOT NULL REFERENCES system (id),
        month INTEGER NOT NULL,
        import INTEGER NOT NULL,
        part INTEGER NOT NULL,
        rows INTEGER NOT NULL CHECK (rows > 0),
        log BLOB NOT NULL,
        PRIMARY KEY (system, month, import, part)
    ) STRICT;",
)];

/// Blocks that are not of an import have this number in its place.
const MADE_AGAIN: i64 = 0;

/// Which blocks are seen: all but those of imports that are not published.
const SEEN: &str = "import NOT IN (SELECT number FROM decision_import WHERE state <> 1)";

/// Reads the columns of the log.
#[derive(Clone, Copy)]
pub struct Blocks<'a>(pub(crate) Sql<'a>);

impl Blocks<'_> {
    /// Reads the log of a system's month, or nothing where it has to be made again.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn get(&self, system: SystemId, month: Month) -> Result<Option<Log>, Error> {
        let mut whole: Option<Log> = None;
        self.0.each(
            &format!(
                "SELECT log FROM decision_block WHERE system = ?1 AND month = ?2 AND {SEEN}
                 ORDER BY import, part"
            ),
            (key(system.uuid()), month.number()),
            |columns| {
                let bytes: Vec<u8> = columns.get("log")?;
                let part = Log::from_bytes(&bytes).map_err(Error::content)?;
                match &mut whole {
                    Some(whole) => whole.append(&part),
                    none => *none = Some(part),
                }
                Ok(())
            },
        )?;
        Ok(whole)
    }

    /// Reads how many records each month of a system has, as far as the months are kept.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn rows(&self, system: SystemId) -> Result<Vec<(Month, u64)>, Error> {
        self.0.list(
            &format!(
                "SELECT month, sum(rows) AS n FROM decision_block WHERE system = ?1 AND {SEEN}
                 GROUP BY month ORDER BY month"
            ),
            [key(system.uuid())],
            |columns| {
                let rows: i64 = columns.get("n")?;
                let rows = u64::try_from(rows).map_err(Error::content)?;
                Ok((Month::numbered(columns.get("month")?), rows))
            },
        )
    }
}

/// Keeps the log of a month that was made again from its records.
pub(crate) fn keep(sql: Sql<'_>, system: SystemId, month: Month, log: &Log) -> Result<(), Error> {
    forget(sql, system, month)?;
    write(sql, (system, month), (MADE_AGAIN, 0), log)
}

/// Writes a part of a month.
pub(crate) fn write(
    sql: Sql<'_>,
    (system, month): (SystemId, Month),
    (import, part): (i64, u32),
    log: &Log,
) -> Result<(), Error> {
    let rows = i64::try_from(log.len()).map_err(Error::content)?;
    sql.run(
        "INSERT INTO decision_block (system, month, import, part, rows, log)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            key(system.uuid()),
            month.number(),
            import,
            part,
            rows,
            log.to_bytes()
        ],
    )?;
    Ok(())
}

/// Takes a month away, since one of its records changed.
pub(crate) fn forget(sql: Sql<'_>, system: SystemId, month: Month) -> Result<(), Error> {
    sql.memo.forget();
    sql.run(
        &format!("DELETE FROM decision_block WHERE system = ?1 AND month = ?2 AND {SEEN}"),
        (key(system.uuid()), month.number()),
    )?;
    Ok(())
}

/// Takes every month of a system away.
pub(crate) fn forget_all(sql: Sql<'_>, system: SystemId) -> Result<(), Error> {
    sql.memo.forget();
    sql.run(
        "DELETE FROM decision_block WHERE system = ?1",
        [key(system.uuid())],
    )?;
    Ok(())
}

/// Removes what an import brought, before it is published or after it was taken back.
pub(crate) fn forget_import(sql: Sql<'_>, import: i64) -> Result<(), Error> {
    sql.run("DELETE FROM decision_block WHERE import = ?1", [import])?;
    Ok(())
}

/// Drops months of an import that is being published where the log has records that no block holds,
/// so that such a month is made again as a whole.
pub(crate) fn join(sql: Sql<'_>, system: SystemId, import: i64) -> Result<(), Error> {
    sql.memo.forget();
    let months = sql.list(
        "SELECT DISTINCT month FROM decision_block WHERE system = ?1 AND import = ?2",
        (key(system.uuid()), import),
        |columns| Ok(Month::numbered(columns.get("month")?)),
    )?;
    for month in months {
        if has_blocks(sql, system, month, import)? || !has_records(sql, system, month, import)? {
            continue;
        }
        sql.run(
            "DELETE FROM decision_block WHERE system = ?1 AND month = ?2 AND import = ?3",
            (key(system.uuid()), month.number(), import),
        )?;
    }
    Ok(())
}

fn has_blocks(sql: Sql<'_>, system: SystemId, month: Month, but: i64) -> Result<bool, Error> {
    let found = sql.first(
        &format!(
            "SELECT 1 AS one FROM decision_block WHERE system = ?1 AND month = ?2 AND import <> ?3
                AND {SEEN} LIMIT 1"
        ),
        (key(system.uuid()), month.number(), but),
        |columns| columns.get::<i64>("one"),
    )?;
    Ok(found.is_some())
}

/// Tells whether a month has a record that is not of one import.
fn has_records(sql: Sql<'_>, system: SystemId, month: Month, but: i64) -> Result<bool, Error> {
    let found = sql.first(
        &format!(
            "SELECT 1 AS one FROM decision WHERE system = ?1 AND decided_at >= ?2
                AND decided_at < ?3 AND (import IS NULL OR (import <> ?4 AND {SEEN})) LIMIT 1"
        ),
        (
            key(system.uuid()),
            month.start().micros(),
            month.next().start().micros(),
            but,
        ),
        |columns| columns.get::<i64>("one"),
    )?;
    Ok(found.is_some())
}
