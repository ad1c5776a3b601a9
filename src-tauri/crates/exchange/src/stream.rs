//! A table file of any length as a stream of rows: headings first, then one row at a time.
//!
//! What [`crate::table`] reads whole, this reads in passing, so that a file of millions of rows
//! takes no more memory than one of a hundred. A row that is wrong by itself is handed on with what
//! is wrong; a file that is wrong as a whole is an [`Error`].

mod decode;
mod delimited;
mod json_lines;
mod spreadsheet;

use crate::decision::Source;
use crate::table::Error;
use csv::StringRecord;
use std::io::{Read, Seek, SeekFrom};
use std::ops::ControlFlow;

/// The longest file that is read, in bytes; five million records stay below it.
pub const LONGEST: u64 = 1 << 30;

/// The most columns that are read.
pub const MOST_COLUMNS: usize = 500;

/// The longest record that is read, in bytes; an open quotation mark would take the rest of the file.
const LONGEST_RECORD: usize = 4 << 20;

/// How much of a file tells its kind: blank lines may stand before the first that holds anything.
const HEAD: usize = 64;

/// By which some programs mark UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The kinds of file that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with delimiters.
    Delimited,
    /// An XLSX spreadsheet.
    Spreadsheet,
    /// One JSON object on each line.
    JsonLines,
}

/// How a file turned out to be laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Kind of file.
    pub format: Format,
    /// The encoding, delimiter or sheet that was recognised or asked for.
    pub source: Source,
    /// Sheets of a spreadsheet.
    pub sheets: Vec<String>,
    /// Headings, white space inside them folded.
    pub columns: Vec<String>,
}

/// What is wrong with a row as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// It has more values than there are headings.
    TooManyValues,
    /// A cell holds an error of the spreadsheet, such as `#N/A`.
    ErrorCell {
        /// Which column, from 0.
        column: usize,
    },
    /// The line is no JSON object.
    NotAnObject,
    /// It holds a NUL character, which no text has.
    Nul,
}

/// One row in passing.
#[derive(Debug)]
pub struct StreamRow<'a> {
    /// Line of a text file on which it begins, row of a spreadsheet; from 1.
    pub line: u64,
    /// Bytes of the file that were read so far.
    pub bytes: u64,
    /// Values, one for each heading, unless the row has a fault.
    pub cells: &'a StringRecord,
    /// What is wrong with it.
    pub fault: Option<RowFault>,
}

/// Takes rows until it breaks off; the layout is the same each time.
pub type Take<'a> = &'a mut dyn FnMut(&Layout, StreamRow<'_>) -> ControlFlow<()>;

/// Reads a file row by row.
///
/// # Errors
/// An [`Error`] of the file as a whole, which may come after rows were handed on; nothing of them
/// must be kept then.
pub fn read(mut file: impl Read + Seek, source: &Source, take: Take<'_>) -> Result<Layout, Error> {
    let size = file.seek(SeekFrom::End(0)).map_err(broken)?;
    if size > LONGEST {
        return Err(Error::TooLong {
            size,
            most: LONGEST,
        });
    }
    file.rewind().map_err(broken)?;
    let mut head = [0; HEAD];
    let length = read_up_to(&mut file, &mut head).map_err(broken)?;
    file.rewind().map_err(broken)?;
    let head = &head[..length];
    if head.starts_with(b"PK\x03\x04") {
        return spreadsheet::read(file, source, take);
    }
    match head.strip_prefix(MARK).unwrap_or(head).trim_ascii_start() {
        [] if length < HEAD => Err(Error::Empty),
        [b'{', ..] => {
            let marked = head.starts_with(MARK);
            let begin = if marked { MARK.len() as u64 } else { 0 };
            file.seek(SeekFrom::Start(begin)).map_err(broken)?;
            json_lines::read(file, size, take)
        }
        _ => delimited::read(file, source, size, take),
    }
}

fn read_up_to(file: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match file.read(&mut buffer[length..])? {
            0 => break,
            read => length += read,
        }
    }
    Ok(length)
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Unreadable(error.to_string())
}

/// Fits a row to the headings: short rows are filled up, blank surplus values are dropped.
fn fit(cells: &mut StringRecord, width: usize) -> Option<RowFault> {
    if cells.len() > width {
        if cells.iter().skip(width).any(|cell| !cell.is_empty()) {
            return Some(RowFault::TooManyValues);
        }
        cells.truncate(width);
    }
    while cells.len() < width {
        cells.push_field("");
    }
    None
}
