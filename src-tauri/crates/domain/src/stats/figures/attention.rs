//! Signs that nobody looks, and of the opposite (section 6).

use super::code::{Caveat, FigureMethod};
use super::figure::Figure;
use crate::stats::signal::Verdict;
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// A sign that is looked for.
    SignalKind {
        /// Hardly anything is overridden.
        Volume,
        /// People override less than the AI is known to err.
        Strong,
        /// Decisions are faster than a look takes.
        Speed,
        /// Most known wrong samples pass.
        Seeded,
        /// Hardly anything is accepted.
        Rejection,
    }
}

/// One sign and what the counts say of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignalFigure {
    /// Which sign.
    pub signal: SignalKind,
    /// What the counts say.
    pub verdict: Verdict,
    /// How it was judged.
    pub method: FigureMethod,
    /// What it does not prove.
    pub caveats: Vec<Caveat>,
}

/// Whether people look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attention {
    /// One-sided 95 % upper bound of the override rate.
    pub upper: Option<f64>,
    /// One-sided 95 % lower bound of the override rate.
    pub lower: Option<f64>,
    /// One-sided 95 % lower bound of the AI's error rate, known wrong samples left out.
    pub ai_error_lower: Option<f64>,
    /// How many records without an override it takes to tell.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub fewest: Option<u64>,
    /// The AI's known errors, of the known outcomes, known wrong samples left out.
    pub ai_errors: Figure,
    /// Known wrong samples that were caught, of those decided.
    pub caught: Figure,
    /// Median time of a decision in milliseconds.
    pub median_ms: Option<f64>,
    /// Decisions under two seconds, of those with a time.
    pub under_two_seconds: Figure,
    /// The five signs.
    pub signals: Vec<SignalFigure>,
    /// Whether any sign of rubber-stamping is there.
    pub rubber_stamp: bool,
}
