//! Second review: reproducible samples, cases without who decided, verdicts, and what they say.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::id::PersonId;
use assay_domain::second_review::{BlindVerdict, CaseVerdict, Judged, Stratum, unblind};
use assay_domain::stats::Level;
use assay_domain::stats::rate::{Share, wilson};
use assay_domain::stats::second_review::second_review_figures;
use assay_tests::desk::Desk;
use assay_tests::store::uuid;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use tempfile::TempDir;

fn person(number: u64) -> PersonId {
    PersonId::new(uuid(number))
}

fn case(overridden: bool, verdicts: &[CaseVerdict]) -> Judged {
    Judged {
        overridden,
        verdicts: (1..).map(person).zip(verdicts.iter().copied()).collect(),
    }
}

#[test]
fn what_is_said_of_two_texts_becomes_a_verdict() {
    use BlindVerdict as Said;
    for (said, person_first, same, expected) in [
        (Said::First, true, false, CaseVerdict::PersonRight),
        (Said::First, false, false, CaseVerdict::AiRight),
        (Said::Second, true, false, CaseVerdict::AiRight),
        (Said::Second, false, false, CaseVerdict::PersonRight),
        (Said::First, true, true, CaseVerdict::BothRight),
        (Said::Both, false, false, CaseVerdict::BothRight),
        (Said::Neither, true, true, CaseVerdict::BothWrong),
        (Said::CannotTell, true, false, CaseVerdict::CannotTell),
    ] {
        assert_eq!(unblind(said, person_first, same), expected);
    }
}

#[test]
fn the_verdict_that_most_gave_counts_and_a_tie_can_t_be_told() {
    use CaseVerdict::{AiRight, BothWrong, CannotTell, PersonRight};
    assert_eq!(case(true, &[]).verdict(), None);
    assert_eq!(case(true, &[AiRight]).verdict(), Some(AiRight));
    assert_eq!(
        case(true, &[AiRight, PersonRight]).verdict(),
        Some(CannotTell)
    );
    assert_eq!(
        case(true, &[AiRight, PersonRight, PersonRight]).verdict(),
        Some(PersonRight)
    );
    assert_eq!(
        case(true, &[BothWrong, BothWrong]).verdict(),
        Some(BothWrong)
    );
}

#[test]
fn shares_of_the_samples_are_weighed_by_their_populations() {
    use CaseVerdict::{AiRight, BothRight, BothWrong, CannotTell, PersonRight};
    // Of 50 accepted 5 wrong; of 20 overrides 4 needless, 15 right, 1 where both were wrong.
    let accepted = (0..50).map(|n| case(false, &[if n < 5 { BothWrong } else { BothRight }]));
    let overridden = (0..20).map(|n| match n {
        0..4 => case(true, &[AiRight]),
        4 => case(true, &[BothWrong]),
        _ => case(true, &[PersonRight]),
    });
    let mut judged: Vec<Judged> = accepted.chain(overridden).collect();
    judged.push(case(true, &[CannotTell]));
    let stratum = |population, drawn| Stratum { population, drawn };
    let made = second_review_figures(&judged, stratum(9_000, 50), stratum(1_000, 21), Level::P95);
    assert_eq!((made.cases, made.judged, made.undecided), (71, 71, 1));
    let counts =
        |rate: Option<assay_domain::stats::rate::Rate>| rate.map(|rate| (rate.count, rate.of));
    assert_eq!(counts(made.missed_errors), Some((5, 50)));
    assert_eq!(counts(made.precision), Some((15, 20)));
    assert_eq!(counts(made.needless), Some((4, 20)));
    // 9,000 times 10 % are 900 accepted errors, 1,000 times 80 % are 800 overridden ones.
    let over = made.over_reliance.unwrap();
    assert!((over.value - 900.0 / 1_700.0).abs() < 1e-12);
    let strict = Level::new(0.975).unwrap();
    let missed = wilson(Share::of(5, 50).unwrap(), strict);
    let caught = wilson(Share::of(16, 20).unwrap(), strict);
    let low = 9_000.0 * missed.lower / (9_000.0 * missed.lower + 1_000.0 * caught.upper);
    let high = 9_000.0 * missed.upper / (9_000.0 * missed.upper + 1_000.0 * caught.lower);
    assert!(
        (over.interval.lower - low).abs() < 1e-12 && (over.interval.upper - high).abs() < 1e-12
    );
    let under = made.under_reliance.unwrap();
    assert!((under.value - 200.0 / 8_300.0).abs() < 1e-12);
    assert_eq!(made.agreement, None);
}

