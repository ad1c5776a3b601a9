//! The framework as the window needs it: both languages at once, since a switch must be immediate.

pub use assay_domain::framework::Text;

use assay_domain::facts::Edition;
use assay_domain::id::{ClauseId, ControlId, GovernanceId, ProfileId, QuestionId, RiskId};
use assay_domain::system::Phase;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A group of risks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CatalogueGroup {
    /// Number, such as `3.1.1`.
    pub id: String,
    /// Official name.
    pub name: Text,
    /// Number of the group above, if any.
    pub parent: Option<String>,
}

/// One of the 26 risks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CatalogueRisk {
    /// Its id, such as `3.1.1e`.
    pub id: RiskId,
    /// The clause as printed, such as `3.1.1(e)`.
    pub clause: String,
    /// Its group.
    pub group: String,
    /// Official name.
    pub name: Text,
    /// Summary in our words.
    pub summary: Text,
    /// Countermeasures that the closing table links to it; official.
    pub countermeasures: Vec<ControlId>,
    /// Governance measures that the closing table links to its block; official.
    pub governance: Vec<GovernanceId>,
}

/// One of the 21 countermeasures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CatalogueMeasure {
    /// Its id, such as `4.1.1a`.
    pub id: ControlId,
    /// The clause as printed.
    pub clause: String,
    /// Short name, ours.
    pub name: Text,
    /// Summary in our words.
    pub summary: Text,
    /// Risks that it earns credit for, in the credit table.
    pub risks: Vec<RiskId>,
}

/// One of the ten governance measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CatalogueGovernance {
    /// Its number, such as `5.6`.
    pub id: GovernanceId,
    /// Short name.
    pub name: Text,
}

/// One of our questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CatalogueQuestion {
    /// Its id.
    pub id: QuestionId,
    /// The question; "met" is always the good state.
    pub text: Text,
    /// Why it is asked.
    pub why: Text,
    /// What a good state looks like.
    pub good: Text,
    /// What to collect or try.
    pub evidence: Text,
    /// Risks it bears on.
    pub risks: Vec<RiskId>,
    /// Whether it decides the level of its clause.
    pub critical: bool,
    /// Whether it is a red line.
    pub red_line: bool,
    /// Whether it is answered once for the organisation.
    pub organisation: bool,
    /// Whether it can be answered before use.
    pub before_use: bool,
    /// Where the workspace can propose the answer from; nothing when it can't.
    pub derived_from: Option<String>,
}

/// A clause of 6.3 with our questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CatalogueClause {
    /// Its letter.
    pub id: ClauseId,
    /// The same clause as a control, such as `6.3h`.
    pub control: ControlId,
    /// The clause as printed, such as `6.3(h)`.
    pub clause: String,
    /// Title, ours.
    pub title: Text,
    /// Summary in our words.
    pub summary: Text,
    /// Our questions.
    pub questions: Vec<CatalogueQuestion>,
}

/// A value of context that a profile proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProfileContext {
    /// 1 to 5.
    pub value: u8,
    /// Why.
    pub reason: Text,
}

/// A rating that a profile proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProfileRating {
    /// Which risk.
    pub risk: RiskId,
    /// Likelihood 1 to 5; nothing when the risk does not apply.
    pub likelihood: Option<u8>,
    /// Impact 1 to 5; nothing when the risk does not apply.
    pub impact: Option<u8>,
    /// Why.
    pub reason: Text,
}

/// One of our scenario profiles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CatalogueProfile {
    /// Its id.
    pub id: ProfileId,
    /// Name.
    pub name: Text,
    /// What kind of system it fits.
    pub description: Text,
    /// Scenario criticality S.
    pub scenario: ProfileContext,
    /// Autonomy A.
    pub autonomy: ProfileContext,
    /// Scale Z.
    pub scale: ProfileContext,
    /// Risks to look at first, most important first.
    pub focus: Vec<RiskId>,
    /// All 26 ratings.
    pub ratings: Vec<ProfileRating>,
}

/// The framework and the method, as far as the window needs them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Catalogue {
    /// Which edition of the framework.
    pub framework: Edition,
    /// Its official title.
    pub title: Text,
    /// Who issued it.
    pub issuer: Text,
    /// Which version of the method.
    pub method: Edition,
    /// Groups of risks in order.
    pub groups: Vec<CatalogueGroup>,
    /// The 26 risks in order.
    pub risks: Vec<CatalogueRisk>,
    /// The 21 countermeasures in order.
    pub measures: Vec<CatalogueMeasure>,
    /// The ten governance measures.
    pub governance: Vec<CatalogueGovernance>,
    /// Clauses a to i with our questions.
    pub clauses: Vec<CatalogueClause>,
    /// Our scenario profiles.
    pub profiles: Vec<CatalogueProfile>,
    /// Names of the five grades, lowest first.
    pub levels: Vec<Text>,
    /// Lower edges of grades 2 to 5 on the index.
    pub band_edges: Vec<i32>,
    /// Phases in which questions without "before use" are not yet due.
    pub not_yet_due_phases: Vec<Phase>,
}
