//! Blocks become pieces: strips of paper that cannot be divided.

use super::beside::Moved;
use super::item::{Item, rule, set_line};
use super::{MARGIN, ROOT, Sheet, Tree};
use crate::Error;
use crate::chart::{Anchor, Drawing, Shape, Stroke, colour};
use crate::model::{Block, Document, Paragraph, ParagraphStyle, Span, Text, Tone};
use crate::text::{Fonts, Line, Missing, Weight, single, wrap};
use assay_domain::locale::Locale;

/// As many lines as a paragraph may have that stays with what it introduces.
const FEW_LINES: usize = 6;
/// Room for a page number in the contents, with the gap before it.
const NUMBER: f32 = 24.0;

/// A strip of paper.
#[derive(Clone, Debug, Default)]
pub(crate) struct Piece {
    /// Room above it, dropped at the top of a page.
    pub(crate) before: f32,
    pub(crate) height: f32,
    /// Drawn from the top of the piece.
    pub(crate) items: Vec<Item>,
    /// Whether the next piece must stand on the same page.
    pub(crate) with_next: bool,
    /// The table head to repeat when this piece begins a page.
    pub(crate) header: Option<usize>,
    /// Footnotes for the foot of its page.
    pub(crate) notes: Vec<Piece>,
    /// Whether it begins a page.
    pub(crate) new_page: bool,
    /// Lines along its lower edge.
    pub(crate) edges: Vec<Edge>,
    /// What stands beside it in the second column, as high as it is.
    pub(crate) beside: Option<Box<Self>>,
}

/// A line along the lower edge of a piece.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) stroke: Stroke,
}

impl Piece {
    /// Moves it among what belongs to all columns.
    pub(crate) fn moved(mut self, moved: Moved) -> Self {
        for item in &mut self.items {
            item.move_by(moved);
        }
        for edge in &mut self.edges {
            edge.x += moved.right;
        }
        let notes = self.notes.into_iter();
        self.notes = notes.map(|note| note.moved(moved)).collect();
        self
    }

    /// Whether nothing of it is seen.
    pub(crate) fn is_blank(&self) -> bool {
        self.items.is_empty() && self.beside.as_ref().is_none_or(|piece| piece.is_blank())
    }
}

/// A heading as the contents and the bookmarks name it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) level: u8,
    pub(crate) number: Option<String>,
    pub(crate) text: String,
}

impl Entry {
    /// Number and words.
    pub(crate) fn full(&self) -> String {
        match &self.number {
            Some(number) => format!("{number}\u{2002}{}", self.text),
            None => self.text.clone(),
        }
    }
}

/// Size and line height of text, both in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Face {
    pub(crate) size: f32,
    pub(crate) leading: f32,
}

impl Face {
    /// Base line of the first line below the top of its room.
    pub(crate) fn base(self) -> f32 {
        self.leading / 2.0 + 0.36 * self.size
    }
}

pub(crate) struct Flow<'d, 'a> {
    pub(crate) document: &'d Document,
    pub(crate) fonts: &'d Fonts<'a>,
    pub(crate) tree: Tree,
    pub(crate) pieces: Vec<Piece>,
    /// Whether it is the second column, which repeats what the first says and is not signed.
    pub(crate) second: bool,
    /// At which pieces something begins that a second column says as well.
    pub(crate) starts: Vec<usize>,
    pub(crate) entries: Vec<Entry>,
    /// Table heads that may be repeated.
    pub(crate) headers: Vec<Piece>,
    pub(crate) notes: usize,
    /// How many tables and figures bear a number so far.
    pub(crate) tables: u32,
    pub(crate) figures: u32,
    pub(crate) counters: [u32; 3],
    /// The heading under which text now stands.
    pub(crate) place: String,
    /// All headings of the contents, known before their pages are.
    pub(crate) outline: Vec<Entry>,
    pub(crate) sheet: Sheet,
    pending_page: bool,
}

impl<'d, 'a> Flow<'d, 'a> {
    pub(crate) fn new(document: &'d Document, fonts: &'d Fonts<'a>, second: bool) -> Self {
        Self {
            document,
            fonts,
            tree: Tree::default(),
            pieces: Vec::new(),
            second,
            starts: Vec::new(),
            entries: Vec::new(),
            headers: Vec::new(),
            notes: 0,
            tables: 0,
            figures: 0,
            counters: [0; 3],
            place: document.title.clone(),
            outline: super::block::outline(&document.blocks),
            sheet: Sheet::of(document.paper),
            pending_page: false,
        }
    }

    /// Width of the text in points.
    pub(crate) const fn measure(&self) -> f32 {
        self.sheet.measure()
    }

