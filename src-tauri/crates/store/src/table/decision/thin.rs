//! Thinning: the texts of records past their period go for good, and what figures are made of stays.

use super::row::{self, Words, select};
use super::{Decisions, LogPlace};
use crate::error::Error;
use crate::history;
use crate::sql::{Columns, Sql, key};
use crate::table::{decision_block, second_review};
use assay_domain::decision::Decision;
use assay_domain::id::{DecisionId, ImportId, SystemId};
use assay_domain::stats::log::{Alike, Fate, LabelCounts, labels};
use assay_domain::time::{Month, Timestamp};
use rusqlite::params;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Which records are due: those that count, decided before a moment, with their texts still there.
/// The index `decision_log` answers it.
macro_rules! due {
    ($what:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM decision d WHERE system = ?1 AND decided_at < ?2 AND thinned_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.supersedes = d.id)
                AND (import IS NULL OR import NOT IN
                    (SELECT number FROM decision_import WHERE state <> 1))",
            $rest
        )
    };
}

impl Decisions<'_> {
    /// Counts the records of a system that are to be thinned: those that count, decided before a
    /// moment. The records that they supersede go with them and are not counted.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn due_count(&self, system: SystemId, before: Timestamp) -> Result<u64, Error> {
        let count: Option<i64> = self.0.first(
            due!("count(*) AS n", ""),
            (key(system.uuid()), before.micros()),
            |columns| columns.get("n"),
        )?;
        u64::try_from(count.unwrap_or_default()).map_err(Error::content)
    }

    /// Finds the records of a system that are to be thinned, oldest first, after a place.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn due(
        &self,
        system: SystemId,
        before: Timestamp,
        after: Option<LogPlace>,
        limit: u32,
    ) -> Result<Vec<LogPlace>, Error> {
        let (at, id) = after.map_or((i64::MIN, [0; 16]), |place| {
            (place.decided_at.micros(), key(place.id.uuid()))
        });
        self.0.list(
            due!(
                "decided_at, id",
                " AND decided_at >= ?3 AND (decided_at, id) > (?3, ?4)
                 ORDER BY decided_at, id LIMIT ?5"
            ),
            params![key(system.uuid()), before.micros(), at, id, limit],
            |columns| {
                Ok(LogPlace {
                    decided_at: columns.time("decided_at")?,
                    id: columns.id("id", DecisionId::new)?,
                })
            },
        )
    }
}

/// The thinning of one system's records, which goes on over several changes.
#[derive(Debug)]
pub struct Thinning {
    at: Timestamp,
    counts: LabelCounts,
    /// Numbers of the words that stand for labels; the labels are let go of with this.
    words: HashMap<String, Option<i64>>,
}

impl Thinning {
    /// Begins at a time, with what the system's whole log says of its labels.
    #[must_use]
    pub fn new(at: Timestamp, counts: LabelCounts) -> Self {
        Self {
            at,
            counts,
            words: HashMap::new(),
        }
    }

    /// Returns the number of the word that stands for a label from now on, if any does.
    fn word(&mut self, words: Words<'_>, label: &str) -> Result<Option<i64>, Error> {
        if label.is_empty() {
            return Ok(None);
        }
        if let Some(known) = self.words.get(label) {
            return Ok(*known);
        }
        let number = match self.counts.fate(label) {
            Fate::Stays => words.keep(label)?,
            Fate::Numbered => next_number(words)?,
            // There may be one for every record.
            Fate::Erased => return Ok(None),
        };
        self.words.insert(label.to_owned(), number);
        Ok(number)
    }
}

/// Adds the word `#n` with the next n that is free.
fn next_number(words: Words<'_>) -> Result<Option<i64>, Error> {
    let taken: Option<i64> = words.0.first(
        "SELECT count(*) AS n FROM decision_word WHERE word GLOB '#[0-9]*'",
        [],
        |columns| columns.get("n"),
    )?;
    let mut number = taken.unwrap_or_default() + 1;
    while words.find(&format!("#{number}"))?.is_some() {
        number += 1;
    }
    words.keep(&format!("#{number}"))
}

