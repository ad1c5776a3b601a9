//! What the records of recurring work propose to the questions of an assessment.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::desk::Desk;
use serde_json::{Value, json};

/// An office with one AI system and an assessment of it that nobody has answered.
fn office() -> (Desk, tempfile::TempDir, String, Value) {
    let (mut desk, folder, system) = Desk::office("Load advice");
    let view = desk.assessment(&system, "public-chatbot");
    let id = view["assessment"]["id"].clone();
    (desk, folder, system, id)
}

/// Returns value, code and arguments of the proposal to a question.
fn proposal(desk: &mut Desk, assessment: &Value, question: &str) -> (String, String, Value) {
    let view = desk.call("assessment_get", json!({ "id": assessment }));
    let mut questions = view["questions"].as_array().unwrap().iter();
    let found = questions.find(|view| view["question"] == question).unwrap();
    let said = &found["proposal"];
    let text = |field: &str| said[field].as_str().unwrap().to_owned();
    (text("value"), text("code"), said["args"].clone())
}

fn said(value: &str, code: &str, args: Value) -> (String, String, Value) {
    (value.to_owned(), code.to_owned(), args)
}

fn plan(desk: &mut Desk, system: &str, months: u16) {
    let facts = json!({ "name": "", "systems": [system], "first": "2026-12-31",
        "cadence": { "unit": "months", "every": months } });
    let save = json!({ "id": null, "revision": 0, "kind": "system_audit", "facts": facts });
    desk.call("plan_save", save);
}

#[test]
fn a_plan_of_audits_is_met_when_it_follows_the_tier_covers_all_and_was_kept() {
    let (mut desk, _folder, system, id) = office();
    let none = said("not_met", "none", json!({ "what": "audit-plan" }));
    assert_eq!(proposal(&mut desk, &id, "b-pr-01"), none);
    plan(&mut desk, &system, 36);
    let args = |planned: &str, systems: &str, missed: &str, follows: &str| json!({ "planned": planned, "systems": systems, "missed": missed, "follows": follows });
    let rare = said("partly", "programme", args("1", "1", "0", "no"));
    assert_eq!(proposal(&mut desk, &id, "b-pr-01"), rare);
    plan(&mut desk, &system, 1);
    let kept = said("met", "programme", args("1", "1", "0", "yes"));
    assert_eq!(proposal(&mut desk, &id, "b-pr-01"), kept);
    desk.system("Letter assistant");
    let half = said("partly", "programme", args("1", "2", "0", "yes"));
    assert_eq!(proposal(&mut desk, &id, "b-pr-01"), half);
    desk.wait_days(70);
    // Both plans are late by then: one date was missed, and one of each plan is overdue.
    let late = said("partly", "programme", args("1", "2", "3", "yes"));
    assert_eq!(proposal(&mut desk, &id, "b-pr-01"), late);
}

#[test]
fn findings_are_looked_after_when_each_has_an_owner_and_none_is_late() {
    let (mut desk, _folder, system, id) = office();
    let add = json!({ "system": system, "from": "2026-10-01", "to": "2026-10-31",
        "title": "The log has gaps", "question": null, "signal": null, "severity": "high" });
    let finding = desk.call("finding_add", add)["id"].clone();
    let args =
        |unowned: &str, late: &str| json!({ "running": "1", "unowned": unowned, "late": late });
    let bare = said("not_met", "findings", args("1", "0"));
    assert_eq!(proposal(&mut desk, &id, "b-pr-03"), bare);
    let facts = json!({ "title": "Mend it", "system": system, "assessment": null,
        "target": { "kind": "finding", "id": finding }, "owner": "Desk lead", "due": "2026-12-24",
        "state": "open", "note": "", "proof": [] });
    desk.call(
        "action_save",
        json!({ "id": null, "facts": facts, "revision": null }),
    );
    let owned = said("met", "findings", args("0", "0"));
    assert_eq!(proposal(&mut desk, &id, "b-pr-03"), owned);
    desk.wait_days(40);
    let late = said("partly", "findings", args("0", "1"));
    assert_eq!(proposal(&mut desk, &id, "b-pr-03"), late);
}

