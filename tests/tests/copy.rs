//! Copies of a report: with something removed, and with its evidence beside it.

#![allow(clippy::unwrap_used, missing_docs)]

use assay_seal::{State, Trust, attachments, verify, words_in};
use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::pki::text;
use assay_tests::seal::run;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

const PERSON: &str = "Wu Jianguo 吴建国";
const ORGANISATION: &str = "Qinghe Dispatch 清河调度";
const ADDRESS: &str = "Willow Street 14 柳树街";
const EVIDENCE: &str = "letter-of-complaint.txt";
const SHELF: &str = "Zaltbommel 三一一室";
const NOTE: &str = "The pilot in the northern district showed it.";

/// An office with a report that one person has signed.
struct Office {
    desk: Desk,
    folder: tempfile::TempDir,
    report: Value,
}

fn office(locale: &str) -> Office {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::in_folder(folder.path());
    let made = desk.call("workspace_create", json!({
        "path": folder.path().join("o.assay"), "passphrase": PASSPHRASE,
        "settings": {
            "organisation": ORGANISATION, "unit": "", "locale": "en", "timeZone": "Asia/Shanghai",
            "marking": { "classification": "", "circulation": "", "documentNumber": "", "basis": "" },
        },
        "personName": PERSON, "personTitle": "Head of desk",
    }));
    let system = desk.system("Outage sorter");
    let id = desk.assessment(&system, "office-writing")["assessment"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.complete_with(&id, &format!("{NOTE} Ask {PERSON}, {ADDRESS}."));
    let letter = folder.path().join(EVIDENCE);
    std::fs::write(&letter, "the letter").unwrap();
    for (source, name) in [
        (json!({ "path": letter, "locator": "" }), EVIDENCE),
        (
            json!({ "path": null, "locator": SHELF }),
            "Minutes of the board",
        ),
    ] {
        let mut piece = json!({
            "name": name, "shows": "that it was asked", "dated": null, "standing": "attached", "keepContent": true,
        });
        piece
            .as_object_mut()
            .unwrap()
            .extend(source.as_object().unwrap().clone());
        desk.call("evidence_add", json!({ "assessment": id, "target": { "kind": "question", "id": "h-04" }, "piece": piece }));
    }
    assert_eq!(made["person"]["name"], PERSON);
    let report = desk.report(&id, locale);
    desk.call(
        "report_sign",
        json!({ "report": report["id"], "passphrase": PASSPHRASE }),
    );
    Office {
        desk,
        folder,
        report,
    }
}

fn cut(kinds: &[&str], answers: &[&str], words: &[&str]) -> Value {
    let mut cut = json!({ "answers": answers, "words": words });
    for kind in ["persons", "organisation", "evidence", "notes"] {
        cut[kind] = kinds.contains(&kind).into();
    }
    cut
}

impl Office {
    fn request(&self, cut: &Value) -> Value {
        let path = self.folder.path().join("copy.pdf");
        json!({ "report": self.report["id"], "path": path, "cut": cut, "passphrase": PASSPHRASE })
    }

    fn copy(&mut self, cut: &Value) -> (Vec<u8>, Value) {
        let request = self.request(cut);
        let said = self.desk.call("report_redact", request);
        (
            std::fs::read(self.folder.path().join("copy.pdf")).unwrap(),
            said,
        )
    }
}

/// Everything that a file holds, as others decode it: each object in the open, and the text of the pages.
fn decoded(folder: &Path, pdf: &[u8]) -> Vec<u8> {
    let (path, open) = (folder.join("d.pdf"), folder.join("open.pdf"));
    std::fs::write(&path, pdf).unwrap();
    let how = ["--qdf", "--object-streams=disable", "--decode-level=all"];
    let _said = run("qpdf", &[&how[..], &[text(&path), text(&open)]].concat());
    let mut all = std::fs::read(open).unwrap();
    all.extend(run("pdftotext", &["-raw", text(&path), "-"]).into_bytes());
    all.extend(run("pdfinfo", &[text(&path)]).into_bytes());
    all
}

/// Holds a text to be nowhere, in any encoding: plain, UTF-16, hexadecimal, over ends of lines.
fn is_nowhere(all: &[u8], gone: &str) {
    let packed = |bytes: &[u8]| -> Vec<u8> {
        bytes
            .iter()
            .filter(|byte| !byte.is_ascii_whitespace())
            .map(u8::to_ascii_lowercase)
            .collect()
    };
    let hex = |bytes: &[u8]| {
        bytes
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    let all = packed(all);
    for part in gone
        .split(' ')
        .filter(|part| part.chars().count() > 2 || !part.is_ascii())
    {
        let wide: Vec<u8> = part.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for form in [
            packed(part.as_bytes()),
            wide.clone(),
            hex(&wide).into_bytes(),
            hex(part.as_bytes()).into_bytes(),
        ] {
            let found = all.windows(form.len()).any(|window| window == form);
            assert!(!found, "{part} is still there");
        }
    }
}

#[test]
fn a_redacted_copy_holds_none_of_what_was_removed_in_any_object() {
    for locale in ["en", "zh-CN"] {
        let mut office = office(locale);
        let all = ["persons", "organisation", "evidence", "notes"];
        let (pdf, said) = office.copy(&cut(&all, &["h-04"], &[ADDRESS, "northern district"]));
        let decoded = decoded(office.folder.path(), &pdf);
        for gone in [
            PERSON,
            ORGANISATION,
            "Willow 柳树街",
            "letter-of-complaint",
            SHELF,
            "northern pilot",
        ] {
            is_nowhere(&decoded, gone);
        }
        // The search is a good one: it finds in the original what the copy lost.
        let path = office.folder.path().join("original.pdf");
        office.desk.call(
            "report_export",
            json!({ "report": office.report["id"], "path": path }),
        );
        let original = std::fs::read(&path).unwrap();
        let words = [PERSON, ORGANISATION, ADDRESS, EVIDENCE, SHELF].map(str::to_owned);
        assert_eq!(words_in(&original, &words).unwrap().len(), words.len());
        assert_eq!(words_in(&pdf, &words).unwrap(), Vec::<String>::new());
        let kinds: Vec<&str> = said["removed"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["kind"].as_str().unwrap())
            .collect();
        assert_eq!(
            kinds,
            ["answers", "persons", "organisation", "evidence", "notes"]
        );
    }
}

#[test]
fn words_are_removed_wherever_they_stand_and_the_rest_stays() {
    let mut office = office("en");
    let (pdf, said) = office.copy(&cut(&[], &[], &[ADDRESS, "wu jianguo 吴建国"]));
    let facts: Value = serde_json::from_slice(&attachments(&pdf).unwrap()["facts.json"]).unwrap();
    let text = facts.to_string();
    assert!(
        text.contains(NOTE) && text.contains(ORGANISATION),
        "the rest stays"
    );
    assert!(
        !text.contains("Willow") && !text.contains("Jianguo"),
        "whatever the case"
    );
    assert_eq!(said["removed"][0]["kind"], "words");
    assert!(said["removed"][0]["count"].as_u64().unwrap() > 200);
}

#[test]
fn a_copy_says_what_it_is_and_has_a_digest_and_a_signature_of_its_own() {
    let mut office = office("en");
    let (pdf, said) = office.copy(&cut(&["persons"], &["h-04"], &[]));
    let verdict = verify(&pdf, &Trust::default());
    assert_eq!(
        (verdict.state, verdict.expected),
        (State::Intact, 1),
        "{:?}",
        verdict.problems
    );
    let holder = verdict.fields[0].holder.clone().unwrap();
    assert!(
        holder.subject.contains("Person 1") && holder.subject.contains(ORGANISATION),
        "{}",
        holder.subject
    );
    let facts: Value = serde_json::from_slice(&attachments(&pdf).unwrap()["facts.json"]).unwrap();
    let listed = office.desk.call("report_list", json!({ "subject": null }));
    let original = &listed["reports"][0]["report"];
    assert_eq!(facts["redaction"]["originalSha256"], original["pdfSha256"]);
    assert!(
        !facts
            .to_string()
            .contains(original["factsSha256"].as_str().unwrap()),
        "a guess can't be confirmed"
    );
    let path = office.folder.path().join("copy.pdf");
    let pages = run("pdftotext", &["-layout", text(&path), "-"]);
    assert!(
        pages.contains("Redacted copy of report 1") && pages.contains("What was removed"),
        "{pages}"
    );
    assert!(pages.contains("h-04") && pages.contains("[removed]"));
    let seen = office.desk.call("verify_file", json!({ "path": path }));
    let fails: Vec<_> = seen["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["ok"] == false)
        .collect();
    assert_eq!(fails, Vec::<&Value>::new(), "{seen}");
    assert!(
        seen["items"].to_string().contains("item-redacted"),
        "{seen}"
    );
    assert_eq!(
        (&seen["grade"], &seen["sha256"]),
        (&seen["recomputedGrade"], &said["sha256"])
    );
    let history = office
        .desk
        .call("history_list", json!({ "before": null, "limit": 1 }));
    assert_eq!(history["entries"][0]["action"], "report.redact");
    assert!(!history.to_string().contains("Willow"));
}

#[test]
fn a_copy_in_two_languages_says_in_both_what_was_removed() {
    let mut office = office("both");
    let (pdf, _) = office.copy(&cut(&["persons", "evidence"], &["h-04"], &[]));
    assert_eq!(verify(&pdf, &Trust::default()).state, State::Intact);
    let path = office.folder.path().join("copy.pdf");
    let pages = run("pdftotext", &["-raw", text(&path), "-"]);
    let words: String = pages.split_whitespace().collect();
    for said in ["［已隐去］[removed]", "人员1Person1", "证据1Evidence1"] {
        assert!(words.contains(said), "{said}: {pages}");
    }
    is_nowhere(&decoded(office.folder.path(), &pdf), PERSON);
}

#[test]
fn what_can_not_be_removed_is_a_sentence_and_writes_nothing() {
    let mut office = office("en");
    for (cut, code) in [
        (cut(&[], &[], &[]), "redact-nothing"),
        (cut(&[], &[], &["not in there at all"]), "redact-nothing"),
        (cut(&[], &[], &["a"]), "redact-word-short"),
        (cut(&[], &["z-99"], &[]), "redact-question"),
    ] {
        let request = office.request(&cut);
        assert_eq!(office.desk.refused("report_redact", request), code);
    }
    let facts = office.desk.call("framework_get", json!({}));
    let mut questions = facts["clauses"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|clause| clause["questions"].as_array().unwrap());
    let red = questions
        .find(|question| question["redLine"] == true)
        .unwrap()["id"]
        .clone();
    let request = office.request(&cut(&[], &[red.as_str().unwrap()], &[]));
    assert_eq!(
        office.desk.refused("report_redact", request),
        "redact-red-line"
    );
    let mut wrong = office.request(&cut(&["persons"], &[], &[]));
    wrong["passphrase"] = "another sentence".into();
    assert_eq!(
        office.desk.refused("report_redact", wrong),
        "passphrase-wrong"
    );
    assert!(!office.folder.path().join("copy.pdf").exists());
}

#[test]
fn a_report_that_nobody_has_signed_has_no_copy() {
    let (mut desk, folder, system) = Desk::office("Letter sorter");
    let id = desk.assessment(&system, "office-writing")["assessment"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.complete(&id);
    let report = desk.report(&id, "en");
    let request = json!({
        "report": report["id"], "path": folder.path().join("c.pdf"), "cut": cut(&["persons"], &[], &[]), "passphrase": PASSPHRASE,
    });
    assert_eq!(desk.refused("report_redact", request), "redact-unsigned");
}

fn sums_hold(folder: &Path) -> String {
    let checked = Command::new("sha256sum")
        .args(["-c", "SHA256SUMS"])
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8(checked.stdout).unwrap();
    assert!(checked.status.success(), "{said}");
    said
}

#[test]
fn a_body_of_evidence_is_checked_with_sha256sum_alone() {
    let mut office = office("en");
    let path = office.folder.path().join("body");
    let request = |evidence: bool| json!({ "report": office.report["id"], "path": path, "evidence": evidence });
    let (with, without) = (request(true), request(false));
    let written = office.desk.call("report_body", with.clone());
    assert_eq!(
        (&written["files"], &written["namedOnly"]),
        (&1.into(), &1.into())
    );
    let said = sums_hold(&path);
    assert_eq!(said.matches(": OK").count(), 3, "{said}");
    let letter = std::fs::read_dir(path.join("evidence"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    assert!(letter.file_name().to_string_lossy().ends_with(EVIDENCE));
    assert_eq!(std::fs::read(letter.path()).unwrap(), b"the letter");
    let readme = std::fs::read_to_string(path.join("README.txt")).unwrap();
    for part in [
        "sha256sum -c SHA256SUMS",
        "How to check this folder",
        "如何核对本文件夹",
        SHELF,
    ] {
        assert!(readme.contains(part), "{readme}");
    }
    let pdf = std::fs::read(path.join("report.pdf")).unwrap();
    assert_eq!(verify(&pdf, &Trust::default()).state, State::Intact);
    assert_eq!(office.desk.refused("report_body", with), "file-exists");
    std::fs::remove_dir_all(&path).unwrap();
    let written = office.desk.call("report_body", without);
    assert_eq!(
        (&written["files"], &written["namedOnly"]),
        (&0.into(), &2.into())
    );
    assert!(
        !path.join("evidence").exists(),
        "evidence stays encrypted unless it is asked for"
    );
    sums_hold(&path);
}

#[test]
fn a_body_of_evidence_is_the_same_as_a_zip_file() {
    let mut office = office("zh-CN");
    let (zip, out) = (
        office.folder.path().join("body.zip"),
        office.folder.path().join("out"),
    );
    let request = json!({ "report": office.report["id"], "path": zip, "evidence": true });
    office.desk.call("report_body", request.clone());
    let unpack = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])";
    let _said = run("python3", &["-c", unpack, text(&zip), text(&out)]);
    assert_eq!(sums_hold(&out).matches(": OK").count(), 3);
    let first = std::fs::read(&zip).unwrap();
    std::fs::remove_file(&zip).unwrap();
    office.desk.call("report_body", request);
    assert_eq!(
        std::fs::read(&zip).unwrap(),
        first,
        "the same content, the same file"
    );
}

#[test]
fn what_could_not_be_written_is_not_recorded() {
    let mut office = office("en");
    let newest = |office: &mut Office| {
        let list = json!({ "before": null, "limit": 1 });
        office.desk.call("history_list", list)["entries"][0].clone()
    };
    let before = newest(&mut office);
    let (file, folder) = (
        office.folder.path().join("file"),
        office.folder.path().join("folder"),
    );
    std::fs::write(&file, "no folder").unwrap();
    std::fs::create_dir(&folder).unwrap();
    let here = |office: &Office| std::fs::read_dir(office.folder.path()).unwrap().count();
    let files = here(&office);
    // Below a file there is nothing, and a folder gives its name to no file.
    for path in [file.join("copy.pdf"), folder] {
        let redact = json!({
            "report": office.report["id"], "path": path, "passphrase": PASSPHRASE,
            "cut": cut(&["persons"], &[], &[]),
        });
        let refused = office.desk.try_call("report_redact", &redact).unwrap_err();
        assert!(refused.code.starts_with("file-"), "{refused:?}");
        let body = json!({ "report": office.report["id"], "path": path, "evidence": true });
        let refused = office.desk.try_call("report_body", &body).unwrap_err();
        assert!(refused.code.starts_with("file-"), "{refused:?}");
    }
    assert_eq!(newest(&mut office), before);
    assert_eq!(here(&office), files, "nothing half-written is left");
}
