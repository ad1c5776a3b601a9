//! Dates and times as sources write them: the year first, or day and month in the stated order;
//! with names of months, in Chinese, with and without a time and an offset.

use super::mapping::DateOrder;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

// The Chinese words that part a date and a time: day, year, month, hour, minute, second; and those
// for the two halves of a day.
const DAY: char = '\u{65e5}';
const YEAR: char = '\u{5e74}';
const MONTH: char = '\u{6708}';
const HOUR: char = '\u{65f6}';
const MINUTE: char = '\u{5206}';
const SECOND: char = '\u{79d2}';
const MORNING: &str = "\u{4e0a}\u{5348}";
const AFTERNOON: &str = "\u{4e0b}\u{5348}";

/// Why a text is not taken for a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is no date.
    NotADate,
    /// What stands after the date is no time.
    NotATime,
    /// Day and month can't be told apart without their order.
    OrderNeeded,
}

/// A moment as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) date: NaiveDate,
    /// Nothing where only a date stands.
    pub(super) time: Option<NaiveTime>,
    /// Offset from UTC in minutes, where one stands.
    pub(super) offset_min: Option<i16>,
}

/// Reads a moment.
pub(super) fn read(text: &str, order: Option<DateOrder>) -> Result<Written, Fault> {
    if let Some(plain) = plain(text) {
        return Ok(plain);
    }
    let (date, rest) = date(text.trim(), order)?;
    let rest = rest.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '.' | ',' | '/' | 'T' | DAY)
    });
    if rest.is_empty() {
        return Ok(Written {
            date,
            time: None,
            offset_min: None,
        });
    }
    let (time, offset_min) = time(rest).ok_or(Fault::NotATime)?;
    Ok(Written {
        date,
        time: Some(time),
        offset_min,
    })
}

/// Reads the form that programs write most, `2026-11-24 18:45:00`, without looking further.
fn plain(text: &str) -> Option<Written> {
    let bytes = text.as_bytes();
    if bytes.len() != 19 {
        return None;
    }
    let marks = [(4, b'-'), (7, b'-'), (13, b':'), (16, b':')];
    if !marks.iter().all(|(at, mark)| bytes[*at] == *mark) || !matches!(bytes[10], b' ' | b'T') {
        return None;
    }
    let number = |from: usize, to: usize| {
        bytes[from..to].iter().try_fold(0_u32, |sum, byte| {
            byte.is_ascii_digit()
                .then(|| sum * 10 + u32::from(byte - b'0'))
        })
    };
    let year = i32::try_from(number(0, 4)?).ok()?;
    let date = NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)?;
    let time = NaiveTime::from_hms_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?)?;
    Some(Written {
        date,
        time: Some(time),
        offset_min: None,
    })
}

/// One part of a date: a number with its count of digits, or a month by name.
#[derive(Clone, Copy)]
enum Part {
    Number(u32, usize),
    Month(u32),
}

/// Reads the date at the beginning and returns what stands after it.
fn date(text: &str, order: Option<DateOrder>) -> Result<(NaiveDate, &str), Fault> {
    let (first, rest) = part(text).ok_or(Fault::NotADate)?;
    let (second, rest) = part(separated(rest)).ok_or(Fault::NotADate)?;
    let (third, rest) = part(separated(rest)).ok_or(Fault::NotADate)?;
    let (year, month, day) = arrange([first, second, third], order)?;
    let year = i32::try_from(year).map_err(|_| Fault::NotADate)?;
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(Fault::NotADate)?;
    Ok((date, rest))
}

fn separated(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '-' | '/' | '.' | ',' | YEAR | MONTH | '\u{2010}'..='\u{2015}'
            )
    })
}

fn part(text: &str) -> Option<(Part, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let (number, rest) = text.split_at(digits);
        return Some((Part::Number(number.parse().ok()?, digits), rest));
    }
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = text.split_at(letters);
    Some((Part::Month(month_named(name)?), rest))
}

/// Returns the number of a month by its English name or the first letters of it.
fn month_named(name: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = name.to_ascii_lowercase();
    let known = |full: &&str| {
        name.len() >= 3 && (full.starts_with(&name) || (name == "sept" && **full == *"september"))
    };
    let place = NAMES.iter().position(known)?;
    u32::try_from(place + 1).ok()
}

