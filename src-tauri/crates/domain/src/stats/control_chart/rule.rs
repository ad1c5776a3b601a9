//! Nelson's eight rules: patterns that chance alone rarely makes.

use serde::{Deserialize, Serialize};

crate::system::wire_enum! {
    /// A rule, in the order of Nelson's numbers.
    ChartRule {
        /// 1: a point beyond three deviations.
        Beyond,
        /// 2: nine on one side of the centre.
        OneSide,
        /// 3: six rising or falling.
        Trend,
        /// 4: fourteen up and down in turn.
        Alternating,
        /// 5: two of three beyond two deviations on one side.
        TwoOfThree,
        /// 6: four of five beyond one deviation on one side.
        FourOfFive,
        /// 7: fifteen within one deviation.
        NearCentre,
        /// 8: eight beyond one deviation, some on either side.
        AwayFromCentre,
    }
}

impl ChartRule {
    /// The rules that apply unless somebody chose others: 1, 2, 3 and 5. All eight together raise
    /// a false signal every hundred points or sooner.
    pub const DEFAULT: &'static [Self] =
        &[Self::Beyond, Self::OneSide, Self::Trend, Self::TwoOfThree];

    /// Returns Nelson's number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Returns the rule of Nelson's number.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|rule| rule.number() == number)
    }

    /// How many points in a row it looks at.
    const fn length(self) -> usize {
        match self {
            Self::Beyond => 1,
            Self::OneSide => 9,
            Self::Trend => 6,
            Self::Alternating => 14,
            Self::TwoOfThree => 3,
            Self::FourOfFive => 5,
            Self::NearCentre => 15,
            Self::AwayFromCentre => 8,
        }
    }

    /// Returns whether points of the rule's length have its pattern, and on which side.
    fn matches(self, points: &[f64]) -> Option<Option<Side>> {
        match self {
            Self::Beyond => most(points, 3.0, 1),
            Self::OneSide => most(points, 0.0, 9),
            Self::TwoOfThree => most(points, 2.0, 2),
            Self::FourOfFive => most(points, 1.0, 4),
            Self::Trend => {
                let steps = || points.windows(2);
                if steps().all(|pair| pair[1] > pair[0]) {
                    Some(Some(Side::High))
                } else if steps().all(|pair| pair[1] < pair[0]) {
                    Some(Some(Side::Low))
                } else {
                    None
                }
            }
            Self::Alternating => {
                let turns = |three: &[f64]| {
                    let (first, second) = (three[1] - three[0], three[2] - three[1]);
                    (first > 0.0 && second < 0.0) || (first < 0.0 && second > 0.0)
                };
                points.windows(3).all(turns).then_some(None)
            }
            Self::NearCentre => points.iter().all(|z| z.abs() < 1.0).then_some(None),
            Self::AwayFromCentre => {
                let away = points.iter().all(|z| z.abs() > 1.0);
                let both = points.iter().any(|z| *z > 0.0) && points.iter().any(|z| *z < 0.0);
                (away && both).then_some(None)
            }
        }
    }
}

/// A side of the centre, or a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Below, or falling.
    Low,
    /// Above, or rising.
    High,
}

/// A pattern that a rule found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChartSignal {
    /// Which rule.
    pub rule: ChartRule,
    /// The first period of the pattern, from 0.
    pub from: u32,
    /// Its last period, which completed it.
    pub at: u32,
    /// On which side, where the rule knows sides.
    pub side: Option<Side>,
}

/// Which side of a distance from the centre a point lies beyond.
pub(super) fn side(z: f64, distance: f64) -> Option<Side> {
    if z > distance {
        Some(Side::High)
    } else if z < -distance {
        Some(Side::Low)
    } else {
        None
    }
}

/// Whether at least so many points lie beyond a distance on one side.
fn most(points: &[f64], distance: f64, least: usize) -> Option<Option<Side>> {
    [Side::High, Side::Low]
        .into_iter()
        .find(|wanted| {
            let beyond = points
                .iter()
                .filter(|z| side(**z, distance) == Some(*wanted));
            beyond.count() >= least
        })
        .map(Some)
}

/// Returns what the rules raise over a series of standardised points.
///
/// # Formula
/// Each rule looks at as many points in a row as it names and is raised at the last of them, at
/// every point where its pattern is complete. All inequalities are strict, so a point on the centre
/// is on neither side.
/// # Inputs
/// `z`: distances from the centre in standard deviations, nothing for a gap; `rules`.
/// # Domain
/// A gap, or what is no number, breaks every run.
/// # Source
/// Nelson (1984).
/// # Check
/// `nelson` of the vectors; `tests/peers/stats.py`.
#[must_use]
pub fn nelson(z: &[Option<f64>], rules: &[ChartRule]) -> Vec<ChartSignal> {
    let beyond: Vec<_> = z.iter().map(|z| z.and_then(|z| side(z, 3.0))).collect();
    raised(z, &beyond, rules)
}

/// As [`nelson`], with rule 1 already judged by the limits that are shown.
pub(super) fn raised(
    z: &[Option<f64>],
    beyond: &[Option<Side>],
    rules: &[ChartRule],
) -> Vec<ChartSignal> {
    let mut rules = rules.to_vec();
    rules.sort_unstable();
    rules.dedup();
    let mut signals = Vec::new();
    let mut run: Vec<f64> = Vec::new();
    for (at, (z, beyond)) in z.iter().zip(beyond).enumerate() {
        match z.filter(|z| !z.is_nan()) {
            Some(z) => run.push(z),
            None => run.clear(),
        }
        for rule in &rules {
            let length = rule.length();
            let matched = if *rule == ChartRule::Beyond {
                beyond.map(Some)
            } else {
                let start = run.len().checked_sub(length);
                start.and_then(|start| rule.matches(&run[start..]))
            };
            if let Some(side) = matched {
                let place = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
                signals.push(ChartSignal {
                    rule: *rule,
                    from: place(at + 1 - length),
                    at: place(at),
                    side,
                });
            }
        }
    }
    signals
}
