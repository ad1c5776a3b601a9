//! The assessment report: what it says, how it looks to judges, and what stops it.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::facts::Facts;
use assay_domain::facts::assessments::{FrozenComparison, FrozenOverview};
use assay_domain::facts::audit::FrozenAudit;
use assay_domain::facts::decisions::FrozenDecisions;
use assay_domain::facts::fallback::{FrozenCard, FrozenDrill};
use assay_domain::facts::incident::FrozenIncident;
use assay_domain::facts::ledger::FrozenLedger;
use assay_domain::locale::Locale;
use assay_domain::workspace::PaperSize;
use assay_report::{Error, MadeReport, Printed, Source, report, signature_appearance};
use assay_tests::pdf::{inside, judged, ran, sheet, sheet_of, text_of};
use assay_tests::report::{facts, texts, with_fonts};
use std::path::{Path, PathBuf};

fn made(locale: Locale, change: impl FnOnce(&mut Facts)) -> Result<MadeReport, Error> {
    let (framework, mut facts) = facts(locale);
    change(&mut facts);
    let texts = texts(locale);
    let source = Source {
        facts: &facts,
        framework: &framework,
        texts: std::slice::from_ref(&texts),
    };
    with_fonts(locale, |fonts| report(&source, fonts, "Assay tests"))
}

/// Writes a report to a folder that lives as long as the guard.
fn written(report: &MadeReport) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, &report.pdf).unwrap();
    (folder, path)
}

/// Keeps a report to be looked at, where a folder is named for that.
fn keep(path: &Path, name: &str) {
    if let Some(kept) = std::env::var_os("ASSAY_KEEP") {
        std::fs::copy(path, Path::new(&kept).join(name)).unwrap();
    }
}

