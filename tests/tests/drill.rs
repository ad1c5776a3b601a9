//! Drills: the order of the marks, times that hold when the clock does not, and what they come to.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::drill::{
    ClockReading, DrillEvent, DrillMark, DrillState, DrillStep, DrillVerdict, MOST_CASES, Refusal,
    TimeSource, WITHDRAW_MS, check, course, record, running, take_in,
};
use assay_domain::programme::{CheckKind, CheckResult};
use assay_domain::stats::Level;
use assay_domain::stats::drill::{DrillEnd, demonstrated};
use assay_domain::time::Timestamp;
use assay_store::{Passphrase, Store};
use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::store::random;
use assay_tests::terminal::Terminal;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

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

/// A planned drill of an office's system.
fn planned(desk: &mut Desk, system: &str) -> Value {
    let facts = json!({ "system": system, "named": "", "decisionPoint": "", "plan": null,
        "plannedFor": null, "scenario": "no answer", "announced": false, "observers": "auditor",
        "limitMinutes": null });
    desk.call(
        "drill_plan",
        json!({ "id": null, "revision": null, "facts": facts }),
    )
}

fn set(desk: &mut Desk, drill: &Value, mark: &str) -> Value {
    let step = json!({ "kind": "mark", "mark": mark });
    desk.call("drill_step", json!({ "id": drill, "step": step }))
}

/// Runs a drill to its end, a minute between the marks, and answers with its detail.
fn finish(desk: &mut Desk, system: &str) -> Value {
    let id = planned(desk, system)["drill"]["id"].clone();
    for mark in ["fault", "noticed", "decided", "manual"] {
        set(desk, &id, mark);
        desk.wait_ms(60_000);
    }
    desk.call(
        "drill_step",
        json!({ "id": id, "step": { "kind": "finish" } }),
    )
}

/// Copies a workspace as it lies there, which is what a program that was killed leaves behind.
fn killed(folder: &Path) -> TempDir {
    let left = TempDir::new().unwrap();
    for file in std::fs::read_dir(folder).unwrap().flatten() {
        if file.path().is_file() {
            std::fs::copy(file.path(), left.path().join(file.file_name())).unwrap();
        }
    }
    left
}

#[test]
fn a_drill_survives_a_kill_and_goes_on_with_the_right_times() {
    let (mut desk, folder, system) = Desk::office("Load advice");
    let id = planned(&mut desk, &system)["drill"]["id"].clone();
    set(&mut desk, &id, "fault");
    desk.wait_ms(125_000);
    set(&mut desk, &id, "noticed");
    let left = killed(folder.path());
    desk.wait_ms(300_000);
    let passed = desk.passed_ms();
    let mut after = Desk::in_folder(left.path());
    after.wait_ms(passed);
    after.open(&left.path().join("office.assay"), PASSPHRASE);
    let detail = after.call("drill_get", json!({ "id": id }));
    assert_eq!(detail["course"]["next"], "decided");
    let elapsed = detail["now"]["elapsedMs"].as_u64().unwrap();
    assert!((425_000..426_000).contains(&elapsed), "{elapsed}");
    let detail = set(&mut after, &id, "decided");
    let marks = detail["course"]["marks"].as_array().unwrap();
    let times: Vec<u64> = marks
        .iter()
        .map(|mark| mark["afterMs"].as_u64().unwrap() / 1000)
        .collect();
    assert_eq!(times, [0, 125, 425]);
    assert!(marks.iter().all(|mark| mark["source"] == "steady"));
}

