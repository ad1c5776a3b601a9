//! Files outside the workspace: written whole or not at all, and on the disk once it is said so.

use crate::contract::TableExported;
use crate::error::{Error, file};
use assay_exchange::table::LONGEST;
use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Reads a file that should be a table, and no more of it than shows that it is too long for one.
pub(crate) fn read_table_file(path: &str) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read =
        File::open(path).and_then(|file| file.take(LONGEST as u64 + 1).read_to_end(&mut bytes));
    read.map_err(|error| file(path, error))?;
    Ok(bytes)
}

/// Writes a file whole or not at all; one that was there stays until then.
pub(crate) fn write_file(path: String, bytes: &[u8]) -> Result<TableExported, Error> {
    replace(Path::new(&path), bytes).map_err(|error| file(&path, error))?;
    Ok(TableExported {
        size: bytes.len() as u64,
        path,
    })
}

/// Does the same for a file that nobody chose.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let draft = beside(path, ".draft");
    let written = File::create(&draft)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&draft, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&draft);
    }
    written.map(|()| settle(path))
}

/// Has the folder remember the name; where a folder can't be opened, the system does so in its own time.
fn settle(path: &Path) {
    let folder = path.parent().and_then(|folder| File::open(folder).ok());
    let _ = folder.map(|folder| folder.sync_all());
}

/// A file that is about to be replaced, under a second name until that is certain.
pub(crate) struct Aside<'a> {
    path: &'a Path,
    kept: Option<PathBuf>,
}

impl<'a> Aside<'a> {
    /// Keeps the file, if there is one.
    pub(crate) fn keep(path: &'a Path) -> io::Result<Self> {
        let kept = path.is_file().then(|| beside(path, ".assay-before"));
        if let Some(kept) = &kept {
            // Not every file system knows second names.
            std::fs::hard_link(path, kept).or_else(|_| std::fs::copy(path, kept).map(drop))?;
        }
        Ok(Self { path, kept })
    }

    /// Takes away what was written in its place, and gives the file its name again.
    pub(crate) fn put_back(mut self) {
        let _ = match self.kept.take() {
            Some(kept) => std::fs::rename(kept, self.path),
            None if self.path.is_dir() => std::fs::remove_dir_all(self.path),
            None => std::fs::remove_file(self.path),
        };
    }
}

impl Drop for Aside<'_> {
    fn drop(&mut self) {
        if let Some(kept) = &self.kept {
            let _ = std::fs::remove_file(kept);
        }
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
