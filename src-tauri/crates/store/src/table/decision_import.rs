//! Imports of decision records and volumes: staged piece by piece while other changes go on,
//! published in one small change, taken back as a whole.
//!
//! A staged row stands in its table already, under the number of its import, and no list and no
//! figure sees it until the import is published. What is not published is removed piece by piece;
//! the rows of one import lie side by side, since their ids begin with the same time.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, act_columns, key};
use crate::table::decision::staging;
use crate::table::decision_block;
use assay_domain::decision::{Content, Decision, Import};
use assay_domain::id::{ImportId, SystemId};
use assay_domain::person::Act;
use assay_domain::stats::log::Log;
use assay_domain::time::Month;
use hashbrown::HashMap;
use rusqlite::params;
use std::collections::BTreeMap;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    3,
    "CREATE TABLE decision_import (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        number INTEGER NOT NULL UNIQUE CHECK (number > 0),
        system BLOB NOT NULL REFERENCES system (id),
        content INTEGER NOT NULL CHECK (content IN (0, 1)),
        state INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
        file TEXT NOT NULL,
        mapping TEXT NOT NULL,
        count INTEGER NOT NULL CHECK (count >= 0),
        imported_by BLOB NOT NULL REFERENCES person (id),
        imported_at INTEGER NOT NULL,
        undone_by BLOB REFERENCES person (id),
        undone_at INTEGER,
        CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
        CHECK ((state = 2) = (undone_at IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER decision_import_only_goes_on BEFORE UPDATE ON decision_import
    WHEN NEW.state < OLD.state OR OLD.state = 2 OR NEW.id <> OLD.id OR NEW.number <> OLD.number
        OR NEW.system <> OLD.system OR NEW.content <> OLD.content OR NEW.file <> OLD.file
        OR NEW.mapping <> OLD.mapping OR (OLD.state = 1 AND NEW.count <> OLD.count)
        OR NEW.imported_by <> OLD.imported_by OR NEW.imported_at <> OLD.imported_at
    BEGIN SELECT RAISE(ABORT, 'final: decision_import'); END;
    CREATE TRIGGER decision_import_is_not_deleted BEFORE DELETE ON decision_import
    WHEN OLD.state <> 0
    BEGIN SELECT RAISE(ABORT, 'final: decision_import'); END;

    DROP INDEX decision_log;
    CREATE INDEX decision_log ON decision
        (system, decided_at, id, disposition, reason, decision_point, model_version, import,
        thinned_at);
    DROP TRIGGER decision_is_not_deleted;
    CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
    WHEN OLD.import IS NULL OR EXISTS (SELECT 1 FROM decision_import
        WHERE number = OLD.import AND state = 1)
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;
    DROP TRIGGER volume_is_not_deleted;
    CREATE TRIGGER volume_is_not_deleted BEFORE DELETE ON volume
    WHEN OLD.import IS NULL OR EXISTS (SELECT 1 FROM decision_import
        WHERE number = OLD.import AND state = 1)
    BEGIN SELECT RAISE(ABORT, 'final: volume'); END;",
)];

/// Where an import stands, as it is stored.
const STAGED: u8 = 0;
const PUBLISHED: u8 = 1;
const UNDONE: u8 = 2;

/// Records of one part of a month's columns: written in a few milliseconds.
const PART: usize = 50_000;

/// Reads imports.
#[derive(Clone, Copy)]
pub struct Imports<'a>(pub(crate) Sql<'a>);

impl Imports<'_> {
    /// Reads the imports of a system, or of all, that were published, newest first; those that were
    /// taken back since are among them.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self, system: Option<SystemId>) -> Result<Vec<Import>, Error> {
        self.0.list(
            "SELECT * FROM decision_import WHERE state <> 0 AND (?1 IS NULL OR system = ?1)
             ORDER BY number DESC",
            [system.map(|id| key(id.uuid()))],
            import,
        )
    }

    /// Reads one import that was published.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: ImportId) -> Result<Import, Error> {
        self.0
            .first(
                "SELECT * FROM decision_import WHERE state <> 0 AND id = ?1",
                [key(id.uuid())],
                import,
            )?
            .ok_or(Error::NotFound { noun: "import" })
    }

    /// Counts the records of an import that a correction supersedes since.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn corrected(&self, id: ImportId) -> Result<u64, Error> {
        let count: Option<i64> = self.0.first(
            "SELECT count(*) AS n FROM decision c JOIN decision d ON d.id = c.supersedes
             WHERE c.supersedes IS NOT NULL
                AND d.import = (SELECT number FROM decision_import WHERE id = ?1)",
            [key(id.uuid())],
            |columns| columns.get("n"),
        )?;
        u64::try_from(count.unwrap_or_default()).map_err(Error::content)
    }

    /// Tells whether records of an import were thinned, or it was taken back since.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn is_thinned(&self, id: ImportId) -> Result<bool, Error> {
        let found = self.0.first(
            "SELECT 1 AS one FROM decision_import i WHERE i.id = ?1 AND (i.state <> 1
                OR EXISTS (SELECT 1 FROM decision WHERE import = i.number AND thinned_at IS NOT NULL))",
            [key(id.uuid())],
            |columns| columns.get::<u8>("one"),
        )?;
        Ok(found.is_some())
    }

    /// Finds an import whose rows are still to be removed: one that was never published, or was
    /// taken back.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn to_clear(&self) -> Result<Option<ImportId>, Error> {
        let left = self.0.list(
            "SELECT id, number, state, imported_at FROM decision_import WHERE state <> 1",
            [],
            |columns| {
                Ok((
                    columns.id("id", ImportId::new)?,
                    columns.get::<i64>("number")?,
                    columns.get::<u8>("state")?,
                    columns.get::<i64>("imported_at")?,
                ))
            },
        )?;
        for (id, number, state, at) in left {
            if state == STAGED || has_rows(self.0, number, at)? {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }
}

