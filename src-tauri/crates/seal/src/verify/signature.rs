//! Checks one signature over the bytes that it covers.

use std::ops::Range;

use super::problem::Problem;
use super::verdict::FieldVerdict;
use crate::certificate;
use crate::cms::{self, Flaw};
use crate::form::Field;
use crate::pdf::document::{Document, View};
use crate::pdf::object::{Dictionary, Object};
use crate::pdf::text;
use crate::pdf::xref::Place;
use crate::time::ClaimedTime;

/// The verdict on a signature and what is wrong with it.
pub(crate) struct Checked {
    pub(crate) verdict: FieldVerdict,
    pub(crate) problems: Vec<Problem>,
}

/// Checks the signature that a revision put into a field.
pub(crate) fn check(
    document: &Document<'_>,
    revision: usize,
    field: &Field,
    value: u32,
    first: bool,
) -> Checked {
    let name = field.public.name.clone();
    let mut verdict = FieldVerdict::empty(name.clone(), field.public.label.clone());
    verdict.signed = true;
    verdict.revision = revision;
    let problem = match dictionary(document.at(revision), value) {
        None => Some(Problem::SignatureEntries {
            field: name.clone(),
        }),
        Some(dictionary) => {
            fill_in(&mut verdict, &dictionary);
            let check = Check {
                document,
                revision,
                dictionary: &dictionary,
                name: &name,
                first,
            };
            check.run(&mut verdict).err()
        }
    };
    Checked {
        verdict,
        problems: problem.into_iter().collect(),
    }
}

/// The signature's entries, where it is an object of its own that this revision added.
fn dictionary(view: View<'_, '_>, number: u32) -> Option<Dictionary> {
    let Some(Place::At(at)) = view.section().entries.get(&number) else {
        return None;
    };
    match view.indirect(number, *at).ok()?.object {
        Object::Dictionary(dictionary) => Some(dictionary),
        _ => None,
    }
}

fn fill_in(verdict: &mut FieldVerdict, dictionary: &Dictionary) {
    let string = |key: &[u8]| dictionary.string(key).map(text::decode).unwrap_or_default();
    verdict.claimed_time = ClaimedTime::from_pdf_date(&string(b"M"));
    verdict.name = string(b"Name");
    verdict.reason = string(b"Reason");
    verdict.location = string(b"Location");
    verdict.certifies = dictionary.has(b"Reference");
}

struct Check<'c, 'd, 'a> {
    document: &'d Document<'a>,
    revision: usize,
    dictionary: &'c Dictionary,
    name: &'c str,
    /// Whether it is the first signature of the report.
    first: bool,
}

impl Check<'_, '_, '_> {
    fn run(&self, verdict: &mut FieldVerdict) -> Result<(), Problem> {
        let field = || self.name.to_owned();
        let end = self.document.at(self.revision).section().region.end;
        verdict.covered_bytes = end;
        let gap = self
            .gap(end)
            .ok_or_else(|| Problem::ByteRange { field: field() })?;
        // The certificate is told even where something else fails: it says whose signature it claims to be.
        let contents = self.dictionary.string(b"Contents").unwrap_or_default();
        let signed = cms::decode(contents).map_err(|flaw| match flaw {
            Flaw::Form => Problem::SignatureForm { field: field() },
            Flaw::Algorithm => Problem::Algorithm { field: field() },
            Flaw::Certificate => Problem::Certificate { field: field() },
        })?;
        let unfit = || Problem::Certificate { field: field() };
        let signer = certificate::read(&signed.chain[0]).map_err(|_| unfit())?;
        let holder = certificate::holder(&signer, &signed.chain[0]);
        let validity = holder.not_before..=holder.not_after;
        verdict.holder = Some(holder);
        verdict.certificates.clone_from(&signed.chain);
        if !self.entries_are_ours() {
            return Err(Problem::SignatureEntries { field: field() });
        }
        if !self.certifies_as_it_should() {
            return Err(Problem::Certification { field: field() });
        }
        let covered = [
            &self.document.file[..gap.start],
            &self.document.file[gap.end..end],
        ];
        if signed.algorithm.hash().digest(&covered) != signed.digest {
            return Err(Problem::Digest { field: field() });
        }
        let message = cms::message(&signed.chain, &signed.digest).map_err(|_| unfit())?;
        if !certificate::verify(&signer, &message, &signed.signature) {
            return Err(Problem::Signature { field: field() });
        }
        if !certificate::may_sign(&signer) {
            return Err(unfit());
        }
        let claimed = verdict.claimed_time.map(|time| time.unix_seconds);
        if !claimed.is_some_and(|claimed| validity.contains(&claimed)) {
            return Err(Problem::ClaimedTime { field: field() });
        }
        Ok(())
    }

    /// The bytes that the signature leaves out: exactly its own lower-case hexadecimal string.
    ///
    /// The place is found by reading the object, never taken from the byte range, which must then agree.
    fn gap(&self, end: usize) -> Option<Range<usize>> {
        let gap = self.dictionary.entry(b"Contents")?.value_span.clone();
        let digits = self.document.file.get(gap.clone())?;
        let digits = digits.strip_prefix(b"<")?.strip_suffix(b">")?;
        let lower = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if !digits.len().is_multiple_of(2) || !digits.iter().all(lower) {
            return None;
        }
        let number = |value: usize| i64::try_from(value).ok().map(Object::Integer);
        let wanted = [
            Object::Integer(0),
            number(gap.start)?,
            number(gap.end)?,
            number(end.checked_sub(gap.end)?)?,
        ];
        (self.dictionary.array(b"ByteRange")? == wanted).then_some(gap)
    }

    fn entries_are_ours(&self) -> bool {
        let keys: [&[u8]; 11] = [
            b"Type",
            b"Filter",
            b"SubFilter",
            b"Prop_Build",
            b"M",
            b"Name",
            b"Reason",
            b"Location",
            b"Reference",
            b"ByteRange",
            b"Contents",
        ];
        let dictionary = self.dictionary;
        dictionary.has_only(&keys)
            && dictionary.name(b"Type") == Some(b"Sig")
            && dictionary.name(b"Filter") == Some(b"Adobe.PPKLite")
            && dictionary.name(b"SubFilter") == Some(b"ETSI.CAdES.detached")
    }

    /// The first signature certifies and allows further signatures; a later one does not certify.
    fn certifies_as_it_should(&self) -> bool {
        let Some(reference) = self.dictionary.get(b"Reference") else {
            return !self.first;
        };
        let Object::Array(references) = reference else {
            return false;
        };
        let [Object::Dictionary(reference)] = references.as_slice() else {
            return false;
        };
        let parameters = reference.dictionary(b"TransformParams");
        self.first
            && reference.has_only(&[b"Type", b"TransformMethod", b"TransformParams"])
            && reference.name(b"TransformMethod") == Some(b"DocMDP")
            && parameters.is_some_and(|parameters| {
                parameters.has_only(&[b"Type", b"P", b"V"]) && parameters.integer(b"P") == Some(2)
            })
    }
}
