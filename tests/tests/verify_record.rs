//! The record of a verification: what it says of each kind of file, in both languages, and that no file can break it.

#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::history::hex;
use assay_domain::locale::Locale;
use assay_tests::desk::Desk;
use assay_tests::pdf::{inside, judged, ran, text_of};
use assay_tests::pki::Authority;
use assay_tests::report::{facts, page, signed, unsigned};
use assay_tests::terminal::Terminal;
use assay_verify::Verification;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn pages(pdf: &Path) -> u32 {
    let (good, said) = ran(Path::new("pdfinfo"), &[pdf.to_str().unwrap()]);
    assert!(good, "{said}");
    let line = said.lines().find_map(|line| line.strip_prefix("Pages:"));
    line.unwrap().trim().parse().unwrap()
}

/// Keeps a record for whoever wants to look at it.
fn keep(record: &Path, name: &str) {
    if let Some(folder) = std::env::var_os("ASSAY_KEEP") {
        std::fs::copy(record, Path::new(&folder).join(name)).unwrap();
    }
}

/// The record that the terminal writes of some bytes, and the exit status that it ends with.
fn recorded(folder: &Path, name: &str, bytes: &[u8], locale: Locale, status: i32) -> PathBuf {
    std::fs::write(folder.join(name), bytes).unwrap();
    let out = format!("record-{}-{name}", locale.tag());
    let arguments = ["verify", name, "--record", &out, "--lang", locale.tag()];
    let ran = Terminal::in_folder(folder).run(&arguments).with(status);
    assert!(ran.out.contains(&out), "{}", ran.out);
    keep(&folder.join(&out), &out);
    folder.join(out)
}

#[test]
fn the_record_says_what_was_verified_and_what_came_of_it_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let mut altered = signed(2);
    let at = altered.len() / 2;
    altered[at] ^= 1;
    let text = |locale: Locale, [english, chinese]: [&'static str; 2]| match locale {
        Locale::En => english,
        Locale::ZhCn => chinese,
    };
    for (name, bytes, status, sentence) in [
        (
            "intact.pdf",
            signed(3),
            0,
            ["Intact: signed 3 times, and unchanged since", "完好"],
        ),
        (
            "altered.pdf",
            altered,
            1,
            ["Changed after signing", "签署后被改动"],
        ),
        (
            "unsigned.pdf",
            unsigned().to_vec(),
            1,
            ["Not signed", "未签署"],
        ),
        (
            "other.pdf",
            b"no report".to_vec(),
            1,
            ["Damaged", "文件损坏"],
        ),
    ] {
        for locale in Locale::ALL {
            let record = recorded(folder.path(), name, &bytes, locale, status);
            let said = squeezed(&text_of(&record));
            let digest = hex(&Sha256::digest(&bytes));
            for stated in [
                text(locale, sentence),
                name,
                &digest,
                &bytes.len().to_string(),
                concat!("Assay", env!("CARGO_PKG_VERSION")),
                text(locale, ["This record is not signed", "本记录未经签名"]),
                text(
                    locale,
                    ["What this record does not prove", "本记录不能证明的事项"],
                ),
                text(locale, ["Whose key it is", "密钥属于谁"]),
                text(
                    locale,
                    [
                        "none, so that nobody vouches for a name",
                        "没有谁为证书中的名称作担保",
                    ],
                ),
            ] {
                assert!(said.contains(&squeezed(stated)), "{name} {stated}: {said}");
            }
            assert!(!said.contains('{'), "a message is missing: {said}");
            let data = std::fs::read(inside(&record, "verification.json").unwrap()).unwrap();
            let found: Verification = serde_json::from_slice(&data).unwrap();
            assert_eq!(
                (found.sha256.as_str(), found.size),
                (&*digest, bytes.len() as u64)
            );
            for signature in found.signatures.iter().filter(|one| one.signed) {
                assert!(said.contains(&signature.fingerprint), "{said}");
                assert!(said.contains(&squeezed(&signature.subject)), "{said}");
            }
            assert!(pages(&record) <= 2, "{name}");
            judged(&record);
        }
    }
}

