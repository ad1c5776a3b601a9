//! Decision records: adding, correcting, reading one; their log stands in [`log`].

mod entry;
pub(crate) mod log;

use crate::contract::{
    Decision, DecisionAdd, DecisionCorrect, DecisionDetail, DecisionEvidenceAdd, DecisionFacts,
    DecisionGet, DecisionStep,
};
use crate::error::Error;
use crate::evidence;
use crate::reason;
use crate::session::{Session, Writer};
use assay_domain::decision::{change, is_entered_late};
use assay_domain::history::Subject;
use assay_domain::id::{DecisionId, EvidenceId, PersonId};
use assay_domain::person::Role;
use assay_domain::time::Timestamp;
use assay_store::{Read, Store, Tx};
use entry::facts;
pub(crate) use entry::stated;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Who may record decisions, reasons and volumes.
pub(crate) const RECORDERS: &[Role] = &[Role::Operator, Role::Assessor];

/// Records a decision.
pub(crate) fn decision_add(session: &mut Session, request: DecisionAdd) -> Result<Decision, Error> {
    let mut writer = session.writer(RECORDERS)?;
    let (facts, name) = facts(&writer, request.entry)?;
    let entered_late = is_entered_late(facts.decided_at.at(), writer.act.at);
    let decision = new(&writer, facts, None, entered_late);
    record(&mut writer, "decision.add", decision, &name)
}

/// Corrects a record by another one that supersedes it.
pub(crate) fn decision_correct(
    session: &mut Session,
    request: DecisionCorrect,
) -> Result<Decision, Error> {
    let mut writer = session.writer(RECORDERS)?;
    let (facts, name) = facts(&writer, request.entry)?;
    let (newest, first) = newest(&writer.open.store, request.id)?;
    if newest.facts == facts {
        return Err(Error::new("decision-unchanged"));
    }
    // Whether a decision was entered late follows from its first record: a correction is always later.
    let entered_late = is_entered_late(facts.decided_at.at(), first);
    let decision = new(&writer, facts, Some(request.id), entered_late);
    record(&mut writer, "decision.correct", decision, &name)
}

/// Attaches a piece of evidence by a record that supersedes the one it supports, as any other change.
pub(crate) fn decision_evidence_add(
    session: &mut Session,
    request: DecisionEvidenceAdd,
) -> Result<Decision, Error> {
    let (newest, _) = newest(&session.opened()?.store, request.id)?;
    let sealed = evidence::seal(session, &request.piece, RECORDERS)?;
    let piece = EvidenceId::new(session.new_id());
    let mut writer = session.writer(RECORDERS)?;
    let mut facts = newest.facts;
    facts.evidence.push(piece);
    let decision = new(&writer, facts, Some(request.id), newest.entered_late);
    let mut payload = payload(&decision)?;
    payload["piece"] = sealed.said()?;
    let act = writer.act.clone();
    let subject = Subject::new("decision", decision.id);
    writer.mutate("decision.evidence", subject, &payload, |tx| {
        sealed.add(tx, piece, &act)?;
        seal(tx, &decision.facts)?;
        Ok(tx.decisions_mut().add(&decision)?)
    })?;
    Ok(decision)
}

/// Returns a record that nothing supersedes yet and whose texts still stand, and when its chain began.
fn newest(store: &Store, id: DecisionId) -> Result<(Decision, Timestamp), Error> {
    let mut chain = store.read(|read| Ok::<_, Error>(read.decisions().chain(id)?))?;
    let first = chain.first().map(|first| first.recorded.at);
    let (Some(newest), Some(first)) = (chain.pop(), first) else {
        return Err(Error::new("not-found").with("noun", "decision"));
    };
    if newest.id != id {
        return Err(Error::new("decision-superseded").with("current", newest.id));
    }
    if newest.thinned_at.is_some() {
        return Err(Error::new("decision-thinned"));
    }
    Ok((newest, first))
}

