//! Verifying: whom certificates lead to, the pages against the facts, and the program that an inspector carries.

#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::history::hex;
use assay_domain::locale::Locale;
use assay_seal::key_source::KeySource;
use assay_seal::key_source::file::KeyFile;
use assay_seal::{ClaimedTime, page_texts};
use assay_tests::pki::{Authority, Issued, Key, VALID, text};
use assay_tests::report::{facts, page, signed, signed_at, unsigned};
use assay_tests::seal::{NOON, key};
use assay_tests::terminal::{Terminal, inspector, program};
use assay_verify::{
    LONGEST, Trust, TrustKind, VerdictKind, Verification, Verified, certificates_in, verify_bytes,
};
use sha2::{Digest as _, Sha256};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

const PASSWORD: &str = "示例密码 pass-1";
const CURVE: Key = Key::Curve("P-256");

fn opened(authority: &Authority, of: &Issued, others: &[&Path]) -> KeyFile {
    let mut with = vec![std::fs::read(authority.root()).unwrap()];
    with.extend(others.iter().map(|path| std::fs::read(path).unwrap()));
    let all = authority.at("others.pem");
    std::fs::write(&all, with.concat()).unwrap();
    let taken = [
        "-inkey",
        text(&of.key),
        "-in",
        text(&of.certificate),
        "-certfile",
        text(&all),
    ];
    let file = authority.export(&taken, PASSWORD);
    KeyFile::open(&file, PASSWORD, None, NOON.unix_seconds).unwrap()
}

fn trust(files: &[&Path]) -> Trust {
    let read = files
        .iter()
        .flat_map(|path| certificates_in(&std::fs::read(path).unwrap()).unwrap());
    Trust {
        anchors: read.collect(),
    }
}

/// What the first signature leads to for a reader who trusts these files.
fn leads_to(pdf: &[u8], files: &[&Path]) -> (TrustKind, String) {
    let found = verify_bytes(pdf, "r.pdf", &trust(files));
    let first = &found.signatures[0];
    assert!(first.valid, "{:?}", found.items);
    (first.trust, first.trust_subject.clone())
}

fn item(found: &Verification, code: &str) -> Option<bool> {
    let item = found.items.iter().find(|item| item.code == code);
    item.unwrap_or_else(|| panic!("{code}: {:?}", found.items))
        .ok
}

#[test]
fn a_certificate_leads_to_a_trusted_one_directly_or_over_an_authority_between() {
    let (authority, other) = (Authority::new(), Authority::new());
    let near = authority.issue("near", "Duty Officer", CURVE, VALID);
    let deputy = authority.issue_for("deputy", "Deputy", CURVE, VALID, "deputy");
    let far = authority.issue_by("deputy", "far", "Audit Lead", CURVE, VALID, "signer");
    let (root, foreign) = (authority.root(), other.root());
    for (issued, between) in [(&near, vec![]), (&far, vec![deputy.certificate.as_path()])] {
        let key = opened(&authority, issued, &between);
        assert_eq!(key.chain().len(), 2 + between.len());
        let pdf = signed_at(unsigned(), 1, &key, NOON);
        let (kind, subject) = leads_to(&pdf, &[&foreign, &root]);
        assert_eq!(kind, TrustKind::Trusted);
        assert!(subject.contains("Example Root"), "{subject}");
        let (kind, subject) = leads_to(&pdf, &[&issued.certificate]);
        assert_eq!(
            kind,
            TrustKind::Trusted,
            "a fingerprint that was compared is enough: {subject}"
        );
        assert_eq!(leads_to(&pdf, &[&foreign]).0, TrustKind::Unknown);
        assert_eq!(leads_to(&pdf, &[]), (TrustKind::NotAsked, String::new()));
    }
}

