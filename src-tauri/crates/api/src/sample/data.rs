//! The sample as it is written in `sample.toml`.

use assay_domain::action::ActionState;
use assay_domain::answer::AnswerValue;
use assay_domain::assessment::{Context, ContextValue, Depth};
use assay_domain::decision::Disposition;
use assay_domain::evidence::Standing;
use assay_domain::framework::Text;
use assay_domain::id::{ReasonId, SystemId};
use assay_domain::locale::Locale;
use assay_domain::person::Role;
use assay_domain::system::{DataGrade, FilingFacts, KeyArea, Phase};
use assay_domain::time::{Date, Period};
use assay_domain::volume::{Totals, VolumeFacts};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toml::value::Datetime;

/// Reads a TOML date; `sample.toml` holds no other kind of date.
fn date(value: &Datetime) -> Date {
    value.to_string().parse().unwrap_or_default()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sample {
    pub(super) workspace: WorkspaceData,
    pub(super) person: Vec<PersonData>,
    pub(super) organisation: OrganisationData,
    pub(super) system: Vec<SystemData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkspaceData {
    pub(super) passphrase: String,
    pub(super) time_zone: String,
    pub(super) organisation: Text,
    pub(super) unit: Text,
    pub(super) classification: Text,
    pub(super) circulation: Text,
    pub(super) document_number: Text,
    pub(super) basis: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonData {
    pub(super) key: String,
    pub(super) name: Text,
    pub(super) title: Text,
    pub(super) roles: BTreeSet<Role>,
    pub(super) passphrase: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationData {
    pub(super) usual: AnswerValue,
    pub(super) answer: Vec<AnswerData>,
    pub(super) evidence: Vec<EvidenceData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerData {
    pub(super) question: String,
    pub(super) value: AnswerValue,
    pub(super) note: Option<Text>,
    pub(super) na_reason: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvidenceData {
    pub(super) name: Text,
    pub(super) locator: Text,
    pub(super) shows: Text,
    dated: Option<Datetime>,
    pub(super) standing: Standing,
    pub(super) questions: Vec<String>,
    #[serde(default)]
    pub(super) measures: Vec<String>,
    #[serde(default)]
    pub(super) risks: Vec<String>,
}

impl EvidenceData {
    pub(super) fn dated(&self) -> Option<Date> {
        self.dated.as_ref().map(date)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SystemData {
    /// Names the system within the file, for its readers.
    #[serde(rename = "key")]
    _key: String,
    pub(super) profile: String,
    pub(super) depth: Depth,
    pub(super) usual: AnswerValue,
    /// What a trainee should find; not shown by the program.
    #[serde(rename = "planted")]
    _planted: Text,
    pub(super) facts: FactsData,
    pub(super) context: ContextData,
    pub(super) answer: Vec<AnswerData>,
    pub(super) evidence: Vec<EvidenceData>,
    pub(super) measures: BTreeMap<String, u8>,
    #[serde(default)]
    pub(super) action: Vec<ActionData>,
    #[serde(default)]
    pub(super) decision: Vec<DecisionData>,
    #[serde(default)]
    pub(super) volume: Vec<VolumeData>,
    pub(super) dissent: Option<DissentData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactsData {
    pub(super) name: Text,
    pub(super) reference: String,
    pub(super) supplier: Text,
    pub(super) model: Text,
    pub(super) version: String,
    pub(super) purpose: Text,
    pub(super) decision_points: Vec<Text>,
    pub(super) key_area: KeyArea,
    pub(super) unit: Text,
    pub(super) data_grades: BTreeSet<DataGrade>,
    pub(super) affected: Text,
    pub(super) scale: Text,
    pub(super) autonomy: Text,
    pub(super) phase: Phase,
    protection_level: Option<u8>,
    #[serde(default)]
    protection_number: String,
    cryptography_assessed_on: Option<Datetime>,
    impact_assessed_on: Option<Datetime>,
    #[serde(default)]
    model_filing_number: String,
    critical_infrastructure: Option<bool>,
    personal_information: Option<bool>,
    important_data: Option<bool>,
    cross_border: Option<bool>,
}

impl FactsData {
    pub(super) fn filing(&self) -> FilingFacts {
        FilingFacts {
            protection_level: self.protection_level,
            protection_number: self.protection_number.clone(),
            cryptography_assessed_on: self.cryptography_assessed_on.as_ref().map(date),
            impact_assessed_on: self.impact_assessed_on.as_ref().map(date),
            model_filing_number: self.model_filing_number.clone(),
            critical_infrastructure: self.critical_infrastructure,
            personal_information: self.personal_information,
            important_data: self.important_data,
            cross_border: self.cross_border,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContextData {
    scenario: ValueData,
    autonomy: ValueData,
    scale: ValueData,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValueData {
    value: u8,
    en: String,
    zh: String,
}

impl ContextData {
    pub(super) fn in_language(&self, locale: Locale) -> Context {
        let value = |data: &ValueData| ContextValue {
            value: Some(data.value),
            reason: match locale {
                Locale::En => data.en.clone(),
                Locale::ZhCn => data.zh.clone(),
            },
        };
        Context {
            scenario: value(&self.scenario),
            autonomy: value(&self.autonomy),
            scale: value(&self.scale),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionData {
    pub(super) title: Text,
    pub(super) target: String,
    pub(super) owner: Text,
    due: Datetime,
    pub(super) state: ActionState,
}

impl ActionData {
    pub(super) fn due(&self) -> Option<Date> {
        Some(date(&self.due))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DecisionData {
    day: Datetime,
    /// Time of the day in the sample's time zone, such as `10:24`.
    pub(super) at: String,
    pub(super) point: Option<Text>,
    pub(super) category: Option<Text>,
    #[serde(default)]
    pub(super) prompt_version: String,
    pub(super) case: String,
    pub(super) confidence: Option<f64>,
    /// Seconds from the AI's result to the decision.
    pub(super) seconds: Option<i64>,
    pub(super) reviewer: Option<Text>,
    pub(super) first: Option<Text>,
    pub(super) reason_code: Option<ReasonId>,
    pub(super) harm_if_followed: Option<u8>,
    pub(super) harm_if_wrong: Option<u8>,
    pub(super) reversible: Option<bool>,
    pub(super) outcome: Option<Text>,
    pub(super) outcome_source: Option<Text>,
    #[serde(default)]
    pub(super) seeded: bool,
    #[serde(default)]
    pub(super) entered_late: bool,
    pub(super) ai: Text,
    pub(super) human: Text,
    pub(super) disposition: Disposition,
    pub(super) reason: Text,
}

impl DecisionData {
    pub(super) fn day(&self) -> Date {
        date(&self.day)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VolumeData {
    from: Datetime,
    to: Datetime,
    issued: u64,
    accepted: u64,
    modified: u64,
    overridden: u64,
    automatic: u64,
    not_reviewed: u64,
}

impl VolumeData {
    pub(super) fn facts(&self, system: SystemId, model_version: String) -> VolumeFacts {
        VolumeFacts {
            system,
            decision_point: String::new(),
            model_version,
            period: Period {
                from: date(&self.from),
                to: date(&self.to),
            },
            totals: Totals {
                issued: Some(self.issued),
                accepted: Some(self.accepted),
                modified: Some(self.modified),
                overridden: Some(self.overridden),
                automatic: Some(self.automatic),
                not_reviewed: Some(self.not_reviewed),
            },
            exposure: None,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DissentData {
    pub(super) by: String,
    pub(super) proposed_grade: u8,
    pub(super) reason: Text,
}
