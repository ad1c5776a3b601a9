//! From bytes to a verification.

use crate::kind;
use crate::recompute::recompute;
use crate::verification::{
    TrustKind, VerdictKind, Verification, VerificationItem, VerifiedSignature,
};
use assay_domain::facts::Head;
use assay_domain::history::hex;
use assay_domain::time::Timestamp;
use assay_seal::{
    Chain, FACTS_NAME, FieldVerdict, Holder, Problem, State, Trust, Verdict, attachments,
    page_texts, verify,
};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Verifies the bytes of a file without any workspace.
#[must_use]
pub fn verify_bytes(bytes: &[u8], path: &str, trust: &Trust) -> Verification {
    let verdict = verify(bytes, trust);
    let mut found = Verification {
        path: path.to_owned(),
        size: bytes.len() as u64,
        sha256: hex(&Sha256::digest(bytes)),
        verdict: verdict_of(verdict.state),
        system_name: String::new(),
        organisation: String::new(),
        grade: None,
        recomputed_grade: None,
        items: items(&verdict),
        signatures: verdict.fields.iter().map(signature).collect(),
    };
    if let Some(attached) = attached(bytes) {
        inside(bytes, &attached, &verdict, &mut found);
    }
    found
}

/// Reads what the facts inside a report of any kind say about it; nothing where there are none that this version understands.
#[must_use]
pub fn head(bytes: &[u8]) -> Option<Head> {
    kind::head(&serde_json::from_slice(&attached(bytes)?).ok()?)
}

fn attached(bytes: &[u8]) -> Option<Vec<u8>> {
    attachments(bytes).ok()?.remove(FACTS_NAME)
}

fn verdict_of(state: State) -> VerdictKind {
    match state {
        State::Intact => VerdictKind::Intact,
        State::IntactWithAdditions => VerdictKind::IntactWithAdditions,
        State::Incomplete => VerdictKind::Incomplete,
        State::Changed => VerdictKind::Changed,
        State::Unsigned => VerdictKind::Unsigned,
        State::NotOurs => VerdictKind::NotOurs,
        State::Broken => VerdictKind::Broken,
    }
}

/// What the bytes alone say; what is wrong stands first.
fn items(verdict: &Verdict) -> Vec<VerificationItem> {
    let mut items: Vec<_> = verdict.problems.iter().map(problem).collect();
    let signed = ("signed", verdict.signed.to_string());
    let expected = ("expected", verdict.expected.to_string());
    if verdict.expected > 0 {
        items.push(VerificationItem::new(
            "item-signatures",
            Some(verdict.signed == verdict.expected),
            &[signed, expected],
        ));
    }
    if verdict.added_bytes > 0 {
        items.push(VerificationItem::new(
            "item-additions",
            None,
            &[("bytes", verdict.added_bytes.to_string())],
        ));
    }
    items
}

/// Names a problem by its code and hands on its arguments.
fn problem(problem: &Problem) -> VerificationItem {
    let args: Vec<(&str, String)> = problem.args().into_iter().collect();
    let code = format!("problem-{}", problem.code().replace('_', "-"));
    VerificationItem::new(&code, Some(false), &args)
}

fn signature(field: &FieldVerdict) -> VerifiedSignature {
    let holder = field.holder.as_ref();
    let text = |of: fn(&Holder) -> &String| holder.map(of).cloned().unwrap_or_default();
    let day = |of: fn(&Holder) -> i64| {
        let moment =
            holder.map(|holder| Timestamp::from_micros(of(holder).saturating_mul(1_000_000)));
        moment
            .map(|moment| moment.utc().date_naive().to_string())
            .unwrap_or_default()
    };
    let (trust, trust_subject) = trust(&field.chain);
    VerifiedSignature {
        field: field.field.clone(),
        signed: field.signed,
        valid: field.holds,
        subject: text(|holder| &holder.subject),
        issuer: text(|holder| &holder.issuer),
        self_signed: holder.is_some_and(|holder| holder.self_signed),
        fingerprint: text(|holder| &holder.fingerprint),
        valid_from: day(|holder| holder.not_before),
        valid_to: day(|holder| holder.not_after),
        claimed_time: field
            .claimed_time
            .map(|time| time.rfc3339())
            .unwrap_or_default(),
        trust,
        trust_subject,
        known: None,
    }
}

fn trust(chain: &Chain) -> (TrustKind, String) {
    match chain {
        Chain::NotAsked => (TrustKind::NotAsked, String::new()),
        Chain::Trusted { subject } => (TrustKind::Trusted, subject.clone()),
        Chain::Unknown { subject } => (TrustKind::Unknown, subject.clone()),
        Chain::OutOfTime { subject } => (TrustKind::OutOfTime, subject.clone()),
        Chain::NotAuthority { subject } => (TrustKind::NotAuthority, subject.clone()),
    }
}

/// Checks the facts inside: their schema, the pages against them, the times, and where they are an assessment's, the grade.
fn inside(bytes: &[u8], attached: &[u8], verdict: &Verdict, found: &mut Verification) {
    let value: Value = serde_json::from_slice(attached).unwrap_or_default();
    let head = kind::head(&value);
    // A later version may have another schema; that is nothing wrong with the report.
    let known = head.as_ref().map(|_| true);
    let args = [("schema", kind::schema_of(&value).to_owned())];
    found.add("item-schema", known, &args);
    found.items.push(on_every_page(bytes, attached));
    if let Some(head) = head {
        found.items.push(in_order(&head, verdict));
        found.system_name = kind::system_name(&value);
        found.organisation = head.organisation;
    }
    // No other kind states a grade of its own.
    if let Some(facts) = kind::assessment(&value) {
        recompute(&facts, found);
    }
}

/// Looks for the digest of the facts on every page, where it is printed in the footer.
fn on_every_page(bytes: &[u8], attached: &[u8]) -> VerificationItem {
    let digest = hex(&Sha256::digest(attached));
    let pages = page_texts(bytes).unwrap_or_default();
    let names = |page: &String| {
        let packed: String = page.chars().filter(|one| !one.is_whitespace()).collect();
        packed.contains(&digest)
    };
    let all = !pages.is_empty() && pages.iter().all(names);
    let args = [("pages", pages.len().to_string())];
    VerificationItem::new("item-pages", Some(all), &args)
}

/// Holds the claimed times against each other: first the report was made, then it was signed, one after the other.
fn in_order(head: &Head, verdict: &Verdict) -> VerificationItem {
    let made = head.as_of.micros().div_euclid(1_000_000);
    let claimed = verdict.fields.iter().filter_map(|field| field.claimed_time);
    let times: Vec<i64> = [made]
        .into_iter()
        .chain(claimed.map(|time| time.unix_seconds))
        .collect();
    VerificationItem::new("item-times", Some(times.is_sorted()), &[])
}
