//! Drills and what was recorded of them, step by step. Steps are only ever added.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key, maybe_word};
use crate::table::evidence::{Attachments, Kind};
use assay_domain::drill::{ClockReading, DrillEvent, DrillFacts, FallbackDrill, PlanVersion};
use assay_domain::evidence::Evidence;
use assay_domain::id::{DrillId, EvidenceId, FallbackPlanId, PersonId, SystemId};
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const MIGRATIONS: &[Migration] = &[(
    4,
    "CREATE TABLE drill (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB REFERENCES system (id),
        named TEXT NOT NULL,
        decision_point TEXT NOT NULL,
        plan BLOB,
        plan_version INTEGER,
        planned_for TEXT,
        scenario TEXT NOT NULL,
        announced INTEGER NOT NULL CHECK (announced IN (0, 1)),
        observers TEXT NOT NULL,
        limit_minutes INTEGER CHECK (limit_minutes > 0),
        revision INTEGER NOT NULL CHECK (revision > 0),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL,
        FOREIGN KEY (plan, plan_version) REFERENCES fallback_plan (id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX drill_system ON drill (system);
    CREATE TRIGGER drill_is_not_deleted BEFORE DELETE ON drill
    BEGIN SELECT RAISE(ABORT, 'final: drill'); END;
    CREATE TABLE drill_event (
        drill BLOB NOT NULL REFERENCES drill (id),
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        step TEXT NOT NULL CHECK (json_valid(step)),
        at INTEGER NOT NULL,
        steady_ms INTEGER NOT NULL CHECK (steady_ms >= 0),
        base TEXT NOT NULL,
        by BLOB REFERENCES person (id),
        aside INTEGER NOT NULL CHECK (aside IN (0, 1)),
        sealed INTEGER CHECK (sealed > 0),
        PRIMARY KEY (drill, sequence)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX drill_event_sealed ON drill_event (drill, sealed)
    WHERE sealed IS NOT NULL;
    CREATE TRIGGER drill_event_is_not_updated BEFORE UPDATE ON drill_event
    BEGIN SELECT RAISE(ABORT, 'final: drill_event'); END;
    CREATE TRIGGER drill_event_is_not_deleted BEFORE DELETE ON drill_event
    BEGIN SELECT RAISE(ABORT, 'final: drill_event'); END;",
)];

/// Reads drills.
#[derive(Clone, Copy)]
pub struct Drills<'a>(pub(crate) Sql<'a>);

impl Drills<'_> {
    /// Reads the drills of a system, or of all, the latest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self, system: Option<SystemId>) -> Result<Vec<FallbackDrill>, Error> {
        let system = system.map(|id| key(id.uuid()));
        let mut drills = self.0.list(
            "SELECT * FROM drill WHERE ?1 IS NULL OR system = ?1 ORDER BY recorded_at DESC, id DESC",
            [system],
            drill,
        )?;
        let mut events: BTreeMap<DrillId, Vec<DrillEvent>> = BTreeMap::new();
        self.0.each(
            "SELECT e.* FROM drill_event e JOIN drill d ON d.id = e.drill
             WHERE ?1 IS NULL OR d.system = ?1 ORDER BY e.drill, e.sequence",
            [system],
            |columns| {
                let drill = columns.id("drill", DrillId::new)?;
                events.entry(drill).or_default().push(event(columns)?);
                Ok(())
            },
        )?;
        for drill in &mut drills {
            drill.events = events.remove(&drill.id).unwrap_or_default();
        }
        Ok(drills)
    }

    /// Reads one drill.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: DrillId) -> Result<FallbackDrill, Error> {
        self.find(id)?.ok_or(Error::NotFound { noun: "drill" })
    }

    /// Reads one drill, if there is one.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn find(&self, id: DrillId) -> Result<Option<FallbackDrill>, Error> {
        let found = self
            .0
            .first("SELECT * FROM drill WHERE id = ?1", [key(id.uuid())], drill)?;
        let Some(mut drill) = found else {
            return Ok(None);
        };
        drill.events = self.0.list(
            "SELECT * FROM drill_event WHERE drill = ?1 ORDER BY sequence",
            [key(id.uuid())],
            event,
        )?;
        Ok(Some(drill))
    }

    /// Reads the pieces of evidence that are attached to a drill.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn evidence(&self, id: DrillId) -> Result<Vec<Evidence>, Error> {
        Attachments(self.0, Kind::Drill).pieces(key(id.uuid()))
    }

    /// Reads which entries of a drill's sealed file were taken in already.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn taken_in(&self, id: DrillId) -> Result<BTreeSet<u32>, Error> {
        let taken = self.0.list(
            "SELECT sealed FROM drill_event WHERE drill = ?1 AND sealed IS NOT NULL",
            [key(id.uuid())],
            |columns| columns.get("sealed"),
        )?;
        Ok(taken.into_iter().collect())
    }
}

/// Writes drills.
#[derive(Clone, Copy)]
pub struct DrillsMut<'a>(pub(crate) Sql<'a>);

