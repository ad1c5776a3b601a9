//! The programme of audits: due, skipped, moved, paused, missed.

use crate::office::{close, judge, refused, scope, start};
use assay_tests::desk::Desk;
use serde_json::{Value, json};

#[test]
fn a_quarterly_audit_is_due_carried_out_and_due_again() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let proposed = desk.call("plan_propose", json!({ "systems": [system] }));
    assert_eq!(
        proposed["cadence"],
        json!({ "unit": "months", "every": 24 })
    );
    let facts = json!({
        "name": "", "systems": [system], "first": "2026-12-31",
        "cadence": { "unit": "months", "every": 3 },
    });
    let save = json!({ "id": null, "revision": 0, "kind": "system_audit", "facts": facts });
    let plan = desk.call("plan_save", save);
    let due = desk.call("workspace_overview", json!({}))["dueChecks"].clone();
    assert_eq!(
        due.as_array().unwrap().len(),
        0,
        "37 days ahead is not soon"
    );
    desk.wait_days(20);
    let list = desk.call("audit_list", json!({}));
    assert_eq!(list["due"][0]["occurrence"]["due"], "2026-12-31");
    let audit = start(&mut desk, &system, scope(&["safety"], &[]), true);
    assert_eq!(
        desk.call("audit_list", json!({}))["due"],
        json!([]),
        "it is begun"
    );
    judge(&mut desk, &audit, |_| "conforms");
    let closed = close(&mut desk, &audit);
    assert_eq!(closed["audit"]["state"], "closed");
    desk.wait_days(200);
    let programme = desk.call("programme_get", json!({}));
    let missed = &programme["missed"];
    assert_eq!(missed.as_array().unwrap().len(), 1, "{missed}");
    assert_eq!(missed[0]["occurrence"]["due"], "2027-03-31");
    assert_eq!(programme["due"][0]["occurrence"]["state"], "overdue");
    let dates = desk.call("plan_get", json!({ "id": plan["id"] }))["dates"][0]["dates"].clone();
    let states: Vec<&str> = dates
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["state"].as_str().unwrap())
        .collect();
    assert_eq!(states[..3], ["done", "missed", "overdue"]);
    let overview = desk.call("workspace_overview", json!({}));
    assert_eq!(overview["missedChecks"], *missed);
}

#[test]
fn each_kind_of_check_is_planned_for_a_group_and_waits_for_every_system_of_it() {
    let (mut desk, _folder, first) = Desk::office("Loan scoring");
    let group = [first, desk.system("Letter sorting")];
    let kinds = [
        "system_audit",
        "data_flow_check",
        "access_review",
        "restore_drill",
        "stop_test",
        "fallback_drill",
        "supply_cut_off",
    ];
    for kind in kinds {
        let facts = json!({ "name": "", "systems": group, "first": "2026-12-01",
            "cadence": { "unit": "weeks", "every": 6 } });
        let save = json!({ "id": null, "revision": 0, "kind": kind, "facts": facts });
        desk.call("plan_save", save);
    }
    let due = |desk: &mut Desk| -> Vec<(String, Value)> {
        let overview = desk.call("workspace_overview", json!({}));
        let checks = overview["dueChecks"].as_array().unwrap().iter();
        let mut due: Vec<_> = checks
            .map(|check| {
                (
                    check["kind"].as_str().unwrap().to_owned(),
                    check["system"].clone(),
                )
            })
            .collect();
        due.sort_by_key(|(kind, system)| (kind.clone(), system.to_string()));
        due
    };
    let mut expected: Vec<(String, Value)> = kinds
        .iter()
        .flat_map(|kind| {
            group
                .iter()
                .map(|system| ((*kind).to_owned(), json!(system)))
        })
        .collect();
    expected.sort_by_key(|(kind, system)| (kind.clone(), system.to_string()));
    assert_eq!(due(&mut desk), expected);
    // A check that was carried out for one system leaves the other's waiting.
    let check = json!({ "system": group[0], "kind": "access_review", "on": "2026-11-24",
        "result": "passed", "note": "" });
    desk.call("check_record", check);
    expected.retain(|(kind, system)| kind != "access_review" || *system != json!(group[0]));
    assert_eq!(due(&mut desk), expected);
}

