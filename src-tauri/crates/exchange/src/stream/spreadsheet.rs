//! A sheet of an XLSX file, cell by cell; formulas give the value that was stored last.

use super::{Format, Layout, MOST_COLUMNS, RowFault, StreamRow, Take, broken, fit};
use crate::decision::Source;
use crate::table::{Error, cell_text, check_headings, error_text, heading};
use crate::unpacked;
use calamine::{DataRef, Reader, Xlsx};
use csv::StringRecord;
use std::io::{BufReader, Read, Seek};
use std::ops::ControlFlow;

pub(super) fn read(
    mut file: impl Read + Seek,
    source: &Source,
    take: Take<'_>,
) -> Result<Layout, Error> {
    unpacked::check(&mut file)?;
    file.rewind().map_err(broken)?;
    let mut book: Xlsx<_> = Xlsx::new(BufReader::new(file)).map_err(broken_sheet)?;
    let sheets = book.sheet_names();
    let first = sheets.first().cloned().ok_or(Error::Empty)?;
    let sheet = match source.sheet.trim() {
        "" => first,
        asked if sheets.iter().any(|sheet| sheet == asked) => asked.to_owned(),
        asked => {
            return Err(Error::UnknownSheet {
                sheet: asked.to_owned(),
            });
        }
    };
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(broken_sheet)?;
    let mut rows = Rows {
        layout: None,
        named: Layout {
            format: Format::Spreadsheet,
            source: Source {
                sheet,
                ..Source::default()
            },
            sheets,
            columns: Vec::new(),
        },
        line: 0,
        values: Vec::new(),
        fault: None,
        take,
    };
    while let Some(cell) = cells.next_cell().map_err(broken_sheet)? {
        let (row, column) = cell.get_position();
        let line = u64::from(row) + 1;
        if line != rows.line && rows.finish(line)? == ControlFlow::Break(()) {
            return rows.layout.ok_or(Error::Empty);
        }
        rows.place(column as usize, cell.get_value())?;
    }
    // The last row is complete; whether more are wanted does not matter any more.
    let _ = rows.finish(0)?;
    rows.layout.ok_or(Error::Empty)
}

fn broken_sheet(error: impl std::fmt::Display) -> Error {
    match broken(error) {
        Error::Unreadable(detail) => Error::Spreadsheet(detail),
        other => other,
    }
}

struct Rows<'a> {
    layout: Option<Layout>,
    named: Layout,
    line: u64,
    values: Vec<String>,
    fault: Option<RowFault>,
    take: Take<'a>,
}

impl Rows<'_> {
    /// Puts a value into its column; a column far to the right that holds nothing costs nothing.
    fn place(&mut self, column: usize, value: &DataRef<'_>) -> Result<(), Error> {
        let text = match cell_text(value) {
            Some(text) => text,
            None if self.layout.is_none() => error_text(value),
            None => {
                self.fault = self.fault.or(Some(RowFault::ErrorCell { column }));
                error_text(value)
            }
        };
        if text.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(Error::TooWide {
                columns: column + 1,
            });
        }
        if self.values.len() <= column {
            self.values.resize(column + 1, String::new());
        }
        self.values[column] = text;
        Ok(())
    }

    /// Hands on the row that is complete; the first that holds anything is the headings.
    fn finish(&mut self, next: u64) -> Result<ControlFlow<()>, Error> {
        let line = std::mem::replace(&mut self.line, next);
        let fault = self.fault.take();
        let values = std::mem::take(&mut self.values);
        if values.iter().all(String::is_empty) {
            return Ok(ControlFlow::Continue(()));
        }
        let Some(layout) = &self.layout else {
            let columns: Vec<String> = values.iter().map(|value| heading(value)).collect();
            check_headings(&columns)?;
            self.layout = Some(Layout {
                columns,
                ..self.named.clone()
            });
            return Ok(ControlFlow::Continue(()));
        };
        let mut cells = StringRecord::from(values);
        let surplus = fit(&mut cells, layout.columns.len());
        let row = StreamRow {
            line,
            // The length of the packed sheet says nothing of how many rows are left.
            bytes: 0,
            cells: &cells,
            fault: fault.or(surplus),
        };
        Ok((self.take)(layout, row))
    }
}
