//! Making a workspace and opening one: what is told apart before a single row is read.

use crate::connection::{PAGE_SIZE, Purpose, connect, file_salt, has_log};
use crate::error::{Damage, Error};
use crate::files::{
    DRAFT, KEYS_DAMAGED, LOCK, all_are_files, files_of, front_of, is_passing, reads_as_text,
    with_suffix,
};
use crate::key::{DataKey, Passphrase};
use crate::migration;
use crate::sidecar::{Sidecar, Unlocked};
use assay_domain::id::PersonId;
use rusqlite::Connection;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
use std::path::Path;

/// The lock that keeps a second program out, held as long as the workspace is open.
#[derive(Debug)]
pub(crate) enum Lock {
    /// Nobody else can open the workspace.
    Held(HeldLock),
    /// The medium cannot be written, so nobody can change the workspace.
    ReadOnly,
}

/// A locked file. It is unlocked in so many words, because closing it is not enough while a process
/// that was just started still has a copy of the handle.
#[derive(Debug)]
pub(crate) struct HeldLock(File);

impl Drop for HeldLock {
    fn drop(&mut self) {
        // Closing the file is all that is left to do.
        let _ = self.0.unlock();
    }
}

/// Takes the lock beside a workspace file.
pub(crate) fn lock(path: &Path) -> Result<Lock, Error> {
    all_are_files(path)?;
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(with_suffix(path, LOCK));
    let file = match file {
        Err(error) if is_read_only(&error) => return Ok(Lock::ReadOnly),
        other => other?,
    };
    match file.try_lock() {
        Ok(()) => Ok(Lock::Held(HeldLock(file))),
        Err(TryLockError::WouldBlock) => Err(Error::AlreadyOpen),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied
    )
}

/// Refuses what cannot be a workspace by its first bytes, before a passphrase is tried.
pub(crate) fn look(path: &Path) -> Result<(), Error> {
    let found = match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(Error::FileMissing),
        other => other?,
    };
    if !found.is_file() {
        return Err(Error::NotAWorkspace);
    }
    let front = front_of(File::open(path)?)?;
    let alone = !Sidecar::path(path).exists();
    if front.starts_with(b"SQLite format 3\0") || (!front.is_empty() && reads_as_text(&front)) {
        return Err(Error::NotAWorkspace);
    }
    // Ciphertext comes in whole pages; anything else without keys beside it is another file.
    if alone && (found.len() == 0 || !found.len().is_multiple_of(PAGE_SIZE)) {
        return Err(Error::NotAWorkspace);
    }
    Ok(())
}

/// Opens the sidecar with a passphrase and checks its seal.
pub(crate) fn unlock(
    path: &Path,
    passphrase: &Passphrase,
    likely: Option<PersonId>,
) -> Result<(Sidecar, Unlocked), Error> {
    let sidecar = Sidecar::load(&Sidecar::path(path))?;
    let unlocked = sidecar.unlock(passphrase, likely)?;
    if !sidecar.is_sealed_by(&unlocked.key)? {
        return Err(Error::SidecarTampered);
    }
    Ok((sidecar, unlocked))
}

/// Opens the database with the data key; the passphrase is right by now, so whatever fails is damage.
pub(crate) fn attach(
    path: &Path,
    key: &DataKey,
    sidecar: &Sidecar,
    read_only: bool,
) -> Result<Connection, Error> {
    if read_only && has_log(path) {
        return Err(Error::ReadOnly);
    }
    let size = fs::metadata(path)?.len();
    // The engine itself notices missing pages, but not that the last one is cut.
    if size < PAGE_SIZE || (!has_log(path) && !size.is_multiple_of(PAGE_SIZE)) {
        return Err(Error::Damaged(Damage::Truncated));
    }
    let purpose = if read_only {
        Purpose::Immutable
    } else {
        Purpose::Write
    };
    match connect(path, key, None, purpose) {
        Err(Error::Damaged(Damage::FirstPage)) => Err(damage_in_front(path, key, sidecar)),
        other => other,
    }
}

