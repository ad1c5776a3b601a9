//! Reports of every kind: made, judged, signed, and true to their facts.
#![allow(clippy::unwrap_used, missing_docs)]

mod beside;
mod golden;
mod logo;
mod office;
mod pairs;
mod printed;
mod terminal;

use assay_domain::locale::Locale;
use assay_domain::workspace::PaperSize;
use assay_tests::desk::PASSPHRASE;
use assay_tests::pdf::{
    all_judged, follow, inside, oscal, sheet, sheet_of, text_of, written_text_of,
};
use assay_tests::report::texts;
use assay_verify::{Trust, Verification, verify_bytes};
use office::Office;
use printed::{Expected, clause, squeezed};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn every_kind_is_made_and_judged_in_both_languages_on_each_paper() {
    for locale in Locale::ALL {
        let mut office = Office::new(locale, 7);
        let mut made = Vec::new();
        for subject in office.everything() {
            for signed in [false, true] {
                // Each two of language, paper and signature meet once.
                let paper = PaperSize::ALL[usize::from(signed == (locale == Locale::En))];
                let (report, path) = office.report_on(Some(paper), &subject, signed);
                if let Some(kept) = std::env::var_os("ASSAY_KEEP") {
                    let kind = subject["kind"].as_str().unwrap();
                    let name = format!("{kind}-{signed}-{}-{paper:?}.pdf", locale.tag());
                    std::fs::copy(&path, Path::new(&kept).join(name)).unwrap();
                }
                assert_eq!(sheet_of(&path), sheet(paper), "{subject}");
                let text = squeezed(&text_of(&path));
                assert!(!text.contains('{'), "a message is missing: {subject}");
                let digest = report["factsSha256"].as_str().unwrap();
                let pages = usize::try_from(report["pages"].as_u64().unwrap()).unwrap();
                assert!(text.matches(digest).count() >= pages, "{subject}");
                if subject["kind"] == "fallback_card" {
                    assert_eq!(pages, 1 + usize::from(signed), "a card is one page");
                }
                made.push(path);
            }
        }
        all_judged(&made, &[]);
    }
}

/// Checks that everything which is printed of the facts stands on the pages, for one workspace, and
/// returns the facts with their schemas.
fn true_to_its_facts(office: &mut Office, locale: Locale, seed: u64) -> Vec<(PathBuf, PathBuf)> {
    let texts = texts(locale);
    let mut pairs = Vec::new();
    // An assessment takes as long as all else together, so that one workspace in five has some.
    let subjects = match seed % 5 {
        0 => office.everything(),
        _ => office.subjects(),
    };
    for subject in subjects {
        let (_, path) = office.report(&subject, seed.is_multiple_of(2));
        let read = inside(&path, "facts.json").unwrap();
        let mut facts: Value = serde_json::from_slice(&std::fs::read(&read).unwrap()).unwrap();
        pairs.push((inside(&path, "facts.schema.json").unwrap(), read));
        if subject["kind"] == "fallback_card" {
            // A card to be hung up says nothing of framework and method.
            facts["head"]["framework"] = Value::Null;
            facts["head"]["method"] = Value::Null;
        }
        let text = squeezed(&written_text_of(&path));
        if subject["kind"] == "comparison" {
            for same in only_changes(&mut facts) {
                let Some(control) = same["control"].as_str() else {
                    continue;
                };
                assert!(!text.contains(&clause(control)), "{control} did not change");
            }
        }
        let missing: BTreeSet<_> = Expected::of(&facts, &texts)
            .into_iter()
            .filter(|(_, words)| !text.contains(words.as_str()))
            .collect();
        assert!(missing.is_empty(), "{subject} {seed}: {missing:?}");
    }
    pairs
}

/// Leaves of two assessments what a comparison tells, what is not the same in both; returns what it leaves out.
fn only_changes(facts: &mut Value) -> Vec<Value> {
    let mut same = Vec::new();
    for list in ["answers", "measures", "ratings"] {
        let sides = ["before", "after"].map(|side| facts[side][list].as_array().unwrap().clone());
        for (place, side) in ["before", "after"].into_iter().enumerate() {
            let (alike, changed): (Vec<_>, Vec<_>) = sides[place]
                .iter()
                .cloned()
                .partition(|one| sides[1 - place].contains(one));
            facts[side][list] = changed.into();
            same.extend(alike);
        }
    }
    same
}

