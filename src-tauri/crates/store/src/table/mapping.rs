//! Mappings of sources, kept for each AI system so that next month's file needs no work.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Sql, key};
use assay_domain::id::SystemId;
use assay_domain::person::Act;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    3,
    "CREATE TABLE mapping (
        system BLOB NOT NULL REFERENCES system (id),
        name TEXT NOT NULL CHECK (name <> ''),
        toml TEXT NOT NULL,
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL,
        PRIMARY KEY (system, name)
    ) STRICT, WITHOUT ROWID;",
)];

/// Reads mappings.
#[derive(Clone, Copy)]
pub struct Mappings<'a>(pub(crate) Sql<'a>);

impl Mappings<'_> {
    /// Reads the mapping files of a system, the one that was saved last first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self, system: SystemId) -> Result<Vec<String>, Error> {
        self.0.list(
            "SELECT toml FROM mapping WHERE system = ?1 ORDER BY saved_at DESC, name",
            [key(system.uuid())],
            |columns| columns.get("toml"),
        )
    }
}

/// Writes mappings.
#[derive(Clone, Copy)]
pub struct MappingsMut<'a>(pub(crate) Sql<'a>);

impl MappingsMut<'_> {
    /// Keeps a mapping under its name; one of the same name gives way.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the system or the person does not exist, or the name is empty.
    pub fn save(&self, system: SystemId, name: &str, toml: &str, act: &Act) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO mapping (system, name, toml, saved_by, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (system, name) DO UPDATE SET toml = excluded.toml,
                saved_by = excluded.saved_by, saved_at = excluded.saved_at",
            params![
                key(system.uuid()),
                name,
                toml,
                key(act.by.uuid()),
                act.at.micros(),
            ],
        )?;
        Ok(())
    }
}
