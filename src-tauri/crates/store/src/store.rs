//! The open workspace: its connection, the person who unlocked it, reading and changing.

use crate::checkpoint::{self, Checkpointer};
use crate::error::Error;
use crate::history::HistoryCheck;
use crate::key::{DataKey, KdfCost, Passphrase, PersonSecrets, Pseudonyms, Random, Slot};
use crate::memo::LogMemo;
use crate::open::{self, Lock};
use crate::sidecar::Sidecar;
use crate::sql::Sql;
use crate::table::decision::{self, Thinning};
use crate::table::decision_block;
use crate::table::decision_import::{self, StagedImport};
use crate::table::resume;
use crate::table::reviewer_name;
use crate::tx::{Read, Tx};
use assay_domain::decision::{Decision, Import};
use assay_domain::history::{EntryBody, Head};
use assay_domain::id::{DecisionId, ImportId, PersonId, SystemId};
use assay_domain::stats::log::Log;
use assay_domain::time::Month;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::cell::{Cell, Ref, RefCell, RefMut};
use std::path::{Path, PathBuf};
use std::sync::MutexGuard;

/// An open workspace.
///
/// It is for one thread at a time; put it behind a mutex to share it.
pub struct Store {
    connection: RefCell<Connection>,
    failed: Cell<bool>,
    memo: LogMemo,
    path: PathBuf,
    sidecar: Sidecar,
    key: DataKey,
    person: PersonId,
    secrets: PersonSecrets,
    random: Random,
    closed: bool,
    /// Runs until the import that it was started for is whole, or begins to be cleared away.
    checkpointer: Option<Checkpointer>,
    // Last, so that the connection is gone before another program may come in.
    lock: Lock,
}

impl Store {
    pub(crate) fn new(
        connection: Connection,
        path: PathBuf,
        sidecar: Sidecar,
        (key, person, secrets): (DataKey, PersonId, PersonSecrets),
        random: Random,
        lock: Lock,
    ) -> Self {
        Self {
            connection: RefCell::new(connection),
            failed: Cell::new(false),
            memo: LogMemo::default(),
            path,
            sidecar,
            key,
            person,
            secrets,
            random,
            closed: false,
            checkpointer: None,
            lock,
        }
    }

    /// Returns who opened the workspace.
    #[must_use]
    pub fn opened_by(&self) -> PersonId {
        self.person
    }

    /// Returns what belongs alone to the person who opened the workspace.
    #[must_use]
    pub fn secrets(&self) -> &PersonSecrets {
        &self.secrets
    }

    /// Returns the pseudonym under which records name a reviewer; no record holds the name itself.
    ///
    /// It is a keyed digest: without the workspace's key it says nothing about the name. Whoever can
    /// open the workspace can still try out names, so it hides a name from readers of the log, not
    /// from somebody who tests a guess.
    #[must_use]
    pub fn pseudonym(&self, name: &str) -> String {
        self.key.pseudonym(self.sidecar.workspace, name)
    }

    /// Returns what makes pseudonyms, so that a file can be read away from the store.
    #[must_use]
    pub fn pseudonyms(&self) -> Pseudonyms {
        Pseudonyms::new(self.key.clone(), self.sidecar.workspace)
    }

