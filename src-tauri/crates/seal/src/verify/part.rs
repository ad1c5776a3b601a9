//! Which part of a report an object belongs to.

use std::collections::{HashMap, HashSet};

use super::problem::Part;
use crate::pdf::document::View;
use crate::pdf::object::{Dictionary, Object};

/// The parts of a file at one revision, by object number.
///
/// Every object is read once, however many changes are to be named.
#[derive(Debug)]
pub(crate) struct Parts {
    /// The part, and the page from 1, or 0.
    known: HashMap<u32, (Part, usize)>,
}

impl Parts {
    /// Reads what belongs where.
    pub(crate) fn of(view: View<'_, '_>) -> Self {
        let mut parts = Self {
            known: HashMap::new(),
        };
        parts.note(view.root(), Part::Catalog, 0);
        if let Some(information) = view.trailer().reference(b"Info") {
            parts.note(information, Part::Metadata, 0);
        }
        parts.pages(view);
        parts.others(view);
        parts
    }

    /// Says which part an object belongs to, and on which page it is, counted from 1, or 0.
    pub(crate) fn of_object(&self, number: u32) -> (Part, usize) {
        self.known.get(&number).copied().unwrap_or((Part::Other, 0))
    }

    fn note(&mut self, number: u32, part: Part, page: usize) {
        self.known.entry(number).or_insert((part, page));
    }

    /// Notes the pages in order, with what they draw and the notes on them.
    fn pages(&mut self, view: View<'_, '_>) {
        let catalog = view.catalog().unwrap_or_default();
        let mut waiting: Vec<u32> = catalog.reference(b"Pages").into_iter().collect();
        let mut visited = HashSet::new();
        let mut page = 0;
        while let Some(number) = waiting.pop() {
            // A tree in circles is walked once.
            let new = visited.insert(number);
            let Some(node) = new.then(|| view.dictionary(number).ok()).flatten() else {
                continue;
            };
            if let Some(kids) = node.array(b"Kids") {
                self.note(number, Part::PageTree, 0);
                waiting.extend(kids.iter().rev().filter_map(Object::reference));
                continue;
            }
            page += 1;
            self.note(number, Part::Page, page);
            for (key, part) in [
                (&b"Contents"[..], Part::Content),
                (b"Annots", Part::Annotation),
            ] {
                for item in list(view, &node, key, &mut visited) {
                    let own = own_part(view, item, part);
                    self.note(item, own, page);
                }
            }
        }
    }

    /// Notes all other objects by their type, or else by what leads to them.
    fn others(&mut self, view: View<'_, '_>) {
        let mut used = Vec::new();
        for number in view.numbers() {
            let Ok(object) = view.get(number) else {
                continue;
            };
            if let Some(dictionary) = object.any_dictionary() {
                if let Some(part) = part_by_type(dictionary) {
                    self.note(number, part, 0);
                }
                uses(dictionary, &mut used);
            }
        }
        for (number, part) in used {
            self.note(number, part, 0);
        }
    }
}

/// The objects that an entry names, directly or in a list; a list may be an object of its own.
fn list(
    view: View<'_, '_>,
    dictionary: &Dictionary,
    key: &[u8],
    visited: &mut HashSet<u32>,
) -> Vec<u32> {
    let mut numbers = Vec::new();
    let Some(value) = dictionary.get(key) else {
        return numbers;
    };
    value.references(&mut |number| numbers.push(number));
    let apart = value.reference().filter(|number| visited.insert(*number));
    if let Some(Ok(Object::Array(items))) = apart.map(|number| view.get(number)) {
        numbers.extend(items.iter().filter_map(Object::reference));
    }
    numbers
}

/// A signature field is a note on a page too, but rather a signature.
fn own_part(view: View<'_, '_>, number: u32, part: Part) -> Part {
    if part != Part::Annotation {
        return part;
    }
    let dictionary = view.dictionary(number).unwrap_or_default();
    part_by_type(&dictionary).unwrap_or(part)
}

fn part_by_type(dictionary: &Dictionary) -> Option<Part> {
    if dictionary.name(b"FT") == Some(b"Sig") {
        return Some(Part::Signature);
    }
    if dictionary.has(b"Fields") {
        return Some(Part::Form);
    }
    let kind = dictionary
        .name(b"Type")
        .or_else(|| dictionary.name(b"Subtype"))?;
    Some(match kind {
        b"Pages" => Part::PageTree,
        b"Page" => Part::Page,
        b"Font" | b"FontDescriptor" | b"CMap" => Part::Font,
        b"XObject" | b"Image" | b"Form" | b"Pattern" | b"ExtGState" => Part::Picture,
        b"Annot" | b"Widget" | b"Link" => Part::Annotation,
        b"Sig" => Part::Signature,
        b"StructTreeRoot" | b"StructElem" => Part::Structure,
        b"Filespec" | b"EmbeddedFile" => Part::Attachment,
        b"Metadata" => Part::Metadata,
        b"XRef" | b"ObjStm" => Part::CrossReference,
        _ => return None,
    })
}

/// Collects what the entries of a dictionary lead to, where their keys tell a part.
fn uses(dictionary: &Dictionary, used: &mut Vec<(u32, Part)>) {
    for entry in dictionary.entries() {
        let part = match entry.key.as_slice() {
            b"FontFile" | b"FontFile2" | b"FontFile3" | b"ToUnicode" | b"W" | b"Widths"
            | b"Encoding" | b"CIDSet" | b"CIDToGIDMap" | b"Font" => Part::Font,
            b"Kids" => Part::PageTree,
            b"AP" => Part::Annotation,
            b"EF" | b"Names" | b"EmbeddedFiles" | b"AF" => Part::Attachment,
            b"K" | b"ParentTree" | b"RoleMap" => Part::Structure,
            b"Resources" | b"MediaBox" => Part::Page,
            b"XObject" | b"ColorSpace" | b"SMask" => Part::Picture,
            b"Fields" => Part::Form,
            b"Metadata" => Part::Metadata,
            _ => {
                if let Some(inner) = entry.value.dictionary() {
                    uses(inner, used);
                }
                continue;
            }
        };
        entry
            .value
            .references(&mut |number| used.push((number, part)));
    }
}