#[test]
fn a_kind_without_a_verdict_leaves_the_estimate_open_and_an_empty_one_does_not() {
    let accepted = Stratum {
        population: 40,
        drawn: 1,
    };
    let judged = [case(false, &[CaseVerdict::BothRight])];
    let overridden = Stratum {
        population: 10,
        drawn: 1,
    };
    let open = second_review_figures(&judged, accepted, overridden, Level::P95);
    assert_eq!(
        (open.over_reliance, open.under_reliance, open.precision),
        (None, None, None)
    );
    let none = Stratum {
        population: 0,
        drawn: 0,
    };
    let closed = second_review_figures(&judged, accepted, none, Level::P95);
    assert_eq!(closed.over_reliance, None, "no error was seen at all");
    assert_eq!(closed.under_reliance.unwrap().value, 0.0);
}

#[test]
fn reviewers_who_judged_the_same_case_are_compared() {
    use CaseVerdict::{AiRight, BothWrong, PersonRight};
    let judged = [
        case(true, &[AiRight, AiRight]),
        case(true, &[PersonRight, PersonRight]),
        case(true, &[PersonRight, AiRight]),
        case(false, &[BothWrong]),
    ];
    let all = Stratum {
        population: 4,
        drawn: 4,
    };
    let agreement = second_review_figures(&judged, all, all, Level::P95)
        .agreement
        .unwrap();
    assert_eq!((agreement.n, agreement.agreed), (3, 2));
    assert!((agreement.kappa.value.unwrap() - 0.4).abs() < 1e-12);
}

struct Office {
    desk: Desk,
    _folder: TempDir,
    system: String,
}

impl Office {
    /// An office with 400 decisions of October, a quarter of them overridden.
    fn new() -> Self {
        let (mut desk, folder, system) = Desk::office("Benefit triage");
        let mut text = String::from("Time,Case,AI,Person\n");
        for row in 0..400 {
            let last = if row % 4 == 0 { "refuse" } else { "grant" };
            writeln!(
                text,
                "2026-10-{:02} 09:00,A-{row},grant,{last}",
                1 + row % 28
            )
            .unwrap();
        }
        let path = folder.path().join("export.csv");
        std::fs::write(&path, text).unwrap();
        let mapping = json!({
            "format": 1, "name": "Export", "content": "decisions",
            "columns": { "decidedAt": ["Time"], "caseKey": ["Case"], "aiOutput": ["AI"], "humanFinal": ["Person"] },
            "rule": { "kind": "differs", "overridden": "", "modified": "" },
        });
        let plan = json!({ "system": system, "path": path, "mapping": mapping });
        desk.import(&plan);
        Self {
            desk,
            _folder: folder,
            system,
        }
    }

    fn draw(&self, seed: Option<&str>) -> Value {
        json!({
            "system": self.system, "from": "2026-10-01", "to": "2026-10-31", "level": 0.9,
            "tolerable": 0.2, "seed": seed, "trial": false,
        })
    }
}

