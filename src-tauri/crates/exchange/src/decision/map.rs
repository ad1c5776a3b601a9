//! One row to one decision record.

use super::cell::{Cells, LocalTime, Reader, plain_number};
use super::expression::{Condition, Fault};
use super::mapping::{Content, Field, LatencyUnit, Mapping, RuleKind};
use super::problem::{Error, Problem, ProblemKind, of_refusal};
use super::words::{self, fold};
use crate::stream::StreamRow;
use assay_domain::decision::{DecisionFacts, Disposition, check_imported};
use assay_domain::framework::Reason;
use assay_domain::id::{ReasonId, SystemId};
use assay_domain::time::{Date, Timestamp};
use assay_domain::volume::Decimal;
use std::collections::BTreeSet;

/// What a row is read against.
pub struct Setting {
    /// Of which AI system the records are.
    pub system: SystemId,
    /// How a file may name it: its name and its reference.
    pub names: Vec<String>,
    /// Its reasons.
    pub reasons: Vec<Reason>,
    /// The moment of the import.
    pub now: Timestamp,
    /// The day of the import in the workspace's zone.
    pub today: Date,
    /// The zone of times without an offset.
    pub local: LocalTime,
}

/// What became of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken<T> {
    /// The mapping leaves it out.
    LeftOut,
    /// It can't be taken; the problems say why.
    Refused,
    /// What it holds.
    Row(T),
}

/// Applies a mapping to the rows of a file.
pub struct Mapper {
    pub(super) reader: Reader,
    pub(super) mapping: Mapping,
    pub(super) setting: Setting,
    pub(super) columns: Vec<String>,
    base: cel::Context<'static, 'static>,
    only: Option<Condition>,
    overridden: Option<Condition>,
    modified: Option<Condition>,
    names: BTreeSet<String>,
}

/// Fields of volumes alone.
const OF_VOLUMES: [Field; 8] = [
    Field::Period,
    Field::Issued,
    Field::Accepted,
    Field::Modified,
    Field::Overridden,
    Field::Automatic,
    Field::NotReviewed,
    Field::Exposure,
];

/// Fields of both contents.
const OF_BOTH: [Field; 3] = [Field::System, Field::DecisionPoint, Field::ModelVersion];

impl Mapper {
    /// Fits a mapping to the headings of a file.
    ///
    /// # Errors
    /// An [`Error`] when the mapping can't be used on such a file.
    pub fn new(mapping: &Mapping, columns: &[String], mut setting: Setting) -> Result<Self, Error> {
        let compile = |text: &str| {
            Condition::compile(text, columns).map_err(|fault| match fault {
                Fault::ColumnMissing(column) => Error::ColumnMissing { column },
                Fault::Malformed(place) => Error::Expression {
                    text: text.to_owned(),
                    place,
                },
            })
        };
        let by_expression = mapping.rule.kind == RuleKind::Expression;
        let ruled = |text: &str| {
            if by_expression {
                compile(text)
            } else {
                Ok(None)
            }
        };
        let local = std::mem::replace(&mut setting.local, Box::new(|_| None));
        let mapper = Self {
            reader: Reader::new(mapping, columns, local)?,
            only: compile(&mapping.only)?,
            overridden: ruled(&mapping.rule.overridden)?,
            modified: ruled(&mapping.rule.modified)?,
            base: cel::Context::default(),
            names: setting.names.iter().map(|name| fold(name)).collect(),
            columns: columns.to_vec(),
            mapping: mapping.clone(),
            setting,
        };
        mapper.check_fields()?;
        Ok(mapper)
    }

    /// Returns the headings of the columns of which nothing is taken.
    #[must_use]
    pub fn unused(&self) -> Vec<String> {
        let conditions = [&self.only, &self.overridden, &self.modified];
        let wide = self.mapping.wide.iter().flat_map(|wide| &wide.columns);
        let months: BTreeSet<String> = wide.map(|month| crate::table::heading(month)).collect();
        let taken = |place: usize, heading: &str| {
            let mut conditions = conditions.iter().filter_map(|condition| condition.as_ref());
            self.reader.takes(place)
                || months.contains(heading)
                || conditions.any(|condition| condition.speaks_of(place, heading))
        };
        let columns = self.columns.iter().enumerate();
        let unused =
            columns.filter(|(place, heading)| !heading.is_empty() && !taken(*place, heading));
        unused.map(|(_, heading)| heading.clone()).collect()
    }

