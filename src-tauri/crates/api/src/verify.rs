//! Verifying a report: signatures, embedded facts, and the grade recomputed from them.

use crate::contract::{VerdictKind, Verification, VerificationItem, VerifiedSignature, VerifyFile};
use crate::error::{Error, file};
use crate::session::Session;
use assay_domain::facts::{ClauseFacts, Facts, SCHEMA};
use assay_domain::grading::{
    ClauseInput, Method, QuestionInput, clause_level, grade, limit_fallback,
};
use assay_domain::history::hex;
use assay_seal::{FACTS_NAME, FieldVerdict, Problem, State, Trust, Verdict, attachments, verify};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Read as _;

/// The longest file that is verified, in bytes.
const LONGEST: u64 = 256 << 20;

/// Verifies a file, with what the open workspace knows where one is open.
pub(crate) fn verify_file(
    session: &mut Session,
    request: VerifyFile,
) -> Result<Verification, Error> {
    let bytes = read(&request.path)?;
    let mut found = verify_bytes(&bytes, &request.path);
    if let Some(open) = &session.open {
        open.store.read(|read| {
            let mut known = Vec::new();
            for person in read.persons().list()? {
                known.extend(
                    read.persons()
                        .certificate(person.id)?
                        .map(|der| hex(&Sha256::digest(der))),
                );
            }
            for signature in found
                .signatures
                .iter_mut()
                .filter(|signature| signature.signed)
            {
                signature.known = Some(known.contains(&signature.fingerprint));
            }
            if let Some(facts) = facts(&bytes) {
                found.items.push(on_chain(read, &facts)?);
            }
            Ok::<_, Error>(())
        })?;
    }
    Ok(found)
}

fn read(path: &str) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let content = std::fs::File::open(path).map_err(|error| file(path, error))?;
    content
        .take(LONGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| file(path, error))?;
    if bytes.len() as u64 > LONGEST {
        return Err(Error::new("file-too-long").with("path", path));
    }
    Ok(bytes)
}

/// Tells whether the history head that a report states is an entry of the open workspace's history.
fn on_chain(read: &assay_store::Read<'_>, facts: &Facts) -> Result<VerificationItem, Error> {
    let sequence = facts.history.sequence;
    let entries = read.history().entries(sequence.checked_add(1), 1)?;
    let same = entries
        .first()
        .is_some_and(|entry| hex(&entry.hash) == facts.history.sha256);
    Ok(item(
        "item-history",
        Some(same),
        &[("sequence", sequence.to_string())],
    ))
}

/// Verifies the bytes of a file without any workspace.
#[must_use]
pub fn verify_bytes(bytes: &[u8], path: &str) -> Verification {
    let verdict = verify(bytes, &Trust::default());
    let mut found = Verification {
        path: path.to_owned(),
        verdict: kind(verdict.state),
        system_name: String::new(),
        organisation: String::new(),
        grade: None,
        recomputed_grade: None,
        items: items(&verdict),
        signatures: verdict.fields.iter().map(signature).collect(),
    };
    if let Some(facts) = facts(bytes) {
        recompute(&facts, &mut found);
    }
    found
}

fn kind(state: State) -> VerdictKind {
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

fn items(verdict: &Verdict) -> Vec<VerificationItem> {
    let signed = ("signed", verdict.signed.to_string());
    let expected = ("expected", verdict.expected.to_string());
    let mut items = Vec::new();
    if verdict.expected > 0 {
        items.push(item(
            "item-signatures",
            Some(verdict.signed == verdict.expected),
            &[signed, expected],
        ));
    }
    if verdict.added_bytes > 0 {
        items.push(item(
            "item-additions",
            None,
            &[("bytes", verdict.added_bytes.to_string())],
        ));
    }
    items.extend(verdict.problems.iter().map(problem));
    items
}

/// Names a problem by its code and hands on its arguments.
fn problem(problem: &Problem) -> VerificationItem {
    let wire = serde_json::to_value(problem).unwrap_or_default();
    let fields = wire
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| *name != "code");
    let args = fields.map(|(name, value)| {
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        (name.clone(), text)
    });
    VerificationItem {
        code: format!("problem-{}", problem.code().replace('_', "-")),
        ok: Some(false),
        args: args.collect(),
    }
}