fn arrange(parts: [Part; 3], order: Option<DateOrder>) -> Result<(u32, u32, u32), Fault> {
    match parts {
        [
            Part::Number(year, 4),
            Part::Number(month, _),
            Part::Number(day, _),
        ]
        | [
            Part::Number(year, 4),
            Part::Month(month),
            Part::Number(day, _),
        ] => Ok((year, month, day)),
        [
            Part::Number(day, ..=2),
            Part::Month(month),
            Part::Number(year, digits),
        ]
        | [
            Part::Month(month),
            Part::Number(day, ..=2),
            Part::Number(year, digits),
        ] => Ok((full_year(year, digits)?, month, day)),
        [
            Part::Number(first, ..=2),
            Part::Number(second, ..=2),
            Part::Number(year, digits),
        ] => {
            let year = full_year(year, digits)?;
            match order {
                Some(DateOrder::DayFirst) => Ok((year, second, first)),
                Some(DateOrder::MonthFirst) => Ok((year, first, second)),
                None => Err(Fault::OrderNeeded),
            }
        }
        _ => Err(Fault::NotADate),
    }
}

/// A year of two digits lies within 1970 and 2069.
fn full_year(year: u32, digits: usize) -> Result<u32, Fault> {
    match digits {
        4 => Ok(year),
        2 if year < 70 => Ok(2000 + year),
        2 => Ok(1900 + year),
        _ => Err(Fault::NotADate),
    }
}

/// Reads a time with what may follow it: half of the day and offset.
fn time(text: &str) -> Option<(NaiveTime, Option<i16>)> {
    let (early, text) = half_before(text);
    let (hour, rest) = number(text)?;
    let rest = rest.strip_prefix([':', HOUR, '.'])?;
    let (minute, rest) = number(rest)?;
    let (second, rest) = match rest.strip_prefix([':', MINUTE, '.']) {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => number(rest)?,
        Some(rest) => (0, rest),
        None => (0, rest),
    };
    let (micros, rest) = fraction(rest);
    let rest = rest.strip_prefix(SECOND).unwrap_or(rest).trim_start();
    let (late, rest) = half_after(rest);
    let hour = half_day(hour, early.or(late))?;
    let time = NaiveTime::from_hms_micro_opt(hour, minute, second, micros)?;
    Some((time, offset(rest.trim())?))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    (1..=2)
        .contains(&digits)
        .then_some((number.parse().ok()?, rest))
}

/// Reads a fraction of a second in microseconds; further digits are cut.
fn fraction(text: &str) -> (u32, &str) {
    let Some(rest) = text.strip_prefix(['.', ',']) else {
        return (0, text);
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let micros = rest[..digits]
        .bytes()
        .chain(std::iter::repeat(b'0'))
        .take(6)
        .fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'));
    (micros, &rest[digits..])
}

/// Whether the time is of the first half of the day, as written before it in Chinese.
fn half_before(text: &str) -> (Option<bool>, &str) {
    for (word, early) in [(MORNING, true), (AFTERNOON, false)] {
        if let Some(rest) = text.strip_prefix(word) {
            return (Some(early), rest.trim_start());
        }
    }
    (None, text)
}

fn half_after(text: &str) -> (Option<bool>, &str) {
    for (word, early) in [("AM", true), ("PM", false)] {
        let front = text
            .get(..2)
            .is_some_and(|front| front.eq_ignore_ascii_case(word));
        if front {
            return (Some(early), &text[2..]);
        }
    }
    (None, text)
}

fn half_day(hour: u32, early: Option<bool>) -> Option<u32> {
    match early {
        None => Some(hour),
        Some(_) if !(1..=12).contains(&hour) => None,
        Some(true) => Some(hour % 12),
        Some(false) => Some(hour % 12 + 12),
    }
}

/// Reads an offset: nothing, `Z`, `UTC`, `+08:00`, `+0800` or `+08`.
fn offset(text: &str) -> Option<Option<i16>> {
    if text.is_empty() {
        return Some(None);
    }
    if text.eq_ignore_ascii_case("z") || text.eq_ignore_ascii_case("utc") {
        return Some(Some(0));
    }
    let (sign, digits) = match text.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, text.strip_prefix(['-', '\u{2212}'])?),
    };
    let digits = digits.replace(':', "");
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |part: &str| part.parse::<i16>().ok();
    let minutes = match digits.len() {
        2 => number(&digits)? * 60,
        4 => number(&digits[..2])? * 60 + number(&digits[2..])?,
        _ => return None,
    };
    (minutes < 24 * 60).then_some(Some(sign * minutes))
}

