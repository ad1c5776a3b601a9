//! The files of a workspace: which there are, and by what each is known as one.

use crate::connection::PAGE_SIZE;
use crate::error::Error;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

/// The key slots.
pub(crate) const KEYS: &str = "-keys";
/// The key slots before the present ones.
pub(crate) const KEYS_BEFORE: &str = "-keys.previous";
/// Key slots that gave way to the ones before them.
pub(crate) const KEYS_DAMAGED: &str = "-keys.damaged";
/// The lock.
pub(crate) const LOCK: &str = "-lock";
/// What was recorded of drills while the workspace was locked.
pub(crate) const DRILLS: &str = "-drills";
/// What of it did not open.
pub(crate) const DRILLS_DAMAGED: &str = "-drills.damaged";
/// The engine's write-ahead log.
pub(crate) const LOG: &str = "-wal";
/// What is being written and has not its name yet.
pub(crate) const DRAFT: &str = ".draft";
const DRAFT_LOG: &str = ".draft-wal";
const DRAFT_MEMORY: &str = ".draft-shm";
const KEYS_DRAFT: &str = "-keys.draft";
const KEYS_BEFORE_DRAFT: &str = "-keys.previous.draft";

/// What follows the name of a workspace in the names of the files beside it.
const BESIDE: [&str; 14] = [
    KEYS,
    KEYS_DRAFT,
    KEYS_BEFORE,
    KEYS_BEFORE_DRAFT,
    KEYS_DAMAGED,
    LOCK,
    DRILLS,
    DRILLS_DAMAGED,
    LOG,
    "-shm",
    "-journal",
    DRAFT,
    DRAFT_LOG,
    DRAFT_MEMORY,
];

/// The ending of a workspace's name.
const ENDING: &str = ".assay";
/// How a file begins that this program writes for others, all but texts.
const OTHERS: [&[u8]; 3] = [b"%PDF-", b"PK\x03\x04", b"\x89PNG"];

/// Returns a workspace file and every file that may lie beside it as its own.
pub fn files_of(workspace: &Path) -> impl Iterator<Item = PathBuf> + '_ {
    let beside = BESIDE.iter().map(|suffix| with_suffix(workspace, suffix));
    std::iter::once(workspace.to_owned()).chain(beside)
}

/// Tells whether a file beside a workspace holds nothing that is kept: its lock, or what is being written.
pub(crate) fn is_passing(workspace: &Path, own: &Path) -> bool {
    let passing = [
        LOCK,
        DRAFT,
        DRAFT_LOG,
        DRAFT_MEMORY,
        KEYS_DRAFT,
        KEYS_BEFORE_DRAFT,
    ];
    let mut passing = passing.iter().map(|suffix| with_suffix(workspace, suffix));
    passing.any(|passing| passing == own)
}

/// Appends to the whole file name, extension included.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Tells whether a file is a workspace or belongs to one, whoever's it is: by its name, by what lies
/// beside it, or by how it begins.
///
/// # Errors
/// Fails when the file is there and cannot be read.
pub fn is_of_a_workspace(path: &Path) -> io::Result<bool> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.to_lowercase();
    let stem = |suffix: &&str| name.strip_suffix(*suffix).map(str::to_owned);
    let mut named = BESIDE.iter().filter_map(stem).chain([name.clone()]);
    if named.any(|name| name.ends_with(ENDING)) || with_suffix(path, KEYS).exists() {
        return Ok(true);
    }
    let front = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        other => other?,
    };
    let size = front.metadata()?.len();
    let front = front_of(front)?;
    Ok(is_sidecar(&front) || is_ciphertext(&front, size))
}

/// Reads as much of a file as is on its first page.
pub(crate) fn front_of(file: File) -> io::Result<Vec<u8>> {
    let mut front = Vec::new();
    file.take(PAGE_SIZE).read_to_end(&mut front)?;
    Ok(front)
}

fn is_sidecar(front: &[u8]) -> bool {
    let mark = b"\"assay-keys/";
    front.starts_with(b"{") && front.windows(mark.len()).any(|part| part == mark)
}

/// Ciphertext comes in whole pages and begins like nothing else.
fn is_ciphertext(front: &[u8], size: u64) -> bool {
    size > 0
        && size.is_multiple_of(PAGE_SIZE)
        && !reads_as_text(front)
        && !OTHERS.iter().any(|mark| front.starts_with(mark))
}

/// Tells whether bytes hold no control character but white space; a page of ciphertext always does.
pub(crate) fn reads_as_text(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .all(|byte| *byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c))
}

/// Tells whether two paths lead to one file, by whatever names; a file that is not there yet is known by
/// its folder and its name.
#[must_use]
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    is_one(one, other) || place(one).is_some_and(|one| place(other) == Some(one))
}

#[cfg(unix)]
fn is_one(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |path| {
        let found = fs::metadata(path).ok()?;
        Some((found.dev(), found.ino()))
    };
    identity(one).is_some_and(|one| identity(other) == Some(one))
}

/// Without unsafe code there is no other identity here than the path that all links lead to.
#[cfg(not(unix))]
fn is_one(_: &Path, _: &Path) -> bool {
    false
}

fn place(path: &Path) -> Option<PathBuf> {
    let in_folder = || {
        let folder = match path.parent()? {
            folder if folder.as_os_str().is_empty() => Path::new("."),
            folder => folder,
        };
        Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
    };
    fs::canonicalize(path).ok().or_else(in_folder)
}

/// Refuses a folder, a pipe or a device where a file of the workspace belongs: reading from one may never end.
pub(crate) fn all_are_files(workspace: &Path) -> Result<(), Error> {
    for path in files_of(workspace).skip(1) {
        match fs::metadata(&path) {
            Ok(found) if !found.is_file() => return Err(Error::NotAFile(path)),
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}
