//! What can be chosen from in a log.

use super::scope::{DaySpan, Scope};
use super::setting::FigureSettings;
use crate::stats::case_mix::SHOWN_FROM;
use crate::stats::log::{Column, Log};
use serde::{Deserialize, Serialize};

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Picked {
    /// What it is; empty for records where it is not stated.
    pub value: String,
    /// How many records have it; of a reviewer, how many decisions.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub n: u64,
}

/// What can be chosen from, whatever is chosen at present; each list in the order of its values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pickers {
    /// Decision points.
    pub decision_points: Vec<Picked>,
    /// Model versions.
    pub model_versions: Vec<Picked>,
    /// Codes of reasons.
    pub reasons: Vec<Picked>,
    /// Categories.
    pub categories: Vec<Picked>,
    /// Pseudonyms of reviewers with ten decisions or more.
    pub reviewers: Vec<Picked>,
    /// How many reviewers have fewer.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub hidden_reviewers: u64,
    /// Labels of outputs and final decisions, so that their order can be stated; at the most 50.
    pub labels: Vec<String>,
}

/// The most labels that can be put in order.
const LABELS: usize = 50;

/// Returns what can be chosen from in a time, whatever is chosen at present.
#[must_use]
pub fn pickers(log: &Log, periods: &[DaySpan]) -> Pickers {
    let everything = FigureSettings::default();
    let mut scope = Scope::new(log, periods, &everything);
    let mut counts: [Vec<u64>; 5] = columns(log).map(|column| vec![0; column.words.len()]);
    let mut labels = vec![false; log.labels.len()];
    let add = |counts: &mut [u64], number: u16| {
        if let Some(count) = counts.get_mut(usize::from(number)) {
            *count += 1;
        }
    };
    for record in 0..log.len() {
        if scope.period(record).is_none() {
            continue;
        }
        let decided = log.disposition(record).is_decided();
        for (place, (counts, column)) in counts.iter_mut().zip(columns(log)).enumerate() {
            if place != REVIEWERS || decided {
                add(counts, column.codes.get(record));
            }
        }
        for number in [log.ai.get(record), log.last.get(record)] {
            if let Some(used) = labels.get_mut(usize::from(number)) {
                *used = true;
            }
        }
    }
    let [
        decision_points,
        model_versions,
        reasons,
        categories,
        reviewers,
    ] = [0, 1, 2, 3, REVIEWERS].map(|place| listed(&counts[place], columns(log)[place]));
    let (shown, hidden): (Vec<_>, Vec<_>) = reviewers
        .into_iter()
        .filter(|reviewer| !reviewer.value.is_empty())
        .partition(|reviewer| reviewer.n >= SHOWN_FROM);
    let mut labels: Vec<String> = log
        .labels
        .iter()
        .filter(|(number, label)| labels[usize::from(*number)] && !label.is_empty())
        .map(|(_, label)| label.to_owned())
        .collect();
    labels.sort_unstable();
    labels.truncate(LABELS);
    Pickers {
        decision_points,
        model_versions,
        reasons: reasons
            .into_iter()
            .filter(|reason| !reason.value.is_empty())
            .collect(),
        categories,
        reviewers: shown,
        hidden_reviewers: hidden.len() as u64,
        labels,
    }
}

/// The place of the reviewers among the columns.
const REVIEWERS: usize = 4;

fn columns(log: &Log) -> [&Column; 5] {
    [
        &log.points,
        &log.versions,
        &log.reasons,
        &log.categories,
        &log.reviewers,
    ]
}

fn listed(counts: &[u64], column: &Column) -> Vec<Picked> {
    let words = column.words.iter().zip(counts).filter(|(_, n)| **n > 0);
    let mut all: Vec<Picked> = words
        .map(|((_, word), n)| Picked {
            value: word.to_owned(),
            n: *n,
        })
        .collect();
    all.sort_by(|a, b| a.value.cmp(&b.value));
    all
}
