//! Bookmarks, nested as the headings are.

use super::{rounded, utf16};
use crate::Error;
use crate::layout::{Bookmark, Layout, Sheet};
use lopdf::{Document, Object, ObjectId, dictionary};

/// Returns the destination that shows a place of a page at the top of the window.
pub(super) fn destination(page: ObjectId, sheet: Sheet, top: f32) -> Object {
    Object::Array(vec![
        page.into(),
        "XYZ".into(),
        Object::Null,
        rounded(sheet.height - top + 8.0).into(),
        Object::Null,
    ])
}

pub(super) fn add(file: &mut Document, layout: &Layout, pages: &[ObjectId]) -> Result<(), Error> {
    let bookmarks = &layout.bookmarks;
    if bookmarks.is_empty() {
        return Ok(());
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| file.new_object_id()).collect();
    let parents = parents(bookmarks);
    let under = |parent: Option<usize>| -> Vec<usize> {
        (0..parents.len())
            .filter(|place| parents[*place] == parent)
            .collect()
    };
    for (place, bookmark) in bookmarks.iter().enumerate() {
        let mut entry = dictionary! {
            "Title" => utf16(&bookmark.text),
            "Parent" => parents[place].map_or(root, |parent| ids[parent]),
            "Dest" => destination(pages[bookmark.page], layout.sheet, bookmark.top),
        };
        let siblings = under(parents[place]);
        let own = siblings.iter().position(|each| *each == place).unwrap_or(0);
        if own > 0 {
            entry.set("Prev", ids[siblings[own - 1]]);
        }
        if let Some(next) = siblings.get(own + 1) {
            entry.set("Next", ids[*next]);
        }
        let kids = under(Some(place));
        if let (Some(first), Some(last)) = (kids.first(), kids.last()) {
            entry.set("First", ids[*first]);
            entry.set("Last", ids[*last]);
            // A negative count keeps the branch folded.
            entry.set("Count", -count(kids.len()));
        }
        file.set_object(ids[place], entry);
    }
    let top = under(None);
    file.set_object(
        root,
        dictionary! {
            "Type" => "Outlines",
            "First" => ids[top[0]],
            "Last" => ids[top[top.len() - 1]],
            "Count" => count(top.len()),
        },
    );
    let catalog = file.catalog_mut()?;
    catalog.set("Outlines", root);
    catalog.set("PageMode", "UseOutlines");
    Ok(())
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The bookmark above each one: the last before it of a higher level.
fn parents(bookmarks: &[Bookmark]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::new();
    for (place, bookmark) in bookmarks.iter().enumerate() {
        while let Some(last) = open.last()
            && bookmarks[*last].level >= bookmark.level
        {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(place);
    }
    parents
}
