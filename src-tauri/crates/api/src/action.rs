//! Actions: listing, adding, changing.

use crate::contract::{Action, ActionList, ActionRow, ActionRows, ActionSave};
use crate::error::Error;
use crate::session::Session;
use assay_domain::action::ActionFacts;
use assay_domain::history::Subject;
use assay_domain::id::ActionId;
use assay_domain::person::Role;
use assay_domain::time::Date;
use std::collections::BTreeMap;

/// Who may add and change actions.
const WRITERS: &[Role] = &[
    Role::Administrator,
    Role::Assessor,
    Role::Reviewer,
    Role::Approver,
    Role::Operator,
];

/// Answers with actions, the one due first first.
pub(crate) fn action_list(session: &mut Session, request: ActionList) -> Result<ActionRows, Error> {
    let today = session.today()?;
    session.opened()?.store.read(|read| {
        let names: BTreeMap<_, _> = read
            .systems()
            .list()?
            .into_iter()
            .map(|system| (system.id, system.facts.name))
            .collect();
        let actions = match request.system {
            Some(system) => read.actions().of_system(system)?,
            None => read.actions().list()?,
        };
        let row = |action: Action| {
            let name = names.get(&action.facts.system);
            action_row(action, name.map_or("", String::as_str), today)
        };
        let mut actions: Vec<_> = actions.into_iter().map(row).collect();
        actions.sort_by_key(|row| (row.action.facts.due.is_none(), row.action.facts.due));
        Ok(ActionRows { actions })
    })
}

/// Makes the row of an action.
pub(crate) fn action_row(action: Action, system_name: &str, today: Date) -> ActionRow {
    ActionRow {
        system_name: system_name.to_owned(),
        overdue: action.facts.is_overdue(today),
        action,
    }
}

/// Adds or changes an action.
pub(crate) fn action_save(session: &mut Session, request: ActionSave) -> Result<Action, Error> {
    let mut writer = session.writer(WRITERS)?;
    check(&request.facts)?;
    let at = writer.act.at;
    match (request.id, request.revision) {
        (None, _) => {
            let id = ActionId::new(writer.new_id);
            writer.mutate(
                "action.add",
                Subject::new("action", id),
                &request.facts,
                |tx| {
                    tx.systems().get(request.facts.system)?;
                    Ok(tx.actions_mut().add(id, &request.facts, at)?)
                },
            )
        }
        (Some(id), Some(revision)) => writer.mutate(
            "action.save",
            Subject::new("action", id),
            &request.facts,
            |tx| Ok(tx.actions_mut().save(id, &request.facts, revision, at)?),
        ),
        (Some(_), None) => Err(Error::new("revision-missing")),
    }
}

fn check(facts: &ActionFacts) -> Result<(), Error> {
    if facts.title.trim().is_empty() {
        return Err(Error::new("title-empty"));
    }
    Ok(())
}
