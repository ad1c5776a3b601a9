//! Decision records, reasons and volumes: each field, each refusal with its sentence, chains, counts.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_api::contract::WireError;
use assay_api::l10n::{Locale, Texts, Value as Argument};
use assay_domain::decision::{
    Change, DecisionFacts, DecisionField, Disposition, EARLIEST, LONGEST_LATENCY_MS, ReasonCount,
    Refusal, change, check, is_entered_late, required, sort_reasons,
};
use assay_domain::framework::Reason;
use assay_domain::id::{EvidenceId, SystemId};
use assay_domain::time::{Date, Period, StatedTime, Timestamp};
use assay_domain::volume::{self, Decimal, Exposure, ExposureUnit, Span, Totals, VolumeFacts};
use assay_tests::desk::Desk;
use assay_tests::framework::bundled;
use assay_tests::store::uuid;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tempfile::TempDir;

const NOW: Timestamp = Timestamp::from_micros(1_795_500_000_000_000);

fn system() -> SystemId {
    SystemId::new(uuid(1))
}

/// An override that holds, decided an hour before the clock.
fn facts() -> DecisionFacts {
    let decided_at = StatedTime::utc(before(3_600));
    DecisionFacts {
        ai_output: "grant".to_owned(),
        human_final: "refuse".to_owned(),
        reason_code: Some("wrong-fact".into()),
        ..DecisionFacts::of(system(), decided_at, Disposition::Overridden)
    }
}

fn before(seconds: i64) -> Timestamp {
    Timestamp::from_micros(NOW.micros() - seconds * 1_000_000)
}

fn reasons() -> Vec<Reason> {
    bundled().reasons().to_vec()
}

/// Checks facts that hold, changed by a function.
fn checked(change: impl FnOnce(&mut DecisionFacts)) -> Result<(), Refusal> {
    let mut changed = facts();
    change(&mut changed);
    check(&changed, NOW, &reasons())
}

#[test]
fn a_record_needs_a_system_and_a_disposition() {
    let some = Some(Disposition::Accepted);
    assert_eq!(required(None, some), Err(Refusal::SystemMissing));
    assert_eq!(
        required(Some(system()), None),
        Err(Refusal::DispositionMissing)
    );
    assert!(required(Some(system()), some).is_ok());
}

#[test]
fn an_override_needs_a_reason_that_is_known_and_says_something() {
    assert_eq!(checked(|_| ()), Ok(()));
    for disposition in [Disposition::Modified, Disposition::Overridden] {
        let missing = checked(|f| {
            f.disposition = disposition;
            f.reason_code = None;
        });
        assert_eq!(missing, Err(Refusal::ReasonMissing));
    }
    for disposition in [
        Disposition::Accepted,
        Disposition::Deferred,
        Disposition::NoAiOutput,
    ] {
        let without = checked(|f| {
            f.disposition = disposition;
            f.reason_code = None;
        });
        assert_eq!(without, Ok(()));
    }
    let unknown = checked(|f| f.reason_code = Some("whim".into()));
    assert_eq!(unknown, Err(Refusal::ReasonUnknown("whim".into())));
    let silent = checked(|f| f.reason_code = Some("other".into()));
    assert_eq!(silent, Err(Refusal::ReasonTextMissing("other".into())));
    let said = checked(|f| {
        f.reason_code = Some("other".into());
        f.reason_text = "a flood".to_owned();
    });
    assert_eq!(said, Ok(()));
}

#[test]
fn a_decision_that_was_made_is_said() {
    for disposition in Disposition::ALL {
        let missing = checked(|f| {
            f.disposition = *disposition;
            f.human_final = " \n".to_owned();
        });
        let expected = match disposition {
            Disposition::Deferred => Ok(()),
            _ => Err(Refusal::FinalMissing),
        };
        assert_eq!(missing, expected, "{disposition:?}");
    }
}

#[test]
fn times_lie_between_1990_and_the_clock() {
    use DecisionField as Field;
    type Set = fn(&mut DecisionFacts, Timestamp);
    let set: [(Field, Set); 3] = [
        (Field::DecidedAt, |f, at| f.decided_at = StatedTime::utc(at)),
        (Field::AiAt, |f, at| f.ai_at = Some(at)),
        (Field::OutcomeAt, |f, at| {
            f.outcome = Some("right".to_owned());
            f.outcome_at = Some(at);
        }),
    ];
    for (field, set) in set {
        let at = |micros| checked(|f| set(f, Timestamp::from_micros(micros)));
        assert_eq!(at(NOW.micros() + 1), Err(Refusal::Future(field)));
        assert_eq!(at(EARLIEST.micros() - 1), Err(Refusal::TooEarly(field)));
        let far = Timestamp::parse("9999-12-31T23:59:59Z").unwrap();
        assert_eq!(at(far.micros()), Err(Refusal::Future(field)));
        let old = Timestamp::parse("0001-01-01T00:00:00Z").unwrap();
        assert_eq!(at(old.micros()), Err(Refusal::TooEarly(field)));
    }
    assert_eq!(checked(|f| f.decided_at = StatedTime::utc(NOW)), Ok(()));
    assert_eq!(
        checked(|f| f.decided_at = StatedTime::utc(EARLIEST)),
        Ok(())
    );
}

