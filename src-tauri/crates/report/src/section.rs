//! The assessment report: its sections, each made from the same facts.

mod action;
mod clause;
mod cover;
mod evidence;
mod glossary;
mod grade;
mod measure;
mod method;
mod red_line;
mod risk;
mod sign;
mod story;
mod summary;
mod system;

use crate::l10n::Texts;
use crate::model::{Block, Document, Heading};
use crate::pdf::rendered;
use crate::{Attachment, Error, Fonts, Meta};
use assay_domain::facts::Facts;
use assay_domain::framework::Framework;
use sha2::{Digest, Sha256};
use story::Story;

/// The schema of the facts, as it travels inside every report.
pub const FACTS_SCHEMA: &str = include_str!("../../../../assets/report/facts.schema.json");

/// Everything an assessment report is made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The frozen state.
    pub facts: &'a Facts,
    /// The framework that the facts rest on.
    pub framework: &'a Framework,
    /// Messages of the report's language, of the files [`crate::l10n::REPORT_FILES`].
    pub texts: &'a Texts,
}

/// A finished assessment report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentReport {
    /// The unsigned PDF, with empty signature fields `Sig1`, `Sig2`, ... in the order of signers.
    pub pdf: Vec<u8>,
    /// Number of its pages.
    pub pages: u32,
    /// The facts as attached: canonical JSON (RFC 8785).
    pub facts: Vec<u8>,
    /// SHA-256 of the attached facts, lower-case hexadecimal; it stands in every footer.
    pub facts_sha256: String,
}

/// Makes the assessment report with the facts inside.
///
/// # Errors
/// Refuses facts that the method in them cannot grade, an unknown time zone, and a character that no
/// font has.
pub fn assessment_report(
    source: Source<'_>,
    fonts: &Fonts<'_>,
    producer: &str,
) -> Result<AssessmentReport, Error> {
    let facts = source
        .facts
        .canonical()
        .map_err(|error| Error::Facts(error.to_string()))?;
    let facts_sha256 = hex(&Sha256::digest(&facts));
    let document = assessment(source, &facts_sha256)?;
    let data = source.texts.get("paper-attachment-facts", &[]);
    let schema = source.texts.get("paper-attachment-schema", &[]);
    let attachment = |name, relationship, description, bytes| Attachment {
        name,
        media_type: "application/json",
        relationship,
        description,
        bytes,
    };
    let created = source.facts.as_of.utc().format("%Y-%m-%dT%H:%M:%SZ");
    let meta = Meta {
        author: &source.facts.organisation,
        producer,
        created: &created.to_string(),
        attachments: &[
            attachment("facts.json", "Data", &data, &facts),
            attachment(
                "facts.schema.json",
                "Supplement",
                &schema,
                FACTS_SCHEMA.as_bytes(),
            ),
        ],
    };
    let (pdf, pages) = rendered(&document, fonts, &meta)?;
    Ok(AssessmentReport {
        pdf,
        pages,
        facts,
        facts_sha256,
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the assessment report as a document; `facts_sha256` is the digest of the attached facts.
///
/// # Errors
/// Refuses facts that the method in them cannot grade, and an unknown time zone.
pub fn assessment(source: Source<'_>, facts_sha256: &str) -> Result<Document, Error> {
    let story = Story::new(source, facts_sha256)?;
    let mut blocks = cover::blocks(&story);
    blocks.push(Block::PageBreak);
    blocks.extend(red_line::blocks(&story));
    blocks.extend(summary::blocks(&story));
    blocks.push(Block::PageBreak);
    blocks.push(Block::Heading(Heading {
        level: 1,
        text: story.t("paper-contents"),
        ..Heading::default()
    }));
    blocks.push(Block::Contents);
    for section in [system::blocks, grade::blocks, clause::blocks, risk::blocks] {
        blocks.push(Block::PageBreak);
        blocks.extend(section(&story));
    }
    blocks.push(Block::PageBreak);
    blocks.extend(measure::blocks(&story));
    blocks.extend(action::blocks(&story));
    blocks.extend(evidence::blocks(&story));
    blocks.extend(method::blocks(&story));
    blocks.extend(glossary::blocks(&story));
    blocks.push(Block::PageBreak);
    blocks.extend(sign::blocks(&story));
    Ok(Document {
        locale: source.texts.locale(),
        title: story.title(),
        frame: story.frame(),
        link_prefix: story.t("paper-link"),
        blocks,
    })
}
