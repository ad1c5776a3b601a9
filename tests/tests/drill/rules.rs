//! The order of the marks, times that hold when the clock does not, and what they come to.

use assay_domain::drill::{
    ClockReading, DrillEvent, DrillMark, DrillState, DrillStep, DrillVerdict, MOST_CASES, Refusal,
    TimeSource, WITHDRAW_MS, check, course, record, running, take_in,
};
use assay_domain::stats::Level;
use assay_domain::stats::drill::{DrillEnd, demonstrated};
use assay_domain::time::Timestamp;
use proptest::prelude::*;

const MINUTE: u64 = 60_000;

fn reading(base: &str, steady_ms: u64, wall_ms: i64) -> ClockReading {
    ClockReading {
        at: Timestamp::from_micros(1_795_500_000_000_000 + wall_ms * 1000),
        steady_ms,
        base: base.to_owned(),
    }
}

/// A reading of one boot whose time of day goes with the steady clock.
fn at(steady_ms: u64) -> ClockReading {
    reading("boot", steady_ms, i64::try_from(steady_ms).unwrap())
}

fn mark(mark: DrillMark) -> DrillStep {
    DrillStep::Mark { mark }
}

fn add(
    events: &mut Vec<DrillEvent>,
    step: DrillStep,
    reading: ClockReading,
) -> Result<(), Refusal> {
    let event = record(events, step, reading, None)?;
    events.push(event);
    Ok(())
}

/// A drill with marks at so many minutes after the fault.
fn marked(minutes: &[(DrillMark, u64)]) -> Vec<DrillEvent> {
    let mut events = Vec::new();
    for (which, minute) in minutes {
        add(&mut events, mark(*which), at(5_000 + minute * MINUTE)).unwrap();
    }
    events
}

const TO_MANUAL: [(DrillMark, u64); 4] = [
    (DrillMark::Fault, 0),
    (DrillMark::Noticed, 2),
    (DrillMark::Decided, 5),
    (DrillMark::Manual, 8),
];

#[test]
fn a_drill_goes_from_the_fault_to_the_end_with_its_times() {
    let mut events = marked(&TO_MANUAL);
    for (count, minute) in [(4, 9), (9, 10), (3, 11)] {
        add(
            &mut events,
            DrillStep::Backlog { count },
            at(minute * MINUTE),
        )
        .unwrap();
    }
    add(&mut events, DrillStep::Errors { count: 1 }, at(12 * MINUTE)).unwrap();
    add(&mut events, mark(DrillMark::FirstCase), at(13 * MINUTE)).unwrap();
    add(&mut events, mark(DrillMark::Restored), at(40 * MINUTE)).unwrap();
    let before = course(&events);
    assert_eq!((before.state, before.next), (DrillState::Running, None));
    add(&mut events, DrillStep::Finish, at(41 * MINUTE)).unwrap();
    let done = course(&events);
    assert_eq!(done.state, DrillState::Finished);
    assert_eq!((done.backlog, done.backlog_peak), (Some(3), Some(9)));
    assert_eq!(done.errors, Some(1));
    let manual = done.mark(DrillMark::Manual).unwrap();
    assert_eq!(
        (manual.after_ms, manual.source),
        (8 * MINUTE, TimeSource::Steady)
    );
    assert!(done.jumps.is_empty());
    assert_eq!(done.verdict(Some(10 * MINUTE), 0), DrillVerdict::Within);
    assert_eq!(done.verdict(Some(8 * MINUTE - 1), 0), DrillVerdict::Late);
    assert_eq!(done.verdict(None, 0), DrillVerdict::Open);
}

