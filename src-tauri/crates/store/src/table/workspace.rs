//! The workspace's own row; there is exactly one.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Sql, json, key, word};
use assay_domain::id::WorkspaceId;
use assay_domain::workspace::{Logo, Workspace, WorkspaceSettings};

pub(crate) const MIGRATIONS: &[Migration] = &[(1, FIRST), (3, RETENTION), (6, PAPER)];

const RETENTION: &str = "ALTER TABLE workspace ADD COLUMN retention_months INTEGER
    CHECK (retention_months BETWEEN 1 AND 1200);";

const PAPER: &str = "ALTER TABLE workspace ADD COLUMN paper TEXT NOT NULL DEFAULT 'a4';
    ALTER TABLE workspace ADD COLUMN logo TEXT;";

const FIRST: &str = "CREATE TABLE workspace (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        single INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (single = 1),
        sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
        organisation TEXT NOT NULL,
        unit TEXT NOT NULL,
        locale TEXT NOT NULL,
        time_zone TEXT NOT NULL,
        marking TEXT NOT NULL CHECK (json_valid(marking))
    ) STRICT, WITHOUT ROWID;";

/// Reads the workspace.
#[derive(Clone, Copy)]
pub struct Workspaces<'a>(pub(crate) Sql<'a>);

impl Workspaces<'_> {
    /// Reads the workspace.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn get(&self) -> Result<Workspace, Error> {
        let found = self.0.first("SELECT * FROM workspace", [], |columns| {
            Ok(Workspace {
                id: columns.id("id", WorkspaceId::new)?,
                settings: WorkspaceSettings {
                    organisation: columns.get("organisation")?,
                    unit: columns.get("unit")?,
                    locale: columns.word("locale")?,
                    time_zone: columns.get("time_zone")?,
                    marking: columns.json("marking")?,
                    paper: columns.word("paper")?,
                },
                logo: columns.get::<Option<String>>("logo")?.map(Logo),
                sample: columns.get("sample")?,
            })
        })?;
        found.ok_or(Error::NotFound { noun: "workspace" })
    }

    /// Reads for how many months the texts of decision records are kept; nothing keeps them for good.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn retention(&self) -> Result<Option<u32>, Error> {
        let found = self
            .0
            .first("SELECT retention_months FROM workspace", [], |columns| {
                columns.get("retention_months")
            })?;
        found.ok_or(Error::NotFound { noun: "workspace" })
    }
}

/// Writes the workspace.
#[derive(Clone, Copy)]
pub struct WorkspacesMut<'a>(pub(crate) Sql<'a>);

impl WorkspacesMut<'_> {
    pub(crate) fn add(&self, workspace: &Workspace) -> Result<(), Error> {
        let settings = &workspace.settings;
        self.0.run(
            "INSERT INTO workspace (id, sample, organisation, unit, locale, time_zone, marking,
                paper)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                key(workspace.id.uuid()),
                workspace.sample,
                &settings.organisation,
                &settings.unit,
                word(&settings.locale)?,
                &settings.time_zone,
                json(&settings.marking)?,
                word(&settings.paper)?,
            ),
        )?;
        Ok(())
    }

    /// Replaces the settings.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn set(&self, settings: &WorkspaceSettings) -> Result<(), Error> {
        self.0.run(
            "UPDATE workspace SET organisation = ?1, unit = ?2, locale = ?3, time_zone = ?4,
                marking = ?5, paper = ?6",
            (
                &settings.organisation,
                &settings.unit,
                word(&settings.locale)?,
                &settings.time_zone,
                json(&settings.marking)?,
                word(&settings.paper)?,
            ),
        )?;
        Ok(())
    }

    /// Sets the organisation's logo, or takes it away.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn set_logo(&self, logo: Option<&Logo>) -> Result<(), Error> {
        let logo = logo.map(|Logo(picture)| picture);
        self.0.run("UPDATE workspace SET logo = ?1", [logo])?;
        Ok(())
    }

    /// Sets for how many months the texts of decision records are kept.
    ///
    /// # Errors
    /// [`Error::Constraint`] when it is no number of months from 1 to 1200.
    pub fn set_retention(&self, months: Option<u32>) -> Result<(), Error> {
        self.0
            .run("UPDATE workspace SET retention_months = ?1", [months])?;
        Ok(())
    }
}
