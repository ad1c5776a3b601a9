//! A verified copy of the workspace, with a sidecar that fits it.

use crate::connection::{Purpose, connect, file_salt};
use crate::error::Error;
use crate::files::{DRAFT, with_suffix};
use crate::integrity;
use crate::open;
use crate::sidecar::{Sidecar, sync_folder};
use crate::store::Store;
use rusqlite::backup::Backup;
use std::cell::Cell;
use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

/// Pages copied in one step.
const PAGES: i32 = 4096;

impl Store {
    /// Copies the workspace to `target`, checks the copy whole, and only then gives it its name.
    ///
    /// The copy opens with the same passphrases. A copy of that name that is already there is replaced.
    ///
    /// # Errors
    /// [`Error::Damaged`] when the copy does not check, [`Error::DiskFull`] when there is no room.
    pub fn backup(&self, target: &Path) -> Result<(), Error> {
        let draft = with_suffix(target, DRAFT);
        open::remove_database(&draft)?;
        if let Err(error) = self.copy_to(&draft) {
            open::remove_database(&draft)?;
            return Err(error);
        }
        let mut sidecar = self.sidecar().clone();
        sidecar.set_salt(file_salt(&draft)?);
        sidecar.save(&Sidecar::path(target), self.data_key())?;
        fs::rename(&draft, target)?;
        sync_folder(target)
    }

    fn copy_to(&self, draft: &Path) -> Result<(), Error> {
        let source = self.ready()?;
        let mut copy = connect(draft, self.data_key(), None, Purpose::Create)?;
        copy.execute_batch("PRAGMA journal_mode = DELETE")?;
        Backup::new(&source, &mut copy)?.run_to_completion(PAGES, Duration::ZERO, None)?;
        drop(copy);
        let copy = connect(draft, self.data_key(), None, Purpose::Write)?;
        let failed = Cell::new(false);
        let found = integrity::pages_and_chain(&copy, &failed, self.sidecar().head()?)?;
        if let Some(problem) = found.into_iter().next() {
            return Err(Error::content(format!("{problem:?}")));
        }
        copy.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
        drop(copy);
        Ok(File::open(draft)?.sync_all()?)
    }
}