fn item(code: &str, ok: Option<bool>, args: &[(&str, String)]) -> VerificationItem {
    let args: BTreeMap<_, _> = args
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    VerificationItem {
        code: code.to_owned(),
        ok,
        args,
    }
}

fn signature(field: &FieldVerdict) -> VerifiedSignature {
    let holder = field.holder.as_ref();
    let text = |of: fn(&assay_seal::Holder) -> &String| holder.map(of).cloned().unwrap_or_default();
    VerifiedSignature {
        field: field.field.clone(),
        signed: field.signed,
        valid: field.holds,
        subject: text(|holder| &holder.subject),
        issuer: text(|holder| &holder.issuer),
        self_signed: holder.is_some_and(|holder| holder.self_signed),
        fingerprint: text(|holder| &holder.fingerprint),
        claimed_time: field
            .claimed_time
            .map(|time| time.rfc3339())
            .unwrap_or_default(),
        known: None,
    }
}

/// Reads the facts inside a report; nothing where there are none that this version understands.
fn facts(bytes: &[u8]) -> Option<Facts> {
    let attached = attachments(bytes).ok()?;
    serde_json::from_slice(attached.get(FACTS_NAME)?).ok()
}

/// Computes clause levels and grade anew from the facts alone and compares them with what they state.
fn recompute(facts: &Facts, found: &mut Verification) {
    found.system_name.clone_from(&facts.system.name);
    found.organisation.clone_from(&facts.organisation);
    found.grade = Some(facts.grade.grade);
    found.items.push(item(
        "item-schema",
        Some(facts.schema == SCHEMA),
        &[("schema", facts.schema.clone())],
    ));
    let Ok(method) = Method::from_json(facts.method_tables.clone()) else {
        found.items.push(item("item-method", Some(false), &[]));
        return;
    };
    let same = method.sha256() == facts.method.sha256;
    found.items.push(item(
        "item-method",
        Some(same),
        &[("method", method.label().to_owned())],
    ));
    let outcome = grade(&method, &facts.grade_input).ok();
    found.recomputed_grade = outcome.as_ref().map(|outcome| outcome.grade);
    found.items.push(item(
        "item-grade",
        Some(outcome.as_ref() == Some(&facts.grade)),
        &[],
    ));
    let levels = facts
        .clauses
        .iter()
        .all(|clause| level_holds(&method, facts, clause));
    found.items.push(item("item-clauses", Some(levels), &[]));
}

/// Tells whether a clause's stated level, and the answer that entered the grade, follow from its questions.
fn level_holds(method: &Method, facts: &Facts, clause: &ClauseFacts) -> bool {
    let questions = clause.questions.iter().map(|question| QuestionInput {
        critical: question.critical,
        red_line: question.red_line,
        answer: question.answer,
        evidence: question.standing,
    });
    let input = ClauseInput {
        questions: questions.collect(),
        depth: facts.assessment.depth,
        tier: facts.grade.tier,
    };
    let level = clause_level(method, &input);
    let limited = |level| {
        if clause.clause.as_str() == "i" {
            limit_fallback(level, facts.fallback).0
        } else {
            level
        }
    };
    let counted = level.map(|(level, standing)| (limited(level), standing));
    let control = format!("6.3{}", clause.clause);
    let entered = facts.grade_input.controls.get(&control).copied().flatten();
    let stated = (clause.level, clause.counted_level)
        == (
            level.map(|(level, _)| level),
            counted.map(|(level, _)| level),
        );
    stated && (clause.clause.as_str() == "a" || entered == counted)
}
