//! A pack as TOML.

use super::{Draft, DraftQuestion, PackProblem, PackProblemKind};
use crate::framework::Text;
use serde::Deserialize;
use toml::Spanned;

/// The schema that this version reads.
const SCHEMA: &str = "assay-question-pack/1";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackTable {
    schema: Spanned<String>,
    id: String,
    name: Text,
    #[serde(default)]
    question: Vec<Spanned<QuestionTable>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionTable {
    id: String,
    dimension: String,
    #[serde(default)]
    clause: String,
    text: Sides,
    #[serde(default)]
    good: Sides,
    #[serde(default)]
    how: Sides,
    #[serde(default)]
    take: Sides,
    #[serde(default)]
    critical: bool,
}

/// A text of which a side may be missing, so that the check can say which.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Sides {
    en: String,
    zh: String,
}

impl From<Sides> for Text {
    fn from(sides: Sides) -> Self {
        Self {
            en: sides.en,
            zh: sides.zh,
        }
    }
}

/// Reads a pack from TOML, unchecked.
///
/// # Errors
/// The line where it is no TOML, or holds a key that is not known or of the wrong kind.
pub fn read(text: &str) -> Result<Draft, PackProblem> {
    let line = |at: usize| {
        let before = text.get(..at).unwrap_or(text);
        1 + before.matches('\n').count() as u64
    };
    let table: PackTable = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        PackProblem::new(line(at), "", PackProblemKind::Unreadable, error.message())
    })?;
    if table.schema.as_ref() != SCHEMA {
        let at = line(table.schema.span().start);
        let unknown = PackProblemKind::Unreadable;
        return Err(PackProblem::new(
            at,
            "schema",
            unknown,
            table.schema.as_ref(),
        ));
    }
    let question = |entry: Spanned<QuestionTable>| {
        let at = line(entry.span().start);
        let entry = entry.into_inner();
        DraftQuestion {
            line: at,
            id: entry.id,
            clause: entry.clause,
            dimension: entry.dimension,
            text: entry.text.into(),
            good: entry.good.into(),
            how: entry.how.into(),
            take: entry.take.into(),
            critical: entry.critical.to_string(),
        }
    };
    Ok(Draft {
        id: table.id,
        name: table.name,
        questions: table.question.into_iter().map(question).collect(),
    })
}
