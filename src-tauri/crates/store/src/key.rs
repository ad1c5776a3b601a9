//! Keys: the data key that encrypts the file, and the slots that wrap it, one per person.
//!
//! A random 32-byte data key is SQLCipher's raw key. Each person's slot wraps it under a key
//! derived from that person's passphrase, and wraps beside it what is that person's alone, so that
//! another person, who holds the same data key, still cannot open it.
//!
//! # Derivation
//! - passphrase key = Argon2id(passphrase, the slot's salt, the slot's cost), 32 bytes
//! - slot key = HKDF-SHA256(salt = workspace id, input = passphrase key), expanded with
//!   `assay/slot/1/data-key` or `assay/slot/1/person-secrets`
//! - wrapping = XChaCha20-Poly1305 with a random nonce; the slot's header is associated data
//! - a person's address for envelopes (see `envelope`) = X25519 of HKDF-SHA256(the person's own key),
//!   `assay/person-envelope/1`
//! - pseudonym of a reviewer = the first 40 bits of HMAC-SHA256 over the name under
//!   HKDF-SHA256(data key), `assay/reviewer-pseudonym/1`
//! - seal of the sidecar = HMAC-SHA256 under HKDF-SHA256(data key), `assay/sidecar-mac/1`

use crate::error::Error;
use crate::hex;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use assay_domain::id::{PersonId, WorkspaceId};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use hkdf::hmac::{Hmac, Mac};
use rayon::iter::{IntoParallelIterator as _, ParallelExtend as _, ParallelIterator as _};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::collections::HashMap;
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize as _, Zeroizing};

/// A source of random bytes, handed in by the composition root.
pub type Random = Box<dyn FnMut(&mut [u8]) + Send>;

/// What a person types to unlock; wiped from memory when dropped and never printed.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes the passphrase over, in Unicode's compatibility composition (NFKC), so that letters of
    /// full width or composed in another way on another machine still unlock.
    #[must_use]
    pub fn new(text: String) -> Self {
        let text = Zeroizing::new(text);
        Self(Zeroizing::new(text.nfkc().collect()))
    }
}

impl From<&str> for Passphrase {
    fn from(text: &str) -> Self {
        Self::new(text.to_owned())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// What one guess of a passphrase costs, as parameters of Argon2id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KdfCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub iterations: u32,
    /// Lanes filled side by side.
    pub lanes: u32,
}

impl KdfCost {
    /// 256 MiB, three passes, four lanes: a third of a second on a plain office machine.
    pub const DEFAULT: Self = Self {
        memory_kib: 256 * 1024,
        iterations: 3,
        lanes: 4,
    };
    /// The least that is accepted, in a new slot or a stored one: 64 MiB, three passes, four lanes.
    pub const FLOOR: Self = Self {
        memory_kib: 64 * 1024,
        iterations: 3,
        lanes: 4,
    };
    /// The most that is accepted, so that a doctored sidecar cannot hang the program: ten times the work of
    /// [`Self::DEFAULT`], a few seconds.
    const CEILING: Self = Self {
        memory_kib: 1024 * 1024,
        iterations: 8,
        lanes: 32,
    };

    /// Tells whether a guess costs more than is accepted.
    fn is_beyond(self) -> bool {
        self.memory_kib > Self::CEILING.memory_kib
            || self.iterations > Self::CEILING.iterations
            || self.lanes > Self::CEILING.lanes
    }

    /// The work of one guess: KiB that are filled, pass by pass.
    fn work(self) -> u64 {
        u64::from(self.memory_kib) * u64::from(self.iterations)
    }