#[test]
fn a_drill_is_compared_with_the_time_that_held_when_it_began() {
    let (mut desk, _folder, system) = Desk::office("Load advice");
    let done = finish(&mut desk, &system);
    assert_eq!(
        (&done["verdict"], &done["limitMinutes"]),
        (&json!("within"), &json!(30))
    );
    assert_eq!(done["course"]["marks"][3]["source"], "steady");
    let plan = json!({ "system": system, "decisionPoint": "", "trigger": "no answer", "decider": "",
        "manualMethod": "", "people": "", "materials": "", "capacityPerHour": null,
        "loadPerHour": null, "limitMinutes": 2, "limitReason": "", "wayBack": "", "catchUp": "" });
    desk.call(
        "fallback_plan_save",
        json!({ "id": null, "version": null, "facts": plan }),
    );
    let late = finish(&mut desk, &system);
    assert_eq!(
        (&late["verdict"], &late["limitMinutes"]),
        (&json!("late"), &json!(2))
    );
    assert_eq!(late["plan"]["trigger"], "no answer");
    // The first one still counts against its own half hour.
    let list = desk.call("drill_list", json!({ "system": system }));
    let success = &list["demonstrated"]["success"];
    assert_eq!((&success["count"], &success["of"]), (&json!(1), &json!(2)));
    let row = desk.call("fallback_list", json!({}))["systems"][0].clone();
    assert_eq!(
        (&row["lastDrill"]["verdict"], &row["drillWithinYear"]),
        (&json!("late"), &json!(true))
    );
}

#[test]
fn a_finished_drill_is_a_check_of_the_programme_and_one_given_up_is_none() {
    let (mut desk, folder, system) = Desk::office("Load advice");
    finish(&mut desk, &system);
    let given_up = planned(&mut desk, &system)["drill"]["id"].clone();
    set(&mut desk, &given_up, "fault");
    let abort = json!({ "kind": "abort", "reason": "storm" });
    desk.call("drill_step", json!({ "id": given_up, "step": abort }));
    let test = json!({ "facts": { "system": system, "action": "", "day": "2026-11-23",
        "tester": "auditor", "result": "partly", "stoppedAfterS": null, "note": "" } });
    desk.call("stop_test_add", test);
    desk.call("workspace_lock", json!({}));
    let path = folder.path().join("office.assay");
    let store = Store::open(&path, &Passphrase::from(PASSPHRASE), None, random()).unwrap();
    let checks = store.read(|read| read.checks().list(None, None)).unwrap();
    let said: Vec<_> = checks
        .iter()
        .map(|check| (check.kind, check.on.to_string(), check.result))
        .collect();
    let stop = (
        CheckKind::StopTest,
        "2026-11-23".to_owned(),
        CheckResult::Partly,
    );
    let drill = (
        CheckKind::FallbackDrill,
        "2026-11-24".to_owned(),
        CheckResult::Passed,
    );
    assert_eq!(said, [stop, drill]);
}

#[test]
fn bad_steps_are_sentences_and_lose_nothing() {
    let (mut desk, _folder, system) = Desk::office("Load advice");
    let id = planned(&mut desk, &system)["drill"]["id"].clone();
    let refused = |desk: &mut Desk, step: Value| {
        let request = json!({ "id": id, "step": step });
        desk.try_call("drill_step", &request).unwrap_err()
    };
    let mark = |mark: &str| json!({ "kind": "mark", "mark": mark });
    assert_eq!(refused(&mut desk, mark("lunch")).code, "request-malformed");
    let early = refused(&mut desk, mark("manual"));
    assert_eq!(
        (early.code.as_str(), early.args["needed"].as_str()),
        ("drill-mark-order", "fault")
    );
    let empty = json!({ "kind": "abort", "reason": " " });
    assert_eq!(refused(&mut desk, empty).code, "drill-reason-missing");
    let detail = desk.call("drill_get", json!({ "id": id }));
    assert_eq!(detail["drill"]["events"], json!([]));
    let mut facts = detail["drill"]["facts"].clone();
    facts["scenario"] = json!("wrong answers");
    let save = |revision: u32| json!({ "id": id, "revision": revision, "facts": facts });
    desk.call("drill_plan", save(1));
    assert_eq!(
        desk.try_call("drill_plan", &save(1)).unwrap_err().code,
        "stale"
    );
    set(&mut desk, &id, "fault");
    let begun = desk.try_call("drill_plan", &save(3)).unwrap_err();
    assert_eq!(begun.code, "drill-begun");
    facts["system"] = Value::Null;
    let nobody = json!({ "id": null, "revision": null, "facts": facts });
    assert_eq!(
        desk.try_call("drill_plan", &nobody).unwrap_err().code,
        "drill-system-missing"
    );
}

