//! The organisation's logo: taken from a file, and taken away.

use crate::contract::{LogoSet, Nothing, Workspace};
use crate::error::Error;
use crate::outside::read_within;
use crate::session::Session;
use assay_domain::history::{Subject, hex};
use assay_domain::person::Role;
use assay_domain::workspace::Logo;
use assay_exchange::logo::{self, MOST_BYTES, MOST_DOTS, Refusal};
use sha2::{Digest, Sha256};

/// Makes the picture in a file the organisation's logo.
pub(crate) fn logo_set(session: &mut Session, request: LogoSet) -> Result<Workspace, Error> {
    let path = request.path;
    session.writer(&[Role::Administrator])?;
    let bytes = read_within(&path, MOST_BYTES)?;
    let bytes = bytes.ok_or_else(|| Error::new("logo-large").with("most", MOST_BYTES))?;
    keep(session, "logo.set", Some(logo::read(&bytes)?))
}

/// Takes the logo away.
pub(crate) fn logo_remove(session: &mut Session, _: Nothing) -> Result<Workspace, Error> {
    keep(session, "logo.remove", None)
}

/// Writes the logo; the history names it by its digest.
fn keep(session: &mut Session, action: &str, logo: Option<Logo>) -> Result<Workspace, Error> {
    let mut writer = session.writer(&[Role::Administrator])?;
    let id = writer
        .open
        .store
        .read(|read| Ok::<_, Error>(read.workspace().get()?.id))?;
    let sha256 = logo
        .as_ref()
        .map(|Logo(picture)| hex(&Sha256::digest(picture)));
    let payload = serde_json::json!({ "logoSha256": sha256 });
    writer.mutate(action, Subject::new("workspace", id), &payload, |tx| {
        tx.workspace_mut().set_logo(logo.as_ref())?;
        Ok(tx.workspace().get()?)
    })
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Kind => Self::new("logo-kind"),
            Refusal::Dots { width, height } => Self::new("logo-dots")
                .with("width", width)
                .with("height", height)
                .with("most", MOST_DOTS),
            Refusal::Damaged(_) => Self::new("logo-damaged"),
            Refusal::Part(part) => Self::new("logo-part").with("part", part),
            Refusal::Reference(target) => Self::new("logo-reference").with("target", target),
            Refusal::Blank => Self::new("logo-blank"),
        }
    }
}
