//! Drills that are recorded while the workspace is locked, and how they are taken in afterwards.

use crate::contract::{
    ClockReading, DrillFacts, DrillStep, LockedDrill, LockedDrillBegin, LockedDrillGet,
    LockedDrillResume, LockedDrillStep, LockedDrills, Nothing, TakenIn, WaitingDrill,
};
use crate::drill::{checked, count_as_check, freeze, moment, trimmed};
use crate::error::Error;
use crate::session::{Open, Session};
use assay_domain::drill::{
    DrillEvent, FallbackDrill, check, check_resumed, course, running, take_in, within_bounds,
};
use assay_domain::framework::Framework;
use assay_domain::history::{EntryBody, Subject};
use assay_domain::id::{DrillId, SystemId};
use assay_domain::person::{Act, Role};
use assay_store::{DrillSealer, SealedDrills, SealedEntry, Tx, waiting_drills};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// One entry of the file beside the workspace, as text within its envelope.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "entry", deny_unknown_fields)]
enum Entry {
    /// The first one.
    Begin { facts: DrillFacts },
    Step {
        step: DrillStep,
        reading: ClockReading,
    },
}

/// A drill that this run of the program records without a passphrase.
pub(crate) struct Recording {
    sealer: DrillSealer,
    named: String,
    resumed: bool,
    entries: u32,
    /// What this run recorded; what an earlier one did can't be read here.
    events: Vec<DrillEvent>,
}

impl Recording {
    fn add(&mut self, entry: &Entry) -> Result<(), Error> {
        self.sealer.add(&serde_json::to_string(entry)?)?;
        self.entries += 1;
        Ok(())
    }

    fn view(&self, now: &ClockReading) -> LockedDrill {
        LockedDrill {
            drill: self.sealer.drill(),
            path: self.sealer.path().to_string_lossy().into_owned(),
            named: self.named.clone(),
            resumed: self.resumed,
            course: course(&self.events),
            now: moment(running(&self.events, now), now),
            entries: self.entries,
        }
    }
}

/// Begins to record a drill beside a workspace that is locked.
pub(crate) fn locked_drill_begin(
    session: &mut Session,
    request: LockedDrillBegin,
) -> Result<LockedDrills, Error> {
    let facts = checked(DrillFacts {
        named: request.named,
        scenario: request.scenario,
        announced: request.announced,
        observers: request.observers,
        ..DrillFacts::of(None)
    })?;
    if facts.named.is_empty() {
        return Err(Error::new("drill-named-empty"));
    }
    let drill = DrillId::new(session.new_id());
    let random = session.environment.random();
    let mut recording = Recording {
        sealer: DrillSealer::new(Path::new(&request.path), drill, random)?,
        named: facts.named.clone(),
        resumed: false,
        entries: 0,
        events: Vec::new(),
    };
    recording.add(&Entry::Begin { facts })?;
    session.recording = Some(recording);
    locked(session, &request.path)
}

/// Goes on with a drill that an earlier run of the program recorded.
pub(crate) fn locked_drill_resume(
    session: &mut Session,
    request: LockedDrillResume,
) -> Result<LockedDrills, Error> {
    let path = Path::new(&request.path);
    let current = session.recording.as_ref().map(|current| &current.sealer);
    if current.is_some_and(|sealer| sealer.drill() == request.drill && sealer.path() == path) {
        return locked(session, &request.path);
    }
    let waiting = waiting_drills(path)?;
    let known = waiting.iter().find(|known| known.drill == request.drill);
    let entries = known.map(|known| known.last);
    let random = session.environment.random();
    session.recording = Some(Recording {
        sealer: DrillSealer::new(path, request.drill, random)?,
        named: String::new(),
        resumed: true,
        entries: entries.ok_or_else(|| Error::new("drill-not-waiting"))?,
        events: Vec::new(),
    });
    locked(session, &request.path)
}

