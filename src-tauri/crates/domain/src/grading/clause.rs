//! From the answers to a clause's questions to the clause's level.

use super::method::Method;
use crate::answer::AnswerValue;
use crate::assessment::Depth;
use crate::evidence::Standing;
use serde::{Deserialize, Serialize};

/// From this tier on a quick assessment cannot show that a clause is verified.
const QUICK_LIMIT_FROM_TIER: u8 = 3;

/// The highest level of a clause that was asked too shallowly, or that could not be tried yet.
const LIMITED_LEVEL: u8 = 3;

/// One question of a clause with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionInput {
    /// Whether it decides the level of its clause.
    pub critical: bool,
    /// Whether it is a red line.
    #[serde(default)]
    pub red_line: bool,
    /// What was answered; nothing while unanswered.
    #[serde(default)]
    pub answer: Option<AnswerValue>,
    /// Standing of its best evidence.
    #[serde(default)]
    pub evidence: Standing,
}

/// All questions of one clause, with the depth and the tier of the assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ClauseInput {
    /// The questions in the catalogue's order, those outside a quick assessment included.
    pub questions: Vec<QuestionInput>,
    /// Quick asks the critical questions alone.
    pub depth: Depth,
    /// Application tier, 1 to 5.
    pub tier: u8,
}

/// The line of the method's level table that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClauseLine {
    /// No points at all: level 0.
    NoPoints,
    /// More critical questions without any value than the tolerance: level 1.
    CriticalMissing,
    /// A red-line question has no value: level 1.
    RedLineMissing,
    /// Some critical questions without value, but at least 60 % of the points: level 2.
    SomeCriticalMissing,
    /// Some critical questions without value and less than 60 % of the points: level 1.
    SomeCriticalMissingFewPoints,
    /// More critical questions partly met than the tolerance: level 2.
    CriticalPartly,
    /// Less than 80 % of the points: level 2.
    FewPoints,
    /// Every point, and evidence that counts as verification: level 4.
    Verified,
    /// All the rest: level 3.
    Implemented,
}

/// Why a level was lowered to 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClauseLimit {
    /// A quick assessment at tier 3 or above.
    QuickDepth,
    /// A question in scope is not yet due.
    NotYetDue,
}

/// Returns the level and the standing of a clause; nothing when it is unanswered.
///
/// # Formula
/// With p of M points, z critical questions of value 0, o of value 1 and the tolerance t = n div 6:
/// p = 0 gives 0; z > t or a red-line question of value 0 gives 1; z > 0 gives 2 if 5p >= 3M, else 1;
/// o > t or 5p < 4M gives 2; p = M with a standing that counts as verification gives 4; else 3. At most
/// 3 in a quick assessment from tier 3 and while a question in scope is not yet due.
/// # Inputs
/// `input.tier`: 1 to 5.
/// # Domain
/// Level 0 to 4. A better answer, a better standing or a lower tier never lowers the effective level.
/// # Source
/// Grading method, section 3.
#[must_use]
pub fn clause_level(method: &Method, input: &ClauseInput) -> Option<(u8, Standing)> {
    let tally = tally(input)?;
    Some((tally.level(method, input.tier), tally.standing))
}

/// The sums over the questions of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) in_scope: usize,
    pub(crate) applicable: usize,
    /// p, the points reached.
    pub(crate) points: usize,
    /// M, two points for each applicable question.
    pub(crate) maximum: usize,
    /// n, the applicable critical questions.
    pub(crate) critical: usize,
    /// z, those of n with value 0.
    pub(crate) zero: usize,
    /// o, those of n with value 1.
    pub(crate) partly: usize,
    /// t = n div 6.
    pub(crate) tolerance: usize,
    pub(crate) red_line_missing: bool,
    /// m, the number of questions that the standing is taken from.
    pub(crate) standing_from: usize,
    /// m div 5, the place of the standing among them, from 0 for the lowest.
    pub(crate) standing_place: usize,
    pub(crate) standing: Standing,
    pub(crate) quick: bool,
    pub(crate) not_yet_due: bool,
}

/// Returns the value of an answer: met 2, partly 1, else 0.
pub(crate) const fn value(answer: Option<AnswerValue>) -> usize {
    match answer {
        Some(AnswerValue::Met) => 2,
        Some(AnswerValue::Partly) => 1,
        _ => 0,
    }
}

/// Whether a question is asked at this depth.
pub(crate) const fn is_in_scope(question: &QuestionInput, depth: Depth) -> bool {
    matches!(depth, Depth::Full) || question.critical
}

/// Whether a question counts: neither "not applicable" nor "not yet due".
pub(crate) const fn is_applicable(question: &QuestionInput) -> bool {
    !matches!(
        question.answer,
        Some(AnswerValue::Na | AnswerValue::NotYetDue)
    )
}

