//! Reading what is to be verified, within a bound.

use std::fmt;
use std::fs::{File, Metadata};
use std::io::{self, Read as _};
use std::path::Path;

/// The longest file that is verified, in bytes: some ten times a report of a thousand pages.
pub const LONGEST: u64 = 128 << 20;

/// Why a name that stands for a pipe, a socket or a device is not read.
#[derive(Clone, Copy, Debug)]
pub struct NoFile;

impl fmt::Display for NoFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no-file")
    }
}

impl std::error::Error for NoFile {}

/// Opens a file.
///
/// What else has a name is not opened at all: a pipe keeps its reader waiting until somebody writes, and a device may
/// have no end or do something when it is read.
///
/// # Errors
/// When it can't be opened, is a folder, or is none of both, which is [`NoFile`].
pub fn open_file(path: &Path) -> io::Result<File> {
    is_file(&std::fs::metadata(path)?)?;
    let file = File::open(path)?;
    // By now the name may stand for something else.
    is_file(&file.metadata()?)?;
    Ok(file)
}

fn is_file(found: &Metadata) -> io::Result<()> {
    match (found.is_file(), found.is_dir()) {
        (true, _) => Ok(()),
        (_, true) => Err(io::ErrorKind::IsADirectory.into()),
        _ => Err(io::Error::other(NoFile)),
    }
}

/// Tells whether an error says that there is neither a file nor a folder.
#[must_use]
pub fn is_no_file(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|cause| cause.is::<NoFile>())
}

/// Reads a file; nothing where it is longer than [`LONGEST`], also where it grows meanwhile.
///
/// # Errors
/// When it can't be read.
pub fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    open_file(path)?.take(LONGEST + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LONGEST).then_some(bytes))
}
