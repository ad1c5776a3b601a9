//! Reading what is to be verified, within a bound.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// The longest file that is verified, in bytes: some ten times a report of a thousand pages.
pub const LONGEST: u64 = 128 << 20;

/// Reads a file; nothing where it is longer than [`LONGEST`].
///
/// # Errors
/// When it can't be read.
pub fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(LONGEST + 1)
        .read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LONGEST).then_some(bytes))
}
