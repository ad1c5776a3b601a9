//! How severe a finding is: the first line of the method's table that holds.

use super::Severity;
use crate::framework::{Question, SeverityCondition, SeverityRule};
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// How an item of a checklist fell short.
    Failing {
        /// It fails.
        Fails,
        /// It conforms in part.
        Partly,
    }
}

/// Returns the severity that the table proposes for a question that fell short; nothing where no
/// line holds.
#[must_use]
pub fn proposed(rules: &[SeverityRule], question: &Question, failing: Failing) -> Option<Severity> {
    let holds = |condition: SeverityCondition| match condition {
        SeverityCondition::RedLineFailed => question.red_line && failing == Failing::Fails,
        SeverityCondition::CriticalFailed => question.critical && failing == Failing::Fails,
        SeverityCondition::CriticalPartly => question.critical && failing == Failing::Partly,
        SeverityCondition::Failed => failing == Failing::Fails,
        SeverityCondition::Partly => failing == Failing::Partly,
    };
    let rule = rules.iter().find(|rule| holds(rule.when))?;
    Some(rule.severity)
}
