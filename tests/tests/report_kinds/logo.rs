//! The organisation's logo: on covers, out of copies that hide the organisation, and what is refused.

use crate::office::Office;
use assay_domain::locale::Locale;
use assay_domain::workspace::PaperSize;
use assay_tests::desk::PASSPHRASE;
use assay_tests::pdf::{inside, judged, ran};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const DRAWN: &str = r##"<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:editor="urn:editor" viewBox="0 0 300 88" editor:tool="x">
<editor:view><editor:script/></editor:view>
<defs><linearGradient id="g"><stop stop-color="#23519b"/><stop offset="1" stop-color="#b02a22"/></linearGradient></defs>
<style>.a { fill: url(#g); opacity: 0.9 }</style>
<rect class="a" x="4" y="4" width="80" height="80" rx="12"/>
<path d="M110 64h170" stroke="#1b1d20" stroke-width="12"/></svg>"##;

/// An SVG with a body.
fn svg(body: &str) -> Vec<u8> {
    let head = r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 10">"#;
    format!("{head}{body}</svg>").into_bytes()
}

/// A PNG of 40 by 20 dots, half transparent, whose head says what it likes.
fn png(width: u32, height: u32) -> Vec<u8> {
    let row = [&[0][..], &[35, 81, 155, 128].repeat(40)].concat();
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&row.repeat(20)).unwrap();
    let [width, height] = [width, height].map(u32::to_be_bytes);
    let head = [&width[..], &height, &[8, 6, 0, 0, 0]].concat();
    let parts = [
        ("IHDR", head),
        ("IDAT", packed.finish().unwrap()),
        ("IEND", Vec::new()),
    ];
    let parts = parts.into_iter().flat_map(|(name, content)| {
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        let named = [name.as_bytes(), &content].concat();
        let mut sum = Crc::new();
        sum.update(&named);
        [&length[..], &named, &sum.sum().to_be_bytes()].concat()
    });
    b"\x89PNG\r\n\x1a\n".iter().copied().chain(parts).collect()
}

impl Office {
    fn file(&self, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join("logo");
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn with_logo(&mut self, bytes: &[u8]) -> Value {
        let path = self.file(bytes);
        let workspace = self.desk.call("logo_set", json!({ "path": path }));
        workspace["logo"].clone()
    }

    /// The actions of the history, newest first.
    fn actions(&mut self) -> Vec<String> {
        let page = json!({ "before": null, "limit": 500 });
        let page = self.desk.call("history_list", page);
        let entries = page["entries"].as_array().unwrap().iter();
        let actions = entries.map(|entry| entry["action"].as_str().unwrap().to_owned());
        actions.collect()
    }
}

/// How many pictures a report has.
fn pictures(path: &Path) -> usize {
    let (good, said) = ran(Path::new("pdfimages"), &["-list", path.to_str().unwrap()]);
    assert!(good, "{said}");
    said.lines().skip(2).count()
}

/// A report with every object in the open.
fn opened(path: &Path) -> String {
    let open = path.with_extension("open");
    let how = ["--qdf", "--object-streams=disable", "--decode-level=all"];
    let files = [path, &open].map(|path| path.to_str().unwrap());
    let (good, said) = ran(Path::new("qpdf"), &[&how[..], &files].concat());
    assert!(good, "{said}");
    String::from_utf8_lossy(&std::fs::read(open).unwrap()).into_owned()
}

fn facts(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(inside(path, "facts.json").unwrap()).unwrap()).unwrap()
}

#[test]
fn every_kind_shows_the_logo_in_words_as_well_and_is_judged() {
    for (locale, alt) in [(Locale::En, "Logo of "), (Locale::ZhCn, "徽标")] {
        let mut office = Office::new(locale, 7);
        let logo = office.with_logo(DRAWN.as_bytes());
        let mut subjects = office.subjects();
        let assessment = office.assessment();
        subjects.push(json!({ "kind": "assessment", "id": assessment }));
        for subject in subjects {
            let (report, path) = office.report_on(Some(PaperSize::Letter), &subject, false);
            if let Some(kept) = std::env::var_os("ASSAY_KEEP") {
                let kind = subject["kind"].as_str().unwrap();
                let name = format!("logo-{kind}-{}.pdf", locale.tag());
                std::fs::copy(&path, Path::new(&kept).join(name)).unwrap();
            }
            // The covers of the other kinds are those of the overview.
            if ["assessment", "fallback_card", "overview"]
                .contains(&subject["kind"].as_str().unwrap())
            {
                judged(&path);
            }
            assert_eq!(pictures(&path), 1, "{subject}");
            let alt: String = alt
                .encode_utf16()
                .map(|unit| format!("{unit:04x}"))
                .collect();
            assert!(opened(&path).contains(&alt), "{subject}");
            let facts = facts(&path);
            assert_eq!(facts.get("head").unwrap_or(&facts)["logo"], logo);
            if subject["kind"] == "fallback_card" {
                assert_eq!(report["pages"], 1, "a card is one page");
            }
        }
    }
}

#[test]
fn a_report_keeps_the_logo_that_it_was_made_with() {
    let mut office = Office::new(Locale::En, 5);
    let overview = json!({ "kind": "overview" });
    let first = office.with_logo(&png(40, 20));
    let (report, _) = office.report(&overview, false);
    let second = office.with_logo(DRAWN.as_bytes());
    assert_ne!(first, second);
    let without = office.desk.call("logo_remove", json!({}));
    assert_eq!(without["logo"], Value::Null);
    let (_, bare) = office.report(&overview, false);
    assert_eq!(pictures(&bare), 0);
    assert_eq!(facts(&bare)["head"].get("logo"), None);
    let done = [
        "report.make",
        "logo.remove",
        "logo.set",
        "report.make",
        "logo.set",
    ];
    assert_eq!(office.actions()[..5], done);
    // The editable copy is told from what the report keeps.
    let path = office.folder.path().join("copy.docx");
    let copy = json!({ "report": report["id"], "path": path });
    office.desk.call("report_copy", copy);
    let mut archive = zip::ZipArchive::new(File::open(&path).unwrap()).unwrap();
    let mut shown = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        if part.name().unwrap().starts_with("word/media/") {
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            shown.push(json!(BASE64.encode(bytes)));
        }
    }
    assert!(shown.contains(&first), "{}", shown.len());
}

