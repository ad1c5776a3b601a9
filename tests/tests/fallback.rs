//! Fallback plans and authorisation matrices: what they must say, and how versions compare.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::authorisation::{
    self, Authorisation, AuthorisationGap, MatrixChange, Permission, StopResult, StopTestFacts,
    check_stop_test, compare,
};
use assay_domain::fallback::{
    FallbackPlan, FallbackPlanFacts, PlanGap, Refusal, check, gaps, limit_minutes,
};
use assay_domain::id::{FallbackPlanId, PersonId, SystemId};
use assay_domain::person::Act;
use assay_domain::time::{Date, Timestamp};
use assay_tests::desk::Desk;
use assay_tests::store::uuid;
use serde_json::{Value, json};

fn day(month: u32, day: u32) -> Date {
    Date::from_ymd_opt(2026, month, day).unwrap()
}

fn act() -> Act {
    Act {
        by: PersonId::new(uuid(1)),
        at: Timestamp::from_micros(0),
    }
}

/// A plan that says everything; people keep up with the load.
fn whole() -> FallbackPlanFacts {
    FallbackPlanFacts {
        trigger: "no answer for a minute".to_owned(),
        decider: "shift lead, else deputy".to_owned(),
        manual_method: "take the paper table\ncall the station".to_owned(),
        people: "two dispatchers".to_owned(),
        materials: "cabinet B2".to_owned(),
        capacity_per_hour: Some("12.5".parse().unwrap()),
        load_per_hour: Some("10".parse().unwrap()),
        way_back: "two good runs side by side".to_owned(),
        catch_up: "extra shift".to_owned(),
        ..FallbackPlanFacts::empty(SystemId::new(uuid(2)))
    }
}

fn version(facts: FallbackPlanFacts, approved: bool) -> FallbackPlan {
    FallbackPlan {
        id: FallbackPlanId::new(uuid(3)),
        version: 1,
        facts,
        saved: act(),
        approved: approved.then(act),
    }
}

#[test]
fn a_plan_says_what_it_lacks() {
    let facts = whole();
    assert_eq!(gaps(&version(facts.clone(), true), 30), []);
    assert_eq!(gaps(&version(facts, false), 30), [PlanGap::Approval]);
    let empty = FallbackPlanFacts::empty(SystemId::new(uuid(2)));
    let lacks = gaps(&version(empty.clone(), true), 30);
    assert_eq!(
        lacks.len(),
        9,
        "all but shortfall, limit and approval: {lacks:?}"
    );
    assert_eq!(check(&empty, 30), Err(Refusal::Empty));
}

#[test]
fn capacity_against_load_shows_the_shortfall() {
    let mut facts = whole();
    assert_eq!(facts.shortfall(), None);
    facts.load_per_hour = Some("20.25".parse().unwrap());
    assert_eq!(facts.shortfall().unwrap().to_string(), "7.75");
    assert_eq!(gaps(&version(facts.clone(), true), 30), []);
    facts.catch_up.clear();
    let lacks = gaps(&version(facts.clone(), true), 30);
    assert_eq!(lacks, [PlanGap::Shortfall, PlanGap::CatchUp]);
    facts.load_per_hour = None;
    assert_eq!(facts.shortfall(), None);
}

#[test]
fn the_longest_time_goes_down_freely_and_up_with_a_reason() {
    let mut facts = whole();
    assert_eq!(limit_minutes(Some(&facts), 30), 30);
    assert_eq!(limit_minutes(None, 30), 30);
    facts.limit_minutes = Some(5);
    assert_eq!(check(&facts, 30), Ok(()));
    assert_eq!(limit_minutes(Some(&facts), 30), 5);
    facts.limit_minutes = Some(31);
    let (given, tier) = (31, 30);
    assert_eq!(check(&facts, 30), Err(Refusal::LimitReason { given, tier }));
    facts.limit_reason = "two sites share one desk".to_owned();
    assert_eq!(check(&facts, 30), Ok(()));
    for wrong in [0, 43_201] {
        facts.limit_minutes = Some(wrong);
        assert_eq!(check(&facts, 30), Err(Refusal::Limit));
    }
    facts.limit_minutes = None;
    facts.people = "x".repeat(4001);
    assert_eq!(check(&facts, 30), Err(Refusal::TooLong { most: 4000 }));
}

