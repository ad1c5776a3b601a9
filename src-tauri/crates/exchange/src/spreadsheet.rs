//! XLSX files as their cells, one after the other, within bounds.
//!
//! The reader of spreadsheets is borrowed. It believes what a file says of the places of its cells, and keeps a cell
//! however long it is; so what it reads is watched on its way there.

mod markup;
mod watched;

use crate::borrowed::borrowed;
use crate::table::Error;
use calamine::{Cell, DataRef, DataType, Reader, Xlsx, XlsxCellReader};
use std::cell::RefCell;
use std::io::{Read, Seek};
use std::rc::Rc;
use watched::{Watch, Watched};

/// Rows of a sheet.
const ROWS: u64 = 1_048_576;
/// Columns of a sheet.
const COLUMNS: u64 = 16_384;
/// Days after the last one that a cell can show, 31 December 9999.
const DAYS: f64 = 2_958_466.0;

/// A spreadsheet whose sheets are known.
pub(crate) struct Book<R: Read + Seek> {
    xlsx: Xlsx<Watched<R>>,
    watch: Rc<RefCell<Watch>>,
}

impl<R: Read + Seek> Book<R> {
    /// Reads what all sheets share.
    pub(crate) fn open(file: R) -> Result<Self, Error> {
        let (watched, watch) = Watched::new(file)?;
        let opened = borrowed(|| Xlsx::new(watched));
        let xlsx = told(&watch, opened)?;
        watch.borrow_mut().read_cells();
        Ok(Self { xlsx, watch })
    }

    /// Returns the names of the sheets.
    pub(crate) fn sheets(&self) -> Vec<String> {
        self.xlsx.sheet_names()
    }

    /// Begins to read the cells of a sheet.
    pub(crate) fn cells(&mut self, sheet: &str) -> Result<Cells<'_, R>, Error> {
        let cells = borrowed(|| self.xlsx.worksheet_cells_reader(sheet));
        Ok(Cells {
            cells: told(&self.watch, cells)?,
            watch: &self.watch,
        })
    }
}

/// The cells of a sheet.
pub(crate) struct Cells<'a, R: Read + Seek> {
    cells: XlsxCellReader<'a, Watched<R>>,
    watch: &'a RefCell<Watch>,
}

impl<'a, R: Read + Seek> Cells<'a, R> {
    /// Returns the next cell in the order of the file.
    pub(crate) fn next(&mut self) -> Result<Option<Cell<DataRef<'a>>>, Error> {
        let cell = told(self.watch, borrowed(|| self.cells.next_cell()))?;
        // A cell that does not say where it stands is counted.
        if let Some((row, column)) = cell.as_ref().map(Cell::get_position)
            && (u64::from(row) >= ROWS || u64::from(column) >= COLUMNS)
        {
            return Err(Error::OutOfBounds {
                place: format!("{}{}", letters(column), u64::from(row) + 1),
            });
        }
        Ok(cell)
    }
}

/// Says why something can't be read: what the watch saw is nearer to the cause than what the reader makes of it.
fn told<T, E: std::fmt::Display>(
    watch: &RefCell<Watch>,
    read: Option<Result<T, E>>,
) -> Result<T, Error> {
    let error = match read {
        Some(Ok(value)) => return Ok(value),
        Some(Err(error)) => Error::Spreadsheet(error.to_string()),
        None => Error::Spreadsheet(String::from("XLSX")),
    };
    Err(watch.borrow_mut().take().unwrap_or(error))
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

/// A day without a time where the cell holds a whole number of days; a number where that is no day of a spreadsheet.
fn moment_text(value: &DataRef<'_>, moment: &calamine::ExcelDateTime) -> String {
    let number = moment.as_f64();
    let shown = match number {
        _ if !(0.0..DAYS).contains(&number) => None,
        _ if number.fract() == 0.0 => value.as_date().map(|day| day.to_string()),
        _ => value.as_datetime().map(|at| at.to_string()),
    };
    shown.unwrap_or_else(|| number.to_string())
}

/// Returns the letters by which a spreadsheet names a column, counted from 0: A, B … Z, AA.
pub(crate) fn letters(mut column: u32) -> String {
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