#[test]
fn a_copy_that_hides_the_organisation_has_nothing_of_its_logo() {
    let mut office = Office::new(Locale::En, 5);
    office.with_logo(DRAWN.as_bytes());
    let assessment = office.assessment();
    let subject = json!({ "kind": "assessment", "id": assessment });
    let (report, path) = office.report(&subject, false);
    assert_eq!(pictures(&path), 1);
    let sign = json!({ "report": report["id"], "passphrase": PASSPHRASE });
    office.desk.call("report_sign", sign);
    let status = office.desk.call("app_status", json!({}));
    let name = status["open"]["workspace"]["settings"]["organisation"].clone();
    let copy = path.with_file_name("copy.pdf");
    let facts_of = facts(&path);
    let clauses = facts_of["clauses"].as_array().unwrap().iter();
    let mut questions = clauses.flat_map(|clause| clause["questions"].as_array().unwrap());
    let noteless = |question: &&Value| question["note"] == "" && question["naReason"] == "";
    let question = questions.find(|question| noteless(question) && question["redLine"] == false);
    let answer = &question.unwrap()["question"];
    for (organisation, answers, words, shows) in [
        (true, json!([]), json!([]), 0),
        (false, json!([]), json!([name]), 0),
        (false, json!([answer]), json!([]), 1),
    ] {
        let cut = json!({
            "persons": false, "organisation": organisation, "evidence": false, "notes": false,
            "answers": answers, "words": words,
        });
        let request = json!({
            "report": report["id"], "path": copy, "cut": cut, "passphrase": PASSPHRASE,
        });
        office.desk.call("report_redact", request);
        assert_eq!(pictures(&copy), shows, "{words}");
        assert_eq!(facts(&copy).get("logo").is_some(), shows == 1);
        assert_eq!(opened(&copy).contains("/Image"), shows == 1);
        std::fs::remove_file(&copy).unwrap();
    }
}