#[test]
fn a_clock_set_back_during_a_drill_is_in_its_detail() {
    let (mut desk, _folder, system) = Desk::office("Load advice");
    let id = planned(&mut desk, &system)["drill"]["id"].clone();
    set(&mut desk, &id, "fault");
    desk.wait_ms(60_000);
    desk.set_clock_by_ms(-7_200_000);
    let detail = set(&mut desk, &id, "noticed");
    let jump = &detail["course"]["jumps"][0];
    let by = jump["byMs"].as_i64().unwrap();
    assert!((by + 7_200_000).abs() < 100, "{by}");
    let after = detail["course"]["marks"][1]["afterMs"].as_u64().unwrap();
    assert!((60_000..60_100).contains(&after), "{after}");
    desk.reboot();
    let detail = set(&mut desk, &id, "decided");
    assert_eq!(detail["course"]["marks"][2]["source"], "wall");
}

/// Assesses a system over a quarter with everything of clause i met and proven, and answers with the level
/// of 6.3 i that counts.
fn counted_level(desk: &mut Desk, system: &str, year: u16) -> u64 {
    let value = json!({ "value": 1, "reason": "as printed on the scale" });
    let begun = desk.call(
        "assessment_start",
        json!({
            "system": system, "depth": "full", "profile": null,
            "period": { "from": format!("{year}-10-01"), "to": format!("{year}-12-31") },
            "context": { "scenario": value, "autonomy": value, "scale": value },
        }),
    );
    let id = begun["assessment"]["id"].clone();
    let questions = begun["questions"].as_array().unwrap().iter();
    for view in questions.filter(|view| view["question"].as_str().unwrap().starts_with("i-")) {
        let question = &view["question"];
        let revision = &view["answer"]["revision"];
        desk.call(
            "answer_save",
            json!({ "assessment": id, "question": question, "value": "met",
            "note": "", "naReason": "", "revision": revision }),
        );
        desk.call(
            "evidence_add",
            json!({ "assessment": id,
            "target": { "kind": "question", "id": question }, "piece": { "path": null,
            "locator": "cabinet B2", "name": "record", "shows": "it is so", "dated": null,
            "standing": "current_independent", "keepContent": false } }),
        );
    }
    level_of(desk, &id)
}

fn level_of(desk: &mut Desk, assessment: &Value) -> u64 {
    let view = desk.call("assessment_get", json!({ "id": assessment }));
    let clauses = view["clauses"].as_array().unwrap();
    let clause = clauses.iter().find(|task| task["clause"] == "i").unwrap();
    assert_eq!(clause["level"], 4, "everything is met and proven");
    clause["countedLevel"].as_u64().unwrap()
}

#[test]
fn no_drill_in_twelve_months_caps_the_clause_and_a_finished_one_lifts_it() {
    let (mut desk, _folder, system) = Desk::office("Load advice");
    let record = |at: &str| {
        json!({ "entry": { "system": system, "decidedAt": at, "caseKey": at,
        "aiOutput": "grant", "humanFinal": "refuse", "disposition": "overridden",
        "reasonCode": "wrong-fact" } })
    };
    desk.call("decision_add", record("2026-11-23T09:30"));
    assert_eq!(counted_level(&mut desk, &system, 2026), 3, "no drill");
    let rows = desk.call("assessment_list", json!({ "system": system }));
    let assessment = rows["assessments"][0]["id"].clone();
    let given_up = planned(&mut desk, &system)["drill"]["id"].clone();
    set(&mut desk, &given_up, "fault");
    desk.call(
        "drill_step",
        json!({ "id": given_up, "step": { "kind": "abort", "reason": "storm" } }),
    );
    assert_eq!(level_of(&mut desk, &assessment), 3, "one that was given up");
    finish(&mut desk, &system);
    assert_eq!(level_of(&mut desk, &assessment), 4, "one that was finished");
    desk.wait_days(365);
    desk.call("decision_add", record("2027-11-20T09:30"));
    assert_eq!(
        counted_level(&mut desk, &system, 2027),
        3,
        "more than twelve months ago"
    );
    assert_eq!(
        level_of(&mut desk, &assessment),
        4,
        "the period before keeps its drill"
    );
}

