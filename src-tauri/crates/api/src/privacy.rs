//! What of decision records points at persons: how long their texts are kept, and who reviewed.

use crate::contract::{
    Nothing, Privacy, PrivacySettings, ReviewerName, ReviewerNames, ReviewerNamesGet,
};
use crate::error::Error;
use crate::person::share;
use crate::session::Session;
use assay_domain::history::Subject;
use assay_domain::person::Role;
use assay_store::{NameKey, Tx};
use serde_json::json;

/// Who decides about it.
pub(crate) const KEEPERS: &[Role] = &[Role::Administrator];

/// Answers with what is set and how things stand.
pub(crate) fn privacy_get(session: &mut Session, _: Nothing) -> Result<Privacy, Error> {
    let open = session.opened()?;
    open.store.read(|read| {
        let names = read.reviewer_names();
        Ok(Privacy {
            settings: PrivacySettings {
                keep_names: names.are_kept()?,
                retention_months: read.workspace().retention()?,
            },
            names: names.count()?,
            readable: open.person.has(Role::Administrator)
                && names.holders()?.contains(&open.person.id),
        })
    })
}

/// Changes what is set. Where names are to be kept no longer, every one is erased for good.
pub(crate) fn privacy_save(
    session: &mut Session,
    request: PrivacySettings,
) -> Result<Privacy, Error> {
    let most = PrivacySettings::MOST_MONTHS;
    if request
        .retention_months
        .is_some_and(|months| !(1..=most).contains(&months))
    {
        return Err(Error::new("retention-months").with("most", most));
    }
    let mut writer = session.writer(KEEPERS)?;
    let store = &writer.open.store;
    let id = store.read(|read| Ok::<_, Error>(read.workspace().get()?.id))?;
    let key = store.name_key()?;
    let subject = Subject::new("workspace", id);
    let erased = writer.mutate("privacy.save", subject, &request, |tx| {
        tx.workspace_mut().set_retention(request.retention_months)?;
        names(tx, request.keep_names, key.as_ref())
    })?;
    if erased {
        writer.open.store.flush()?;
    }
    privacy_get(session, Nothing {})
}

/// Begins or stops to keep names; tells whether any were erased.
fn names(tx: &mut Tx<'_>, keep: bool, key: Option<&NameKey>) -> Result<bool, Error> {
    match (tx.reviewer_names().are_kept()?, keep) {
        (false, false) => Ok(false),
        (false, true) => {
            tx.begin_names()?;
            share(tx, None)?;
            Ok(false)
        }
        (true, true) => {
            share(tx, key)?;
            Ok(false)
        }
        (true, false) => {
            let erased = tx.erase_names()?;
            tx.note("namesErased", erased);
            Ok(true)
        }
    }
}

/// Answers with the names of reviewers, and writes down who asked.
pub(crate) fn reviewer_names(
    session: &mut Session,
    request: ReviewerNamesGet,
) -> Result<ReviewerNames, Error> {
    let mut writer = session.writer(KEEPERS)?;
    let store = &writer.open.store;
    let (id, kept) = store.read(|read| {
        let kept = read.reviewer_names().are_kept()?;
        if let Some(system) = request.system {
            read.systems().get(system)?;
        }
        Ok::<_, Error>((read.workspace().get()?.id, kept))
    })?;
    if !kept {
        return Err(Error::new("names-not-kept"));
    }
    let Some(key) = store.name_key()? else {
        return Err(Error::new("names-not-shared"));
    };
    let subject = match request.system {
        Some(system) => Subject::new("system", system),
        None => Subject::new("workspace", id),
    };
    let names = writer.mutate("reviewer.reveal", subject, &json!({}), |tx| {
        let names = key.names(tx, request.system)?;
        tx.note("names", names.len());
        Ok(names)
    })?;
    let name = |(pseudonym, name): (String, zeroize::Zeroizing<String>)| ReviewerName {
        pseudonym,
        name: name.to_string(),
    };
    Ok(ReviewerNames {
        names: names.into_iter().map(name).collect(),
    })
}
