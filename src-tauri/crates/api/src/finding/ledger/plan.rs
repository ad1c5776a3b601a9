//! What a ledger changes: compared with the workspace before anything is written.

use super::words::{Column, Words, code, named};
use crate::contract::{
    FindingMove, FindingState, FindingStep, FindingStepTake, ImportProblem, LedgerChange,
    LedgerField, StepTaken,
};
use crate::error::Error;
use crate::finding::step::step;
use assay_domain::action::{Action, ActionFacts, ActionState};
use assay_domain::cell::unguarded;
use assay_domain::finding::Finding;
use assay_domain::id::{ActionId, FindingId};
use assay_domain::person::{Act, Person};
use assay_domain::time::Date;
use assay_exchange::table::{Row, Table};
use assay_store::Read;
use std::collections::BTreeMap;

/// The longest value that a problem shows, in characters.
const SHOWN: usize = 80;

/// What a ledger changes.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) changes: Vec<LedgerChange>,
    pub(super) problems: Vec<ImportProblem>,
    /// Actions as they are, and what is said about them since.
    pub(super) actions: Vec<(Action, ActionFacts)>,
    pub(super) steps: Vec<(FindingStepTake, StepTaken)>,
}

/// Rows of a ledger with the columns found.
struct Sheet<'a> {
    table: &'a Table,
    places: Vec<(Column, usize)>,
    words: Vec<Words>,
}

/// One finding on its way through a ledger.
struct Draft {
    finding: Finding,
    actions: Vec<Action>,
    wanted: Option<Wanted>,
}

/// The state that a finding shall have, with the first row that says so.
struct Wanted {
    line: u64,
    state: FindingState,
    remark: String,
}

/// Compares a ledger with the workspace.
pub(super) fn plan(
    read: &Read<'_>,
    table: &Table,
    person: &Person,
    act: &Act,
    today: Date,
) -> Result<Plan, Error> {
    let sheet = Sheet::of(table)?;
    let mut plan = Plan::default();
    let mut drafts: BTreeMap<FindingId, Draft> = BTreeMap::new();
    for row in &table.rows {
        sheet.take(read, row, today, &mut drafts, &mut plan)?;
    }
    for draft in drafts.into_values() {
        sheet.step(read, draft, (person, act, today), &mut plan)?;
    }
    plan.changes.sort_by_key(|change| change.line);
    plan.problems.sort_by_key(|problem| problem.line);
    Ok(plan)
}

impl<'a> Sheet<'a> {
    fn of(table: &'a Table) -> Result<Self, Error> {
        let words = Words::both()?;
        let place = |column: Column| {
            let named = |heading: &String| {
                let mut said = words.iter().map(|words| words.heading(column));
                said.any(|said| said == *heading)
            };
            let place = table.columns.iter().position(named)?;
            Some((column, place))
        };
        let places: Vec<_> = Column::ALL.iter().copied().filter_map(place).collect();
        let known = places.iter().map(|(column, _)| *column);
        let known: Vec<Column> = known.collect();
        let needed = [Column::Finding, Column::Revision];
        if needed.iter().any(|column| !known.contains(column)) {
            return Err(Error::new("ledger-not-one"));
        }
        Ok(Self {
            table,
            places,
            words,
        })
    }

    fn heading(&self, column: Column) -> String {
        let place = self.places.iter().find(|(known, _)| *known == column);
        let heading = place.and_then(|(_, place)| self.table.columns.get(*place));
        heading.cloned().unwrap_or_default()
    }

