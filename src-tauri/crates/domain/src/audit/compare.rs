//! What has become of each question since an earlier audit.

use super::{AuditItem, Dimension, ItemResult};
use crate::id::QuestionId;
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

wire_enum! {
    /// What has become of a question.
    AuditChange {
        /// It fails now and never failed before.
        New,
        /// It failed before and conforms now.
        Fixed,
        /// It conformed in part and fails now.
        Worse,
        /// It failed and conforms in part now.
        Better,
        /// The same as before.
        Unchanged,
        /// It failed once, conformed after that, and fails again.
        Reopened,
        /// The question has other words now, so the results are not compared.
        QuestionChanged,
        /// Not judged in one of the two.
        NotCompared,
    }
}

/// One question in the comparison of two audits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Compared {
    /// Which question.
    pub question: QuestionId,
    /// Its dimension.
    pub dimension: Dimension,
    /// What has become of it.
    pub change: AuditChange,
    /// Its last judged result up to the earlier audit.
    pub before: Option<ItemResult>,
    /// Its result in the later audit; nothing when it is open or was not asked.
    pub now: Option<ItemResult>,
}

/// What was judged of a question up to the earlier audit.
struct Past<'a> {
    last: &'a AuditItem,
    /// Whether it failed in any audit.
    failed: bool,
}

/// Compares a checklist with those of earlier audits, the nearest first. A question that the nearest
/// left out is compared with the last one that judged it, so that an audit of a part loses nothing.
#[must_use]
pub fn compare(now: &[AuditItem], earlier: &[Vec<AuditItem>]) -> Vec<Compared> {
    let past = past(earlier);
    let mut compared: Vec<Compared> = now
        .iter()
        .map(|item| {
            let past = past.get(&item.question);
            Compared {
                question: item.question.clone(),
                dimension: item.dimension,
                change: change(item, past),
                before: past.and_then(|past| past.last.result),
                now: item.result,
            }
        })
        .collect();
    let asked = |item: &AuditItem| now.iter().any(|known| known.question == item.question);
    let left = earlier.first().into_iter().flatten();
    let left = left.filter(|item| !asked(item)).map(|item| Compared {
        question: item.question.clone(),
        dimension: item.dimension,
        change: AuditChange::NotCompared,
        before: past.get(&item.question).and_then(|past| past.last.result),
        now: None,
    });
    compared.extend(left);
    compared
}

fn past(earlier: &[Vec<AuditItem>]) -> BTreeMap<&QuestionId, Past<'_>> {
    let mut past: BTreeMap<&QuestionId, Past<'_>> = BTreeMap::new();
    for item in earlier.iter().flatten() {
        let Some(result) = item.result.filter(|result| result.is_judged()) else {
            continue;
        };
        past.entry(&item.question)
            .and_modify(|known| known.failed |= result.is_failing())
            .or_insert(Past {
                last: item,
                failed: result.is_failing(),
            });
    }
    past
}

fn change(item: &AuditItem, past: Option<&Past<'_>>) -> AuditChange {
    let Some(now) = item.result.filter(|result| result.is_judged()) else {
        return AuditChange::NotCompared;
    };
    let Some(past) = past else {
        return match now.is_failing() {
            true => AuditChange::New,
            false => AuditChange::NotCompared,
        };
    };
    if past.last.digest != item.digest {
        return AuditChange::QuestionChanged;
    }
    let before = past.last.result.unwrap_or(ItemResult::NotTested);
    match (before, now) {
        (before, now) if before == now => AuditChange::Unchanged,
        (ItemResult::Conforms, _) if past.failed => AuditChange::Reopened,
        (ItemResult::Conforms, _) => AuditChange::New,
        (_, ItemResult::Conforms) => AuditChange::Fixed,
        (ItemResult::Partly, _) => AuditChange::Worse,
        _ => AuditChange::Better,
    }
}