#[test]
fn marks_out_of_order_and_twice_are_refused_with_the_one_that_is_missing() {
    let mut events = Vec::new();
    let noticed = mark(DrillMark::Noticed);
    let missing = |mark, needed| Err(Refusal::OutOfOrder { mark, needed });
    assert_eq!(
        check(&events, &noticed, &at(0)),
        missing(DrillMark::Noticed, DrillMark::Fault)
    );
    assert_eq!(
        check(&events, &DrillStep::Finish, &at(0)),
        Err(Refusal::NotBegun)
    );
    let backlog = DrillStep::Backlog { count: 1 };
    assert_eq!(check(&events, &backlog, &at(0)), Err(Refusal::NotBegun));
    add(&mut events, mark(DrillMark::Fault), at(0)).unwrap();
    let fault = mark(DrillMark::Fault);
    assert_eq!(
        check(&events, &fault, &at(1)),
        Err(Refusal::Twice(DrillMark::Fault))
    );
    assert_eq!(
        check(&events, &mark(DrillMark::Manual), &at(1)),
        missing(DrillMark::Manual, DrillMark::Noticed)
    );
    assert_eq!(
        check(&events, &DrillStep::Finish, &at(1)),
        Err(Refusal::ManualMissing)
    );
    let many = DrillStep::Errors {
        count: MOST_CASES + 1,
    };
    assert_eq!(check(&events, &many, &at(1)), Err(Refusal::TooMany));
    let abort = DrillStep::Abort {
        reason: " ".to_owned(),
    };
    assert_eq!(check(&events, &abort, &at(1)), Err(Refusal::ReasonMissing));
    let note = DrillStep::Note {
        text: String::new(),
    };
    assert_eq!(check(&events, &note, &at(1)), Err(Refusal::NoteEmpty));
    let long = DrillStep::Note {
        text: "x".repeat(4001),
    };
    assert_eq!(check(&events, &long, &at(1)), Err(Refusal::TooLong));
}

#[test]
fn the_ai_may_be_back_before_the_first_case_is_done() {
    let mut events = marked(&TO_MANUAL);
    add(&mut events, mark(DrillMark::Restored), at(30 * MINUTE)).unwrap();
    let late = mark(DrillMark::FirstCase);
    assert_eq!(
        check(&events, &late, &at(31 * MINUTE)),
        Err(Refusal::Twice(DrillMark::FirstCase))
    );
}

#[test]
fn a_mark_is_taken_back_for_ten_seconds_and_only_the_last_one() {
    let mut events = marked(&[(DrillMark::Fault, 0), (DrillMark::Noticed, 1)]);
    let back = |mark| DrillStep::Withdraw { mark };
    let then = 5_000 + MINUTE;
    assert_eq!(
        check(&events, &back(DrillMark::Fault), &at(then)),
        Err(Refusal::NotLast(DrillMark::Fault))
    );
    let late = at(then + WITHDRAW_MS + 1);
    assert_eq!(
        check(&events, &back(DrillMark::Noticed), &late),
        Err(Refusal::TooLate)
    );
    add(
        &mut events,
        back(DrillMark::Noticed),
        at(then + WITHDRAW_MS),
    )
    .unwrap();
    // The fault is a minute old by now, however young the mark was that went.
    assert_eq!(
        check(&events, &back(DrillMark::Fault), &at(then + WITHDRAW_MS)),
        Err(Refusal::TooLate)
    );
    assert_eq!(course(&events).next, Some(DrillMark::Noticed));
    add(&mut events, mark(DrillMark::Noticed), at(then + MINUTE)).unwrap();
    let noticed = *course(&events).mark(DrillMark::Noticed).unwrap();
    assert_eq!(noticed.after_ms, 2 * MINUTE);
}

#[test]
fn a_clock_that_is_set_back_is_told_and_changes_no_time() {
    let mut events = Vec::new();
    let hour = 3_600_000;
    add(&mut events, mark(DrillMark::Fault), reading("boot", 0, 0)).unwrap();
    add(
        &mut events,
        mark(DrillMark::Noticed),
        reading("boot", 2 * MINUTE, -hour),
    )
    .unwrap();
    add(
        &mut events,
        mark(DrillMark::Decided),
        reading("boot", 3 * MINUTE, 60_000 - hour),
    )
    .unwrap();
    add(
        &mut events,
        mark(DrillMark::Manual),
        reading("boot", 4 * MINUTE, 240_000),
    )
    .unwrap();
    let course = course(&events);
    let times: Vec<u64> = course
        .marks
        .iter()
        .map(|mark| mark.after_ms / MINUTE)
        .collect();
    assert_eq!(times, [0, 2, 3, 4]);
    let jumps: Vec<(u32, i64)> = course
        .jumps
        .iter()
        .map(|jump| (jump.sequence, jump.by_ms))
        .collect();
    assert_eq!(jumps, [(2, -hour - 120_000), (4, hour + 120_000)]);
    assert!(
        course
            .marks
            .iter()
            .all(|mark| mark.source == TimeSource::Steady)
    );
}

