//! Who was right, where it became known (section 5).

use super::code::{Caveat, DecisionMark, FigureMethod, noted};
use super::context::Context;
use super::figure::{Drill, Figure};
use crate::stats::Interval;
use crate::stats::outcome::{Bounded, Outcomes, adjusted};
use crate::stats::rate::Tally;
use serde::{Deserialize, Serialize};

/// A share whose outcomes are known in part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoundedFigure {
    /// Among the known outcomes; without a value where the decision decides what becomes known.
    pub figure: Figure,
    /// Where the share of all lies, whatever the unknown outcomes are.
    pub bounds: Option<Interval>,
}

/// Who was right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OutcomeFigures {
    /// The decisions by what became of them.
    pub counts: Outcomes,
    /// Outcomes not known, of all decisions.
    pub missing: Figure,
    /// The AI was wrong, of all.
    pub ai_wrong: BoundedFigure,
    /// Over-reliance: accepted, of those where the AI was wrong.
    pub over_reliance: BoundedFigure,
    /// Under-reliance: overridden, of those where the AI was right.
    pub under_reliance: BoundedFigure,
    /// Precision: the person was right, of the overridden.
    pub precision: BoundedFigure,
    /// Overrides that put the AI right less those that put it wrong; nothing where selective.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub net_benefit: Option<i64>,
    /// Where that difference lies, whatever the unknown outcomes are.
    #[cfg_attr(feature = "contract", ts(type = "[number, number]"))]
    pub net_benefit_bounds: (i64, i64),
    /// McNemar's exact two-sided p of that difference; nothing without discordant cases.
    pub mc_nemar_p: Option<f64>,
    /// Switched to the AI's right answer, of those wrong at first.
    pub rair: Figure,
    /// Kept the own right answer, of those where the AI was wrong.
    pub rsr: Figure,
    /// How the shares were made.
    pub method: FigureMethod,
    /// What to know about all of it.
    pub caveats: Vec<Caveat>,
}

/// Makes the figures of outcomes.
pub(super) fn outcomes(made: &Context<'_>) -> OutcomeFigures {
    let counts = made.sums.outcomes;
    let (level, selective) = (made.level(), made.settings.selective);
    let found = adjusted(&counts, selective, level);
    let shares = Shares { made, selective };
    let (wrong, right) = (DecisionMark::AiWrong, DecisionMark::AiRight);
    let known = DecisionMark::OutcomeKnown;
    let (accepted, overridden) = (made.settings.accepted(), made.settings.overrides());
    let [ar, aw] = [counts.accepted_right, counts.accepted_wrong];
    let [or, ow] = [counts.overridden_right, counts.overridden_wrong];
    let missing = counts.accepted_unknown + counts.overridden_unknown;
    let all = ar + aw + or + ow + missing;
    let unknown = DecisionMark::OutcomeUnknown;
    OutcomeFigures {
        counts,
        missing: shares.plain(
            Tally::new(missing, all),
            Context::decided(),
            &[unknown],
            &[],
        ),
        ai_wrong: shares.bounded(
            Tally::new(aw + ow, all - missing),
            (
                Context::decided().with(&[wrong]),
                Context::decided().with(&[known]),
            ),
            found.ai_wrong,
        ),
        over_reliance: shares.bounded(
            Tally::new(aw, aw + ow),
            (accepted.with(&[wrong]), Context::decided().with(&[wrong])),
            found.over_reliance,
        ),
        under_reliance: shares.bounded(
            Tally::new(or, or + ar),
            (
                overridden.clone().with(&[right]),
                Context::decided().with(&[right]),
            ),
            found.under_reliance,
        ),
        precision: shares.precision(
            Tally::new(counts.person_right, or + ow),
            overridden,
            found.precision,
        ),
        net_benefit: found.net_benefit,
        net_benefit_bounds: found.net_benefit_bounds,
        mc_nemar_p: found.mc_nemar_p,
        rair: shares.reliance(made.sums.switched, right, DecisionMark::FirstWrong),
        rsr: shares.reliance(made.sums.kept, wrong, DecisionMark::FirstRight),
        method: FigureMethod::OutcomeBounds,
        caveats: caveats(&counts, selective),
    }
}

fn caveats(counts: &Outcomes, selective: bool) -> Vec<Caveat> {
    let missing = counts.accepted_unknown + counts.overridden_unknown;
    let known = counts.accepted_right
        + counts.accepted_wrong
        + counts.overridden_right
        + counts.overridden_wrong;
    let none = counts.person_right + counts.overridden_right == 0;
    let found = [
        (known + missing == 0, Caveat::NoData),
        (missing > 0, Caveat::OutcomesMissing),
        (selective, Caveat::Selective),
        (known > 0 && none && !selective, Caveat::NoDiscordant),
    ];
    noted(&found)
}

/// Shares whose numerator and denominator may be only some of the decisions.
struct Shares<'a> {
    made: &'a Context<'a>,
    selective: bool,
}

impl Shares<'_> {
    /// Makes a share of decisions with marks. Where only some overrides are counted, no filter of
    /// the log tells accepted and counted ones from the others.
    fn plain(
        &self,
        tally: Tally,
        of: Drill,
        marks: &[DecisionMark],
        base: &[DecisionMark],
    ) -> Figure {
        let figure = Figure::share(
            tally,
            self.made.level(),
            of.clone().with(marks),
            of.with(base),
        );
        let some = self.made.counts_some();
        Figure {
            drill: figure.drill.filter(|_| !some),
            base: figure.base.filter(|_| !some),
            ..figure
        }
    }

    fn bounded(
        &self,
        tally: Tally,
        (drill, base): (Drill, Drill),
        found: Bounded,
    ) -> BoundedFigure {
        let some = self.made.counts_some() && base.dispositions.len() > 2;
        let figure = Figure::share(tally, self.made.level(), drill.clone(), base);
        // The accepted, and the counted overrides, can be told apart; all decisions cannot.
        let whole = drill.dispositions.len() > 2;
        self.withheld(
            Figure {
                drill: figure.drill.filter(|_| !(some && whole)),
                base: figure.base.filter(|_| !some),
                ..figure
            },
            found,
        )
    }

    fn precision(&self, tally: Tally, overridden: Drill, found: Bounded) -> BoundedFigure {
        let known = overridden.clone().with(&[DecisionMark::OutcomeKnown]);
        let right = overridden.with(&[DecisionMark::AiWrong, DecisionMark::PersonRight]);
        self.withheld(Figure::share(tally, self.made.level(), right, known), found)
    }

    fn withheld(&self, figure: Figure, found: Bounded) -> BoundedFigure {
        let figure = if self.selective && figure.of > 0 {
            figure.withheld(Caveat::Selective)
        } else {
            figure
        };
        BoundedFigure {
            figure,
            bounds: found.bounds,
        }
    }

    fn reliance(&self, tally: Tally, ai: DecisionMark, first: DecisionMark) -> Figure {
        let base = Context::decided().with(&[ai, first]);
        let drill = base.clone().with(&[DecisionMark::PersonRight]);
        let figure = Figure::share(tally, self.made.level(), drill, base);
        let figure = Figure {
            method: FigureMethod::Reliance,
            ..figure
        };
        if self.selective && figure.of > 0 {
            figure.withheld(Caveat::Selective)
        } else {
            figure
        }
    }
}
