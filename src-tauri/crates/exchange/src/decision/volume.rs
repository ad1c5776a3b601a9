//! Rows of totals or exposure, summed to one volume for each period and decision point.

use super::cell::{Cells, place};
use super::map::{Mapper, Taken};
use super::mapping::{ExposureReading, Field, PeriodLength, Wide};
use super::moment;
use super::number;
use super::problem::{Error, Problem, ProblemKind};
use crate::stream::StreamRow;
use assay_domain::time::{Date, Period};
use assay_domain::volume::{Decimal, Exposure, Refusal, Totals, VolumeFacts, check};
use chrono::{Datelike, Days, Months};
use std::collections::BTreeMap;

/// Fields that hold totals.
const TOTALS: [Field; 6] = [
    Field::Issued,
    Field::Accepted,
    Field::Modified,
    Field::Overridden,
    Field::Automatic,
    Field::NotReviewed,
];

impl Mapper {
    pub(super) fn check_volume_fields(&self) -> Result<(), Error> {
        if let Some(wide) = &self.mapping.wide {
            for column in &wide.columns {
                place(&self.columns, column)?;
                if moment::month(column).is_none() {
                    return Err(Error::NoMonth {
                        column: column.clone(),
                    });
                }
            }
        } else if !self.reader.has(Field::Period) {
            return Err(Error::FieldMissing(Field::Period));
        }
        let sums = |field: &Field| TOTALS.contains(field) || *field == Field::Exposure;
        let by_month = self.mapping.wide.as_ref().map(|wide| wide.field);
        let mut fields = self.reader.fields().chain(by_month).filter(sums).peekable();
        if fields.peek().is_none() {
            return Err(Error::NothingToSum);
        }
        if fields.any(|field| field == Field::Exposure) {
            let reading = self.mapping.exposure.as_ref();
            factor(reading.ok_or(Error::Setting {
                setting: "exposure",
                value: String::new(),
            })?)?;
        }
        Ok(())
    }

    /// Reads a row as volumes: one, or one for each month of a table by month.
    pub fn volumes(
        &self,
        row: &StreamRow<'_>,
        problems: &mut Vec<Problem>,
    ) -> Taken<Vec<VolumeFacts>> {
        let before = problems.len();
        let mut cells = match self.begin(row, problems) {
            Ok(cells) => cells,
            Err(taken) => return taken,
        };
        let volumes = match &self.mapping.wide {
            Some(wide) => self.by_month(&mut cells, wide),
            None => self.one(&mut cells).into_iter().collect(),
        };
        match (problems.len() == before, volumes.is_empty()) {
            (false, _) => Taken::Refused,
            (true, true) => Taken::LeftOut,
            (true, false) => Taken::Row(volumes),
        }
    }

    fn facts_of(&self, cells: &Cells<'_>, period: Period) -> VolumeFacts {
        VolumeFacts {
            system: self.setting.system,
            decision_point: cells.owned(Field::DecisionPoint),
            model_version: cells.owned(Field::ModelVersion),
            period,
            totals: Totals::default(),
            exposure: None,
        }
    }

    fn one(&self, cells: &mut Cells<'_>) -> Option<VolumeFacts> {
        let period = self.period(cells)?;
        let mut facts = self.facts_of(cells, period);
        facts.totals = Totals {
            issued: cells.whole(Field::Issued),
            accepted: cells.whole(Field::Accepted),
            modified: cells.whole(Field::Modified),
            overridden: cells.whole(Field::Overridden),
            automatic: cells.whole(Field::Automatic),
            not_reviewed: cells.whole(Field::NotReviewed),
        };
        let exposure = cells.decimal(Field::Exposure);
        facts.exposure = match exposure.map_or(Ok(None), |amount| self.exposure(amount)) {
            Ok(exposure) => exposure,
            Err(kind) => {
                cells.problem(Field::Exposure, kind);
                return None;
            }
        };
        let empty = facts.totals.is_unknown() && facts.exposure.is_none();
        if empty || !self.holds(cells, &facts) {
            return None;
        }
        Some(facts)
    }

