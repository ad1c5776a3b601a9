//! Questions of audits' checklists with their results, and the words in which they were asked.

use crate::error::Error;
use crate::hex;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, act_columns, json, key, maybe_word, word};
use crate::table::evidence::{Attachments, Kind};
use assay_domain::audit::{AskedQuestion, AuditItem, Carried};
use assay_domain::evidence::Evidence;
use assay_domain::id::{AuditId, QuestionId};
use rusqlite::params;
use std::collections::BTreeMap;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    4,
    "CREATE TABLE audit_question (
        id TEXT NOT NULL,
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        content TEXT NOT NULL CHECK (json_valid(content)),
        PRIMARY KEY (id, digest)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER audit_question_is_not_updated BEFORE UPDATE ON audit_question
    BEGIN SELECT RAISE(ABORT, 'final: audit_question'); END;
    CREATE TABLE audit_item (
        audit BLOB NOT NULL REFERENCES audit (id),
        question TEXT NOT NULL,
        position INTEGER NOT NULL,
        dimension TEXT NOT NULL CHECK (dimension IN
            ('scenario', 'safety', 'reliability', 'controllability', 'programme')),
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        result TEXT CHECK (result IN
            ('conforms', 'partly', 'fails', 'not_applicable', 'not_tested')),
        reason TEXT NOT NULL,
        observation TEXT NOT NULL,
        version TEXT NOT NULL,
        standing TEXT NOT NULL CHECK (standing IN ('none', 'attached', 'current_independent')),
        judged_by BLOB REFERENCES person (id),
        judged_at INTEGER,
        carried_from BLOB REFERENCES audit (id),
        carried_times INTEGER CHECK (carried_times > 0),
        reopened TEXT,
        revision INTEGER NOT NULL CHECK (revision > 0),
        PRIMARY KEY (audit, question),
        FOREIGN KEY (question, digest) REFERENCES audit_question (id, digest),
        CHECK ((carried_from IS NULL) = (carried_times IS NULL)),
        CHECK (carried_from IS NULL OR result = 'conforms'),
        CHECK (result IS NOT 'not_applicable' OR reason <> ''),
        CHECK ((result IS NULL) = (judged_by IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER audit_item_added_to_final BEFORE INSERT ON audit_item
    WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.audit AND state = 'closed')
    BEGIN SELECT RAISE(ABORT, 'final: audit'); END;
    CREATE TRIGGER audit_item_of_final BEFORE UPDATE ON audit_item
    WHEN EXISTS (SELECT 1 FROM audit WHERE id = OLD.audit AND state = 'closed')
    BEGIN SELECT RAISE(ABORT, 'final: audit'); END;
    CREATE TRIGGER audit_item_is_not_deleted BEFORE DELETE ON audit_item
    BEGIN SELECT RAISE(ABORT, 'final: audit_item'); END;",
)];

/// Reads checklists.
#[derive(Clone, Copy)]
pub struct AuditItems<'a>(pub(crate) Sql<'a>);

impl AuditItems<'_> {
    /// Reads the checklist of an audit in its order.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of(&self, audit: AuditId) -> Result<Vec<AuditItem>, Error> {
        let mut items = self.0.list(
            "SELECT * FROM audit_item WHERE audit = ?1 ORDER BY position, question",
            [key(audit.uuid())],
            item,
        )?;
        let mut pieces = Attachments(self.0, Kind::AuditItem).by_item(key(audit.uuid()))?;
        for item in &mut items {
            item.evidence = pieces.remove(item.question.as_str()).unwrap_or_default();
        }
        Ok(items)
    }

    /// Reads one question of an audit.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the audit does not ask it.
    pub fn get(&self, audit: AuditId, question: &QuestionId) -> Result<AuditItem, Error> {
        let found = self.0.first(
            "SELECT * FROM audit_item WHERE audit = ?1 AND question = ?2",
            (key(audit.uuid()), question.as_str()),
            item,
        )?;
        let mut item = found.ok_or(Error::NotFound { noun: "question" })?;
        item.evidence =
            Attachments(self.0, Kind::AuditItem).of(key(audit.uuid()), question.as_str())?;
        Ok(item)
    }

    /// Reads the words in which an audit asks its questions.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn asked(&self, audit: AuditId) -> Result<BTreeMap<QuestionId, AskedQuestion>, Error> {
        let asked = self.0.list(
            "SELECT q.content FROM audit_item i
                JOIN audit_question q ON q.id = i.question AND q.digest = i.digest
             WHERE i.audit = ?1",
            [key(audit.uuid())],
            |columns| columns.json::<AskedQuestion>("content"),
        )?;
        Ok(asked.into_iter().map(|q| (q.id.clone(), q)).collect())
    }

    /// Reads the pieces of evidence that are attached to an audit's questions.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn evidence(&self, audit: AuditId) -> Result<Vec<Evidence>, Error> {
        Attachments(self.0, Kind::AuditItem).pieces(key(audit.uuid()))
    }
}

