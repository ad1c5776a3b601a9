//! Evidence of how a drill went: a protocol, a photograph, a print of the log.

use super::{RECORDERS, detail};
use crate::contract::{DrillDetail, DrillEvidenceAdd, DrillEvidenceDetach};
use crate::error::Error;
use crate::evidence::{release, seal};
use crate::session::Session;
use assay_domain::history::Subject;
use assay_domain::id::{DrillId, EvidenceId};
use assay_store::Tx;
use serde_json::json;

/// Adds a piece of evidence and attaches it to a drill.
pub(crate) fn drill_evidence_add(
    session: &mut Session,
    request: DrillEvidenceAdd,
) -> Result<DrillDetail, Error> {
    let (now, id) = (session.reading(), request.id);
    let sealed = seal(session, &request.piece, RECORDERS)?;
    let mut writer = session.writer(RECORDERS)?;
    let (framework, act) = (writer.framework.clone(), writer.act.clone());
    let piece = EvidenceId::new(writer.new_id);
    let payload = json!({ "evidence": piece, "piece": sealed.said()? });
    let subject = Subject::new("drill", id);
    writer.mutate("drill.evidence.add", subject, &payload, |tx| {
        sealed.add(tx, piece, &act)?;
        attach(tx, id, |pieces| pieces.push(piece))?;
        detail(tx, &framework, id, &now)
    })
}

/// Takes a piece of evidence off a drill; it goes for good when nothing else uses it.
pub(crate) fn drill_evidence_detach(
    session: &mut Session,
    request: DrillEvidenceDetach,
) -> Result<DrillDetail, Error> {
    let (now, id, piece) = (session.reading(), request.id, request.piece);
    let mut writer = session.writer(RECORDERS)?;
    let framework = writer.framework.clone();
    let subject = Subject::new("drill", id);
    writer.mutate("drill.evidence.detach", subject, &request, |tx| {
        attach(tx, id, |pieces| pieces.retain(|known| *known != piece))?;
        release(tx, piece)?;
        detail(tx, &framework, id, &now)
    })
}

/// Changes the list of a drill's pieces.
fn attach(tx: &Tx<'_>, id: DrillId, alter: impl FnOnce(&mut Vec<EvidenceId>)) -> Result<(), Error> {
    tx.drills().get(id)?;
    let known = tx.drills().evidence(id)?;
    let mut pieces = known.iter().map(|piece| piece.id).collect();
    alter(&mut pieces);
    Ok(tx.drills_mut().attach(id, &pieces)?)
}