    /// Refuses a mapping that leaves out what no record can be without, or names foreign fields.
    fn check_fields(&self) -> Result<(), Error> {
        let volumes = self.mapping.content == Content::Volumes;
        let foreign =
            |field: &Field| !OF_BOTH.contains(field) && OF_VOLUMES.contains(field) != volumes;
        if let Some(field) = self.reader.fields().find(foreign) {
            return Err(Error::FieldForeign(field));
        }
        if volumes {
            return self.check_volume_fields();
        }
        let needs = |field: Field| match self.reader.has(field) {
            true => Ok(()),
            false => Err(Error::FieldMissing(field)),
        };
        needs(Field::DecidedAt)?;
        match self.mapping.rule.kind {
            RuleKind::Stated if !self.reader.has(Field::Disposition) => {
                Err(Error::DispositionMissing)
            }
            RuleKind::Stated => Ok(()),
            RuleKind::Differs => needs(Field::AiOutput).and_then(|()| needs(Field::HumanFinal)),
            RuleKind::Expression if self.overridden.is_none() => Err(Error::DispositionMissing),
            RuleKind::Expression => Ok(()),
        }
    }

    /// Tells what becomes of a row before its fields are read: the cells, or why there are none.
    pub(super) fn begin<'a, T>(
        &'a self,
        row: &'a StreamRow<'_>,
        problems: &'a mut Vec<Problem>,
    ) -> Result<Cells<'a>, Taken<T>> {
        if let Some(fault) = row.fault {
            problems.push(Problem::of_row(row.line, fault, &self.columns, row.cells));
            return Err(Taken::Refused);
        }
        if let Some(only) = &self.only {
            match only.holds(&self.base, row.cells) {
                Some(true) => {}
                Some(false) => return Err(Taken::LeftOut),
                None => {
                    let kind = ProblemKind::Undecided;
                    problems.push(Problem::new(
                        row.line,
                        String::new(),
                        kind,
                        &self.mapping.only,
                    ));
                    return Err(Taken::Refused);
                }
            }
        }
        let mut cells = Cells {
            reader: &self.reader,
            cells: row.cells,
            line: row.line,
            problems,
        };
        let named = cells.text(Field::System);
        if !named.is_empty() && !self.names.contains(&fold(&named)) {
            cells.problem(Field::System, ProblemKind::OtherSystem);
            return Err(Taken::Refused);
        }
        Ok(cells)
    }

    /// Reads a row as a decision.
    pub fn decision(
        &self,
        row: &StreamRow<'_>,
        problems: &mut Vec<Problem>,
    ) -> Taken<DecisionFacts> {
        let before = problems.len();
        let mut cells = match self.begin(row, problems) {
            Ok(cells) => cells,
            Err(taken) => return taken,
        };
        let facts = self.facts(&mut cells, row);
        match facts {
            Some(facts) if problems.len() == before => Taken::Row(facts),
            _ => Taken::Refused,
        }
    }

    fn facts(&self, cells: &mut Cells<'_>, row: &StreamRow<'_>) -> Option<DecisionFacts> {
        let before = cells.problems.len();
        let decided_at = cells.moment(Field::DecidedAt);
        if decided_at.is_none() && cells.problems.len() == before {
            cells.problem(Field::DecidedAt, ProblemKind::Blank);
        }
        let disposition = self.disposition(cells, row);
        let mut facts = DecisionFacts::of(self.setting.system, decided_at?, disposition?);
        facts.decision_point = cells.owned(Field::DecisionPoint);
        facts.model_version = cells.owned(Field::ModelVersion);
        facts.prompt_version = cells.owned(Field::PromptVersion);
        facts.case_key = cells.owned(Field::CaseKey);
        facts.category = cells.owned(Field::Category);
        facts.ai_output = cells.owned(Field::AiOutput);
        facts.ai_confidence = confidence(cells);
        facts.ai_at = cells.moment(Field::AiAt).map(|stated| stated.at());
        facts.latency_ms = self.latency(cells);
        facts.reviewer = cells.owned(Field::Reviewer);
        facts.human_initial = cells.maybe(Field::HumanInitial);
        facts.human_final = cells.owned(Field::HumanFinal);
        facts.reason_code = cells.maybe(Field::ReasonCode).map(ReasonId::from);
        facts.reason_text = cells.owned(Field::ReasonText);
        facts.harm_if_followed = harm(cells, Field::HarmIfFollowed);
        facts.harm_if_wrong = harm(cells, Field::HarmIfWrong);
        facts.reversible = cells.yes(Field::Reversible);
        facts.outcome = cells.maybe(Field::Outcome);
        facts.outcome_at = cells.moment(Field::OutcomeAt).map(|stated| stated.at());
        facts.outcome_source = cells.owned(Field::OutcomeSource);
        facts.seeded = cells.yes(Field::Seeded).unwrap_or(false);
        if let Err(refusal) = check_imported(&facts, self.setting.now, &self.setting.reasons) {
            let (field, kind) = of_refusal(&refusal);
            cells.problem(field, kind);
        }
        facts.complete();
        Some(facts)
    }

    fn disposition(&self, cells: &mut Cells<'_>, row: &StreamRow<'_>) -> Option<Disposition> {
        if self.mapping.rule.kind == RuleKind::Stated {
            return stated(cells);
        }
        if self.reader.has(Field::AiOutput) && cells.text(Field::AiOutput).is_empty() {
            return Some(Disposition::NoAiOutput);
        }
        if self.reader.has(Field::HumanFinal) && cells.text(Field::HumanFinal).is_empty() {
            return Some(Disposition::Deferred);
        }
        if self.mapping.rule.kind == RuleKind::Differs {
            let texts = [Field::AiOutput, Field::HumanFinal].map(|field| cells.text(field));
            let same = same(&texts[0], &texts[1], self.mapping.reading.decimal_comma);
            return Some(if same {
                Disposition::Accepted
            } else {
                Disposition::Overridden
            });
        }
        let conditions = [
            (&self.overridden, Disposition::Overridden),
            (&self.modified, Disposition::Modified),
        ];
        for (condition, disposition) in conditions {
            let Some(condition) = condition else { continue };
            match condition.holds(&self.base, row.cells) {
                Some(true) => return Some(disposition),
                Some(false) => {}
                None => {
                    cells.problem(Field::Disposition, ProblemKind::Undecided);
                    return None;
                }
            }
        }
        Some(Disposition::Accepted)
    }

    fn latency(&self, cells: &mut Cells<'_>) -> Option<i64> {
        let stated = cells.decimal(Field::LatencyMs)?.millionths();
        // Millionths of the source's unit to thousandths of a second; the domain refuses what is
        // longer than a year, long before this saturates.
        let factor = match self.mapping.reading.latency_unit {
            LatencyUnit::Milliseconds => 1,
            LatencyUnit::Seconds => 1_000,
            LatencyUnit::Minutes => 60_000,
        };
        Some((stated / 1_000).saturating_mul(factor) / 1_000)
    }
}

