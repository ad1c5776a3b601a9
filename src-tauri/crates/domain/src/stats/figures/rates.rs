//! The override rate, whole and by what it may depend on (section 1).

use super::class::total;
use super::code::{Caveat, DecisionMark, FigureMethod};
use super::context::Context;
use super::figure::{Drill, Figure};
use super::setting::Direction;
use crate::decision::Disposition;
use crate::stats::Interval;
use crate::stats::case_mix::SHOWN_FROM;
use crate::stats::log::Words;
use crate::stats::rate::{Share, Tally, wilson_clustered};
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// What the denominators of the rates are.
    Basis {
        /// Single records, acceptances among them.
        Records,
        /// Stated totals.
        Volumes,
        /// Nothing: only overrides are known, so that there is no rate.
        Nothing,
    }
}

/// The rate of one part of the records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateSplit {
    /// What the part is: a version, a decision point, a pseudonym; empty where it is not stated.
    pub name: String,
    /// Its rate.
    pub figure: Figure,
}

/// The rates of all parts, the largest part first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateSplits {
    /// One row a part.
    pub rows: Vec<RateSplit>,
    /// How many smaller parts are left out.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub left_out: u64,
}

/// The rates of reviewers, in the order of their pseudonyms, so that nobody is ranked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewerSplits {
    /// Reviewers with ten decisions or more.
    pub rows: Vec<RateSplit>,
    /// How many reviewers have fewer.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub hidden: u64,
    /// The decisions of those together; nothing when there is only one, who could be told from it.
    pub hidden_together: Option<Figure>,
    /// The decisions of which no reviewer is stated.
    pub unstated: Figure,
}

/// Overrides of one direction, of all decisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DirectionSplit {
    /// The direction; nothing where the order of the labels gives none.
    pub direction: Option<Direction>,
    /// Its share of all decisions.
    pub figure: Figure,
}

/// The override rate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rates {
    /// What the denominators are.
    pub basis: Basis,
    /// Overrides of decisions.
    pub overall: Figure,
    /// The dispersion of the reviewers, where they can be compared.
    pub phi: Option<f64>,
    /// The wider interval that allows for reviewers who differ, where they do.
    pub clustered: Option<Interval>,
    /// Decisions put off, of all records.
    pub deferred: Figure,
    /// Records without an AI output, of all records.
    pub no_output: Figure,
    /// Records entered late, of all records.
    pub entered_late: Figure,
    /// By direction.
    pub directions: Vec<DirectionSplit>,
    /// By model version.
    pub versions: RateSplits,
    /// By decision point.
    pub points: RateSplits,
    /// By reviewer.
    pub reviewers: ReviewerSplits,
}

/// How many parts are listed.
const LISTED: usize = 200;

/// Makes the rates; `phi` is the dispersion of the reviewers.
pub(super) fn rates(made: &Context<'_>, phi: Option<f64>) -> Rates {
    let sums = &made.sums;
    let overall = overall(made);
    let spread = phi.filter(|phi| *phi > 1.0);
    let share = Share::of(overall.count, overall.of).filter(|_| overall.value.is_some());
    let clustered = spread.zip(share);
    let clustered = clustered.map(|(phi, share)| wilson_clustered(share, phi, made.level()));
    let of_all = |count, drill| {
        let tally = Tally::new(count, sums.records);
        Figure::share(tally, made.level(), drill, Drill::default())
    };
    let with = |disposition: Disposition| {
        let count = sums.dispositions[disposition as usize];
        of_all(count, Drill::of(&[disposition]))
    };
    Rates {
        basis: made.basis,
        overall: overall.but_when(clustered.is_some(), Caveat::Clustered),
        phi,
        clustered,
        deferred: with(Disposition::Deferred),
        no_output: with(Disposition::NoAiOutput),
        entered_late: of_all(
            sums.entered_late,
            Drill::default().with(&[DecisionMark::EnteredLate]),
        ),
        directions: directions(made),
        versions: splits(
            made,
            &sums.versions,
            &made.log.versions.words,
            |drill, name| Drill {
                model_version: Some(name),
                ..drill
            },
        ),
        points: splits(made, &sums.points, &made.log.points.words, |drill, name| {
            Drill {
                decision_point: Some(name),
                ..drill
            }
        }),
        reviewers: reviewers(made),
    }
}

