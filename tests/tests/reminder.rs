//! What the desktop is told about: each thing once a day, in numbers alone.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::desk::Desk;
use serde_json::{Value, json};

/// What is told of overdue reports, running reports and checks.
fn told(overdue: u32, running: u32, checks: u32) -> Value {
    json!({ "overdueReports": overdue, "runningReports": running, "checks": checks })
}

fn taken(desk: &mut Desk) -> Value {
    desk.call("reminder_take", json!({}))
}

/// Records a considerable incident that was noticed forty minutes before the clock of tests stands.
fn incident(desk: &mut Desk, system: &str) {
    let entry = json!({
        "system": system, "kind": "event", "severity": "major", "title": "Forecast off by half",
        "occurredAt": "2026-11-24T13:00", "noticedAt": "2026-11-24T13:20",
    });
    let request = json!({ "id": null, "revision": null, "entry": entry });
    desk.call("incident_save", request);
}

/// Plans a check of an AI system for a day and every month after it.
fn plan(desk: &mut Desk, system: &str, first: &str) {
    let facts = json!({
        "name": "", "systems": [system], "first": first,
        "cadence": { "unit": "months", "every": 1 },
    });
    let request = json!({ "id": null, "revision": 0, "kind": "stop_test", "facts": facts });
    desk.call("plan_save", request);
}

#[test]
fn each_thing_that_is_due_is_told_once_a_day_and_again_when_it_is_overdue() {
    let (mut desk, _folder, system) = Desk::office("Load forecast");
    assert_eq!(taken(&mut desk), told(0, 0, 0));
    plan(&mut desk, &system, "2026-11-24");
    plan(&mut desk, &system, "2026-11-26");
    assert_eq!(taken(&mut desk), told(0, 0, 1), "the other is due later");
    incident(&mut desk, &system);
    let running = taken(&mut desk);
    assert_eq!(running["checks"], 0, "it was told today");
    assert!(running["runningReports"].as_u64().unwrap() > 0, "{running}");
    assert_eq!(taken(&mut desk), told(0, 0, 0));
    desk.wait_days(2);
    let next = taken(&mut desk);
    assert_eq!(next["checks"], 2, "{next}");
    assert!(next["overdueReports"].as_u64().unwrap() > 0, "{next}");
    assert_eq!(taken(&mut desk), told(0, 0, 0));
}

#[test]
fn what_was_told_is_kept_without_a_word_of_the_workspace() {
    let (mut desk, folder, system) = Desk::office("Load forecast");
    plan(&mut desk, &system, "2026-11-24");
    incident(&mut desk, &system);
    assert_ne!(taken(&mut desk), told(0, 0, 0));
    let kept = std::fs::read_to_string(folder.path().join("state/state.json")).unwrap();
    assert!(kept.contains("reminded"), "{kept}");
    for secret in ["Forecast", "stop_test", "considerable", system.as_str()] {
        assert!(!kept.contains(secret), "{secret} in {kept}");
    }
    // Another start of the program on the same day knows what was told.
    desk.call("workspace_lock", json!({}));
    let mut again = Desk::in_folder(folder.path());
    again.open(
        &folder.path().join("office.assay"),
        assay_tests::desk::PASSPHRASE,
    );
    assert_eq!(taken(&mut again), told(0, 0, 0));
}

#[test]
fn who_wants_no_reminders_is_told_nothing() {
    let (mut desk, _folder, system) = Desk::office("Load forecast");
    plan(&mut desk, &system, "2026-11-24");
    let wish =
        |reminders: bool| json!({ "locale": null, "theme": "system", "reminders": reminders });
    desk.call("app_preferences_save", wish(false));
    assert_eq!(taken(&mut desk), told(0, 0, 0));
    desk.call("app_preferences_save", wish(true));
    assert_eq!(taken(&mut desk), told(0, 0, 1));
}
