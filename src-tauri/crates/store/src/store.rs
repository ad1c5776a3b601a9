//! The open workspace: one connection, the person who unlocked it, and the two ways in.

use crate::blob::{BlobsMut, PART, Staged};
use crate::error::Error;
use crate::history::HistoryCheck;
use crate::key::{DataKey, KdfCost, Passphrase, PersonSecrets, Random, Slot};
use crate::migration::Standing;
use crate::open::{self, Lock};
use crate::sidecar::{Sidecar, sync_folder, with_suffix};
use crate::sql::Sql;
use crate::table::resume;
use crate::tx::{Read, Tx};
use crate::{backup, migration};
use assay_domain::history::{EntryBody, Head, Subject};
use assay_domain::id::PersonId;
use assay_domain::person::{Act, Person};
use assay_domain::workspace::Workspace;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde_json::json;
use std::cell::{Cell, Ref, RefCell};
use std::fs;
use std::path::{Path, PathBuf};

/// What a new workspace starts from.
pub struct NewWorkspace<'a> {
    /// The workspace with its settings.
    pub workspace: &'a Workspace,
    /// The first person; the first history entry names them.
    pub person: &'a Person,
    /// The first person's passphrase.
    pub passphrase: &'a Passphrase,
    /// What is the first person's alone.
    pub secrets: PersonSecrets,
    /// The first person's certificate (X.509 in DER), if there is one already.
    pub certificate: Option<&'a [u8]>,
    /// What a guess at the passphrase costs.
    pub cost: KdfCost,
}

/// An open workspace.
///
/// It is for one thread at a time; put it behind a mutex to share it.
pub struct Store {
    connection: RefCell<Connection>,
    failed: Cell<bool>,
    path: PathBuf,
    sidecar: Sidecar,
    key: DataKey,
    person: PersonId,
    secrets: PersonSecrets,
    random: Random,
    closed: bool,
    // Last, so that the connection is gone before another program may come in.
    lock: Lock,
}

impl Store {
    /// Makes a workspace file and its sidecar, and opens it as its first person.
    ///
    /// Nothing appears under the name before it is whole.
    ///
    /// # Errors
    /// [`Error::AlreadyExists`] when the name is taken, [`Error::KdfCost`] below the floor,
    /// [`Error::ReadOnly`], [`Error::DiskFull`] or [`Error::Io`] when it cannot be written.
    pub fn create(path: &Path, new: &NewWorkspace<'_>, mut random: Random) -> Result<Self, Error> {
        if path.exists() {
            return Err(Error::AlreadyExists);
        }
        let lock = open::lock(path)?;
        if matches!(lock, Lock::ReadOnly) {
            return Err(Error::ReadOnly);
        }
        let id = new.workspace.id;
        let key = DataKey::random(&mut random);
        let slot = Slot::wrap(
            id,
            new.person.id,
            new.passphrase,
            new.cost,
            (&key, &new.secrets),
            &mut random,
        )?;
        let draft = with_suffix(path, ".draft");
        let salt = open::draft_database(&draft, &key, |connection| {
            first_entry(connection, new, &mut random)
        })?;
        let mut sidecar = Sidecar::new(id, salt, vec![slot]);
        sidecar.save(&Sidecar::path(path), &key)?;
        fs::rename(&draft, path)?;
        sync_folder(path)?;
        let connection = open::attach(path, &key, &sidecar, false)?;
        Ok(Self {
            connection: RefCell::new(connection),
            failed: Cell::new(false),
            path: path.to_owned(),
            sidecar,
            key,
            person: new.person.id,
            secrets: new.secrets.clone(),
            random,
            closed: false,
            lock,
        })
    }

