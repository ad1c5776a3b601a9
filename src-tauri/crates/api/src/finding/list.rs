//! Findings to look at: a page of the list, and one with everything around it.

use crate::action::action_row;
use crate::contract::{
    Escalation, FindingCount, FindingDetail, FindingGet, FindingList, FindingRow, FindingRows,
    FindingState, FindingStep,
};
use crate::error::Error;
use crate::session::Session;
use assay_domain::action::ActionState;
use assay_domain::facts::ledger::LedgerFinding;
use assay_domain::finding::{alone, earlier, escalation, remedied_by};
use assay_domain::framework::Framework;
use assay_domain::id::{FindingId, SystemId};
use assay_domain::time::Date;
use assay_store::Read;
use assay_store::table::finding::{ActionOutline, Outline};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Answers with findings, newest first.
pub(crate) fn finding_list(
    session: &mut Session,
    request: FindingList,
) -> Result<FindingRows, Error> {
    let today = session.today()?;
    let days = session.framework.programme().escalation_days;
    session.opened()?.store.read(|read| {
        let around = Around::read(read, request.system, today, days)?;
        let late = |outline: &&Outline| around.escalation(outline).is_some();
        let fits = |outline: &&Outline| {
            let state = around.state(outline);
            (request.states.is_empty() || request.states.contains(&state))
                && (request.severities.is_empty() || request.severities.contains(&outline.severity))
                && (!request.overdue || around.escalation(outline).is_some())
        };
        let fitting: Vec<&Outline> = around.outlines.iter().filter(fits).collect();
        let limit = request.limit.map_or(usize::MAX, |limit| limit as usize);
        let page = fitting.iter().skip(request.skip as usize).take(limit);
        let findings = page.map(|outline| around.row(read, outline));
        Ok(FindingRows {
            findings: findings.collect::<Result<_, Error>>()?,
            found: count(fitting.len()),
            counts: around.counts(),
            overdue: count(around.outlines.iter().filter(late).count()),
        })
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What the rows of a list are made from.
pub(super) struct Around {
    pub(super) outlines: Vec<Outline>,
    actions: HashMap<FindingId, Vec<ActionOutline>>,
    earlier: HashMap<FindingId, Vec<FindingId>>,
    names: BTreeMap<SystemId, String>,
    today: Date,
    escalation_days: [u16; 2],
}

impl Around {
    pub(super) fn read(
        read: &Read<'_>,
        system: Option<SystemId>,
        today: Date,
        escalation_days: [u16; 2],
    ) -> Result<Self, Error> {
        let outlines = read.findings().outlines(system)?;
        let ids: Vec<_> = outlines.iter().map(|outline| outline.matter.id).collect();
        let of_system = system.map(|_| ids.as_slice());
        let mut actions: HashMap<FindingId, Vec<ActionOutline>> = HashMap::new();
        for action in read.findings().actions(of_system)? {
            actions.entry(action.finding).or_default().push(action);
        }
        let matters: Vec<_> = outlines
            .iter()
            .map(|outline| outline.matter.clone())
            .collect();
        let names = read.systems().list()?.into_iter();
        Ok(Self {
            earlier: earlier(&matters),
            actions,
            names: names.map(|system| (system.id, system.facts.name)).collect(),
            outlines,
            today,
            escalation_days,
        })
    }

    /// Where a finding stands today.
    fn state(&self, outline: &Outline) -> FindingState {
        outline.state.on(self.today, outline.accepted_until)
    }

    fn counts(&self) -> Vec<FindingCount> {
        let mut counts: BTreeMap<FindingState, u32> = BTreeMap::new();
        for outline in &self.outlines {
            *counts.entry(self.state(outline)).or_default() += 1;
        }
        let count = |state: &FindingState| FindingCount {
            state: *state,
            count: counts.get(state).copied().unwrap_or(0),
        };
        FindingState::ALL.iter().map(count).collect()
    }

    fn actions(&self, id: FindingId) -> impl Iterator<Item = &ActionOutline> {
        let actions = self.actions.get(&id).into_iter().flatten();
        actions.filter(|action| action.state != ActionState::Dropped)
    }

    /// The earliest due date of the actions that are not finished.
    fn due(&self, id: FindingId) -> Option<Date> {
        self.actions(id)
            .filter(|action| action.state != ActionState::Closed)
            .filter_map(|action| action.due)
            .min()
    }

    fn escalation(&self, outline: &Outline) -> Option<Escalation> {
        if !self.state(outline).is_running() {
            return None;
        }
        let due = self.due(outline.matter.id)?;
        escalation(due, self.today, self.escalation_days)
    }

    fn row(&self, read: &Read<'_>, outline: &Outline) -> Result<FindingRow, Error> {
        let id = outline.matter.id;
        let system = self.names.get(&outline.matter.system);
        Ok(FindingRow {
            finding: read.findings().get(id)?,
            system_name: system.cloned().unwrap_or_default(),
            state: self.state(outline),
            earlier: count(self.earlier.get(&id).map_or(0, Vec::len)),
            actions: count(self.actions(id).count()),
            due: self.due(id),
            escalation: self.escalation(outline),
        })
    }

    fn rows(&self, read: &Read<'_>, ids: &[FindingId]) -> Result<Vec<FindingRow>, Error> {
        let wanted: HashSet<FindingId> = ids.iter().copied().collect();
        let outlines = self.outlines.iter().rev();
        let outlines = outlines.filter(|outline| wanted.contains(&outline.matter.id));
        outlines.map(|outline| self.row(read, outline)).collect()
    }

    /// The later findings of the same matter.
    fn later(&self, id: FindingId) -> Vec<FindingId> {
        let later = self.earlier.iter();
        let later = later.filter(|(_, before)| before.contains(&id));
        later.map(|(later, _)| *later).collect()
    }
}

/// How the findings that are not closed are looked after.
pub(crate) struct LookedAfter {
    /// How many there are.
    pub(crate) running: usize,
    /// Of those, the ones of which no action has an owner and a due date.
    pub(crate) unowned: usize,
    /// Of those, the ones whose action is late.
    pub(crate) late: usize,
}

/// Says how the findings of every AI system are looked after.
pub(crate) fn looked_after(
    read: &Read<'_>,
    today: Date,
    escalation_days: [u16; 2],
) -> Result<LookedAfter, Error> {
    let around = Around::read(read, None, today, escalation_days)?;
    let outlines = around.outlines.iter();
    let running: Vec<&Outline> = outlines
        .filter(|outline| around.state(outline).is_running())
        .collect();
    let owned = |outline: &&&Outline| {
        let mut actions = around.actions(outline.matter.id);
        actions.any(|action| action.due.is_some() && !action.owner.trim().is_empty())
    };
    let late = |outline: &&&Outline| around.escalation(outline).is_some();
    Ok(LookedAfter {
        unowned: running.len() - running.iter().filter(owned).count(),
        late: running.iter().filter(late).count(),
        running: running.len(),
    })
}

/// Returns the findings of one AI system, or of all, with everything that is done about them, newest first.
pub(crate) fn ledger_findings(
    read: &Read<'_>,
    framework: &Framework,
    system: Option<SystemId>,
    today: Date,
) -> Result<Vec<LedgerFinding>, Error> {
    let around = Around::read(read, system, today, framework.programme().escalation_days)?;
    let whole = |outline: &Outline| {
        let row = around.row(read, outline)?;
        let id = row.finding.id;
        let mut actions = read.actions().of_finding(id)?;
        actions.retain(|action| action.facts.state != ActionState::Dropped);
        Ok(LedgerFinding {
            finding: row.finding,
            system_name: row.system_name,
            state: row.state,
            earlier: row.earlier,
            due: row.due,
            escalation: row.escalation,
            actions,
            steps: read.findings().steps(id)?,
        })
    };
    around.outlines.iter().map(whole).collect()
}

/// Answers with one finding and everything around it.
pub(crate) fn finding_get(
    session: &mut Session,
    request: FindingGet,
) -> Result<FindingDetail, Error> {
    let today = session.today()?;
    let days = session.framework.programme().escalation_days;
    let open = session.opened()?;
    let person = &open.person;
    open.store.read(|read| {
        let id = request.id;
        let finding = read.findings().get(id)?;
        let around = Around::read(read, Some(finding.system), today, days)?;
        let found = around.rows(read, &[id])?.pop();
        let row = found.ok_or_else(|| Error::new("not-found").with("noun", "finding"))?;
        let steps = read.findings().steps(id)?;
        let actions = read.actions().of_finding(id)?;
        let owners = actions.iter().map(|action| action.facts.owner.as_str());
        let alone = alone(person, remedied_by(&steps), owners);
        let may = FindingStep::ALL.iter().copied().filter(|step| {
            step.from(row.state).is_some() && step.roles().iter().any(|role| person.has(*role))
        });
        let evidence = finding.facts.evidence.iter();
        let evidence = evidence.map(|piece| Ok(read.evidence().get(*piece)?));
        let before = around.earlier.get(&id).cloned().unwrap_or_default();
        Ok(FindingDetail {
            audit: read.audits().get(finding.audit)?,
            may: may.collect(),
            alone,
            actions: actions
                .into_iter()
                .map(|action| action_row(action, &row.system_name, today))
                .collect(),
            evidence: evidence.collect::<Result<_, Error>>()?,
            steps,
            earlier: around.rows(read, &before)?,
            later: around.rows(read, &around.later(id))?,
            row,
        })
    })
}
