//! Findings: what an audit found, a sign in the decision records among them.

mod ledger;
mod list;
mod step;

pub(crate) use ledger::{finding_ledger_check, finding_ledger_take, finding_ledger_write};
pub(crate) use list::{finding_get, finding_list, ledger_findings, looked_after};
pub(crate) use step::finding_move;

use crate::contract::{
    Audit, AuditState, Finding, FindingAdd, FindingDetail, FindingEvidenceAdd, FindingFacts,
    FindingGet, FindingSave, FindingState, Severity, SeverityProposal, SeverityPropose,
};
use crate::error::Error;
use crate::evidence;
use crate::session::{Session, Writer};
use assay_domain::decision::LONG_TEXT;
use assay_domain::finding::proposed;
use assay_domain::framework::Framework;
use assay_domain::history::Subject;
use assay_domain::id::{AuditId, ClauseId, EvidenceId, FindingId, QuestionId, RiskId};
use assay_domain::person::Role;
use assay_domain::time::Period;
use assay_store::Read;

/// Who may record findings.
const WRITERS: &[Role] = &[
    Role::Assessor,
    Role::Reviewer,
    Role::Approver,
    Role::Operator,
];

/// Adds a finding to an audit: to the one that is named, or to the running one of the AI system;
/// where none is running, one begins.
pub(crate) fn finding_add(session: &mut Session, request: FindingAdd) -> Result<Finding, Error> {
    let period = Period::new(request.from, request.to).ok_or_else(|| {
        Error::new("stats-range")
            .with("from", request.from)
            .with("to", request.to)
    })?;
    let today = session.today()?;
    let begun = AuditId::new(session.new_id());
    let mut writer = session.writer(WRITERS)?;
    let running = writer.open.store.read(|read| audit_of(read, &request))?;
    let fresh = Audit {
        state: AuditState::Running,
        begun: Some(writer.act.clone()),
        ..Audit::planned(begun, request.system, period, today)
    };
    let audit = running.as_ref().map_or(begun, |audit| audit.id);
    let finding = made(&writer, audit, request)?;
    writer.mutate(
        "finding.add",
        Subject::new("finding", finding.id),
        &finding.clone(),
        |tx| {
            if running.is_none() {
                tx.audits_mut().put(&fresh)?;
                tx.note("audit", serde_json::to_value(&fresh)?);
            }
            Ok(tx.findings_mut().add(&finding)?)
        },
    )?;
    Ok(finding)
}

/// Returns the audit that a finding belongs to, or nothing where one has to begin.
fn audit_of(read: &Read<'_>, request: &FindingAdd) -> Result<Option<Audit>, Error> {
    read.systems().get(request.system)?;
    let Some(named) = request.audit else {
        let audits = read.audits().of_system(request.system)?;
        let running = |audit: &Audit| audit.state == AuditState::Running;
        return Ok(audits.into_iter().find(running));
    };
    let audit = read.audits().get(named)?;
    if audit.system != request.system {
        return Err(Error::new("finding-audit-other"));
    }
    if audit.state == AuditState::Closed {
        return Err(Error::new("finding-audit-closed"));
    }
    Ok(Some(audit))
}

/// Makes a finding of what was asked, with the severity that the table proposes.
fn made(writer: &Writer<'_>, audit: AuditId, request: FindingAdd) -> Result<Finding, Error> {
    let framework = &writer.framework;
    let asked = request
        .question
        .as_ref()
        .and_then(|id| framework.question(id));
    let proposed = asked
        .zip(request.failing)
        .and_then(|(question, failing)| proposed(severities(framework), question, failing));
    let severity = request.severity.or(proposed);
    let facts = FindingFacts {
        title: request.title,
        severity: severity.ok_or_else(|| Error::new("finding-severity-missing"))?,
        severity_reason: request.severity_reason,
        clause: request
            .clause
            .or_else(|| asked.map(|question| question.clause.clone())),
        risks: request.risks,
        cause: request.cause,
        effect: request.effect,
        evidence: request.evidence,
    };
    Ok(Finding {
        id: FindingId::new(writer.new_id),
        audit,
        system: request.system,
        question: request.question,
        signal: request.signal,
        facts: checked(framework, facts, proposed)?,
        proposed,
        state: FindingState::Open,
        accepted_until: None,
        recorded: writer.act.clone(),
        revision: 1,
    })
}

