//! From facts to the pages of a report.

use crate::environment::Environment;
use crate::error::{Error, file};
use assay_domain::facts::Facts;
use assay_domain::framework::Framework;
use assay_domain::locale::Locale;
use assay_report::model::{Block, Document, Frame, SignatureSlot, Signatures};
use assay_report::{Attachment, FontSource, Fonts, Meta, font_files, render};

/// Reads the faces of a language and hands them to a function.
pub(crate) fn with_fonts<T>(
    environment: &dyn Environment,
    locale: Locale,
    make: impl FnOnce(&Fonts<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let files = font_files(locale);
    let read = files.iter().map(|entry| {
        environment
            .font(entry.name)
            .map_err(|error| file(entry.name, error))
    });
    let bytes: Vec<Vec<u8>> = read.collect::<Result<_, _>>()?;
    let sources: Vec<FontSource<'_>> = files
        .into_iter()
        .zip(&bytes)
        .map(|(file, bytes)| FontSource { file, bytes })
        .collect();
    make(&Fonts::load(&sources)?)
}

/// Sets a report and returns its bytes.
pub(crate) fn assessment(
    facts: &Facts,
    _: &Framework,
    locale: Locale,
    fonts: &Fonts<'_>,
) -> Result<(Vec<u8>, u32), Error> {
    let slots = facts
        .assessment
        .signers
        .iter()
        .enumerate()
        .map(|(place, signer)| {
            let person = facts.person(signer.person);
            let name = person.map(|person| person.name.clone()).unwrap_or_default();
            SignatureSlot {
                field: format!("Sig{}", place + 1),
                role: format!("{:?}", signer.role),
                title: person
                    .map(|person| person.title.clone())
                    .unwrap_or_default(),
                tip: name.clone(),
                name,
            }
        });
    let document = Document {
        locale,
        title: facts.system.name.clone(),
        frame: Frame::default(),
        link_prefix: String::new(),
        blocks: vec![
            Block::Title {
                title: facts.system.name.clone(),
                subtitle: facts.organisation.clone(),
            },
            Block::Signatures(Signatures {
                heads: Default::default(),
                placeholder: String::new(),
                date: String::new(),
                slots: slots.collect(),
            }),
        ],
    };
    let bytes = facts.canonical()?;
    let attachment = Attachment {
        name: "facts.json",
        media_type: "application/json",
        relationship: "Data",
        description: "facts",
        bytes: &bytes,
    };
    let meta = Meta {
        author: &facts.organisation,
        producer: "Assay",
        created: &facts.as_of.to_string(),
        attachments: &[attachment],
    };
    Ok((render(&document, fonts, &meta)?, 1))
}
