//! Decisions by what makes cases alike and by who decided: a table while it is small, else a map.

use crate::stats::log::{ANOTHER, Log};
use crate::stats::rate::Tally;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The most cells of a table; more are kept in a map.
const CELLS: usize = 1 << 20;

/// Spreads small whole numbers over a table; faster than what texts need.
#[derive(Default)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        let mixed = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn write_u32(&mut self, value: u32) {
        self.write_u64(u64::from(value));
    }
}

/// Counts by a whole number.
pub(super) type ByNumber<K, V> = HashMap<K, V, BuildHasherDefault<Spread>>;

/// What makes cases alike, and who decided, as numbers of the log's dictionaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Class {
    pub(super) version: u16,
    pub(super) output: u16,
    pub(super) category: u16,
    pub(super) reviewer: u16,
}

impl Class {
    fn parts(self) -> [u16; 4] {
        [self.version, self.output, self.category, self.reviewer]
    }

    fn from_parts([version, output, category, reviewer]: [u16; 4]) -> Self {
        Self {
            version,
            output,
            category,
            reviewer,
        }
    }

    /// Tells whether the cases are alike, whoever decided.
    pub(super) fn is_like(self, other: Self) -> bool {
        self.parts()[..3] == other.parts()[..3]
    }
}

/// Decisions by class.
#[derive(Default)]
pub(super) struct Classes {
    /// How many numbers each part has, one for all that are not told apart.
    sizes: [usize; 4],
    table: Vec<Tally>,
    map: ByNumber<u64, Tally>,
}

impl Classes {
    pub(super) fn new(log: &Log) -> Self {
        let words = [
            &log.versions.words,
            &log.labels,
            &log.categories.words,
            &log.reviewers.words,
        ];
        let sizes = words.map(|words| words.len() + 1);
        let cells = sizes
            .iter()
            .fold(1_usize, |cells, size| cells.saturating_mul(*size));
        let cells = if cells <= CELLS { cells } else { 0 };
        Self {
            sizes,
            table: vec![Tally::default(); cells],
            map: ByNumber::default(),
        }
    }

    pub(super) fn at(&mut self, class: Class) -> &mut Tally {
        let parts = class.parts();
        if self.table.is_empty() {
            let packed = parts
                .iter()
                .fold(0, |packed, part| packed << 16 | u64::from(*part));
            return self.map.entry(packed).or_default();
        }
        let sizes = self.sizes;
        let place = parts.iter().zip(sizes).fold(0, |place, (part, size)| {
            place * size + usize::from(*part).min(size - 1)
        });
        &mut self.table[place]
    }

    /// Returns every class with a decision, in the order of their numbers.
    pub(super) fn list(&self) -> Vec<(Class, Tally)> {
        if self.table.is_empty() {
            let part = |packed: u64, place: u32| (packed >> (16 * place)) as u16;
            let class = |packed| Class::from_parts([3, 2, 1, 0].map(|place| part(packed, place)));
            let mut list: Vec<_> = self
                .map
                .iter()
                .map(|(packed, tally)| (class(*packed), *tally))
                .collect();
            list.sort_unstable_by_key(|(class, _)| *class);
            return list;
        }
        let used = self
            .table
            .iter()
            .enumerate()
            .filter(|(_, tally)| tally.of > 0);
        used.map(|(place, tally)| (self.class(place), *tally))
            .collect()
    }

    fn class(&self, place: usize) -> Class {
        let mut parts = [0; 4];
        let mut rest = place;
        for (part, size) in parts.iter_mut().zip(self.sizes).rev() {
            let number = rest % size;
            rest /= size;
            *part = if number + 1 == size {
                ANOTHER
            } else {
                u16::try_from(number).unwrap_or(ANOTHER)
            };
        }
        Class::from_parts(parts)
    }
}

/// Adds up tallies.
pub(super) fn total<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Tally {
    tallies.into_iter().fold(Tally::default(), |sum, tally| {
        Tally::new(sum.count + tally.count, sum.of + tally.of)
    })
}
