//! The framework as versioned data: clauses, risks, countermeasures, the closing table, our questions.
//!
//! Only the loader makes a [`Framework`], so whoever holds one knows that every id in it is unique,
//! every link has an end, and every text exists in both languages.

pub(crate) mod load;
mod reason;
mod source;
pub(crate) mod table;

pub use load::Sources;
pub use reason::{Reason, is_code};
pub use source::{LoadError, Problem, Source};

use crate::duty::Duty;
use crate::grading::Method;
use crate::id::{ClauseId, ControlId, GovernanceId, ProfileId, QuestionId, RiskId};
use crate::locale::Locale;
use crate::profile::Profile;
use crate::system::{Phase, wire_enum};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// Simplified Chinese.
    pub zh: String,
}

impl Text {
    /// Returns the side of the text in a language.
    #[must_use]
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::En => &self.en,
            Locale::ZhCn => &self.zh,
        }
    }
}

wire_enum! {
    /// Whether something is the framework's or this project's.
    Origin {
        /// From the framework.
        Official,
        /// This project's own.
        Ours,
    }
}

wire_enum! {
    /// Where a question is answered.
    Scope {
        /// Once, and inherited by every AI system.
        Organisation,
        /// For each AI system.
        System,
    }
}

wire_enum! {
    /// When a question can be answered.
    AnswerPhase {
        /// Before the system is in use.
        BeforeUse,
        /// Once it is in use.
        InUse,
    }
}

wire_enum! {
    /// Where the workspace can propose an answer from.
    Derivation {
        /// The list of systems and decision points.
        Inventory,
        /// What has been filed, tested or assessed elsewhere.
        FilingFacts,
        /// The 26 ratings.
        RiskRatings,
        /// The grading method itself.
        GradeMethod,
        /// Approval and signatures.
        SignOff,
        /// Plans of recurring checks.
        AuditPlan,
        /// Findings and what became of them.
        Findings,
        /// Incidents and near misses.
        Incidents,
        /// What the AI may do alone.
        AuthorisationMatrix,
        /// Decision records.
        DecisionLog,
        /// What the decision records come to.
        DecisionStats,
        /// Fallback plans.
        FallbackPlan,
        /// Drills.
        Drills,
        /// Evidence.
        Evidence,
    }
}

/// Where the facts come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Citation {
    /// Official title.
    pub title: Text,
    /// Who issued it.
    pub issuer: Text,
    /// Day of release.
    pub released: crate::time::Date,
    /// Which text was used.
    pub text_used: String,
    /// How the Chinese names were checked.
    pub name_check: String,
}

/// A group of risks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Category {
    /// Number, such as `3.1.1`.
    pub id: String,
    /// Official name.
    pub name: Text,
    /// Number of the group above, if any.
    pub parent: Option<String>,
}

/// One of the 26 risks of section 3.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Risk {
    /// Its id, such as `3.1.1e`.
    pub id: RiskId,
    /// The clause as printed, such as `3.1.1(e)`.
    pub clause: String,
    /// Number of its group.
    pub category: String,
    /// Official name.
    pub name: Text,
    /// Summary in our words.
    pub summary: Text,
    /// Countermeasures that the closing table links to it; official.
    pub countermeasures: Vec<ControlId>,
    /// Governance measures that the closing table links to its block; official.
    pub governance: Vec<GovernanceId>,
    /// Clauses of 6.3 that we link to it.
    pub clauses: Vec<ControlId>,
}

/// One of the 21 countermeasures of section 4.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Countermeasure {
    /// Its id, such as `4.1.1a`.
    pub id: ControlId,
    /// The clause as printed.
    pub clause: String,
    /// Short name, ours.
    pub name: Text,
    /// Summary in our words.
    pub summary: Text,
}

/// One of the ten governance measures of section 5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Governance {
    /// Its number, such as `5.6`.
    pub id: GovernanceId,
    /// Short form of its official name.
    pub name: Text,
    /// How the closing table names it.
    pub table_label: String,
    /// Summary in our words.
    pub summary: Text,
}

/// One of the 35 guideline clauses of section 6.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Guideline {
    /// Its id, such as `6.3h`.
    pub id: ControlId,
    /// The clause as printed, such as `6.3(h)`.
    pub clause: String,
    /// For whom it is.
    pub audience: String,
    /// Title, ours; clauses of 6.3 have one.
    pub title: Option<Text>,
    /// Summary in our words.
    pub summary: Text,
}

/// One of our questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// Its id; stable, never reused.
    pub id: QuestionId,
    /// The clause of 6.3 it belongs to.
    pub clause: ClauseId,
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
    /// Whether it decides the level of its clause; a quick assessment asks only these.
    pub critical: bool,
    /// Whether it is a red line.
    pub red_line: bool,
    /// Where it is answered.
    pub scope: Scope,
    /// When it can be answered.
    pub phase: Vec<AnswerPhase>,
    /// Where the workspace can propose the answer from.
    pub derived_from: Option<Derivation>,
    /// What an audit looks at by it; questions of clause b alone have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dimension: Option<crate::audit::Dimension>,
    /// How an auditor tests it; questions with a dimension have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test: Option<Text>,
}

impl Question {
    /// Tells whether the question can be answered in a phase of the system; else it is not yet due.
    #[must_use]
    pub fn is_due(&self, phase: Phase) -> bool {
        phase != Phase::BeforeUse || self.phase.contains(&AnswerPhase::BeforeUse)
    }
}