#[test]
fn every_fact_inside_stands_on_the_pages_and_follows_its_schema() {
    std::thread::scope(|scope| {
        for locale in Locale::ALL {
            scope.spawn(move || {
                let mut offices = Vec::new();
                let mut pairs = Vec::new();
                for seed in 1..=25 {
                    let mut office = Office::new(locale, seed);
                    pairs.extend(true_to_its_facts(&mut office, locale, seed));
                    offices.push(office);
                }
                follow(&pairs);
            });
        }
    });
}

#[test]
fn assessments_and_audits_carry_oscal_that_its_schema_and_other_people_s_reader_accept() {
    let Some(schema) = assay_tests::data("oscal-schema/oscal_complete_schema-1-1-3.json") else {
        return;
    };
    let mut files = Vec::new();
    let mut offices = Vec::new();
    for (locale, seed) in Locale::ALL.into_iter().zip([11, 12]) {
        let mut office = Office::new(locale, seed);
        office.audit();
        let audit = office.audit();
        let assessment = office.assessment();
        for (kind, id) in [("audit", audit), ("assessment", assessment)] {
            let (_, path) = office.report(&json!({ "kind": kind, "id": id }), false);
            files.extend(inside(&path, "assessment-results.oscal.json"));
            files.extend(inside(&path, "plan-of-action.oscal.json"));
        }
        offices.push(office);
    }
    assert!(files.len() >= 4, "{files:?}");
    let pairs: Vec<_> = files
        .iter()
        .map(|file| (schema.clone(), file.clone()))
        .collect();
    follow(&pairs);
    oscal(&files);
}

#[test]
fn every_kind_is_signed_in_order_and_verifies() {
    let mut office = Office::new(Locale::En, 3);
    for subject in office.subjects() {
        let (report, path) = office.report(&subject, true);
        assert!(!verified(&path).verdict.is_valid(), "{subject}");
        let sign = json!({ "report": report["id"], "passphrase": PASSPHRASE });
        let signed = office.desk.call("report_sign", sign);
        assert_eq!(signed["state"], "signed");
        let export = json!({ "report": report["id"], "path": path });
        office.desk.call("report_export", export);
        let found = verified(&path);
        assert!(found.is_sound(), "{subject}: {found:?}");
        let office_says = office.desk.call("verify_file", json!({ "path": path }));
        let items = office_says["items"].as_array().unwrap();
        let ok = |code: &str| {
            items
                .iter()
                .find(|item| item["code"] == code)
                .map(|item| &item["ok"])
        };
        for code in ["item-schema", "item-pages", "item-times", "item-history"] {
            assert_eq!(ok(code), Some(&json!(true)), "{subject}: {code}");
        }
        assert_eq!(
            ok("item-grade"),
            None,
            "{subject} states no grade of its own"
        );
    }
}

#[test]
fn an_audit_is_handed_out_with_its_sums_but_not_copied_with_something_removed() {
    let mut office = Office::new(Locale::En, 3);
    let audit = office.audit();
    let (report, path) = office.report(&json!({ "kind": "audit", "id": audit }), true);
    let sign = json!({ "report": report["id"], "passphrase": PASSPHRASE });
    office.desk.call("report_sign", sign);
    let folder = path.with_file_name("body");
    let body = json!({ "report": report["id"], "path": folder, "evidence": true });
    office.desk.call("report_body", body);
    assert!(folder.join("SHA256SUMS").is_file());
    assert!(verified(&folder.join("report.pdf")).is_sound());
    let cut = json!({
        "persons": true, "organisation": false, "evidence": false, "notes": false,
        "answers": [], "words": [],
    });
    let copy = json!({
        "report": report["id"], "path": path.with_file_name("copy.pdf"), "cut": cut,
        "passphrase": PASSPHRASE,
    });
    assert_eq!(office.desk.refused("report_redact", copy), "redact-kind");
}

fn verified(path: &Path) -> Verification {
    verify_bytes(&std::fs::read(path).unwrap(), "r.pdf", &Trust::default())
}

/// Where a process that this test starts puts the reports it makes.
const INTO: &str = "ASSAY_TEST_INTO";