#[test]
fn a_latency_is_neither_negative_nor_longer_than_a_year() {
    let stated = |latency| checked(|f| f.latency_ms = Some(latency));
    assert_eq!(stated(-1), Err(Refusal::LatencyNegative));
    assert_eq!(stated(0), Ok(()));
    assert_eq!(stated(LONGEST_LATENCY_MS), Ok(()));
    assert_eq!(stated(LONGEST_LATENCY_MS + 1), Err(Refusal::LatencyTooLong));
    let late = checked(|f| f.ai_at = Some(before(3_599)));
    assert_eq!(late, Err(Refusal::LatencyNegative));
    let long = checked(|f| f.ai_at = Some(before(3_601 + 366 * 86_400)));
    assert_eq!(long, Err(Refusal::LatencyTooLong));
    let mut between = facts();
    between.ai_at = Some(before(3_605));
    between.complete();
    assert_eq!(between.latency_ms, Some(5_000));
    between.latency_ms = Some(7);
    between.complete();
    assert_eq!(between.latency_ms, Some(7), "what is stated stays");
}

#[test]
fn confidence_and_harm_lie_on_their_scales() {
    for (confidence, held) in [
        (0.0, true),
        (1.0, true),
        (-0.001, false),
        (1.001, false),
        (f64::NAN, false),
        (f64::INFINITY, false),
    ] {
        let found = checked(|f| f.ai_confidence = Some(confidence));
        assert_eq!(found.is_ok(), held, "{confidence}");
    }
    assert_eq!(checked(|f| f.harm_if_followed = Some(4)), Ok(()));
    assert_eq!(
        checked(|f| f.harm_if_followed = Some(5)),
        Err(Refusal::Harm(DecisionField::HarmIfFollowed))
    );
    assert_eq!(
        checked(|f| f.harm_if_wrong = Some(5)),
        Err(Refusal::Harm(DecisionField::HarmIfWrong))
    );
}

#[test]
fn texts_have_limits_in_characters_and_hold_no_nul() {
    use DecisionField as Field;
    type Set = fn(&mut DecisionFacts, String);
    let texts: [(Field, usize, Set); 12] = [
        (Field::DecisionPoint, 200, |f, t| f.decision_point = t),
        (Field::ModelVersion, 200, |f, t| f.model_version = t),
        (Field::PromptVersion, 200, |f, t| f.prompt_version = t),
        (Field::CaseKey, 200, |f, t| f.case_key = t),
        (Field::Category, 200, |f, t| f.category = t),
        (Field::AiOutput, 10_000, |f, t| f.ai_output = t),
        (Field::Reviewer, 200, |f, t| f.reviewer = t),
        (Field::HumanInitial, 10_000, |f, t| {
            f.human_initial = Some(t)
        }),
        (Field::HumanFinal, 10_000, |f, t| f.human_final = t),
        (Field::ReasonText, 10_000, |f, t| f.reason_text = t),
        (Field::Outcome, 10_000, |f, t| f.outcome = Some(t)),
        (Field::OutcomeSource, 200, |f, t| {
            f.outcome = Some("right".to_owned());
            f.outcome_source = t;
        }),
    ];
    for (field, most, set) in texts {
        assert_eq!(checked(|f| set(f, "字".repeat(most))), Ok(()), "{field:?}");
        assert_eq!(
            checked(|f| set(f, "字".repeat(most + 1))),
            Err(Refusal::TooLong { field, most })
        );
        assert_eq!(
            checked(|f| set(f, "a\0b".to_owned())),
            Err(Refusal::Nul(field))
        );
    }
}

#[test]
fn an_outcome_s_time_and_source_need_the_outcome() {
    let at = checked(|f| f.outcome_at = Some(before(1)));
    let source = checked(|f| f.outcome_source = "court".to_owned());
    assert_eq!(
        (at, source),
        (Err(Refusal::OutcomeMissing), Err(Refusal::OutcomeMissing))
    );
}

#[test]
fn a_record_is_late_when_made_more_than_24_hours_after_the_decision() {
    let day = 24 * 3_600;
    assert!(!is_entered_late(before(day), NOW));
    let just = Timestamp::from_micros(before(day).micros() - 1);
    assert!(is_entered_late(just, NOW));
    assert!(
        !is_entered_late(NOW, before(day)),
        "a clock that was set back is not late"
    );
}

