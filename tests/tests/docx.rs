//! The editable copy: read by another library, true to the facts, always the same bytes, marked as unsigned.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "report_kinds/office.rs"]
mod office;
#[path = "report_kinds/printed.rs"]
mod printed;

use assay_domain::history::hex;
use assay_domain::id::ReportId;
use assay_domain::locale::Locale;
use assay_domain::report::Report;
use assay_domain::workspace::PaperSize;
use assay_report::model::{
    Align, Block, Cell, Column, Document, Frame, Heading, Label, Paragraph, Row, Table, Text, Width,
};
use assay_report::{CopyMeta, editable};
use assay_store::{Passphrase, Store};
use assay_tests::desk::PASSPHRASE;
use assay_tests::pdf::{inside, ran, written_text_of};
use assay_tests::peer::script;
use assay_tests::report::{texts, with_fonts};
use assay_tests::store::{entry, random};
use assay_tests::terminal::Terminal;
use office::Office;
use printed::{Expected, squeezed};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

impl Office {
    /// Writes the editable copy of a report beside its PDF.
    fn copy(&mut self, report: &Value, pdf: &Path) -> PathBuf {
        let path = pdf.with_extension("docx");
        let request = json!({ "report": report["id"], "path": path });
        self.desk.call("report_copy", request);
        path
    }
}

