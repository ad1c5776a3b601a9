//! Question packs of the organisation.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key};
use assay_domain::question_pack::QuestionPack;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    4,
    "CREATE TABLE question_pack (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        name TEXT NOT NULL CHECK (json_valid(name)),
        questions TEXT NOT NULL CHECK (json_valid(questions)),
        withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER question_pack_is_not_deleted BEFORE DELETE ON question_pack
    BEGIN SELECT RAISE(ABORT, 'final: question_pack'); END;",
)];

/// Reads question packs.
#[derive(Clone, Copy)]
pub struct QuestionPacks<'a>(pub(crate) Sql<'a>);

impl QuestionPacks<'_> {
    /// Reads every pack by its id.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<QuestionPack>, Error> {
        self.0
            .list("SELECT * FROM question_pack ORDER BY id", [], pack)
    }

    /// Reads one pack.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: &str) -> Result<QuestionPack, Error> {
        self.0
            .first("SELECT * FROM question_pack WHERE id = ?1", [id], pack)?
            .ok_or(Error::NotFound { noun: "pack" })
    }
}

/// Writes question packs.
#[derive(Clone, Copy)]
pub struct QuestionPacksMut<'a>(pub(crate) Sql<'a>);

impl QuestionPacksMut<'_> {
    /// Adds a pack, or replaces the one with its id.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn put(&self, pack: &QuestionPack) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO question_pack (id, name, questions, withdrawn, saved_by, saved_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, questions = excluded.questions,
                withdrawn = excluded.withdrawn, saved_by = excluded.saved_by,
                saved_at = excluded.saved_at",
            params![
                pack.id,
                json(&pack.name)?,
                json(&pack.questions)?,
                pack.withdrawn,
                key(pack.saved.by.uuid()),
                pack.saved.at.micros(),
            ],
        )?;
        Ok(())
    }
}

fn pack(columns: &Columns<'_>) -> Result<QuestionPack, Error> {
    Ok(QuestionPack {
        id: columns.get("id")?,
        name: columns.json("name")?,
        questions: columns.json("questions")?,
        withdrawn: columns.get("withdrawn")?,
        saved: columns.act("saved")?,
    })
}
