//! Signing: one revision appended, which fills one signature field.

use std::collections::BTreeMap;
use std::io::Write as _;

use sha2::{Digest as _, Sha256};

use crate::certificate;
use crate::cms::{self, Signed};
use crate::error::{Error, KeyError};
use crate::form::{self, Field};
use crate::key_source::{Algorithm, KeySource};
use crate::pdf::document::{Document, Source, View};
use crate::pdf::object::{Dictionary, Entry, Object};
use crate::pdf::text::{encode, hex};
use crate::public_key;
use crate::time::ClaimedTime;
use crate::verify::judge::judge;
use crate::verify::scan::is_misleading;

/// How large the content of an appearance may be, in bytes.
const MAX_APPEARANCE: usize = 4 << 20;

/// Room for `[0 a b c]` with numbers of up to ten digits, filled up with spaces.
const BYTE_RANGE_LEN: usize = 36;

/// What each signature says of the program that made it.
pub(crate) const BUILT_BY: &str = "/Prop_Build<</App<</Name/Assay>>>>";

/// What a signature looks like on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Appearance {
    /// Operators of a content stream that need no resources: paths, colours, line widths and transformations.
    ///
    /// Text is given as the outlines of its glyphs. The origin is the lower left corner of the field, whose width and height [`crate::SignatureField`] tells; what lies outside is cut off.
    pub content: Vec<u8>,
}

/// What is to be signed, by whom and how.
#[derive(Clone, Copy)]
pub struct SignRequest<'a> {
    /// Name of the signature field; the first one that nobody has signed in.
    pub field: &'a str,
    /// The key with its certificates.
    pub key: &'a dyn KeySource,
    /// When, as the signer claims; nothing proves it.
    pub claimed_time: ClaimedTime,
    /// Name of the signer, for readers that show it; empty to leave it out.
    pub name: &'a str,
    /// Why, such as the role in which the report is signed; empty to leave it out.
    pub reason: &'a str,
    /// Where; empty to leave it out.
    pub location: &'a str,
    /// What is drawn in the field.
    pub appearance: &'a Appearance,
}

/// Object numbers of what one signature writes.
struct Numbers {
    root: u32,
    form: u32,
    signature: u32,
    appearance: u32,
    /// Used only where the file has cross-reference streams.
    cross_reference: u32,
}

/// Signs a report: the bytes as they are, with one revision appended.
///
/// The revision changes the field's value and appearance, the form's flags and, for the first signature, the catalog's permissions: the report is certified, and only further signatures are allowed. The same request on the same bytes gives the same result.
///
/// # Errors
///
/// [`Error`] says why nothing was signed; among the reasons are a field out of order, bytes after the end of the file, an earlier signature that does not hold, a claimed time outside the validity of the certificate, and a key that does not fit its certificate.
pub fn sign(pdf: &[u8], request: &SignRequest<'_>) -> Result<Vec<u8>, Error> {
    let document = Document::read(pdf)?;
    if !document.tail().is_empty() {
        return Err(Error::Appended);
    }
    let judgement = judge(&document);
    if !judgement.problems.is_empty() || judgement.additions > 0 {
        return Err(Error::EarlierSignature);
    }
    let view = document.latest();
    let form = form::number(view)?.ok_or(Error::Form("a form"))?;
    let field = next_field(view, request.field)?;
    check_signer(request)?;
    let revision = Revision {
        view,
        field: &field,
        request,
        first: judgement.fields.iter().all(|field| !field.signed),
        numbers: Numbers::after(view, form)?,
    };
    revision.write()
}

fn next_field(view: View<'_, '_>, name: &str) -> Result<Field, Error> {
    let fields = form::read(view)?;
    let wanted = fields.iter().find(|field| field.public.name == name);
    let wanted = wanted.ok_or_else(|| Error::NoField(name.to_owned()))?;
    if wanted.value.is_some() {
        return Err(Error::AlreadySigned(name.to_owned()));
    }
    match fields.iter().find(|field| field.value.is_none()) {
        Some(next) if next.number != wanted.number => Err(Error::OutOfOrder {
            next: next.public.name.clone(),
        }),
        _ => Ok(wanted.clone()),
    }
}

