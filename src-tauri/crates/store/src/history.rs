//! The history as it is stored: entries that can only be appended, and the erasable values beside them.

use crate::error::Error;
use crate::hex;
use crate::migration::Migration;
use crate::sql::{Columns, Sql};
use assay_domain::history::{Break, Entry, EntryBody, Head, erasable_digest, step};
use assay_domain::time::Timestamp;

pub(crate) const MIGRATIONS: &[Migration] = &[(1, FIRST), (3, BY_ENTRY)];

/// Texts are erased entry by entry, and there may be millions.
const BY_ENTRY: &str = "CREATE INDEX erasable_entry ON erasable (sequence);";

const FIRST: &str = "CREATE TABLE history (
        sequence INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        previous BLOB NOT NULL CHECK (length(previous) = 32),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE INDEX history_subject ON history (json_extract(payload, '$.subject.id'), sequence);
    CREATE TRIGGER history_is_not_updated BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'final: history'); END;
    CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'final: history'); END;
    CREATE TRIGGER history_has_no_gaps BEFORE INSERT ON history
    WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM history)
        OR NEW.previous <> coalesce(
            (SELECT hash FROM history ORDER BY sequence DESC LIMIT 1), zeroblob(32))
    BEGIN SELECT RAISE(ABORT, 'final: history'); END;

    CREATE TABLE erasable (
        digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
        sequence INTEGER NOT NULL REFERENCES history (sequence) DEFERRABLE INITIALLY DEFERRED,
        salt BLOB NOT NULL CHECK (length(salt) = 32),
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;";

/// What verifying the whole history found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryCheck {
    /// Where the chain stands, up to the first break if there is one.
    pub head: Head,
    /// The first break of the chain.
    pub broken: Option<Break>,
    /// Whether the anchor in the sidecar is an entry of the chain.
    pub anchor_holds: bool,
    /// Entries whose erasable value is no longer what its digest says; erased values do not count.
    pub changed_values: u64,
}

impl HistoryCheck {
    /// Tells whether nothing was found.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.broken.is_none() && self.anchor_holds && self.changed_values == 0
    }
}

/// One entry of the history, read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Number from 1.
    pub sequence: u64,
    /// What it says.
    pub body: EntryBody,
    /// Its hash.
    pub hash: [u8; 32],
}

/// Reads the history.
#[derive(Clone, Copy)]
pub struct History<'a>(pub(crate) Sql<'a>);

