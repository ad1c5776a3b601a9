//! The claimed time of a signature, and its notation in a PDF.

use serde::Serialize;

/// The last second of the year 9999, which dates of a PDF can still write.
const LAST_SECOND: i64 = 253_402_300_799;

/// A moment and the time zone in which it is written, as the signer claims it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClaimedTime {
    /// Seconds since 1970-01-01 00:00:00 UTC.
    pub unix_seconds: i64,
    /// How far local time is ahead of UTC, in minutes, from -839 to 839.
    pub offset_minutes: i32,
}

/// The parts of a date and time of day, in the calendar of ISO 8601.
struct Civil {
    year: i64,
    month: i64,
    day: i64,
    second_of_day: i64,
}

impl ClaimedTime {
    /// Tells whether a PDF date can write this moment: 1970 to 9999, less than 14 hours from UTC.
    #[must_use]
    pub fn is_writable(self) -> bool {
        let local = self
            .unix_seconds
            .saturating_add(i64::from(self.offset_minutes) * 60);
        (0..=LAST_SECOND).contains(&self.unix_seconds)
            && (0..=LAST_SECOND).contains(&local)
            && (-839..=839).contains(&self.offset_minutes)
    }

    /// The moment as RFC 3339 writes it, such as `2026-11-24T14:55:00+08:00`.
    #[must_use]
    pub fn rfc3339(self) -> String {
        let civil = self.civil();
        let (hour, minute, second) = civil.clock();
        let (sign, hours, minutes) = self.offset();
        let Civil {
            year, month, day, ..
        } = civil;
        format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{sign}{hours:02}:{minutes:02}"
        )
    }

    /// The moment as a PDF date, such as `D:20261124145500+08'00'`.
    pub(crate) fn pdf_date(self) -> String {
        let civil = self.civil();
        let (hour, minute, second) = civil.clock();
        let (sign, hours, minutes) = self.offset();
        let Civil {
            year, month, day, ..
        } = civil;
        format!(
            "D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}{sign}{hours:02}'{minutes:02}'"
        )
    }

    /// Reads a PDF date in exactly the notation that [`Self::pdf_date`] writes.
    pub(crate) fn from_pdf_date(text: &str) -> Option<Self> {
        let field = |at: usize, length: usize| -> Option<i64> {
            let digits = text.get(at..at + length)?;
            let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse().ok().filter(|_| plain)
        };
        let days = days_from_civil(field(2, 4)?, field(6, 2)?, field(8, 2)?)?;
        let local = days * 86_400 + field(10, 2)? * 3_600 + field(12, 2)? * 60 + field(14, 2)?;
        let offset = field(17, 2)? * 60 + field(20, 2)?;
        let offset = match text.get(16..17)? {
            "+" => offset,
            "-" => -offset,
            _ => return None,
        };
        let time = Self {
            unix_seconds: local - offset * 60,
            offset_minutes: i32::try_from(offset).ok()?,
        };
        // Writing it again settles every remaining question, such as an hour of 25.
        (time.is_writable() && time.pdf_date() == text).then_some(time)
    }

    fn offset(self) -> (char, i32, i32) {
        let sign = if self.offset_minutes < 0 { '-' } else { '+' };
        let minutes = self.offset_minutes.abs();
        (sign, minutes / 60, minutes % 60)
    }

    fn civil(self) -> Civil {
        let local = self.unix_seconds + i64::from(self.offset_minutes) * 60;
        civil_from_days(local.div_euclid(86_400), local.rem_euclid(86_400))
    }
}

impl Civil {
    const fn clock(&self) -> (i64, i64, i64) {
        let second = self.second_of_day;
        (second / 3_600, second / 60 % 60, second % 60)
    }
}

const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to the first day of a year.
const fn days_before_year(year: i64) -> i64 {
    let past = year - 1;
    365 * (year - 1970) + (past / 4 - past / 100 + past / 400)
        - (1969 / 4 - 1969 / 100 + 1969 / 400)
}

fn days_from_civil(year: i64, month: i64, day: i64) -> Option<i64> {
    let real = year >= 1970
        && (1..=12).contains(&month)
        && (1..=days_in_month(year, month)).contains(&day);
    let before: i64 = (1..month).map(|month| days_in_month(year, month)).sum();
    real.then(|| days_before_year(year) + before + day - 1)
}

fn civil_from_days(days: i64, second_of_day: i64) -> Civil {
    // The guess from the mean length of a year is off by one at most.
    let mut year = 1970 + days * 400 / 146_097;
    if days_before_year(year) > days {
        year -= 1;
    } else if days_before_year(year + 1) <= days {
        year += 1;
    }
    let mut rest = days - days_before_year(year);
    let mut month = 1;
    while rest >= days_in_month(year, month) {
        rest -= days_in_month(year, month);
        month += 1;
    }
    Civil {
        year,
        month,
        day: rest + 1,
        second_of_day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(unix_seconds: i64, offset_minutes: i32) -> ClaimedTime {
        ClaimedTime {
            unix_seconds,
            offset_minutes,
        }
    }

    #[test]
    fn known_moments_are_written_as_the_calendar_has_them() {
        // `date -u -d @SECONDS` gave these.
        assert_eq!(at(0, 0).rfc3339(), "1970-01-01T00:00:00+00:00");
        assert_eq!(at(951_782_400, 0).rfc3339(), "2000-02-29T00:00:00+00:00");
        assert_eq!(
            at(1_795_503_300, 480).rfc3339(),
            "2026-11-24T14:55:00+08:00"
        );
        assert_eq!(at(1_795_503_300, 480).pdf_date(), "D:20261124145500+08'00'");
        assert_eq!(
            at(1_795_503_300, -570).rfc3339(),
            "2026-11-23T21:25:00-09:30"
        );
        assert_eq!(at(LAST_SECOND, 0).rfc3339(), "9999-12-31T23:59:59+00:00");
    }

    #[test]
    fn a_written_date_is_read_back() {
        for day in (0..2_932_896).step_by(97) {
            let time = at(day * 86_400 + day % 86_400, (day % 1_600 - 800) as i32);
            if time.is_writable() {
                assert_eq!(ClaimedTime::from_pdf_date(&time.pdf_date()), Some(time));
            }
        }
    }

    #[test]
    fn another_notation_is_refused() {
        for text in [
            "",
            "D:20261124145500Z",
            "D:20261124145500+08'00",
            "D:20261324145500+08'00'",
            "D:20260230145500+08'00'",
            "D:20261124255500+08'00'",
            "D:2026112414550é+08'00'",
            "D:+0261124145500+08'00'",
            "D:20261124145500-00'00'",
            "D:20261124145500+08'00'x",
        ] {
            assert_eq!(ClaimedTime::from_pdf_date(text), None, "{text}");
        }
    }
}
