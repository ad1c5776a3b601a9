//! The ways in: making a workspace, opening it, and the persons whose passphrases open it.

use crate::connection::pragma_number;
use crate::envelope::{Address, EnvelopeKey};
use crate::error::Error;
use crate::files::{DRAFT, with_suffix};
use crate::key::{DataKey, KdfCost, MOST_SLOTS, Passphrase, PersonSecrets, Random, Slot};
use crate::memo::LogMemo;
use crate::migration::{self, Standing};
use crate::names::address_of;
use crate::open::{self, Lock};
use crate::sealed_drill;
use crate::sidecar::{Sidecar, sync_folder};
use crate::sql::Sql;
use crate::store::Store;
use crate::table::person::set_address;
use crate::tx::Tx;
use assay_domain::history::{EntryBody, Subject};
use assay_domain::id::PersonId;
use assay_domain::person::{Act, Person};
use assay_domain::workspace::Workspace;
use rusqlite::Connection;
use serde_json::json;
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

/// What a new workspace starts from.
pub struct NewWorkspace<'a> {
    /// The workspace with its settings.
    pub workspace: &'a Workspace,
    /// The first person; the first history entry names them, at the time they were added.
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

/// What a further person comes with.
pub struct NewPerson<'a> {
    /// Who they are and what they may do.
    pub person: &'a Person,
    /// Their passphrase, which must open no other slot.
    pub passphrase: &'a Passphrase,
    /// What is theirs alone.
    pub secrets: &'a PersonSecrets,
    /// Their certificate (X.509 in DER), if there is one already.
    pub certificate: Option<&'a [u8]>,
    /// What a guess at the passphrase costs.
    pub cost: KdfCost,
}

impl Store {
    /// Makes a workspace file and its sidecar, and opens it as its first person.
    ///
    /// Nothing appears under the name before it is whole.
    ///
    /// # Errors
    /// [`Error::AlreadyExists`] or [`Error::NameTaken`] when the name is taken, [`Error::KdfCost`] below the floor,
    /// [`Error::ReadOnly`], [`Error::DiskFull`] or [`Error::Io`] when it cannot be written.
    pub fn create(path: &Path, new: &NewWorkspace<'_>, mut random: Random) -> Result<Self, Error> {
        open::free(path)?;
        let lock = open::lock(path)?;
        if matches!(lock, Lock::ReadOnly) {
            return Err(Error::ReadOnly);
        }
        let id = new.workspace.id;
        let key = DataKey::random(&mut random);
        let content = (&key, &new.secrets);
        let slot = Slot::wrap(
            id,
            new.person.id,
            new.passphrase,
            new.cost,
            content,
            &mut random,
        )?;
        let drill_key = EnvelopeKey::random(&mut random);
        let salt = draft(path, &key, (new, &drill_key), &mut random)?;
        let mut sidecar = Sidecar::new(id, salt, vec![slot]);
        sidecar.set_drill_address(&drill_key.address());
        publish(path, &mut sidecar, &key)?;
        let connection = open::attach(path, &key, &sidecar, false)?;
        let unlocked = (key, new.person.id, new.secrets.clone());
        Ok(Self::new(
            connection,
            path.to_owned(),
            sidecar,
            unlocked,
            random,
            lock,
        ))
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
        let lock = if fs::metadata(path)?.permissions().readonly() {
            Lock::ReadOnly
        } else {
            lock
        };
        let read_only = matches!(lock, Lock::ReadOnly);
        let connection = open::attach(path, &unlocked.key, &sidecar, read_only)?;
        let standing = migration::standing(&connection)?;
        if let Some(object) = migration::altered(&connection)? {
            return Err(Error::Altered(object));
        }
        let unlocked = (unlocked.key, unlocked.person, unlocked.secrets);
        let mut store = Self::new(connection, path.to_owned(), sidecar, unlocked, random, lock);
        if standing == Standing::Older {
            store.migrate()?;
        }
        store.check_identity()?;
        store.publish_address()?;
        store.publish_drill_address()?;
        store.sweep()?;
        Ok(store)
    }

    /// Adds a person with a key slot of their own: row, entry and slot together.
    ///
    /// # Errors
    /// [`Error::PassphraseTaken`] when another slot already opens with the passphrase,
    /// [`Error::SlotsFull`] when nobody can be added.
    pub fn add_person(&mut self, act: &Act, new: &NewPerson<'_>) -> Result<(), Error> {
        if self.sidecar().slots.len() >= MOST_SLOTS {
            return Err(Error::SlotsFull { most: MOST_SLOTS });
        }
        match self.sidecar().unlock(new.passphrase, None) {
            Err(Error::WrongPassphrase) => {}
            Ok(_) => return Err(Error::PassphraseTaken),
            Err(other) => return Err(other),
        }
        let slot = self.wrap(new.person.id, new.passphrase, new.secrets, new.cost)?;
        let entry = EntryBody {
            act: act.clone(),
            action: "person.add".to_owned(),
            subject: Subject::new("person", new.person.id),
            payload: json!({ "roles": new.person.roles }),
        };
        let address = address_of(self.sidecar().workspace, new.secrets);
        let key = self.name_key()?;
        self.mutate_with_slot(entry, slot, |tx| {
            write_person(tx, new.person, new.certificate, &address)?;
            tx.share_names(key.as_ref())
        })
    }

