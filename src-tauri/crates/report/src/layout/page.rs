//! Pieces onto pages; then what stands on every page, and the page numbers of the contents.

use super::beside::{Joined, Moved, join};
use super::flow::{Flow, Piece};
use super::item::{Item, rule, set_line};
use super::{Bookmark, Layout, MARGIN, Sheet};
use crate::Error;
use crate::MOST_PAGES;
use crate::chart::{Stroke, colour};
use crate::model::{Text, Tone};
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

/// What stands on a page, column by column, and its footnotes.
#[derive(Default)]
struct Page {
    columns: [Vec<Item>; 2],
    notes: Vec<Piece>,
}

struct Pages<'f> {
    pages: Vec<Page>,
    headers: &'f [Piece],
    /// Where the next piece goes on the last page.
    y: f32,
    /// Where the foot begins.
    floor: f32,
    /// Whether the last page still has nothing on it.
    empty: bool,
}

/// Sets the pieces of one column, or of two side by side, on pages.
pub(crate) fn paginate(mut flows: Vec<Flow<'_, '_>>) -> Result<Layout, Error> {
    let mut joined = join(&mut flows);
    let sheet = flows[0].sheet;
    let foots = flows.iter().map(|flow| flow.document.frame.foot.len());
    let lines = u16::try_from(foots.max().unwrap_or(0).max(1)).unwrap_or(1);
    let foot_top = sheet.height - FOOT_BASE - f32::from(lines - 1) * FOOT_LEADING - 15.0;
    let tall: f32 = joined.pieces.iter().map(room).sum();
    if tall > f32::from(MOST_PAGES) * sheet.height {
        return Err(Error::Long);
    }
    let mut pages = Pages {
        pages: vec![Page::default()],
        headers: &joined.headers,
        y: TOP_FIRST,
        floor: foot_top - FOOT_GAP,
        empty: true,
    };
    pages.fill(std::mem::take(&mut joined.pieces));
    let pages = pages.pages.into_iter();
    let mut pages: Vec<_> = pages
        .map(|page| page.all(foot_top - FOOT_GAP, sheet.width))
        .collect();
    let bookmarks = bookmarks(&mut joined, &pages);
    number_contents(&flows[0], &mut pages, &bookmarks)?;
    furnish(&flows, &mut joined, &mut pages, foot_top)?;
    let width = flows.iter().map(|flow| flow.sheet.width).sum();
    Ok(Layout {
        sheet: Sheet { width, ..sheet },
        pages,
        tree: joined.tree,
        bookmarks,
    })
}

impl Page {
    fn place(&mut self, piece: Piece, y: f32) {
        let mut next = Some(piece);
        for column in &mut self.columns {
            let Some(piece) = next else { return };
            let edges = piece.edges.into_iter();
            let edges = edges.flat_map(|edge| rule(edge.x, piece.height, edge.width, edge.stroke));
            for mut item in piece.items.into_iter().chain(edges) {
                item.shift(y);
                column.push(item);
            }
            next = piece.beside.map(|piece| *piece);
        }
    }

    /// Everything on the page, with the footnotes above the floor: what is said in one language stands
    /// together. The second column begins so far at the right.
    fn all(mut self, floor: f32, right: f32) -> Vec<Item> {
        let notes = std::mem::take(&mut self.notes);
        let mut y = floor - notes_height(&notes) + 9.0;
        if let Some(first) = notes.first() {
            let count = if first.beside.is_some() { 2 } else { 1 };
            let lefts = [MARGIN, MARGIN + right];
            for (column, left) in self.columns.iter_mut().zip(lefts).take(count) {
                let stroke = Stroke::solid(colour::EDGE, 0.6);
                column.extend(rule(left, y - 4.0, 90.0, stroke));
            }
        }
        for note in notes {
            let height = note.height;
            self.place(note, y);
            y += height;
        }
        let [mut items, mut second] = self.columns;
        items.append(&mut second);
        items
    }
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
        if self.empty && self.pages.len() > 1 && piece.is_blank() {
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

    fn place(&mut self, mut piece: Piece) {
        let page = self.pages.last_mut().expect("there is always a page");
        let height = piece.height;
        page.notes.append(&mut piece.notes);
        page.place(piece, self.y);
        self.y += height;
        self.empty = false;
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
        self.empty = true;
    }

    fn floor(&self) -> f32 {
        let notes = self.pages.last().map_or(&[][..], |page| &page.notes);
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
    copy.beside = copy.beside.map(|piece| Box::new(decoration(&piece)));
    copy
}

fn bookmarks(joined: &mut Joined, pages: &[Vec<Item>]) -> Vec<Bookmark> {
    let mut places = vec![(0, 0.0); joined.entries.len()];
    for (page, items) in pages.iter().enumerate() {
        for item in items {
            match item {
                Item::Anchor { heading, y } => places[*heading] = (page, *y),
                Item::Bounds { node, area } => {
                    joined.tree.nodes[*node].bounds = Some((page, *area));
                }
                _ => {}
            }
        }
    }
    let entries = joined.entries.iter().zip(places);
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
fn furnish(
    flows: &[Flow<'_, '_>],
    joined: &mut Joined,
    pages: &mut [Vec<Item>],
    foot_top: f32,
) -> Result<(), Error> {
    let count = pages.len();
    for (place, page) in pages.iter_mut().enumerate() {
        let mut right = 0.0;
        for (flow, root) in flows.iter().zip(&joined.roots) {
            let text = (count == 1).then(|| joined.tree.add(*root, "P"));
            let mut own = furniture(flow, (place, count), foot_top, text)?;
            for item in &mut own {
                item.move_by(Moved::right(right));
            }
            page.append(&mut own);
            right += flow.sheet.width;
        }
    }
    Ok(())
}

/// Head and foot of a page of one column; `text` is the element of a foot that is text.
fn furniture(
    flow: &Flow<'_, '_>,
    (place, count): (usize, usize),
    foot_top: f32,
    text: Option<usize>,
) -> Result<Vec<Item>, Error> {
    let mut items = vec![Item::OpenRepeated];
    if place > 0 {
        head(flow, &mut items)?;
    }
    items.extend(line_across(
        flow.sheet,
        foot_top,
        Stroke::solid(colour::EDGE, 0.75),
    ));
    if text.is_some() {
        items.extend([Item::Close, Item::Open(text)]);
    }
    foot(flow, &mut items, foot_top, (place + 1, count))?;
    items.push(Item::Close);
    Ok(items)
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
