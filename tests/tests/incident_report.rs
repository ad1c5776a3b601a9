//! Incidents through the api and the terminal: clocks, reports with receipts, closing, and the table
//! of duties.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::desk::Desk;
use assay_tests::terminal::Terminal;
use serde_json::{Value, json};

const POLICE: &str = "cn-infrastructure-police";
const PROTECTION: &str = "cn-infrastructure-protection";

/// An office with a plant's system that belongs to critical information infrastructure.
fn plant() -> (Desk, tempfile::TempDir, String) {
    let (mut desk, folder, system) = Desk::office("Load forecast");
    let detail = desk.call("system_get", json!({ "id": system }));
    let mut facts = detail["system"]["facts"].clone();
    facts["keyArea"] = json!("energy");
    facts["filing"]["criticalInfrastructure"] = json!(true);
    let save = json!({ "id": system, "facts": facts, "revision": detail["system"]["revision"] });
    desk.call("system_save", save);
    (desk, folder, system)
}

/// Noticed at 13:20 in Shanghai on the day on which the clock of tests stands at 14:00.
fn entry(system: &str) -> Value {
    json!({
        "system": system,
        "kind": "event",
        "severity": "major",
        "title": "Forecast off by half",
        "occurredAt": "2026-11-24T13:00",
        "noticedAt": "2026-11-24T13:20",
        "effect": "Two units were started for nothing.",
        "people": 0,
        "harm": 1,
    })
}

fn added(desk: &mut Desk, system: &str) -> Value {
    let request = json!({ "id": null, "revision": null, "entry": entry(system) });
    desk.call("incident_save", request)
}

fn clock<'d>(detail: &'d Value, duty: &str) -> &'d Value {
    let clocks = detail["clocks"].as_array().unwrap();
    clocks
        .iter()
        .find(|clock| clock["duty"]["id"] == duty)
        .unwrap_or_else(|| panic!("no clock of {duty}"))
}

fn report(desk: &mut Desk, incident: &Value, duty: &str, entry: Value) -> Value {
    let request = json!({ "incident": incident["incident"]["id"], "duty": duty, "entry": entry });
    desk.call("incident_report_add", request)
}

/// Says something more about an incident, at the revision that was looked at.
fn corrected(detail: &Value, changes: &[(&str, Value)]) -> Value {
    let incident = &detail["incident"];
    let mut entry = incident["facts"].clone();
    for (field, value) in changes {
        entry[*field] = value.clone();
    }
    json!({ "id": incident["id"], "revision": incident["revision"], "entry": entry })
}

fn step(detail: &Value, step: &str, reason: &str) -> Value {
    let incident = &detail["incident"];
    json!({
        "id": incident["id"], "revision": incident["revision"], "step": step, "reason": reason,
    })
}