impl History<'_> {
    /// Returns where the history stands.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn head(&self) -> Result<Head, Error> {
        let head = self.0.first(
            "SELECT sequence, hash FROM history ORDER BY sequence DESC LIMIT 1",
            [],
            |columns| {
                Ok(Head {
                    sequence: sequence(columns)?,
                    hash: columns.get("hash")?,
                })
            },
        )?;
        Ok(head.unwrap_or_default())
    }

    /// Reads the newest entries before a sequence number, newest first; `before` may be `None`.
    ///
    /// # Errors
    /// Fails when the file cannot be read or an entry is no entry.
    pub fn entries(&self, before: Option<u64>, count: u32) -> Result<Vec<HistoryEntry>, Error> {
        let before = before.map_or(i64::MAX, |number| i64::try_from(number).unwrap_or(i64::MAX));
        self.0.list(
            "SELECT sequence, payload, hash FROM history WHERE sequence < ?1
             ORDER BY sequence DESC LIMIT ?2",
            (before, count),
            entry,
        )
    }

    /// Reads the entries about one record, oldest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read or an entry is no entry.
    pub fn of(&self, id: &str) -> Result<Vec<HistoryEntry>, Error> {
        self.0.list(
            "SELECT sequence, payload, hash FROM history
             WHERE json_extract(payload, '$.subject.id') = ?1 ORDER BY sequence",
            [id],
            entry,
        )
    }

    /// Reads the entries after a sequence number, oldest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read or an entry is no entry.
    pub fn after(&self, after: u64, count: u32) -> Result<Vec<HistoryEntry>, Error> {
        self.0.list(
            "SELECT sequence, payload, hash FROM history WHERE sequence > ?1
             ORDER BY sequence LIMIT ?2",
            (stored_number(after)?, count),
            entry,
        )
    }

    /// Returns the text behind a digest as a payload holds it; nothing when it was erased.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn sealed(&self, digest: &str) -> Result<Option<String>, Error> {
        match hex::array(digest) {
            Some(digest) => self.erasable(&digest),
            None => Ok(None),
        }
    }

    /// Returns the text behind an erasable value's digest; nothing when it was erased.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn erasable(&self, digest: &[u8; 32]) -> Result<Option<String>, Error> {
        self.0.first(
            "SELECT value FROM erasable WHERE digest = ?1",
            [digest],
            |columns| columns.get("value"),
        )
    }

    /// Checks the chain from its first entry, and that `anchor` is one of its entries.
    pub(crate) fn check(&self, anchor: Head) -> Result<HistoryCheck, Error> {
        let mut head = Head::default();
        let mut broken = None;
        let mut anchor_holds = anchor == head;
        self.0.each(
            "SELECT sequence, at, payload, previous, hash FROM history ORDER BY sequence",
            [],
            |columns| {
                if broken.is_some() {
                    return Ok(());
                }
                match step(head, &stored(columns)?) {
                    Ok(next) => head = next,
                    Err(found) => broken = Some(found),
                }
                anchor_holds |= anchor == head;
                Ok(())
            },
        )?;
        Ok(HistoryCheck {
            head,
            broken,
            anchor_holds,
            changed_values: self.changed_values()?,
        })
    }

    fn changed_values(&self) -> Result<u64, Error> {
        let mut changed = 0;
        self.0
            .each("SELECT digest, salt, value FROM erasable", [], |columns| {
                let salt: [u8; 32] = columns.get("salt")?;
                let value: String = columns.get("value")?;
                let digest: [u8; 32] = columns.get("digest")?;
                changed += u64::from(erasable_digest(&salt, &value) != digest);
                Ok(())
            })?;
        Ok(changed)
    }
}

fn sequence(columns: &Columns<'_>) -> Result<u64, Error> {
    u64::try_from(columns.get::<i64>("sequence")?).map_err(Error::content)
}

fn stored(columns: &Columns<'_>) -> Result<Entry, Error> {
    Ok(Entry {
        sequence: sequence(columns)?,
        at: columns.time("at")?,
        payload: columns.get("payload")?,
        previous: columns.get("previous")?,
        hash: columns.get("hash")?,
    })
}

fn entry(columns: &Columns<'_>) -> Result<HistoryEntry, Error> {
    Ok(HistoryEntry {
        sequence: sequence(columns)?,
        body: columns.json("payload")?,
        hash: columns.get("hash")?,
    })
}

/// Appends one entry after the present head and returns the new one.
pub(crate) fn append(sql: Sql<'_>, body: &EntryBody) -> Result<Head, Error> {
    let at: Timestamp = body.act.at;
    let entry = History(sql).head()?.next(at, body.canonical()?);
    sql.run(
        "INSERT INTO history (sequence, at, payload, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
        (
            stored_number(entry.sequence)?,
            at.micros(),
            &entry.payload,
            entry.previous,
            entry.hash,
        ),
    )?;
    Ok(Head {
        sequence: entry.sequence,
        hash: entry.hash,
    })
}

/// Keeps an erasable value for the entry that follows the present head.
pub(crate) fn keep_erasable(sql: Sql<'_>, salt: [u8; 32], text: &str) -> Result<[u8; 32], Error> {
    let digest = erasable_digest(&salt, text);
    let next = History(sql).head()?.sequence + 1;
    sql.run(
        "INSERT INTO erasable (digest, sequence, salt, value) VALUES (?1, ?2, ?3, ?4)",
        (digest, stored_number(next)?, salt, text),
    )?;
    Ok(digest)
}

/// Erases the texts behind the sealed values of every entry about a record; tells how many there were.
pub(crate) fn erase(sql: Sql<'_>, subject: &str) -> Result<usize, Error> {
    sql.run(
        "DELETE FROM erasable WHERE sequence IN (SELECT sequence FROM history
            WHERE json_extract(payload, '$.subject.id') = ?1)",
        [subject],
    )
}

fn stored_number(sequence: u64) -> Result<i64, Error> {
    i64::try_from(sequence).map_err(Error::content)
}