/// A locked workspace with one system, and a desk before its lock screen.
fn locked() -> (Desk, TempDir, String) {
    let (mut desk, folder, _) = Desk::office("Load advice");
    desk.call("workspace_lock", json!({}));
    let path = folder.path().join("office.assay");
    (desk, folder, path.to_str().unwrap().to_owned())
}

fn begin(desk: &mut Desk, path: &str, named: &str) -> Value {
    desk.call(
        "locked_drill_begin",
        json!({ "path": path, "named": named,
        "scenario": "scores never arrive", "announced": false, "observers": "auditor Zhao" }),
    )
}

fn locked_step(desk: &mut Desk, step: Value) -> Value {
    desk.call("locked_drill_step", json!({ "step": step }))
}

fn locked_mark(desk: &mut Desk, mark: &str) -> Value {
    locked_step(desk, json!({ "kind": "mark", "mark": mark }))
}

fn drills_file(folder: &TempDir) -> PathBuf {
    folder.path().join("office.assay-drills")
}

#[test]
fn a_drill_begins_at_the_lock_screen_survives_a_kill_and_is_taken_in() {
    let (mut desk, folder, path) = locked();
    begin(&mut desk, &path, "load ADVICE");
    locked_mark(&mut desk, "fault");
    desk.wait_ms(90_000);
    let shown = locked_mark(&mut desk, "noticed");
    assert_eq!(shown["current"]["course"]["next"], "decided");
    locked_step(
        &mut desk,
        json!({ "kind": "note", "text": "phones were busy" }),
    );
    let bytes = std::fs::read(drills_file(&folder)).unwrap();
    for secret in [
        "load", "ADVICE", "scores", "Zhao", "fault", "noticed", "phones", "2026-", "Step", "begin",
    ] {
        let found = bytes
            .windows(secret.len())
            .any(|part| part.eq_ignore_ascii_case(secret.as_bytes()));
        assert!(!found, "{secret} can be read on disk");
    }
    // SIGKILL: a new program stands before the same lock screen.
    let left = killed(folder.path());
    let path = left.path().join("office.assay");
    desk.wait_ms(30_000);
    let mut after = Desk::in_folder(left.path());
    after.wait_ms(desk.passed_ms());
    let request = json!({ "path": path });
    let waiting = after.call("locked_drill_get", request);
    assert_eq!(waiting["current"], Value::Null);
    assert_eq!(waiting["waiting"][0]["entries"], 4);
    let drill = waiting["waiting"][0]["drill"].clone();
    after.call(
        "locked_drill_resume",
        json!({ "path": path, "drill": drill }),
    );
    let shown = locked_mark(&mut after, "decided");
    assert_eq!(
        (&shown["current"]["resumed"], &shown["current"]["entries"]),
        (&json!(true), &json!(5))
    );
    after.wait_ms(60_000);
    let opened = after.open(&path, PASSPHRASE);
    let taken = json!({ "drills": [drill], "entries": 4, "damaged": [], "missing": 0 });
    assert_eq!(opened["takenIn"], taken);
    assert!(!drills_file(&left).exists());
    let detail = set(&mut after, &drill, "manual");
    assert_eq!(detail["systemName"], "Load advice");
    assert_eq!(
        (&detail["limitMinutes"], &detail["drill"]["facts"]["named"]),
        (&json!(30), &json!("load ADVICE"))
    );
    let marks = detail["course"]["marks"].as_array().unwrap();
    let times: Vec<u64> = marks
        .iter()
        .map(|mark| mark["afterMs"].as_u64().unwrap() / 1000)
        .collect();
    assert_eq!(times, [0, 90, 120, 180]);
    let history = after.call("history_list", json!({ "before": null, "limit": 20 }));
    let entries = history["entries"].as_array().unwrap();
    assert!(
        entries
            .iter()
            .any(|entry| entry["action"] == "drill.take_in")
    );
    let check = after.call("workspace_check", json!({}));
    assert_eq!(check["ok"], true);
    after.call("workspace_lock", json!({}));
    assert_eq!(after.open(&path, PASSPHRASE)["takenIn"], Value::Null);
}

