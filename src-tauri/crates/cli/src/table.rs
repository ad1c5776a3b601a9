//! Tables on standard output.

use crate::workspace::text;
use serde_json::Value;

/// Writes rows in columns as wide as their widest value.
pub(crate) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
    };
    let widths: Vec<usize> = (0..count)
        .map(|column| width(column).unwrap_or(0))
        .collect();
    let line = |row: &Vec<String>| {
        let cells = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Writes pieces of evidence with their ids.
pub(crate) fn pieces(evidence: &Value) -> String {
    let pieces = evidence.as_array().into_iter().flatten();
    let line = |piece: &Value| {
        ["id", "name", "dated"]
            .map(|field| text(&piece[field]))
            .to_vec()
    };
    columns(&pieces.map(line).collect::<Vec<_>>())
}
