//! Samples for second review and the verdicts on them. Neither is edited; a person's newest verdict
//! on a case is the one that counts.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key, word};
use assay_domain::decision::Disposition;
use assay_domain::id::{DecisionId, PersonId, SecondReviewId, SystemId};
use assay_domain::person::Act;
use assay_domain::second_review::{CaseVerdict, SecondReview, Stratum};
use assay_domain::time::{Period, Timestamp};
use rusqlite::params;
use std::collections::HashSet;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    3,
    "CREATE TABLE second_review (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        period_from TEXT NOT NULL,
        period_to TEXT NOT NULL CHECK (period_to >= period_from),
        seed TEXT NOT NULL CHECK (length(seed) = 64),
        level REAL NOT NULL,
        tolerable REAL NOT NULL,
        overridden TEXT NOT NULL,
        accepted TEXT NOT NULL,
        drawn_by BLOB NOT NULL REFERENCES person (id),
        drawn_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX second_review_system ON second_review (system, drawn_at);
    CREATE TABLE second_review_case (
        review BLOB NOT NULL REFERENCES second_review (id),
        place INTEGER NOT NULL,
        decision BLOB NOT NULL REFERENCES decision (id),
        PRIMARY KEY (review, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE verdict (
        review BLOB NOT NULL REFERENCES second_review (id),
        place INTEGER NOT NULL,
        given_by BLOB NOT NULL REFERENCES person (id),
        given_at INTEGER NOT NULL,
        verdict TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (review, place, given_by, given_at),
        FOREIGN KEY (review, place) REFERENCES second_review_case (review, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER second_review_is_final BEFORE UPDATE ON second_review
    BEGIN SELECT RAISE(ABORT, 'final: second_review'); END;
    CREATE TRIGGER second_review_is_kept BEFORE DELETE ON second_review
    BEGIN SELECT RAISE(ABORT, 'final: second_review'); END;
    CREATE TRIGGER second_review_case_is_final BEFORE UPDATE ON second_review_case
    BEGIN SELECT RAISE(ABORT, 'final: second_review'); END;
    CREATE TRIGGER second_review_case_is_kept BEFORE DELETE ON second_review_case
    BEGIN SELECT RAISE(ABORT, 'final: second_review'); END;
    CREATE TRIGGER verdict_is_kept BEFORE DELETE ON verdict
    BEGIN SELECT RAISE(ABORT, 'final: verdict'); END;
    CREATE TRIGGER verdict_only_loses_its_note BEFORE UPDATE ON verdict
    WHEN NEW.note <> '' OR NEW.review <> OLD.review OR NEW.place <> OLD.place
        OR NEW.given_by <> OLD.given_by OR NEW.given_at <> OLD.given_at
        OR NEW.verdict <> OLD.verdict
    BEGIN SELECT RAISE(ABORT, 'final: verdict'); END;",
)];

/// A verdict as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenVerdict {
    /// Place of the case in the sample, from 0.
    pub place: u32,
    /// Who gave it, and when.
    pub given: Act,
    /// What it comes to.
    pub verdict: CaseVerdict,
    /// Its note, may be empty.
    pub note: String,
}

impl GivenVerdict {
    /// Returns who gave it.
    #[must_use]
    pub fn by(&self) -> PersonId {
        self.given.by
    }
}

/// Reads samples for second review.
#[derive(Clone, Copy)]
pub struct SecondReviews<'a>(pub(crate) Sql<'a>);

impl SecondReviews<'_> {
    /// Reads the samples of a system, or of all, newest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self, system: Option<SystemId>) -> Result<Vec<SecondReview>, Error> {
        self.0.list(
            "SELECT * FROM second_review WHERE ?1 IS NULL OR system = ?1
             ORDER BY drawn_at DESC, id DESC",
            [system.map(|id| key(id.uuid()))],
            review,
        )
    }

    /// Reads one sample.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: SecondReviewId) -> Result<SecondReview, Error> {
        self.0
            .first(
                "SELECT * FROM second_review WHERE id = ?1",
                [key(id.uuid())],
                review,
            )?
            .ok_or(Error::NotFound {
                noun: "second_review",
            })
    }

    /// Reads the records of a sample in their order.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn cases(&self, id: SecondReviewId) -> Result<Vec<DecisionId>, Error> {
        self.0.list(
            "SELECT decision FROM second_review_case WHERE review = ?1 ORDER BY place",
            [key(id.uuid())],
            |columns| columns.id("decision", DecisionId::new),
        )
    }

    /// Reads the verdicts on a sample, the newest of each person on each case, by case and person.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn verdicts(&self, id: SecondReviewId) -> Result<Vec<GivenVerdict>, Error> {
        self.0.list(
            "SELECT * FROM verdict v WHERE review = ?1 AND NOT EXISTS (SELECT 1 FROM verdict n
                WHERE n.review = v.review AND n.place = v.place AND n.given_by = v.given_by
                    AND n.given_at > v.given_at)
             ORDER BY place, given_by",
            [key(id.uuid())],
            |columns| {
                Ok(GivenVerdict {
                    place: columns.get("place")?,
                    given: columns.act("given")?,
                    verdict: columns.word("verdict")?,
                    note: columns.get("note")?,
                })
            },
        )
    }

    /// Hands on every decided record of a system from one moment to another that counts and is no
    /// known wrong sample.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn drawable(
        &self,
        system: SystemId,
        from: Timestamp,
        until: Timestamp,
        mut take: impl FnMut(DecisionId, Disposition),
    ) -> Result<(), Error> {
        self.0.each(
            "SELECT id, disposition FROM decision d WHERE system = ?1 AND decided_at >= ?2
                AND decided_at < ?3 AND disposition < 3 AND NOT seeded AND thinned_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.supersedes = d.id)
                AND (import IS NULL OR import NOT IN
                    (SELECT number FROM decision_import WHERE state <> 1))",
            (key(system.uuid()), from.micros(), until.micros()),
            |columns| {
                let disposition = super::decision::disposition(columns.get("disposition")?)?;
                take(columns.id("id", DecisionId::new)?, disposition);
                Ok(())
            },
        )
    }
}

