//! Volumes: totals and exposure of periods. They are never edited: another one supersedes.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, key, maybe_word, word};
use assay_domain::id::{SystemId, VolumeId};
use assay_domain::time::{Date, Period};
use assay_domain::volume::{Decimal, Exposure, Totals, Volume, VolumeFacts};
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    2,
    "CREATE TABLE volume (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        decision_point TEXT NOT NULL,
        model_version TEXT NOT NULL,
        period_from TEXT NOT NULL,
        period_to TEXT NOT NULL CHECK (period_to >= period_from),
        issued INTEGER CHECK (issued >= 0),
        accepted INTEGER CHECK (accepted >= 0),
        modified INTEGER CHECK (modified >= 0),
        overridden INTEGER CHECK (overridden >= 0),
        automatic INTEGER CHECK (automatic >= 0),
        not_reviewed INTEGER CHECK (not_reviewed >= 0),
        has_totals INTEGER NOT NULL AS (coalesce(issued, accepted, modified, overridden, automatic,
            not_reviewed) IS NOT NULL),
        exposure_unit TEXT CHECK (exposure_unit IN ('hours', 'kilometres', 'cases')),
        exposure_millionths INTEGER CHECK (exposure_millionths > 0),
        supersedes BLOB REFERENCES volume (id),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL,
        import INTEGER,
        CHECK ((exposure_unit IS NULL) = (exposure_millionths IS NULL)),
        CHECK (has_totals OR exposure_unit IS NOT NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX volume_system ON volume (system, period_from, period_to);
    CREATE UNIQUE INDEX volume_supersedes ON volume (supersedes) WHERE supersedes IS NOT NULL;
    CREATE TRIGGER volume_is_not_updated BEFORE UPDATE ON volume
    BEGIN SELECT RAISE(ABORT, 'final: volume'); END;
    CREATE TRIGGER volume_is_not_deleted BEFORE DELETE ON volume
    BEGIN SELECT RAISE(ABORT, 'final: volume'); END;",
)];

/// Reads volumes.
#[derive(Clone, Copy)]
pub struct Volumes<'a>(pub(crate) Sql<'a>);

impl Volumes<'_> {
    /// Reads the volumes of a system, or of all, whose period touches the days from one to another,
    /// newest period first; those that another one supersedes are left out.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(
        &self,
        system: Option<SystemId>,
        from: Option<Date>,
        to: Option<Date>,
    ) -> Result<Vec<Volume>, Error> {
        self.0.list(
            "SELECT * FROM volume v WHERE (?1 IS NULL OR system = ?1)
                AND (?2 IS NULL OR period_to >= ?2) AND (?3 IS NULL OR period_from <= ?3)
                AND NOT EXISTS (SELECT 1 FROM volume c WHERE c.supersedes = v.id)
             ORDER BY period_to DESC, period_from DESC, system, decision_point, model_version, id",
            (
                system.map(|id| key(id.uuid())),
                maybe_word(from.as_ref())?,
                maybe_word(to.as_ref())?,
            ),
            volume,
        )
    }

    /// Reads one volume.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: VolumeId) -> Result<Volume, Error> {
        self.0
            .first(
                "SELECT * FROM volume WHERE id = ?1",
                [key(id.uuid())],
                volume,
            )?
            .ok_or(Error::NotFound { noun: "volume" })
    }

    /// Finds a volume of the same system, decision point and model version that speaks about a day
    /// of the same period in the same way (totals or exposure), so that both would count it twice.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn overlapping(
        &self,
        facts: &VolumeFacts,
        but: Option<VolumeId>,
    ) -> Result<Option<Volume>, Error> {
        self.0.first(
            "SELECT * FROM volume v WHERE system = ?1 AND decision_point = ?2
                AND model_version = ?3 AND period_from <= ?4 AND period_to >= ?5 AND id IS NOT ?6
                AND ((?7 AND has_totals) OR (?8 AND exposure_unit IS NOT NULL))
                AND NOT EXISTS (SELECT 1 FROM volume c WHERE c.supersedes = v.id)
             ORDER BY period_from, id",
            (
                key(facts.system.uuid()),
                &facts.decision_point,
                &facts.model_version,
                word(&facts.period.to)?,
                word(&facts.period.from)?,
                but.map(|id| key(id.uuid())),
                !facts.totals.is_unknown(),
                facts.exposure.is_some(),
            ),
            volume,
        )
    }
}

