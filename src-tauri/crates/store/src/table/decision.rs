//! Decision records. They are never edited: a correction is a new record that supersedes.

mod entries;
mod log;
mod row;
mod schema;
pub(crate) mod staging;
mod thin;

pub use log::{LogCounts, LogFilter, LogNarrow, LogPlace};
pub use thin::Thinning;
pub(crate) use thin::{sweep, thin};

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Sql, key};
use crate::table::decision_block;
use crate::table::evidence::{Attachments, Kind};
use assay_domain::decision::{Decision, RecordKey, case_key, record_key, thinned_key};
use assay_domain::id::{DecisionId, SystemId};
use assay_domain::stats::log::Log;
use assay_domain::time::{Month, Timestamp};
pub(crate) use row::disposition;

use row::{Words, select};

pub(crate) const MIGRATIONS: &[Migration] = schema::MIGRATIONS;

/// Reads decision records.
#[derive(Clone, Copy)]
pub struct Decisions<'a>(pub(crate) Sql<'a>);

impl Decisions<'_> {
    /// Reads the records of a system from one moment (included) to another (excluded), in the order
    /// of the decisions; records that a correction supersedes are left out.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(
        &self,
        system: SystemId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<Decision>, Error> {
        let mut decisions = self.0.list(
            select!(
                "WHERE d.system = ?1 AND d.decided_at >= ?2 AND d.decided_at < ?3
                    AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.supersedes = d.id)
                    AND (import IS NULL OR import NOT IN
                        (SELECT number FROM decision_import WHERE state <> 1))
                 ORDER BY d.decided_at, d.id"
            ),
            (key(system.uuid()), from.micros(), until.micros()),
            row::decision,
        )?;
        let mut pieces = Attachments(self.0, Kind::Decision).by_owner()?;
        for decision in &mut decisions {
            decision.facts.evidence = pieces.remove(&key(decision.id.uuid())).unwrap_or_default();
        }
        Ok(decisions)
    }

    /// Makes the columns of a system's month from its records; what evidence they have does not matter.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn columns(&self, system: SystemId, month: Month) -> Result<Log, Error> {
        let mut log = Log::new();
        self.0.each(
            select!(
                "WHERE d.system = ?1 AND d.decided_at >= ?2 AND d.decided_at < ?3
                    AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.supersedes = d.id)
                    AND (import IS NULL OR import NOT IN
                        (SELECT number FROM decision_import WHERE state <> 1))
                 ORDER BY d.decided_at, d.id"
            ),
            (
                key(system.uuid()),
                month.start().micros(),
                month.next().start().micros(),
            ),
            |columns| {
                let decision = row::decision(columns)?;
                match row::trace(columns)? {
                    Some(trace) => log.push_thinned(&decision, &trace),
                    None => log.push(&decision),
                }
                Ok(())
            },
        )?;
        Ok(log)
    }

    /// Reads a page of the log, newest first, after a place: `skip` rows are passed over, and then at
    /// the most `limit` records are read.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn page(
        &self,
        filter: &LogFilter,
        after: Option<LogPlace>,
        (skip, limit): (u64, u32),
    ) -> Result<Vec<Decision>, Error> {
        let places = log::page(self.0, filter, after, (skip, limit))?;
        places.iter().map(|place| self.get(place.id)).collect()
    }

    /// Counts the records of a filter by disposition, and overrides by reason.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn counts(&self, filter: &LogFilter) -> Result<LogCounts, Error> {
        log::counts(self.0, filter)
    }

    /// Reads one record.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: DecisionId) -> Result<Decision, Error> {
        let mut decision = self
            .0
            .first(
                select!(
                    "WHERE d.id = ?1 AND (import IS NULL OR import NOT IN
                        (SELECT number FROM decision_import WHERE state <> 1))"
                ),
                [key(id.uuid())],
                row::decision,
            )?
            .ok_or(Error::NotFound { noun: "decision" })?;
        decision.facts.evidence = Attachments(self.0, Kind::Decision).of(key(id.uuid()), "")?;
        Ok(decision)
    }

    /// Reads the chain of corrections that a record belongs to, the first record first and the one
    /// that counts last.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such record.
    pub fn chain(&self, id: DecisionId) -> Result<Vec<Decision>, Error> {
        let mut chain = vec![self.get(id)?];
        // A record names only one that was there before it, so both walks end.
        while let Some(before) = chain.last().and_then(|decision| decision.supersedes) {
            chain.push(self.get(before)?);
        }
        chain.reverse();
        let mut newest = id;
        while let Some(after) = self.superseded_by(newest)? {
            chain.push(self.get(after)?);
            newest = after;
        }
        Ok(chain)
    }

    /// Returns the record that supersedes one, if there is any.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn superseded_by(&self, id: DecisionId) -> Result<Option<DecisionId>, Error> {
        self.0.first(
            "SELECT id FROM decision WHERE supersedes = ?1",
            [key(id.uuid())],
            |columns| columns.id("id", DecisionId::new),
        )
    }

    /// Returns the words of the log that begin like pseudonyms of reviewers.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn pseudonyms(&self) -> Result<Vec<String>, Error> {
        self.0.list(
            "SELECT word FROM decision_word WHERE word GLOB 'R-????????'",
            [],
            |columns| columns.get("word"),
        )
    }

    /// Returns the earliest and the latest moment of a system's records, superseded ones among them.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn span(&self, system: SystemId) -> Result<Option<(Timestamp, Timestamp)>, Error> {
        let ends = ["ASC", "DESC"].map(|order| {
            self.0.first(
                &format!(
                    "SELECT decided_at FROM decision WHERE system = ?1 AND (import IS NULL OR
                        import NOT IN (SELECT number FROM decision_import WHERE state <> 1))
                     ORDER BY decided_at {order}, id {order} LIMIT 1"
                ),
                [key(system.uuid())],
                |columns| columns.time("decided_at"),
            )
        });
        let [first, last] = ends;
        Ok(first?.zip(last?))
    }

    /// Hands on the keys of a system's records from a moment until before another, superseded ones
    /// among them: what a file that is imported again must not add. A record that was thinned has the
    /// key of what is left, and says so. A case needs no other field, so most records are not read whole.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn keys(
        &self,
        system: SystemId,
        (from, until): (Timestamp, Timestamp),
        mut take: impl FnMut(Timestamp, RecordKey, bool),
    ) -> Result<(), Error> {
        let bounds = (key(system.uuid()), from.micros(), until.micros());
        self.0.each(
            "SELECT decided_at, case_key FROM decision
             WHERE system = ?1 AND decided_at >= ?2 AND decided_at < ?3 AND case_key <> ''
                AND (import IS NULL OR import NOT IN
                    (SELECT number FROM decision_import WHERE state <> 1))",
            bounds,
            |columns| {
                let at = Timestamp::from_micros(columns.get("decided_at")?);
                take(at, case_key(at, &columns.get::<String>("case_key")?), false);
                Ok(())
            },
        )?;
        self.0.each(
            select!(
                "WHERE d.system = ?1 AND d.decided_at >= ?2 AND d.decided_at < ?3
                    AND d.case_key = '' AND (import IS NULL OR import NOT IN
                        (SELECT number FROM decision_import WHERE state <> 1))"
            ),
            bounds,
            |columns| {
                let decision = row::decision(columns)?;
                let at = decision.facts.decided_at.at();
                match decision.thinned_at {
                    Some(_) => take(at, thinned_key(&decision.facts), true),
                    None => take(at, record_key(&decision.facts), false),
                }
                Ok(())
            },
        )
    }

    /// Tells whether a word, such as a reviewer's pseudonym, stands in the log.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn knows_word(&self, word: &str) -> Result<bool, Error> {
        Ok(Words(self.0).find(word)?.is_some())
    }
}

