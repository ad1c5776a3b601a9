//! Recording results: each save names the revision that was looked at.

use super::{AUDITORS, Today, step_refused};
use crate::contract::{
    AuditEvidenceAdd, AuditEvidenceDetach, AuditItem, AuditItemSaved, AuditItemView, AuditRecord,
    AuditState, ItemResult,
};
use crate::error::Error;
use crate::evidence::{release, seal};
use crate::session::Session;
use assay_domain::audit::tally;
use assay_domain::decision::LONG_TEXT;
use assay_domain::evidence::{Standing, best_standing};
use assay_domain::framework::Framework;
use assay_domain::history::Subject;
use assay_domain::id::{AuditId, EvidenceId, QuestionId};
use assay_domain::person::Act;
use assay_store::Tx;
use serde::Serialize;
use serde_json::json;

/// Records the result of one question.
pub(crate) fn audit_record(
    session: &mut Session,
    request: AuditRecord,
) -> Result<AuditItemSaved, Error> {
    let (reason, observation) = (request.reason.trim(), request.observation.trim());
    for text in [reason, observation] {
        if text.chars().count() > LONG_TEXT {
            return Err(Error::new("text-too-long").with("length", LONG_TEXT));
        }
    }
    let inapplicable = request.result == Some(ItemResult::NotApplicable);
    if inapplicable && reason.is_empty() {
        return Err(Error::new("audit-reason"));
    }
    let (audit, question) = (request.audit, &request.question);
    save(
        session,
        "audit.record",
        (audit, question),
        &request,
        |_, item, now| {
            item.revision = request.revision;
            item.result = request.result;
            item.reason = match inapplicable {
                true => reason.to_owned(),
                false => String::new(),
            };
            item.observation = observation.to_owned();
            item.judged = request.result.map(|_| now.act.clone());
            item.version = match request.result {
                Some(_) => now.version.clone(),
                None => String::new(),
            };
            // Whatever is recorded was looked at today, so it is carried no longer.
            item.carried = None;
            Ok(())
        },
    )
}

/// Attaches a piece of evidence to a question.
pub(crate) fn audit_evidence_add(
    session: &mut Session,
    request: AuditEvidenceAdd,
) -> Result<AuditItemSaved, Error> {
    let sealed = seal(session, &request.piece, AUDITORS)?;
    let id = EvidenceId::new(session.new_id());
    let payload = json!({
        "audit": request.audit,
        "question": request.question,
        "evidence": id,
        "piece": sealed.said()?,
    });
    let target = (request.audit, &request.question);
    save(
        session,
        "audit.evidence.add",
        target,
        &payload,
        |tx, item, now| {
            sealed.add(tx, id, &now.act)?;
            item.evidence.push(id);
            Ok(())
        },
    )
}

/// Takes a piece of evidence off a question; it goes for good when nothing else uses it.
pub(crate) fn audit_evidence_detach(
    session: &mut Session,
    request: AuditEvidenceDetach,
) -> Result<AuditItemSaved, Error> {
    let target = (request.audit, &request.question);
    let id = request.id;
    save(
        session,
        "audit.evidence.detach",
        target,
        &request,
        |_, item, _| {
            item.evidence.retain(|piece| *piece != id);
            Ok(())
        },
    )
}

/// Who changes an item, and what version of the AI system it is about.
struct Now {
    act: Act,
    version: String,
}

/// Changes one item of a running audit, and answers with what the screen must show anew.
fn save(
    session: &mut Session,
    action: &str,
    (id, question): (AuditId, &QuestionId),
    payload: &impl Serialize,
    change: impl FnOnce(&mut Tx<'_>, &mut AuditItem, &Now) -> Result<(), Error>,
) -> Result<AuditItemSaved, Error> {
    let mut writer = session.writer(AUDITORS)?;
    let act = writer.act.clone();
    let framework = writer.framework.clone();
    writer.mutate(action, Subject::new("audit", id), payload, |tx| {
        let audit = tx.audits().get(id)?;
        if audit.state != AuditState::Running {
            return Err(step_refused(audit.state));
        }
        let version = tx.systems().get(audit.system)?.facts.version;
        let mut item = tx.audit_items().get(id, question)?;
        let before = item.evidence.clone();
        change(tx, &mut item, &Now { act, version })?;
        // A carried result keeps the standing that it was judged by, so that a change is seen.
        if item.carried.is_none() {
            item.standing = standing(tx, &item)?;
        }
        item.revision = tx.audit_items_mut().save(&item)?;
        drop_unused(tx, &before, &item)?;
        let revision = tx.audits_mut().touch(id, None)?;
        answer(tx, &framework, item, revision)
    })
}

fn standing(tx: &Tx<'_>, item: &AuditItem) -> Result<Standing, Error> {
    let pieces = item.evidence.iter().map(|id| tx.evidence().get(*id));
    let pieces = pieces.collect::<Result<Vec<_>, _>>()?;
    Ok(best_standing(&pieces))
}

fn drop_unused(tx: &Tx<'_>, before: &[EvidenceId], item: &AuditItem) -> Result<(), Error> {
    for piece in before.iter().filter(|piece| !item.evidence.contains(piece)) {
        release(tx, *piece)?;
    }
    Ok(())
}

fn answer(
    tx: &Tx<'_>,
    framework: &Framework,
    item: AuditItem,
    revision: u32,
) -> Result<AuditItemSaved, Error> {
    let audit = tx.audits().get(item.audit)?;
    let today = Today::read(tx, framework, &audit)?;
    let asked = tx.audit_items().asked(audit.id)?.remove(&item.question);
    let asked = asked.ok_or_else(|| Error::new("not-found").with("noun", "question"))?;
    let evidence = item.evidence.iter().filter_map(|id| today.evidence.get(id));
    Ok(AuditItemSaved {
        evidence: evidence.cloned().collect(),
        view: AuditItemView {
            marks: today.marks(&item),
            asked,
            item,
        },
        revision,
        tally: tally(&tx.audit_items().of(audit.id)?),
    })
}
