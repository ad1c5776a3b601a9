//! Reports. Each version of the PDF is kept, and a later one must begin with the one before it.

use crate::blob::{Blobs, BlobsMut};
use crate::error::Error;
use crate::hex;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key, word};
use assay_domain::id::{AssessmentId, ReportId};
use assay_domain::report::{Report, ReportState, ReportSubject};
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[
    (
        1,
        "CREATE TABLE report (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        assessment BLOB NOT NULL REFERENCES assessment (id),
        number INTEGER NOT NULL CHECK (number >= 1),
        locale TEXT NOT NULL,
        state TEXT NOT NULL
            CHECK (state IN ('unsigned', 'partly_signed', 'signed', 'superseded')),
        made_by BLOB NOT NULL REFERENCES person (id),
        made_at INTEGER NOT NULL,
        facts_sha256 BLOB NOT NULL REFERENCES blob (sha256),
        pages INTEGER NOT NULL,
        signers TEXT NOT NULL CHECK (json_valid(signers)),
        signatures TEXT NOT NULL CHECK (json_valid(signatures)),
        UNIQUE (assessment, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER report_is_not_deleted BEFORE DELETE ON report
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;
    CREATE TRIGGER report_is_final BEFORE UPDATE ON report
    WHEN OLD.state = 'superseded'
        OR (OLD.state = 'signed'
            AND (NEW.state <> 'superseded' OR NEW.signatures <> OLD.signatures))
        OR NEW.id <> OLD.id OR NEW.assessment <> OLD.assessment OR NEW.number <> OLD.number
        OR NEW.locale <> OLD.locale OR NEW.made_by <> OLD.made_by OR NEW.made_at <> OLD.made_at
        OR NEW.facts_sha256 <> OLD.facts_sha256 OR NEW.pages <> OLD.pages
        OR NEW.signers <> OLD.signers
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;

    CREATE TABLE report_version (
        report BLOB NOT NULL REFERENCES report (id),
        number INTEGER NOT NULL CHECK (number >= 0),
        sha256 BLOB NOT NULL REFERENCES blob (sha256),
        PRIMARY KEY (report, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER report_version_is_not_updated BEFORE UPDATE ON report_version
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;
    CREATE TRIGGER report_version_is_not_deleted BEFORE DELETE ON report_version
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;",
    ),
    (
        5,
        // A report is about one of several things, so that no reference can say which table it is in.
        "CREATE TABLE report_before AS SELECT * FROM report;
    CREATE TABLE report_version_before AS SELECT * FROM report_version;
    DROP TABLE report_version;
    DROP TABLE report;
    CREATE TABLE report (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        kind TEXT NOT NULL CHECK (kind IN ('assessment', 'audit', 'ledger', 'incident',
            'fallback_card', 'drill', 'overview', 'decisions', 'comparison')),
        subject BLOB NOT NULL CHECK (length(subject) IN (0, 16)),
        about TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        locale TEXT NOT NULL,
        state TEXT NOT NULL
            CHECK (state IN ('unsigned', 'partly_signed', 'signed', 'superseded')),
        made_by BLOB NOT NULL REFERENCES person (id),
        made_at INTEGER NOT NULL,
        facts_sha256 BLOB NOT NULL REFERENCES blob (sha256),
        pages INTEGER NOT NULL,
        signers TEXT NOT NULL CHECK (json_valid(signers)),
        signatures TEXT NOT NULL CHECK (json_valid(signatures)),
        UNIQUE (kind, subject, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE report_version (
        report BLOB NOT NULL REFERENCES report (id),
        number INTEGER NOT NULL CHECK (number >= 0),
        sha256 BLOB NOT NULL REFERENCES blob (sha256),
        PRIMARY KEY (report, number)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO report SELECT id, 'assessment', assessment,
        (SELECT name FROM system JOIN assessment AS of ON of.system = system.id
            WHERE of.id = report_before.assessment),
        number, locale, state, made_by, made_at, facts_sha256, pages, signers, signatures
        FROM report_before;
    INSERT INTO report_version SELECT report, number, sha256 FROM report_version_before;
    DROP TABLE report_before;
    DROP TABLE report_version_before;
    CREATE TRIGGER report_is_not_deleted BEFORE DELETE ON report
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;
    CREATE TRIGGER report_is_final BEFORE UPDATE ON report
    WHEN OLD.state = 'superseded'
        OR (OLD.state = 'signed'
            AND (NEW.state <> 'superseded' OR NEW.signatures <> OLD.signatures))
        OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.subject <> OLD.subject
        OR NEW.about <> OLD.about OR NEW.number <> OLD.number
        OR NEW.locale <> OLD.locale OR NEW.made_by <> OLD.made_by OR NEW.made_at <> OLD.made_at
        OR NEW.facts_sha256 <> OLD.facts_sha256 OR NEW.pages <> OLD.pages
        OR NEW.signers <> OLD.signers
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;
    CREATE TRIGGER report_version_is_not_updated BEFORE UPDATE ON report_version
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;
    CREATE TRIGGER report_version_is_not_deleted BEFORE DELETE ON report_version
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;",
    ),
];

const SELECT: &str = "SELECT report.*, (SELECT sha256 FROM report_version
    WHERE report = report.id ORDER BY number DESC LIMIT 1) AS pdf_sha256 FROM report";
/// Lacks an expected signature and is not replaced.
const TO_SIGN: &str = "state IN ('unsigned', 'partly_signed') AND signers <> '[]'";

/// Reads reports.
#[derive(Clone, Copy)]
pub struct Reports<'a>(pub(crate) Sql<'a>);

impl Reports<'_> {
    /// Reads every report, newest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<Report>, Error> {
        self.0.list(
            &format!("{SELECT} ORDER BY made_at DESC, id DESC"),
            [],
            report,
        )
    }

    /// Reads the reports about one thing, newest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of(&self, subject: ReportSubject) -> Result<Vec<Report>, Error> {
        self.0.list(
            &format!("{SELECT} WHERE kind = ?1 AND subject = ?2 ORDER BY number DESC"),
            (word(&subject.kind())?, bytes(subject)),
            report,
        )
    }

    /// Reads one report.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: ReportId) -> Result<Report, Error> {
        self.0
            .first(&format!("{SELECT} WHERE id = ?1"), [key(id.uuid())], report)?
            .ok_or(Error::NotFound { noun: "report" })
    }

    /// Counts the reports that lack an expected signature and are not replaced.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn count_unsigned(&self) -> Result<u32, Error> {
        let count = self.0.first(
            &format!("SELECT count(*) AS n FROM report WHERE {TO_SIGN}"),
            [],
            |columns| columns.get("n"),
        )?;
        Ok(count.unwrap_or(0))
    }

    /// Returns the assessments whose report lacks an expected signature and is not replaced.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn assessments_to_sign(&self) -> Result<Vec<AssessmentId>, Error> {
        self.0.list(
            &format!("SELECT DISTINCT subject FROM report WHERE kind = 'assessment' AND {TO_SIGN}"),
            [],
            |columns| columns.id("subject", AssessmentId::new),
        )
    }

    /// Returns the number that the next report about a thing bears, from 1.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn next_number(&self, subject: ReportSubject) -> Result<u32, Error> {
        let next = self.0.first(
            "SELECT coalesce(max(number), 0) + 1 AS n FROM report
             WHERE kind = ?1 AND subject = ?2",
            (word(&subject.kind())?, bytes(subject)),
            |columns| columns.get("n"),
        )?;
        Ok(next.unwrap_or(1))
    }

    /// Reads the number and digest of each version of the PDF, the first one first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn versions(&self, id: ReportId) -> Result<Vec<(u32, String)>, Error> {
        self.0.list(
            "SELECT number, sha256 FROM report_version WHERE report = ?1 ORDER BY number",
            [key(id.uuid())],
            |columns| {
                let sha256: [u8; 32] = columns.get("sha256")?;
                Ok((columns.get("number")?, hex::encode(&sha256)))
            },
        )
    }

    /// Reads the PDF as it now is, with every signature so far.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such report, [`Error::Damaged`] when its digest fails.
    pub fn pdf(&self, id: ReportId) -> Result<Vec<u8>, Error> {
        Blobs(self.0).read(&self.get(id)?.pdf_sha256)
    }

    /// Reads the facts (canonical JSON) that the report was made from.
    ///
    /// # Errors
    /// As [`Self::pdf`].
    pub fn facts(&self, id: ReportId) -> Result<Vec<u8>, Error> {
        Blobs(self.0).read(&self.get(id)?.facts_sha256)
    }
}