/// Writes volumes.
#[derive(Clone, Copy)]
pub struct VolumesMut<'a>(pub(crate) Sql<'a>);

impl VolumesMut<'_> {
    /// Adds a volume.
    ///
    /// # Errors
    /// [`Error::Taken`] when the volume that it supersedes is superseded already,
    /// [`Error::Constraint`] when that volume, the system or the person does not exist.
    pub fn add(&self, volume: &Volume) -> Result<(), Error> {
        self.write(volume, None)
    }

    /// Adds a volume that an import brings.
    ///
    /// # Errors
    /// As [`Self::add`].
    pub fn import(&self, volume: &Volume, import: i64) -> Result<(), Error> {
        self.write(volume, Some(import))
    }

    fn write(&self, volume: &Volume, import: Option<i64>) -> Result<(), Error> {
        let facts = &volume.facts;
        let [
            issued,
            accepted,
            modified,
            overridden,
            automatic,
            not_reviewed,
        ] = facts.totals.all();
        let number = |total: Option<u64>| total.map(i64::try_from).transpose();
        self.0.run(
            "INSERT INTO volume (id, system, decision_point, model_version, period_from, period_to,
                issued, accepted, modified, overridden, automatic, not_reviewed, exposure_unit,
                exposure_millionths, supersedes, recorded_by, recorded_at, import)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
                ?18)",
            params![
                key(volume.id.uuid()),
                key(facts.system.uuid()),
                facts.decision_point,
                facts.model_version,
                word(&facts.period.from)?,
                word(&facts.period.to)?,
                number(issued).map_err(Error::content)?,
                number(accepted).map_err(Error::content)?,
                number(modified).map_err(Error::content)?,
                number(overridden).map_err(Error::content)?,
                number(automatic).map_err(Error::content)?,
                number(not_reviewed).map_err(Error::content)?,
                maybe_word(facts.exposure.map(|exposure| exposure.unit).as_ref())?,
                facts.exposure.map(|exposure| exposure.amount.millionths()),
                volume.supersedes.map(|id| key(id.uuid())),
                key(volume.recorded.by.uuid()),
                volume.recorded.at.micros(),
                import,
            ],
        )?;
        Ok(())
    }
}

fn volume(columns: &Columns<'_>) -> Result<Volume, Error> {
    Ok(Volume {
        id: columns.id("id", VolumeId::new)?,
        facts: VolumeFacts {
            system: columns.id("system", SystemId::new)?,
            decision_point: columns.get("decision_point")?,
            model_version: columns.get("model_version")?,
            period: Period {
                from: columns.date("period_from")?,
                to: columns.date("period_to")?,
            },
            totals: totals(columns)?,
            exposure: exposure(columns)?,
        },
        supersedes: columns.maybe_id("supersedes", VolumeId::new)?,
        recorded: columns.act("recorded")?,
    })
}

fn totals(columns: &Columns<'_>) -> Result<Totals, Error> {
    let total = |name| {
        let total: Option<i64> = columns.get(name)?;
        total.map(u64::try_from).transpose().map_err(Error::content)
    };
    Ok(Totals {
        issued: total("issued")?,
        accepted: total("accepted")?,
        modified: total("modified")?,
        overridden: total("overridden")?,
        automatic: total("automatic")?,
        not_reviewed: total("not_reviewed")?,
    })
}

fn exposure(columns: &Columns<'_>) -> Result<Option<Exposure>, Error> {
    let amount: Option<i64> = columns.get("exposure_millionths")?;
    let unit = columns.maybe_word("exposure_unit")?;
    Ok(unit.zip(amount).map(|(unit, amount)| Exposure {
        unit,
        amount: Decimal::from_millionths(amount),
    }))
}
