//! How the table modules speak to the engine: cached statements, typed columns, one place for errors.

use crate::error::Error;
use crate::memo::LogMemo;
use assay_domain::person::Act;
use assay_domain::time::{Date, Timestamp};
use rusqlite::types::FromSql;
use rusqlite::{Connection, Params, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::Cell;
use uuid::Uuid;

/// A connection together with the note that it failed.
///
/// After one page fails its authentication the connection gives errors for good pages too, so the
/// store opens a new one before the next use.
#[derive(Clone, Copy)]
pub(crate) struct Sql<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) failed: &'a Cell<bool>,
    /// What was computed from the log; whatever changes a record makes it forget.
    pub(crate) memo: &'a LogMemo,
}

impl Sql<'_> {
    /// Runs a statement and returns how many rows it changed.
    pub(crate) fn run(&self, sql: &str, params: impl Params) -> Result<usize, Error> {
        let run = || self.connection.prepare_cached(sql)?.execute(params);
        run().map_err(|error| self.noted(error.into()))
    }

    /// Reads every row.
    pub(crate) fn list<T>(
        &self,
        sql: &str,
        params: impl Params,
        map: impl Fn(&Columns<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let mut found = Vec::new();
        self.each(sql, params, |columns| {
            found.push(map(columns)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Reads the first row, if there is one.
    pub(crate) fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        map: impl Fn(&Columns<'_>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        let read = || {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query(params)?;
            match rows.next()? {
                Some(row) => map(&Columns(row)).map(Some),
                None => Ok(None),
            }
        };
        read().map_err(|error| self.noted(error))
    }

    /// Hands each row to a function, without keeping them.
    pub(crate) fn each(
        &self,
        sql: &str,
        params: impl Params,
        mut take: impl FnMut(&Columns<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let read = || -> Result<(), Error> {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query(params)?;
            while let Some(row) = rows.next()? {
                take(&Columns(row))?;
            }
            Ok(())
        };
        read().map_err(|error| self.noted(error))
    }

    /// Writes a record that counts its revisions, or says which revision is stored.
    ///
    /// `update` must end in `AND revision = ?` of the expected one; `current` reads the stored one.
    pub(crate) fn checked(
        &self,
        changed: usize,
        current: impl FnOnce() -> Result<Option<u32>, Error>,
        noun: &'static str,
    ) -> Result<(), Error> {
        if changed == 1 {
            return Ok(());
        }
        match current()? {
            Some(current) => Err(Error::Stale { current }),
            None => Err(Error::NotFound { noun }),
        }
    }

    pub(crate) fn noted(&self, error: Error) -> Error {
        if matches!(error, Error::Damaged(_)) {
            self.failed.set(true);
        }
        error
    }
}

/// One row, its columns read by name.
pub(crate) struct Columns<'a>(&'a Row<'a>);

impl Columns<'_> {
    pub(crate) fn get<T: FromSql>(&self, name: &str) -> Result<T, Error> {
        Ok(self.0.get(name)?)
    }

    /// Reads an id by its constructor.
    pub(crate) fn id<T>(&self, name: &str, new: impl Fn(Uuid) -> T) -> Result<T, Error> {
        Ok(new(Uuid::from_bytes(self.get(name)?)))
    }

    pub(crate) fn maybe_id<T>(
        &self,
        name: &str,
        new: impl Fn(Uuid) -> T,
    ) -> Result<Option<T>, Error> {
        let bytes: Option<[u8; 16]> = self.get(name)?;
        Ok(bytes.map(|bytes| new(Uuid::from_bytes(bytes))))
    }

    pub(crate) fn time(&self, name: &str) -> Result<Timestamp, Error> {
        Ok(Timestamp::from_micros(self.get(name)?))
    }

    pub(crate) fn date(&self, name: &str) -> Result<Date, Error> {
        self.word(name)
    }

    pub(crate) fn maybe_date(&self, name: &str) -> Result<Option<Date>, Error> {
        self.maybe_word(name)
    }

    /// Reads a value that is stored as its word, such as a state.
    pub(crate) fn word<T: DeserializeOwned>(&self, name: &str) -> Result<T, Error> {
        read_word(self.get(name)?)
    }

    pub(crate) fn maybe_word<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Error> {
        self.get::<Option<String>>(name)?.map(read_word).transpose()
    }

    /// Reads a value that is stored as JSON.
    pub(crate) fn json<T: DeserializeOwned>(&self, name: &str) -> Result<T, Error> {
        let text: String = self.get(name)?;
        serde_json::from_str(&text).map_err(Error::content)
    }

    /// Reads who and when from two columns, `<name>_by` and `<name>_at`.
    pub(crate) fn act(&self, name: &str) -> Result<Act, Error> {
        self.maybe_act(name)?
            .ok_or_else(|| Error::content(format!("{name} is empty")))
    }

    pub(crate) fn maybe_act(&self, name: &str) -> Result<Option<Act>, Error> {
        let by = self.maybe_id(&format!("{name}_by"), assay_domain::id::PersonId::new)?;
        let at: Option<i64> = self.get(&format!("{name}_at"))?;
        Ok(by.zip(at).map(|(by, at)| Act {
            by,
            at: Timestamp::from_micros(at),
        }))
    }
}

fn read_word<T: DeserializeOwned>(word: String) -> Result<T, Error> {
    serde_json::from_value(serde_json::Value::String(word)).map_err(Error::content)
}

/// Writes a value as its word; only values that serialise to text have one.
pub(crate) fn word(value: &impl Serialize) -> Result<String, Error> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Err(Error::content(other)),
    }
}

/// Writes a value as its word, if there is one.
pub(crate) fn maybe_word<T: Serialize>(value: Option<&T>) -> Result<Option<String>, Error> {
    value.map(word).transpose()
}

/// Writes a value as JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<String, Error> {
    Ok(serde_json::to_string(value)?)
}

/// Returns who and when of an act that may not have happened yet, as two columns.
pub(crate) fn act_columns(act: Option<&Act>) -> (Option<[u8; 16]>, Option<i64>) {
    (
        act.map(|act| act.by.uuid().into_bytes()),
        act.map(|act| act.at.micros()),
    )
}

/// Returns the 16 bytes under which an id is stored.
pub(crate) fn key(uuid: Uuid) -> [u8; 16] {
    uuid.into_bytes()
}
