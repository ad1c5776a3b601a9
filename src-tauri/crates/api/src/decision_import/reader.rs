//! Reading a file away from the workspace: a thread maps rows and hands them over in pieces.

use crate::error::{Error, file};
use crate::outside::open_file;
use crate::reason;
use crate::session::{Session, day};
use assay_domain::decision::{Content, Decision, DecisionFacts, RecordKey, record_key, whole};
use assay_domain::id::SystemId;
use assay_domain::volume::VolumeFacts;
use assay_exchange::decision::{LocalTime, Mapper, Mapping, Problem, Setting, Taken, VolumeSums};
use assay_exchange::stream::{self, StreamRow};
use assay_store::{NameSealer, Pseudonyms, SealedName};
use chrono::{NaiveDateTime, TimeZone};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use zeroize::Zeroizing;

/// Records of a piece: few enough that writing them keeps nobody waiting.
const PIECE: usize = 2_000;
/// Pieces that may lie ready.
const AHEAD: usize = 4;
/// Problems that are kept; the others are only counted.
pub(super) const PROBLEMS: usize = 100_000;

/// A record with what tells it from others and what vouches for it.
pub(super) struct Recorded {
    pub(super) key: RecordKey,
    pub(super) digest: [u8; 32],
    pub(super) facts: DecisionFacts,
}

/// What was read since the last piece.
#[derive(Default)]
pub(super) struct Piece {
    pub(super) records: Vec<Recorded>,
    /// Names of reviewers in their envelopes, each once in a file.
    pub(super) names: Vec<SealedName>,
    pub(super) problems: Vec<Problem>,
    pub(super) problem_count: u64,
    pub(super) rows: u64,
    pub(super) left_out: u64,
    pub(super) repeated: u64,
    pub(super) bytes: u64,
    /// The end of the file, or why it can't be read.
    pub(super) end: Option<Result<End, Error>>,
}

/// What is known at the end of a file.
pub(super) struct End {
    /// SHA-256 of the file.
    pub(super) sha256: [u8; 32],
    /// Volumes of the file, summed.
    pub(super) volumes: Vec<VolumeFacts>,
    /// Columns of which nothing is taken.
    pub(super) unused: Vec<String>,
}

/// What rows are read against, from the workspace.
pub(super) fn setting(
    session: &Session,
    system: SystemId,
    mapping: &Mapping,
) -> Result<Setting, Error> {
    let now = session.environment.now();
    let framework = &session.framework;
    session.opened()?.store.read(|read| {
        let found = read.systems().get(system)?.facts;
        let zone = read.workspace().get()?.settings.time_zone;
        let asked = mapping.reading.time_zone.trim();
        let local = local_time(if asked.is_empty() { &zone } else { asked })?;
        Ok(Setting {
            system,
            names: [found.name, found.reference]
                .into_iter()
                .filter(|name| !name.is_empty())
                .collect(),
            reasons: reason::of_system(read, framework, system)?,
            now,
            today: day(now, &zone),
            local,
        })
    })
}

/// Of an hour that the clock shows twice the first is meant; one that it skips does not exist.
fn local_time(zone: &str) -> Result<LocalTime, Error> {
    let zone: chrono_tz::Tz = zone.parse().map_err(|_| {
        Error::new("mapping-setting")
            .with("setting", "timeZone")
            .with("value", zone)
    })?;
    Ok(Box::new(move |local: NaiveDateTime| {
        let zoned = zone.from_local_datetime(&local).earliest()?;
        Some(zoned.fixed_offset().into())
    }))
}

/// Begins to read a file on a thread of its own. It ends by itself when nobody takes its pieces.
pub(super) fn start(
    path: String,
    mapping: Mapping,
    setting: Setting,
    reviewers: Reviewers,
) -> Result<(Receiver<Piece>, Sender<Vec<Decision>>), Error> {
    let (sender, receiver) = sync_channel(AHEAD);
    let (spend, spent) = channel();
    std::thread::Builder::new()
        .name("import".to_owned())
        .spawn(move || {
            let mut reading = Reading {
                sender,
                spent,
                reviewers,
                piece: Piece::default(),
                seen: HashSet::new(),
                volumes: VolumeSums::default(),
                kept: 0,
            };
            let end = reading.read(&path, &mapping, setting);
            reading.piece.end = Some(end);
            // Nobody may be there any more to hear of the end.
            let _ = reading.sender.send(reading.piece);
        })
        .map_err(|error| Error::new("io-failed").with("detail", error))?;
    Ok((receiver, spend))
}

