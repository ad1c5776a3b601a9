//! What verifying says: sentences, the plain one first, or a table.

use super::words::Words;
use crate::verification::{
    TrustKind, UnreadFile, Verification, VerificationItem, Verified, VerifiedSignature,
};
use assay_domain::cell::harmless;
use serde::Serialize;

/// Characters that turn the direction of the text behind them.
const DIRECTIONS: [char; 9] = [
    '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}',
];

/// The word of a value on the wire.
fn word(value: impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

fn signed(one: &Verification) -> impl Iterator<Item = &VerifiedSignature> {
    one.signatures.iter().filter(|signature| signature.signed)
}

/// Says what each file comes to.
pub(super) fn sentences(found: &[Verified], words: &Words) -> String {
    let mut lines = Vec::new();
    for one in found {
        // What could not be read is said beside the answer.
        let Verified::File(one) = one else { continue };
        let count = [("count", signed(one).count().to_string())];
        let verdict = words.say(&format!("verdict-{}", word(one.verdict)), &count);
        lines.push(format!("{}: {verdict}", one.path));
        // What is wrong belongs to the sentence; what was checked beside it comes last.
        let (wrong, checked): (Vec<_>, Vec<_>) = one
            .items
            .iter()
            .partition(|item| item.code.starts_with("problem-"));
        lines.extend(
            wrong
                .into_iter()
                .map(|item| format!("  {}", check(item, words))),
        );
        if !one.system_name.is_empty() {
            lines.push(format!("  {}, {}", one.organisation, one.system_name));
        }
        for signature in signed(one) {
            lines.extend(
                signer(signature, words)
                    .into_iter()
                    .map(|line| format!("  {line}")),
            );
        }
        for item in checked {
            let state = words.t(match item.ok {
                Some(true) => "verify-holds",
                Some(false) => "verify-fails",
                None => "verify-not-checked",
            });
            lines.push(format!("  {}: {state}", check(item, words)));
        }
        lines.push(format!("  SHA-256 {}", one.sha256));
    }
    let lines: Vec<String> = lines.iter().map(|line| one_line(line)).collect();
    lines.join("\n")
}

/// A line as one line: what a file says of itself neither begins another nor steers the terminal.
pub(super) fn one_line(line: &str) -> String {
    let steers = |one: char| one.is_control() || DIRECTIONS.contains(&one);
    line.replace(steers, "\u{fffd}")
}

fn check(item: &VerificationItem, words: &Words) -> String {
    words.say_of(&format!("verify-{}", item.code), &item.args)
}

/// Who signed, when as claimed, and what vouches for it.
fn signer(signature: &VerifiedSignature, words: &Words) -> Vec<String> {
    let mut lines = vec![
        format!("{}  {}", signature.subject, signature.claimed_time),
        format!("  SHA-256 {}", signature.fingerprint),
    ];
    if !signature.valid_from.is_empty() {
        let days = [
            ("from", signature.valid_from.clone()),
            ("to", signature.valid_to.clone()),
        ];
        lines.push(format!("  {}", words.say("verify-validity", &days)));
    }
    lines.push(format!("  {}", vouched(signature, words)));
    lines
}

fn vouched(signature: &VerifiedSignature, words: &Words) -> String {
    match signature.trust {
        TrustKind::NotAsked if signature.self_signed => words.t("verify-self-signed"),
        kind => {
            let subject = [("subject", signature.trust_subject.clone())];
            words.say(&format!("verify-trust-{}", word(kind)), &subject)
        }
    }
}

/// Writes a row for each file as CSV.
pub(super) fn table(found: &[Verified]) -> String {
    let head = [
        "file",
        "verdict",
        "organisation",
        "system",
        "grade",
        "recomputed",
        "signatures",
        "signed",
        "fingerprints",
        "claimed",
        "trust",
        "fails",
        "sha256",
    ];
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |row: &[String]| {
        writer
            .write_record(row)
            .expect("rows are as wide as the head, and memory takes them");
    };
    write(&head.map(str::to_owned));
    for one in found {
        write(&match one {
            Verified::File(one) => row(one),
            Verified::Unread(one) => unread(one),
        });
    }
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8_lossy(&bytes).into_owned()
}

fn row(one: &Verification) -> [String; 13] {
    let grade = |grade: Option<u8>| grade.map(|grade| grade.to_string()).unwrap_or_default();
    let each =
        |of: fn(&VerifiedSignature) -> String| signed(one).map(of).collect::<Vec<_>>().join(" ");
    let fails = one.items.iter().filter(|item| item.ok == Some(false));
    [
        harmless(&one.path),
        word(one.verdict),
        harmless(&one.organisation),
        harmless(&one.system_name),
        grade(one.grade),
        grade(one.recomputed_grade),
        one.signatures.len().to_string(),
        signed(one).count().to_string(),
        each(|signature| signature.fingerprint.clone()),
        each(|signature| signature.claimed_time.clone()),
        each(|signature| word(signature.trust)),
        fails
            .map(|item| item.code.as_str())
            .collect::<Vec<_>>()
            .join(" "),
        one.sha256.clone(),
    ]
}

/// The row of a file that could not be read: its code stands where other rows say what fails.
fn unread(one: &UnreadFile) -> [String; 13] {
    let mut row: [String; 13] = Default::default();
    row[0] = harmless(&one.path);
    row[1] = word(one.verdict);
    row[11].clone_from(&one.refusal.code);
    row
}
