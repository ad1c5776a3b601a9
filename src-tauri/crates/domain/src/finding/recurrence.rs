//! What was found before: the same AI system, and the same question or the same sign.

use crate::decision::DecisionSignal;
use crate::id::{FindingId, QuestionId, SystemId};
use crate::time::Timestamp;
use std::collections::HashMap;

/// What a finding is about, as far as it tells whether it was found before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// Which finding.
    pub id: FindingId,
    /// Of which AI system.
    pub system: SystemId,
    /// The question that it failed.
    pub question: Option<QuestionId>,
    /// The sign from which it came.
    pub signal: Option<DecisionSignal>,
    /// When it was recorded.
    pub at: Timestamp,
}

/// Returns, for each finding that was found before, the earlier ones, oldest first.
///
/// Two findings that are about neither a question nor a sign are never taken for the same, since
/// nothing but their words could tell.
#[must_use]
pub fn earlier(matters: &[Matter]) -> HashMap<FindingId, Vec<FindingId>> {
    let mut sorted: Vec<&Matter> = matters.iter().collect();
    sorted.sort_by_key(|matter| (matter.at, matter.id));
    let mut by_question: HashMap<(SystemId, &QuestionId), Vec<&Matter>> = HashMap::new();
    let mut by_signal: HashMap<(SystemId, DecisionSignal), Vec<&Matter>> = HashMap::new();
    let mut found = HashMap::new();
    for matter in sorted {
        let mut before: Vec<&Matter> = Vec::new();
        if let Some(question) = &matter.question {
            let same = by_question.entry((matter.system, question)).or_default();
            before.extend(same.iter());
            same.push(matter);
        }
        if let Some(signal) = matter.signal {
            let same = by_signal.entry((matter.system, signal)).or_default();
            before.extend(same.iter());
            same.push(matter);
        }
        before.sort_by_key(|matter| (matter.at, matter.id));
        before.dedup_by_key(|matter| matter.id);
        if !before.is_empty() {
            found.insert(matter.id, before.iter().map(|matter| matter.id).collect());
        }
    }
    found
}
