//! What needs a person today, and the systems by grade, from the summaries stored with assessments.

use crate::contract::{AssessmentRow, GradeCount, Nothing, Overview, Summary, SystemRow};
use crate::error::Error;
use crate::incident::due_clocks;
use crate::programme::Calendar;
use crate::session::Session;
use assay_domain::action::ActionState;
use assay_domain::assessment::AssessmentState;
use assay_domain::system::Phase;
use assay_domain::time::Date;
use assay_store::table::assessment::{AssessmentRow as StoredRow, OverviewRow};
use chrono::Days;

/// How far ahead actions are shown, in days.
const SOON_DAYS: u64 = 30;
/// How many missed checks are shown; the programme shows all.
const MISSED: usize = 100;

/// Answers with the overview.
pub(crate) fn workspace_overview(session: &mut Session, _: Nothing) -> Result<Overview, Error> {
    let today = session.today()?;
    let now = session.environment.now();
    let framework = &session.framework;
    session.opened()?.store.read(|read| {
        let rows = read.assessments().overview(today)?;
        let running = running(&rows)?;
        let mut systems: Vec<SystemRow> =
            rows.into_iter().map(system_row).collect::<Result<_, _>>()?;
        let unassessed = systems.iter().filter(|row| row.lacks_signed).count();
        systems.sort_by_key(|row| (std::cmp::Reverse(grade(row)), row.system.facts.name.clone()));
        let (overdue, due_soon) = due(read.actions().list()?, today);
        let (due_checks, mut missed_checks) = Calendar::read(read, today)?.due_and_missed();
        missed_checks.truncate(MISSED);
        Ok(Overview {
            due_checks,
            missed_checks,
            clocks: due_clocks(read, framework, now)?,
            running,
            to_sign: read.reports().assessments_to_sign()?,
            overdue,
            due_soon,
            unsigned_reports: read.reports().count_unsigned()?,
            unassessed: u32::try_from(unassessed).unwrap_or(u32::MAX),
            grades: grades(&systems),
            systems,
            history: read.history().head()?.facts(),
        })
    })
}

fn running(rows: &[OverviewRow]) -> Result<Vec<AssessmentRow>, Error> {
    let open = |state| !matches!(state, AssessmentState::Signed | AssessmentState::Superseded);
    let mut running = Vec::new();
    for row in rows {
        for assessment in row
            .assessments
            .iter()
            .filter(|stored| open(stored.assessment.state))
        {
            running.push(assessment_row(assessment.clone(), &row.system.facts.name)?);
        }
    }
    running.sort_by_key(|row| std::cmp::Reverse(row.changed_at));
    Ok(running)
}

fn lacks_signed(row: &OverviewRow) -> bool {
    let in_use = !matches!(row.system.facts.phase, Phase::BeforeUse | Phase::Retired);
    in_use
        && !row
            .assessments
            .iter()
            .any(|stored| stored.assessment.state == AssessmentState::Signed)
}

type Actions = Vec<assay_domain::action::Action>;

fn due(actions: Actions, today: Date) -> (Actions, Actions) {
    let horizon = today
        .checked_add_days(Days::new(SOON_DAYS))
        .unwrap_or(today);
    let running = |state| {
        matches!(
            state,
            ActionState::Open | ActionState::InProgress | ActionState::Done
        )
    };
    let mut actions: Actions = actions
        .into_iter()
        .filter(|action| running(action.facts.state))
        .collect();
    actions.sort_by_key(|action| action.facts.due);
    let (overdue, later): (Actions, Actions) = actions
        .into_iter()
        .partition(|action| action.facts.is_overdue(today));
    let soon = later
        .into_iter()
        .filter(|action| action.facts.due.is_some_and(|due| due <= horizon));
    (overdue, soon.collect())
}

fn grade(row: &SystemRow) -> Option<u8> {
    row.last.as_ref().map(|last| last.summary.grade)
}

fn grades(systems: &[SystemRow]) -> Vec<GradeCount> {
    let worst_first = (1..=5).rev().map(Some).chain([None]);
    worst_first
        .map(|asked| {
            let systems = systems.iter().filter(|row| grade(row) == asked).count();
            GradeCount {
                grade: asked,
                systems: u32::try_from(systems).unwrap_or(u32::MAX),
            }
        })
        .filter(|count| count.systems > 0)
        .collect()
}

/// Turns a stored row into what lists show.
pub(crate) fn assessment_row(row: StoredRow, system_name: &str) -> Result<AssessmentRow, Error> {
    let summary = row.summary.map(serde_json::from_value).transpose()?;
    Ok(AssessmentRow {
        id: row.assessment.id,
        system: row.assessment.system,
        system_name: system_name.to_owned(),
        period: row.assessment.period,
        depth: row.assessment.depth,
        state: row.assessment.state,
        changed_at: row.changed_at,
        summary: summary.unwrap_or_else(unanswered),
    })
}

/// What an assessment without any answer comes to, as the method says.
fn unanswered() -> Summary {
    Summary {
        tier: 4,
        grade: 5,
        interval: [1, 5, 5],
        confidence: 0,
        confidence_band: "low".to_owned(),
        index: 0,
        red_lines: Vec::new(),
        answered: 0,
        in_scope: 0,
    }
}

/// Returns the assessments of a system, newest first, in the order in which they speak for it: a draft
/// only where there is nothing else.
pub(crate) fn by_weight(assessments: &[StoredRow]) -> impl Iterator<Item = &StoredRow> {
    let is_draft = |stored: &&StoredRow| stored.assessment.state == AssessmentState::Draft;
    let drafts = assessments.iter().filter(is_draft);
    assessments
        .iter()
        .filter(move |stored| !is_draft(stored))
        .chain(drafts)
}

/// Turns a system with its assessments into what lists show.
pub(crate) fn system_row(row: OverviewRow) -> Result<SystemRow, Error> {
    let signed = |stored: &&StoredRow| {
        matches!(
            stored.assessment.state,
            AssessmentState::Signed | AssessmentState::Superseded
        )
    };
    let last = by_weight(&row.assessments).next().cloned();
    let last = last
        .map(|stored| assessment_row(stored, &row.system.facts.name))
        .transpose()?;
    let before = row
        .assessments
        .iter()
        .filter(signed)
        .find(|stored| Some(stored.assessment.id) != last.as_ref().map(|last| last.id));
    let lacks_signed = lacks_signed(&row);
    let grade_before = before.and_then(|stored| stored.summary.as_ref()?.get("grade")?.as_u64());
    Ok(SystemRow {
        system: row.system,
        last,
        grade_before: grade_before.and_then(|grade| u8::try_from(grade).ok()),
        open_actions: row.open_actions,
        lacks_signed,
    })
}
