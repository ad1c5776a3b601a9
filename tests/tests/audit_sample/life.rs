//! Drawing a sample in a workspace, writing results, and what is refused.

use assay_tests::desk::Desk;
use serde_json::{Value, json};
use std::fmt::Write as _;
use tempfile::TempDir;

struct Office {
    desk: Desk,
    folder: TempDir,
    system: String,
    audit: Value,
}

impl Office {
    fn new() -> Self {
        let (mut desk, folder, system) = Desk::office("Triage");
        // A finding begins an audit where none is running.
        let finding = desk.call(
            "finding_add",
            json!({
                "system": system, "from": "2026-10-01", "to": "2026-10-31", "title": "begun",
                "severity": "low", "question": null, "signal": null,
            }),
        );
        Self {
            audit: finding["audit"].clone(),
            desk,
            folder,
            system,
        }
    }

    fn asked(&self, population: Value) -> Value {
        json!({
            "audit": self.audit, "question": "b-sc-01", "attribute": "A person signed it",
            "population": population, "seed": null, "trial": false,
            "plan": { "level": 0.95, "tolerable": 0.05, "expected": 0 },
        })
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    }

    fn draw(&mut self, population: Value) -> Value {
        let asked = self.asked(population);
        self.desk.call("audit_sample_draw", asked)
    }

    fn refused(&mut self, population: Value) -> String {
        let asked = self.asked(population);
        self.desk.refused("audit_sample_draw", asked)
    }

    fn stored(&mut self) -> usize {
        let list = self
            .desk
            .call("audit_sample_list", json!({ "audit": self.audit }));
        list["samples"].as_array().unwrap().len()
    }

    fn record(&mut self, sample: &Value, results: &[(usize, &str, &str)]) -> Value {
        let results: Vec<Value> = results
            .iter()
            .map(|(place, result, note)| {
                json!({ "place": place, "result": result, "note": note, "revision": 0 })
            })
            .collect();
        self.desk.call(
            "audit_sample_record",
            json!({ "id": sample["sample"]["id"], "results": results }),
        )
    }
}

fn items(sample: &Value) -> Vec<&str> {
    let items = sample["items"].as_array().unwrap().iter();
    items.map(|item| item["item"].as_str().unwrap()).collect()
}

fn named(size: u64) -> Value {
    json!({ "kind": "named", "name": "Case files of October", "size": size })
}

#[test]
fn a_population_of_0_and_one_above_5_million_are_refused_with_a_sentence() {
    let mut office = Office::new();
    assert_eq!(office.refused(named(0)), "sample-empty");
    assert_eq!(office.refused(named(5_000_001)), "sample-too-many");
    assert_eq!(office.refused(named(u64::MAX >> 12)), "sample-too-many");
    let empty = json!({ "kind": "decisions", "from": "2026-10-01", "to": "2026-10-31" });
    assert_eq!(office.refused(empty), "sample-empty");
    let blank = json!({ "kind": "named", "name": " ", "size": 7 });
    assert_eq!(office.refused(blank), "sample-population-name");
    let mut asked = office.asked(named(1_000));
    asked["attribute"] = json!(" ");
    assert_eq!(
        office.desk.refused("audit_sample_draw", asked),
        "sample-attribute"
    );
    for (tolerable, expected, code) in [
        (0.0, 0, "sample-tolerable"),
        (0.01, 10, "sample-expected"),
        (0.0001, 0, "sample-large"),
    ] {
        let mut asked = office.asked(named(1_000_000));
        asked["plan"]["tolerable"] = json!(tolerable);
        asked["plan"]["expected"] = json!(expected * 1_000_000);
        let refused = office.desk.refused("audit_sample_draw", asked);
        assert_eq!(refused, code);
    }
    assert_eq!(office.stored(), 0, "nothing half done");
}

#[test]
fn the_same_seed_draws_the_same_items_and_a_trial_keeps_nothing() {
    let mut office = Office::new();
    let first = office.draw(named(1_000));
    assert_eq!(first["sample"]["size"], 57);
    assert_eq!(items(&first).len(), 57);
    let mut asked = office.asked(named(1_000));
    asked["seed"] = first["sample"]["seed"].clone();
    let again = office.desk.call("audit_sample_draw", asked.clone());
    assert_eq!(items(&again), items(&first));
    asked["trial"] = json!(true);
    let trial = office.desk.call("audit_sample_draw", asked);
    assert_eq!(trial["sample"]["size"], 57);
    assert_eq!(trial["items"], json!([]));
    assert_eq!(office.stored(), 2);
    let other = office.draw(named(1_000));
    assert_ne!(items(&other), items(&first), "a new seed");
}