/// Writes checklists.
#[derive(Clone, Copy)]
pub struct AuditItemsMut<'a>(pub(crate) Sql<'a>);

impl AuditItemsMut<'_> {
    /// Puts a question on a checklist with its evidence, and keeps the words in which it is asked.
    ///
    /// # Errors
    /// [`Error::Frozen`] when the audit is closed, [`Error::Taken`] when it asks the question already.
    pub fn add(&self, item: &AuditItem, asked: &AskedQuestion) -> Result<(), Error> {
        let digest = digest(&item.digest)?;
        self.0.run(
            "INSERT OR IGNORE INTO audit_question (id, digest, content) VALUES (?1, ?2, ?3)",
            (item.question.as_str(), digest, json(asked)?),
        )?;
        let (judged_by, judged_at) = act_columns(item.judged.as_ref());
        self.0.run(
            "INSERT INTO audit_item (audit, question, position, dimension, digest, result, reason,
                observation, version, standing, judged_by, judged_at, carried_from, carried_times,
                reopened, revision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 1)",
            params![
                key(item.audit.uuid()),
                item.question.as_str(),
                item.position,
                word(&item.dimension)?,
                digest,
                maybe_word(item.result.as_ref())?,
                item.reason,
                item.observation,
                item.version,
                word(&item.standing)?,
                judged_by,
                judged_at,
                item.carried.map(|carried| key(carried.from.uuid())),
                item.carried.map(|carried| carried.times),
                maybe_word(item.reopened.as_ref())?,
            ],
        )?;
        self.attach(item)
    }

    /// Replaces the result of a question with its evidence, and returns its new revision.
    ///
    /// # Errors
    /// [`Error::Stale`] when it was changed since `item.revision`, [`Error::Frozen`] when the audit
    /// is closed, [`Error::NotFound`] when the audit does not ask it.
    pub fn save(&self, item: &AuditItem) -> Result<u32, Error> {
        let (judged_by, judged_at) = act_columns(item.judged.as_ref());
        let changed = self.0.run(
            "UPDATE audit_item SET result = ?3, reason = ?4, observation = ?5, version = ?6,
                standing = ?7, judged_by = ?8, judged_at = ?9, carried_from = ?10,
                carried_times = ?11, reopened = ?12, revision = revision + 1
             WHERE audit = ?1 AND question = ?2 AND revision = ?13",
            params![
                key(item.audit.uuid()),
                item.question.as_str(),
                maybe_word(item.result.as_ref())?,
                item.reason,
                item.observation,
                item.version,
                word(&item.standing)?,
                judged_by,
                judged_at,
                item.carried.map(|carried| key(carried.from.uuid())),
                item.carried.map(|carried| carried.times),
                maybe_word(item.reopened.as_ref())?,
                item.revision,
            ],
        )?;
        let current = || {
            self.0.first(
                "SELECT revision FROM audit_item WHERE audit = ?1 AND question = ?2",
                (key(item.audit.uuid()), item.question.as_str()),
                |columns| columns.get("revision"),
            )
        };
        self.0.checked(changed, current, "question")?;
        self.attach(item)?;
        Ok(item.revision + 1)
    }

    fn attach(&self, item: &AuditItem) -> Result<(), Error> {
        Attachments(self.0, Kind::AuditItem).set(
            key(item.audit.uuid()),
            item.question.as_str(),
            &item.evidence,
        )
    }
}

fn digest(text: &str) -> Result<[u8; 32], Error> {
    hex::array(text).ok_or_else(|| Error::Constraint("digest".to_owned()))
}

fn item(columns: &Columns<'_>) -> Result<AuditItem, Error> {
    let from = columns.maybe_id("carried_from", AuditId::new)?;
    let times: Option<u8> = columns.get("carried_times")?;
    Ok(AuditItem {
        audit: columns.id("audit", AuditId::new)?,
        question: QuestionId::from(columns.get::<String>("question")?),
        position: columns.get("position")?,
        dimension: columns.word("dimension")?,
        digest: hex::encode(&columns.get::<[u8; 32]>("digest")?),
        result: columns.maybe_word("result")?,
        reason: columns.get("reason")?,
        observation: columns.get("observation")?,
        evidence: Vec::new(),
        version: columns.get("version")?,
        standing: columns.word("standing")?,
        judged: columns.maybe_act("judged")?,
        carried: from.zip(times).map(|(from, times)| Carried { from, times }),
        reopened: columns.maybe_word("reopened")?,
        revision: columns.get("revision")?,
    })
}