impl DrillsMut<'_> {
    /// Adds a drill at revision 1, with the steps that it has.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the system or the version of the plan does not exist.
    pub fn add(&self, drill: &FallbackDrill) -> Result<(), Error> {
        let facts = &drill.facts;
        self.0.run(
            "INSERT INTO drill (id, system, named, decision_point, plan, plan_version, planned_for,
                scenario, announced, observers, limit_minutes, revision, recorded_by, recorded_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 1, ?12, ?13)",
            params![
                key(drill.id.uuid()),
                facts.system.map(|id| key(id.uuid())),
                facts.named,
                facts.decision_point,
                facts.plan.map(|plan| key(plan.plan.uuid())),
                facts.plan.map(|plan| plan.version),
                maybe_word(facts.planned_for.as_ref())?,
                facts.scenario,
                facts.announced,
                facts.observers,
                facts.limit_minutes,
                key(drill.recorded.by.uuid()),
                drill.recorded.at.micros(),
            ],
        )?;
        for event in &drill.events {
            self.add_event(drill.id, event, None)?;
        }
        Ok(())
    }

    /// Replaces the facts of a drill.
    ///
    /// # Errors
    /// [`Error::Stale`] when the revision of `drill` is not the stored one, [`Error::NotFound`] without it.
    pub fn save(&self, drill: &FallbackDrill) -> Result<(), Error> {
        let facts = &drill.facts;
        let changed = self.0.run(
            "UPDATE drill SET system = ?2, named = ?3, decision_point = ?4, plan = ?5,
                plan_version = ?6, planned_for = ?7, scenario = ?8, announced = ?9, observers = ?10,
                limit_minutes = ?11, revision = revision + 1
             WHERE id = ?1 AND revision = ?12",
            params![
                key(drill.id.uuid()),
                facts.system.map(|id| key(id.uuid())),
                facts.named,
                facts.decision_point,
                facts.plan.map(|plan| key(plan.plan.uuid())),
                facts.plan.map(|plan| plan.version),
                maybe_word(facts.planned_for.as_ref())?,
                facts.scenario,
                facts.announced,
                facts.observers,
                facts.limit_minutes,
                drill.revision,
            ],
        )?;
        let current = || {
            self.0.first(
                "SELECT revision FROM drill WHERE id = ?1",
                [key(drill.id.uuid())],
                |columns| columns.get("revision"),
            )
        };
        self.0.checked(changed, current, "drill")
    }

    /// Replaces the pieces of evidence that are attached to a drill.
    ///
    /// # Errors
    /// [`Error::Constraint`] when a piece does not exist.
    pub fn attach(&self, id: DrillId, pieces: &[EvidenceId]) -> Result<(), Error> {
        Attachments(self.0, Kind::Drill).set(key(id.uuid()), "", pieces)
    }

    /// Adds a step; `sealed` is its place in the file in which it was recorded without a passphrase.
    ///
    /// # Errors
    /// [`Error::Taken`] when the place in the drill is taken.
    pub fn add_event(
        &self,
        drill: DrillId,
        event: &DrillEvent,
        sealed: Option<u32>,
    ) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO drill_event (drill, sequence, step, at, steady_ms, base, by, aside, sealed)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                key(drill.uuid()),
                event.sequence,
                json(&event.step)?,
                event.reading.at.micros(),
                i64::try_from(event.reading.steady_ms).map_err(Error::content)?,
                event.reading.base,
                event.by.map(|id| key(id.uuid())),
                event.aside,
                sealed,
            ],
        )?;
        Ok(())
    }
}

fn drill(columns: &Columns<'_>) -> Result<FallbackDrill, Error> {
    let plan = columns.maybe_id("plan", FallbackPlanId::new)?;
    let version: Option<u32> = columns.get("plan_version")?;
    Ok(FallbackDrill {
        id: columns.id("id", DrillId::new)?,
        facts: DrillFacts {
            system: columns.maybe_id("system", SystemId::new)?,
            named: columns.get("named")?,
            decision_point: columns.get("decision_point")?,
            plan: plan
                .zip(version)
                .map(|(plan, version)| PlanVersion { plan, version }),
            planned_for: columns.maybe_date("planned_for")?,
            scenario: columns.get("scenario")?,
            announced: columns.get("announced")?,
            observers: columns.get("observers")?,
            limit_minutes: columns.get("limit_minutes")?,
        },
        events: Vec::new(),
        revision: columns.get("revision")?,
        recorded: columns.act("recorded")?,
    })
}

fn event(columns: &Columns<'_>) -> Result<DrillEvent, Error> {
    let steady_ms: i64 = columns.get("steady_ms")?;
    Ok(DrillEvent {
        sequence: columns.get("sequence")?,
        step: columns.json("step")?,
        reading: ClockReading {
            at: columns.time("at")?,
            steady_ms: u64::try_from(steady_ms).map_err(Error::content)?,
            base: columns.get("base")?,
        },
        by: columns.maybe_id("by", PersonId::new)?,
        aside: columns.get("aside")?,
    })
}
