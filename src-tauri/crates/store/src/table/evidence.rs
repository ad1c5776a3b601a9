//! Evidence, and where it is attached. Evidence that something still uses cannot be removed.

use crate::blob::BlobsMut;
use crate::error::Error;
use crate::hex;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, key, maybe_word, word};
use assay_domain::evidence::{Evidence, EvidenceSource};
use assay_domain::id::{AssessmentId, EvidenceId};
use rusqlite::params;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(crate) const MIGRATIONS: &[Migration] = &[
    (
        1,
        "CREATE TABLE evidence (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        name TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('file', 'reference')),
        sha256 BLOB CHECK (sha256 IS NULL OR length(sha256) = 32),
        size INTEGER,
        content_kept INTEGER CHECK (content_kept IN (0, 1)),
        locator TEXT,
        shows TEXT NOT NULL,
        dated TEXT,
        standing TEXT NOT NULL CHECK (standing IN ('attached', 'current_independent')),
        added_by BLOB NOT NULL REFERENCES person (id),
        added_at INTEGER NOT NULL,
        CHECK ((kind = 'file') = (sha256 IS NOT NULL)),
        CHECK ((kind = 'file') = (size IS NOT NULL)),
        CHECK ((kind = 'reference') = (locator IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX evidence_sha256 ON evidence (sha256) WHERE sha256 IS NOT NULL;

    CREATE TABLE attachment (
        kind TEXT NOT NULL CHECK (kind IN
            ('answer', 'measure', 'rating', 'action', 'decision', 'finding')),
        owner BLOB NOT NULL CHECK (length(owner) = 16),
        item TEXT NOT NULL,
        position INTEGER NOT NULL,
        evidence BLOB NOT NULL REFERENCES evidence (id),
        PRIMARY KEY (kind, owner, item, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attachment_evidence ON attachment (evidence);
    CREATE TRIGGER attachment_added_to_final BEFORE INSERT ON attachment
    WHEN NEW.kind IN ('answer', 'measure', 'rating') AND EXISTS (SELECT 1 FROM assessment
        WHERE id = NEW.owner AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER attachment_taken_from_final BEFORE DELETE ON attachment
    WHEN OLD.kind IN ('answer', 'measure', 'rating') AND EXISTS (SELECT 1 FROM assessment
        WHERE id = OLD.owner AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;
    CREATE TRIGGER attachment_is_not_updated BEFORE UPDATE ON attachment
    BEGIN SELECT RAISE(ABORT, 'final: attachment'); END;",
    ),
    // What evidence is attached to grows with the nouns; their own code says which there are.
    (
        4,
        "CREATE TABLE attachment_4 (
        kind TEXT NOT NULL CHECK (kind <> ''),
        owner BLOB NOT NULL CHECK (length(owner) = 16),
        item TEXT NOT NULL,
        position INTEGER NOT NULL,
        evidence BLOB NOT NULL REFERENCES evidence (id),
        PRIMARY KEY (kind, owner, item, position)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO attachment_4 SELECT kind, owner, item, position, evidence FROM attachment;
    DROP TABLE attachment;
    ALTER TABLE attachment_4 RENAME TO attachment;
    CREATE INDEX attachment_evidence ON attachment (evidence);
    CREATE TRIGGER attachment_added_to_final BEFORE INSERT ON attachment
    WHEN (NEW.kind IN ('answer', 'measure', 'rating') AND EXISTS (SELECT 1 FROM assessment
        WHERE id = NEW.owner AND state IN ('approved', 'signed', 'superseded')))
        OR (NEW.kind = 'audit_item' AND EXISTS (SELECT 1 FROM audit
        WHERE id = NEW.owner AND state = 'closed'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment or audit'); END;
    CREATE TRIGGER attachment_taken_from_final BEFORE DELETE ON attachment
    WHEN (OLD.kind IN ('answer', 'measure', 'rating') AND EXISTS (SELECT 1 FROM assessment
        WHERE id = OLD.owner AND state IN ('approved', 'signed', 'superseded')))
        OR (OLD.kind = 'audit_item' AND EXISTS (SELECT 1 FROM audit
        WHERE id = OLD.owner AND state = 'closed'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment or audit'); END;
    CREATE TRIGGER attachment_is_not_updated BEFORE UPDATE ON attachment
    BEGIN SELECT RAISE(ABORT, 'final: attachment'); END;",
    ),
];

/// Reads evidence.
#[derive(Clone, Copy)]
pub struct EvidenceTable<'a>(pub(crate) Sql<'a>);

impl EvidenceTable<'_> {
    /// Reads every piece, in the order in which they were added.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<Evidence>, Error> {
        self.0
            .list("SELECT * FROM evidence ORDER BY added_at, id", [], evidence)
    }

    /// Reads one piece.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: EvidenceId) -> Result<Evidence, Error> {
        self.0
            .first(
                "SELECT * FROM evidence WHERE id = ?1",
                [key(id.uuid())],
                evidence,
            )?
            .ok_or(Error::NotFound { noun: "evidence" })
    }

    /// Reads the pieces that an assessment's answers, measures and ratings use, or the organisation's
    /// answers with `None`, in the order in which they were added.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of(&self, assessment: Option<AssessmentId>) -> Result<Vec<Evidence>, Error> {
        self.0.list(
            "SELECT * FROM evidence WHERE id IN (SELECT evidence FROM attachment
                WHERE kind IN ('answer', 'measure', 'rating') AND owner = ?1)
             ORDER BY added_at, id",
            [owner(assessment)],
            evidence,
        )
    }

    /// Counts the places where a piece is attached.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn uses(&self, id: EvidenceId) -> Result<u32, Error> {
        let uses = self.0.first(
            "SELECT count(*) AS n FROM attachment WHERE evidence = ?1",
            [key(id.uuid())],
            |columns| columns.get("n"),
        )?;
        Ok(uses.unwrap_or(0))
    }
}

/// Writes evidence.
#[derive(Clone, Copy)]
pub struct EvidenceTableMut<'a>(pub(crate) Sql<'a>);

impl EvidenceTableMut<'_> {
    /// Adds a piece. A content that is to be kept is staged first and published in the same act.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the content is said to be kept and is not there.
    pub fn add(&self, evidence: &Evidence) -> Result<(), Error> {
        let source = SourceColumns::of(&evidence.source)?;
        if source.content_kept == Some(true) && !self.has_content(source.sha256)? {
            return Err(Error::Constraint("content is not kept".to_owned()));
        }
        self.0.run(
            "INSERT INTO evidence (id, name, kind, sha256, size, content_kept, locator, shows,
                dated, standing, added_by, added_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                key(evidence.id.uuid()),
                evidence.name,
                source.kind,
                source.sha256,
                source.size,
                source.content_kept,
                source.locator,
                evidence.shows,
                maybe_word(evidence.dated.as_ref())?,
                word(&evidence.standing)?,
                key(evidence.added.by.uuid()),
                evidence.added.at.micros(),
            ],
        )?;
        Ok(())
    }

    /// Replaces what a person says about a piece: name, what it shows, date and standing.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn describe(&self, evidence: &Evidence) -> Result<(), Error> {
        let changed = self.0.run(
            "UPDATE evidence SET name = ?2, shows = ?3, dated = ?4, standing = ?5 WHERE id = ?1",
            (
                key(evidence.id.uuid()),
                &evidence.name,
                &evidence.shows,
                maybe_word(evidence.dated.as_ref())?,
                word(&evidence.standing)?,
            ),
        )?;
        (changed == 1)
            .then_some(())
            .ok_or(Error::NotFound { noun: "evidence" })
    }

    /// Removes a piece that is attached nowhere, and its content unless something else uses it.
    ///
    /// # Errors
    /// [`Error::InUse`] while it is attached somewhere, [`Error::NotFound`] when there is none.
    pub fn remove(&self, id: EvidenceId) -> Result<(), Error> {
        let piece = EvidenceTable(self.0).get(id)?;
        let uses = EvidenceTable(self.0).uses(id)?;
        if uses > 0 {
            return Err(Error::InUse {
                noun: "evidence",
                uses,
            });
        }
        self.0
            .run("DELETE FROM evidence WHERE id = ?1", [key(id.uuid())])?;
        let Some(digest) = SourceColumns::of(&piece.source)?.sha256 else {
            return Ok(());
        };
        let used = self.0.first(
            "SELECT 1 FROM evidence WHERE sha256 = ?1
             UNION ALL SELECT 1 FROM report WHERE facts_sha256 = ?1
             UNION ALL SELECT 1 FROM report_version WHERE sha256 = ?1",
            [digest],
            |_| Ok(()),
        )?;
        match used {
            Some(()) => Ok(()),
            None => BlobsMut(self.0).remove(digest),
        }
    }

    fn has_content(&self, digest: Option<[u8; 32]>) -> Result<bool, Error> {
        let found = self
            .0
            .first("SELECT 1 FROM blob WHERE sha256 = ?1", [digest], |_| Ok(()))?;
        Ok(found.is_some())
    }
}

