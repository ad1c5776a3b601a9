//! A keyed connection with the settings that every connection of the program has.

use crate::checkpoint;
use crate::error::{Damage, Error};
use crate::files::{LOG, with_suffix};
use crate::key::DataKey;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::Once;

/// Bytes of a page.
pub(crate) const PAGE_SIZE: u64 = 8192;
/// `ASSY`, in the header of every workspace file.
pub(crate) const APPLICATION_ID: i64 = 0x4153_5359;
/// How many prepared statements a connection keeps.
const STATEMENTS: usize = 160;

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Makes a new file.
    Create,
    /// Reads and writes.
    Write,
    /// Reads from a medium that cannot be written.
    Immutable,
}

/// Opens a connection and reads the first page, so that a wrong or damaged file shows at once.
pub(crate) fn connect(
    path: &Path,
    key: &DataKey,
    salt: Option<&[u8; 16]>,
    purpose: Purpose,
) -> Result<Connection, Error> {
    get_ready();
    let mut flags = OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match purpose {
        Purpose::Create => {
            flags |= OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
            Connection::open_with_flags(path, flags)?
        }
        Purpose::Write => {
            flags |= OpenFlags::SQLITE_OPEN_READ_WRITE;
            Connection::open_with_flags(path, flags)?
        }
        Purpose::Immutable => {
            flags |= OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
            Connection::open_with_flags(immutable_uri(path), flags)?
        }
    };
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // SQLCipher writes to standard error unless it is told not to before the key is set.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    connection.execute_batch(&key.pragma(salt))?;
    connection.execute_batch(
        "PRAGMA cipher_page_size = 8192;
         PRAGMA cipher_memory_security = OFF;",
    )?;
    read_first_page(&connection)?;
    connection.execute_batch(
        "PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -65536;
         PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA secure_delete = ON;
         PRAGMA busy_timeout = 5000;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    if purpose != Purpose::Immutable {
        connection.execute_batch(&format!(
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             PRAGMA wal_autocheckpoint = {};",
            checkpoint::ALONE
        ))?;
    }
    Ok(connection)
}

/// Lets the engine get ready, once and before anything else. It does so by itself at the first connection,
/// but calls itself ready before SQLCipher is: a second thread that connects in that moment is refused.
fn get_ready() {
    static READY: Once = Once::new();
    // Where this fails, the connection that is wanted fails as well and says why.
    READY.call_once(|| drop(Connection::open_in_memory()));
}

/// Reads what is read before anything else: a number of the first page, then the schema, which goes on
/// on pages further on.
fn read_first_page(connection: &Connection) -> Result<(), Error> {
    let first = connection.pragma_query_value(None, "user_version", |_| Ok(()));
    first.map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => Error::Damaged(Damage::FirstPage),
        // The page is genuine and says that there are more pages than the file has.
        Some(ErrorCode::DatabaseCorrupt) => Error::Damaged(Damage::Truncated),
        _ => error.into(),
    })?;
    let schema = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    schema.map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Error::Damaged(Damage::Page),
        _ => error.into(),
    })
}

/// Reads one number of the engine's settings.
pub(crate) fn pragma_number(connection: &Connection, name: &str) -> Result<i64, Error> {
    Ok(connection.pragma_query_value(None, name, |row| row.get(0))?)
}

/// Reads the first 16 bytes of the file, from which the pages' keys are derived.
pub(crate) fn file_salt(path: &Path) -> Result<[u8; 16], Error> {
    let mut salt = [0; 16];
    File::open(path)?.read_exact(&mut salt)?;
    Ok(salt)
}

/// Tells whether a write-ahead log with anything in it lies beside the file.
pub(crate) fn has_log(path: &Path) -> bool {
    fs::metadata(with_suffix(path, LOG)).is_ok_and(|log| log.len() > 0)
}

fn immutable_uri(path: &Path) -> String {
    let path = path.to_string_lossy();
    let escaped = path
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23");
    format!("file:{escaped}?immutable=1")
}