/// Makes a record of facts.
pub(crate) fn new(
    writer: &Writer<'_>,
    facts: DecisionFacts,
    supersedes: Option<DecisionId>,
    entered_late: bool,
) -> Decision {
    Decision {
        id: DecisionId::new(writer.new_id),
        facts,
        supersedes,
        entered_late,
        thinned_at: None,
        recorded: writer.act.clone(),
    }
}

/// Writes a record and its history entry, both or neither; the reviewer's name is kept where names are.
pub(crate) fn record(
    writer: &mut Writer<'_>,
    action: &str,
    decision: Decision,
    name: &str,
) -> Result<Decision, Error> {
    let subject = Subject::new("decision", decision.id);
    let payload = payload(&decision)?;
    writer.mutate(action, subject, &payload, |tx| {
        seal(tx, &decision.facts)?;
        tx.decisions_mut().add(&decision)?;
        if !name.is_empty() {
            tx.keep_name(&decision.facts.reviewer, name)?;
        }
        Ok(())
    })?;
    Ok(decision)
}

/// Texts that may say something about a person: they stand in the history as digests, so that they
/// can be thinned later and the chain still verifies.
fn sealed(facts: &DecisionFacts) -> [(&'static str, &str); 7] {
    let initial = facts.human_initial.as_deref().unwrap_or_default();
    let outcome = facts.outcome.as_deref().unwrap_or_default();
    [
        ("caseKey", &*facts.case_key),
        ("aiOutput", &facts.ai_output),
        ("humanInitial", initial),
        ("humanFinal", &facts.human_final),
        ("reasonText", &facts.reason_text),
        ("outcome", outcome),
        ("reviewer", &facts.reviewer),
    ]
}

fn seal(tx: &mut Tx<'_>, facts: &DecisionFacts) -> Result<(), Error> {
    for (field, text) in sealed(facts) {
        if !text.is_empty() {
            tx.note_erasable(field, text)?;
        }
    }
    Ok(())
}

/// Returns what the history entry says in the open: everything but the sealed texts.
fn payload(decision: &Decision) -> Result<Value, Error> {
    let mut payload = serde_json::to_value(&decision.facts)?;
    if let Some(fields) = payload.as_object_mut() {
        for (field, _) in sealed(&decision.facts) {
            fields.remove(field);
        }
        fields.insert("supersedes".to_owned(), json!(decision.supersedes));
        fields.insert("enteredLate".to_owned(), json!(decision.entered_late));
    }
    Ok(payload)
}

/// Answers with one record, its chain and its evidence.
pub(crate) fn decision_get(
    session: &mut Session,
    request: DecisionGet,
) -> Result<DecisionDetail, Error> {
    let framework = &session.framework;
    session.opened()?.store.read(|read| {
        let decision = read.decisions().get(request.id)?;
        let chain = read.decisions().chain(request.id)?;
        let reasons = reason::of_system(read, framework, decision.facts.system)?;
        let evidence = decision.facts.evidence.iter();
        Ok(DecisionDetail {
            system_name: read.systems().get(decision.facts.system)?.facts.name,
            reason: reasons
                .into_iter()
                .find(|reason| Some(&reason.id) == decision.facts.reason_code.as_ref()),
            current: chain.last().map_or(decision.id, |last| last.id),
            chain: steps(read, chain)?,
            evidence: evidence
                .map(|piece| Ok(read.evidence().get(*piece)?))
                .collect::<Result<_, Error>>()?,
            decision,
        })
    })
}

fn steps(read: &Read<'_>, chain: Vec<Decision>) -> Result<Vec<DecisionStep>, Error> {
    let names: BTreeMap<PersonId, String> = read
        .persons()
        .list()?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    let mut before: Option<DecisionFacts> = None;
    let steps = chain.into_iter().map(|decision| {
        let step = change(before.as_ref(), &decision.facts);
        before = Some(decision.facts.clone());
        DecisionStep {
            person: names
                .get(&decision.recorded.by)
                .cloned()
                .unwrap_or_default(),
            change: step,
            decision,
        }
    });
    Ok(steps.collect())
}
