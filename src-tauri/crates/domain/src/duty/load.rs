//! Loads the table of duties that comes with the program and refuses what it does not know.

use super::{Duty, DutyFacts, DutyOrigin, Refusal, Within, check};
use crate::framework::load::collect;
use crate::framework::table::Id;
use crate::framework::{LoadError, Origin, Problem, Source, Text};
use crate::incident::{IncidentKind, IncidentMoment, IncidentSeverity};
use crate::system::KeyArea;
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DutiesTable {
    schema: Id,
    origin: Spanned<Origin>,
    duty: Vec<DutyTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DutyTable {
    id: Id,
    recipient: Spanned<Text>,
    #[serde(default)]
    areas: BTreeSet<KeyArea>,
    infrastructure: Option<bool>,
    kinds: Spanned<BTreeSet<IncidentKind>>,
    from_severity: IncidentSeverity,
    within: Spanned<Within>,
    counted_from: IncidentMoment,
    source: Spanned<Text>,
    note: Option<Spanned<Text>>,
    active: bool,
}

/// Loads the duties.
pub(crate) fn load(source: &Source<'_>) -> Result<Vec<Duty>, LoadError> {
    let table: DutiesTable = source.parse()?;
    source.schema(&table.schema, "assay-duties/1")?;
    source.ours(&table.origin)?;
    source.unique(table.duty.iter().map(|entry| &entry.id))?;
    collect(table.duty, |entry| duty(source, entry))
}

fn duty(source: &Source<'_>, entry: DutyTable) -> Result<Duty, LoadError> {
    let (whole, kinds, within) = (entry.id.span(), entry.kinds.span(), entry.within.span());
    let (recipient, rule) = (entry.recipient.span(), entry.source.span());
    let facts = DutyFacts {
        recipient: source.text(entry.recipient)?,
        areas: entry.areas,
        infrastructure: entry.infrastructure,
        kinds: entry.kinds.into_inner(),
        from_severity: entry.from_severity,
        within: entry.within.into_inner(),
        counted_from: entry.counted_from,
        source: source.text(entry.source)?,
        note: entry
            .note
            .map(|note| source.text(note))
            .transpose()?
            .unwrap_or_default(),
        active: entry.active,
    };
    check(&facts).map_err(|refusal| {
        let span = match refusal {
            Refusal::Kinds => kinds,
            Refusal::Within(_) => within,
            Refusal::Recipient => recipient,
            Refusal::Source => rule,
            Refusal::TooLong(_) => whole,
        };
        source.refuse(&span, Problem::OutOfRange(refusal.to_string()))
    })?;
    Ok(Duty {
        id: entry.id.into_inner().into(),
        facts,
        origin: DutyOrigin::Bundled,
        revision: 0,
        changed: None,
    })
}
