//! A log of decisions in which people suddenly turn down more, and whose reviewers are named.

use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// The name of the file that is imported, beside the workspace.
pub const DECISION_FILE: &str = "decisions.csv";
const DAYS: i64 = 60;
const CASES: i64 = 10;
/// In so many days up to today every other advice is turned down, before that every tenth.
const SUDDEN: i64 = 6;

/// Writes the file.
fn write(file: &Path, today: chrono::NaiveDate) {
    let mut text = String::from("Time,Case,AI advice,Action,Clerk\n");
    for ago in (1..=DAYS).rev() {
        let day = today - chrono::Days::new(ago.unsigned_abs());
        for case in 0..CASES {
            let often = if ago <= SUDDEN { 2 } else { CASES };
            let action = if case % often == 0 {
                "refused"
            } else {
                "followed"
            };
            let (minute, clerk) = (case * 5, case % 3 + 1);
            writeln!(
                text,
                "{day} 09:{minute:02}:00,{ago}-{case},grant,{action},Clerk {clerk}"
            )
            .expect("a text takes what is written");
        }
    }
    std::fs::write(file, text).expect("the folder can be written");
}

/// Keeps names and a retention period, and imports the log of an AI system.
pub(super) fn imported(call: &mut impl FnMut(&str, Value) -> Value, system: &Value, folder: &Path) {
    let today = call("programme_get", json!({}))["today"].clone();
    let today = serde_json::from_value(today).expect("a day");
    let file = folder.join(DECISION_FILE);
    write(&file, today);
    call(
        "privacy_save",
        json!({ "keepNames": true, "retentionMonths": 36 }),
    );
    let mapping = json!({
        "format": 1, "name": "Office export", "content": "decisions",
        "columns": {
            "decidedAt": ["Time"], "caseKey": ["Case"], "aiOutput": ["AI advice"],
            "disposition": ["Action"], "reviewer": ["Clerk"],
        },
        "values": { "disposition": { "followed": "accepted", "refused": "overridden" } },
    });
    let plan = json!({ "system": system, "path": file, "mapping": mapping });
    let mut state = call(
        "decision_import_start",
        json!({ "plan": plan, "trial": false }),
    );
    // A few rows take a few pieces; more would say that it does not end.
    for _ in 0..100 {
        if state["phase"] == "imported" {
            return;
        }
        state = call("decision_import_step", json!({}));
    }
    panic!("the import does not end: {state}");
}
