//! What is left of a record's texts once they are erased: which were there, which were alike, and
//! the labels that say nothing about one case.

use super::label::{direction, label};
use super::{Log, MOST_LABELS};
use crate::decision::DecisionFacts;
use crate::stats::agreement;
use crate::stats::figures::Direction;
use std::collections::HashMap;

/// The labels of a record: output, first judgement, final decision, outcome. Empty ones are not known.
pub type Labels<'a> = [&'a str; 4];

/// Returns the labels of a record whose texts are there.
#[must_use]
pub fn labels(facts: &DecisionFacts) -> Labels<'_> {
    [
        label(&facts.ai_output),
        label(facts.human_initial.as_deref().unwrap_or_default()),
        label(&facts.human_final),
        label(facts.outcome.as_deref().unwrap_or_default()),
    ]
}

/// Which texts of a record were there and which were alike, as bits of one number.
///
/// Bits 0 to 3: output, first judgement, final decision, outcome. Bit 4: reason in words. Bits 5 to
/// 9: final as output, outcome as output, outcome as final, first as output, first as outcome. Bits
/// 10 and 11: stricter and more lenient, where the labels are numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Alike(u16);

impl Alike {
    const REASON: u16 = 1 << 4;
    const LAST_AS_AI: u16 = 1 << 5;
    const AI_RIGHT: u16 = 1 << 6;
    const PERSON_RIGHT: u16 = 1 << 7;
    const FIRST_AS_AI: u16 = 1 << 8;
    const FIRST_RIGHT: u16 = 1 << 9;
    const STRICTER: u16 = 1 << 10;
    const MORE_LENIENT: u16 = 1 << 11;
    const UNUSED: u16 = 15 << 12;

    /// Compares the texts of a record.
    #[must_use]
    pub fn of(facts: &DecisionFacts) -> Self {
        let [ai, first, last, outcome] = labels(facts);
        let there = [ai, first, last, outcome, label(&facts.reason_text)];
        let there = (0..).zip(there).filter(|(_, text)| !text.is_empty());
        let there = there.fold(0, |bits, (place, _)| bits | 1 << place);
        let way = match direction(ai, last, &[]) {
            Some(Direction::Stricter) => Self::STRICTER,
            Some(Direction::MoreLenient) => Self::MORE_LENIENT,
            None => 0,
        };
        let pairs = [
            (last, ai, Self::LAST_AS_AI),
            (outcome, ai, Self::AI_RIGHT),
            (outcome, last, Self::PERSON_RIGHT),
            (first, ai, Self::FIRST_AS_AI),
            (first, outcome, Self::FIRST_RIGHT),
        ];
        let same = pairs
            .iter()
            .filter(|(one, other, _)| !one.is_empty() && one == other);
        Self(same.fold(there | way, |bits, (_, _, bit)| bits | bit))
    }

    /// Returns bits that were written down, unless they cannot have been.
    #[must_use]
    pub const fn read(bits: u16) -> Option<Self> {
        let both = Self::STRICTER | Self::MORE_LENIENT;
        if bits & both == both || bits & Self::UNUSED != 0 {
            return None;
        }
        Some(Self(bits))
    }

    /// Returns the bits to be written down.
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    const fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }

    pub(super) const fn ai(self) -> bool {
        self.has(1)
    }

    pub(super) const fn first(self) -> bool {
        self.has(1 << 1)
    }

    pub(super) const fn last(self) -> bool {
        self.has(1 << 2)
    }

    pub(super) const fn outcome(self) -> bool {
        self.has(1 << 3)
    }

    pub(super) const fn there(self) -> [bool; 4] {
        [self.ai(), self.first(), self.last(), self.outcome()]
    }

    pub(super) const fn reason(self) -> bool {
        self.has(Self::REASON)
    }

    pub(super) const fn last_as_ai(self) -> bool {
        self.has(Self::LAST_AS_AI)
    }

    pub(super) const fn ai_right(self) -> bool {
        self.has(Self::AI_RIGHT)
    }

    pub(super) const fn person_right(self) -> bool {
        self.has(Self::PERSON_RIGHT)
    }

    pub(super) const fn first_as_ai(self) -> bool {
        self.has(Self::FIRST_AS_AI)
    }

    pub(super) const fn first_right(self) -> bool {
        self.has(Self::FIRST_RIGHT)
    }

    pub(super) const fn direction(self) -> Option<Direction> {
        if self.has(Self::STRICTER) {
            Some(Direction::Stricter)
        } else if self.has(Self::MORE_LENIENT) {
            Some(Direction::MoreLenient)
        } else {
            None
        }
    }
}

/// What is left of the texts of a record that was thinned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// Which texts were there and which were alike.
    pub alike: Alike,
    /// What stands for the labels, in the order of [`Labels`]; empty where nothing does.
    pub labels: [String; 4],
}

impl Trace {
    /// Returns the direction by an order of labels, or by numbers where there is no order.
    pub(super) fn direction(&self, order: &[String]) -> Option<Direction> {
        if order.is_empty() {
            return self.alike.direction();
        }
        let [ai, _, last, _] = &self.labels;
        direction(ai, last, order)
    }
}

/// How many records must carry a label so that it stays: then it names a kind of answer, not a case.
pub const CARRIED_BY: u64 = 20;
/// The most characters of a label that stays; what is longer is a sentence.
pub const LONGEST_LABEL: usize = 40;

/// How many records of a log carry each label.
#[derive(Clone, Debug, Default)]
pub struct LabelCounts {
    carried: HashMap<String, u64>,
    full: bool,
}

/// What becomes of a label when the records that carry it are thinned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Stays,
    /// A number takes its place, so that records that carried the same still do.
    Numbered,
    /// Nothing takes its place.
    Erased,
}

impl LabelCounts {
    /// Takes in the records of a log.
    pub fn add(&mut self, log: &Log) {
        let mut counts = vec![0_u64; log.labels.len()];
        for record in 0..log.len() {
            let columns = [&log.ai, &log.first, &log.last, &log.outcome];
            let codes = columns.map(|codes| codes.get(record));
            for (place, code) in codes.iter().enumerate() {
                if codes[..place].contains(code) {
                    continue;
                }
                match counts.get_mut(usize::from(*code)) {
                    Some(count) => *count += 1,
                    None => self.full = true,
                }
            }
        }
        for (code, word) in log.labels.iter().skip(1) {
            let count = counts[usize::from(code)];
            if let Some(known) = self.carried.get_mut(word) {
                *known += count;
            } else if self.carried.len() < MOST_LABELS {
                self.carried.insert(word.to_owned(), count);
            } else {
                self.full = true;
            }
        }
    }

    /// Returns what becomes of a label.
    ///
    /// One that many records carry and that is short stays. Any other is erased, and a number takes
    /// its place while the log has so few labels that a table of them can be made.
    #[must_use]
    pub fn fate(&self, label: &str) -> Fate {
        let carried = self.carried.get(label).copied().unwrap_or_default();
        if carried >= CARRIED_BY && label.chars().count() <= LONGEST_LABEL {
            Fate::Stays
        } else if !self.full && self.carried.len() <= agreement::MOST_LABELS {
            Fate::Numbered
        } else {
            Fate::Erased
        }
    }

    /// Returns the labels that stay, in the order of their letters, and how many do not.
    #[must_use]
    pub fn stay(&self) -> (Vec<String>, u64) {
        let stays = |label: &&String| self.fate(label) == Fate::Stays;
        let mut labels: Vec<String> = self.carried.keys().filter(stays).cloned().collect();
        labels.sort();
        let others = self.carried.len() - labels.len();
        (labels, others as u64)
    }
}
