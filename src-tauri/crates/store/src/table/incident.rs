//! Incidents and near misses of AI systems, in versions. Nothing of them is ever edited or deleted.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key, maybe_word, word};
use crate::table::evidence::{Attachments, Kind};
use assay_domain::id::{IncidentId, SystemId};
use assay_domain::incident::{Incident, IncidentFacts, IncidentState, IncidentVersion};
use assay_domain::person::Act;
use assay_domain::time::Timestamp;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[
    (
        1,
        "CREATE TABLE incident (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        kind TEXT NOT NULL CHECK (kind IN ('event', 'near_miss')),
        occurred_at INTEGER NOT NULL,
        effect TEXT NOT NULL,
        response TEXT NOT NULL,
        reported_at INTEGER,
        reported_to TEXT NOT NULL,
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX incident_system ON incident (system, occurred_at);
    CREATE TRIGGER incident_is_not_deleted BEFORE DELETE ON incident
    BEGIN SELECT RAISE(ABORT, 'final: incident'); END;",
    ),
    (
        4,
        "CREATE TABLE incident_before AS SELECT * FROM incident;
    DROP TABLE incident;
    CREATE TABLE incident (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX incident_system ON incident (system);
    CREATE TABLE incident_version (
        incident BLOB NOT NULL REFERENCES incident (id),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        state TEXT NOT NULL CHECK (state IN ('open', 'handled', 'closed')),
        reason TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('event', 'near_miss')),
        severity TEXT
            CHECK (severity IN ('general', 'considerable', 'major', 'extremely_serious')),
        title TEXT NOT NULL CHECK (title <> ''),
        decision_point TEXT NOT NULL,
        occurred_at INTEGER NOT NULL,
        noticed_at INTEGER NOT NULL CHECK (noticed_at >= occurred_at),
        decided_at INTEGER,
        manual_at INTEGER,
        restored_at INTEGER,
        effect TEXT NOT NULL,
        people INTEGER CHECK (people >= 0),
        cases INTEGER CHECK (cases >= 0),
        harm INTEGER CHECK (harm BETWEEN 0 AND 4),
        response TEXT NOT NULL,
        cause TEXT NOT NULL,
        lessons TEXT NOT NULL,
        evidence TEXT NOT NULL CHECK (json_valid(evidence)),
        changed_by BLOB NOT NULL REFERENCES person (id),
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (incident, revision)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO incident SELECT id, system, 1, recorded_by, recorded_at FROM incident_before;
    INSERT INTO incident_version SELECT id, 1, 'open', '', kind, NULL,
        coalesce(nullif(trim(substr(effect, 1, 80)), ''), '-'), '', occurred_at, occurred_at,
        NULL, NULL, NULL, effect, NULL, NULL, NULL, response, '', '', '[]',
        recorded_by, recorded_at FROM incident_before;
    CREATE TRIGGER incident_is_not_deleted BEFORE DELETE ON incident
    BEGIN SELECT RAISE(ABORT, 'final: incident'); END;
    CREATE TRIGGER incident_only_gains_versions BEFORE UPDATE ON incident
    WHEN NEW.id <> OLD.id OR NEW.system <> OLD.system OR NEW.revision <> OLD.revision + 1
        OR NEW.recorded_by <> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at
    BEGIN SELECT RAISE(ABORT, 'final: incident'); END;
    CREATE TRIGGER incident_version_is_final BEFORE UPDATE ON incident_version
    BEGIN SELECT RAISE(ABORT, 'final: incident'); END;
    CREATE TRIGGER incident_version_is_kept BEFORE DELETE ON incident_version
    BEGIN SELECT RAISE(ABORT, 'final: incident'); END;",
    ),
];

/// Every incident with its newest version, the system's id once.
const NEWEST: &str = "SELECT * FROM incident i JOIN incident_version v
    ON v.incident = i.id AND v.revision = i.revision";

/// Reads incidents.
#[derive(Clone, Copy)]
pub struct Incidents<'a>(pub(crate) Sql<'a>);

impl Incidents<'_> {
    /// Reads every incident, the latest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<Incident>, Error> {
        self.0.list(
            &format!("{NEWEST} ORDER BY v.occurred_at DESC, i.id DESC"),
            [],
            incident,
        )
    }

    /// Reads the incidents of a system, the latest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of_system(&self, system: SystemId) -> Result<Vec<Incident>, Error> {
        self.0.list(
            &format!("{NEWEST} WHERE i.system = ?1 ORDER BY v.occurred_at DESC, i.id DESC"),
            [key(system.uuid())],
            incident,
        )
    }

    /// Reads one incident.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: IncidentId) -> Result<Incident, Error> {
        self.0
            .first(
                &format!("{NEWEST} WHERE i.id = ?1"),
                [key(id.uuid())],
                incident,
            )?
            .ok_or(Error::NotFound { noun: "incident" })
    }

    /// Reads the versions of an incident, the first one first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn versions(&self, id: IncidentId) -> Result<Vec<IncidentVersion>, Error> {
        self.0.list(
            "SELECT v.*, i.system FROM incident_version v JOIN incident i ON i.id = v.incident
             WHERE i.id = ?1 ORDER BY v.revision",
            [key(id.uuid())],
            |columns| {
                Ok(IncidentVersion {
                    revision: columns.get("revision")?,
                    facts: facts(columns)?,
                    state: columns.word("state")?,
                    reason: columns.get("reason")?,
                    changed: columns.act("changed")?,
                })
            },
        )
    }
}

