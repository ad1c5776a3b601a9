//! An import while it goes on, one short step at a time, so that every other command has its turn.

use super::ids::Ids;
use super::known::Known;
use super::reader::{self, End, PROBLEMS, Piece, Recorded, Reviewers};
use super::rows_digest::RowsDigest;
use super::{file_name, wire};
use crate::contract::{DecisionImportPlan, DecisionImportStart, DecisionImportState, ImportPhase};
use crate::decision::RECORDERS;
use crate::error::Error;
use crate::outside::size_of;
use crate::session::{Session, Writer};
use assay_domain::decision::{
    Content, Decision, DecisionFacts, Disposition, DispositionCount, Import,
};
use assay_domain::history::{Subject, hex};
use assay_domain::id::{ImportId, VolumeId};
use assay_domain::person::Act;
use assay_domain::volume::{Volume, VolumeFacts};
use assay_exchange::decision::Problem;
use assay_store::{NameSealer, Random, SealedName, StagedImport, Store, Tx};
use std::collections::{BTreeMap, HashSet};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// How long a step waits for a piece.
const PATIENCE: Duration = Duration::from_millis(5);
/// Rows that one step removes at the most.
const CLEARED: u32 = 2_000;
/// Problems that the window is told.
const SHOWN: usize = 200;

/// An import, or the removal of one.
pub(crate) struct ImportJob {
    state: DecisionImportState,
    problems: Vec<Problem>,
    /// What the phase becomes once everything that must go is gone.
    after: ImportPhase,
    /// An import whose rows are to be removed.
    clearing: Option<ImportId>,
    work: Option<Work>,
}

/// What a running import works with.
struct Work {
    pieces: Receiver<Piece>,
    spent: Sender<Vec<Decision>>,
    trial: bool,
    import: Import,
    staged: Option<StagedImport>,
    /// Names in their envelopes, and the address for which they were closed away.
    names: Vec<SealedName>,
    address: Option<[u8; 32]>,
    counts: BTreeMap<Disposition, u64>,
    known: Known,
    ids: Ids,
    rows: RowsDigest,
    /// What is known at the end, once all rows are staged.
    end: Option<End>,
}

/// Where things stand when nothing was begun.
pub(super) fn nothing() -> DecisionImportState {
    DecisionImportState {
        phase: ImportPhase::None,
        file: String::new(),
        system: None,
        content: Content::Decisions,
        bytes: 0,
        size: 0,
        rows: 0,
        fresh: 0,
        known: 0,
        repeated: 0,
        left_out: 0,
        unused: Vec::new(),
        dispositions: Vec::new(),
        earliest: None,
        latest: None,
        problem_count: 0,
        problems: Vec::new(),
        import: None,
    }
}

/// What is known of an import before a row of it is read.
fn about(import: &Import) -> DecisionImportState {
    DecisionImportState {
        file: import.file.clone(),
        system: Some(import.system),
        content: import.content,
        ..nothing()
    }
}

/// The reviewers of the log, and what closes away the names of those that a file adds.
fn reviewers(store: &Store, known: Vec<String>, random: Random) -> Result<Reviewers, Error> {
    Ok(Reviewers {
        pseudonyms: store.pseudonyms(),
        known: known.into_iter().collect(),
        sealed: HashSet::new(),
        sealer: store.name_sealer(random)?,
    })
}

fn import(id: ImportId, plan: &DecisionImportPlan, act: &Act) -> Import {
    Import {
        id,
        system: plan.system,
        content: plan.mapping.content,
        file: file_name(&plan.path),
        mapping: plan.mapping.name.clone(),
        count: 0,
        imported: act.clone(),
        undone: None,
    }
}

