//! A table file: headings, rows with the line they stand on, and how it was encoded.

mod delimited;
mod spreadsheet;
mod write;

pub(crate) use delimited::{delimiter as guess_delimiter, guess as guess_encoding};
pub use write::{Cell, write_csv, write_xlsx};

/// The longest file that is read, in bytes. A table of 100,000 systems stays well below it.
pub const LONGEST: usize = 256 << 20;

/// The most columns that are read.
pub const MOST_COLUMNS: usize = 500;

/// A table as it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Name of the encoding that was recognised, or `XLSX`.
    pub encoding: String,
    /// Headings, trimmed, line breaks inside them folded to a space.
    pub columns: Vec<String>,
    /// Rows that hold anything at all.
    pub rows: Vec<Row>,
}

/// One row of a table, as wide as the headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line of a text file on which the row begins, or row number of a spreadsheet; both from 1.
    pub line: u64,
    /// Values, trimmed, one for each heading.
    pub cells: Vec<String>,
}

/// Why a file could not be read as a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file has no bytes or only blank lines.
    #[error("the file is empty")]
    Empty,
    /// The file is longer than [`LONGEST`].
    #[error("the file has {size} bytes, more than {most}")]
    TooLong {
        /// Its length in bytes.
        size: u64,
        /// The most that is read.
        most: u64,
    },
    /// There are more columns than [`MOST_COLUMNS`].
    #[error("the table has {columns} columns, more than {MOST_COLUMNS}")]
    TooWide {
        /// How many.
        columns: usize,
    },
    /// A NUL byte stands in a text file: it is no text, or it is damaged.
    #[error("line {line} holds a NUL byte")]
    Nul {
        /// Line, from 1.
        line: u64,
    },
    /// The bytes fit no encoding that is known here.
    #[error("line {line} is not valid in {encoding}")]
    Encoding {
        /// Line, from 1.
        line: u64,
        /// The encoding that fitted best.
        encoding: String,
    },
    /// The file ends inside a quoted value.
    #[error("the quoted value that begins on line {line} never ends")]
    OpenQuote {
        /// Line on which the value begins, from 1.
        line: u64,
    },
    /// A record is so long that it can't be one.
    #[error("the record on line {line} is too long")]
    LongRecord {
        /// Line, from 1.
        line: u64,
    },
    /// Of a file of JSON objects no line holds one.
    #[error("line {line} is no JSON object")]
    NotAnObject {
        /// The first line that holds anything, from 1.
        line: u64,
    },
    /// An encoding was asked for that is not known.
    #[error("there is no encoding {label:?}")]
    UnknownEncoding {
        /// Its label.
        label: String,
    },
    /// A delimiter was asked for that is not one ASCII character.
    #[error("the delimiter is not one character")]
    UnknownDelimiter,
    /// A sheet was asked for that the spreadsheet does not have.
    #[error("there is no sheet {sheet:?}")]
    UnknownSheet {
        /// Its name.
        sheet: String,
    },
    /// The file can't be read.
    #[error("the file can't be read: {0}")]
    Unreadable(String),
    /// A heading stands twice, so that a mapping could not tell the columns apart.
    #[error("the heading {heading:?} stands twice")]
    DuplicateHeading {
        /// The heading.
        heading: String,
    },
    /// A row has more values than there are headings.
    #[error("line {line} has {found} values for {expected} headings")]
    LongRow {
        /// Line, from 1.
        line: u64,
        /// Number of headings.
        expected: usize,
        /// Number of values.
        found: usize,
    },
    /// A cell of a spreadsheet holds an error such as `#N/A`.
    #[error("row {line}, column {column} holds the error {value}")]
    ErrorCell {
        /// Row, from 1.
        line: u64,
        /// Column letters.
        column: String,
        /// The error as the spreadsheet shows it.
        value: String,
    },
    /// A cell of a spreadsheet says that it stands outside of every sheet.
    #[error("{place} is outside of every sheet")]
    OutOfBounds {
        /// Where it says that it stands.
        place: String,
    },
    /// A row of a spreadsheet holds more than a row can.
    #[error("row {line} holds too much")]
    HeavyRow {
        /// Row, from 1.
        line: u64,
    },
    /// The spreadsheet is damaged or of a kind that is not read.
    #[error("the spreadsheet can't be read: {0}")]
    Spreadsheet(String),
}

/// Reads a table from the bytes of a CSV or XLSX file.
///
/// # Errors
/// Every [`Error`] names the line where it can; nothing is returned of a file that has one.
pub fn read(bytes: &[u8]) -> Result<Table, Error> {
    if bytes.len() > LONGEST {
        return Err(Error::TooLong {
            size: bytes.len() as u64,
            most: LONGEST as u64,
        });
    }
    let table = if bytes.starts_with(b"PK\x03\x04") {
        spreadsheet::read(bytes)
    } else {
        delimited::read(bytes)
    }?;
    check_headings(&table.columns)?;
    Ok(table)
}

pub(crate) fn check_headings(columns: &[String]) -> Result<(), Error> {
    if columns.len() > MOST_COLUMNS {
        return Err(Error::TooWide {
            columns: columns.len(),
        });
    }
    let mut seen = std::collections::BTreeSet::new();
    match columns
        .iter()
        .find(|heading| !heading.is_empty() && !seen.insert(heading.as_str()))
    {
        Some(heading) => Err(Error::DuplicateHeading {
            heading: heading.clone(),
        }),
        None => Ok(()),
    }
}

/// Fits a row to the headings: short rows are filled up, blank surplus values are dropped.
fn fit(line: u64, mut cells: Vec<String>, width: usize) -> Result<Row, Error> {
    while cells.len() > width && cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    if cells.len() > width {
        return Err(Error::LongRow {
            line,
            expected: width,
            found: cells.len(),
        });
    }
    cells.resize(width, String::new());
    Ok(Row { line, cells })
}

/// Folds white space of a heading to single spaces, so that a line break inside it does no harm.
pub(crate) fn heading(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
