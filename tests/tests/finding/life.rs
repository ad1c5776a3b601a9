//! The life of a finding in a workspace, step by step, with what is refused on the way.

use crate::office::Office;
use assay_tests::dice::Dice;
use serde_json::{Value, json};

#[test]
fn the_severity_is_proposed_and_changed_only_with_a_reason() {
    let mut office = Office::new();
    let questions = assay_api::bundled_framework().unwrap();
    let critical = questions
        .questions()
        .iter()
        .find(|question| question.critical && !question.red_line)
        .unwrap();
    let id = critical.id.to_string();
    let proposal = office.desk.call(
        "severity_propose",
        json!({ "question": id, "failing": "fails" }),
    );
    assert_eq!(proposal["severity"], "high");
    let made = office.finding(&id);
    assert_eq!(made["proposed"], "high");
    assert_eq!(made["facts"]["severity"], "high");
    assert_eq!(made["facts"]["clause"], critical.clause.to_string());

    let mut asked = office.asked(&id, "fails");
    asked["severity"] = json!("low");
    let refused = office.desk.refused("finding_add", asked.clone());
    assert_eq!(refused, "finding-severity-reason");
    asked["severityReason"] = json!("Only a test system");
    let lowered = office.desk.call("finding_add", asked.clone());
    assert_eq!(lowered["facts"]["severity"], "low");
    assert_eq!(lowered["proposed"], "high");

    // The same rule holds when it is changed later.
    let mut facts = made["facts"].clone();
    facts["severity"] = json!("medium");
    let save = json!({ "id": made["id"], "facts": facts, "revision": 1 });
    assert_eq!(
        office.desk.refused("finding_save", save),
        "finding-severity-reason"
    );
    // Without a question that fell short nothing is proposed, so it has to be chosen.
    asked["failing"] = Value::Null;
    asked["severity"] = Value::Null;
    let refused = office.desk.refused("finding_add", asked);
    assert_eq!(refused, "finding-severity-missing");
}

#[test]
fn a_clause_and_a_risk_that_the_framework_lacks_are_refused() {
    let mut office = Office::new();
    for (field, value, code) in [
        ("clause", json!("z"), "finding-clause"),
        ("risks", json!(["9.9"]), "finding-risk"),
        ("title", json!("  "), "title-empty"),
        ("cause", json!("x".repeat(20_001)), "text-too-long"),
    ] {
        let mut asked = office.asked("b-sc-01", "fails");
        asked["severity"] = json!("low");
        asked["failing"] = Value::Null;
        asked[field] = value;
        assert_eq!(office.desk.refused("finding_add", asked), code, "{field}");
    }
    assert_eq!(office.list(json!({}))["found"], 0);
}

