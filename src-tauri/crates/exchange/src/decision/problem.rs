//! What can't be taken: a mapping as a whole, or single values by line and column.

use super::mapping::Field;
use crate::stream::RowFault;
use assay_domain::decision::{DecisionField, Refusal};

/// Why a mapping can't be used on a file at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A field that no record can be without is neither mapped nor constant.
    #[error("{0:?} is neither mapped nor constant")]
    FieldMissing(Field),
    /// No column, constant or rule tells the disposition.
    #[error("nothing tells the disposition")]
    DispositionMissing,
    /// The file does not have a column that the mapping names.
    #[error("the file has no column {column:?}")]
    ColumnMissing {
        /// Its heading.
        column: String,
    },
    /// A field is mapped that the content does not have.
    #[error("{0:?} is no field of this content")]
    FieldForeign(Field),
    /// An expression is malformed.
    #[error("the expression {text:?} can't be read from character {place} on")]
    Expression {
        /// The expression.
        text: String,
        /// Where it goes wrong, in characters from 1.
        place: usize,
    },
    /// A setting holds no value of its kind.
    #[error("{setting} can't be {value:?}")]
    Setting {
        /// Which setting, by its name in the mapping.
        setting: &'static str,
        /// What it holds.
        value: String,
    },
    /// A volume file says neither totals nor exposure.
    #[error("neither totals nor exposure are mapped")]
    NothingToSum,
    /// A heading of a table by month names no month.
    #[error("the heading {column:?} names no month and year")]
    NoMonth {
        /// The heading.
        column: String,
    },
}

/// What is wrong with one value or one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProblemKind {
    /// A field that no record can be without is blank.
    Blank,
    /// No date or time that is known.
    NotADate,
    /// What stands after the date is no time.
    NotATime,
    /// Day and month can't be told apart until their order is stated.
    DateOrder,
    /// A time that the clocks of the zone skip.
    NoSuchTime,
    /// No number.
    NotANumber,
    /// No whole number where one is needed.
    NotWhole,
    /// Below zero.
    Negative,
    /// No word for yes or no.
    NotYesOrNo,
    /// A word that is not on the list of the field and not in the value map.
    UnknownValue,
    /// A reason that the AI system does not know.
    UnknownReason,
    /// Another AI system is named.
    OtherSystem,
    /// The expression gives neither yes nor no.
    Undecided,
    /// Later than now.
    Future,
    /// Before 1990.
    TooEarly,
    /// The period is not over, or no day, week or month.
    Period,
    /// Longer than the field takes.
    TooLong,
    /// A latency of more than a year.
    LatencyTooLong,
    /// A decision before the AI's result.
    BeforeResult,
    /// Outside of what the field takes.
    OutOfRange,
    /// An outcome's time or source without the outcome.
    OutcomeMissing,
    /// The parts come to more than was issued.
    Parts,
    /// More values than there are headings.
    TooManyValues,
    /// A cell holds an error of the spreadsheet.
    ErrorCell,
    /// The line is no JSON object.
    NotAnObject,
    /// A NUL character.
    Nul,
}

impl ProblemKind {
    /// Returns the code by which messages name it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::NotADate => "no-date",
            Self::NotATime => "no-time",
            Self::DateOrder => "date-order",
            Self::NoSuchTime => "no-such-time",
            Self::NotANumber => "no-number",
            Self::NotWhole => "not-whole",
            Self::Negative => "negative",
            Self::NotYesOrNo => "not-yes-or-no",
            Self::UnknownValue => "unknown-value",
            Self::UnknownReason => "unknown-reason",
            Self::OtherSystem => "other-system",
            Self::Undecided => "undecided",
            Self::Future => "future",
            Self::TooEarly => "too-early",
            Self::Period => "period",
            Self::TooLong => "too-long",
            Self::LatencyTooLong => "latency-too-long",
            Self::BeforeResult => "before-result",
            Self::OutOfRange => "out-of-range",
            Self::OutcomeMissing => "outcome-missing",
            Self::Parts => "parts",
            Self::TooManyValues => "too-many-values",
            Self::ErrorCell => "error-cell",
            Self::NotAnObject => "not-an-object",
            Self::Nul => "nul",
        }
    }
}

