//! Pieces onto pages; then what stands on every page, and the page numbers of the contents.

use super::flow::{Flow, Piece};
use super::item::{Item, rule, set_line};
use super::{Bookmark, Layout, MARGIN, ROOT, Sheet};
use crate::Error;
use crate::MOST_PAGES;
use crate::chart::{Stroke, colour};
use crate::model::{Document, Text, Tone};
use crate::text::Weight;

/// Where text begins on the first page and on the others.
const TOP_FIRST: f32 = 50.0;
const TOP: f32 = 70.0;
const HEAD_BASE: f32 = 43.0;
/// Height of the base line of the last line at the foot.
const FOOT_BASE: f32 = 32.0;
const FOOT_LEADING: f32 = 12.4;
const FOOT_SIZE: f32 = 7.6;
/// Room between the text and the rule above the foot.
const FOOT_GAP: f32 = 14.0;

struct Pages<'f> {
    pages: Vec<Vec<Item>>,
    notes: Vec<Vec<Piece>>,
    headers: &'f [Piece],
    /// Where the next piece goes on the last page.
    y: f32,
    /// Where the foot begins.
    floor: f32,
    /// Whether the last page still has nothing on it.
    empty: bool,
}

pub(crate) fn paginate(document: &Document, mut flow: Flow<'_, '_>) -> Result<Layout, Error> {
    let lines = u16::try_from(document.frame.foot.len().max(1)).unwrap_or(1);
    let foot_top = flow.sheet.height - FOOT_BASE - f32::from(lines - 1) * FOOT_LEADING - 15.0;
    let pieces = std::mem::take(&mut flow.pieces);
    let headers = std::mem::take(&mut flow.headers);
    let tall: f32 = pieces.iter().map(room).sum();
    if tall > f32::from(MOST_PAGES) * flow.sheet.height {
        return Err(Error::Long);
    }
    let mut pages = Pages {
        pages: vec![Vec::new()],
        notes: vec![Vec::new()],
        headers: &headers,
        y: TOP_FIRST,
        floor: foot_top - FOOT_GAP,
        empty: true,
    };
    pages.fill(pieces);
    let (mut pages, notes) = (pages.pages, pages.notes);
    for (page, notes) in pages.iter_mut().zip(notes) {
        set_notes(page, notes, foot_top - FOOT_GAP);
    }
    let bookmarks = bookmarks(&mut flow, &pages);
    number_contents(&flow, &mut pages, &bookmarks)?;
    furnish(&mut flow, &mut pages, foot_top)?;
    Ok(Layout {
        sheet: flow.sheet,
        pages,
        tree: flow.tree,
        bookmarks,
    })
}

impl Pages<'_> {
    fn fill(&mut self, pieces: Vec<Piece>) {
        let mut pieces = pieces.into_iter().peekable();
        while let Some(first) = pieces.next() {
            let mut chain = vec![first];
            while chain.last().is_some_and(|piece| piece.with_next) {
                match pieces.next_if(|piece| !piece.new_page) {
                    Some(next) => chain.push(next),
                    None => break,
                }
            }
            self.chain(chain);
        }
    }

    /// Sets pieces that belong together: on this page, else on the next, else wherever they fit.
    fn chain(&mut self, chain: Vec<Piece>) {
        let height: f32 = chain.iter().map(room).sum();
        if chain[0].new_page && !self.empty {
            self.turn();
        }
        let page = self.floor_of_empty_page() - TOP;
        if self.y + height > self.floor() && !self.empty && height <= page {
            self.turn();
        }
        for piece in chain {
            self.set(piece);
        }
    }

    fn set(&mut self, piece: Piece) {
        let before = if self.empty { 0.0 } else { piece.before };
        let notes: f32 = piece.notes.iter().map(|note| note.height).sum();
        if self.y + before + piece.height + notes > self.floor() && !self.empty {
            self.turn();
        }
        if self.empty && self.pages.len() > 1 && piece.items.is_empty() {
            return;
        }
        if self.empty
            && let Some(header) = piece.header
        {
            let copy = decoration(&self.headers[header]);
            self.place(copy);
        }
        if !self.empty {
            self.y += piece.before;
        }
        self.place(piece);
    }

    fn place(&mut self, piece: Piece) {
        let page = self.pages.last_mut().expect("there is always a page");
        for mut item in piece.items {
            item.shift(self.y);
            page.push(item);
        }
        self.y += piece.height;
        self.empty = false;
        let notes = self.notes.last_mut().expect("one list for each page");
        notes.extend(piece.notes);
    }

    fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.notes.push(Vec::new());
        self.y = TOP;
        self.empty = true;
    }

    fn floor(&self) -> f32 {
        let notes = self.notes.last().map_or(&[][..], Vec::as_slice);
        self.floor - notes_height(notes)
    }

    const fn floor_of_empty_page(&self) -> f32 {
        self.floor
    }
}

fn room(piece: &Piece) -> f32 {
    piece.before + piece.height + notes_height(&piece.notes)
}

