//! The programme of recurring checks: due dates against python-dateutil, and what stays missed.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::cadence::{Cadence, CadenceUnit};
use assay_domain::id::{CheckId, PersonId, PlanId, SystemId};
use assay_domain::person::Act;
use assay_domain::programme::{
    Check, CheckKind, CheckResult, Exception, OccurrenceState, Plan, PlanFacts, occurrences,
};
use assay_domain::time::{Date, Timestamp};
use assay_tests::dice::Dice;
use assay_tests::peer;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

const SYSTEM: SystemId = SystemId::new(Uuid::from_u128(1));
const CADENCES: u64 = 500;

fn act() -> Act {
    Act {
        by: PersonId::new(Uuid::nil()),
        at: Timestamp::from_micros(0),
    }
}

fn later(day: Date, days: u64) -> Date {
    day.iter_days().nth(days as usize).unwrap()
}

/// A first due date: any day, the end of a month, or the end of February of a leap year.
fn first(dice: &mut Dice) -> Date {
    let year = 2024 + dice.below(30) as i32;
    let date = |month, day| Date::from_ymd_opt(year, month, day);
    match dice.below(4) {
        0 => later(date(1, 1).unwrap(), dice.below(365)),
        1 => date(1 + dice.below(12) as u32, 31).unwrap_or_else(|| date(1, 31).unwrap()),
        2 => date(2, 29).unwrap_or_else(|| date(2, 28).unwrap()),
        _ => date(1 + dice.below(12) as u32, 30).unwrap_or_else(|| date(3, 30).unwrap()),
    }
}

fn cadence(dice: &mut Dice) -> Cadence {
    match dice.below(6) {
        0 => Cadence::MONTHLY,
        1 => Cadence::QUARTERLY,
        2 => Cadence::HALF_YEARLY,
        3 => Cadence::YEARLY,
        4 => Cadence::months(1 + dice.below(30) as u16),
        _ => Cadence::weeks(1 + dice.below(60) as u16),
    }
}

fn plan(cadence: Cadence, first: Date, today: Date) -> Plan {
    let facts = PlanFacts {
        name: String::new(),
        systems: BTreeSet::from([SYSTEM]),
        cadence,
        first,
    };
    let id = PlanId::new(Uuid::nil());
    Plan::new(id, CheckKind::SystemAudit, &facts, today, act()).unwrap()
}

/// Skips and moves some of the first due dates; a move stays between the neighbours.
fn disturb(plan: &mut Plan, dice: &mut Dice) {
    let term = plan.term().unwrap().clone();
    let dates: Vec<Date> = term.cadence.dates(term.first).take(24).collect();
    for place in 0..22 {
        if !dice.one_in(4) {
            continue;
        }
        let lowest = match place {
            0 => later(term.from, 1),
            _ => later(dates[place - 1], 1),
        };
        let room = (dates[place + 1] - lowest).num_days() as u64;
        let exception = Exception {
            due: dates[place],
            moved_to: (!dice.one_in(2)).then(|| later(lowest, dice.below(room))),
            reason: "the reason".to_owned(),
            recorded: act(),
        };
        plan.except(exception, term.from).unwrap();
    }
}

fn case(plan: &Plan, until: Date) -> Value {
    let term = plan.term().unwrap();
    json!({
        "unit": match term.cadence.unit { CadenceUnit::Months => "months", CadenceUnit::Weeks => "weeks" },
        "every": term.cadence.every,
        "first": term.first,
        "until": until,
        "exceptions": plan.exceptions.iter()
            .map(|e| json!({ "due": e.due, "movedTo": e.moved_to })).collect::<Vec<_>>(),
    })
}

fn counted(plan: &Plan, until: Date) -> Value {
    let dates = occurrences(plan, SYSTEM, &[], until);
    let counted = dates
        .iter()
        .filter(|date| date.state != OccurrenceState::Skipped && date.regular <= until);
    json!(
        counted
            .map(|date| json!([date.regular, date.due]))
            .collect::<Vec<_>>()
    )
}

