//! Decision records, reasons for an override, and volumes.

pub use assay_domain::decision::{Change, Decision, DecisionFacts, Disposition, DispositionCount};
pub use assay_domain::framework::Reason;
pub use assay_domain::volume::{Span, Volume, VolumeFacts};

use super::Text;
use assay_domain::evidence::Evidence;
use assay_domain::id::{DecisionId, EvidenceId, ReasonId, SystemId, VolumeId};
use assay_domain::stats::figures::DecisionMark;
use assay_domain::time::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person enters about one decision. A field that is left out of a request is empty.
///
/// Times are RFC 3339 text with their offset, or a local date and time such as `2026-11-24T18:45`,
/// which counts in the workspace's time zone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct DecisionEntry {
    /// Of which AI system; required.
    pub system: Option<SystemId>,
    /// When the decision was made; nothing means now.
    pub decided_at: Option<String>,
    /// The decision point.
    pub decision_point: String,
    /// Version of the model.
    pub model_version: String,
    /// Version of the prompt or configuration.
    pub prompt_version: String,
    /// The case, in the organisation's own numbering.
    pub case_key: String,
    /// What kind of case it is, so that similar ones can be compared.
    pub category: String,
    /// What the AI advised.
    pub ai_output: String,
    /// The score that the AI gave to its own output, 0 to 1.
    pub ai_confidence: Option<f64>,
    /// When the AI's result was there.
    pub ai_at: Option<String>,
    /// Time between the AI's result and the decision in milliseconds; nothing takes it from the two times.
    #[ts(type = "number | null")]
    pub latency_ms: Option<i64>,
    /// Name of the person who decided, which a pseudonym takes the place of, or a pseudonym of the log.
    pub reviewer: String,
    /// What the person thought before seeing the AI's output.
    pub human_initial: Option<String>,
    /// What the person decided; only a deferred decision has none.
    pub human_final: String,
    /// What the person did with the output; required.
    pub disposition: Option<Disposition>,
    /// The coded reason; required for modified and overridden.
    pub reason_code: Option<ReasonId>,
    /// Reason in words.
    pub reason_text: String,
    /// Harm if the AI had been followed, 0 none to 4 worst.
    pub harm_if_followed: Option<u8>,
    /// Harm if the person is wrong, 0 none to 4 worst.
    pub harm_if_wrong: Option<u8>,
    /// Whether the decision can be undone.
    pub reversible: Option<bool>,
    /// What turned out to be true.
    pub outcome: Option<String>,
    /// When that became known.
    pub outcome_at: Option<String>,
    /// From where it is known.
    pub outcome_source: String,
    /// Whether the output was a known wrong sample.
    pub seeded: bool,
    /// Evidence of the workspace that supports it.
    pub evidence: Vec<EvidenceId>,
}

/// Records a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionAdd {
    /// What is said about it.
    pub entry: DecisionEntry,
}

/// Corrects a record, or adds its outcome, by a new one that supersedes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionCorrect {
    /// The record to be superseded; it must be the last of its chain.
    pub id: DecisionId,
    /// All that is said about the decision now.
    pub entry: DecisionEntry,
}

/// Asks for one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionGet {
    /// Which.
    pub id: DecisionId,
}

/// One record of a chain of corrections.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionStep {
    /// The record.
    pub decision: Decision,
    /// What it says beside the one before it.
    pub change: Change,
    /// Who recorded it, as printed; empty when the person is no longer known.
    pub person: String,
}

/// One record with its chain and its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionDetail {
    /// The record.
    pub decision: Decision,
    /// Name of its AI system.
    pub system_name: String,
    /// The reason, if it has one.
    pub reason: Option<Reason>,
    /// The last record of its chain: the one that counts.
    pub current: DecisionId,
    /// The chain, the first record first.
    pub chain: Vec<DecisionStep>,
    /// The evidence attached to the record.
    pub evidence: Vec<Evidence>,
}