    /// What stands in a column, or nothing where the ledger lacks it.
    fn cell<'r>(&self, row: &'r Row, column: Column) -> Option<&'r str> {
        let place = self.places.iter().find(|(known, _)| *known == column)?.1;
        row.cells.get(place).map(|cell| unguarded(cell.trim()))
    }

    fn problem(&self, row: &Row, column: Column, code: &str, plan: &mut Plan) {
        let value = self.cell(row, column).unwrap_or_default();
        plan.problems.push(ImportProblem {
            line: row.line,
            column: self.heading(column),
            code: code.to_owned(),
            value: value.chars().take(SHOWN).collect(),
        });
    }

    /// Takes a row: its finding, its action, and the state that it wants.
    fn take(
        &self,
        read: &Read<'_>,
        row: &Row,
        today: Date,
        drafts: &mut BTreeMap<FindingId, Draft>,
        plan: &mut Plan,
    ) -> Result<(), Error> {
        let Some(finding) = self.finding(read, row, plan)? else {
            return Ok(());
        };
        let id = finding.id;
        if let std::collections::btree_map::Entry::Vacant(vacant) = drafts.entry(id) {
            vacant.insert(Draft {
                actions: read.actions().of_finding(id)?,
                finding,
                wanted: None,
            });
        }
        let Some(draft) = drafts.get_mut(&id) else {
            return Ok(());
        };
        self.state(row, draft, today, plan);
        self.action(row, draft, plan);
        Ok(())
    }

    fn finding(
        &self,
        read: &Read<'_>,
        row: &Row,
        plan: &mut Plan,
    ) -> Result<Option<Finding>, Error> {
        let cell = self.cell(row, Column::Finding).unwrap_or_default();
        let found = match cell.parse::<FindingId>() {
            Ok(id) => match read.findings().get(id) {
                Ok(finding) => Some(finding),
                Err(assay_store::Error::NotFound { .. }) => None,
                Err(error) => return Err(error.into()),
            },
            Err(_) => None,
        };
        let Some(finding) = found else {
            self.problem(row, Column::Finding, "ledger-finding", plan);
            return Ok(None);
        };
        if !self.is_current(row, Column::Revision, finding.revision) {
            self.problem(row, Column::Revision, "ledger-stale", plan);
            return Ok(None);
        }
        Ok(Some(finding))
    }

    fn is_current(&self, row: &Row, column: Column, revision: u32) -> bool {
        self.cell(row, column) == Some(revision.to_string().as_str())
    }

    /// Notes the state that a row wants, unless another row wants another.
    fn state(&self, row: &Row, draft: &mut Draft, today: Date, plan: &mut Plan) {
        let cell = self.cell(row, Column::State).unwrap_or_default();
        if cell.is_empty() {
            return;
        }
        let said = |words: &Words, state| words.state(state);
        let Some(wanted) = named(cell, FindingState::ALL, said, &self.words) else {
            return self.problem(row, Column::State, "ledger-word", plan);
        };
        let finding = &draft.finding;
        if wanted == finding.state.on(today, finding.accepted_until) {
            return;
        }
        let remark = self.cell(row, Column::Remark).unwrap_or_default();
        match &draft.wanted {
            None => {
                draft.wanted = Some(Wanted {
                    line: row.line,
                    state: wanted,
                    remark: remark.to_owned(),
                });
            }
            Some(before) if before.state != wanted => {
                self.problem(row, Column::State, "ledger-two-states", plan);
            }
            Some(_) => {}
        }
    }

    /// Compares the action of a row, if it has one.
    fn action(&self, row: &Row, draft: &mut Draft, plan: &mut Plan) {
        let cell = self.cell(row, Column::Action).unwrap_or_default();
        if cell.is_empty() {
            return;
        }
        let id = cell.parse::<ActionId>().ok();
        let known = id.and_then(|id| draft.actions.iter_mut().find(|action| action.id == id));
        let Some(action) = known else {
            return self.problem(row, Column::Action, "ledger-action", plan);
        };
        if !self.is_current(row, Column::ActionRevision, action.revision) {
            return self.problem(row, Column::ActionRevision, "ledger-stale", plan);
        }
        if plan
            .actions
            .iter()
            .any(|(before, _)| before.id == action.id)
        {
            return self.problem(row, Column::Action, "ledger-action-twice", plan);
        }
        let before = action.clone();
        let facts = self.facts(row, &before.facts, plan);
        if facts == before.facts {
            return;
        }
        let changes = changes(&before.facts, &facts).into_iter();
        plan.changes
            .extend(changes.map(|(field, before_text, after)| LedgerChange {
                line: row.line,
                finding: draft.finding.id,
                title: draft.finding.facts.title.clone(),
                action: Some(before.id),
                field,
                before: before_text,
                after,
            }));
        action.facts = facts.clone();
        plan.actions.push((before, facts));
    }

    /// What a row says about its action; what can't be read is a problem and stays as it is.
    fn facts(&self, row: &Row, before: &ActionFacts, plan: &mut Plan) -> ActionFacts {
        let mut facts = before.clone();
        if let Some(cell) = self.cell(row, Column::ActionState) {
            let said = |words: &Words, state| words.action_state(state);
            match named(cell, ActionState::ALL, said, &self.words) {
                Some(state) => facts.state = state,
                None => self.problem(row, Column::ActionState, "ledger-word", plan),
            }
        }
        match self.cell(row, Column::Due).map(due) {
            Some(Ok(due)) => facts.due = due,
            Some(Err(())) => self.problem(row, Column::Due, "ledger-date", plan),
            None => {}
        }
        if let Some(owner) = self.cell(row, Column::Owner) {
            owner.clone_into(&mut facts.owner);
        }
        if let Some(note) = self.cell(row, Column::Note) {
            // A spreadsheet may have trimmed it; that is no change.
            if note != before.note.trim() {
                note.clone_into(&mut facts.note);
            }
        }
        if facts.state == ActionState::Dropped && facts.note.trim().is_empty() {
            self.problem(row, Column::Note, "ledger-dropped", plan);
        }
        facts
    }

    /// Turns the wanted state into the one step that leads there.
    fn step(
        &self,
        read: &Read<'_>,
        draft: Draft,
        (person, act, today): (&Person, &Act, Date),
        plan: &mut Plan,
    ) -> Result<(), Error> {
        let Some(wanted) = draft.wanted else {
            return Ok(());
        };
        let finding = draft.finding;
        let stands = finding.state.on(today, finding.accepted_until);
        let mut refuse = |why: String| {
            plan.problems.push(ImportProblem {
                line: wanted.line,
                column: self.heading(Column::State),
                code: why,
                value: code(&wanted.state),
            });
            Ok(())
        };
        let leading = match wanted.step(stands, person) {
            Ok(step) => step,
            Err(why) => return refuse(why.to_owned()),
        };
        let request = FindingStepTake {
            id: finding.id,
            revision: finding.revision,
            wanted: FindingMove {
                step: leading,
                note: wanted.remark.clone(),
                until: None,
            },
        };
        let steps = read.findings().steps(finding.id)?;
        let before = (draft.actions.as_slice(), steps.as_slice());
        match step(&finding, before, &request.wanted, person, today, act) {
            Ok(taken) => {
                plan.changes.push(wanted.change(&finding, stands));
                plan.steps.push((request, taken));
                Ok(())
            }
            Err(error) => refuse(format!("ledger-{}", error.code())),
        }
    }
}