/// An evidence source spread over its columns.
struct SourceColumns<'a> {
    kind: &'static str,
    sha256: Option<[u8; 32]>,
    size: Option<i64>,
    content_kept: Option<bool>,
    locator: Option<&'a str>,
}

impl<'a> SourceColumns<'a> {
    fn of(source: &'a EvidenceSource) -> Result<Self, Error> {
        Ok(match source {
            EvidenceSource::File {
                sha256,
                size,
                content_kept,
            } => Self {
                kind: "file",
                sha256: Some(
                    hex::array(sha256).ok_or_else(|| Error::Constraint("digest".to_owned()))?,
                ),
                size: Some(i64::try_from(*size).map_err(Error::content)?),
                content_kept: Some(*content_kept),
                locator: None,
            },
            EvidenceSource::Reference { locator } => Self {
                kind: "reference",
                sha256: None,
                size: None,
                content_kept: None,
                locator: Some(locator),
            },
        })
    }
}

fn evidence(columns: &Columns<'_>) -> Result<Evidence, Error> {
    Ok(Evidence {
        id: columns.id("id", EvidenceId::new)?,
        name: columns.get("name")?,
        source: source(columns)?,
        shows: columns.get("shows")?,
        dated: columns.maybe_date("dated")?,
        standing: columns.word("standing")?,
        added: columns.act("added")?,
    })
}

