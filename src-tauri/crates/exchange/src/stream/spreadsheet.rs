//! A sheet of an XLSX file, cell by cell; formulas give the value that was stored last.

use super::{Format, LONGEST_RECORD, Layout, MOST_COLUMNS, RowFault, StreamRow, Take, fit};
use crate::decision::Source;
use crate::spreadsheet::{Book, error_text, text};
use crate::table::{Error, check_headings, heading};
use calamine::DataRef;
use csv::StringRecord;
use std::io::{BufReader, Read, Seek};
use std::ops::ControlFlow;

pub(super) fn read(
    file: impl Read + Seek,
    source: &Source,
    take: Take<'_>,
) -> Result<Layout, Error> {
    let mut book = Book::open(BufReader::new(file))?;
    let sheets = book.sheets();
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
    let mut cells = book.cells(&sheet)?;
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
        size: 0,
        values: Vec::new(),
        fault: None,
        take,
    };
    while let Some(cell) = cells.next()? {
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

struct Rows<'a> {
    layout: Option<Layout>,
    named: Layout,
    line: u64,
    /// Bytes of its texts; a shared one may stand in many cells.
    size: usize,
    values: Vec<String>,
    fault: Option<RowFault>,
    take: Take<'a>,
}

impl Rows<'_> {
    /// Puts a value into its column; a column far to the right that holds nothing costs nothing.
    fn place(&mut self, column: usize, value: &DataRef<'_>) -> Result<(), Error> {
        let text = match text(value) {
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
        self.size += text.len();
        if self.size > LONGEST_RECORD {
            return Err(Error::HeavyRow { line: self.line });
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
        self.size = 0;
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
