//! Small reports made by hand, and the tools that judge and attack them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::dice::Dice;
use assay_seal::key_source::KeySource;
use assay_seal::key_source::local::{LocalKey, Subject, Validity};
use assay_seal::{Appearance, ClaimedTime, SignRequest, Trust, Verdict, sign, verify};

/// 2026-11-24 14:55:00 in Beijing.
pub const NOON: ClaimedTime = ClaimedTime {
    unix_seconds: 1_795_503_300,
    offset_minutes: 480,
};

/// The two signature fields of the small report, in order.
pub const FIELDS: [&str; 2] = ["assessor", "reviewer"];

/// How a small report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Every object for itself, with a cross-reference table.
    Table,
    /// Objects in an object stream, with a cross-reference stream.
    Stream,
}

/// Both ways of writing.
pub const KINDS: [Kind; 2] = [Kind::Table, Kind::Stream];

/// A key of a person with this role.
///
/// # Panics
///
/// Never: the subject and the validity are in order.
#[must_use]
pub fn key(role: &str, seed: u64) -> LocalKey {
    let subject = Subject {
        name: format!("{role} 评估"),
        organisation: "Example Grid 示例电网".to_owned(),
        role: role.to_owned(),
    };
    let valid = Validity {
        not_before: 1_577_836_800,
        not_after: 2_208_988_800,
    };
    let mut dice = Dice::new(seed);
    LocalKey::generate(&subject, valid, |bytes| dice.fill(bytes)).expect("a fixed subject")
}

/// The objects of a small report: a page with two empty signature fields, and the facts embedded.
#[must_use]
pub fn objects() -> Vec<(u32, String)> {
    let content = "BT /F0 12 Tf 50 800 Td (Grade 3) Tj ET\n";
    let facts = "{\"grade\":3}\n";
    let field = |name: &str, bottom: u32, more: &str| {
        let parent = (300 - bottom) / 100;
        format!(
            "<</Type/Annot/Subtype/Widget/FT/Sig/T({name})/TU<feff7b7e540d>/Contents({name})/F 4/P 4 0 R/StructParent {parent}/Rect[50 {bottom}.0 350 {}.5000]{more}>>",
            bottom + 76
        )
    };
    let stream = |entries: &str, data: &str| {
        format!(
            "<<{entries}/Length {}>>\nstream\n{data}\nendstream",
            data.len()
        )
    };
    let form = |field: u32| {
        format!(
            "<</Type/StructElem/S/Form/P 18 0 R/Pg 4 0 R/K<</Type/OBJR/Obj {field} 0 R/Pg 4 0 R>>>>"
        )
    };
    vec![
        (1, "<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/Lang(en)/Names<</EmbeddedFiles<</Names[(facts.json)7 0 R]>>>>/AF[7 0 R]/MarkInfo<</Marked true>>/StructTreeRoot 13 0 R>>".to_owned()),
        (2, "<</Type/Pages/Kids[4 0 R]/Count 1>>".to_owned()),
        (3, "<</Fields[10 0 R 11 0 R]/SigFlags 0>>".to_owned()),
        (4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.8900]/Contents 5 0 R/Resources<</Font<</F0 6 0 R>>>>/Annots[10 0 R 11 0 R]>>".to_owned()),
        (5, stream("", content)),
        (6, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned()),
        (7, "<</Type/Filespec/F(facts.json)/UF<feff00660061006300740073002e006a0073006f006e>/AFRelationship/Data/EF<</F 8 0 R>>>>".to_owned()),
        (8, stream("/Type/EmbeddedFile/Subtype/application#2Fjson", facts)),
        (9, "<</Title<feff8bc44f30>/Producer(Assay)>>".to_owned()),
        (10, field("assessor", 300, "/AP<</N 12 0 R>>")),
        (11, field("reviewer", 200, "")),
        (12, stream("/Type/XObject/Subtype/Form/BBox[0 0 300 76]", "")),
        (13, "<</Type/StructTreeRoot/K 14 0 R/ParentTree 15 0 R/ParentTreeNextKey 2>>".to_owned()),
        (14, "<</Type/StructElem/S/Document/P 13 0 R/K[18 0 R]>>".to_owned()),
        (15, "<</Nums[0 16 0 R 1 17 0 R]>>".to_owned()),
        (16, form(10)),
        (17, form(11)),
        (18, "<</Type/StructElem/S/Sect/P 14 0 R/K[16 0 R 17 0 R]>>".to_owned()),
    ]
}

