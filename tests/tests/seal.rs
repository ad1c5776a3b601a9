//! Signing and verifying, judged by pyHanko, pdfsig and qpdf besides our own verifier.

#![allow(clippy::unwrap_used, missing_docs)]

use assay_seal::key_source::local::{LocalKey, Subject, Validity};
use assay_seal::key_source::{Algorithm, KeySource};
use assay_seal::{
    Appearance, Chain, ClaimedTime, Error, KeyError, Part, Problem, SignRequest, State, Trust,
    attachments, fields, sign, verify,
};
use assay_tests::dice::Dice;
use assay_tests::seal::{
    FIELDS, KINDS, Kind, NOON, append, key, objects, python, report, request, run, signed,
    signed_report, verdict, write,
};

fn refusal(pdf: &[u8], request: &SignRequest<'_>) -> Error {
    sign(pdf, request).expect_err("a refusal")
}

#[test]
fn fields_are_listed_in_order_filled_or_empty() {
    for kind in KINDS {
        let listed = fields(&signed_report(kind, 1)).unwrap();
        let names: Vec<_> = listed.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, FIELDS);
        assert_eq!((listed[0].signed, listed[1].signed), (true, false));
        assert_eq!(listed[0].label, "签名");
        assert_eq!((listed[0].width, listed[0].height), (300.0, 76.5));
    }
}

#[test]
fn each_signature_is_appended_and_the_last_makes_the_report_intact() {
    for kind in KINDS {
        let unsigned = report(kind);
        let once = signed_report(kind, 1);
        let twice = signed_report(kind, 2);
        assert!(once.starts_with(&unsigned) && twice.starts_with(&once));
        let states = [&unsigned, &once, &twice].map(|pdf| verdict(pdf).state);
        assert_eq!(
            states,
            [State::Unsigned, State::Incomplete, State::Intact],
            "{kind:?}"
        );
        assert_eq!(verdict(&twice).problems, []);
    }
}

#[test]
fn the_verdict_says_who_when_and_what_was_covered() {
    let once = signed_report(Kind::Stream, 1);
    let twice = signed_report(Kind::Stream, 2);
    let reviewer = key("reviewer", 8);
    let known = reviewer.fingerprint_sha256();
    let trust = Trust {
        anchors: reviewer.chain().to_vec(),
    };
    let verdict = verify(&twice, &trust);
    assert_eq!(
        (verdict.expected, verdict.signed, verdict.added_bytes),
        (2, 2, 0)
    );
    let [first, second] = verdict.fields.as_slice() else {
        panic!("two fields")
    };
    assert_eq!((first.revision, second.revision), (1, 2));
    assert_eq!(
        (first.covered_bytes, second.covered_bytes),
        (once.len(), twice.len())
    );
    assert_eq!((first.certifies, second.certifies), (true, false));
    assert!(matches!(first.chain, Chain::Unknown { .. }));
    assert!(matches!(second.chain, Chain::Trusted { .. }));
    assert_eq!((first.holds, second.holds), (true, true));
    assert_eq!(first.claimed_time, Some(NOON));
    assert_eq!(NOON.rfc3339(), "2026-11-24T14:55:00+08:00");
    assert_eq!(
        (first.name.as_str(), first.reason.as_str()),
        ("评估人 assessor", "评估 assessment")
    );
    let holder = second.holder.as_ref().unwrap();
    assert_eq!(holder.name, "reviewer 评估");
    assert_eq!(holder.organisation, "Example Grid 示例电网");
    assert_eq!(holder.role, "reviewer");
    assert_eq!(
        (holder.not_before, holder.not_after),
        (1_577_836_800, 2_208_988_800)
    );
    assert!(holder.self_signed && holder.subject == holder.issuer);
    assert!(
        holder.subject.contains("Example Grid 示例电网"),
        "{}",
        holder.subject
    );
    assert_eq!(holder.fingerprint, known);
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    for kind in KINDS {
        assert_eq!(signed_report(kind, 2), signed_report(kind, 2));
    }
}

