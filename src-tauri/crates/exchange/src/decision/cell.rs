//! The cells of one row by field: joined, mapped to our words, and read as what the field holds.

use super::mapping::{Field, Mapping};
use super::moment::{self, Fault};
use super::number;
use super::problem::{Error, Problem, ProblemKind};
use super::words;
use assay_domain::time::StatedTime;
use assay_domain::volume::Decimal;
use chrono::{FixedOffset, NaiveDateTime, NaiveTime, TimeZone};
use csv::StringRecord;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// Where a field comes from.
struct Origin {
    /// Columns to be joined.
    places: Vec<usize>,
    /// Their headings, as problems name them.
    heading: String,
    /// What the source's words stand for; also under the plain form of a number.
    values: HashMap<String, String>,
}

/// Turns local date and time into a moment, or nothing where the clocks skip it.
pub type LocalTime = Box<dyn Fn(NaiveDateTime) -> Option<StatedTime> + Send>;

/// Fields and how they are read, worked out once for a file.
pub(super) struct Reader {
    origins: BTreeMap<Field, Origin>,
    constants: BTreeMap<Field, String>,
    mapping: Mapping,
    time_of_day: NaiveTime,
    local: LocalTime,
}

impl Reader {
    pub(super) fn new(
        mapping: &Mapping,
        columns: &[String],
        local: LocalTime,
    ) -> Result<Self, Error> {
        let mut origins = BTreeMap::new();
        for (field, headings) in &mapping.columns {
            if headings.is_empty() {
                continue;
            }
            let places = headings.iter().map(|heading| place(columns, heading));
            origins.insert(
                *field,
                Origin {
                    places: places.collect::<Result<_, _>>()?,
                    heading: headings.join(" + "),
                    values: value_map(mapping.values.get(field)),
                },
            );
        }
        Ok(Self {
            origins,
            constants: mapping.constants.clone(),
            time_of_day: time_of_day(&mapping.reading.time_of_day)?,
            mapping: mapping.clone(),
            local,
        })
    }

    /// Tells whether anything fills a field.
    pub(super) fn has(&self, field: Field) -> bool {
        self.origins.contains_key(&field) || self.constants.contains_key(&field)
    }

    /// Tells whether a column fills any field.
    pub(super) fn takes(&self, place: usize) -> bool {
        let mut origins = self.origins.values();
        origins.any(|origin| origin.places.contains(&place))
    }

    /// Returns the fields that anything fills.
    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        self.origins.keys().chain(self.constants.keys()).copied()
    }
}

/// Finds a column by its heading; white space does not count.
pub(super) fn place(columns: &[String], heading: &str) -> Result<usize, Error> {
    let folded = crate::table::heading(heading);
    let place = columns.iter().position(|column| *column == folded);
    place.ok_or_else(|| Error::ColumnMissing {
        column: heading.to_owned(),
    })
}

fn time_of_day(text: &str) -> Result<NaiveTime, Error> {
    if text.trim().is_empty() {
        return Ok(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(NaiveTime::MIN));
    }
    NaiveTime::parse_from_str(text.trim(), "%H:%M").map_err(|_| Error::Setting {
        setting: "timeOfDay",
        value: text.to_owned(),
    })
}

fn value_map(values: Option<&BTreeMap<String, String>>) -> HashMap<String, String> {
    let values = values.into_iter().flatten();
    let pairs = values.flat_map(|(from, to)| {
        let plain = plain_number(from, false).map(|plain| (plain, to.clone()));
        std::iter::once((from.trim().to_owned(), to.clone())).chain(plain)
    });
    pairs.collect()
}

/// Returns a number in its plainest form, so that `1`, `1.0` and `01` are one word; with `comma`, the
/// comma parts the decimals.
pub(super) fn plain_number(text: &str, comma: bool) -> Option<String> {
    let (negative, decimal) = number::decimal(text, comma)?;
    let sign = if negative && decimal.millionths() != 0 {
        "-"
    } else {
        ""
    };
    Some(format!("{sign}{decimal}"))
}

/// One row under a reader; collects what can't be taken.
pub(super) struct Cells<'a> {
    pub(super) reader: &'a Reader,
    pub(super) cells: &'a StringRecord,
    pub(super) line: u64,
    pub(super) problems: &'a mut Vec<Problem>,
}

