//! Answers, at the organisation or at one assessment, in one table.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, key, maybe_word};
use crate::table::evidence::{Attachments, Kind, owner};
use assay_domain::answer::Answer;
use assay_domain::id::{AssessmentId, QuestionId};
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE answer (
        assessment BLOB REFERENCES assessment (id),
        question TEXT NOT NULL,
        value TEXT CHECK (value IN ('met', 'partly', 'not_met', 'unknown', 'na', 'not_yet_due')),
        note TEXT NOT NULL,
        na_reason TEXT NOT NULL,
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1)
    ) STRICT;
    CREATE UNIQUE INDEX answer_key ON answer (coalesce(assessment, zeroblob(16)), question);
    CREATE INDEX answer_assessment ON answer (assessment);
    CREATE TRIGGER answer_added_to_final BEFORE INSERT ON answer
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = NEW.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER answer_of_final_changed BEFORE UPDATE ON answer
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id IN (OLD.assessment, NEW.assessment)
            AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER answer_taken_from_final BEFORE DELETE ON answer
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = OLD.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;",
)];

/// Reads answers.
#[derive(Clone, Copy)]
pub struct Answers<'a>(pub(crate) Sql<'a>);

impl Answers<'_> {
    /// Reads the answers of an assessment, or of the organisation with `None`, by question.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self, assessment: Option<AssessmentId>) -> Result<Vec<Answer>, Error> {
        let mut answers = self.0.list(
            "SELECT * FROM answer WHERE coalesce(assessment, zeroblob(16)) = ?1 ORDER BY question",
            [owner(assessment)],
            answer,
        )?;
        let mut pieces = Attachments(self.0, Kind::Answer).by_item(owner(assessment))?;
        for answer in &mut answers {
            answer.evidence = pieces.remove(answer.question.as_str()).unwrap_or_default();
        }
        Ok(answers)
    }

    /// Reads one answer; nothing when the question was never touched.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn get(
        &self,
        assessment: Option<AssessmentId>,
        question: &QuestionId,
    ) -> Result<Option<Answer>, Error> {
        let found = self.0.first(
            "SELECT * FROM answer
             WHERE coalesce(assessment, zeroblob(16)) = ?1 AND question = ?2",
            (owner(assessment), question.as_str()),
            answer,
        )?;
        let Some(mut answer) = found else {
            return Ok(None);
        };
        answer.evidence =
            Attachments(self.0, Kind::Answer).of(owner(assessment), question.as_str())?;
        Ok(Some(answer))
    }
}

/// Writes answers.
#[derive(Clone, Copy)]
pub struct AnswersMut<'a>(pub(crate) Sql<'a>);

impl AnswersMut<'_> {
    /// Saves an answer and returns its new revision; `expected_revision` is 0 for a first answer.
    ///
    /// # Errors
    /// [`Error::Stale`] when another revision is stored, [`Error::Frozen`] when the assessment is
    /// approved or signed, [`Error::Constraint`] when evidence does not exist.
    pub fn save(
        &self,
        assessment: Option<AssessmentId>,
        answer: &Answer,
        expected_revision: u32,
    ) -> Result<u32, Error> {
        let current = || {
            self.0.first(
                "SELECT revision FROM answer
                 WHERE coalesce(assessment, zeroblob(16)) = ?1 AND question = ?2",
                (owner(assessment), answer.question.as_str()),
                |columns| columns.get("revision"),
            )
        };
        let stored = current()?.unwrap_or(0);
        if stored != expected_revision {
            return Err(Error::Stale { current: stored });
        }
        let sql = if expected_revision == 0 {
            "INSERT INTO answer (assessment, question, value, note, na_reason, saved_by, saved_at,
                revision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
        } else {
            "UPDATE answer SET value = ?3, note = ?4, na_reason = ?5, saved_by = ?6, saved_at = ?7,
                revision = ?8
             WHERE coalesce(assessment, zeroblob(16)) = coalesce(?1, zeroblob(16))
                AND question = ?2"
        };
        let revision = expected_revision + 1;
        self.0.run(
            sql,
            params![
                assessment.map(|id| key(id.uuid())),
                answer.question.as_str(),
                maybe_word(answer.value.as_ref())?,
                answer.note,
                answer.na_reason,
                key(answer.saved.by.uuid()),
                answer.saved.at.micros(),
                revision,
            ],
        )?;
        Attachments(self.0, Kind::Answer).set(
            owner(assessment),
            answer.question.as_str(),
            &answer.evidence,
        )?;
        Ok(revision)
    }
}

fn answer(columns: &Columns<'_>) -> Result<Answer, Error> {
    Ok(Answer {
        question: columns.word("question")?,
        value: columns.maybe_word("value")?,
        note: columns.get("note")?,
        na_reason: columns.get("na_reason")?,
        evidence: Vec::new(),
        saved: columns.act("saved")?,
        revision: columns.get("revision")?,
    })
}
