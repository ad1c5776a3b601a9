//! What of decision records points at persons: how long their texts are kept.

use crate::contract::{Nothing, Privacy, PrivacySettings};
use crate::error::Error;
use crate::session::Session;
use assay_domain::history::Subject;
use assay_domain::person::Role;

/// Who decides about it.
pub(crate) const KEEPERS: &[Role] = &[Role::Administrator];

/// Answers with what is set.
pub(crate) fn privacy_get(session: &mut Session, _: Nothing) -> Result<Privacy, Error> {
    let retention = session
        .opened()?
        .store
        .read(|read| Ok::<_, Error>(read.workspace().retention()?))?;
    Ok(Privacy {
        settings: PrivacySettings {
            keep_names: false,
            retention_months: retention,
        },
    })
}

/// Changes what is set.
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
    let id = writer
        .open
        .store
        .read(|read| Ok::<_, Error>(read.workspace().get()?.id))?;
    let subject = Subject::new("workspace", id);
    writer.mutate("privacy.save", subject, &request, |tx| {
        Ok(tx.workspace_mut().set_retention(request.retention_months)?)
    })?;
    privacy_get(session, Nothing {})
}