impl<'a> Cells<'a> {
    /// Returns what stands in the file for a field, before any map.
    fn raw(&self, field: Field) -> Cow<'a, str> {
        match self
            .reader
            .origins
            .get(&field)
            .map(|origin| &origin.places[..])
        {
            None | Some([]) => Cow::Borrowed(""),
            Some([one]) => Cow::Borrowed(&self.cells[*one]),
            Some(several) => {
                let parts = several.iter().map(|place| &self.cells[*place]);
                let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
                Cow::Owned(parts.join(" "))
            }
        }
    }

    /// Returns a field's text: the column's, in our words where they are mapped, or the constant.
    pub(super) fn text(&self, field: Field) -> Cow<'a, str> {
        let constant = || {
            let constant = self.reader.constants.get(&field);
            Cow::Borrowed(constant.map_or("", String::as_str))
        };
        let Some(origin) = self.reader.origins.get(&field) else {
            return constant();
        };
        let raw = self.raw(field);
        if raw.is_empty() {
            return constant();
        }
        if origin.values.is_empty() {
            return raw;
        }
        let mapped = origin
            .values
            .get(&*raw)
            .or_else(|| origin.values.get(&plain_number(&raw, false)?));
        mapped.map_or(raw, |mapped| Cow::Borrowed(mapped))
    }

    pub(super) fn problem(&mut self, field: Field, kind: ProblemKind) {
        let origin = self.reader.origins.get(&field);
        let column = origin.map_or_else(|| name(field), |origin| origin.heading.clone());
        let raw = self.raw(field);
        self.problems
            .push(Problem::new(self.line, column, kind, &raw));
    }

    pub(super) fn owned(&self, field: Field) -> String {
        self.text(field).into_owned()
    }

    pub(super) fn maybe(&self, field: Field) -> Option<String> {
        let text = self.text(field);
        (!text.is_empty()).then(|| text.into_owned())
    }

    /// Reads a moment; a blank one is none.
    pub(super) fn moment(&mut self, field: Field) -> Option<StatedTime> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        let kind = match moment::read(&text, self.reader.mapping.reading.date_order) {
            Ok(written) => {
                let local = moment::local(&written, self.reader.time_of_day);
                match at(local, written.offset_min, &self.reader.local) {
                    Some(stated) => return Some(stated),
                    None => ProblemKind::NoSuchTime,
                }
            }
            Err(Fault::NotADate) => ProblemKind::NotADate,
            Err(Fault::NotATime) => ProblemKind::NotATime,
            Err(Fault::OrderNeeded) => ProblemKind::DateOrder,
        };
        self.problem(field, kind);
        None
    }

    /// Reads a decimal that is not below zero; a blank one is none.
    pub(super) fn decimal(&mut self, field: Field) -> Option<Decimal> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        let kind = match number::decimal(&text, self.reader.mapping.reading.decimal_comma) {
            Some((false, decimal)) => return Some(decimal),
            Some((true, decimal)) if decimal.millionths() == 0 => return Some(decimal),
            Some((true, _)) => ProblemKind::Negative,
            None => ProblemKind::NotANumber,
        };
        self.problem(field, kind);
        None
    }

    /// Reads a whole number that is not below zero.
    pub(super) fn whole(&mut self, field: Field) -> Option<u64> {
        let millionths = self.decimal(field)?.millionths();
        if millionths % 1_000_000 != 0 {
            self.problem(field, ProblemKind::NotWhole);
            return None;
        }
        u64::try_from(millionths / 1_000_000).ok()
    }

    pub(super) fn yes(&mut self, field: Field) -> Option<bool> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        let yes = words::yes(&text).or_else(|| words::yes(&plain_number(&text, false)?));
        if yes.is_none() {
            self.problem(field, ProblemKind::NotYesOrNo);
        }
        yes
    }
}

fn at(local: NaiveDateTime, offset_min: Option<i16>, zone: &LocalTime) -> Option<StatedTime> {
    match offset_min {
        None => zone(local),
        Some(minutes) => {
            let offset = FixedOffset::east_opt(i32::from(minutes) * 60)?;
            Some(offset.from_local_datetime(&local).single()?.into())
        }
    }
}

/// The name of a field where no column fills it.
fn name(field: Field) -> String {
    let name = serde_json::to_value(field).ok();
    name.and_then(|name| name.as_str().map(str::to_owned))
        .unwrap_or_default()
}
