//! Names of reviewers: closing them away, and opening them as somebody who may read them.

use crate::envelope::{self, Address, EnvelopeKey};
use crate::error::Error;
use crate::key::{PersonSecrets, Random};
use crate::store::Store;
use crate::table::reviewer_name::ReviewerNamesMut;
use crate::tx::{Read, Tx};
use assay_domain::id::{PersonId, SystemId, WorkspaceId};
use assay_domain::person::Role;
use std::fmt;
use zeroize::Zeroizing;

const NAME: &[u8] = b"assay/reviewer-name/1";
const SHARE: &[u8] = b"assay/reviewer-names-key/1";
/// Envelopes of names have steps of so many bytes, so that their length says little of the name.
const STEP: usize = 64;

/// The role that may read names.
const READER: Role = Role::Administrator;

/// A name in its envelope, with the pseudonym that it belongs to.
pub type SealedName = (String, Vec<u8>);

/// Closes names away; it can't open them.
pub struct NameSealer {
    workspace: WorkspaceId,
    address: Address,
    random: Random,
}

impl NameSealer {
    /// Closes a name away.
    pub fn seal(&mut self, pseudonym: &str, name: &str) -> SealedName {
        let place = (NAME, pseudonym.as_bytes());
        let content = envelope::padded(name.trim(), STEP);
        let envelope = envelope::close(
            self.workspace,
            &self.address,
            place,
            &content,
            &mut self.random,
        );
        (pseudonym.to_owned(), envelope)
    }

    /// Returns what tells whether names are still closed away for the same key.
    #[must_use]
    pub fn address(&self) -> [u8; 32] {
        self.address
    }
}

/// The key to the names, opened by somebody who may read them.
#[derive(Clone)]
pub struct NameKey {
    workspace: WorkspaceId,
    key: EnvelopeKey,
}

impl fmt::Debug for NameKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NameKey")
    }
}

impl NameKey {
    /// Reads the names that are kept, or those whom records of one system name, in the order of
    /// their pseudonyms.
    ///
    /// # Errors
    /// Fails when the file cannot be read or an envelope does not open.
    pub fn names(
        &self,
        read: &Read<'_>,
        system: Option<SystemId>,
    ) -> Result<Vec<(String, Zeroizing<String>)>, Error> {
        let envelopes = read.reviewer_names().envelopes(system)?;
        let open = |(pseudonym, envelope): SealedName| {
            let content = self
                .key
                .open(self.workspace, NAME, pseudonym.as_bytes(), &envelope);
            let name = content.and_then(|content| envelope::unpadded(&content));
            let name = name.ok_or_else(|| Error::content("the name of a reviewer"))?;
            Ok((pseudonym, name))
        };
        envelopes.into_iter().map(open).collect()
    }
}

/// Returns the address at which a person gets envelopes, made from what is that person's alone.
pub(crate) fn address_of(workspace: WorkspaceId, secrets: &PersonSecrets) -> Address {
    EnvelopeKey::of(workspace, secrets).address()
}

impl Store {
    /// Returns what closes names away; nothing where names are not kept.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn name_sealer(&self, random: Random) -> Result<Option<NameSealer>, Error> {
        let address = self.read(|read| read.reviewer_names().address())?;
        Ok(address.map(|address| NameSealer {
            workspace: self.sidecar().workspace,
            address,
            random,
        }))
    }

    /// Opens the key to the names with the secrets of whoever opened the workspace; nothing where
    /// they may not read names, or none are kept.
    ///
    /// # Errors
    /// Fails when the file cannot be read, or the key is not the one for which names are closed away.
    pub fn name_key(&self) -> Result<Option<NameKey>, Error> {
        let workspace = self.sidecar().workspace;
        let person = self.opened_by();
        let (address, share) = self.read(|read| {
            let names = read.reviewer_names();
            Ok::<_, Error>((names.address()?, names.share(person)?))
        })?;
        let Some((address, share)) = address.zip(share) else {
            return Ok(None);
        };
        let own = EnvelopeKey::of(workspace, self.secrets());
        let key = own
            .open(workspace, SHARE, person.uuid().as_bytes(), &share)
            .and_then(|bytes| EnvelopeKey::from_bytes(&bytes))
            .filter(|key| key.address() == address)
            .ok_or_else(|| Error::content("the key to the names of reviewers"))?;
        Ok(Some(NameKey { workspace, key }))
    }
}

impl Tx<'_> {
    /// Begins to keep names, with a key that everybody gets who may read them.
    ///
    /// # Errors
    /// [`Error::Taken`] when names are kept already.
    pub fn begin_names(&mut self) -> Result<(), Error> {
        let key = EnvelopeKey::random(self.random());
        ReviewerNamesMut(self.sql()).begin(&key.address())?;
        let workspace = self.workspace().get()?.id;
        self.share_names(Some(&NameKey { workspace, key }))
    }

    /// Gives the key to the names to everybody who may read them and lacks it, as far as it is at
    /// hand, and takes it from everybody else.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn share_names(&mut self, key: Option<&NameKey>) -> Result<(), Error> {
        let holders = self.reviewer_names().holders()?;
        for person in self.persons().list()? {
            let holds = holders.contains(&person.id);
            if holds && !person.has(READER) {
                ReviewerNamesMut(self.sql()).withdraw(person.id)?;
            } else if let (false, true, Some(key)) = (holds, person.has(READER), key) {
                self.share(person.id, key)?;
            }
        }
        Ok(())
    }

    fn share(&mut self, person: PersonId, key: &NameKey) -> Result<(), Error> {
        let Some(address) = self.persons().address(person)? else {
            return Ok(());
        };
        let place = (SHARE, person.uuid().into_bytes());
        let content = key.key.to_bytes();
        let envelope = envelope::close(
            key.workspace,
            &address,
            (place.0, &place.1),
            content.as_slice(),
            self.random(),
        );
        ReviewerNamesMut(self.sql()).share(person, &envelope)
    }

    /// Stops keeping names: every one is erased, and so is the key to them. Returns how many it was.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn erase_names(&self) -> Result<usize, Error> {
        ReviewerNamesMut(self.sql()).erase()
    }

    /// Keeps a name behind a pseudonym of the log, where names are kept and this one is not yet.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn keep_name(&mut self, pseudonym: &str, name: &str) -> Result<(), Error> {
        let Some(address) = self.reviewer_names().address()? else {
            return Ok(());
        };
        if self.reviewer_names().has(pseudonym)? {
            return Ok(());
        }
        let place = (NAME, pseudonym.as_bytes());
        let workspace = self.workspace().get()?.id;
        let content = envelope::padded(name.trim(), STEP);
        let envelope = envelope::close(workspace, &address, place, &content, self.random());
        ReviewerNamesMut(self.sql()).keep(pseudonym, &envelope)
    }

    /// Keeps names that were closed away for an address, if that is still the one of the key.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn keep_sealed(&self, address: [u8; 32], names: &[SealedName]) -> Result<(), Error> {
        if self.reviewer_names().address()? != Some(address) {
            return Ok(());
        }
        for (pseudonym, envelope) in names {
            ReviewerNamesMut(self.sql()).keep(pseudonym, envelope)?;
        }
        Ok(())
    }
}