/// Turns names of reviewers into pseudonyms; those of the log are left as they are.
pub(super) struct Reviewers {
    pub(super) pseudonyms: Pseudonyms,
    pub(super) known: HashSet<String>,
    /// Closes names away as soon as they are read, where names are kept.
    pub(super) sealer: Option<NameSealer>,
    /// Pseudonyms whose names are closed away.
    pub(super) sealed: HashSet<String>,
}

impl Reviewers {
    /// Returns the pseudonym of a reviewer, and hands on a name that was closed away.
    fn pseudonym(&mut self, reviewer: &str, names: &mut Vec<SealedName>) -> String {
        if reviewer.is_empty() || self.known.contains(reviewer) {
            return reviewer.to_owned();
        }
        let pseudonym = self.pseudonyms.of(reviewer);
        if let Some(sealer) = &mut self.sealer
            && self.sealed.insert(pseudonym.clone())
        {
            names.push(sealer.seal(&pseudonym, reviewer));
        }
        pseudonym
    }
}

struct Reading {
    sender: SyncSender<Piece>,
    /// Records that were written; letting go of their texts is work that the writer need not do.
    spent: Receiver<Vec<Decision>>,
    reviewers: Reviewers,
    piece: Piece,
    /// Keys of records with a case number, so that one that stands twice counts once.
    seen: HashSet<RecordKey>,
    volumes: VolumeSums,
    kept: usize,
}

impl Reading {
    fn read(&mut self, path: &str, mapping: &Mapping, setting: Setting) -> Result<End, Error> {
        let sha256 = digest(path)?;
        let opened = open_file(path)?;
        let mut setting = Some(setting);
        let mut mapper: Option<Result<Mapper, Error>> = None;
        let layout = stream::read(opened, &mapping.source, &mut |layout, row| {
            let mapper = mapper.get_or_insert_with(|| {
                let setting = setting.take().ok_or_else(|| Error::new("unexpected"))?;
                Ok(Mapper::new(mapping, &layout.columns, setting)?)
            });
            match mapper {
                Ok(mapper) => self.take(mapper, &row, mapping.content),
                Err(_) => ControlFlow::Break(()),
            }
        })?;
        let unused = match (mapper, setting) {
            (Some(mapper), _) => mapper?.unused(),
            (None, Some(setting)) => Mapper::new(mapping, &layout.columns, setting)?.unused(),
            (None, None) => Vec::new(),
        };
        Ok(End {
            sha256,
            unused,
            volumes: std::mem::take(&mut self.volumes).into_volumes(),
        })
    }

    fn take(&mut self, mapper: &Mapper, row: &StreamRow<'_>, content: Content) -> ControlFlow<()> {
        let mut problems = Vec::new();
        let left_out = match content {
            Content::Decisions => match mapper.decision(row, &mut problems) {
                Taken::Row(facts) => {
                    self.keep(facts);
                    false
                }
                taken => taken == Taken::LeftOut,
            },
            Content::Volumes => match mapper.volumes(row, &mut problems) {
                Taken::Row(volumes) => {
                    self.volumes.add(volumes);
                    false
                }
                taken => taken == Taken::LeftOut,
            },
        };
        let piece = &mut self.piece;
        piece.rows += 1;
        piece.bytes = row.bytes;
        piece.left_out += u64::from(left_out);
        piece.problem_count += problems.len() as u64;
        let room = PROBLEMS.saturating_sub(self.kept);
        self.kept += problems.len().min(room);
        piece.problems.extend(problems.into_iter().take(room));
        if piece.rows < PIECE as u64 {
            return ControlFlow::Continue(());
        }
        self.spent.try_iter().for_each(drop);
        match self.sender.send(std::mem::take(piece)) {
            Ok(()) => ControlFlow::Continue(()),
            // The import was cancelled.
            Err(_) => ControlFlow::Break(()),
        }
    }

    fn keep(&mut self, mut facts: DecisionFacts) {
        let name = Zeroizing::new(std::mem::take(&mut facts.reviewer));
        facts.reviewer = self.reviewers.pseudonym(&name, &mut self.piece.names);
        let key = record_key(&facts);
        if !facts.case_key.is_empty() && !self.seen.insert(key) {
            self.piece.repeated += 1;
            return;
        }
        let mut hash = Sha256::new();
        whole(&facts, |bytes| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        });
        self.piece.records.push(Recorded {
            key,
            digest: hash.finalize().into(),
            facts,
        });
    }
}

fn digest(path: &str) -> Result<[u8; 32], Error> {
    let failed = |error| file(path, error);
    let mut opened = open_file(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        match opened.read(&mut buffer).map_err(failed)? {
            0 => return Ok(hash.finalize().into()),
            length => hash.update(&buffer[..length]),
        }
    }
}
