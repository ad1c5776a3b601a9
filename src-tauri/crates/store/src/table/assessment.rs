//! Assessments, the summary of each one's last result, and the overview that reads them together.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, act_columns, json, key, maybe_word, word};
use crate::table::system::Systems;
use assay_domain::assessment::Assessment;
use assay_domain::id::{AssessmentId, SystemId};
use assay_domain::system::AiSystem;
use assay_domain::time::{Date, Period, Timestamp};
use rusqlite::params;
use serde_json::Value;
use std::collections::BTreeMap;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE assessment (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        period_from TEXT NOT NULL,
        period_to TEXT NOT NULL CHECK (period_to >= period_from),
        phase TEXT NOT NULL,
        depth TEXT NOT NULL,
        profile TEXT,
        context TEXT NOT NULL CHECK (json_valid(context)),
        state TEXT NOT NULL
            CHECK (state IN ('draft', 'in_review', 'approved', 'signed', 'superseded')),
        begun_by BLOB NOT NULL REFERENCES person (id),
        begun_at INTEGER NOT NULL,
        submitted_by BLOB REFERENCES person (id),
        submitted_at INTEGER,
        approved_by BLOB REFERENCES person (id),
        approved_at INTEGER,
        signers TEXT NOT NULL CHECK (json_valid(signers)),
        revision INTEGER NOT NULL CHECK (revision >= 1)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX assessment_system ON assessment (system, begun_at);
    CREATE TRIGGER assessment_steps_back_from_final BEFORE UPDATE ON assessment
    WHEN OLD.state = 'superseded' OR (OLD.state = 'signed' AND NEW.state <> 'superseded')
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER assessment_approved_is_not_reworded BEFORE UPDATE ON assessment
    WHEN OLD.state IN ('approved', 'signed') AND (NEW.id <> OLD.id OR NEW.system <> OLD.system
        OR NEW.period_from <> OLD.period_from OR NEW.period_to <> OLD.period_to
        OR NEW.phase <> OLD.phase OR NEW.depth <> OLD.depth
        OR NEW.profile IS NOT OLD.profile OR NEW.context <> OLD.context
        OR NEW.begun_by <> OLD.begun_by OR NEW.begun_at <> OLD.begun_at)
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER assessment_signed_keeps_its_acts BEFORE UPDATE ON assessment
    WHEN OLD.state = 'signed' AND (NEW.submitted_by IS NOT OLD.submitted_by
        OR NEW.submitted_at IS NOT OLD.submitted_at
        OR NEW.approved_by IS NOT OLD.approved_by OR NEW.approved_at IS NOT OLD.approved_at
        OR NEW.signers <> OLD.signers)
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER assessment_kept BEFORE DELETE ON assessment WHEN OLD.state <> 'draft'
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

    CREATE TABLE assessment_summary (
        assessment BLOB NOT NULL PRIMARY KEY REFERENCES assessment (id) ON DELETE CASCADE,
        body TEXT NOT NULL CHECK (json_valid(body)),
        changed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;",
)];

/// One assessment with the summary of its last result, for lists.
#[derive(Clone, Debug, PartialEq)]
pub struct AssessmentRow {
    /// The assessment.
    pub assessment: Assessment,
    /// The summary as `api` stored it; nothing while no result was computed.
    pub summary: Option<Value>,
    /// When something of the assessment was last changed: its summary's time, or its beginning.
    pub changed_at: Timestamp,
}

/// One AI system in the overview, with its assessments, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewRow {
    /// The system.
    pub system: AiSystem,
    /// Actions that are neither closed nor dropped.
    pub open_actions: u32,
    /// Those of them that were due before the day asked about.
    pub overdue_actions: u32,
    /// Its assessments, newest first.
    pub assessments: Vec<AssessmentRow>,
}

/// Reads assessments.
#[derive(Clone, Copy)]
pub struct Assessments<'a>(pub(crate) Sql<'a>);