fn severities(framework: &Framework) -> &[assay_domain::framework::SeverityRule] {
    &framework.programme().finding_severity
}

/// Checks what is said about a finding, and trims it.
fn checked(
    framework: &Framework,
    facts: FindingFacts,
    proposed: Option<Severity>,
) -> Result<FindingFacts, Error> {
    let trimmed = |text: String| text.trim().to_owned();
    let mut facts = FindingFacts {
        title: trimmed(facts.title),
        severity_reason: trimmed(facts.severity_reason),
        cause: trimmed(facts.cause),
        effect: trimmed(facts.effect),
        ..facts
    };
    if facts.title.is_empty() {
        return Err(Error::new("title-empty"));
    }
    let texts = [
        &facts.title,
        &facts.severity_reason,
        &facts.cause,
        &facts.effect,
    ];
    if texts.iter().any(|text| text.chars().count() > LONG_TEXT) {
        return Err(Error::new("text-too-long").with("length", LONG_TEXT));
    }
    let changed = proposed.is_some_and(|proposed| proposed != facts.severity);
    if changed && facts.severity_reason.is_empty() {
        return Err(Error::new("finding-severity-reason"));
    }
    if !changed {
        facts.severity_reason.clear();
    }
    check_framework(framework, facts.clause.as_ref(), &facts.risks)?;
    Ok(facts)
}

fn check_framework(
    framework: &Framework,
    clause: Option<&ClauseId>,
    risks: &[RiskId],
) -> Result<(), Error> {
    let known = |id: &&ClauseId| framework.clauses().any(|(known, _)| known == **id);
    if let Some(clause) = clause.filter(|id| !known(id)) {
        return Err(Error::new("finding-clause").with("clause", clause));
    }
    match risks.iter().find(|risk| framework.risk(risk).is_none()) {
        Some(risk) => Err(Error::new("finding-risk").with("risk", risk)),
        None => Ok(()),
    }
}

/// Changes what is said about a finding.
pub(crate) fn finding_save(
    session: &mut Session,
    request: FindingSave,
) -> Result<FindingDetail, Error> {
    let id = request.id;
    let mut writer = session.writer(WRITERS)?;
    let known = writer.open.store.read(|read| {
        let finding = read.findings().get(id)?;
        Ok::<_, Error>(finding.proposed)
    })?;
    let facts = checked(&writer.framework, request.facts, known)?;
    writer.mutate("finding.save", Subject::new("finding", id), &facts, |tx| {
        Ok(tx.findings_mut().save(id, &facts, request.revision)?)
    })?;
    finding_get(session, FindingGet { id })
}

/// Adds a piece of evidence and attaches it.
pub(crate) fn finding_evidence_add(
    session: &mut Session,
    request: FindingEvidenceAdd,
) -> Result<FindingDetail, Error> {
    let id = request.id;
    let sealed = evidence::seal(session, &request.piece, WRITERS)?;
    let piece = EvidenceId::new(session.new_id());
    let mut writer = session.writer(WRITERS)?;
    let act = writer.act.clone();
    let payload = serde_json::json!({ "piece": sealed.said()? });
    let subject = Subject::new("finding", id);
    writer.mutate("finding.evidence", subject, &payload, |tx| {
        let mut facts = tx.findings().get(id)?.facts;
        facts.evidence.push(piece);
        sealed.add(tx, piece, &act)?;
        Ok(tx.findings_mut().save(id, &facts, request.revision)?)
    })?;
    finding_get(session, FindingGet { id })
}

/// Answers with the severity that the method's table proposes.
pub(crate) fn severity_propose(
    session: &mut Session,
    request: SeverityPropose,
) -> Result<SeverityProposal, Error> {
    let framework = &session.framework;
    let question = known_question(framework, &request.question)?;
    Ok(SeverityProposal {
        severity: proposed(severities(framework), question, request.failing),
    })
}

fn known_question<'a>(
    framework: &'a Framework,
    id: &QuestionId,
) -> Result<&'a assay_domain::framework::Question, Error> {
    framework
        .question(id)
        .ok_or_else(|| Error::new("not-found").with("noun", "question"))
}