fn import(columns: &Columns<'_>) -> Result<Import, Error> {
    let count: i64 = columns.get("count")?;
    Ok(Import {
        id: columns.id("id", ImportId::new)?,
        system: columns.id("system", SystemId::new)?,
        content: match columns.get::<u8>("content")? {
            0 => Content::Decisions,
            _ => Content::Volumes,
        },
        file: columns.get("file")?,
        mapping: columns.get("mapping")?,
        count: u64::try_from(count).map_err(Error::content)?,
        imported: columns.act("imported")?,
        undone: columns.maybe_act("undone")?,
    })
}

/// The ids that rows of an import can have: they begin with its time in milliseconds.
fn id_range(imported_at: i64) -> ([u8; 16], [u8; 16]) {
    let millis = (imported_at / 1_000).to_be_bytes();
    let (mut first, mut last) = ([0; 16], [u8::MAX; 16]);
    first[..6].copy_from_slice(&millis[2..]);
    last[..6].copy_from_slice(&millis[2..]);
    (first, last)
}

fn has_rows(sql: Sql<'_>, number: i64, imported_at: i64) -> Result<bool, Error> {
    let (first, last) = id_range(imported_at);
    let found = sql.first(
        "SELECT 1 AS one FROM decision WHERE id BETWEEN ?1 AND ?2 AND import = ?3 LIMIT 1",
        (first, last, number),
        |columns| columns.get::<i64>("one"),
    )?;
    Ok(found.is_some())
}

/// Writes imports that are complete.
#[derive(Clone, Copy)]
pub struct ImportsMut<'a>(pub(crate) Sql<'a>);

impl ImportsMut<'_> {
    /// Publishes what was staged: from now on every list and figure sees it.
    ///
    /// # Errors
    /// [`Error::Taken`] when a word of it was added by another change meanwhile.
    pub fn publish(&self, staged: &StagedImport) -> Result<(), Error> {
        for (word, id) in &staged.fresh_words {
            self.0.run(
                "INSERT INTO decision_word (id, word) VALUES (?1, ?2)",
                (id, word),
            )?;
        }
        decision_block::join(self.0, staged.system, staged.number)?;
        let changed = self.0.run(
            "UPDATE decision_import SET state = ?2, count = ?3 WHERE id = ?1 AND state = ?4",
            params![
                key(staged.id.uuid()),
                PUBLISHED,
                whole(staged.count)?,
                STAGED
            ],
        )?;
        (changed == 1)
            .then_some(())
            .ok_or(Error::NotFound { noun: "import" })
    }

    /// Records an import of volumes, whose rows are written in the same change, and returns its number.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the system or the person does not exist.
    pub fn add(&self, import: &Import) -> Result<i64, Error> {
        insert(self.0, import, PUBLISHED)
    }

    /// Takes a published import back: no list and no figure sees its records any more.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or it was taken back before.
    pub fn undo(&self, id: ImportId, act: &Act) -> Result<(), Error> {
        let (by, at) = act_columns(Some(act));
        let changed = self.0.run(
            "UPDATE decision_import SET state = ?2, undone_by = ?3, undone_at = ?4
             WHERE id = ?1 AND state = ?5",
            params![key(id.uuid()), UNDONE, by, at, PUBLISHED],
        )?;
        if changed == 0 {
            return Err(Error::NotFound { noun: "import" });
        }
        let import = Imports(self.0).get(id)?;
        decision_block::forget_all(self.0, import.system)?;
        self.0.run(
            "DELETE FROM volume WHERE import = (SELECT number FROM decision_import WHERE id = ?1)",
            [key(id.uuid())],
        )?;
        Ok(())
    }
}

fn whole(count: u64) -> Result<i64, Error> {
    i64::try_from(count).map_err(Error::content)
}

