//! Kinds, languages, sizes, numbers of signers and signing identities: each pair of them meets in a
//! report that every judge accepts, before it is signed, after its first signature and after its last.
//!
//! The keys on a token are seen by a process that the test starts, see [`again_with`].

use crate::office::Office;
use crate::verified;
use assay_domain::report::ReportLocale;
use assay_tests::desk::PASSPHRASE;
use assay_tests::dice::Dice;
use assay_tests::pdf::{ran, venv};
use assay_tests::pki::{Authority, Issued, Key, VALID, text};
use assay_tests::softtoken::{MODULE, PIN, Tokens, again_with, data};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const KINDS: [&str; 9] = [
    "assessment",
    "comparison",
    "audit",
    "decisions",
    "overview",
    "ledger",
    "incident",
    "fallback_card",
    "drill",
];
const LANGUAGES: [ReportLocale; 3] = [ReportLocale::En, ReportLocale::ZhCn, ReportLocale::Both];
const SIZES: [usize; 2] = [1, 40];
const MOST_SIGNERS: usize = 3;
const IDENTITIES: [&str; 8] = [
    "workspace",
    "pkcs12-curve",
    "pkcs12-rsa",
    "pkcs12-rc2",
    "pkcs12-3des",
    "pkcs12-chinese",
    "token-rsa",
    "token-curve",
];
/// How many values each of the five has, in the order of a [`Row`].
const WIDTHS: [usize; 5] = [
    KINDS.len(),
    LANGUAGES.len(),
    SIZES.len(),
    MOST_SIGNERS,
    IDENTITIES.len(),
];
const PASSWORD: &str = "示例密码 pass-1";
const PERSONS: [&str; MOST_SIGNERS] = [
    PASSPHRASE,
    "a long second sentence",
    "a long third sentence",
];

/// A value of each of the five, by its place.
type Row = [usize; 5];

/// Two values that meet: which of the five, and its value, each.
type Pair = [(usize, usize); 2];

fn pairs(row: Row) -> impl Iterator<Item = Pair> {
    (0..row.len()).flat_map(move |one| {
        (one + 1..row.len()).map(move |other| [(one, row[one]), (other, row[other])])
    })
}

fn every_row() -> Vec<Row> {
    let mut rows = vec![[0; 5]];
    for (place, width) in WIDTHS.into_iter().enumerate() {
        rows = rows
            .into_iter()
            .flat_map(|row| {
                (0..width).map(move |value| {
                    let mut row = row;
                    row[place] = value;
                    row
                })
            })
            .collect();
    }
    rows
}

/// Rows in which every two values meet, each one that brings most pairs that were not there yet; among
/// those the dice choose, so that no language or size is left for the last few.
fn covering() -> Vec<Row> {
    let all = every_row();
    let mut dice = Dice::new(11);
    let mut open: BTreeSet<Pair> = all.iter().flat_map(|row| pairs(*row)).collect();
    let mut chosen = Vec::new();
    while !open.is_empty() {
        let gain = |row: Row| pairs(row).filter(|pair| open.contains(pair)).count();
        let best = all
            .iter()
            .max_by_key(|row| (gain(**row), dice.below(1_000)));
        let best = *best.expect("there are rows");
        for pair in pairs(best) {
            open.remove(&pair);
        }
        chosen.push(best);
    }
    chosen
}

/// Keys of every kind that do not lie in the workspace.
struct Keys {
    folder: tempfile::TempDir,
}

impl Keys {
    fn new() -> Self {
        let own = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let authority = Authority::new();
        let legacy = ["-legacy"];
        let triple = [
            "-keypbe",
            "PBE-SHA1-3DES",
            "-certpbe",
            "PBE-SHA1-3DES",
            "-macalg",
            "sha1",
        ];
        let kinds: [(&str, Key, &str, &[&str]); 5] = [
            ("pkcs12-curve", Key::Curve("P-256"), "password", &[]),
            ("pkcs12-rsa", Key::Rsa(2048), "password", &[]),
            ("pkcs12-rc2", Key::Rsa(2048), "password", &legacy),
            ("pkcs12-3des", Key::Curve("P-256"), "password", &triple),
            ("pkcs12-chinese", Key::Curve("P-384"), PASSWORD, &[]),
        ];
        for (name, key, password, how) in kinds {
            let issued: Issued = authority.issue(name, &format!("{name} 值班长"), key, VALID);
            let file = authority.pkcs12(&issued, name, password, how);
            std::fs::write(own.file(name), file).unwrap();
        }
        own
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.p12"))
    }