/// Adds up the questions of a clause; nothing when none is applicable or all are unanswered.
///
/// # Formula
/// p = sum of values; M = 2 x applicable; among the n applicable critical ones z have value 0 and o
/// value 1; t = n div 6. The standing is the (m div 5 + 1)-th lowest among the m applicable critical
/// questions (all applicable ones if none is critical), where a question of value 0 has none.
/// # Source
/// Grading method, section 3, items 1 to 3.
pub(crate) fn tally(input: &ClauseInput) -> Option<Tally> {
    let scope = || {
        input
            .questions
            .iter()
            .filter(|question| is_in_scope(question, input.depth))
    };
    let applicable: Vec<&QuestionInput> =
        scope().filter(|question| is_applicable(question)).collect();
    if applicable.iter().all(|question| question.answer.is_none()) {
        return None;
    }
    let points = applicable
        .iter()
        .map(|question| value(question.answer))
        .sum();
    let critical: Vec<&QuestionInput> = applicable
        .iter()
        .copied()
        .filter(|question| question.critical)
        .collect();
    let with_value = |wanted| {
        critical
            .iter()
            .filter(|question| value(question.answer) == wanted)
            .count()
    };
    let deciding = if critical.is_empty() {
        &applicable
    } else {
        &critical
    };
    let (standing_place, standing) = standing(deciding);
    Some(Tally {
        in_scope: scope().count(),
        applicable: applicable.len(),
        points,
        maximum: 2 * applicable.len(),
        critical: critical.len(),
        zero: with_value(0),
        partly: with_value(1),
        tolerance: critical.len() / 6,
        red_line_missing: applicable
            .iter()
            .any(|question| question.red_line && value(question.answer) == 0),
        standing_from: deciding.len(),
        standing_place,
        standing,
        quick: input.depth == Depth::Quick,
        not_yet_due: scope().any(|question| question.answer == Some(AnswerValue::NotYetDue)),
    })
}

/// Returns the (m div 5 + 1)-th lowest standing of m questions, and its place from 0.
fn standing(questions: &[&QuestionInput]) -> (usize, Standing) {
    let mut standings: Vec<Standing> = questions
        .iter()
        .map(|question| match value(question.answer) {
            0 => Standing::None,
            _ => question.evidence,
        })
        .collect();
    standings.sort_unstable();
    let place = standings.len() / 5;
    (place, standings[place])
}

impl Tally {
    /// Returns the first line of the level table that holds.
    ///
    /// # Source
    /// Grading method, section 3, item 4.
    pub(crate) fn line(&self, method: &Method, tier: u8) -> ClauseLine {
        if self.points == 0 {
            ClauseLine::NoPoints
        } else if self.zero > self.tolerance {
            ClauseLine::CriticalMissing
        } else if self.red_line_missing {
            ClauseLine::RedLineMissing
        } else if self.zero > 0 && 5 * self.points >= 3 * self.maximum {
            ClauseLine::SomeCriticalMissing
        } else if self.zero > 0 {
            ClauseLine::SomeCriticalMissingFewPoints
        } else if self.partly > self.tolerance {
            ClauseLine::CriticalPartly
        } else if 5 * self.points < 4 * self.maximum {
            ClauseLine::FewPoints
        } else if self.points == self.maximum && method.cap(self.standing, tier) == 4 {
            ClauseLine::Verified
        } else {
            ClauseLine::Implemented
        }
    }

    /// Returns the limits that hold, whether or not they lower the level.
    ///
    /// # Source
    /// Grading method, section 3, item 5.
    pub(crate) fn limits(&self, tier: u8) -> Vec<ClauseLimit> {
        let quick = self.quick && tier >= QUICK_LIMIT_FROM_TIER;
        [
            (quick, ClauseLimit::QuickDepth),
            (self.not_yet_due, ClauseLimit::NotYetDue),
        ]
        .into_iter()
        .filter_map(|(holds, limit)| holds.then_some(limit))
        .collect()
    }

    pub(crate) fn level(&self, method: &Method, tier: u8) -> u8 {
        let level = self.line(method, tier).level();
        if self.limits(tier).is_empty() {
            level
        } else {
            level.min(LIMITED_LEVEL)
        }
    }
}

impl ClauseLine {
    /// Returns the level that the line gives.
    #[must_use]
    pub const fn level(self) -> u8 {
        match self {
            Self::NoPoints => 0,
            Self::CriticalMissing | Self::RedLineMissing | Self::SomeCriticalMissingFewPoints => 1,
            Self::SomeCriticalMissing | Self::CriticalPartly | Self::FewPoints => 2,
            Self::Implemented => 3,
            Self::Verified => 4,
        }
    }
}
