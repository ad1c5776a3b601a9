//! How long a person waits for the program: the overview after unlocking, a report made and signed.

use assay_api::contract::Summary;
use assay_domain::assessment::AssessmentState;
use assay_domain::id::{AssessmentId, SystemId};
use assay_domain::system::SystemFacts;
use assay_store::{Error, Store};
use assay_tests::bench::{Figures, quantile, timed};
use assay_tests::desk::Desk;
use assay_tests::store::{act, assessment, entry, moment, uuid};
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;

const SYSTEMS: u64 = 500;
const ROUNDS: usize = 9;
const TARGET_OVERVIEW_MS: f64 = 100.0;
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
    store.mutate(entry(3, "fill", json!({})), |tx| {
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
            value.submitted = Some(act(4));
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
    figures.say(
        "first overview of 500 systems with 500 finished assessments after unlocking",
        quantile(times, 0.5),
        TARGET_OVERVIEW_MS,
    );
    Ok(())
}

/// Returns the sample's assessment that is approved and waits for its report.
fn approved(desk: &mut Desk) -> Value {
    let rows = desk.call("assessment_list", json!({ "system": null }));
    let rows = rows["assessments"].as_array().cloned().unwrap_or_default();
    let found = rows
        .into_iter()
        .find(|row| row["state"] == json!("approved"));
    found.expect("an approved assessment")["id"].clone()
}

fn report(figures: &mut Figures, folder: &Path) {
    let mut desk = Desk::on_this_machine();
    desk.call(
        "workspace_create_sample",
        json!({ "path": folder.join("sample.assay"), "locale": "zh-CN" }),
    );
    let assessment = approved(&mut desk);
    let (mut times, mut pages) = (Vec::new(), 0);
    for _ in 0..ROUNDS {
        let (report, taken) = timed(|| {
            let make = json!({ "assessment": assessment, "locale": "zh-CN" });
            let made = desk.call("report_make", make);
            desk.call(
                "report_sign",
                json!({ "report": made["id"], "passphrase": PASSPHRASE }),
            )
        });
        pages = report["pages"].as_u64().unwrap_or_default();
        times.push(taken);
    }
    assert!(pages >= PAGES, "the report has {pages} pages only");
    figures.say(
        &format!("a report of {pages} pages made and signed"),
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