/// Writes objects as one file of one revision.
#[must_use]
pub fn write(kind: Kind, objects: &[(u32, String)]) -> Vec<u8> {
    let header = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    append_to(
        kind,
        header,
        objects,
        "/Root 1 0 R/Info 9 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]",
    )
}

/// The small report, signed by nobody.
#[must_use]
pub fn report(kind: Kind) -> Vec<u8> {
    write(kind, &objects())
}

/// Appends a revision with these objects, as an attacker does.
#[must_use]
pub fn append(pdf: &[u8], objects: &[(u32, String)]) -> Vec<u8> {
    let at = last_number_after(pdf, b"startxref");
    let kind = if pdf[at..].starts_with(b"xref") {
        Kind::Table
    } else {
        Kind::Stream
    };
    let trailer =
        format!("/Root 1 0 R/Info 9 0 R/ID[<00112233445566778899aabbccddeeff><ff>]/Prev {at}");
    // Never packed: a changed object stands where every reader finds it.
    let plain = |number: u32| (number, "null".to_owned());
    let highest = last_number_after(pdf, b"/Size") as u32;
    let mut all = objects.to_vec();
    if kind == Kind::Stream {
        all.push(plain(highest));
    }
    append_with(kind, pdf, &all, &trailer, false)
}

fn append_to(kind: Kind, before: &[u8], objects: &[(u32, String)], trailer: &str) -> Vec<u8> {
    append_with(kind, before, objects, trailer, true)
}

fn append_with(
    kind: Kind,
    before: &[u8],
    objects: &[(u32, String)],
    trailer: &str,
    packed: bool,
) -> Vec<u8> {
    let mut out = before.to_vec();
    let mut rows: Vec<(u32, [u32; 3])> = vec![];
    let packs = |text: &str| kind == Kind::Stream && packed && !text.contains("stream\n");
    let top = objects.iter().map(|(number, _)| *number).max().unwrap_or(0) + 1;
    let mut place = |out: &mut Vec<u8>, number: u32, text: &str| {
        rows.push((number, [1, out.len() as u32, 0]));
        out.extend_from_slice(format!("{number} 0 obj\n{text}\nendobj\n").as_bytes());
    };
    for (number, text) in objects.iter().filter(|(_, text)| !packs(text)) {
        place(&mut out, *number, text);
    }
    let inside: Vec<_> = objects.iter().filter(|(_, text)| packs(text)).collect();
    if !inside.is_empty() {
        let mut index = String::new();
        let mut body = String::new();
        for (number, text) in &inside {
            index.push_str(&format!("{number} {} ", body.len()));
            body.push_str(&format!("{text}\n"));
        }
        let length = index.len() + body.len();
        let count = inside.len();
        let first = index.len();
        place(
            &mut out,
            top,
            &format!(
                "<</Type/ObjStm/N {count}/First {first}/Length {length}>>\nstream\n{index}{body}\nendstream"
            ),
        );
        for (position, (number, _)) in inside.iter().enumerate() {
            rows.push((*number, [2, top, position as u32]));
        }
    }
    let at = out.len();
    let size = rows.iter().map(|(number, _)| number + 1).max().unwrap_or(1);
    let earlier = if before.len() > 100 {
        last_number_after(before, b"/Size") as u32
    } else {
        0
    };
    let size = size.max(earlier);
    if kind == Kind::Table {
        rows.sort_unstable();
        out.extend_from_slice(b"xref\n");
        if before.len() < 100 {
            out.extend_from_slice(b"0 1\n0000000000 65535 f \n");
        }
        for (number, [_, offset, _]) in rows {
            out.extend_from_slice(format!("{number} 1\n{offset:010} 00000 n \n").as_bytes());
        }
        out.extend_from_slice(format!("trailer\n<</Size {size}{trailer}>>\n").as_bytes());
    } else {
        rows.push((size, [1, at as u32, 0]));
        rows.sort_unstable();
        let index: Vec<String> = rows
            .iter()
            .map(|(number, _)| format!("{number} 1"))
            .collect();
        let mut data = vec![];
        for (_, [kind, second, third]) in &rows {
            data.push(*kind as u8);
            data.extend_from_slice(&second.to_be_bytes());
            data.push(*third as u8);
        }
        let head = format!(
            "{size} 0 obj\n<</Type/XRef/Size {}/W[1 4 1]/Index[{}]/Length {}{trailer}>>\nstream\n",
            size + 1,
            index.join(" "),
            data.len()
        );
        out.extend_from_slice(head.as_bytes());
        out.extend_from_slice(&data);
        out.extend_from_slice(b"\nendstream\nendobj\n");
    }
    out.extend_from_slice(format!("startxref\n{at}\n%%EOF\n").as_bytes());
    out
}