impl Wanted {
    /// Returns the one step that leads to the state, or why the person can't take it by a ledger.
    fn step(&self, stands: FindingState, person: &Person) -> Result<FindingStep, &'static str> {
        let leads = |step: &&FindingStep| step.from(stands) == Some(self.state);
        let step = FindingStep::ALL.iter().find(leads).copied();
        let step = step.ok_or("ledger-step")?;
        if step == FindingStep::Accept {
            // It needs a last day and an approver who says why, so it is done in the program.
            return Err("ledger-accept");
        }
        if !step.roles().iter().any(|role| person.has(*role)) {
            return Err("ledger-role");
        }
        Ok(step)
    }

    fn change(&self, finding: &Finding, stands: FindingState) -> LedgerChange {
        LedgerChange {
            line: self.line,
            finding: finding.id,
            title: finding.facts.title.clone(),
            action: None,
            field: LedgerField::State,
            before: code(&stands),
            after: code(&self.state),
        }
    }
}

/// Reads a day as a spreadsheet or a person writes it.
fn due(cell: &str) -> Result<Option<Date>, ()> {
    if cell.is_empty() {
        return Ok(None);
    }
    // A spreadsheet may add a time of day to a date.
    let day = cell.split(['T', ' ']).next().unwrap_or_default();
    // The last form has the Chinese words for year, month and day.
    let forms = [
        "%Y-%m-%d",
        "%Y/%m/%d",
        "%Y.%m.%d",
        "%Y\u{5e74}%m\u{6708}%d\u{65e5}",
    ];
    let read = |form: &&str| Date::parse_from_str(day, form).ok();
    forms.iter().find_map(read).map(Some).ok_or(())
}

fn changes(before: &ActionFacts, after: &ActionFacts) -> Vec<(LedgerField, String, String)> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let all = [
        (
            LedgerField::ActionState,
            code(&before.state),
            code(&after.state),
        ),
        (
            LedgerField::Owner,
            before.owner.clone(),
            after.owner.clone(),
        ),
        (LedgerField::Due, day(before.due), day(after.due)),
        (LedgerField::Note, before.note.clone(), after.note.clone()),
    ];
    all.into_iter()
        .filter(|(_, before, after)| before != after)
        .collect()
}