    fn accepted(self) -> bool {
        !self.is_beyond()
            && self.memory_kib >= Self::FLOOR.memory_kib
            && self.iterations >= Self::FLOOR.iterations
            && self.lanes >= 1
    }
}

/// What belongs to one person alone and opens with that person's passphrase only.
#[derive(Clone)]
pub struct PersonSecrets {
    /// Private signing key, PKCS#8 in DER.
    pub signing_key: Zeroizing<Vec<u8>>,
    /// A symmetric key of the person's own, 32 bytes.
    pub own_key: Zeroizing<[u8; 32]>,
}

impl PersonSecrets {
    /// Bundles a signing key (PKCS#8 DER) with a fresh symmetric key.
    #[must_use]
    pub fn new(signing_key: Zeroizing<Vec<u8>>, random: &mut Random) -> Self {
        let mut own_key = Zeroizing::new([0; 32]);
        random(own_key.as_mut_slice());
        Self {
            signing_key,
            own_key,
        }
    }

    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([self.own_key.as_slice(), self.signing_key.as_slice()].concat())
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (own_key, signing_key) = bytes.split_first_chunk::<32>()?;
        Some(Self {
            signing_key: Zeroizing::new(signing_key.to_vec()),
            own_key: Zeroizing::new(*own_key),
        })
    }
}

impl fmt::Debug for PersonSecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonSecrets")
    }
}

/// The key of the file itself.
#[derive(Clone)]
pub(crate) struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    pub(crate) fn random(random: &mut Random) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        random(bytes.as_mut_slice());
        Self(bytes)
    }

    /// Returns the statement that keys a connection; a known salt may stand in for the file's own.
    pub(crate) fn pragma(&self, salt: Option<&[u8; 16]>) -> Zeroizing<String> {
        let key = Zeroizing::new(hex::encode(self.0.as_slice()));
        let salt = salt.map(|bytes| hex::encode(bytes)).unwrap_or_default();
        Zeroizing::new(format!("PRAGMA key = \"x'{}{salt}'\";", key.as_str()))
    }

    /// Computes the seal of a sidecar's bytes.
    pub(crate) fn seal(&self, workspace: WorkspaceId, bytes: &[u8]) -> [u8; 32] {
        self.mac(workspace, bytes).finalize().into_bytes().into()
    }

    /// Tells, in constant time, whether the seal is that of the bytes.
    pub(crate) fn seal_holds(&self, workspace: WorkspaceId, bytes: &[u8], seal: &[u8]) -> bool {
        self.mac(workspace, bytes).verify_slice(seal).is_ok()
    }

    fn mac(&self, workspace: WorkspaceId, bytes: &[u8]) -> Hmac<Sha256> {
        self.keyed(workspace, b"assay/sidecar-mac/1", bytes)
    }

    fn keyed(&self, workspace: WorkspaceId, purpose: &[u8], bytes: &[u8]) -> Hmac<Sha256> {
        let key = expand(workspace, self.0.as_slice(), purpose);
        let mut mac =
            <Hmac<Sha256> as KeyInit>::new_from_slice(key.as_slice()).expect("HMAC takes any key");
        mac.update(bytes);
        mac
    }

    /// Returns the pseudonym of a name: the same for the same name in one workspace, and another in
    /// any other. The spaces around a name and the width of its letters do not count.
    pub(crate) fn pseudonym(&self, workspace: WorkspaceId, name: &str) -> String {
        let name: Zeroizing<String> = Zeroizing::new(name.trim().nfkc().collect());
        let mac = self.keyed(workspace, b"assay/reviewer-pseudonym/1", name.as_bytes());
        let digest = mac.finalize().into_bytes();
        let bits = digest
            .iter()
            .take(PSEUDONYM_BITS / 8)
            .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let letter = |place: usize| {
            let value = bits >> (PSEUDONYM_BITS - 5 * (place + 1)) & 31;
            char::from(PSEUDONYM_LETTERS[value as usize])
        };
        let letters: String = (0..PSEUDONYM_BITS / 5).map(letter).collect();
        format!("{PSEUDONYM_MARK}{letters}")
    }
}

/// Makes the pseudonyms of one workspace, each name's only once.
pub struct Pseudonyms {
    key: DataKey,
    workspace: WorkspaceId,
    known: HashMap<String, String>,
}

impl Pseudonyms {
    pub(crate) fn new(key: DataKey, workspace: WorkspaceId) -> Self {
        Self {
            key,
            workspace,
            known: HashMap::new(),
        }
    }

