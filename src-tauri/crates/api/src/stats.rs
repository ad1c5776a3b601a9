//! The analysis of decision records.

use crate::contract::{DecisionStats, DecisionStatsRequest};
use crate::error::Error;
use crate::session::Session;

/// Answers with the analysis of one AI system.
pub(crate) fn decision_stats(
    session: &mut Session,
    request: DecisionStatsRequest,
) -> Result<DecisionStats, Error> {
    session.opened()?.store.read(|read| {
        read.systems().get(request.system)?;
        Err(Error::new("unexpected").with("detail", "the figures are not made yet"))
    })
}