fn check_signer(request: &SignRequest<'_>) -> Result<(), Error> {
    let signer = request.key.chain().first().ok_or(KeyError::Certificate)?;
    let certificate = certificate::read(signer)?;
    if !certificate::may_sign(&certificate) {
        return Err(KeyError::Usage.into());
    }
    let holder = certificate::holder(&certificate, signer);
    let time = request.claimed_time;
    if !time.is_writable() || !(holder.not_before..=holder.not_after).contains(&time.unix_seconds) {
        return Err(Error::Time);
    }
    if request.appearance.content.len() > MAX_APPEARANCE {
        return Err(Error::Appearance);
    }
    Ok(())
}

impl Numbers {
    fn after(view: View<'_, '_>, form: u32) -> Result<Self, Error> {
        let next = view
            .trailer()
            .size(b"Size")
            .and_then(|size| u32::try_from(size).ok());
        let next = next.filter(|next| next.checked_add(3).is_some());
        let next = next.ok_or(Error::Form("fewer objects"))?;
        Ok(Self {
            root: view.root(),
            form,
            signature: next,
            appearance: next + 1,
            cross_reference: next + 2,
        })
    }
}

/// A revision about to be written.
struct Revision<'r, 'd, 'a> {
    view: View<'d, 'a>,
    field: &'r Field,
    request: &'r SignRequest<'r>,
    /// Whether this is the first signature, which certifies the report.
    first: bool,
    numbers: Numbers,
}

/// The file while objects are appended to it.
struct Writer {
    out: Vec<u8>,
    places: BTreeMap<u32, usize>,
}

impl Writer {
    fn object(&mut self, number: u32, content: &[u8]) {
        self.places.insert(number, self.out.len());
        self.text(&format!("{number} 0 obj\n"));
        self.out.extend_from_slice(content);
        self.text("\nendobj\n");
    }

    fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }
}