/// Writes reports.
#[derive(Clone, Copy)]
pub struct ReportsMut<'a>(pub(crate) Sql<'a>);

impl ReportsMut<'_> {
    /// Adds a report with its PDF and the facts it was made from.
    ///
    /// # Errors
    /// [`Error::Constraint`] when a digest is not that of the bytes, or the number is taken.
    pub fn add(&self, report: &Report, pdf: &[u8], facts: &[u8]) -> Result<(), Error> {
        let facts_sha256 = self.keep(facts, &report.facts_sha256)?;
        self.0.run(
            "INSERT INTO report (id, kind, subject, about, number, locale, state, made_by, made_at,
                facts_sha256, pages, signers, signatures)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            params![
                key(report.id.uuid()),
                word(&report.subject.kind())?,
                bytes(report.subject),
                report.about,
                report.number,
                word(&report.locale)?,
                word(&report.state)?,
                key(report.made.by.uuid()),
                report.made.at.micros(),
                facts_sha256,
                report.pages,
                json(&report.signers)?,
                json(&report.signatures)?,
            ],
        )?;
        self.add_version(report, pdf)
    }

    /// Keeps a report's next version: the same bytes with a signature appended.
    ///
    /// # Errors
    /// [`Error::Frozen`] when the new bytes do not begin with the present ones or the report is final,
    /// [`Error::Constraint`] when the digest is not that of the bytes.
    pub fn sign(&self, report: &Report, pdf: &[u8]) -> Result<(), Error> {
        let before = Reports(self.0).pdf(report.id)?;
        if !pdf.starts_with(&before) {
            return Err(Error::Frozen("report".to_owned()));
        }
        self.0.run(
            "UPDATE report SET state = ?2, signatures = ?3 WHERE id = ?1",
            (
                key(report.id.uuid()),
                word(&report.state)?,
                json(&report.signatures)?,
            ),
        )?;
        self.add_version(report, pdf)
    }

    /// Marks a report as replaced by a newer one.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, [`Error::Frozen`] when it already is replaced.
    pub fn supersede(&self, id: ReportId) -> Result<(), Error> {
        let changed = self.0.run(
            "UPDATE report SET state = ?2 WHERE id = ?1",
            (key(id.uuid()), word(&ReportState::Superseded)?),
        )?;
        (changed == 1)
            .then_some(())
            .ok_or(Error::NotFound { noun: "report" })
    }

    fn add_version(&self, report: &Report, pdf: &[u8]) -> Result<(), Error> {
        let sha256 = self.keep(pdf, &report.pdf_sha256)?;
        self.0.run(
            "INSERT INTO report_version (report, number, sha256)
             VALUES (?1, (SELECT count(*) FROM report_version WHERE report = ?1), ?2)",
            (key(report.id.uuid()), sha256),
        )?;
        Ok(())
    }

    fn keep(&self, bytes: &[u8], expected: &str) -> Result<[u8; 32], Error> {
        let sha256 = BlobsMut(self.0).put(bytes)?;
        match hex::array(&sha256) {
            Some(digest) if sha256 == expected => Ok(digest),
            _ => Err(Error::Constraint("digest of the report".to_owned())),
        }
    }
}

/// The id of what a report is about; empty for the whole organisation, so that numbers stay unique.
fn bytes(subject: ReportSubject) -> Vec<u8> {
    subject.id().map_or_else(Vec::new, |id| key(id).to_vec())
}

fn subject(columns: &Columns<'_>) -> Result<ReportSubject, Error> {
    let id: Vec<u8> = columns.get("subject")?;
    let id = uuid::Uuid::from_slice(&id).ok();
    ReportSubject::of(columns.word("kind")?, id).ok_or_else(|| Error::content("subject is empty"))
}

fn report(columns: &Columns<'_>) -> Result<Report, Error> {
    Ok(Report {
        id: columns.id("id", ReportId::new)?,
        subject: subject(columns)?,
        about: columns.get("about")?,
        number: columns.get("number")?,
        locale: columns.word("locale")?,
        state: columns.word("state")?,
        made: columns.act("made")?,
        facts_sha256: hex::encode(&columns.get::<[u8; 32]>("facts_sha256")?),
        pdf_sha256: hex::encode(&columns.get::<[u8; 32]>("pdf_sha256")?),
        pages: columns.get("pages")?,
        signers: columns.json("signers")?,
        signatures: columns.json("signatures")?,
    })
}
