//! Workspaces for tests, and the way past the program to the bytes below it.

use argon2::{Algorithm, Argon2, Params, Version};
use assay_domain::answer::{Answer, AnswerValue};
use assay_domain::assessment::{Assessment, AssessmentState, Context, Depth};
use assay_domain::history::{EntryBody, Subject};
use assay_domain::id::{AssessmentId, PersonId, QuestionId, SystemId, WorkspaceId};
use assay_domain::locale::Locale;
use assay_domain::person::{Act, Person, Role};
use assay_domain::system::{Phase, SystemFacts};
use assay_domain::time::{Date, Period, Timestamp};
use assay_domain::workspace::{Marking, PaperSize, Workspace, WorkspaceSettings};
use assay_store::{Error, KdfCost, NewWorkspace, Passphrase, PersonSecrets, Random, Store};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use rusqlite::Connection;
use serde_json::{Value, json};
use sha2::Sha256;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use uuid::Uuid;
use zeroize::Zeroizing;

/// The passphrase of the first person of every test workspace.
pub const PASSPHRASE: &str = "correct horse 电池 staple";

/// Returns the operating system's random bytes, as the composition roots hand them in.
#[must_use]
pub fn random() -> Random {
    Box::new(|bytes| getrandom::fill(bytes).expect("the system has random bytes"))
}

/// Makes an id that sorts by its number.
#[must_use]
pub fn uuid(number: u64) -> Uuid {
    Uuid::from_u64_pair(0x0190_0000_0000_7000, 0x8000_0000_0000_0000 | number)
}

/// A moment, so many seconds after a fixed one.
#[must_use]
pub fn moment(second: i64) -> Timestamp {
    Timestamp::from_micros((1_795_514_730 + second) * 1_000_000)
}

/// The first person of every test workspace.
#[must_use]
pub fn administrator() -> Person {
    Person {
        id: PersonId::new(uuid(1)),
        name: "Duty officer 值班员".to_owned(),
        title: String::new(),
        roles: Role::ALL.into_iter().collect(),
        added_at: moment(0),
    }
}

/// An act of the first person.
#[must_use]
pub fn act(second: i64) -> Act {
    Act {
        by: administrator().id,
        at: moment(second),
    }
}

/// A history entry of the first person.
#[must_use]
pub fn entry(second: i64, action: &str, payload: Value) -> EntryBody {
    EntryBody {
        act: act(second),
        action: action.to_owned(),
        subject: Subject::new("test", ""),
        payload,
    }
}

/// The workspace's own row.
#[must_use]
pub fn workspace() -> Workspace {
    Workspace {
        id: WorkspaceId::new(uuid(0)),
        settings: WorkspaceSettings {
            organisation: "Office of the test 测试办公室".to_owned(),
            unit: String::new(),
            locale: Locale::ZhCn,
            time_zone: "Asia/Shanghai".to_owned(),
            paper: PaperSize::A4,
            marking: Marking::default(),
        },
        logo: None,
        sample: false,
    }
}

/// A folder that goes away with a workspace file in it.
pub struct Place {
    folder: TempDir,
}

impl Place {
    /// Makes an empty folder.
    #[must_use]
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    /// Where the workspace file lies.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("office.assay")
    }

    /// A file beside the workspace, such as its keys with `-keys`.
    #[must_use]
    pub fn beside(&self, suffix: &str) -> PathBuf {
        self.folder.path().join(format!("office.assay{suffix}"))
    }

    /// Makes the workspace and opens it.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn create(&self) -> Store {
        create(&self.path()).expect("a workspace can be made")
    }

    /// Opens the workspace as its first person.
    ///
    /// # Errors
    /// The store's.
    pub fn open(&self) -> Result<Store, Error> {
        Store::open(&self.path(), &Passphrase::from(PASSPHRASE), None, random())
    }
}

impl Default for Place {
    fn default() -> Self {
        Self::new()
    }
}

/// Makes a workspace at a path and opens it.
///
/// # Errors
/// The store's.
pub fn create(path: &Path) -> Result<Store, Error> {
    let mut random = random();
    let secrets = PersonSecrets::new(Zeroizing::new(b"a signing key".to_vec()), &mut random);
    let new = NewWorkspace {
        workspace: &workspace(),
        person: &administrator(),
        passphrase: &Passphrase::from(PASSPHRASE),
        secrets,
        certificate: None,
        cost: KdfCost::FLOOR,
    };
    Store::create(path, &new, random)
}