#[test]
fn one_file_is_recorded_at_a_time_and_the_inspectors_program_says_who_records() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("r.pdf"), unsigned()).unwrap();
    let terminal = Terminal::in_folder(folder.path());
    let several = [
        "verify", "r.pdf", "r.pdf", "--record", "out.pdf", "--lang", "en",
    ];
    let ran = terminal.run(&several).with(2);
    assert!(
        ran.complaint.contains("Name one report"),
        "{}",
        ran.complaint
    );
    assert!(!folder.path().join("out.pdf").exists());
    let inspector = Terminal::inspector(folder.path());
    let help = inspector.run(&["--help", "--lang", "en"]).with(0).out;
    assert!(help.contains("assay verify --record"), "{help}");
    assert!(!help.contains("--record <"), "{help}");
}

/// The record that the window writes of a file.
fn by_window(desk: &mut Desk, path: &Path, locale: Locale) -> PathBuf {
    let found = desk.call("verify_file", json!({ "path": path }));
    let out = path.with_extension(format!("{}.record.pdf", locale.tag()));
    let request =
        json!({ "path": path, "sha256": found["sha256"], "locale": locale.tag(), "out": out });
    desk.call("verify_record", request);
    out
}

#[test]
fn the_windows_record_names_the_workspace_and_the_certificates_that_were_trusted() {
    let (mut desk, folder, _) = Desk::office("Letter sorter");
    let authority = Authority::new();
    let path = folder.path().join("r.pdf");
    std::fs::write(&path, signed(1)).unwrap();
    desk.call("anchor_add", json!({ "path": authority.root() }));
    let record = by_window(&mut desk, &path, Locale::En);
    let said = text_of(&record);
    let anchor = desk.call("anchor_list", json!({}))["anchors"][0].clone();
    for stated in ["Test office", anchor["subject"].as_str().unwrap(), "+08:00"] {
        assert!(said.contains(stated), "{stated}: {said}");
    }
    assert!(squeezed(&said).contains(anchor["fingerprint"].as_str().unwrap()));
    assert!(said.contains("The key belongs to nobody in the open workspace"));
}

#[test]
fn a_file_that_changed_since_it_was_verified_is_not_recorded() {
    let (mut desk, folder, _) = Desk::office("Letter sorter");
    let (path, out) = (folder.path().join("r.pdf"), folder.path().join("out.pdf"));
    std::fs::write(&path, signed(1)).unwrap();
    let found = desk.call("verify_file", json!({ "path": path }));
    std::fs::write(&path, signed(2)).unwrap();
    let request = json!({ "path": path, "sha256": found["sha256"], "locale": "en", "out": out });
    assert_eq!(desk.refused("verify_record", request), "verify-changed");
    assert!(!out.exists());
}

#[test]
fn no_name_in_a_hostile_file_breaks_the_record() {
    let (mut desk, folder, _) = Desk::office("Letter sorter");
    let hostile = [
        "Bureau\n\u{1b}[2J\u{202e}drow\u{0}".to_owned(),
        "W".repeat(10_000_000),
        "𠮷🜛مكتب\u{e0041}".repeat(200),
    ];
    for (place, organisation) in hostile.into_iter().enumerate() {
        let mut facts = facts(Locale::En).1;
        facts.system.name.clone_from(&organisation);
        facts.organisation = organisation;
        let name = format!("{place}\u{202e}fdp\n{}.pdf", "长".repeat(60));
        let path = folder.path().join(name);
        std::fs::write(&path, page(&facts.canonical().unwrap(), String::new())).unwrap();
        for locale in Locale::ALL {
            let record = by_window(&mut desk, &path, locale);
            let plain = folder
                .path()
                .join(format!("hostile-{place}-{}.pdf", locale.tag()));
            std::fs::rename(&record, &plain).unwrap();
            keep(&plain, plain.file_name().unwrap().to_str().unwrap());
            let said = text_of(&plain);
            assert!(!said.contains(['\u{202e}', '\u{1b}']), "{said}");
            assert!(pages(&plain) <= 2 && said.len() < 20_000, "{}", said.len());
            judged(&plain);
        }
    }
}
