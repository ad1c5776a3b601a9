//! How fast the workspace file is: saving an answer, the overview, a large import, the history.
//!
//! Run with `cargo bench -p assay-tests --bench store`; exits with 1 when a target is missed.

use assay_domain::assessment::AssessmentState;
use assay_domain::id::{AssessmentId, SystemId};
use assay_domain::system::SystemFacts;
use assay_domain::time::Date;
use assay_store::{Error, Store};
use assay_tests::bench::{Figures, quantile, timed};
use assay_tests::store::{Place, act, add_assessment, answer, assessment, entry, moment, uuid};
use serde_json::json;
use std::process::ExitCode;

const SAVES: u32 = 3_000;
const TARGET_SAVE_MS: f64 = 10.0;
const SYSTEMS: u64 = 500;
const ROUNDS: usize = 9;
const TARGET_OVERVIEW_MS: f64 = 100.0;
const IMPORTED: u64 = 100_000;
const TARGET_IMPORT_MS: f64 = 20_000.0;
const TARGET_VERIFY_MS: f64 = 1_000.0;

/// The time below which 99 of 100 saves stay; each save is on disk when it returns.
fn save_p99(store: &mut Store) -> Result<f64, Error> {
    let owner = Some(add_assessment(store, 1)?);
    let note = "说明 note ".repeat(30);
    let mut times = Vec::new();
    for number in 0..SAVES {
        let next = answer(&format!("q-{:03}", number % 115), &note);
        let (saved, taken) = timed(|| {
            let entry = entry(2, "answer.save", json!({ "answer": next }));
            store.mutate(entry, |tx| {
                tx.answers_mut().save(owner, &next, number / 115)
            })
        });
        saved?;
        times.push(taken);
    }
    Ok(quantile(times, 0.99))
}

/// Adds systems with one finished assessment each.
fn fill(store: &mut Store) -> Result<(), Error> {
    let summary = json!({
        "tier": 3, "grade": 4, "low": 3, "high": 4, "confidence": 0.62, "answered": 57,
        "redLines": ["f-01"], "reasons": ["3.1.1e", "3.2.1c", "3.3.2b"],
    });
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
            tx.assessments_mut().set_summary(id, &summary, moment(4))?;
        }
        Ok(())
    })
}

/// The median time of the first overview after unlocking.
fn overview(place: &Place) -> Result<f64, Error> {
    let today = Date::from_ymd_opt(2026, 11, 24).expect("a day");
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let store = place.open()?;
        let (rows, taken) = timed(|| store.read(|read| read.assessments().overview(today)));
        assert!(rows?.len() as u64 >= SYSTEMS);
        times.push(taken);
    }
    Ok(quantile(times, 0.5))
}

fn import(store: &mut Store) -> Result<f64, Error> {
    let rows = (0..IMPORTED).map(|number| {
        let facts = SystemFacts {
            reference: format!("AI-{number:06}"),
            purpose: "Sorts letters".to_owned(),
            ..SystemFacts::named(format!("Imported {number}"))
        };
        (SystemId::new(uuid(1_000_000 + number)), facts)
    });
    let (done, taken) = timed(|| {
        store.mutate(entry(5, "system.import", json!({})), |tx| {
            let imported = tx.systems_mut().import(rows, moment(5))?;
            tx.note("count", imported.count);
            tx.note("sha256", imported.sha256);
            Ok::<_, Error>(())
        })
    });
    done.map(|()| taken)
}

fn run() -> Result<Figures, Error> {
    let mut figures = Figures::of("store");
    let place = Place::new();
    let mut store = place.create();
    let saved = save_p99(&mut store)?;
    figures.say("saving one answer, 99th percentile", saved, TARGET_SAVE_MS);
    fill(&mut store)?;
    store.close()?;
    let read = overview(&place)?;
    figures.say("overview of 500 systems", read, TARGET_OVERVIEW_MS);
    let mut store = place.open()?;
    let (check, verified) = timed(|| store.verify());
    assert!(check?.is_whole());
    figures.say("verifying 3,000 entries", verified, TARGET_VERIFY_MS);
    let imported = import(&mut store)?;
    figures.say("importing 100,000 systems", imported, TARGET_IMPORT_MS);
    Ok(figures)
}

fn main() -> ExitCode {
    run().unwrap_or_else(|error| panic!("{error}")).end()
}
