//! A log of decisions as columns: what the figures are made of, without the records themselves.
//!
//! A record takes about 24 bytes: a second, a word of marks, a latency, and small numbers into
//! dictionaries. Texts that matter only as equal or not are compared when a record is taken in, so
//! that agreement of free texts stays exact however many there are. Logs can be joined and written
//! down, which lets whoever keeps the records keep the columns of each month beside them.

mod bytes;
mod codes;
mod label;
mod mark;
mod newest;
mod trace;

pub use bytes::Damaged;
pub use label::{direction, label};
pub use newest::Newest;
pub use trace::{Alike, CARRIED_BY, Fate, LONGEST_LABEL, LabelCounts, Labels, Trace, labels};

pub(crate) use label::number;

pub(crate) use codes::{ANOTHER, Codes, Words};
pub(crate) use mark::Marks;

use crate::decision::{Decision, DecisionFacts, Disposition};
use crate::stats::figures::Direction;

/// The most labels that a log tells apart: outputs, judgements, decisions and outcomes together.
pub const MOST_LABELS: usize = 4_096;
/// Words and labels longer than this many characters are not told apart.
pub const LONGEST_WORD: usize = 200;
/// The most words of any other dictionary.
const MOST_WORDS: usize = 65_000;
/// The latency of a record without one.
const NO_LATENCY: u32 = u32::MAX;
/// From here on a latency counts seconds: 2^31 ms are 24.9 days.
const IN_SECONDS: u32 = 1 << 31;

/// A log as columns, one entry of each for a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    pub(crate) seconds: Vec<u32>,
    pub(crate) marks: Vec<Marks>,
    latencies: Vec<u32>,
    /// Digests of the reasons in words, 0 for none.
    pub(crate) texts: Vec<u32>,
    pub(crate) reasons: Column,
    pub(crate) points: Column,
    pub(crate) versions: Column,
    pub(crate) reviewers: Column,
    pub(crate) categories: Column,
    pub(crate) labels: Words,
    pub(crate) ai: Codes,
    pub(crate) first: Codes,
    pub(crate) last: Codes,
    pub(crate) outcome: Codes,
}

/// A column with a dictionary of its own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Column {
    pub(crate) words: Words,
    pub(crate) codes: Codes,
}

impl Column {
    fn new() -> Self {
        Self {
            words: Words::new(MOST_WORDS),
            codes: Codes::default(),
        }
    }

    fn push(&mut self, word: &str) {
        let code = self.words.keep(word);
        self.codes.push(code);
    }

    fn append(&mut self, other: &Self) {
        let codes = self.words.merge(&other.words);
        self.codes.append(&other.codes, &codes);
    }
}

impl Default for Log {
    fn default() -> Self {
        Self::new()
    }
}

impl Log {
    /// Makes a log without records.
    #[must_use]
    pub fn new() -> Self {
        Self {
            seconds: Vec::new(),
            marks: Vec::new(),
            latencies: Vec::new(),
            texts: Vec::new(),
            reasons: Column::new(),
            points: Column::new(),
            versions: Column::new(),
            reviewers: Column::new(),
            categories: Column::new(),
            labels: Words::new(MOST_LABELS),
            ai: Codes::default(),
            first: Codes::default(),
            last: Codes::default(),
            outcome: Codes::default(),
        }
    }

