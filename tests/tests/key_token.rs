//! Signing with keys on PKCS#11 tokens, which SoftHSM2 plays.
//!
//! Each test sets its tokens up, then runs itself again in a process that sees them.

#![allow(clippy::unwrap_used, missing_docs)]

use assay_seal::key_source::KeySource as _;
use assay_seal::key_source::token::{Token, TokenRequest, tokens};
use assay_seal::{Appearance, Error, KeyError, PinTries, State, sign};
use assay_tests::pki::{Authority, Key, text};
use assay_tests::seal::{
    FIELDS, KINDS, Kind, NOON, key, python, report, request, run, signed, signed_report, verdict,
};
use assay_tests::softtoken::{MODULE, PIN, Tokens, again_with, data};
use serde_json::Value;
use std::path::Path;

const CURVE: Key = Key::Curve("P-256");

fn wanted<'a>(token: Option<&'a str>, key: Option<&'a str>, pin: &'a str) -> TokenRequest<'a> {
    TokenRequest {
        module: Path::new(MODULE),
        token,
        key,
        pin,
        now: NOON.unix_seconds,
    }
}

fn open(token: &str, key: Option<&str>) -> Token {
    Token::open(&wanted(Some(token), key, PIN)).unwrap()
}

fn refusal(request: &TokenRequest<'_>) -> KeyError {
    Token::open(request).expect_err("a refusal")
}

/// A token with a key of this kind.
fn one(kind: Key, more: &[&str]) -> Tokens {
    let tokens = Tokens::new();
    tokens.add("desk");
    tokens.put("desk", &Authority::new(), "sign", kind, more);
    tokens
}

#[test]
fn rsa_and_curve_keys_of_a_token_sign_and_every_judge_accepts_it() {
    let name = "rsa_and_curve_keys_of_a_token_sign_and_every_judge_accepts_it";
    if data().is_none() {
        let (tokens, authority) = (Tokens::new(), Authority::new());
        tokens.add("desk");
        for (label, kind) in [
            ("rsa", Key::Rsa(2048)),
            ("p256", CURVE),
            ("p384", Key::Curve("P-384")),
        ] {
            tokens.put("desk", &authority, label, kind, &[]);
        }
        return again_with(&tokens, name);
    }
    let folder = tempfile::tempdir().unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/judge_signature.py");
    for (place, label) in ["rsa", "p256", "p384"].into_iter().enumerate() {
        let key = open("desk", Some(label));
        assert_eq!(key.chain().len(), 2, "{label}: the root comes with it");
        let pdf = signed(&report(KINDS[place % 2]), "assessor", &key);
        let said = verdict(&pdf);
        assert_eq!(
            (said.state, said.problems),
            (State::Incomplete, vec![]),
            "{label}"
        );
        let holder = said.fields[0].holder.clone().unwrap();
        assert_eq!(holder.name, format!("{label} 值班长"));
        let path = folder.path().join(format!("{label}.pdf"));
        std::fs::write(&path, &pdf).unwrap();
        let found: Value = serde_json::from_str(&run(python(), &[script, text(&path)])).unwrap();
        for check in ["intact", "valid", "trusted", "bottom_line", "docmdp_ok"] {
            assert_eq!(found[0][check], true, "{label} {check}: {found}");
        }
        let digest = if label == "p384" { "sha384" } else { "sha256" };
        assert_eq!(found[0]["digest"], digest, "{label}");
        assert_eq!(
            (&found[0]["embedded"], &found[0]["named"]),
            (&2.into(), &2.into())
        );
        let pdfsig = run("pdfsig", &["-nocert", text(&path)]);
        assert_eq!(
            pdfsig.matches("Signature is Valid.").count(),
            1,
            "{label}: {pdfsig}"
        );
        let twice = signed(&signed_report(Kind::Table, 1), FIELDS[1], &key);
        assert_eq!(verdict(&twice).state, State::Intact);
    }
}

