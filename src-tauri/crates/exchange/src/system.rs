//! AI systems from and to tables: which column holds what, and which values can't be taken.

mod words;

use crate::table::{Cell, Row, Table};
use assay_domain::system::{AiSystem, SystemFacts};
use assay_domain::time::Date;
use std::collections::{BTreeMap, BTreeSet};
use words::Words;

/// Fields of [`SystemFacts`] that a column can fill, in the order of the form.
pub const FIELDS: [&str; 23] = [
    "name",
    "reference",
    "supplier",
    "model",
    "version",
    "purpose",
    "decisionPoints",
    "keyArea",
    "unit",
    "dataGrades",
    "affected",
    "scale",
    "autonomy",
    "phase",
    "protectionLevel",
    "protectionNumber",
    "cryptographyAssessedOn",
    "impactAssessedOn",
    "modelFilingNumber",
    "criticalInfrastructure",
    "personalInformation",
    "importantData",
    "crossBorder",
];

/// The longest text that a field takes, in characters.
pub const LONGEST_TEXT: usize = 20_000;

/// Field to column heading.
pub type Mapping = BTreeMap<String, String>;

/// Why a mapping can't be used at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No column is mapped to the name.
    #[error("no column is mapped to the name")]
    NameMissing,
    /// The mapping names a field that does not exist.
    #[error("there is no field {field:?}")]
    UnknownField {
        /// The field.
        field: String,
    },
    /// The mapping names a column that the table does not have.
    #[error("the table has no column {column:?}")]
    ColumnMissing {
        /// The heading.
        column: String,
    },
}

/// What is wrong with one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A system without a name.
    NameEmpty,
    /// A word that is not on the list of the field.
    UnknownValue,
    /// No date, or one that is not written as year, month, day.
    NotADate,
    /// No whole number from 1 to 5.
    NotALevel,
    /// Longer than [`LONGEST_TEXT`].
    TooLong,
    /// The reference stands twice in the file.
    DuplicateReference,
}

impl ProblemKind {
    /// Returns the code by which messages name it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NameEmpty => "name-empty",
            Self::UnknownValue => "unknown-value",
            Self::NotADate => "not-a-date",
            Self::NotALevel => "not-a-level",
            Self::TooLong => "too-long",
            Self::DuplicateReference => "duplicate-reference",
        }
    }
}

/// One value that can't be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line of the file.
    pub line: u64,
    /// Column heading.
    pub column: String,
    /// What is wrong.
    pub kind: ProblemKind,
    /// The value, cut to 80 characters.
    pub value: String,
}

/// What a table comes to under a mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapped {
    /// Systems of the rows without a problem, with their line.
    pub systems: Vec<(u64, SystemFacts)>,
    /// Every value that can't be taken, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Proposes a mapping from the headings. A column of listed words is proposed only when all its values are known.
#[must_use]
pub fn propose(table: &Table) -> Mapping {
    let words = Words::bundled();
    let mut taken = BTreeSet::new();
    let mut mapping = Mapping::new();
    for field in FIELDS {
        let column = words
            .columns_for(field, &table.columns)
            .into_iter()
            .find(|column| {
                let values = table.rows.iter().map(|row| row.cells[*column].as_str());
                !taken.contains(column) && words.knows_all(field, values)
            });
        if let Some(column) = column {
            taken.insert(column);
            mapping.insert(field.to_owned(), table.columns[column].clone());
        }
    }
    mapping
}

/// Turns rows into facts about AI systems and lists every value that can't be taken.
///
/// # Errors
/// An [`Error`] when the mapping itself can't be used; problems of single values are listed instead.
pub fn map(table: &Table, mapping: &Mapping) -> Result<Mapped, Error> {
    let columns = columns(table, mapping)?;
    let words = Words::bundled();
    let mut mapped = Mapped::default();
    let mut references = BTreeSet::new();
    for row in &table.rows {
        let mut reader = RowReader {
            row,
            columns: &columns,
            words,
            problems: Vec::new(),
        };
        let facts = reader.facts();
        if !facts.reference.is_empty() && !references.insert(facts.reference.clone()) {
            reader.problem("reference", ProblemKind::DuplicateReference);
        }
        if reader.problems.is_empty() {
            mapped.systems.push((row.line, facts));
        } else {
            mapped.problems.append(&mut reader.problems);
        }
    }
    Ok(mapped)
}

/// A field's column: where it is and what its heading says.
type Columns<'a> = BTreeMap<&'a str, (usize, &'a str)>;

fn columns<'a>(table: &'a Table, mapping: &'a Mapping) -> Result<Columns<'a>, Error> {
    if !mapping.contains_key("name") {
        return Err(Error::NameMissing);
    }
    let mut columns = Columns::new();
    for (field, heading) in mapping {
        if !FIELDS.contains(&field.as_str()) {
            return Err(Error::UnknownField {
                field: field.clone(),
            });
        }
        let column = table.columns.iter().position(|column| column == heading);
        let column = column.ok_or_else(|| Error::ColumnMissing {
            column: heading.clone(),
        })?;
        columns.insert(field, (column, heading));
    }
    Ok(columns)
}

struct RowReader<'a> {
    row: &'a Row,
    columns: &'a Columns<'a>,
    words: &'a Words,
    problems: Vec<Problem>,
}

