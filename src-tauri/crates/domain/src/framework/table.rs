//! The files as they are written: every key known, every id with the place where it stands.

use super::{AnswerPhase, Derivation, Origin, Scope, SeverityCondition, Text};
use crate::finding::Severity;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::value::Datetime;

/// An id and where it stands in its file.
pub(crate) type Id = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FrameworkTable {
    pub(super) schema: Id,
    pub(super) id: String,
    pub(super) version: String,
    pub(super) source: SourceTable,
    pub(super) origin: BTreeMap<String, Origin>,
    pub(super) category: Vec<CategoryTable>,
    pub(super) risk: Vec<RiskTable>,
    pub(super) countermeasure: Vec<CountermeasureTable>,
    pub(super) governance: Vec<GovernanceTable>,
    pub(super) guideline: Vec<GuidelineTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceTable {
    pub(super) title: Spanned<Text>,
    pub(super) issuer: Spanned<Text>,
    pub(super) released: Spanned<Datetime>,
    pub(super) text_used: String,
    pub(super) name_check: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CategoryTable {
    pub(super) id: Id,
    pub(super) name: Spanned<Text>,
    pub(super) parent: Option<Id>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RiskTable {
    pub(super) id: Id,
    pub(super) clause: String,
    pub(super) category: Id,
    pub(super) name: Spanned<Text>,
    pub(super) summary: Spanned<Text>,
    pub(super) countermeasures: Vec<Id>,
    pub(super) governance: Vec<Id>,
    pub(super) clauses: Vec<Id>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountermeasureTable {
    pub(super) id: Id,
    pub(super) clause: String,
    pub(super) name: Spanned<Text>,
    pub(super) summary: Spanned<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GovernanceTable {
    pub(super) id: Id,
    pub(super) name: Spanned<Text>,
    pub(super) table_label: String,
    pub(super) summary: Spanned<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuidelineTable {
    pub(super) id: Id,
    pub(super) clause: String,
    pub(super) audience: String,
    pub(super) title: Option<Spanned<Text>>,
    pub(super) summary: Spanned<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionsTable {
    pub(super) schema: Id,
    pub(super) origin: Spanned<Origin>,
    pub(super) question: Vec<QuestionTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionTable {
    pub(super) id: Id,
    pub(super) clause: Id,
    pub(super) text: Spanned<Text>,
    pub(super) why: Spanned<Text>,
    pub(super) good: Spanned<Text>,
    pub(super) evidence: Spanned<Text>,
    pub(super) risks: Vec<Id>,
    pub(super) critical: bool,
    pub(super) red_line: Spanned<bool>,
    pub(super) scope: Scope,
    pub(super) phase: Spanned<Vec<AnswerPhase>>,
    pub(super) derived_from: Option<Derivation>,
    pub(super) dimension: Option<Spanned<crate::audit::Dimension>>,
    pub(super) test: Option<Spanned<Text>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProfilesTable {
    pub(super) schema: Id,
    pub(super) origin: Spanned<Origin>,
    pub(super) profile: Vec<ProfileTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProfileTable {
    pub(super) id: Id,
    pub(super) name: Spanned<Text>,
    pub(super) description: Spanned<Text>,
    pub(super) focus: Vec<Id>,
    pub(super) scenario: Spanned<ContextTable>,
    pub(super) autonomy: Spanned<ContextTable>,
    pub(super) scale: Spanned<ContextTable>,
    pub(super) ratings: BTreeMap<Id, Spanned<RatingTable>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContextTable {
    pub(super) value: u8,
    pub(super) en: String,
    pub(super) zh: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RatingTable {
    pub(super) likelihood: Option<u8>,
    pub(super) impact: Option<u8>,
    #[serde(default)]
    pub(super) na: bool,
    pub(super) en: String,
    pub(super) zh: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MethodTable {
    pub(super) schema: Id,
    pub(super) origin: Spanned<Origin>,
    pub(super) method: Spanned<serde_json::Value>,
    pub(super) programme: ProgrammeTable,
    pub(super) finding_severity: Vec<SeverityTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProgrammeTable {
    pub(super) audit_interval_months: [u16; 5],
    pub(super) longest_switch_minutes: [u32; 5],
    pub(super) conforming_item_carried: u8,
    pub(super) escalation_days: [u16; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeverityTable {
    pub(super) severity: Severity,
    pub(super) when: SeverityCondition,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReasonsTable {
    pub(super) schema: Id,
    pub(super) origin: Spanned<Origin>,
    pub(super) reason: Vec<ReasonTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReasonTable {
    pub(super) id: Id,
    pub(super) name: Spanned<Text>,
    pub(super) meaning: Spanned<Text>,
    #[serde(default)]
    pub(super) needs_text: bool,
}
