//! Reporting duties: the table as it stands, and changing it.

use crate::contract::{Duty, DutyFacts, DutyOrigin, DutyRow, DutyRows, DutySave, Nothing};
use crate::error::Error;
use crate::session::Session;
use assay_domain::duty::{both_sides, check, overlay};
use assay_domain::framework::Framework;
use assay_domain::history::Subject;
use assay_domain::id::DutyId;
use assay_domain::person::Role;
use assay_store::Read;
use std::collections::BTreeMap;

/// Who may change the table.
const WRITERS: &[Role] = &[Role::Administrator, Role::Approver];

/// Answers with the table of duties.
pub(crate) fn duty_list(session: &mut Session, _: Nothing) -> Result<DutyRows, Error> {
    let framework = &session.framework;
    session.opened()?.store.read(|read| rows(read, framework))
}

/// Changes a duty, switches it on or off, or adds one.
pub(crate) fn duty_save(session: &mut Session, request: DutySave) -> Result<DutyRows, Error> {
    let mut writer = session.writer(WRITERS)?;
    let facts = DutyFacts {
        recipient: both_sides(&request.facts.recipient),
        source: both_sides(&request.facts.source),
        note: both_sides(&request.facts.note),
        ..request.facts
    };
    check(&facts)?;
    let framework = std::sync::Arc::clone(&writer.framework);
    let is_bundled = |id: &DutyId| framework.duties().iter().any(|duty| duty.id == *id);
    let (id, origin) = match request.id {
        Some(id) if is_bundled(&id) => (id, DutyOrigin::Changed),
        Some(id) => (id, DutyOrigin::Own),
        None => (writer.new_id.to_string().into(), DutyOrigin::Own),
    };
    let act = writer.act.clone();
    let action = match (origin, request.revision) {
        (DutyOrigin::Own, 0) => "duty.add",
        _ => "duty.save",
    };
    writer.mutate(action, Subject::new("duty", &id), &facts, |tx| {
        tx.duties_mut()
            .put(&id, &facts, origin, request.revision, &act)?;
        rows(tx, &framework)
    })
}

/// Returns the duties as they stand: ours, with what the organisation changed or added.
pub(crate) fn standing(read: &Read<'_>, framework: &Framework) -> Result<Vec<Duty>, Error> {
    Ok(overlay(framework.duties(), read.duties().list()?))
}

fn rows(read: &Read<'_>, framework: &Framework) -> Result<DutyRows, Error> {
    let names: BTreeMap<_, _> = read
        .persons()
        .list()?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    let row = |duty: Duty| {
        let ours = framework.duties().iter().find(|ours| ours.id == duty.id);
        let bundled = ours.filter(|ours| ours.facts != duty.facts);
        let person = duty.changed.as_ref().and_then(|act| names.get(&act.by));
        DutyRow {
            bundled: bundled.map(|ours| ours.facts.clone()),
            person: person.cloned().unwrap_or_default(),
            duty,
        }
    };
    let duties = standing(read, framework)?;
    Ok(DutyRows {
        duties: duties.into_iter().map(row).collect(),
    })
}
