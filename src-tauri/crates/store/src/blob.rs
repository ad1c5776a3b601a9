//! Contents by digest: evidence, reports and their facts, in parts of 1 MiB, each content stored once.

use crate::error::{Damage, Error};
use crate::hex;
use crate::migration::Migration;
use crate::sql::Sql;
use crate::store::Store;
use sha2::{Digest, Sha256};
use std::io::{self, Read, Write};
use std::path::Path;

/// Bytes that stay free on the disk after a large write.
const RESERVE: u64 = 64 * 1024 * 1024;

/// Bytes of a part.
pub(crate) const PART: usize = 1024 * 1024;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE blob (
        id INTEGER PRIMARY KEY,
        sha256 BLOB UNIQUE CHECK (sha256 IS NULL OR length(sha256) = 32),
        size INTEGER NOT NULL CHECK (size >= 0)
    ) STRICT;
    CREATE TABLE blob_part (
        blob INTEGER NOT NULL REFERENCES blob (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number >= 0),
        bytes BLOB NOT NULL,
        UNIQUE (blob, number)
    ) STRICT;
    CREATE TRIGGER blob_part_is_not_updated BEFORE UPDATE ON blob_part
    BEGIN SELECT RAISE(ABORT, 'final: content'); END;
    CREATE TRIGGER blob_is_not_renamed BEFORE UPDATE ON blob WHEN OLD.sha256 IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'final: content'); END;",
)];

/// Reads contents.
#[derive(Clone, Copy)]
pub struct Blobs<'a>(pub(crate) Sql<'a>);

impl Blobs<'_> {
    /// Tells whether the content with this digest (lower-case hexadecimal) is kept.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn has(&self, sha256: &str) -> Result<bool, Error> {
        Ok(self.find(sha256)?.is_some())
    }

    /// Reads a content whole and checks it against its digest.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not kept, [`Error::Damaged`] when it is not what its digest says.
    pub fn read(&self, sha256: &str) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        self.copy(sha256, &mut bytes)?;
        Ok(bytes)
    }

    /// Copies a content part by part and checks it against its digest; returns its length in bytes.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not kept, [`Error::Damaged`] when it is not what its digest says;
    /// what was written until then is to be thrown away.
    pub fn copy(&self, sha256: &str, target: &mut dyn Write) -> Result<u64, Error> {
        let id = self
            .find(sha256)?
            .ok_or(Error::NotFound { noun: "content" })?;
        let mut hasher = Sha256::new();
        let mut size = 0;
        self.0.each(
            "SELECT bytes FROM blob_part WHERE blob = ?1 ORDER BY number",
            [id],
            |columns| {
                let bytes: Vec<u8> = columns.get("bytes")?;
                hasher.update(&bytes);
                size += bytes.len() as u64;
                Ok(target.write_all(&bytes)?)
            },
        )?;
        if hex::encode(&hasher.finalize()) != sha256 {
            return Err(Error::Damaged(Damage::Content(format!("content {sha256}"))));
        }
        Ok(size)
    }

    /// Returns the digests of every content that is kept.
    pub(crate) fn digests(&self) -> Result<Vec<String>, Error> {
        self.0.list(
            "SELECT sha256 FROM blob WHERE sha256 IS NOT NULL ORDER BY id",
            [],
            |columns| Ok(hex::encode(&columns.get::<[u8; 32]>("sha256")?)),
        )
    }

    fn find(&self, sha256: &str) -> Result<Option<i64>, Error> {
        let Some(digest) = hex::array::<32>(sha256) else {
            return Ok(None);
        };
        self.0.first(
            "SELECT id FROM blob WHERE sha256 = ?1",
            [digest],
            |columns| columns.get("id"),
        )
    }
}

/// A content on its way in, not yet visible to anybody.
#[derive(Debug)]
pub struct Staged {
    id: i64,
    parts: u32,
    size: u64,
    hasher: Sha256,
}

impl Staged {
    /// Returns the digest of what was staged so far, lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        hex::encode(&self.hasher.clone().finalize())
    }

    /// Returns how many bytes were staged so far.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }
}

/// Writes contents.
#[derive(Clone, Copy)]
pub struct BlobsMut<'a>(pub(crate) Sql<'a>);

