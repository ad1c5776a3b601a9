//! Measures: how far each of the 21 countermeasures is in place, per assessment.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, key};
use crate::table::evidence::{Attachments, Kind, owner};
use assay_domain::id::{AssessmentId, ControlId};
use assay_domain::measure::Measure;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE measure (
        assessment BLOB NOT NULL REFERENCES assessment (id),
        control TEXT NOT NULL,
        level INTEGER CHECK (level BETWEEN 0 AND 4),
        note TEXT NOT NULL,
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        PRIMARY KEY (assessment, control)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER measure_added_to_final BEFORE INSERT ON measure
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = NEW.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER measure_of_final_changed BEFORE UPDATE ON measure
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id IN (OLD.assessment, NEW.assessment)
            AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER measure_taken_from_final BEFORE DELETE ON measure
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = OLD.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;",
)];

/// Reads measures.
#[derive(Clone, Copy)]
pub struct Measures<'a>(pub(crate) Sql<'a>);

impl Measures<'_> {
    /// Reads the measures of an assessment, by countermeasure.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self, assessment: AssessmentId) -> Result<Vec<Measure>, Error> {
        let mut measures = self.0.list(
            "SELECT * FROM measure WHERE assessment = ?1 ORDER BY control",
            [key(assessment.uuid())],
            measure,
        )?;
        let mut pieces = Attachments(self.0, Kind::Measure).by_item(owner(Some(assessment)))?;
        for measure in &mut measures {
            measure.evidence = pieces.remove(measure.control.as_str()).unwrap_or_default();
        }
        Ok(measures)
    }

    /// Reads one measure; nothing when it was never touched.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn get(
        &self,
        assessment: AssessmentId,
        control: &ControlId,
    ) -> Result<Option<Measure>, Error> {
        let found = self.0.first(
            "SELECT * FROM measure WHERE assessment = ?1 AND control = ?2",
            (key(assessment.uuid()), control.as_str()),
            measure,
        )?;
        let Some(mut measure) = found else {
            return Ok(None);
        };
        measure.evidence =
            Attachments(self.0, Kind::Measure).of(owner(Some(assessment)), control.as_str())?;
        Ok(Some(measure))
    }
}

/// Writes measures.
#[derive(Clone, Copy)]
pub struct MeasuresMut<'a>(pub(crate) Sql<'a>);

impl MeasuresMut<'_> {
    /// Saves a measure and returns its new revision; `expected_revision` is 0 for a first one.
    ///
    /// # Errors
    /// [`Error::Stale`] when another revision is stored, [`Error::Frozen`] when the assessment is
    /// approved or signed, [`Error::Constraint`] when evidence does not exist.
    pub fn save(
        &self,
        assessment: AssessmentId,
        measure: &Measure,
        expected_revision: u32,
    ) -> Result<u32, Error> {
        let current = self.0.first(
            "SELECT revision FROM measure WHERE assessment = ?1 AND control = ?2",
            (key(assessment.uuid()), measure.control.as_str()),
            |columns| columns.get("revision"),
        )?;
        let current = current.unwrap_or(0);
        if current != expected_revision {
            return Err(Error::Stale { current });
        }
        let revision = expected_revision + 1;
        self.0.run(
            "INSERT INTO measure (assessment, control, level, note, saved_by, saved_at, revision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (assessment, control) DO UPDATE SET level = excluded.level,
                note = excluded.note, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
                revision = excluded.revision",
            params![
                key(assessment.uuid()),
                measure.control.as_str(),
                measure.level,
                measure.note,
                key(measure.saved.by.uuid()),
                measure.saved.at.micros(),
                revision,
            ],
        )?;
        Attachments(self.0, Kind::Measure).set(
            owner(Some(assessment)),
            measure.control.as_str(),
            &measure.evidence,
        )?;
        Ok(revision)
    }
}

fn measure(columns: &Columns<'_>) -> Result<Measure, Error> {
    Ok(Measure {
        control: columns.word("control")?,
        level: columns.get("level")?,
        note: columns.get("note")?,
        evidence: Vec::new(),
        saved: columns.act("saved")?,
        revision: columns.get("revision")?,
    })
}