/// Writes incidents.
#[derive(Clone, Copy)]
pub struct IncidentsMut<'a>(pub(crate) Sql<'a>);

impl IncidentsMut<'_> {
    /// Adds an incident at revision 1, open.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the system, the person or evidence does not exist.
    pub fn add(
        &self,
        id: IncidentId,
        facts: &IncidentFacts,
        recorded: &Act,
    ) -> Result<Incident, Error> {
        self.0.run(
            "INSERT INTO incident (id, system, revision, recorded_by, recorded_at)
             VALUES (?1, ?2, 1, ?3, ?4)",
            params![
                key(id.uuid()),
                key(facts.system.uuid()),
                key(recorded.by.uuid()),
                recorded.at.micros(),
            ],
        )?;
        let version = IncidentVersion {
            revision: 1,
            facts: facts.clone(),
            state: IncidentState::Open,
            reason: String::new(),
            changed: recorded.clone(),
        };
        self.write(id, &version)?;
        Incidents(self.0).get(id)
    }

    /// Adds a version, whose revision is the one after `version.revision`, and returns the incident.
    ///
    /// The system of an incident stays what it was.
    ///
    /// # Errors
    /// [`Error::Stale`] when `version.revision` is not the stored one, [`Error::NotFound`] without it.
    pub fn change(&self, id: IncidentId, version: &IncidentVersion) -> Result<Incident, Error> {
        let changed = self.0.run(
            "UPDATE incident SET revision = revision + 1 WHERE id = ?1 AND revision = ?2",
            (key(id.uuid()), version.revision),
        )?;
        let current = || {
            self.0.first(
                "SELECT revision FROM incident WHERE id = ?1",
                [key(id.uuid())],
                |columns| columns.get("revision"),
            )
        };
        self.0.checked(changed, current, "incident")?;
        let next = IncidentVersion {
            revision: version.revision + 1,
            ..version.clone()
        };
        self.write(id, &next)?;
        Incidents(self.0).get(id)
    }

    fn write(&self, id: IncidentId, version: &IncidentVersion) -> Result<(), Error> {
        let facts = &version.facts;
        let number = |number: Option<u64>| number.map(i64::try_from).transpose();
        self.0.run(
            "INSERT INTO incident_version (incident, revision, state, reason, kind, severity, title,
                decision_point, occurred_at, noticed_at, decided_at, manual_at, restored_at, effect,
                people, cases, harm, response, cause, lessons, evidence, changed_by, changed_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
                ?18, ?19, ?20, ?21, ?22, ?23)",
            params![
                key(id.uuid()),
                version.revision,
                word(&version.state)?,
                version.reason,
                word(&facts.kind)?,
                maybe_word(facts.severity.as_ref())?,
                facts.title,
                facts.decision_point,
                facts.occurred_at.micros(),
                facts.noticed_at.micros(),
                facts.decided_at.map(Timestamp::micros),
                facts.manual_at.map(Timestamp::micros),
                facts.restored_at.map(Timestamp::micros),
                facts.effect,
                number(facts.people).map_err(Error::content)?,
                number(facts.cases).map_err(Error::content)?,
                facts.harm,
                facts.response,
                facts.cause,
                facts.lessons,
                json(&facts.evidence)?,
                key(version.changed.by.uuid()),
                version.changed.at.micros(),
            ],
        )?;
        // Every version keeps its list; what the newest one names can't be removed.
        Attachments(self.0, Kind::Incident).set(key(id.uuid()), "", &facts.evidence)
    }
}

fn incident(columns: &Columns<'_>) -> Result<Incident, Error> {
    Ok(Incident {
        id: columns.id("id", IncidentId::new)?,
        facts: facts(columns)?,
        state: columns.word("state")?,
        revision: columns.get("revision")?,
        recorded: columns.act("recorded")?,
        changed: columns.act("changed")?,
    })
}

fn facts(columns: &Columns<'_>) -> Result<IncidentFacts, Error> {
    let time = |name| -> Result<Option<Timestamp>, Error> {
        let micros: Option<i64> = columns.get(name)?;
        Ok(micros.map(Timestamp::from_micros))
    };
    let number = |name| {
        let number: Option<i64> = columns.get(name)?;
        number
            .map(u64::try_from)
            .transpose()
            .map_err(Error::content)
    };
    Ok(IncidentFacts {
        system: columns.id("system", SystemId::new)?,
        kind: columns.word("kind")?,
        severity: columns.maybe_word("severity")?,
        title: columns.get("title")?,
        decision_point: columns.get("decision_point")?,
        occurred_at: columns.time("occurred_at")?,
        noticed_at: columns.time("noticed_at")?,
        decided_at: time("decided_at")?,
        manual_at: time("manual_at")?,
        restored_at: time("restored_at")?,
        effect: columns.get("effect")?,
        people: number("people")?,
        cases: number("cases")?,
        harm: columns.get("harm")?,
        response: columns.get("response")?,
        cause: columns.get("cause")?,
        lessons: columns.get("lessons")?,
        evidence: columns.json("evidence")?,
    })
}
