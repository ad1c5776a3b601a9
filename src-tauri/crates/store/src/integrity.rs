//! The check of a whole workspace: pages, rows, references, history, contents, keys.

use crate::error::Error;
use crate::history::History;
use crate::memo::LogMemo;
use crate::migration::{self, Layout};
use crate::sidecar::Sidecar;
use crate::sql::Sql;
use crate::store::Store;
use assay_domain::history::{Break, Head};
use rusqlite::Connection;
use std::cell::Cell;
use std::path::PathBuf;

/// One thing that is wrong with a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A page fails its authentication; the engine's own words name it.
    Page(String),
    /// The engine finds its structures wrong, in its own words.
    Structure(String),
    /// This table, index, trigger or view is missing, reads otherwise, or was added.
    Layout(Layout),
    /// A row of this table refers to nothing.
    Reference(String),
    /// The history is broken.
    History(Break),
    /// The anchor in the sidecar is no entry of the history: it was cut back or rewritten.
    Anchor,
    /// So many erasable values are not what the history says.
    Erasable(u64),
    /// A content is not what its digest says.
    Content(String),
    /// The sidecar on disk is missing, damaged, or sealed by somebody else.
    Sidecar,
    /// Of what was recorded of drills while the workspace was locked, something in this file did not open.
    Drills(PathBuf),
    /// Something could not be read at all.
    Unreadable(String),
}

/// What the check of a workspace found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Where the history stands, as far as it could be read.
    pub head: Head,
    /// How many contents were compared with their digests.
    pub contents: u64,
    /// What is wrong; empty for a whole workspace.
    pub problems: Vec<Problem>,
}

impl Check {
    /// Tells whether nothing is wrong.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }
}

impl Store {
    /// Checks pages, structure, references, history, contents and sidecar.
    ///
    /// # Errors
    /// Fails when not even a connection can be had; everything else is in the result.
    pub fn check(&self) -> Result<Check, Error> {
        let anchor = self.sidecar().head()?;
        let _still = self.still();
        let mut problems = {
            let connection = self.ready()?;
            match pages_and_chain(&connection, self.failed_mark(), anchor) {
                Ok(found) => found,
                Err(error) => vec![unreadable(&error)],
            }
        };
        let (contents, bad) = self.check_contents();
        problems.extend(bad);
        if !self.sidecar_is_whole() {
            problems.push(Problem::Sidecar);
        }
        problems.extend(self.damaged_drills().map(Problem::Drills));
        Ok(Check {
            head: self.head().unwrap_or_default(),
            contents,
            problems,
        })
    }

    fn check_contents(&self) -> (u64, Vec<Problem>) {
        let mut problems = Vec::new();
        let digests = match self.read(|read| read.blobs().digests()) {
            Ok(digests) => digests,
            Err(error) => return (0, vec![unreadable(&error)]),
        };
        for digest in &digests {
            let copied = self.read(|read| read.blobs().copy(digest, &mut std::io::sink()));
            if copied.is_err() {
                problems.push(Problem::Content(digest.clone()));
            }
        }
        (digests.len() as u64, problems)
    }

    fn sidecar_is_whole(&self) -> bool {
        Sidecar::load(&Sidecar::path(self.path())).is_ok_and(|sidecar| {
            sidecar.workspace == self.sidecar().workspace
                && sidecar.is_sealed_by(self.data_key()).unwrap_or(false)
        })
    }
}

/// Checks pages, structure, references and history of one connection.
pub(crate) fn pages_and_chain(
    connection: &Connection,
    failed: &Cell<bool>,
    anchor: Head,
) -> Result<Vec<Problem>, Error> {
    let memo = LogMemo::default();
    let sql = Sql {
        connection,
        failed,
        memo: &memo,
    };
    let mut problems = Vec::new();
    for page in words(connection, "PRAGMA cipher_integrity_check")? {
        problems.push(Problem::Page(page));
    }
    if !problems.is_empty() {
        // Reading on would stop at the first of these pages.
        failed.set(true);
        return Ok(problems);
    }
    for line in words(connection, "PRAGMA quick_check")? {
        if line != "ok" {
            problems.push(Problem::Structure(line));
        }
    }
    problems.extend(migration::altered(connection)?.map(Problem::Layout));
    for table in words(connection, "PRAGMA foreign_key_check")? {
        problems.push(Problem::Reference(table));
    }
    let history = History(sql).check(anchor)?;
    problems.extend(history.broken.map(Problem::History));
    if !history.anchor_holds && history.broken.is_none() {
        problems.push(Problem::Anchor);
    }
    if history.changed_values > 0 {
        problems.push(Problem::Erasable(history.changed_values));
    }
    Ok(problems)
}

fn words(connection: &Connection, pragma: &str) -> Result<Vec<String>, Error> {
    let mut statement = connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    let mut words = Vec::new();
    while let Some(row) = rows.next()? {
        words.push(row.get(0)?);
    }
    Ok(words)
}

fn unreadable(error: &Error) -> Problem {
    Problem::Unreadable(error.to_string())
}