    /// Opens a workspace; which person opened it follows from the passphrase.
    ///
    /// `likely` names the person whose slot is tried first: each try costs a third of a second.
    /// A file of an older schema is backed up beside itself and migrated.
    ///
    /// # Errors
    /// Each cause has its own variant of [`Error`].
    pub fn open(
        path: &Path,
        passphrase: &Passphrase,
        likely: Option<PersonId>,
        random: Random,
    ) -> Result<Self, Error> {
        open::look(path)?;
        let lock = open::lock(path)?;
        let (sidecar, unlocked) = open::unlock(path, passphrase, likely)?;
        let read_only =
            matches!(lock, Lock::ReadOnly) || fs::metadata(path)?.permissions().readonly();
        let connection = open::attach(path, &unlocked.key, &sidecar, read_only)?;
        let standing = open::schema(&connection)?;
        let mut store = Self {
            connection: RefCell::new(connection),
            failed: Cell::new(false),
            path: path.to_owned(),
            sidecar,
            key: unlocked.key,
            person: unlocked.person,
            secrets: unlocked.secrets,
            random,
            closed: false,
            lock: if read_only { Lock::ReadOnly } else { lock },
        };
        if standing == Standing::Older {
            store.migrate()?;
        }
        store.check_identity()?;
        if !store.is_read_only() {
            store.sweep()?;
        }
        Ok(store)
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
        if self.is_read_only() {
            return Err(Error::ReadOnly.into());
        }
        drop(self.ready()?);
        let connection = self.connection.borrow();
        let sql = |transaction| Sql {
            connection: transaction,
            failed: &self.failed,
        };
        let noted = |error: rusqlite::Error| noted(&self.failed, error.into());
        let transaction = Transaction::new_unchecked(&connection, TransactionBehavior::Immediate)
            .map_err(noted)?;
        let mut tx = Tx::new(sql(&transaction), &mut self.random);
        let value = change(&mut tx)?;
        tx.append(entry)?;
        transaction.commit().map_err(noted)?;
        Ok(value)
    }

    /// Adds a person with a key slot of their own: row, entry and slot together.
    ///
    /// # Errors
    /// [`Error::PassphraseTaken`] when another slot already opens with the passphrase.
    pub fn add_person(
        &mut self,
        act: &Act,
        person: &Person,
        passphrase: &Passphrase,
        secrets: &PersonSecrets,
        certificate: Option<&[u8]>,
        cost: KdfCost,
    ) -> Result<(), Error> {
        match self.sidecar.unlock(passphrase, None) {
            Err(Error::WrongPassphrase) => {}
            Ok(_) => return Err(Error::PassphraseTaken),
            Err(other) => return Err(other),
        }
        let slot = self.slot(person.id, passphrase, secrets, cost)?;
        let mut slots = self.sidecar.slots.clone();
        slots.push(slot);
        let entry = EntryBody {
            act: act.clone(),
            action: "person.add".to_owned(),
            subject: Subject::new("person", person.id),
            payload: json!({ "roles": person.roles }),
        };
        self.mutate(entry, |tx| write_person(tx, person, certificate))?;
        self.replace_slots(slots)
    }

