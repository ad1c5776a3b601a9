//! What audits, drills and incidents begin with.

use super::{commands, commands_before, create, one_system};
use crate::window::journey::PASSPHRASE;
use assay_domain::system::SystemFacts;
use serde_json::{Value, json};
use std::path::Path;

/// How many decision records `audited` adds, all of today.
pub const DECISIONS: usize = 40;

/// Makes a workspace with one AI system, whose audit by the programme is due today.
///
/// # Panics
/// When it can't be made.
pub fn due_today(workspace: &Path, system: &str) {
    let mut call = commands();
    let system = one_system(&mut call, workspace, system);
    plan(&mut call, &system);
    call("workspace_lock", json!({}));
}

/// Makes a workspace with one AI system, an audit of its reliability that was closed long ago, decision
/// records of today, and another audit due today. Returns today.
///
/// # Panics
/// When it can't be made.
#[must_use]
pub fn audited(workspace: &Path, system: &str) -> String {
    let mut call = commands_before(100);
    let system = one_system(&mut call, workspace, system);
    closed(&mut call, &system);
    call("workspace_lock", json!({}));
    let mut call = commands();
    call(
        "workspace_open",
        json!({ "path": workspace, "passphrase": PASSPHRASE }),
    );
    for number in 0..DECISIONS {
        call(
            "decision_add",
            json!({ "entry": {
                "system": system, "disposition": "accepted", "caseKey": format!("case {number}"),
                "aiOutput": "grant", "humanFinal": "grant",
            } }),
        );
    }
    let today = plan(&mut call, &system);
    call("workspace_lock", json!({}));
    today
}

/// Makes a workspace with one AI system, which belongs to critical information infrastructure: a
/// considerable incident of it is reported within an hour.
///
/// # Panics
/// When it can't be made.
pub fn infrastructure(workspace: &Path, system: &str) {
    let mut call = commands();
    create(&mut call, workspace);
    let mut facts = SystemFacts::named(system);
    facts.filing.critical_infrastructure = Some(true);
    call(
        "system_save",
        json!({ "id": null, "facts": facts, "revision": null }),
    );
    call("workspace_lock", json!({}));
}

/// Plans an audit of an AI system for today and every quarter after it; returns today.
pub(super) fn plan(call: &mut impl FnMut(&str, Value) -> Value, system: &Value) -> String {
    let today = call("programme_get", json!({}))["today"].clone();
    let facts = json!({
        "name": "", "systems": [system], "first": today,
        "cadence": { "unit": "months", "every": 3 },
    });
    call(
        "plan_save",
        json!({ "id": null, "revision": 0, "kind": "system_audit", "facts": facts }),
    );
    today.as_str().expect("a day is a text").to_owned()
}

/// Adds a closed audit of an AI system's reliability: the first question failed, the second conformed
/// in part, the others conformed.
pub(super) fn closed(call: &mut impl FnMut(&str, Value) -> Value, system: &Value) {
    let audit = call(
        "audit_start",
        json!({
            "system": system, "due": "2026-06-30", "carry": false,
            "period": { "from": "2026-01-01", "to": "2026-06-30" },
            "scope": { "dimensions": ["reliability"], "questions": [], "packs": [] },
        }),
    );
    let id = &audit["audit"]["id"];
    let items = audit["items"].as_array().into_iter().flatten();
    let results = ["fails", "partly"]
        .into_iter()
        .chain(std::iter::repeat("conforms"));
    for (item, result) in items.zip(results) {
        let item = &item["item"];
        call(
            "audit_record",
            json!({
                "audit": id, "question": item["question"], "revision": item["revision"],
                "result": result, "reason": "", "observation": "",
            }),
        );
    }
    let revision = &call("audit_get", json!({ "id": id }))["audit"]["revision"];
    call(
        "audit_close",
        json!({ "audit": id, "revision": revision, "conclusion": "" }),
    );
}

/// Adds a question pack of one question, read from a file in a folder.
pub(super) fn pack(call: &mut impl FnMut(&str, Value) -> Value, folder: &Path) {
    let text = r#"
        schema = "assay-question-pack/1"
        id = "grid"
        name = { en = "Grid", zh = "电网" }

        [[question]]
        id = "g-01"
        dimension = "safety"
        text = { en = "Are switched lines told apart?", zh = "是否区分已切换线路？" }
    "#;
    let path = folder.join("grid.toml");
    std::fs::write(&path, text).expect("the folder can be written");
    let name = json!({ "en": "Grid", "zh": "电网" });
    let request = json!({ "path": path, "id": "grid", "name": name });
    call("question_pack_save", request);
}

/// Says what the AI may do alone and who stops it, and adds a test of stopping it.
pub(super) fn stops(call: &mut impl FnMut(&str, Value) -> Value, system: &Value) {
    let action = |action: &str, permission: &str| {
        json!({
            "action": action, "permission": permission, "approver": "Shift lead",
            "stopper": "Anybody on shift", "stopMethod": "key switch", "expires": null,
        })
    };
    let actions = [
        action("Answer a question", "alone"),
        action("Send a letter", "after_approval"),
    ];
    let matrix = json!({ "system": system, "version": 0, "actions": actions, "note": "" });
    call("authorisation_save", matrix);
    call(
        "stop_test_add",
        json!({ "facts": {
            "system": system, "action": "", "day": "2026-09-01", "tester": "Shift lead",
            "result": "stopped", "stoppedAfterS": 4, "note": "",
        } }),
    );
}

/// Adds a fallback plan in two versions, both with gaps; returns the second.
pub(super) fn planned(call: &mut impl FnMut(&str, Value) -> Value, system: &Value) -> Value {
    let mut plan = json!({ "id": null, "version": null });
    for decider in ["shift lead", "shift lead or deputy"] {
        let facts = json!({
            "system": system, "decisionPoint": "", "trigger": "no answer for a minute",
            "decider": decider, "manualMethod": "take the paper form\ncall back", "people": "",
            "materials": "", "capacityPerHour": "4", "loadPerHour": "9.5", "limitMinutes": null,
            "limitReason": "", "wayBack": "", "catchUp": "",
        });
        let request = json!({ "id": plan["id"], "version": plan["version"], "facts": facts });
        plan = call("fallback_plan_save", request);
    }
    plan
}