fn notes_height(notes: &[Piece]) -> f32 {
    if notes.is_empty() {
        return 0.0;
    }
    let lines: f32 = notes.iter().map(|note| note.height).sum();
    lines + 14.0
}

/// The same piece, as something that means nothing by itself: a repeated table head.
fn decoration(piece: &Piece) -> Piece {
    let mut copy = piece.clone();
    for item in &mut copy.items {
        if let Item::Open(Some(_)) = item {
            *item = Item::OpenRepeated;
        }
    }
    copy
}

fn set_notes(page: &mut Vec<Item>, notes: Vec<Piece>, floor: f32) {
    if notes.is_empty() {
        return;
    }
    let mut y = floor - notes_height(&notes) + 9.0;
    page.extend(rule(
        MARGIN,
        y - 4.0,
        90.0,
        Stroke::solid(colour::EDGE, 0.6),
    ));
    for note in notes {
        for mut item in note.items {
            item.shift(y);
            page.push(item);
        }
        y += note.height;
    }
}

fn bookmarks(flow: &mut Flow<'_, '_>, pages: &[Vec<Item>]) -> Vec<Bookmark> {
    let mut places = vec![(0, 0.0); flow.entries.len()];
    for (page, items) in pages.iter().enumerate() {
        for item in items {
            match item {
                Item::Anchor { heading, y } => places[*heading] = (page, *y),
                Item::Bounds { node, area } => {
                    flow.tree.nodes[*node].bounds = Some((page, *area));
                }
                _ => {}
            }
        }
    }
    let entries = flow.entries.iter().zip(places);
    entries
        .map(|(entry, (page, top))| Bookmark {
            level: entry.level,
            text: entry.full(),
            page,
            top,
        })
        .collect()
}

fn number_contents(
    flow: &Flow<'_, '_>,
    pages: &mut [Vec<Item>],
    bookmarks: &[Bookmark],
) -> Result<(), Error> {
    for items in pages {
        let mut numbered = Vec::with_capacity(items.len());
        for item in items.drain(..) {
            let Item::PageOf {
                heading,
                right,
                y,
                size,
            } = item
            else {
                numbered.push(item);
                continue;
            };
            let number = (bookmarks[heading].page + 1).to_string();
            let line = flow.words(&number, Weight::Regular, Tone::Soft, size)?;
            let x = right - line.width;
            set_line(&mut numbered, line, x, y, size);
        }
        *items = numbered;
    }
    Ok(())
}

/// Writes head and foot of every page; they are decoration, not text to be heard again and again. On
/// a single page nothing is said again, so that the foot is text there.
fn furnish(flow: &mut Flow<'_, '_>, pages: &mut [Vec<Item>], foot_top: f32) -> Result<(), Error> {
    let count = pages.len();
    for (place, page) in pages.iter_mut().enumerate() {
        page.push(Item::OpenRepeated);
        if place > 0 {
            head(flow, page)?;
        }
        page.extend(line_across(
            flow.sheet,
            foot_top,
            Stroke::solid(colour::EDGE, 0.75),
        ));
        if count == 1 {
            page.push(Item::Close);
            page.push(Item::Open(Some(flow.tree.add(ROOT, "P"))));
        }
        foot(flow, page, foot_top, (place + 1, count))?;
        page.push(Item::Close);
    }
    Ok(())
}

fn head(flow: &Flow<'_, '_>, page: &mut Vec<Item>) -> Result<(), Error> {
    let frame = &flow.document.frame;
    let right = flow.words(&frame.head_right, Weight::Regular, Tone::Soft, 8.25)?;
    let room = flow.measure() - right.width - 20.0;
    let left = Text::toned(frame.head_left.clone(), Tone::Soft);
    let mut lines = flow.wrap(&left.0, 8.25, room)?;
    lines.truncate(1);
    for line in lines {
        set_line(page, line, MARGIN, HEAD_BASE, 8.25);
    }
    let x = MARGIN + flow.measure() - right.width;
    set_line(page, right, x, HEAD_BASE, 8.25);
    page.extend(line_across(
        flow.sheet,
        HEAD_BASE + 8.5,
        Stroke::solid(colour::RULE, 0.75),
    ));
    Ok(())
}

fn foot(
    flow: &Flow<'_, '_>,
    page: &mut Vec<Item>,
    top: f32,
    (number, count): (usize, usize),
) -> Result<(), Error> {
    let frame = &flow.document.frame;
    let mut y = top + 15.0;
    for words in &frame.foot {
        let line = flow.words(words, Weight::Regular, Tone::Soft, FOOT_SIZE)?;
        set_line(page, line, MARGIN, y, FOOT_SIZE);
        y += FOOT_LEADING;
    }
    let words = frame.page.around(number, count);
    let line = flow.words(&words, Weight::Regular, Tone::Soft, FOOT_SIZE)?;
    let x = MARGIN + flow.measure() - line.width;
    set_line(page, line, x, top + 15.0, FOOT_SIZE);
    Ok(())
}

fn line_across(sheet: Sheet, y: f32, stroke: Stroke) -> [Item; 1] {
    let [_, line, _] = rule(MARGIN, y, sheet.measure(), stroke);
    [line]
}
