//! Plans of recurring checks. A plan is changed and never deleted, so that what was missed stays.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key, word};
use assay_domain::id::PlanId;
use assay_domain::programme::Plan;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    4,
    "CREATE TABLE check_plan (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        kind TEXT NOT NULL CHECK (kind IN ('system_audit', 'data_flow_check', 'access_review',
            'restore_drill', 'stop_test', 'fallback_drill', 'supply_cut_off')),
        name TEXT NOT NULL,
        terms TEXT NOT NULL CHECK (json_valid(terms)),
        exceptions TEXT NOT NULL CHECK (json_valid(exceptions)),
        pauses TEXT NOT NULL CHECK (json_valid(pauses)),
        begun_by BLOB NOT NULL REFERENCES person (id),
        begun_at INTEGER NOT NULL,
        revision INTEGER NOT NULL CHECK (revision > 0)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER check_plan_is_not_deleted BEFORE DELETE ON check_plan
    BEGIN SELECT RAISE(ABORT, 'final: check_plan'); END;",
)];

/// Reads plans.
#[derive(Clone, Copy)]
pub struct Plans<'a>(pub(crate) Sql<'a>);

impl Plans<'_> {
    /// Reads every plan, in the order in which they were made.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<Plan>, Error> {
        self.0
            .list("SELECT * FROM check_plan ORDER BY begun_at, id", [], plan)
    }

    /// Reads one plan.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: PlanId) -> Result<Plan, Error> {
        self.0
            .first(
                "SELECT * FROM check_plan WHERE id = ?1",
                [key(id.uuid())],
                plan,
            )?
            .ok_or(Error::NotFound { noun: "plan" })
    }
}

/// Writes plans.
#[derive(Clone, Copy)]
pub struct PlansMut<'a>(pub(crate) Sql<'a>);

impl PlansMut<'_> {
    /// Adds a plan and returns it with its first revision.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn add(&self, plan: &Plan) -> Result<u32, Error> {
        self.0.run(
            "INSERT INTO check_plan (id, kind, name, terms, exceptions, pauses, begun_by, begun_at,
                revision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)",
            params![
                key(plan.id.uuid()),
                word(&plan.kind)?,
                plan.name,
                json(&plan.terms)?,
                json(&plan.exceptions)?,
                json(&plan.pauses)?,
                key(plan.begun.by.uuid()),
                plan.begun.at.micros(),
            ],
        )?;
        Ok(1)
    }

    /// Replaces what a plan says and returns its new revision.
    ///
    /// # Errors
    /// [`Error::Stale`] when it was changed since `plan.revision`, [`Error::NotFound`] when there is
    /// none.
    pub fn save(&self, plan: &Plan) -> Result<u32, Error> {
        let changed = self.0.run(
            "UPDATE check_plan SET name = ?2, terms = ?3, exceptions = ?4, pauses = ?5,
                revision = revision + 1
             WHERE id = ?1 AND revision = ?6",
            (
                key(plan.id.uuid()),
                &plan.name,
                json(&plan.terms)?,
                json(&plan.exceptions)?,
                json(&plan.pauses)?,
                plan.revision,
            ),
        )?;
        let current = || {
            self.0.first(
                "SELECT revision FROM check_plan WHERE id = ?1",
                [key(plan.id.uuid())],
                |columns| columns.get("revision"),
            )
        };
        self.0.checked(changed, current, "plan")?;
        Ok(plan.revision + 1)
    }
}

fn plan(columns: &Columns<'_>) -> Result<Plan, Error> {
    Ok(Plan {
        id: columns.id("id", PlanId::new)?,
        kind: columns.word("kind")?,
        name: columns.get("name")?,
        terms: columns.json("terms")?,
        exceptions: columns.json("exceptions")?,
        pauses: columns.json("pauses")?,
        begun: columns.act("begun")?,
        revision: columns.get("revision")?,
    })
}
