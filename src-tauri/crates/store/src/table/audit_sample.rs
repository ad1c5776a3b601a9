//! Samples of audits, their items and what came of each. A sample is not edited; a result replaces
//! the one before, and the history keeps both.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, act_columns, json, key, maybe_word};
use assay_domain::audit_sample::{AuditSample, SampleItem, SamplePlan};
use assay_domain::id::{AuditId, AuditSampleId};
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    4,
    "CREATE TABLE audit_sample (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        audit BLOB NOT NULL REFERENCES audit (id),
        question TEXT,
        attribute TEXT NOT NULL CHECK (attribute <> ''),
        population TEXT NOT NULL CHECK (json_valid(population)),
        population_size INTEGER,
        plan TEXT NOT NULL CHECK (json_valid(plan)),
        seed TEXT NOT NULL CHECK (length(seed) = 64),
        size INTEGER NOT NULL CHECK (size >= 1),
        drawn_by BLOB NOT NULL REFERENCES person (id),
        drawn_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX audit_sample_audit ON audit_sample (audit, drawn_at);
    CREATE TABLE audit_sample_item (
        sample BLOB NOT NULL REFERENCES audit_sample (id),
        place INTEGER NOT NULL,
        item TEXT NOT NULL,
        result TEXT CHECK (result IN ('conforms', 'deviates', 'not_available')),
        note TEXT NOT NULL,
        given_by BLOB REFERENCES person (id),
        given_at INTEGER,
        revision INTEGER NOT NULL,
        PRIMARY KEY (sample, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER audit_sample_is_final BEFORE UPDATE ON audit_sample
    BEGIN SELECT RAISE(ABORT, 'final: audit_sample'); END;
    CREATE TRIGGER audit_sample_is_kept BEFORE DELETE ON audit_sample
    BEGIN SELECT RAISE(ABORT, 'final: audit_sample'); END;
    CREATE TRIGGER audit_sample_item_is_kept BEFORE DELETE ON audit_sample_item
    BEGIN SELECT RAISE(ABORT, 'final: audit_sample'); END;
    CREATE TRIGGER audit_sample_item_stays BEFORE UPDATE ON audit_sample_item
    WHEN NEW.item <> OLD.item OR NEW.sample <> OLD.sample OR NEW.place <> OLD.place
        OR EXISTS (SELECT 1 FROM audit_sample s JOIN audit a ON a.id = s.audit
            WHERE s.id = OLD.sample AND a.state = 'closed')
    BEGIN SELECT RAISE(ABORT, 'final: audit_sample'); END;",
)];

/// Reads samples of audits.
#[derive(Clone, Copy)]
pub struct AuditSamples<'a>(pub(crate) Sql<'a>);

impl AuditSamples<'_> {
    /// Reads the samples of an audit, or of all, newest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self, audit: Option<AuditId>) -> Result<Vec<AuditSample>, Error> {
        self.0.list(
            "SELECT * FROM audit_sample WHERE ?1 IS NULL OR audit = ?1
             ORDER BY drawn_at DESC, id DESC",
            [audit.map(|id| key(id.uuid()))],
            sample,
        )
    }

    /// Reads one sample.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: AuditSampleId) -> Result<AuditSample, Error> {
        self.0
            .first(
                "SELECT * FROM audit_sample WHERE id = ?1",
                [key(id.uuid())],
                sample,
            )?
            .ok_or(Error::NotFound {
                noun: "audit_sample",
            })
    }

    /// Reads the items of a sample in their order.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn items(&self, id: AuditSampleId) -> Result<Vec<SampleItem>, Error> {
        self.0.list(
            "SELECT * FROM audit_sample_item WHERE sample = ?1 ORDER BY place",
            [key(id.uuid())],
            |columns| {
                Ok(SampleItem {
                    place: columns.get("place")?,
                    item: columns.get("item")?,
                    result: columns.maybe_word("result")?,
                    note: columns.get("note")?,
                    given: columns.maybe_act("given")?,
                    revision: columns.get("revision")?,
                })
            },
        )
    }
}

/// Writes samples of audits and results.
#[derive(Clone, Copy)]
pub struct AuditSamplesMut<'a>(pub(crate) Sql<'a>);

impl AuditSamplesMut<'_> {
    /// Adds a sample with its items in their order.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the audit or the person does not exist.
    pub fn add(&self, sample: &AuditSample, items: &[String]) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO audit_sample (id, audit, question, attribute, population,
                population_size, plan, seed, size, drawn_by, drawn_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                key(sample.id.uuid()),
                key(sample.audit.uuid()),
                maybe_word(sample.question.as_ref())?,
                sample.attribute,
                json(&sample.population)?,
                sample.population_size,
                json(&sample.plan)?,
                sample.seed,
                sample.size,
                key(sample.drawn.by.uuid()),
                sample.drawn.at.micros(),
            ],
        )?;
        for (place, item) in (0_u32..).zip(items) {
            self.0.run(
                "INSERT INTO audit_sample_item (sample, place, item, note, revision)
                 VALUES (?1, ?2, ?3, '', 0)",
                (key(sample.id.uuid()), place, item),
            )?;
        }
        Ok(())
    }

    /// Writes what came of an item.
    ///
    /// # Errors
    /// [`Error::Stale`] when the item's revision is not the stored one, [`Error::NotFound`] without the
    /// item, [`Error::Frozen`] once the audit is closed.
    pub fn record(&self, id: AuditSampleId, item: &SampleItem) -> Result<(), Error> {
        let (given_by, given_at) = act_columns(item.given.as_ref());
        let changed = self.0.run(
            "UPDATE audit_sample_item SET result = ?3, note = ?4, given_by = ?5, given_at = ?6,
                revision = revision + 1
             WHERE sample = ?1 AND place = ?2 AND revision = ?7",
            params![
                key(id.uuid()),
                item.place,
                maybe_word(item.result.as_ref())?,
                item.note,
                given_by,
                given_at,
                item.revision,
            ],
        )?;
        let current = || {
            self.0.first(
                "SELECT revision FROM audit_sample_item WHERE sample = ?1 AND place = ?2",
                (key(id.uuid()), item.place),
                |columns| columns.get("revision"),
            )
        };
        self.0.checked(changed, current, "audit_sample_item")
    }
}

fn sample(columns: &Columns<'_>) -> Result<AuditSample, Error> {
    Ok(AuditSample {
        id: columns.id("id", AuditSampleId::new)?,
        audit: columns.id("audit", AuditId::new)?,
        question: columns.maybe_word("question")?,
        attribute: columns.get("attribute")?,
        population: columns.json("population")?,
        population_size: columns.get("population_size")?,
        plan: columns.json::<SamplePlan>("plan")?,
        seed: columns.get("seed")?,
        size: columns.get("size")?,
        drawn: columns.act("drawn")?,
    })
}