impl<'a> RowReader<'a> {
    fn facts(&mut self) -> SystemFacts {
        let name = self.text("name");
        if name.is_empty() {
            self.problem("name", ProblemKind::NameEmpty);
        }
        let mut facts = SystemFacts::named(name);
        facts.reference = self.text("reference");
        facts.supplier = self.text("supplier");
        facts.model = self.text("model");
        facts.version = self.text("version");
        facts.purpose = self.text("purpose");
        facts.decision_points = split(&self.text("decisionPoints"));
        facts.unit = self.text("unit");
        facts.affected = self.text("affected");
        facts.scale = self.text("scale");
        facts.autonomy = self.text("autonomy");
        facts.key_area = self.word("keyArea").unwrap_or(facts.key_area);
        facts.phase = self.word("phase").unwrap_or(facts.phase);
        facts.data_grades = self.grades();
        facts.filing.protection_level = self.level("protectionLevel");
        facts.filing.protection_number = self.text("protectionNumber");
        facts.filing.cryptography_assessed_on = self.date("cryptographyAssessedOn");
        facts.filing.impact_assessed_on = self.date("impactAssessedOn");
        facts.filing.model_filing_number = self.text("modelFilingNumber");
        facts.filing.critical_infrastructure = self.word("criticalInfrastructure");
        facts.filing.personal_information = self.word("personalInformation");
        facts.filing.important_data = self.word("importantData");
        facts.filing.cross_border = self.word("crossBorder");
        facts
    }

    fn raw(&self, field: &str) -> &'a str {
        self.columns
            .get(field)
            .map_or("", |(column, _)| self.row.cells[*column].as_str())
    }

    fn problem(&mut self, field: &str, kind: ProblemKind) {
        let heading = self
            .columns
            .get(field)
            .map_or(field, |(_, heading)| heading);
        let value = self.raw(field).chars().take(80).collect();
        self.problems.push(Problem {
            line: self.row.line,
            column: heading.to_owned(),
            kind,
            value,
        });
    }

    fn text(&mut self, field: &str) -> String {
        let text = self.raw(field);
        if text.chars().count() > LONGEST_TEXT {
            self.problem(field, ProblemKind::TooLong);
        }
        text.to_owned()
    }

    /// Reads a word from the list of the field; a blank value leaves the field as it is.
    fn word<T: serde::de::DeserializeOwned>(&mut self, field: &str) -> Option<T> {
        let value = self.raw(field);
        if value.is_empty() {
            return None;
        }
        let word = self.words.value(field, value);
        if word.is_none() {
            self.problem(field, ProblemKind::UnknownValue);
        }
        word
    }

    fn grades(&mut self) -> BTreeSet<assay_domain::system::DataGrade> {
        let words = self.words;
        let parts = split(self.raw("dataGrades"));
        let grades: Option<BTreeSet<_>> = parts
            .iter()
            .map(|part| words.value("dataGrades", part))
            .collect();
        if grades.is_none() {
            self.problem("dataGrades", ProblemKind::UnknownValue);
        }
        grades.unwrap_or_default()
    }

    fn level(&mut self, field: &str) -> Option<u8> {
        let value = self.raw(field);
        if value.is_empty() {
            return None;
        }
        let level = value.parse().ok().filter(|level| (1..=5).contains(level));
        if level.is_none() {
            self.problem(field, ProblemKind::NotALevel);
        }
        level
    }

    fn date(&mut self, field: &str) -> Option<Date> {
        let value = self.raw(field);
        if value.is_empty() {
            return None;
        }
        let date = date(value);
        if date.is_none() {
            self.problem(field, ProblemKind::NotADate);
        }
        date
    }
}

/// Splits a list at semicolons, line breaks and their full-width forms.
fn split(text: &str) -> Vec<String> {
    let parts = text.split([';', '\u{ff1b}', '\n', '\u{3001}']);
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Reads year, month, day in that order, whatever stands between them; the year has four digits.
fn date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let [year, month, day] = parts[..] else {
        return None;
    };
    let year = (year.len() == 4).then(|| year.parse().ok())??;
    Date::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// Returns the rows that an export of AI systems writes, one value for each of [`FIELDS`].
#[must_use]
pub fn rows(systems: &[AiSystem]) -> Vec<Vec<Cell>> {
    systems.iter().map(|system| row(&system.facts)).collect()
}

fn row(facts: &SystemFacts) -> Vec<Cell> {
    let wire = serde_json::to_value(facts).unwrap_or_default();
    FIELDS
        .iter()
        .map(|field| wire.get(field).or_else(|| wire["filing"].get(field)))
        .map(|value| cell(value.unwrap_or(&serde_json::Value::Null)))
        .collect()
}

fn cell(value: &serde_json::Value) -> Cell {
    match value {
        serde_json::Value::Null => Cell::Text(String::new()),
        serde_json::Value::Number(number) => Cell::Number(number.as_f64().unwrap_or_default()),
        serde_json::Value::String(text) => Cell::Text(text.clone()),
        serde_json::Value::Array(parts) => {
            let parts: Vec<_> = parts.iter().filter_map(serde_json::Value::as_str).collect();
            Cell::Text(parts.join("; "))
        }
        other => Cell::Text(other.to_string()),
    }
}
