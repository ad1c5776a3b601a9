//! Every figure of one system and time, from its log: sections 1 to 7 put together.
//!
//! Each figure says its counts, its interval, how it was made, what to know about it, and which
//! records it counts. What the log cannot give is nothing, never a zero.

mod alike;
mod attention;
mod charts;
mod class;
mod code;
mod context;
mod figure;
mod judgement;
mod likeness;
mod outcomes;
mod picker;
mod rates;
mod reasons;
mod reviewers;
mod scope;
mod setting;
mod tally;
mod volumes;

pub use alike::{AlikeMoments, newest_alike};
pub use attention::{Attention, SignalFigure, SignalKind};
pub use charts::{ChartPeriod, ExposureFigure, PeriodChart};
pub use code::{Caveat, DecisionMark, FigureMethod};
pub use figure::{Drill, Figure};
pub use judgement::{AgreementFigure, Judgement};
pub use likeness::{KeyFigure, Likeness, PairSide, UnlikePair};
pub use outcomes::{BoundedFigure, OutcomeFigures};
pub use picker::{Picked, Pickers, pickers};
pub use rates::{Basis, DirectionSplit, RateSplit, RateSplits, Rates, ReviewerSplits};
pub use reasons::{ReasonFigure, Reasons};
pub use reviewers::{ReviewerFigure, Reviewers};
pub use scope::DaySpan;
pub use setting::{Direction, FigureSelection, FigureSettings};
pub use volumes::PlacedVolume;

use crate::decision::{Disposition, DispositionCount};
use crate::stats::log::Log;
use context::Context;
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

/// Makes every figure of a log.
///
/// # Formula
/// One walk over the log adds up counts; each section then calls the functions of its own module.
/// # Inputs
/// `log`: records, in the order of time or nearly; `periods`: the whole time in order, without a
/// gap, in the calendar of whoever asks; `volumes`: those that count, in any order; `settings`.
/// # Domain
/// Records outside the periods are not looked at.
/// # Source
/// Sections 0 to 7.
/// # Check
/// `tests/tests/decision_stats.rs` and `tests/peers/decision_stats.py`, which reads the records.
#[must_use]
pub fn figures(
    log: &Log,
    periods: &[DaySpan],
    volumes: &[PlacedVolume],
    settings: &FigureSettings,
) -> Figures {
    let made = Context::new(log, periods, volumes, settings);
    let reviewers = reviewers::reviewers(&made);
    let phi = reviewers.heterogeneity.map(|found| found.phi);
    Figures {
        counts: counts(&made),
        rates: rates::rates(&made, phi),
        chart: charts::share_chart(&made),
        exposure: charts::exposure(&made),
        judgement: judgement::judgement(&made),
        reasons: reasons::reasons(&made),
        outcomes: outcomes::outcomes(&made),
        attention: attention::attention(&made),
        likeness: likeness::likeness(&made),
        reviewers,
    }
}

fn counts(made: &Context<'_>) -> FigureCounts {
    let sums = &made.sums;
    let dispositions = Disposition::ALL.iter().map(|disposition| DispositionCount {
        disposition: *disposition,
        count: sums.dispositions[*disposition as usize],
    });
    FigureCounts {
        records: sums.records,
        dispositions: dispositions.collect(),
        decided: sums.overall.of,
        overrides: sums.overall.count,
        seeded: sums.seeded,
        thinned: sums.thinned,
    }
}
