//! Which due dates a plan gave an AI system, and what became of each.

use super::{Check, Plan, Term};
use crate::id::{CheckId, SystemId};
use crate::system::wire_enum;
use crate::time::Date;
use chrono::Days;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// What became of a due date.
    OccurrenceState {
        /// Still ahead, or today.
        Ahead,
        /// Past, not carried out, and the next one has not come due yet.
        Overdue,
        /// Not carried out before the next one came due; it stays so.
        Missed,
        /// Carried out in time.
        Done,
        /// Carried out after its day.
        DoneLate,
        /// Left out, with a reason.
        Skipped,
        /// In a pause of the plan.
        Paused,
    }
}

/// One due date of a plan for one AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Occurrence {
    /// The day as the cadence gives it.
    pub regular: Date,
    /// The day on which it is due, after moving.
    pub due: Date,
    /// What became of it.
    pub state: OccurrenceState,
    /// The check that was carried out for it.
    pub check: Option<CheckId>,
    /// The day on which that was.
    pub on: Option<Date>,
}

/// Returns every due date of a plan for an AI system up to today, and the first one ahead.
///
/// A check counts for the last due date up to its day that is still open, else for the next one ahead;
/// what was open before that stays missed. `checks` are those of the plan's kind and this system,
/// in any order.
#[must_use]
pub fn occurrences(
    plan: &Plan,
    system: SystemId,
    checks: &[Check],
    today: Date,
) -> Vec<Occurrence> {
    let mut dates = dates(plan, system, today);
    dates.sort_by_key(|occurrence| (occurrence.due, occurrence.regular));
    let mut checks: Vec<&Check> = checks
        .iter()
        .filter(|check| check.kind == plan.kind && check.system == system && check.on <= today)
        .collect();
    checks.sort_by_key(|check| (check.on, check.id));
    let begun = plan.terms.first().map(|term| term.from);
    for check in checks
        .iter()
        .filter(|check| begun.is_some_and(|from| check.on >= from))
    {
        serve(&mut dates, check);
    }
    settle(&mut dates, today);
    dates
}

fn is_counted(occurrence: &Occurrence) -> bool {
    !matches!(
        occurrence.state,
        OccurrenceState::Skipped | OccurrenceState::Paused
    )
}

/// Counts a check for the due date that it serves, if one is open.
fn serve(dates: &mut [Occurrence], check: &Check) {
    let counted = |occurrence: &&mut Occurrence| is_counted(occurrence);
    let (past, ahead) = dates.split_at_mut(dates.partition_point(|date| date.due <= check.on));
    let latest = past.iter_mut().rev().find(counted);
    let open = match latest {
        Some(latest) if latest.check.is_none() => Some(latest),
        _ => ahead.iter_mut().find(counted),
    };
    if let Some(open) = open.filter(|occurrence| occurrence.check.is_none()) {
        open.check = Some(check.id);
        open.on = Some(check.on);
    }
}

/// Says what became of each due date once every check has been counted.
fn settle(dates: &mut [Occurrence], today: Date) {
    let mut next_due = None;
    for occurrence in dates.iter_mut().rev().filter(|date| is_counted(date)) {
        let overtaken = next_due.is_some_and(|next: Date| next <= today);
        occurrence.state = match occurrence.on {
            Some(on) if on <= occurrence.due => OccurrenceState::Done,
            Some(_) => OccurrenceState::DoneLate,
            None if occurrence.due >= today => OccurrenceState::Ahead,
            None if overtaken => OccurrenceState::Missed,
            None => OccurrenceState::Overdue,
        };
        next_due = Some(occurrence.due);
    }
}

/// Returns the due dates up to today and at least one that is open ahead.
fn dates(plan: &Plan, system: SystemId, today: Date) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for (index, term) in plan.terms.iter().enumerate() {
        let until = plan.terms.get(index + 1).map(|next| next.from);
        if term.systems.contains(&system) {
            found.extend(of_term(plan, term, until, today));
        }
    }
    found
}

/// How many due dates ahead are looked at; after so many skipped or paused ones none is told.
const AHEAD: usize = 12;