/// Writes decision records.
#[derive(Clone, Copy)]
pub struct DecisionsMut<'a>(pub(crate) Sql<'a>);

impl DecisionsMut<'_> {
    /// Adds a record.
    ///
    /// # Errors
    /// [`Error::Taken`] when the record that it supersedes is superseded already,
    /// [`Error::Constraint`] when that record, the system, the person or the evidence does not exist.
    pub fn add(&self, decision: &Decision) -> Result<(), Error> {
        self.insert(decision)?;
        let evidence = &decision.facts.evidence;
        if evidence.is_empty() {
            return Ok(());
        }
        Attachments(self.0, Kind::Decision).set(key(decision.id.uuid()), "", evidence)
    }

    fn insert(&self, decision: &Decision) -> Result<(), Error> {
        let facts = &decision.facts;
        decision_block::forget(self.0, facts.system, Month::of(facts.decided_at.at()))?;
        if let Some(before) = decision.supersedes {
            self.forget_month(before)?;
        }
        let words = Words(self.0);
        staging::write(self.0, decision, |word| words.keep(word))
    }

    /// Takes away the columns of the month of a record that changes.
    fn forget_month(&self, id: DecisionId) -> Result<(), Error> {
        let month = self.0.first(
            "SELECT system, decided_at FROM decision WHERE id = ?1",
            [key(id.uuid())],
            |columns| {
                let at = columns.time("decided_at")?;
                Ok((columns.id("system", SystemId::new)?, Month::of(at)))
            },
        )?;
        month.map_or(Ok(()), |(system, month)| {
            decision_block::forget(self.0, system, month)
        })
    }
}