#[test]
fn the_report_names_grade_clauses_and_official_names_in_both_languages() {
    for locale in Locale::ALL {
        let report = made(locale, |_| {}).unwrap();
        let (_folder, path) = written(&report);
        let text = text_of(&path);
        let squeezed = text.replace(' ', "");
        let (framework, facts) = facts(locale);
        let grade = texts(locale).get(&format!("grade-{}", facts.grade.grade), &[]);
        assert!(text.contains(&grade), "{grade}");
        for risk in framework.risks() {
            let name = risk.name.get(locale).replace(' ', "");
            assert!(squeezed.contains(&name), "{name}");
            assert!(squeezed.contains(&risk.clause), "{}", risk.clause);
        }
        for (_, clause) in framework.clauses() {
            assert!(squeezed.contains(&clause.clause), "{}", clause.clause);
        }
        for question in framework.questions() {
            let words = question.text.get(locale).replace(' ', "");
            let start: String = words.chars().take(12).collect();
            assert!(squeezed.contains(&start), "{start}");
        }
        assert!(!text.contains('{'), "a message is missing");
        let digest = &report.facts_sha256;
        let footers = squeezed.matches(digest.as_str()).count();
        assert!(
            footers >= report.pages as usize,
            "the digest stands on every page"
        );
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let first = made(Locale::ZhCn, |_| {}).unwrap();
    let second = made(Locale::ZhCn, |_| {}).unwrap();
    assert_eq!(first.pdf, second.pdf);
    let other = made(Locale::ZhCn, |facts| facts.report_number = 2).unwrap();
    assert_ne!(first.pdf, other.pdf);
    assert_ne!(first.facts_sha256, other.facts_sha256);
}

#[test]
fn facts_from_before_there_was_a_choice_of_paper_are_told_on_a4_and_keep_their_bytes() {
    let report = made(Locale::En, |_| {}).unwrap();
    let facts: serde_json::Value = serde_json::from_slice(&report.facts).unwrap();
    assert_eq!(facts.get("paper"), None);
    let read: Facts = serde_json::from_value(facts).unwrap();
    assert_eq!(read.canonical().unwrap(), report.facts);
}

#[test]
fn the_facts_inside_are_the_canonical_bytes() {
    let report = made(Locale::En, |_| {}).unwrap();
    let (_folder, path) = written(&report);
    let inside = std::fs::read(inside(&path, "facts.json").unwrap()).unwrap();
    assert_eq!(inside, report.facts);
    let read: Facts = serde_json::from_slice(&inside).unwrap();
    assert_eq!(read, facts(Locale::En).1);
}

#[test]
fn judges_accept_pdf_a_3a_and_pdf_ua_1() {
    for locale in Locale::ALL {
        for paper in PaperSize::ALL {
            let report = made(locale, |facts| facts.paper = *paper).unwrap();
            let (_folder, path) = written(&report);
            keep(&path, &format!("report-{}-{paper:?}.pdf", locale.tag()));
            judged(&path);
            assert_eq!(sheet_of(&path), sheet(*paper));
        }
    }
}

#[test]
fn a_rare_character_in_a_name_comes_from_the_second_font() {
    let report = made(Locale::ZhCn, |facts| {
        "𠮷野𡈽".clone_into(&mut facts.persons[0].name);
        facts.system.name.push('☑');
    })
    .unwrap();
    let (_folder, path) = written(&report);
    let text = text_of(&path);
    assert!(text.contains("𠮷野𡈽"));
    let (_, fonts) = ran(Path::new("pdffonts"), &[path.to_str().unwrap()]);
    assert!(fonts.contains("AssayRareHan"), "{fonts}");
}

#[test]
fn a_character_in_no_font_is_refused_by_name_and_place() {
    let refused = made(Locale::En, |facts| facts.system.purpose.push('🜛')).unwrap_err();
    let Error::MissingGlyph {
        character,
        place,
        excerpt,
    } = refused
    else {
        panic!("{refused}");
    };
    assert_eq!(character, '🜛');
    assert!(place.contains("The AI system"), "{place}");
    assert!(excerpt.contains('🜛'), "{excerpt}");
}

#[test]
fn emoji_and_right_to_left_names_are_refused_by_their_character_and_combining_marks_are_printed() {
    for (name, first) in [("Desk 😀", '😀'), ("משרד", 'מ'), ("مكتب", 'م')] {
        let refused = made(Locale::En, |facts| {
            name.clone_into(&mut facts.persons[0].name);
        });
        assert!(
            matches!(refused, Err(Error::MissingGlyph { character, .. }) if character == first),
            "{name}"
        );
    }
    // A mark that turns the direction of reading is not printed, so that nobody reads another name.
    let report = made(Locale::En, |facts| {
        "Cafe\u{301} \u{202e}desk".clone_into(&mut facts.persons[0].name);
    });
    let (_folder, path) = written(&report.unwrap());
    let text = text_of(&path);
    assert!(
        ["Cafe\u{301} desk", "Caf\u{e9} desk"]
            .iter()
            .any(|name| text.contains(name)),
        "{text}"
    );
}

#[test]
fn a_note_of_100_kilobytes_runs_over_pages_and_loses_nothing() {
    let sentence = "The record shows no such rule. ";
    let note = format!("{}LastWordOfTheNote", sentence.repeat(3300));
    let report = made(Locale::En, |facts| {
        facts.clauses[2].questions[0].note.clone_from(&note);
    })
    .unwrap();
    let (_folder, path) = written(&report);
    let text = text_of(&path);
    assert!(text.contains("LastWordOfTheNote"));
    assert_eq!(text.matches("record").count() - text_without_note(), 3300);
}

/// How often the counted word stands in a report without the long note.
fn text_without_note() -> usize {
    let report = made(Locale::En, |_| {}).unwrap();
    let (_folder, path) = written(&report);
    text_of(&path).matches("record").count()
}

#[test]
fn odd_characters_that_nobody_sees_do_no_harm() {
    let report = made(Locale::ZhCn, |facts| {
        facts.system.name = "评分\u{200b}系\u{fe0f}统\u{feff}\u{7}".to_owned();
        "a\tb\r\nc".clone_into(&mut facts.system.purpose);
    })
    .unwrap();
    let (_folder, path) = written(&report);
    assert!(text_of(&path).contains("评分系统"));
}

#[test]
fn what_was_added_for_several_answers_alike_is_listed_once() {
    let report = made(Locale::En, |facts| {
        let first = facts.evidence[0].clone();
        for piece in &mut facts.evidence[1..] {
            let id = piece.id;
            *piece = first.clone();
            piece.id = id;
        }
    })
    .unwrap();
    let (_folder, path) = written(&report);
    let text = text_of(&path);
    assert_eq!(text.matches("minutes-00.pdf").count(), 1);
    assert!(text.contains("E1"));
    assert!(!text.contains("E2"), "{text}");
}

#[test]
fn no_label_of_the_method_stands_for_a_change() {
    for locale in Locale::ALL {
        let report = made(locale, |facts| {
            let changes = [
                "S-1",
                "A+1",
                "3.1.1a.L-1",
                "6.3b+1",
                "clear g-01",
                "cross h-07",
            ];
            let changes = changes.map(|label| (label.to_owned(), 2));
            facts.grade.sensitivity.better = changes.to_vec();
        })
        .unwrap();
        let (_folder, path) = written(&report);
        let text = text_of(&path);
        let texts = texts(locale);
        for id in ["context-scenario", "context-autonomy", "red-line-g-01"] {
            assert!(text.contains(&texts.get(id, &[])), "{id}");
        }
        for label in ["S-1", "A+1", ".L-1", "6.3b", "clear g", "cross h", "{"] {
            assert!(!text.contains(label), "{label}");
        }
    }
}

#[test]
fn a_signature_covers_the_words_of_its_empty_field() {
    let lines = ["Assessor".to_owned()];
    let drawn = with_fonts(Locale::En, |fonts| {
        signature_appearance(&lines, 178.0, 38.0, fonts).unwrap()
    });
    let drawn = String::from_utf8(drawn).unwrap();
    assert!(drawn.starts_with("q 1 1 1 rg 1.5 1.5 175.00 35.00 re f Q\n"));
}

#[test]
fn an_unknown_time_zone_is_refused() {
    let refused = made(Locale::En, |facts| {
        "Asia/Atlantis".clone_into(&mut facts.time_zone);
    });
    assert!(matches!(refused, Err(Error::TimeZone(zone)) if zone == "Asia/Atlantis"));
}

/// Compares the schema of a kind's facts with the published one, or writes it with `UPDATE=1`.
fn published<F: Printed + schemars::JsonSchema>(name: &str) {
    let schema = schemars::schema_for!(F);
    let mut text = serde_json::to_string_pretty(&schema).unwrap();
    text.push('\n');
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/report");
        std::fs::write(folder.join(format!("{name}.schema.json")), text).unwrap();
        return;
    }
    assert_eq!(F::SCHEMA, text, "{name}: run with UPDATE=1 and review");
}

#[test]
fn the_published_schemas_are_those_of_the_facts() {
    published::<Facts>("facts");
    published::<FrozenAudit>("audit");
    published::<FrozenLedger>("ledger");
    published::<FrozenIncident>("incident");
    published::<FrozenCard>("fallback-card");
    published::<FrozenDrill>("drill");
    published::<FrozenOverview>("overview");
    published::<FrozenDecisions>("decisions");
    published::<FrozenComparison>("comparison");
}
