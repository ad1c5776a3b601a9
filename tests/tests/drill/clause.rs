//! What drills do to clause 6.3 i.

use crate::office::{finish, planned, set};
use assay_tests::desk::Desk;
use serde_json::{Value, json};

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

#[test]
fn evidence_of_the_newest_drill_stands_behind_the_proposal_to_clause_i() {
    let (mut desk, _folder, system) = Desk::office("Load advice");
    let begun = desk.assessment(&system, "public-chatbot");
    let assessment = &begun["assessment"]["id"];
    let standing = |desk: &mut Desk| {
        let view = desk.call("assessment_get", json!({ "id": assessment }));
        let mut questions = view["questions"].as_array().unwrap().iter();
        let rehearsed = questions.find(|view| view["question"] == "i-10").unwrap();
        rehearsed["proposal"]["args"]["standing"].clone()
    };
    let drill = finish(&mut desk, &system)["drill"]["id"].clone();
    assert_eq!(standing(&mut desk), "none");
    let piece = |standing: &str| {
        json!({ "path": null, "locator": "shelf 3", "name": "Protocol", "shows": "times",
            "dated": "2026-11-24", "standing": standing, "keepContent": false })
    };
    let add = |standing: &str| json!({ "id": drill, "piece": piece(standing) });
    let seen = desk.call("drill_evidence_add", add("current_independent"));
    assert_eq!(seen["evidence"][0]["name"], "Protocol");
    assert_eq!(standing(&mut desk), "current_independent");
    let off = json!({ "id": drill, "piece": seen["evidence"][0]["id"] });
    let seen = desk.call("drill_evidence_detach", off);
    assert_eq!(seen["evidence"], json!([]));
    desk.call("drill_evidence_add", add("attached"));
    assert_eq!(standing(&mut desk), "attached");
    desk.wait_days(1);
    finish(&mut desk, &system);
    assert_eq!(standing(&mut desk), "none", "the newest has none");
    let nothing = json!({ "id": drill, "piece": piece("none") });
    assert_eq!(
        desk.refused("drill_evidence_add", nothing),
        "evidence-standing"
    );
}
