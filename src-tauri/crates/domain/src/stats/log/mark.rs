//! What is true of a record, as bits of one number, and the same asked of the record itself.

use super::label::direction;
use super::trace::{Alike, Trace};
use crate::decision::{DecisionFacts, Disposition};
use crate::stats::figures::{DecisionMark, Direction};

/// Disposition in bits 0 to 2, direction by numbers in bits 3 and 4, the rest as named below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marks(u16);

impl Marks {
    const STRICTER: u16 = 1 << 3;
    const MORE_LENIENT: u16 = 1 << 4;
    const LAST_AS_AI: u16 = 1 << 5;
    const AI_RIGHT: u16 = 1 << 6;
    const PERSON_RIGHT: u16 = 1 << 7;
    const FIRST_AS_AI: u16 = 1 << 8;
    const FIRST_RIGHT: u16 = 1 << 9;
    const SEEDED: u16 = 1 << 10;
    const LATE: u16 = 1 << 11;
    const THINNED: u16 = 1 << 12;
    const UNUSED: u16 = 7 << 13;

    /// Says what is true of a record, whose texts were compared before.
    pub(super) fn of(
        facts: &DecisionFacts,
        alike: Alike,
        entered_late: bool,
        thinned: bool,
    ) -> Self {
        let disposition = Disposition::ALL
            .iter()
            .position(|d| *d == facts.disposition);
        let way = match alike.direction() {
            Some(Direction::Stricter) => Self::STRICTER,
            Some(Direction::MoreLenient) => Self::MORE_LENIENT,
            None => 0,
        };
        let bits = [
            (alike.last_as_ai(), Self::LAST_AS_AI),
            (alike.ai_right(), Self::AI_RIGHT),
            (alike.person_right(), Self::PERSON_RIGHT),
            (alike.first_as_ai(), Self::FIRST_AS_AI),
            (alike.first_right(), Self::FIRST_RIGHT),
            (facts.seeded, Self::SEEDED),
            (entered_late, Self::LATE),
            (thinned, Self::THINNED),
        ];
        let set = bits.iter().filter(|(is, _)| *is);
        let marks = set.fold(way, |marks, (_, bit)| marks | bit);
        Self(marks | disposition.unwrap_or_default() as u16)
    }

    /// Returns marks that were written down, unless they cannot have been.
    pub(super) fn read(bits: u16) -> Option<Self> {
        let both = Self::STRICTER | Self::MORE_LENIENT;
        let sound = usize::from(bits & 7) < Disposition::ALL.len()
            && bits & both != both
            && bits & Self::UNUSED == 0;
        sound.then_some(Self(bits))
    }

    pub(super) const fn bits(self) -> u16 {
        self.0
    }

    pub(crate) const fn disposition(self) -> Disposition {
        Disposition::ALL[(self.0 & 7) as usize]
    }

    pub(crate) const fn direction(self) -> Option<Direction> {
        if self.has(Self::STRICTER) {
            Some(Direction::Stricter)
        } else if self.has(Self::MORE_LENIENT) {
            Some(Direction::MoreLenient)
        } else {
            None
        }
    }

    const fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }

    pub(crate) const fn last_as_ai(self) -> bool {
        self.has(Self::LAST_AS_AI)
    }

    pub(crate) const fn ai_right(self) -> bool {
        self.has(Self::AI_RIGHT)
    }

    pub(crate) const fn person_right(self) -> bool {
        self.has(Self::PERSON_RIGHT)
    }

    pub(crate) const fn first_as_ai(self) -> bool {
        self.has(Self::FIRST_AS_AI)
    }

    pub(crate) const fn first_right(self) -> bool {
        self.has(Self::FIRST_RIGHT)
    }

    pub(crate) const fn seeded(self) -> bool {
        self.has(Self::SEEDED)
    }

    pub(crate) const fn entered_late(self) -> bool {
        self.has(Self::LATE)
    }

    pub(crate) const fn thinned(self) -> bool {
        self.has(Self::THINNED)
    }
}

impl DecisionMark {
    /// Tells whether a record has the mark; `order` are the labels from lenient to strict. What is
    /// left of its texts speaks for a record that was thinned.
    #[must_use]
    pub fn is_of(
        self,
        facts: &DecisionFacts,
        entered_late: bool,
        order: &[String],
        trace: Option<&Trace>,
    ) -> bool {
        let alike = trace.map_or_else(|| Alike::of(facts), |trace| trace.alike);
        let judged = alike.outcome() && alike.ai();
        let way = || match trace {
            Some(trace) => trace.direction(order),
            None => direction(&facts.ai_output, &facts.human_final, order),
        };
        match self {
            Self::Stricter => way() == Some(Direction::Stricter),
            Self::MoreLenient => way() == Some(Direction::MoreLenient),
            Self::NoDirection => way().is_none(),
            Self::Labelled => alike.ai() && alike.last(),
            Self::FinalAsAi => alike.last_as_ai(),
            Self::OutcomeKnown => judged,
            Self::OutcomeUnknown => !judged,
            Self::AiRight => alike.ai_right(),
            Self::AiWrong => judged && !alike.ai_right(),
            Self::PersonRight => alike.person_right(),
            Self::FirstKnown => alike.first() && alike.ai(),
            Self::FirstAsAi => alike.first_as_ai(),
            Self::FirstRight => alike.first_right(),
            Self::FirstWrong => alike.first() && alike.outcome() && !alike.first_right(),
            Self::Timed => facts.latency_ms.is_some(),
            Self::UnderTwoSeconds => facts.latency_ms.is_some_and(|ms| ms < 2_000),
            Self::Seeded => facts.seeded,
            Self::NotSeeded => !facts.seeded,
            Self::EnteredLate => entered_late,
        }
    }
}
