//! The first sheet of an XLSX file, streamed cell by cell.

use super::{Error, MOST_COLUMNS, Row, Table, fit, heading};
use crate::unpacked;
use calamine::{DataRef, DataType, Reader, Xlsx};
use std::io::Cursor;

/// Reads the first sheet; formulas give the value that the spreadsheet program stored last.
pub(super) fn read(bytes: &[u8]) -> Result<Table, Error> {
    unpacked::check(Cursor::new(bytes))?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let sheet = book.sheet_names().first().cloned().ok_or(Error::Empty)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(broken)?;
    let mut columns: Option<Vec<String>> = None;
    let mut rows = Vec::new();
    let mut current = Row {
        line: 0,
        cells: Vec::new(),
    };
    while let Some(cell) = cells.next_cell().map_err(broken)? {
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
        place(&mut current.cells, column as usize, text)?;
    }
    finish(&mut current, 0, &mut columns, &mut rows)?;
    Ok(Table {
        encoding: "XLSX".to_owned(),
        columns: columns.ok_or(Error::Empty)?,
        rows,
    })
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Spreadsheet(error.to_string())
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

/// Returns the text of a cell, or nothing when it holds an error such as `#N/A`.
pub(crate) fn text(value: &DataRef<'_>) -> Option<String> {
    Some(match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.trim().to_owned()
        }
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(true) => "true".to_owned(),
        DataRef::Bool(false) => "false".to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(moment) => moment_text(value, moment),
        DataRef::Error(_) => return None,
    })
}

/// Returns an error as the spreadsheet shows it.
pub(crate) fn error_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Error(error) => error.to_string(),
        _ => String::new(),
    }
}

/// A day without a time where the cell holds a whole number of days.
fn moment_text(value: &DataRef<'_>, moment: &calamine::ExcelDateTime) -> String {
    let number = moment.as_f64();
    if number.fract() == 0.0 {
        let day = value.as_date().map(|day| day.to_string());
        return day.unwrap_or_else(|| number.to_string());
    }
    let at = value.as_datetime().map(|at| at.to_string());
    at.unwrap_or_else(|| number.to_string())
}

/// Returns the letters by which a spreadsheet names a column, counted from 0: A, B … Z, AA.
fn letters(mut column: u32) -> String {
    let mut name = Vec::new();
    loop {
        name.push(char::from(
            b'A' + u8::try_from(column % 26).unwrap_or_default(),
        ));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    name.iter().rev().collect()
}
