//! The sections of reports, each made from the same frozen facts.
//!
//! A kind of report is a struct of facts that is [`Printed`]: it says what stands on its pages, within
//! the frame that all kinds share.

mod action;
mod assessment;
mod audit;
mod clause;
mod comparison;
mod cover;
mod decisions;
mod drill;
mod evidence;
mod fallback;
mod finding;
mod glossary;
mod grade;
mod incident;
mod ledger;
mod measure;
mod method;
mod oscal;
mod overview;
mod paper;
mod red_line;
mod redaction;
mod risk;
mod sign;
mod story;
mod summary;
mod system;
mod voice;

pub use cover::signer_act;
pub use evidence::evidence_numbers;
pub use voice::groups;

use crate::docx::{CopyMeta, editable};
use crate::l10n::Texts;
use crate::model::Document;
use crate::pdf::rendered;
use crate::{Attachment, Error, Fonts, Meta};
use assay_domain::facts::{Head, canonical};
use assay_domain::framework::Framework;
use serde::Serialize;
use sha2::{Digest, Sha256};
use voice::Voice;

/// Everything a report is made from.
pub struct Source<'a, F> {
    /// The frozen state.
    pub facts: &'a F,
    /// The framework that the facts rest on.
    pub framework: &'a Framework,
    /// Messages of the report's languages, of the files [`crate::l10n::REPORT_FILES`]. There is one, or
    /// two that are set side by side; the first leads.
    pub texts: &'a [Texts],
}

/// Facts of one kind of report.
pub trait Printed: Serialize + Sized {
    /// The JSON schema of the facts, as it travels inside every report of the kind.
    const SCHEMA: &'static str;

    /// Returns what the facts say about the report itself.
    fn head(&self) -> Head;

    /// Tells the facts in the words of the report.
    ///
    /// # Errors
    /// Refuses what the facts of the kind can't be told without.
    fn told<'a>(&'a self, voice: &'a Voice<'a>) -> Result<Told, Error>;
}

/// Facts told: what stands on the pages, and what travels inside besides the facts and their schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The pages.
    pub document: Document,
    /// Further files inside.
    pub further: Vec<Further>,
}

impl From<Document> for Told {
    fn from(document: Document) -> Self {
        Self {
            document,
            further: Vec::new(),
        }
    }
}

/// A file inside a report, besides the facts and their schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Further {
    /// File name, ASCII.
    pub name: &'static str,
    /// The message that says what it holds.
    pub description: &'static str,
    /// Its bytes, JSON.
    pub bytes: Vec<u8>,
}

/// A finished report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeReport {
    /// The unsigned PDF, with empty signature fields `Sig1`, `Sig2`, ... in the order of signers.
    pub pdf: Vec<u8>,
    /// Number of its pages.
    pub pages: u32,
    /// The facts as attached: canonical JSON (RFC 8785).
    pub facts: Vec<u8>,
    /// SHA-256 of the attached facts, lower-case hexadecimal; it stands in every footer.
    pub facts_sha256: String,
}

/// Makes a report with the facts inside.
///
/// # Errors
/// As [`Printed::told`]; and refuses an unknown time zone and a character that no font has.
pub fn report<F: Printed>(
    source: &Source<'_, F>,
    fonts: &Fonts<'_>,
    producer: &str,
) -> Result<MadeReport, Error> {
    let (voices, facts) = voices_of(source)?;
    let told = voices.iter().map(|voice| source.facts.told(voice));
    let told: Vec<Told> = told.collect::<Result<_, Error>>()?;
    let told = told.into_iter().map(|told| (told.document, told.further));
    let (documents, further): (Vec<_>, Vec<_>) = told.unzip();
    let (voice, further) = (&voices[0], &further[0]);
    let data = voice.t("paper-attachment-facts");
    let schema = voice.t("paper-attachment-schema");
    let files = further.iter();
    let descriptions: Vec<String> = files.map(|file| voice.t(file.description)).collect();
    let mut attachments = vec![
        attachment("facts.json", "Data", &data, &facts),
        attachment(
            "facts.schema.json",
            "Supplement",
            &schema,
            F::SCHEMA.as_bytes(),
        ),
    ];
    attachments.extend(
        further
            .iter()
            .zip(&descriptions)
            .map(|(file, description)| {
                attachment(file.name, "Supplement", description, &file.bytes)
            }),
    );
    let meta = Meta {
        author: &voice.head.organisation,
        producer,
        created: &created(voice),
        attachments: &attachments,
    };
    let (pdf, pages) = rendered(&documents, fonts, &meta)?;
    Ok(MadeReport {
        pdf,
        pages,
        facts,
        facts_sha256: voice.facts_sha256.clone(),
    })
}

/// Tells facts as the documents that [`report`] sets, one for each language.
///
/// # Errors
/// As [`Printed::told`]; and refuses an unknown time zone.
pub fn documents<F: Printed>(source: &Source<'_, F>) -> Result<Vec<Document>, Error> {
    documents_in(source, &voices_of(source)?.0)
}

fn documents_in<F: Printed>(
    source: &Source<'_, F>,
    voices: &[Voice<'_>],
) -> Result<Vec<Document>, Error> {
    let told = voices
        .iter()
        .map(|voice| Ok(source.facts.told(voice)?.document));
    told.collect()
}

/// Makes the editable copy of a report from its facts: what stands on its pages as a Word file, unsigned.
///
/// # Errors
/// As [`report`].
pub fn editable_copy<F: Printed>(
    source: &Source<'_, F>,
    fonts: &Fonts<'_>,
) -> Result<Vec<u8>, Error> {
    let (voices, _) = voices_of(source)?;
    let documents = documents_in(source, &voices)?;
    let voice = &voices[0];
    let number = [("number", voice.head.report_number.into())];
    let digest = voice::groups(&voice.facts_sha256);
    let what = [
        ("number", voice.head.report_number.into()),
        ("digest", digest.into()),
    ];
    let meta = CopyMeta {
        author: &voice.head.organisation,
        created: &created(voice),
        mark: &voice.say("paper-copy-mark", &number),
        notice: &voice.say("paper-copy-notice", &what),
    };
    editable(&documents, fonts, &meta)
}

/// The words in which facts are told, language by language, and the facts as they are attached.
fn voices_of<'a, F: Printed>(source: &Source<'a, F>) -> Result<(Vec<Voice<'a>>, Vec<u8>), Error> {
    let facts = canonical(source.facts).map_err(|error| Error::Facts(error.to_string()))?;
    let sha256 = hex(&Sha256::digest(&facts));
    let voices = source.texts.iter();
    let voices =
        voices.map(|texts| Voice::new(source.facts.head(), source.framework, texts, &sha256));
    Ok((voices.collect::<Result<_, _>>()?, facts))
}

/// The moment of the facts, for the properties of a file.
fn created(voice: &Voice<'_>) -> String {
    let moment = voice.head.as_of.utc().format("%Y-%m-%dT%H:%M:%SZ");
    moment.to_string()
}

const fn attachment<'a>(
    name: &'a str,
    relationship: &'a str,
    description: &'a str,
    bytes: &'a [u8],
) -> Attachment<'a> {
    Attachment {
        name,
        media_type: "application/json",
        relationship,
        description,
        bytes,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
