//! Sign-off: several signers in order, each another person with another key, and a change that begins anew.

#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::pki::{Authority, Key, VALID, text};
use assay_tests::softtoken::{MODULE, PIN, Tokens, again_with, data};
use serde_json::{Value, json};
use std::path::PathBuf;

const SECOND: &str = "a long second sentence";
const THIRD: &str = "a long third sentence";

/// An office of three people, and an assessment that is complete.
struct Office {
    desk: Desk,
    folder: tempfile::TempDir,
    persons: Vec<Value>,
    assessment: String,
}

fn office() -> Office {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::in_folder(folder.path());
    desk.workspace(&folder.path().join("o.assay"));
    let mut persons = vec![desk.call("app_status", json!({}))["open"]["person"]["id"].clone()];
    for (role, passphrase) in [("reviewer", SECOND), ("approver", THIRD)] {
        let roles = json!(["assessor", role]);
        let person = json!({ "name": format!("The {role}"), "title": "", "roles": roles, "passphrase": passphrase });
        persons.push(desk.call("person_add", person)["id"].clone());
    }
    let system = desk.system("Letter sorter");
    let id = desk.assessment(&system, "office-writing")["assessment"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.complete(&id);
    Office {
        desk,
        folder,
        persons,
        assessment: id,
    }
}

impl Office {
    fn path(&self) -> PathBuf {
        self.folder.path().join("o.assay")
    }

    fn signers(&self) -> Value {
        let roles = ["assessor", "reviewer", "approver"];
        let signers = roles.iter().zip(&self.persons);
        signers
            .map(|(role, person)| json!({ "role": role, "person": person }))
            .collect()
    }

    fn report(&mut self) -> Value {
        let signers = self.signers();
        self.desk.call(
            "assessment_submit",
            json!({ "id": self.assessment, "signers": signers }),
        );
        self.desk
            .call("assessment_approve", json!({ "id": self.assessment }));
        self.desk.call(
            "report_make",
            json!({ "subject": { "kind": "assessment", "id": self.assessment }, "locale": "en" }),
        )
    }

    /// Returns the assessments whose report waits for signatures, as the overview has them, and whether the
    /// AI system, which is in use, lacks a signed assessment.
    fn unsigned(&mut self) -> (Value, bool) {
        let overview = self.desk.call("workspace_overview", json!({}));
        let lacks = overview["systems"][0]["lacksSigned"].as_bool().unwrap();
        assert_eq!(overview["unassessed"], u8::from(lacks));
        (overview["toSign"].clone(), lacks)
    }

    fn state(&mut self, report: &Value) -> Value {
        let list = self.desk.call("report_list", json!({ "subject": null }));
        let rows = list["reports"].as_array().unwrap();
        let row = rows
            .iter()
            .find(|row| row["report"]["id"] == report["id"])
            .unwrap();
        row["report"]["state"].clone()
    }
}

#[test]
fn three_sign_in_order_and_it_is_one_of_three_until_then() {
    let mut office = office();
    assert_eq!(office.unsigned(), (json!([]), true));
    let report = office.report();
    let path = office.path();
    let out = office.folder.path().join("r.pdf");
    for (place, passphrase) in [PASSPHRASE, SECOND, THIRD].into_iter().enumerate() {
        office.desk.open(&path, passphrase);
        let waiting = json!([office.assessment]);
        assert_eq!(office.unsigned(), (waiting, true));
        let request = json!({ "report": report["id"], "passphrase": passphrase });
        office.desk.call("report_sign", request.clone());
        if place < 2 {
            assert_eq!(office.desk.refused("report_sign", request), "signed-by-you");
        }
        office.desk.call(
            "report_export",
            json!({ "report": report["id"], "path": out }),
        );
        let found = office.desk.call("verify_file", json!({ "path": out }));
        let state = if place < 2 { "incomplete" } else { "intact" };
        assert_eq!(found["verdict"], state, "{found}");
        let count = found["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|item| item["code"] == "item-signatures")
            .unwrap();
        assert_eq!(
            count["args"],
            json!({ "signed": (place + 1).to_string(), "expected": "3" })
        );
    }
    assert_eq!(office.unsigned(), (json!([]), false));
}

#[test]
fn the_same_person_is_no_second_signer() {
    let mut office = office();
    let twice = json!([
        { "role": "assessor", "person": office.persons[1] },
        { "role": "reviewer", "person": office.persons[1] },
    ]);
    let request = json!({ "id": office.assessment, "signers": twice });
    assert_eq!(
        office.desk.refused("assessment_submit", request),
        "signer-repeated"
    );
}

#[test]
fn the_same_certificate_signs_once_whoever_holds_it() {
    let mut office = office();
    let report = office.report();
    let authority = Authority::new();
    let issued = authority.issue("shared", "Shared desk", Key::Curve("P-256"), VALID);
    let file = office.folder.path().join("shared.p12");
    std::fs::write(&file, authority.pkcs12(&issued, "shared", "password", &[])).unwrap();
    let path = office.path();
    let identity =
        json!({ "kind": "pkcs12", "path": text(&file), "password": "password", "key": null });
    let sign = |passphrase: &str| json!({ "report": report["id"], "passphrase": passphrase, "identity": identity });
    office.desk.call("report_sign", sign(PASSPHRASE));
    office.desk.open(&path, SECOND);
    assert_eq!(
        office.desk.refused("report_sign", sign(SECOND)),
        "certificate-used"
    );
    assert_eq!(office.state(&report), "partly_signed");
    office.desk.call(
        "report_sign",
        json!({ "report": report["id"], "passphrase": SECOND }),
    );
}

/// The newest entry of the history, by its number.
fn newest(office: &mut Office) -> Value {
    let list = json!({ "before": null, "limit": 1 });
    office.desk.call("history_list", list)["entries"][0].clone()
}

#[test]
fn a_token_pulled_out_between_pin_and_signature_leaves_the_report_as_it_was() {
    if data().is_none() {
        let tokens = Tokens::new();
        tokens.add("desk");
        tokens.put("desk", &Authority::new(), "sign", Key::Curve("P-384"), &[]);
        let name = "a_token_pulled_out_between_pin_and_signature_leaves_the_report_as_it_was";
        return again_with(&tokens, name);
    }
    let mut office = office();
    let report = office.report();
    let (before, shown) = (newest(&mut office), seen(&mut office, &report));
    let folder = data().unwrap();
    office
        .desk
        .before_fonts(move || std::fs::remove_dir_all(folder).unwrap());
    let identity =
        json!({ "kind": "token", "module": MODULE, "token": "desk", "key": null, "pin": PIN });
    let request = json!({ "report": report["id"], "passphrase": PASSPHRASE, "identity": identity });
    assert_eq!(office.desk.refused("report_sign", request), "token-gone");
    assert!(
        !data().unwrap().exists(),
        "it was there when the PIN was given"
    );
    assert_eq!(newest(&mut office), before);
    assert_eq!(office.state(&report), "unsigned");
    assert_eq!(seen(&mut office, &report), shown, "no byte was added");
    let request = json!({ "report": report["id"], "passphrase": PASSPHRASE, "seen": shown });
    let signed = office.desk.call("report_sign", request);
    assert_eq!(signed["state"], "partly_signed");
}

#[test]
fn a_change_after_the_first_signature_makes_a_new_version_that_supersedes() {
    let mut office = office();
    let first = office.report();
    office.desk.call(
        "report_sign",
        json!({ "report": first["id"], "passphrase": PASSPHRASE }),
    );
    for number in 2..=3 {
        let back = json!({ "id": office.assessment, "reason": "look at it again" });
        office.desk.call("assessment_return", back);
        assert_eq!(office.state(&first), "superseded");
        let request = json!({ "report": first["id"], "passphrase": PASSPHRASE });
        assert_eq!(
            office.desk.refused("report_sign", request),
            "report-superseded"
        );
        let next = office.report();
        assert_eq!(
            (&next["number"], &next["state"]),
            (&number.into(), &"unsigned".into())
        );
    }
}

/// The SHA-256 of the PDF whose page is shown now.
fn seen(office: &mut Office, report: &Value) -> Value {
    let page = json!({ "report": report["id"], "page": 1 });
    office.desk.call("report_page", page)["pdfSha256"].clone()
}

#[test]
fn what_was_not_shown_is_not_signed() {
    let mut office = office();
    let report = office.report();
    let before = seen(&mut office, &report);
    assert_eq!(before, report["pdfSha256"]);
    let sign = |passphrase: &str, seen: &Value| json!({ "report": report["id"], "passphrase": passphrase, "seen": seen });
    office.desk.call("report_sign", sign(PASSPHRASE, &before));
    let path = office.path();
    office.desk.open(&path, SECOND);
    let refused = office.desk.refused("report_sign", sign(SECOND, &before));
    assert_eq!(refused, "report-not-as-seen");
    assert_eq!(office.state(&report), "partly_signed");
    let now = seen(&mut office, &report);
    let signed = office.desk.call("report_sign", sign(SECOND, &now));
    assert_eq!(signed["signatures"].as_array().unwrap().len(), 2);
}
