//! Figures and the numbers behind them, saved as the window shows them.

use crate::contract::{
    FigureCell, FigureFormat, FigureSave, FigureTableSave, TableExported, TableFormat,
};
use crate::error::Error;
use crate::outside::write_file;
use crate::session::Session;
use assay_exchange::table::{Cell, write_csv, write_xlsx};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Writes a picture that the window drew.
pub(crate) fn figure_save(
    session: &mut Session,
    request: FigureSave,
) -> Result<TableExported, Error> {
    session.opened()?;
    let malformed = || Error::new("request-malformed").with("detail", "base64");
    let bytes = STANDARD.decode(&request.base64).map_err(|_| malformed())?;
    let starts = match request.format {
        FigureFormat::Svg => bytes.starts_with(b"<svg") || bytes.starts_with(b"<?xml"),
        FigureFormat::Png => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
    };
    if !starts {
        return Err(malformed());
    }
    write_file(session.output(request.path)?, &bytes)
}

/// Writes the table of a figure.
pub(crate) fn figure_table_save(
    session: &mut Session,
    request: FigureTableSave,
) -> Result<TableExported, Error> {
    session.opened()?;
    let cell = |cell: FigureCell| match cell {
        FigureCell::Number(number) => Cell::Number(number),
        FigureCell::Text(text) => Cell::Text(text),
    };
    let rows: Vec<Vec<Cell>> = request
        .rows
        .into_iter()
        .map(|row| row.into_iter().map(cell).collect())
        .collect();
    let bytes = match request.format {
        TableFormat::Csv => write_csv(&request.columns, &rows),
        TableFormat::Xlsx => write_xlsx(&request.columns, &rows),
    }?;
    write_file(session.output(request.path)?, &bytes)
}
