//! Second review: a sample of decisions, overridden and accepted ones, judged again by people who do
//! not see who decided, what became of the output, or what others judged.
//!
//! Nobody can tell missed errors from a log of overrides alone, so accepted records are drawn too.
//! A case shows what the AI advised and what the person decided as two texts in an order that the
//! seed gives; only afterwards is it known which was which.

use crate::id::{DecisionId, PersonId, SecondReviewId, SystemId};
use crate::person::Act;
use crate::stats::Level;
use crate::stats::sample::rank;
use crate::system::wire_enum;
use crate::time::Period;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// What a person says of a case without knowing whose text is which.
    BlindVerdict {
        /// The first text is right.
        First,
        /// The second text is right.
        Second,
        /// Both can be right, or the only text is.
        Both,
        /// Neither is right.
        Neither,
        /// It can't be told.
        CannotTell,
    }
}

wire_enum! {
    /// What a verdict comes to.
    CaseVerdict {
        /// The AI was right.
        AiRight,
        /// The person was right.
        PersonRight,
        /// Both were right.
        BothRight,
        /// Both were wrong.
        BothWrong,
        /// It can't be told.
        CannotTell,
    }
}

impl CaseVerdict {
    /// Tells whether the AI was right; nothing where it can't be told.
    #[must_use]
    pub const fn ai_right(self) -> Option<bool> {
        match self {
            Self::AiRight | Self::BothRight => Some(true),
            Self::PersonRight | Self::BothWrong => Some(false),
            Self::CannotTell => None,
        }
    }

    /// Tells whether the person was right; nothing where it can't be told.
    #[must_use]
    pub const fn person_right(self) -> Option<bool> {
        match self {
            Self::PersonRight | Self::BothRight => Some(true),
            Self::AiRight | Self::BothWrong => Some(false),
            Self::CannotTell => None,
        }
    }
}

/// How many records there were of one kind, and how many were drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stratum {
    /// Records to draw from.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub population: u64,
    /// Records drawn.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub drawn: u64,
}

/// A sample that was drawn for second review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondReview {
    /// Which.
    pub id: SecondReviewId,
    /// Of which AI system.
    pub system: SystemId,
    /// The days whose decisions were drawn from.
    pub period: Period,
    /// What the draw began from, 32 bytes in hexadecimal: the same seed draws the same records.
    pub seed: String,
    /// The confidence that the sizes follow from.
    pub level: Level,
    /// The share of wrong decisions that the sample would show.
    pub tolerable: f64,
    /// Overridden and modified records.
    pub overridden: Stratum,
    /// Accepted records.
    pub accepted: Stratum,
    /// Who drew it, and when.
    pub drawn: Act,
}

/// Tells whether the person's text stands before the AI's.
#[must_use]
pub fn person_first(seed: &[u8], decision: DecisionId) -> bool {
    rank(seed, &format!("order {decision}"))[0] & 1 == 1
}

/// The place of a record in the order of the cases, which says nothing of its kind.
#[must_use]
pub fn place(seed: &[u8], decision: DecisionId) -> [u8; 32] {
    rank(seed, &format!("place {decision}"))
}

/// Turns what was said of two texts into a verdict; `same` says that they were one text.
#[must_use]
pub const fn unblind(said: BlindVerdict, person_first: bool, same: bool) -> CaseVerdict {
    match (said, person_first) {
        (BlindVerdict::CannotTell, _) => CaseVerdict::CannotTell,
        (BlindVerdict::Neither, _) => CaseVerdict::BothWrong,
        (BlindVerdict::Both, _) => CaseVerdict::BothRight,
        (BlindVerdict::First | BlindVerdict::Second, _) if same => CaseVerdict::BothRight,
        (BlindVerdict::First, true) | (BlindVerdict::Second, false) => CaseVerdict::PersonRight,
        (BlindVerdict::First, false) | (BlindVerdict::Second, true) => CaseVerdict::AiRight,
    }
}

/// A drawn record with the verdicts on it, the newest of each person, by person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Whether the record is an override.
    pub overridden: bool,
    /// Verdicts.
    pub verdicts: Vec<(PersonId, CaseVerdict)>,
}

impl Judged {
    /// Returns what the verdicts come to: the one that most gave; where as many gave another, it
    /// can't be told. Nothing before there is any.
    #[must_use]
    pub fn verdict(&self) -> Option<CaseVerdict> {
        let count = |wanted: CaseVerdict| {
            let same = self.verdicts.iter().filter(|(_, given)| *given == wanted);
            same.count()
        };
        let most = CaseVerdict::ALL
            .iter()
            .map(|verdict| count(*verdict))
            .max()?;
        let mut leading = CaseVerdict::ALL
            .iter()
            .filter(|verdict| count(**verdict) == most);
        let first = (most > 0).then(|| leading.next().copied())??;
        Some(leading.next().map_or(first, |_| CaseVerdict::CannotTell))
    }
}
