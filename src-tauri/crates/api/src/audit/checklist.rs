//! Where an audit starts: its scope, and what it takes over from the last one.

use super::{AUDITORS, Today, check_period, detail, offered, step_refused};
use crate::contract::{
    Audit, AuditDetail, AuditItem, AuditProposal, AuditPropose, AuditScope, AuditStart, AuditState,
    CheckKind, Dimension, DimensionQuestions, QuestionPack, Reopened,
};
use crate::error::Error;
use crate::programme::Calendar;
use crate::session::Session;
use assay_domain::audit::{AskedQuestion, AuditStep, carry};
use assay_domain::framework::Framework;
use assay_domain::history::Subject;
use assay_domain::id::{AuditId, QuestionId, SystemId};
use assay_domain::time::{Date, Period};
use assay_store::{Read, Tx};
use chrono::Months;
use std::collections::BTreeMap;

/// The last closed audit of a system with what stands behind its results today.
struct Last {
    audit: Audit,
    items: BTreeMap<QuestionId, AuditItem>,
    today: Today,
}

impl Last {
    fn read(
        read: &Read<'_>,
        framework: &Framework,
        system: SystemId,
    ) -> Result<Option<Self>, Error> {
        let Some(audit) = read.audits().closed_of(system)?.into_iter().next() else {
            return Ok(None);
        };
        let items = read.audit_items().of(audit.id)?.into_iter();
        Ok(Some(Self {
            items: items.map(|item| (item.question.clone(), item)).collect(),
            today: Today::read(read, framework, &audit)?,
            audit,
        }))
    }

    /// Puts a question on the next checklist: with its result where that still holds, else open.
    fn next(&self, fresh: AuditItem, most: u8, wanted: bool) -> AuditItem {
        let Some(before) = self.items.get(&fresh.question) else {
            return fresh;
        };
        let present = self.today.of(before, Some(&fresh.digest));
        match carry(before, &present, most) {
            Ok(carried) if wanted => AuditItem {
                result: before.result,
                observation: before.observation.clone(),
                evidence: before.evidence.clone(),
                version: before.version.clone(),
                standing: before.standing,
                judged: before.judged.clone(),
                carried: Some(carried),
                ..fresh
            },
            Ok(_) => AuditItem {
                reopened: Some(Reopened::NotCarried),
                ..fresh
            },
            Err(why) => AuditItem {
                reopened: Some(why),
                ..fresh
            },
        }
    }
}

/// Makes the checklist of an audit.
fn checklist(
    audit: AuditId,
    asked: &[AskedQuestion],
    last: Option<&Last>,
    most: u8,
    carry: bool,
) -> Vec<AuditItem> {
    let fresh = (1..)
        .zip(asked)
        .map(|(position, asked)| AuditItem::open(audit, position, asked));
    fresh
        .map(|item| match last {
            Some(last) => last.next(item, most, carry),
            None => item,
        })
        .collect()
}

/// Answers with what the next audit of an AI system would look like.
pub(crate) fn audit_propose(
    session: &mut Session,
    request: AuditPropose,
) -> Result<AuditProposal, Error> {
    let today = session.today()?;
    let framework = session.framework.clone();
    let most = framework.programme().conforming_item_carried;
    session.opened()?.store.read(|read| {
        let system = read.systems().get(request.system)?;
        let packs: Vec<QuestionPack> = offered(&read.question_packs().list()?).cloned().collect();
        let last = Last::read(read, &framework, system.id)?;
        let waiting = read.audits().open(Some(system.id))?.into_iter().next();
        let everything = AuditScope {
            packs: packs.iter().map(|pack| pack.id.clone()).collect(),
            ..AuditScope::whole()
        };
        let asked = everything.asked(&framework, &packs);
        let items = checklist(
            AuditId::new(system.id.uuid()),
            &asked,
            last.as_ref(),
            most,
            true,
        );
        let carried = items.into_iter().filter(|item| item.carried.is_some());
        let last = last.map(|last| last.audit);
        let (due, _) = Calendar::read(read, today)?.due_and_missed();
        let due = due
            .iter()
            .find(|check| check.system == system.id && check.kind == CheckKind::SystemAudit);
        Ok(AuditProposal {
            system_name: system.facts.name,
            period: period(last.as_ref(), today)?,
            due: due.map_or(today, |check| check.occurrence.due),
            scope: scope(last.as_ref(), &packs),
            carried: carried.map(|item| item.question).collect(),
            waiting,
            last,
            most_carried: most,
            dimensions: dimensions(&framework),
            packs,
        })
    })
}

