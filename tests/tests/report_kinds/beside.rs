//! Reports in both languages side by side: judged, true to their facts in each, and what says the same
//! beside each other.

use crate::office::Office;
use crate::printed::{Expected, squeezed};
use crate::{only_changes, verified};
use assay_domain::locale::Locale;
use assay_domain::report::ReportLocale;
use assay_tests::desk::PASSPHRASE;
use assay_tests::pdf::{all_judged, inside, ran, written_text_of};
use assay_tests::report::texts;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// An office that tells its reports in both languages, and what they are about.
fn office(seed: u64) -> (Office, Vec<Value>) {
    let mut office = Office::new(Locale::ZhCn, seed);
    office.told = ReportLocale::Both;
    let subjects = office.everything();
    (office, subjects)
}

/// Page and height of each bookmark, in order.
fn bookmarks(outlines: &Value) -> Vec<(Value, Value)> {
    let all = outlines.as_array().into_iter().flatten();
    all.flat_map(|one| {
        let at = (one["destpageposfrom1"].clone(), one["dest"][3].clone());
        std::iter::once(at).chain(bookmarks(&one["kids"]))
    })
    .collect()
}

#[test]
fn every_kind_is_judged_and_says_the_same_at_the_same_height() {
    let (mut office, subjects) = office(7);
    let (mut few, mut many) = (Vec::new(), Vec::new());
    for subject in subjects {
        let (report, path) = office.report(&subject, true);
        if let Some(kept) = std::env::var_os("ASSAY_KEEP") {
            let kind = subject["kind"].as_str().unwrap();
            std::fs::copy(&path, Path::new(&kept).join(format!("{kind}-both.pdf"))).unwrap();
        }
        let (good, said) = ran(Path::new("pdfinfo"), &[path.to_str().unwrap()]);
        assert!(good && said.contains("1190.56 x 841.89"), "{said}");
        let arguments = ["--json", "--json-key=outlines", path.to_str().unwrap()];
        let (good, said) = ran(Path::new("qpdf"), &arguments);
        let said: Value = serde_json::from_str(&said).unwrap();
        let all = bookmarks(&said["outlines"]);
        let (chinese, english) = all.split_at(all.len() / 2);
        assert!(good && chinese.len() > usize::from(subject["kind"] != "fallback_card"));
        assert_eq!(chinese, english, "{subject}");
        let short = report["pages"].as_u64().unwrap() < 6;
        if short { &mut few } else { &mut many }.push(path);
    }
    all_judged(&many, &[]);
    // On fewer than six pages outloud does not see that running heads repeat, and takes the two heads at
    // one height for a line of prose.
    all_judged(&few, &["TAG-002"]);
}

#[test]
fn every_fact_stands_there_in_both_languages() {
    for seed in 1..=3 {
        let (mut office, subjects) = office(seed);
        for subject in subjects {
            let (_, path) = office.report(&subject, false);
            let read = inside(&path, "facts.json").unwrap();
            let mut facts: Value = serde_json::from_slice(&std::fs::read(&read).unwrap()).unwrap();
            if subject["kind"] == "fallback_card" {
                facts["head"]["framework"] = Value::Null;
                facts["head"]["method"] = Value::Null;
            }
            if subject["kind"] == "comparison" {
                let _same = only_changes(&mut facts);
            }
            let text = squeezed(&written_text_of(&path));
            for locale in Locale::ALL {
                let missing: BTreeSet<_> = Expected::of(&facts, &texts(locale))
                    .into_iter()
                    .filter(|(_, words)| !text.contains(words.as_str()))
                    .collect();
                assert!(
                    missing.is_empty(),
                    "{subject} {seed} {locale:?}: {missing:?}"
                );
            }
        }
    }
}

#[test]
fn it_is_signed_once_for_both_languages_and_told_as_a_word_file() {
    let (mut office, subjects) = office(5);
    let subject = subjects
        .iter()
        .find(|subject| subject["kind"] == "assessment");
    let subject = subject.unwrap();
    let (report, path) = office.report(subject, true);
    let sign = json!({ "report": report["id"], "passphrase": PASSPHRASE });
    assert_eq!(office.desk.call("report_sign", sign)["state"], "signed");
    let export = json!({ "report": report["id"], "path": path });
    office.desk.call("report_export", export);
    let found = verified(&path);
    assert!(found.is_sound(), "{found:?}");
    let word = json!({ "report": report["id"], "path": path.with_extension("docx") });
    office.desk.call("report_copy", word);
    let cut = json!({
        "persons": true, "organisation": true, "evidence": true, "notes": true,
        "answers": [], "words": [],
    });
    let copy = json!({
        "report": report["id"], "path": path.with_file_name("copy.pdf"), "cut": cut,
        "passphrase": PASSPHRASE,
    });
    office.desk.call("report_redact", copy);
    assert!(
        verified(&path.with_file_name("copy.pdf"))
            .verdict
            .is_valid()
    );
}