#[test]
fn an_auditor_who_runs_daily_work_is_not_independent() {
    let (mut desk, _folder, system, id) = office();
    let none = said("not_met", "none", json!({ "what": "audits" }));
    assert_eq!(proposal(&mut desk, &id, "b-pr-02"), none);
    let scope = json!({ "dimensions": [], "questions": ["b-sa-01"], "packs": [] });
    let start = json!({ "system": system, "due": "2026-12-31", "scope": scope, "carry": true,
        "period": { "from": "2026-01-01", "to": "2026-09-30" } });
    let audit = desk.call("audit_start", start);
    let record = json!({ "audit": audit["audit"]["id"], "question": "b-sa-01", "revision": 1,
        "result": "conforms", "reason": "", "observation": "" });
    let saved = desk.call("audit_record", record);
    let close = json!({ "audit": audit["audit"]["id"], "revision": saved["revision"],
        "conclusion": "" });
    desk.call("audit_close", close);
    let runs = said("not_met", "auditor-operates", json!({}));
    assert_eq!(proposal(&mut desk, &id, "b-pr-02"), runs);
    let me = desk.call("person_list", json!({}))["persons"][0].clone();
    let roles = json!(["administrator", "assessor", "reviewer", "approver"]);
    let change =
        json!({ "id": me["id"], "name": me["name"], "title": me["title"], "roles": roles });
    desk.call("person_change", change);
    let apart = said("partly", "auditor-apart", json!({}));
    assert_eq!(proposal(&mut desk, &id, "b-pr-02"), apart);
}

#[test]
fn incidents_and_duties_say_what_was_recorded_and_what_came_too_late() {
    let (mut desk, _folder, system, id) = office();
    let none = said("not_met", "none", json!({ "what": "incidents" }));
    assert_eq!(proposal(&mut desk, &id, "b-sa-06"), none);
    let laid_down = said(
        "partly",
        "duties",
        json!({ "duties": "4", "reports": "0", "late": "0" }),
    );
    assert_eq!(proposal(&mut desk, &id, "e-11"), laid_down);
    let entry = json!({ "system": system, "kind": "event", "severity": "considerable",
        "title": "Forecast off by half", "occurredAt": "2026-11-24T13:00",
        "noticedAt": "2026-11-24T13:20", "effect": "", "cause": "A sensor" });
    desk.call(
        "incident_save",
        json!({ "id": null, "revision": null, "entry": entry }),
    );
    let args = |late: &str| json!({ "count": "1", "analysed": "1", "late": late });
    let known = said("partly", "incidents", args("0"));
    assert_eq!(proposal(&mut desk, &id, "b-sa-06"), known);
    desk.wait_days(1);
    let late = said("not_met", "incidents", args("1"));
    assert_eq!(proposal(&mut desk, &id, "b-sa-06"), late);
    let duties = said(
        "partly",
        "duties",
        json!({ "duties": "4", "reports": "0", "late": "1" }),
    );
    assert_eq!(proposal(&mut desk, &id, "e-11"), duties);
}

#[test]
fn exercises_say_what_the_last_of_their_kind_came_to() {
    let (mut desk, _folder, system, id) = office();
    let check = |kind: &str, on: &str, result: &str| json!({ "system": system, "kind": kind, "on": on, "result": result, "note": "" });
    for (question, kind, missing) in [
        ("e-05", "supply_cut_off", "supply-cut-off"),
        ("e-09", "restore_drill", "restore-drill"),
    ] {
        let none = said("not_met", "none", json!({ "what": missing }));
        assert_eq!(proposal(&mut desk, &id, question), none);
        desk.call("check_record", check(kind, "2026-11-20", "failed"));
        desk.call("check_record", check(kind, "2026-11-23", "passed"));
        let args = json!({ "kind": kind, "day": "2026-11-23", "result": "passed" });
        assert_eq!(
            proposal(&mut desk, &id, question),
            said("partly", "exercise", args)
        );
        desk.call("check_record", check(kind, "2026-11-24", "failed"));
        assert_eq!(proposal(&mut desk, &id, question).0, "not_met");
    }
    let rehearsed = json!({ "drills": "0", "cuts": "3" });
    let all = said("partly", "rehearsals", rehearsed);
    assert_eq!(proposal(&mut desk, &id, "b-pr-05"), all);
}