fn row(action: &str, permission: Permission, expires: Option<Date>) -> Authorisation {
    Authorisation {
        action: action.to_owned(),
        permission,
        approver: "case lead".to_owned(),
        stopper: "duty officer".to_owned(),
        stop_method: "switch S1".to_owned(),
        expires,
    }
}

#[test]
fn versions_of_a_matrix_compare_action_by_action() {
    use MatrixChange::{Added, Narrowed, Removed, Reworded, Same, Widened};
    use Permission::{AfterApproval, Alone, Never};
    let reworded = Authorisation {
        stopper: "somebody else".to_owned(),
        ..row("e", Alone, None)
    };
    let before = [
        row("a", Alone, None),
        row("b", AfterApproval, None),
        row("c", Alone, None),
        row("d", Never, Some(day(1, 1))),
        row("e", Alone, None),
        row("f", Alone, Some(day(6, 1))),
        row("g", Alone, Some(day(6, 1))),
        row("h", Alone, None),
    ];
    let after = [
        row("new", Never, None),
        row(" B ", Alone, None),
        row("c", AfterApproval, None),
        row("d", Never, Some(day(1, 1))),
        reworded,
        row("f", Alone, None),
        row("g", Alone, Some(day(5, 1))),
        row("h", Never, Some(day(5, 1))),
    ];
    let compared = compare(&before, &after);
    let changes: Vec<MatrixChange> = compared.iter().map(|row| row.change).collect();
    let expected = [
        Added, Widened, Narrowed, Same, Reworded, Widened, Narrowed, Narrowed, Removed,
    ];
    assert_eq!(changes, expected);
    let last = compared.last().unwrap();
    assert_eq!(last.before.as_ref().unwrap().action, "a");
    assert_eq!(last.after, None);
}

#[test]
fn an_expired_permission_is_none_and_gaps_are_named() {
    let row = row("answer", Permission::Alone, Some(day(6, 30)));
    assert_eq!(row.on(day(6, 30)), Permission::Alone);
    assert_eq!(row.on(day(7, 1)), Permission::Never);
    assert_eq!(
        authorisation::gaps(&row, day(7, 1)),
        [AuthorisationGap::Expired]
    );
    let bare = Authorisation {
        approver: String::new(),
        stopper: " ".to_owned(),
        stop_method: String::new(),
        ..row
    };
    let approval = Authorisation {
        permission: Permission::AfterApproval,
        expires: None,
        ..bare.clone()
    };
    use AuthorisationGap::{Approver, StopMethod, Stopper};
    let today = day(6, 1);
    assert_eq!(authorisation::gaps(&bare, today), [Stopper, StopMethod]);
    assert_eq!(
        authorisation::gaps(&approval, today),
        [Approver, Stopper, StopMethod]
    );
    let never = Authorisation {
        permission: Permission::Never,
        ..bare
    };
    assert_eq!(authorisation::gaps(&never, day(12, 1)), []);
}

#[test]
fn a_matrix_with_an_empty_or_a_double_action_is_refused() {
    use authorisation::{Refusal, check};
    let one = row("answer", Permission::Alone, None);
    assert_eq!(check(&[]), Err(Refusal::Empty));
    let empty = row("  ", Permission::Alone, None);
    assert_eq!(check(&[one.clone(), empty]), Err(Refusal::ActionMissing(2)));
    let twice = row("ANSWER ", Permission::Never, None);
    assert_eq!(
        check(&[one.clone(), twice]),
        Err(Refusal::ActionTwice("ANSWER".to_owned()))
    );
    let many: Vec<Authorisation> = (0..201)
        .map(|n| row(&n.to_string(), Permission::Never, None))
        .collect();
    assert_eq!(check(&many), Err(Refusal::TooMany));
    let long = row(&"x".repeat(1001), Permission::Never, None);
    assert_eq!(check(&[long]), Err(Refusal::TooLong));
    assert_eq!(check(&[one]), Ok(()));
}