impl ImportJob {
    /// Begins to read; the first step removes what an earlier import may have left.
    pub(super) fn start(
        session: &mut Session,
        request: DecisionImportStart,
    ) -> Result<Self, Error> {
        let DecisionImportStart { plan, trial } = request;
        let size = size_of(&plan.path)?;
        let setting = reader::setting(session, plan.system, &plan.mapping)?;
        let mut random = session.environment.random();
        let name_random = session.environment.random();
        let id = ImportId::new(session.new_id());
        let writer = session.writer(RECORDERS)?;
        let store = &writer.open.store;
        let (span, known, clearing) = store.read(|read| {
            let known = read.decisions().pseudonyms()?;
            let span = read.decisions().span(plan.system)?;
            Ok::<_, Error>((span, known, read.imports().to_clear()?))
        })?;
        let reviewers = reviewers(store, known, name_random)?;
        let import = import(id, &plan, &writer.act);
        let address = reviewers.sealer.as_ref().map(NameSealer::address);
        let (pieces, spent) = reader::start(plan.path, plan.mapping, setting, reviewers)?;
        let work = Work {
            pieces,
            spent,
            trial,
            staged: None,
            names: Vec::new(),
            address,
            counts: BTreeMap::new(),
            known: Known::within(span),
            rows: RowsDigest::salted(&mut random),
            ids: Ids::at(import.imported.at, random),
            import,
            end: None,
        };
        Ok(Self {
            state: DecisionImportState {
                phase: ImportPhase::Running,
                size,
                ..about(&work.import)
            },
            problems: Vec::new(),
            after: ImportPhase::Running,
            clearing,
            work: Some(work),
        })
    }

    /// Makes the job that removes the rows of an import that was taken back.
    pub(super) fn undoing(import: Import) -> Self {
        Self {
            state: DecisionImportState {
                phase: ImportPhase::Clearing,
                fresh: import.count,
                import: Some(import.id),
                ..about(&import)
            },
            problems: Vec::new(),
            after: ImportPhase::Undone,
            clearing: Some(import.id),
            work: None,
        }
    }

    pub(crate) fn is_running(&self) -> bool {
        matches!(
            self.state.phase,
            ImportPhase::Running | ImportPhase::Clearing
        )
    }

    pub(super) fn state(&self) -> DecisionImportState {
        self.state.clone()
    }

    pub(super) fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Stops reading; further steps remove what was staged.
    pub(super) fn cancel(&mut self) {
        if self.work.is_some() {
            self.give_up(ImportPhase::Cancelled);
        }
    }

    /// Ends the import without a result.
    fn give_up(&mut self, after: ImportPhase) {
        let work = self.work.take();
        let staged = work.and_then(|work| work.staged).map(|staged| staged.id());
        self.after = after;
        self.clearing = self.clearing.or(staged);
        self.state.import = None;
        self.state.phase = match self.clearing {
            Some(_) => ImportPhase::Clearing,
            None => after,
        };
    }

    /// Goes on for a moment.
    pub(super) fn step(&mut self, session: &mut Session) -> Result<(), Error> {
        if let Some(id) = self.clearing {
            let writer = session.writer(RECORDERS)?;
            if !writer.open.store.clear_import(id, CLEARED)? {
                self.clearing = None;
                self.state.phase = self.after;
                if self.after == ImportPhase::Undone {
                    writer.open.store.sweep_reviewers()?;
                }
            }
            return Ok(());
        }
        let stepped = self.read_on(session);
        if stepped.is_err() {
            self.give_up(ImportPhase::Refused);
        }
        stepped
    }

    /// Takes a piece of the file, or writes the columns of a month once the file is read.
    fn read_on(&mut self, session: &mut Session) -> Result<(), Error> {
        let Some(work) = &mut self.work else {
            return Ok(());
        };
        if work.end.is_some() {
            let mut writer = session.writer(RECORDERS)?;
            return match work.stage_columns(&mut writer)? {
                true => Ok(()),
                false => self.finish(&mut writer),
            };
        }
        match work.pieces.recv_timeout(PATIENCE) {
            Ok(piece) => self.take(session, piece),
            Err(RecvTimeoutError::Timeout) => Ok(()),
            Err(RecvTimeoutError::Disconnected) => Err(Error::new("unexpected")),
        }
    }