#[test]
fn a_certificate_out_of_its_time_or_not_of_an_authority_vouches_for_nobody() {
    let authority = Authority::new();
    let past = ["20200101000000Z", "20210101000000Z"];
    let _old = authority.issue_for("old", "Old deputy", CURVE, past, "deputy");
    let _plain = authority.issue("plain", "Plain", CURVE, VALID);
    let _deep = authority.issue_for("deep", "Deputy", CURVE, VALID, "deputy");
    let _deeper = authority.issue_by(
        "deep",
        "deeper",
        "Deputy of a deputy",
        CURVE,
        VALID,
        "deputy",
    );
    for (issuer, between, kind) in [
        ("old", vec!["old"], TrustKind::OutOfTime),
        ("plain", vec!["plain"], TrustKind::NotAuthority),
        // The first deputy may have signers below it, and no further deputy.
        ("deeper", vec!["deeper", "deep"], TrustKind::NotAuthority),
    ] {
        let issued = authority.issue_by(
            issuer,
            &format!("of-{issuer}"),
            "Audit Lead",
            CURVE,
            VALID,
            "signer",
        );
        let files: Vec<_> = between
            .iter()
            .map(|name| authority.at(&format!("{name}.crt")))
            .collect();
        let files: Vec<&Path> = files.iter().map(std::path::PathBuf::as_path).collect();
        let key = opened(&authority, &issued, &files);
        let pdf = signed_at(unsigned(), 1, &key, NOON);
        let (found, subject) = leads_to(&pdf, &[&authority.root()]);
        assert_eq!(found, kind, "{issuer}: {subject}");
        assert!(!subject.contains("Audit Lead"), "{subject}");
    }
}

#[test]
fn certificates_to_trust_are_read_from_der_and_pem_and_nothing_else() {
    let authority = Authority::new();
    let near = authority.issue("near", "Duty Officer", CURVE, VALID);
    let pem = [&authority.root(), &near.certificate].map(|path| std::fs::read(path).unwrap());
    let both = certificates_in(&pem.concat()).unwrap();
    assert_eq!(both.len(), 2);
    assert_eq!(certificates_in(&both[1]).unwrap(), both[1..]);
    for wrong in [
        &b""[..],
        b"trust me",
        &both[1][1..],
        &pem[0][..200],
        &[0x30; 4_000],
    ] {
        assert!(certificates_in(wrong).is_err());
    }
}

#[test]
fn the_footer_of_each_page_names_the_digest_of_the_facts_inside() {
    let found = verify_bytes(&signed(3), "r.pdf", &Trust::default());
    assert_eq!(found.verdict, VerdictKind::Intact, "{:?}", found.items);
    assert!(found.is_sound(), "{:?}", found.items);
    for code in [
        "item-pages",
        "item-times",
        "item-schema",
        "item-grade",
        "item-clauses",
    ] {
        assert_eq!(item(&found, code), Some(true), "{code}");
    }
    let pages = page_texts(unsigned()).unwrap();
    assert!(pages.len() > 10 && pages.iter().all(|page| page.len() > 100));
    assert!(
        pages[0].contains("Hardship aid eligibility scoring"),
        "{}",
        pages[0]
    );
}

#[test]
fn pages_of_other_facts_are_told() {
    let inside = facts(Locale::En).1.canonical().unwrap();
    let digest = hex(&Sha256::digest(&inside));
    let other = hex(&Sha256::digest(b"other facts"));
    for (printed, ok) in [(digest, true), (other, false)] {
        let pdf = page(&inside, format!("Facts SHA-256 {printed}"));
        let found = verify_bytes(&pdf, "r.pdf", &Trust::default());
        assert_eq!(found.verdict, VerdictKind::Intact, "{:?}", found.items);
        assert_eq!(item(&found, "item-pages"), Some(ok));
        assert_eq!(found.is_sound(), ok, "{:?}", found.items);
    }
}

#[test]
fn what_a_file_says_of_itself_begins_no_line_steers_no_terminal_and_runs_in_no_spreadsheet() {
    let mut facts = facts(Locale::En).1;
    facts.organisation = "=Bureau\nother.pdf: Intact\u{1b}[2J\u{202e}".to_owned();
    let folder = tempfile::tempdir().unwrap();
    let pdf = page(&facts.canonical().unwrap(), String::new());
    std::fs::write(folder.path().join("r.pdf"), pdf).unwrap();
    let out = Terminal::inspector(folder.path())
        .run(&["r.pdf"])
        .with(1)
        .out;
    assert!(
        out.contains("=Bureau\u{fffd}other.pdf: Intact\u{fffd}[2J\u{fffd}"),
        "{out}"
    );
    assert!(out.lines().all(|line| !line.starts_with("other")), "{out}");
    let table = Terminal::inspector(folder.path())
        .run(&["r.pdf", "--csv"])
        .with(1)
        .out;
    assert!(table.contains("\"'=Bureau"), "{table}");
}

#[test]
fn a_report_signed_before_it_was_made_or_out_of_order_is_told() {
    let earlier = |seconds: i64| ClaimedTime {
        unix_seconds: NOON.unix_seconds - seconds,
        ..NOON
    };
    let own = key("assessor", 1);
    let times = |first, second| {
        let pdf = signed_at(unsigned(), 1, &own, first);
        verify_bytes(
            &signed_at(&pdf, 2, &own, second),
            "r.pdf",
            &Trust::default(),
        )
    };
    for (first, second, ok) in [(60, 0, true), (0, 60, false), (86_400, 0, false)] {
        let found = times(earlier(first), earlier(second));
        assert_eq!(item(&found, "item-times"), Some(ok), "{first} {second}");
    }
}