#[test]
fn pyhanko_finds_every_signature_intact_and_the_last_covering_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/judge_signature.py");
    for kind in KINDS {
        for count in [1, 2] {
            let path = folder.path().join(format!("{kind:?}-{count}.pdf"));
            std::fs::write(&path, signed_report(kind, count)).unwrap();
            let said = run(python(), &[script, path.to_str().unwrap()]);
            let judged: Vec<serde_json::Value> = serde_json::from_str(&said).unwrap();
            assert_eq!(judged.len(), count);
            for (index, signature) in judged.iter().enumerate() {
                let last = index + 1 == count;
                let coverage = if last {
                    "ENTIRE_FILE"
                } else {
                    "ENTIRE_REVISION"
                };
                let modification = if last { "NONE" } else { "FORM_FILLING" };
                assert_eq!(signature["field"], FIELDS[index]);
                for check in ["intact", "valid", "trusted", "bottom_line", "docmdp_ok"] {
                    assert_eq!(signature[check], true, "{kind:?} {check}: {signature}");
                }
                assert_eq!(signature["coverage"], coverage, "{signature}");
                assert_eq!(signature["modification"], modification, "{signature}");
                assert_eq!(signature["subfilter"], "/ETSI.CAdES.detached");
                assert_eq!(signature["certifies"], index == 0);
                let attributes = ["content_type", "message_digest", "signing_certificate_v2"];
                assert_eq!(
                    signature["signed_attributes"],
                    serde_json::json!(attributes)
                );
            }
        }
    }
}

#[test]
fn pdfsig_finds_every_signature_valid_and_the_last_covering_the_file() {
    let folder = tempfile::tempdir().unwrap();
    for kind in KINDS {
        for count in [1, 2] {
            let path = folder.path().join(format!("{kind:?}-{count}.pdf"));
            std::fs::write(&path, signed_report(kind, count)).unwrap();
            let said = run("pdfsig", &["-nocert", path.to_str().unwrap()]);
            let valid = said
                .matches("Signature Validation: Signature is Valid.")
                .count();
            assert_eq!(valid, count, "{said}");
            let total = said.matches("Total document signed").count();
            assert!(
                total >= 1 && said.trim_end().contains("ETSI.CAdES.detached"),
                "{said}"
            );
        }
    }
}

#[test]
fn qpdf_finds_no_fault_in_a_signed_report() {
    let folder = tempfile::tempdir().unwrap();
    for kind in KINDS {
        for count in [0, 1, 2] {
            let path = folder.path().join(format!("{kind:?}-{count}.pdf"));
            std::fs::write(&path, signed_report(kind, count)).unwrap();
            let said = run("qpdf", &["--check", path.to_str().unwrap()]);
            assert!(
                said.contains("No syntax or stream encoding errors found"),
                "{said}"
            );
        }
    }
}

#[test]
fn the_room_of_a_signature_is_that_of_its_longest_form() {
    for (seed, kind) in (1..20).flat_map(|seed| KINDS.map(|kind| (seed, kind))) {
        let key = key("assessor", seed);
        let pdf = signed(&report(kind), "assessor", &key);
        let at = pdf
            .windows(10)
            .rposition(|window| window == b"/Contents<")
            .unwrap();
        let digits = pdf[at + 10..].iter().take_while(|byte| **byte != b'>');
        let digits: Vec<u8> = digits.copied().collect();
        assert!(
            digits
                .iter()
                .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
        );
        // The form with the longest signature has a length that depends on the certificate alone,
        // and a shorter one leaves a few zero bytes.
        let spare = digits
            .iter()
            .rev()
            .take_while(|digit| **digit == b'0')
            .count()
            / 2;
        assert!((0..=8).contains(&spare), "{spare}");
        assert_eq!(verdict(&pdf).state, State::Incomplete);
    }
}

#[test]
fn a_local_key_survives_its_parts() {
    let made = key("assessor", 3);
    let again = LocalKey::from_parts(&made.pkcs8_der(), made.certificate_der()).unwrap();
    assert_eq!(made.fingerprint_sha256(), again.fingerprint_sha256());
    assert_eq!(made.fingerprint_sha256().len(), 64);
    assert_eq!(
        signed(&report(Kind::Table), "assessor", &made),
        signed(&report(Kind::Table), "assessor", &again)
    );
    assert_eq!(*made.pkcs8_der(), *key("assessor", 3).pkcs8_der());
    assert_ne!(*made.pkcs8_der(), *key("assessor", 4).pkcs8_der());
}