    /// A face in the line height of the language: Chinese needs taller lines.
    pub(crate) fn face(&self, size: f32, english: f32, chinese: f32) -> Face {
        let factor = match self.document.locale {
            Locale::En => english,
            Locale::ZhCn => chinese,
        };
        Face {
            size,
            leading: size * factor,
        }
    }

    pub(crate) fn text_face(&self, size: f32) -> Face {
        self.face(size, 1.5, 1.65)
    }

    pub(crate) fn table_face(&self) -> Face {
        self.face(9.2, 1.4, 1.5)
    }

    pub(crate) fn missing(&self, missing: Missing) -> Error {
        Error::MissingGlyph {
            character: missing.character,
            place: self.place.clone(),
            excerpt: missing.excerpt,
        }
    }

    pub(crate) fn wrap(&self, spans: &[Span], size: f32, width: f32) -> Result<Vec<Line>, Error> {
        wrap(self.fonts, spans, size, width).map_err(|missing| self.missing(missing))
    }

    pub(crate) fn words(
        &self,
        text: &str,
        weight: Weight,
        tone: Tone,
        size: f32,
    ) -> Result<Line, Error> {
        single(self.fonts, text, weight, tone, size).map_err(|missing| self.missing(missing))
    }

    pub(crate) fn push(&mut self, mut piece: Piece) {
        piece.new_page = std::mem::take(&mut self.pending_page);
        self.pieces.push(piece);
    }

    /// Sets text of any length into a strip that is not divided; returns its height.
    pub(crate) fn strip(
        &self,
        items: &mut Vec<Item>,
        text: &Text,
        face: Face,
        at: (f32, f32),
        width: f32,
    ) -> Result<f32, Error> {
        let (x, top) = at;
        let mut height = 0.0;
        for line in self.wrap(&text.0, face.size, width)? {
            set_line(items, line, x, top + height + face.base(), face.size);
            height += face.leading;
        }
        Ok(height)
    }