fn source(columns: &Columns<'_>) -> Result<EvidenceSource, Error> {
    if columns.get::<String>("kind")? == "reference" {
        return Ok(EvidenceSource::Reference {
            locator: columns.get("locator")?,
        });
    }
    Ok(EvidenceSource::File {
        sha256: hex::encode(&columns.get::<[u8; 32]>("sha256")?),
        size: u64::try_from(columns.get::<i64>("size")?).map_err(Error::content)?,
        content_kept: columns.get("content_kept")?,
    })
}

/// What evidence is attached to.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Answer,
    Measure,
    Rating,
    Action,
    Decision,
    Finding,
    Incident,
    AuditItem,
    Drill,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Measure => "measure",
            Self::Rating => "rating",
            Self::Action => "action",
            Self::Decision => "decision",
            Self::Finding => "finding",
            Self::Incident => "incident",
            Self::AuditItem => "audit_item",
            Self::Drill => "drill",
        }
    }
}

/// Returns the owner under which attachments of an assessment, or of the organisation, are kept.
pub(crate) fn owner(assessment: Option<AssessmentId>) -> [u8; 16] {
    key(assessment.map_or(Uuid::nil(), AssessmentId::uuid))
}

/// Attachments, as the tables of their owners read and write them.
#[derive(Clone, Copy)]
pub(crate) struct Attachments<'a>(pub(crate) Sql<'a>, pub(crate) Kind);

impl Attachments<'_> {
    /// Reads the attachments of one owner, by item.
    pub(crate) fn by_item(
        &self,
        owner: [u8; 16],
    ) -> Result<BTreeMap<String, Vec<EvidenceId>>, Error> {
        let mut found: BTreeMap<String, Vec<EvidenceId>> = BTreeMap::new();
        self.0.each(
            "SELECT item, evidence FROM attachment WHERE kind = ?1 AND owner = ?2
             ORDER BY item, position",
            (self.1.word(), owner),
            |columns| {
                let id = columns.id("evidence", EvidenceId::new)?;
                found.entry(columns.get("item")?).or_default().push(id);
                Ok(())
            },
        )?;
        Ok(found)
    }

    /// Reads the pieces themselves that are attached to anything of one owner.
    pub(crate) fn pieces(&self, owner: [u8; 16]) -> Result<Vec<Evidence>, Error> {
        self.0.list(
            "SELECT * FROM evidence WHERE id IN
                (SELECT evidence FROM attachment WHERE kind = ?1 AND owner = ?2)
             ORDER BY added_at, id",
            (self.1.word(), owner),
            evidence,
        )
    }

    /// Reads the attachments of one owner's item.
    pub(crate) fn of(&self, owner: [u8; 16], item: &str) -> Result<Vec<EvidenceId>, Error> {
        self.0.list(
            "SELECT evidence FROM attachment WHERE kind = ?1 AND owner = ?2 AND item = ?3
             ORDER BY position",
            (self.1.word(), owner, item),
            |columns| columns.id("evidence", EvidenceId::new),
        )
    }

    /// Reads every attachment of the kind, by owner; for owners that have no items.
    pub(crate) fn by_owner(&self) -> Result<BTreeMap<[u8; 16], Vec<EvidenceId>>, Error> {
        let mut found: BTreeMap<[u8; 16], Vec<EvidenceId>> = BTreeMap::new();
        self.0.each(
            "SELECT owner, evidence FROM attachment WHERE kind = ?1 ORDER BY owner, position",
            [self.1.word()],
            |columns| {
                let id = columns.id("evidence", EvidenceId::new)?;
                found.entry(columns.get("owner")?).or_default().push(id);
                Ok(())
            },
        )?;
        Ok(found)
    }

    /// Replaces the attachments of one owner's item, if they differ.
    pub(crate) fn set(
        &self,
        owner: [u8; 16],
        item: &str,
        pieces: &[EvidenceId],
    ) -> Result<(), Error> {
        if self.of(owner, item)? == pieces {
            return Ok(());
        }
        self.0.run(
            "DELETE FROM attachment WHERE kind = ?1 AND owner = ?2 AND item = ?3",
            (self.1.word(), owner, item),
        )?;
        for (position, piece) in (0_u32..).zip(pieces) {
            self.0.run(
                "INSERT INTO attachment (kind, owner, item, position, evidence)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                (self.1.word(), owner, item, position, key(piece.uuid())),
            )?;
        }
        Ok(())
    }
}
