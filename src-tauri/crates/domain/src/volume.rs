//! A volume: totals or exposure of a period, the denominator where single decisions are not logged.
//!
//! Where only refusals are recorded, no rate can be told from them. A volume says how many outputs
//! there were and what became of them, or how long or far the system worked. Without one, counts are
//! shown and no rate is made up.

use crate::id::{SystemId, VolumeId};
use crate::person::Act;
use crate::system::wire_enum;
use crate::time::{Date, Period};
use chrono::{Datelike, Days, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

wire_enum! {
    /// How long the period of a volume is.
    Span {
        /// One day.
        Day,
        /// Monday to Sunday.
        Week,
        /// The first to the last day of a month.
        Month,
    }
}

/// Tells whether a period is a day, a week from Monday to Sunday, or a calendar month; nothing otherwise.
#[must_use]
pub fn span(period: &Period) -> Option<Span> {
    let (from, to) = (period.from, period.to);
    let next = to.checked_add_days(Days::new(1))?;
    if from == to {
        Some(Span::Day)
    } else if from.weekday() == Weekday::Mon && from.checked_add_days(Days::new(7)) == Some(next) {
        Some(Span::Week)
    } else if from.day() == 1
        && next.day() == 1
        && (from.year(), from.month()) == (to.year(), to.month())
    {
        Some(Span::Month)
    } else {
        None
    }
}

wire_enum! {
    /// In what exposure is measured.
    ExposureUnit {
        /// Hours of operation.
        Hours,
        /// Kilometres.
        Kilometres,
        /// Cases handled.
        Cases,
    }
}

/// A decimal with up to six places, kept exactly, so that totals reconcile to the last digit.
///
/// On the wire it is text such as `12345.678`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(type = "string"))]
pub struct Decimal(i64);

/// A text that is no decimal with up to six places, or is too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no decimal with up to six places")]
pub struct NoDecimal;

impl Decimal {
    const PLACES: usize = 6;
    const ONE: i64 = 1_000_000;

    /// Makes a decimal from millionths.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// Returns the decimal in millionths.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }
}

impl FromStr for Decimal {
    type Err = NoDecimal;

    fn from_str(text: &str) -> Result<Self, NoDecimal> {
        let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(places) || places.len() > Self::PLACES {
            return Err(NoDecimal);
        }
        let millionths = format!("{places:0<width$}", width = Self::PLACES);
        let part = |text: &str| text.parse::<i64>().map_err(|_| NoDecimal);
        let whole = part(whole)?.checked_mul(Self::ONE).ok_or(NoDecimal)?;
        let all = whole.checked_add(part(&millionths)?).ok_or(NoDecimal)?;
        Ok(Self(all))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = format!("{:06}", (self.0 % Self::ONE).unsigned_abs());
        let sign = if self.0 < 0 { "-" } else { "" };
        let whole = (self.0 / Self::ONE).unsigned_abs();
        match places.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            places => write!(f, "{sign}{whole}.{places}"),
        }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "contract")]
impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]+(\\.[0-9]{1,6})?$" })
    }
}

/// How long, how far or over how many cases the system worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Exposure {
    /// The unit.
    pub unit: ExposureUnit,
    /// How many of them, more than zero.
    pub amount: Decimal,
}

/// How many outputs there were and what became of them. Each output is counted once; what is not
/// known is nothing, never zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Totals {
    /// Outputs that the system gave.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub issued: Option<u64>,
    /// Followed by a person as they were.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub accepted: Option<u64>,
    /// Followed by a person after a change.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub modified: Option<u64>,
    /// Not followed.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub overridden: Option<u64>,
    /// Took effect without a person.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub automatic: Option<u64>,
    /// Not looked at by a person, and without effect so far.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub not_reviewed: Option<u64>,
}

impl Totals {
    /// The largest number of a total, so that sums and stored numbers hold.
    pub const MOST: u64 = 1_000_000_000_000;

    /// Returns each total in the order of the fields.
    #[must_use]
    pub const fn all(&self) -> [Option<u64>; 6] {
        [
            self.issued,
            self.accepted,
            self.modified,
            self.overridden,
            self.automatic,
            self.not_reviewed,
        ]
    }

    /// Tells whether nothing is known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.all().iter().all(Option::is_none)
    }

    /// Returns the sum of the parts that are known.
    #[must_use]
    pub fn parts(&self) -> u64 {
        self.all()[1..].iter().flatten().sum()
    }
}

/// What a person or a file says about a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VolumeFacts {
    /// Of which AI system.
    pub system: SystemId,
    /// The decision point; empty for all together.
    pub decision_point: String,
    /// The model version; empty for all together.
    pub model_version: String,
    /// A day, a week or a month.
    pub period: Period,
    /// How many outputs, and what became of them.
    pub totals: Totals,
    /// How long, far or over how many cases the system worked.
    pub exposure: Option<Exposure>,
}

/// A volume as recorded. Never edited: another one supersedes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Volume {
    /// Which volume.
    pub id: VolumeId,
    /// What is said about it.
    pub facts: VolumeFacts,
    /// The volume that this one replaces.
    pub supersedes: Option<VolumeId>,
    /// Who recorded it, and when.
    pub recorded: Act,
}

/// Why a volume is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The period is no day, week or month.
    #[error("the period is no day, week or month")]
    Period,
    /// The period is not over yet, so its totals are not known.
    #[error("the period is not over")]
    Future,
    /// The period lies before 1990.
    #[error("the period lies before 1990")]
    TooEarly,
    /// Neither totals nor exposure.
    #[error("nothing is given")]
    Empty,
    /// The parts come to more than was issued.
    #[error("the parts come to {parts}, more than the {issued} issued")]
    Parts {
        /// Sum of the known parts.
        parts: u64,
        /// Outputs issued.
        issued: u64,
    },
    /// A total that is larger than [`Totals::MOST`].
    #[error("a total is too large")]
    TooLarge,
    /// An exposure of zero or less.
    #[error("the exposure is not more than zero")]
    Exposure,
    /// A decision point or model version that is too long.
    #[error("a text is longer than {most} characters")]
    TooLong {
        /// How many characters it may have.
        most: usize,
    },
}

/// Checks a volume on a day of the workspace's calendar.
///
/// # Errors
/// Returns the first thing that is wrong.
pub fn check(facts: &VolumeFacts, today: Date) -> Result<(), Refusal> {
    period(&facts.period, today)?;
    let most = crate::decision::SHORT_TEXT;
    let long = |text: &str| text.chars().count() > most;
    if long(&facts.decision_point) || long(&facts.model_version) {
        return Err(Refusal::TooLong { most });
    }
    if facts.totals.is_unknown() && facts.exposure.is_none() {
        return Err(Refusal::Empty);
    }
    totals(&facts.totals)?;
    match facts.exposure {
        Some(exposure) if exposure.amount.millionths() <= 0 => Err(Refusal::Exposure),
        _ => Ok(()),
    }
}

fn period(period: &Period, today: Date) -> Result<(), Refusal> {
    span(period).ok_or(Refusal::Period)?;
    if period.to > today {
        return Err(Refusal::Future);
    }
    if period.from.year() < 1990 {
        return Err(Refusal::TooEarly);
    }
    Ok(())
}

fn totals(totals: &Totals) -> Result<(), Refusal> {
    if totals
        .all()
        .iter()
        .flatten()
        .any(|total| *total > Totals::MOST)
    {
        return Err(Refusal::TooLarge);
    }
    let parts = totals.parts();
    match totals.issued {
        Some(issued) if parts > issued => Err(Refusal::Parts { parts, issued }),
        _ => Ok(()),
    }
}
