//! Looking for words everywhere in a file, so that nobody hands out what should not be in it.

use crate::error::Error;
use crate::page::page_texts;
use crate::pdf::document::{Document, View};
use crate::pdf::object::{Dictionary, Object};

/// Returns those of some words that stand anywhere in a PDF: in what its pages show, in any string or name, in any stream as it decodes, certificates and embedded files included. Case and white space do not count.
///
/// # Errors
///
/// [`Error::Unreadable`] when the file or one of its streams can't be read, so that nothing can be said.
pub fn words_in(pdf: &[u8], words: &[String]) -> Result<Vec<String>, Error> {
    let document = Document::read(pdf)?;
    let view = document.latest();
    let mut left: Vec<Sought> = words.iter().map(|word| Sought::new(word)).collect();
    let mut found = Vec::new();
    let mut look = |bytes: &[u8]| {
        left.retain(|sought| {
            let there = sought.stands_in(bytes);
            if there {
                found.push(sought.word.clone());
            }
            !there
        });
    };
    look(&packed(page_texts(pdf)?.concat().as_bytes()));
    for number in view.numbers() {
        object(view, &view.get(number)?, &mut look)?;
    }
    dictionary(view, view.trailer(), &mut look)?;
    Ok(found)
}

/// A word in each way in which a file may write it.
struct Sought {
    word: String,
    forms: [Vec<u8>; 2],
}

impl Sought {
    fn new(word: &str) -> Self {
        let plain: String = word.chars().filter(|one| !one.is_whitespace()).collect();
        let lower = plain.to_lowercase();
        let wide = lower.encode_utf16().flat_map(u16::to_be_bytes);
        Self {
            word: word.to_owned(),
            forms: [lower.clone().into_bytes(), wide.collect()],
        }
    }

    fn stands_in(&self, bytes: &[u8]) -> bool {
        let holds = |form: &Vec<u8>| {
            !form.is_empty()
                && bytes
                    .windows(form.len())
                    .any(|window| window == form.as_slice())
        };
        self.forms.iter().any(holds)
    }
}

/// Text in lower case and without white space, where the bytes are text.
fn packed(bytes: &[u8]) -> Vec<u8> {
    if let Some(units) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units = units
            .chunks_exact(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        let text = String::from_utf16_lossy(&units.collect::<Vec<_>>());
        return packed(text.as_bytes());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text
            .chars()
            .filter(|one| !one.is_whitespace())
            .flat_map(char::to_lowercase)
            .collect::<String>()
            .into_bytes(),
        Err(_) => bytes.to_ascii_lowercase(),
    }
}

fn object(view: View<'_, '_>, one: &Object, look: &mut impl FnMut(&[u8])) -> Result<(), Error> {
    match one {
        Object::String(bytes) | Object::Name(bytes) => look(&packed(bytes)),
        Object::Array(items) => {
            for item in items {
                object(view, item, look)?;
            }
        }
        Object::Dictionary(inner) => dictionary(view, inner, look)?,
        Object::Stream(stream) => {
            dictionary(view, &stream.dictionary, look)?;
            match view.decoded(stream) {
                Ok(bytes) => look(&packed(&bytes)),
                // Pictures have filters of their own, and no text.
                Err(_) if stream.dictionary.name(b"Subtype") == Some(b"Image") => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        _ => {}
    }
    Ok(())
}

fn dictionary(
    view: View<'_, '_>,
    inner: &Dictionary,
    look: &mut impl FnMut(&[u8]),
) -> Result<(), Error> {
    for entry in inner.entries() {
        look(&packed(&entry.key));
        object(view, &entry.value, look)?;
    }
    Ok(())
}