/// Answers with what was recorded beside a workspace that is locked.
pub(crate) fn locked_drill_get(
    session: &mut Session,
    request: LockedDrillGet,
) -> Result<LockedDrills, Error> {
    locked(session, &request.path)
}

fn locked(session: &Session, path: &str) -> Result<LockedDrills, Error> {
    let now = session.reading();
    let here = |recording: &&Recording| recording.sealer.path() == Path::new(path);
    let current = session.recording.as_ref().filter(here);
    let waiting = waiting_drills(Path::new(path))?;
    Ok(LockedDrills {
        current: current.map(|recording| recording.view(&now)),
        waiting: waiting
            .into_iter()
            .map(|waiting| WaitingDrill {
                drill: waiting.drill,
                entries: waiting.last,
            })
            .collect(),
    })
}

/// Records a step at this moment; when this answers, the file system has it.
pub(crate) fn locked_drill_step(
    session: &mut Session,
    request: LockedDrillStep,
) -> Result<LockedDrills, Error> {
    let reading = session.reading();
    let recording = session
        .recording
        .as_mut()
        .ok_or_else(|| Error::new("drill-not-waiting"))?;
    let step = trimmed(request.step);
    if recording.resumed {
        check_resumed(&recording.events, &step, &reading)?;
    } else {
        check(&recording.events, &step, &reading)?;
    }
    recording.add(&Entry::Step {
        step: step.clone(),
        reading: reading.clone(),
    })?;
    let event = DrillEvent {
        aside: false,
        ..take_in(&recording.events, step, reading)
    };
    recording.events.push(event);
    let path = recording.sealer.path().to_string_lossy().into_owned();
    locked(session, &path)
}

/// Stops recording here; what was recorded waits beside the workspace.
pub(crate) fn locked_drill_leave(session: &mut Session, _: Nothing) -> Result<Nothing, Error> {
    session.recording = None;
    Ok(Nothing {})
}

/// Takes in what was recorded beside a workspace, or says that it still waits there: it must not keep a
/// workspace shut whose disk, say, is full.
pub(crate) fn taken_in(open: &mut Open, framework: &Framework, act: Act) -> Option<TakenIn> {
    take_in_all(open, framework, act).unwrap_or_else(|_| {
        Some(TakenIn {
            drills: Vec::new(),
            entries: 0,
            damaged: Vec::new(),
            missing: 0,
            waiting: true,
        })
    })
}

/// Takes in what was recorded beside the workspace while it was locked; nothing when nothing was.
///
/// Whoever unlocks takes it in, but not an inspector, who changes nothing. An entry that was taken in
/// before, by a program that was killed before it removed the file, is not taken in twice.
fn take_in_all(open: &mut Open, framework: &Framework, act: Act) -> Result<Option<TakenIn>, Error> {
    let only_reads = open
        .person
        .roles
        .iter()
        .all(|role| *role == Role::Inspector);
    if only_reads || open.store.is_read_only() {
        return Ok(None);
    }
    let SealedDrills { entries, damaged } = open.store.sealed_drills()?;
    if entries.is_empty() && damaged.is_empty() {
        return Ok(None);
    }
    let keep = !damaged.is_empty();
    let drills = Sorted::of(entries, damaged);
    let mut taken = TakenIn {
        drills: drills.by_drill.keys().copied().collect(),
        entries: 0,
        damaged: drills.damaged.clone(),
        missing: drills.missing,
        waiting: false,
    };
    let entry = EntryBody {
        act: act.clone(),
        action: "drill.take_in".to_owned(),
        subject: match taken.drills.first() {
            Some(drill) => Subject::new("drill", *drill),
            None => Subject::new("drill", ""),
        },
        payload: serde_json::to_value(&taken)?,
    };
    taken.entries = open.store.mutate(entry, |tx| {
        let mut added = 0;
        for (drill, entries) in &drills.by_drill {
            added += take_in_one(tx, framework, (*drill, &act), entries)?;
        }
        tx.note("entries", added);
        Ok::<_, Error>(added)
    })?;
    open.store.remove_sealed_drills(keep)?;
    Ok(Some(taken))
}

