//! How far AI and person come to the same answer (section 3).

use super::code::{Caveat, FigureMethod};
use super::figure::Figure;
use crate::stats::agreement::{Agreement, Kappa};
use serde::{Deserialize, Serialize};

/// How far two columns of the log hold the same label.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgreementFigure {
    /// The share judged alike, with Wilson's interval.
    pub alike: Figure,
    /// Kappa, PABAK and AC1; nothing without records or with too many labels.
    pub agreement: Option<Agreement>,
    /// Kappa that takes off the same for each step, for three ordered labels or more.
    pub linear: Option<Kappa>,
    /// Kappa that takes off the square of the steps.
    pub quadratic: Option<Kappa>,
    /// The labels of the table in its order; empty when there are too many to show.
    pub labels: Vec<String>,
    /// The table: the AI's label down, the person's across.
    #[cfg_attr(feature = "contract", ts(type = "number[][]"))]
    pub table: Vec<Vec<u64>>,
    /// How it was made.
    pub method: FigureMethod,
    /// What to know about it.
    pub caveats: Vec<Caveat>,
}

/// Concordance of all decisions, and agreement where the first judgement is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Judgement {
    /// The AI's output and the final decision: the person had seen the output.
    pub concordance: AgreementFigure,
    /// The AI's output and the person's first judgement; nothing where none is logged.
    pub agreement: Option<AgreementFigure>,
}
