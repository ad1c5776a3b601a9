//! The signature fields of a report.

use serde::Serialize;

use crate::error::Error;
use crate::pdf::document::{Document, View};
use crate::pdf::object::{Dictionary, Object};
use crate::pdf::text;

/// How many fields a form may have; a report has up to three.
const MAX_FIELDS: usize = 64;

/// A place for one signature.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SignatureField {
    /// Name of the field, unique in the file.
    pub name: String,
    /// What a reader shows or speaks for it; empty when the file says nothing.
    pub label: String,
    /// Width of its place on the page, in points.
    pub width: f64,
    /// Height of its place on the page, in points.
    pub height: f64,
    /// Whether somebody has signed in it.
    pub signed: bool,
}

/// A field with what only this crate needs of it.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) number: u32,
    pub(crate) public: SignatureField,
    /// Object number of the signature.
    pub(crate) value: Option<u32>,
}

/// Lists the signature fields of a file in their order, filled or empty.
///
/// # Errors
///
/// [`Error::Unreadable`] when the bytes are no PDF in the strict shape of a report, and [`Error::Form`] when its form is another.
pub fn fields(pdf: &[u8]) -> Result<Vec<SignatureField>, Error> {
    let document = Document::read(pdf)?;
    let fields = read(document.latest())?;
    Ok(fields.into_iter().map(|field| field.public).collect())
}

/// The number of the form, if the file has one.
pub(crate) fn number(view: View<'_, '_>) -> Result<Option<u32>, Error> {
    match view.catalog()?.get(b"AcroForm") {
        None => Ok(None),
        Some(Object::Reference(number)) => Ok(Some(*number)),
        Some(_) => Err(Error::Form("the form is an object of its own")),
    }
}

/// Reads the signature fields at one revision.
pub(crate) fn read(view: View<'_, '_>) -> Result<Vec<Field>, Error> {
    let Some(number) = number(view)? else {
        return Ok(Vec::new());
    };
    let form = view.dictionary(number)?;
    if form.has(b"XFA") {
        return Err(Error::Form("a form without XFA"));
    }
    let list = match form.get(b"Fields") {
        None => Object::Array(Vec::new()),
        Some(list) => view.resolve(list)?,
    };
    let Object::Array(list) = list else {
        return Err(Error::Form("a list of fields"));
    };
    if list.len() > MAX_FIELDS {
        return Err(Error::Form("fewer fields"));
    }
    let mut fields: Vec<Field> = Vec::new();
    for item in &list {
        let number = item
            .reference()
            .ok_or(Error::Form("fields that are objects"))?;
        let dictionary = view.dictionary(number)?;
        let Some(field) = read_field(view, number, &dictionary)? else {
            continue;
        };
        let known = |other: &Field| {
            other.number == number
                || other.public.name == field.public.name
                || (field.value.is_some() && other.value == field.value)
        };
        if fields.iter().any(known) {
            return Err(Error::Form("each field and each signature once"));
        }
        fields.push(field);
    }
    Ok(fields)
}

fn read_field(
    view: View<'_, '_>,
    number: u32,
    dictionary: &Dictionary,
) -> Result<Option<Field>, Error> {
    if dictionary.has(b"Kids") || dictionary.has(b"Parent") {
        return Err(Error::Form("fields that are their own widgets"));
    }
    if dictionary.name(b"FT") != Some(b"Sig") {
        return Ok(None);
    }
    let string = |key: &[u8]| dictionary.string(key).map(text::decode).unwrap_or_default();
    let name = string(b"T");
    if name.is_empty() {
        return Err(Error::Form("a field's name"));
    }
    let value = match dictionary.get(b"V") {
        None => None,
        Some(Object::Reference(number)) => Some(*number),
        Some(_) => return Err(Error::Form("a signature that is an object")),
    };
    let (width, height) = size(view, dictionary)?;
    Ok(Some(Field {
        number,
        value,
        public: SignatureField {
            name,
            label: string(b"TU"),
            width,
            height,
            signed: value.is_some(),
        },
    }))
}

fn size(view: View<'_, '_>, dictionary: &Dictionary) -> Result<(f64, f64), Error> {
    let rectangle = match dictionary.get(b"Rect") {
        Some(object) => view.resolve(object)?,
        None => Object::Null,
    };
    let Object::Array(corners) = rectangle else {
        return Err(Error::Form("a field's place"));
    };
    let numbers: Vec<f64> = corners.iter().filter_map(Object::number).collect();
    match numbers.as_slice() {
        [left, bottom, right, top] if corners.len() == 4 && right >= left && top >= bottom => {
            Ok((right - left, top - bottom))
        }
        _ => Err(Error::Form("a field's place")),
    }
}