#[test]
fn due_dates_agree_with_dateutil_on_500_random_cadences() {
    let mut dice = Dice::new(0x0000_0CAD_E2CE);
    let mut cases = Vec::new();
    let mut ours = Vec::new();
    let (mut moved, mut skipped, mut short) = (0, 0, 0);
    for _ in 0..CADENCES {
        let cadence = cadence(&mut dice);
        let first = first(&mut dice);
        let mut plan = plan(cadence, first, first.pred_opt().unwrap());
        disturb(&mut plan, &mut dice);
        moved += plan
            .exceptions
            .iter()
            .filter(|e| e.moved_to.is_some())
            .count();
        skipped += plan
            .exceptions
            .iter()
            .filter(|e| e.moved_to.is_none())
            .count();
        let until = cadence.nth(first, 40).unwrap();
        cases.push(case(&plan, until));
        ours.push(counted(&plan, until));
        let day = |date: &Value| date[0].as_str().unwrap()[8..].to_owned();
        let days: BTreeSet<String> = ours
            .last()
            .unwrap()
            .as_array()
            .unwrap()
            .iter()
            .map(day)
            .collect();
        short += usize::from(cadence.unit == CadenceUnit::Months && days.len() > 1);
    }
    assert!(
        moved > 500 && skipped > 500 && short > 100,
        "{moved} {skipped} {short}"
    );
    let theirs = peer::answers(&mut peer::script("cadence.py"), &cases);
    for ((case, ours), theirs) in cases.iter().zip(&ours).zip(&theirs) {
        assert_eq!(ours, theirs, "{case}");
    }
}

/// What is said for good: missed stays missed and done stays done, whatever is done to the plan later.
#[test]
fn no_later_act_takes_back_a_miss() {
    let (mut missed, mut acts) = (0, 0);
    for seed in 1..=60 {
        let mut dice = Dice::new(seed * 7919);
        let mut today = Date::from_ymd_opt(2027, 1, 15).unwrap();
        let start = later(today, dice.below(40));
        let mut plan = plan(short(&mut dice), start, today);
        let mut checks: Vec<Check> = Vec::new();
        let mut settled: BTreeMap<Date, OccurrenceState> = BTreeMap::new();
        for step in 0..120 {
            acts += usize::from(act_on(&mut plan, &mut checks, &mut dice, today, step));
            let now: BTreeMap<Date, OccurrenceState> = occurrences(&plan, SYSTEM, &checks, today)
                .into_iter()
                .map(|date| (date.regular, date.state))
                .collect();
            for (regular, state) in &settled {
                assert_eq!(
                    now.get(regular),
                    Some(state),
                    "seed {seed}, {regular}, {today}"
                );
            }
            let for_good = now.into_iter().filter(|(_, state)| {
                matches!(state, OccurrenceState::Missed | OccurrenceState::DoneLate)
            });
            settled.extend(for_good);
            today = later(today, dice.below(25));
        }
        missed += settled
            .values()
            .filter(|state| **state == OccurrenceState::Missed)
            .count();
    }
    assert!(missed > 200 && acts > 1_500, "{missed} {acts}");
}

/// A cadence that comes round often while a plan is walked through.
fn short(dice: &mut Dice) -> Cadence {
    match dice.below(2) {
        0 => Cadence::months(1 + dice.below(4) as u16),
        _ => Cadence::weeks(2 + dice.below(12) as u16),
    }
}

/// Does one thing at random to a plan; tells whether it was accepted.
fn act_on(
    plan: &mut Plan,
    checks: &mut Vec<Check>,
    dice: &mut Dice,
    today: Date,
    step: u64,
) -> bool {
    match dice.below(24) {
        0 => {
            let facts = PlanFacts {
                name: String::new(),
                systems: BTreeSet::from([SYSTEM]),
                cadence: short(dice),
                first: later(today, dice.below(90)),
            };
            plan.amend(&facts, today).is_ok()
        }
        1 => plan.pause(today, "a pause", act()).is_ok(),
        2 | 3 => plan.resume(today).is_ok(),
        4 | 5 => {
            let dates = occurrences(plan, SYSTEM, checks, today);
            let due = dates
                .get(dice.place(dates.len().max(1)))
                .map(|date| date.regular);
            due.is_some_and(|due| {
                let moved_to = dice.one_in(2).then(|| later(today, dice.below(60)));
                let reason = "a reason".to_owned();
                let exception = Exception {
                    due,
                    moved_to,
                    reason,
                    recorded: act(),
                };
                plan.except(exception, today).is_ok()
            })
        }
        6..=8 => {
            checks.push(Check {
                id: CheckId::new(Uuid::from_u128(u128::from(step))),
                system: SYSTEM,
                kind: CheckKind::SystemAudit,
                on: today,
                result: CheckResult::Passed,
                note: String::new(),
                record: String::new(),
                recorded: act(),
            });
            true
        }
        _ => false,
    }
}
