//! The analysis of decision records as it stands.

use super::Freezer;
use crate::contract::DecisionStats;
use crate::error::Error;
use crate::reason::of_system;
use assay_domain::facts::decisions::{FrozenDecisions, ReviewedAgain, SCHEMA};

impl Freezer<'_> {
    /// Freezes an analysis, with what lists call it.
    pub(crate) fn decisions(
        &self,
        stats: DecisionStats,
    ) -> Result<(FrozenDecisions, String), Error> {
        let mut facts = FrozenDecisions {
            head: self.head(SCHEMA)?,
            system_name: stats.system_name.clone(),
            from: stats.from,
            to: stats.to,
            settings: stats.settings,
            reasons: of_system(self.read, self.framework, stats.system)?,
            figures: stats.figures,
            second_review: stats.second_review.map(|again| ReviewedAgain {
                review: again.review,
                figures: again.figures,
            }),
        };
        facts.head.persons = self.persons(&facts)?;
        Ok((facts, stats.system_name))
    }
}