/// A folder with a report of each kind.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let intact = signed(3);
    let mut changed = intact.clone();
    let at = intact.len() / 2;
    changed[at] ^= 1;
    for (name, bytes) in [
        ("a-intact.pdf", intact.clone()),
        ("b-longer.pdf", [&intact[..], b"\n% note\n"].concat()),
        ("c-changed.pdf", changed),
        ("d-unsigned.pdf", unsigned().to_vec()),
        ("e-cut.PDF", intact[..1000].to_vec()),
        ("f-empty.pdf", vec![]),
        ("g-text.txt", b"no report".to_vec()),
    ] {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

#[test]
fn the_program_an_inspector_carries_says_what_the_terminal_says() {
    let folder = folder();
    let authority = Authority::new();
    let (root, path) = (authority.root(), text(folder.path()));
    let missing = authority.at("missing.pdf");
    let whole = Terminal::in_folder(folder.path());
    let alone = Terminal::inspector(folder.path());
    for lang in ["en", "zh-CN"] {
        for (with, status) in [
            (vec![path], 1),
            (vec![path, "--csv"], 1),
            (vec![path, "--json"], 1),
            (vec!["a-intact.pdf", "b-longer.pdf"], 0),
            (vec!["a-intact.pdf", "--trust", text(&root)], 1),
            (vec![text(&missing)], 2),
            (vec!["a-intact.pdf", "--trust", "g-text.txt"], 2),
            (vec!["a-intact.pdf", "--unknown"], 2),
        ] {
            let with = [&with[..], &["--lang", lang]].concat();
            let terminal = whole.run(&[&["verify"][..], &with].concat()).with(status);
            let inspector = alone.run(&with).with(status);
            assert_eq!(inspector.out, terminal.out, "{with:?}");
            let said = terminal.complaint.replacen("assay:", "assay-verify:", 1);
            assert_eq!(inspector.complaint, said, "{with:?}");
        }
    }
}

#[test]
fn a_file_that_cant_be_read_keeps_none_of_the_others_from_being_verified() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("b-folder.pdf")).unwrap();
    let run = Terminal::inspector(folder.path())
        .run(&[text(folder.path())])
        .with(2);
    for name in ["a-intact", "b-longer", "c-changed", "f-empty"] {
        assert!(run.out.contains(name), "{name}: {}", run.out);
    }
    let said = run.complaint.lines().count();
    assert_eq!(said, 1, "{}", run.complaint);
    for word in ["b-folder.pdf", "is a folder"] {
        assert!(run.complaint.contains(word), "{}", run.complaint);
    }
}

/// What is neither a file nor a folder, and what looks like one: each with its code.
fn odd(folder: &Path) -> Vec<(&'static str, &'static str)> {
    let at = |name: &str| folder.join(name);
    let pipe = Command::new("mkfifo").arg(at("a-pipe.pdf")).status();
    assert!(pipe.unwrap().success());
    drop(UnixListener::bind(at("b-socket.pdf")).unwrap());
    symlink("/dev/zero", at("c-device.pdf")).unwrap();
    symlink("d-loop.pdf", at("d-loop.pdf")).unwrap();
    symlink("nowhere", at("e-nowhere.pdf")).unwrap();
    std::fs::create_dir(at("f-folder.pdf")).unwrap();
    let long = std::fs::File::create(at("g-long.pdf")).unwrap();
    long.set_len(LONGEST + 1).unwrap();
    vec![
        ("a-pipe.pdf", "file-none"),
        ("b-socket.pdf", "file-none"),
        ("c-device.pdf", "file-none"),
        ("d-loop.pdf", "file-failed"),
        ("e-nowhere.pdf", "file-missing"),
        ("f-folder.pdf", "file-folder"),
        ("g-long.pdf", "file-too-long"),
    ]
}