    /// Returns where the workspace file lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Tells whether the workspace can only be read.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        matches!(self.lock, Lock::ReadOnly)
    }

    /// Reads from one state of the workspace. Calls must not be nested.
    ///
    /// # Errors
    /// Passes on the function's error, or says that the file cannot be read.
    pub fn read<T, E: From<Error>>(
        &self,
        read: impl FnOnce(&Read<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = self.ready()?;
        let snapshot = connection
            .unchecked_transaction()
            .map_err(|error| self.noted(error.into()))?;
        read(&Read {
            sql: self.sql(&snapshot),
        })
    }

    /// Changes something and writes its history entry, in one transaction: both or neither.
    ///
    /// What the function notes with [`Tx::note`] becomes part of the entry's payload.
    ///
    /// # Errors
    /// Passes on the function's error, in which case nothing was written, or the store's own.
    pub fn mutate<T, E: From<Error>>(
        &mut self,
        entry: EntryBody,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.mutate_then(entry, change, || Ok(()))
    }

    /// Does as [`Self::mutate`], and puts a slot into the sidecar before the change is final, so
    /// that neither is without the other. A slot of the same person gives way.
    pub(crate) fn mutate_with_slot(
        &mut self,
        entry: EntryBody,
        slot: Slot,
        change: impl FnOnce(&mut Tx<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let path = Sidecar::path(&self.path);
        let before = self.sidecar.clone();
        let mut after = before.clone();
        after.slots.retain(|other| other.person != slot.person);
        after.slots.push(slot);
        let key = self.key.clone();
        let written = self.mutate_then(entry, change, || after.save(&path, &key));
        match written {
            Ok(()) => self.sidecar = after,
            Err(_) => self.sidecar.save(&path, &key)?,
        }
        written
    }

    fn mutate_then<T, E: From<Error>>(
        &mut self,
        entry: EntryBody,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
        before_commit: impl FnOnce() -> Result<(), Error>,
    ) -> Result<T, E> {
        if self.is_read_only() {
            return Err(Error::ReadOnly.into());
        }
        drop(self.ready()?);
        let connection = self.connection.borrow();
        let (failed, memo) = (&self.failed, &self.memo);
        let noted = |error: rusqlite::Error| noted(failed, error.into());
        let transaction = Transaction::new_unchecked(&connection, TransactionBehavior::Immediate)
            .map_err(noted)?;
        let sql = Sql {
            connection: &transaction,
            failed,
            memo,
        };
        let mut tx = Tx::new(sql, &mut self.random);
        let value = change(&mut tx).inspect_err(|_| memo.forget())?;
        tx.append(entry)?;
        before_commit()?;
        transaction.commit().map_err(noted)?;
        Ok(value)
    }

    /// Remembers where the person who opened the workspace is; leaves no history entry.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn remember(&mut self, route: &str) -> Result<(), Error> {
        if self.is_read_only() {
            return Ok(());
        }
        let connection = self.ready()?;
        resume::remember(self.sql(&connection), self.person, route)
    }

    /// Begins an import whose rows are staged piece by piece; it leaves its history entry when it is
    /// published.
    ///
    /// # Errors
    /// Fails when the file cannot be written, or the system or the person does not exist.
    pub fn begin_import(&mut self, import: &Import) -> Result<StagedImport, Error> {
        let staged = self.unrecorded(|sql| decision_import::begin(sql, import))?;
        // Without one, which no import needs, whoever writes moves the pages as always.
        if let Ok(checkpointer) = Checkpointer::start(&self.path, &self.key) {
            self.checkpointer = Some(checkpointer);
            self.checkpoint_after(checkpoint::BESIDE);
        }
        Ok(staged)
    }

    /// Stages a piece of an import, in a transaction of its own. Nobody sees it yet.
    ///
    /// References are not checked row by row: system, person and words are the import's own, and the
    /// words are written when it is published.
    ///
    /// # Errors
    /// Fails when the file cannot be written; nothing of the piece is kept then.
    pub fn stage_import(
        &mut self,
        staged: &mut StagedImport,
        records: &[Decision],
    ) -> Result<(), Error> {
        self.relaxed(true)?;
        let written = self.unrecorded(|sql| decision_import::stage(sql, staged, records));
        self.relaxed(false)?;
        if let Some(checkpointer) = &mut self.checkpointer {
            checkpointer.written();
        }
        written
    }

    /// Writes the columns of one month of an import that is complete; tells whether any are left.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn stage_import_columns(&mut self, staged: &mut StagedImport) -> Result<bool, Error> {
        let written = self.unrecorded(|sql| decision_import::stage_block(sql, staged, 1))?;
        if !written {
            self.checkpoint_alone();
        }
        Ok(written)
    }

    /// Keeps the columns of a month that were made again from its records; they say nothing new, so
    /// there is no history entry. A workspace that can only be read goes without.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn keep_columns(&mut self, system: SystemId, month: Month, log: &Log) -> Result<(), Error> {
        if self.is_read_only() || log.is_empty() {
            return Ok(());
        }
        self.unrecorded(|sql| decision_block::keep(sql, system, month, log))
    }

    /// Removes rows of an import that is not published, at the most so many; tells whether any may
    /// be left.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn clear_import(&mut self, id: ImportId, most: u32) -> Result<bool, Error> {
        self.checkpoint_alone();
        self.unrecorded(|sql| decision_import::clear(sql, id, most))
    }

    /// Ends the checkpointer, if there is one; from now on whoever writes moves the pages.
    fn checkpoint_alone(&mut self) {
        if self.checkpointer.take().is_some() {
            self.checkpoint_after(checkpoint::ALONE);
        }
    }

    /// Sets after how many pages of the log who writes moves them into the file. If it can't be set, the
    /// log is larger or smaller than meant and nothing else.
    fn checkpoint_after(&self, pages: u32) {
        let set = format!("PRAGMA wal_autocheckpoint = {pages}");
        let _ = self
            .ready()
            .map(|connection| connection.execute_batch(&set));
    }

    /// Holds the checkpointer still, if there is one: what reads the file itself, or empties the log, must not
    /// meet a page on its way.
    pub(crate) fn still(&self) -> Option<MutexGuard<'_, Connection>> {
        self.checkpointer.as_ref().map(Checkpointer::still)
    }

    /// Thins records with those that they supersede, in a transaction of its own, and returns how many
    /// it was; the run that it belongs to has its history entry already.
    ///
    /// # Errors
    /// Fails when the file cannot be written; nothing is thinned then.
    pub fn thin(&mut self, thinning: &mut Thinning, ids: &[DecisionId]) -> Result<u64, Error> {
        self.unrecorded(|sql| decision::thin(sql, thinning, ids))
    }

    /// Erases pseudonyms that no record names any more, with their names; no page keeps what was erased.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn sweep_reviewers(&mut self) -> Result<(), Error> {
        self.relaxed(true)?;
        let swept = self.unrecorded(|sql| {
            decision::sweep(sql)?;
            reviewer_name::sweep(sql)
        });
        self.relaxed(false)?;
        swept?;
        self.flush()
    }

    /// Writes the log into the file, so that pages whose content was erased are overwritten.
    ///
    /// # Errors
    /// Fails when the file cannot be written, or somebody else reads it.
    pub fn flush(&self) -> Result<(), Error> {
        let _still = self.still();
        let connection = self.ready()?;
        let is_busy =
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        match is_busy {
            true => Err(Error::AlreadyOpen),
            false => Ok(()),
        }
    }

    /// Goes without checking references and ranges, which the program has checked row by row, and
    /// without waiting for the disk at each commit, for rows that nobody sees: the commit that
    /// publishes them waits for all that was written before it.
    fn relaxed(&self, relaxed: bool) -> Result<(), Error> {
        let connection = self.ready()?;
        let set = connection.execute_batch(if relaxed {
            "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
             PRAGMA synchronous = NORMAL"
        } else {
            "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF;
             PRAGMA synchronous = FULL"
        });
        set.map_err(|error| self.noted(error.into()))
    }

    /// Changes what nobody sees, so that it leaves no history entry.
    pub(crate) fn unrecorded<T>(
        &mut self,
        change: impl FnOnce(Sql<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if self.is_read_only() {
            return Err(Error::ReadOnly);
        }
        drop(self.ready()?);
        let connection = self.connection.borrow();
        let noted = |error: rusqlite::Error| noted(&self.failed, error.into());
        let transaction = Transaction::new_unchecked(&connection, TransactionBehavior::Immediate)
            .map_err(noted)?;
        let changed = change(self.sql(&transaction));
        let value = changed.inspect_err(|_| self.memo.forget())?;
        transaction.commit().map_err(noted)?;
        Ok(value)
    }

    /// Returns where the history stands.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn head(&self) -> Result<Head, Error> {
        self.read(|read| read.history().head())
    }

    /// Checks the whole history against its hashes and against the anchor in the sidecar.
    ///
    /// # Errors
    /// Fails when the file cannot be read; what is wrong with the history is in the result.
    pub fn verify(&self) -> Result<HistoryCheck, Error> {
        let anchor = self.sidecar.head()?;
        self.read(|read| read.history().check(anchor))
    }

    /// Writes the head of the history into the sidecar, as an anchor outside the file; to be called
    /// at each sign-off. Closing does it too.
    ///
    /// # Errors
    /// Fails when the sidecar cannot be written.
    pub fn anchor(&mut self) -> Result<(), Error> {
        let head = self.head()?;
        if self.is_read_only() || self.sidecar.head()? == head {
            return Ok(());
        }
        self.sidecar.set_head(head);
        self.sidecar.save(&Sidecar::path(&self.path), &self.key)
    }

    /// Closes the workspace: the log goes into the file, the head into the sidecar.
    ///
    /// Dropping does the same and cannot say what failed.
    ///
    /// # Errors
    /// Fails when file or sidecar cannot be written; everything saved is safe in the log then.
    pub fn close(mut self) -> Result<(), Error> {
        self.closed = true;
        self.settle()
    }

    fn settle(&mut self) -> Result<(), Error> {
        if self.is_read_only() {
            return Ok(());
        }
        self.checkpointer = None;
        self.anchor()?;
        self.flush()
    }

    pub(crate) fn wrap(
        &mut self,
        person: PersonId,
        passphrase: &Passphrase,
        secrets: &PersonSecrets,
        cost: KdfCost,
    ) -> Result<Slot, Error> {
        Slot::wrap(
            self.sidecar.workspace,
            person,
            passphrase,
            cost,
            (&self.key, secrets),
            &mut self.random,
        )
    }

    pub(crate) fn sidecar(&self) -> &Sidecar {
        &self.sidecar
    }

    pub(crate) fn random(&mut self) -> &mut Random {
        &mut self.random
    }

    /// Changes the sidecar and writes it.
    pub(crate) fn change_sidecar(
        &mut self,
        change: impl FnOnce(&mut Sidecar),
    ) -> Result<(), Error> {
        change(&mut self.sidecar);
        self.sidecar.save(&Sidecar::path(&self.path), &self.key)
    }

    pub(crate) fn failed_mark(&self) -> &Cell<bool> {
        &self.failed
    }

    pub(crate) fn data_key(&self) -> &DataKey {
        &self.key
    }

    pub(crate) fn connection_mut(&self) -> Result<RefMut<'_, Connection>, Error> {
        drop(self.ready()?);
        Ok(self.connection.borrow_mut())
    }

    /// Returns a connection that has not failed, opening a new one where the last one did.
    pub(crate) fn ready(&self) -> Result<Ref<'_, Connection>, Error> {
        if self.failed.get() {
            let fresh = open::attach(&self.path, &self.key, &self.sidecar, self.is_read_only())?;
            *self.connection.borrow_mut() = fresh;
            self.failed.set(false);
        }
        Ok(self.connection.borrow())
    }

    pub(crate) fn sql<'a>(&'a self, connection: &'a Connection) -> Sql<'a> {
        Sql {
            connection,
            failed: &self.failed,
            memo: &self.memo,
        }
    }

    fn noted(&self, error: Error) -> Error {
        noted(&self.failed, error)
    }
}

fn noted(failed: &Cell<bool>, error: Error) -> Error {
    if matches!(error, Error::Damaged(_)) {
        failed.set(true);
    }
    error
}

impl Drop for Store {
    fn drop(&mut self) {
        if !self.closed {
            // Everything saved is in the log already; the next opening finds it there.
            let _ = self.settle();
        }
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store")
            .field("path", &self.path)
            .field("person", &self.person)
            .finish_non_exhaustive()
    }
}
