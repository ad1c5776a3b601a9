//! Findings of audits.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, key, maybe_word, word};
use crate::table::evidence::{Attachments, Kind};
use assay_domain::audit::Finding;
use assay_domain::id::{AuditId, FindingId};
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[
    (
        1,
        "CREATE TABLE finding (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        audit BLOB NOT NULL REFERENCES audit (id),
        question TEXT,
        title TEXT NOT NULL CHECK (title <> ''),
        severity TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
        state TEXT NOT NULL
            CHECK (state IN ('open', 'in_remedy', 'to_verify', 'closed', 'accepted')),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX finding_audit ON finding (audit);
    CREATE TRIGGER finding_is_not_deleted BEFORE DELETE ON finding
    BEGIN SELECT RAISE(ABORT, 'final: finding'); END;",
    ),
    (3, "ALTER TABLE finding ADD COLUMN signal TEXT;"),
];

/// Reads findings.
#[derive(Clone, Copy)]
pub struct Findings<'a>(pub(crate) Sql<'a>);

impl Findings<'_> {
    /// Reads the findings of an audit, oldest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of(&self, audit: AuditId) -> Result<Vec<Finding>, Error> {
        let mut findings = self.0.list(
            "SELECT * FROM finding WHERE audit = ?1 ORDER BY recorded_at, id",
            [key(audit.uuid())],
            finding,
        )?;
        let pieces = Attachments(self.0, Kind::Finding);
        for finding in &mut findings {
            finding.evidence = pieces.of(key(finding.id.uuid()), "")?;
        }
        Ok(findings)
    }
}

/// Writes findings.
#[derive(Clone, Copy)]
pub struct FindingsMut<'a>(pub(crate) Sql<'a>);

impl FindingsMut<'_> {
    /// Adds a finding, or replaces everything but its id, its audit and its record.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the audit or evidence does not exist, or the title is empty.
    pub fn put(&self, finding: &Finding) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO finding (id, audit, question, title, severity, state, recorded_by,
                recorded_at, signal)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET question = excluded.question, title = excluded.title,
                severity = excluded.severity, state = excluded.state",
            params![
                key(finding.id.uuid()),
                key(finding.audit.uuid()),
                maybe_word(finding.question.as_ref())?,
                finding.title,
                word(&finding.severity)?,
                word(&finding.state)?,
                key(finding.recorded.by.uuid()),
                finding.recorded.at.micros(),
                maybe_word(finding.signal.as_ref())?,
            ],
        )?;
        Attachments(self.0, Kind::Finding).set(key(finding.id.uuid()), "", &finding.evidence)
    }
}

fn finding(columns: &Columns<'_>) -> Result<Finding, Error> {
    Ok(Finding {
        id: columns.id("id", FindingId::new)?,
        audit: columns.id("audit", AuditId::new)?,
        question: columns.maybe_word("question")?,
        signal: columns.maybe_word("signal")?,
        title: columns.get("title")?,
        severity: columns.word("severity")?,
        state: columns.word("state")?,
        evidence: Vec::new(),
        recorded: columns.act("recorded")?,
    })
}
