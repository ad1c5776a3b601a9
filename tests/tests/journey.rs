//! The whole journey without a window: from an empty folder to a signed report that verifies.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_api::SAMPLE_PASSPHRASE;
use assay_api::contract::VerdictKind;
use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::window::prepared::sample;
use assay_verify::{Trust, verify_bytes};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

fn signed(desk: &mut Desk, id: &str, locale: &str, out: &Path) -> Vec<u8> {
    let report = desk.report(id, locale);
    let signed = desk.call(
        "report_sign",
        json!({ "report": report["id"], "passphrase": PASSPHRASE }),
    );
    assert_eq!(signed["state"], "signed");
    desk.call(
        "report_export",
        json!({ "report": report["id"], "path": out }),
    );
    std::fs::read(out).unwrap()
}

#[test]
fn an_empty_folder_becomes_a_signed_report_that_verifies() {
    let (mut desk, folder, system) = Desk::office("Letter sorter 文件分拣");
    let view = desk.assessment(&system, "office-writing");
    let id = view["assessment"]["id"].as_str().unwrap();
    assert_eq!(view["summary"]["answered"], 0);
    desk.complete(id);
    let done = desk.call("assessment_get", json!({ "id": id }));
    assert_eq!(done["summary"]["answered"], 109);
    let blocking = done["remaining"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["kind"] != "evidence");
    assert_eq!(
        blocking
            .filter(|item| item["kind"] != "secondPerson")
            .count(),
        0
    );
    let pdf = signed(&mut desk, id, "en", &folder.path().join("report.pdf"));
    let verdict = verify_bytes(&pdf, "report.pdf", &Trust::default());
    assert_eq!(verdict.verdict, VerdictKind::Intact, "{:?}", verdict.items);
    assert!(
        verdict.items.iter().all(|item| item.ok == Some(true)),
        "{:?}",
        verdict.items
    );
    assert_eq!(verdict.grade, verdict.recomputed_grade);
    assert_eq!(json!(verdict.grade), done["summary"]["grade"]);
    let seen = desk.call(
        "verify_file",
        json!({ "path": folder.path().join("report.pdf") }),
    );
    assert_eq!(seen["signatures"][0]["known"], true);
    let check = desk.call("workspace_check", json!({}));
    assert_eq!(check["ok"], true, "{check}");
    // Signed is final.
    let answer = json!({
        "assessment": id, "question": "a-02", "value": "not_met", "note": "", "naReason": "", "revision": 1,
    });
    assert_eq!(desk.refused("answer_save", answer), "final");
}

