//! Revisions that a dishonest second signer writes: sealed with a real key, but changing more than the signer may.

#![allow(clippy::unwrap_used)]

use sha2::{Digest as _, Sha256};

use super::problem::{Part, Problem};
use super::{State, Trust, Verdict, verify};
use crate::cms::{self, Signed};
use crate::key_source::KeySource as _;
use crate::key_source::local::{LocalKey, Subject, Validity};
use crate::pdf::text::hex;
use crate::public_key::canonical;
use crate::{Appearance, ClaimedTime, SignRequest, sign};

const FIELD: &str = "<</Type/Annot/Subtype/Widget/FT/Sig/F 4/Rect[50 200 350 276]/T(";

fn report() -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/Names<</EmbeddedFiles<</Names[(f)6 0 R]>>>>>>"
            .to_owned(),
        "<</Type/Pages/Kids[4 0 R]/Count 1>>".to_owned(),
        "<</Fields[8 0 R 9 0 R]/SigFlags 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Annots[8 0 R 9 0 R]>>"
            .to_owned(),
        "<</Length 2>>\nstream\nq \nendstream".to_owned(),
        "<</Type/Filespec/F(facts.json)/EF<</F 7 0 R>>>>".to_owned(),
        "<</Type/EmbeddedFile/Length 2>>\nstream\n{}\nendstream".to_owned(),
        format!("{FIELD}one)>>"),
        format!("{FIELD}two)>>"),
    ];
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut table = "xref\n0 10\n0000000000 65535 f \n".to_owned();
    for (index, text) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.extend_from_slice(format!("{} 0 obj\n{text}\nendobj\n", index + 1).as_bytes());
    }
    let at = out.len();
    let end = format!("{table}trailer\n<</Size 10/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n");
    out.extend_from_slice(end.as_bytes());
    out
}

fn key(seed: u8) -> LocalKey {
    let subject = Subject {
        name: "signer".to_owned(),
        organisation: String::new(),
        role: String::new(),
    };
    let valid = Validity {
        not_before: 0,
        not_after: 4_000_000_000,
    };
    LocalKey::generate(&subject, valid, |bytes| bytes.fill(seed)).unwrap()
}

fn signed(pdf: &[u8], field: &str) -> Vec<u8> {
    let request = SignRequest {
        field,
        key: &key(5),
        claimed_time: ClaimedTime {
            unix_seconds: 1_000_000_000,
            offset_minutes: 0,
        },
        name: "",
        reason: "",
        location: "",
        appearance: &Appearance::default(),
    };
    sign(pdf, &request).unwrap()
}

/// Replaces text of the same length in the last signature's revision, and seals it anew with the key.
fn resealed(signatures: usize, changes: &[(&str, &str)]) -> Verdict {
    let before = if signatures == 2 {
        signed(&report(), "one")
    } else {
        report()
    };
    let field = if signatures == 2 { "two" } else { "one" };
    let mut pdf = signed(&before, field);
    for (from, to) in changes {
        assert_eq!(from.len(), to.len(), "{from}");
        let revision = &pdf[before.len()..];
        let at = revision
            .windows(from.len())
            .position(|window| window == from.as_bytes());
        let at = before.len() + at.unwrap_or_else(|| panic!("{from} is not there"));
        pdf[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    let start = pdf
        .windows(10)
        .rposition(|window| window == b"/Contents<")
        .unwrap()
        + 9;
    let end = start + pdf[start..].iter().position(|byte| *byte == b'>').unwrap() + 1;
    let digest = Sha256::new()
        .chain_update(&pdf[..start])
        .chain_update(&pdf[end..])
        .finalize();
    let digest = digest.to_vec();
    let key = key(5);
    let message = cms::message(key.chain(), &digest).unwrap();
    let contents = cms::encode(&Signed {
        chain: key.chain().to_vec(),
        algorithm: key.algorithm(),
        signature: canonical(key.algorithm(), &key.sign(&message).unwrap()).unwrap(),
        digest,
    });
    let digits = hex(&contents.unwrap());
    pdf[start + 1..end - 1].fill(b'0');
    pdf[start + 1..start + 1 + digits.len()].copy_from_slice(digits.as_bytes());
    verify(&pdf, &Trust::default())
}

#[test]
fn what_is_resealed_without_a_change_is_intact() {
    assert_eq!(resealed(1, &[]).state, State::Incomplete);
    let verdict = resealed(2, &[]);
    assert_eq!((verdict.state, verdict.problems), (State::Intact, vec![]));
}

#[test]
fn a_second_signer_can_not_move_or_hide_a_field() {
    for (from, to) in [
        ("/Rect[50 ", "/Rect[70 "),
        ("/F 4/", "/F 6/"),
        ("/T(two)", "/T(twu)"),
    ] {
        let verdict = resealed(2, &[(from, to)]);
        assert_eq!(verdict.state, State::Changed, "{to}");
        assert!(!verdict.fields[1].holds && verdict.fields[0].holds);
    }
}

#[test]
fn a_second_signer_can_not_replace_other_objects() {
    let content = [("9 0 obj", "5 0 obj"), ("xref\n9 1\n", "xref\n5 1\n")];
    let verdict = resealed(2, &content);
    let named = |problem: &Problem| {
        matches!(
            problem,
            Problem::Changed {
                part: Part::Content,
                page: 1,
                object: 5,
                ..
            }
        )
    };
    assert!(verdict.problems.iter().any(named), "{:?}", verdict.problems);
}

#[test]
fn the_picture_of_a_signature_stays_in_its_field() {
    for (from, to) in [
        ("/BBox[0 0 300 76]", "/BBox[0 0 900 99]"),
        ("/Resources<<>>", "/Matrixxx[0 1]"),
        ("/Subtype/Form", "/Subtype/Fork"),
    ] {
        assert_eq!(resealed(2, &[(from, to)]).state, State::Changed, "{to}");
    }
}

#[test]
fn the_first_signature_certifies_and_no_other() {
    for (from, to) in [
        ("/P 2/V", "/P 3/V"),
        ("/DocMDP/Tr", "/FieldM/Tr"),
        ("/Perms <<", "/Perks <<"),
        ("<</DocMDP", "<</UR3   "),
        ("/Reference[", "/Referents["),
    ] {
        assert_eq!(resealed(1, &[(from, to)]).state, State::Changed, "{to}");
    }
}

#[test]
fn the_entries_of_a_signature_are_those_that_are_written() {
    for (from, to) in [
        ("/ETSI.CAdES.detached", "/adbe.pkcs7.detached"),
        ("/Adobe.PPKLite", "/Adobe.PPKLita"),
        ("/Type/Sig/", "/Type/Sog/"),
        ("(D:2001", "(D:1969"),
        ("+00'00')", "Z00'00')"),
        ("/Prop_Build", "/Prop_Bould"),
    ] {
        assert_eq!(resealed(1, &[(from, to)]).state, State::Changed, "{to}");
    }
}

#[test]
fn the_trailer_of_a_signature_says_nothing_new() {
    for (from, to) in [("/Root 1 0 R", "/Root 2 0 R"), ("/Size 12", "/Sixe 12")] {
        assert_eq!(resealed(1, &[(from, to)]).state, State::Changed, "{to}");
    }
}
