//! Thinning: decision records past their period lose their texts for good, one short step at a time.

use crate::contract::{Nothing, ThinPhase, ThinPreview, ThinState, ThinSystem};
use crate::error::Error;
use crate::privacy::KEEPERS;
use crate::session::Session;
use crate::stats::{month_of, months};
use crate::whole::midnight;
use assay_domain::history::{Subject, hex};
use assay_domain::id::{DecisionId, SystemId};
use assay_domain::stats::log::LabelCounts;
use assay_domain::time::{Date, Month, Timestamp};
use assay_store::table::decision::{LogPlace, Thinning};
use chrono::Months;
use serde_json::json;
use sha2::{Digest, Sha256};

/// Records that one step looks for at the most.
const FOUND: u32 = 20_000;
/// Records that one step thins at the most, and rows of an old import that it removes.
const THINNED: usize = 1_000;

/// A thinning that goes on.
pub(crate) struct ThinJob {
    state: ThinState,
    limit: Timestamp,
    months: u32,
    /// Systems that are still to be looked through.
    ahead: Vec<Looking>,
    /// Systems with records past the period.
    found: Vec<Found>,
    digest: Sha256,
}

/// A system that is looked through.
struct Looking {
    system: SystemId,
    after: Option<LogPlace>,
    due: Vec<DecisionId>,
    /// Months whose labels are still to be counted, once there is a record past the period.
    months: Option<Vec<Month>>,
    counts: LabelCounts,
}

/// A system with the records that are still to be thinned.
struct Found {
    system: SystemId,
    due: Vec<DecisionId>,
    thinning: Thinning,
}

/// Answers with what thinning would do now.
pub(crate) fn decision_thin_preview(
    session: &mut Session,
    _: Nothing,
) -> Result<ThinPreview, Error> {
    session.writer(KEEPERS)?;
    let Some((_, before, limit)) = period(session)? else {
        return Ok(ThinPreview {
            before: None,
            systems: Vec::new(),
        });
    };
    let mut systems = Vec::new();
    for (system, system_name) in named(session)? {
        let records = session
            .opened()?
            .store
            .read(|read| Ok::<_, Error>(read.decisions().due_count(system, limit)?))?;
        if records == 0 {
            continue;
        }
        let mut counts = LabelCounts::default();
        for month in months_of(session, system)? {
            counts.add(&month_of(session, system, month)?);
        }
        let (labels, others) = counts.stay();
        systems.push(ThinSystem {
            system,
            system_name,
            records,
            labels,
            others,
        });
    }
    Ok(ThinPreview {
        before: Some(before),
        systems,
    })
}

/// Begins a thinning, or goes on with it for a moment, and says where it stands.
pub(crate) fn decision_thin(session: &mut Session, _: Nothing) -> Result<ThinState, Error> {
    session.writer(KEEPERS)?;
    let mut job = match session.thinning.take() {
        Some(job) => job,
        None => ThinJob::start(session)?,
    };
    // A step that fails ends the run; what it thinned before stands, and another run does the rest.
    job.step(session)?;
    let state = job.state.clone();
    if state.phase != ThinPhase::Done {
        session.thinning = Some(job);
    }
    Ok(state)
}

/// Returns the period in months, the day and the moment before which records are past it.
fn period(session: &Session) -> Result<Option<(u32, Date, Timestamp)>, Error> {
    let (months, zone) = session.opened()?.store.read(|read| {
        let zone = read.workspace().get()?.settings.time_zone;
        Ok::<_, Error>((read.workspace().retention()?, zone))
    })?;
    let today = session.today()?;
    Ok(months.and_then(|months| {
        let before = today.checked_sub_months(Months::new(months))?;
        Some((months, before, midnight(before, &zone)))
    }))
}

fn named(session: &Session) -> Result<Vec<(SystemId, String)>, Error> {
    session.opened()?.store.read(|read| {
        let systems = read.systems().list()?.into_iter();
        Ok(systems
            .map(|system| (system.id, system.facts.name))
            .collect())
    })
}

/// Returns the months of a system's log, last first.
fn months_of(session: &Session, system: SystemId) -> Result<Vec<Month>, Error> {
    let span = session
        .opened()?
        .store
        .read(|read| Ok::<_, Error>(read.decisions().span(system)?))?;
    let Some((first, last)) = span else {
        return Ok(Vec::new());
    };
    let mut months: Vec<Month> = months(first, Month::of(last).next().start()).collect();
    months.reverse();
    Ok(months)
}