#[test]
fn a_list_is_imported_its_repeated_lines_counted_once() {
    let mut office = Office::new();
    let mut text = String::from("case,office\n");
    for number in 0..300 {
        writeln!(text, "C-{number},north").unwrap();
    }
    text.push_str("C-7,south\nC-8,south\n");
    let path = office.file("cases.csv", &text);
    let look = office.desk.call("population_read", json!({ "path": path }));
    assert_eq!(look["columns"], json!(["case", "office"]));
    assert_eq!(look["firstRows"][0], json!(["C-0", "north"]));
    let imported = |column: &str| json!({ "kind": "imported", "path": path, "column": column });
    let drawn = office.draw(imported("case"));
    assert_eq!(drawn["sample"]["populationSize"], 300);
    assert_eq!(drawn["repeated"], 2);
    assert_eq!(drawn["sample"]["population"]["file"], "cases.csv");
    assert!(items(&drawn).iter().all(|item| item.starts_with("C-")));
    assert_eq!(office.refused(imported("number")), "sample-column");

    let holed = office.file("holed.csv", "case,office\nC-1,north\n,north\nC-2,north\n");
    let holed = json!({ "kind": "imported", "path": holed, "column": "case" });
    assert_eq!(office.refused(holed), "sample-item-empty");
    let empty = office.file("empty.csv", "case\n");
    let empty = json!({ "kind": "imported", "path": empty, "column": "case" });
    assert_eq!(office.refused(empty), "sample-empty");
    let gone = json!({ "kind": "imported", "path": "gone.csv", "column": "case" });
    assert_eq!(office.refused(gone), "file-missing");
}

#[test]
fn decision_records_of_a_period_are_drawn_from() {
    let mut office = Office::new();
    for number in 0..40 {
        let day = 1 + number % 20;
        office.desk.call(
            "decision_add",
            json!({ "entry": {
                "system": office.system, "decidedAt": format!("2026-10-{day:02}T09:00:00+08:00"),
                "caseKey": format!("case {number}"), "disposition": "accepted",
                "aiOutput": "refuse", "humanFinal": "refuse",
            } }),
        );
    }
    let all = json!({ "kind": "decisions", "from": "2026-10-01", "to": "2026-10-20" });
    let drawn = office.draw(all);
    assert_eq!(drawn["sample"]["populationSize"], 40);
    let size = drawn["sample"]["size"].as_u64().unwrap();
    assert_eq!(items(&drawn).len() as u64, size);
    for item in items(&drawn) {
        let decision = office.desk.call("decision_get", json!({ "id": item }));
        assert_eq!(decision["decision"]["facts"]["system"], office.system);
    }
    let half = json!({ "kind": "decisions", "from": "2026-10-01", "to": "2026-10-10" });
    assert_eq!(office.draw(half)["sample"]["populationSize"], 20);
    let reversed = json!({ "kind": "decisions", "from": "2026-10-20", "to": "2026-10-10" });
    assert_eq!(office.refused(reversed), "stats-range");
}

#[test]
fn results_are_written_item_by_item_and_the_estimate_comes_with_the_last() {
    let mut office = Office::new();
    let drawn = office.draw(named(20));
    let size = items(&drawn).len();
    assert_eq!(size, 19);
    let rest: Vec<(usize, &str, &str)> = (1..size - 1).map(|at| (at, "conforms", "")).collect();
    let detail = office.record(&drawn, &rest);
    assert_eq!(detail["estimate"], Value::Null);
    let detail = office.record(&drawn, &[(0, "deviates", "no signature")]);
    assert_eq!(detail["estimate"], Value::Null);
    let detail = office.record(&drawn, &[(size - 1, "not_available", "")]);
    let estimate = &detail["estimate"];
    assert_eq!(
        (&estimate["deviating"], &estimate["notAvailable"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(estimate["excluded"], false);
    assert_eq!(
        (&estimate["fewest"], &estimate["most"]),
        (&json!(2), &json!(3))
    );

    // Two open copies: the second one's write is out of date and changes nothing.
    let stale = json!({ "id": drawn["sample"]["id"], "results": [
        { "place": 1, "result": "deviates", "note": "seen", "revision": 1 },
        { "place": 0, "result": "conforms", "note": "", "revision": 0 },
    ] });
    assert_eq!(office.desk.refused("audit_sample_record", stale), "stale");
    let now = office
        .desk
        .call("audit_sample_get", json!({ "id": drawn["sample"]["id"] }));
    assert_eq!(now["items"], detail["items"]);
    let silent = json!({ "id": drawn["sample"]["id"], "results": [
        { "place": 1, "result": "deviates", "note": " ", "revision": 1 },
    ] });
    assert_eq!(
        office.desk.refused("audit_sample_record", silent),
        "sample-note"
    );
    let beyond = json!({ "id": drawn["sample"]["id"], "results": [
        { "place": 99, "result": "conforms", "note": "", "revision": 0 },
    ] });
    assert_eq!(
        office.desk.refused("audit_sample_record", beyond),
        "not-found"
    );
}

#[test]
fn a_process_without_an_end_takes_the_next_that_come() {
    let mut office = Office::new();
    let drawn = office.draw(json!({ "kind": "open", "name": "Calls" }));
    assert_eq!(drawn["sample"]["populationSize"], Value::Null);
    assert_eq!(drawn["sample"]["size"], 59);
    assert_eq!(items(&drawn)[..2], ["1", "2"]);
    let all: Vec<(usize, &str, &str)> = (0..59).map(|at| (at, "conforms", "")).collect();
    let estimate = &office.record(&drawn, &all)["estimate"];
    assert_eq!(estimate["excluded"], true);
    assert_eq!(estimate["most"], Value::Null);
    assert!(estimate["upper"].as_f64().unwrap() < 0.05);
}