/// When a finding has a severity: the first rule of the table that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SeverityRule {
    /// The severity.
    pub severity: crate::finding::Severity,
    /// What must hold.
    pub when: SeverityCondition,
}

wire_enum! {
    /// What must hold for a severity.
    SeverityCondition {
        /// A red-line question fails.
        RedLineFailed,
        /// A critical question fails.
        CriticalFailed,
        /// A critical question conforms in part.
        CriticalPartly,
        /// Any question fails.
        Failed,
        /// Any question conforms in part.
        Partly,
    }
}

/// Numbers of the recurring programme that nobody prescribes; ours, editable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Programme {
    /// Months between system audits, by application tier 1 to 5.
    pub audit_interval_months: [u16; 5],
    /// Longest time in minutes that switching to human work may take, by application tier 1 to 5.
    pub longest_switch_minutes: [u32; 5],
    /// How many audits in a row a conforming item may be carried.
    pub conforming_item_carried: u8,
    /// Days after the due date at which a late action goes one step up.
    pub escalation_days: [u16; 2],
    /// Severity of a finding.
    pub finding_severity: Vec<SeverityRule>,
}

/// The facts of the framework: what `framework.toml` holds.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Facts {
    id: String,
    version: String,
    citation: Citation,
    origins: BTreeMap<String, Origin>,
    categories: Vec<Category>,
    risks: Vec<Risk>,
    countermeasures: Vec<Countermeasure>,
    governance: Vec<Governance>,
    guidelines: Vec<Guideline>,
}

impl Facts {
    /// Returns the clauses of 6.3, a to i, each with its letter.
    fn clauses(&self) -> impl Iterator<Item = (ClauseId, &Guideline)> {
        self.guidelines.iter().filter_map(|guideline| {
            let letter = guideline.id.as_str().strip_prefix("6.3")?;
            Some((ClauseId::from(letter), guideline))
        })
    }
}

/// The framework, our questions, profiles and method, checked as a whole.
#[derive(Clone, Debug)]
pub struct Framework {
    facts: Facts,
    questions: Vec<Question>,
    profiles: Vec<Profile>,
    method: Method,
    programme: Programme,
    reasons: Vec<Reason>,
    duties: Vec<Duty>,
    sha256: String,
}

macro_rules! views {
    ($($(#[$doc:meta])* $($part:ident).+ => $name:ident: $type:ty),+ $(,)?) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(&self) -> &$type {
            &self.$($part).+
        }
    )+};
}

impl Framework {
    views! {
        /// Its id, such as `tc260_aisgf`.
        facts.id => id: str,
        /// Its version.
        facts.version => version: str,
        /// Where the facts come from.
        facts.citation => citation: Citation,
        /// Groups of risks in order.
        facts.categories => categories: [Category],
        /// The 26 risks in the framework's order.
        facts.risks => risks: [Risk],
        /// The 21 countermeasures in order.
        facts.countermeasures => countermeasures: [Countermeasure],
        /// The ten governance measures in order.
        facts.governance => governance: [Governance],
        /// The guideline clauses of section 6 in order.
        facts.guidelines => guidelines: [Guideline],
        /// Our questions in order.
        questions => questions: [Question],
        /// Our scenario profiles in order.
        profiles => profiles: [Profile],
        /// The grading method.
        method => method: Method,
        /// Numbers of the recurring programme.
        programme => programme: Programme,
        /// Our reasons for an override in order; nothing is graded by them, so the digest leaves them out.
        reasons => reasons: [Reason],
        /// Our reporting duties in order; nothing is graded by them, so the digest leaves them out.
        duties => duties: [Duty],
        /// SHA-256 of the content in canonical JSON, lower-case hexadecimal; the method has its own.
        sha256 => sha256: str,
    }

    /// Tells whether a field such as `risk.summary` is the framework's or ours.
    #[must_use]
    pub fn origin(&self, field: &str) -> Option<Origin> {
        self.facts.origins.get(field).copied()
    }

    /// Finds a risk.
    #[must_use]
    pub fn risk(&self, id: &RiskId) -> Option<&Risk> {
        self.facts.risks.iter().find(|risk| risk.id == *id)
    }

    /// Finds a countermeasure.
    #[must_use]
    pub fn countermeasure(&self, id: &ControlId) -> Option<&Countermeasure> {
        self.facts
            .countermeasures
            .iter()
            .find(|countermeasure| countermeasure.id == *id)
    }

    /// Finds a question.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// Finds a profile.
    #[must_use]
    pub fn profile(&self, id: &ProfileId) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == *id)
    }

    /// Returns the clauses of 6.3, a to i, each with its letter.
    pub fn clauses(&self) -> impl Iterator<Item = (ClauseId, &Guideline)> {
        self.facts.clauses()
    }

    /// Returns the questions of a clause in order.
    pub fn questions_of<'a>(&'a self, clause: &'a ClauseId) -> impl Iterator<Item = &'a Question> {
        self.questions
            .iter()
            .filter(move |question| question.clause == *clause)
    }

    /// Returns the name of a control, be it a countermeasure or a clause of 6.3.
    #[must_use]
    pub fn control_name(&self, id: &ControlId) -> Option<&Text> {
        let clause = || {
            self.facts
                .guidelines
                .iter()
                .find(|guideline| guideline.id == *id)
        };
        match self.countermeasure(id) {
            Some(countermeasure) => Some(&countermeasure.name),
            None => clause().and_then(|guideline| guideline.title.as_ref()),
        }
    }
}
