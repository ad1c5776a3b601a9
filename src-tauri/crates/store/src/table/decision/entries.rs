//! What the check of a workspace asks of the log: records beside the entries of the history.

use super::Decisions;
use crate::error::Error;
use assay_domain::id::{DecisionId, SystemId};

impl Decisions<'_> {
    /// Counts the records that no import brought: each has an entry of its own.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn by_hand(&self) -> Result<u64, Error> {
        let count: Option<i64> = self.0.first(
            "SELECT count(*) AS n FROM decision WHERE import IS NULL",
            [],
            |columns| columns.get("n"),
        )?;
        u64::try_from(count.unwrap_or_default()).map_err(Error::content)
    }

    /// Finds the records that no import brought and no entry is about.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn without_entry(&self) -> Result<Vec<DecisionId>, Error> {
        self.0.list(
            "SELECT id FROM (SELECT id, lower(hex(id)) AS h FROM decision WHERE import IS NULL)
             WHERE NOT EXISTS (SELECT 1 FROM history WHERE json_extract(payload, '$.subject.id') =
                substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-'
                    || substr(h, 17, 4) || '-' || substr(h, 21))
             LIMIT 1000",
            [],
            |columns| columns.id("id", DecisionId::new),
        )
    }

    /// Counts the thinned records that nothing supersedes, by system, as a run of thinning counts them.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn thinned(&self) -> Result<Vec<(SystemId, u64)>, Error> {
        self.0.list(
            "SELECT system, count(*) AS n FROM decision d WHERE thinned_at IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.supersedes = d.id)
             GROUP BY system",
            [],
            |columns| {
                let count: i64 = columns.get("n")?;
                let count = u64::try_from(count).map_err(Error::content)?;
                Ok((columns.id("system", SystemId::new)?, count))
            },
        )
    }
}
