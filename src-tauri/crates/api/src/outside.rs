//! Files outside the workspace: written whole or not at all, and on the disk once it is said so.

use crate::contract::TableExported;
use crate::error::{Error, file};
use assay_exchange::table::LONGEST;
use assay_store::{files_of, is_of_a_workspace, is_same_file};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// How many drafts of one file may lie about from programs that were killed.
const MOST_DRAFTS: u32 = 100;

/// A place for a file where nothing lies that somebody still needs.
#[derive(Clone, Debug)]
pub struct Output(String);

impl Output {
    /// Takes a path whose file may be written or replaced: no workspace nor any file beside one, by
    /// whatever name, and nothing but an ordinary file.
    ///
    /// # Errors
    /// When it is one of these, or can't be looked at.
    pub fn new(path: String, open: Option<&Path>) -> Result<Self, Error> {
        let place = Path::new(&path);
        let refused = |code| Err(Error::new(code).with("path", &path));
        match fs::symlink_metadata(place) {
            Ok(found) if !found.is_file() => return refused("file-special"),
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(file(&path, error)),
            _ => {}
        }
        let is_own = |open| files_of(open).any(|own| is_same_file(place, &own));
        let belongs = is_of_a_workspace(place).map_err(|error| file(&path, error))?;
        if belongs || open.is_some_and(is_own) {
            return refused("file-of-workspace");
        }
        Ok(Self(path))
    }

    /// Refuses the place of a file that the same command reads.
    ///
    /// # Errors
    /// When it is that file.
    pub fn unlike(self, read: &Path) -> Result<Self, Error> {
        match is_same_file(Path::new(&self.0), read) {
            true => Err(Error::new("file-is-read").with("path", self.0)),
            false => Ok(self),
        }
    }

    /// Returns the path.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0
    }
}

/// Opens a file that somebody chose; what is no plain file is refused without opening it.
pub(crate) fn open_file(path: &str) -> Result<File, Error> {
    assay_verify::open_file(Path::new(path)).map_err(|error| file(path, error))
}

/// Reads such a file; nothing where it is longer than it may be.
pub(crate) fn read_within(path: &str, most: u64) -> Result<Option<Vec<u8>>, Error> {
    let bytes = read_up_to(path, most + 1)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// Reads a file that should be a table, and no more of it than shows that it is too long for one.
pub(crate) fn read_table_file(path: &str) -> Result<Vec<u8>, Error> {
    read_up_to(path, LONGEST as u64 + 1)
}

fn read_up_to(path: &str, most: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = open_file(path)?.take(most).read_to_end(&mut bytes);
    read.map_err(|error| file(path, error))?;
    Ok(bytes)
}

/// Returns the length of such a file.
pub(crate) fn size_of(path: &str) -> Result<u64, Error> {
    let about = open_file(path)?.metadata();
    Ok(about.map_err(|error| file(path, error))?.len())
}

/// Writes a file whole or not at all; one that was there stays until then.
pub(crate) fn write_file(output: Output, bytes: &[u8]) -> Result<TableExported, Error> {
    let path = output.0;
    replace(Path::new(&path), bytes).map_err(|error| file(&path, error))?;
    Ok(TableExported {
        size: bytes.len() as u64,
        path,
    })
}

/// Does the same for a file that nobody chose.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (draft, mut file) = draft(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    let written = written.and_then(|()| fs::rename(&draft, path));
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written.map(|()| settle(path))
}

/// Makes a file under a name that nothing has yet, since what has it may be somebody's, or a link to it.
fn draft(path: &Path) -> io::Result<(PathBuf, File)> {
    let mut number = 1;
    loop {
        let draft = match number {
            1 => beside(path, ".draft"),
            _ => beside(path, &format!(".draft-{number}")),
        };
        match File::create_new(&draft) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < MOST_DRAFTS => {
                number += 1;
            }
            other => return Ok((draft, other?)),
        }
    }
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
            fs::hard_link(path, kept).or_else(|_| fs::copy(path, kept).map(drop))?;
        }
        Ok(Self { path, kept })
    }

    /// Takes away what was written in its place, and gives the file its name again.
    pub(crate) fn put_back(mut self) {
        let _ = match self.kept.take() {
            Some(kept) => fs::rename(kept, self.path),
            None if self.path.is_dir() => fs::remove_dir_all(self.path),
            None => fs::remove_file(self.path),
        };
    }
}

impl Drop for Aside<'_> {
    fn drop(&mut self) {
        if let Some(kept) = &self.kept {
            let _ = fs::remove_file(kept);
        }
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
