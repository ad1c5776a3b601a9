//! Signing with keys of PKCS#12 files, which OpenSSL makes as authorities do.

#![allow(clippy::unwrap_used, missing_docs)]

use assay_seal::key_source::KeySource as _;
use assay_seal::key_source::file::KeyFile;
use assay_seal::{KeyError, State};
use assay_tests::dice::Dice;
use assay_tests::pki::{Authority, Issued, Key, VALID, text};
use assay_tests::seal::{
    FIELDS, KINDS, Kind, NOON, key, python, report, run, signed, signed_report, verdict,
};
use serde_json::Value;
use std::sync::LazyLock;

const PASSWORD: &str = "示例密码 pass-1";
const NOW: i64 = NOON.unix_seconds;

/// What Windows and old programs write: RC2 with 40 bits for certificates, 3DES for the key, SHA-1.
const OLD: &[&str] = &["-legacy"];
/// 3DES for both.
const TRIPLE_DES: &[&str] = &[
    "-legacy",
    "-certpbe",
    "PBE-SHA1-3DES",
    "-keypbe",
    "PBE-SHA1-3DES",
];
/// AES with 128 bits and the longest digest.
const AES_128: &[&str] = &[
    "-certpbe",
    "AES-128-CBC",
    "-keypbe",
    "AES-128-CBC",
    "-macalg",
    "SHA512",
];
/// Certificates in the open and no check of integrity: a wrong password shows at the key alone.
const OPEN: &[&str] = &["-certpbe", "NONE", "-nomac"];

struct Made {
    authority: Authority,
    curve: Issued,
}

/// One authority for all tests: making its keys takes longer than most of them.
static MADE: LazyLock<Made> = LazyLock::new(|| {
    let authority = Authority::new();
    let curve = authority.issue("curve", "值班员 Duty Officer", Key::Curve("P-256"), VALID);
    Made { authority, curve }
});

fn plain() -> Vec<u8> {
    MADE.authority.pkcs12(&MADE.curve, "签名", PASSWORD, &[])
}

/// The files of "Done when": each kind of key and each way of encrypting at least once.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let authority = Authority::new();
    let made = [
        ("p256-aes", Key::Curve("P-256"), &[][..]),
        ("p384-old", Key::Curve("P-384"), OLD),
        ("rsa2048-3des", Key::Rsa(2048), TRIPLE_DES),
        ("rsa3072-aes128", Key::Rsa(3072), AES_128),
        ("p256-open", Key::Curve("P-256"), OPEN),
    ];
    made.map(|(name, key, how)| {
        let issued = authority.issue(name, "值班员 Duty Officer", key, VALID);
        (name, authority.pkcs12(&issued, "签名", PASSWORD, how))
    })
    .into()
}

fn open(file: &[u8], wanted: Option<&str>) -> Result<KeyFile, KeyError> {
    KeyFile::open(file, PASSWORD, wanted, NOW)
}

#[test]
fn every_kind_of_key_file_signs_and_every_judge_accepts_it() {
    let folder = tempfile::tempdir().unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/judge_signature.py");
    for (place, (name, file)) in files().into_iter().enumerate() {
        let key = open(&file, None).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(key.chain().len(), 2, "{name}: the root comes with it");
        let pdf = signed(&report(KINDS[place % 2]), "assessor", &key);

        let said = verdict(&pdf);
        assert_eq!(
            (said.state, said.problems),
            (State::Incomplete, vec![]),
            "{name}"
        );
        let holder = said.fields[0].holder.clone().unwrap();
        assert_eq!(holder.name, "值班员 Duty Officer");
        assert!(said.fields[0].holds && !holder.self_signed, "{name}");
        assert!(
            holder.issuer.contains("Example Root 示例根"),
            "{}",
            holder.issuer
        );

        let path = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&path, &pdf).unwrap();
        let found: Value = serde_json::from_str(&run(python(), &[script, text(&path)])).unwrap();
        for check in ["intact", "valid", "trusted", "bottom_line", "docmdp_ok"] {
            assert_eq!(found[0][check], true, "{name} {check}: {found}");
        }
        assert_eq!(found[0]["coverage"], "ENTIRE_FILE", "{name}");
        let strong = name.starts_with("p384");
        let digest = if strong { "sha384" } else { "sha256" };
        assert_eq!(found[0]["digest"], digest, "{name}");
        assert_eq!(
            (&found[0]["embedded"], &found[0]["named"]),
            (&2.into(), &2.into())
        );
        let pdfsig = run("pdfsig", &["-nocert", text(&path)]);
        assert_eq!(
            pdfsig.matches("Signature is Valid.").count(),
            1,
            "{name}: {pdfsig}"
        );
        let hash = if strong { "SHA-384" } else { "SHA-256" };
        assert!(
            pdfsig.contains(&format!("Hash Algorithm: {hash}")),
            "{pdfsig}"
        );
        assert!(pdfsig.contains("Total document signed"), "{name}: {pdfsig}");
    }
}

