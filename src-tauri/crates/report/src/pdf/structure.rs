//! The structure tree, the links and the signature fields (ISO 32000-1, 14.7 and 14.8).

use super::outline::destination;
use super::{rounded, utf16};
use crate::Error;
use crate::layout::{Area, Item, Layout, Node, ROOT, Scope, Sheet};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

/// An annotation with its page and the element that it belongs to.
struct Annotation {
    id: ObjectId,
    page: usize,
    node: usize,
}

pub(super) fn add(
    file: &mut Document,
    layout: &Layout,
    pages: &[ObjectId],
    marks: &[Vec<usize>],
) -> Result<(), Error> {
    let annotations = annotations(file, layout, pages)?;
    let ids: Vec<ObjectId> = layout
        .tree
        .nodes
        .iter()
        .map(|_| file.new_object_id())
        .collect();
    let root = file.new_object_id();
    let contents = contents(layout, pages, marks, &annotations);
    for (place, (node, content)) in layout.tree.nodes.iter().zip(contents).enumerate() {
        let parent = if place == ROOT {
            root
        } else {
            ids[node.parent]
        };
        let mut element = element((node, place), content, &ids, pages, layout.sheet);
        element.set("P", parent);
        file.set_object(ids[place], element);
    }
    let parents = parent_tree(file, marks, &annotations, &ids);
    let next = pages.len() + annotations.len();
    let mut tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids[ROOT],
        "ParentTree" => parents,
        "ParentTreeNextKey" => number(next),
    };
    if let Some(names) = id_tree(layout, &ids) {
        tree.set("IDTree", names);
    }
    file.set_object(root, tree);
    for (place, page) in pages.iter().enumerate() {
        finish_page(file, *page, (place, layout.sheet), &annotations)?;
    }
    let catalog = file.catalog_mut()?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn rectangle(area: &Area, sheet: Sheet) -> Object {
    let bottom = sheet.height - area.y - area.height;
    let edges = [area.x, bottom, area.x + area.width, bottom + area.height];
    Object::Array(edges.map(|edge| rounded(edge).into()).to_vec())
}

/// Adds links and fields; their keys in the parent tree follow those of the pages.
fn annotations(
    file: &mut Document,
    layout: &Layout,
    pages: &[ObjectId],
) -> Result<Vec<Annotation>, Error> {
    let mut annotations = Vec::new();
    let mut fields: Vec<Object> = Vec::new();
    for (page, item) in items(layout) {
        let key = number(pages.len() + annotations.len());
        match item {
            Item::Link {
                area,
                node,
                heading,
                spoken,
            } => {
                let target = &layout.bookmarks[*heading];
                let id = file.add_object(dictionary! {
                    "Type" => "Annot",
                    "Subtype" => "Link",
                    "Rect" => rectangle(area, layout.sheet),
                    "Border" => vec![0.into(), 0.into(), 0.into()],
                    "F" => 4,
                    "Dest" => destination(pages[target.page], layout.sheet, target.top),
                    "Contents" => utf16(spoken),
                    "StructParent" => key,
                });
                annotations.push(Annotation {
                    id,
                    page,
                    node: *node,
                });
            }
            Item::Field {
                area,
                node,
                name,
                tip,
            } => {
                let id = field(file, (area, layout.sheet), (name, tip), pages[page], key);
                fields.push(id.into());
                annotations.push(Annotation {
                    id,
                    page,
                    node: *node,
                });
            }
            _ => {}
        }
    }
    if !fields.is_empty() {
        let form = file.add_object(dictionary! { "Fields" => fields, "SigFlags" => 0 });
        file.catalog_mut()?.set("AcroForm", form);
    }
    Ok(annotations)
}

fn items(layout: &Layout) -> impl Iterator<Item = (usize, &Item)> {
    let pages = layout.pages.iter().enumerate();
    pages.flat_map(|(page, items)| items.iter().map(move |item| (page, item)))
}

/// An empty signature field with an empty appearance of its own size.
fn field(
    file: &mut Document,
    (area, sheet): (&Area, Sheet),
    words: (&str, &str),
    page: ObjectId,
    key: i64,
) -> ObjectId {
    let (name, tip) = words;
    let box_ = vec![
        0.into(),
        0.into(),
        rounded(area.width).into(),
        rounded(area.height).into(),
    ];
    let appearance = file.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => box_,
            "Resources" => Dictionary::new(),
        },
        b"q Q".to_vec(),
    ));
    file.add_object(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => Object::string_literal(name),
        "TU" => utf16(tip),
        "Rect" => rectangle(area, sheet),
        // Printed, and not to be moved.
        "F" => 132,
        "P" => page,
        "StructParent" => key,
        "AP" => dictionary! { "N" => appearance },
    })
}

/// What each element holds of its own: marked contents, then annotations.
fn contents(
    layout: &Layout,
    pages: &[ObjectId],
    marks: &[Vec<usize>],
    annotations: &[Annotation],
) -> Vec<Vec<(usize, Object)>> {
    let mut contents = vec![Vec::new(); layout.tree.nodes.len()];
    for (page, marked) in marks.iter().enumerate() {
        for (place, node) in marked.iter().enumerate() {
            contents[*node].push((page, Object::Integer(number(place))));
        }
    }
    for annotation in annotations {
        let reference = dictionary! {
            "Type" => "OBJR",
            "Obj" => annotation.id,
            "Pg" => pages[annotation.page],
        };
        contents[annotation.node].push((annotation.page, reference.into()));
    }
    contents
}