/// Tells a damaged salt from a damaged first page by trying the copy that the sidecar keeps. Where neither
/// salt fits, the keys may be another workspace's that has the same passphrase.
fn damage_in_front(path: &Path, key: &DataKey, sidecar: &Sidecar) -> Error {
    match salt_kept(path, sidecar) {
        Err(error) => error,
        Ok(None) => Error::Damaged(Damage::FirstPage),
        Ok(Some(kept)) if opens(path, key, &kept) => Error::Damaged(Damage::Salt),
        Ok(Some(_)) => Error::SidecarUnfit,
    }
}

/// Returns the salt that the sidecar keeps where the file has another.
fn salt_kept(path: &Path, sidecar: &Sidecar) -> Result<Option<[u8; 16]>, Error> {
    let kept = sidecar.salt()?;
    Ok((file_salt(path)? != kept).then_some(kept))
}

fn opens(path: &Path, key: &DataKey, salt: &[u8; 16]) -> bool {
    connect(path, key, Some(salt), Purpose::Immutable).is_ok()
}

/// Puts the salt back at the front of a workspace file from the copy that the sidecar keeps.
///
/// # Errors
/// As opening; [`Error::Damaged`] when the salt is not what is damaged.
pub fn repair_salt(path: &Path, passphrase: &Passphrase) -> Result<(), Error> {
    let Lock::Held(_lock) = lock(path)? else {
        return Err(Error::ReadOnly);
    };
    let (sidecar, unlocked) = unlock(path, passphrase, None)?;
    let kept = salt_kept(path, &sidecar)?.filter(|kept| opens(path, &unlocked.key, kept));
    let Some(kept) = kept else {
        return Err(damage_in_front(path, &unlocked.key, &sidecar));
    };
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&kept)?;
    Ok(file.sync_all()?)
}

/// Puts the sidecar before the present one back in its place; the present one is kept as `-keys.damaged`.
///
/// # Errors
/// [`Error::SidecarMissing`] without a previous one, [`Error::SidecarDamaged`] when it is damaged too.
pub fn restore_sidecar(path: &Path) -> Result<(), Error> {
    let Lock::Held(_lock) = lock(path)? else {
        return Err(Error::ReadOnly);
    };
    let previous = Sidecar::previous_path(path);
    Sidecar::load(&previous)?;
    let present = Sidecar::path(path);
    let put_aside = with_suffix(path, KEYS_DAMAGED);
    if present.exists() {
        fs::rename(&present, &put_aside)?;
    }
    fs::copy(&previous, &present)?;
    File::open(&present)?.sync_all()?;
    crate::sidecar::sync_folder(&present)
}

/// Refuses a name for a new workspace of which the file is there, or one that would be taken for the new
/// one's. What a program left that was killed while it made a workspace of this name goes.
pub(crate) fn free(path: &Path) -> Result<(), Error> {
    let is_there = |path: &Path| fs::symlink_metadata(path).is_ok();
    if is_there(path) {
        return Err(Error::AlreadyExists);
    }
    let keys = Sidecar::path(path);
    let draft = file_salt(&with_suffix(path, DRAFT));
    let kept = Sidecar::load(&keys).and_then(|keys| keys.salt());
    if draft.is_ok_and(|draft| kept.is_ok_and(|kept| kept == draft)) {
        fs::remove_file(keys)?;
    }
    match files_of(path).find(|own| !is_passing(path, own) && is_there(own)) {
        Some(own) => Err(Error::NameTaken(own)),
        None => Ok(()),
    }
}

/// Makes the database of a new workspace in a file of its own, which is renamed when it is whole.
pub(crate) fn draft_database(
    path: &Path,
    key: &DataKey,
    fill: impl FnOnce(&Connection) -> Result<(), Error>,
) -> Result<[u8; 16], Error> {
    remove_database(path)?;
    let mut connection = connect(path, key, None, Purpose::Create)?;
    migration::migrate(&mut connection)?;
    fill(&connection)?;
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
    drop(connection);
    File::open(path)?.sync_all()?;
    file_salt(path)
}

/// Removes a database that was never given its name, with what the engine keeps beside it.
pub(crate) fn remove_database(path: &Path) -> Result<(), Error> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        match fs::remove_file(with_suffix(path, suffix)) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            other => other?,
        }
    }
    Ok(())
}