#[test]
fn what_is_no_file_is_told_with_its_name_in_every_form_and_keeps_nobody_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let odd = odd(folder.path());
    std::fs::write(folder.path().join("h-unsigned.pdf"), unsigned()).unwrap();
    let path = text(folder.path());
    let alone = Terminal::inspector(folder.path());
    for lang in ["en", "zh-CN"] {
        let json = alone.run(&[path, "--json", "--lang", lang]).with(2);
        let found: Vec<Verified> = serde_json::from_str(&json.out).unwrap();
        let (last, unread) = found.split_last().unwrap();
        assert!(matches!(last, Verified::File(file) if file.path.ends_with("h-unsigned.pdf")));
        assert_eq!(unread.len(), odd.len());
        let said: Vec<&str> = json.complaint.lines().collect();
        for ((found, said), (name, code)) in unread.iter().zip(said).zip(&odd) {
            let Verified::Unread(found) = found else {
                panic!("{name}: {found:?}");
            };
            assert!(found.path.ends_with(name), "{found:?}");
            assert_eq!(found.refusal.code, *code, "{name}");
            assert_eq!(found.refusal.sentence, said);
            assert!(said.contains(&found.path) && !said.contains('$'), "{said}");
        }
        let table = alone.run(&[path, "--csv", "--lang", lang]).with(2).out;
        let rows: Vec<Vec<&str>> = table.lines().map(|row| row.split(',').collect()).collect();
        assert_eq!(rows.len(), odd.len() + 2);
        for (row, (name, code)) in rows[1..].iter().zip(&odd) {
            assert!(row[0].ends_with(name), "{row:?}");
            assert_eq!(
                (row[1], row[11], row.len()),
                ("unread", *code, rows[0].len())
            );
        }
        for (name, _) in &odd[..5] {
            let one = alone.run(&[name, "--lang", lang]).with(2);
            assert!(
                one.out.is_empty() && one.complaint.contains(name),
                "{one:?}"
            );
        }
    }
    let none = tempfile::tempdir().unwrap();
    let none = alone.run(&[text(none.path())]).with(2);
    assert!(none.complaint.contains("no PDF"), "{none:?}");
}

#[test]
fn a_folder_that_cant_be_read_and_a_name_that_steers_keep_none_of_the_others_from_being_verified() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir(at("closed")).unwrap();
    std::fs::write(at("closed/a.pdf"), "no PDF").unwrap();
    std::fs::write(at("b.pdf"), "no PDF").unwrap();
    symlink("nowhere", at("c\nd: Intact\u{1b}[2J.pdf")).unwrap();
    let closed = |mode| {
        std::fs::set_permissions(at("closed"), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    closed(0o000);
    let readable = std::fs::read_dir(at("closed")).is_ok();
    let run = Terminal::inspector(folder.path()).run(&["closed", "b.pdf", text(folder.path())]);
    closed(0o700);
    let run = run.with(2);
    assert!(run.out.contains("b.pdf"), "{run:?}");
    // Whoever may do everything reads it all the same.
    assert!(readable || run.complaint.contains("closed"), "{run:?}");
    assert!(!run.complaint.contains('\u{1b}'), "{run:?}");
    assert!(run.complaint.contains("c\u{fffd}d: Intact"), "{run:?}");
}

#[test]
fn an_answer_that_nobody_gets_was_not_given() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("r.pdf"), signed(3)).unwrap();
    let mut command = Command::new(inspector());
    command.arg("r.pdf").current_dir(folder.path());
    let full = std::fs::File::create("/dev/full").unwrap();
    let done = command.stdout(full).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(!done.stderr.is_empty());
}

#[test]
fn the_plain_sentence_comes_first_and_then_what_is_wrong() {
    let folder = folder();
    let run = Terminal::inspector(folder.path())
        .run(&[text(folder.path())])
        .with(1);
    let lines: Vec<&str> = run.out.lines().collect();
    let line = |name: &str| lines.iter().position(|line| line.contains(name)).unwrap();
    assert!(lines[line("a-intact")].ends_with("Intact: signed 3 times, and unchanged since"));
    assert!(lines[line("b-longer")].ends_with("Intact, with harmless additions"));
    assert!(lines[line("c-changed")].ends_with("Changed after signing"));
    assert!(
        lines[line("c-changed") + 1].starts_with("  "),
        "{}",
        run.out
    );
    assert!(lines[line("d-unsigned")].ends_with("Not signed"));
    assert!(lines[line("f-empty")].ends_with("Damaged"));
    assert!(!run.out.contains("g-text"), "only what is called a PDF");
}

#[test]
fn nothing_of_a_workspace_is_in_the_program_an_inspector_carries() {
    let holds = |program: &Path, mark: &[u8]| {
        let bytes = std::fs::read(program).unwrap();
        bytes.windows(mark.len()).any(|window| window == mark)
    };
    for mark in [&b"SQLite format 3"[..], b"CREATE TABLE workspace"] {
        assert!(holds(program(), mark), "the mark is a good one");
        assert!(!holds(inspector(), mark));
    }
}
