//! Everything that can go wrong with a workspace file, each cause its own variant.

use crate::migration::Layout;
use rusqlite::{ErrorCode, ffi};
use std::io;
use std::path::PathBuf;

/// What part of a workspace is damaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The 16 bytes at the front from which each page's key is derived; the sidecar keeps a copy,
    /// so [`crate::repair_salt`] can put them back.
    Salt,
    /// The first page; nothing can be read.
    FirstPage,
    /// The file is shorter than it says.
    Truncated,
    /// Some page further on.
    Page,
    /// Something was written that the program never writes, such as a row that cannot be read.
    Content(String),
}

/// An error of the store. Its text is English and meant for logs; `api` turns it into a code.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No slot opens with this passphrase.
    #[error("no key slot opens with this passphrase")]
    WrongPassphrase,
    /// Another person's slot already opens with this passphrase, so it would not say who opened.
    #[error("another key slot already opens with this passphrase")]
    PassphraseTaken,
    /// As many persons have a key slot as may have one.
    #[error("{most} persons have a key slot, and no more may")]
    SlotsFull {
        /// How many.
        most: usize,
    },
    /// The passphrase or its cost is below what the program accepts.
    #[error("the key derivation cost is outside what is accepted")]
    KdfCost,
    /// There is not enough memory to derive a key.
    #[error("there is not enough memory for the key derivation")]
    OutOfMemory,
    /// There is no file of this name.
    #[error("there is no such file")]
    FileMissing,
    /// The file is something else: empty, text, a plain database, another program's.
    #[error("the file is not a workspace")]
    NotAWorkspace,
    /// A folder, a pipe or a device stands where a file of the workspace belongs.
    #[error("{0:?} is no ordinary file")]
    NotAFile(PathBuf),
    /// The file was written by a newer program; it was not touched.
    #[error("the file has schema {file}, this program knows {program}")]
    NewerFile {
        /// The file's schema number.
        file: u32,
        /// The newest schema number that this program knows.
        program: u32,
    },
    /// Somebody changed how the file is laid out, past the program; nothing in it was run.
    #[error("the file is laid out otherwise than the program does: {0:?}")]
    Altered(Layout),
    /// The passphrase is right and the file is damaged.
    #[error("the file is damaged: {0:?}")]
    Damaged(Damage),
    /// The file with the keys is not beside the workspace.
    #[error("the key file beside the workspace is missing")]
    SidecarMissing,
    /// The file with the keys cannot be read or fails its checksum.
    #[error("the key file beside the workspace is damaged")]
    SidecarDamaged,
    /// The file with the keys is well formed but was changed by somebody without the data key.
    #[error("the key file beside the workspace was changed from outside")]
    SidecarTampered,
    /// The file with the keys belongs to another workspace.
    #[error("the key file belongs to another workspace")]
    SidecarForeign,
    /// The file with the keys belongs to another workspace, or the workspace is damaged at its front.
    #[error("the key file does not fit the workspace")]
    SidecarUnfit,
    /// The file with the keys says not yet for which key a drill is closed away.
    #[error("the key file beside the workspace holds no address for drills")]
    NoDrillAddress,
    /// Another program, or another window, has the workspace open.
    #[error("the workspace is already open")]
    AlreadyOpen,
    /// A file of this name is already there; it was not touched.
    #[error("a file of this name already exists")]
    AlreadyExists,
    /// A file that would be taken for the new workspace's is already there; it was not touched.
    #[error("{0:?} is already there")]
    NameTaken(PathBuf),
    /// The workspace was opened for reading only.
    #[error("the workspace is open for reading only")]
    ReadOnly,
    /// The disk is full; nothing was changed.
    #[error("the disk is full")]
    DiskFull,
    /// Somebody saved the record since it was read; nothing was changed.
    #[error("the record was changed since it was read and is now at revision {current}")]
    Stale {
        /// The revision that is stored; 0 when there is no such record.
        current: u32,
    },
    /// There is no such record.
    #[error("there is no such {noun}")]
    NotFound {
        /// The noun of the table.
        noun: &'static str,
    },
    /// The record belongs to an assessment, audit or report that is final.
    #[error("the record is final: {0}")]
    Frozen(String),
    /// Another record already has this value, such as an AI system's reference.
    #[error("{field} is already taken")]
    Taken {
        /// Table and column, such as `system.reference`.
        field: String,
    },
    /// The record is still used and cannot be removed.
    #[error("the {noun} is used in {uses} places")]
    InUse {
        /// The noun of the table.
        noun: &'static str,
        /// In how many places.
        uses: u32,
    },
    /// Something still refers to the record, or it refers to something that is not there.
    #[error("a rule of the tables is broken: {0}")]
    Constraint(String),
    /// The history is broken.
    #[error(transparent)]
    History(#[from] assay_domain::history::Break),
    /// Reading or writing a file failed.
    #[error("input or output failed")]
    Io(#[source] io::Error),
    /// A value could not be written as JSON.
    #[error("a value cannot be written as JSON")]
    Json(#[source] serde_json::Error),
    /// The database engine refused for a reason that none of the above names.
    #[error("the database engine refused")]
    Sql(#[source] rusqlite::Error),
}

impl Error {
    /// Says that stored content cannot be read as what it should be.
    pub(crate) fn content(what: impl ToString) -> Self {
        Self::Damaged(Damage::Content(what.to_string()))
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let message = match &error {
            rusqlite::Error::SqliteFailure(_, Some(message)) => message.clone(),
            other => other.to_string(),
        };
        let extended = error.sqlite_error().map(|error| error.extended_code);
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            // The log's index is the one file whose growing the engine does not call a full disk.
            Some(_) if extended == Some(ffi::SQLITE_IOERR_SHMSIZE) => Self::DiskFull,
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => {
                Self::Io(io::Error::other(message))
            }
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::AlreadyOpen,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                Self::Damaged(Damage::Page)
            }
            Some(ErrorCode::ConstraintViolation) => Self::broken_rule(message),
            _ => Self::unnamed(error),
        }
    }
}

/// How the message of a trigger begins that guards what is final.
pub(crate) const FROZEN: &str = "final:";

impl Error {
    /// Tells apart the rules of the tables by the engine's own message.
    fn broken_rule(message: String) -> Self {
        if let Some(what) = message.strip_prefix(FROZEN) {
            return Self::Frozen(what.trim().to_owned());
        }
        match message.strip_prefix("UNIQUE constraint failed: ") {
            Some(field) => Self::Taken {
                field: field.to_owned(),
            },
            None => Self::Constraint(message),
        }
    }

    /// Tells apart what the engine reports without a code of its own.
    fn unnamed(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::FromSqlConversionFailure(column, _, source) => {
                Self::content(format!("column {column}: {source}"))
            }
            rusqlite::Error::InvalidColumnType(_, name, found) => {
                Self::content(format!("column {name}: {found}"))
            }
            other => Self::Sql(other),
        }
    }
}
