//! A redacted copy: made anew from facts that never held what was removed, and signed by whoever made it.

use crate::contract::{Cut, RedactedCopy, ReportRedact, SigningIdentity};
use crate::error::Error;
use crate::outside::write_file;
use crate::paper::{self, set, with_fonts};
use crate::person::seconds;
use crate::report::{MAKERS, Signer, claimed, sign_as};
use crate::session::Session;
use crate::signing::{self, Signing};
use assay_domain::facts::{Facts, PersonFacts};
use assay_domain::history::{Subject, hex};
use assay_domain::id::ReportId;
use assay_domain::person::{Act, Person};
use assay_domain::redaction::{Redacted, Redaction, Refusal, Substitutes, redact};
use assay_domain::report::Report;
use assay_domain::report::ReportLocale;
use assay_domain::time::Timestamp;
use assay_seal::key_source::KeySource;
use assay_seal::key_source::local::{LocalKey, Subject as KeySubject};
use assay_seal::{holder_of, stands_in, words_in};
use assay_store::Passphrase;
use sha2::{Digest, Sha256};
use std::path::Path;

/// What the workspace has of the original.
struct Original {
    report: Report,
    certificate: Option<Vec<u8>>,
    zone: String,
}

/// Makes a redacted copy of a signed report and writes it to a file.
pub(crate) fn report_redact(
    session: &mut Session,
    request: ReportRedact,
) -> Result<RedactedCopy, Error> {
    let mut output = session.output(request.path)?;
    if let SigningIdentity::Pkcs12 { path, .. } = &request.identity {
        output = output.unlike(Path::new(path))?;
    }
    let at = session.environment.now();
    let person = session.writer(MAKERS)?.open.person.clone();
    let passphrase = Passphrase::new(request.passphrase);
    let secrets = session.opened()?.store.confirm(&passphrase)?;
    let (original, facts) = original(session, request.report, &person)?;
    let locale = original.report.locale;
    let redaction = original.redaction(Act { by: person.id, at })?;
    let redacted = cut(facts, &request.cut, redaction, locale, &person)?;
    let shown = shown(&redacted.facts, &person);
    let own = || original.key(session, &secrets.signing_key, &shown, &redacted);
    let Signing { key, .. } = signing::open(request.identity, own, seconds(at))?;
    let gone = &redacted.gone;
    if let Some(word) = key.chain().iter().find_map(|one| named_in(one, gone)) {
        return Err(Error::new("redact-certificate").with("word", word));
    }
    let copy = original.copy(session, &redacted.facts, (&shown, &*key), at)?;
    nothing_left(&copy, gone, locale)?;
    let redaction = redacted
        .facts
        .redaction
        .ok_or_else(|| Error::new("redact-nothing"))?;
    let sha256 = hex(&Sha256::digest(&copy));
    let payload = serde_json::json!({
        "report": request.report,
        "sha256": sha256,
        "removed": redaction.removed,
        "answers": redaction.answers,
    });
    let subject = Subject::new("report", request.report);
    let mut writer = session.writer(MAKERS)?;
    let path = output.path().to_owned();
    let written = writer.hand_out("report.redact", subject, &payload, &path, || {
        write_file(output, &copy)
    })?;
    Ok(RedactedCopy {
        path: written.path,
        size: written.size,
        sha256,
        removed: redaction.removed,
    })
}

fn original(session: &Session, id: ReportId, person: &Person) -> Result<(Original, Facts), Error> {
    session.opened()?.store.read(|read| {
        let facts = read.reports().facts(id)?;
        let facts = serde_json::from_slice(&facts).map_err(|_| Error::new("redact-kind"))?;
        let original = Original {
            report: read.reports().get(id)?,
            certificate: read.persons().certificate(person.id)?,
            zone: read.workspace().get()?.settings.time_zone,
        };
        Ok((original, facts))
    })
}

impl Original {
    /// What the copy says of it, before anything was removed.
    fn redaction(&self, made: Act) -> Result<Redaction, Error> {
        let signatures = self.report.signatures.len();
        if signatures == 0 {
            return Err(Error::new("redact-unsigned"));
        }
        Ok(Redaction {
            made,
            original_sha256: self.report.pdf_sha256.clone(),
            signatures: u32::try_from(signatures).unwrap_or(u32::MAX),
            removed: Vec::new(),
            answers: Vec::new(),
        })
    }

