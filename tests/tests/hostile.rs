//! Hostile files in verify: each is answered with a sentence, soon, and within a bound of memory.
//!
//! Each file is verified by the program that an inspector carries, in a process of its own that may not have more memory.

#![allow(clippy::unwrap_used, missing_docs)]

use assay_seal::{State, Trust, verify};
use assay_tests::dice::Dice;
use assay_tests::pki::text;
use assay_tests::seal::{KINDS, Kind, objects, signed_report, write};
use assay_tests::terminal::{Terminal, inspector};
use assay_tests::window::prepared::bare_sample;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How much memory a process may have, in KiB of address space.
const MEMORY: u32 = 1 << 20;
/// How long verifying may take: a program without optimisation on a busy machine takes some seconds.
const LONGEST: Duration = Duration::from_secs(60);

/// What the program says of a file, within the bounds.
fn said(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("h.pdf");
    std::fs::write(&path, bytes).unwrap();
    let bounded = format!(
        "ulimit -v {MEMORY}; exec '{}' '{}' --lang en",
        text(inspector()),
        text(&path)
    );
    let mut child = Command::new("sh")
        .args(["-c", &bounded])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > LONGEST {
            child.kill().unwrap();
            panic!("it takes longer than {LONGEST:?}");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let done = child.wait_with_output().unwrap();
    let out = String::from_utf8(done.stdout).unwrap();
    let complaint = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{out}{complaint}");
    out
}

/// Holds a file to be called anything but intact, in a sentence.
fn is_refused(name: &str, bytes: &[u8]) {
    let out = said(bytes);
    let first = out.lines().next().unwrap_or_default();
    let sentence = first.rsplit(": ").next().unwrap_or_default();
    assert!(
        sentence.len() > 5 && !sentence.starts_with("Intact"),
        "{name}: {out}"
    );
}

/// The small report with an object in another form.
fn with(number: u32, object: String) -> Vec<(u32, String)> {
    let mut all = objects();
    all.retain(|(other, _)| *other != number);
    all.push((number, object));
    all.sort_by_key(|(number, _)| *number);
    all
}

fn in_both(name: &str, objects: &[(u32, String)]) {
    for kind in KINDS {
        is_refused(&format!("{name} {kind:?}"), &write(kind, objects));
    }
}

/// Megabytes of spaces, deflated to a thousandth.
fn deflated(megabytes: usize) -> Vec<u8> {
    let mut deflated = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::fast());
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..megabytes {
        deflated.write_all(&spaces).unwrap();
    }
    deflated.finish().unwrap()
}

fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let length = data.len();
    let head = format!("<<{entries}/Filter/FlateDecode/Length {length}>>\nstream\n");
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// A file with one plain table of objects given as bytes.
fn raw(objects: &[(u32, Vec<u8>)], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut rows = String::new();
    for (number, object) in objects {
        rows.push_str(&format!("{number} 1\n{:010} 00000 n \n", out.len()));
        out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let (at, size) = (
        out.len(),
        objects.iter().map(|(number, _)| number + 1).max().unwrap(),
    );
    out.extend_from_slice(
        format!("xref\n0 1\n0000000000 65535 f \n{rows}trailer\n<</Size {size}{trailer}>>\nstartxref\n{at}\n%%EOF\n").as_bytes(),
    );
    out
}

/// The small report with some objects as bytes.
fn plain(changed: Vec<(u32, Vec<u8>)>) -> Vec<u8> {
    let mut all: Vec<(u32, Vec<u8>)> = objects()
        .into_iter()
        .filter(|(number, _)| !changed.iter().any(|(other, _)| other == number))
        .map(|(number, text)| (number, text.into_bytes()))
        .collect();
    all.extend(changed);
    all.sort_by_key(|(number, _)| *number);
    raw(&all, "/Root 1 0 R/Info 9 0 R")
}

#[test]
fn a_page_tree_in_circles_is_answered() {
    for (name, kids) in [
        ("itself", "2 0 R"),
        ("its page", "4 0 R 4 0 R 2 0 R"),
        ("the catalog", "1 0 R"),
    ] {
        in_both(
            name,
            &with(2, format!("<</Type/Pages/Kids[{kids}]/Count 1>>")),
        );
    }
    let mut chain = objects();
    chain.extend(
        (20..2_000).map(|at| (at, format!("<</Type/Pages/Kids[{0} 0 R {0} 0 R]>>", at + 1))),
    );
    chain.push((2_000, "<</Type/Pages/Kids[20 0 R]>>".to_owned()));
    let chain: Vec<_> = chain
        .into_iter()
        .map(|(number, text)| match number {
            2 => (2, "<</Type/Pages/Kids[20 0 R]/Count 1>>".to_owned()),
            _ => (number, text),
        })
        .collect();
    in_both("doubling", &chain);
}

#[test]
fn streams_of_gigabytes_are_answered() {
    let gigabyte = deflated(1_024);
    for (name, number, entries) in [
        ("facts", 8, "/Type/EmbeddedFile"),
        ("content", 5, ""),
        ("object stream", 12, "/Type/ObjStm/N 9/First 99"),
    ] {
        is_refused(name, &plain(vec![(number, stream(entries, &gigabyte))]));
    }
    let hundred = deflated(100);
    let many = (30..62).map(|number| (number, stream("/Type/EmbeddedFile", &hundred)));
    is_refused("many", &plain(many.collect()));
}

#[test]
fn an_encrypted_file_is_called_encrypted() {
    for kind in KINDS {
        let pdf = write(kind, &objects());
        let from = b"/Info 9 0 R";
        let at = pdf
            .windows(from.len())
            .rposition(|window| window == from)
            .unwrap();
        let encrypted = [
            &pdf[..at],
            &b"/Encrypt<</Filter/Standard/V 4>>"[..],
            &pdf[at..],
        ]
        .concat();
        let out = said(&encrypted);
        // A cross-reference stream is longer now, so that what it says of itself is damaged too.
        assert!(kind == Kind::Stream || out.contains("encrypted"), "{out}");
        assert!(!out.contains("Intact"), "{out}");
    }
}

#[test]
fn lies_of_the_cross_reference_are_answered() {
    let all: Vec<(u32, Vec<u8>)> = objects()
        .into_iter()
        .map(|(number, text)| (number, text.into_bytes()))
        .collect();
    let sound = raw(&all, "/Root 1 0 R/Info 9 0 R");
    let replace = |from: &str, to: &str| {
        let text = String::from_utf8_lossy(&sound).replacen(from, to, 1);
        assert!(text.contains(to), "{from}");
        text.into_bytes()
    };
    for (name, bytes) in [
        ("far", replace("xref\n0 1\n", "xref\n0 999999999\n")),
        (
            "number",
            replace("xref\n0 1\n", "xref\n18446744073709551615 1\n"),
        ),
        (
            "previous is itself",
            raw(&all, "/Root 1 0 R/Info 9 0 R/Prev 9999"),
        ),
        (
            "previous is far",
            raw(&all, "/Root 1 0 R/Info 9 0 R/Prev 99999999999999999999"),
        ),
        ("size", replace("/Size", "/Size -9/Sizes")),
        ("root", raw(&all, "/Root 9 0 R/Info 1 0 R")),
        ("no root", raw(&all, "")),
    ] {
        is_refused(name, &bytes);
    }
    for lie in [
        "/W[1 4 1]/Index[0 999999999]",
        "/W[0 0 0]",
        "/W[8 8 8]",
        "/W[1 1]",
        "/Index[0 4000000000 0 4000000000]",
    ] {
        let head = format!(
            "{{}}<</Type/XRef/Size 9{lie}/Root 1 0 R/Length 6>>\nstream\nabcdef\nendstream"
        );
        let start = "%PDF-1.7\n";
        let body = head.replace("{}", "1 0 obj\n");
        let pdf = format!("{start}{body}\nendobj\nstartxref\n{}\n%%EOF\n", start.len());
        is_refused(lie, pdf.as_bytes());
    }
}

#[test]
fn lies_of_an_object_stream_are_answered() {
    for entries in [
        "/N 999999999/First 4",
        "/N 2/First 99999999999",
        "/N -1/First 4",
        "/N 2/First 8/Extends 12 0 R",
        "/N 1000/First 4",
    ] {
        let stream =
            format!("<</Type/ObjStm{entries}/Length 12>>\nstream\n1 0 2 4 1 22\nendstream");
        is_refused(entries, &plain(vec![(12, stream.into_bytes())]));
    }
}

#[test]
fn deep_and_wide_objects_are_answered() {
    let million = 5_000_000;
    for (name, object) in [
        ("arrays", "[".repeat(million)),
        ("closed arrays", "[".repeat(million) + &"]".repeat(million)),
        ("dictionaries", "<</A".repeat(million)),
        ("numbers", format!("[{}]", "0 ".repeat(10 * million))),
        ("names", format!("[{}]", "/ ".repeat(5 * million))),
        ("strings", format!("[{}]", "()".repeat(5 * million))),
        ("references", format!("[{}]", "1 0 R ".repeat(million))),
        ("open string", "(".repeat(10 * million)),
        ("digits", "1".repeat(10 * million)),
    ] {
        is_refused(name, &plain(vec![(12, object.into_bytes())]));
    }
}

#[test]
fn a_length_that_takes_long_to_read_is_read_once() {
    let mut all: Vec<(u32, Vec<u8>)> = (30..20_000)
        .map(|number| {
            (
                number,
                b"<</Length 29 0 R>>\nstream\nab\nendstream".to_vec(),
            )
        })
        .collect();
    all.push((29, format!("{}2", " ".repeat(10 << 20)).into_bytes()));
    is_refused("length", &plain(all));
}

#[test]
fn fifty_megabytes_of_nothing_are_answered() {
    let size = 50 << 20;
    let header = b"%PDF-1.7\n";
    for (name, byte) in [
        ("zeros", 0),
        ("spaces", b' '),
        ("comments", b'%'),
        ("digits", b'1'),
        ("angles", b'<'),
    ] {
        is_refused(name, &vec![byte; size]);
        is_refused(name, &[&header[..], &vec![byte; size]].concat());
    }
    for word in [
        "%%EOF\n",
        "startxref\n1\n%%EOF\n",
        "1 0 obj\n",
        "/ByteRange[0 ",
        "trailer<<>>",
    ] {
        is_refused(
            word,
            &[&header[..], &word.repeat(size / word.len()).into_bytes()].concat(),
        );
    }
    let longer = [signed_report(Kind::Table, 2), vec![0; size]].concat();
    let out = said(&longer);
    assert!(out.contains("Intact, with harmless additions"), "{out}");
}

#[test]
fn two_thousand_random_byte_changes_of_a_signed_report_are_none_intact() {
    let pdf = assay_tests::report::signed(3);
    let state = |bytes: &[u8]| verify(bytes, &Trust::default()).state;
    assert_eq!(state(&pdf), State::Intact);
    let mut dice = Dice::new(2_000);
    for change in 0..2_000 {
        let mut changed = pdf.clone();
        // One byte mostly, and sometimes some more.
        for _ in 0..=(change % 10) / 8 {
            let at = dice.place(pdf.len());
            changed[at] ^= 1 + dice.below(255) as u8;
        }
        let found = state(&changed);
        assert!(
            !found.is_valid() && found != State::Incomplete,
            "change {change}: {found:?}"
        );
    }
}

#[test]
fn a_pipe_in_the_place_of_any_file_keeps_nobody_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal::in_folder(folder.path());
    bare_sample(&folder.path().join("s.assay"), "en");
    let pipe = Command::new("mkfifo")
        .arg(folder.path().join("p.pdf"))
        .status();
    assert!(pipe.unwrap().success());
    let person = terminal
        .as_person("assay-sample")
        .with("ASSAY_PKCS12_PASSWORD", "p");
    let list = person
        .run(&["decision", "list", "s.assay", "--json"])
        .with(0)
        .json();
    let decision = list["decisions"][0]["decision"]["id"].as_str().unwrap();
    for words in [
        &["verify", "p.pdf"][..],
        &["verify", "."],
        &["verify", "s.assay", "--trust", "p.pdf"],
        &["logo", "s.assay", "--picture", "p.pdf"],
        &[
            "decision", "evidence", "s.assay", decision, "--attach", "p.pdf",
        ],
        &[
            "report",
            "make",
            "s.assay",
            "--system",
            "YMS-AI-01",
            "--sign",
            "--pkcs12",
            "p.pdf",
        ],
    ] {
        let begun = Instant::now();
        let ran = person.run(words).with(2);
        assert!(begun.elapsed() < LONGEST, "{words:?}");
        assert!(ran.complaint.contains("p.pdf"), "{ran:?}");
        assert!(
            ran.complaint.contains("neither a file nor a folder"),
            "{ran:?}"
        );
    }
}