    fn identity(&self, name: &str) -> Value {
        match name.split_once('-') {
            Some(("token", key)) => {
                json!({ "kind": "token", "module": MODULE, "token": "desk", "key": key, "pin": PIN })
            }
            Some((_, password)) => {
                let password = if password == "chinese" {
                    PASSWORD
                } else {
                    "password"
                };
                json!({ "kind": "pkcs12", "path": self.file(name), "password": password, "key": null })
            }
            None => json!({ "kind": "workspace" }),
        }
    }
}

fn tokens() -> Tokens {
    let (tokens, authority) = (Tokens::new(), Authority::new());
    tokens.add("desk");
    tokens.put("desk", &authority, "rsa", Key::Rsa(2048), &[]);
    tokens.put("desk", &authority, "curve", Key::Curve("P-256"), &[]);
    tokens
}

/// An office with a subject of every kind, of which much or little is told, and three who may sign.
struct Desk {
    office: Office,
    subjects: Vec<Value>,
    persons: Vec<Value>,
}

impl Desk {
    fn new(told: ReportLocale, size: usize) -> Self {
        let mut office = Office::telling(told.lead(), 5, size);
        office.told = told;
        let mut persons = vec![office.me()];
        for (role, passphrase) in [("reviewer", PERSONS[1]), ("approver", PERSONS[2])] {
            let roles = json!(["assessor", role]);
            let person = json!({ "name": format!("The {role} 复核人"), "title": "", "roles": roles, "passphrase": passphrase });
            persons.push(office.desk.call("person_add", person)["id"].clone());
        }
        let subjects = office.everything();
        Self {
            office,
            subjects,
            persons,
        }
    }

    /// Makes the report of a row and returns its id.
    fn make(&mut self, kind: &str, signers: usize) -> Value {
        let roles = ["assessor", "reviewer", "approver"];
        let signers: Vec<_> = (roles.iter().zip(&self.persons).take(signers))
            .map(|(role, person)| json!({ "role": role, "person": person }))
            .collect();
        let mut request = json!({ "locale": self.office.told });
        if kind == "assessment" {
            // Who signs an assessment is said where it is handed over, and a signed one is final.
            let id = self.office.answered();
            let desk = &mut self.office.desk;
            desk.call("assessment_submit", json!({ "id": id, "signers": signers }));
            desk.call("assessment_approve", json!({ "id": id }));
            request["subject"] = json!({ "kind": kind, "id": id });
        } else {
            let subject = self.subjects.iter().find(|subject| subject["kind"] == kind);
            request["subject"] = subject.expect("one of every kind").clone();
            request["signers"] = json!(signers);
        }
        self.office.desk.call("report_make", request)["id"].clone()
    }

    fn export(&mut self, report: &Value, path: PathBuf) -> PathBuf {
        let request = json!({ "report": report, "path": path });
        self.office.desk.call("report_export", request);
        path
    }

    fn enter(&mut self, passphrase: &str) {
        let workspace = self.office.folder.path().join("office.assay");
        self.office.desk.open(&workspace, passphrase);
    }
}

/// What was made of one row.
struct Made {
    row: Row,
    unsigned: PathBuf,
    once: PathBuf,
    last: PathBuf,
}

impl Made {
    fn signers(&self) -> usize {
        self.row[3] + 1
    }
}

/// Makes and signs the report of a row; each signer has another identity than the one before.
fn make(desk: &mut Desk, keys: &Keys, row: Row, folder: &Path) -> Made {
    let at = |step: &str| {
        folder.join(format!(
            "{}-{step}.pdf",
            row.map(|value| value.to_string()).join("-")
        ))
    };
    let report = desk.make(KINDS[row[0]], row[3] + 1);
    let mut made = Made {
        row,
        unsigned: desk.export(&report, at("unsigned")),
        once: PathBuf::new(),
        last: PathBuf::new(),
    };
    for place in 0..made.signers() {
        if place > 0 {
            desk.enter(PERSONS[place]);
        }
        let identity = keys.identity(IDENTITIES[(row[4] + place) % IDENTITIES.len()]);
        let sign = json!({ "report": report, "passphrase": PERSONS[place], "identity": identity });
        desk.office.desk.call("report_sign", sign);
        made.last = desk.export(&report, at(&place.to_string()));
        if place == 0 {
            made.once.clone_from(&made.last);
        }
    }
    if made.signers() > 1 {
        desk.enter(PASSPHRASE);
    }
    made
}