    /// The person's key as it is, or where its certificate names what was removed, the same key with one that does not.
    fn key(
        &self,
        session: &Session,
        signing_key: &[u8],
        shown: &Person,
        redacted: &Redacted,
    ) -> Result<LocalKey, Error> {
        let certificate = self.certificate.as_ref();
        let certificate = certificate.ok_or_else(|| Error::new("certificate-missing"))?;
        let key = LocalKey::from_parts(signing_key, certificate)?;
        if named_in(certificate, &redacted.gone).is_none() {
            return Ok(key);
        }
        let subject = KeySubject {
            name: shown.name.clone(),
            organisation: redacted.facts.organisation.clone(),
            role: String::new(),
        };
        let mut random = session.environment.random();
        Ok(key.named(&subject, |bytes| random(bytes))?)
    }

    /// Sets the copy and signs it.
    fn copy(
        &self,
        session: &Session,
        facts: &Facts,
        (person, key): (&Person, &dyn KeySource),
        at: Timestamp,
    ) -> Result<Vec<u8>, Error> {
        let locale = self.report.locale;
        let unsigned = with_fonts(&*session.environment, locale.lead(), |fonts| {
            set(facts, &session.framework, locale, fonts)
        })?;
        let holder = holder_of(key.chain().first().map(Vec::as_slice).unwrap_or_default())?;
        let by = Signer {
            person,
            act: "paper-redacted-by",
            key,
            holder: &holder,
        };
        let time = claimed(at, &self.zone);
        sign_as(session, (&unsigned.pdf, locale.lead()), &by, time)
    }
}

/// Removes what is to be removed; whoever makes the copy is named in it like everybody else. What stands
/// in its place is the same text in both columns of a copy in two languages, so it says it in both.
fn cut(
    mut facts: Facts,
    cut: &Cut,
    redaction: Redaction,
    locale: ReportLocale,
    person: &Person,
) -> Result<Redacted, Error> {
    if facts.head().person(person.id).is_none() {
        facts.persons.push(PersonFacts {
            id: person.id,
            name: person.name.clone(),
            title: person.title.clone(),
        });
    }
    let texts = paper::all_texts(locale)?;
    let said = |id: &str, args: &[_]| {
        let words: Vec<String> = texts.iter().map(|texts| texts.get(id, args)).collect();
        words.join(" ")
    };
    let numbered = |id: &str, number: usize| said(id, &[("number", number.into())]);
    let with = Substitutes {
        removed: &said("paper-removed", &[]),
        person: &|number| numbered("paper-removed-person", number),
        evidence: &|number| numbered("paper-removed-evidence", number),
    };
    Ok(redact(facts, cut, &with, redaction)?)
}

/// The person as the copy names them.
fn shown(facts: &Facts, person: &Person) -> Person {
    let head = facts.head();
    let named = head.person(person.id);
    Person {
        name: named.map(|named| named.name.clone()).unwrap_or_default(),
        title: named.map(|named| named.title.clone()).unwrap_or_default(),
        ..person.clone()
    }
}

/// The first of some words that stands in a certificate.
fn named_in<'a>(certificate: &[u8], gone: &'a [String]) -> Option<&'a String> {
    gone.iter().find(|word| stands_in(certificate, word))
}

/// Looks for everything that was removed in every part of the copy; words of the program's own papers are in all of them.
fn nothing_left(copy: &[u8], gone: &[String], locale: ReportLocale) -> Result<(), Error> {
    let left = words_in(copy, gone)?;
    match left
        .into_iter()
        .find(|word| !paper::is_own_word(locale, word))
    {
        Some(word) => Err(Error::new("redact-left").with("word", word)),
        None => Ok(()),
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Nothing => Self::new("redact-nothing"),
            Refusal::ShortWord(word) => Self::new("redact-word-short").with("word", word),
            Refusal::NoQuestion(question) => {
                Self::new("redact-question").with("question", question)
            }
            Refusal::RedLine(question) => Self::new("redact-red-line").with("question", question),
        }
    }
}