fn review(columns: &Columns<'_>) -> Result<SecondReview, Error> {
    Ok(SecondReview {
        id: columns.id("id", SecondReviewId::new)?,
        system: columns.id("system", SystemId::new)?,
        period: Period {
            from: columns.date("period_from")?,
            to: columns.date("period_to")?,
        },
        seed: columns.get("seed")?,
        level: level(columns)?,
        tolerable: columns.get("tolerable")?,
        overridden: columns.json::<Stratum>("overridden")?,
        accepted: columns.json::<Stratum>("accepted")?,
        drawn: columns.act("drawn")?,
    })
}

fn level(columns: &Columns<'_>) -> Result<assay_domain::stats::Level, Error> {
    let level: f64 = columns.get("level")?;
    assay_domain::stats::Level::new(level).ok_or_else(|| Error::content(level))
}

/// Writes samples for second review and verdicts.
#[derive(Clone, Copy)]
pub struct SecondReviewsMut<'a>(pub(crate) Sql<'a>);

impl SecondReviewsMut<'_> {
    /// Adds a sample with its records in their order.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the system, the person or a record does not exist.
    pub fn add(&self, review: &SecondReview, cases: &[DecisionId]) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO second_review (id, system, period_from, period_to, seed, level, tolerable,
                overridden, accepted, drawn_by, drawn_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                key(review.id.uuid()),
                key(review.system.uuid()),
                word(&review.period.from)?,
                word(&review.period.to)?,
                review.seed,
                review.level.get(),
                review.tolerable,
                json(&review.overridden)?,
                json(&review.accepted)?,
                key(review.drawn.by.uuid()),
                review.drawn.at.micros(),
            ],
        )?;
        for (place, case) in (0_u32..).zip(cases) {
            self.0.run(
                "INSERT INTO second_review_case (review, place, decision) VALUES (?1, ?2, ?3)",
                (key(review.id.uuid()), place, key(case.uuid())),
            )?;
        }
        Ok(())
    }

    /// Adds a verdict.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the sample has no such case.
    pub fn give(&self, id: SecondReviewId, verdict: &GivenVerdict) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO verdict (review, place, given_by, given_at, verdict, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                key(id.uuid()),
                verdict.place,
                key(verdict.given.by.uuid()),
                verdict.given.at.micros(),
                word(&verdict.verdict)?,
                verdict.note,
            ],
        )?;
        Ok(())
    }
}

/// Erases the notes of verdicts on records that lost their texts, with what the history holds of them.
pub(crate) fn erase_notes(sql: Sql<'_>, thinned: &HashSet<DecisionId>) -> Result<(), Error> {
    let cases = sql.list(
        "SELECT review, place, decision FROM second_review_case",
        [],
        |columns| {
            Ok((
                columns.id("review", SecondReviewId::new)?,
                columns.get::<u32>("place")?,
                columns.id("decision", DecisionId::new)?,
            ))
        },
    )?;
    for (review, place, decision) in cases {
        if !thinned.contains(&decision) {
            continue;
        }
        sql.run(
            "UPDATE verdict SET note = '' WHERE review = ?1 AND place = ?2 AND note <> ''",
            (key(review.uuid()), place),
        )?;
        sql.run(
            "DELETE FROM erasable WHERE sequence IN (SELECT sequence FROM history
                WHERE json_extract(payload, '$.subject.id') = ?1
                    AND json_extract(payload, '$.payload.place') = ?2)",
            (review.to_string(), place),
        )?;
    }
    Ok(())
}