#[test]
fn a_second_signer_with_a_file_completes_a_report() {
    let other = open(&plain(), None).unwrap();
    for kind in KINDS {
        let twice = signed(&signed_report(kind, 1), FIELDS[1], &other);
        assert_eq!(verdict(&twice).state, State::Intact);
        let first = signed(&report(kind), FIELDS[0], &other);
        let twice = signed(&first, FIELDS[1], &key("reviewer", 8));
        assert_eq!(verdict(&twice).state, State::Intact);
    }
}

#[test]
fn no_byte_of_an_embedded_chain_is_free() {
    let authority = Authority::new();
    let issued = authority.issue("rsa", "Audit Lead", Key::Rsa(2048), VALID);
    let rsa = open(&authority.pkcs12(&issued, "rsa", PASSWORD, &[]), None).unwrap();
    let curve = open(&plain(), None).unwrap();
    let first = signed(&report(Kind::Table), FIELDS[0], &rsa);
    let pdf = signed(&first, FIELDS[1], &curve);
    assert_eq!(verdict(&pdf).state, State::Intact);
    let mut dice = Dice::new(5);
    for start in [b"/Contents<3"; 2].iter().enumerate().map(|(nth, word)| {
        let found = pdf
            .windows(word.len())
            .enumerate()
            .filter(|(_, window)| window == *word);
        found.map(|(at, _)| at + 10).nth(nth).unwrap()
    }) {
        let len = pdf[start..].iter().position(|byte| *byte == b'>').unwrap();
        for _ in 0..60 {
            let at = start + dice.place(len);
            let mut changed = pdf.clone();
            changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
            assert!(!verdict(&changed).state.is_valid(), "{}", at - start);
        }
    }
}

#[test]
fn the_same_file_signs_the_same_bytes() {
    for (name, file) in files() {
        let sign = || {
            signed(
                &report(Kind::Table),
                "assessor",
                &open(&file, None).unwrap(),
            )
        };
        assert_eq!(sign(), sign(), "{name}");
    }
}

#[test]
fn a_wrong_password_is_told_from_a_broken_file() {
    for (name, file) in files() {
        for password in ["", "示例密码", "示例密码 pass-2"] {
            let refused = KeyFile::open(&file, password, None, NOW);
            assert!(
                matches!(refused, Err(KeyError::Password)),
                "{name}: {refused:?}"
            );
        }
        for cut in [0, 1, file.len() / 2, file.len() - 1] {
            let refused = open(&file[..cut], None);
            assert!(
                matches!(refused, Err(KeyError::NotPkcs12)),
                "{name}: {refused:?}"
            );
        }
    }
    for bytes in [
        &b"-----BEGIN CERTIFICATE-----"[..],
        &[0x30; 400],
        &vec![0x30; 2 << 20],
    ] {
        assert!(matches!(open(bytes, None), Err(KeyError::NotPkcs12)));
    }
}

#[test]
fn a_wrong_password_that_decrypts_to_something_is_still_wrong() {
    let Made { authority, curve } = &*MADE;
    let quick = [&["-iter", "1"], OPEN].concat();
    let file = authority.pkcs12(curve, "quick", PASSWORD, &quick);
    // One in 256 ends in bytes that look like padding.
    for wrong in 0..3_000 {
        let refused = KeyFile::open(&file, &format!("wrong {wrong}"), None, NOW);
        assert!(
            matches!(refused, Err(KeyError::Password)),
            "{wrong}: {refused:?}"
        );
    }
}

#[test]
fn no_change_of_a_file_panics() {
    let file = plain();
    let mut dice = Dice::new(9);
    for _ in 0..60 {
        let mut changed = file.clone();
        let at = dice.place(changed.len());
        changed[at] ^= 1 + dice.below(255) as u8;
        if let Ok(key) = open(&changed, None) {
            // The check of integrity leaves no change of the key itself unnoticed.
            assert_eq!(key.chain(), open(&file, None).unwrap().chain());
        }
    }
}

#[test]
fn a_file_without_a_key_or_without_a_certificate_is_refused() {
    let Made { authority, curve } = &*MADE;
    let certificate = authority.export(&["-nokeys", "-in", text(&curve.certificate)], PASSWORD);
    let refused = open(&certificate, None);
    assert!(matches!(refused, Err(KeyError::NoKey)), "{refused:?}");
    let other = authority.export(&["-nocerts", "-inkey", text(&curve.key)], PASSWORD);
    let refused = open(&other, None);
    assert!(
        matches!(refused, Err(KeyError::NoCertificate)),
        "{refused:?}"
    );
}

#[test]
fn a_certificate_out_of_its_time_is_refused_with_the_day() {
    let file = plain();
    let (from, to) = (1_577_836_800, 2_208_988_800);
    let at = |now| KeyFile::open(&file, PASSWORD, None, now);
    assert!(at(from).is_ok() && at(to).is_ok());
    assert!(matches!(at(from - 1), Err(KeyError::NotYetValid { from: told }) if told == from));
    assert!(matches!(at(to + 1), Err(KeyError::Expired { since }) if since == to));
}