fn of_term(plan: &Plan, term: &Term, until: Option<Date>, today: Date) -> Vec<Occurrence> {
    let mut found = Vec::new();
    let mut ahead = 0;
    // A check that is carried out today may serve the next date, so two open ones are kept ahead.
    let mut open = 0;
    for regular in term.cadence.dates(term.first) {
        let beyond = until.is_some_and(|until| regular >= until);
        if beyond && plan.exceptions.iter().all(|known| known.due < regular)
            || ahead == AHEAD
            || open == 2
        {
            break;
        }
        let occurrence = one(plan, regular);
        // A date that was moved back and came due before the next term began stays.
        let came = until.is_none_or(|until| occurrence.due < until);
        if regular < term.from || beyond && !came {
            continue;
        }
        if occurrence.due >= today {
            ahead += 1;
            open += usize::from(is_counted(&occurrence));
        }
        found.push(occurrence);
    }
    found
}

fn one(plan: &Plan, regular: Date) -> Occurrence {
    let moved = plan.effective(regular);
    let due = moved.unwrap_or(regular);
    let state = match moved {
        None => OccurrenceState::Skipped,
        Some(day) if plan.is_paused_on(day) => OccurrenceState::Paused,
        Some(_) => OccurrenceState::Ahead,
    };
    Occurrence {
        regular,
        due,
        state,
        check: None,
        on: None,
    }
}

/// Returns the first due date that waits for a check: an overdue one before those ahead.
#[must_use]
pub fn waiting(occurrences: &[Occurrence]) -> Option<&Occurrence> {
    occurrences.iter().find(|occurrence| {
        matches!(
            occurrence.state,
            OccurrenceState::Ahead | OccurrenceState::Overdue
        )
    })
}

/// How many days before its day a check is shown as coming up.
pub const SOON_DAYS: u64 = 30;

