//! Which part of a report an object belongs to.

use std::collections::HashSet;

use super::problem::Part;
use crate::pdf::document::View;
use crate::pdf::object::{Dictionary, Object};

/// Says which part an object belongs to, and on which page it is, counted from 1, or 0.
pub(crate) fn part_of(view: View<'_, '_>, number: u32) -> (Part, usize) {
    if number == view.root() {
        return (Part::Catalog, 0);
    }
    if view.trailer().reference(b"Info") == Some(number) {
        return (Part::Metadata, 0);
    }
    let pages = pages(view);
    if let Some(page) = pages.iter().position(|(page, _)| *page == number) {
        return (Part::Page, page + 1);
    }
    let object = view.get(number).unwrap_or(Object::Null);
    let own = object.any_dictionary().and_then(part_by_type);
    for (page, (_, dictionary)) in pages.iter().enumerate() {
        if leads_to(view, dictionary, b"Contents", number) {
            return (Part::Content, page + 1);
        }
        if leads_to(view, dictionary, b"Annots", number) {
            return (own.unwrap_or(Part::Annotation), page + 1);
        }
    }
    let part = own
        .or_else(|| part_by_use(view, number))
        .unwrap_or(Part::Other);
    (part, 0)
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

/// The part of an object without a type of its own, from the entry that leads to it.
fn part_by_use(view: View<'_, '_>, number: u32) -> Option<Part> {
    view.numbers().into_iter().find_map(|user| {
        let object = view.get(user).ok()?;
        part_by_key(object.any_dictionary()?, number)
    })
}

fn part_by_key(dictionary: &Dictionary, number: u32) -> Option<Part> {
    dictionary.entries().iter().find_map(|entry| {
        let mut used = false;
        entry
            .value
            .references(&mut |reference| used |= reference == number);
        if !used {
            return None;
        }
        match entry.key.as_slice() {
            b"FontFile" | b"FontFile2" | b"FontFile3" | b"ToUnicode" | b"W" | b"Widths"
            | b"Encoding" | b"CIDSet" | b"CIDToGIDMap" | b"Font" => Some(Part::Font),
            b"Contents" => Some(Part::Content),
            b"Kids" => Some(Part::PageTree),
            b"Annots" | b"Rect" | b"AP" => Some(Part::Annotation),
            b"EF" | b"Names" | b"EmbeddedFiles" | b"AF" => Some(Part::Attachment),
            b"K" | b"ParentTree" | b"StructTreeRoot" | b"RoleMap" => Some(Part::Structure),
            b"Resources" | b"MediaBox" => Some(Part::Page),
            b"XObject" | b"ColorSpace" | b"SMask" => Some(Part::Picture),
            b"AcroForm" | b"Fields" => Some(Part::Form),
            b"Metadata" => Some(Part::Metadata),
            _ => entry
                .value
                .dictionary()
                .and_then(|inner| part_by_key(inner, number)),
        }
    })
}

/// The pages in order; a tree in circles is walked once.
fn pages(view: View<'_, '_>) -> Vec<(u32, Dictionary)> {
    let mut pages = Vec::new();
    let mut visited = HashSet::new();
    let mut waiting: Vec<u32> = (view.catalog().ok())
        .and_then(|catalog| catalog.reference(b"Pages"))
        .into_iter()
        .collect();
    while let Some(number) = waiting.pop() {
        let Ok(node) = view.dictionary(number) else {
            continue;
        };
        if !visited.insert(number) {
            continue;
        }
        match node.array(b"Kids") {
            Some(kids) => waiting.extend(kids.iter().rev().filter_map(Object::reference)),
            None => pages.push((number, node)),
        }
    }
    pages
}

fn leads_to(view: View<'_, '_>, dictionary: &Dictionary, key: &[u8], number: u32) -> bool {
    let Some(value) = dictionary.get(key) else {
        return false;
    };
    let names = |object: &Object| {
        let mut found = false;
        object.references(&mut |reference| found |= reference == number);
        found
    };
    // A list may itself be an object of its own.
    names(value)
        || matches!(view.resolve(value), Ok(Object::Array(items)) if items.iter().any(names))
}
