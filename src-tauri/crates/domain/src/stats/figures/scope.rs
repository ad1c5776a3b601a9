//! Which records of a log are looked at, and in which period each lies.

use super::setting::{Direction, FigureSelection, FigureSettings};
use crate::decision::Disposition;
use crate::stats::log::{Column, Log, label};
use crate::time::{Date, Timestamp};

/// Days that follow one another, with the moments at which they begin and end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySpan {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// When the first day begins.
    pub start: Timestamp,
    /// When the day after the last begins.
    pub end: Timestamp,
}

impl DaySpan {
    pub(super) fn seconds(&self) -> (i64, i64) {
        let second = |at: Timestamp| at.micros().div_euclid(1_000_000);
        (second(self.start), second(self.end))
    }
}

/// Which word a record must have, as a number of the dictionary.
#[derive(Clone, Copy)]
enum Wanted {
    Any,
    Word(u16),
    /// A word that no record has.
    Nothing,
}

impl Wanted {
    fn of(word: Option<&String>, column: &Column) -> Self {
        match word.map(|word| column.words.find(word)) {
            None => Self::Any,
            Some(Some(number)) => Self::Word(number),
            Some(None) => Self::Nothing,
        }
    }

    fn holds(self, column: &Column, record: usize) -> bool {
        match self {
            Self::Any => true,
            Self::Word(number) => column.codes.get(record) == number,
            Self::Nothing => false,
        }
    }
}

/// What a record counts as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// Neither decided nor with an output.
    Undecided,
    /// A decision that is no override.
    Accepted,
    /// An override that the selection counts.
    Override,
    /// An override that it does not count.
    OtherOverride,
}

/// A selection, ready to be asked of each record.
pub(super) struct Scope<'a> {
    log: &'a Log,
    starts: Vec<i64>,
    end: i64,
    last: usize,
    point: Wanted,
    version: Wanted,
    reviewer: Wanted,
    category: Wanted,
    reason: Wanted,
    direction: Option<Direction>,
    modified_counts: bool,
    ranks: Option<Vec<Option<u32>>>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(log: &'a Log, periods: &[DaySpan], settings: &FigureSettings) -> Self {
        let FigureSelection {
            decision_point,
            model_version,
            reviewer,
            category,
            reason,
            direction,
        } = &settings.selection;
        Self {
            log,
            starts: periods.iter().map(|period| period.seconds().0).collect(),
            end: periods.last().map_or(i64::MIN, |period| period.seconds().1),
            last: 0,
            point: Wanted::of(decision_point.as_ref(), &log.points),
            version: Wanted::of(model_version.as_ref(), &log.versions),
            reviewer: Wanted::of(reviewer.as_ref(), &log.reviewers),
            category: Wanted::of(category.as_ref(), &log.categories),
            reason: Wanted::of(reason.as_ref(), &log.reasons),
            direction: *direction,
            modified_counts: settings.modified_counts,
            ranks: ranks(log, &settings.label_order),
        }
    }

    /// Returns the period of a record, or nothing when it lies in none. Neighbours in the log are
    /// neighbours in time, so the period of the one before is tried first.
    pub(super) fn period(&mut self, record: usize) -> Option<usize> {
        let at = i64::from(self.log.seconds[record]);
        let starts = self.starts.get(self.last).is_some_and(|start| *start <= at);
        let ends = self.starts.get(self.last + 1).copied().unwrap_or(self.end);
        if !starts || at >= ends {
            if at >= self.end {
                return None;
            }
            self.last = self
                .starts
                .partition_point(|start| *start <= at)
                .checked_sub(1)?;
        }
        Some(self.last)
    }

    /// Tells whether the selection chooses a record.
    pub(super) fn chooses(&self, record: usize) -> bool {
        self.point.holds(&self.log.points, record)
            && self.version.holds(&self.log.versions, record)
            && self.reviewer.holds(&self.log.reviewers, record)
            && self.category.holds(&self.log.categories, record)
    }

    pub(super) fn direction(&self, record: usize) -> Option<Direction> {
        self.log.direction(record, self.ranks.as_deref())
    }

    pub(super) fn counted(&self, record: usize) -> Counted {
        match self.log.disposition(record) {
            Disposition::Deferred | Disposition::NoAiOutput => Counted::Undecided,
            Disposition::Accepted => Counted::Accepted,
            Disposition::Modified if !self.modified_counts => Counted::Accepted,
            Disposition::Modified | Disposition::Overridden => {
                let reason = self.reason.holds(&self.log.reasons, record);
                let way = self.direction.is_none() || self.direction == self.direction(record);
                if reason && way {
                    Counted::Override
                } else {
                    Counted::OtherOverride
                }
            }
        }
    }
}

/// Returns the rank of each label of the log in an order, or nothing without one.
fn ranks(log: &Log, order: &[String]) -> Option<Vec<Option<u32>>> {
    if order.is_empty() {
        return None;
    }
    let rank = |word: &str| {
        let place = order.iter().position(|given| label(given) == word)?;
        u32::try_from(place).ok()
    };
    let words = log.labels.iter();
    Some(
        words
            .map(|(_, word)| rank(word).filter(|_| !word.is_empty()))
            .collect(),
    )
}