/// What opened and can be read, by drill and place.
struct Sorted {
    by_drill: BTreeMap<DrillId, BTreeMap<u32, Entry>>,
    damaged: Vec<u32>,
    missing: u32,
}

impl Sorted {
    fn of(entries: Vec<SealedEntry>, mut damaged: Vec<u32>) -> Self {
        let mut by_drill: BTreeMap<DrillId, BTreeMap<u32, Entry>> = BTreeMap::new();
        for sealed in entries {
            match serde_json::from_str(&sealed.text) {
                Ok(entry) if is_sound(&entry) => {
                    let drill = by_drill.entry(sealed.drill).or_default();
                    drill.entry(sealed.place).or_insert(entry);
                }
                _ => damaged.push(sealed.line),
            }
        }
        damaged.sort_unstable();
        let missing = |entries: &BTreeMap<u32, Entry>| {
            let last = entries.keys().next_back().copied().unwrap_or_default();
            last.saturating_sub(u32::try_from(entries.len()).unwrap_or(u32::MAX))
        };
        Self {
            missing: by_drill.values().map(missing).sum(),
            by_drill,
            damaged,
        }
    }
}

/// Whether an entry keeps the bounds that the program keeps. Whoever can write beside the workspace can
/// write one that does not, and it must keep nobody out.
fn is_sound(entry: &Entry) -> bool {
    match entry {
        Entry::Begin { facts } => checked(facts.clone()).is_ok(),
        Entry::Step { step, reading } => within_bounds(step, reading).is_ok(),
    }
}

fn take_in_one(
    tx: &Tx<'_>,
    framework: &Framework,
    (id, act): (DrillId, &Act),
    entries: &BTreeMap<u32, Entry>,
) -> Result<u32, Error> {
    let known = tx.drills().find(id)?;
    let mut events = match &known {
        Some(drill) => drill.events.clone(),
        None => {
            begin(tx, framework, (id, act), entries)?;
            Vec::new()
        }
    };
    let taken = tx.drills().taken_in(id)?;
    let mut added = 0;
    for (place, entry) in entries {
        let Entry::Step { step, reading } = entry else {
            continue;
        };
        if !taken.contains(place) {
            let event = take_in(&events, step.clone(), reading.clone());
            tx.drills_mut().add_event(id, &event, Some(*place))?;
            events.push(event);
            added += 1;
        }
    }
    count_as_check(tx, id, act)?;
    Ok(added)
}

fn begin(
    tx: &Tx<'_>,
    framework: &Framework,
    (id, act): (DrillId, &Act),
    entries: &BTreeMap<u32, Entry>,
) -> Result<(), Error> {
    let said = entries.values().find_map(|entry| match entry {
        Entry::Begin { facts } => Some(facts.clone()),
        Entry::Step { .. } => None,
    });
    let mut facts = checked(said.unwrap_or_else(|| DrillFacts::of(None)))?;
    facts.system = meant(tx, &facts.named)?;
    if facts.system.is_some() {
        freeze(tx, framework, &mut facts)?;
    }
    Ok(tx.drills_mut().add(&FallbackDrill {
        id,
        facts,
        events: Vec::new(),
        revision: 1,
        recorded: act.clone(),
    })?)
}

/// Finds the one AI system that has the name or the number that was typed.
fn meant(tx: &Tx<'_>, named: &str) -> Result<Option<SystemId>, Error> {
    let same = |text: &str| !text.is_empty() && text.trim().to_lowercase() == named.to_lowercase();
    let systems = tx.systems().list()?;
    let mut found = systems
        .iter()
        .filter(|system| same(&system.facts.name) || same(&system.facts.reference))
        .map(|system| system.id);
    let first = found.next();
    Ok(first.filter(|_| found.next().is_none()))
}