#[test]
fn across_a_restart_the_time_of_day_counts_and_says_so() {
    let mut events = marked(&TO_MANUAL[..3]);
    let manual = reading("next boot", 20, 5_000 + 9 * 60_000);
    add(&mut events, mark(DrillMark::Manual), manual).unwrap();
    add(
        &mut events,
        DrillStep::Finish,
        reading("next boot", 10_020, 600_000),
    )
    .unwrap();
    let done = course(&events);
    let manual = done.mark(DrillMark::Manual).unwrap();
    assert_eq!(
        (manual.after_ms, manual.source),
        (9 * MINUTE, TimeSource::Wall)
    );
    assert_eq!(
        done.mark(DrillMark::Decided).unwrap().source,
        TimeSource::Steady
    );
    assert_eq!(done.verdict(Some(10 * MINUTE), 0), DrillVerdict::Within);
}

#[test]
fn what_can_t_be_timed_shows_no_success() {
    let mut events = marked(&TO_MANUAL[..3]);
    let manual = reading("next boot", 20, -60_000);
    add(&mut events, mark(DrillMark::Manual), manual).unwrap();
    add(
        &mut events,
        DrillStep::Finish,
        reading("next boot", 30, -59_000),
    )
    .unwrap();
    let done = course(&events);
    assert_eq!(
        done.mark(DrillMark::Manual).unwrap().source,
        TimeSource::Unknown
    );
    assert_eq!(done.end(0), Some(DrillEnd::Aborted));
    assert_eq!(done.verdict(Some(MINUTE), 0), DrillVerdict::Failed);
}

#[test]
fn a_steady_clock_that_goes_back_is_refused() {
    let events = marked(&TO_MANUAL[..1]);
    let before = reading("boot", 4_999, 60_000);
    assert_eq!(
        check(&events, &mark(DrillMark::Noticed), &before),
        Err(Refusal::Backwards)
    );
}

#[test]
fn what_was_recorded_without_a_passphrase_is_never_lost() {
    let mut events = marked(&TO_MANUAL[..2]);
    let twice = take_in(&events, mark(DrillMark::Noticed), at(3 * MINUTE));
    assert!(twice.aside);
    events.push(twice);
    let next = take_in(&events, mark(DrillMark::Decided), at(4 * MINUTE));
    assert!(!next.aside);
    events.push(next);
    let course = course(&events);
    assert_eq!(course.marks.len(), 3);
    assert_eq!(
        course.mark(DrillMark::Noticed).unwrap().after_ms,
        2 * MINUTE
    );
}

#[test]
fn aborted_and_unfinished_count_as_failed() {
    let mut finished = marked(&TO_MANUAL);
    add(&mut finished, DrillStep::Finish, at(60 * MINUTE)).unwrap();
    let mut aborted = marked(&TO_MANUAL);
    let reason = "a real failure".to_owned();
    add(&mut aborted, DrillStep::Abort { reason }, at(60 * MINUTE)).unwrap();
    let left = marked(&TO_MANUAL[..2]);
    let limit = 10 * MINUTE;
    let (elapsed, source) = running(&left, &at(5_000 + 11 * MINUTE)).unwrap();
    assert_eq!((elapsed, source), (11 * MINUTE, TimeSource::Steady));
    let ends: Vec<DrillEnd> = [(&finished, 0), (&aborted, 0), (&left, elapsed)]
        .into_iter()
        .filter_map(|(events, elapsed)| course(events).end(elapsed))
        .collect();
    let shown = demonstrated(&ends, limit, Level::P95).unwrap();
    let success = shown.success.unwrap();
    assert_eq!((success.count, success.of), (1, 3));
    assert_eq!(
        course(&left).verdict(Some(limit), elapsed),
        DrillVerdict::Failed
    );
    assert_eq!(
        course(&left).verdict(Some(limit), limit),
        DrillVerdict::Open
    );
    // Manual work was reached in time, but nobody said that the drill is over.
    assert_eq!(
        course(&marked(&TO_MANUAL)).verdict(Some(limit), 11 * MINUTE),
        DrillVerdict::Failed
    );
    // A drill that never began shows nothing.
    assert_eq!(course(&[]).end(0), None);
    assert_eq!(running(&[], &at(0)), None);
}

