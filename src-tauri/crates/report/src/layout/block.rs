//! Headings, paragraphs, lists, callouts, pairs and figures.

use super::flow::{Entry, Face, Flow, Piece};
use super::item::{Item, rule, set_line};
use super::{Area, MARGIN, ROOT, Scope};
use crate::Error;
use crate::chart::{Path, Stroke, colour};
use crate::model::{
    Block, Figure, GradeMark, Heading, Pair, Paragraph, ParagraphStyle, Span, Text, Tone,
};
use crate::text::{Line, Weight};

/// Lists the headings of a document before it is laid out.
pub(crate) fn outline(blocks: &[Block]) -> Vec<Entry> {
    let mut counters = [0; 3];
    let mut entries = Vec::new();
    collect(blocks, &mut counters, &mut entries);
    entries
}

fn collect(blocks: &[Block], counters: &mut [u32; 3], entries: &mut Vec<Entry>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => entries.push(entry(heading, counters)),
            Block::Keep(blocks) => collect(blocks, counters, entries),
            _ => {}
        }
    }
}

/// Numbers a heading: levels below the one counted begin again.
fn entry(heading: &Heading, counters: &mut [u32; 3]) -> Entry {
    let place = usize::from(heading.level.clamp(1, 3)) - 1;
    let number = heading.numbered.then(|| {
        counters[place] += 1;
        counters[place + 1..].fill(0);
        let parts: Vec<String> = counters[..=place].iter().map(u32::to_string).collect();
        parts.join(".")
    });
    Entry {
        level: heading.level.clamp(1, 3),
        number: number.or_else(|| heading.label.clone()),
        text: heading.text.clone(),
    }
}

impl Flow<'_, '_> {
    pub(crate) fn heading(&mut self, heading: &Heading) -> Result<(), Error> {
        let mut counters = self.counters;
        let entry = entry(heading, &mut counters);
        self.counters = counters;
        self.place = entry.full();
        let (size, before, role) = match entry.level {
            1 => (16.5, 26.0, "H1"),
            2 => (12.75, 20.0, "H2"),
            _ => (11.0, 16.0, "H3"),
        };
        let face = self.face(size, 1.3, 1.4);
        let ruled = heading.label.is_some();
        let mut items = Vec::new();
        let mut top = 0.0;
        if ruled {
            items.extend(rule(
                MARGIN,
                0.75,
                self.measure(),
                Stroke::solid(colour::INK, 1.5),
            ));
            top = 7.5;
        }
        items.push(Item::Anchor {
            heading: self.entries.len(),
            y: 0.0,
        });
        let node = self.tree.add(ROOT, role);
        items.push(Item::Open(Some(node)));
        let mark_width = match &heading.mark {
            Some(mark) => {
                self.small_mark(&mut items, mark, (MARGIN + self.measure(), top), face)? + 14.0
            }
            None => 0.0,
        };
        let text = Text::bold(entry.full());
        let width = self.measure() - mark_width;
        let height = self.strip(&mut items, &text, face, (MARGIN, top), width)?;
        items.push(Item::Close);
        self.entries.push(entry);
        self.push(Piece {
            before,
            height: top + height + 5.0,
            items,
            with_next: true,
            ..Piece::default()
        });
        Ok(())
    }

    /// A grade with its name, ending at the point; returns its width.
    fn small_mark(
        &self,
        items: &mut Vec<Item>,
        mark: &GradeMark,
        at: (f32, f32),
        face: Face,
    ) -> Result<f32, Error> {
        let name = self.words(&mark.name, Weight::Regular, Tone::Ink, 10.0)?;
        let width = 15.0 + 6.0 + name.width;
        let (right, top) = at;
        let square = top + (face.leading - 15.0) / 2.0;
        self.chip(items, mark.grade, (right - width, square), 15.0)?;
        let base = square + 7.5 + 3.6;
        set_line(items, name, right - width + 21.0, base, 10.0);
        Ok(width)
    }

    /// A square in the colour of a grade, with its number.
    pub(crate) fn chip(
        &self,
        items: &mut Vec<Item>,
        grade: u8,
        at: (f32, f32),
        side: f32,
    ) -> Result<(), Error> {
        let (x, y) = at;
        items.push(Item::Path {
            path: Path::rounded(x, y, side, side, side * 0.16),
            fill: Some(colour::fill(grade)),
            stroke: Some(Stroke::solid(colour::outline(grade), 0.5)),
        });
        let size = side * 0.62;
        let number = self.words(&grade.to_string(), Weight::Bold, Tone::OnGrade(grade), size)?;
        let left = x + (side - number.width) / 2.0;
        set_line(items, number, left, y + side / 2.0 + size * 0.36, size);
        Ok(())
    }