impl Assessments<'_> {
    /// Reads every assessment with its summary, newest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<AssessmentRow>, Error> {
        self.0.list(
            "SELECT a.*, s.body AS summary, s.changed_at FROM assessment a
             LEFT JOIN assessment_summary s ON s.assessment = a.id
             ORDER BY a.begun_at DESC, a.id DESC",
            [],
            row,
        )
    }

    /// Reads the assessments of one system with their summaries, newest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of_system(&self, system: SystemId) -> Result<Vec<AssessmentRow>, Error> {
        self.0.list(
            "SELECT a.*, s.body AS summary, s.changed_at FROM assessment a
             LEFT JOIN assessment_summary s ON s.assessment = a.id
             WHERE a.system = ?1 ORDER BY a.begun_at DESC, a.id DESC",
            [key(system.uuid())],
            row,
        )
    }

    /// Reads one assessment.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: AssessmentId) -> Result<Assessment, Error> {
        self.0
            .first(
                "SELECT * FROM assessment WHERE id = ?1",
                [key(id.uuid())],
                assessment,
            )?
            .ok_or(Error::NotFound { noun: "assessment" })
    }

    /// Reads the summary of an assessment's last result, as it was stored.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn summary(&self, id: AssessmentId) -> Result<Option<Value>, Error> {
        self.0.first(
            "SELECT body FROM assessment_summary WHERE assessment = ?1",
            [key(id.uuid())],
            |columns| columns.json("body"),
        )
    }

    /// Reads every system with its assessments, their summaries and its open actions, by name.
    ///
    /// `today` decides what is overdue.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn overview(&self, today: Date) -> Result<Vec<OverviewRow>, Error> {
        let mut assessments: BTreeMap<SystemId, Vec<AssessmentRow>> = BTreeMap::new();
        for row in self.list()? {
            let system = row.assessment.system;
            assessments.entry(system).or_default().push(row);
        }
        let mut actions = self.running_actions(today)?;
        let systems = Systems(self.0).list()?.into_iter();
        Ok(systems
            .map(|system| {
                let (open_actions, overdue_actions) = actions.remove(&system.id).unwrap_or((0, 0));
                OverviewRow {
                    open_actions,
                    overdue_actions,
                    assessments: assessments.remove(&system.id).unwrap_or_default(),
                    system,
                }
            })
            .collect())
    }

    /// Counts the running actions of each system, and those of them that are overdue.
    fn running_actions(&self, today: Date) -> Result<BTreeMap<SystemId, (u32, u32)>, Error> {
        let mut found = BTreeMap::new();
        self.0.each(
            "SELECT system, count(*) AS open, sum(due IS NOT NULL AND due < ?1) AS overdue
             FROM action WHERE state IN ('open', 'in_progress', 'done') GROUP BY system",
            [word(&today)?],
            |columns| {
                let system = columns.id("system", SystemId::new)?;
                found.insert(system, (columns.get("open")?, columns.get("overdue")?));
                Ok(())
            },
        )?;
        Ok(found)
    }
}

/// Writes assessments.
#[derive(Clone, Copy)]
pub struct AssessmentsMut<'a>(pub(crate) Sql<'a>);