#[test]
fn the_same_state_gives_the_same_bytes_in_other_folders_time_zones_and_locales() {
    let name = "the_same_state_gives_the_same_bytes_in_other_folders_time_zones_and_locales";
    if let Some(into) = std::env::var_os(INTO) {
        let mut office = Office::new(Locale::ZhCn, 5);
        for subject in office.everything() {
            let (_, path) = office.report(&subject, false);
            let to = Path::new(&into).join(path.file_name().unwrap());
            std::fs::copy(path, to).unwrap();
        }
        return;
    }
    let places = [
        ("UTC", "C"),
        ("Asia/Shanghai", "zh_CN.UTF-8"),
        ("America/St_Johns", "tr_TR.UTF-8"),
    ];
    let made = places.map(|(zone, locale)| {
        let folder = tempfile::tempdir().unwrap();
        let ran = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name])
            .env(INTO, folder.path())
            .envs([("TMPDIR", folder.path())])
            .envs([("TZ", zone), ("LC_ALL", locale), ("LANG", locale)])
            .output()
            .unwrap();
        assert!(ran.status.success(), "{zone}: {ran:?}");
        let files = std::fs::read_dir(folder.path()).unwrap();
        let pdf = |file: &PathBuf| file.extension().is_some_and(|end| end == "pdf");
        let files = files.map(|file| file.unwrap().path()).filter(pdf);
        let named = files.map(|file| {
            let bytes = std::fs::read(&file).unwrap();
            (file.file_name().unwrap().to_owned(), bytes)
        });
        named.collect::<BTreeMap<_, _>>()
    });
    assert_eq!(made[0].len(), 9);
    assert!(made.iter().all(|other| *other == made[0]));
}

#[test]
fn the_paper_is_that_of_the_settings_unless_another_is_asked_for() {
    let mut office = Office::new(Locale::En, 5);
    let status = office.desk.call("app_status", json!({}));
    let mut settings = status["open"]["workspace"]["settings"].clone();
    assert_eq!(settings["paper"], "a4");
    settings["paper"] = json!("letter");
    let saved = office.desk.call("workspace_settings_save", settings);
    assert_eq!(saved["settings"]["paper"], "letter");
    let overview = json!({ "kind": "overview" });
    for (asked, got) in [
        (None, PaperSize::Letter),
        (Some(PaperSize::A4), PaperSize::A4),
    ] {
        let (_, path) = office.report_on(asked, &overview, false);
        assert_eq!(sheet_of(&path), sheet(got));
    }
}

#[test]
fn a_report_that_nobody_signs_waits_for_nobody() {
    let mut office = Office::new(Locale::En, 9);
    let plan = office.plan();
    let subject = json!({ "kind": "fallback_card", "id": plan });
    let (first, _) = office.report(&subject, false);
    let (second, _) = office.report(&subject, false);
    assert_eq!(
        (&first["number"], &second["number"]),
        (&json!(1), &json!(2))
    );
    let overview = office.desk.call("workspace_overview", json!({}));
    assert_eq!(overview["unsignedReports"], 0);
    let list = office
        .desk
        .call("report_list", json!({ "subject": subject }));
    let rows = list["reports"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(
        (&rows[0]["report"]["about"], &rows[0]["grade"]),
        (&json!("Load forecast"), &Value::Null)
    );
}

#[test]
fn an_audit_that_has_not_begun_and_a_signer_without_the_role_are_refused() {
    let mut office = Office::new(Locale::En, 9);
    let planned = json!({
        "system": office.system, "period": { "from": "2026-01-01", "to": "2026-09-30" },
        "due": "2026-12-31",
    });
    let audit = office.desk.call("audit_schedule", planned);
    let subject = json!({ "kind": "audit", "id": audit["id"] });
    let make = json!({ "subject": subject, "locale": "en" });
    assert_eq!(office.desk.refused("report_make", make), "audit-not-begun");
    let me = office.me();
    let signers = json!([{ "role": "operator", "person": me }]);
    let subject = json!({ "kind": "ledger", "id": null });
    let make = json!({ "subject": subject, "locale": "en", "signers": signers });
    assert_eq!(office.desk.refused("report_make", make), "signer-role");
}