/// Returns the scope of the last audit without packs that are gone; all of clause b for the first.
fn scope(last: Option<&Audit>, packs: &[QuestionPack]) -> AuditScope {
    let Some(last) = last else {
        return AuditScope::whole();
    };
    let mut scope = last.scope.clone();
    scope
        .packs
        .retain(|id| packs.iter().any(|pack| pack.id == *id));
    scope
}

fn dimensions(framework: &Framework) -> Vec<DimensionQuestions> {
    let asked = AuditScope::whole().asked(framework, &[]);
    let of = |dimension: &Dimension| DimensionQuestions {
        dimension: *dimension,
        questions: asked
            .iter()
            .filter(|asked| asked.dimension == *dimension)
            .cloned()
            .collect(),
    };
    Dimension::ALL.iter().map(of).collect()
}

/// Returns the stretch from the day after the last audit's period to today, or the year up to today.
fn period(last: Option<&Audit>, today: Date) -> Result<Period, Error> {
    let after_last = last.and_then(|last| last.period.to.succ_opt());
    let year_back = today.checked_sub_months(Months::new(12));
    let from = after_last
        .or(year_back)
        .map_or(today, |from| from.min(today));
    check_period(Period { from, to: today })
}

/// Begins an audit: its checklist is made from the scope and the last audit.
pub(crate) fn audit_start(
    session: &mut Session,
    request: AuditStart,
) -> Result<AuditDetail, Error> {
    let period = check_period(request.period.clone())?;
    let mut writer = session.writer(AUDITORS)?;
    let framework = writer.framework.clone();
    let (act, new_id) = (writer.act.clone(), writer.new_id);
    let open = writer
        .open
        .store
        .read(|read| Ok::<_, Error>(read.audits().open(Some(request.system))?))?;
    let fresh = Audit::planned(
        AuditId::new(new_id),
        request.system,
        period.clone(),
        request.due,
    );
    let mut audit = open.into_iter().next().unwrap_or(fresh);
    let subject = Subject::new("audit", audit.id);
    writer.mutate("audit.start", subject, &request.clone(), |tx| {
        let system = tx.systems().get(request.system)?;
        let packs = tx.question_packs().list()?;
        check_scope(&request.scope, &framework, &packs)?;
        ready(tx, &mut audit)?;
        let last = Last::read(tx, &framework, system.id)?;
        audit.period = period;
        audit.due = request.due;
        audit.scope = request.scope.clone();
        audit.version = system.facts.version;
        audit.last = last.as_ref().map(|last| last.audit.id);
        audit.begun = Some(act.clone());
        tx.audits_mut().put(&audit)?;
        let asked = audit.scope.asked(&framework, &packs);
        let most = framework.programme().conforming_item_carried;
        let items = checklist(audit.id, &asked, last.as_ref(), most, request.carry);
        for (item, asked) in items.iter().zip(&asked) {
            tx.audit_items_mut().add(item, asked)?;
        }
        tx.note("questions", items.len());
        tx.note(
            "carried",
            items.iter().filter(|i| i.carried.is_some()).count(),
        );
        detail(tx, &framework, audit.id)
    })
}

/// Moves an audit on to running. One that a finding began has no checklist yet and may get one.
fn ready(tx: &Tx<'_>, audit: &mut Audit) -> Result<(), Error> {
    let bare = audit.state == AuditState::Running && tx.audit_items().of(audit.id)?.is_empty();
    if !bare {
        let next = audit.state.after(AuditStep::Start);
        audit.state = next.ok_or_else(|| step_refused(audit.state))?;
    }
    Ok(())
}

/// Refuses a scope that asks nothing, or something that is not there.
fn check_scope(
    scope: &AuditScope,
    framework: &Framework,
    packs: &[QuestionPack],
) -> Result<(), Error> {
    for id in &scope.packs {
        if !offered(packs).any(|pack| pack.id == *id) {
            return Err(Error::new("audit-pack-unknown").with("pack", id));
        }
    }
    let asked = scope.asked(framework, packs);
    for id in &scope.questions {
        if !asked.iter().any(|asked| asked.id == *id) {
            return Err(Error::new("audit-question-unknown").with("question", id));
        }
    }
    match asked.is_empty() {
        true => Err(Error::new("audit-scope-empty")),
        false => Ok(()),
    }
}