#[test]
fn the_cadence_follows_the_application_tier_and_is_the_planner_s_to_change() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let other = desk.system("Letter sorting");
    let view = desk.assessment(&system, "public-chatbot");
    let tier = view["summary"]["tier"].as_u64().unwrap();
    let months = [24, 12, 12, 6, 3][usize::try_from(tier).unwrap() - 1];
    // Of a group, the highest tier counts.
    let asked = json!({ "systems": [other, system], "cadence": null });
    let proposed = desk.call("plan_propose", asked);
    assert_eq!(proposed["tier"], tier);
    assert_eq!(
        proposed["cadence"],
        json!({ "unit": "months", "every": months })
    );
    let own = json!({ "unit": "weeks", "every": 5 });
    let asked = json!({ "systems": [system], "cadence": own });
    let proposed = desk.call("plan_propose", asked);
    assert_eq!(
        (&proposed["cadence"], &proposed["first"]),
        (&own, &json!("2026-12-29"))
    );
    let facts = json!({ "name": "", "systems": [system], "cadence": own,
        "first": proposed["first"] });
    let save = json!({ "id": null, "revision": 0, "kind": "system_audit", "facts": facts });
    let plan = desk.call("plan_save", save);
    assert_eq!(plan["terms"][0]["cadence"], own);
}

#[test]
fn an_audit_is_planned_ahead_once_and_begins_as_it_was_planned() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let ahead = |system: &str, from: &str| {
        json!({ "system": system, "due": "2027-02-01",
            "period": { "from": from, "to": "2026-12-31" } })
    };
    let backwards = ahead(&system, "2027-01-01");
    let code = refused(&mut desk, "audit_schedule", &backwards);
    assert_eq!(code, "stats-range");
    let planned = desk.call("audit_schedule", ahead(&system, "2026-01-01"));
    assert_eq!(planned["state"], "planned");
    let again = ahead(&system, "2026-01-01");
    let code = refused(&mut desk, "audit_schedule", &again);
    assert_eq!(code, "audit-running");
    let list = desk.call("audit_list", json!({}));
    assert_eq!(list["open"][0]["audit"], planned);
    let proposed = desk.call("audit_propose", json!({ "system": system }));
    assert_eq!(proposed["waiting"], planned);
    let begun = start(&mut desk, &system, scope(&["safety"], &[]), true);
    assert_eq!(begun["audit"]["id"], planned["id"]);
    let nobody = ahead("00000000-0000-0000-0000-000000000000", "2026-01-01");
    let code = refused(&mut desk, "audit_schedule", &nobody);
    assert_eq!(code, "not-found");
}

#[test]
fn a_plan_is_skipped_moved_paused_and_never_changed_backwards() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let facts = |every: u32, first: &str| {
        json!({
            "name": "group", "systems": [system], "first": first,
            "cadence": { "unit": "months", "every": every },
        })
    };
    let save =
        |facts: Value| json!({ "id": null, "revision": 0, "kind": "stop_test", "facts": facts });
    assert_eq!(
        refused(&mut desk, "plan_save", &save(facts(0, "2027-01-31"))),
        "plan-cadence-zero"
    );
    assert_eq!(
        refused(&mut desk, "plan_save", &save(facts(1, "2026-11-23"))),
        "plan-first-past"
    );
    let plan = desk.call("plan_save", save(facts(1, "2026-12-31")));
    let except = |revision: u32, due: &str, to: Value, reason: &str| {
        json!({
            "id": plan["id"], "revision": revision, "due": due, "movedTo": to, "reason": reason,
        })
    };
    let silent = except(1, "2027-01-31", Value::Null, " ");
    assert_eq!(refused(&mut desk, "plan_except", &silent), "plan-reason");
    let plan_2 = desk.call(
        "plan_except",
        except(1, "2027-01-31", json!("2027-02-10"), "no auditor"),
    );
    let stale = except(1, "2027-02-28", Value::Null, "holidays");
    assert_eq!(refused(&mut desk, "plan_except", &stale), "stale");
    let kept = desk.call("plan_get", json!({ "id": plan["id"] }));
    assert_eq!(
        kept["row"]["plan"], plan_2,
        "the refused write changed nothing"
    );
    desk.call(
        "plan_except",
        except(2, "2027-02-28", Value::Null, "holidays"),
    );
    desk.wait_days(50);
    let late = except(3, "2026-12-31", Value::Null, "we forgot");
    assert_eq!(refused(&mut desk, "plan_except", &late), "plan-passed");
    let pause = |revision: u32, paused: bool| {
        json!({
            "id": plan["id"], "revision": revision, "paused": paused, "reason": "rebuilding",
        })
    };
    desk.call("plan_pause", pause(3, true));
    assert_eq!(
        refused(&mut desk, "plan_pause", &pause(4, true)),
        "plan-paused"
    );
    desk.wait_days(60);
    desk.call("plan_pause", pause(4, false));
    let dates = desk.call("plan_get", json!({ "id": plan["id"] }))["dates"][0]["dates"].clone();
    let told: Vec<[&str; 2]> = dates
        .as_array()
        .unwrap()
        .iter()
        .map(|d| [d["due"].as_str().unwrap(), d["state"].as_str().unwrap()])
        .collect();
    assert_eq!(
        told[..4],
        [
            ["2026-12-31", "overdue"],
            ["2027-02-10", "paused"],
            ["2027-02-28", "skipped"],
            ["2027-03-31", "ahead"],
        ]
    );
}
