//! Names of reviewers, kept only where the organisation asks for it: each in an envelope that the key
//! to the names opens, and that key in one envelope for each person who may read them. The key of the
//! file, which everybody who opens it holds, opens neither.

use crate::envelope::Address;
use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Sql, key};
use assay_domain::id::{PersonId, SystemId};

pub(crate) const MIGRATIONS: &[Migration] = &[(
    3,
    "CREATE TABLE name_key (
        single INTEGER NOT NULL PRIMARY KEY CHECK (single = 1),
        address BLOB NOT NULL CHECK (length(address) = 32)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE name_share (
        person BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
        envelope BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reviewer_name (
        pseudonym TEXT NOT NULL PRIMARY KEY CHECK (pseudonym GLOB 'R-????????'),
        envelope BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;",
)];

/// Reads what is known of names without opening any.
#[derive(Clone, Copy)]
pub struct ReviewerNames<'a>(pub(crate) Sql<'a>);

impl ReviewerNames<'_> {
    /// Tells whether names are kept.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn are_kept(&self) -> Result<bool, Error> {
        Ok(self.address()?.is_some())
    }

    /// Counts the names that are kept.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn count(&self) -> Result<u64, Error> {
        let count: Option<i64> =
            self.0
                .first("SELECT count(*) AS n FROM reviewer_name", [], |columns| {
                    columns.get("n")
                })?;
        u64::try_from(count.unwrap_or_default()).map_err(Error::content)
    }

    /// Returns who holds the key to the names.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn holders(&self) -> Result<Vec<PersonId>, Error> {
        self.0.list("SELECT person FROM name_share", [], |columns| {
            columns.id("person", PersonId::new)
        })
    }

    pub(crate) fn address(&self) -> Result<Option<Address>, Error> {
        self.0.first("SELECT address FROM name_key", [], |columns| {
            columns.get("address")
        })
    }

    pub(crate) fn share(&self, person: PersonId) -> Result<Option<Vec<u8>>, Error> {
        self.0.first(
            "SELECT envelope FROM name_share WHERE person = ?1",
            [key(person.uuid())],
            |columns| columns.get("envelope"),
        )
    }

    pub(crate) fn has(&self, pseudonym: &str) -> Result<bool, Error> {
        let found = self.0.first(
            "SELECT 1 AS one FROM reviewer_name WHERE pseudonym = ?1",
            [pseudonym],
            |columns| columns.get::<i64>("one"),
        )?;
        Ok(found.is_some())
    }

    /// Reads the envelopes of all names, or of those whom records of one system name.
    pub(crate) fn envelopes(
        &self,
        system: Option<SystemId>,
    ) -> Result<Vec<(String, Vec<u8>)>, Error> {
        self.0.list(
            "SELECT pseudonym, envelope FROM reviewer_name
             WHERE ?1 IS NULL OR pseudonym IN (SELECT word FROM decision_word WHERE id IN
                (SELECT reviewer FROM decision WHERE system = ?1))
             ORDER BY pseudonym",
            [system.map(|id| key(id.uuid()))],
            |columns| Ok((columns.get("pseudonym")?, columns.get("envelope")?)),
        )
    }
}

/// Writes envelopes.
#[derive(Clone, Copy)]
pub(crate) struct ReviewerNamesMut<'a>(pub(crate) Sql<'a>);

impl ReviewerNamesMut<'_> {
    pub(crate) fn begin(&self, address: &Address) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO name_key (single, address) VALUES (1, ?1)",
            [address],
        )?;
        Ok(())
    }

    pub(crate) fn share(&self, person: PersonId, envelope: &[u8]) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO name_share (person, envelope) VALUES (?1, ?2)",
            (key(person.uuid()), envelope),
        )?;
        Ok(())
    }

    pub(crate) fn withdraw(&self, person: PersonId) -> Result<(), Error> {
        self.0.run(
            "DELETE FROM name_share WHERE person = ?1",
            [key(person.uuid())],
        )?;
        Ok(())
    }

    /// Keeps a name, unless no record names it or it is kept already.
    pub(crate) fn keep(&self, pseudonym: &str, envelope: &[u8]) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO reviewer_name (pseudonym, envelope) SELECT ?1, ?2
             WHERE EXISTS (SELECT 1 FROM decision_word WHERE word = ?1)
             ON CONFLICT (pseudonym) DO NOTHING",
            (pseudonym, envelope),
        )?;
        Ok(())
    }

    /// Erases every name and the key to them; returns how many names there were.
    pub(crate) fn erase(&self) -> Result<usize, Error> {
        self.0.run("DELETE FROM name_share", [])?;
        self.0.run("DELETE FROM name_key", [])?;
        self.0.run("DELETE FROM reviewer_name", [])
    }
}

/// Erases names that no record names any more.
pub(crate) fn sweep(sql: Sql<'_>) -> Result<(), Error> {
    sql.run(
        "DELETE FROM reviewer_name WHERE pseudonym NOT IN
            (SELECT word FROM decision_word WHERE word GLOB 'R-????????')",
        [],
    )?;
    Ok(())
}