/// Which records of the log are meant. A field that is left out means any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct DecisionFilter {
    /// Of one AI system.
    pub system: Option<SystemId>,
    /// Decided on this day of the workspace's calendar or later.
    pub from: Option<Date>,
    /// Decided on this day or earlier.
    pub to: Option<Date>,
    /// With one of these dispositions; none means any.
    pub dispositions: Vec<Disposition>,
    /// With this reason; an empty text means those without.
    pub reason: Option<String>,
    /// Of this decision point; an empty text means those without.
    pub decision_point: Option<String>,
    /// Of this model version; an empty text means those without.
    pub model_version: Option<String>,
    /// With this text within the case number.
    pub case_text: String,
    /// Of this reviewer's pseudonym; an empty text means those without.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reviewer: Option<String>,
    /// Of this category; an empty text means those without.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub category: Option<String>,
    /// With this AI output.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub ai_output: Option<String>,
    /// With all of these marks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<DecisionMark>>")]
    pub marks: Vec<DecisionMark>,
    /// The labels from lenient to strict, by which marks of direction are judged; empty compares
    /// labels that are numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub label_order: Vec<String>,
}

/// Asks for a page of the log, newest decision first; superseded records are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionList {
    /// Which records.
    #[serde(default)]
    pub filter: DecisionFilter,
    /// Where the page begins, as the page before said; nothing begins with the newest.
    #[serde(default)]
    pub after: Option<String>,
    /// How many rows are passed over from there, so that a page anywhere in the log can be asked for.
    #[serde(default)]
    #[ts(type = "number")]
    pub skip: u64,
    /// How many at the most, up to 500.
    pub limit: u32,
}

/// A record as lists show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionRow {
    /// The record.
    pub decision: Decision,
    /// Name of its AI system.
    pub system_name: String,
}

/// A page of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionPage {
    /// Newest decision first.
    pub decisions: Vec<DecisionRow>,
    /// Where the next page begins; nothing when this is the last.
    pub next: Option<String>,
}

/// Asks for the counts of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionCount {
    /// Which records.
    #[serde(default)]
    pub filter: DecisionFilter,
}

/// How many overrides have a reason, with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NamedReasonCount {
    /// The reason; nothing for overrides without one.
    pub reason: Option<ReasonId>,
    /// Its name, if it is known.
    pub name: Option<Text>,
    /// How many records were modified for it.
    #[ts(type = "number")]
    pub modified: u64,
    /// How many were overridden for it.
    #[ts(type = "number")]
    pub overridden: u64,
}

/// FigureCounts of the log; no rate, since that needs the statistics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionCounts {
    /// All records.
    #[ts(type = "number")]
    pub total: u64,
    /// Records with an output and a final decision.
    #[ts(type = "number")]
    pub decided: u64,
    /// Overrides: modified and overridden.
    #[ts(type = "number")]
    pub overrides: u64,
    /// Each disposition once.
    pub dispositions: Vec<DispositionCount>,
    /// Overrides by reason, the most frequent first, "other" and none last.
    pub reasons: Vec<NamedReasonCount>,
}

/// Asks for the reasons that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReasonList {
    /// With the own reasons of this AI system; nothing gives those for all systems.
    pub system: Option<SystemId>,
}

/// The reasons that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReasonRows {
    /// In the order of the list; the system's own stand before those that need words.
    pub reasons: Vec<Reason>,
}

/// Adds a reason to an AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReasonAdd {
    /// Which AI system.
    pub system: SystemId,
    /// Its code: up to 40 lower-case letters, digits and dashes.
    pub code: String,
    /// Its name in both languages.
    pub name: Text,
}

/// Records a volume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VolumeSave {
    /// What is said about the period.
    pub facts: VolumeFacts,
    /// The volume that it replaces; nothing adds one for a period that has none.
    pub supersedes: Option<VolumeId>,
}

/// Asks for volumes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct VolumeList {
    /// Of one AI system; nothing means all.
    pub system: Option<SystemId>,
    /// Whose period ends on this day or later.
    pub from: Option<Date>,
    /// Whose period begins on this day or earlier.
    pub to: Option<Date>,
}

/// A volume as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VolumeRow {
    /// The volume.
    pub volume: Volume,
    /// Name of its AI system.
    pub system_name: String,
    /// How long its period is.
    pub span: Span,
}

/// Volumes that count, newest period first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VolumeRows {
    /// Newest period first.
    pub volumes: Vec<VolumeRow>,
}
