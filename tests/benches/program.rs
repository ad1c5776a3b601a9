//! How long a person waits for the program: the overview after unlocking, a report made and signed.

use assay_api::contract::Summary;
use assay_domain::assessment::AssessmentState;
use assay_domain::id::{AssessmentId, SystemId};
use assay_domain::person::Act;
use assay_domain::system::SystemFacts;
use assay_store::{Error, Store};
use assay_tests::bench::{Figures, quantile, timed};
use assay_tests::desk::{self, Desk};
use assay_tests::store::{assessment, entry, moment, uuid};
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;

const SYSTEMS: u64 = 500;
const ROUNDS: usize = 9;
const REPORTS: usize = 5;
const TARGET_OVERVIEW_MS: f64 = 100.0;
const TARGET_SAVE_MS: f64 = 10.0;
const TARGET_REPORT_MS: f64 = 500.0;
/// The report that is measured has at least so many pages.
const PAGES: u64 = 40;
const PASSPHRASE: &str = "assay-sample";

/// Adds systems with one finished assessment each.
fn fill(workspace: &Path) -> Result<(), Error> {
    let mut store = Store::open(workspace, &PASSPHRASE.into(), None, random())?;
    let summary = |number: u64| Summary {
        tier: 3,
        grade: u8::try_from(1 + number % 5).unwrap_or(5),
        interval: [1, 3, 5],
        confidence: 62,
        confidence_band: "medium".to_owned(),
        index: 40,
        red_lines: Vec::new(),
        answered: 57,
        in_scope: 57,
    };
    let persons = store.read(|read| read.persons().list())?;
    let act = Act {
        by: persons[0].id,
        at: moment(4),
    };
    let mut filling = entry(3, "fill", json!({}));
    filling.act = act.clone();
    store.mutate(filling, |tx| {
        for number in 0..SYSTEMS {
            let system = SystemId::new(uuid(10_000 + number));
            let facts = SystemFacts {
                purpose: "Advises the duty officer 为值班员提供建议".repeat(4),
                ..SystemFacts::named(format!("System {number:03} 系统"))
            };
            tx.systems_mut().add(system, &facts, moment(1))?;
            let id = AssessmentId::new(uuid(20_000 + number));
            let mut value = assessment(id, system);
            value.state = AssessmentState::Signed;
            value.begun = act.clone();
            value.submitted = Some(act.clone());
            tx.assessments_mut().add(&value)?;
            let summary = json!(summary(number));
            tx.assessments_mut().set_summary(id, &summary, moment(4))?;
        }
        Ok::<_, Error>(())
    })?;
    store.close()
}

fn random() -> assay_store::Random {
    Box::new(|bytes| getrandom::fill(bytes).expect("randomness"))
}

fn overview(figures: &mut Figures, folder: &Path) -> Result<(), Error> {
    let workspace = folder.join("many.assay");
    let mut desk = Desk::on_this_machine();
    desk.call(
        "workspace_create_sample",
        json!({ "path": workspace, "locale": "en" }),
    );
    desk.call("workspace_lock", json!({}));
    fill(&workspace)?;
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let open = json!({ "path": workspace, "passphrase": PASSPHRASE });
        desk.call("workspace_open", open);
        let (seen, taken) = timed(|| desk.call("workspace_overview", json!({})));
        let systems = seen["systems"].as_array().map_or(0, Vec::len) as u64;
        assert!(systems >= SYSTEMS, "{systems}");
        times.push(taken);
        desk.call("workspace_lock", json!({}));
    }
    saves(figures, &mut desk, &workspace);
    figures.say(
        "first overview of 500 systems with 500 finished assessments after unlocking",
        quantile(times, 0.5),
        TARGET_OVERVIEW_MS,
    );
    Ok(())
}

/// Answers every question of a new assessment, one after the other, beside the 500 that are finished.
fn saves(figures: &mut Figures, desk: &mut Desk, workspace: &Path) {
    let open = json!({ "path": workspace, "passphrase": PASSPHRASE });
    desk.call("workspace_open", open);
    let systems = desk.call("system_list", json!({}));
    let value = |value: u8| json!({ "value": value, "reason": "as printed on the scale" });
    let view = desk.call(
        "assessment_start",
        json!({
            "system": systems["systems"][0]["system"]["id"],
            "period": { "from": "2026-10-01", "to": "2026-12-31" },
            "context": { "scenario": value(3), "autonomy": value(3), "scale": value(2) },
            "profile": null, "depth": "full",
        }),
    );
    let mut times = Vec::new();
    for question in view["questions"].as_array().into_iter().flatten() {
        let revision = &question["answer"]["revision"];
        let request = json!({
            "assessment": view["assessment"]["id"], "question": question["question"],
            "value": "partly", "note": "说明 note ".repeat(30), "naReason": "", "revision": revision,
        });
        times.push(timed(|| desk.call("answer_save", request)).1);
    }
    assert!(times.len() > 100, "{}", times.len());
    figures.say(
        "saving one answer beside 500 finished assessments, 99th percentile",
        quantile(times, 0.99),
        TARGET_SAVE_MS,
    );
    desk.call("workspace_lock", json!({}));
}

fn report(figures: &mut Figures, folder: &Path) {
    let mut desk = Desk::on_this_machine();
    desk.workspace(&folder.join("office.assay"));
    let (mut times, mut pages) = (Vec::new(), u64::MAX);
    // Signed is final, so each round has an assessment of its own.
    for number in 1..=REPORTS {
        let system = desk.system(&format!("Grid dispatch advice {number} 电网调度辅助决策"));
        let view = desk.assessment(&system, "dispatch-advice");
        let id = view["assessment"]["id"].as_str().expect("an id is a text");
        desk.complete_with(id, "Seen in the test log 见测试记录. ");
        desk.approve(id);
        let (report, taken) = timed(|| {
            let made = desk.call(
                "report_make",
                json!({ "subject": { "kind": "assessment", "id": id }, "locale": "en" }),
            );
            let sign = json!({ "report": made["id"], "passphrase": desk::PASSPHRASE });
            desk.call("report_sign", sign)
        });
        pages = pages.min(report["pages"].as_u64().unwrap_or_default());
        times.push(taken);
    }
    assert!(pages >= PAGES, "the report has {pages} pages only");
    figures.say(
        &format!("a report of {pages} pages made and signed, the passphrase asked for"),
        quantile(times, 0.5),
        TARGET_REPORT_MS,
    );
}

fn main() -> ExitCode {
    let folder = tempfile::tempdir().expect("a folder");
    let mut figures = Figures::of("program");
    overview(&mut figures, folder.path()).unwrap_or_else(|error| panic!("{error}"));
    report(&mut figures, folder.path());
    figures.end()
}