#[test]
fn a_stop_test_needs_a_day_a_tester_and_a_time() {
    use authorisation::Refusal;
    let facts = StopTestFacts {
        system: SystemId::new(uuid(2)),
        action: String::new(),
        day: day(6, 1),
        tester: "duty officer".to_owned(),
        result: StopResult::Stopped,
        stopped_after_s: Some(12),
        note: String::new(),
    };
    let today = day(6, 1);
    assert_eq!(check_stop_test(&facts, today), Ok(()));
    assert_eq!(check_stop_test(&facts, day(5, 31)), Err(Refusal::Future));
    let nobody = StopTestFacts {
        tester: " ".to_owned(),
        ..facts.clone()
    };
    assert_eq!(check_stop_test(&nobody, today), Err(Refusal::TesterMissing));
    let timeless = StopTestFacts {
        stopped_after_s: None,
        ..facts.clone()
    };
    assert_eq!(check_stop_test(&timeless, today), Err(Refusal::TimeMissing));
    let not_stopped = StopTestFacts {
        result: StopResult::NotStopped,
        ..timeless
    };
    assert_eq!(check_stop_test(&not_stopped, today), Ok(()));
    let slow = StopTestFacts {
        stopped_after_s: Some(3_000_000),
        ..facts
    };
    assert_eq!(check_stop_test(&slow, today), Err(Refusal::TimeTooLong));
}

/// A plan as the window sends it.
fn plan(system: &str) -> Value {
    let mut facts = serde_json::to_value(whole()).unwrap();
    facts["system"] = json!(system);
    facts
}