/// Returns overrides of decisions on whichever basis there is.
fn overall(made: &Context<'_>) -> Figure {
    let (sums, settings) = (&made.sums, made.settings);
    let modified = sums.dispositions[Disposition::Modified as usize] > 0;
    let figure = match (made.basis, &made.totals) {
        (Basis::Volumes, Some(totals)) => {
            let drill = made.settings.overrides();
            let figure = Figure::share(totals.overall, made.level(), drill, Drill::default());
            Figure {
                method: FigureMethod::Volumes,
                // Stated overrides may be more than the logged ones.
                drill: figure
                    .drill
                    .filter(|_| totals.overall.count == sums.overall.count),
                base: None,
                caveats: figure.caveats,
                ..figure
            }
            .but(Caveat::FromVolumes)
        }
        _ => made.rate(sums.overall, |drill| drill),
    };
    figure
        .but_when(modified && settings.modified_counts, Caveat::ModifiedCounts)
        .but_when(
            modified && !settings.modified_counts,
            Caveat::ModifiedDoesNotCount,
        )
        .but_when(sums.seeded > 0, Caveat::SeededIncluded)
        .but_when(made.volumes_differ, Caveat::VolumesDiffer)
        .but_when(made.volumes_not_split, Caveat::VolumesNotSplit)
}

fn directions(made: &Context<'_>) -> Vec<DirectionSplit> {
    let ways = [
        (Some(Direction::Stricter), DecisionMark::Stricter),
        (Some(Direction::MoreLenient), DecisionMark::MoreLenient),
        (None, DecisionMark::NoDirection),
    ];
    let rows = ways.iter().zip(made.sums.directions);
    rows.map(|((direction, mark), count)| {
        let tally = Tally::new(count, made.sums.overall.of);
        let mut figure = made.rate(tally, |drill| drill);
        figure.drill = figure.drill.map(|mut drill| {
            if !drill.marks.contains(mark) {
                drill.marks.push(*mark);
            }
            drill
        });
        let unknown = direction.is_none() && count > 0;
        DirectionSplit {
            direction: *direction,
            figure: figure.but_when(unknown, Caveat::NoDirection),
        }
    })
    .collect()
}

/// Lists parts, the largest first, equals by name.
fn splits(
    made: &Context<'_>,
    tallies: &[Tally],
    words: &Words,
    narrow: impl Fn(Drill, String) -> Drill,
) -> RateSplits {
    let mut parts: Vec<(&str, Tally)> = named(tallies, words).collect();
    parts.sort_by(|(a, x), (b, y)| y.of.cmp(&x.of).then_with(|| a.cmp(b)));
    let left_out = parts.len().saturating_sub(LISTED);
    let listed = parts.into_iter().take(LISTED);
    let row = |(name, tally): (&str, Tally)| RateSplit {
        figure: made.rate(tally, |drill| narrow(drill, name.to_owned())),
        name: name.to_owned(),
    };
    RateSplits {
        rows: listed.map(row).collect(),
        left_out: left_out as u64,
    }
}

/// Returns the tallies of words with each word, those without a decision left out.
pub(super) fn named<'a>(
    tallies: &'a [Tally],
    words: &'a Words,
) -> impl Iterator<Item = (&'a str, Tally)> {
    let all = words
        .iter()
        .zip(tallies)
        .map(|((_, word), tally)| (word, *tally));
    all.filter(|(_, tally)| tally.of > 0)
}

fn reviewers(made: &Context<'_>) -> ReviewerSplits {
    let of = |drill: Drill, name: &str| Drill {
        reviewer: Some(name.to_owned()),
        ..drill
    };
    let (mut rows, mut few) = (Vec::new(), Vec::new());
    let mut unstated = Tally::default();
    for (name, tally) in named(&made.sums.reviewers, &made.log.reviewers.words) {
        if name.is_empty() {
            unstated = tally;
        } else if tally.of < SHOWN_FROM {
            few.push(tally);
        } else {
            rows.push(RateSplit {
                name: name.to_owned(),
                figure: made.rate(tally, |drill| of(drill, name)),
            });
        }
    }
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    let sum = total(&few);
    let together = made.rate(sum, |drill| drill).but(Caveat::ReviewersHidden);
    ReviewerSplits {
        rows,
        hidden: few.len() as u64,
        // No filter of the log tells several reviewers from the others.
        hidden_together: (few.len() > 1).then_some(Figure {
            drill: None,
            base: None,
            ..together
        }),
        unstated: made.rate(unstated, |drill| of(drill, "")),
    }
}
