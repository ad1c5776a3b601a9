//! Whether reviewers differ, and from what their cases lead to expect (section 7).

use super::class::total;
use super::code::{Caveat, FigureMethod, noted};
use super::context::Context;
use super::figure::{Drill, Figure};
use super::rates::{Basis, named};
use crate::stats::case_mix::{
    ClassLoad, ReviewerLoad, ReviewerRatio, Standardised, case_mix, expected,
};
use crate::stats::rate::Tally;
use crate::stats::reviewer::{Heterogeneity, Permutation, heterogeneity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A reviewer against what the same cases lead to expect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewerFigure {
    /// The reviewer's pseudonym.
    pub reviewer: String,
    /// Overrides of the reviewer's decisions.
    pub figure: Figure,
    /// Observed by expected; nothing where nothing is expected.
    pub ratio: Option<Standardised>,
    /// The p-value corrected for the number of reviewers shown.
    pub adjusted_p: Option<f64>,
    /// Whether it is below what the level leaves outside.
    pub flagged: bool,
}

/// Whether reviewers differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reviewers {
    /// Chi-square, dispersion, intraclass correlation and permutation over all reviewers.
    pub heterogeneity: Option<Heterogeneity>,
    /// Rounds of the permutation test, where it was made.
    pub permutation_rounds: Option<u32>,
    /// How it was tested.
    pub method: FigureMethod,
    /// What to know about it.
    pub caveats: Vec<Caveat>,
    /// Reviewers with ten decisions or more, in the order of their pseudonyms.
    pub rows: Vec<ReviewerFigure>,
    /// How many reviewers have fewer.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub hidden: u64,
    /// How each was compared with the same mix of cases.
    pub mix_method: FigureMethod,
    /// What to know about that.
    pub mix_caveats: Vec<Caveat>,
}

/// Draws of the permutation test over all reviewers together, so that many reviewers take no longer.
const DRAWS: usize = 100_000;
const FEWEST_ROUNDS: usize = 199;

/// Makes the comparison of reviewers.
pub(super) fn reviewers(made: &Context<'_>) -> Reviewers {
    let sums = &made.sums;
    let by_name: BTreeMap<&str, Tally> = named(&sums.reviewers, &made.log.reviewers.words)
        .filter(|(name, _)| !name.is_empty())
        .collect();
    let known = made.basis == Basis::Records;
    let draws = draws(by_name.len());
    let tallies: Vec<Tally> = by_name.values().copied().collect();
    let found = heterogeneity(&tallies, draws).filter(|_| known);
    let permuted = found.is_some_and(|found| found.permutation_p.is_some());
    let loads = if known {
        loads(made, &by_name)
    } else {
        Vec::new()
    };
    let mix = case_mix(&loads, made.settings.correction, made.level());
    let unstated = sums.reviewers.first().is_some_and(|tally| tally.of > 0);
    let any = !mix.shown.is_empty();
    Reviewers {
        heterogeneity: found,
        permutation_rounds: permuted.then_some(draws.rounds),
        method: if permuted {
            FigureMethod::Permutation
        } else {
            FigureMethod::ChiSquare
        },
        caveats: noted(&[
            (!known, Caveat::OnlyOverrides),
            (known && found.is_none(), Caveat::NothingToCompare),
            (permuted, Caveat::SmallExpected),
            (unstated, Caveat::ReviewerUnstated),
        ]),
        rows: mix
            .shown
            .into_iter()
            .map(|ratio| row(made, ratio))
            .collect(),
        hidden: mix.hidden,
        mix_method: FigureMethod::Standardised,
        mix_caveats: noted(&[
            (!any, Caveat::NoData),
            (any, Caveat::NoRanking),
            (any, Caveat::Corrected),
            (mix.hidden > 0, Caveat::ReviewersHidden),
            (
                any && sums.uncategorised == sums.overall.of,
                Caveat::NoCategory,
            ),
        ]),
    }
}

/// Returns how the permutation test draws for so many reviewers.
fn draws(reviewers: usize) -> Permutation {
    let usual = Permutation::default();
    let rounds = (DRAWS / reviewers.max(1)).max(FEWEST_ROUNDS);
    Permutation {
        rounds: u32::try_from(rounds)
            .unwrap_or(usual.rounds)
            .min(usual.rounds),
        ..usual
    }
}

/// Returns what the cases of each reviewer lead to expect, in the order of the pseudonyms.
fn loads(made: &Context<'_>, by_name: &BTreeMap<&str, Tally>) -> Vec<ReviewerLoad> {
    let mut by_reviewer: BTreeMap<u16, Vec<ClassLoad>> = BTreeMap::new();
    for group in made.classes.chunk_by(|(a, _), (b, _)| a.is_like(*b)) {
        let class = total(group.iter().map(|(_, tally)| tally));
        for (of, tally) in group {
            let load = ClassLoad {
                decisions: tally.of,
                class,
            };
            by_reviewer.entry(of.reviewer).or_default().push(load);
        }
    }
    let words = &made.log.reviewers.words;
    let loads = by_name.iter().filter_map(|(name, tally)| {
        let loads = by_reviewer.get(&words.find(name)?)?;
        Some(ReviewerLoad {
            reviewer: (*name).to_owned(),
            tally: *tally,
            expected: expected(loads),
        })
    });
    loads.collect()
}

fn row(made: &Context<'_>, ratio: ReviewerRatio) -> ReviewerFigure {
    let of = |drill: Drill| Drill {
        reviewer: Some(ratio.reviewer.clone()),
        ..drill
    };
    ReviewerFigure {
        figure: made.rate(ratio.tally, of),
        reviewer: ratio.reviewer,
        ratio: ratio.ratio,
        adjusted_p: ratio.adjusted_p,
        flagged: ratio.flagged,
    }
}