#[test]
fn a_short_key_another_kind_and_another_use_are_refused() {
    let authority = Authority::new();
    let file = |issued: &Issued| authority.pkcs12(issued, "x", PASSWORD, &[]);
    let short = file(&authority.issue("short", "Zhang", Key::Rsa(1024), VALID));
    assert!(matches!(
        open(&short, None),
        Err(KeyError::Weak { bits: 1024 })
    ));
    let other = file(&authority.issue("other", "Zhang", Key::Curve("secp256k1"), VALID));
    assert!(matches!(open(&other, None), Err(KeyError::Kind)));
    let kind = Key::Curve("P-256");
    let cipher = file(&authority.issue_for("cipher", "Zhang", kind, VALID, "cipher"));
    assert!(matches!(open(&cipher, None), Err(KeyError::Usage)));
}

/// A file with two keys, which OpenSSL's command line can't write.
fn two_keys(labels: [&str; 2]) -> (Vec<u8>, Vec<String>) {
    let authority = Authority::new();
    let mut store = p12_keystore::KeyStore::new();
    let mut fingerprints = vec![];
    for (place, label) in labels.iter().enumerate() {
        let issued = authority.issue(&place.to_string(), "Audit Lead", Key::Curve("P-256"), VALID);
        let file = authority.pkcs12(&issued, label, PASSWORD, &[]);
        fingerprints.push(fingerprint(&open(&file, None).unwrap()));
        let policy = p12_keystore::Pkcs12ImportPolicy::Strict;
        let read = p12_keystore::KeyStore::from_pkcs12(&file, PASSWORD, policy).unwrap();
        let (_, entry) = read.entries().next().unwrap();
        store.add_entry(label, entry.clone());
    }
    (store.writer(PASSWORD).write().unwrap(), fingerprints)
}

fn fingerprint(key: &KeyFile) -> String {
    use sha2::Digest as _;
    let digest = sha2::Sha256::digest(&key.chain()[0]);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn several_keys_are_named_and_one_is_chosen_by_label_or_fingerprint() {
    let (file, fingerprints) = two_keys(["eins", "签名"]);
    let Err(KeyError::SeveralKeys(names)) = open(&file, None) else {
        panic!("one key was taken")
    };
    let mut labels: Vec<_> = names.iter().map(|name| name.label.as_str()).collect();
    labels.sort_unstable();
    assert_eq!(labels, ["eins", "签名"]);
    assert!(
        names
            .iter()
            .all(|name| name.subject.contains("CN=Audit Lead"))
    );
    for (label, wanted) in ["eins", "签名"].iter().zip(&fingerprints) {
        assert_eq!(fingerprint(&open(&file, Some(label)).unwrap()), *wanted);
        let spaced: Vec<String> = (wanted.as_bytes().chunks(2))
            .map(|pair| String::from_utf8_lossy(pair).to_uppercase())
            .collect();
        let by_digest = open(&file, Some(&spaced.join(":"))).unwrap();
        assert_eq!(fingerprint(&by_digest), *wanted);
    }
    let refused = open(&file, Some("zwei"));
    let Err(KeyError::NoSuchKey { wanted, present }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!((wanted.as_str(), present.len()), ("zwei", 2));
}

#[test]
fn neither_password_nor_key_is_shown() {
    let file = plain();
    let key = open(&file, None).unwrap();
    let shown = format!("{key:?}");
    assert!(shown.contains(&fingerprint(&key)) && shown.len() < 100);
    for refused in [
        open(&file[1..], None),
        KeyFile::open(&file, "另一个", None, NOW),
    ] {
        let error = refused.unwrap_err();
        let said = format!("{error} {error:?}");
        assert!(
            !said.contains("示例密码") && !said.contains("另一个"),
            "{said}"
        );
    }
}

/// The file with its outermost sequence in the notation of BER, whose end is marked instead of its length told.
fn of_unknown_length(der: &[u8]) -> Vec<u8> {
    let content = match der[1] {
        long @ 0x81..=0x84 => 2 + usize::from(long & 0x7f),
        _ => 2,
    };
    [&[0x30, 0x80], &der[content..], &[0, 0]].concat()
}

#[test]
fn a_file_in_the_older_notation_is_refused_and_openssl_writes_it_anew() {
    let folder = tempfile::tempdir().unwrap();
    let [old, pem, new] = ["old.p12", "all.pem", "new.p12"].map(|name| folder.path().join(name));
    std::fs::write(&old, of_unknown_length(&plain())).unwrap();
    let refused = open(&std::fs::read(&old).unwrap(), None);
    assert!(matches!(refused, Err(KeyError::NotPkcs12)), "{refused:?}");
    // What the sentence advises works: other programs read the file, so it is none that is damaged.
    let password = format!("pass:{PASSWORD}");
    let read = [
        "pkcs12",
        "-in",
        text(&old),
        "-nodes",
        "-passin",
        &password,
        "-out",
        text(&pem),
    ];
    let write = [
        "pkcs12",
        "-export",
        "-in",
        text(&pem),
        "-passout",
        &password,
        "-out",
        text(&new),
    ];
    for command in [read, write] {
        let _said = run("openssl", &command);
    }
    let key = open(&std::fs::read(&new).unwrap(), None).unwrap();
    assert_eq!(key.chain(), open(&plain(), None).unwrap().chain());
}
