//! Reasons for an override: ours, and those that an AI system adds.

use crate::contract::{Reason, ReasonAdd, ReasonList, ReasonRows, Text};
use crate::decision::RECORDERS;
use crate::error::Error;
use crate::session::Session;
use assay_domain::framework::{Framework, is_code};
use assay_domain::history::Subject;
use assay_domain::id::SystemId;
use assay_store::Read;
use std::collections::BTreeSet;

/// The longest name of a reason in characters.
const LONGEST_NAME: usize = 80;

/// Answers with the reasons that can be chosen for an AI system, or for all.
pub(crate) fn reason_list(session: &mut Session, request: ReasonList) -> Result<ReasonRows, Error> {
    let framework = &session.framework;
    session.opened()?.store.read(|read| {
        let reasons = match request.system {
            Some(system) => of_system(read, framework, system)?,
            None => framework.reasons().to_vec(),
        };
        Ok(ReasonRows { reasons })
    })
}

/// Adds a reason to an AI system.
pub(crate) fn reason_add(session: &mut Session, request: ReasonAdd) -> Result<ReasonRows, Error> {
    let system = request.system;
    let payload = serde_json::to_value(&request)?;
    let mut writer = session.writer(RECORDERS)?;
    let reason = checked(request)?;
    if writer
        .framework
        .reasons()
        .iter()
        .any(|ours| ours.id == reason.id)
    {
        return Err(Error::new("reason-taken").with("code", &reason.id));
    }
    let act = writer.act.clone();
    let framework = std::sync::Arc::clone(&writer.framework);
    writer.mutate(
        "reason.add",
        Subject::new("system", system),
        &payload,
        |tx| {
            tx.systems().get(system)?;
            tx.reasons_mut().add(system, &reason, &act)?;
            Ok(ReasonRows {
                reasons: of_system(tx, &framework, system)?,
            })
        },
    )
}

fn checked(request: ReasonAdd) -> Result<Reason, Error> {
    if !is_code(&request.code) {
        return Err(Error::new("reason-code").with("code", request.code));
    }
    let side = |text: &str| {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > LONGEST_NAME {
            return Err(Error::new("reason-name").with("length", LONGEST_NAME));
        }
        Ok(text.to_owned())
    };
    Ok(Reason {
        id: request.code.into(),
        name: Text {
            en: side(&request.name.en)?,
            zh: side(&request.name.zh)?,
        },
        meaning: Text::default(),
        needs_text: false,
        own: true,
    })
}

/// Returns the reasons of an AI system: ours, with its own before those that need words.
pub(crate) fn of_system(
    read: &Read<'_>,
    framework: &Framework,
    system: SystemId,
) -> Result<Vec<Reason>, Error> {
    let own = read.reasons().of_system(system)?;
    Ok(merged(framework, own))
}

/// Returns ours and the own reasons of every AI system, each code once.
pub(crate) fn of_all(read: &Read<'_>, framework: &Framework) -> Result<Vec<Reason>, Error> {
    let mut own = Vec::new();
    let mut seen = BTreeSet::new();
    for reason in read.reasons().all()? {
        if seen.insert(reason.id.clone()) {
            own.push(reason);
        }
    }
    Ok(merged(framework, own))
}

fn merged(framework: &Framework, own: Vec<Reason>) -> Vec<Reason> {
    let (open, plain): (Vec<_>, Vec<_>) = framework
        .reasons()
        .iter()
        .cloned()
        .partition(|reason| reason.needs_text);
    plain.into_iter().chain(own).chain(open).collect()
}
