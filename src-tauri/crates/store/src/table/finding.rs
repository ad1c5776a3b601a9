//! Findings of audits and the steps that they took.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key, maybe_word, word};
use crate::table::evidence::{Attachments, Kind};
use assay_domain::action::ActionState;
use assay_domain::finding::{Finding, FindingFacts, FindingState, Matter, Severity, StepTaken};
use assay_domain::id::{AuditId, FindingId, SystemId};
use assay_domain::time::Date;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[
    (
        1,
        "CREATE TABLE finding (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        audit BLOB NOT NULL REFERENCES audit (id),
        question TEXT,
        title TEXT NOT NULL CHECK (title <> ''),
        severity TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
        state TEXT NOT NULL
            CHECK (state IN ('open', 'in_remedy', 'to_verify', 'closed', 'accepted')),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX finding_audit ON finding (audit);
    CREATE TRIGGER finding_is_not_deleted BEFORE DELETE ON finding
    BEGIN SELECT RAISE(ABORT, 'final: finding'); END;",
    ),
    (3, "ALTER TABLE finding ADD COLUMN signal TEXT;"),
    (
        4,
        "ALTER TABLE finding ADD COLUMN system BLOB REFERENCES system (id);
    UPDATE finding SET system = (SELECT a.system FROM audit a WHERE a.id = finding.audit);
    ALTER TABLE finding ADD COLUMN severity_reason TEXT NOT NULL DEFAULT '';
    ALTER TABLE finding ADD COLUMN proposed TEXT;
    ALTER TABLE finding ADD COLUMN clause TEXT;
    ALTER TABLE finding ADD COLUMN risks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(risks));
    ALTER TABLE finding ADD COLUMN cause TEXT NOT NULL DEFAULT '';
    ALTER TABLE finding ADD COLUMN effect TEXT NOT NULL DEFAULT '';
    ALTER TABLE finding ADD COLUMN accepted_until TEXT;
    ALTER TABLE finding ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
    CREATE INDEX finding_system ON finding (system, recorded_at);
    CREATE INDEX action_finding ON action (json_extract(target, '$.id'), state, due, owner)
        WHERE json_extract(target, '$.kind') = 'finding';
    CREATE TABLE finding_step (
        finding BLOB NOT NULL REFERENCES finding (id),
        place INTEGER NOT NULL,
        step TEXT NOT NULL,
        from_state TEXT NOT NULL,
        to_state TEXT NOT NULL,
        note TEXT NOT NULL,
        until TEXT,
        alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
        taken_by BLOB NOT NULL REFERENCES person (id),
        taken_at INTEGER NOT NULL,
        PRIMARY KEY (finding, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER finding_step_is_final BEFORE UPDATE ON finding_step
    BEGIN SELECT RAISE(ABORT, 'final: finding_step'); END;
    CREATE TRIGGER finding_step_is_kept BEFORE DELETE ON finding_step
    BEGIN SELECT RAISE(ABORT, 'final: finding_step'); END;",
    ),
];

/// What a list has to know of every finding before it chooses those that it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// What it is about, and when it was recorded.
    pub matter: Matter,
    /// How severe.
    pub severity: Severity,
    /// Where it was put last.
    pub state: FindingState,
    /// The last day on which it is accepted.
    pub accepted_until: Option<Date>,
}

/// How an action of a finding stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionOutline {
    /// Of which finding.
    pub finding: FindingId,
    /// How far it is.
    pub state: ActionState,
    /// When it is due.
    pub due: Option<Date>,
    /// Who owns it.
    pub owner: String,
}

/// Reads findings.
#[derive(Clone, Copy)]
pub struct Findings<'a>(pub(crate) Sql<'a>);