    fn by_month(&self, cells: &mut Cells<'_>, wide: &Wide) -> Vec<VolumeFacts> {
        let mut volumes = Vec::new();
        for column in &wide.columns {
            let (Ok(place), Some(first)) = (place(&self.columns, column), moment::month(column))
            else {
                continue;
            };
            let text = &cells.cells[place];
            if text.is_empty() {
                continue;
            }
            let comma = self.mapping.reading.decimal_comma;
            let amount = match number::decimal(text, comma) {
                Some((negative, amount)) if !negative || amount.millionths() == 0 => amount,
                read => {
                    let kind = read.map_or(ProblemKind::NotANumber, |_| ProblemKind::Negative);
                    let problem = Problem::new(cells.line, column.clone(), kind, text);
                    cells.problems.push(problem);
                    continue;
                }
            };
            let Some(period) = whole_period(first, PeriodLength::Month) else {
                continue;
            };
            let mut facts = self.facts_of(cells, period);
            let set = match wide.field {
                Field::Exposure => self
                    .exposure(amount)
                    .map(|exposure| facts.exposure = exposure),
                field => set_total(&mut facts.totals, field, amount),
            };
            if let Err(kind) = set {
                let problem = Problem::new(cells.line, column.clone(), kind, text);
                cells.problems.push(problem);
                continue;
            }
            let empty = facts.totals.is_unknown() && facts.exposure.is_none();
            if !empty && self.holds(cells, &facts) {
                volumes.push(facts);
            }
        }
        volumes
    }

    fn period(&self, cells: &mut Cells<'_>) -> Option<Period> {
        let length = self.mapping.reading.period_length;
        let text = cells.text(Field::Period);
        if text.is_empty() {
            cells.problem(Field::Period, ProblemKind::Blank);
            return None;
        }
        let month = (length == PeriodLength::Month)
            .then(|| moment::month(&text))
            .flatten();
        let day = month.map_or_else(
            || {
                let read = moment::read(&text, self.mapping.reading.date_order);
                read.map(|written| written.date)
            },
            Ok,
        );
        match day {
            Ok(day) => whole_period(day, length),
            Err(moment::Fault::OrderNeeded) => {
                cells.problem(Field::Period, ProblemKind::DateOrder);
                None
            }
            Err(_) => {
                cells.problem(Field::Period, ProblemKind::NotADate);
                None
            }
        }
    }

    /// Turns the source's amount into the unit that is kept; nothing of zero.
    fn exposure(&self, amount: Decimal) -> Result<Option<Exposure>, ProblemKind> {
        let reading = self.mapping.exposure.as_ref();
        let Some((reading, factor)) = reading.and_then(|one| Some((one, factor(one).ok()?))) else {
            return Ok(None);
        };
        let millionths = i128::from(amount.millionths()) * i128::from(factor.millionths());
        // Half a millionth rounds up.
        let millionths = i64::try_from((millionths + 500_000) / 1_000_000)
            .map_err(|_| ProblemKind::OutOfRange)?;
        Ok((millionths > 0).then(|| Exposure {
            unit: reading.unit,
            amount: Decimal::from_millionths(millionths),
        }))
    }

    fn holds(&self, cells: &mut Cells<'_>, facts: &VolumeFacts) -> bool {
        let kind = match check(facts, self.setting.today) {
            Ok(()) => return true,
            Err(Refusal::Future) => ProblemKind::Future,
            Err(Refusal::TooEarly) => ProblemKind::TooEarly,
            Err(Refusal::Parts { .. }) => ProblemKind::Parts,
            Err(Refusal::TooLong { .. }) => ProblemKind::TooLong,
            Err(Refusal::TooLarge) => ProblemKind::OutOfRange,
            Err(_) => ProblemKind::Period,
        };
        cells.problem(Field::Period, kind);
        false
    }
}