/// Tells whether a due date lies at most [`SOON_DAYS`] ahead, or has passed.
#[must_use]
pub fn is_soon(occurrence: &Occurrence, today: Date) -> bool {
    let horizon = today.checked_add_days(Days::new(SOON_DAYS));
    horizon.is_none_or(|horizon| occurrence.due <= horizon)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cadence::Cadence;
    use crate::id::{PersonId, PlanId};
    use crate::person::Act;
    use crate::programme::{CheckKind, CheckResult, Exception, PlanFacts, PlanRefusal};
    use crate::time::Timestamp;
    use std::collections::BTreeSet;
    use uuid::Uuid;

    const SYSTEM: SystemId = SystemId::new(Uuid::from_u128(7));

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn act() -> Act {
        Act {
            by: PersonId::new(Uuid::nil()),
            at: Timestamp::from_micros(0),
        }
    }

    fn facts(cadence: Cadence, first: &str) -> PlanFacts {
        PlanFacts {
            name: String::new(),
            systems: BTreeSet::from([SYSTEM]),
            cadence,
            first: day(first),
        }
    }

    fn quarterly() -> Plan {
        let facts = facts(Cadence::QUARTERLY, "2027-01-31");
        let id = PlanId::new(Uuid::nil());
        Plan::new(id, CheckKind::SystemAudit, &facts, day("2026-12-01"), act()).expect("a plan")
    }

    fn check(on: &str) -> Check {
        Check {
            id: CheckId::new(Uuid::from_u128(u128::from(on.len() as u64))),
            system: SYSTEM,
            kind: CheckKind::SystemAudit,
            on: day(on),
            result: CheckResult::Passed,
            note: String::new(),
            record: String::new(),
            recorded: act(),
        }
    }

    fn states(plan: &Plan, checks: &[&str], today: &str) -> Vec<OccurrenceState> {
        let checks: Vec<Check> = checks.iter().map(|on| check(on)).collect();
        let found = occurrences(plan, SYSTEM, &checks, day(today));
        found.into_iter().map(|date| date.state).collect()
    }

    fn exception(due: &str, moved_to: Option<&str>) -> Exception {
        Exception {
            due: day(due),
            moved_to: moved_to.map(day),
            reason: "holiday".to_owned(),
            recorded: act(),
        }
    }

    use OccurrenceState::{Ahead, Done, DoneLate, Missed, Overdue, Paused, Skipped};

    #[test]
    fn a_check_in_time_late_and_early_counts_for_its_own_date() {
        let plan = quarterly();
        let early = ["2027-01-20", "2027-02-01"];
        assert_eq!(states(&plan, &early, "2027-02-05"), [Done, Done, Ahead]);
        let late = ["2027-02-10"];
        assert_eq!(states(&plan, &late, "2027-02-10"), [DoneLate, Ahead, Ahead]);
        let on_the_day = ["2027-01-31"];
        assert_eq!(states(&plan, &on_the_day, "2027-01-31")[0], Done);
    }

    #[test]
    fn what_was_open_when_the_next_came_due_stays_missed() {
        let plan = quarterly();
        assert_eq!(states(&plan, &[], "2027-04-29")[..2], [Overdue, Ahead]);
        assert_eq!(states(&plan, &[], "2027-04-30")[..2], [Missed, Ahead]);
        let after = states(&plan, &["2027-05-02"], "2027-05-03");
        assert_eq!(after[..3], [Missed, DoneLate, Ahead]);
    }

    #[test]
    fn a_date_is_skipped_or_moved_with_a_reason_and_never_after_it_has_passed() {
        let mut plan = quarterly();
        let today = day("2027-01-01");
        let mut silent = exception("2027-01-31", None);
        silent.reason = " ".to_owned();
        assert_eq!(plan.except(silent, today), Err(PlanRefusal::NoReason));
        let nowhere = exception("2027-02-28", None);
        let refused = plan.except(nowhere, today);
        assert_eq!(refused, Err(PlanRefusal::NotDue(day("2027-02-28"))));
        let crossing = exception("2027-01-31", Some("2027-04-30"));
        let refused = plan.except(crossing, today);
        assert_eq!(refused, Err(PlanRefusal::MoveTo(day("2027-04-30"))));
        plan.except(exception("2027-01-31", Some("2027-02-15")), today)
            .expect("it is moved");
        plan.except(exception("2027-04-30", None), today)
            .expect("it is skipped");
        assert_eq!(
            states(&plan, &[], "2027-02-15")[..3],
            [Ahead, Skipped, Ahead]
        );
        assert_eq!(states(&plan, &[], "2027-02-16")[0], Overdue);
        let late = plan.except(exception("2027-01-31", None), day("2027-02-16"));
        assert_eq!(late, Err(PlanRefusal::Passed(day("2027-01-31"))));
    }

    #[test]
    fn nothing_comes_due_in_a_pause_and_what_was_overdue_stays() {
        let mut plan = quarterly();
        plan.pause(day("2027-02-10"), "rebuilding", act())
            .expect("paused");
        assert_eq!(
            plan.pause(day("2027-02-11"), "again", act()),
            Err(PlanRefusal::Paused)
        );
        plan.resume(day("2027-06-01")).expect("resumed");
        assert_eq!(plan.resume(day("2027-06-01")), Err(PlanRefusal::NotPaused));
        assert_eq!(
            states(&plan, &[], "2027-06-02")[..3],
            [Overdue, Paused, Ahead]
        );
    }

    #[test]
    fn a_changed_plan_leaves_what_came_due_before_as_it_was() {
        let mut plan = quarterly();
        plan.amend(&facts(Cadence::MONTHLY, "2027-06-15"), day("2027-05-20"))
            .expect("it is changed");
        let dates = occurrences(&plan, SYSTEM, &[], day("2027-06-20"));
        let due: Vec<String> = dates.iter().map(|date| date.due.to_string()).collect();
        assert_eq!(
            due,
            [
                "2027-01-31",
                "2027-04-30",
                "2027-06-15",
                "2027-07-15",
                "2027-08-15"
            ]
        );
        assert_eq!(
            states(&plan, &[], "2027-06-20")[..3],
            [Missed, Missed, Overdue]
        );
    }

    #[test]
    fn bad_plans_are_refused() {
        let today = day("2027-01-01");
        let make = |facts: &PlanFacts| {
            let id = PlanId::new(Uuid::nil());
            Plan::new(id, CheckKind::StopTest, facts, today, act()).map(|_| ())
        };
        let zero = make(&facts(Cadence::months(0), "2027-02-01"));
        assert!(matches!(zero, Err(PlanRefusal::Cadence(_))));
        let past = make(&facts(Cadence::YEARLY, "2026-12-31"));
        assert_eq!(past, Err(PlanRefusal::FirstPast));
        let far = make(&facts(Cadence::YEARLY, "2047-01-02"));
        assert_eq!(far, Err(PlanRefusal::TooFar));
        let mut nobody = facts(Cadence::YEARLY, "2027-01-01");
        nobody.systems.clear();
        assert_eq!(make(&nobody), Err(PlanRefusal::NoSystem));
    }
}
