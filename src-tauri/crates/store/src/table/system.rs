//! AI systems.

use crate::error::Error;
use crate::hex;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key, word};
use assay_domain::id::SystemId;
use assay_domain::system::{AiSystem, SystemFacts};
use assay_domain::time::Timestamp;
use rusqlite::params;
use sha2::{Digest, Sha256};

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE system (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        name TEXT NOT NULL CHECK (name <> ''),
        reference TEXT NOT NULL,
        supplier TEXT NOT NULL,
        model TEXT NOT NULL,
        version TEXT NOT NULL,
        purpose TEXT NOT NULL,
        decision_points TEXT NOT NULL CHECK (json_valid(decision_points)),
        key_area TEXT NOT NULL,
        unit TEXT NOT NULL,
        data_grades TEXT NOT NULL CHECK (json_valid(data_grades)),
        affected TEXT NOT NULL,
        scale TEXT NOT NULL,
        autonomy TEXT NOT NULL,
        phase TEXT NOT NULL,
        filing TEXT NOT NULL CHECK (json_valid(filing)),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        added_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX system_reference ON system (reference) WHERE reference <> '';
    CREATE INDEX system_name ON system (name);",
)];

/// Reads AI systems.
#[derive(Clone, Copy)]
pub struct Systems<'a>(pub(crate) Sql<'a>);

impl Systems<'_> {
    /// Reads every system, by name.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<AiSystem>, Error> {
        self.0
            .list("SELECT * FROM system ORDER BY name, id", [], system)
    }

    /// Counts the systems.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn count(&self) -> Result<u32, Error> {
        let count = self
            .0
            .first("SELECT count(*) AS n FROM system", [], |c| c.get("n"))?;
        Ok(count.unwrap_or(0))
    }

    /// Reads one system.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: SystemId) -> Result<AiSystem, Error> {
        self.0
            .first(
                "SELECT * FROM system WHERE id = ?1",
                [key(id.uuid())],
                system,
            )?
            .ok_or(Error::NotFound { noun: "system" })
    }

    /// Reads the system with the organisation's own number, if there is one.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn by_reference(&self, reference: &str) -> Result<Option<AiSystem>, Error> {
        self.0.first(
            "SELECT * FROM system WHERE reference = ?1 AND reference <> ''",
            [reference],
            system,
        )
    }
}

/// What an import wrote: goes into its one history entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// How many rows.
    pub count: u32,
    /// SHA-256 over the rows' canonical JSON, each followed by a line feed; lower-case hexadecimal.
    pub sha256: String,
}

/// Writes AI systems.
#[derive(Clone, Copy)]
pub struct SystemsMut<'a>(pub(crate) Sql<'a>);

impl SystemsMut<'_> {
    /// Adds a system at revision 1.
    ///
    /// # Errors
    /// [`Error::Taken`] when another system has the reference, [`Error::Constraint`] without a name.
    pub fn add(&self, id: SystemId, facts: &SystemFacts, at: Timestamp) -> Result<AiSystem, Error> {
        self.0.run(
            "INSERT INTO system (id, name, reference, supplier, model, version, purpose,
                decision_points, key_area, unit, data_grades, affected, scale, autonomy, phase,
                filing, revision, added_at, changed_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, 1,
                ?17, ?17)",
            params![
                key(id.uuid()),
                facts.name,
                facts.reference,
                facts.supplier,
                facts.model,
                facts.version,
                facts.purpose,
                json(&facts.decision_points)?,
                word(&facts.key_area)?,
                facts.unit,
                json(&facts.data_grades)?,
                facts.affected,
                facts.scale,
                facts.autonomy,
                word(&facts.phase)?,
                json(&facts.filing)?,
                at.micros(),
            ],
        )?;
        Ok(AiSystem {
            id,
            facts: facts.clone(),
            revision: 1,
            added_at: at,
            changed_at: at,
        })
    }

    /// Adds many systems and digests them, for the one history entry of an import.
    ///
    /// # Errors
    /// As [`Self::add`]; the caller's transaction then leaves nothing behind.
    pub fn import(
        &self,
        rows: impl IntoIterator<Item = (SystemId, SystemFacts)>,
        at: Timestamp,
    ) -> Result<Imported, Error> {
        let mut hasher = Sha256::new();
        let mut count = 0;
        for (id, facts) in rows {
            let added = self.add(id, &facts, at)?;
            hasher.update(serde_json_canonicalizer::to_vec(&added)?);
            hasher.update(b"\n");
            count += 1;
        }
        Ok(Imported {
            count,
            sha256: hex::encode(&hasher.finalize()),
        })
    }

    /// Replaces the facts of a system and returns it with its new revision.
    ///
    /// # Errors
    /// [`Error::Stale`] when `expected_revision` is not the stored one, [`Error::NotFound`] without it,
    /// [`Error::Taken`] when another system has the reference.
    pub fn save(
        &self,
        id: SystemId,
        facts: &SystemFacts,
        expected_revision: u32,
        at: Timestamp,
    ) -> Result<AiSystem, Error> {
        let changed = self.0.run(
            "UPDATE system SET name = ?2, reference = ?3, supplier = ?4, model = ?5, version = ?6,
                purpose = ?7, decision_points = ?8, key_area = ?9, unit = ?10, data_grades = ?11,
                affected = ?12, scale = ?13, autonomy = ?14, phase = ?15, filing = ?16,
                revision = revision + 1, changed_at = ?17
             WHERE id = ?1 AND revision = ?18",
            params![
                key(id.uuid()),
                facts.name,
                facts.reference,
                facts.supplier,
                facts.model,
                facts.version,
                facts.purpose,
                json(&facts.decision_points)?,
                word(&facts.key_area)?,
                facts.unit,
                json(&facts.data_grades)?,
                facts.affected,
                facts.scale,
                facts.autonomy,
                word(&facts.phase)?,
                json(&facts.filing)?,
                at.micros(),
                expected_revision,
            ],
        )?;
        self.0.checked(changed, || self.revision(id), "system")?;
        Systems(self.0).get(id)
    }

    fn revision(&self, id: SystemId) -> Result<Option<u32>, Error> {
        self.0.first(
            "SELECT revision FROM system WHERE id = ?1",
            [key(id.uuid())],
            |columns| columns.get("revision"),
        )
    }
}

fn system(columns: &Columns<'_>) -> Result<AiSystem, Error> {
    Ok(AiSystem {
        id: columns.id("id", SystemId::new)?,
        facts: SystemFacts {
            name: columns.get("name")?,
            reference: columns.get("reference")?,
            supplier: columns.get("supplier")?,
            model: columns.get("model")?,
            version: columns.get("version")?,
            purpose: columns.get("purpose")?,
            decision_points: columns.json("decision_points")?,
            key_area: columns.word("key_area")?,
            unit: columns.get("unit")?,
            data_grades: columns.json("data_grades")?,
            affected: columns.get("affected")?,
            scale: columns.get("scale")?,
            autonomy: columns.get("autonomy")?,
            phase: columns.word("phase")?,
            filing: columns.json("filing")?,
        },
        revision: columns.get("revision")?,
        added_at: columns.time("added_at")?,
        changed_at: columns.time("changed_at")?,
    })
}
