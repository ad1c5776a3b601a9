//! A figure as it is shown: its counts, its interval, how it was made and what to know about it.

use super::code::{Caveat, DecisionMark, FigureMethod};
use crate::decision::Disposition;
use crate::stats::rate::{FEW, Rate, Tally};
use crate::stats::{Interval, Level};
use crate::time::Date;
use serde::{Deserialize, Serialize};

/// The records behind a figure, told apart from the others that were looked at.
///
/// What is not there is not asked for: laid over the filter of all records looked at, it is the
/// filter of the log that lists the records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Drill {
    /// Decided on this day of the workspace's calendar or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Decided on this day or earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// With one of these dispositions; none means any.
    pub dispositions: Vec<Disposition>,
    /// Of this decision point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision_point: Option<String>,
    /// Of this model version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model_version: Option<String>,
    /// With this reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Of this reviewer's pseudonym.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<String>,
    /// Of this category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// With this AI output.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ai_output: Option<String>,
    /// With all of these marks.
    pub marks: Vec<DecisionMark>,
}

impl Drill {
    /// Returns the records with one of some dispositions.
    #[must_use]
    pub fn of(dispositions: &[Disposition]) -> Self {
        Self {
            dispositions: dispositions.to_vec(),
            ..Self::default()
        }
    }

    /// Returns those of them with more marks.
    #[must_use]
    pub fn with(mut self, marks: &[DecisionMark]) -> Self {
        self.marks.extend(marks);
        self
    }
}

/// So many of so many, with everything that must stand beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Figure {
    /// The numerator.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub count: u64,
    /// The denominator.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub of: u64,
    /// Their quotient, unrounded; nothing where it would say something that is not known.
    pub value: Option<f64>,
    /// Its interval.
    pub interval: Option<Interval>,
    /// Whether there are so few that the counts are shown before the rate.
    pub few: bool,
    /// How the interval was made.
    pub method: FigureMethod,
    /// What to know about it.
    pub caveats: Vec<Caveat>,
    /// The records of the numerator; nothing where these are no single records.
    pub drill: Option<Drill>,
    /// The records of the denominator; nothing where these are no single records.
    pub base: Option<Drill>,
}

impl Figure {
    /// Makes the figure of a share with Wilson's interval; no data is no value, never 0 %.
    #[must_use]
    pub(super) fn share(tally: Tally, level: Level, drill: Drill, base: Drill) -> Self {
        let rate = Rate::of(tally.count, tally.of, level);
        let mut caveats = Vec::new();
        if tally.of == 0 {
            caveats.push(Caveat::NoData);
        } else if tally.of < FEW {
            caveats.push(Caveat::Few);
        }
        Self {
            count: tally.count,
            of: tally.of,
            value: rate.map(|rate| rate.value),
            interval: rate.map(|rate| rate.interval),
            few: tally.of < FEW,
            method: FigureMethod::Wilson,
            caveats,
            drill: Some(drill),
            base: Some(base),
        }
    }

    /// Takes value and interval away, and says why.
    #[must_use]
    pub(super) fn withheld(mut self, why: Caveat) -> Self {
        self.value = None;
        self.interval = None;
        self.but(why)
    }

    /// Adds a caveat.
    #[must_use]
    pub(super) fn but(mut self, caveat: Caveat) -> Self {
        self.caveats.push(caveat);
        self
    }

    /// Adds a caveat where it applies.
    #[must_use]
    pub(super) fn but_when(self, applies: bool, caveat: Caveat) -> Self {
        if applies { self.but(caveat) } else { self }
    }
}
