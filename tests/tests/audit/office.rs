//! Audits of an office, from the beginning to the closing.

use assay_tests::desk::Desk;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) fn period() -> Value {
    json!({ "from": "2026-01-01", "to": "2026-09-30" })
}

pub(crate) fn scope(dimensions: &[&str], packs: &[&str]) -> Value {
    json!({ "dimensions": dimensions, "questions": [], "packs": packs })
}

pub(crate) fn start(desk: &mut Desk, system: &str, scope: Value, carry: bool) -> Value {
    let request = json!({
        "system": system, "period": period(), "due": "2026-12-31", "scope": scope, "carry": carry,
    });
    desk.call("audit_start", request)
}

pub(crate) fn record(audit: &Value, item: &Value, result: &str) -> Value {
    let reason = if result == "not_applicable" {
        "no such part"
    } else {
        ""
    };
    json!({
        "audit": audit["audit"]["id"], "question": item["item"]["question"],
        "revision": item["item"]["revision"], "result": result, "reason": reason,
        "observation": "seen on site",
    })
}

pub(crate) fn items(audit: &Value) -> Vec<Value> {
    audit["items"].as_array().unwrap().clone()
}

/// Gives every open question the result that a function says, by its place.
pub(crate) fn judge(desk: &mut Desk, audit: &Value, result: impl Fn(usize) -> &'static str) {
    for (place, item) in items(audit).iter().enumerate() {
        if item["item"]["result"].is_null() {
            desk.call("audit_record", record(audit, item, result(place)));
        }
    }
}

pub(crate) fn get(desk: &mut Desk, audit: &Value) -> Value {
    desk.call("audit_get", json!({ "id": audit["audit"]["id"] }))
}

pub(crate) fn close(desk: &mut Desk, audit: &Value) -> Value {
    let now = get(desk, audit);
    let request = json!({
        "audit": now["audit"]["id"], "revision": now["audit"]["revision"], "conclusion": "done",
    });
    desk.call("audit_close", request)
}

pub(crate) fn refused(desk: &mut Desk, command: &str, request: &Value) -> String {
    desk.try_call(command, request).unwrap_err().code
}

/// Saves another version of the AI system.
pub(crate) fn new_version(desk: &mut Desk, system: &str, version: &str) {
    let mut known = desk.call("system_get", json!({ "id": system }))["system"].clone();
    known["facts"]["version"] = json!(version);
    let request = json!({
        "id": system, "revision": known["revision"], "facts": known["facts"],
    });
    desk.call("system_save", request);
}

pub(crate) fn counts(comparison: &Value) -> BTreeMap<String, u64> {
    let all = comparison["counts"].as_array().unwrap().iter();
    let some = all.filter(|count| count["count"] != 0);
    some.map(|c| {
        (
            c["change"].as_str().unwrap().to_owned(),
            c["count"].as_u64().unwrap(),
        )
    })
    .collect()
}

/// Audits everything of safety with results by place, and closes.
pub(crate) fn audited(
    desk: &mut Desk,
    system: &str,
    result: impl Fn(usize) -> &'static str,
) -> Value {
    let audit = start(desk, system, scope(&["safety"], &[]), true);
    judge(desk, &audit, result);
    close(desk, &audit)
}

pub(crate) fn reopened(audit: &Value) -> Vec<Option<String>> {
    let why = |item: &Value| item["item"]["reopened"].as_str().map(str::to_owned);
    items(audit).iter().map(why).collect()
}

pub(crate) fn carried(audit: &Value) -> Vec<u64> {
    let times = |item: &Value| item["item"]["carried"]["times"].as_u64().unwrap_or(0);
    items(audit).iter().map(times).collect()
}

pub(crate) const PACK: &str = r#"
schema = "assay-question-pack/1"
id = "grid"
name = { en = "Grid", zh = "电网" }

[[question]]
id = "g-01"
dimension = "safety"
text = { en = "Is the line told apart?", zh = "是否区分线路？" }
critical = true

[[question]]
id = "g-02"
dimension = "reliability"
clause = "h"
text = { en = "Does it stop?", zh = "能否停下？" }
take = { en = "The log", zh = "日志" }
"#;

pub(crate) fn read(path: &Path) -> Value {
    json!({ "path": path, "id": "grid", "name": { "en": "Grid", "zh": "电网" } })
}
