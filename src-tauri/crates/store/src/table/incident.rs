//! Incidents and near misses of AI systems.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, key, word};
use assay_domain::id::{IncidentId, SystemId};
use assay_domain::incident::Incident;
use assay_domain::time::Timestamp;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE incident (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        kind TEXT NOT NULL CHECK (kind IN ('event', 'near_miss')),
        occurred_at INTEGER NOT NULL,
        effect TEXT NOT NULL,
        response TEXT NOT NULL,
        reported_at INTEGER,
        reported_to TEXT NOT NULL,
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX incident_system ON incident (system, occurred_at);
    CREATE TRIGGER incident_is_not_deleted BEFORE DELETE ON incident
    BEGIN SELECT RAISE(ABORT, 'final: incident'); END;",
)];

/// Reads incidents.
#[derive(Clone, Copy)]
pub struct Incidents<'a>(pub(crate) Sql<'a>);

impl Incidents<'_> {
    /// Reads the incidents of a system, the latest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of_system(&self, system: SystemId) -> Result<Vec<Incident>, Error> {
        self.0.list(
            "SELECT * FROM incident WHERE system = ?1 ORDER BY occurred_at DESC, id DESC",
            [key(system.uuid())],
            incident,
        )
    }
}

/// Writes incidents.
#[derive(Clone, Copy)]
pub struct IncidentsMut<'a>(pub(crate) Sql<'a>);

impl IncidentsMut<'_> {
    /// Adds an incident, or replaces everything but its id, its system and its record.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the system does not exist.
    pub fn put(&self, incident: &Incident) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO incident (id, system, kind, occurred_at, effect, response, reported_at,
                reported_to, recorded_by, recorded_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (id) DO UPDATE SET kind = excluded.kind,
                occurred_at = excluded.occurred_at, effect = excluded.effect,
                response = excluded.response, reported_at = excluded.reported_at,
                reported_to = excluded.reported_to",
            params![
                key(incident.id.uuid()),
                key(incident.system.uuid()),
                word(&incident.kind)?,
                incident.occurred_at.micros(),
                incident.effect,
                incident.response,
                incident.reported_at.map(Timestamp::micros),
                incident.reported_to,
                key(incident.recorded.by.uuid()),
                incident.recorded.at.micros(),
            ],
        )?;
        Ok(())
    }
}

fn incident(columns: &Columns<'_>) -> Result<Incident, Error> {
    let reported_at: Option<i64> = columns.get("reported_at")?;
    Ok(Incident {
        id: columns.id("id", IncidentId::new)?,
        system: columns.id("system", SystemId::new)?,
        kind: columns.word("kind")?,
        occurred_at: columns.time("occurred_at")?,
        effect: columns.get("effect")?,
        response: columns.get("response")?,
        reported_at: reported_at.map(Timestamp::from_micros),
        reported_to: columns.get("reported_to")?,
        recorded: columns.act("recorded")?,
    })
}