/// One step of a walk: what is tried, how long after the last, and how the time of day moves besides.
fn any_try() -> impl Strategy<Value = (DrillStep, u64, i64, bool)> {
    let any_mark = proptest::sample::select(DrillMark::ALL);
    let step = prop_oneof![
        6 => any_mark.clone().prop_map(|mark| DrillStep::Mark { mark }),
        2 => any_mark.prop_map(|mark| DrillStep::Withdraw { mark }),
        1 => (0..20_u32).prop_map(|count| DrillStep::Backlog { count }),
        1 => (0..20_u32).prop_map(|count| DrillStep::Errors { count }),
        1 => Just(DrillStep::Note { text: "seen".to_owned() }),
        1 => Just(DrillStep::Finish),
        1 => "[a-z ]{0,3}".prop_map(|reason| DrillStep::Abort { reason }),
    ];
    (
        step,
        0..30_000_u64,
        -5_000_000..5_000_000_i64,
        prop::bool::weighted(0.05),
    )
}

/// The machine once more, told as a table: where a drill may go from where.
fn may_go(from: DrillState, to: DrillState) -> bool {
    use DrillState::{Aborted, Finished, Planned, Running};
    matches!(
        (from, to),
        (Planned, Planned | Running | Aborted)
            | (Running, Running | Planned | Finished | Aborted)
            | (Finished, Finished)
            | (Aborted, Aborted)
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_state_machine_holds_under_random_walks(tries in proptest::collection::vec(any_try(), 0..60)) {
        let mut events: Vec<DrillEvent> = Vec::new();
        let (mut steady, mut wall) = (1_000_u64, 0_i64);
        let mut fault: Option<u64> = None;
        for (step, pause, set_by, _) in tries {
            steady += pause;
            wall += set_by;
            let before = course(&events);
            let now = reading("boot", steady, wall);
            match record(&events, step.clone(), now, None) {
                Err(_) => prop_assert_eq!(&course(&events), &before),
                Ok(event) => {
                    prop_assert_eq!(event.sequence as usize, events.len() + 1);
                    events.push(event);
                }
            }
            if step == mark(DrillMark::Fault) && before.marks.is_empty() && course(&events).marks.len() == 1 {
                fault = Some(steady);
            }
            let after = course(&events);
            prop_assert!(may_go(before.state, after.state), "{:?} to {:?}", before.state, after.state);
            let begun = after.mark(DrillMark::Fault).is_some();
            prop_assert_eq!(after.state == DrillState::Planned, !begun && after.abort_reason.is_empty());
            prop_assert!(after.marks.windows(2).all(|pair| pair[0].mark < pair[1].mark && pair[0].after_ms <= pair[1].after_ms));
            if after.state == DrillState::Finished {
                prop_assert!(after.mark(DrillMark::Manual).is_some());
            }
            // Whatever the time of day does, the last mark is as long after the fault as the steady clock says.
            if after.marks.len() > before.marks.len() {
                let last = after.marks.last().unwrap();
                prop_assert_eq!(last.after_ms, steady - fault.unwrap());
                prop_assert_eq!(last.source, TimeSource::Steady);
            }
        }
    }

    #[test]
    fn times_never_go_back_whatever_restarts(tries in proptest::collection::vec(any_try(), 0..60)) {
        let mut events: Vec<DrillEvent> = Vec::new();
        let (mut boot, mut steady, mut wall) = (0, 0_u64, 0_i64);
        for (step, pause, set_by, restarts) in tries {
            steady += pause;
            wall += set_by;
            if restarts {
                boot += 1;
                steady = 0;
            }
            let event = take_in(&events, step, reading(&format!("boot {boot}"), steady, wall));
            events.push(event);
            let after = course(&events);
            prop_assert!(after.marks.windows(2).all(|pair| pair[0].after_ms <= pair[1].after_ms && pair[0].source <= pair[1].source));
        }
    }
}