/// Adds a system and a draft assessment of it.
///
/// # Errors
/// The store's.
pub fn add_assessment(store: &mut Store, number: u64) -> Result<AssessmentId, Error> {
    let id = AssessmentId::new(uuid(2000 + number));
    let assessment = assessment(id, SystemId::new(uuid(1000 + number)));
    store.mutate(entry(1, "assessment.start", json!({})), |tx| {
        let facts = SystemFacts::named(format!("System {number} 系统"));
        tx.systems_mut().add(assessment.system, &facts, moment(1))?;
        tx.assessments_mut().add(&assessment)?;
        Ok(id)
    })
}

/// A draft assessment.
#[must_use]
pub fn assessment(id: AssessmentId, system: SystemId) -> Assessment {
    let day = |month, day| Date::from_ymd_opt(2026, month, day).expect("a day of 2026");
    Assessment {
        id,
        system,
        period: Period::new(day(1, 1), day(6, 30)).expect("a period"),
        phase: Phase::InUse,
        depth: Depth::Quick,
        profile: Some("public-chatbot".into()),
        context: Context::default(),
        state: AssessmentState::Draft,
        begun: act(1),
        submitted: None,
        approved: None,
        signers: Vec::new(),
        revision: 1,
    }
}

/// An answer with a note.
#[must_use]
pub fn answer(question: &str, note: &str) -> Answer {
    Answer {
        question: QuestionId::from(question),
        value: Some(AnswerValue::Partly),
        note: note.to_owned(),
        na_reason: String::new(),
        evidence: Vec::new(),
        saved: act(2),
        revision: 0,
    }
}

/// Opens a connection past the program, with the key that the documented layout of the sidecar gives.
///
/// Written from the documentation of the sidecar and the keys, not from their code.
///
/// # Panics
/// When the sidecar does not follow its documentation.
#[must_use]
pub fn raw_connection(path: &Path) -> Connection {
    raw_connection_of(path, PASSPHRASE)
}

/// Does as [`raw_connection`], for a workspace with another passphrase.
///
/// # Panics
/// When the sidecar does not follow its documentation.
#[must_use]
pub fn raw_connection_of(path: &Path, passphrase: &str) -> Connection {
    let key = data_key(path, passphrase);
    let connection = Connection::open(path).expect("the file opens");
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    connection
        .execute_batch(&format!(
            "PRAGMA key = \"x'{hex}'\"; PRAGMA cipher_page_size = 8192;"
        ))
        .expect("the key fits");
    connection
}

/// Changes rows past the program: the triggers that would refuse it are taken off and put back, so that
/// the file looks as before.
///
/// # Panics
/// When a statement fails.
pub fn edit(connection: &Connection, statements: &str) {
    let mut read = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")
        .expect("the schema reads");
    let triggers: Vec<(String, String)> = read
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .and_then(Iterator::collect)
        .expect("the triggers");
    let run = |sql: &str| {
        connection
            .execute_batch(sql)
            .expect("a statement that runs")
    };
    for (name, _) in &triggers {
        run(&format!("DROP TRIGGER {name};"));
    }
    run(statements);
    for (_, sql) in &triggers {
        run(sql);
    }
}

/// Reads every page of a closed workspace as the engine sees it, free ones and free places included.
///
/// A page of SQLCipher 4 is 8192 bytes: AES-256-CBC under the raw key, then 16 bytes of
/// initialisation vector and 64 of authentication; the first begins with 16 bytes of salt.
///
/// # Panics
/// When the file is not whole pages.
#[must_use]
pub fn decrypted_pages(path: &Path, passphrase: &str) -> Vec<u8> {
    use cbc::cipher::{BlockModeDecrypt, KeyIvInit, block_padding::NoPadding};
    let key: [u8; 32] = data_key(path, passphrase).try_into().expect("32 bytes");
    let mut plain = Vec::new();
    let file = std::fs::read(path).expect("the file reads");
    for (number, page) in file.chunks(8192).enumerate() {
        let (content, reserved) = page.split_at(8192 - 80);
        let iv: [u8; 16] = reserved[..16].try_into().expect("16 bytes");
        let from = if number == 0 { 16 } else { 0 };
        let mut page = content[from..].to_vec();
        cbc::Decryptor::<aes::Aes256>::new(&key.into(), &iv.into())
            .decrypt_padded::<NoPadding>(&mut page)
            .expect("whole blocks");
        plain.extend(page);
    }
    plain
}