impl Revision<'_, '_, '_> {
    fn write(&self) -> Result<Vec<u8>, Error> {
        let Numbers {
            root,
            form,
            signature,
            appearance,
            ..
        } = self.numbers;
        let chain = self.request.key.chain();
        let algorithm = self.request.key.algorithm();
        let reserved = cms::reserved_len(chain, algorithm)?;
        let mut writer = Writer {
            out: self.view.document().file.to_vec(),
            places: BTreeMap::new(),
        };
        if !writer.out.ends_with(b"\n") {
            writer.text("\n");
        }
        let filled = format!("{signature} 0 R");
        let shown = format!("<</N {appearance} 0 R>>");
        let field = self.view.source(self.field.number)?;
        let field = with_entries(&field, &[("V", &filled), ("AP", &shown)]);
        writer.object(self.field.number, &field);
        let flags = self.view.source(form)?;
        if flags.dictionary.integer(b"SigFlags") != Some(3) {
            writer.object(form, &with_entries(&flags, &[("SigFlags", "3")]));
        }
        if self.first {
            let permissions = format!("<</DocMDP {signature} 0 R>>");
            let catalog = self.view.source(root)?;
            writer.object(root, &with_entries(&catalog, &[("Perms", &permissions)]));
        }
        writer.object(appearance, &self.appearance()?);
        let (byte_range, gap) = self.signature_object(&mut writer, reserved);
        self.cross_reference(&mut writer);
        let mut out = writer.out;
        let covered = format!("[0 {} {} {}]", gap.start, gap.end, out.len() - gap.end);
        out[byte_range..byte_range + covered.len()].copy_from_slice(covered.as_bytes());
        let contents = self.seal(chain, algorithm, [&out[..gap.start], &out[gap.end..]])?;
        let digits = hex(&contents);
        out[gap.start + 1..gap.start + 1 + digits.len()].copy_from_slice(digits.as_bytes());
        Ok(out)
    }

    /// Makes the signature over the covered bytes, and checks it before it is written.
    fn seal(
        &self,
        chain: &[Vec<u8>],
        algorithm: Algorithm,
        covered: [&[u8]; 2],
    ) -> Result<Vec<u8>, Error> {
        let digest = algorithm.hash().digest(&covered);
        let message = cms::message(chain, &digest)?;
        let signature = self.request.key.sign(&message)?;
        let signature = public_key::canonical(algorithm, &signature).ok_or(KeyError::Mismatch)?;
        let signer = certificate::read(&chain[0])?;
        if !certificate::verify(&signer, &message, &signature) {
            return Err(KeyError::Mismatch.into());
        }
        Ok(cms::encode(&Signed {
            chain: chain.to_vec(),
            algorithm,
            digest,
            signature,
        })?)
    }

    fn appearance(&self) -> Result<Vec<u8>, Error> {
        let mut plain = self.request.appearance.content.clone();
        let deflated = loop {
            let mut encoder =
                flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
            let deflated = encoder.write_all(&plain).and_then(|()| encoder.finish());
            let deflated = deflated.map_err(|_| Error::Appearance)?;
            // A carriage return before the line feed that follows would look like one end of line, and
            // verifying refuses what a reader that repairs files could take for an object.
            if deflated.last() != Some(&b'\r') && !is_misleading(&deflated) {
                break deflated;
            }
            plain.push(b'\n');
        };
        let size = &self.field.public;
        let mut object = format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 {} {}]/Resources<<>>/Filter/FlateDecode/Length {}>>\nstream\n",
            points(size.width),
            points(size.height),
            deflated.len()
        )
        .into_bytes();
        object.extend_from_slice(&deflated);
        object.extend_from_slice(b"\nendstream");
        Ok(object)
    }

    /// Writes the signature with empty room; returns where the byte range goes and what it leaves out.
    fn signature_object(
        &self,
        writer: &mut Writer,
        reserved: usize,
    ) -> (usize, std::ops::Range<usize>) {
        let request = self.request;
        let number = self.numbers.signature;
        writer.places.insert(number, writer.out.len());
        writer.text(&format!(
            "{number} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached{BUILT_BY}/M({})",
            request.claimed_time.pdf_date()
        ));
        for (key, value) in [
            ("Name", request.name),
            ("Reason", request.reason),
            ("Location", request.location),
        ] {
            if !value.is_empty() {
                writer.text(&format!("/{key}{}", encode(value)));
            }
        }
        if self.first {
            writer.text(
                "/Reference[<</Type/SigRef/TransformMethod/DocMDP\
                 /TransformParams<</Type/TransformParams/P 2/V/1.2>>>>]",
            );
        }
        writer.text("/ByteRange");
        let byte_range = writer.out.len();
        writer.text(&" ".repeat(BYTE_RANGE_LEN));
        writer.text("/Contents");
        let start = writer.out.len();
        writer.text("<");
        writer.text(&"0".repeat(reserved * 2));
        writer.text(">");
        let gap = start..writer.out.len();
        writer.text("\n>>\nendobj\n");
        (byte_range, gap)
    }

    /// Writes the cross-reference in the kind that the file has.
    fn cross_reference(&self, writer: &mut Writer) {
        let at = writer.out.len();
        let section = self.view.section();
        let digest = Sha256::digest(&writer.out[section.region.end..]);
        let mut trailer = format!("/Root {} 0 R/Prev {}", self.numbers.root, section.at);
        if let Some(information) = section.trailer.reference(b"Info") {
            trailer.push_str(&format!("/Info {information} 0 R"));
        }
        if let Some([Object::String(first), _]) = section.trailer.array(b"ID") {
            trailer.push_str(&format!("/ID[<{}><{}>]", hex(first), hex(&digest[..16])));
        }
        if section.stream.is_none() {
            write_table(writer, &trailer, self.numbers.cross_reference);
        } else {
            write_stream(writer, &trailer, self.numbers.cross_reference);
        }
        writer.text(&format!("startxref\n{at}\n%%EOF\n"));
    }
}