#[test]
fn what_can_not_be_the_logo_is_a_sentence_and_changes_nothing() {
    let mut office = Office::new(Locale::En, 5);
    office.with_logo(&png(40, 20));
    let before = office.actions();
    let whole = png(40, 20);
    let shape = r#"<rect width="5" height="5"/>"#;
    // Each step doubles what the one before it draws.
    let doubled = (1..40).map(|step| {
        let of = step - 1;
        format!(r##"<g id="s{step}"><use href="#s{of}"/><use href="#s{of}"/></g>"##)
    });
    let doubled =
        r#"<g id="s0"><rect width="5" height="5"/></g>"#.to_owned() + &doubled.collect::<String>();
    let bad: [(&str, Vec<u8>); 20] = [
        ("logo-kind", Vec::new()),
        ("logo-kind", b"%PDF-1.7".to_vec()),
        ("logo-kind", vec![0xff, 0xd8, 0xff, 0xe0]),
        ("logo-kind", b"<html><body/></html>".to_vec()),
        ("logo-damaged", whole[..whole.len() / 2].to_vec()),
        ("logo-damaged", b"\x89PNG\r\n\x1a\n".to_vec()),
        ("logo-dots", png(100_000, 100_000)),
        ("logo-dots", png(u32::MAX, 1)),
        ("logo-damaged", svg("<path")),
        ("logo-damaged", svg(&doubled)),
        (
            "logo-damaged",
            br#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="1"/>"#.to_vec(),
        ),
        ("logo-part", svg("<script>alert(1)</script>")),
        ("logo-part", svg("<text>Office</text>")),
        (
            "logo-part",
            svg(r#"<image href="file:///etc/hostname" width="5" height="5"/>"#),
        ),
        (
            "logo-part",
            [br#"<!DOCTYPE svg [<!ENTITY a "b">]>"#, &svg(shape)[..]].concat(),
        ),
        ("logo-reference", svg(r#"<use xlink:href="other.svg#a"/>"#)),
        (
            "logo-reference",
            svg(r#"<rect width="5" height="5" fill="url('http://example.com/p')"/>"#),
        ),
        (
            "logo-reference",
            svg("<style>@import 'http://example.com/s.css';</style>"),
        ),
        (
            "logo-blank",
            svg(r#"<rect width="5" height="5" fill="white"/>"#),
        ),
        ("logo-blank", svg("")),
    ];
    for (code, bytes) in bad {
        let path = office.file(&bytes);
        let asked = Instant::now();
        let refused = office.desk.refused("logo_set", json!({ "path": path }));
        assert_eq!(
            refused,
            code,
            "{}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(200)])
        );
        assert!(asked.elapsed() < Duration::from_secs(20), "{code}");
    }
    let long = office.folder.path().join("long.png");
    File::create(&long).unwrap().set_len(50 << 20).unwrap();
    for (path, code) in [
        (long.as_path(), "logo-large"),
        (Path::new("/dev/zero"), "file-none"),
    ] {
        let refused = office.desk.refused("logo_set", json!({ "path": path }));
        assert_eq!(refused, code);
    }
    assert_eq!(office.actions(), before);
}

#[test]
fn the_terminal_shows_chooses_and_removes_the_logo() {
    let mut office = Office::new(Locale::En, 5);
    let picture = office.file(&png(40, 20));
    let (terminal, workspace) = office.terminal();
    let shown = |more: &[&str]| {
        let arguments = [&["logo", &workspace, "--json"], more].concat();
        terminal.run(&arguments).with(0).json()["logo"].clone()
    };
    assert_eq!(shown(&[]), Value::Null);
    let logo = shown(&["--picture", picture.to_str().unwrap()]);
    assert!(!logo.is_null());
    assert_eq!(shown(&[]), logo);
    assert_eq!(shown(&["--remove"]), Value::Null);
    assert_eq!(shown(&[]), Value::Null);
}

#[test]
fn only_an_administrator_chooses_or_removes_the_logo() {
    let mut office = Office::new(Locale::En, 5);
    let path = office.file(&png(40, 20));
    let other = "another long sentence";
    let person =
        json!({ "name": "Assessor", "title": "", "roles": ["assessor"], "passphrase": other });
    office.desk.call("person_add", person);
    let status = office.desk.call("app_status", json!({}));
    let workspace = PathBuf::from(status["open"]["path"].as_str().unwrap());
    office.desk.open(&workspace, other);
    let set = json!({ "path": path });
    assert_eq!(office.desk.refused("logo_set", set), "role-missing");
    assert_eq!(
        office.desk.refused("logo_remove", json!({})),
        "role-missing"
    );
}