/// Opens the key of the file with a person's passphrase.
///
/// # Panics
/// When the sidecar does not follow its documentation, or no slot opens.
#[must_use]
pub fn data_key(path: &Path, passphrase: &str) -> Vec<u8> {
    unwrapped(path, passphrase, "dataKey", "assay/slot/1/data-key")
}

/// Opens a person's own key, which comes first among what is theirs alone.
///
/// # Panics
/// When the sidecar does not follow its documentation, or no slot opens.
#[must_use]
pub fn own_key(path: &Path, passphrase: &str) -> Vec<u8> {
    let mut secrets = unwrapped(path, passphrase, "secrets", "assay/slot/1/person-secrets");
    secrets.truncate(32);
    secrets
}

/// Opens an envelope as somebody whose own key is this one; written from the documentation of the
/// layout, not from its code.
///
/// # Panics
/// When the envelope is shorter than any.
#[must_use]
pub fn open_envelope(
    workspace: Uuid,
    private: [u8; 32],
    (purpose, place): (&str, &[u8]),
    envelope: &[u8],
) -> Option<Vec<u8>> {
    use x25519_dalek::{PublicKey, StaticSecret};
    let private = StaticSecret::from(private);
    let (ephemeral, sealed) = envelope.split_first_chunk::<32>().expect("a key in front");
    let shared = private.diffie_hellman(&PublicKey::from(*ephemeral));
    let own = PublicKey::from(&private);
    let input = [shared.as_bytes().as_slice(), ephemeral, own.as_bytes()].concat();
    let key = expanded(workspace, &input, purpose);
    let payload = Payload {
        msg: sealed,
        aad: place,
    };
    XChaCha20Poly1305::new_from_slice(&key)
        .expect("32 bytes")
        .decrypt(&[0; 24].into(), payload)
        .ok()
}

/// Expands a key for one purpose.
///
/// # Panics
/// Never: 32 bytes can always be had.
#[must_use]
pub fn expanded(workspace: Uuid, input: &[u8], purpose: &str) -> [u8; 32] {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(Some(workspace.as_bytes()), input)
        .expand(purpose.as_bytes(), &mut key)
        .expect("a key is expanded");
    key
}

fn unwrapped(path: &Path, passphrase: &str, field: &str, purpose: &str) -> Vec<u8> {
    let mut name = path.as_os_str().to_owned();
    name.push("-keys");
    let text = std::fs::read_to_string(name).expect("the sidecar reads");
    let sidecar: Value = serde_json::from_str(&text).expect("the sidecar is JSON");
    let slots = sidecar["slots"].as_array().expect("slots");
    slots
        .iter()
        .find_map(|slot| opened(&sidecar, slot, passphrase, (field, purpose)))
        .expect("a slot opens")
}

fn opened(
    sidecar: &Value,
    slot: &Value,
    passphrase: &str,
    (field, purpose): (&str, &str),
) -> Option<Vec<u8>> {
    let bytes = |value: &Value| {
        let text = value.as_str().expect("text");
        (0..text.len() / 2)
            .map(|at| u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).expect("hexadecimal"))
            .collect::<Vec<u8>>()
    };
    let cost = |name: &str| {
        u32::try_from(slot["kdf"]["cost"][name].as_u64().expect("a number")).expect("small")
    };
    let params = Params::new(
        cost("memoryKib"),
        cost("iterations"),
        cost("lanes"),
        Some(32),
    )
    .expect("a cost");
    let mut passphrase_key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(
            passphrase.as_bytes(),
            &bytes(&slot["kdf"]["salt"]),
            &mut passphrase_key,
        )
        .expect("a key is derived");
    let id: Uuid = serde_json::from_value(sidecar["workspace"].clone()).expect("an id");
    let slot_key = expanded(id, &passphrase_key, purpose);
    let header = json!({
        "format": sidecar["format"],
        "kdf": slot["kdf"],
        "kind": slot["kind"],
        "person": slot["person"],
        "purpose": purpose,
        "workspace": sidecar["workspace"],
    });
    let aad = serde_json_canonicalizer::to_vec(&header).expect("JSON");
    let nonce: [u8; 24] = bytes(&slot[field]["nonce"]).try_into().expect("24 bytes");
    let payload = Payload {
        msg: &bytes(&slot[field]["sealed"]),
        aad: &aad,
    };
    XChaCha20Poly1305::new_from_slice(&slot_key)
        .expect("32 bytes")
        .decrypt(&nonce.into(), payload)
        .ok()
}
