//! Drills in a workspace: what survives a kill, what they are compared with, what is refused.

use crate::office::{finish, killed, planned, set};
use assay_domain::programme::{CheckKind, CheckResult};
use assay_store::{Passphrase, Store};
use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::store::random;
use serde_json::{Value, json};

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