#[test]
fn a_step_of_a_chain_is_told_by_what_it_changes() {
    let first = facts();
    let mut outcome = first.clone();
    outcome.outcome = Some("right".to_owned());
    outcome.outcome_at = Some(before(2));
    let mut corrected = outcome.clone();
    corrected.human_final = "refuse in part".to_owned();
    assert_eq!(change(None, &first), Change::First);
    assert_eq!(change(Some(&first), &outcome), Change::Outcome);
    assert_eq!(change(Some(&outcome), &corrected), Change::Correction);
    let mut evidenced = outcome.clone();
    evidenced.evidence.push(EvidenceId::new(uuid(7)));
    assert_eq!(change(Some(&outcome), &evidenced), Change::Evidence);
    evidenced.human_final = "refuse in part".to_owned();
    assert_eq!(change(Some(&outcome), &evidenced), Change::Correction);
}

#[test]
fn reasons_are_shown_by_frequency_with_the_open_ones_last() {
    let count = |reason: Option<&str>, modified, overridden| ReasonCount {
        reason: reason.map(Into::into),
        modified,
        overridden,
    };
    let mut counts = vec![
        count(None, 50, 50),
        count(Some("other"), 40, 40),
        count(Some("unsafe"), 1, 2),
        count(Some("training"), 3, 0),
        count(Some("unfair"), 5, 5),
    ];
    sort_reasons(&mut counts, |id| id.as_str() == "other");
    let order: Vec<_> = counts
        .iter()
        .map(|count| count.reason.as_ref().map_or("", |id| id.as_str()))
        .collect();
    assert_eq!(order, ["unfair", "training", "unsafe", "other", ""]);
}

