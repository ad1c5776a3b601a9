//! Real data sets reconcile with what their publishers counted.

use crate::office::Office;
use serde_json::json;
use std::path::{Path, PathBuf};

/// The mapping that is kept in the tests for a real source.
fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("mappings")
        .join(name)
}

fn real(file: &str) -> Option<PathBuf> {
    assay_tests::data(file)
}

#[test]
fn disengagements_reconcile_with_the_mileage_file() {
    let (Some(events), Some(mileage)) = (
        real("disengagements-2021/events.csv"),
        real("disengagements-2021/mileage.csv"),
    ) else {
        return;
    };
    let mut office = Office::new();
    let mapping = office.desk.call(
        "mapping_read",
        json!({ "path": kept("disengagements-events.toml") }),
    );
    let done = office.import(&events, &mapping).unwrap();
    assert_eq!(
        (&done["phase"], &done["fresh"]),
        (&json!("imported"), &json!(2_676)),
        "{done}"
    );
    let mapping = office.desk.call(
        "mapping_read",
        json!({ "path": kept("disengagements-mileage.toml") }),
    );
    let done = office.import(&mileage, &mapping).unwrap();
    assert_eq!(done["phase"], "imported", "{done}");

    let mut reader = csv::Reader::from_path(&mileage).unwrap();
    let mut totals: std::collections::BTreeMap<String, (u64, f64)> =
        std::collections::BTreeMap::new();
    for row in reader.byte_records() {
        let row = row.unwrap();
        let text = |column: usize| String::from_utf8_lossy(&row[column]).trim().to_owned();
        let total = totals.entry(text(0)).or_default();
        total.0 += text(3).parse::<u64>().unwrap_or_default();
        total.1 += (4..16)
            .map(|month| {
                text(month)
                    .replace(',', "")
                    .parse::<f64>()
                    .unwrap_or_default()
            })
            .sum::<f64>();
    }
    let list = office
        .desk
        .call("volume_list", json!({ "system": office.system }));
    let mut kilometres: std::collections::BTreeMap<String, f64> = std::collections::BTreeMap::new();
    for row in list["volumes"].as_array().unwrap() {
        let facts = &row["volume"]["facts"];
        let amount: f64 = facts["exposure"]["amount"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        *kilometres
            .entry(facts["decisionPoint"].as_str().unwrap().to_owned())
            .or_default() += amount;
    }
    assert!(totals.len() > 25);
    for (manufacturer, (events, miles)) in &totals {
        let filter = json!({ "system": office.system, "decisionPoint": manufacturer });
        let counts = office
            .desk
            .call("decision_counts", json!({ "filter": filter }));
        assert_eq!(counts["total"].as_u64(), Some(*events), "{manufacturer}");
        let found = kilometres.get(manufacturer).copied().unwrap_or_default();
        assert!(
            (found - miles * 1.609_344).abs() < 1e-3,
            "{manufacturer}: {found} of {miles} miles"
        );
    }
    let again = office.desk.call(
        "mapping_read",
        json!({ "path": kept("disengagements-events.toml") }),
    );
    let done = office.import(&events, &again).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(0), &json!(2_676)));
}

#[test]
fn bail_decisions_come_to_the_published_counts() {
    let Some(path) = real("bail-decisions/PSAdata.csv") else {
        return;
    };
    let mut office = Office::new();
    let mapping = office
        .desk
        .call("mapping_read", json!({ "path": kept("bail.toml") }));
    let done = office.import(&path, &mapping).unwrap();
    assert_eq!(
        (&done["fresh"], &done["leftOut"]),
        (&json!(948), &json!(943))
    );
    let counts = office.desk.call(
        "decision_counts",
        json!({ "filter": { "system": office.system } }),
    );
    assert_eq!(
        (&counts["decided"], &counts["overrides"]),
        (&json!(948), &json!(232))
    );
}