    /// Returns the pseudonym of a name; see [`crate::Store::pseudonym`].
    pub fn of(&mut self, name: &str) -> String {
        if let Some(known) = self.known.get(name) {
            return known.clone();
        }
        let made = self.key.pseudonym(self.workspace, name);
        self.known.insert(name.to_owned(), made.clone());
        made
    }
}

impl Drop for Pseudonyms {
    fn drop(&mut self) {
        for (mut name, _) in self.known.drain() {
            name.zeroize();
        }
    }
}

/// How a pseudonym begins.
const PSEUDONYM_MARK: &str = "R-";
/// How much of the digest a pseudonym carries: eight letters, so that a thousand reviewers share none.
const PSEUDONYM_BITS: usize = 40;
/// Crockford's letters, which are not mistaken for each other.
const PSEUDONYM_LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How a slot is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SlotKind {
    Passphrase,
}

/// The derivation of one slot's key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Kdf {
    algorithm: String,
    cost: KdfCost,
    salt: String,
}

/// Something wrapped: a nonce of 24 bytes and the sealed bytes, both hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Wrapped {
    nonce: String,
    sealed: String,
}

/// One slot, as it stands in the sidecar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Slot {
    pub(crate) person: PersonId,
    kind: SlotKind,
    kdf: Kdf,
    data_key: Wrapped,
    secrets: Wrapped,
}

/// The part of a slot that is associated data of what it wraps.
#[derive(Serialize)]
struct SlotHeader<'a> {
    format: &'static str,
    workspace: WorkspaceId,
    person: PersonId,
    kind: SlotKind,
    kdf: &'a Kdf,
    purpose: &'static str,
}

const DATA_KEY: &str = "assay/slot/1/data-key";
const SECRETS: &str = "assay/slot/1/person-secrets";

/// Persons who may have a slot: who opens the workspace is found by trying one after the other.
pub(crate) const MOST_SLOTS: usize = 64;

/// Tells whether trying all slots takes no longer than it does for so many persons with slots that the
/// program made; nothing of a slot is believed yet.
pub(crate) fn are_tried_soon(slots: &[Slot]) -> bool {
    let costs = || slots.iter().map(|slot| slot.kdf.cost);
    let most = MOST_SLOTS as u64 * KdfCost::DEFAULT.work();
    slots.len() <= MOST_SLOTS
        && !costs().any(KdfCost::is_beyond)
        && costs().map(KdfCost::work).sum::<u64>() <= most
}

impl Slot {
    /// Wraps the data key and a person's secrets under the person's passphrase.
    pub(crate) fn wrap(
        workspace: WorkspaceId,
        person: PersonId,
        passphrase: &Passphrase,
        cost: KdfCost,
        content: (&DataKey, &PersonSecrets),
        random: &mut Random,
    ) -> Result<Self, Error> {
        let mut salt = [0; 16];
        random(&mut salt);
        let kdf = Kdf {
            algorithm: "argon2id".to_owned(),
            cost,
            salt: hex::encode(&salt),
        };
        let key = kdf.passphrase_key(passphrase)?;
        let header = |purpose| SlotHeader {
            format: "assay-keys/1",
            workspace,
            person,
            kind: SlotKind::Passphrase,
            kdf: &kdf,
            purpose,
        };
        let (data_key, secrets) = content;
        let data_key = header(DATA_KEY).wrap(&key, data_key.0.as_slice(), random)?;
        let secrets = header(SECRETS).wrap(&key, &secrets.to_bytes(), random)?;
        Ok(Self {
            person,
            kind: SlotKind::Passphrase,
            kdf,
            data_key,
            secrets,
        })
    }

