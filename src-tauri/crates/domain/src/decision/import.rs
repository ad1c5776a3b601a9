//! An import: many records of one file, taken all or none, and taken back as a whole.

use super::DecisionFacts;
use crate::id::{ImportId, SystemId};
use crate::person::Act;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What a file holds.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Content {
    /// One decision in each row.
    #[default]
    Decisions,
    /// Totals or exposure of periods.
    Volumes,
}

/// An import as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Which import.
    pub id: ImportId,
    /// Of which AI system its records are.
    pub system: SystemId,
    /// What the file held.
    pub content: Content,
    /// The file's name.
    pub file: String,
    /// Name of the mapping.
    pub mapping: String,
    /// Records or volumes that it brought.
    pub count: u64,
    /// Who imported it, and when.
    pub imported: Act,
    /// Who took it back, and when.
    pub undone: Option<Act>,
}

/// What tells a record of a file from another: equal keys are one record.
///
/// With a case number it is the case and the time of the decision, as an export states them again. A
/// source without case numbers may well hold two alike records of one day, so there the key covers
/// everything that is said, and as many alike records are taken as the file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey(pub [u8; 16]);

/// Returns the key of a record within its AI system.
#[must_use]
pub fn record_key(facts: &DecisionFacts) -> RecordKey {
    let at = facts.decided_at.at();
    if !facts.case_key.is_empty() {
        return case_key(at, &facts.case_key);
    }
    let mut hash = Sha256::new();
    hash.update(at.micros().to_be_bytes());
    hash.update([1]);
    update(&mut hash, facts);
    key(hash)
}

/// Returns the key of a record that names its case, which its time and its case alone make.
#[must_use]
pub fn case_key(at: Timestamp, case: &str) -> RecordKey {
    let mut hash = Sha256::new();
    hash.update(at.micros().to_be_bytes());
    hash.update([0]);
    hash.update(case.as_bytes());
    key(hash)
}

fn update(hash: &mut Sha256, facts: &DecisionFacts) {
    whole(facts, |bytes| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    });
}

fn key(hash: Sha256) -> RecordKey {
    let digest = hash.finalize();
    let mut key = [0; 16];
    key.copy_from_slice(&digest[..16]);
    RecordKey(key)
}

/// Returns the key by which a record that was thinned, or what a file says of it once more, is still
/// told: everything that thinning leaves.
#[must_use]
pub fn thinned_key(facts: &DecisionFacts) -> RecordKey {
    let left = DecisionFacts {
        reviewer: String::new(),
        case_key: String::new(),
        ai_output: String::new(),
        human_initial: None,
        human_final: String::new(),
        reason_text: String::new(),
        outcome: None,
        ..facts.clone()
    };
    let mut hash = Sha256::new();
    hash.update([2]);
    update(&mut hash, &left);
    key(hash)
}

/// Hands everything that a file can say about a decision to a function, field by field in the order
/// of the facts; what is not said is empty.
pub fn whole(facts: &DecisionFacts, mut take: impl FnMut(&[u8])) {
    let number = |number: Option<i64>| number.map_or(Vec::new(), |n| n.to_be_bytes().to_vec());
    take(&facts.decided_at.at().micros().to_be_bytes());
    take(&facts.decided_at.offset_min().to_be_bytes());
    let reason = facts.reason_code.as_ref().map_or("", |code| code.as_str());
    let texts = [
        &*facts.decision_point,
        &facts.model_version,
        &facts.prompt_version,
        &facts.case_key,
        &facts.category,
        &facts.ai_output,
        &facts.reviewer,
        facts.human_initial.as_deref().unwrap_or_default(),
        &facts.human_final,
        reason,
        &facts.reason_text,
        facts.outcome.as_deref().unwrap_or_default(),
        &facts.outcome_source,
    ];
    texts.iter().for_each(|text| take(text.as_bytes()));
    let confidence = facts.ai_confidence.map(f64::to_bits);
    take(&number(confidence.map(u64::cast_signed)));
    take(&number(facts.ai_at.map(|at| at.micros())));
    take(&number(facts.latency_ms));
    take(&number(facts.outcome_at.map(|at| at.micros())));
    take(&[
        facts.disposition as u8,
        facts.harm_if_followed.map_or(u8::MAX, |harm| harm),
        facts.harm_if_wrong.map_or(u8::MAX, |harm| harm),
        facts.reversible.map_or(u8::MAX, u8::from),
        u8::from(facts.seeded),
    ]);
}