/// Thins records with those that they supersede, and erases the texts behind their entries of the
/// history; returns how many records it was.
pub(crate) fn thin(
    sql: Sql<'_>,
    thinning: &mut Thinning,
    ids: &[DecisionId],
) -> Result<u64, Error> {
    let mut thinned = HashSet::new();
    let mut months = BTreeSet::new();
    let mut imports = BTreeSet::new();
    for id in ids {
        let mut next = Some(*id);
        while let Some((decision, import)) = next.map(|id| whole(sql, id)).transpose()? {
            next = decision.supersedes;
            if decision.thinned_at.is_some() {
                continue;
            }
            write(sql, thinning, &decision)?;
            let facts = &decision.facts;
            months.insert((facts.system, Month::of(facts.decided_at.at())));
            match import {
                Some(number) => drop(imports.insert(number)),
                None => drop(history::erase(sql, &decision.id.to_string())?),
            }
            thinned.insert(decision.id);
        }
    }
    for (system, month) in months {
        decision_block::forget(sql, system, month)?;
    }
    for number in imports {
        erase_salt(sql, number)?;
    }
    second_review::erase_notes(sql, &thinned)?;
    Ok(thinned.len() as u64)
}

/// Reads a record with the number of its import.
fn whole(sql: Sql<'_>, id: DecisionId) -> Result<(Decision, Option<i64>), Error> {
    let read = |columns: &Columns<'_>| Ok((row::decision(columns)?, columns.get("import")?));
    sql.first(select!("WHERE d.id = ?1"), [key(id.uuid())], read)?
        .ok_or(Error::NotFound { noun: "decision" })
}

fn write(sql: Sql<'_>, thinning: &mut Thinning, decision: &Decision) -> Result<(), Error> {
    let words = Words(sql);
    let [ai, first, last, outcome] = labels(&decision.facts);
    sql.run(
        "UPDATE decision SET reviewer = NULL, case_key = '', ai_output = '', human_initial = NULL,
            human_final = '', reason_text = '', outcome = NULL, thinned_at = ?2, marks = ?3,
            ai_label = ?4, first_label = ?5, last_label = ?6, outcome_label = ?7
         WHERE id = ?1",
        params![
            key(decision.id.uuid()),
            thinning.at.micros(),
            Alike::of(&decision.facts).bits(),
            thinning.word(words, ai)?,
            thinning.word(words, first)?,
            thinning.word(words, last)?,
            thinning.word(words, outcome)?,
        ],
    )?;
    Ok(())
}

/// Erases the salt of an import's digest: with it, guesses at the erased texts could be tried out.
fn erase_salt(sql: Sql<'_>, number: i64) -> Result<(), Error> {
    let id = sql.first(
        "SELECT id FROM decision_import WHERE number = ?1",
        [number],
        |columns| columns.id("id", ImportId::new),
    )?;
    if let Some(id) = id {
        history::erase(sql, &id.to_string())?;
    }
    Ok(())
}

/// Removes pseudonyms that no record names any more.
///
/// The engine would look for records that name one by reading all of them, once for each pseudonym;
/// here they are read once, so references are not to be checked meanwhile.
pub(crate) fn sweep(sql: Sql<'_>) -> Result<(), Error> {
    let mut left: HashSet<i64> = sql
        .list(
            "SELECT id FROM decision_word WHERE word GLOB 'R-????????'",
            [],
            |columns| columns.get("id"),
        )?
        .into_iter()
        .collect();
    if left.is_empty() {
        return Ok(());
    }
    const NAMING: [&str; 11] = [
        "reviewer",
        "category",
        "reason",
        "decision_point",
        "model_version",
        "prompt_version",
        "outcome_source",
        "ai_label",
        "first_label",
        "last_label",
        "outcome_label",
    ];
    let statement = format!("SELECT {} FROM decision", NAMING.join(", "));
    sql.each(&statement, [], |columns| {
        for name in NAMING {
            if let Some(word) = columns.get::<Option<i64>>(name)? {
                left.remove(&word);
            }
        }
        Ok(())
    })?;
    for id in left {
        sql.run("DELETE FROM decision_word WHERE id = ?1", [id])?;
    }
    Ok(())
}
