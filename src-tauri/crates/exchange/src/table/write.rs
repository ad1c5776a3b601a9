//! Tables out. Text that a spreadsheet program would run as a formula is written as text.

use super::Error;
use assay_domain::cell::harmless;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// One value of a table that is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A number, written as a number.
    Number(f64),
}

/// Writes CSV in UTF-8 with a byte order mark, which spreadsheet programs need to read Chinese.
///
/// # Errors
/// Writing to memory does not fail; the error type is that of the format.
pub fn write_csv(columns: &[String], rows: &[Vec<Cell>]) -> Result<Vec<u8>, Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    let mut write = |cells: Vec<String>| {
        writer
            .write_record(&cells)
            .map_err(|error| Error::Spreadsheet(error.to_string()))
    };
    write(columns.iter().map(|heading| harmless(heading)).collect())?;
    for row in rows {
        write(
            row.iter()
                .map(|cell| match cell {
                    Cell::Text(text) => harmless(text),
                    Cell::Number(number) => number.to_string(),
                })
                .collect(),
        )?;
    }
    writer
        .into_inner()
        .map_err(|error| Error::Spreadsheet(error.to_string()))
}

/// Writes an XLSX file with one sheet, headings bold and kept in sight.
///
/// # Errors
/// Fails when a text is longer than the format allows (32,767 characters).
pub fn write_xlsx(columns: &[String], rows: &[Vec<Cell>]) -> Result<Vec<u8>, Error> {
    xlsx(columns, rows).map_err(|error| Error::Spreadsheet(error.to_string()))
}

fn xlsx(columns: &[String], rows: &[Vec<Cell>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (column, heading) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, column, harmless(heading), &bold)?;
    }
    for (line, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row) {
            match cell {
                Cell::Text(text) => sheet.write_string(line, column, harmless(text))?,
                Cell::Number(number) => sheet.write_number(line, column, *number)?,
            };
        }
    }
    book.save_to_buffer()
}
