//! Questions of a pack from a table: which column holds what, in either language.

use crate::table::{Row, Table};
use assay_domain::framework::Text;
use assay_domain::question_pack::{DraftQuestion, PackProblem, PackProblemKind};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Words by which headings and values are recognised, from `assets/import/question_pack.toml`.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    headings: BTreeMap<String, Vec<String>>,
    dimension: BTreeMap<String, Vec<String>>,
    yes: Vec<String>,
    no: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let text = include_str!("../../../../assets/import/question_pack.toml");
    toml::from_str(text).expect("the bundled word list is checked by a test")
});

/// The columns without which a table is no pack.
const NEEDED: [&str; 4] = ["id", "dimension", "text.en", "text.zh"];

fn fold(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| !c.is_whitespace() && !"_-.".contains(*c));
    kept.flat_map(char::to_lowercase).collect()
}

/// Reads the questions of a table, unchecked but for its headings.
///
/// # Errors
/// Columns that are missing, and those that nothing is known of.
pub fn read(table: &Table) -> Result<Vec<DraftQuestion>, Vec<PackProblem>> {
    let fields: Vec<Option<&str>> = table.columns.iter().map(|name| field(name)).collect();
    let unknown = table
        .columns
        .iter()
        .zip(&fields)
        .filter(|(_, field)| field.is_none());
    let kind = PackProblemKind::FieldUnknown;
    let mut problems: Vec<PackProblem> = unknown
        .map(|(column, _)| PackProblem::new(1, column, kind, column))
        .collect();
    let missing = NEEDED
        .into_iter()
        .filter(|needed| !fields.contains(&Some(*needed)));
    let kind = PackProblemKind::FieldMissing;
    problems.extend(missing.map(|needed| PackProblem::new(1, needed, kind, "")));
    match problems.is_empty() {
        true => Ok(table
            .rows
            .iter()
            .map(|row| question(row, &fields))
            .collect()),
        false => Err(problems),
    }
}

/// Returns the field that a heading names.
fn field(heading: &str) -> Option<&'static str> {
    let named = |field: &str, words: &[String]| {
        fold(field) == fold(heading) || words.iter().any(|word| fold(word) == fold(heading))
    };
    let mut known = WORDS.headings.iter();
    known
        .find(|(field, words)| named(field, words))
        .map(|(field, _)| field.as_str())
}

fn question(row: &Row, fields: &[Option<&str>]) -> DraftQuestion {
    let cell = |wanted: &str| {
        let at = fields.iter().position(|field| *field == Some(wanted));
        let cell = at.and_then(|at| row.cells.get(at));
        cell.map_or("", |cell| cell.trim())
    };
    let text = |field: &str| Text {
        en: cell(&format!("{field}.en")).to_owned(),
        zh: cell(&format!("{field}.zh")).to_owned(),
    };
    DraftQuestion {
        line: row.line,
        id: cell("id").to_owned(),
        clause: cell("clause").to_lowercase(),
        dimension: dimension(cell("dimension")),
        text: text("text"),
        good: text("good"),
        how: text("how"),
        take: text("take"),
        critical: yes_no(cell("critical")),
    }
}

fn dimension(value: &str) -> String {
    let mut known = WORDS.dimension.iter();
    let found = known.find(|(code, words)| {
        fold(code) == fold(value) || words.iter().any(|word| fold(word) == fold(value))
    });
    found.map_or(value, |(code, _)| code.as_str()).to_owned()
}

/// Turns yes and no in either language into `true` and `false`; anything else stays as it is.
fn yes_no(value: &str) -> String {
    let said = |words: &[String]| words.iter().any(|word| fold(word) == fold(value));
    if said(&WORDS.yes) {
        "true".to_owned()
    } else if said(&WORDS.no) {
        "false".to_owned()
    } else {
        value.to_owned()
    }
}
