//! An audit from its beginning to what it feeds.

use crate::office::{
    audited, close, get, items, judge, new_version, record, refused, scope, start,
};
use assay_tests::desk::Desk;
use serde_json::{Value, json};

#[test]
fn two_open_copies_of_an_audit_lose_nothing() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let audit = start(&mut desk, &system, scope(&["safety"], &[]), true);
    let (first, second) = (&items(&audit)[0], &items(&audit)[1]);
    desk.call("audit_record", record(&audit, first, "partly"));
    let late = record(&audit, first, "conforms");
    assert_eq!(refused(&mut desk, "audit_record", &late), "stale");
    desk.call("audit_record", record(&audit, second, "fails"));
    let kept = items(&get(&mut desk, &audit));
    assert_eq!(kept[0]["item"]["result"], "partly");
    assert_eq!(kept[1]["item"]["result"], "fails");
    let now = get(&mut desk, &audit);
    judge(&mut desk, &now, |_| "not_tested");
    let unseen = json!({
        "audit": audit["audit"]["id"], "revision": audit["audit"]["revision"], "conclusion": "",
    });
    assert_eq!(refused(&mut desk, "audit_close", &unseen), "stale");
    close(&mut desk, &audit);
    let after = record(&audit, &items(&get(&mut desk, &audit))[0], "conforms");
    assert_eq!(refused(&mut desk, "audit_record", &after), "audit-closed");
}

#[test]
fn a_result_says_who_judged_when_and_why_it_does_not_apply() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let audit = start(&mut desk, &system, scope(&["safety"], &[]), true);
    let view = &items(&audit)[0];
    for field in ["how", "take"] {
        let text = &view["asked"][field];
        assert!(!text["en"].as_str().unwrap().is_empty(), "{field}");
        assert!(!text["zh"].as_str().unwrap().is_empty(), "{field}");
    }
    let mut silent = record(&audit, view, "not_applicable");
    silent["reason"] = json!(" ");
    assert_eq!(refused(&mut desk, "audit_record", &silent), "audit-reason");
    let mut long = record(&audit, view, "partly");
    long["observation"] = json!("x".repeat(10_001));
    assert_eq!(refused(&mut desk, "audit_record", &long), "text-too-long");
    assert_eq!(items(&get(&mut desk, &audit))[0], *view, "nothing was kept");
    let me = desk.call("app_status", json!({}))["open"]["person"]["id"].clone();
    let saved = desk.call("audit_record", record(&audit, view, "not_applicable"));
    let item = &saved["view"]["item"];
    assert_eq!(
        (&item["reason"], &item["observation"], &item["judged"]["by"]),
        (&json!("no such part"), &json!("seen on site"), &me)
    );
    assert!(
        item["judged"]["at"]
            .as_str()
            .unwrap()
            .starts_with("2026-11-24T06:00")
    );
    let mut open = record(&audit, &saved["view"], "conforms");
    open["result"] = Value::Null;
    let saved = desk.call("audit_record", open);
    assert_eq!(saved["view"]["item"]["judged"], Value::Null, "open again");
    assert_eq!(saved["tally"][0]["open"], 7);
}

#[test]
fn evidence_is_attached_and_taken_off_until_the_audit_is_closed() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let audit = start(&mut desk, &system, scope(&["safety"], &[]), true);
    let piece = json!({ "path": null, "locator": "shelf 3", "name": "list", "shows": "",
        "dated": null, "standing": "current_independent", "keepContent": false });
    let id = &audit["audit"]["id"];
    let question = &items(&audit)[0]["item"]["question"];
    let add = json!({ "audit": id, "question": question, "piece": piece });
    let saved = desk.call("audit_evidence_add", add.clone());
    assert_eq!(saved["view"]["item"]["standing"], "current_independent");
    let off = json!({ "audit": id, "question": question, "id": saved["evidence"][0]["id"] });
    let saved = desk.call("audit_evidence_detach", off.clone());
    assert_eq!(saved["view"]["item"]["standing"], "none");
    assert_eq!(get(&mut desk, &audit)["evidence"], json!([]));
    desk.call("audit_evidence_add", add.clone());
    let now = get(&mut desk, &audit);
    judge(&mut desk, &now, |_| "conforms");
    close(&mut desk, &audit);
    let kept = get(&mut desk, &audit)["evidence"].clone();
    assert_eq!(
        refused(&mut desk, "audit_evidence_add", &add),
        "audit-closed"
    );
    let off = json!({ "audit": id, "question": question, "id": kept[0]["id"] });
    assert_eq!(
        refused(&mut desk, "audit_evidence_detach", &off),
        "audit-closed"
    );
    assert_eq!(get(&mut desk, &audit)["evidence"], kept);
}

#[test]
fn the_history_names_the_system_of_an_audit() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    audited(&mut desk, &system, |_| "conforms");
    let page = desk.call("history_list", json!({ "before": null, "limit": 100 }));
    let entries = page["entries"].as_array().unwrap().iter();
    let of_audits: Vec<&Value> = entries
        .filter(|entry| entry["action"].as_str().unwrap().starts_with("audit."))
        .map(|entry| &entry["subject"])
        .collect();
    assert!(of_audits.len() > 2);
    assert!(
        of_audits.iter().all(|subject| **subject == "Loan scoring"),
        "{of_audits:?}"
    );
}

#[test]
fn a_closed_audit_feeds_clause_b_of_the_next_assessment_as_proposals() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let results = [
        "conforms",
        "partly",
        "fails",
        "not_tested",
        "not_applicable",
        "conforms",
        "conforms",
    ];
    audited(&mut desk, &system, |place| results[place]);
    let view = desk.assessment(&system, "public-chatbot");
    let id = view["assessment"]["id"].clone();
    let proposal = |desk: &mut Desk, question: &str| {
        let view = desk.call("assessment_get", json!({ "id": id }));
        let all = view["questions"].as_array().unwrap().iter();
        let mut found = all.filter(|q| q["question"] == question);
        found.next().unwrap()["proposal"].clone()
    };
    let safety = |n: usize| format!("b-sa-{n:02}");
    let told: Vec<Value> = (1..=7)
        .map(|n| proposal(&mut desk, &safety(n))["value"].clone())
        .collect();
    assert_eq!(told[..3], [json!("met"), json!("partly"), json!("not_met")]);
    assert_eq!(told[4], "na");
    let args = &proposal(&mut desk, "b-sa-01");
    assert_eq!(
        (&args["code"], &args["args"]["result"]),
        (&json!("audit"), &json!("conforms"))
    );
    let answer = desk.call("assessment_get", json!({ "id": id }));
    let answered = answer["questions"].as_array().unwrap().iter();
    assert!(
        answered
            .filter(|q| q["question"] == "b-sa-01")
            .all(|q| q["answer"]["value"].is_null())
    );
    new_version(&mut desk, &system, "3");
    let changed = proposal(&mut desk, "b-sa-01");
    assert_eq!(
        (&changed["value"], &changed["code"]),
        (&json!("unknown"), &json!("audit-changed"))
    );
    assert_eq!(changed["args"]["mark"], "system_changed");
    assert_eq!(proposal(&mut desk, "b-sa-03")["value"], "not_met");
}