impl BlobsMut<'_> {
    /// Keeps a content that is already in memory and returns its digest, lower-case hexadecimal.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn put(&self, bytes: &[u8]) -> Result<String, Error> {
        let sha256 = hex::encode(&Sha256::digest(bytes));
        if Blobs(self.0).has(&sha256)? {
            return Ok(sha256);
        }
        let mut staged = self.begin()?;
        for part in bytes.chunks(PART) {
            self.push(&mut staged, part)?;
        }
        self.publish(staged)
    }

    /// Makes a staged content visible under its digest, which is returned; a content that is already
    /// kept stays as it is.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn publish(&self, staged: Staged) -> Result<String, Error> {
        let sha256 = staged.sha256();
        if Blobs(self.0).has(&sha256)? {
            self.0.run("DELETE FROM blob WHERE id = ?1", [staged.id])?;
            return Ok(sha256);
        }
        let size = i64::try_from(staged.size).map_err(Error::content)?;
        let digest: [u8; 32] = staged.hasher.finalize().into();
        self.0.run(
            "UPDATE blob SET sha256 = ?2, size = ?3 WHERE id = ?1",
            (staged.id, digest, size),
        )?;
        Ok(sha256)
    }

    /// Removes a content that nothing uses any more.
    pub(crate) fn remove(&self, digest: [u8; 32]) -> Result<(), Error> {
        self.0.run("DELETE FROM blob WHERE sha256 = ?1", [digest])?;
        Ok(())
    }

    pub(crate) fn begin(&self) -> Result<Staged, Error> {
        self.0.run("INSERT INTO blob (size) VALUES (0)", [])?;
        Ok(Staged {
            id: self.0.connection.last_insert_rowid(),
            parts: 0,
            size: 0,
            hasher: Sha256::new(),
        })
    }

    pub(crate) fn push(&self, staged: &mut Staged, part: &[u8]) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO blob_part (blob, number, bytes) VALUES (?1, ?2, ?3)",
            (staged.id, staged.parts, part),
        )?;
        staged.parts += 1;
        staged.size += part.len() as u64;
        staged.hasher.update(part);
        Ok(())
    }

    fn fill(&self, staged: &mut Staged, source: &mut dyn Read) -> Result<(), Error> {
        let mut part = Vec::with_capacity(PART);
        while read_part(source, &mut part)? > 0 {
            self.push(staged, &part)?;
        }
        Ok(())
    }
}

fn read_part(source: &mut dyn Read, part: &mut Vec<u8>) -> io::Result<usize> {
    part.clear();
    source.take(PART as u64).read_to_end(part)
}

impl Store {
    /// Brings a content in, part by part, so that the log stays small; it becomes visible when
    /// [`BlobsMut::publish`] is called in the change that uses it.
    ///
    /// `size` is the expected length in bytes, for the check of the free disk; 0 when unknown.
    ///
    /// # Errors
    /// [`Error::DiskFull`] when the disk has too little room, [`Error::Io`] when the source fails.
    pub fn stage(&mut self, source: &mut dyn Read, size: u64) -> Result<Staged, Error> {
        if self.is_read_only() {
            return Err(Error::ReadOnly);
        }
        self.check_room(size)?;
        let connection = self.ready()?;
        let blobs = BlobsMut(self.sql(&connection));
        let mut staged = blobs.begin()?;
        match blobs.fill(&mut staged, source) {
            Ok(()) => Ok(staged),
            Err(error) => {
                drop(connection);
                self.sweep()?;
                Err(error)
            }
        }
    }

    /// Removes what was staged and never published, such as before a crash.
    pub(crate) fn sweep(&self) -> Result<(), Error> {
        if self.is_read_only() {
            return Ok(());
        }
        let connection = self.ready()?;
        self.sql(&connection)
            .run("DELETE FROM blob WHERE sha256 IS NULL", [])?;
        Ok(())
    }

    /// Refuses a write for which the disk has too little room.
    fn check_room(&self, bytes: u64) -> Result<(), Error> {
        let folder = match self.path().parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        // Once in the log and once in the file, and something to go on working with.
        let needed = bytes.saturating_mul(2).saturating_add(RESERVE);
        if fs4::available_space(folder)? < needed {
            return Err(Error::DiskFull);
        }
        Ok(())
    }
}