#[test]
fn a_sample_is_reproducible_and_judged_without_knowing_who_decided() {
    let mut office = Office::new();
    let mut trial = office.draw(None);
    trial["trial"] = json!(true);
    let sizes = office.desk.call("second_review_draw", trial);
    assert_eq!(
        sizes["review"]["accepted"],
        json!({ "population": 300, "drawn": 11 })
    );
    assert_eq!(
        sizes["review"]["overridden"],
        json!({ "population": 100, "drawn": 10 })
    );
    assert_eq!(
        office
            .desk
            .call("second_review_list", json!({ "system": null }))["reviews"],
        json!([])
    );

    let seed = "ab".repeat(32);
    let first = office
        .desk
        .call("second_review_draw", office.draw(Some(&seed)));
    let second = office
        .desk
        .call("second_review_draw", office.draw(Some(&seed)));
    let other = office.desk.call("second_review_draw", office.draw(None));
    let cases = |desk: &mut Desk, detail: &Value| -> Vec<String> {
        let id = &detail["review"]["id"];
        let places = 0..detail["cases"].as_array().unwrap().len();
        places
            .map(|place| {
                desk.call("blind_case_get", json!({ "id": id, "place": place }))["caseKey"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect()
    };
    let drawn = cases(&mut office.desk, &first);
    assert_eq!(drawn, cases(&mut office.desk, &second));
    assert_ne!(drawn, cases(&mut office.desk, &other));
    assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), 21);

    let id = first["review"]["id"].clone();
    let mut orders = BTreeSet::new();
    for place in 0..21 {
        let case = office
            .desk
            .call("blind_case_get", json!({ "id": id, "place": place }));
        let said: Vec<&String> = case.as_object().unwrap().keys().collect();
        assert_eq!(
            said,
            [
                "caseKey",
                "cases",
                "category",
                "decisionPoint",
                "evidence",
                "first",
                "judged",
                "place",
                "second"
            ]
        );
        let different = case["second"].is_string();
        if different {
            orders.insert(case["first"].as_str().unwrap().to_owned());
        }
        let detail = office.desk.call("second_review_get", json!({ "id": id }));
        assert_eq!(
            detail["figures"],
            Value::Null,
            "the figures would tell what was said before"
        );
        // The person who refuses is always right, wherever the text stands.
        let verdict = match (different, case["first"].as_str()) {
            (false, _) => "both",
            (true, Some("refuse")) => "first",
            (true, _) => "second",
        };
        office.desk.call(
            "verdict_give",
            json!({ "id": id, "place": place, "verdict": verdict, "note": "" }),
        );
    }
    assert_eq!(
        orders.len(),
        2,
        "the person's text stands first in some cases and second in others"
    );
    let detail = office.desk.call("second_review_get", json!({ "id": id }));
    assert_eq!(
        (
            &detail["figures"]["precision"]["count"],
            &detail["figures"]["precision"]["of"]
        ),
        (&json!(10), &json!(10))
    );
    assert_eq!(detail["figures"]["missedErrors"]["count"], 0);
    assert!(
        detail["cases"][0]["mine"].is_string(),
        "now it is told what it came to"
    );
    let stats = office.desk.call(
        "decision_stats",
        json!({ "system": office.system, "from": "2026-10-01", "to": "2026-10-31" }),
    );
    assert_eq!(stats["secondReview"]["figures"], detail["figures"]);
    assert_eq!(office.desk.call("workspace_check", json!({}))["ok"], true);
}

#[test]
fn a_verdict_can_be_given_again_and_the_newest_counts() {
    let mut office = Office::new();
    let id = office.desk.call("second_review_draw", office.draw(None))["review"]["id"].clone();
    for verdict in ["neither", "cannot_tell"] {
        office.desk.call(
            "verdict_give",
            json!({ "id": id, "place": 0, "verdict": verdict, "note": "looked again" }),
        );
    }
    let detail = office.desk.call("second_review_get", json!({ "id": id }));
    assert_eq!(
        detail["cases"][0],
        json!({ "place": 0, "verdicts": 1, "given": true, "mine": null })
    );
    assert_eq!(detail["cases"][1]["given"], json!(false));
    let list = office
        .desk
        .call("second_review_list", json!({ "system": office.system }));
    assert_eq!(
        (&list["reviews"][0]["mine"], &list["reviews"][0]["cases"]),
        (&json!(1), &json!(21))
    );
}

#[test]
fn a_sample_that_can_t_be_drawn_is_a_sentence() {
    let mut office = Office::new();
    for (field, value, code) in [
        ("tolerable", json!(0.0), "second-review-tolerable"),
        ("seed", json!("xyz"), "second-review-seed"),
        ("from", json!("2026-11-01"), "stats-range"),
    ] {
        let mut request = office.draw(None);
        request[field] = value;
        assert_eq!(office.desk.refused("second_review_draw", request), code);
    }
    let mut request = office.draw(None);
    request["from"] = json!("2026-09-01");
    request["to"] = json!("2026-09-30");
    assert_eq!(
        office.desk.refused("second_review_draw", request),
        "second-review-empty"
    );
    let id = office.desk.call("second_review_draw", office.draw(None))["review"]["id"].clone();
    assert_eq!(
        office
            .desk
            .refused("blind_case_get", json!({ "id": id, "place": 21 })),
        "not-found"
    );
}

#[test]
fn a_sign_becomes_a_finding_an_action_or_a_question_to_the_supplier() {
    let mut office = Office::new();
    let finding = json!({
        "system": office.system, "from": "2026-10-01", "to": "2026-10-31", "title": "Hardly anything is overridden",
        "severity": "high", "question": "i-05", "signal": "volume",
    });
    let first = office.desk.call("finding_add", finding.clone());
    assert_eq!(
        (&first["signal"], &first["state"]),
        (&json!("volume"), &json!("open"))
    );
    let second = office.desk.call("finding_add", finding.clone());
    assert_eq!(
        second["audit"], first["audit"],
        "it joins the audit that is running"
    );
    let list = office
        .desk
        .call("finding_list", json!({ "system": office.system }));
    assert_eq!(list["findings"].as_array().unwrap().len(), 2);
    let detail = office
        .desk
        .call("finding_get", json!({ "id": first["id"] }));
    assert_eq!(detail["audit"]["state"], "running");
    assert_eq!(detail["later"][0]["finding"]["id"], second["id"]);
    let mut untitled = finding;
    untitled["title"] = json!(" ");
    assert_eq!(office.desk.refused("finding_add", untitled), "title-empty");
    for kind in ["signal", "supplier"] {
        let facts = json!({
            "title": "Ask what changed", "system": office.system, "assessment": null,
            "target": { "kind": kind, "id": "chart" }, "owner": "Duty officer", "due": "2026-12-01",
            "state": "open", "note": "", "proof": [],
        });
        let action = office.desk.call(
            "action_save",
            json!({ "id": null, "facts": facts, "revision": null }),
        );
        assert_eq!(
            action["facts"]["target"],
            json!({ "kind": kind, "id": "chart" })
        );
    }
}
