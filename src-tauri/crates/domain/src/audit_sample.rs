//! A sample that an audit draws: from what, how many, which, and what the results say of all.

use crate::id::{AuditId, AuditSampleId, QuestionId};
use crate::person::Act;
use crate::stats::law::binomial_cdf;
use crate::stats::rate::{Share, clopper_pearson, upper_bound};
use crate::stats::sample::{finite_interval, finite_upper, open_sample_size, rank, sample_size};
use crate::stats::{Interval, Level};
use crate::system::wire_enum;
use crate::time::Period;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The largest population to draw from.
pub const LARGEST_POPULATION: u64 = 5_000_000;

/// The most items of a sample; more are no work for people.
pub const LARGEST_SAMPLE: u64 = 2_000;

/// What a sample is drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Population {
    /// Things that are numbered from 1 to as many as there are.
    Named {
        /// What they are.
        name: String,
    },
    /// A process that goes on: nobody knows how many there are, and those that come next are taken.
    Open {
        /// What they are.
        name: String,
    },
    /// The rows of a file, by the column that names each.
    Imported {
        /// Name of the file.
        file: String,
        /// Digest of its bytes, SHA-256 in hexadecimal.
        sha256: String,
        /// The column that names an item.
        column: String,
    },
    /// The decision records of the audit's AI system.
    Decisions {
        /// The days on which they were decided.
        period: Period,
    },
}

/// What a sample has to show.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SamplePlan {
    /// The confidence with which the tolerable share is excluded, such as 0.95; one-sided.
    pub level: Level,
    /// The share of deviating items that must not pass unnoticed, such as 0.05.
    pub tolerable: f64,
    /// Deviations that may turn up and still leave the conclusion.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub expected: u64,
}

/// Why a sample can't be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SampleRefusal {
    /// There is nothing to draw from.
    #[error("there is nothing to draw from")]
    Empty,
    /// There are more items than [`LARGEST_POPULATION`].
    #[error("there are more items than can be drawn from")]
    TooMany,
    /// The tolerable share is no share above 0.
    #[error("the tolerable share is not above 0 and at most 1")]
    Tolerable,
    /// As many deviations are expected as would be too many.
    #[error("as many deviations are expected as would be too many")]
    Expected,
    /// The sample would have more items than [`LARGEST_SAMPLE`].
    #[error("the sample would have {0} items")]
    TooLarge(u64),
}

impl SamplePlan {
    /// Returns how many items to draw from so many, or from nobody knows how many.
    ///
    /// # Errors
    /// [`SampleRefusal`] when there is nothing to draw from, too much, or the plan has no size.
    pub fn size(&self, population: Option<u64>) -> Result<u64, SampleRefusal> {
        if !(self.tolerable > 0.0 && self.tolerable <= 1.0) {
            return Err(SampleRefusal::Tolerable);
        }
        let size = match population {
            Some(0) => return Err(SampleRefusal::Empty),
            Some(all) if all > LARGEST_POPULATION => return Err(SampleRefusal::TooMany),
            Some(all) => sample_size(all, self.tolerable, self.expected, self.level)
                .ok_or(SampleRefusal::Expected)?,
            None => {
                let most = LARGEST_POPULATION;
                open_sample_size(self.tolerable, self.expected, self.level, most)
                    .ok_or(SampleRefusal::Expected)?
            }
        };
        if size > LARGEST_SAMPLE {
            return Err(SampleRefusal::TooLarge(size));
        }
        Ok(size)
    }
}

/// A draw that sees every item once, keeps the lowest ranks and counts what differs.
///
/// An item that is offered twice counts once: a line that stands twice in an export is no second
/// chance. Beside the kept items it holds eight bytes for each, 40 MB for [`LARGEST_POPULATION`]; two
/// of so many items share them by chance once in a million draws.
#[derive(Clone, Debug)]
pub struct Drawing {
    seed: [u8; 32],
    kept: BTreeSet<([u8; 32], String)>,
    places: Vec<u64>,
}

/// What a draw saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Items that differ.
    pub population: u64,
    /// Items that stood there once more.
    pub repeated: u64,
    /// The items of the lowest ranks, lowest first, at most [`LARGEST_SAMPLE`].
    pub lowest: Vec<String>,
}

impl Drawing {
    /// Begins a draw.
    #[must_use]
    pub const fn new(seed: [u8; 32]) -> Self {
        Self {
            seed,
            kept: BTreeSet::new(),
            places: Vec::new(),
        }
    }

    /// Offers an item.
    ///
    /// # Errors
    /// [`SampleRefusal::TooMany`] when there are too many already.
    pub fn offer(&mut self, item: &str) -> Result<(), SampleRefusal> {
        if self.places.len() as u64 >= LARGEST_POPULATION {
            return Err(SampleRefusal::TooMany);
        }
        let place = rank(&self.seed, item);
        let (first, _) = place.split_first_chunk::<8>().unwrap_or((&[0; 8], &[]));
        self.places.push(u64::from_be_bytes(*first));
        let full = self.kept.len() as u64 >= LARGEST_SAMPLE;
        if !full {
            self.kept.insert((place, item.to_owned()));
        } else if self.kept.last().is_some_and(|(last, _)| place < *last)
            && self.kept.insert((place, item.to_owned()))
        {
            self.kept.pop_last();
        }
        Ok(())
    }