/// The number behind the last occurrence of a word.
///
/// # Panics
///
/// When the file has no such word with a number.
#[must_use]
pub fn last_number_after(pdf: &[u8], word: &[u8]) -> usize {
    let at = pdf
        .windows(word.len())
        .rposition(|window| window == word)
        .expect("the word");
    let rest = pdf[at + word.len()..].trim_ascii_start();
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&rest[..digits])
        .expect("digits")
        .parse()
        .expect("a number")
}

/// Signs a field of a report.
///
/// # Panics
///
/// When signing fails.
#[must_use]
pub fn signed(pdf: &[u8], field: &str, key: &dyn KeySource) -> Vec<u8> {
    let appearance = Appearance {
        content: b"q 0.1 0.35 0.7 RG 1 w 0.5 0.5 299 75 re S Q\n".to_vec(),
    };
    sign(pdf, &request(field, key, &appearance)).expect("a report that can be signed")
}

/// The request that [`signed`] makes.
#[must_use]
pub const fn request<'a>(
    field: &'a str,
    key: &'a dyn KeySource,
    appearance: &'a Appearance,
) -> SignRequest<'a> {
    SignRequest {
        field,
        key,
        claimed_time: NOON,
        name: "评估人 assessor",
        reason: "评估 assessment",
        location: "",
        appearance,
    }
}

/// The small report with one or two signatures.
#[must_use]
pub fn signed_report(kind: Kind, signatures: usize) -> Vec<u8> {
    let mut pdf = report(kind);
    for (index, field) in FIELDS.iter().take(signatures).enumerate() {
        pdf = signed(&pdf, field, &key(field, 7 + index as u64));
    }
    pdf
}

/// Verifies without knowing any certificate.
#[must_use]
pub fn verdict(pdf: &[u8]) -> Verdict {
    verify(pdf, &Trust::default())
}

/// The Python of the judges: `ASSAY_VENV`, or `.venv` at the root of the repository.
///
/// # Panics
///
/// When it is not there; `cargo xtask test` makes it.
#[must_use]
pub fn python() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(".venv");
    let venv = std::env::var_os("ASSAY_VENV").map_or(root, PathBuf::from);
    let python = venv.join("bin/python");
    assert!(
        python.exists(),
        "{} is missing: `cargo xtask test` makes it, or set ASSAY_VENV to a venv with tests/peers/requirements.txt",
        python.display()
    );
    python
}

/// Runs a tool and returns what it says; a missing tool or a failure is a failed test.
///
/// # Panics
///
/// When the tool is missing or says no.
#[must_use]
pub fn run(tool: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> String {
    let tool = tool.as_ref();
    let output = Command::new(tool).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{} can't be run: {error}", tool.display()));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{} says no: {text}{errors}",
        tool.display()
    );
    text
}