impl Findings<'_> {
    /// Reads the findings of an audit, oldest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of(&self, audit: AuditId) -> Result<Vec<Finding>, Error> {
        let findings = self.0.list(
            "SELECT * FROM finding WHERE audit = ?1 ORDER BY recorded_at, id",
            [key(audit.uuid())],
            finding,
        )?;
        findings
            .into_iter()
            .map(|finding| self.with_evidence(finding))
            .collect()
    }

    /// Reads one finding.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: FindingId) -> Result<Finding, Error> {
        let found = self.0.first(
            "SELECT * FROM finding WHERE id = ?1",
            [key(id.uuid())],
            finding,
        )?;
        self.with_evidence(found.ok_or(Error::NotFound { noun: "finding" })?)
    }

    /// Reads what a list has to know of every finding of a system, or of all, newest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn outlines(&self, system: Option<SystemId>) -> Result<Vec<Outline>, Error> {
        self.0.list(
            "SELECT id, system, question, signal, severity, state, accepted_until, recorded_at
             FROM finding WHERE ?1 IS NULL OR system = ?1 ORDER BY recorded_at DESC, id DESC",
            [system.map(|id| key(id.uuid()))],
            |columns| {
                Ok(Outline {
                    matter: Matter {
                        id: columns.id("id", FindingId::new)?,
                        system: columns.id("system", SystemId::new)?,
                        question: columns.get::<Option<String>>("question")?.map(Into::into),
                        signal: columns.maybe_word("signal")?,
                        at: columns.time("recorded_at")?,
                    },
                    severity: columns.word("severity")?,
                    state: columns.word("state")?,
                    accepted_until: columns.maybe_date("accepted_until")?,
                })
            },
        )
    }

    /// Reads how the actions of findings stand: of some, or of all.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn actions(&self, findings: Option<&[FindingId]>) -> Result<Vec<ActionOutline>, Error> {
        let outline = |columns: &Columns<'_>| {
            let id: String = columns.get("finding")?;
            Ok(ActionOutline {
                finding: id.parse().map_err(Error::content)?,
                state: columns.word("state")?,
                due: columns.maybe_date("due")?,
                owner: columns.get("owner")?,
            })
        };
        match findings {
            Some(findings) => self.0.list(
                "SELECT value AS finding, state, due, owner FROM json_each(?1) CROSS JOIN action
                 WHERE json_extract(target, '$.kind') = 'finding'
                    AND json_extract(target, '$.id') = value",
                [json(&findings)?],
                outline,
            ),
            None => self.0.list(
                "SELECT json_extract(target, '$.id') AS finding, state, due, owner FROM action
                 WHERE json_extract(target, '$.kind') = 'finding'",
                [],
                outline,
            ),
        }
    }

    /// Reads the steps of a finding, oldest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn steps(&self, finding: FindingId) -> Result<Vec<StepTaken>, Error> {
        self.0.list(
            "SELECT * FROM finding_step WHERE finding = ?1 ORDER BY place",
            [key(finding.uuid())],
            |columns| {
                Ok(StepTaken {
                    step: columns.word("step")?,
                    from: columns.word("from_state")?,
                    to: columns.word("to_state")?,
                    note: columns.get("note")?,
                    until: columns.maybe_date("until")?,
                    alone: columns.get("alone")?,
                    taken: columns.act("taken")?,
                })
            },
        )
    }

    fn with_evidence(&self, mut finding: Finding) -> Result<Finding, Error> {
        let pieces = Attachments(self.0, Kind::Finding);
        finding.facts.evidence = pieces.of(key(finding.id.uuid()), "")?;
        Ok(finding)
    }
}

/// Writes findings.
#[derive(Clone, Copy)]
pub struct FindingsMut<'a>(pub(crate) Sql<'a>);