#[test]
fn a_token_is_chosen_by_label_or_serial_before_any_pin_is_tried() {
    if data().is_none() {
        let tokens = Tokens::new();
        ["one", "two"].iter().for_each(|label| tokens.add(label));
        tokens.put("two", &Authority::new(), "sign", CURVE, &[]);
        return again_with(
            &tokens,
            "a_token_is_chosen_by_label_or_serial_before_any_pin_is_tried",
        );
    }
    let wrong = "000000";
    let KeyError::SeveralTokens(present) = refusal(&wanted(None, None, wrong)) else {
        panic!("one token was taken")
    };
    let mut labels: Vec<_> = present.iter().map(|token| token.label.as_str()).collect();
    labels.sort_unstable();
    assert_eq!(labels, ["one", "two"]);
    let refused = refusal(&wanted(Some("three"), None, wrong));
    assert!(matches!(refused, KeyError::NoSuchToken { wanted, .. } if wanted == "three"));
    // No token has seen the wrong PIN.
    let untouched = || tokens(Path::new(MODULE)).unwrap();
    assert!(
        untouched()
            .iter()
            .all(|token| token.tries == PinTries::Unknown)
    );
    let two = present.iter().find(|token| token.label == "two").unwrap();
    for token in [two.label.as_str(), two.serial.as_str()] {
        assert!(Token::open(&wanted(Some(token), None, PIN)).is_ok());
    }
    // A wrong PIN for one token leaves the other alone.
    let refused = refusal(&wanted(Some("two"), None, wrong));
    assert!(
        matches!(
            refused,
            KeyError::Pin {
                left: PinTries::Few
            }
        ),
        "{refused:?}"
    );
    let told: Vec<_> = untouched()
        .into_iter()
        .map(|token| (token.label, token.tries))
        .collect();
    assert!(
        told.contains(&("one".to_owned(), PinTries::Unknown)),
        "{told:?}"
    );
    assert!(
        told.contains(&("two".to_owned(), PinTries::Few)),
        "{told:?}"
    );
    drop(open("two", None));
    assert!(
        untouched()
            .iter()
            .all(|token| token.tries == PinTries::Unknown)
    );
    assert!(matches!(
        refusal(&wanted(Some("one"), None, PIN)),
        KeyError::NoKey
    ));
}

#[test]
fn a_token_pulled_out_while_signing_signs_nothing() {
    if data().is_none() {
        return again_with(
            &one(CURVE, &[]),
            "a_token_pulled_out_while_signing_signs_nothing",
        );
    }
    let token = open("desk", None);
    std::fs::remove_dir_all(data().unwrap()).unwrap();
    let (unsigned, appearance) = (report(Kind::Table), Appearance::default());
    let refused = sign(&unsigned, &request("assessor", &token, &appearance)).unwrap_err();
    assert!(
        matches!(refused, Error::Key(KeyError::TokenGone)),
        "{refused:?}"
    );
    drop(token);
    // The report as it was is still to be signed.
    let other = signed(&unsigned, "assessor", &key("assessor", 7));
    assert_eq!(verdict(&other).state, State::Incomplete);
    std::fs::create_dir(data().unwrap()).unwrap();
    assert!(matches!(
        refusal(&wanted(None, None, PIN)),
        KeyError::NoToken
    ));
}

#[test]
fn a_key_that_asks_for_the_pin_each_time_gets_it() {
    if data().is_none() {
        let tokens = one(Key::Rsa(2048), &["--always-auth"]);
        return again_with(&tokens, "a_key_that_asks_for_the_pin_each_time_gets_it");
    }
    let token = open("desk", None);
    for kind in KINDS {
        let pdf = signed(&report(kind), "assessor", &token);
        assert_eq!(verdict(&pdf).state, State::Incomplete);
        let twice = signed(&pdf, "reviewer", &token);
        assert_eq!(verdict(&twice).state, State::Intact);
    }
}

#[test]
fn several_keys_are_named_a_short_one_and_a_time_outside_are_refused() {
    let name = "several_keys_are_named_a_short_one_and_a_time_outside_are_refused";
    if data().is_none() {
        let tokens = one(CURVE, &[]);
        tokens.put("desk", &Authority::new(), "short", Key::Rsa(1024), &[]);
        return again_with(&tokens, name);
    }
    let KeyError::SeveralKeys(names) = refusal(&wanted(None, None, PIN)) else {
        panic!("one key was taken")
    };
    let mut labels: Vec<_> = names.iter().map(|name| name.label.as_str()).collect();
    labels.sort_unstable();
    assert_eq!(labels, ["short", "sign"]);
    assert!(
        names
            .iter()
            .all(|name| name.subject.contains("值班长") && name.fingerprint.len() == 64)
    );
    let short = refusal(&wanted(None, Some("short"), PIN));
    assert!(matches!(short, KeyError::Weak { bits: 1024 }), "{short:?}");
    let none = refusal(&wanted(None, Some("other"), PIN));
    assert!(matches!(none, KeyError::NoSuchKey { .. }));
    let late = TokenRequest {
        now: 2_208_988_801,
        ..wanted(None, Some("sign"), PIN)
    };
    assert!(matches!(refusal(&late), KeyError::Expired { .. }));
}

#[test]
fn what_is_no_module_is_told() {
    let file = tempfile::NamedTempFile::new().unwrap();
    for module in [Path::new("/nowhere/module.so"), file.path()] {
        let asked = TokenRequest {
            module,
            ..wanted(None, None, PIN)
        };
        assert!(matches!(refusal(&asked), KeyError::Module(_)));
        assert!(matches!(tokens(module), Err(KeyError::Module(_))));
    }
}

#[test]
fn neither_pin_nor_handles_are_shown() {
    if data().is_none() {
        return again_with(&one(CURVE, &[]), "neither_pin_nor_handles_are_shown");
    }
    let shown = format!("{:?}", open("desk", None));
    assert!(
        shown.starts_with("Token(\"") && shown.len() < 100,
        "{shown}"
    );
    let refused = refusal(&wanted(None, None, "777111"));
    assert!(!format!("{refused} {refused:?}").contains("777111"));
}