#[test]
fn a_finding_goes_from_open_to_verified_and_closed() {
    let mut office = Office::new();
    let finding = office.finding("h-01");
    assert_eq!(
        office.refuse_step(&finding, "start_remedy", ""),
        "finding-action-missing"
    );
    assert_eq!(
        office.refuse_step(&finding, "verify", "seen"),
        "finding-step"
    );
    let action = office.action(&finding, "Wang", json!("2026-12-01"));
    assert_eq!(
        office.step(&finding, "start_remedy", "")["row"]["state"],
        "in_remedy"
    );
    assert_eq!(
        office.refuse_step(&finding, "remedied", ""),
        "finding-actions-running"
    );
    office.set_action(&action, "done");
    office.step(&finding, "remedied", "");
    assert_eq!(
        office.refuse_step(&finding, "verify", " "),
        "finding-note-missing"
    );
    office.step(&finding, "send_back", "the log is still empty");
    office.step(&finding, "remedied", "");
    let closed = office.step(&finding, "verify", "looked at the log of a week");
    assert_eq!(closed["row"]["state"], "closed");
    assert_eq!(
        closed["actions"][0]["action"]["facts"]["state"], "closed",
        "the same look verified what was done"
    );
    let steps = closed["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 5);
    // The one person of this office said that it is remedied: allowed, warned of, and kept.
    assert_eq!(steps[4]["alone"], true);
    assert_eq!(steps[0]["alone"], false);
    assert_eq!(closed["may"], json!(["reopen"]));
    let again = office.step(&finding, "reopen", "it came back");
    assert_eq!(again["row"]["state"], "open");
}

#[test]
fn a_stale_write_is_refused_and_loses_nothing() {
    let mut office = Office::new();
    let finding = office.finding("h-01");
    let mut facts = finding["facts"].clone();
    facts["cause"] = json!("nobody was told");
    let save = json!({ "id": finding["id"], "facts": facts, "revision": 1 });
    let saved = office.desk.call("finding_save", save.clone());
    assert_eq!(saved["row"]["finding"]["revision"], 2);
    assert_eq!(office.desk.refused("finding_save", save), "stale");
    let step = json!({
        "id": finding["id"], "revision": 1,
        "move": { "step": "accept", "note": "known", "until": "2027-01-31" },
    });
    assert_eq!(office.desk.refused("finding_move", step), "stale");
    let now = office.get(&finding);
    assert_eq!(now["row"]["finding"]["facts"]["cause"], "nobody was told");
    assert_eq!(now["row"]["state"], "open");
    assert_eq!(now["steps"], json!([]));
}

#[test]
fn what_is_accepted_is_open_again_after_its_last_day() {
    let mut office = Office::new();
    let finding = office.finding("h-01");
    let mut past = json!({ "id": finding["id"], "revision": 1,
        "move": { "step": "accept", "note": "known", "until": "2026-11-24" } });
    let refused = office.desk.refused("finding_move", past.clone());
    assert_eq!(refused, "finding-until-missing");
    past["move"]["until"] = Value::Null;
    let refused = office.desk.refused("finding_move", past);
    assert_eq!(refused, "finding-until-missing");

    office.accept(&finding, "2026-12-24");
    let counts = |list: &Value, state: &str| {
        let counts = list["counts"].as_array().unwrap();
        let found = counts.iter().find(|count| count["state"] == state);
        found.unwrap()["count"].clone()
    };
    assert_eq!(counts(&office.list(json!({})), "accepted"), 1);
    office.desk.wait_days(30);
    assert_eq!(office.get(&finding)["row"]["state"], "accepted");
    office.desk.wait_days(1);
    let list = office.list(json!({}));
    assert_eq!(counts(&list, "accepted"), 0);
    assert_eq!(counts(&list, "open"), 1);
    // From there it takes the steps of an open one.
    office.accept(&finding, "2027-03-31");
    assert_eq!(office.get(&finding)["row"]["state"], "accepted");
}

#[test]
fn a_role_that_may_not_take_a_step_does_not() {
    let mut office = Office::new();
    let finding = office.finding("h-01");
    let path = office.path("office.assay");
    office.desk.call(
        "person_add",
        json!({ "name": "Operator", "title": "", "roles": ["operator"], "passphrase": "a second long sentence" }),
    );
    office.desk.call("workspace_lock", json!({}));
    office
        .desk
        .open(std::path::Path::new(&path), "a second long sentence");
    let detail = office.get(&finding);
    assert_eq!(detail["may"], json!(["start_remedy"]));
    for step in ["accept", "verify", "send_back", "reopen"] {
        assert_eq!(
            office.refuse_step(&finding, step, "seen"),
            "role-missing",
            "{step}"
        );
    }
}

#[test]
fn a_recurring_finding_is_linked_to_its_earlier_ones() {
    let mut office = Office::new();
    let first = office.finding("h-01");
    office.finding("h-02");
    let second = office.finding("h-01");
    let third = office.finding("h-01");
    let detail = office.get(&third);
    let ids = |rows: &Value| -> Vec<Value> {
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| row["finding"]["id"].clone()).collect()
    };
    assert_eq!(
        ids(&detail["earlier"]),
        [first["id"].clone(), second["id"].clone()]
    );
    assert_eq!(detail["row"]["earlier"], 2);
    assert_eq!(ids(&office.get(&first)["later"]).len(), 2);
}

#[test]
fn what_is_late_climbs_and_the_list_finds_it() {
    let mut office = Office::new();
    let late = office.finding("h-01");
    let soon = office.finding("h-02");
    office.action(&late, "Wang", json!("2026-11-30"));
    office.action(&soon, "Li", json!("2027-06-30"));
    let mut seen = Vec::new();
    for _ in 0..5 {
        seen.push(office.get(&late)["row"]["escalation"].clone());
        office.desk.wait_days(10);
    }
    assert_eq!(
        seen,
        [
            Value::Null,
            json!("owner"),
            json!("superior"),
            json!("superior"),
            json!("approver")
        ]
    );
    let list = office.list(json!({ "overdue": true }));
    assert_eq!((&list["found"], &list["overdue"]), (&json!(1), &json!(1)));
    assert_eq!(list["findings"][0]["finding"]["id"], late["id"]);
    assert_eq!(list["findings"][0]["due"], "2026-11-30");
}

