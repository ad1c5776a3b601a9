//! A workspace that is quick to unlock, for tests that open it many times.

mod audits;
mod decisions;

pub use audits::{DECISIONS, audited, due_today, infrastructure};
pub use decisions::DECISION_FILE;

use super::journey::{PASSPHRASE, SYSTEM};
use assay_api::native::Machine;
use assay_api::{Environment, Session, Steady, dispatch};
use assay_domain::locale::Locale;
use assay_domain::system::SystemFacts;
use assay_domain::time::Timestamp;
use assay_store::{KdfCost, Random};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// This machine, but with the cheapest key derivation that a workspace accepts: unlocking 150 times
/// is not what is tested. Its clock may stand some days back.
struct Cheap(Machine, i64);

impl Environment for Cheap {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.now().micros() - self.1 * 86_400_000_000)
    }
    fn steady(&self) -> Steady {
        self.0.steady()
    }
    fn random(&self) -> Random {
        self.0.random()
    }
    fn kdf_cost(&self) -> KdfCost {
        KdfCost::FLOOR
    }
    fn documents(&self) -> PathBuf {
        self.0.documents()
    }
    fn state(&self) -> Option<PathBuf> {
        None
    }
    fn locale(&self) -> Locale {
        Locale::En
    }
    fn font(&self, name: &str) -> std::io::Result<Arc<Vec<u8>>> {
        self.0.font(name)
    }
}

/// Returns a way to run commands on a new session, each of which must succeed.
fn commands() -> impl FnMut(&str, Value) -> Value {
    commands_before(0)
}

/// The same so many days ago.
fn commands_before(days: i64) -> impl FnMut(&str, Value) -> Value {
    let mut session = Session::new(Box::new(Cheap(Machine::new(Vec::new()), days)))
        .expect("the bundled framework is whole");
    move |command, request| {
        let answer = dispatch(&mut session, command, &request.to_string());
        let answer = answer.unwrap_or_else(|error| panic!("{command}: {error:?}"));
        serde_json::from_str(&answer).expect("the answer is JSON")
    }
}

/// Ids that stand in the addresses of screens.
#[derive(Clone, Debug)]
pub struct Known {
    system: String,
    assessment: String,
    draft: String,
    question: String,
    decision: String,
    review: String,
    incident: String,
    action: String,
    report: String,
    signed_report: String,
    fallback_plan: String,
    drill: String,
    audit: String,
    sample: String,
    finding: String,
    workspace: PathBuf,
}

impl Known {
    /// Puts ids into the address of a screen, such as `/systems/:id`.
    #[must_use]
    pub fn fill(&self, name: &str, pattern: &str) -> String {
        let id = match name {
            "system" | "systemEdit" => &self.system,
            "decision" | "decisionCorrect" => &self.decision,
            "decisionReview" | "decisionReviewCase" => &self.review,
            "incident" | "incidentEdit" => &self.incident,
            "action" => &self.action,
            "report" => &self.report,
            "signedReport" => &self.signed_report,
            "fallbackPlan" => &self.fallback_plan,
            "drill" => &self.drill,
            "audit" | "auditCompare" => &self.audit,
            "auditSample" => &self.sample,
            "finding" | "findingEdit" => &self.finding,
            "assessmentResult" | "assessmentReview" => &self.assessment,
            _ => &self.draft,
        };
        pattern
            .replace(":system", &self.system)
            .replace(":audit", &self.audit)
            .replace(":question", &self.question)
            .replace(":place", "0")
            .replace(":id", id)
            + &self.query(name)
    }

    /// Returns what follows the address of a screen that shows little without it.
    fn query(&self, name: &str) -> String {
        match name {
            "lockedDrill" => format!("?file={}", self.workspace.display()),
            _ => String::new(),
        }
    }
}

