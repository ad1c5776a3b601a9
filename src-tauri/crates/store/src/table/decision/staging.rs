//! Writing records: one, or many by one statement.

use super::row::number;
use crate::error::Error;
use crate::sql::{Sql, key};
use assay_domain::decision::Decision;
use assay_domain::time::Timestamp;
use rusqlite::{CachedStatement, params};

const COLUMNS: [&str; 31] = [
    "id",
    "system",
    "decided_at",
    "offset_min",
    "disposition",
    "reason",
    "decision_point",
    "model_version",
    "prompt_version",
    "category",
    "reviewer",
    "case_key",
    "ai_output",
    "ai_confidence",
    "ai_at",
    "latency_ms",
    "human_initial",
    "human_final",
    "reason_text",
    "harm_if_followed",
    "harm_if_wrong",
    "reversible",
    "outcome",
    "outcome_at",
    "outcome_source",
    "seeded",
    "entered_late",
    "supersedes",
    "recorded_by",
    "recorded_at",
    "import",
];

/// Rows of a statement that writes many: within one the engine goes on from where the last row went,
/// and a longer one takes more to prepare than it saves.
const AT_ONCE: usize = 32;

/// Writes records of an import, whose words are numbered by the import.
pub(crate) fn stage(
    sql: Sql<'_>,
    records: &[Decision],
    import: i64,
    mut keep: impl FnMut(&str) -> Option<i64>,
) -> Result<(), Error> {
    let (many, rest) = records.as_chunks::<AT_ONCE>();
    let mut write = |rows: usize, chunks: &[&[Decision]]| -> Result<(), Error> {
        let mut statement = Statement::of(sql, rows)?;
        for chunk in chunks {
            statement.write(chunk, Some(import), |word| Ok(keep(word)))?;
        }
        Ok(())
    };
    let many: Vec<&[Decision]> = many.iter().map(<[_; AT_ONCE]>::as_slice).collect();
    let rest: Vec<&[Decision]> = rest.chunks(1).collect();
    let written = write(AT_ONCE, &many).and_then(|()| write(1, &rest));
    written.map_err(|error| sql.noted(error))
}

/// Writes one record.
pub(super) fn write(
    sql: Sql<'_>,
    record: &Decision,
    keep: impl FnMut(&str) -> Result<Option<i64>, Error>,
) -> Result<(), Error> {
    let record = std::slice::from_ref(record);
    let written = Statement::of(sql, 1).and_then(|mut one| one.write(record, None, keep));
    written.map_err(|error| sql.noted(error))
}

/// A prepared statement that writes so many rows at each turn.
struct Statement<'a>(CachedStatement<'a>);

impl<'a> Statement<'a> {
    /// What a statement wrote before it failed goes with its transaction, so that the engine need not keep
    /// a journal of its own for each.
    fn of(sql: Sql<'a>, rows: usize) -> Result<Self, Error> {
        let row = format!("({})", ["?"; COLUMNS.len()].join(","));
        let text = format!(
            "INSERT OR FAIL INTO decision ({}) VALUES {}",
            COLUMNS.join(","),
            vec![row; rows].join(",")
        );
        Ok(Self(sql.connection.prepare_cached(&text)?))
    }

    /// Writes as many records as the statement has rows.
    fn write(
        &mut self,
        records: &[Decision],
        import: Option<i64>,
        mut keep: impl FnMut(&str) -> Result<Option<i64>, Error>,
    ) -> Result<(), Error> {
        for (place, record) in records.iter().enumerate() {
            self.bind(place * COLUMNS.len(), record, import, &mut keep)?;
        }
        self.0.raw_execute()?;
        Ok(())
    }

    /// Puts a record in its row.
    fn bind(
        &mut self,
        before: usize,
        record: &Decision,
        import: Option<i64>,
        mut keep: impl FnMut(&str) -> Result<Option<i64>, Error>,
    ) -> Result<(), Error> {
        let facts = &record.facts;
        let reason = facts.reason_code.as_ref().map(|code| code.as_str());
        let values = params![
            key(record.id.uuid()),
            key(facts.system.uuid()),
            facts.decided_at.at().micros(),
            facts.decided_at.offset_min(),
            number(facts.disposition),
            keep(reason.unwrap_or_default())?,
            keep(&facts.decision_point)?,
            keep(&facts.model_version)?,
            keep(&facts.prompt_version)?,
            keep(&facts.category)?,
            keep(&facts.reviewer)?,
            facts.case_key,
            facts.ai_output,
            facts.ai_confidence,
            facts.ai_at.map(Timestamp::micros),
            facts.latency_ms,
            facts.human_initial,
            facts.human_final,
            facts.reason_text,
            facts.harm_if_followed,
            facts.harm_if_wrong,
            facts.reversible,
            facts.outcome,
            facts.outcome_at.map(Timestamp::micros),
            keep(&facts.outcome_source)?,
            facts.seeded,
            record.entered_late,
            record.supersedes.map(|id| key(id.uuid())),
            key(record.recorded.by.uuid()),
            record.recorded.at.micros(),
            import,
        ];
        for (place, value) in values.iter().enumerate() {
            self.0.raw_bind_parameter(before + place + 1, value)?;
        }
        Ok(())
    }
}