/// The object numbers in runs without gaps.
fn runs(places: &BTreeMap<u32, usize>) -> Vec<(u32, Vec<usize>)> {
    let mut runs: Vec<(u32, Vec<usize>)> = Vec::new();
    for (number, place) in places {
        match runs.last_mut() {
            Some((first, run)) if *first as usize + run.len() == *number as usize => {
                run.push(*place);
            }
            _ => runs.push((*number, vec![*place])),
        }
    }
    runs
}

fn write_table(writer: &mut Writer, trailer: &str, size: u32) {
    let runs = runs(&writer.places);
    writer.text("xref\n");
    for (first, run) in runs {
        writer.text(&format!("{first} {}\n", run.len()));
        for place in run {
            writer.text(&format!("{place:010} 00000 n \n"));
        }
    }
    writer.text(&format!("trailer\n<</Size {size}{trailer}>>\n"));
}

fn write_stream(writer: &mut Writer, trailer: &str, number: u32) {
    writer.places.insert(number, writer.out.len());
    let mut index = String::new();
    let mut rows = Vec::new();
    for (first, run) in runs(&writer.places) {
        index.push_str(&format!("{first} {} ", run.len()));
        for place in run {
            rows.push(1);
            rows.extend_from_slice(&(place as u64).to_be_bytes());
            rows.push(0);
        }
    }
    writer.text(&format!(
        "{number} 0 obj\n<</Type/XRef/Size {}/W[1 8 1]/Index[{}]/Length {}{trailer}>>\nstream\n",
        number + 1,
        index.trim_end(),
        rows.len()
    ));
    writer.out.extend_from_slice(&rows);
    writer.text("\nendstream\nendobj\n");
}

/// The text of a dictionary with some entries replaced or added, and every other byte as it was.
fn with_entries(source: &Source, entries: &[(&str, &str)]) -> Vec<u8> {
    let mut kept = Vec::new();
    let mut at = source.span.start;
    let mut written: Vec<&Entry> = source.dictionary.entries().iter().collect();
    written.sort_by_key(|entry| entry.span.start);
    for old in written {
        if entries.iter().any(|(key, _)| key.as_bytes() == old.key) {
            kept.extend_from_slice(&source.text[at..old.span.start]);
            at = old.span.end;
        }
    }
    let closing = source.span.end - 2;
    kept.extend_from_slice(&source.text[at..closing]);
    for (key, value) in entries {
        kept.extend_from_slice(format!("/{key} {value}").as_bytes());
    }
    kept.extend_from_slice(b">>");
    kept
}

/// A length in points with at most three decimals, the shortest that says it.
fn points(length: f64) -> String {
    let text = format!("{length:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Tells whether an appearance is one that [`sign`] writes for a field.
pub(crate) fn is_appearance(dictionary: &Dictionary, field: &Field) -> bool {
    let corner = |index: usize| {
        let corners = dictionary
            .array(b"BBox")
            .filter(|corners| corners.len() == 4)?;
        corners[index].number()
    };
    let size = &field.public;
    let near = |value: Option<f64>, wanted: f64| value.is_some_and(|v| (v - wanted).abs() < 0.001);
    dictionary.has_only(&[
        b"Type",
        b"Subtype",
        b"BBox",
        b"Resources",
        b"Filter",
        b"Length",
    ]) && dictionary.name(b"Type") == Some(b"XObject")
        && dictionary.name(b"Subtype") == Some(b"Form")
        && (dictionary.dictionary(b"Resources")).is_some_and(|all| all.entries().is_empty())
        && near(corner(0), 0.0)
        && near(corner(1), 0.0)
        && near(corner(2), size.width)
        && near(corner(3), size.height)
}
