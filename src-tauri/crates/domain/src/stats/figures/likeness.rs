//! Whether like cases are decided alike (section 7).

use super::class::{Class, total};
use super::code::{Caveat, FigureMethod, noted};
use super::context::Context;
use super::figure::Drill;
use crate::id::DecisionId;
use crate::stats::consistency::{Pairs, Sum};
use crate::stats::log::Log;
use crate::stats::rate::Tally;
use crate::time::StatedTime;
use serde::{Deserialize, Serialize};

/// One record of a pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PairSide {
    /// The record.
    pub decision: DecisionId,
    /// When it was decided.
    pub decided_at: StatedTime,
    /// The case.
    pub case_key: String,
    /// Who decided, by pseudonym; empty where not stated or not shown.
    pub reviewer: String,
    /// What was decided.
    pub human_final: String,
}

/// Two records of like cases that were decided differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnlikePair {
    /// The one that followed the AI.
    pub accepted: PairSide,
    /// The one that did not.
    pub overridden: PairSide,
}

/// Cases that count as alike: the same model version, AI output and category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeyFigure {
    /// The model version.
    pub model_version: String,
    /// The AI's output.
    pub ai_output: String,
    /// The category.
    pub category: String,
    /// Overrides.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
    /// Decisions.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub of: u64,
    /// Its pairs.
    pub pairs: Pairs,
    /// Its records.
    pub drill: Drill,
    /// The newest pairs that differ.
    pub examples: Vec<UnlikePair>,
}

/// Whether like cases are decided alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Likeness {
    /// All pairs of like cases.
    pub overall: Pairs,
    /// Those of one reviewer with themselves, where the reviewer is stated.
    pub same_reviewer: Pairs,
    /// Those of two reviewers.
    pub cross_reviewer: Pairs,
    /// How many kinds of like cases there are.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub keys: u64,
    /// Those with the most differing pairs, the most first.
    pub largest: Vec<KeyFigure>,
    /// How the pairs were counted.
    pub method: FigureMethod,
    /// What to know about them.
    pub caveats: Vec<Caveat>,
}

/// How many kinds of like cases are listed.
const LISTED: usize = 10;

/// Makes the pairs of like cases. A record whose output is not told apart from others is left out.
pub(super) fn likeness(made: &Context<'_>) -> Likeness {
    let (mut overall, mut within, mut stated_all) =
        (Sum::default(), Sum::default(), Sum::default());
    let mut unstated = false;
    let mut keys = Vec::new();
    for group in made.classes.chunk_by(|(a, _), (b, _)| a.is_like(*b)) {
        let Some(kind) = Kind::of(made.log, group) else {
            continue;
        };
        let all = Sum::of(kind.tally.count, kind.tally.of);
        overall.add(all);
        let stated = || group.iter().filter(|(class, _)| class.reviewer != 0);
        unstated |= stated().count() < group.len();
        stated().for_each(|(_, tally)| within.add(Sum::of(tally.count, tally.of)));
        let sum = total(stated().map(|(_, tally)| tally));
        stated_all.add(Sum::of(sum.count, sum.of));
        keys.push((all, kind));
    }
    let count = keys.len() as u64;
    keys.retain(|(sum, _)| sum.differing() > 0);
    keys.sort_by(|(x, a), (y, b)| {
        let more = y.differing().cmp(&x.differing());
        more.then_with(|| a.texts.cmp(&b.texts))
    });
    let sums = &made.sums;
    let caveats = [
        (overall.figure().pairs == 0, Caveat::NoData),
        (
            sums.overall.of > 0 && sums.uncategorised == sums.overall.of,
            Caveat::NoCategory,
        ),
        (unstated, Caveat::ReviewerUnstated),
        (sums.thinned > 0, Caveat::Thinned),
    ];
    let listed = keys.into_iter().take(LISTED);
    Likeness {
        overall: overall.figure(),
        same_reviewer: within.figure(),
        cross_reviewer: stated_all.without(within).figure(),
        keys: count,
        largest: listed.map(|(sum, kind)| kind.figure(sum)).collect(),
        method: FigureMethod::Pairs,
        caveats: noted(&caveats),
    }
}

/// A kind of like cases: model version, output and category, and all decisions on it.
struct Kind<'a> {
    texts: [&'a str; 3],
    tally: Tally,
}

impl<'a> Kind<'a> {
    /// Nothing when the output is not there or not told apart from others.
    fn of(log: &'a Log, group: &[(Class, Tally)]) -> Option<Self> {
        let class = group.first()?.0;
        let output = log.labels.word(class.output);
        Some(Self {
            texts: [
                log.versions.words.word(class.version)?,
                output.filter(|output| !output.is_empty())?,
                log.categories.words.word(class.category)?,
            ],
            tally: total(group.iter().map(|(_, tally)| tally)),
        })
    }

    fn figure(&self, sum: Sum) -> KeyFigure {
        let [model_version, ai_output, category] = self.texts.map(str::to_owned);
        KeyFigure {
            drill: Drill {
                model_version: Some(model_version.clone()),
                ai_output: Some(ai_output.clone()),
                category: Some(category.clone()),
                ..Context::decided()
            },
            model_version,
            ai_output,
            category,
            count: self.tally.count,
            of: self.tally.of,
            pairs: sum.figure(),
            examples: Vec::new(),
        }
    }
}