#[test]
fn openssl_reads_the_certificate_of_a_local_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("certificate.der");
    std::fs::write(&path, key("assessor", 3).certificate_der()).unwrap();
    let path = path.to_str().unwrap();
    let said = run(
        "openssl",
        &[
            "x509", "-inform", "DER", "-in", path, "-noout", "-text", "-nameopt", "utf8",
        ],
    );
    for expected in [
        "ASN1 OID: prime256v1",
        "CN=assessor 评估",
        "title=assessor",
        "Digital Signature, Non Repudiation",
        "CA:FALSE",
        "Not Before: Jan  1 00:00:00 2020 GMT",
        "Not After : Jan  1 00:00:00 2040 GMT",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
}

#[test]
fn damaged_or_foreign_parts_of_a_key_are_refused() {
    let (one, other) = (key("assessor", 3), key("assessor", 4));
    let mixed = LocalKey::from_parts(&one.pkcs8_der(), other.certificate_der());
    assert!(matches!(mixed, Err(KeyError::Mismatch)));
    let none = LocalKey::from_parts(b"", one.certificate_der());
    assert!(matches!(none, Err(KeyError::PrivateKey)));
    let cut = LocalKey::from_parts(&one.pkcs8_der(), &one.certificate_der()[1..]);
    assert!(matches!(cut, Err(KeyError::Certificate)));
    let shown = format!("{one:?}");
    assert!(shown.contains(&one.fingerprint_sha256()) && shown.len() < 100);
}

#[test]
fn a_key_needs_a_name_a_validity_and_randomness() {
    let subject = |name: &str| Subject {
        name: name.to_owned(),
        organisation: String::new(),
        role: String::new(),
    };
    let valid = |not_before, not_after| Validity {
        not_before,
        not_after,
    };
    let make = |name, valid| LocalKey::generate(&subject(name), valid, |bytes| bytes.fill(7));
    assert!(make("张", valid(0, 1)).is_ok());
    assert!(make("张", valid(2_524_608_000, 4_000_000_000)).is_ok());
    assert!(matches!(make(" ", valid(0, 1)), Err(KeyError::Subject)));
    assert!(matches!(make("张", valid(2, 1)), Err(KeyError::Subject)));
    assert!(matches!(make("张", valid(-1, 1)), Err(KeyError::Subject)));
    assert!(matches!(
        make("张", valid(0, i64::MAX)),
        Err(KeyError::Subject)
    ));
    let stuck = LocalKey::generate(&subject("张"), valid(0, 1), |_| {});
    assert!(matches!(stuck, Err(KeyError::PrivateKey)));
}

#[test]
fn nothing_is_signed_out_of_order_twice_or_where_there_is_no_field() {
    let (key, appearance) = (key("assessor", 3), Appearance::default());
    let request = |field| request(field, &key, &appearance);
    let unsigned = report(Kind::Table);
    assert!(matches!(refusal(&unsigned, &request("x")), Error::NoField(name) if name == "x"));
    let early = refusal(&unsigned, &request("reviewer"));
    assert!(matches!(early, Error::OutOfOrder { next } if next == "assessor"));
    let again = refusal(&signed_report(Kind::Table, 1), &request("assessor"));
    assert!(matches!(again, Error::AlreadySigned(name) if name == "assessor"));
    assert!(matches!(
        refusal(b"no PDF", &request("assessor")),
        Error::Unreadable { at: 0, .. }
    ));
}

#[test]
fn nothing_is_signed_on_top_of_something_that_does_not_hold() {
    let (key, appearance) = (key("reviewer", 3), Appearance::default());
    let request = request("reviewer", &key, &appearance);
    let once = signed_report(Kind::Table, 1);
    let mut appended = once.clone();
    appended.extend_from_slice(b"\n% more");
    assert!(matches!(refusal(&appended, &request), Error::Appended));
    let mut flipped = once.clone();
    let at = flipped
        .windows(7)
        .position(|window| window == b"Grade 3")
        .unwrap();
    flipped[at + 6] = b'1';
    assert!(matches!(
        refusal(&flipped, &request),
        Error::EarlierSignature
    ));
    let revised = append(&once, &[(5, objects()[4].1.clone())]);
    assert!(matches!(
        refusal(&revised, &request),
        Error::EarlierSignature
    ));
}