#[test]
fn damaged_entries_are_told_and_the_rest_is_taken_in() {
    let (mut desk, folder, path) = locked();
    begin(&mut desk, &path, "the dispatcher");
    for mark in ["fault", "noticed", "decided"] {
        locked_mark(&mut desk, mark);
    }
    let text = std::fs::read_to_string(drills_file(&folder)).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let place = lines[2].len() - 9;
    let other = if &lines[2][place..=place] == "0" {
        "1"
    } else {
        "0"
    };
    lines[2].replace_range(place..=place, other);
    // An entry in another one's place opens as little as one that was changed.
    let moved = lines[3].replacen(" 4 ", " 5 ", 1);
    let torn = "0190";
    std::fs::write(
        drills_file(&folder),
        format!("{}\n{moved}\n{torn}", lines.join("\n")),
    )
    .unwrap();
    locked_step(
        &mut desk,
        json!({ "kind": "note", "text": "after the cut" }),
    );
    let taken = desk.open(Path::new(&path), PASSPHRASE)["takenIn"].clone();
    assert_eq!(
        (&taken["entries"], &taken["damaged"], &taken["missing"]),
        (&json!(3), &json!([3, 5, 6]), &json!(1))
    );
    assert!(folder.path().join("office.assay-drills.damaged").exists());
    let list = desk.call("fallback_list", json!({}));
    let unassigned = &list["unassigned"][0];
    assert_eq!(unassigned["systemName"], "the dispatcher");
    // What came after the entry that is lost does not fit any more, and is kept aside.
    let detail = desk.call("drill_get", json!({ "id": unassigned["id"] }));
    let aside: Vec<bool> = detail["drill"]["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["aside"] == true)
        .collect();
    assert_eq!(aside, [false, true, false]);
    let mut facts = detail["drill"]["facts"].clone();
    facts["system"] = list["systems"][0]["system"].clone();
    let named = desk.call(
        "drill_plan",
        json!({ "id": unassigned["id"], "revision": 1, "facts": facts }),
    );
    assert_eq!(
        (&named["systemName"], &named["limitMinutes"]),
        (&json!("Load advice"), &json!(30))
    );
}

#[test]
fn what_was_taken_in_is_not_taken_in_twice() {
    let (mut desk, folder, path) = locked();
    begin(&mut desk, &path, "Load advice");
    locked_mark(&mut desk, "fault");
    let kept = std::fs::read(drills_file(&folder)).unwrap();
    let first = desk.open(Path::new(&path), PASSPHRASE);
    assert_eq!(first["takenIn"]["entries"], 1);
    desk.call("workspace_lock", json!({}));
    // The program was killed after the change was saved and before the file was removed.
    std::fs::write(drills_file(&folder), kept).unwrap();
    let second = desk.open(Path::new(&path), PASSPHRASE);
    assert_eq!(second["takenIn"]["entries"], 0);
    let list = desk.call("drill_list", json!({ "system": null }));
    assert_eq!(list["drills"].as_array().unwrap().len(), 1);
}

#[test]
fn the_lock_screen_refuses_in_sentences() {
    let (mut desk, folder, path) = locked();
    let nameless =
        json!({ "path": path, "named": " ", "scenario": "", "announced": true, "observers": "" });
    assert_eq!(
        desk.refused("locked_drill_begin", nameless),
        "drill-named-empty"
    );
    let mark = json!({ "step": { "kind": "mark", "mark": "fault" } });
    assert_eq!(
        desk.refused("locked_drill_step", mark.clone()),
        "drill-not-waiting"
    );
    let nowhere = folder.path().join("none.assay");
    let nowhere = json!({ "path": nowhere, "named": "x", "scenario": "", "announced": true, "observers": "" });
    assert_eq!(
        desk.refused("locked_drill_begin", nowhere),
        "workspace-missing"
    );
    begin(&mut desk, &path, "Load advice");
    let early = json!({ "step": { "kind": "mark", "mark": "decided" } });
    assert_eq!(desk.refused("locked_drill_step", early), "drill-mark-order");
    // Somebody else unlocks the workspace in another program.
    let mut other = Desk::in_folder(folder.path());
    other.open(Path::new(&path), PASSPHRASE);
    assert_eq!(
        desk.refused("locked_drill_step", mark),
        "workspace-open-elsewhere"
    );
}

/// The terminal keeps its own clock, so that each mark is a program of its own, as after a kill.
#[test]
fn a_drill_is_run_from_the_terminal_one_program_a_mark() {
    let (mut desk, folder, system) = Desk::office("Load advice");
    desk.call("workspace_lock", json!({}));
    let terminal = Terminal::in_folder(folder.path()).as_person(PASSPHRASE);
    let path = folder.path().join("office.assay");
    let path = path.to_str().unwrap();
    let run = |arguments: &[&str], status: i32| terminal.run(arguments).with(status);
    let begun = run(&["drill", "start", path, "--system", &system, "--json"], 0).json();
    let id = begun["drill"]["id"].as_str().unwrap().to_owned();
    for mark in ["noticed", "decided", "manual"] {
        run(&["drill", "mark", path, &id, mark], 0);
    }
    let early = run(&["drill", "mark", path, &id, "noticed"], 2);
    assert!(
        early.complaint.contains("marked already"),
        "{}",
        early.complaint
    );
    let nothing = run(&["drill", "mark", path, &id], 2);
    assert!(
        nothing.complaint.contains("--backlog"),
        "{}",
        nothing.complaint
    );
    run(
        &[
            "drill",
            "mark",
            path,
            &id,
            "--backlog",
            "7",
            "--note",
            "phones were busy",
        ],
        0,
    );
    let done = run(&["drill", "finish", path, &id, "--json"], 0).json();
    assert_eq!(
        (&done["course"]["state"], &done["verdict"]),
        (&json!("finished"), &json!("within"))
    );
    let marks = done["course"]["marks"].as_array().unwrap();
    let after: Vec<u64> = marks
        .iter()
        .map(|mark| mark["afterMs"].as_u64().unwrap())
        .collect();
    assert!(after.is_sorted() && after[3] < 600_000, "{after:?}");
    let shown = run(&["drill", "show", path, &id, "--lang", "zh-CN"], 0);
    assert!(
        shown.out.contains("人工方式已运行") && shown.out.contains("按时"),
        "{}",
        shown.out
    );
    let list = run(&["drill", "list", path, "--json"], 0).json();
    assert_eq!(list["demonstrated"]["success"]["count"], 1);
    let facts = r#"{ "trigger": "no answer", "limitMinutes": 5 }"#;
    let set = ["fallback", "set", path, "--system", &system, "--json"];
    let plan = terminal.run_with(&set, facts).with(0).json();
    let plan_id = plan["id"].as_str().unwrap();
    let next = ["fallback", "set", path, "--plan", plan_id];
    terminal
        .run_with(&next, r#"{ "decider": "shift lead" }"#)
        .with(0);
    let shown = run(&["fallback", "show", path, plan_id], 0);
    assert!(
        shown.out.contains("shift lead") && shown.out.contains("no answer"),
        "{}",
        shown.out
    );
    let long = r#"{ "limitMinutes": 31, "limitReason": "" }"#;
    let refused = terminal.run_with(&next, long).with(2);
    assert!(refused.complaint.contains("31"), "{}", refused.complaint);
    run(&["fallback", "approve", path, plan_id], 0);
    run(&["fallback", "list", path], 0);
    let rows = r#"[{ "action": "switch", "permission": "alone", "approver": "", "stopper": "desk",
        "stopMethod": "key", "expires": null }]"#;
    let matrix = ["authorisation", "set", path, "--system", &system];
    terminal.run_with(&matrix, rows).with(0);
    run(&["authorisation", "approve", path, "--system", &system], 0);
    let test = [
        "authorisation",
        "test",
        path,
        "--system",
        &system,
        "--stop-result",
        "stopped",
    ];
    let more = ["--tester", "desk", "--day", "2026-11-20", "--seconds", "9"];
    run(&[&test[..], &more[..]].concat(), 0);
    let shown = run(
        &["authorisation", "show", path, "--system", &system, "--json"],
        0,
    )
    .json();
    assert_eq!(shown["stopTests"][0]["facts"]["stoppedAfterS"], 9);
}