/// Makes the sample workspace, with a report of a finished assessment, a new draft of it and a sample
/// for second review.
///
/// # Panics
/// When it can't be made.
#[must_use]
pub fn sample(workspace: &Path) -> Known {
    let mut call = commands();
    call(
        "workspace_create_sample",
        json!({ "path": workspace, "locale": "en" }),
    );
    let id = |value: &Value| value.as_str().expect("an id is a text").to_owned();
    let rows = call("assessment_list", json!({ "system": null }));
    let finished = &rows["assessments"][0];
    let system = &finished["system"];
    let mut report = |assessment: &Value| {
        call(
            "report_make",
            json!({ "subject": { "kind": "assessment", "id": assessment["id"] }, "locale": "en" }),
        )
    };
    let signed = report(&rows["assessments"][1]);
    let report = report(finished);
    call(
        "report_sign",
        json!({ "report": signed["id"], "passphrase": assay_api::SAMPLE_PASSPHRASE }),
    );
    let value = |value: u8| json!({ "value": value, "reason": "as printed on the scale" });
    let draft = call(
        "assessment_start",
        json!({
            "system": system,
            "period": { "from": "2026-10-01", "to": "2026-12-31" },
            "context": { "scenario": value(3), "autonomy": value(3), "scale": value(2) },
            "profile": "public-chatbot", "depth": "full",
        }),
    );
    let decision = call(
        "decision_add",
        json!({ "entry": {
            "system": system, "disposition": "overridden", "reasonCode": "wrong-fact",
            "caseKey": "2026-0412", "aiOutput": "refuse", "humanFinal": "grant",
        } }),
    );
    let review = call(
        "second_review_draw",
        json!({
            "system": system, "from": "2020-01-01", "to": "2099-12-31",
            "level": 0.95, "tolerable": 0.05, "seed": null, "trial": false,
        }),
    );
    let incident = call(
        "incident_save",
        json!({ "id": null, "revision": null, "entry": {
            "system": system, "kind": "event", "title": "Wrong answers for an hour",
            "occurredAt": "2026-10-05T09:00", "noticedAt": "2026-10-05T09:30",
            "response": "The assistant was switched off.", "restoredAt": "2026-10-05T10:30",
        } }),
    );
    let incident = &incident["incident"];
    let handle = json!({
        "id": incident["id"], "revision": incident["revision"], "step": "handle", "reason": "",
    });
    call("incident_step", handle);
    let actions = call("action_list", json!({ "system": null }));
    let plan = audits::planned(&mut call, system);
    let drill = call(
        "drill_plan",
        json!({ "id": null, "revision": null, "facts": {
            "system": system, "named": "", "decisionPoint": "", "plan": null,
            "plannedFor": null, "scenario": "no answer", "announced": true, "observers": "",
            "limitMinutes": null,
        } }),
    );
    for mark in ["fault", "noticed"] {
        let step = json!({ "kind": "mark", "mark": mark });
        call(
            "drill_step",
            json!({ "id": drill["drill"]["id"], "step": step }),
        );
    }
    audits::plan(&mut call, system);
    audits::closed(&mut call, system);
    audits::stops(&mut call, system);
    let folder = workspace.parent().expect("a file in a folder");
    audits::pack(&mut call, folder);
    decisions::imported(&mut call, system, folder);
    let audit = call(
        "audit_start",
        json!({
            "system": system, "due": "2026-12-31", "carry": true,
            "period": { "from": "2026-01-01", "to": "2026-09-30" },
            "scope": { "dimensions": ["safety", "reliability"], "questions": [], "packs": [] },
        }),
    );
    let audit = &audit["audit"]["id"];
    let finding = call(
        "finding_add",
        json!({
            "system": system, "audit": audit, "from": "2026-01-01", "to": "2026-09-30",
            "title": "No figure for wrong answers", "severity": null, "question": "b-sc-01",
            "failing": "fails", "signal": null,
        }),
    );
    let sample = call(
        "audit_sample_draw",
        json!({
            "audit": audit, "question": "b-sc-01", "attribute": "A person signed it",
            "population": { "kind": "named", "name": "Letters of the year", "size": 1_000 },
            "seed": null, "trial": false,
            "plan": { "level": 0.95, "tolerable": 0.05, "expected": 0 },
        }),
    );
    Known {
        workspace: workspace.to_owned(),
        audit: id(audit),
        finding: id(&finding["id"]),
        sample: id(&sample["sample"]["id"]),
        fallback_plan: id(&plan["id"]),
        drill: id(&drill["drill"]["id"]),
        system: id(system),
        assessment: id(&finished["id"]),
        draft: id(&draft["assessment"]["id"]),
        question: id(&draft["questions"][0]["question"]),
        decision: id(&decision["id"]),
        review: id(&review["review"]["id"]),
        incident: id(&incident["id"]),
        action: id(&actions["actions"][0]["action"]["id"]),
        report: id(&report["id"]),
        signed_report: id(&signed["id"]),
    }
}

/// Makes the sample workspace in a language, and nothing more.
///
/// # Panics
/// When it can't be made.
pub fn bare_sample(workspace: &Path, locale: &str) {
    let request = json!({ "path": workspace, "locale": locale });
    commands()("workspace_create_sample", request);
}

/// Makes a workspace of one person, and nothing more.
///
/// # Panics
/// When it can't be made.
pub fn bare_office(workspace: &Path) {
    create(&mut commands(), workspace);
}

/// Makes a workspace with one AI system, and nothing else.
///
/// # Panics
/// When it can't be made.
pub fn office(workspace: &Path, system: &str) {
    let mut call = commands();
    let _ = one_system(&mut call, workspace, system);
    call("workspace_lock", json!({}));
}

/// Makes a workspace with one AI system and returns the system's id.
fn one_system(
    call: &mut impl FnMut(&str, Value) -> Value,
    workspace: &Path,
    system: &str,
) -> Value {
    create(call, workspace);
    let facts = SystemFacts::named(system);
    let request = json!({ "id": null, "facts": facts, "revision": null });
    call("system_save", request)["id"].clone()
}

/// Makes a workspace with an assessment of every question, none answered; returns the assessment's id
/// and those of the questions, in order.
///
/// # Panics
/// When it can't be made.
#[must_use]
pub fn prepared(workspace: &Path) -> (String, Vec<String>) {
    let mut call = commands();
    let system = one_system(&mut call, workspace, SYSTEM);
    let value = |value: u8| json!({ "value": value, "reason": "as printed on the scale" });
    let view = call(
        "assessment_start",
        json!({
            "system": system,
            "period": { "from": "2026-10-01", "to": "2026-12-31" },
            "context": { "scenario": value(3), "autonomy": value(3), "scale": value(2) },
            "profile": "face-access", "depth": "full",
        }),
    );
    let text = |value: &Value| value.as_str().expect("an id is a text").to_owned();
    let questions = view["questions"].as_array().into_iter().flatten();
    let questions = questions.map(|question| text(&question["question"]));
    (text(&view["assessment"]["id"]), questions.collect())
}

fn create(call: &mut impl FnMut(&str, Value) -> Value, workspace: &Path) {
    let marking =
        json!({ "classification": "", "circulation": "", "documentNumber": "", "basis": "" });
    call(
        "workspace_create",
        json!({
            "path": workspace, "passphrase": PASSPHRASE,
            "personName": "Assessment lead", "personTitle": "",
            "settings": {
                "organisation": "Test office", "unit": "", "locale": "en",
                "timeZone": "Asia/Shanghai", "marking": marking,
            },
        }),
    );
}
