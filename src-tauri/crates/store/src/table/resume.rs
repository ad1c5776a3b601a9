//! Where each person left off. It is no change of the workspace and leaves no history entry.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Sql, key};
use assay_domain::id::PersonId;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE resume (
        person BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
        route TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;",
)];

/// Reads where a person left off.
#[derive(Clone, Copy)]
pub struct Resumes<'a>(pub(crate) Sql<'a>);

impl Resumes<'_> {
    /// Returns the route at which the person left off.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn get(&self, person: PersonId) -> Result<Option<String>, Error> {
        self.0.first(
            "SELECT route FROM resume WHERE person = ?1",
            [key(person.uuid())],
            |columns| columns.get("route"),
        )
    }
}

/// Remembers the route at which a person is.
pub(crate) fn remember(sql: Sql<'_>, person: PersonId, route: &str) -> Result<(), Error> {
    sql.run(
        "INSERT INTO resume (person, route) VALUES (?1, ?2)
         ON CONFLICT (person) DO UPDATE SET route = excluded.route",
        (key(person.uuid()), route),
    )?;
    Ok(())
}