#[test]
fn the_list_is_filtered_and_read_page_by_page() {
    let mut office = Office::new();
    for number in 0..5 {
        let mut asked = office.asked("h-01", "fails");
        asked["title"] = json!(format!("finding {number}"));
        office.desk.call("finding_add", asked);
    }
    let mut low = office.asked("h-02", "fails");
    low["severity"] = json!("low");
    low["severityReason"] = json!("a trifle");
    office.desk.call("finding_add", low);
    let page = office.list(json!({ "skip": 1, "limit": 2 }));
    assert_eq!(page["found"], 6);
    let titles: Vec<&str> = page["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["finding"]["facts"]["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles, ["finding 4", "finding 3"], "newest first");
    let low = office.list(json!({ "severities": ["low"], "states": ["open"] }));
    assert_eq!(low["found"], 1);
    assert_eq!(office.list(json!({ "states": ["closed"] }))["found"], 0);
    let other = office.desk.system("Another");
    assert_eq!(office.list(json!({ "system": other }))["found"], 0);
}

#[test]
fn a_finding_belongs_to_an_audit_of_its_own_system() {
    let mut office = Office::new();
    let finding = office.finding("h-01");
    let mut asked = office.asked("h-01", "fails");
    asked["system"] = json!(office.desk.system("Another"));
    asked["audit"] = finding["audit"].clone();
    assert_eq!(
        office.desk.refused("finding_add", asked),
        "finding-audit-other"
    );
}

/// The steps that lead somewhere, written down once more.
const LEADS: [(&str, &str, &str); 8] = [
    ("open", "start_remedy", "in_remedy"),
    ("in_remedy", "remedied", "to_verify"),
    ("to_verify", "verify", "closed"),
    ("to_verify", "send_back", "in_remedy"),
    ("open", "accept", "accepted"),
    ("in_remedy", "accept", "accepted"),
    ("to_verify", "accept", "accepted"),
    ("closed", "reopen", "open"),
];

#[test]
fn random_walks_through_the_program_keep_state_steps_and_history_alike() {
    let mut office = Office::new();
    let mut dice = Dice::new(99);
    let finding = office.finding("h-01");
    let action = office.action(&finding, "Wang", json!("2026-12-01"));
    office.set_action(&action, "done");
    let steps = [
        "start_remedy",
        "remedied",
        "verify",
        "send_back",
        "accept",
        "reopen",
    ];
    let (mut state, mut taken) = ("open".to_owned(), 0);
    for _ in 0..80 {
        let step = dice.pick(&steps);
        let leads = LEADS
            .iter()
            .find(|(from, by, _)| *from == state && *by == step)
            .map(|(_, _, to)| *to)
            .or((state == "accepted" && step == "reopen").then_some("open"));
        let revision = office.get(&finding)["row"]["finding"]["revision"].clone();
        let request = json!({
            "id": finding["id"], "revision": revision,
            "move": { "step": step, "note": "seen", "until": "2027-12-31" },
        });
        match office.desk.try_call("finding_move", &request) {
            Ok(detail) => {
                state = leads
                    .expect("nobody said that this leads somewhere")
                    .to_owned();
                taken += 1;
                assert_eq!(detail["row"]["state"], state);
                assert_eq!(detail["steps"].as_array().unwrap().len(), taken);
            }
            Err(error) => {
                assert_eq!(error.code, "finding-step", "{step} from {state}");
                assert_eq!(leads, None, "{step} from {state}");
            }
        }
    }
    assert!(taken > 15, "{taken} steps were taken");
    let history = office
        .desk
        .call("history_list", json!({ "before": null, "limit": 200 }));
    let moves = history["entries"].as_array().unwrap().iter();
    let moves = moves.filter(|entry| entry["action"] == "finding.move");
    assert_eq!(moves.count(), taken);
}