    /// Gives the person who opened the workspace a new passphrase. Keys and file stay as they are.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when `old` is not this person's, [`Error::PassphraseTaken`] when
    /// another slot opens with `new`.
    pub fn change_passphrase(
        &mut self,
        act: &Act,
        old: &Passphrase,
        new: &Passphrase,
        cost: KdfCost,
    ) -> Result<(), Error> {
        let person = self.opened_by();
        let secrets = self.confirm(old)?;
        match self.sidecar().unlock(new, Some(person)) {
            Ok(found) if found.person != person => return Err(Error::PassphraseTaken),
            Ok(_) | Err(Error::WrongPassphrase) => {}
            Err(other) => return Err(other),
        }
        let slot = self.wrap(person, new, &secrets, cost)?;
        let entry = EntryBody {
            act: act.clone(),
            action: "person.passphrase".to_owned(),
            subject: Subject::new("person", person),
            payload: json!({}),
        };
        self.mutate_with_slot(entry, slot, |_| Ok(()))
    }

    /// Opens the slot of the person who opened the workspace once more, before their key is used.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when the passphrase is not this person's.
    pub fn confirm(&self, passphrase: &Passphrase) -> Result<PersonSecrets, Error> {
        let person = self.opened_by();
        let own = self
            .sidecar()
            .slots
            .iter()
            .find(|slot| slot.person == person);
        let own = own.ok_or(Error::WrongPassphrase)?;
        match own.open(self.sidecar().workspace, passphrase)? {
            Some((_, secrets)) => Ok(secrets),
            None => Err(Error::WrongPassphrase),
        }
    }

    /// Returns the persons who can unlock the workspace, in the order of their slots.
    #[must_use]
    pub fn key_holders(&self) -> Vec<PersonId> {
        self.sidecar()
            .slots
            .iter()
            .map(|slot| slot.person)
            .collect()
    }

    /// Writes down where the person who opened the workspace gets envelopes, where a program that knew
    /// none added them.
    fn publish_address(&mut self) -> Result<(), Error> {
        let person = self.opened_by();
        if self.is_read_only() || self.read(|read| read.persons().address(person))?.is_some() {
            return Ok(());
        }
        let address = address_of(self.sidecar().workspace, self.secrets());
        self.unrecorded(|sql| set_address(sql, person, &address))
    }

    fn migrate(&mut self) -> Result<(), Error> {
        if self.is_read_only() {
            return Err(Error::ReadOnly);
        }
        let number = {
            let connection = self.ready()?;
            pragma_number(&connection, "user_version")?
        };
        self.backup(&before_migration(self.path(), number))?;
        let mut connection = self.connection_mut()?;
        migration::migrate(&mut connection)
    }

    /// Refuses keys of another workspace, and of a person whom this one does not know.
    fn check_identity(&self) -> Result<(), Error> {
        self.read(|read| {
            if read.workspace().get()?.id != self.sidecar().workspace {
                return Err(Error::SidecarForeign);
            }
            match read.persons().get(self.opened_by()) {
                Err(Error::NotFound { .. }) => Err(Error::WrongPassphrase),
                other => other.map(drop),
            }
        })
    }
}

/// Names the copy that is made before a migration, so that it opens like any workspace.
fn before_migration(path: &Path, schema: i64) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}.before-schema-{}.assay", schema + 1))
}

/// Makes the database of a new workspace under a name of its own; what fails leaves nothing behind.
fn draft(
    path: &Path,
    key: &DataKey,
    (new, drill_key): (&NewWorkspace<'_>, &EnvelopeKey),
    random: &mut Random,
) -> Result<[u8; 16], Error> {
    let draft = with_suffix(path, DRAFT);
    let salt = open::draft_database(&draft, key, |connection| {
        first_entry(connection, (new, drill_key), random)
    });
    if salt.is_err() {
        open::remove_database(&draft)?;
    }
    salt
}

/// Gives a finished draft its name, once its keys lie beside it.
fn publish(path: &Path, sidecar: &mut Sidecar, key: &DataKey) -> Result<(), Error> {
    let draft = with_suffix(path, DRAFT);
    if let Err(error) = sidecar.save(&Sidecar::path(path), key) {
        open::remove_database(&draft)?;
        return Err(error);
    }
    fs::rename(draft, path)?;
    sync_folder(path)
}

fn first_entry(
    connection: &Connection,
    (new, drill_key): (&NewWorkspace<'_>, &EnvelopeKey),
    random: &mut Random,
) -> Result<(), Error> {
    let failed = Cell::new(false);
    let memo = LogMemo::default();
    let transaction = connection.unchecked_transaction()?;
    let sql = Sql {
        connection: &transaction,
        failed: &failed,
        memo: &memo,
    };
    let mut tx = Tx::new(sql, random);
    tx.workspace_mut().add(new.workspace)?;
    sealed_drill::keep_key(tx.sql(), drill_key)?;
    let address = address_of(new.workspace.id, &new.secrets);
    write_person(&mut tx, new.person, new.certificate, &address)?;
    tx.append(EntryBody {
        act: Act {
            by: new.person.id,
            at: new.person.added_at,
        },
        action: "workspace.create".to_owned(),
        subject: Subject::new("workspace", new.workspace.id),
        payload: json!({
            "workspace": new.workspace,
            "person": new.person.id,
            "roles": new.person.roles,
        }),
    })?;
    Ok(transaction.commit()?)
}

fn write_person(
    tx: &mut Tx<'_>,
    person: &Person,
    certificate: Option<&[u8]>,
    address: &Address,
) -> Result<(), Error> {
    tx.persons_mut().add(person)?;
    set_address(tx.sql(), person.id, address)?;
    if let Some(der) = certificate {
        tx.persons_mut().set_certificate(person.id, der)?;
    }
    tx.note_erasable("name", &person.name)?;
    tx.note_erasable("title", &person.title)
}
