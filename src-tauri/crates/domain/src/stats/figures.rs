//! Every figure of one system and time, from its log: sections 1 to 7 put together.
//!
//! Each figure says its counts, its interval, how it was made, what to know about it, and which
//! records it counts. What the log cannot give is nothing, never a zero.

mod attention;
mod charts;
mod code;
mod figure;
mod judgement;
mod likeness;
mod outcomes;
mod picker;
mod rates;
mod reasons;
mod reviewers;
mod setting;

pub use attention::{Attention, SignalFigure, SignalKind};
pub use charts::{ChartPeriod, ExposureFigure, PeriodChart};
pub use code::{Caveat, DecisionMark, FigureMethod};
pub use figure::{Drill, Figure};
pub use judgement::{AgreementFigure, Judgement};
pub use likeness::{KeyFigure, Likeness, PairSide, UnlikePair};
pub use outcomes::{BoundedFigure, OutcomeFigures};
pub use picker::{Picked, Pickers};
pub use rates::{Basis, DirectionSplit, RateSplit, RateSplits, Rates, ReviewerSplits};
pub use reasons::{ReasonFigure, Reasons};
pub use reviewers::{ReviewerFigure, Reviewers};
pub use setting::{Direction, FigureSelection, FigureSettings};

use crate::decision::DispositionCount;
use serde::{Deserialize, Serialize};

/// How many records there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FigureCounts {
    /// All records that were looked at.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub records: u64,
    /// Each disposition once.
    pub dispositions: Vec<DispositionCount>,
    /// Records with an output and a final decision.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub decided: u64,
    /// Overrides that are counted.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub overrides: u64,
    /// Known wrong samples.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub seeded: u64,
    /// Records whose texts were erased.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub thinned: u64,
}

/// Every figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Figures {
    /// How many records.
    pub counts: FigureCounts,
    /// The override rate.
    pub rates: Rates,
    /// The control chart of the rate.
    pub chart: PeriodChart,
    /// Overrides by exposure, one for each unit that volumes state.
    pub exposure: Vec<ExposureFigure>,
    /// Concordance and agreement.
    pub judgement: Judgement,
    /// Why people overrode.
    pub reasons: Reasons,
    /// Who was right.
    pub outcomes: OutcomeFigures,
    /// Whether people look.
    pub attention: Attention,
    /// Whether like cases are decided alike.
    pub likeness: Likeness,
    /// Whether reviewers differ.
    pub reviewers: Reviewers,
}
