//! Audits: from the checklist to the closing.

mod checklist;
mod compare;
mod record;

pub(crate) use checklist::{audit_propose, audit_start};
pub(crate) use compare::{audit_compare, audit_trend, earlier};
pub(crate) use record::{audit_evidence_add, audit_evidence_detach, audit_record};

use crate::contract::{
    Audit, AuditClose, AuditDetail, AuditGet, AuditItem, AuditItemView, AuditList, AuditRow,
    AuditRows, AuditSchedule, AuditState, CheckKind, Mark, QuestionPack,
};
use crate::error::Error;
use crate::programme::{Calendar, Performed, performed};
use crate::session::Session;
use assay_domain::audit::{AskedQuestion, AuditScope, AuditStep, Present, conclude, marks, tally};
use assay_domain::decision::LONG_TEXT;
use assay_domain::evidence::{Evidence, best_standing};
use assay_domain::framework::Framework;
use assay_domain::history::Subject;
use assay_domain::id::{AuditId, EvidenceId, QuestionId};
use assay_domain::person::Role;
use assay_domain::time::Period;
use assay_store::Read;
use std::collections::BTreeMap;

/// Who may carry out audits.
pub(crate) const AUDITORS: &[Role] = &[
    Role::Assessor,
    Role::Reviewer,
    Role::Approver,
    Role::Operator,
];

/// How many closed audits a list shows unless it is asked for another number.
const CLOSED: u32 = 50;

/// What stands today behind the results of an AI system's audits.
pub(crate) struct Today {
    asked: BTreeMap<QuestionId, AskedQuestion>,
    version: String,
    evidence: BTreeMap<EvidenceId, Evidence>,
}

impl Today {
    /// Reads the questions that can be asked today, the system's version, and an audit's evidence.
    pub(crate) fn read(
        read: &Read<'_>,
        framework: &Framework,
        audit: &Audit,
    ) -> Result<Self, Error> {
        let packs = read.question_packs().list()?;
        let everything = AuditScope {
            packs: offered(&packs).map(|pack| pack.id.clone()).collect(),
            ..AuditScope::whole()
        };
        let asked = everything.asked(framework, &packs).into_iter();
        let evidence = read.audit_items().evidence(audit.id)?;
        Ok(Self {
            asked: asked.map(|asked| (asked.id.clone(), asked)).collect(),
            version: read.systems().get(audit.system)?.facts.version,
            evidence: evidence
                .into_iter()
                .map(|piece| (piece.id, piece))
                .collect(),
        })
    }

    /// Returns what stands behind a result if the digest of its question's texts is this one.
    fn of<'a>(&'a self, item: &AuditItem, digest: Option<&'a str>) -> Present<'a> {
        Present {
            digest,
            version: &self.version,
            standing: best_standing(item.evidence.iter().filter_map(|id| self.evidence.get(id))),
        }
    }

    fn marks(&self, item: &AuditItem) -> Vec<Mark> {
        let digest = self.asked.get(&item.question).map(AskedQuestion::digest);
        marks(item, &self.of(item, digest.as_deref()))
    }
}

/// Returns the packs that audits may choose.
pub(crate) fn offered(packs: &[QuestionPack]) -> impl Iterator<Item = &QuestionPack> {
    packs.iter().filter(|pack| !pack.withdrawn)
}

/// Reads an audit whole.
pub(crate) fn detail(
    read: &Read<'_>,
    framework: &Framework,
    id: AuditId,
) -> Result<AuditDetail, Error> {
    let mut audit = read.audits().get(id)?;
    let today = Today::read(read, framework, &audit)?;
    let mut asked = read.audit_items().asked(id)?;
    let items = read.audit_items().of(id)?;
    if audit.state != AuditState::Closed {
        audit.tally = tally(&items);
    }
    let views = items.into_iter().filter_map(|item| {
        Some(AuditItemView {
            marks: today.marks(&item),
            asked: asked.remove(&item.question)?,
            item,
        })
    });
    let chosen = |pack: &QuestionPack| audit.scope.packs.contains(&pack.id);
    let packs = read.question_packs().list()?.into_iter().filter(chosen);
    Ok(AuditDetail {
        items: views.collect(),
        packs: packs.collect(),
        system_name: read.systems().get(audit.system)?.facts.name,
        evidence: today.evidence.into_values().collect(),
        audit,
    })
}

/// Answers with one audit whole.
pub(crate) fn audit_get(session: &mut Session, request: AuditGet) -> Result<AuditDetail, Error> {
    let framework = &session.framework;
    session
        .opened()?
        .store
        .read(|read| detail(read, framework, request.id))
}