impl ThinJob {
    fn start(session: &Session) -> Result<Self, Error> {
        if session.import.as_ref().is_some_and(|job| job.is_running()) {
            return Err(Error::new("import-running"));
        }
        let Some((months, before, limit)) = period(session)? else {
            return Err(Error::new("retention-none"));
        };
        let looking = |(system, _)| Looking {
            system,
            after: None,
            due: Vec::new(),
            months: None,
            counts: LabelCounts::default(),
        };
        Ok(Self {
            state: ThinState {
                phase: ThinPhase::Looking,
                before,
                records: 0,
                thinned: 0,
            },
            limit,
            months,
            ahead: named(session)?.into_iter().map(looking).collect(),
            found: Vec::new(),
            digest: Sha256::new(),
        })
    }

    fn step(&mut self, session: &mut Session) -> Result<(), Error> {
        if clear(session)? {
            return Ok(());
        }
        if let Some(looking) = self.ahead.pop() {
            return self.look(session, looking);
        }
        if self.state.phase == ThinPhase::Looking {
            self.state.phase = ThinPhase::Thinning;
            return self.enter(session);
        }
        match self.found.pop() {
            Some(found) => self.thin(session, found),
            None => {
                session.writer(KEEPERS)?.open.store.sweep_reviewers()?;
                self.state.phase = ThinPhase::Done;
                Ok(())
            }
        }
    }

    /// Looks for records of a system, and then counts its labels, a month at a time.
    fn look(&mut self, session: &mut Session, mut looking: Looking) -> Result<(), Error> {
        let system = looking.system;
        if let Some(months) = &mut looking.months {
            match months.pop() {
                Some(month) => looking.counts.add(&month_of(session, system, month)?),
                None => {
                    self.take(looking, session.environment.now());
                    return Ok(());
                }
            }
            self.ahead.push(looking);
            return Ok(());
        }
        let places = session.opened()?.store.read(|read| {
            let decisions = read.decisions();
            Ok::<_, Error>(decisions.due(system, self.limit, looking.after, FOUND)?)
        })?;
        let more = places.len() == FOUND as usize;
        looking.after = places.last().copied().or(looking.after);
        self.state.records += places.len() as u64;
        looking.due.extend(places.into_iter().map(|place| place.id));
        if !more && looking.due.is_empty() {
            return Ok(());
        }
        if !more {
            looking.months = Some(months_of(session, system)?);
        }
        self.ahead.push(looking);
        Ok(())
    }

    /// Takes the records that were found, in the order in which the file holds them.
    fn take(&mut self, looking: Looking, at: Timestamp) {
        let mut due = looking.due;
        due.sort_unstable();
        for id in &due {
            self.digest.update(id.uuid().as_bytes());
        }
        due.reverse();
        self.found.push(Found {
            system: looking.system,
            due,
            thinning: Thinning::new(at, looking.counts),
        });
    }

    /// Writes the one history entry of the run, before anything is erased.
    fn enter(&mut self, session: &mut Session) -> Result<(), Error> {
        if self.state.records == 0 {
            return Ok(());
        }
        let count = |found: &Found| json!({ "system": found.system, "records": found.due.len() });
        let payload = json!({
            "before": self.state.before,
            "months": self.months,
            "records": self.state.records,
            "systems": self.found.iter().map(count).collect::<Vec<_>>(),
            "ids": hex(&self.digest.clone().finalize()),
        });
        let mut writer = session.writer(KEEPERS)?;
        let id = writer
            .open
            .store
            .read(|read| Ok::<_, Error>(read.workspace().get()?.id))?;
        let subject = Subject::new("workspace", id);
        writer.mutate("decision.thin", subject, &payload, |_| Ok(()))
    }

    fn thin(&mut self, session: &mut Session, mut found: Found) -> Result<(), Error> {
        // What was looked at last may hold texts of these records.
        session.looked_at = None;
        let left = found.due.len().saturating_sub(THINNED);
        let mut ids = found.due.split_off(left);
        ids.reverse();
        let store = &mut session.writer(KEEPERS)?.open.store;
        store.thin(&mut found.thinning, &ids)?;
        self.state.thinned += ids.len() as u64;
        if !found.due.is_empty() {
            self.found.push(found);
        }
        Ok(())
    }
}

/// Removes rows that an import left behind, which no list sees; tells whether there were any.
fn clear(session: &mut Session) -> Result<bool, Error> {
    let store = &mut session.writer(KEEPERS)?.open.store;
    let Some(id) = store.read(|read| Ok::<_, Error>(read.imports().to_clear()?))? else {
        return Ok(false);
    };
    let most = u32::try_from(THINNED).unwrap_or(u32::MAX);
    store.clear_import(id, most)?;
    Ok(true)
}
