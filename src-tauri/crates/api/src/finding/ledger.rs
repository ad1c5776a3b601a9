//! The rectification ledger: every finding with its actions as a spreadsheet, out and in.
//!
//! What comes back is compared with the workspace, row by row: states, dates, owners and remarks can
//! change, everything else is there to be read. It is taken as a whole or not at all.

mod plan;
mod words;

use crate::contract::{
    FindingList, FindingRow, ImportProblem, LedgerCheck, LedgerDone, LedgerRead, LedgerWrite,
    TableExported,
};
use crate::error::Error;
use crate::finding::list::finding_list;
use crate::outside::{read_table_file, write_file};
use crate::session::Session;
use assay_domain::action::Action;
use assay_domain::history::{Subject, hex};
use assay_domain::person::Role;
use assay_exchange::table::{self, Cell, Table, write_xlsx};
use plan::{Plan, plan};
use sha2::{Digest, Sha256};
use words::{Column, Words};

/// Who may take a ledger in; a step in it needs the step's own role besides.
const TAKERS: &[Role] = &[
    Role::Administrator,
    Role::Assessor,
    Role::Reviewer,
    Role::Approver,
    Role::Operator,
];

/// Problems that are listed.
const PROBLEMS: usize = 200;

/// Writes the ledger.
pub(crate) fn finding_ledger_write(
    session: &mut Session,
    request: LedgerWrite,
) -> Result<TableExported, Error> {
    let words = Words::of(request.locale)?;
    let all = FindingList {
        system: request.system,
        ..FindingList::default()
    };
    let findings = finding_list(session, all)?.findings;
    let rows = session.opened()?.store.read(|read| {
        let mut rows = Vec::new();
        for row in &findings {
            let actions = read.actions().of_finding(row.finding.id)?;
            if actions.is_empty() {
                rows.push(line(row, None, &words));
            }
            rows.extend(actions.iter().map(|action| line(row, Some(action), &words)));
        }
        Ok::<_, Error>(rows)
    })?;
    let headings: Vec<String> = Column::ALL
        .iter()
        .map(|column| words.heading(*column))
        .collect();
    write_file(
        session.output(request.path)?,
        &write_xlsx(&headings, &rows)?,
    )
}

fn line(row: &FindingRow, action: Option<&Action>, words: &Words) -> Vec<Cell> {
    let columns = Column::ALL.iter();
    columns
        .map(|column| cell(*column, row, action, words))
        .collect()
}

fn cell(column: Column, row: &FindingRow, action: Option<&Action>, words: &Words) -> Cell {
    let finding = &row.finding;
    let of = |take: &dyn Fn(&Action) -> String| Cell::Text(action.map(take).unwrap_or_default());
    let or_empty = |value: Option<String>| Cell::Text(value.unwrap_or_default());
    match column {
        Column::Finding => Cell::Text(finding.id.to_string()),
        Column::System => Cell::Text(row.system_name.clone()),
        Column::Title => Cell::Text(finding.facts.title.clone()),
        Column::Severity => Cell::Text(words.severity(finding.facts.severity)),
        Column::State => Cell::Text(words.state(row.state)),
        Column::Remark => Cell::Text(String::new()),
        Column::Clause => or_empty(finding.facts.clause.as_ref().map(ToString::to_string)),
        Column::Question => or_empty(finding.question.as_ref().map(ToString::to_string)),
        Column::Cause => Cell::Text(finding.facts.cause.clone()),
        Column::Effect => Cell::Text(finding.facts.effect.clone()),
        Column::Recorded => Cell::Text(finding.recorded.at.utc().date_naive().to_string()),
        Column::Until => or_empty(finding.accepted_until.map(|day| day.to_string())),
        Column::Earlier => Cell::Number(f64::from(row.earlier)),
        Column::Revision => Cell::Number(f64::from(finding.revision)),
        Column::Action => of(&|action| action.id.to_string()),
        Column::ActionTitle => of(&|action| action.facts.title.clone()),
        Column::Owner => of(&|action| action.facts.owner.clone()),
        Column::Due => of(&|action| {
            let due = action.facts.due;
            due.map(|due| due.to_string()).unwrap_or_default()
        }),
        Column::ActionState => of(&|action| words.action_state(action.facts.state)),
        Column::Note => of(&|action| action.facts.note.clone()),
        Column::ActionRevision => of(&|action| action.revision.to_string()),
    }
}

/// Answers with what a ledger would change.
pub(crate) fn finding_ledger_check(
    session: &mut Session,
    request: LedgerRead,
) -> Result<LedgerCheck, Error> {
    let (table, sha256) = read_table(&request)?;
    let plan = planned(session, &table)?;
    Ok(LedgerCheck {
        sha256,
        rows: u32::try_from(table.rows.len()).unwrap_or(u32::MAX),
        changes: plan.changes,
        problems: plan.problems.into_iter().take(PROBLEMS).collect(),
    })
}

fn planned(session: &mut Session, table: &Table) -> Result<Plan, Error> {
    let today = session.today()?;
    let writer = session.writer(TAKERS)?;
    let (person, act) = (&writer.open.person, &writer.act);
    writer
        .open
        .store
        .read(|read| plan(read, table, person, act, today))
}

/// Takes a ledger in, every row or none.
pub(crate) fn finding_ledger_take(
    session: &mut Session,
    request: LedgerRead,
) -> Result<LedgerDone, Error> {
    let (table, sha256) = read_table(&request)?;
    let plan = planned(session, &table)?;
    if let Some(first) = plan.problems.first() {
        return Err(refused(first, plan.problems.len()));
    }
    let done = LedgerDone {
        findings: u32::try_from(plan.steps.len()).unwrap_or(u32::MAX),
        actions: u32::try_from(plan.actions.len()).unwrap_or(u32::MAX),
    };
    if plan.changes.is_empty() {
        return Ok(done);
    }
    let mut writer = session.writer(TAKERS)?;
    let at = writer.act.at;
    let id = writer
        .open
        .store
        .read(|read| Ok::<_, Error>(read.workspace().get()?.id))?;
    let name = std::path::Path::new(&request.path).file_name();
    let name = name.unwrap_or_default().to_string_lossy().into_owned();
    let payload = serde_json::json!({ "file": name, "sha256": sha256, "changes": plan.changes });
    let subject = Subject::new("workspace", id);
    writer.mutate("finding.ledger", subject, &payload, |tx| {
        for (action, facts) in &plan.actions {
            tx.actions_mut()
                .save(action.id, facts, action.revision, at)?;
        }
        for (request, taken) in &plan.steps {
            super::step::write(tx, request, taken)?;
        }
        Ok(done)
    })
}

fn refused(first: &ImportProblem, count: usize) -> Error {
    Error::new("ledger-refused")
        .with("count", count)
        .with("line", first.line)
        .with("column", &first.column)
}

fn read_table(request: &LedgerRead) -> Result<(Table, String), Error> {
    let path = &request.path;
    let bytes = read_table_file(path)?;
    let sha256 = hex(&Sha256::digest(&bytes));
    // What was looked at is what is taken; somebody may have saved the file again in between.
    if request.sha256.as_ref().is_some_and(|seen| *seen != sha256) {
        return Err(Error::new("ledger-changed"));
    }
    Ok((table::read(&bytes)?, sha256))
}