/// Answers with what is due, open and closed.
pub(crate) fn audit_list(session: &mut Session, request: AuditList) -> Result<AuditRows, Error> {
    let today = session.today()?;
    let limit = match request.limit {
        0 => CLOSED,
        limit => limit.min(500),
    };
    session.opened()?.store.read(|read| {
        let names: BTreeMap<_, _> = read
            .systems()
            .list()?
            .into_iter()
            .map(|system| (system.id, system.facts.name))
            .collect();
        let row = |audit: Audit| AuditRow {
            system_name: names.get(&audit.system).cloned().unwrap_or_default(),
            audit,
        };
        let mut open = read.audits().open(request.system)?;
        for audit in &mut open {
            audit.tally = tally(&read.audit_items().of(audit.id)?);
        }
        let (mut due, _) = Calendar::read(read, today)?.due_and_missed();
        due.retain(|check| {
            let wanted = request.system.is_none_or(|system| system == check.system);
            let begun = open.iter().any(|audit| audit.system == check.system);
            check.kind == CheckKind::SystemAudit && wanted && !begun
        });
        let closed = read.audits().closed(request.system, request.skip, limit)?;
        Ok(AuditRows {
            today,
            due,
            open: open.into_iter().map(row).collect(),
            closed: closed.into_iter().map(row).collect(),
            closed_total: read.audits().count_closed(request.system)?,
        })
    })
}

/// Checks the stretch of time on which an audit looks back.
fn check_period(period: Period) -> Result<Period, Error> {
    Period::new(period.from, period.to).ok_or_else(|| {
        Error::new("stats-range")
            .with("from", period.from)
            .with("to", period.to)
    })
}

/// Plans an audit ahead.
pub(crate) fn audit_schedule(
    session: &mut Session,
    request: AuditSchedule,
) -> Result<Audit, Error> {
    let period = check_period(request.period)?;
    let mut writer = session.writer(AUDITORS)?;
    let id = AuditId::new(writer.new_id);
    let audit = Audit::planned(id, request.system, period, request.due);
    let subject = Subject::new("audit", id);
    writer.mutate("audit.schedule", subject, &audit.clone(), |tx| {
        tx.systems().get(audit.system)?;
        if let Some(open) = tx.audits().open(Some(audit.system))?.first() {
            return Err(Error::new("audit-running").with("due", open.due));
        }
        tx.audits_mut().put(&audit)?;
        Ok(audit)
    })
}

/// Closes an audit for good; it counts as the system audit that was due.
pub(crate) fn audit_close(
    session: &mut Session,
    request: AuditClose,
) -> Result<AuditDetail, Error> {
    if request.conclusion.chars().count() > LONG_TEXT {
        return Err(Error::new("text-too-long").with("length", LONG_TEXT));
    }
    let on = session.today()?;
    let mut writer = session.writer(AUDITORS)?;
    let (act, new_id) = (writer.act.clone(), writer.new_id);
    let framework = writer.framework.clone();
    let subject = Subject::new("audit", request.audit);
    writer.mutate("audit.close", subject, &request.clone(), |tx| {
        let mut audit = tx.audits().get(request.audit)?;
        let closed = audit.state.after(AuditStep::Close);
        audit.state = closed.ok_or_else(|| step_refused(audit.state))?;
        let today = Today::read(tx, &framework, &audit)?;
        let items = tx.audit_items().of(audit.id)?;
        let marks: Vec<Vec<Mark>> = items.iter().map(|item| today.marks(item)).collect();
        let result = conclude(items.iter().zip(marks.iter().map(Vec::as_slice)))?;
        audit.tally = tally(&items);
        audit.conclusion = request.conclusion.trim().to_owned();
        audit.closed = Some(act.clone());
        audit.revision = request.revision;
        tx.audits_mut().save(&audit)?;
        tx.note("tally", serde_json::to_value(&audit.tally)?);
        let check = Performed {
            system: audit.system,
            kind: CheckKind::SystemAudit,
            on,
            result,
            record: format!("audit/{}", audit.id),
        };
        performed(tx, new_id, &act, check)?;
        detail(tx, &framework, audit.id)
    })
}

/// Says that an audit can't take a step from where it stands.
fn step_refused(state: AuditState) -> Error {
    match state {
        AuditState::Planned => Error::new("audit-not-begun"),
        AuditState::Running => Error::new("audit-begun"),
        AuditState::Closed => Error::new("audit-closed"),
    }
}
