//! Reasons for an override: ours as data, and those that an AI system adds of its own.

use super::Text;
use super::load::collect;
use super::source::{LoadError, Problem, Source};
use super::table::{Id, ReasonTable, ReasonsTable};
use crate::id::ReasonId;
use serde::{Deserialize, Serialize};

/// A reason for an override.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reason {
    /// Its code; stable, never reused.
    pub id: ReasonId,
    /// Its name.
    pub name: Text,
    /// When to choose it; empty for an AI system's own reasons.
    pub meaning: Text,
    /// Whether it says nothing without words, as "other" does.
    pub needs_text: bool,
    /// Whether the AI system added it.
    pub own: bool,
}

/// The longest code of a reason in characters.
const LONGEST_CODE: usize = 40;

/// Tells whether a text can be the code of a reason: lower-case letters, digits and dashes between them.
#[must_use]
pub fn is_code(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty()
        && text.len() <= LONGEST_CODE
        && text.chars().all(plain)
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// Loads our reasons.
pub(super) fn load(source: &Source<'_>) -> Result<Vec<Reason>, LoadError> {
    let table: ReasonsTable = source.parse()?;
    source.schema(&table.schema, "assay-reasons/1")?;
    source.ours(&table.origin)?;
    source.unique(table.reason.iter().map(|entry| &entry.id))?;
    collect(table.reason, |entry| reason(source, entry))
}

fn reason(source: &Source<'_>, entry: ReasonTable) -> Result<Reason, LoadError> {
    Ok(Reason {
        name: source.text(entry.name)?,
        meaning: source.text(entry.meaning)?,
        needs_text: entry.needs_text,
        own: false,
        id: code(source, entry.id)?,
    })
}

fn code(source: &Source<'_>, id: Id) -> Result<ReasonId, LoadError> {
    if is_code(id.as_ref()) {
        return Ok(id.into_inner().into());
    }
    Err(source.refuse(&id.span(), Problem::OutOfRange(id.as_ref().clone())))
}
