//! The program and `tests/peers/recompute.py`, which shares no code with it, come to the same grades.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_api::bundled_framework;
use assay_api::method::answers_text;
use assay_domain::framework::Framework;
use assay_tests::desk::Desk;
use assay_tests::dice::Dice;
use assay_tests::peer::answers;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How many random assessments are compared.
const CASES: usize = 5_000;

fn peer() -> Command {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/recompute.py");
    let mut python = Command::new("python3");
    python.arg(script);
    python
}

/// A value from 1 to the highest of this case, now and then unanswered.
fn scale(dice: &mut Dice, case: &Kind) -> Value {
    if dice.one_in(case.gaps) {
        Value::Null
    } else {
        json!(1 + dice.below(case.highest))
    }
}

fn standing(dice: &mut Dice) -> &'static str {
    dice.pick(&["none", "attached", "attached", "current_independent"])
}

/// What a random assessment is like, so that all grades come about.
struct Kind {
    /// The answers given.
    words: &'static [&'static str],
    /// The highest value on a scale.
    highest: u64,
    /// One value in so many is unanswered.
    gaps: u64,
}

impl Kind {
    fn random(dice: &mut Dice) -> Self {
        let words: [&[&str]; 3] = [
            &["met"],
            &[
                "met", "met", "met", "met", "met", "met", "partly", "na", "not_met",
            ],
            &["met", "partly", "not_met", "unknown", "na", "not_yet_due"],
        ];
        let words = words[dice.below(3) as usize];
        let highest = 1 + dice.below(5);
        let gaps = if dice.one_in(2) { 10_000 } else { 12 };
        Self {
            words,
            highest,
            gaps,
        }
    }
}

/// Makes an assessment at random.
fn case(framework: &Framework, dice: &mut Dice) -> Value {
    let kind = &Kind::random(dice);
    let mut clauses = Map::new();
    for (clause, _) in framework.clauses() {
        let asked = framework.questions_of(&clause).map(|question| {
            let answer = (!dice.one_in(kind.gaps)).then(|| dice.pick(kind.words));
            json!({
                "question": question.id, "critical": question.critical, "red_line": question.red_line,
                "answer": answer, "evidence": standing(dice),
            })
        });
        let asked: Vec<Value> = asked.collect();
        clauses.insert(clause.to_string(), json!(asked));
    }
    let measures = framework.countermeasures().iter().map(|measure| {
        let answer = (!dice.one_in(kind.gaps)).then(|| json!([dice.below(5), standing(dice)]));
        (measure.id.to_string(), json!(answer))
    });
    let measures: Map<String, Value> = measures.collect();
    let risks = framework.risks().iter().map(|risk| {
        let rating = match dice.below(8) {
            0 => json!({ "na": true, "na_ok": dice.one_in(2) }),
            _ => json!({ "L": scale(dice, kind), "I": scale(dice, kind), "ev": standing(dice) }),
        };
        (risk.id.to_string(), rating)
    });
    let risks: Map<String, Value> = risks.collect();
    json!({
        "depth": dice.pick(&["full", "quick"]),
        "context": { "S": scale(dice, kind), "A": scale(dice, kind), "Z": scale(dice, kind) },
        "clauses": clauses,
        "measures": measures,
        "risks": risks,
        "fallback": {
            "drillWithinYear": dice.one_in(2), "decisionRecords": dice.below(3),
            "rubberStampOpen": dice.one_in(4), "drillStanding": "none",
        },
    })
}

#[test]
fn five_thousand_random_assessments_are_graded_alike() {
    let folder = tempfile::tempdir().unwrap();
    let framework = bundled_framework().unwrap();
    let tables = folder.path().join("method.json");
    std::fs::write(&tables, framework.method().to_json().to_string()).unwrap();
    let mut dice = Dice::new(20_261_124);
    let cases: Vec<Value> = (0..CASES).map(|_| case(&framework, &mut dice)).collect();
    let recomputed = answers(
        peer().arg("--method").arg(&tables).args(["--answers", "-"]),
        &cases,
    );
    assert_eq!(recomputed.len(), CASES);
    let mut grades = [0_usize; 6];
    for (case, recomputed) in cases.iter().zip(recomputed) {
        let text = answers_text(&framework, &case.to_string()).unwrap();
        let graded: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(graded, recomputed, "{case}");
        grades[graded["grade"].as_u64().unwrap() as usize] += 1;
    }
    // A comparison in which every case came to the same grade would show little.
    assert!(grades[1..].iter().all(|count| *count > 0), "{grades:?}");
}

/// Makes reports of the sample's assessments.
fn reports(folder: &Path) -> Vec<(PathBuf, u64)> {
    let mut desk = Desk::in_folder(folder);
    let workspace = folder.join("sample.assay");
    desk.call(
        "workspace_create_sample",
        json!({ "path": workspace, "locale": "zh-CN" }),
    );
    let list = desk.call("assessment_list", json!({ "system": null }));
    let rows = list["assessments"].as_array().unwrap();
    let made = rows.iter().enumerate().map(|(number, row)| {
        let report = desk.call(
            "report_make",
            json!({ "subject": { "kind": "assessment", "id": row["id"] }, "locale": "zh-CN" }),
        );
        let path = folder.join(format!("report-{number}.pdf"));
        desk.call(
            "report_export",
            json!({ "report": report["id"], "path": path }),
        );
        (path, row["summary"]["grade"].as_u64().unwrap())
    });
    made.collect()
}

#[test]
fn the_samples_reports_are_recomputed_from_their_pdf_alone() {
    let folder = tempfile::tempdir().unwrap();
    let reports = reports(folder.path());
    assert_eq!(reports.len(), 3);
    for (path, grade) in reports {
        let done = peer().arg(&path).output().unwrap();
        let said = String::from_utf8(done.stdout).unwrap();
        assert!(done.status.success(), "{said}");
        let found: Value = serde_json::from_str(&said).unwrap();
        assert_eq!(
            (found["agrees"].as_bool(), found["grade"].as_u64()),
            (Some(true), Some(grade))
        );
    }
}