/// What another library reads in copies.
fn read(paths: &[PathBuf]) -> Vec<Value> {
    let output = script("word_copy.py").args(paths).output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    let lines = std::str::from_utf8(&output.stdout).unwrap().lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn text(value: &Value) -> String {
    squeezed(value.as_str().unwrap())
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

/// The bookmarks of a PDF in order, without white space.
fn bookmarks(pdf: &Path) -> Vec<String> {
    fn gather(entries: &Value, found: &mut Vec<String>) {
        for entry in list(entries) {
            found.push(text(&entry["title"]));
            gather(&entry["kids"], found);
        }
    }
    let arguments = ["--json", "--json-key=outlines", pdf.to_str().unwrap()];
    let (good, said) = ran(Path::new("qpdf"), &arguments);
    assert!(good, "{said}");
    let said: Value = serde_json::from_str(&said).unwrap();
    let mut found = Vec::new();
    gather(&said["outlines"], &mut found);
    found
}

/// The headings of a copy, each after the number that Word gives it, without white space.
fn headings(copy: &Value) -> Vec<String> {
    let mut numbers = [0; 3];
    let numbered = list(&copy["headings"]).map(|heading| {
        let words = text(&heading[2]);
        if heading[1] == false {
            return words;
        }
        let level = usize::try_from(heading[0].as_u64().unwrap()).unwrap();
        numbers[level - 1] += 1;
        numbers[level..].fill(0);
        let number: Vec<String> = numbers[..level].iter().map(i32::to_string).collect();
        format!("{}{words}", number.join("."))
    });
    numbered.collect()
}

/// Checks everything of a copy that does not depend on its kind.
fn well_made(copy: &Value, report: &Value, pdf: &Path, locale: Locale) {
    let texts = texts(locale);
    let number = report["number"].as_u64().unwrap();
    let number = [("number", i64::try_from(number).unwrap().into())];
    let mark = squeezed(&texts.get("paper-copy-mark", &number));
    let digest = report["factsSha256"].as_str().unwrap();
    assert!(text(&copy["head"]).ends_with(&mark), "{}", copy["head"]);
    assert!(text(&copy["first"]).contains(digest), "{}", copy["first"]);
    assert!(text(&copy["foot"]).contains(digest), "{}", copy["foot"]);
    assert_eq!(copy["language"], locale.tag());
    assert_eq!(copy["lang"], json!(["en-GB", "zh-CN"]));
    assert_eq!(
        copy["faces"],
        json!(["仿宋", "黑体", "黑体", "黑体", "黑体"])
    );
    assert_eq!(copy["fonts"]["黑体"], "SimHei");
    assert_eq!(copy["author"], "Test office");
    assert_eq!(copy["size"], json!([210, 297]));
    let bookmarks = bookmarks(pdf);
    let headings = headings(copy);
    assert_eq!(headings.len(), bookmarks.len(), "{bookmarks:?}");
    for (heading, bookmark) in headings.iter().zip(&bookmarks) {
        // A grade stands after the words of some.
        assert!(heading.starts_with(bookmark), "{heading} {bookmark}");
    }
    for line in list(&copy["contents"]) {
        let line = text(line);
        assert!(line.is_empty() || bookmarks.contains(&line), "{line}");
    }
    for table in list(&copy["tables"]).filter(|table| table["ruled"] == true) {
        let heads: Vec<_> = list(&table["heads"]).map(|head| head == true).collect();
        let rest = heads.iter().skip(1).any(|head| *head);
        // The room for seals has no head.
        assert!(!rest && (heads[0] || heads.len() == 1), "{table}");
    }
    let numbered = list(&copy["fields"]).filter(|field| field.as_str().unwrap().contains("SEQ"));
    assert_eq!(numbered.count(), list(&copy["captions"]).count());
    let described = list(&copy["pictures"]).all(|words| !words.as_str().unwrap().is_empty());
    assert!(described, "{}", copy["pictures"]);
    let words = copy["text"].as_str().unwrap();
    assert!(!words.contains('{'), "a message is missing");
}

/// Checks that everything which is printed of the facts stands in the copy, and the moment of the facts in its properties.
fn true_to_its_facts(copy: &Value, subject: &Value, pdf: &Path, locale: Locale) {
    let facts = std::fs::read(inside(pdf, "facts.json").unwrap()).unwrap();
    let mut facts: Value = serde_json::from_slice(&facts).unwrap();
    let head = facts.get("head").unwrap_or(&facts);
    let made = &head["asOf"].as_str().unwrap()[..19];
    assert!(copy["created"].as_str().unwrap().starts_with(made));
    assert_eq!(copy["created"], copy["modified"]);
    match subject["kind"].as_str().unwrap() {
        "fallback_card" => {
            facts["head"]["framework"] = Value::Null;
            facts["head"]["method"] = Value::Null;
        }
        // What the method made of the answers is told in words of its own; the pages are compared instead.
        "assessment" | "comparison" => return,
        _ => {}
    }
    let text = text(&copy["text"]);
    let texts = texts(locale);
    let missing: Vec<_> = Expected::of(&facts, &texts)
        .into_iter()
        .filter(|(_, words)| !text.contains(words.as_str()))
        .collect();
    assert!(missing.is_empty(), "{subject}: {missing:?}");
}

/// Checks that every word on the pages of the PDF stands in the copy, but for what paper alone has: numbers of pages,
/// points of lists, the words in an empty signature field, and figures along a drawing, which are in its picture.
fn true_to_its_pages(copy: &Value, subject: &Value, pdf: &Path, locale: Locale) {
    let texts = texts(locale);
    let words = ["text", "head", "foot"].map(|part| text(&copy[part]));
    let pictures = list(&copy["pictures"]).map(text);
    let words: String = words
        .into_iter()
        .chain(headings(copy))
        .chain(pictures)
        .collect();
    let field = texts.get("paper-sign-placeholder", &[]);
    let page = [("page", "".into()), ("pages", "".into())];
    let page = squeezed(&texts.get("paper-page", &page));
    let is_paper = |word: &str| {
        let bare = word.replace(|c: char| c.is_ascii_digit(), "");
        word == "•" || field.contains(word) || bare == page
    };
    let drawn = copy["images"] != 0;
    let in_picture = |word: &str| drawn && word.starts_with(|c: char| c.is_ascii_digit());
    let pages = written_text_of(pdf);
    let missing = pages.split(' ').filter(|word| !words.contains(word));
    let missing: Vec<_> = missing
        .filter(|word| !is_paper(word) && !in_picture(word))
        .collect();
    assert!(missing.is_empty(), "{subject}: {missing:?}");
}

#[test]
fn every_kind_in_both_languages_says_elsewhere_what_the_report_says() {
    for (locale, seed) in Locale::ALL.into_iter().zip([7, 8]) {
        let mut office = Office::new(locale, seed);
        let mut made = Vec::new();
        for subject in office.everything() {
            let (report, pdf) = office.report(&subject, true);
            let copy = office.copy(&report, &pdf);
            if let Some(kept) = std::env::var_os("ASSAY_KEEP") {
                let kind = subject["kind"].as_str().unwrap();
                let name = format!("{kind}-{}.docx", locale.tag());
                std::fs::copy(&copy, Path::new(&kept).join(name)).unwrap();
            }
            made.push((subject, report, pdf, copy));
        }
        let paths: Vec<_> = made.iter().map(|(.., copy)| copy.clone()).collect();
        for (copy, (subject, report, pdf, _)) in read(&paths).iter().zip(&made) {
            well_made(copy, report, pdf, locale);
            true_to_its_facts(copy, subject, pdf, locale);
            true_to_its_pages(copy, subject, pdf, locale);
            let drawn = ["assessment", "audit", "incident", "drill", "decisions"];
            let drawn = drawn.contains(&subject["kind"].as_str().unwrap());
            assert_eq!(copy["images"].as_u64().unwrap() > 0, drawn, "{subject}");
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let made = |_| {
        let mut office = Office::new(Locale::ZhCn, 5);
        let subjects = office.everything();
        let twice = |subject| {
            let (report, pdf) = office.report(subject, true);
            let mut bytes = || std::fs::read(office.copy(&report, &pdf)).unwrap();
            let (first, second) = (bytes(), bytes());
            assert_eq!(first, second, "{subject}");
            first
        };
        subjects.iter().map(twice).collect::<Vec<_>>()
    };
    // A thread of its own finds the writer's counters elsewhere.
    let other = std::thread::spawn(move || made(()));
    assert_eq!(made(()), other.join().unwrap());
}

fn document(blocks: Vec<Block>) -> Document {
    let label = |before: &str| Label {
        before: before.to_owned(),
        between: " ".to_owned(),
        after: String::new(),
    };
    Document {
        locale: Locale::En,
        paper: PaperSize::A4,
        logo: None,
        title: "Odd <title> & \u{1}\"quoted\"".to_owned(),
        frame: Frame {
            aside: String::new(),
            head_left: "Left".to_owned(),
            head_right: "Right".to_owned(),
            foot: vec!["Foot".to_owned()],
            page: label("Page "),
            table: label("Table "),
            figure: label("Figure "),
        },
        link_prefix: String::new(),
        blocks,
    }
}

/// Writes a document as a copy, and has it read.
fn told(document: &Document) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.docx");
    let meta = CopyMeta {
        author: "An <office>",
        created: "2026-11-24T06:00:00Z",
        mark: "unsigned",
        notice: "An unsigned copy.",
    };
    let made = with_fonts(Locale::En, |fonts| {
        editable(std::slice::from_ref(document), fonts, &meta)
    })
    .unwrap();
    std::fs::write(&path, made).unwrap();
    read(&[path]).remove(0)
}

#[test]
fn odd_characters_pass_or_are_left_out_and_break_nothing() {
    let kept = [
        "עברית and العربية",
        "👩🏽‍🔧 🇨🇳 ✅️",
        "𠮷野𡈽 𬶍 㐂",
        "e\u{301} ạ\u{302} \u{200f}x",
        "<w:p>&amp; \"it's\" ]]> <!-- -->",
        r#"<w:cr /> w14:paraId="1""#,
    ];
    let left_out = "a\u{0}\u{7}\u{b}\u{1b}\u{85}\u{fffe}\u{ffff}\u{202e}b\u{202c}\u{2066}c\r";
    let mut blocks: Vec<Block> = kept.iter().map(|words| Block::body(*words)).collect();
    blocks.push(Block::body(left_out));
    blocks.push(Block::body("one\ttwo\nthree"));
    let copy = told(&document(blocks));
    let text = copy["text"].as_str().unwrap();
    for words in kept {
        assert!(text.contains(words), "{words} {text}");
    }
    assert!(text.contains("abc"), "{text}");
    assert!(text.contains("one\ntwo\nthree"), "{text}");
    assert_eq!(copy["title"], "Odd <title> & \"quoted\"");
    assert_eq!(copy["author"], "An <office>");
}

#[test]
fn headings_notes_totals_and_page_breaks_are_those_of_a_word_processor() {
    let column = |head: &str| Column {
        head: head.to_owned(),
        width: Width::Share(1.0),
        align: Align::End,
    };
    let row = |cells: [&str; 3], total| Row {
        cells: cells.map(Cell::from).into(),
        total,
    };
    let noted = Paragraph {
        text: "Noted".into(),
        notes: vec!["First source".into(), Text::bold("Second source")],
        ..Paragraph::default()
    };
    let labelled = Heading {
        level: 2,
        text: "Of its own".to_owned(),
        label: Some("6.3(a)".to_owned()),
        ..Heading::default()
    };
    let table = Table {
        columns: ["A", "B", "C"].map(column).into(),
        rows: vec![row(["1", "2", "3"], false), row(["All", "", "6"], true)],
        summary: "Numbers".to_owned(),
        caption: "Numbers".to_owned(),
    };
    let copy = told(&document(vec![
        Block::Contents,
        Block::PageBreak,
        Block::heading(1, "First"),
        Block::Keep(Vec::new()),
        Block::heading(2, "Below"),
        Block::Heading(labelled),
        Block::PageBreak,
        Block::Table(table),
        Block::heading(1, "Second"),
        Block::Paragraph(noted),
    ]));
    assert_eq!(
        headings(&copy),
        ["1First", "1.1Below", "6.3(a)Ofitsown", "2Second"]
    );
    let contents: Vec<_> = list(&copy["contents"]).map(text).collect();
    assert_eq!(
        contents,
        ["1First", "1.1Below", "6.3(a)Ofitsown", "2Second"]
    );
    let fields: Vec<_> = list(&copy["fields"]).map(text).collect();
    assert_eq!(fields, [r#"TOC\o"1-2"\h"#, r"SEQTable\*ARABIC"]);
    assert_eq!(copy["captions"], json!(["Table 1 Numbers"]));
    assert_eq!(
        copy["tables"],
        json!([{ "ruled": true, "heads": [true, false, false], "columns": 3 }])
    );
    let notes: Vec<_> = list(&copy["notes"]).map(text).collect();
    assert_eq!(notes, ["Firstsource", "Secondsource"]);
    assert_eq!(copy["marks"], 2);
    assert_eq!(copy["breaks"], 2);
}

#[test]
fn a_place_that_cannot_be_written_is_a_sentence_and_leaves_nothing() {
    let mut office = Office::new(Locale::En, 9);
    let subject = json!({ "kind": "ledger", "id": null });
    let (report, pdf) = office.report(&subject, false);
    let before = std::fs::read(&pdf).unwrap();
    let folder = office.folder.path().join("places");
    std::fs::create_dir_all(folder.join("taken.docx/inside")).unwrap();
    for (name, code) in [
        ("none/copy.docx", "file-missing"),
        ("taken.docx", "file-special"),
    ] {
        let request = json!({ "report": report["id"], "path": folder.join(name) });
        assert_eq!(office.desk.refused("report_copy", request), code);
    }
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(std::fs::read(&pdf).unwrap(), before);
    let gone = ReportId::new(assay_tests::store::uuid(1));
    let request = json!({ "report": gone, "path": folder.join("copy.docx") });
    assert_eq!(office.desk.refused("report_copy", request), "not-found");
}

#[test]
fn facts_of_another_version_are_told_in_no_copy() {
    let mut office = Office::new(Locale::En, 9);
    let (report, pdf) = office.report(&json!({ "kind": "overview" }), false);
    let facts = std::fs::read_to_string(inside(&pdf, "facts.json").unwrap()).unwrap();
    let facts: Value = serde_json::from_str(&facts).unwrap();
    let mut framework = facts.clone();
    framework["head"]["framework"]["sha256"] = json!("0".repeat(64));
    let mut field = facts.clone();
    field["of a later version"] = json!(1);
    office.desk.call("workspace_lock", json!({}));
    let workspace = office.folder.path().join("office.assay");
    let older = add(&workspace, &report, &pdf, &[framework, field]);
    office.desk.open(&workspace, PASSPHRASE);
    for report in older {
        let path = office.folder.path().join("older.docx");
        let request = json!({ "report": report, "path": path });
        assert_eq!(office.desk.refused("report_copy", request), "report-older");
        assert!(!path.exists());
    }
}

/// Puts reports of other facts beside a report.
fn add(workspace: &Path, report: &Value, pdf: &Path, facts: &[Value]) -> Vec<ReportId> {
    let mut store = Store::open(workspace, &Passphrase::from(PASSPHRASE), None, random()).unwrap();
    let pdf = std::fs::read(pdf).unwrap();
    let like: Report = serde_json::from_value(report.clone()).unwrap();
    let add = |(number, facts): (u64, &Value)| {
        let facts = facts.to_string();
        let report = Report {
            id: ReportId::new(assay_tests::store::uuid(number)),
            number: like.number + u32::try_from(number).unwrap(),
            facts_sha256: hex(&Sha256::digest(&facts)),
            ..like.clone()
        };
        let mut entry = entry(1, "report.make", json!({}));
        entry.act.by = like.made.by;
        let kept = store.mutate(entry, |tx| {
            tx.reports_mut().add(&report, &pdf, facts.as_bytes())
        });
        kept.unwrap();
        report.id
    };
    (1..).zip(facts).map(add).collect()
}

#[test]
fn the_terminal_writes_the_copy_that_the_window_writes() {
    let mut office = Office::new(Locale::En, 9);
    let (report, pdf) = office.report(&json!({ "kind": "overview" }), false);
    let copy = std::fs::read(office.copy(&report, &pdf)).unwrap();
    office.desk.call("workspace_lock", json!({}));
    let terminal = Terminal::in_folder(office.folder.path()).as_person(PASSPHRASE);
    let id = report["id"].as_str().unwrap();
    let ran = terminal.run(&["report", "copy", "office.assay", id, "again.docx"]);
    let said = ran.with(0).out;
    assert!(said.contains("again.docx"), "{said}");
    let again = std::fs::read(office.folder.path().join("again.docx")).unwrap();
    assert_eq!(again, copy);
    let ran = terminal.run(&["report", "copy", "office.assay", id, "none/copy.docx"]);
    let complaint = ran.with(2).complaint;
    assert!(complaint.contains("is not there"), "{complaint}");
}
