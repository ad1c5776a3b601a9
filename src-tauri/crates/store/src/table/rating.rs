//! Risk ratings: likelihood and impact before any measure, per assessment.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, act_columns, key};
use crate::table::evidence::{Attachments, Kind, owner};
use assay_domain::assessment::{NotApplicable, RiskRating};
use assay_domain::id::{AssessmentId, RiskId};
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE rating (
        assessment BLOB NOT NULL REFERENCES assessment (id),
        risk TEXT NOT NULL,
        likelihood INTEGER CHECK (likelihood BETWEEN 1 AND 5),
        impact INTEGER CHECK (impact BETWEEN 1 AND 5),
        not_applicable TEXT,
        agreed_by BLOB REFERENCES person (id),
        agreed_at INTEGER,
        reason TEXT NOT NULL,
        as_proposed INTEGER NOT NULL CHECK (as_proposed IN (0, 1)),
        confirmed_by BLOB REFERENCES person (id),
        confirmed_at INTEGER,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        PRIMARY KEY (assessment, risk)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER rating_added_to_final BEFORE INSERT ON rating
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = NEW.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER rating_of_final_changed BEFORE UPDATE ON rating
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id IN (OLD.assessment, NEW.assessment)
            AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER rating_taken_from_final BEFORE DELETE ON rating
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = OLD.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;",
)];

/// Reads risk ratings.
#[derive(Clone, Copy)]
pub struct Ratings<'a>(pub(crate) Sql<'a>);

impl Ratings<'_> {
    /// Reads the ratings of an assessment, by risk.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self, assessment: AssessmentId) -> Result<Vec<RiskRating>, Error> {
        let mut ratings = self.0.list(
            "SELECT * FROM rating WHERE assessment = ?1 ORDER BY risk",
            [key(assessment.uuid())],
            rating,
        )?;
        let mut pieces = Attachments(self.0, Kind::Rating).by_item(owner(Some(assessment)))?;
        for rating in &mut ratings {
            rating.evidence = pieces.remove(rating.risk.as_str()).unwrap_or_default();
        }
        Ok(ratings)
    }

    /// Reads one rating; nothing when it was never proposed nor touched.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn get(
        &self,
        assessment: AssessmentId,
        risk: &RiskId,
    ) -> Result<Option<RiskRating>, Error> {
        let found = self.0.first(
            "SELECT * FROM rating WHERE assessment = ?1 AND risk = ?2",
            (key(assessment.uuid()), risk.as_str()),
            rating,
        )?;
        let Some(mut rating) = found else {
            return Ok(None);
        };
        rating.evidence =
            Attachments(self.0, Kind::Rating).of(owner(Some(assessment)), risk.as_str())?;
        Ok(Some(rating))
    }
}

/// Writes risk ratings.
#[derive(Clone, Copy)]
pub struct RatingsMut<'a>(pub(crate) Sql<'a>);

impl RatingsMut<'_> {
    /// Saves a rating and returns its new revision; `expected_revision` is 0 for a first one.
    ///
    /// # Errors
    /// [`Error::Stale`] when another revision is stored, [`Error::Frozen`] when the assessment is
    /// approved or signed, [`Error::Constraint`] when evidence does not exist.
    pub fn save(
        &self,
        assessment: AssessmentId,
        rating: &RiskRating,
        expected_revision: u32,
    ) -> Result<u32, Error> {
        let current = self.0.first(
            "SELECT revision FROM rating WHERE assessment = ?1 AND risk = ?2",
            (key(assessment.uuid()), rating.risk.as_str()),
            |columns| columns.get("revision"),
        )?;
        let current = current.unwrap_or(0);
        if current != expected_revision {
            return Err(Error::Stale { current });
        }
        let revision = expected_revision + 1;
        let not_applicable = rating.not_applicable.as_ref();
        let (agreed_by, agreed_at) = act_columns(not_applicable.and_then(|na| na.agreed.as_ref()));
        let (confirmed_by, confirmed_at) = act_columns(rating.confirmed.as_ref());
        self.0.run(
            "INSERT INTO rating (assessment, risk, likelihood, impact, not_applicable, agreed_by,
                agreed_at, reason, as_proposed, confirmed_by, confirmed_at, revision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             ON CONFLICT (assessment, risk) DO UPDATE SET likelihood = excluded.likelihood,
                impact = excluded.impact, not_applicable = excluded.not_applicable,
                agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at,
                reason = excluded.reason, as_proposed = excluded.as_proposed,
                confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at,
                revision = excluded.revision",
            params![
                key(assessment.uuid()),
                rating.risk.as_str(),
                rating.likelihood,
                rating.impact,
                not_applicable.map(|na| na.reason.as_str()),
                agreed_by,
                agreed_at,
                rating.reason,
                rating.as_proposed,
                confirmed_by,
                confirmed_at,
                revision,
            ],
        )?;
        Attachments(self.0, Kind::Rating).set(
            owner(Some(assessment)),
            rating.risk.as_str(),
            &rating.evidence,
        )?;
        Ok(revision)
    }
}

fn rating(columns: &Columns<'_>) -> Result<RiskRating, Error> {
    let reason: Option<String> = columns.get("not_applicable")?;
    let agreed = columns.maybe_act("agreed")?;
    Ok(RiskRating {
        risk: columns.word("risk")?,
        likelihood: columns.get("likelihood")?,
        impact: columns.get("impact")?,
        not_applicable: reason.map(|reason| NotApplicable { reason, agreed }),
        reason: columns.get("reason")?,
        evidence: Vec::new(),
        as_proposed: columns.get("as_proposed")?,
        confirmed: columns.maybe_act("confirmed")?,
        revision: columns.get("revision")?,
    })
}