fn element(
    (node, place): (&Node, usize),
    content: Vec<(usize, Object)>,
    ids: &[ObjectId],
    pages: &[ObjectId],
    sheet: Sheet,
) -> Dictionary {
    let mut element = dictionary! { "Type" => "StructElem", "S" => node.role };
    let first = content.first().map(|(page, _)| *page);
    let mut kids: Vec<Object> = content
        .into_iter()
        .map(|(page, object)| match object {
            // Marked content of another page than the element's own says which page it is on.
            Object::Integer(mark) if Some(page) != first => dictionary! {
                "Type" => "MCR",
                "Pg" => pages[page],
                "MCID" => mark,
            }
            .into(),
            other => other,
        })
        .collect();
    kids.extend(node.kids.iter().map(|kid| Object::from(ids[*kid])));
    if let Some(page) = first {
        element.set("Pg", pages[page]);
    }
    if let Some(alt) = &node.alt {
        element.set("Alt", utf16(alt));
    }
    if let Some(language) = node.language {
        element.set("Lang", Object::string_literal(language));
    }
    if node.role == "Note" {
        element.set("ID", Object::string_literal(note_id(place)));
    }
    if let Some(attributes) = attributes(node, sheet) {
        element.set("A", attributes);
    }
    // An element is always listed, even alone: pyHanko overlooks a single one, and then takes the
    // signature field below it for a change that nobody allowed. Marked content stands alone.
    if kids.len() == 1 && node.kids.is_empty() {
        element.set("K", kids.remove(0));
    } else {
        element.set("K", kids);
    }
    element
}

fn attributes(node: &Node, sheet: Sheet) -> Option<Dictionary> {
    if let Some((_, area)) = &node.bounds {
        return Some(dictionary! {
            "O" => "Layout",
            "Placement" => "Block",
            "BBox" => rectangle(area, sheet),
        });
    }
    if node.role == "L" {
        return Some(dictionary! { "O" => "List", "ListNumbering" => "Disc" });
    }
    if let Some(summary) = &node.summary {
        return Some(dictionary! { "O" => "Table", "Summary" => utf16(summary) });
    }
    let scope = node.scope.map(|scope| match scope {
        Scope::Column => "Column",
        Scope::Row => "Row",
    });
    if scope.is_none() && node.columns.is_none() {
        return None;
    }
    let mut table = dictionary! { "O" => "Table" };
    if let Some(scope) = scope {
        table.set("Scope", scope);
    }
    if let Some(columns) = node.columns {
        table.set("ColSpan", i64::from(columns));
    }
    Some(table)
}

fn note_id(place: usize) -> String {
    format!("note{place:06}")
}

/// Footnotes by their ids, which PDF/UA asks for.
fn id_tree(layout: &Layout, ids: &[ObjectId]) -> Option<Dictionary> {
    let notes: Vec<usize> = (0..ids.len())
        .filter(|place| layout.tree.nodes[*place].role == "Note")
        .collect();
    let (first, last) = (notes.first()?, notes.last()?);
    let name = |place: &usize| Object::string_literal(note_id(*place));
    let limits = vec![name(first), name(last)];
    let names: Vec<Object> = notes
        .iter()
        .flat_map(|place| [name(place), ids[*place].into()])
        .collect();
    let leaf = dictionary! { "Limits" => limits, "Names" => names };
    Some(dictionary! { "Kids" => vec![leaf.into()] })
}

/// From each page's marked contents, and each annotation, back to its element.
fn parent_tree(
    file: &mut Document,
    marks: &[Vec<usize>],
    annotations: &[Annotation],
    ids: &[ObjectId],
) -> ObjectId {
    let mut numbers: Vec<Object> = Vec::new();
    for (page, marked) in marks.iter().enumerate() {
        let elements: Vec<Object> = marked.iter().map(|node| ids[*node].into()).collect();
        let list = file.add_object(Object::Array(elements));
        numbers.extend([number(page).into(), list.into()]);
    }
    for (place, annotation) in annotations.iter().enumerate() {
        let key = number(marks.len() + place);
        numbers.extend([key.into(), ids[annotation.node].into()]);
    }
    file.add_object(dictionary! { "Nums" => numbers })
}

fn finish_page(
    file: &mut Document,
    page: ObjectId,
    (place, sheet): (usize, Sheet),
    annotations: &[Annotation],
) -> Result<(), Error> {
    let edges = [0.0, 0.0, sheet.width, sheet.height]
        .map(Object::from)
        .to_vec();
    let page = file.get_dictionary_mut(page)?;
    for name in ["MediaBox", "CropBox", "TrimBox"] {
        page.set(name, edges.clone());
    }
    page.set("StructParents", number(place));
    // Tabs walk in the order of the structure.
    page.set("Tabs", "S");
    let own: Vec<Object> = annotations
        .iter()
        .filter(|annotation| annotation.page == place)
        .map(|annotation| annotation.id.into())
        .collect();
    if own.is_empty() {
        page.remove(b"Annots");
    } else {
        page.set("Annots", own);
    }
    Ok(())
}