impl AssessmentsMut<'_> {
    /// Adds an assessment at revision 1, whatever revision the value bears.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the system or a person does not exist.
    pub fn add(&self, assessment: &Assessment) -> Result<(), Error> {
        let (submitted_by, submitted_at) = act_columns(assessment.submitted.as_ref());
        let (approved_by, approved_at) = act_columns(assessment.approved.as_ref());
        self.0.run(
            "INSERT INTO assessment (id, system, period_from, period_to, phase, depth, profile,
                context, state, begun_by, begun_at, submitted_by, submitted_at, approved_by,
                approved_at, signers, revision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, 1)",
            params![
                key(assessment.id.uuid()),
                key(assessment.system.uuid()),
                word(&assessment.period.from)?,
                word(&assessment.period.to)?,
                word(&assessment.phase)?,
                word(&assessment.depth)?,
                maybe_word(assessment.profile.as_ref())?,
                json(&assessment.context)?,
                word(&assessment.state)?,
                key(assessment.begun.by.uuid()),
                assessment.begun.at.micros(),
                submitted_by,
                submitted_at,
                approved_by,
                approved_at,
                json(&assessment.signers)?,
            ],
        )?;
        Ok(())
    }

    /// Replaces everything but id, system and beginning, and returns the new revision.
    ///
    /// # Errors
    /// [`Error::Stale`] when `expected_revision` is not the stored one, [`Error::NotFound`] without it,
    /// [`Error::Frozen`] when it is signed and the change is more than being superseded.
    pub fn save(&self, assessment: &Assessment, expected_revision: u32) -> Result<u32, Error> {
        let (submitted_by, submitted_at) = act_columns(assessment.submitted.as_ref());
        let (approved_by, approved_at) = act_columns(assessment.approved.as_ref());
        let changed = self.0.run(
            "UPDATE assessment SET period_from = ?2, period_to = ?3, phase = ?4, depth = ?5,
                profile = ?6, context = ?7, state = ?8, submitted_by = ?9, submitted_at = ?10,
                approved_by = ?11, approved_at = ?12, signers = ?13, revision = revision + 1
             WHERE id = ?1 AND revision = ?14",
            params![
                key(assessment.id.uuid()),
                word(&assessment.period.from)?,
                word(&assessment.period.to)?,
                word(&assessment.phase)?,
                word(&assessment.depth)?,
                maybe_word(assessment.profile.as_ref())?,
                json(&assessment.context)?,
                word(&assessment.state)?,
                submitted_by,
                submitted_at,
                approved_by,
                approved_at,
                json(&assessment.signers)?,
                expected_revision,
            ],
        )?;
        let current = || {
            self.0.first(
                "SELECT revision FROM assessment WHERE id = ?1",
                [key(assessment.id.uuid())],
                |columns| columns.get("revision"),
            )
        };
        self.0.checked(changed, current, "assessment")?;
        Ok(expected_revision + 1)
    }

    /// Stores the summary of the last result, so that lists need not compute it, and the time of the
    /// change that led to it.
    ///
    /// # Errors
    /// [`Error::Constraint`] when there is no such assessment.
    pub fn set_summary(
        &self,
        id: AssessmentId,
        summary: &Value,
        at: Timestamp,
    ) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO assessment_summary (assessment, body, changed_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (assessment) DO UPDATE SET body = excluded.body,
                changed_at = excluded.changed_at",
            (key(id.uuid()), json(summary)?, at.micros()),
        )?;
        Ok(())
    }
}

fn row(columns: &Columns<'_>) -> Result<AssessmentRow, Error> {
    let assessment = assessment(columns)?;
    let summary: Option<String> = columns.get("summary")?;
    let changed_at: Option<i64> = columns.get("changed_at")?;
    Ok(AssessmentRow {
        changed_at: changed_at.map_or(assessment.begun.at, Timestamp::from_micros),
        summary: summary
            .map(|text| serde_json::from_str(&text).map_err(Error::content))
            .transpose()?,
        assessment,
    })
}

fn period(columns: &Columns<'_>) -> Result<Period, Error> {
    Period::new(columns.date("period_from")?, columns.date("period_to")?)
        .ok_or_else(|| Error::content("period"))
}

fn assessment(columns: &Columns<'_>) -> Result<Assessment, Error> {
    Ok(Assessment {
        id: columns.id("id", AssessmentId::new)?,
        system: columns.id("system", SystemId::new)?,
        period: period(columns)?,
        phase: columns.word("phase")?,
        depth: columns.word("depth")?,
        profile: columns.maybe_word("profile")?,
        context: columns.json("context")?,
        state: columns.word("state")?,
        begun: columns.act("begun")?,
        submitted: columns.maybe_act("submitted")?,
        approved: columns.maybe_act("approved")?,
        signers: columns.json("signers")?,
        revision: columns.get("revision")?,
    })
}