/// One value that can't be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line of a text file, row of a spreadsheet; from 1.
    pub line: u64,
    /// Heading of the column; empty where the row as a whole is meant.
    pub column: String,
    /// What is wrong.
    pub kind: ProblemKind,
    /// The value, cut to 80 characters.
    pub value: String,
}

impl Problem {
    pub(super) fn new(line: u64, column: String, kind: ProblemKind, value: &str) -> Self {
        Self {
            line,
            column,
            kind,
            value: value.chars().take(80).collect(),
        }
    }

    /// Makes the problem of a row that is wrong as a whole.
    pub(super) fn of_row(
        line: u64,
        fault: RowFault,
        columns: &[String],
        cells: &csv::StringRecord,
    ) -> Self {
        let (kind, place) = match fault {
            RowFault::TooManyValues => (ProblemKind::TooManyValues, None),
            RowFault::ErrorCell { column } => (ProblemKind::ErrorCell, Some(column)),
            RowFault::NotAnObject => (ProblemKind::NotAnObject, None),
            RowFault::Nul => (ProblemKind::Nul, None),
        };
        let column = place.and_then(|place| columns.get(place)).cloned();
        let value = place.and_then(|place| cells.get(place)).unwrap_or_default();
        Self::new(line, column.unwrap_or_default(), kind, value)
    }
}

/// Turns a refusal of the domain into the field and kind of a problem.
pub(super) fn of_refusal(refusal: &Refusal) -> (Field, ProblemKind) {
    match refusal {
        Refusal::Future(field) => (field_of(*field), ProblemKind::Future),
        Refusal::TooEarly(field) => (field_of(*field), ProblemKind::TooEarly),
        Refusal::LatencyNegative => (Field::AiAt, ProblemKind::BeforeResult),
        Refusal::LatencyTooLong => (Field::LatencyMs, ProblemKind::LatencyTooLong),
        Refusal::Confidence => (Field::AiConfidence, ProblemKind::OutOfRange),
        Refusal::Harm(field) => (field_of(*field), ProblemKind::OutOfRange),
        Refusal::TooLong { field, .. } => (field_of(*field), ProblemKind::TooLong),
        Refusal::Nul(field) => (field_of(*field), ProblemKind::Nul),
        Refusal::ReasonUnknown(_) => (Field::ReasonCode, ProblemKind::UnknownReason),
        Refusal::OutcomeMissing => (Field::Outcome, ProblemKind::OutcomeMissing),
        Refusal::ReasonMissing | Refusal::ReasonTextMissing(_) => {
            (Field::ReasonCode, ProblemKind::Blank)
        }
        Refusal::FinalMissing => (Field::HumanFinal, ProblemKind::Blank),
        Refusal::SystemMissing => (Field::System, ProblemKind::Blank),
        Refusal::DispositionMissing => (Field::Disposition, ProblemKind::Blank),
    }
}

const fn field_of(field: DecisionField) -> Field {
    match field {
        DecisionField::DecidedAt => Field::DecidedAt,
        DecisionField::DecisionPoint => Field::DecisionPoint,
        DecisionField::ModelVersion => Field::ModelVersion,
        DecisionField::PromptVersion => Field::PromptVersion,
        DecisionField::CaseKey => Field::CaseKey,
        DecisionField::Category => Field::Category,
        DecisionField::AiOutput => Field::AiOutput,
        DecisionField::AiAt => Field::AiAt,
        DecisionField::Reviewer => Field::Reviewer,
        DecisionField::HumanInitial => Field::HumanInitial,
        DecisionField::HumanFinal => Field::HumanFinal,
        DecisionField::ReasonText => Field::ReasonText,
        DecisionField::HarmIfFollowed => Field::HarmIfFollowed,
        DecisionField::HarmIfWrong => Field::HarmIfWrong,
        DecisionField::Outcome => Field::Outcome,
        DecisionField::OutcomeAt => Field::OutcomeAt,
        DecisionField::OutcomeSource => Field::OutcomeSource,
    }
}