#[test]
fn the_claimed_time_lies_within_the_validity_of_the_certificate() {
    let (key, appearance) = (key("assessor", 3), Appearance::default());
    for (unix_seconds, offset_minutes) in [
        (1_577_836_799, 0),
        (2_208_988_801, 0),
        (i64::MIN, 0),
        (i64::MAX, 0),
        (1_795_503_300, 840),
        (1_795_503_300, i32::MIN),
    ] {
        let request = SignRequest {
            claimed_time: ClaimedTime {
                unix_seconds,
                offset_minutes,
            },
            ..request("assessor", &key, &appearance)
        };
        assert!(matches!(
            refusal(&report(Kind::Table), &request),
            Error::Time
        ));
    }
}

/// A key that signs something else than it is given, or with another key than its certificate's.
struct Faulty<'a> {
    certificate: &'a LocalKey,
    signer: &'a LocalKey,
    garbage: bool,
}

impl KeySource for Faulty<'_> {
    fn chain(&self) -> &[Vec<u8>] {
        self.certificate.chain()
    }

    fn algorithm(&self) -> Algorithm {
        self.certificate.algorithm()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        if self.garbage {
            return Ok(vec![0; 70]);
        }
        self.signer.sign(message)
    }
}

#[test]
fn a_key_that_does_not_fit_its_certificate_signs_nothing() {
    let (one, other, appearance) = (
        key("assessor", 3),
        key("assessor", 4),
        Appearance::default(),
    );
    for garbage in [false, true] {
        let faulty = Faulty {
            certificate: &one,
            signer: &other,
            garbage,
        };
        let request = SignRequest {
            key: &faulty,
            ..request("assessor", &one, &appearance)
        };
        let refused = refusal(&report(Kind::Table), &request);
        assert!(matches!(refused, Error::Key(KeyError::Mismatch)));
    }
}

#[test]
fn embedded_files_are_read_by_name() {
    for kind in KINDS {
        let files = attachments(&signed_report(kind, 2)).unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(files["facts.json"], b"{\"grade\":3}\n");
    }
}

#[test]
fn a_pdf_without_facts_is_none_of_ours() {
    let mut objects = objects();
    objects[0].1 = objects[0]
        .1
        .replace("/Names<</EmbeddedFiles<</Names[(facts.json)7 0 R]>>>>", "");
    for kind in KINDS {
        let foreign = verdict(&write(kind, &objects));
        assert_eq!(foreign.state, State::NotOurs);
        assert_eq!(foreign.problems, [Problem::NoFacts]);
        let signed = signed(&write(kind, &objects), "assessor", &key("assessor", 3));
        assert_eq!(verdict(&signed).state, State::NotOurs);
    }
}

#[test]
fn what_is_no_pdf_or_encrypted_is_said() {
    for bytes in [
        &b""[..],
        b"\0",
        b"%PD",
        b"PK\x03\x04 a spreadsheet",
        &[0xff; 5_000],
    ] {
        let said = verdict(bytes);
        assert_eq!(
            (said.state, said.problems),
            (State::Broken, vec![Problem::NotPdf])
        );
    }
    let text =
        String::from_utf8_lossy(&report(Kind::Table)).replace("/Size 19", "/Encrypt 9 0 R/Size 19");
    let said = verdict(text.replace('\u{fffd}', "?").as_bytes());
    assert!(!said.state.is_valid());
    let foreign = b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Encrypt 2 0 R>>\nstartxref\n9\n%%EOF\n";
    let said = verdict(foreign);
    assert_eq!(
        (said.state, said.problems),
        (State::NotOurs, vec![Problem::Encrypted])
    );
}

