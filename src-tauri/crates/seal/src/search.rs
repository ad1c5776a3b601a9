//! Looking for words everywhere in a file, so that nobody hands out what should not be in it.

use crate::error::Error;
use crate::page::page_texts;
use crate::pdf::document::{Document, View};
use crate::pdf::object::{Dictionary, Object};

/// Returns those of some words that stand anywhere in a PDF: in what its pages show, in any string or name, in any stream as it decodes, certificates and embedded files included. White space does not count, nor does case, in bytes that are no text as a whole that of ASCII.
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

/// Whether a word stands in some bytes, as [`words_in`] looks for it.
#[must_use]
pub fn stands_in(bytes: &[u8], word: &str) -> bool {
    Sought::new(word).stands_in(&packed(bytes))
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
        let wide: Vec<u8> = plain.encode_utf16().flat_map(u16::to_be_bytes).collect();
        Self {
            word: word.to_owned(),
            forms: [lower.into_bytes(), packed_bytes(&wide)],
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

/// Text in lower case and without white space; where the bytes are no text as a whole, what of them may be.
fn packed(bytes: &[u8]) -> Vec<u8> {
    if let Some(units) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units = units
            .chunks_exact(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        let text = String::from_utf16_lossy(&units.collect::<Vec<_>>());
        return packed(text.as_bytes());
    }
    match std::str::from_utf8(bytes) {
        // Zeros are half of a wide text.
        Ok(text) if !bytes.contains(&0) => text
            .chars()
            .filter(|one| !one.is_whitespace())
            .flat_map(char::to_lowercase)
            .collect::<String>()
            .into_bytes(),
        _ => packed_bytes(bytes),
    }
}

/// Does the same in bytes such as those of a certificate, in which texts stand in one byte or two a character; a
/// wide word that is sought goes the same way.
fn packed_bytes(bytes: &[u8]) -> Vec<u8> {
    let mut kept: Vec<u8> = Vec::with_capacity(bytes.len());
    for byte in bytes {
        if !byte.is_ascii_whitespace() {
            kept.push(byte.to_ascii_lowercase());
        } else if kept.last() == Some(&0) {
            kept.pop();
        }
    }
    kept
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A name as certificates hold it, with bytes around it that are no text.
    fn certificate(name: &[u8]) -> Vec<u8> {
        [b"\x30\x82\xff\x0c", name, b"\x80\xfe\x01"].concat()
    }

    #[test]
    fn names_in_certificates_are_found_in_any_case_and_width() {
        let wide = |name: &str| {
            name.encode_utf16()
                .flat_map(u16::to_be_bytes)
                .collect::<Vec<_>>()
        };
        for name in ["Duty Officer", "DUTY OFFICER", "duty  officer"] {
            assert!(
                stands_in(&certificate(name.as_bytes()), "Duty Officer"),
                "{name}"
            );
            assert!(
                stands_in(&certificate(&wide(name)), "Duty Officer"),
                "{name}"
            );
        }
        for name in ["值班员", "值 班员"] {
            assert!(stands_in(&certificate(name.as_bytes()), "值班员"), "{name}");
            assert!(stands_in(&certificate(&wide(name)), "值班员"), "{name}");
        }
        assert!(!stands_in(&certificate(b"Duty Office"), "Duty Officer"));
        assert!(!stands_in(b"", "Duty Officer"));
    }
}