    /// Returns how many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.seconds.len()
    }

    /// Tells whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.seconds.is_empty()
    }

    /// Takes in a record whose texts are there.
    pub fn push(&mut self, decision: &Decision) {
        let facts = &decision.facts;
        let marks = Marks::of(facts, Alike::of(facts), decision.entered_late, false);
        self.push_row(facts, marks, digest(&facts.reason_text));
        let codes = labels(facts).map(|label| self.labels.keep(label));
        self.push_labels(codes);
    }

    /// Takes in a record that was thinned, of whose texts only a trace is left.
    pub fn push_thinned(&mut self, decision: &Decision, trace: &Trace) {
        let (facts, alike) = (&decision.facts, trace.alike);
        let marks = Marks::of(facts, alike, decision.entered_late, true);
        // Nobody knows any more which reasons were alike, so each counts as one of its own.
        let reason = match alike.reason() {
            true => digest(&decision.id.to_string()),
            false => 0,
        };
        self.push_row(facts, marks, reason);
        let there = alike.there();
        let code = |place: usize| match (trace.labels[place].as_str(), there[place]) {
            ("", true) => ANOTHER,
            (label, _) => self.labels.keep(label),
        };
        let codes = [0, 1, 2, 3].map(code);
        self.push_labels(codes);
    }

    fn push_row(&mut self, facts: &DecisionFacts, marks: Marks, text: u32) {
        let seconds = facts.decided_at.at().micros().div_euclid(1_000_000);
        // Records lie between 1990 and the clock; what does not fit is kept at the end.
        self.seconds
            .push(seconds.clamp(0, i64::from(u32::MAX)) as u32);
        self.marks.push(marks);
        self.latencies.push(latency(facts.latency_ms));
        self.texts.push(text);
        let reason = facts.reason_code.as_ref().map(|code| code.as_str());
        self.reasons.push(reason.unwrap_or_default());
        self.points.push(&facts.decision_point);
        self.versions.push(&facts.model_version);
        self.reviewers.push(&facts.reviewer);
        self.categories.push(&facts.category);
    }

    fn push_labels(&mut self, [ai, first, last, outcome]: [u16; 4]) {
        self.ai.push(ai);
        self.first.push(first);
        self.last.push(last);
        self.outcome.push(outcome);
    }

    /// Takes in all records of another log.
    pub fn append(&mut self, other: &Self) {
        self.seconds.extend_from_slice(&other.seconds);
        self.marks.extend_from_slice(&other.marks);
        self.latencies.extend_from_slice(&other.latencies);
        self.texts.extend_from_slice(&other.texts);
        self.reasons.append(&other.reasons);
        self.points.append(&other.points);
        self.versions.append(&other.versions);
        self.reviewers.append(&other.reviewers);
        self.categories.append(&other.categories);
        let codes = self.labels.merge(&other.labels);
        self.ai.append(&other.ai, &codes);
        self.first.append(&other.first, &codes);
        self.last.append(&other.last, &codes);
        self.outcome.append(&other.outcome, &codes);
    }

    /// Returns how long the look of a record took, if that is logged.
    pub(crate) fn latency(&self, record: usize) -> Option<Latency> {
        let kept = self.latencies[record];
        (kept != NO_LATENCY).then_some(Latency(kept))
    }

    /// Returns the direction in which the final decision lies from the output: by the order given
    /// as a rank of each label, else by the labels as numbers.
    pub(crate) fn direction(
        &self,
        record: usize,
        ranks: Option<&[Option<u32>]>,
    ) -> Option<Direction> {
        let Some(ranks) = ranks else {
            return self.marks[record].direction();
        };
        let rank = |codes: &Codes| ranks.get(usize::from(codes.get(record))).copied().flatten();
        label::compared(&rank(&self.ai)?, &rank(&self.last)?)
    }

    pub(crate) fn disposition(&self, record: usize) -> Disposition {
        self.marks[record].disposition()
    }
}

/// How long a look took, in a form that sorts by length.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Latency(u32);

impl Latency {
    /// Returns milliseconds, whole seconds from 24.9 days on.
    pub(crate) fn ms(self) -> u64 {
        match self.0.checked_sub(IN_SECONDS) {
            Some(seconds) => u64::from(seconds) * 1_000,
            None => u64::from(self.0),
        }
    }
}

fn latency(ms: Option<i64>) -> u32 {
    let Some(ms) = ms.and_then(|ms| u64::try_from(ms).ok()) else {
        return NO_LATENCY;
    };
    match u32::try_from(ms) {
        Ok(ms) if ms < IN_SECONDS => ms,
        _ => {
            let seconds = u32::try_from(ms / 1_000).unwrap_or(u32::MAX);
            seconds.min(NO_LATENCY - 1 - IN_SECONDS) + IN_SECONDS
        }
    }
}

/// Returns a number by which equal texts are equal and others almost surely differ (FNV-1a).
fn digest(text: &str) -> u32 {
    let text = label(text);
    if text.is_empty() {
        return 0;
    }
    let mixed = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    ((mixed ^ (mixed >> 32)) as u32).max(1)
}
