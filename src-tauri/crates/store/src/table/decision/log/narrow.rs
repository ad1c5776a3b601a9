//! The part of a filter that the index cannot answer: reviewer, category, output and marks.
//!
//! Marks compare texts by the domain's own rules, so records are read and asked one by one; what
//! every such record must have is asked of the file first.

use super::{Bound, Groups, LogFilter, LogPlace};
use crate::error::Error;
use crate::sql::{Columns, Sql, key};
use crate::table::decision::row::{Words, disposition, trace};
use assay_domain::decision::DecisionFacts;
use assay_domain::id::{DecisionId, SystemId};
use assay_domain::stats::figures::DecisionMark;
use assay_domain::stats::log::{Trace, label};
use assay_domain::time::StatedTime;
use rusqlite::ToSql;

/// How many records are read at a time while a page is not full.
const READ: u32 = 2_000;

/// What a record must have beyond what the index holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogNarrow {
    /// Of this reviewer's pseudonym; an empty one means those without.
    pub reviewer: Option<String>,
    /// Of this category; an empty one means those without.
    pub category: Option<String>,
    /// With this AI output.
    pub ai_output: Option<String>,
    /// With all of these marks.
    pub marks: Vec<DecisionMark>,
    /// The labels from lenient to strict, by which marks of direction are judged.
    pub label_order: Vec<String>,
}

/// The columns that marks are told from, for the rows of a filter.
macro_rules! asking {
    ($rest:literal) => {
        concat!(
            "SELECT d.id, decided_at, offset_min, disposition, reason, ai_output, human_initial,
                human_final, outcome, latency_ms, seeded, entered_late, marks,
                wl.word AS ai_word, wf.word AS first_word, wd.word AS last_word,
                wo.word AS outcome_word
             FROM decision d
             LEFT JOIN decision_word wl ON wl.id = d.ai_label
             LEFT JOIN decision_word wf ON wf.id = d.first_label
             LEFT JOIN decision_word wd ON wd.id = d.last_label
             LEFT JOIN decision_word wo ON wo.id = d.outcome_label WHERE ",
            matching!(),
            " AND (?11 = '' OR instr(lower(case_key), ?11))
              AND (NOT ?12 OR reviewer IS ?13) AND (NOT ?14 OR category IS ?15)
              AND (NOT ?16 OR outcome IS NOT NULL OR marks & 8)
              AND (NOT ?17 OR human_initial IS NOT NULL OR marks & 2)
              AND (NOT ?18 OR seeded)",
            $rest
        )
    };
}

impl LogNarrow {
    /// Tells whether it asks for nothing.
    pub(super) fn is_nothing(&self) -> bool {
        let Self {
            reviewer,
            category,
            ai_output,
            marks,
            label_order: _,
        } = self;
        reviewer.is_none() && category.is_none() && ai_output.is_none() && marks.is_empty()
    }

    fn has(&self, marks: &[DecisionMark]) -> bool {
        self.marks.iter().any(|mark| marks.contains(mark))
    }

    fn holds(&self, facts: &DecisionFacts, entered_late: bool, trace: Option<&Trace>) -> bool {
        let has = trace.map_or(label(&facts.ai_output), |trace| &trace.labels[0]);
        let output = self.ai_output.as_ref();
        output.is_none_or(|output| has == label(output))
            && self
                .marks
                .iter()
                .all(|mark| mark.is_of(facts, entered_late, &self.label_order, trace))
    }
}

/// A narrow filter as the statements take it.
struct Narrowed<'a> {
    bound: &'a Bound,
    narrow: &'a LogNarrow,
    words: [(bool, Option<i64>); 2],
    needs: [bool; 3],
}

impl<'a> Narrowed<'a> {
    /// Nothing when it names a word that no record has.
    fn bind(sql: Sql<'_>, bound: &'a Bound, narrow: &'a LogNarrow) -> Result<Option<Self>, Error> {
        use DecisionMark as Mark;
        let mut words = [(false, None); 2];
        for (bound, word) in words.iter_mut().zip([&narrow.reviewer, &narrow.category]) {
            let Some(word) = word else { continue };
            let number = Words(sql).find(word)?;
            if number.is_none() && !word.is_empty() {
                return Ok(None);
            }
            *bound = (true, number);
        }
        let outcome = [
            Mark::OutcomeKnown,
            Mark::AiRight,
            Mark::AiWrong,
            Mark::PersonRight,
            Mark::FirstRight,
            Mark::FirstWrong,
        ];
        let first = [
            Mark::FirstKnown,
            Mark::FirstAsAi,
            Mark::FirstRight,
            Mark::FirstWrong,
        ];
        let needs = [&outcome[..], &first, &[Mark::Seeded]].map(|marks| narrow.has(marks));
        Ok(Some(Self {
            bound,
            narrow,
            words,
            needs,
        }))
    }