fn insert(sql: Sql<'_>, import: &Import, state: u8) -> Result<i64, Error> {
    let content = match import.content {
        Content::Decisions => 0,
        Content::Volumes => 1,
    };
    let (by, at) = act_columns(Some(&import.imported));
    sql.run(
        "INSERT INTO decision_import (id, number, system, content, state, file, mapping, count,
            imported_by, imported_at)
         SELECT ?1, 1 + coalesce(max(number), 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM decision_import",
        params![
            key(import.id.uuid()),
            key(import.system.uuid()),
            content,
            state,
            import.file,
            import.mapping,
            whole(import.count)?,
            by,
            at,
        ],
    )?;
    let number = sql.first(
        "SELECT number FROM decision_import WHERE id = ?1",
        [key(import.id.uuid())],
        |columns| columns.get("number"),
    )?;
    number.ok_or(Error::NotFound { noun: "import" })
}

/// An import in the making: what is known of it beside its staged rows.
#[derive(Debug)]
pub struct StagedImport {
    id: ImportId,
    number: i64,
    system: SystemId,
    /// Columns of the months that are being read, until a part is large enough to be written.
    logs: BTreeMap<Month, (u32, Log)>,
    /// Numbers of words that stand in the file, and of those that come with the import.
    words: HashMap<String, i64>,
    fresh_words: Vec<(String, i64)>,
    count: u64,
}

impl StagedImport {
    /// Returns which import it is.
    #[must_use]
    pub fn id(&self) -> ImportId {
        self.id
    }

    /// Returns how many records are staged.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }
}

/// Begins an import and reads the words that the log knows.
pub(crate) fn begin(sql: Sql<'_>, import: &Import) -> Result<StagedImport, Error> {
    let number = insert(sql, import, STAGED)?;
    let mut words = HashMap::new();
    sql.each("SELECT id, word FROM decision_word", [], |columns| {
        words.insert(columns.get("word")?, columns.get("id")?);
        Ok(())
    })?;
    Ok(StagedImport {
        id: import.id,
        number,
        system: import.system,
        logs: BTreeMap::new(),
        words,
        fresh_words: Vec::new(),
        count: 0,
    })
}

/// Writes rows of an import, in the order of their ids.
pub(crate) fn stage(
    sql: Sql<'_>,
    staged: &mut StagedImport,
    records: &[Decision],
) -> Result<(), Error> {
    let number = staged.number;
    let StagedImport {
        words, fresh_words, ..
    } = staged;
    // Numbers of new words lie where no other change takes one.
    let base = number << 32;
    let mut keep = |word: &str| -> Option<i64> {
        if word.is_empty() {
            return None;
        }
        if let Some(known) = words.get(word) {
            return Some(*known);
        }
        let fresh = base + i64::try_from(fresh_words.len()).unwrap_or(i64::MAX >> 32);
        words.insert(word.to_owned(), fresh);
        fresh_words.push((word.to_owned(), fresh));
        Some(fresh)
    };
    staging::stage(sql, records, number, &mut keep)?;
    for record in records {
        let month = Month::of(record.facts.decided_at.at());
        staged.logs.entry(month).or_default().1.push(record);
    }
    staged.count += records.len() as u64;
    stage_block(sql, staged, PART)?;
    Ok(())
}

/// Writes the columns of one month that has so many records in hand; tells whether there was one.
pub(crate) fn stage_block(
    sql: Sql<'_>,
    staged: &mut StagedImport,
    least: usize,
) -> Result<bool, Error> {
    let mut logs = staged.logs.iter_mut();
    let Some((month, (part, log))) = logs.find(|(_, (_, log))| log.len() >= least) else {
        return Ok(false);
    };
    let place = (staged.system, *month);
    decision_block::write(sql, place, (staged.number, *part), log)?;
    *log = Log::new();
    *part += 1;
    Ok(true)
}

/// Removes rows of an import that is not published, at the most so many; tells whether any may be left.
pub(crate) fn clear(sql: Sql<'_>, id: ImportId, most: u32) -> Result<bool, Error> {
    let found = sql.first(
        "SELECT number, state, imported_at FROM decision_import WHERE id = ?1 AND state <> 1",
        [key(id.uuid())],
        |columns| {
            Ok((
                columns.get::<i64>("number")?,
                columns.get::<u8>("state")?,
                columns.get::<i64>("imported_at")?,
            ))
        },
    )?;
    let Some((number, state, at)) = found else {
        return Ok(false);
    };
    let (first, last) = id_range(at);
    decision_block::forget_import(sql, number)?;
    let removed = sql.run(
        "DELETE FROM decision WHERE id IN (SELECT id FROM decision
            WHERE id BETWEEN ?1 AND ?2 AND import = ?3 ORDER BY id LIMIT ?4)",
        (first, last, number, most),
    )?;
    if removed == most as usize {
        return Ok(true);
    }
    if state == STAGED {
        sql.run(
            "DELETE FROM decision_import WHERE id = ?1",
            [key(id.uuid())],
        )?;
    }
    Ok(false)
}
