//! What somebody chose before the figures were made; kept beside them, since it changes them.

use super::code::DecisionMark;
use super::figure::Drill;
use crate::decision::Disposition;
use crate::stats::Level;
use crate::stats::control_chart::{BASELINE, ChartRule, Spread};
use crate::stats::multiple::Correction;
use crate::stats::signal::TAU;
use crate::system::wire_enum;
use crate::volume::Span;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// Which way an override goes, by the order of the labels from lenient to strict.
    Direction {
        /// The person was stricter than the AI.
        Stricter,
        /// The person was more lenient than the AI.
        MoreLenient,
    }
}

/// Which records are looked at, and which of the overrides among them are counted.
///
/// Decision point, model version, reviewer and category choose records. Reason and direction choose
/// overrides: all decisions stay in the denominator, since a decision that was accepted has neither.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct FigureSelection {
    /// Of this decision point; an empty text means those without.
    pub decision_point: Option<String>,
    /// Of this model version; an empty text means those without.
    pub model_version: Option<String>,
    /// Of this reviewer's pseudonym; an empty text means those without.
    pub reviewer: Option<String>,
    /// Of this category; an empty text means those without.
    pub category: Option<String>,
    /// Only overrides with this reason are counted; an empty text means those without.
    pub reason: Option<String>,
    /// Only overrides of this direction are counted.
    pub direction: Option<Direction>,
}

/// How the figures are made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct FigureSettings {
    /// How long a period of the control chart is.
    pub unit: Span,
    /// Which records, and which overrides.
    pub selection: FigureSelection,
    /// Whether an output that was used after a change counts as an override.
    pub modified_counts: bool,
    /// The labels from lenient to strict; empty compares labels that are numbers.
    pub label_order: Vec<String>,
    /// The override rate below which looking is doubted, as a share.
    pub tau: f64,
    /// Whether the decision decides which outcomes become known, so that no point is given.
    pub selective: bool,
    /// The least time in milliseconds that a look takes, as the system's owner declared it.
    pub minimum_latency_ms: Option<u32>,
    /// Whether every decision is logged, so that a log without any acceptance means that there was none.
    pub all_logged: bool,
    /// The confidence level of the intervals.
    pub level: Level,
    /// The rules that raise a signal on a control chart.
    pub rules: Vec<ChartRule>,
    /// How many periods with data make a baseline.
    pub baseline: u32,
    /// What the limits of a control chart allow for.
    pub spread: Spread,
    /// How p-values are corrected for the number of reviewers.
    pub correction: Correction,
}

impl Default for FigureSettings {
    fn default() -> Self {
        Self {
            unit: Span::Week,
            selection: FigureSelection::default(),
            modified_counts: true,
            label_order: Vec::new(),
            tau: TAU,
            selective: false,
            minimum_latency_ms: None,
            all_logged: false,
            level: Level::P95,
            rules: ChartRule::DEFAULT.to_vec(),
            baseline: BASELINE,
            spread: Spread::WhenNeeded,
            correction: Correction::Holm,
        }
    }
}

impl FigureSettings {
    /// The overrides that the selection counts.
    #[must_use]
    pub fn overrides(&self) -> Drill {
        let marks: &[DecisionMark] = match self.selection.direction {
            None => &[],
            Some(Direction::Stricter) => &[DecisionMark::Stricter],
            Some(Direction::MoreLenient) => &[DecisionMark::MoreLenient],
        };
        let all: &[Disposition] = if self.modified_counts {
            &[Disposition::Modified, Disposition::Overridden]
        } else {
            &[Disposition::Overridden]
        };
        Drill {
            reason: self.selection.reason.clone(),
            ..Drill::of(all).with(marks)
        }
    }

    /// Decisions that are no override.
    #[must_use]
    pub fn accepted(&self) -> Drill {
        if self.modified_counts {
            Drill::of(&[Disposition::Accepted])
        } else {
            Drill::of(&[Disposition::Accepted, Disposition::Modified])
        }
    }
}
