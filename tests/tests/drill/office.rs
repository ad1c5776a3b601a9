//! What drills of an office are made of.

use assay_tests::desk::Desk;
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

/// A planned drill of an office's system.
pub(crate) fn planned(desk: &mut Desk, system: &str) -> Value {
    let facts = json!({ "system": system, "named": "", "decisionPoint": "", "plan": null,
        "plannedFor": null, "scenario": "no answer", "announced": false, "observers": "auditor",
        "limitMinutes": null });
    desk.call(
        "drill_plan",
        json!({ "id": null, "revision": null, "facts": facts }),
    )
}

pub(crate) fn set(desk: &mut Desk, drill: &Value, mark: &str) -> Value {
    let step = json!({ "kind": "mark", "mark": mark });
    desk.call("drill_step", json!({ "id": drill, "step": step }))
}

/// Runs a drill to its end, a minute between the marks, and answers with its detail.
pub(crate) fn finish(desk: &mut Desk, system: &str) -> Value {
    let id = planned(desk, system)["drill"]["id"].clone();
    for mark in ["fault", "noticed", "decided", "manual"] {
        set(desk, &id, mark);
        desk.wait_ms(60_000);
    }
    desk.call(
        "drill_step",
        json!({ "id": id, "step": { "kind": "finish" } }),
    )
}

/// Copies a workspace as it lies there, which is what a program that was killed leaves behind.
pub(crate) fn killed(folder: &Path) -> TempDir {
    let left = TempDir::new().unwrap();
    for file in std::fs::read_dir(folder).unwrap().flatten() {
        if file.path().is_file() {
            std::fs::copy(file.path(), left.path().join(file.file_name())).unwrap();
        }
    }
    left
}