    pub(crate) fn paragraph(&mut self, paragraph: &Paragraph) -> Result<(), Error> {
        let face = match paragraph.style {
            ParagraphStyle::Body | ParagraphStyle::Soft => self.text_face(9.75),
            ParagraphStyle::Lead => self.text_face(11.5),
            ParagraphStyle::Fine => self.text_face(8.4),
        };
        let mut text = toned(&paragraph.text, paragraph.style);
        let mut notes = Vec::new();
        for note in &paragraph.notes {
            self.notes += 1;
            text = text.and_toned(format!("\u{a0}[{}]", self.notes), Tone::Soft);
            notes.push(self.note(note)?);
        }
        let node = self.tree.add(ROOT, "P");
        let lines = self.wrap(&text.0, face.size, self.measure())?;
        self.lines(node, lines, face, (MARGIN, 6.0));
        if let Some(last) = self.pieces.last_mut() {
            last.notes = notes;
        }
        Ok(())
    }

    fn note(&mut self, text: &Text) -> Result<Piece, Error> {
        let face = self.text_face(8.0);
        let node = self.tree.add(ROOT, "Note");
        let numbered = Text::toned(format!("[{}]\u{2002}", self.notes), Tone::Soft);
        let spans = [numbered.0, toned(text, ParagraphStyle::Soft).0].concat();
        let mut items = vec![Item::Open(Some(node))];
        let height = self.strip(
            &mut items,
            &Text(spans),
            face,
            (MARGIN, 0.0),
            self.measure(),
        )?;
        items.push(Item::Close);
        Ok(Piece {
            height,
            items,
            ..Piece::default()
        })
    }

    /// Sets lines as a piece each: never a first or a last line alone on a page.
    pub(crate) fn lines(&mut self, node: usize, lines: Vec<Line>, face: Face, at: (f32, f32)) {
        let (x, before) = at;
        let count = lines.len();
        for (place, line) in lines.into_iter().enumerate() {
            let mut items = vec![Item::Open(Some(node))];
            set_line(&mut items, line, x, face.base(), face.size);
            items.push(Item::Close);
            self.push(Piece {
                before: if place == 0 { before } else { 0.0 },
                height: face.leading,
                items,
                with_next: count > 1 && (place == 0 || place + 2 == count),
                ..Piece::default()
            });
        }
    }

    pub(crate) fn list(&mut self, points: &[Text]) -> Result<(), Error> {
        let face = self.text_face(9.75);
        let list = self.tree.add(ROOT, "L");
        let mut last = self.pieces.len();
        for (place, point) in points.iter().enumerate() {
            self.begin();
            let item = self.tree.add(list, "LI");
            let label = self.tree.add(item, "Lbl");
            let body = self.tree.add(item, "LBody");
            let first = self.pieces.len();
            let lines = self.wrap(&point.0, face.size, self.measure() - 14.0)?;
            let is_end = place == 1 || place + 1 == points.len();
            // No point stands alone beside a turn of the page, unless its neighbour is long.
            if place > 0 && is_end && first - last <= 2 && lines.len() <= 2 {
                self.pieces[first - 1].with_next = true;
            }
            last = first;
            let before = if place == 0 { 6.0 } else { 2.5 };
            self.lines(body, lines, face, (MARGIN + 14.0, before));
            let bullet = self.words("•", Weight::Regular, Tone::Soft, face.size)?;
            let mut items = vec![Item::Open(Some(label))];
            set_line(&mut items, bullet, MARGIN + 2.0, face.base(), face.size);
            items.push(Item::Close);
            self.pieces[first].items.splice(0..0, items);
        }
        Ok(())
    }

    pub(crate) fn callout(&mut self, tone: Tone, title: &str, body: &[Text]) -> Result<(), Error> {
        let face = self.text_face(9.75);
        let x = MARGIN + 13.0;
        let mut items = Vec::new();
        let mut height = 1.0;
        let head = Text(vec![Span {
            text: title.to_owned(),
            weight: Weight::Bold,
            tone,
        }]);
        for text in std::iter::once(&head).chain(body) {
            let node = self.tree.add(ROOT, "P");
            items.push(Item::Open(Some(node)));
            let at = (x, height);
            height += self.strip(&mut items, text, face, at, self.measure() - 13.0)? + 2.0;
            items.push(Item::Close);
        }
        items.extend([
            Item::Open(None),
            Item::Path {
                path: Path::rectangle(MARGIN, 0.0, 2.25, height),
                fill: Some(colour::of(tone)),
                stroke: None,
            },
            Item::Close,
        ]);
        self.push(Piece {
            before: 12.0,
            height: height + 4.0,
            items,
            ..Piece::default()
        });
        Ok(())
    }

    pub(crate) fn figure(&mut self, figure: &Figure) -> Result<(), Error> {
        let mut items = Vec::new();
        self.place_figure(&mut items, figure, (MARGIN, 0.0), ROOT)?;
        self.push(Piece {
            before: 10.0,
            height: figure.drawing.height + 6.0,
            items,
            with_next: !figure.caption.is_empty(),
            ..Piece::default()
        });
        if !figure.caption.is_empty() {
            self.figures += 1;
            let label = &self.document.frame.figure;
            let words = label.around(self.figures, &figure.caption);
            self.caption((ROOT, "P"), words, false)?;
        }
        Ok(())
    }