    fn take(&mut self, session: &mut Session, mut piece: Piece) -> Result<(), Error> {
        let end = piece.end.take();
        let records = std::mem::take(&mut piece.records);
        let names = std::mem::take(&mut piece.names);
        self.count(piece);
        let mut writer = session.writer(RECORDERS)?;
        let Some(work) = &mut self.work else {
            return Ok(());
        };
        work.names.extend(names);
        let fresh = work.sift(&writer, records, &mut self.state)?;
        // Once something is wrong nothing will be imported, so nothing more is staged.
        if !work.trial && self.state.problem_count == 0 {
            work.stage(&mut writer, fresh)?;
        }
        work.end = end.transpose()?;
        if let Some(end) = &mut work.end {
            self.state.unused = std::mem::take(&mut end.unused);
        }
        Ok(())
    }

    fn count(&mut self, piece: Piece) {
        let state = &mut self.state;
        state.rows += piece.rows;
        state.bytes = state.bytes.max(piece.bytes);
        state.left_out += piece.left_out;
        state.repeated += piece.repeated;
        state.problem_count += piece.problem_count;
        let room = SHOWN.saturating_sub(state.problems.len());
        state
            .problems
            .extend(piece.problems.iter().take(room).map(wire));
        let room = PROBLEMS.saturating_sub(self.problems.len());
        self.problems.extend(piece.problems.into_iter().take(room));
    }

    fn finish(&mut self, writer: &mut Writer<'_>) -> Result<(), Error> {
        self.state.bytes = self.state.size;
        let Some(mut work) = self.work.take() else {
            return Ok(());
        };
        let Some(end) = work.end.take() else {
            return Ok(());
        };
        if !work.trial && self.state.problem_count == 0 {
            let published = match work.import.content {
                Content::Decisions => work.publish(writer, &end, &mut self.state),
                Content::Volumes => work.publish_volumes(writer, end, &mut self.state),
            };
            match published {
                Ok(import) => self.state.import = import,
                Err(error) => {
                    self.work = Some(work);
                    return Err(error);
                }
            }
            self.state.phase = ImportPhase::Imported;
            return Ok(());
        }
        if work.trial && work.import.content == Content::Volumes {
            sift_volumes(writer, end.volumes, &mut self.state)?;
        }
        let after = match self.state.problem_count {
            0 => ImportPhase::Tried,
            _ => ImportPhase::Refused,
        };
        self.work = Some(work);
        self.give_up(after);
        Ok(())
    }
}

impl Work {
    /// Leaves out what the log has already, and counts the rest.
    fn sift(
        &mut self,
        writer: &Writer<'_>,
        records: Vec<Recorded>,
        state: &mut DecisionImportState,
    ) -> Result<Vec<Recorded>, Error> {
        let mut fresh = Vec::with_capacity(records.len());
        for record in records {
            if self.known.holds(writer, &record)? {
                state.known += 1;
                continue;
            }
            let at = record.facts.decided_at.at();
            state.earliest = Some(state.earliest.map_or(at, |earliest| earliest.min(at)));
            state.latest = Some(state.latest.map_or(at, |latest| latest.max(at)));
            *self.counts.entry(record.facts.disposition).or_default() += 1;
            fresh.push(record);
        }
        state.fresh += fresh.len() as u64;
        state.dispositions = Disposition::ALL
            .iter()
            .map(|disposition| DispositionCount {
                disposition: *disposition,
                count: self.counts.get(disposition).copied().unwrap_or_default(),
            })
            .collect();
        Ok(fresh)
    }

    fn stage(&mut self, writer: &mut Writer<'_>, fresh: Vec<Recorded>) -> Result<(), Error> {
        if fresh.is_empty() {
            return Ok(());
        }
        let mut records = Vec::with_capacity(fresh.len());
        for record in fresh {
            self.rows.add(&record.digest);
            records.push(self.decision(record.facts));
        }
        let store = &mut writer.open.store;
        let staged = match &mut self.staged {
            Some(staged) => staged,
            none => none.insert(store.begin_import(&self.import)?),
        };
        store.stage_import(staged, &records)?;
        // Nobody may be there any more to take them back.
        let _ = self.spent.send(records);
        Ok(())
    }

    /// Writes the columns of one month of what is staged; tells whether any are left.
    fn stage_columns(&mut self, writer: &mut Writer<'_>) -> Result<bool, Error> {
        match &mut self.staged {
            Some(staged) => Ok(writer.open.store.stage_import_columns(staged)?),
            None => Ok(false),
        }
    }

