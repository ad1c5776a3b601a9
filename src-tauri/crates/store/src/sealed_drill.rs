//! Drills that are recorded while nobody has unlocked the workspace.
//!
//! The bad day does not wait for whoever knows the passphrase. What is recorded then is closed for the
//! workspace's own key, whose public half, the address, stands in the sidecar, and whose private half
//! lies in the encrypted file. So anybody at the computer can add to it, as anybody can write on paper,
//! and nobody can read it before the workspace is unlocked.
//!
//! # Layout
//! `NAME.assay-drills` holds one entry a line: the drill's UUID, a space, the place of the entry in its
//! drill from 1, a space, and the envelope in hexadecimal; see [`crate::envelope`]. UUID and place are
//! the envelope's associated data, so that no entry can stand in another's place. The text within is
//! lengthened to steps of 256 bytes. A line is complete once its line feed is there.

use crate::envelope::{self, Address, EnvelopeKey};
use crate::error::Error;
use crate::files::{DRILLS, DRILLS_DAMAGED, all_are_files, with_suffix};
use crate::hex;
use crate::key::Random;
use crate::migration::Migration;
use crate::open::{self, Lock};
use crate::sidecar::{Sidecar, sync_folder};
use crate::sql::Sql;
use crate::store::Store;
use assay_domain::id::{DrillId, WorkspaceId};

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    4,
    "CREATE TABLE drill_key (
        single INTEGER NOT NULL PRIMARY KEY CHECK (single = 1),
        private BLOB NOT NULL CHECK (length(private) = 32)
    ) STRICT, WITHOUT ROWID;",
)];

const PURPOSE: &[u8] = b"assay/sealed-drill/1";
/// Envelopes of entries have steps of so many bytes.
const STEP: usize = 256;
/// No drill has more entries than this.
const MOST_ENTRIES: u32 = 1_000_000;

/// An entry that opened.
pub struct SealedEntry {
    /// The line on which it stands, from 1.
    pub line: u32,
    /// Of which drill.
    pub drill: DrillId,
    /// Its place in the drill, from 1.
    pub place: u32,
    /// What was recorded.
    pub text: Zeroizing<String>,
}

/// What waits beside a workspace.
#[derive(Default)]
pub struct SealedDrills {
    /// The entries that opened, in the order of their lines.
    pub entries: Vec<SealedEntry>,
    /// The lines that did not open, from 1.
    pub damaged: Vec<u32>,
}

/// A drill of which entries wait beside a workspace that is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingDrill {
    /// Which drill.
    pub drill: DrillId,
    /// The place of its last entry.
    pub last: u32,
}

/// Adds entries of one drill beside a workspace that is locked. It can read none.
pub struct DrillSealer {
    path: PathBuf,
    workspace: WorkspaceId,
    address: Address,
    drill: DrillId,
    last: u32,
    random: Random,
}

impl DrillSealer {
    /// Begins to record a drill, or goes on with one that waits.
    ///
    /// # Errors
    /// [`Error::SidecarMissing`] or [`Error::SidecarDamaged`] without the workspace's address, which a
    /// program that knew none did not write; [`Error::FileMissing`] without the workspace.
    pub fn new(path: &Path, drill: DrillId, random: Random) -> Result<Self, Error> {
        if !path.is_file() {
            return Err(Error::FileMissing);
        }
        all_are_files(path)?;
        let sidecar = Sidecar::load(&Sidecar::path(path))?;
        let address = sidecar.drill_address().ok_or(Error::NoDrillAddress)?;
        let waiting = waiting_drills(path)?;
        let known = waiting.into_iter().find(|waiting| waiting.drill == drill);
        Ok(Self {
            path: path.to_owned(),
            workspace: sidecar.workspace,
            address,
            drill,
            last: known.map_or(0, |waiting| waiting.last),
            random,
        })
    }

    /// Returns which drill is recorded.
    #[must_use]
    pub fn drill(&self) -> DrillId {
        self.drill
    }

    /// Returns beside which workspace.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds an entry; when this returns, the file system has it.
    ///
    /// # Errors
    /// [`Error::AlreadyOpen`] while a program has the workspace open, in which a drill is recorded like
    /// any other; [`Error::ReadOnly`] or [`Error::DiskFull`] when it cannot be written.
    pub fn add(&mut self, text: &str) -> Result<(), Error> {
        // Who opens the workspace takes the file in and removes it; not while a line is written.
        let Lock::Held(_lock) = open::lock(&self.path)? else {
            return Err(Error::ReadOnly);
        };
        let place = self.last + 1;
        let envelope = envelope::close(
            self.workspace,
            &self.address,
            (PURPOSE, belongs_to(self.drill, place).as_bytes()),
            &envelope::padded(text, STEP),
            &mut self.random,
        );
        append(&self.path, &line(self.drill, place, &envelope))?;
        self.last = place;
        Ok(())
    }
}

fn belongs_to(drill: DrillId, place: u32) -> String {
    format!("{drill} {place}")
}

fn line(drill: DrillId, place: u32, envelope: &[u8]) -> String {
    format!("{} {}\n", belongs_to(drill, place), hex::encode(envelope))
}

fn file_beside(workspace: &Path) -> PathBuf {
    with_suffix(workspace, DRILLS)
}