#[test]
fn versions_of_a_plan_are_kept_and_a_stale_write_loses_nothing() {
    let (mut desk, _folder, system) = Desk::office("Load advice");
    let first = desk.call(
        "fallback_plan_save",
        json!({ "id": null, "version": null, "facts": plan(&system) }),
    );
    let id = first["id"].clone();
    let mut facts = plan(&system);
    facts["trigger"] = json!("two wrong answers in a row");
    let save =
        |version: u32, facts: &Value| json!({ "id": id, "version": version, "facts": facts });
    let second = desk.call("fallback_plan_save", save(1, &facts));
    assert_eq!(second["version"], 2);
    // The other open copy still shows version 1.
    facts["decider"] = json!("somebody else");
    let stale = desk
        .try_call("fallback_plan_save", &save(1, &facts))
        .unwrap_err();
    assert_eq!(
        (stale.code.as_str(), stale.args["current"].as_str()),
        ("stale", "2")
    );
    let detail = desk.call("fallback_plan_get", json!({ "id": id }));
    let versions = detail["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 2);
    assert_eq!(
        versions[0]["plan"]["facts"]["trigger"],
        "two wrong answers in a row"
    );
    assert_eq!(
        versions[1]["plan"]["facts"]["trigger"],
        "no answer for a minute"
    );
    assert_eq!(versions[0]["gaps"], json!(["approval"]));
    let stale = desk.try_call("fallback_plan_approve", &json!({ "id": id, "version": 1 }));
    assert_eq!(stale.unwrap_err().code, "stale");
    desk.call("fallback_plan_approve", json!({ "id": id, "version": 2 }));
    let again = desk.try_call("fallback_plan_approve", &json!({ "id": id, "version": 2 }));
    assert_eq!(again.unwrap_err().code, "final");
    let list = desk.call("fallback_list", json!({}));
    let row = &list["systems"][0];
    assert_eq!(row["plans"][0]["gaps"], json!([]));
    // No assessment says the tier, so the one counts that the method takes for what is not answered.
    assert_eq!(
        row["limit"],
        json!({ "tier": 4, "known": false, "minutes": 30 })
    );
    let twice = json!({ "id": null, "version": null, "facts": plan(&system) });
    let taken = desk.try_call("fallback_plan_save", &twice).unwrap_err();
    assert_eq!(taken.code, "fallback-point-taken");
}

#[test]
fn a_matrix_is_compared_with_the_version_approved_before() {
    let (mut desk, _folder, system) = Desk::office("Load advice");
    let rows = |permission: &str| {
        json!([{ "action": "switch a line", "permission": permission, "approver": "shift lead",
            "stopper": "dispatcher", "stopMethod": "key switch", "expires": null }])
    };
    let save = |version: u32, permission: &str| json!({ "system": system, "version": version, "actions": rows(permission), "note": "" });
    let first = desk.call("authorisation_save", save(0, "after_approval"));
    assert_eq!(first["compared"][0]["change"], "added");
    desk.call(
        "authorisation_approve",
        json!({ "system": system, "version": 1 }),
    );
    desk.call("authorisation_save", save(1, "never"));
    let third = desk.call("authorisation_save", save(2, "alone"));
    // Version 2 was never approved, so what counts is the step from version 1.
    assert_eq!(
        (&third["comparedWith"], &third["compared"][0]["change"]),
        (&json!(1), &json!("widened"))
    );
    let stale = desk
        .try_call("authorisation_save", &save(2, "never"))
        .unwrap_err();
    assert_eq!(stale.code, "stale");
    assert_eq!(third["versions"].as_array().unwrap().len(), 3);
    let test = |result: &str, seconds: Value| {
        json!({ "facts": { "system": system, "action": "switch a line", "day": "2026-11-24",
            "tester": "dispatcher", "result": result, "stoppedAfterS": seconds, "note": "" } })
    };
    let refused = desk
        .try_call("stop_test_add", &test("stopped", Value::Null))
        .unwrap_err();
    assert_eq!(refused.code, "stop-test-time-missing");
    let made = desk.call("stop_test_add", test("stopped", json!(14)));
    assert_eq!(made["matrixVersion"], 3);
    let row = desk.call("fallback_list", json!({}))["systems"][0].clone();
    assert_eq!(row["lastStopTest"]["facts"]["stoppedAfterS"], 14);
    assert_eq!(
        (&row["matrixVersion"], &row["matrixApproved"]),
        (&json!(3), &json!(false))
    );
}

#[test]
fn a_draft_does_not_lengthen_what_an_approved_assessment_allows() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::in_folder(folder.path());
    let path = folder.path().join("sample.assay");
    desk.call(
        "workspace_create_sample",
        json!({ "path": path, "locale": "en" }),
    );
    let rows = desk.call("assessment_list", json!({ "system": null }));
    let system = &rows["assessments"][0]["system"];
    let limit = |desk: &mut Desk| {
        let list = desk.call("fallback_list", json!({}));
        let rows = list["systems"].as_array().unwrap().clone();
        let row = rows.into_iter().find(|row| row["system"] == *system);
        row.unwrap()["limit"].clone()
    };
    let approved = limit(&mut desk);
    assert_eq!(approved["tier"], json!(4));
    let value = |value: u8| json!({ "value": value, "reason": "as printed on the scale" });
    let draft = desk.call(
        "assessment_start",
        json!({
            "system": system, "period": { "from": "2026-10-01", "to": "2026-12-31" },
            "context": { "scenario": value(1), "autonomy": value(1), "scale": value(1) },
            "profile": "public-chatbot", "depth": "full",
        }),
    );
    assert!(
        draft["summary"]["tier"].as_u64() < Some(4),
        "{}",
        draft["summary"]
    );
    assert_eq!(limit(&mut desk), approved);
}