    /// Sets a caption that stays with what follows it, or with what stands before it.
    pub(crate) fn caption(
        &mut self,
        (parent, role): (usize, &'static str),
        words: String,
        with_next: bool,
    ) -> Result<(), Error> {
        let face = self.face(8.6, 1.35, 1.45);
        let node = self.tree.add(parent, role);
        let mut items = vec![Item::Open(Some(node))];
        let text = Text::toned(words, Tone::Soft);
        let height = self.strip(&mut items, &text, face, (MARGIN, 0.0), self.measure())?;
        items.push(Item::Close);
        self.push(Piece {
            before: if with_next { 10.0 } else { 2.0 },
            height,
            items,
            with_next,
            ..Piece::default()
        });
        Ok(())
    }

    /// Draws shapes with their top left corner at a point.
    pub(crate) fn draw(
        &self,
        items: &mut Vec<Item>,
        drawing: &Drawing,
        at: (f32, f32),
    ) -> Result<(), Error> {
        for shape in &drawing.shapes {
            match shape {
                Shape::Path { path, fill, stroke } => items.push(Item::Path {
                    path: path.moved(at.0, at.1),
                    fill: *fill,
                    stroke: *stroke,
                }),
                Shape::Label {
                    text,
                    x,
                    y,
                    size,
                    weight,
                    tone,
                    anchor,
                } => {
                    let line = self.words(text, *weight, *tone, *size)?;
                    let back = match anchor {
                        Anchor::Start => 0.0,
                        Anchor::Middle => line.width / 2.0,
                        Anchor::End => line.width,
                    };
                    set_line(items, line, at.0 + x - back, at.1 + y, *size);
                }
            }
        }
        Ok(())
    }

    pub(crate) fn blocks(&mut self, blocks: &[Block]) -> Result<(), Error> {
        for (place, block) in blocks.iter().enumerate() {
            let first = self.pieces.len();
            let explains = place > 0 && explains(&blocks[place - 1], block);
            if let Some(last) = self.pieces.last_mut().filter(|_| explains) {
                last.with_next = true;
            }
            self.block(block)?;
            let pieces = &mut self.pieces[first..];
            if !explains && introduces(&blocks[place..]) && pieces.len() <= FEW_LINES {
                for piece in pieces {
                    piece.with_next = true;
                }
            }
        }
        Ok(())
    }

    /// Says that something begins here which a second column says as well.
    pub(crate) fn begin(&mut self) {
        self.starts.push(self.pieces.len());
    }

    fn block(&mut self, block: &Block) -> Result<(), Error> {
        self.begin();
        match block {
            Block::Title {
                title,
                subtitle,
                logo,
            } => self.title(title, subtitle, *logo),
            Block::Marking { left, right } => self.marking(left, right),
            Block::Letterhead { name, unit } => self.letterhead(name, unit),
            Block::Verdict(verdict) => self.verdict(verdict),
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Pairs(pairs) => self.pairs(pairs),
            Block::Duo(left, right) => self.duo(left, right),
            Block::Beside(pairs, figure, below) => self.beside(pairs, figure, below),
            Block::List(points) => self.list(points),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Callout { tone, title, body } => self.callout(*tone, title, body),
            Block::Contents => self.contents(),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::SealRoom(words) => self.seal_room(words),
            Block::Keep(blocks) => self.keep(blocks),
            Block::Space(height) => {
                self.push(Piece {
                    height: *height,
                    ..Piece::default()
                });
                Ok(())
            }
            Block::PageBreak => {
                self.pending_page = true;
                Ok(())
            }
        }
    }

    fn keep(&mut self, blocks: &[Block]) -> Result<(), Error> {
        let first = self.pieces.len();
        self.blocks(blocks)?;
        let last = self.pieces.len().saturating_sub(1);
        for piece in &mut self.pieces[first..last] {
            piece.with_next = true;
        }
        Ok(())
    }

    /// One entry per heading of the contents, each a link with the page at its end.
    fn contents(&mut self) -> Result<(), Error> {
        let node = self.tree.add(ROOT, "TOC");
        let outline = self.outline.clone();
        for (heading, entry) in outline.iter().enumerate() {
            // A heading without a number, such as that of the contents, is not listed.
            if entry.level > 2 || entry.number.is_none() {
                continue;
            }
            let piece = self.contents_line(node, heading, entry)?;
            self.push(piece);
        }
        Ok(())
    }

    fn contents_line(&mut self, toc: usize, heading: usize, entry: &Entry) -> Result<Piece, Error> {
        let first = entry.level == 1;
        let face = self.face(if first { 9.6 } else { 8.8 }, 1.3, 1.32);
        let weight = if first { Weight::Bold } else { Weight::Regular };
        let x = MARGIN + if first { 0.0 } else { 18.0 };
        let item = self.tree.add(toc, "TOCI");
        let reference = self.tree.add(item, "Reference");
        let node = self.tree.add(reference, "Link");
        let span = Span {
            text: entry.full(),
            weight,
            tone: Tone::Ink,
        };
        let room = MARGIN + self.measure() - x - 40.0;
        let lines = self.wrap(&[span], face.size, room)?;
        let mut items = vec![Item::Open(Some(node))];
        let mut height = 0.0;
        let mut end = x;
        for line in lines {
            end = x + line.width;
            set_line(&mut items, line, x, height + face.base(), face.size);
            height += face.leading;
        }
        items.push(Item::Close);
        let base = height - face.leading + face.base();
        items.extend(leader(end, MARGIN + self.measure() - NUMBER, base));
        items.push(Item::Open(Some(node)));
        items.push(Item::PageOf {
            heading,
            right: MARGIN + self.measure(),
            y: base,
            size: face.size,
        });
        items.push(Item::Close);
        items.push(Item::Link {
            area: super::Area {
                x,
                y: 0.0,
                width: MARGIN + self.measure() - x,
                height,
            },
            node,
            heading,
            spoken: format!("{} {}", self.document.link_prefix, entry.full()),
        });
        Ok(Piece {
            before: if first { 4.0 } else { 0.0 },
            height,
            items,
            with_next: first,
            ..Piece::default()
        })
    }
}

/// Tells whether a block is the fine print of the table or the like before it.
fn explains(before: &Block, block: &Block) -> bool {
    let fine = |paragraph: &Paragraph| paragraph.style == ParagraphStyle::Fine;
    matches!(before, Block::Table(_) | Block::Figure(_) | Block::Pairs(_))
        && matches!(block, Block::Paragraph(paragraph) if fine(paragraph))
}

/// Tells whether the first block is a paragraph that leads, alone or with others, to a table or the like.
fn introduces(blocks: &[Block]) -> bool {
    let paragraph = |block: &&Block| matches!(block, Block::Paragraph(_));
    blocks.first().is_some_and(|block| paragraph(&block))
        && blocks
            .iter()
            .find(|block| !paragraph(block))
            .is_some_and(|block| {
                matches!(
                    block,
                    Block::Table(_)
                        | Block::List(_)
                        | Block::Figure(_)
                        | Block::Pairs(_)
                        | Block::Beside(..)
                        | Block::Signatures(_)
                )
            })
}

/// Dots that lead the eye from a heading to its page number.
fn leader(from: f32, to: f32, base: f32) -> Vec<Item> {
    let start = from + 7.0;
    let width = to - start;
    if width <= 0.0 {
        return Vec::new();
    }
    let dots = Stroke {
        colour: colour::EDGE,
        width: 0.5,
        dash: Some(1.0),
    };
    rule(start, base - 0.4, width, dots).into()
}
