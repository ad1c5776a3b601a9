//! Actions: treatments and corrective actions.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key, maybe_word, word};
use crate::table::evidence::{Attachments, Kind};
use assay_domain::action::{Action, ActionFacts};
use assay_domain::id::{ActionId, AssessmentId, FindingId, SystemId};
use assay_domain::time::Timestamp;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE action (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        title TEXT NOT NULL CHECK (title <> ''),
        system BLOB NOT NULL REFERENCES system (id),
        assessment BLOB REFERENCES assessment (id),
        target TEXT NOT NULL CHECK (json_valid(target)),
        owner TEXT NOT NULL,
        due TEXT,
        state TEXT NOT NULL
            CHECK (state IN ('open', 'in_progress', 'done', 'closed', 'dropped')),
        note TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        added_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX action_system ON action (system, state, due);
    CREATE INDEX action_assessment ON action (assessment) WHERE assessment IS NOT NULL;",
)];

/// Reads actions.
#[derive(Clone, Copy)]
pub struct Actions<'a>(pub(crate) Sql<'a>);

impl Actions<'_> {
    /// Reads every action, the earliest due first and those without a date last.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<Action>, Error> {
        let actions = self.0.list(
            "SELECT * FROM action ORDER BY due IS NULL, due, added_at, id",
            [],
            action,
        )?;
        self.with_proof(actions)
    }

    /// Reads the actions of one system, the earliest due first and those without a date last.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of_system(&self, system: SystemId) -> Result<Vec<Action>, Error> {
        let actions = self.0.list(
            "SELECT * FROM action WHERE system = ?1 ORDER BY due IS NULL, due, added_at, id",
            [key(system.uuid())],
            action,
        )?;
        self.with_proof(actions)
    }

    /// Reads the actions that answer to a finding, the earliest due first and those without a date
    /// last.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of_finding(&self, finding: FindingId) -> Result<Vec<Action>, Error> {
        let mut actions = self.0.list(
            "SELECT * FROM action WHERE json_extract(target, '$.kind') = 'finding'
                AND json_extract(target, '$.id') = ?1
             ORDER BY due IS NULL, due, added_at, id",
            [finding.to_string()],
            action,
        )?;
        for action in &mut actions {
            let id = key(action.id.uuid());
            action.facts.proof = Attachments(self.0, Kind::Action).of(id, "")?;
        }
        Ok(actions)
    }

    /// Reads one action.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: ActionId) -> Result<Action, Error> {
        let mut action = self
            .0
            .first(
                "SELECT * FROM action WHERE id = ?1",
                [key(id.uuid())],
                action,
            )?
            .ok_or(Error::NotFound { noun: "action" })?;
        action.facts.proof = Attachments(self.0, Kind::Action).of(key(id.uuid()), "")?;
        Ok(action)
    }

    fn with_proof(&self, mut actions: Vec<Action>) -> Result<Vec<Action>, Error> {
        let mut pieces = Attachments(self.0, Kind::Action).by_owner()?;
        for action in &mut actions {
            action.facts.proof = pieces.remove(&key(action.id.uuid())).unwrap_or_default();
        }
        Ok(actions)
    }
}

/// Writes actions.
#[derive(Clone, Copy)]
pub struct ActionsMut<'a>(pub(crate) Sql<'a>);

impl ActionsMut<'_> {
    /// Adds an action at revision 1.
    ///
    /// # Errors
    /// [`Error::Constraint`] when it has no title, or names a system, assessment or evidence that
    /// does not exist.
    pub fn add(&self, id: ActionId, facts: &ActionFacts, at: Timestamp) -> Result<Action, Error> {
        self.0.run(
            "INSERT INTO action (id, title, system, assessment, target, owner, due, state, note,
                revision, added_at, changed_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?10, ?10)",
            params![
                key(id.uuid()),
                facts.title,
                key(facts.system.uuid()),
                facts.assessment.map(|id| key(id.uuid())),
                json(&facts.target)?,
                facts.owner,
                maybe_word(facts.due.as_ref())?,
                word(&facts.state)?,
                facts.note,
                at.micros(),
            ],
        )?;
        Attachments(self.0, Kind::Action).set(key(id.uuid()), "", &facts.proof)?;
        Actions(self.0).get(id)
    }

    /// Replaces the facts of an action and returns it with its new revision.
    ///
    /// # Errors
    /// [`Error::Stale`] when `expected_revision` is not the stored one, [`Error::NotFound`] without it.
    pub fn save(
        &self,
        id: ActionId,
        facts: &ActionFacts,
        expected_revision: u32,
        at: Timestamp,
    ) -> Result<Action, Error> {
        let changed = self.0.run(
            "UPDATE action SET title = ?2, system = ?3, assessment = ?4, target = ?5, owner = ?6,
                due = ?7, state = ?8, note = ?9, revision = revision + 1, changed_at = ?10
             WHERE id = ?1 AND revision = ?11",
            params![
                key(id.uuid()),
                facts.title,
                key(facts.system.uuid()),
                facts.assessment.map(|id| key(id.uuid())),
                json(&facts.target)?,
                facts.owner,
                maybe_word(facts.due.as_ref())?,
                word(&facts.state)?,
                facts.note,
                at.micros(),
                expected_revision,
            ],
        )?;
        let current = || {
            self.0.first(
                "SELECT revision FROM action WHERE id = ?1",
                [key(id.uuid())],
                |columns| columns.get("revision"),
            )
        };
        self.0.checked(changed, current, "action")?;
        Attachments(self.0, Kind::Action).set(key(id.uuid()), "", &facts.proof)?;
        Actions(self.0).get(id)
    }
}

fn action(columns: &Columns<'_>) -> Result<Action, Error> {
    Ok(Action {
        id: columns.id("id", ActionId::new)?,
        facts: ActionFacts {
            title: columns.get("title")?,
            system: columns.id("system", SystemId::new)?,
            assessment: columns.maybe_id("assessment", AssessmentId::new)?,
            target: columns.json("target")?,
            owner: columns.get("owner")?,
            due: columns.maybe_date("due")?,
            state: columns.word("state")?,
            note: columns.get("note")?,
            proof: Vec::new(),
        },
        revision: columns.get("revision")?,
        added_at: columns.time("added_at")?,
        changed_at: columns.time("changed_at")?,
    })
}
