//! Text in a cell of a table that a spreadsheet program opens.

/// First characters that make a spreadsheet program take text for a formula, full-width forms included.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Puts an apostrophe before text that a spreadsheet program would take for a formula.
#[must_use]
pub fn harmless(text: &str) -> String {
    if text.starts_with(FORMULA_STARTS) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Takes the apostrophe away that text was written with so that no spreadsheet program runs it.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    let guarded = text.strip_prefix('\'');
    guarded
        .filter(|rest| rest.starts_with(FORMULA_STARTS))
        .unwrap_or(text)
}