#[test]
fn a_stream_of_gigabytes_is_refused_within_bounds() {
    use std::io::Write as _;
    let mut bomb = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::fast());
    // Twice the bound; how much more there would be is never looked at.
    for _ in 0..256 {
        bomb.write_all(&vec![0; 1 << 20]).unwrap();
    }
    let bomb = bomb.finish().unwrap();
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut table = String::from("xref\n0 1\n0000000000 65535 f \n");
    let mut put = |number: u32, head: &str, data: &[u8]| {
        table.push_str(&format!("{number} 1\n{:010} 00000 n \n", pdf.len()));
        pdf.extend_from_slice(format!("{number} 0 obj\n{head}").as_bytes());
        pdf.extend_from_slice(data);
        pdf.extend_from_slice(b"\nendobj\n");
    };
    put(
        1,
        "<</Type/Catalog/Names<</EmbeddedFiles<</Names[(facts.json)2 0 R]>>>>>>",
        b"",
    );
    put(2, "<</Type/Filespec/UF(facts.json)/EF<</F 3 0 R>>>>", b"");
    let head = format!("<</Filter/FlateDecode/Length {}>>\nstream\n", bomb.len());
    put(3, &head, &[&bomb[..], b"\nendstream"].concat());
    let at = pdf.len();
    let trailer = format!("{table}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n");
    pdf.extend_from_slice(trailer.as_bytes());
    assert!(matches!(attachments(&pdf), Err(Error::Unreadable { .. })));
    assert_eq!(verdict(&pdf).state, State::Unsigned);
}

#[test]
fn trees_in_circles_and_deep_nesting_end() {
    let circle = |number: usize, text: &str| {
        let mut objects = objects();
        objects[number - 1].1 = text.to_owned();
        objects
    };
    for kind in KINDS {
        let mut names = circle(
            1,
            "<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/Names<</EmbeddedFiles 9 0 R>>>>",
        );
        names[8].1 = "<</Kids[9 0 R 9 0 R]>>".to_owned();
        let pdf = write(kind, &names);
        assert!(matches!(attachments(&pdf), Err(Error::Attachments(_))));
        assert_eq!(verdict(&pdf).state, State::NotOurs);
        let pages = write(
            kind,
            &circle(2, "<</Type/Pages/Kids[2 0 R 4 0 R 2 0 R]/Count 3>>"),
        );
        let pages = signed(&pages, "assessor", &key("assessor", 3));
        let attacked = append(&pages, &[(5, "null".to_owned())]);
        assert_eq!(verdict(&attacked).state, State::Changed);
        let nested = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
        let deep = write(kind, &circle(12, &nested));
        // An object in an object stream is not read before somebody needs it.
        let said = verdict(&deep).state;
        assert!(matches!(
            (kind, said),
            (Kind::Table, State::Broken) | (Kind::Stream, State::Unsigned)
        ));
    }
}

#[test]
fn no_bytes_whatever_make_the_verifier_panic_or_say_yes() {
    let mut dice = Dice::new(11);
    for kind in KINDS {
        let signed = signed_report(kind, 2);
        for _ in 0..400 {
            let mut pdf = signed.clone();
            match dice.place(4) {
                0 => pdf.truncate(1 + dice.place(pdf.len() - 1)),
                1 => {
                    let from = dice.place(pdf.len());
                    let to = (from + 1 + dice.place(200)).min(pdf.len());
                    pdf.drain(from..to);
                }
                2 => {
                    let from = dice.place(pdf.len());
                    let piece = pdf[from..(from + 300).min(pdf.len())].to_vec();
                    let at = dice.place(pdf.len() - 1);
                    pdf.splice(at..at, piece);
                }
                _ => {
                    for _ in 0..5 {
                        let at = dice.place(pdf.len());
                        pdf[at] ^= 1 + dice.below(255) as u8;
                    }
                }
            }
            let said = verdict(&pdf);
            let holds = said.state.is_valid();
            assert!(!holds || pdf.starts_with(&signed), "{:?}", said.problems);
            let _ = (attachments(&pdf), fields(&pdf));
        }
    }
}

#[test]
fn problems_are_serialised_by_the_code_that_they_give() {
    let problem = Problem::Changed {
        revision: 2,
        part: Part::PageTree,
        page: 0,
        object: 2,
    };
    let value = serde_json::to_value(&problem).unwrap();
    assert_eq!(value["code"], problem.code());
    assert_eq!(value["part"], problem.args()["part"]);
    let value = serde_json::to_value(Problem::Digest {
        field: "assessor".to_owned(),
    });
    assert_eq!(
        value.unwrap(),
        serde_json::json!({"code": "digest", "field": "assessor"})
    );
    assert_eq!(serde_json::to_value(State::NotOurs).unwrap(), "not_ours");
}
