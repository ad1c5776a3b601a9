//! Signing a report from the terminal with keys that do not lie in the workspace.

#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::pki::{Authority, Key, VALID, text};
use assay_tests::seal::run;
use assay_tests::softtoken::{MODULE, PIN, SETTINGS, Tokens};
use assay_tests::terminal::{Ran, Terminal};
use assay_tests::window::prepared::bare_sample;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The sample's published passphrase of the person who may sign.
const PERSON: &str = "assay-sample";
const PASSWORD: &str = "示例密码 pass-1";

/// The sample with a report that nobody has signed yet.
struct Desk {
    folder: tempfile::TempDir,
    report: String,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let own = Self {
            folder,
            report: String::new(),
        };
        let workspace = own.at("sample.assay");
        let desk = own.terminal();
        bare_sample(&workspace, "en");
        let make = ["report", "make", text(&workspace), "--json"];
        let made = desk.run(&[&make[..], &["--system", "YMS-AI-02"]].concat());
        let report = made.with(0).json()["id"].as_str().unwrap().to_owned();
        Self { report, ..own }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn terminal(&self) -> Terminal {
        Terminal::in_folder(self.folder.path()).as_person(PERSON)
    }

    fn sign(&self, terminal: &Terminal, with: &[&str]) -> Ran {
        let workspace = self.at("sample.assay");
        let sign = ["report", "sign", text(&workspace), &self.report];
        terminal.run(&[&sign[..], with].concat())
    }

    /// Refuses, says why in a sentence, and leaves the report as it was.
    fn refuses(&self, terminal: &Terminal, with: &[&str], why: &str) {
        let ran = self.sign(terminal, with).with(2);
        assert!(ran.complaint.contains(why), "{why}: {ran:?}");
        assert!(!ran.complaint.contains(PASSWORD) && !ran.complaint.contains(PIN));
        let workspace = self.at("sample.assay");
        let list = ["report", "list", text(&workspace), "--json"];
        let list = self.terminal().run(&list).with(0).json();
        let rows = list["reports"].as_array().unwrap();
        let row = rows.iter().find(|row| row["report"]["id"] == *self.report);
        assert_eq!(row.unwrap()["report"]["state"], "unsigned");
    }

    /// Holds the signed report to what was signed with.
    fn is_signed(&self, signed: &Value, kind: &str, person: &str, pdf: &Path) {
        let signature = &signed["signatures"][0];
        assert_eq!(
            (&signed["state"], &signature["identity"]),
            (&"signed".into(), &kind.into())
        );
        let subject = signature["subject"].as_str().unwrap();
        assert!(subject.contains(person), "{subject}");
        let pdfsig = run("pdfsig", &["-nocert", text(pdf)]);
        assert!(
            pdfsig.contains("Signature is Valid.") && pdfsig.contains(person),
            "{pdfsig}"
        );
        let verified = self
            .terminal()
            .run(&["verify", "--json", text(pdf)])
            .with(0);
        let fingerprint = signature["fingerprint"].as_str().unwrap();
        assert!(verified.out.contains(fingerprint), "{}", verified.out);
    }
}

#[test]
fn a_report_is_signed_with_a_key_file_whose_password_stands_in_no_argument() {
    let desk = Desk::new();
    let authority = Authority::new();
    let issued = authority.issue("sign", "值班长 Shift Lead", Key::Rsa(2048), VALID);
    let short = authority.issue("short", "值班长", Key::Rsa(1024), VALID);
    let [file, weak, password, pdf] =
        ["k.p12", "w.p12", "pw.txt", "r.pdf"].map(|name| desk.at(name));
    let write = |path: &Path, bytes: &[u8]| std::fs::write(path, bytes).unwrap();
    write(
        &file,
        &authority.pkcs12(&issued, "签名", PASSWORD, &["-legacy"]),
    );
    write(&weak, &authority.pkcs12(&short, "短", PASSWORD, &[]));
    write(&password, format!("{PASSWORD}\n").as_bytes());

    let plain = desk.terminal();
    let with = ["--pkcs12", text(&file)];
    desk.refuses(&plain, &with, "ASSAY_PKCS12_PASSWORD");
    let wrong = desk.terminal().with("ASSAY_PKCS12_PASSWORD", "another");
    desk.refuses(&wrong, &with, "The password does not open");
    let right = desk.terminal().with("ASSAY_PKCS12_PASSWORD", PASSWORD);
    desk.refuses(&right, &["--pkcs12", text(&weak)], "1024 bits is too short");
    desk.refuses(&right, &[&with[..], &["--key", "other"]].concat(), "签名 (");
    desk.refuses(&right, &["--pkcs12", text(&password)], "not a PKCS#12 file");

    let seen = ["--seen", &"0".repeat(64)];
    desk.refuses(&right, &[&with[..], &seen].concat(), "has changed since");

    let from_file = [
        "--pkcs12-password-file",
        text(&password),
        "--out",
        text(&pdf),
    ];
    desk.sign(&plain, &[&with[..], &from_file].concat()).with(0);
    let workspace = desk.at("sample.assay");
    let list = ["report", "list", text(&workspace), "--json"];
    let list = plain.run(&list).with(0).json();
    let rows = list["reports"].as_array().unwrap();
    let row = rows.iter().find(|row| row["report"]["id"] == *desk.report);
    desk.is_signed(&row.unwrap()["report"], "pkcs12", "值班长 Shift Lead", &pdf);
    let history = plain
        .run(&["history", text(&workspace), "--json"])
        .with(0)
        .out;
    let kept = ["\"identity\":\"pkcs12\"", "值班长 Shift Lead"];
    let history = history.replace("\": ", "\":");
    assert!(kept.iter().all(|part| history.contains(part)), "{history}");
    assert!(!history.contains(PASSWORD), "the history keeps no password");
}

#[test]
fn a_report_is_signed_with_a_token_whose_pin_stands_in_no_argument() {
    let desk = Desk::new();
    let tokens = Tokens::new();
    tokens.add("desk");
    tokens.add("other");
    tokens.put("desk", &Authority::new(), "sign", Key::Curve("P-256"), &[]);
    let (settings, pdf) = (tokens.settings(), desk.at("r.pdf"));
    let with_pin = |pin: &str| {
        let plain = desk.terminal().with(SETTINGS, text(&settings));
        plain.with("ASSAY_PIN", pin)
    };
    let module = ["--pkcs11-module", MODULE];
    let named = [&module[..], &["--token", "desk"]].concat();
    let right = with_pin(PIN);
    desk.refuses(&right, &module, "There are several tokens");
    desk.refuses(
        &right,
        &[&module[..], &["--token", "none"]].concat(),
        "No token is called",
    );
    desk.refuses(&with_pin("000000"), &named, "fewer tries left");
    desk.refuses(
        &right,
        &["--pkcs11-module", text(&settings)],
        "module can’t be used",
    );
    let signed = desk
        .sign(&right, &[&named[..], &["--json"]].concat())
        .with(0)
        .json();
    let workspace = desk.at("sample.assay");
    let export = [
        "report",
        "export",
        text(&workspace),
        &desk.report,
        text(&pdf),
    ];
    right.run(&export).with(0);
    desk.is_signed(&signed, "token", "sign 值班长", &pdf);
}