    /// Returns what was seen.
    #[must_use]
    pub fn finish(mut self) -> Drawn {
        let offered = self.places.len();
        self.places.sort_unstable();
        self.places.dedup();
        Drawn {
            population: self.places.len() as u64,
            repeated: (offered - self.places.len()) as u64,
            lowest: self.kept.into_iter().map(|(_, item)| item).collect(),
        }
    }
}

/// A sample of an audit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditSample {
    /// Which sample.
    pub id: AuditSampleId,
    /// Of which audit.
    pub audit: AuditId,
    /// The question that it tests, if one.
    pub question: Option<QuestionId>,
    /// What each item is tested for, never empty.
    pub attribute: String,
    /// What it is drawn from.
    pub population: Population,
    /// How many items that differ there are; nothing where nobody knows.
    pub population_size: Option<u32>,
    /// What it has to show.
    pub plan: SamplePlan,
    /// What the draw began from, 32 bytes in hexadecimal: the same seed draws the same items.
    pub seed: String,
    /// Items drawn.
    pub size: u32,
    /// Who drew it, and when.
    pub drawn: Act,
}

wire_enum! {
    /// What came of an item.
    SampleResult {
        /// It conforms.
        Conforms,
        /// It deviates.
        Deviates,
        /// It can't be had.
        NotAvailable,
    }
}

/// An item of a sample.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleItem {
    /// Its place in the sample, from 0.
    pub place: u32,
    /// The item as its population names it.
    pub item: String,
    /// What came of it; nothing before it was looked at.
    pub result: Option<SampleResult>,
    /// What was seen, may be empty.
    pub note: String,
    /// Who looked at it, and when.
    pub given: Option<Act>,
    /// Counts its saved results from 0, so that a stale write is noticed.
    pub revision: u32,
}

/// What a sample says of all items.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SampleEstimate {
    /// Items that deviate, those that can't be had among them.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub deviating: u64,
    /// Those that can't be had.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub not_available: u64,
    /// Items of the sample.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub of: u64,
    /// Their quotient.
    pub rate: f64,
    /// Where the share of all lies, two-sided.
    pub interval: Interval,
    /// Fewest deviating items of the population; nothing where nobody knows how many there are.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub fewest: Option<u64>,
    /// Most deviating items of the population.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub most: Option<u64>,
    /// The largest share that is not excluded, one-sided.
    pub upper: f64,
    /// Whether the tolerable share is excluded.
    pub excluded: bool,
}

/// Returns what the results of a sample say of all items; nothing before every item has one.
///
/// # Formula
/// The exact interval of a finite population ([`finite_interval`]), that of Clopper and Pearson where
/// nobody knows how many there are. An item that can't be had counts as deviating. The tolerable share
/// is excluded when the one-sided upper bound lies below it.
/// # Inputs
/// `results`: one for each item; `population`: all items; `plan`: level and tolerable share.
/// # Domain
/// At least one item.
/// # Source
/// Buonaccorsi (1987), Clopper and Pearson (1934); for items that can't be had, International Standard
/// on Auditing 530, paragraph 11.
/// # Check
/// `tests/tests/audit_sample/law.rs`, `tests/peers/audit_sample.py`.
#[must_use]
pub fn estimate(
    results: &[Option<SampleResult>],
    population: Option<u64>,
    plan: &SamplePlan,
) -> Option<SampleEstimate> {
    if results.iter().any(Option::is_none) {
        return None;
    }
    let count = |wanted: SampleResult| {
        let same = results.iter().filter(|result| **result == Some(wanted));
        same.count() as u64
    };
    let not_available = count(SampleResult::NotAvailable);
    let deviating = count(SampleResult::Deviates) + not_available;
    let share = Share::of(deviating, results.len() as u64)?;
    let bounds = match population {
        Some(all) => finite(share, all, plan)?,
        None => Bounds::open(share, plan),
    };
    Some(SampleEstimate {
        deviating,
        not_available,
        of: share.total(),
        rate: share.value(),
        interval: bounds.interval,
        fewest: bounds.counts.map(|(fewest, _)| fewest),
        most: bounds.counts.map(|(_, most)| most),
        upper: bounds.upper,
        excluded: bounds.excluded,
    })
}

struct Bounds {
    interval: Interval,
    counts: Option<(u64, u64)>,
    upper: f64,
    excluded: bool,
}

impl Bounds {
    fn open(share: Share, plan: &SamplePlan) -> Self {
        // As the size was made: 5 % exactly is excluded, and rounding must not make it more.
        let least = plan.level.alpha() * (1.0 + 1e-12);
        Self {
            interval: clopper_pearson(share, plan.level),
            counts: None,
            upper: upper_bound(share, plan.level),
            excluded: binomial_cdf(share.count(), share.total(), plan.tolerable) <= least,
        }
    }
}

fn finite(share: Share, all: u64, plan: &SamplePlan) -> Option<Bounds> {
    let (fewest, most) = finite_interval(share, all, plan.level)?;
    let upper = finite_upper(share, all, plan.level)?;
    let total = all as f64;
    Some(Bounds {
        interval: Interval {
            lower: fewest as f64 / total,
            upper: most as f64 / total,
        },
        counts: Some((fewest, most)),
        upper: upper as f64 / total,
        excluded: (upper as f64) < plan.tolerable * total * (1.0 - 1e-12),
    })
}