/// Has a judge written in Python look at files, all in one run, and returns what it says.
fn judged(judge: &str, files: &[&Path]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("peers")
        .join(judge);
    let arguments: Vec<&str> = std::iter::once(text(&script))
        .chain(files.iter().map(|file| text(file)))
        .collect();
    let (good, said) = ran(&venv("python"), &arguments);
    assert!(good, "{said}");
    said
}

fn is_accepted(all: &[Made]) {
    let pages: Vec<_> = all
        .iter()
        .flat_map(|made| [made.unsigned.as_path(), &made.once])
        .collect();
    judged("judge_report.py", &pages);
    let last: Vec<_> = all.iter().map(|made| made.last.as_path()).collect();
    let said = judged("judge_signature.py", &last);
    assert_eq!(said.lines().count(), all.len());
    for (made, line) in all.iter().zip(said.lines()) {
        let found: Vec<Value> = serde_json::from_str(line).unwrap();
        assert_eq!(found.len(), made.signers(), "{:?}", made.row);
        for signature in found {
            for check in ["intact", "valid", "trusted", "bottom_line", "docmdp_ok"] {
                assert_eq!(
                    signature[check], true,
                    "{:?} {check}: {signature}",
                    made.row
                );
            }
        }
        let (_, pdfsig) = ran(Path::new("pdfsig"), &["-nocert", text(&made.last)]);
        assert_eq!(
            pdfsig.matches("Signature is Valid.").count(),
            made.signers(),
            "{pdfsig}"
        );
        for file in [&made.unsigned, &made.once, &made.last] {
            let (good, said) = ran(Path::new("qpdf"), &["--check", text(file)]);
            assert!(good && !said.contains("WARNING"), "{:?}: {said}", made.row);
        }
        let found = verified(&made.last);
        assert!(found.is_sound(), "{:?}: {found:?}", made.row);
    }
}

/// Walks over the rows of one language.
fn walk(told: ReportLocale, name: &str) {
    if data().is_none() {
        return again_with(&tokens(), name);
    }
    let folder = tempfile::tempdir().unwrap();
    let keys = Keys::new();
    let mut made = Vec::new();
    for (place, size) in SIZES.into_iter().enumerate() {
        let mut desk = Desk::new(told, size);
        for row in covering() {
            if LANGUAGES[row[1]] == told && row[2] == place {
                made.push(make(&mut desk, &keys, row, folder.path()));
            }
        }
    }
    assert!(made.len() > 15, "{}", made.len());
    is_accepted(&made);
}

#[test]
fn every_two_values_meet_and_the_judges_accept_them_in_english() {
    walk(
        ReportLocale::En,
        "pairs::every_two_values_meet_and_the_judges_accept_them_in_english",
    );
}

#[test]
fn every_two_values_meet_and_the_judges_accept_them_in_chinese() {
    walk(
        ReportLocale::ZhCn,
        "pairs::every_two_values_meet_and_the_judges_accept_them_in_chinese",
    );
}

#[test]
fn every_two_values_meet_and_the_judges_accept_them_side_by_side() {
    walk(
        ReportLocale::Both,
        "pairs::every_two_values_meet_and_the_judges_accept_them_side_by_side",
    );
}

#[test]
fn in_the_rows_every_two_values_meet() {
    let rows = covering();
    let met: BTreeSet<Pair> = rows.iter().flat_map(|row| pairs(*row)).collect();
    let wanted: usize = (0..WIDTHS.len())
        .flat_map(|one| (one + 1..WIDTHS.len()).map(move |other| WIDTHS[one] * WIDTHS[other]))
        .sum();
    assert_eq!(met.len(), wanted);
    assert!(rows.len() < 90, "{}", rows.len());
}