    /// Makes a record. Whether a source entered it late is not known, so it does not count as late.
    fn decision(&mut self, facts: DecisionFacts) -> Decision {
        Decision {
            id: self.ids.next(),
            facts,
            supersedes: None,
            entered_late: false,
            thinned_at: None,
            recorded: self.import.imported.clone(),
        }
    }

    /// Publishes what was staged, with its one history entry; nothing where all was known.
    fn publish(
        &mut self,
        writer: &mut Writer<'_>,
        end: &End,
        state: &mut DecisionImportState,
    ) -> Result<Option<ImportId>, Error> {
        let Some(staged) = self.staged.take() else {
            return Ok(None);
        };
        let id = staged.id();
        let payload = self.payload(&end.sha256, state);
        let (rows, salt) = (self.rows.digest(), self.rows.salt());
        let (address, names) = (self.address, &self.names);
        let published = writer.mutate(
            "decision.import",
            Subject::new("import", id),
            &payload,
            |tx| {
                tx.note("rows", rows);
                tx.note_erasable("salt", &salt)?;
                tx.imports_mut().publish(&staged)?;
                if let Some(address) = address {
                    tx.keep_sealed(address, names)?;
                }
                Ok(())
            },
        );
        if published.is_err() {
            self.staged = Some(staged);
        }
        published.map(|()| Some(id))
    }

    fn payload(&self, sha256: &[u8], state: &DecisionImportState) -> serde_json::Value {
        serde_json::json!({
            "system": self.import.system,
            "file": self.import.file,
            "sha256": hex(sha256),
            "mapping": self.import.mapping,
            "count": state.fresh,
            "known": state.known,
            "repeated": state.repeated,
            "leftOut": state.left_out,
        })
    }

    fn publish_volumes(
        &mut self,
        writer: &mut Writer<'_>,
        end: End,
        state: &mut DecisionImportState,
    ) -> Result<Option<ImportId>, Error> {
        let fresh = sift_volumes(writer, end.volumes, state)?;
        if fresh.is_empty() {
            return Ok(None);
        }
        let mut import = self.import.clone();
        import.count = fresh.len() as u64;
        let payload = self.payload(&end.sha256, state);
        let ids = &mut self.ids;
        writer.mutate(
            "volume.import",
            Subject::new("import", import.id),
            &payload,
            |tx| {
                let number = tx.imports_mut().add(&import)?;
                for (facts, supersedes) in fresh {
                    let id = VolumeId::new(ids.next().uuid());
                    add_volume(tx, id, facts, supersedes, (&import.imported, number))?;
                }
                Ok(())
            },
        )?;
        Ok(Some(import.id))
    }
}

fn add_volume(
    tx: &Tx<'_>,
    id: VolumeId,
    facts: VolumeFacts,
    supersedes: Option<VolumeId>,
    (recorded, number): (&Act, i64),
) -> Result<(), Error> {
    let volume = Volume {
        id,
        facts,
        supersedes,
        recorded: recorded.clone(),
    };
    Ok(tx.volumes_mut().import(&volume, number)?)
}

/// Leaves out volumes that are known as they are; one that says something else of the same period
/// replaces it, and one of a period that only overlaps is refused.
fn sift_volumes(
    writer: &Writer<'_>,
    volumes: Vec<VolumeFacts>,
    state: &mut DecisionImportState,
) -> Result<Vec<(VolumeFacts, Option<VolumeId>)>, Error> {
    writer.open.store.read(|read| {
        let mut fresh = Vec::new();
        for facts in volumes {
            match read.volumes().overlapping(&facts, None)? {
                None => fresh.push((facts, None)),
                Some(known) if known.facts == facts => state.known += 1,
                Some(known) if known.facts.period == facts.period => {
                    fresh.push((facts, Some(known.id)));
                }
                Some(known) => {
                    return Err(Error::new("volume-overlap")
                        .with("from", known.facts.period.from)
                        .with("to", known.facts.period.to));
                }
            }
        }
        state.fresh = fresh.len() as u64;
        Ok(fresh)
    })
}
