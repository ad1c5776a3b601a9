//! A scenario profile: a starting point for a kind of AI system, proposed and never counted by itself.

use crate::framework::Text;
use crate::id::{ProfileId, RiskId};
use serde::Serialize;

/// A value of context that a profile proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProposedContext {
    /// 1 to 5 on the method's scale.
    pub value: u8,
    /// Why.
    pub reason: Text,
}

/// Likelihood and impact before any measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Inherent {
    /// Likelihood 1 to 5.
    pub likelihood: u8,
    /// Impact 1 to 5.
    pub impact: u8,
}

/// A rating that a profile proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProposedRating {
    /// Which risk.
    pub risk: RiskId,
    /// The values; nothing where the risk is proposed as not applicable.
    pub inherent: Option<Inherent>,
    /// Why.
    pub reason: Text,
}

/// One of our scenario profiles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// Its id.
    pub id: ProfileId,
    /// Name.
    pub name: Text,
    /// What kind of system it fits.
    pub description: Text,
    /// Scenario criticality S.
    pub scenario: ProposedContext,
    /// Autonomy A.
    pub autonomy: ProposedContext,
    /// Scale Z.
    pub scale: ProposedContext,
    /// Risks to look at first, most important first.
    pub focus: Vec<RiskId>,
    /// A rating for each of the 26 risks, in the framework's order.
    pub ratings: Vec<ProposedRating>,
}

impl Profile {
    /// Returns how far a context is from the profile's: the sum of the three differences.
    ///
    /// An unanswered value counts as no difference, so that it favours no profile.
    #[must_use]
    pub fn distance(&self, context: [Option<u8>; 3]) -> u8 {
        let own = [self.scenario.value, self.autonomy.value, self.scale.value];
        own.into_iter()
            .zip(context)
            .map(|(own, asked)| asked.map_or(0, |asked| own.abs_diff(asked)))
            .sum()
    }
}
