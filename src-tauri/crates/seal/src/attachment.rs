//! The files embedded in a report.

use std::collections::{BTreeMap, HashSet};

use crate::error::Error;
use crate::pdf::document::{Document, View};
use crate::pdf::object::{Dictionary, Object};
use crate::pdf::text;

/// Name of the embedded file with the facts of a report; a PDF without it is none of ours.
pub const FACTS_NAME: &str = "facts.json";

/// How many embedded files are read; a report has fewer than ten.
const MAX_FILES: usize = 1_000;

/// Returns the embedded files of a PDF as it is now, by name.
///
/// Streams are decoded within one bound of 128 MiB for all of them.
///
/// # Errors
///
/// [`Error::Unreadable`] when the bytes are no PDF in the strict shape of a report or its streams exceed the bound; [`Error::Attachments`] when the list of files is not in order or names one twice.
pub fn attachments(pdf: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let document = Document::read(pdf)?;
    let view = document.latest();
    let mut files = BTreeMap::new();
    for (name, specification) in specifications(view)? {
        let bytes = content(view, &specification)?;
        if files.insert(name, bytes).is_some() {
            return Err(Error::Attachments("each name once"));
        }
    }
    Ok(files)
}

/// Tells whether the file with the facts is embedded.
pub(crate) fn has_facts(view: View<'_, '_>) -> bool {
    let found = specifications(view);
    found.is_ok_and(|files| files.iter().any(|(name, _)| name == FACTS_NAME))
}

/// The file specifications in the catalog's list, with the name that each gives itself.
fn specifications(view: View<'_, '_>) -> Result<Vec<(String, Dictionary)>, Error> {
    let resolved = |dictionary: &Dictionary, key: &[u8]| match dictionary.get(key) {
        Some(object) => view.resolve(object),
        None => Ok(Object::Null),
    };
    let Object::Dictionary(names) = resolved(&view.catalog()?, b"Names")? else {
        return Ok(Vec::new());
    };
    let mut files = Vec::new();
    let mut visited = HashSet::new();
    let mut waiting = vec![resolved(&names, b"EmbeddedFiles")?];
    while let Some(node) = waiting.pop() {
        let Object::Dictionary(node) = node else {
            continue;
        };
        if let Object::Array(pairs) = resolved(&node, b"Names")? {
            for pair in pairs.chunks(2) {
                let specification = pair.get(1).ok_or(Error::Attachments("names in pairs"))?;
                let again = specification
                    .reference()
                    .is_some_and(|number| !visited.insert(number));
                if again || files.len() == MAX_FILES {
                    return Err(Error::Attachments("each file once, and fewer files"));
                }
                let Object::Dictionary(specification) = view.resolve(specification)? else {
                    return Err(Error::Attachments("a file specification"));
                };
                files.push((name(&specification)?, specification));
            }
        }
        if let Object::Array(kids) = resolved(&node, b"Kids")? {
            for kid in &kids {
                let number = kid
                    .reference()
                    .ok_or(Error::Attachments("kids by reference"))?;
                if !visited.insert(number) {
                    return Err(Error::Attachments("a tree without circles"));
                }
                waiting.push(view.get(number)?);
            }
        }
        if waiting.len() > MAX_FILES {
            return Err(Error::Attachments("fewer lists of files"));
        }
    }
    Ok(files)
}

fn name(specification: &Dictionary) -> Result<String, Error> {
    let name = specification
        .string(b"UF")
        .or_else(|| specification.string(b"F"));
    name.map(text::decode)
        .ok_or(Error::Attachments("a file name"))
}

fn content(view: View<'_, '_>, specification: &Dictionary) -> Result<Vec<u8>, Error> {
    let missing = Error::Attachments("the content of a file");
    let Some(embedded) = specification.get(b"EF") else {
        return Err(missing);
    };
    let Object::Dictionary(embedded) = view.resolve(embedded)? else {
        return Err(missing);
    };
    let number = embedded
        .reference(b"UF")
        .or_else(|| embedded.reference(b"F"));
    let Some(number) = number else {
        return Err(missing);
    };
    match view.get(number)? {
        Object::Stream(stream) => Ok(view.decoded(&stream)?),
        _ => Err(missing),
    }
}
