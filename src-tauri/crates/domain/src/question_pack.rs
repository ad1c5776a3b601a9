//! A question pack: questions of one's own that audits ask beside those of the framework.
//!
//! A pack comes as TOML or as a table; both become a [`Draft`] whose parts know the line they stand
//! on, and one check refuses what is wrong with it, line by line.

use crate::audit::{AskedQuestion, CLAUSE, Dimension};
use crate::decision::LONG_TEXT;
use crate::framework::{Text, is_code};
use crate::id::{ClauseId, QuestionId};
use crate::person::Act;
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

mod toml_file;

pub use toml_file::read as read_toml;

/// The most questions that a pack may have.
pub const MOST_QUESTIONS: usize = 500;

/// The clauses of 6.3 to which a question can belong.
const CLAUSES: [&str; 9] = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];

/// One question of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackQuestion {
    /// Its id within the pack.
    pub id: String,
    /// The clause of 6.3 it belongs to.
    pub clause: ClauseId,
    /// Its dimension.
    pub dimension: Dimension,
    /// The question; "conforms" is always the good state.
    pub text: Text,
    /// What a good state looks like; may be empty.
    pub good: Text,
    /// How to test it; may be empty.
    pub how: Text,
    /// What to take as evidence; may be empty.
    pub take: Text,
    /// Whether much depends on it.
    pub critical: bool,
}

/// A pack in the workspace. Saving one with a known id replaces its questions; audits keep the words
/// that they asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionPack {
    /// Its id: lower-case letters, digits and dashes.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its questions in order.
    pub questions: Vec<PackQuestion>,
    /// Whether audits may no longer choose it.
    pub withdrawn: bool,
    /// Who saved it last, and when.
    pub saved: Act,
}

impl QuestionPack {
    /// Returns its questions as an audit asks them.
    pub fn asked(&self) -> impl Iterator<Item = AskedQuestion> {
        self.questions.iter().map(|question| AskedQuestion {
            id: QuestionId::from(format!("{}/{}", self.id, question.id)),
            clause: question.clause.clone(),
            dimension: question.dimension,
            text: question.text.clone(),
            good: question.good.clone(),
            how: question.how.clone(),
            take: question.take.clone(),
            critical: question.critical,
            red_line: false,
        })
    }
}

wire_enum! {
    /// What is wrong with a line of a pack.
    PackProblemKind {
        /// The file can't be read as a pack at all.
        Unreadable,
        /// An id that is no short code.
        IdInvalid,
        /// An id that stands twice.
        IdTwice,
        /// A text that is missing in one of the two languages.
        LanguageMissing,
        /// No such dimension.
        DimensionUnknown,
        /// No such clause.
        ClauseUnknown,
        /// Neither yes nor no.
        NotYesNo,
        /// A text that is too long.
        TooLong,
        /// A pack without a question.
        Empty,
        /// More questions than a pack may have.
        TooMany,
        /// A column or key that is missing.
        FieldMissing,
        /// A column or key that is not known.
        FieldUnknown,
    }
}

/// One thing that is wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackProblem {
    /// Line of the file or row of the sheet, from 1.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub line: u64,
    /// The key or column.
    pub field: String,
    /// What is wrong.
    pub kind: PackProblemKind,
    /// The value, cut to 80 characters.
    pub value: String,
}

impl PackProblem {
    /// Notes a problem; a long value is cut.
    #[must_use]
    pub fn new(line: u64, field: &str, kind: PackProblemKind, value: &str) -> Self {
        Self {
            line,
            field: field.to_owned(),
            kind,
            value: value.chars().take(80).collect(),
        }
    }
}

/// A question as a file gives it, every value still a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftQuestion {
    /// Where it begins.
    pub line: u64,
    /// Its id.
    pub id: String,
    /// Letter of its clause; empty means b.
    pub clause: String,
    /// Its dimension.
    pub dimension: String,
    /// The question.
    pub text: Text,
    /// What a good state looks like.
    pub good: Text,
    /// How to test it.
    pub how: Text,
    /// What to take.
    pub take: Text,
    /// Whether much depends on it: `true`, `false` or nothing.
    pub critical: String,
}