    /// Hands on each record that holds; returns the last place that was read and how many were.
    fn each(
        &self,
        sql: Sql<'_>,
        statement: &str,
        system: &[u8; 16],
        more: &[&dyn ToSql],
        mut take: impl FnMut(&Columns<'_>, &DecisionFacts) -> Result<(), Error>,
    ) -> Result<(u32, Option<LogPlace>), Error> {
        let [reviewer, category] = &self.words;
        let [outcome, first, seeded] = &self.needs;
        let mine: [&dyn ToSql; 8] = [
            &self.bound.text,
            &reviewer.0,
            &reviewer.1,
            &category.0,
            &category.1,
            outcome,
            first,
            seeded,
        ];
        let (mut count, mut last) = (0, None);
        let params = [&mine, more].concat();
        self.bound
            .each(sql, statement, system, &params, |columns| {
                count += 1;
                let facts = facts(columns, system)?;
                last = Some(LogPlace {
                    decided_at: facts.decided_at.at(),
                    id: columns.id("id", DecisionId::new)?,
                });
                let trace = trace(columns)?;
                let late = columns.get("entered_late")?;
                if self.narrow.holds(&facts, late, trace.as_ref()) {
                    take(columns, &facts)?;
                }
                Ok(())
            })?;
        Ok((count, last))
    }
}

/// Reads what marks are told from.
fn facts(columns: &Columns<'_>, system: &[u8; 16]) -> Result<DecisionFacts, Error> {
    let decided_at = StatedTime::utc(columns.time("decided_at")?);
    let system = SystemId::new(uuid::Uuid::from_bytes(*system));
    let is = disposition(columns.get("disposition")?)?;
    Ok(DecisionFacts {
        ai_output: columns.get("ai_output")?,
        human_initial: columns.get("human_initial")?,
        human_final: columns.get("human_final")?,
        outcome: columns.get("outcome")?,
        latency_ms: columns.get("latency_ms")?,
        seeded: columns.get("seeded")?,
        ..DecisionFacts::of(system, decided_at, is)
    })
}

/// Finds the records of a page of one system; as many as the limit, if there are.
pub(super) fn page_of_system(
    sql: Sql<'_>,
    filter: &LogFilter,
    bound: &Bound,
    system: &[u8; 16],
    (after, limit): (Option<LogPlace>, usize),
    found: &mut Vec<LogPlace>,
) -> Result<(), Error> {
    let Some(narrowed) = Narrowed::bind(sql, bound, &filter.narrow)? else {
        return Ok(());
    };
    let statement = asking!(
        " AND (decided_at, d.id) < (?19, ?20) ORDER BY decided_at DESC, d.id DESC LIMIT ?21"
    );
    let mut after = after;
    let mut left = limit;
    loop {
        let (at, id) = after.map_or((i64::MAX, [u8::MAX; 16]), |place| {
            (place.decided_at.micros(), key(place.id.uuid()))
        });
        // The engine enters the index at one upper bound only, so the place is made part of it.
        let bound = &Bound {
            until: bound.until.min(at.saturating_add(1)),
            ..bound.clone()
        };
        let narrowed = Narrowed { bound, ..narrowed };
        let take = |columns: &Columns<'_>, facts: &DecisionFacts| {
            if left > 0 {
                left -= 1;
                found.push(LogPlace {
                    decided_at: facts.decided_at.at(),
                    id: columns.id("id", DecisionId::new)?,
                });
            }
            Ok(())
        };
        let (read, last) = narrowed.each(sql, statement, system, &[&at, &id, &READ], take)?;
        if left == 0 || read < READ {
            return Ok(());
        }
        after = last;
    }
}

/// Counts the records of one system by disposition and reason.
pub(super) fn count_of_system(
    sql: Sql<'_>,
    filter: &LogFilter,
    bound: &Bound,
    system: &[u8; 16],
    groups: &mut Groups,
) -> Result<(), Error> {
    let Some(narrowed) = Narrowed::bind(sql, bound, &filter.narrow)? else {
        return Ok(());
    };
    narrowed.each(sql, asking!(""), system, &[], |columns, facts| {
        let group = (facts.disposition, columns.get("reason")?);
        *groups.entry(group).or_default() += 1;
        Ok(())
    })?;
    Ok(())
}
