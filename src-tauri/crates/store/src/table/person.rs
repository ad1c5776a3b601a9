//! Persons. Their keys lie in the sidecar; [`crate::Store::add_person`] writes both.

use crate::envelope::Address;
use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key};
use assay_domain::id::PersonId;
use assay_domain::person::Person;

pub(crate) const MIGRATIONS: &[Migration] = &[(1, FIRST), (3, ADDRESS)];

/// Where a person gets envelopes (see `envelope`); nothing until they open the file once.
const ADDRESS: &str = "ALTER TABLE person ADD COLUMN address BLOB CHECK (length(address) = 32);";

const FIRST: &str = "CREATE TABLE person (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        name TEXT NOT NULL CHECK (name <> ''),
        title TEXT NOT NULL,
        roles TEXT NOT NULL CHECK (json_valid(roles)),
        added_at INTEGER NOT NULL,
        certificate BLOB
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER person_is_not_deleted BEFORE DELETE ON person
    BEGIN SELECT RAISE(ABORT, 'final: person'); END;";

/// Reads persons.
#[derive(Clone, Copy)]
pub struct Persons<'a>(pub(crate) Sql<'a>);

impl Persons<'_> {
    /// Reads everybody, in the order in which they were added.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<Person>, Error> {
        self.0
            .list("SELECT * FROM person ORDER BY added_at, id", [], person)
    }

    /// Reads one person.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: PersonId) -> Result<Person, Error> {
        self.0
            .first(
                "SELECT * FROM person WHERE id = ?1",
                [key(id.uuid())],
                person,
            )?
            .ok_or(Error::NotFound { noun: "person" })
    }

    /// Reads a person's certificate (X.509 in DER); nothing while there is none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such person.
    pub fn certificate(&self, id: PersonId) -> Result<Option<Vec<u8>>, Error> {
        self.0
            .first(
                "SELECT certificate FROM person WHERE id = ?1",
                [key(id.uuid())],
                |columns| columns.get("certificate"),
            )?
            .ok_or(Error::NotFound { noun: "person" })
    }
}

impl Persons<'_> {
    /// Reads where a person gets envelopes.
    pub(crate) fn address(&self, id: PersonId) -> Result<Option<Address>, Error> {
        let found = self.0.first(
            "SELECT address FROM person WHERE id = ?1",
            [key(id.uuid())],
            |columns| columns.get("address"),
        )?;
        found.ok_or(Error::NotFound { noun: "person" })
    }
}

/// Sets where a person gets envelopes.
pub(crate) fn set_address(sql: Sql<'_>, id: PersonId, address: &Address) -> Result<(), Error> {
    let changed = sql.run(
        "UPDATE person SET address = ?2 WHERE id = ?1",
        (key(id.uuid()), address),
    )?;
    found(changed)
}

/// Writes persons.
#[derive(Clone, Copy)]
pub struct PersonsMut<'a>(pub(crate) Sql<'a>);

impl PersonsMut<'_> {
    pub(crate) fn add(&self, person: &Person) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO person (id, name, title, roles, added_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                key(person.id.uuid()),
                &person.name,
                &person.title,
                json(&person.roles)?,
                person.added_at.micros(),
            ),
        )?;
        Ok(())
    }

    /// Replaces name, title and roles.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such person.
    pub fn save(&self, person: &Person) -> Result<(), Error> {
        let changed = self.0.run(
            "UPDATE person SET name = ?2, title = ?3, roles = ?4 WHERE id = ?1",
            (
                key(person.id.uuid()),
                &person.name,
                &person.title,
                json(&person.roles)?,
            ),
        )?;
        found(changed)
    }

    /// Sets the person's certificate (X.509 in DER).
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such person.
    pub fn set_certificate(&self, id: PersonId, der: &[u8]) -> Result<(), Error> {
        let changed = self.0.run(
            "UPDATE person SET certificate = ?2 WHERE id = ?1",
            (key(id.uuid()), der),
        )?;
        found(changed)
    }
}

fn found(changed: usize) -> Result<(), Error> {
    (changed == 1)
        .then_some(())
        .ok_or(Error::NotFound { noun: "person" })
}

fn person(columns: &Columns<'_>) -> Result<Person, Error> {
    Ok(Person {
        id: columns.id("id", PersonId::new)?,
        name: columns.get("name")?,
        title: columns.get("title")?,
        roles: columns.json("roles")?,
        added_at: columns.time("added_at")?,
    })
}