/// Appends a line and waits until the file system has it.
fn append(workspace: &Path, line: &str) -> Result<(), Error> {
    let path = file_beside(workspace);
    let is_new = !path.exists();
    let cut = fs::read(&path).is_ok_and(|bytes| !bytes.is_empty() && !bytes.ends_with(b"\n"));
    let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
    // A line that a power cut left unfinished must not swallow this one.
    let text = if cut {
        format!("\n{line}")
    } else {
        line.to_owned()
    };
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    if is_new {
        sync_folder(&path)?;
    }
    Ok(())
}

/// Returns the drills of which entries wait beside a workspace, in the order of their first entries. What
/// they say can't be read while the workspace is locked.
///
/// # Errors
/// Fails when the file cannot be read.
pub fn waiting_drills(workspace: &Path) -> Result<Vec<WaitingDrill>, Error> {
    all_are_files(workspace)?;
    let mut waiting: Vec<WaitingDrill> = Vec::new();
    for (drill, place, _) in lines(workspace)?
        .into_iter()
        .filter_map(|line| parts(&line))
    {
        match waiting.iter_mut().find(|known| known.drill == drill) {
            Some(known) => known.last = known.last.max(place),
            None => waiting.push(WaitingDrill { drill, last: place }),
        }
    }
    Ok(waiting)
}

fn lines(workspace: &Path) -> Result<Vec<String>, Error> {
    let bytes = match fs::read(file_beside(workspace)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        other => other?,
    };
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.lines().map(str::to_owned).collect())
}

fn parts(line: &str) -> Option<(DrillId, u32, Vec<u8>)> {
    let mut parts = line.split(' ');
    let drill = parts.next()?.parse().ok()?;
    let place = parts
        .next()?
        .parse()
        .ok()
        .filter(|place| (1..=MOST_ENTRIES).contains(place))?;
    let envelope = hex::decode(parts.next()?)?;
    parts.next().is_none().then_some((drill, place, envelope))
}

/// Keeps the private half of the workspace's key.
pub(crate) fn keep_key(sql: Sql<'_>, key: &EnvelopeKey) -> Result<(), Error> {
    sql.run(
        "INSERT INTO drill_key (single, private) VALUES (1, ?1)",
        [key.to_bytes().as_slice()],
    )?;
    Ok(())
}

fn kept_key(sql: Sql<'_>) -> Result<Option<EnvelopeKey>, Error> {
    let bytes = sql.first("SELECT private FROM drill_key", [], |columns| {
        Ok(Zeroizing::new(columns.get::<Vec<u8>>("private")?))
    })?;
    Ok(bytes.and_then(|bytes| EnvelopeKey::from_bytes(&bytes)))
}

impl Store {
    /// Puts the address into the sidecar where it is missing or another one, as in a workspace that an
    /// older program made or whose sidecar was put back.
    pub(crate) fn publish_drill_address(&mut self) -> Result<(), Error> {
        if self.is_read_only() {
            return Ok(());
        }
        let kept = self.read(|read| kept_key(read.sql))?;
        let key = match kept {
            Some(key) => key,
            None => {
                let key = EnvelopeKey::random(self.random());
                self.unrecorded(|sql| keep_key(sql, &key))?;
                key
            }
        };
        if self.sidecar().drill_address() == Some(key.address()) {
            return Ok(());
        }
        self.change_sidecar(|sidecar| sidecar.set_drill_address(&key.address()))
    }

    /// Opens what was recorded of drills while the workspace was locked. It stays beside the workspace
    /// until [`Self::remove_sealed_drills`].
    ///
    /// # Errors
    /// Fails when the file cannot be read; an entry that does not open is in the result.
    pub fn sealed_drills(&self) -> Result<SealedDrills, Error> {
        let mut found = SealedDrills::default();
        let lines = lines(self.path())?;
        let key = self.read(|read| kept_key(read.sql))?;
        for (number, line) in (1..).zip(lines.iter()) {
            if line.is_empty() {
                continue;
            }
            match key.as_ref().and_then(|key| self.opened(key, line)) {
                Some((drill, place, text)) => found.entries.push(SealedEntry {
                    line: number,
                    drill,
                    place,
                    text,
                }),
                None => found.damaged.push(number),
            }
        }
        Ok(found)
    }

    /// Returns the file with what did not open: the one that was put aside, or the one that still waits.
    pub(crate) fn damaged_drills(&self) -> Option<PathBuf> {
        let aside = with_suffix(self.path(), DRILLS_DAMAGED);
        let waits = || self.sealed_drills().map(|found| !found.damaged.is_empty());
        if aside.exists() {
            return Some(aside);
        }
        waits().unwrap_or(true).then(|| file_beside(self.path()))
    }

    fn opened(&self, key: &EnvelopeKey, line: &str) -> Option<(DrillId, u32, Zeroizing<String>)> {
        let (drill, place, envelope) = parts(line)?;
        let belongs_to = belongs_to(drill, place);
        let workspace = self.sidecar().workspace;
        let content = key.open(workspace, PURPOSE, belongs_to.as_bytes(), &envelope)?;
        Some((drill, place, envelope::unpadded(&content)?))
    }

    /// Removes what was recorded of drills while the workspace was locked, once it is taken in. Where
    /// some of it did not open, the file is kept under the name `NAME.assay-drills.damaged`.
    ///
    /// # Errors
    /// Fails when the file cannot be removed.
    pub fn remove_sealed_drills(&self, keep_damaged: bool) -> Result<(), Error> {
        let path = file_beside(self.path());
        if keep_damaged {
            fs::rename(&path, with_suffix(self.path(), DRILLS_DAMAGED))?;
        } else {
            fs::remove_file(&path)?;
        }
        sync_folder(&path)
    }
}