#[test]
fn one_changed_byte_is_noticed() {
    let (mut desk, folder, system) = Desk::office("Letter sorter");
    let id = desk.assessment(&system, "office-writing")["assessment"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.complete(&id);
    let pdf = signed(&mut desk, &id, "zh-CN", &folder.path().join("report.pdf"));
    // A prime step reaches every part of the file without trying each byte.
    for at in (0..pdf.len()).step_by(pdf.len() / 300 + 1) {
        let mut changed = pdf.clone();
        changed[at] ^= 1;
        let verdict = verify_bytes(&changed, "changed.pdf", &Trust::default()).verdict;
        assert!(
            !verdict.is_valid(),
            "byte {at} of {} was not noticed: {verdict:?}",
            pdf.len()
        );
    }
}

#[test]
fn a_changed_answer_changes_facts_and_grade_of_the_next_report() {
    let (mut desk, _folder, system) = Desk::office("Letter sorter");
    let id = desk.assessment(&system, "office-writing")["assessment"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.complete(&id);
    let before = desk.report(&id, "en");
    desk.call(
        "assessment_return",
        json!({ "id": id, "reason": "look at g-01 again" }),
    );
    desk.call(
        "answer_save",
        json!({ "assessment": id, "question": "g-01", "value": "not_met", "note": "", "naReason": "", "revision": 1 }),
    );
    let after = desk.report(&id, "en");
    assert_ne!(before["factsSha256"], after["factsSha256"]);
    assert_eq!(after["number"], 2);
    let view = desk.call("assessment_get", json!({ "id": id }));
    assert_eq!(view["summary"]["redLines"], json!(["g-01"]));
    assert!(view["summary"]["grade"].as_u64().unwrap() >= 4);
}

#[test]
fn the_same_state_gives_the_same_bytes() {
    let report = || {
        let (mut desk, _folder, system) = Desk::office("Letter sorter");
        let id = desk.assessment(&system, "office-writing")["assessment"]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        desk.complete(&id);
        desk.report(&id, "zh-CN")["pdfSha256"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(report(), report());
}

#[test]
fn not_applicable_needs_another_person() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.assay");
    let mut desk = Desk::in_folder(folder.path());
    desk.workspace(&path);
    desk.call(
        "person_add",
        json!({ "name": "Review officer", "title": "", "roles": ["reviewer"], "passphrase": "a long second sentence" }),
    );
    let system = desk.system("Letter sorter");
    let id = desk.assessment(&system, "medical-aid")["assessment"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.complete(&id);
    let agree = json!({ "assessment": id, "risk": "3.2.3a" });
    assert_eq!(desk.refused("rating_agree", agree.clone()), "same-person");
    desk.open(&path, "a long second sentence");
    assert_eq!(desk.refused("system_save", json!({ "id": null, "facts": assay_domain::system::SystemFacts::named("x"), "revision": null })), "role-missing");
    desk.call("rating_agree", agree);
    let view = desk.call("assessment_get", json!({ "id": id }));
    let rating = view["ratings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|rating| rating["risk"] == "3.2.3a")
        .unwrap()
        .clone();
    assert!(!rating["notApplicable"]["agreed"].is_null());
}

#[test]
fn the_organisations_answers_are_inherited_and_frozen_at_hand_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::in_folder(folder.path());
    desk.workspace(&folder.path().join("office.assay"));
    let (one, two) = (desk.system("One"), desk.system("Two"));
    let first = desk.assessment(&one, "office-writing")["assessment"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.complete(&first);
    let second = desk.assessment(&two, "office-writing");
    let inherited = second["questions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|question| question["inherited"] == true);
    assert!(
        inherited
            .clone()
            .all(|question| question["answer"]["value"] == "met")
    );
    assert_eq!(inherited.count(), 18);
    desk.report(&first, "en");
    let id = second["assessment"]["id"].as_str().unwrap();
    desk.call(
        "answer_save",
        json!({ "assessment": id, "question": "a-01", "value": "not_met", "note": "", "naReason": "", "revision": 1 }),
    );
    let of = |desk: &mut Desk, id: &str| {
        let view = desk.call("assessment_get", json!({ "id": id }));
        let questions = view["questions"].as_array().unwrap().clone();
        questions
            .into_iter()
            .find(|question| question["question"] == "a-01")
            .unwrap()["answer"]["value"]
            .clone()
    };
    assert_eq!(of(&mut desk, id), "not_met");
    assert_eq!(of(&mut desk, &first), "met");
}

#[test]
fn an_assessment_is_compared_with_the_last_one_that_is_no_draft() {
    let (mut desk, _folder, system) = Desk::office("Letter sorter");
    let begin = |desk: &mut Desk| {
        desk.wait_days(1);
        desk.assessment(&system, "office-writing")["assessment"]["id"].clone()
    };
    let first = begin(&mut desk);
    desk.complete(first.as_str().unwrap());
    desk.report(first.as_str().unwrap(), "en");
    let (draft, last) = (begin(&mut desk), begin(&mut desk));
    for (id, earlier) in [(&first, &Value::Null), (&draft, &first), (&last, &first)] {
        let result = desk.call("assessment_result", json!({ "id": id }));
        assert_eq!(&result["earlier"], earlier);
    }
    let none =
        json!({ "subject": { "kind": "comparison", "id": first }, "locale": "en", "signers": [] });
    assert_eq!(desk.refused("report_make", none), "comparison-none");
}

#[test]
fn the_sample_is_whole_in_both_languages() {
    for locale in ["en", "zh-CN"] {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::in_folder(folder.path());
        let path = folder.path().join("sample.assay");
        let opened = desk.call(
            "workspace_create_sample",
            json!({ "path": path, "locale": locale }),
        );
        assert_eq!(opened["workspace"]["sample"], true);
        let list = desk.call("assessment_list", json!({ "system": null }));
        let rows = list["assessments"].as_array().unwrap();
        assert_eq!(rows.len(), 3);
        assert!(
            rows.iter()
                .all(|row| row["state"] == "approved" && row["summary"]["answered"] == 109),
            "{list}"
        );
        let triage = rows
            .iter()
            .find(|row| row["summary"]["redLines"] == json!(["g-01"]));
        assert_eq!(triage.unwrap()["summary"]["grade"], 5);
        for row in rows {
            let report = desk.call(
                "report_make",
                json!({ "subject": { "kind": "assessment", "id": row["id"] }, "locale": locale }),
            );
            assert!(report["pages"].as_u64().unwrap() > 20, "{report}");
        }
        let check = desk.call("workspace_check", json!({}));
        assert_eq!(check["ok"], true, "{check}");
    }
}

#[test]
fn every_entry_of_the_history_names_what_it_is_about() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.assay");
    let _ = sample(&path);
    let mut desk = Desk::in_folder(folder.path());
    desk.open(&path, SAMPLE_PASSPHRASE);
    let (mut before, mut actions) = (Value::Null, BTreeSet::new());
    loop {
        let page = desk.call("history_list", json!({ "before": before, "limit": 500 }));
        let entries = page["entries"].as_array().unwrap();
        for entry in entries {
            assert_ne!(entry["subject"], "", "{entry}");
            actions.insert(entry["action"].as_str().unwrap().to_owned());
        }
        match entries.last() {
            Some(last) if last["sequence"] != 1 => before = last["sequence"].clone(),
            _ => break,
        }
    }
    for told in [
        "plan.add",
        "question-pack.save",
        "decision.import",
        "audit_sample.draw",
    ] {
        assert!(actions.contains(told), "{actions:?}");
    }
}