fn stated(cells: &mut Cells<'_>) -> Option<Disposition> {
    let word = cells.text(Field::Disposition);
    if word.is_empty() {
        cells.problem(Field::Disposition, ProblemKind::Blank);
        return None;
    }
    let disposition = words::disposition(&word);
    if disposition.is_none() {
        cells.problem(Field::Disposition, ProblemKind::UnknownValue);
    }
    disposition
}

/// Tells whether two results are the same: as numbers in the file's own notation, or as words
/// without case and spaces.
fn same(a: &str, b: &str, comma: bool) -> bool {
    a == b
        || match (plain_number(a, comma), plain_number(b, comma)) {
            (Some(a), Some(b)) => a == b,
            _ => fold(a) == fold(b),
        }
}

/// Reads a score of 0 to 1, or in per cent.
fn confidence(cells: &mut Cells<'_>) -> Option<f64> {
    let text = cells.text(Field::AiConfidence);
    if let Some(share) = text.strip_suffix(['%', '％']) {
        let value: Option<f64> = share.trim().parse().ok();
        if value.is_none() {
            cells.problem(Field::AiConfidence, ProblemKind::NotANumber);
        }
        return value.map(|value| value / 100.0);
    }
    cells.decimal(Field::AiConfidence).map(ratio)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a score has few places; what is above 1 is refused"
)]
fn ratio(decimal: Decimal) -> f64 {
    decimal.millionths() as f64 / 1e6
}

fn harm(cells: &mut Cells<'_>, field: Field) -> Option<u8> {
    let harm = cells.whole(field)?;
    let harm = u8::try_from(harm);
    if harm.is_err() {
        cells.problem(field, ProblemKind::OutOfRange);
    }
    harm.ok()
}
