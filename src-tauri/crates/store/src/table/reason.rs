//! Reasons that an AI system adds to ours. They are never edited, since records speak of them.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, key};
use assay_domain::framework::{Reason, Text};
use assay_domain::id::SystemId;
use assay_domain::person::Act;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    2,
    "CREATE TABLE reason (
        system BLOB NOT NULL REFERENCES system (id),
        id TEXT NOT NULL CHECK (id <> ''),
        en TEXT NOT NULL CHECK (en <> ''),
        zh TEXT NOT NULL CHECK (zh <> ''),
        added_by BLOB NOT NULL REFERENCES person (id),
        added_at INTEGER NOT NULL,
        PRIMARY KEY (system, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER reason_is_not_updated BEFORE UPDATE ON reason
    BEGIN SELECT RAISE(ABORT, 'final: reason'); END;
    CREATE TRIGGER reason_is_not_deleted BEFORE DELETE ON reason
    BEGIN SELECT RAISE(ABORT, 'final: reason'); END;",
)];

/// Reads reasons of AI systems.
#[derive(Clone, Copy)]
pub struct Reasons<'a>(pub(crate) Sql<'a>);

impl Reasons<'_> {
    /// Reads an AI system's own reasons, in the order in which they were added.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of_system(&self, system: SystemId) -> Result<Vec<Reason>, Error> {
        self.0.list(
            "SELECT id, en, zh FROM reason WHERE system = ?1 ORDER BY added_at, id",
            [key(system.uuid())],
            reason,
        )
    }

    /// Reads the own reasons of every AI system, in the order in which they were added.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn all(&self) -> Result<Vec<Reason>, Error> {
        self.0.list(
            "SELECT id, en, zh FROM reason ORDER BY added_at, id, system",
            [],
            reason,
        )
    }
}

/// Writes reasons of AI systems.
#[derive(Clone, Copy)]
pub struct ReasonsMut<'a>(pub(crate) Sql<'a>);

impl ReasonsMut<'_> {
    /// Adds a reason to an AI system; only its code and name are kept.
    ///
    /// # Errors
    /// [`Error::Taken`] when the system has the code, [`Error::Constraint`] when there is no such
    /// system or a side of the name is empty.
    pub fn add(&self, system: SystemId, reason: &Reason, added: &Act) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO reason (system, id, en, zh, added_by, added_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                key(system.uuid()),
                reason.id.as_str(),
                &reason.name.en,
                &reason.name.zh,
                key(added.by.uuid()),
                added.at.micros(),
            ),
        )?;
        Ok(())
    }
}

fn reason(columns: &Columns<'_>) -> Result<Reason, Error> {
    Ok(Reason {
        id: columns.word("id")?,
        name: Text {
            en: columns.get("en")?,
            zh: columns.get("zh")?,
        },
        meaning: Text::default(),
        needs_text: false,
        own: true,
    })
}