fn factor(reading: &ExposureReading) -> Result<Decimal, Error> {
    let text = reading.factor.trim();
    let factor = if text.is_empty() { "1" } else { text };
    let factor: Option<Decimal> = factor.parse().ok();
    factor
        .filter(|factor| factor.millionths() > 0)
        .ok_or_else(|| Error::Setting {
            setting: "factor",
            value: text.to_owned(),
        })
}

fn set_total(totals: &mut Totals, field: Field, amount: Decimal) -> Result<(), ProblemKind> {
    if amount.millionths() % 1_000_000 != 0 {
        return Err(ProblemKind::NotWhole);
    }
    let whole = u64::try_from(amount.millionths() / 1_000_000).ok();
    let total = match field {
        Field::Issued => &mut totals.issued,
        Field::Accepted => &mut totals.accepted,
        Field::Modified => &mut totals.modified,
        Field::Overridden => &mut totals.overridden,
        Field::Automatic => &mut totals.automatic,
        _ => &mut totals.not_reviewed,
    };
    *total = whole;
    Ok(())
}

/// Returns the day, week or month that holds a day.
fn whole_period(day: Date, length: PeriodLength) -> Option<Period> {
    let (from, to) = match length {
        PeriodLength::Day => (day, day),
        PeriodLength::Week => {
            let back = u64::from(day.weekday().num_days_from_monday());
            let monday = day.checked_sub_days(Days::new(back))?;
            (monday, monday.checked_add_days(Days::new(6))?)
        }
        PeriodLength::Month => {
            let first = day.with_day(1)?;
            (first, first.checked_add_months(Months::new(1))?.pred_opt()?)
        }
    };
    Period::new(from, to)
}

/// Volumes of a file, summed where several rows speak of the same period, decision point and version:
/// a file with a row for each vehicle comes to the exposure of all.
#[derive(Debug, Default)]
pub struct VolumeSums {
    sums: BTreeMap<(Date, Date, String, String), VolumeFacts>,
}

impl VolumeSums {
    /// Adds a row's volumes.
    pub fn add(&mut self, volumes: Vec<VolumeFacts>) {
        for facts in volumes {
            let key = (
                facts.period.from,
                facts.period.to,
                facts.decision_point.clone(),
                facts.model_version.clone(),
            );
            match self.sums.get_mut(&key) {
                None => {
                    self.sums.insert(key, facts);
                }
                Some(sum) => {
                    sum.totals = add_totals(sum.totals, facts.totals);
                    sum.exposure = add_exposure(sum.exposure, facts.exposure);
                }
            }
        }
    }

    /// Returns the sums in the order of their periods.
    #[must_use]
    pub fn into_volumes(self) -> Vec<VolumeFacts> {
        self.sums.into_values().collect()
    }
}

fn add_totals(a: Totals, b: Totals) -> Totals {
    let add = |a: Option<u64>, b: Option<u64>| match (a, b) {
        (Some(a), Some(b)) => Some(a.saturating_add(b)),
        (one, other) => one.or(other),
    };
    Totals {
        issued: add(a.issued, b.issued),
        accepted: add(a.accepted, b.accepted),
        modified: add(a.modified, b.modified),
        overridden: add(a.overridden, b.overridden),
        automatic: add(a.automatic, b.automatic),
        not_reviewed: add(a.not_reviewed, b.not_reviewed),
    }
}

fn add_exposure(a: Option<Exposure>, b: Option<Exposure>) -> Option<Exposure> {
    match (a, b) {
        (Some(a), Some(b)) => {
            let sum = a.amount.millionths().saturating_add(b.amount.millionths());
            Some(Exposure {
                unit: a.unit,
                amount: Decimal::from_millionths(sum),
            })
        }
        (one, other) => one.or(other),
    }
}