#[test]
fn an_incident_goes_from_its_first_clock_to_closed() {
    let (mut desk, _folder, system) = plant();
    let mut seen = added(&mut desk, &system);
    assert_eq!(
        seen["incident"]["facts"]["noticedAt"],
        "2026-11-24T05:20:00.000000Z"
    );
    let police = clock(&seen, POLICE);
    assert_eq!(police["state"], "running");
    assert_eq!(police["dueAt"], "2026-11-24T06:20:00.000000Z");
    let left = police["leftS"].as_i64().unwrap();
    assert!(
        (1_190..=1_200).contains(&left),
        "twenty minutes are left: {left}"
    );
    let overview = desk.call("workspace_overview", json!({}));
    assert_eq!(overview["clocks"].as_array().unwrap().len(), 2);
    assert_eq!(overview["clocks"][0]["title"], "Forecast off by half");

    seen = report(&mut desk, &seen, POLICE, json!({ "receipt": "JG-17" }));
    let police = clock(&seen, POLICE);
    assert_eq!(police["state"], "in_time");
    assert_eq!(
        police["answer"]["facts"]["recipient"],
        "Public security authority"
    );
    assert_eq!(police["answer"]["facts"]["receipt"], "JG-17");
    let late = json!({ "reportedAt": "2026-11-24T13:59:59", "recipient": "The ministry" });
    seen = report(&mut desk, &seen, PROTECTION, late);
    assert_eq!(clock(&seen, PROTECTION)["state"], "in_time");

    let refused = desk.refused("incident_step", step(&seen, "handle", ""));
    assert_eq!(refused, "incident-not-handled");
    let over = [
        (
            "response",
            json!("The forecast of the day before was used."),
        ),
        ("restoredAt", json!("2026-11-24T13:55")),
    ];
    seen = desk.call("incident_save", corrected(&seen, &over));
    seen = desk.call("incident_step", step(&seen, "handle", ""));
    assert_eq!(
        desk.refused("incident_step", step(&seen, "close", "")),
        "incident-not-closed"
    );
    let known = [
        ("cause", json!("A sensor")),
        ("lessons", json!("Check it daily")),
    ];
    seen = desk.call("incident_save", corrected(&seen, &known));
    assert_eq!(
        desk.refused("incident_step", step(&seen, "close", "")),
        "incident-unanswered"
    );
    let none =
        json!({ "kind": "not_due", "note": "No network incident in the sense of the rule." });
    seen = report(&mut desk, &seen, "cn-summary", none);
    seen = desk.call("incident_step", step(&seen, "close", ""));
    assert_eq!(seen["incident"]["state"], "closed");
    assert_eq!(seen["clocks"].as_array().unwrap().len(), 3);

    let again = corrected(&seen, &[("cause", json!("Something else"))]);
    assert_eq!(desk.refused("incident_save", again), "incident-state");
    let silent = desk.refused("incident_step", step(&seen, "reopen", " "));
    assert_eq!(silent, "incident-empty");
    seen = desk.call(
        "incident_step",
        step(&seen, "reopen", "A second cause was found."),
    );
    let versions = seen["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 6);
    assert_eq!(versions[1]["changed"], json!(["restored_at", "response"]));
    assert_eq!(versions[5]["reason"], "A second cause was found.");
}

#[test]
fn a_late_report_is_late_and_its_correction_too() {
    let (mut desk, _folder, system) = plant();
    let mut late = entry(&system);
    late["occurredAt"] = json!("2026-11-24T10:00");
    late["noticedAt"] = json!("2026-11-24T10:30:00+08:00");
    let request = json!({ "id": null, "revision": null, "entry": late });
    let mut seen = desk.call("incident_save", request);
    assert_eq!(clock(&seen, POLICE)["state"], "overdue");
    assert_eq!(
        desk.call("workspace_overview", json!({}))["clocks"][0]["clock"]["state"],
        "overdue"
    );
    seen = report(
        &mut desk,
        &seen,
        POLICE,
        json!({ "reportedAt": "2026-11-24T11:40" }),
    );
    let told = clock(&seen, POLICE);
    assert_eq!(
        (told["state"].as_str(), told["leftS"].as_i64()),
        (Some("late"), Some(-600))
    );
    let first = told["answer"]["id"].clone();
    let correction = json!({
        "incident": seen["incident"]["id"], "duty": POLICE, "supersedes": first,
        "entry": { "reportedAt": "2026-11-24T11:30", "receipt": "JG-18" },
    });
    seen = desk.call("incident_report_add", correction.clone());
    assert_eq!(clock(&seen, POLICE)["state"], "in_time");
    assert_eq!(seen["reports"][0]["superseded"], true);
    let twice = desk.refused("incident_report_add", correction);
    assert_eq!(twice, "incident-report-superseded");
}

#[test]
fn bad_input_of_an_incident_is_a_sentence_and_nothing_is_kept() {
    let (mut desk, _folder, system) = plant();
    let mut refused = |changes: &[(&str, Value)]| {
        let mut entry = entry(&system);
        for (field, value) in changes {
            entry[*field] = value.clone();
        }
        desk.refused(
            "incident_save",
            json!({ "id": null, "revision": null, "entry": entry }),
        )
    };
    assert_eq!(refused(&[("title", json!(" "))]), "incident-empty");
    assert_eq!(
        refused(&[("system", Value::Null)]),
        "incident-system-missing"
    );
    assert_eq!(refused(&[("kind", Value::Null)]), "incident-empty");
    assert_eq!(
        refused(&[("occurredAt", json!("yesterday"))]),
        "time-malformed"
    );
    assert_eq!(
        refused(&[("occurredAt", json!("2026-11-24T13:30"))]),
        "incident-order"
    );
    assert_eq!(
        refused(&[("restoredAt", json!("2026-11-24T14:30"))]),
        "incident-future"
    );
    assert_eq!(
        refused(&[("occurredAt", json!("1970-01-01T00:00"))]),
        "incident-early"
    );
    assert_eq!(refused(&[("harm", json!(5))]), "incident-harm");
    assert_eq!(refused(&[("lessons", json!("a\0b"))]), "incident-nul");
    let nothing = desk.call("incident_list", json!({}));
    assert_eq!(nothing["incidents"], json!([]));
}

#[test]
fn two_open_copies_of_an_incident_do_not_overwrite_each_other() {
    let (mut desk, _folder, system) = plant();
    let seen = added(&mut desk, &system);
    let mine = corrected(&seen, &[("cause", json!("Mine"))]);
    let yours = corrected(&seen, &[("cause", json!("Yours"))]);
    desk.call("incident_save", mine);
    assert_eq!(desk.refused("incident_save", yours), "stale");
    assert_eq!(
        desk.refused("incident_step", step(&seen, "handle", "")),
        "stale"
    );
    let now = desk.call("incident_get", json!({ "id": seen["incident"]["id"] }));
    assert_eq!(now["incident"]["facts"]["cause"], "Mine");
}

#[test]
fn an_action_answers_to_an_incident() {
    let (mut desk, _folder, system) = plant();
    let seen = added(&mut desk, &system);
    let facts = json!({
        "title": "The sensor is checked daily", "system": system, "assessment": null,
        "target": { "kind": "incident", "id": seen["incident"]["id"] }, "owner": "Shift leader",
        "due": "2026-12-01", "state": "open", "note": "", "proof": [],
    });
    let action = desk.call(
        "action_save",
        json!({ "id": null, "revision": null, "facts": facts }),
    );
    let now = desk.call("incident_get", json!({ "id": seen["incident"]["id"] }));
    assert_eq!(now["actions"], json!([action]));
}

#[test]
fn evidence_is_attached_to_an_incident_by_a_version() {
    let (mut desk, _folder, system) = plant();
    let seen = added(&mut desk, &system);
    let piece = json!({
        "path": null, "locator": "Control room log, page 12", "name": "Log", "shows": "When it began",
        "dated": null, "standing": "attached", "keepContent": false,
    });
    let incident = &seen["incident"];
    let request = json!({ "id": incident["id"], "revision": incident["revision"], "piece": piece });
    let now = desk.call("incident_evidence_add", request.clone());
    assert_eq!(now["evidence"][0]["name"], "Log");
    assert_eq!(now["versions"][1]["changed"], json!(["evidence"]));
    assert_eq!(desk.refused("incident_evidence_add", request), "stale");
}

#[test]
fn the_table_of_duties_is_the_organisation_s_to_change() {
    let (mut desk, _folder, system) = plant();
    let seen = added(&mut desk, &system);
    let list = desk.call("duty_list", json!({}));
    let of = |list: &Value, id: &str| {
        let rows = list["duties"].as_array().unwrap();
        rows.iter()
            .find(|row| row["duty"]["id"] == id)
            .unwrap()
            .clone()
    };
    let mut facts = of(&list, POLICE)["duty"]["facts"].clone();
    facts["within"] = json!({ "amount": 30, "unit": "minutes" });
    let save = json!({ "id": POLICE, "revision": 0, "facts": facts });
    let list = desk.call("duty_save", save.clone());
    assert_eq!(desk.refused("duty_save", save), "stale");
    let row = of(&list, POLICE);
    assert_eq!(
        (
            row["duty"]["origin"].as_str(),
            row["duty"]["revision"].as_u64()
        ),
        (Some("changed"), Some(1))
    );
    assert_eq!(
        row["bundled"]["within"],
        json!({ "amount": 1, "unit": "hours" })
    );
    let now = desk.call("incident_get", json!({ "id": seen["incident"]["id"] }));
    assert_eq!(clock(&now, POLICE)["state"], "overdue");

    facts["active"] = json!(false);
    desk.call(
        "duty_save",
        json!({ "id": POLICE, "revision": 1, "facts": facts }),
    );
    let mut own = facts;
    own["active"] = json!(true);
    own["recipient"] = json!({ "en": "", "zh": "国家能源局派出机构" });
    own["areas"] = json!(["energy"]);
    let list = desk.call(
        "duty_save",
        json!({ "id": null, "revision": 0, "facts": own }),
    );
    let added = list["duties"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(added["duty"]["origin"], "own");
    assert_eq!(
        added["duty"]["facts"]["recipient"]["en"],
        "国家能源局派出机构"
    );
    let now = desk.call("incident_get", json!({ "id": seen["incident"]["id"] }));
    let ids: Vec<_> = now["clocks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|clock| &clock["duty"]["id"])
        .collect();
    assert_eq!(
        ids,
        [
            &added["duty"]["id"],
            &json!(PROTECTION),
            &json!("cn-summary")
        ]
    );
    own["within"]["amount"] = json!(0);
    let refused = desk.refused(
        "duty_save",
        json!({ "id": null, "revision": 0, "facts": own }),
    );
    assert_eq!(refused, "duty-within");
    let history = desk.call("history_list", json!({ "before": null, "limit": 10 }));
    let actions: Vec<_> = history["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["action"])
        .collect();
    assert_eq!(actions[..3], ["duty.add", "duty.save", "duty.save"]);
}

#[test]
fn the_terminal_records_reports_and_closes() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal::in_folder(folder.path()).as_person("a long first sentence");
    terminal
        .run(&[
            "new",
            "o.assay",
            "--organisation",
            "Office",
            "--person",
            "A",
        ])
        .with(0);
    let system = terminal.run(&[
        "system",
        "add",
        "o.assay",
        "--name",
        "Triage",
        "--reference",
        "T1",
    ]);
    system.with(0);
    let made = terminal.run(&[
        "incident",
        "add",
        "o.assay",
        "--json",
        "--system",
        "T1",
        "--kind",
        "event",
        "--name",
        "Wrong colour",
        "--occurred",
        "2026-01-02T03:04",
        "--restored",
        "2026-01-02T05:00",
        "--response",
        "By hand",
        "--cause",
        "An update",
        "--lessons",
        "Try it first",
        "--severity",
        "considerable",
    ]);
    let made: Value = serde_json::from_str(&made.with(0).out).unwrap();
    let id = made["incident"]["id"].as_str().unwrap();
    assert_eq!(made["clocks"][0]["state"], "overdue");
    terminal
        .run(&[
            "incident",
            "report",
            "o.assay",
            id,
            "--duty",
            "cn-provincial-cyberspace",
            "--reported",
            "2026-01-02T04:00",
            "--receipt",
            "12387-5",
        ])
        .with(0);
    terminal.run(&["incident", "handle", "o.assay", id]).with(0);
    let early = terminal.run(&["incident", "close", "o.assay", id]).with(2);
    assert!(
        early
            .complaint
            .contains("One reporting duty is not answered"),
        "{}",
        early.complaint
    );
    terminal
        .run(&[
            "incident",
            "report",
            "o.assay",
            id,
            "--duty",
            "cn-summary",
            "--not-due",
            "--note",
            "no",
        ])
        .with(0);
    terminal.run(&["incident", "close", "o.assay", id]).with(0);
    let shown = terminal.run(&["incident", "show", "o.assay", id]).with(0);
    for expected in [
        "Wrong colour",
        "Closed",
        "Reported in time",
        "12387-5",
        "No report due",
    ] {
        assert!(shown.out.contains(expected), "{expected}: {}", shown.out);
    }
    let list = terminal
        .run(&["incident", "list", "o.assay", "--lang", "zh-CN"])
        .with(0);
    assert!(list.out.contains("已结案"), "{}", list.out);
    terminal
        .run(&[
            "incident",
            "duty",
            "o.assay",
            "--duty",
            "cn-summary",
            "--active",
            "no",
        ])
        .with(0);
    let duties = terminal.run(&["incident", "duties", "o.assay"]).with(0);
    assert!(duties.out.contains("Changed by you"), "{}", duties.out);
    assert!(duties.out.contains("30 days"), "{}", duties.out);
}