/// A pack as a file gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its questions.
    pub questions: Vec<DraftQuestion>,
}

/// A pack that holds: its id, its name and its questions.
pub type Read = (String, Text, Vec<PackQuestion>);

/// Checks a draft as a whole.
///
/// # Errors
/// Every problem, in the order of the file.
pub fn check(draft: &Draft) -> Result<Read, Vec<PackProblem>> {
    let mut problems = Vec::new();
    head(draft, &mut problems);
    let mut seen = BTreeSet::new();
    let mut questions = Vec::new();
    for question in &draft.questions {
        if !seen.insert(question.id.as_str()) {
            let twice = PackProblemKind::IdTwice;
            problems.push(PackProblem::new(question.line, "id", twice, &question.id));
        }
        questions.extend(one(question, &mut problems));
    }
    match problems.is_empty() {
        true => Ok((draft.id.clone(), draft.name.clone(), questions)),
        false => Err(problems),
    }
}

fn head(draft: &Draft, problems: &mut Vec<PackProblem>) {
    if !is_code(&draft.id) {
        problems.push(PackProblem::new(
            1,
            "pack",
            PackProblemKind::IdInvalid,
            &draft.id,
        ));
    }
    text(1, "name", &draft.name, true, problems);
    match draft.questions.len() {
        0 => problems.push(PackProblem::new(1, "question", PackProblemKind::Empty, "")),
        1..=MOST_QUESTIONS => {}
        many => {
            let many = many.to_string();
            problems.push(PackProblem::new(
                1,
                "question",
                PackProblemKind::TooMany,
                &many,
            ));
        }
    }
}

/// Checks one question; nothing when something is wrong with it.
fn one(draft: &DraftQuestion, problems: &mut Vec<PackProblem>) -> Option<PackQuestion> {
    let before = problems.len();
    let line = draft.line;
    let mut note =
        |field, kind, value: &str| problems.push(PackProblem::new(line, field, kind, value));
    if !is_code(&draft.id) {
        note("id", PackProblemKind::IdInvalid, &draft.id);
    }
    let dimension = word(&draft.dimension);
    if dimension.is_none() {
        note(
            "dimension",
            PackProblemKind::DimensionUnknown,
            &draft.dimension,
        );
    }
    let clause = match draft.clause.as_str() {
        "" => CLAUSE,
        letter => letter,
    };
    if !CLAUSES.contains(&clause) {
        note("clause", PackProblemKind::ClauseUnknown, &draft.clause);
    }
    if !matches!(draft.critical.as_str(), "" | "true" | "false") {
        note("critical", PackProblemKind::NotYesNo, &draft.critical);
    }
    text(line, "text", &draft.text, true, problems);
    for (field, said) in [
        ("good", &draft.good),
        ("how", &draft.how),
        ("take", &draft.take),
    ] {
        text(line, field, said, false, problems);
    }
    let dimension = dimension.filter(|_| problems.len() == before)?;
    Some(PackQuestion {
        id: draft.id.clone(),
        clause: ClauseId::from(clause),
        dimension,
        text: draft.text.clone(),
        good: draft.good.clone(),
        how: draft.how.clone(),
        take: draft.take.clone(),
        critical: draft.critical == "true",
    })
}

fn word(text: &str) -> Option<Dimension> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}

/// Checks that a text stands in both languages, or in neither where it may be left out.
fn text(line: u64, field: &str, text: &Text, needed: bool, problems: &mut Vec<PackProblem>) {
    let sides = [("en", &text.en), ("zh", &text.zh)];
    let any = sides.iter().any(|(_, side)| !side.trim().is_empty());
    for (language, side) in sides {
        let field = format!("{field}.{language}");
        if (needed || any) && side.trim().is_empty() {
            let missing = PackProblemKind::LanguageMissing;
            problems.push(PackProblem::new(line, &field, missing, ""));
        }
        if side.chars().count() > LONG_TEXT {
            problems.push(PackProblem::new(
                line,
                &field,
                PackProblemKind::TooLong,
                side,
            ));
        }
    }
}
