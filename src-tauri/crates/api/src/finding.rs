//! Findings: what an audit found, a sign in the decision records among them.

use crate::contract::{
    Audit, AuditState, Finding, FindingAdd, FindingList, FindingRow, FindingRows, FindingState,
};
use crate::error::Error;
use crate::session::Session;
use assay_domain::decision::LONG_TEXT;
use assay_domain::history::Subject;
use assay_domain::id::{AuditId, FindingId};
use assay_domain::person::Role;
use assay_domain::time::Period;

/// Who may record findings.
const WRITERS: &[Role] = &[
    Role::Assessor,
    Role::Reviewer,
    Role::Approver,
    Role::Operator,
];

/// Answers with findings, newest first.
pub(crate) fn finding_list(
    session: &mut Session,
    request: FindingList,
) -> Result<FindingRows, Error> {
    session.opened()?.store.read(|read| {
        let mut findings = Vec::new();
        for system in read.systems().list()? {
            if request.system.is_some_and(|wanted| wanted != system.id) {
                continue;
            }
            for audit in read.audits().of_system(system.id)? {
                let rows = read.findings().of(audit.id)?.into_iter();
                findings.extend(rows.map(|finding| FindingRow {
                    finding,
                    audit: audit.clone(),
                    system_name: system.facts.name.clone(),
                }));
            }
        }
        findings.sort_by_key(|row| std::cmp::Reverse((row.finding.recorded.at, row.finding.id)));
        Ok(FindingRows { findings })
    })
}

/// Adds a finding to the running audit of an AI system; where none is running, one begins.
pub(crate) fn finding_add(session: &mut Session, request: FindingAdd) -> Result<Finding, Error> {
    let title = request.title.trim().to_owned();
    if title.is_empty() {
        return Err(Error::new("title-empty"));
    }
    if title.chars().count() > LONG_TEXT {
        return Err(Error::new("text-too-long").with("length", LONG_TEXT));
    }
    let period = Period::new(request.from, request.to).ok_or_else(|| {
        Error::new("stats-range")
            .with("from", request.from)
            .with("to", request.to)
    })?;
    let today = session.today()?;
    let begun = AuditId::new(session.new_id());
    let mut writer = session.writer(WRITERS)?;
    let running = writer.open.store.read(|read| {
        read.systems().get(request.system)?;
        let audits = read.audits().of_system(request.system)?;
        Ok::<_, Error>(
            audits
                .into_iter()
                .find(|audit| audit.state == AuditState::Running),
        )
    })?;
    let fresh = Audit {
        state: AuditState::Running,
        begun: Some(writer.act.clone()),
        ..Audit::planned(begun, request.system, period, today)
    };
    let finding = Finding {
        id: FindingId::new(writer.new_id),
        audit: running.as_ref().map_or(begun, |audit| audit.id),
        question: request.question,
        signal: request.signal,
        title,
        severity: request.severity,
        state: FindingState::Open,
        evidence: Vec::new(),
        recorded: writer.act.clone(),
    };
    writer.mutate(
        "finding.add",
        Subject::new("finding", finding.id),
        &finding.clone(),
        |tx| {
            if running.is_none() {
                tx.audits_mut().put(&fresh)?;
                tx.note("audit", serde_json::to_value(&fresh)?);
            }
            Ok(tx.findings_mut().put(&finding)?)
        },
    )?;
    Ok(finding)
}
