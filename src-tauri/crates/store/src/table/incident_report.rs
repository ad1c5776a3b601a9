//! Reports of incidents, and why a duty asks for none. They are never edited: another one supersedes.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key, word};
use assay_domain::id::{IncidentId, IncidentReportId};
use assay_domain::incident::{IncidentReport, IncidentReportFacts};
use assay_domain::time::Timestamp;
use rusqlite::params;

/// Runs after the incidents' own step and takes over what schema 1 knew of a report.
pub(crate) const MIGRATIONS: &[Migration] = &[(
    4,
    "CREATE TABLE incident_report (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        incident BLOB NOT NULL REFERENCES incident (id),
        kind TEXT NOT NULL CHECK (kind IN ('made', 'not_due')),
        duty TEXT CHECK (json_valid(duty)),
        recipient TEXT NOT NULL,
        reported_at INTEGER,
        reporter TEXT NOT NULL,
        receipt TEXT NOT NULL,
        note TEXT NOT NULL,
        supersedes BLOB REFERENCES incident_report (id),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL,
        CHECK ((kind = 'made') = (reported_at IS NOT NULL)),
        CHECK (kind = 'made' OR duty IS NOT NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX incident_report_incident ON incident_report (incident, recorded_at);
    CREATE UNIQUE INDEX incident_report_supersedes ON incident_report (supersedes)
        WHERE supersedes IS NOT NULL;
    INSERT INTO incident_report SELECT id, id, 'made', NULL, reported_to, reported_at, '', '', '',
        NULL, recorded_by, recorded_at FROM incident_before WHERE reported_at IS NOT NULL;
    DROP TABLE incident_before;
    CREATE TRIGGER incident_report_is_not_updated BEFORE UPDATE ON incident_report
    BEGIN SELECT RAISE(ABORT, 'final: incident_report'); END;
    CREATE TRIGGER incident_report_is_not_deleted BEFORE DELETE ON incident_report
    BEGIN SELECT RAISE(ABORT, 'final: incident_report'); END;",
)];

/// Reads reports of incidents.
#[derive(Clone, Copy)]
pub struct IncidentReports<'a>(pub(crate) Sql<'a>);

impl IncidentReports<'_> {
    /// Reads the reports of an incident in the order in which they were recorded, superseded ones too.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of(&self, incident: IncidentId) -> Result<Vec<IncidentReport>, Error> {
        self.0.list(
            "SELECT * FROM incident_report WHERE incident = ?1 ORDER BY recorded_at, id",
            [key(incident.uuid())],
            report,
        )
    }

    /// Reads the reports of all incidents in the order in which they were recorded.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<IncidentReport>, Error> {
        self.0.list(
            "SELECT * FROM incident_report ORDER BY recorded_at, id",
            [],
            report,
        )
    }
}

/// Writes reports of incidents.
#[derive(Clone, Copy)]
pub struct IncidentReportsMut<'a>(pub(crate) Sql<'a>);

impl IncidentReportsMut<'_> {
    /// Adds a report.
    ///
    /// # Errors
    /// [`Error::Taken`] when the report that it supersedes is superseded already,
    /// [`Error::Constraint`] when the incident, that report or the person does not exist.
    pub fn add(&self, report: &IncidentReport) -> Result<(), Error> {
        let facts = &report.facts;
        self.0.run(
            "INSERT INTO incident_report (id, incident, kind, duty, recipient, reported_at, reporter,
                receipt, note, supersedes, recorded_by, recorded_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                key(report.id.uuid()),
                key(report.incident.uuid()),
                word(&facts.kind)?,
                report.duty.as_ref().map(json).transpose()?,
                facts.recipient,
                facts.reported_at.map(Timestamp::micros),
                facts.reporter,
                facts.receipt,
                facts.note,
                report.supersedes.map(|id| key(id.uuid())),
                key(report.recorded.by.uuid()),
                report.recorded.at.micros(),
            ],
        )?;
        Ok(())
    }
}

fn report(columns: &Columns<'_>) -> Result<IncidentReport, Error> {
    let duty: Option<String> = columns.get("duty")?;
    let reported_at: Option<i64> = columns.get("reported_at")?;
    Ok(IncidentReport {
        id: columns.id("id", IncidentReportId::new)?,
        incident: columns.id("incident", IncidentId::new)?,
        duty: duty
            .map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(Error::content)?,
        facts: IncidentReportFacts {
            kind: columns.word("kind")?,
            recipient: columns.get("recipient")?,
            reported_at: reported_at.map(Timestamp::from_micros),
            reporter: columns.get("reporter")?,
            receipt: columns.get("receipt")?,
            note: columns.get("note")?,
        },
        supersedes: columns.maybe_id("supersedes", IncidentReportId::new)?,
        recorded: columns.act("recorded")?,
    })
}
