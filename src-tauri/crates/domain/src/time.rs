//! Points in time, dates and periods. There is no `now()` here: the composition roots read the clock.

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Offset as _, SecondsFormat, Utc,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A calendar date without a time zone, written `2026-11-24`.
pub type Date = NaiveDate;

/// A moment, in microseconds since 1970-01-01T00:00:00Z.
///
/// On the wire and in the facts it is RFC 3339 text in UTC with microseconds, so that it sorts as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(type = "string"))]
pub struct Timestamp(i64);

impl Timestamp {
    /// Makes a timestamp from microseconds since 1970 UTC.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Returns microseconds since 1970 UTC.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Returns the moment in UTC; out-of-range values are clamped to chrono's limits.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or(if self.0 < 0 {
            DateTime::<Utc>::MIN_UTC
        } else {
            DateTime::<Utc>::MAX_UTC
        })
    }

    /// Reads RFC 3339 text; any offset is accepted and turned into UTC.
    ///
    /// # Errors
    /// Returns chrono's error when the text is no RFC 3339 date and time.
    pub fn parse(text: &str) -> Result<Self, chrono::ParseError> {
        DateTime::parse_from_rfc3339(text).map(|moment| Self(moment.timestamp_micros()))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "contract")]
impl schemars::JsonSchema for Timestamp {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Timestamp".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time" })
    }
}

/// A moment together with the offset from UTC in which it was stated, so that "two in the morning"
/// stays two in the morning wherever the record is read.
///
/// On the wire it is RFC 3339 text with microseconds and that offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(type = "string"))]
pub struct StatedTime {
    at: Timestamp,
    offset_min: i16,
}

impl StatedTime {
    /// The largest offset from UTC in minutes, either way: a minute less than a day.
    pub const MOST_OFFSET_MIN: i16 = 24 * 60 - 1;

    /// Makes a stated time from the moment and the offset from UTC in minutes, or nothing when the
    /// offset is a day or more.
    #[must_use]
    pub fn new(at: Timestamp, offset_min: i16) -> Option<Self> {
        let limits = -Self::MOST_OFFSET_MIN..=Self::MOST_OFFSET_MIN;
        limits
            .contains(&offset_min)
            .then_some(Self { at, offset_min })
    }

    /// Makes a stated time in UTC.
    #[must_use]
    pub const fn utc(at: Timestamp) -> Self {
        Self { at, offset_min: 0 }
    }

    /// Returns the moment.
    #[must_use]
    pub const fn at(self) -> Timestamp {
        self.at
    }

    /// Returns the offset from UTC in minutes, east positive.
    #[must_use]
    pub const fn offset_min(self) -> i16 {
        self.offset_min
    }

    /// Reads RFC 3339 text and keeps its offset.
    ///
    /// # Errors
    /// Returns chrono's error when the text is no RFC 3339 date and time.
    pub fn parse(text: &str) -> Result<Self, chrono::ParseError> {
        DateTime::parse_from_rfc3339(text).map(Self::from)
    }
}

impl From<DateTime<FixedOffset>> for StatedTime {
    fn from(moment: DateTime<FixedOffset>) -> Self {
        let minutes = moment.offset().fix().local_minus_utc() / 60;
        Self {
            at: Timestamp::from_micros(moment.timestamp_micros()),
            // An offset of chrono is less than a day.
            offset_min: i16::try_from(minutes).unwrap_or_default(),
        }
    }
}

impl fmt::Display for StatedTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let offset = FixedOffset::east_opt(i32::from(self.offset_min) * 60);
        let offset = offset.unwrap_or_else(|| Utc.fix());
        let local = self.at.utc().with_timezone(&offset);
        f.write_str(&local.to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}

impl Serialize for StatedTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StatedTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "contract")]
impl schemars::JsonSchema for StatedTime {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "StatedTime".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time" })
    }
}

/// The stretch of time that an assessment, audit or analysis speaks about; both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day, not before `from`.
    pub to: Date,
}

impl Period {
    /// Makes a period, or nothing when it would end before it begins.
    #[must_use]
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }
}

/// A month of the calendar in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// Returns the month of a moment.
    #[must_use]
    pub fn of(at: Timestamp) -> Self {
        let day = at.utc().date_naive();
        Self(day.year() * 12 + day.month0().cast_signed())
    }

    /// Returns the month of a number: months since January of the year 0.
    #[must_use]
    pub const fn numbered(number: i32) -> Self {
        Self(number)
    }

    /// Returns its number.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Returns the month after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Returns the month before this one.
    #[must_use]
    pub const fn before(self) -> Self {
        Self(self.0 - 1)
    }

    /// Returns the first moment of the month.
    #[must_use]
    pub fn start(self) -> Timestamp {
        let month = self.0.rem_euclid(12).cast_unsigned() + 1;
        let first = NaiveDate::from_ymd_opt(self.0.div_euclid(12), month, 1);
        let midnight = first.unwrap_or_default().and_time(NaiveTime::MIN);
        Timestamp(midnight.and_utc().timestamp_micros())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timestamp_survives_its_text() {
        let moment = Timestamp::from_micros(1_795_517_130_123_456);
        assert_eq!(moment.to_string(), "2026-11-24T10:45:30.123456Z");
        assert_eq!(Timestamp::parse(&moment.to_string()), Ok(moment));
    }

    #[test]
    fn an_offset_is_turned_into_utc() {
        let shanghai = Timestamp::parse("2026-11-24T18:45:30+08:00");
        assert_eq!(shanghai, Timestamp::parse("2026-11-24T10:45:30Z"));
    }

    #[test]
    fn a_stated_time_keeps_its_offset() {
        let text = "2026-11-24T18:45:30.000000+08:00";
        let stated = StatedTime::parse(text).expect("RFC 3339");
        assert_eq!(
            (stated.offset_min(), stated.to_string()),
            (480, text.into())
        );
        assert_eq!(Ok(stated.at()), Timestamp::parse("2026-11-24T10:45:30Z"));
        let west = StatedTime::parse("2026-11-24T00:15:00-09:30").expect("RFC 3339");
        assert_eq!(west.offset_min(), -570);
        let utc = StatedTime::utc(stated.at());
        assert_eq!(utc.to_string(), "2026-11-24T10:45:30.000000Z");
        assert_eq!(StatedTime::parse(&utc.to_string()), Ok(utc));
        assert_eq!(StatedTime::new(stated.at(), 480), Some(stated));
        assert_eq!(StatedTime::new(stated.at(), 24 * 60), None);
    }

    #[test]
    fn a_month_holds_its_moments() {
        let at = |text| Timestamp::parse(text).expect("RFC 3339");
        let december = Month::of(at("2026-12-31T23:59:59.999999Z"));
        assert_eq!(december.start(), at("2026-12-01T00:00:00Z"));
        assert_eq!(december.next().start(), at("2027-01-01T00:00:00Z"));
        assert_eq!(Month::of(december.next().start()), december.next());
        assert_eq!(december.next().before(), december);
        assert_eq!(Month::numbered(december.number()), december);
    }

    #[test]
    fn a_period_never_ends_before_it_begins() {
        let day = |d| Date::from_ymd_opt(2026, 11, d).expect("a day of November");
        assert!(Period::new(day(1), day(1)).is_some());
        assert!(Period::new(day(2), day(1)).is_none());
    }
}