    /// Opens the slot; nothing when the passphrase is not this person's.
    pub(crate) fn open(
        &self,
        workspace: WorkspaceId,
        passphrase: &Passphrase,
    ) -> Result<Option<(DataKey, PersonSecrets)>, Error> {
        let key = match self.kdf.passphrase_key(passphrase) {
            // The program never writes such a cost; somebody wants guessing to be cheap, or to take for ever.
            Err(Error::KdfCost) => return Err(Error::SidecarTampered),
            other => other?,
        };
        let header = |purpose| SlotHeader {
            format: "assay-keys/1",
            workspace,
            person: self.person,
            kind: self.kind,
            kdf: &self.kdf,
            purpose,
        };
        let Some(data_key) = header(DATA_KEY).unwrap(&key, &self.data_key)? else {
            return Ok(None);
        };
        let data_key = <[u8; 32]>::try_from(data_key.as_slice());
        let data_key = DataKey(Zeroizing::new(data_key.map_err(|_| Error::SidecarDamaged)?));
        let secrets = header(SECRETS)
            .unwrap(&key, &self.secrets)?
            .and_then(|bytes| PersonSecrets::from_bytes(&bytes))
            .ok_or(Error::SidecarDamaged)?;
        Ok(Some((data_key, secrets)))
    }
}

impl Kdf {
    fn passphrase_key(&self, passphrase: &Passphrase) -> Result<Zeroizing<[u8; 32]>, Error> {
        if self.algorithm != "argon2id" || !self.cost.accepted() {
            return Err(Error::KdfCost);
        }
        let salt: [u8; 16] = hex::array(&self.salt).ok_or(Error::SidecarDamaged)?;
        let cost = self.cost;
        let params = Params::new(cost.memory_kib, cost.iterations, cost.lanes, Some(32))
            .map_err(|_| Error::KdfCost)?;
        let mut memory = memory(params.block_count())?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(
                passphrase.0.as_bytes(),
                &salt,
                key.as_mut_slice(),
                &mut memory,
            )
            .map_err(|_| Error::KdfCost)?;
        Ok(key)
    }
}

/// Returns the memory that a derivation fills. All processors make it: the system hands out a page when it
/// is first written, and for so many that took one of them a quarter of the whole derivation.
fn memory(blocks: usize) -> Result<Vec<Block>, Error> {
    let mut memory = Vec::new();
    memory
        .try_reserve_exact(blocks)
        .map_err(|_| Error::OutOfMemory)?;
    memory.par_extend((0..blocks).into_par_iter().map(|_| Block::new()));
    Ok(memory)
}

impl SlotHeader<'_> {
    fn cipher(&self, key: &Zeroizing<[u8; 32]>) -> XChaCha20Poly1305 {
        let key = expand(self.workspace, key.as_slice(), self.purpose.as_bytes());
        XChaCha20Poly1305::new_from_slice(key.as_slice()).expect("the key has 32 bytes")
    }

    fn wrap(
        &self,
        key: &Zeroizing<[u8; 32]>,
        content: &[u8],
        random: &mut Random,
    ) -> Result<Wrapped, Error> {
        let mut nonce = [0; 24];
        random(&mut nonce);
        let aad = serde_json_canonicalizer::to_vec(self)?;
        let payload = Payload {
            msg: content,
            aad: &aad,
        };
        let sealed = self
            .cipher(key)
            .encrypt(&nonce.into(), payload)
            .expect("a slot is shorter than the cipher's limit");
        Ok(Wrapped {
            nonce: hex::encode(&nonce),
            sealed: hex::encode(&sealed),
        })
    }

    fn unwrap(
        &self,
        key: &Zeroizing<[u8; 32]>,
        wrapped: &Wrapped,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
        let nonce: [u8; 24] = hex::array(&wrapped.nonce).ok_or(Error::SidecarDamaged)?;
        let sealed = hex::decode(&wrapped.sealed).ok_or(Error::SidecarDamaged)?;
        let aad = serde_json_canonicalizer::to_vec(self)?;
        let payload = Payload {
            msg: &sealed,
            aad: &aad,
        };
        let content = self.cipher(key).decrypt(&nonce.into(), payload);
        Ok(content.ok().map(Zeroizing::new))
    }
}

/// Derives a key of 32 bytes for one purpose, bound to the workspace.
pub(crate) fn expand(workspace: WorkspaceId, input: &[u8], purpose: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    let uuid = workspace.uuid();
    Hkdf::<Sha256>::new(Some(uuid.as_bytes()), input)
        .expand(purpose, key.as_mut_slice())
        .expect("HKDF yields 32 bytes");
    key
}
