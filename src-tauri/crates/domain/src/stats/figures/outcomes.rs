//! Who was right, where it became known (section 5).

use super::code::{Caveat, FigureMethod};
use super::figure::Figure;
use crate::stats::Interval;
use crate::stats::outcome::Outcomes;
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