impl FindingsMut<'_> {
    /// Adds a finding at revision 1.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the audit, the system or evidence does not exist, or the title is
    /// empty.
    pub fn add(&self, finding: &Finding) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO finding (id, audit, system, question, signal, title, severity,
                severity_reason, proposed, clause, risks, cause, effect, state, accepted_until,
                recorded_by, recorded_at, revision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, 1)",
            params![
                key(finding.id.uuid()),
                key(finding.audit.uuid()),
                key(finding.system.uuid()),
                maybe_word(finding.question.as_ref())?,
                maybe_word(finding.signal.as_ref())?,
                finding.facts.title,
                word(&finding.facts.severity)?,
                finding.facts.severity_reason,
                maybe_word(finding.proposed.as_ref())?,
                maybe_word(finding.facts.clause.as_ref())?,
                json(&finding.facts.risks)?,
                finding.facts.cause,
                finding.facts.effect,
                word(&finding.state)?,
                maybe_word(finding.accepted_until.as_ref())?,
                key(finding.recorded.by.uuid()),
                finding.recorded.at.micros(),
            ],
        )?;
        self.attach(finding.id, &finding.facts)
    }

    /// Replaces what is said about a finding.
    ///
    /// # Errors
    /// [`Error::Stale`] when `expected_revision` is not the stored one, [`Error::NotFound`] without it.
    pub fn save(
        &self,
        id: FindingId,
        facts: &FindingFacts,
        expected_revision: u32,
    ) -> Result<(), Error> {
        let changed = self.0.run(
            "UPDATE finding SET title = ?2, severity = ?3, severity_reason = ?4, clause = ?5,
                risks = ?6, cause = ?7, effect = ?8, revision = revision + 1
             WHERE id = ?1 AND revision = ?9",
            params![
                key(id.uuid()),
                facts.title,
                word(&facts.severity)?,
                facts.severity_reason,
                maybe_word(facts.clause.as_ref())?,
                json(&facts.risks)?,
                facts.cause,
                facts.effect,
                expected_revision,
            ],
        )?;
        self.checked(id, changed)?;
        self.attach(id, facts)
    }

    /// Takes a step: the finding stands elsewhere since, and the step stays as it is for good.
    ///
    /// # Errors
    /// [`Error::Stale`] when `expected_revision` is not the stored one, [`Error::NotFound`] without it.
    pub fn take(
        &self,
        id: FindingId,
        step: &StepTaken,
        expected_revision: u32,
    ) -> Result<(), Error> {
        let changed = self.0.run(
            "UPDATE finding SET state = ?2, accepted_until = ?3, revision = revision + 1
             WHERE id = ?1 AND revision = ?4",
            params![
                key(id.uuid()),
                word(&step.to)?,
                maybe_word(step.until.as_ref())?,
                expected_revision,
            ],
        )?;
        self.checked(id, changed)?;
        self.0.run(
            "INSERT INTO finding_step (finding, place, step, from_state, to_state, note, until,
                alone, taken_by, taken_at)
             SELECT ?1, count(*), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM finding_step
             WHERE finding = ?1",
            params![
                key(id.uuid()),
                word(&step.step)?,
                word(&step.from)?,
                word(&step.to)?,
                step.note,
                maybe_word(step.until.as_ref())?,
                step.alone,
                key(step.taken.by.uuid()),
                step.taken.at.micros(),
            ],
        )?;
        Ok(())
    }

    fn checked(&self, id: FindingId, changed: usize) -> Result<(), Error> {
        let current = || {
            self.0.first(
                "SELECT revision FROM finding WHERE id = ?1",
                [key(id.uuid())],
                |columns| columns.get("revision"),
            )
        };
        self.0.checked(changed, current, "finding")
    }

    fn attach(&self, id: FindingId, facts: &FindingFacts) -> Result<(), Error> {
        Attachments(self.0, Kind::Finding).set(key(id.uuid()), "", &facts.evidence)
    }
}

fn finding(columns: &Columns<'_>) -> Result<Finding, Error> {
    Ok(Finding {
        id: columns.id("id", FindingId::new)?,
        audit: columns.id("audit", AuditId::new)?,
        system: columns.id("system", SystemId::new)?,
        question: columns.maybe_word("question")?,
        signal: columns.maybe_word("signal")?,
        facts: FindingFacts {
            title: columns.get("title")?,
            severity: columns.word("severity")?,
            severity_reason: columns.get("severity_reason")?,
            clause: columns.maybe_word("clause")?,
            risks: columns.json("risks")?,
            cause: columns.get("cause")?,
            effect: columns.get("effect")?,
            evidence: Vec::new(),
        },
        proposed: columns.maybe_word("proposed")?,
        state: columns.word("state")?,
        accepted_until: columns.maybe_date("accepted_until")?,
        recorded: columns.act("recorded")?,
        revision: columns.get("revision")?,
    })
}
