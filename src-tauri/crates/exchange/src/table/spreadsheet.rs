//! The first sheet of an XLSX file, streamed cell by cell.

use super::{Error, LONGEST, MOST_COLUMNS, Row, Table, fit, heading};
use crate::spreadsheet::{Book, error_text, letters, text};
use std::io::Cursor;

/// Reads the first sheet; formulas give the value that the spreadsheet program stored last.
pub(super) fn read(bytes: &[u8]) -> Result<Table, Error> {
    let mut book = Book::open(Cursor::new(bytes))?;
    let sheet = book.sheets().first().cloned().ok_or(Error::Empty)?;
    let mut cells = book.cells(&sheet)?;
    let mut size = 0;
    let mut columns: Option<Vec<String>> = None;
    let mut rows = Vec::new();
    let mut current = Row {
        line: 0,
        cells: Vec::new(),
    };
    while let Some(cell) = cells.next()? {
        let (row, column) = cell.get_position();
        let line = u64::from(row) + 1;
        if line != current.line {
            finish(&mut current, line, &mut columns, &mut rows)?;
        }
        let value = cell.get_value();
        let text = text(value).ok_or_else(|| Error::ErrorCell {
            line,
            column: letters(column),
            value: error_text(value),
        })?;
        // A shared text is kept once in the file, and here once for each cell.
        size += text.len();
        if size > LONGEST {
            return Err(Error::TooLong {
                size: size as u64,
                most: LONGEST as u64,
            });
        }
        place(&mut current.cells, column as usize, text)?;
    }
    finish(&mut current, 0, &mut columns, &mut rows)?;
    Ok(Table {
        encoding: "XLSX".to_owned(),
        columns: columns.ok_or(Error::Empty)?,
        rows,
    })
}

/// Puts a value into its column; a column far to the right that holds nothing costs nothing.
fn place(cells: &mut Vec<String>, column: usize, text: String) -> Result<(), Error> {
    if text.is_empty() {
        return Ok(());
    }
    if column >= MOST_COLUMNS {
        return Err(Error::TooWide {
            columns: column + 1,
        });
    }
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    cells[column] = text;
    Ok(())
}

/// Takes the row that is complete: the first that holds anything is the headings.
fn finish(
    current: &mut Row,
    next_line: u64,
    columns: &mut Option<Vec<String>>,
    rows: &mut Vec<Row>,
) -> Result<(), Error> {
    let done = std::mem::replace(
        current,
        Row {
            line: next_line,
            cells: Vec::new(),
        },
    );
    if done.cells.iter().all(String::is_empty) {
        return Ok(());
    }
    match columns {
        None => *columns = Some(done.cells.iter().map(|cell| heading(cell)).collect()),
        Some(headings) => rows.push(fit(done.line, done.cells, headings.len())?),
    }
    Ok(())
}
