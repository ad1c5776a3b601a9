//! The sidecar `NAME.assay-keys`: the key slots, beside the workspace because the engine leaves no
//! room inside it.
//!
//! # Layout
//! Indented JSON in UTF-8. Bytes are lower-case hexadecimal.
//!
//! | field | what |
//! | --- | --- |
//! | `format` | always `assay-keys/1` |
//! | `workspace` | the workspace's UUID |
//! | `generation` | counts the times the file was written, from 1 |
//! | `salt` | a copy of the first 16 bytes of the workspace file |
//! | `head` | sequence and hash of the history when the file was written: an anchor outside it |
//! | `drillAddress` | closes what is recorded of a drill without a passphrase (see `sealed_drill`) |
//! | `slots` | one per person: derivation, wrapped data key, wrapped secrets |
//! | `seal` | HMAC-SHA256 keyed from the data key, over the canonical JSON of all but `seal` and `checksum` |
//! | `checksum` | SHA-256 over the canonical JSON of all but `checksum`: tells an accident from a wrong passphrase |
//!
//! It is replaced as a whole (write, sync, rename, sync the folder); the one before is kept as
//! `NAME.assay-keys.previous`.

use crate::envelope::Address;
use crate::error::Error;
use crate::files::{DRAFT, KEYS, KEYS_BEFORE, with_suffix};
use crate::hex;
use crate::key::{DataKey, Passphrase, PersonSecrets, Slot, are_tried_soon};
use assay_domain::history::Head;
use assay_domain::id::{PersonId, WorkspaceId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};

/// Bytes of a sidecar that are read: many times those of the most slots.
const LONGEST: u64 = 1 << 20;

const FORMAT: &str = "assay-keys/1";

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SidecarHead {
    sequence: u64,
    sha256: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Sidecar {
    format: String,
    pub(crate) workspace: WorkspaceId,
    generation: u64,
    salt: String,
    head: SidecarHead,
    // A file of schema 3 has none until a newer program opens it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    drill_address: Option<String>,
    pub(crate) slots: Vec<Slot>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    seal: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    checksum: String,
}

/// What opening a slot gives.
pub(crate) struct Unlocked {
    pub(crate) person: PersonId,
    pub(crate) key: DataKey,
    pub(crate) secrets: PersonSecrets,
}

impl Sidecar {
    pub(crate) fn new(workspace: WorkspaceId, salt: [u8; 16], slots: Vec<Slot>) -> Self {
        let mut sidecar = Self {
            format: FORMAT.to_owned(),
            workspace,
            generation: 0,
            salt: hex::encode(&salt),
            head: SidecarHead {
                sequence: 0,
                sha256: String::new(),
            },
            drill_address: None,
            slots,
            seal: String::new(),
            checksum: String::new(),
        };
        sidecar.set_head(Head::default());
        sidecar
    }

    /// Returns where the sidecar of a workspace file lies.
    pub(crate) fn path(workspace: &Path) -> PathBuf {
        with_suffix(workspace, KEYS)
    }

    /// Returns where the sidecar before the present one lies.
    pub(crate) fn previous_path(workspace: &Path) -> PathBuf {
        with_suffix(workspace, KEYS_BEFORE)
    }

    /// Reads a sidecar and checks its form and checksum; the seal needs the data key.
    pub(crate) fn load(path: &Path) -> Result<Self, Error> {
        let file = match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(Error::SidecarMissing);
            }
            other => other?,
        };
        let mut bytes = Vec::new();
        file.take(LONGEST).read_to_end(&mut bytes)?;
        let sidecar: Self = serde_json::from_slice(&bytes).map_err(|_| Error::SidecarDamaged)?;
        // The seal is looked at with the key that a slot yields, so what it takes to get there is bounded first.
        if !are_tried_soon(&sidecar.slots) {
            return Err(Error::SidecarDamaged);
        }
        if sidecar.format != FORMAT || sidecar.checksum != sidecar.computed_checksum()? {
            return Err(Error::SidecarDamaged);
        }
        Ok(sidecar)
    }

    pub(crate) fn salt(&self) -> Result<[u8; 16], Error> {
        hex::array(&self.salt).ok_or(Error::SidecarDamaged)
    }

    pub(crate) fn set_salt(&mut self, salt: [u8; 16]) {
        self.salt = hex::encode(&salt);
    }

    pub(crate) fn head(&self) -> Result<Head, Error> {
        Ok(Head {
            sequence: self.head.sequence,
            hash: hex::array(&self.head.sha256).ok_or(Error::SidecarDamaged)?,
        })
    }

    pub(crate) fn set_head(&mut self, head: Head) {
        self.head = SidecarHead {
            sequence: head.sequence,
            sha256: head.sha256(),
        };
    }

    /// Returns the address that closes what is recorded of a drill without a passphrase.
    pub(crate) fn drill_address(&self) -> Option<Address> {
        self.drill_address.as_deref().and_then(hex::array)
    }

    pub(crate) fn set_drill_address(&mut self, address: &Address) {
        self.drill_address = Some(hex::encode(address));
    }

    /// Opens the first slot that the passphrase fits, the likeliest person's first.
    pub(crate) fn unlock(
        &self,
        passphrase: &Passphrase,
        likely: Option<PersonId>,
    ) -> Result<Unlocked, Error> {
        let (first, rest): (Vec<_>, Vec<_>) = self
            .slots
            .iter()
            .partition(|slot| Some(slot.person) == likely);
        for slot in first.into_iter().chain(rest) {
            if let Some((key, secrets)) = slot.open(self.workspace, passphrase)? {
                return Ok(Unlocked {
                    person: slot.person,
                    key,
                    secrets,
                });
            }
        }
        Err(Error::WrongPassphrase)
    }

    /// Tells whether the seal holds under the data key.
    pub(crate) fn is_sealed_by(&self, key: &DataKey) -> Result<bool, Error> {
        let seal = hex::decode(&self.seal).unwrap_or_default();
        Ok(key.seal_holds(self.workspace, &self.sealed_bytes()?, &seal))
    }

    /// Seals the sidecar and replaces the file, keeping the one before.
    pub(crate) fn save(&mut self, path: &Path, key: &DataKey) -> Result<(), Error> {
        self.generation += 1;
        self.seal = hex::encode(&key.seal(self.workspace, &self.sealed_bytes()?));
        self.checksum = self.computed_checksum()?;
        let mut text = serde_json::to_vec_pretty(self)?;
        text.push(b'\n');
        // A damaged file must not push out the last good one.
        if Self::load(path).is_ok() {
            replace(&with_suffix(path, ".previous"), &fs::read(path)?)?;
        }
        replace(path, &text)
    }

    fn sealed_bytes(&self) -> Result<Vec<u8>, Error> {
        let bare = Self {
            seal: String::new(),
            checksum: String::new(),
            ..self.clone()
        };
        Ok(serde_json_canonicalizer::to_vec(&bare)?)
    }

    fn computed_checksum(&self) -> Result<String, Error> {
        let bare = Self {
            checksum: String::new(),
            ..self.clone()
        };
        let bytes = serde_json_canonicalizer::to_vec(&bare)?;
        Ok(hex::encode(&Sha256::digest(bytes)))
    }
}

/// Replaces a small file as a whole: a reader sees the old bytes or the new ones, also after a crash.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let draft = with_suffix(path, DRAFT);
    let mut file = File::create(&draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&draft, path)?;
    sync_folder(path)
}

/// Makes a rename in the folder of a file survive a power cut.
pub(crate) fn sync_folder(path: &Path) -> Result<(), Error> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