#[test]
fn the_reasons_are_those_of_the_model() {
    let ids: Vec<_> = reasons().iter().map(|r| r.id.to_string()).collect();
    assert_eq!(
        ids,
        [
            "wrong-fact",
            "missing-input",
            "out-of-scope",
            "rule-changed",
            "unfair",
            "unsafe",
            "conflicting-source",
            "no-explanation",
            "local-knowledge",
            "system-fault",
            "training",
            "other"
        ]
    );
    let open: Vec<_> = reasons().into_iter().filter(|r| r.needs_text).collect();
    assert_eq!(open.len(), 1);
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn period(from: &str, to: &str) -> Period {
    Period {
        from: day(from),
        to: day(to),
    }
}

fn volume_facts() -> VolumeFacts {
    VolumeFacts {
        system: system(),
        decision_point: String::new(),
        model_version: String::new(),
        period: period("2026-10-01", "2026-10-31"),
        totals: Totals {
            issued: Some(100),
            accepted: Some(90),
            overridden: Some(10),
            ..Totals::default()
        },
        exposure: None,
    }
}

fn volume_checked(change: impl FnOnce(&mut VolumeFacts)) -> Result<(), volume::Refusal> {
    let mut changed = volume_facts();
    change(&mut changed);
    volume::check(&changed, day("2026-11-24"))
}

#[test]
fn a_volume_speaks_of_a_day_a_week_or_a_month_that_is_over() {
    use volume::Refusal;
    let spans = [
        ("2026-10-05", "2026-10-05", Some(Span::Day)),
        ("2026-10-05", "2026-10-11", Some(Span::Week)),
        ("2026-10-04", "2026-10-10", None),
        ("2026-10-01", "2026-10-31", Some(Span::Month)),
        ("2024-02-01", "2024-02-29", Some(Span::Month)),
        ("2026-02-01", "2026-02-27", None),
        ("2026-09-01", "2026-10-31", None),
        ("2026-10-31", "2026-10-01", None),
    ];
    for (from, to, expected) in spans {
        assert_eq!(volume::span(&period(from, to)), expected, "{from} {to}");
        let found = volume_checked(|f| f.period = period(from, to));
        assert_eq!(found.is_ok(), expected.is_some(), "{from} {to}");
    }
    let today = volume_checked(|f| f.period = period("2026-11-24", "2026-11-24"));
    assert_eq!(today, Ok(()));
    let running = volume_checked(|f| f.period = period("2026-11-01", "2026-11-30"));
    assert_eq!(running, Err(Refusal::Future));
    let old = volume_checked(|f| f.period = period("1989-12-31", "1989-12-31"));
    assert_eq!(old, Err(Refusal::TooEarly));
}

#[test]
fn totals_never_come_to_more_than_was_issued() {
    use volume::Refusal;
    assert_eq!(volume_checked(|_| ()), Ok(()));
    let one_more = volume_checked(|f| f.totals.not_reviewed = Some(1));
    assert_eq!(
        one_more,
        Err(Refusal::Parts {
            parts: 101,
            issued: 100
        })
    );
    let unknown = volume_checked(|f| {
        f.totals.issued = None;
        f.totals.automatic = Some(7_000);
    });
    assert_eq!(unknown, Ok(()), "what was issued is not known");
    let empty = volume_checked(|f| f.totals = Totals::default());
    assert_eq!(empty, Err(Refusal::Empty));
    let large = volume_checked(|f| f.totals.issued = Some(Totals::MOST + 1));
    assert_eq!(large, Err(Refusal::TooLarge));
    let long = volume_checked(|f| f.decision_point = "a".repeat(201));
    assert_eq!(long, Err(Refusal::TooLong { most: 200 }));
}

#[test]
fn exposure_is_an_exact_decimal_above_zero() {
    let exposure = |amount: &str| {
        let amount = amount.parse()?;
        Ok::<_, volume::NoDecimal>(volume_checked(|f| {
            f.totals = Totals::default();
            f.exposure = Some(Exposure {
                unit: ExposureUnit::Hours,
                amount,
            });
        }))
    };
    assert_eq!(exposure("0.000001"), Ok(Ok(())));
    assert_eq!(exposure("0"), Ok(Err(volume::Refusal::Exposure)));
    for wrong in [
        "",
        "-1",
        "1,5",
        "1.",
        ".5",
        "1e3",
        "1.0000001",
        "9999999999999999",
        "１",
    ] {
        assert_eq!(exposure(wrong), Err(volume::NoDecimal), "{wrong}");
    }
    for text in ["0", "1", "12345.678901", "0.5", "9000000000000"] {
        assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
    }
    assert_eq!("1.50".parse::<Decimal>().unwrap().millionths(), 1_500_000);
}

/// A workspace with one system, and the command's request for an override that holds.
struct Office {
    desk: Desk,
    system: String,
    _folder: TempDir,
}

impl Office {
    fn new() -> Self {
        let (desk, folder, system) = Desk::office("Letter sorter 文件分拣");
        Self {
            desk,
            system,
            _folder: folder,
        }
    }

    fn entry(&self, changed: Value) -> Value {
        let mut entry = json!({
            "system": self.system,
            "decidedAt": "2026-11-24T09:30",
            "caseKey": "C-1",
            "aiOutput": "grant",
            "humanFinal": "refuse",
            "disposition": "overridden",
            "reasonCode": "wrong-fact",
        });
        for (field, value) in changed.as_object().unwrap() {
            entry[field] = value.clone();
        }
        entry
    }

    fn add(&mut self, changed: Value) -> Value {
        let entry = self.entry(changed);
        self.desk.call("decision_add", json!({ "entry": entry }))
    }

    fn refused(&mut self, changed: Value) -> WireError {
        let entry = self.entry(changed);
        let refused = self
            .desk
            .try_call("decision_add", &json!({ "entry": entry }));
        refused.unwrap_err()
    }

    fn volume(&self, changed: Value) -> Value {
        let mut facts = json!({
            "system": self.system, "decisionPoint": "", "modelVersion": "",
            "period": { "from": "2026-10-01", "to": "2026-10-31" },
            "totals": { "issued": 100, "accepted": 90 }, "exposure": null,
        });
        for (field, value) in changed.as_object().unwrap() {
            facts[field] = value.clone();
        }
        json!({ "facts": facts, "supersedes": null })
    }
}

#[test]
fn a_time_keeps_its_offset_and_one_without_counts_in_the_workspace() {
    let mut office = Office::new();
    let mut at =
        |text: Value| office.add(json!({ "decidedAt": text }))["facts"]["decidedAt"].clone();
    assert_eq!(
        at(json!("2026-11-24T09:30")),
        "2026-11-24T09:30:00.000000+08:00"
    );
    assert_eq!(
        at(json!("2026-11-24 09:30:15.5")),
        "2026-11-24T09:30:15.500000+08:00"
    );
    assert_eq!(
        at(json!("2026-11-23T21:30:00-04:00")),
        "2026-11-23T21:30:00.000000-04:00"
    );
    // Nothing means now: 06:00 UTC by the clock of tests.
    let now = at(Value::Null);
    assert!(
        now.as_str().unwrap().starts_with("2026-11-24T14:00:0"),
        "{now}"
    );
    let wrong = office.refused(json!({ "decidedAt": "24/11/2026" }));
    assert_eq!(
        (&*wrong.code, &*wrong.args["value"]),
        ("time-malformed", "24/11/2026")
    );
}

#[test]
fn every_field_that_is_entered_is_shown_again() {
    let mut office = Office::new();
    let said = json!({
        "decisionPoint": " first review ", "modelVersion": "3.2", "promptVersion": "p7",
        "category": "fees", "aiConfidence": 0.75, "aiAt": "2026-11-24T09:29:30",
        "humanInitial": "refuse", "reasonText": "two accounts", "harmIfFollowed": 3,
        "harmIfWrong": 1, "reversible": false, "outcome": "refused", "outcomeAt": "2026-11-24T10:00",
        "outcomeSource": "court", "seeded": true,
    });
    let made = office.add(said.clone());
    let detail = office
        .desk
        .call("decision_get", json!({ "id": made["id"] }));
    let facts = &detail["decision"]["facts"];
    for (field, value) in said.as_object().unwrap() {
        let expected = match field.as_str() {
            "decisionPoint" => json!("first review"),
            "aiAt" => json!("2026-11-24T01:29:30.000000Z"),
            "outcomeAt" => json!("2026-11-24T02:00:00.000000Z"),
            _ => value.clone(),
        };
        assert_eq!(facts[field], expected, "{field}");
    }
    assert_eq!(facts["latencyMs"], 30_000);
    assert_eq!(detail["reason"]["name"]["zh"], "事实错误");
    assert_eq!(detail["decision"]["enteredLate"], false);
    let late = office.add(json!({ "decidedAt": "2026-11-23T09:30" }));
    assert_eq!(late["enteredLate"], true);
}

#[test]
fn a_reviewer_s_name_is_stored_nowhere() {
    let mut office = Office::new();
    let first = office.add(json!({ "reviewer": "王小明" }));
    let pseudonym = first["facts"]["reviewer"].as_str().unwrap().to_owned();
    assert!(
        pseudonym.starts_with("R-") && pseudonym.len() == 10,
        "{pseudonym}"
    );
    let again = office.add(json!({ "reviewer": " 王小明", "caseKey": "C-2" }));
    assert_eq!(again["facts"]["reviewer"], *pseudonym);
    // A correction holds the pseudonym only, and keeps it.
    let entry = office.entry(json!({ "reviewer": pseudonym, "humanFinal": "refuse in part" }));
    let request = json!({ "id": first["id"], "entry": entry });
    let corrected = office.desk.call("decision_correct", request);
    assert_eq!(corrected["facts"]["reviewer"], *pseudonym);
    let stranger = office.add(json!({ "reviewer": "R-00000000", "caseKey": "C-3" }));
    assert_ne!(stranger["facts"]["reviewer"], "R-00000000");
    let history = office
        .desk
        .call("history_list", json!({ "before": null, "limit": 100 }));
    assert!(!history.to_string().contains("王小明"));
}

#[test]
fn the_history_holds_no_free_text_of_a_record_but_its_digest() {
    let mut office = Office::new();
    office.add(json!({ "reasonText": "two accounts of one person", "reviewer": "Li", "outcome": "settled" }));
    let history = office
        .desk
        .call("history_list", json!({ "before": null, "limit": 1 }));
    let entry = &history["entries"][0];
    assert_eq!(entry["action"], "decision.add");
    assert_eq!(entry["subject"], "Letter sorter 文件分拣");
    for field in [
        "caseKey",
        "aiOutput",
        "humanFinal",
        "reasonText",
        "reviewer",
        "outcome",
    ] {
        let sealed = entry["payload"][field]["sealed"].as_str();
        assert!(sealed.is_some_and(|digest| digest.len() == 64), "{field}");
    }
    assert_eq!(entry["payload"]["reasonCode"], "wrong-fact");
    let check = office.desk.call("workspace_check", json!({}));
    assert_eq!(check["ok"], true);
}

#[test]
fn a_correction_supersedes_and_an_outcome_comes_later() {
    let mut office = Office::new();
    let first = office.add(json!({}));
    office.desk.wait_days(3);
    let with = |office: &Office, changed: Value, of: &Value| json!({ "id": of["id"], "entry": office.entry(changed) });
    let request = with(&office, json!({}), &first);
    let same = office.desk.refused("decision_correct", request);
    assert_eq!(same, "decision-unchanged");
    let known = json!({ "outcome": "refused on appeal", "outcomeSource": "court" });
    let request = with(&office, known, &first);
    let second = office.desk.call("decision_correct", request);
    assert_eq!(
        second["enteredLate"], false,
        "the record itself was made in time"
    );
    let request = with(&office, json!({ "caseKey": "C-9" }), &second);
    let third = office.desk.call("decision_correct", request);
    let request = with(&office, json!({ "caseKey": "C-8" }), &first);
    let fork = office.desk.refused("decision_correct", request);
    assert_eq!(fork, "decision-superseded");
    for record in [&first, &second, &third] {
        let detail = office
            .desk
            .call("decision_get", json!({ "id": record["id"] }));
        assert_eq!(detail["current"], third["id"]);
        let changes: Vec<&Value> = detail["chain"]
            .as_array()
            .unwrap()
            .iter()
            .map(|step| &step["change"])
            .collect();
        assert_eq!(changes, ["first", "outcome", "correction"]);
        assert_eq!(detail["chain"][0]["person"], "Assessment lead");
    }
    let page = office.desk.call("decision_list", json!({ "limit": 10 }));
    let listed = page["decisions"].as_array().unwrap();
    assert_eq!((listed.len(), &listed[0]["decision"]), (1, &third));
}

#[test]
fn evidence_is_attached_by_a_record_that_supersedes() {
    let mut office = Office::new();
    let first = office.add(json!({ "caseKey": "C-1" }));
    let folder = tempfile::TempDir::new().unwrap();
    let letter = folder.path().join("letter.txt");
    std::fs::write(&letter, "The court refused.").unwrap();
    let piece = |changed: Value| {
        let mut piece = json!({
            "path": letter, "locator": "", "name": "", "shows": "what the court said",
            "dated": null, "standing": "attached", "keepContent": true,
        });
        for (field, value) in changed.as_object().unwrap() {
            piece[field] = value.clone();
        }
        piece
    };
    let request = json!({ "id": first["id"], "piece": piece(json!({})) });
    let second = office.desk.call("decision_evidence_add", request.clone());
    let fork = office.desk.refused("decision_evidence_add", request);
    assert_eq!(fork, "decision-superseded");
    let reference = json!({ "path": null, "locator": "shelf 4", "name": "Minutes" });
    let request = json!({ "id": second["id"], "piece": piece(reference) });
    let third = office.desk.call("decision_evidence_add", request);
    let detail = office
        .desk
        .call("decision_get", json!({ "id": third["id"] }));
    let names: Vec<&str> = detail["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .map(|piece| piece["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["letter.txt", "Minutes"]);
    assert_eq!(detail["chain"][1]["change"], "evidence");
    assert_eq!(detail["decision"]["facts"]["caseKey"], "C-1");
    let counts = office.desk.call("decision_counts", json!({}));
    assert_eq!(counts["total"], 1, "a chain counts once");
    for (wrong, code) in [
        (json!({ "path": "/nowhere/at/all" }), "file-missing"),
        (json!({ "path": null }), "name-empty"),
        (json!({ "path": null, "name": "Minutes" }), "locator-empty"),
        (json!({ "standing": "none" }), "evidence-standing"),
    ] {
        let request = json!({ "id": third["id"], "piece": piece(wrong.clone()) });
        let refused = office.desk.refused("decision_evidence_add", request);
        assert_eq!(refused, code, "{wrong}");
    }
}

#[test]
fn the_log_is_read_page_by_page_and_counted() {
    let mut office = Office::new();
    let other = office.desk.system("Second system");
    for hour in 0..6 {
        let at = format!("2026-11-2{}T09:00", hour % 3 + 1);
        office.add(json!({ "decidedAt": at, "caseKey": format!("C-{hour}") }));
    }
    let accepted = json!({
        "system": other, "disposition": "accepted", "reasonCode": null, "humanFinal": "grant",
    });
    office.add(accepted);
    office.add(json!({ "disposition": "modified", "reasonCode": "other", "reasonText": "fog" }));
    office.add(json!({ "disposition": "deferred", "reasonCode": null, "humanFinal": "" }));
    let mut seen = BTreeSet::new();
    let mut after = Value::Null;
    let mut pages = 0;
    loop {
        let page = office
            .desk
            .call("decision_list", json!({ "after": after, "limit": 4 }));
        for row in page["decisions"].as_array().unwrap() {
            assert!(seen.insert(row["decision"]["id"].to_string()));
        }
        pages += 1;
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    assert_eq!((seen.len(), pages), (9, 3));
    let filter =
        json!({ "from": "2026-11-22", "to": "2026-11-22", "dispositions": ["overridden"] });
    let page = office
        .desk
        .call("decision_list", json!({ "filter": filter, "limit": 50 }));
    assert_eq!(page["decisions"].as_array().unwrap().len(), 2);
    let counts = office.desk.call("decision_counts", json!({}));
    assert_eq!(
        [&counts["total"], &counts["decided"], &counts["overrides"]],
        [9, 8, 7]
    );
    let names: Vec<&Value> = counts["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["name"]["en"])
        .collect();
    assert_eq!(names, ["Wrong fact", "Other"]);
    let wrong = json!({ "after": "yesterday", "limit": 4 });
    assert_eq!(
        office.desk.refused("decision_list", wrong),
        "request-malformed"
    );
}

#[test]
fn a_system_adds_reasons_in_both_languages() {
    let mut office = Office::new();
    let system = office.system.clone();
    let add = |code: &str, en: &str, zh: &str| json!({ "system": system, "code": code, "name": { "en": en, "zh": zh } });
    let unknown = office.refused(json!({ "reasonCode": "flood" }));
    assert_eq!(
        (&*unknown.code, &*unknown.args["code"]),
        ("decision-reason-unknown", "flood")
    );
    let list = office
        .desk
        .call("reason_add", add("flood", "Flood", "洪水"));
    let ids: Vec<&str> = list["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reason| reason["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids[ids.len() - 2..], ["flood", "other"]);
    office.add(json!({ "reasonCode": "flood" }));
    let counts = office.desk.call("decision_counts", json!({}));
    assert_eq!(counts["reasons"][0]["name"]["zh"], "洪水");
    for (request, code) in [
        (add("flood", "Flood", "洪水"), "reason-taken"),
        (add("unsafe", "Unsafe", "危险"), "reason-taken"),
        (add("Flood!", "Flood", "洪水"), "reason-code"),
        (add("fire", "Fire", " "), "reason-name"),
        (add("fire", "", "火灾"), "reason-name"),
    ] {
        assert_eq!(office.desk.refused("reason_add", request), code);
    }
    let other = office.desk.system("Second system");
    let elsewhere = office.refused(json!({ "system": other, "reasonCode": "flood" }));
    assert_eq!(elsewhere.code, "decision-reason-unknown");
    let ours = office.desk.call("reason_list", json!({ "system": null }));
    assert_eq!(ours["reasons"].as_array().unwrap().len(), 12);
}

#[test]
fn a_volume_is_replaced_and_never_counted_twice() {
    let mut office = Office::new();
    let request = office.volume(json!({}));
    let first = office.desk.call("volume_save", request.clone());
    assert_eq!(
        office.desk.refused("volume_save", request.clone()),
        "volume-overlap"
    );
    let one_day = office.volume(json!({ "period": { "from": "2026-10-07", "to": "2026-10-07" } }));
    assert_eq!(
        office.desk.refused("volume_save", one_day),
        "volume-overlap"
    );
    let exposure = json!({ "totals": {}, "exposure": { "unit": "hours", "amount": "744.5" } });
    let hours = office.volume(exposure);
    office.desk.call("volume_save", hours);
    let mut replacing = office.volume(json!({ "totals": { "issued": 101, "accepted": 91 } }));
    replacing["supersedes"] = first["id"].clone();
    let second = office.desk.call("volume_save", replacing.clone());
    assert_eq!(
        office.desk.refused("volume_save", replacing),
        "volume-overlap"
    );
    let list = office
        .desk
        .call("volume_list", json!({ "system": office.system }));
    let rows = list["volumes"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    assert!(
        rows.iter()
            .any(|row| row["volume"] == second && row["span"] == "month")
    );
    assert!(
        rows.iter()
            .any(|row| row["volume"]["facts"]["exposure"]["amount"] == "744.5")
    );
    let none = json!({ "system": null, "from": "2026-11-01", "to": null });
    let list = office.desk.call("volume_list", none);
    assert_eq!(list["volumes"], json!([]));
}

#[test]
fn who_may_only_read_or_review_records_nothing() {
    let mut office = Office::new();
    for (name, roles) in [("Reviewer", vec!["reviewer"]), ("Keeper", vec!["operator"])] {
        let passphrase = format!("{name} has a sentence");
        let person = json!({ "name": name, "title": "", "roles": roles, "passphrase": passphrase });
        office.desk.call("person_add", person);
    }
    let path = office.desk.call("app_status", json!({}))["open"]["path"].clone();
    let path = std::path::PathBuf::from(path.as_str().unwrap());
    let (entry, volume) = (office.entry(json!({})), office.volume(json!({})));
    office.desk.open(&path, "Reviewer has a sentence");
    let refused = office
        .desk
        .refused("decision_add", json!({ "entry": entry }));
    assert_eq!(refused, "role-missing");
    assert_eq!(
        office.desk.refused("volume_save", volume.clone()),
        "role-missing"
    );
    office.desk.open(&path, "Keeper has a sentence");
    office.desk.call("decision_add", json!({ "entry": entry }));
    office.desk.call("volume_save", volume);
}

/// Returns the sentence of an error in a language, from the messages themselves.
fn sentence(locale: Locale, error: &WireError) -> String {
    let text = match locale {
        Locale::En => include_str!("../../assets/locales/en/errors.ftl"),
        Locale::ZhCn => include_str!("../../assets/locales/zh-CN/errors.ftl"),
    };
    let texts = Texts::load(locale, &[("errors.ftl", text)]).unwrap();
    let args: Vec<(&str, Argument<'_>)> = error
        .args
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str().into()))
        .collect();
    texts.get(&format!("err-{}", error.code), &args)
}

#[test]
fn every_refusal_of_a_record_is_a_sentence_in_both_languages() {
    let mut office = Office::new();
    let long = "a".repeat(10_001);
    let refusals = [
        (json!({ "system": null }), "decision-system-missing"),
        (
            json!({ "disposition": null }),
            "decision-disposition-missing",
        ),
        (json!({ "reasonCode": null }), "decision-reason-missing"),
        (json!({ "reasonCode": "whim" }), "decision-reason-unknown"),
        (
            json!({ "reasonCode": "other" }),
            "decision-reason-text-missing",
        ),
        (json!({ "humanFinal": "" }), "decision-final-missing"),
        (
            json!({ "outcomeSource": "court" }),
            "decision-outcome-missing",
        ),
        (
            json!({ "decidedAt": "2027-01-01T00:00" }),
            "decision-time-future",
        ),
        (
            json!({ "decidedAt": "0001-01-01T00:00" }),
            "decision-time-early",
        ),
        (json!({ "aiAt": "1989-01-01T00:00" }), "decision-time-early"),
        (json!({ "latencyMs": -1 }), "decision-latency-negative"),
        (
            json!({ "aiAt": "2026-11-24T09:31" }),
            "decision-latency-negative",
        ),
        (
            json!({ "latencyMs": 99_999_999_999_i64 }),
            "decision-latency-long",
        ),
        (json!({ "aiConfidence": 1.5 }), "decision-confidence"),
        (json!({ "harmIfFollowed": 5 }), "decision-harm"),
        (json!({ "harmIfWrong": 5 }), "decision-harm"),
        (json!({ "aiOutput": long }), "decision-text-long"),
        (json!({ "caseKey": "a\0b" }), "decision-text-nul"),
        (json!({ "decidedAt": "yesterday" }), "time-malformed"),
        (json!({ "system": uuid(9) }), "not-found"),
        (json!({ "evidence": [uuid(9)] }), "not-found"),
    ];
    for (changed, code) in refusals {
        let error = office.refused(changed.clone());
        assert_eq!(error.code, code, "{changed}");
        for locale in [Locale::En, Locale::ZhCn] {
            let said = sentence(locale, &error);
            assert!(!said.contains("err-") && !said.contains('{'), "{said}");
            assert!(said.ends_with(['.', '。']), "{said}");
        }
    }
    let page = office.desk.call("decision_list", json!({ "limit": 9 }));
    assert_eq!(page["decisions"], json!([]), "nothing was half done");
}

#[test]
fn every_refusal_of_a_volume_is_a_sentence_in_both_languages() {
    let mut office = Office::new();
    let day = |day: &str| json!({ "period": { "from": day, "to": day } });
    let refusals = [
        (
            json!({ "period": { "from": "2026-10-02", "to": "2026-10-31" } }),
            "volume-period",
        ),
        (day("2026-11-25"), "volume-future"),
        (day("1980-01-01"), "volume-early"),
        (json!({ "totals": {} }), "volume-empty"),
        (
            json!({ "totals": { "issued": 1, "accepted": 1, "modified": 1 } }),
            "volume-parts",
        ),
        (
            json!({ "totals": { "issued": 1_000_000_000_001_u64 } }),
            "volume-large",
        ),
        (
            json!({ "exposure": { "unit": "cases", "amount": "0" } }),
            "volume-exposure",
        ),
        (
            json!({ "exposure": { "unit": "cases", "amount": "1,5" } }),
            "request-malformed",
        ),
        (json!({ "system": uuid(9) }), "not-found"),
    ];
    for (changed, code) in refusals {
        let request = office.volume(changed.clone());
        let error = office.desk.try_call("volume_save", &request).unwrap_err();
        assert_eq!(error.code, code, "{changed}");
        for locale in [Locale::En, Locale::ZhCn] {
            let said = sentence(locale, &error);
            assert!(!said.contains("err-") && !said.contains('{'), "{said}");
        }
    }
}

#[test]
fn the_sample_s_records_show_what_a_record_can_say() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::in_folder(folder.path());
    desk.call(
        "workspace_create_sample",
        json!({ "path": null, "locale": "zh-CN" }),
    );
    let page = desk.call("decision_list", json!({ "limit": 50 }));
    let rows = page["decisions"].as_array().unwrap();
    assert_eq!(rows.len(), 6);
    for row in rows {
        let facts = &row["decision"]["facts"];
        for field in [
            "decisionPoint",
            "modelVersion",
            "caseKey",
            "category",
            "reviewer",
        ] {
            assert_ne!(facts[field], "", "{field}");
        }
        assert!(facts["latencyMs"].is_number() && facts["aiConfidence"].is_number());
        let known = &facts["decidedAt"].as_str().unwrap();
        assert!(known.ends_with("+08:00"), "{known}");
    }
    let counts = desk.call("decision_counts", json!({}));
    assert_eq!(counts["overrides"], 4);
    let volumes = desk.call("volume_list", json!({}));
    assert_eq!(volumes["volumes"].as_array().unwrap().len(), 1);
}