    /// Gives the person who opened the workspace a new passphrase. Keys and file stay as they are.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when `old` is not this person's, [`Error::PassphraseTaken`] when
    /// another slot opens with `new`.
    pub fn change_passphrase(
        &mut self,
        at: &Act,
        old: &Passphrase,
        new: &Passphrase,
        cost: KdfCost,
    ) -> Result<(), Error> {
        let unlocked = self.sidecar.unlock(old, Some(self.person))?;
        if unlocked.person != self.person {
            return Err(Error::WrongPassphrase);
        }
        match self.sidecar.unlock(new, Some(self.person)) {
            Ok(found) if found.person != self.person => return Err(Error::PassphraseTaken),
            Ok(_) | Err(Error::WrongPassphrase) => {}
            Err(other) => return Err(other),
        }
        let slot = self.slot(self.person, new, &unlocked.secrets, cost)?;
        let entry = EntryBody {
            act: at.clone(),
            action: "person.passphrase".to_owned(),
            subject: Subject::new("person", self.person),
            payload: json!({}),
        };
        self.mutate(entry, |_| Ok::<_, Error>(()))?;
        let mut slots = self.sidecar.slots.clone();
        slots.retain(|slot| slot.person != self.person);
        slots.push(slot);
        self.replace_slots(slots)
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

    /// Brings a content in, part by part, so that its log stays small; it becomes visible when
    /// [`BlobsMut::publish`] is called in the change that uses it.
    ///
    /// `size` is the expected length in bytes, for the check of the free disk.
    ///
    /// # Errors
    /// [`Error::DiskFull`] when the disk has too little room, [`Error::Io`] when the source fails.
    pub fn stage(
        &mut self,
        source: &mut dyn std::io::Read,
        size: Option<u64>,
    ) -> Result<Staged, Error> {
        if self.is_read_only() {
            return Err(Error::ReadOnly);
        }
        self.check_room(size.unwrap_or(0))?;
        let connection = self.ready()?;
        let blobs = BlobsMut(self.sql(&connection));
        let mut staged = blobs.begin()?;
        let mut part = Vec::with_capacity(PART);
        loop {
            part.clear();
            read_part(source, &mut part)?;
            if part.is_empty() {
                return Ok(staged);
            }
            blobs.push(&mut staged, &part)?;
        }
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
        self.anchor()?;
        let connection = self.ready()?;
        Ok(connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?)
    }

    fn slot(
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

    fn replace_slots(&mut self, slots: Vec<Slot>) -> Result<(), Error> {
        let head = self.head()?;
        self.sidecar.slots = slots;
        self.sidecar.set_head(head);
        self.sidecar.save(&Sidecar::path(&self.path), &self.key)
    }

    fn migrate(&mut self) -> Result<(), Error> {
        if self.is_read_only() {
            return Err(Error::ReadOnly);
        }
        let target = with_suffix(&self.path, ".before-migration");
        self.backup(&target)?;
        migration::migrate(&mut self.connection.borrow_mut())
    }

    /// Refuses keys of another workspace and of a person whom this one does not know.
    fn check_identity(&self) -> Result<(), Error> {
        self.read(|read| {
            if read.workspace().get()?.id != self.sidecar.workspace {
                return Err(Error::SidecarForeign);
            }
            match read.persons().get(self.person) {
                Err(Error::NotFound { .. }) => Err(Error::WrongPassphrase),
                other => other.map(drop),
            }
        })
    }

    fn sweep(&self) -> Result<(), Error> {
        let connection = self.ready()?;
        BlobsMut(self.sql(&connection)).sweep()?;
        Ok(())
    }

    fn check_room(&self, bytes: u64) -> Result<(), Error> {
        let folder = match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        // Once in the log and once in the file, and something to go on working with.
        let needed = bytes.saturating_mul(2).saturating_add(backup::RESERVE);
        if fs4::available_space(folder)? < needed {
            return Err(Error::DiskFull);
        }
        Ok(())
    }

    pub(crate) fn sidecar(&self) -> &Sidecar {
        &self.sidecar
    }

    pub(crate) fn failed_mark(&self) -> &Cell<bool> {
        &self.failed
    }

    pub(crate) fn data_key(&self) -> &DataKey {
        &self.key
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

fn read_part(source: &mut dyn std::io::Read, part: &mut Vec<u8>) -> std::io::Result<usize> {
    use std::io::Read as _;
    source.take(PART as u64).read_to_end(part)
}

fn first_entry(
    connection: &Connection,
    new: &NewWorkspace<'_>,
    random: &mut Random,
) -> Result<(), Error> {
    let failed = Cell::new(false);
    let transaction = connection.unchecked_transaction()?;
    let sql = Sql {
        connection: &transaction,
        failed: &failed,
    };
    let mut tx = Tx::new(sql, random);
    tx.workspace_mut().add(new.workspace)?;
    write_person(&mut tx, new.person, new.certificate)?;
    tx.append(EntryBody {
        act: Act {
            by: new.person.id,
            at: new.person.added_at,
        },
        action: "workspace.create".to_owned(),
        subject: Subject::new("workspace", new.workspace.id),
        payload: json!({ "workspace": new.workspace, "person": new.person.id,
            "roles": new.person.roles }),
    })?;
    Ok(transaction.commit()?)
}

fn write_person(tx: &mut Tx<'_>, person: &Person, certificate: Option<&[u8]>) -> Result<(), Error> {
    tx.persons_mut().add(person)?;
    if let Some(der) = certificate {
        tx.persons_mut().set_certificate(person.id, der)?;
    }
    tx.note_erasable("name", &person.name)?;
    tx.note_erasable("title", &person.title)
}
