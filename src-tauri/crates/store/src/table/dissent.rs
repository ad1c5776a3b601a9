//! Dissents: disagreements with a computed grade. They can be added, never changed.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, key};
use assay_domain::assessment::Dissent;
use assay_domain::id::{AssessmentId, DissentId};

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE dissent (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        assessment BLOB NOT NULL REFERENCES assessment (id),
        proposed_grade INTEGER NOT NULL CHECK (proposed_grade BETWEEN 1 AND 5),
        reason TEXT NOT NULL CHECK (reason <> ''),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dissent_assessment ON dissent (assessment);
    CREATE TRIGGER dissent_added_to_final BEFORE INSERT ON dissent
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = NEW.assessment AND state IN ('signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER dissent_is_not_updated BEFORE UPDATE ON dissent
    BEGIN SELECT RAISE(ABORT, 'final: dissent'); END;
    CREATE TRIGGER dissent_is_not_deleted BEFORE DELETE ON dissent
    BEGIN SELECT RAISE(ABORT, 'final: dissent'); END;",
)];

/// Reads dissents.
#[derive(Clone, Copy)]
pub struct Dissents<'a>(pub(crate) Sql<'a>);

impl Dissents<'_> {
    /// Reads the dissents on an assessment, oldest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self, assessment: AssessmentId) -> Result<Vec<Dissent>, Error> {
        self.0.list(
            "SELECT * FROM dissent WHERE assessment = ?1 ORDER BY recorded_at, id",
            [key(assessment.uuid())],
            dissent,
        )
    }
}

/// Writes dissents.
#[derive(Clone, Copy)]
pub struct DissentsMut<'a>(pub(crate) Sql<'a>);

impl DissentsMut<'_> {
    /// Adds a dissent.
    ///
    /// # Errors
    /// [`Error::Frozen`] when the assessment is signed, [`Error::Constraint`] without a reason.
    pub fn add(&self, dissent: &Dissent) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO dissent (id, assessment, proposed_grade, reason, recorded_by, recorded_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                key(dissent.id.uuid()),
                key(dissent.assessment.uuid()),
                dissent.proposed_grade,
                &dissent.reason,
                key(dissent.recorded.by.uuid()),
                dissent.recorded.at.micros(),
            ),
        )?;
        Ok(())
    }
}

fn dissent(columns: &Columns<'_>) -> Result<Dissent, Error> {
    Ok(Dissent {
        id: columns.id("id", DissentId::new)?,
        assessment: columns.id("assessment", AssessmentId::new)?,
        proposed_grade: columns.get("proposed_grade")?,
        reason: columns.get("reason")?,
        recorded: columns.act("recorded")?,
    })
}
