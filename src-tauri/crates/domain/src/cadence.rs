//! A cadence: how often a recurring check comes due.
//!
//! Every due date is counted from the first one, never from the one before. So a check that is due
//! on the 31st falls on the last day of a shorter month and is back on the 31st afterwards.

use crate::system::wire_enum;
use crate::time::Date;
use chrono::{Days, Months};
use serde::{Deserialize, Serialize};

wire_enum! {
    /// In what a cadence counts.
    CadenceUnit {
        /// Calendar months.
        Months,
        /// Weeks of seven days.
        Weeks,
    }
}

/// Every so many months or weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cadence {
    /// In what it counts.
    pub unit: CadenceUnit,
    /// How many of them lie between two due dates, 1 to [`Cadence::MOST`].
    pub every: u16,
}

/// Why a cadence is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CadenceRefusal {
    /// Every 0 months or weeks never comes to an end.
    #[error("a cadence of zero")]
    Zero,
    /// More than [`Cadence::MOST`], so that the check would not come round.
    #[error("a cadence of more than {most}")]
    TooLong {
        /// How many it may have at the most.
        most: u16,
    },
}

impl Cadence {
    /// The longest cadence: ten years in weeks.
    pub const MOST: u16 = 520;
    /// Once a month.
    pub const MONTHLY: Self = Self::months(1);
    /// Four times a year.
    pub const QUARTERLY: Self = Self::months(3);
    /// Twice a year.
    pub const HALF_YEARLY: Self = Self::months(6);
    /// Once a year.
    pub const YEARLY: Self = Self::months(12);

    /// Makes a cadence of so many months.
    #[must_use]
    pub const fn months(every: u16) -> Self {
        Self {
            unit: CadenceUnit::Months,
            every,
        }
    }

    /// Makes a cadence of so many weeks.
    #[must_use]
    pub const fn weeks(every: u16) -> Self {
        Self {
            unit: CadenceUnit::Weeks,
            every,
        }
    }

    /// Checks that the cadence comes round.
    ///
    /// # Errors
    /// When it counts 0, or more than [`Self::MOST`].
    pub const fn check(self) -> Result<(), CadenceRefusal> {
        match self.every {
            0 => Err(CadenceRefusal::Zero),
            every if every > Self::MOST => Err(CadenceRefusal::TooLong { most: Self::MOST }),
            _ => Ok(()),
        }
    }

    /// Returns the due date with a number, counted from 0 at the first; nothing beyond the calendar.
    #[must_use]
    pub fn nth(self, first: Date, number: u32) -> Option<Date> {
        let steps = u32::from(self.every).checked_mul(number)?;
        match self.unit {
            CadenceUnit::Months => first.checked_add_months(Months::new(steps)),
            CadenceUnit::Weeks => first.checked_add_days(Days::new(u64::from(steps) * 7)),
        }
    }

    /// Returns the due dates from the first on; none when the cadence is 0.
    pub fn dates(self, first: Date) -> impl Iterator<Item = Date> {
        let numbers = match self.check() {
            Ok(()) => 0..u32::MAX,
            Err(_) => 0..0,
        };
        numbers.map_while(move |number| self.nth(first, number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn first_three(cadence: Cadence, first: &str) -> Vec<String> {
        let dates = cadence.dates(day(first)).take(3);
        dates.map(|date| date.to_string()).collect()
    }

    #[test]
    fn the_last_of_a_month_is_reached_again_after_a_shorter_one() {
        assert_eq!(
            first_three(Cadence::MONTHLY, "2027-01-31"),
            ["2027-01-31", "2027-02-28", "2027-03-31"]
        );
        assert_eq!(
            first_three(Cadence::MONTHLY, "2028-01-31"),
            ["2028-01-31", "2028-02-29", "2028-03-31"]
        );
        assert_eq!(
            first_three(Cadence::YEARLY, "2028-02-29"),
            ["2028-02-29", "2029-02-28", "2030-02-28"]
        );
    }

    #[test]
    fn weeks_keep_the_day_of_the_week() {
        assert_eq!(
            first_three(Cadence::weeks(6), "2026-12-01"),
            ["2026-12-01", "2027-01-12", "2027-02-23"]
        );
    }

    #[test]
    fn a_cadence_of_zero_is_refused_and_never_runs_for_ever() {
        assert_eq!(Cadence::months(0).check(), Err(CadenceRefusal::Zero));
        assert_eq!(Cadence::weeks(0).dates(day("2027-01-01")).count(), 0);
        assert!(matches!(
            Cadence::weeks(521).check(),
            Err(CadenceRefusal::TooLong { most: 520 })
        ));
    }

    #[test]
    fn dates_end_where_the_calendar_ends() {
        let last = Cadence::months(520).dates(day("2027-01-31")).last();
        assert!(last.is_some_and(|last| last > day("9999-12-31")));
    }
}