    pub(crate) fn place_figure(
        &mut self,
        items: &mut Vec<Item>,
        figure: &Figure,
        at: (f32, f32),
        parent: usize,
    ) -> Result<(), Error> {
        let area = Area {
            x: at.0,
            y: at.1,
            width: figure.drawing.width,
            height: figure.drawing.height,
        };
        self.open_figure(items, &figure.alt, area, parent);
        self.draw(items, &figure.drawing, at)?;
        items.push(Item::Close);
        Ok(())
    }

    /// Begins what is told in words to those who do not see it.
    pub(crate) fn open_figure(
        &mut self,
        items: &mut Vec<Item>,
        alt: &str,
        area: Area,
        parent: usize,
    ) {
        let node = self.tree.add_figure(parent, alt);
        items.extend([Item::Bounds { node, area }, Item::Open(Some(node))]);
    }

    pub(crate) fn pairs(&mut self, pairs: &[Pair]) -> Result<(), Error> {
        let table = self.tree.add(ROOT, "Table");
        let name_width = self.name_width(pairs, 190.0)?;
        for (place, pair) in pairs.iter().enumerate() {
            let mut items = Vec::new();
            let at = (MARGIN, 0.0);
            let height = self.pair(&mut items, table, pair, at, (name_width, self.measure()))?;
            self.push(Piece {
                before: if place == 0 { 8.0 } else { 0.0 },
                height: height + 2.0,
                items,
                // Neither the first nor the last stands alone beside a turn of the page.
                with_next: place + 1 < pairs.len() && (place == 0 || place + 2 == pairs.len()),
                ..Piece::default()
            });
        }
        Ok(())
    }

    /// Width of the widest name, with the gap after it.
    pub(crate) fn name_width(&self, pairs: &[Pair], most: f32) -> Result<f32, Error> {
        let mut widest: f32 = 0.0;
        for pair in pairs {
            let line = self.words(&pair.name, Weight::Regular, Tone::Soft, 9.75)?;
            widest = widest.max(line.width);
        }
        Ok(widest.min(most) + 13.0)
    }

    /// Sets a name and its value as a row of a table; returns the height.
    pub(crate) fn pair(
        &mut self,
        items: &mut Vec<Item>,
        table: usize,
        pair: &Pair,
        at: (f32, f32),
        widths: (f32, f32),
    ) -> Result<f32, Error> {
        let face = self.face(9.75, 1.45, 1.55);
        let (name_width, width) = widths;
        let row = self.tree.add(table, "TR");
        let head = self.tree.add_head(row, Scope::Row);
        let cell = self.tree.add(row, "TD");
        items.push(Item::Open(Some(head)));
        let name = Text::toned(pair.name.clone(), Tone::Soft);
        let left = self.strip(items, &name, face, at, name_width - 10.0)?;
        items.push(Item::Close);
        items.push(Item::Open(Some(cell)));
        let value = (at.0 + name_width, at.1);
        let right = self.strip(items, &pair.value, face, value, width - name_width)?;
        items.push(Item::Close);
        Ok(left.max(right))
    }

    /// Sets pairs beside a figure, and further ones below both; the names of all share one column.
    pub(crate) fn beside(
        &mut self,
        pairs: &[Pair],
        figure: &Figure,
        below: &[Pair],
    ) -> Result<(), Error> {
        let mut items = Vec::new();
        let table = self.tree.add(ROOT, "Table");
        let room = self.measure() - figure.drawing.width - 24.0;
        let name_width = self
            .name_width(pairs, room / 2.0)?
            .max(self.name_width(below, room / 2.0)?);
        let mut height = 0.0;
        for pair in pairs {
            let at = (MARGIN, height);
            height += self.pair(&mut items, table, pair, at, (name_width, room))? + 0.8;
        }
        let tall = height.max(figure.drawing.height);
        if !below.is_empty() {
            // A figure that is taller leaves its room above the pairs, so that all of them stand evenly.
            for item in &mut items {
                item.shift(tall - height);
            }
        }
        let x = MARGIN + self.measure() - figure.drawing.width;
        let y = (tall - figure.drawing.height) / 2.0;
        self.place_figure(&mut items, figure, (x, y), ROOT)?;
        self.push(Piece {
            before: 6.0,
            height: tall,
            items,
            with_next: true,
            ..Piece::default()
        });
        for pair in below {
            let mut items = Vec::new();
            let at = (MARGIN, 0.0);
            let height = self.pair(&mut items, table, pair, at, (name_width, self.measure()))?;
            self.push(Piece {
                height: height + 0.8,
                items,
                ..Piece::default()
            });
        }
        Ok(())
    }
}

/// Gives ink the tone of the paragraph; other tones stay.
fn toned(text: &Text, style: ParagraphStyle) -> Text {
    let tone = match style {
        ParagraphStyle::Body | ParagraphStyle::Lead => Tone::Ink,
        ParagraphStyle::Soft => Tone::Soft,
        ParagraphStyle::Fine => Tone::Faint,
    };
    let mut text = text.clone();
    for span in &mut text.0 {
        if span.tone == Tone::Ink && span.weight == Weight::Regular {
            span.tone = tone;
        }
    }
    text
}