/// Reads a month with its year, such as `DEC 2020`, `2021-03`, `03/2021` or `2021年3月`.
pub(super) fn month(text: &str) -> Option<NaiveDate> {
    let (first, rest) = part(text.trim())?;
    let (second, rest) = part(separated(rest))?;
    if !rest
        .trim_matches(|c: char| c.is_whitespace() || c == MONTH)
        .is_empty()
    {
        return None;
    }
    let (year, month) = match (first, second) {
        (Part::Number(year, 4), Part::Number(month, ..=2) | Part::Month(month))
        | (Part::Number(month, ..=2) | Part::Month(month), Part::Number(year, 4)) => (year, month),
        (Part::Month(month), Part::Number(year, 2)) => (2000 + year, month),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)
}

/// Returns the local date and time; a date without a time gets the given one.
pub(super) fn local(written: &Written, time_of_day: NaiveTime) -> NaiveDateTime {
    debug_assert!(written.date.year() < 10_000);
    written.date.and_time(written.time.unwrap_or(time_of_day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, order: Option<DateOrder>) -> String {
        match read(text, order) {
            Ok(written) => {
                let time = written
                    .time
                    .map_or(String::new(), |time| format!(" {time}"));
                let offset = written
                    .offset_min
                    .map_or(String::new(), |min| format!(" {min:+}"));
                format!("{}{time}{offset}", written.date)
            }
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn the_year_may_always_stand_first() {
        for (text, expected) in [
            ("2026-11-24 18:45:00", "2026-11-24 18:45:00"),
            (
                "2026-11-24T18:45:00.250+08:00",
                "2026-11-24 18:45:00.250 +480",
            ),
            ("2026-11-24T10:45:00Z", "2026-11-24 10:45:00 +0"),
            ("2021.03.04.", "2021-03-04"),
            ("\t2021.03.04. ", "2021-03-04"),
            ("2021-08-12 / 12:30:05", "2021-08-12 12:30:05"),
            ("2021年3月4日", "2021-03-04"),
            ("2021年3月4日 下午3:05", "2021-03-04 15:05:00"),
            ("2021年3月4日15时05分", "2021-03-04 15:05:00"),
            ("2021/3/4 3:05 pm", "2021-03-04 15:05:00"),
            ("2021-03-04 00:15 -0930", "2021-03-04 00:15:00 -570"),
            ("2021-03-04 00:15 \u{2212}09:30", "2021-03-04 00:15:00 -570"),
        ] {
            assert_eq!(shown(text, None), expected, "{text}");
        }
    }

    #[test]
    fn day_and_month_stand_in_the_stated_order() {
        let (day, month) = (Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst));
        assert_eq!(shown("3/4/2021", day), "2021-04-03");
        assert_eq!(shown("3/4/2021", month), "2021-03-04");
        assert_eq!(shown("3/4/2021", None), "OrderNeeded");
        assert_eq!(shown("13/4/2021", month), "NotADate");
        assert_eq!(shown("24.11.26", day), "2026-11-24");
        assert_eq!(shown("24/Apr/21", None), "2021-04-24");
        assert_eq!(shown("April 24, 2021 9:05", None), "2021-04-24 09:05:00");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for (text, expected) in [
            ("", "NotADate"),
            ("yesterday", "NotADate"),
            ("2021-02-29", "NotADate"),
            ("2021-03-04 25:00", "NotATime"),
            ("2021-03-04 13:00 pm", "NotATime"),
            ("2021-03-04 soon", "NotATime"),
            ("44259", "NotADate"),
            ("2021-03-04 10:00 +99:00", "NotATime"),
            ("2021-03-04 10:00 +8时", "NotATime"),
            ("2021-03-04 10:00 +a€", "NotATime"),
            ("2021-03-04 10:00 +-8-8", "NotATime"),
        ] {
            assert_eq!(shown(text, Some(DateOrder::DayFirst)), expected, "{text}");
        }
    }

    #[test]
    fn a_month_names_its_year() {
        let march = NaiveDate::from_ymd_opt(2021, 3, 1);
        for text in [
            "MAR 2021",
            "March 2021",
            "2021-03",
            "03/2021",
            "2021年3月",
            "mar-21",
        ] {
            assert_eq!(month(text), march, "{text}");
        }
        for text in ["2021", "ANNUAL TOTAL", "13/2021", "MAR"] {
            assert_eq!(month(text), None, "{text}");
        }
    }
}
