//! Expressions over the columns of a row, in the Common Expression Language (CEL).
//!
//! Each column is a variable under its heading where that is a name, and `row["heading"]` always.
//! A cell that reads as a number is a number, an empty one is `null`, every other is text.

use cel::{Context, Program, Value};
use csv::StringRecord;
use std::collections::HashMap;

/// Why an expression can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is no expression from this character on, counted from 1.
    Malformed(usize),
    /// It names a column that the file does not have.
    ColumnMissing(String),
}

/// An expression that says yes or no of a row.
pub(super) struct Condition {
    program: Program,
    text: String,
    /// Columns that it names, with their places.
    columns: Vec<(String, usize)>,
    /// Headings with their places, where the expression speaks of `row`.
    row: Option<Vec<(String, usize)>>,
}

impl Condition {
    /// Reads an expression; a blank one is none.
    pub(super) fn compile(text: &str, headings: &[String]) -> Result<Option<Self>, Fault> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let program = Program::compile(text).map_err(|errors| {
            let first = errors.errors.first().map_or(0, |error| error.pos.1);
            Fault::Malformed(usize::try_from(first).unwrap_or_default().max(1))
        })?;
        let places = || {
            headings
                .iter()
                .cloned()
                .zip(0..)
                .collect::<Vec<(String, usize)>>()
        };
        let names: Vec<String> = program
            .references()
            .variables()
            .into_iter()
            .map(str::to_owned)
            .collect();
        let row = names.iter().any(|name| name == "row").then(places);
        let mut columns = Vec::new();
        for name in names.into_iter().filter(|name| name != "row") {
            let place = headings.iter().position(|heading| *heading == name);
            columns.push((name.clone(), place.ok_or(Fault::ColumnMissing(name))?));
        }
        Ok(Some(Self {
            program,
            text: text.to_owned(),
            columns,
            row,
        }))
    }

    /// Tells whether a column has a part in it; where it speaks of `row`, its text has to name the column.
    pub(super) fn speaks_of(&self, place: usize, heading: &str) -> bool {
        self.columns.iter().any(|(_, named)| *named == place)
            || (self.row.is_some() && self.text.contains(heading))
    }

    /// Tells whether it holds for a row; nothing when it can't be told, as with text compared with a
    /// number.
    pub(super) fn holds(&self, base: &Context<'_, '_>, cells: &StringRecord) -> Option<bool> {
        let mut scope = base.new_inner_scope();
        for (name, place) in &self.columns {
            scope.add_variable_from_value(name.as_str(), value(&cells[*place]));
        }
        if let Some(places) = &self.row {
            let row: HashMap<String, Value> = places
                .iter()
                .map(|(heading, place)| (heading.clone(), value(&cells[*place])))
                .collect();
            scope.add_variable_from_value("row", row);
        }
        match self.program.execute(&scope) {
            Ok(Value::Bool(holds)) => Some(holds),
            _ => None,
        }
    }
}

fn value(cell: &str) -> Value {
    if cell.is_empty() {
        return Value::Null;
    }
    // Only what begins like a number is one: "nan" and "inf" are words.
    let numeric = cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    match cell.parse::<i64>() {
        Ok(number) if numeric => return Value::Int(number),
        _ => {}
    }
    match cell.parse::<f64>() {
        Ok(number) if numeric && number.fract() == 0.0 && number.abs() < 9e15 =>
        {
            #[expect(clippy::cast_possible_truncation, reason = "whole and within 53 bits")]
            Value::Int(number as i64)
        }
        Ok(number) if numeric && number.is_finite() => Value::Float(number),
        _ => Value::String(cell.to_owned().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(text: &str, cells: &[&str]) -> Option<bool> {
        let headings = ["D", "DMF", "是否采纳", "Reason code"].map(str::to_owned);
        let condition = Condition::compile(text, &headings).expect("an expression");
        let cells = StringRecord::from(cells);
        condition
            .expect("not blank")
            .holds(&Context::default(), &cells)
    }

    #[test]
    fn columns_are_numbers_text_or_nothing() {
        let row = ["2.0", "1.0", "否", ""];
        for (text, expected) in [
            ("(D > 0) != (DMF > 0)", Some(false)),
            ("(D > 0) != (DMF == 2)", Some(true)),
            ("D > 1.5 && DMF <= 1", Some(true)),
            ("row[\"是否采纳\"] == \"否\"", Some(true)),
            ("row[\"Reason code\"] == null", Some(true)),
            ("D > \"x\"", None),
            ("D", None),
        ] {
            assert_eq!(ask(text, &row), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_expression_is_refused() {
        let headings = ["D".to_owned()];
        let compile = |text| Condition::compile(text, &headings).err();
        assert!(matches!(compile("D >"), Some(Fault::Malformed(4))));
        assert_eq!(compile("E > 1"), Some(Fault::ColumnMissing("E".to_owned())));
        assert!(
            Condition::compile("  ", &headings)
                .expect("blank")
                .is_none()
        );
    }
}
