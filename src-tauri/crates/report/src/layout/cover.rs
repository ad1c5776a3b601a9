//! The cover's own parts, and the signature page's.

use super::flow::{Flow, Piece};
use super::item::{Item, rule, set_line};
use super::{Area, MARGIN, ROOT, Scope};
use crate::Error;
use crate::chart::{Path, Stroke, colour};
use crate::model::{Pair, Picture, SignatureSlot, Signatures, Span, Text, Tone, Verdict};
use crate::text::Weight;

const ROW: f32 = 50.0;
const FIELD: f32 = 38.0;
/// Room between the logo and the name beside it in points.
const BESIDE_LOGO: f32 = 14.0;
/// Size of the grade's name on the cover in points, and the least that it may shrink to.
const NAME: f32 = 20.0;
const NAME_LEAST: f32 = 16.0;

impl Flow<'_, '_> {
    pub(crate) fn title(
        &mut self,
        title: &str,
        subtitle: &str,
        with_logo: bool,
    ) -> Result<(), Error> {
        let logo = self.document.logo.as_ref().filter(|_| with_logo);
        let (wide, tall) = logo.map_or((0.0, 0.0), Picture::size);
        let room = self.measure() - logo.map_or(0.0, |_| wide + BESIDE_LOGO);
        let face = self.face(26.0, 1.25, 1.35);
        let below = self.text_face(13.5);
        let node = self.tree.add(ROOT, "H1");
        let mut items = vec![Item::Open(Some(node))];
        let mut height = self.strip(&mut items, &Text::bold(title), face, (MARGIN, 0.0), room)?;
        items.push(Item::Close);
        height += 7.0;
        let node = self.tree.add(ROOT, "P");
        items.push(Item::Open(Some(node)));
        let soft = Text::toned(subtitle, Tone::Soft);
        height += self.strip(&mut items, &soft, below, (MARGIN, height), room)?;
        items.push(Item::Close);
        if let Some(logo) = logo {
            self.place_logo(&mut items, logo, (MARGIN + self.measure() - wide, 0.0));
        }
        self.push(Piece {
            height: height.max(tall),
            items,
            ..Piece::default()
        });
        Ok(())
    }

    pub(crate) fn marking(&mut self, left: &[String], right: &[String]) -> Result<(), Error> {
        let face = self.text_face(9.75);
        let mut items = Vec::new();
        let mut tall: f32 = 0.0;
        let mut widest: f32 = 0.0;
        for words in right {
            let line = self.words(words, Weight::Regular, Tone::Ink, face.size)?;
            widest = widest.max(line.width.min(self.measure() - 300.0));
        }
        // The right lines begin where the longest of them can end at the margin.
        let edge = MARGIN + self.measure() - widest - 0.5;
        for (x, lines, leads) in [(MARGIN, left, true), (edge, right, false)] {
            let width = if leads { 280.0 } else { widest + 0.5 };
            let mut height = 0.0;
            for (place, words) in lines.iter().enumerate().filter(|(_, w)| !w.is_empty()) {
                let first = leads && place == 0;
                let text = Text(vec![Span {
                    text: words.clone(),
                    weight: if first { Weight::Bold } else { Weight::Regular },
                    tone: Tone::Ink,
                }]);
                let face = if first { self.text_face(12.0) } else { face };
                let node = self.tree.add(ROOT, "P");
                items.push(Item::Open(Some(node)));
                height += self.strip(&mut items, &text, face, (x, height), width)?;
                items.push(Item::Close);
            }
            tall = tall.max(height);
        }
        self.push(Piece {
            height: tall,
            items,
            ..Piece::default()
        });
        Ok(())
    }

    pub(crate) fn letterhead(&mut self, name: &str, unit: &str) -> Result<(), Error> {
        let Some(logo) = &self.document.logo else {
            return Ok(());
        };
        let (width, height) = logo.size();
        let mut items = Vec::new();
        self.place_logo(&mut items, logo, (MARGIN, 0.0));
        let lines = [
            (Text::bold(name), self.text_face(12.0)),
            (Text::toned(unit, Tone::Soft), self.text_face(9.75)),
        ];
        let x = MARGIN + width + BESIDE_LOGO;
        let room = MARGIN + self.measure() - x;
        let mut words = Vec::new();
        let mut tall = 0.0;
        for (text, face) in lines.iter().filter(|(text, _)| !text.is_empty()) {
            words.push(Item::Open(Some(self.tree.add(ROOT, "P"))));
            tall += self.strip(&mut words, text, *face, (x, tall), room)?;
            words.push(Item::Close);
        }
        for item in &mut words {
            item.shift(((height - tall) / 2.0).max(0.0));
        }
        items.extend(words);
        self.push(Piece {
            height: height.max(tall),
            items,
            ..Piece::default()
        });
        Ok(())
    }

    fn place_logo(&mut self, items: &mut Vec<Item>, logo: &Picture, (x, y): (f32, f32)) {
        let (width, height) = logo.size();
        let area = Area {
            x,
            y,
            width,
            height,
        };
        self.open_figure(items, &logo.alt, area, ROOT);
        items.extend([Item::Logo { area }, Item::Close]);
    }

    pub(crate) fn verdict(&mut self, verdict: &Verdict) -> Result<(), Error> {
        let small = self.text_face(9.75);
        let mut items = Vec::new();
        items.extend(rule(
            MARGIN,
            0.75,
            self.measure(),
            Stroke::solid(colour::INK, 1.5),
        ));
        let node = self.tree.add(ROOT, "P");
        items.push(Item::Open(Some(node)));
        let label = Text::toned(verdict.label.clone(), Tone::Soft);
        let top =
            17.0 + self.strip(&mut items, &label, small, (MARGIN, 17.0), self.measure())? + 5.0;
        self.chip(&mut items, verdict.mark.grade, (MARGIN, top), 45.0)?;
        let scale = verdict.scale.drawing.width;
        let x = MARGIN + 57.0;
        let width = self.measure() - 57.0 - scale - 12.0;
        let bold = Text::bold(verdict.mark.name.clone());
        let whole = self.words(&verdict.mark.name, Weight::Bold, Tone::Ink, NAME)?;
        // A long name gets a smaller face before it gets a second line.
        let size = NAME * (width / whole.width).clamp(NAME_LEAST / NAME, 1.0);
        let name = self.face(size, 1.25, 1.3);
        let detail = Text::toned(verdict.detail.clone(), Tone::Soft);
        let first = self.strip(&mut items, &bold, name, (x, top - 2.0), width)?;
        let below = self.text_face(9.2);
        let second = self.strip(&mut items, &detail, below, (x, top + first - 2.0), width)?;
        items.push(Item::Close);
        let at = (MARGIN + self.measure() - scale, top + 3.0);
        self.place_figure(&mut items, &verdict.scale, at, ROOT)?;
        let height = top + (first + second).max(46.0) + 17.0;
        items.extend(rule(
            MARGIN,
            height,
            self.measure(),
            Stroke::solid(colour::RULE, 0.75),
        ));
        self.push(Piece {
            height,
            items,
            ..Piece::default()
        });
        Ok(())
    }

    pub(crate) fn duo(&mut self, left: &[Pair], right: &[Pair]) -> Result<(), Error> {
        let half = (self.measure() - 24.0) / 2.0;
        let mut items = Vec::new();
        let mut tall: f32 = 0.0;
        for (x, pairs) in [(MARGIN, left), (MARGIN + half + 24.0, right)] {
            let table = self.tree.add(ROOT, "Table");
            let name_width = self.name_width(pairs, half / 2.0)?;
            let mut height = 13.0;
            for pair in pairs {
                height +=
                    self.pair(&mut items, table, pair, (x, height), (name_width, half))? + 4.0;
            }
            tall = tall.max(height);
        }
        let height = tall + 9.0;
        items.extend(rule(
            MARGIN,
            height,
            self.measure(),
            Stroke::solid(colour::RULE, 0.75),
        ));
        self.push(Piece {
            height,
            items,
            ..Piece::default()
        });
        Ok(())
    }

    pub(crate) fn signatures(&mut self, signatures: &Signatures) -> Result<(), Error> {
        let table = self.tree.add(ROOT, "Table");
        let head = self.tree.add(table, "THead");
        let row = self.tree.add(head, "TR");
        let face = self.face(8.6, 1.35, 1.45);
        let mut items = Vec::new();
        let height = face.leading + 6.0;
        for (words, (x, width)) in signatures.heads.iter().zip(self.columns()) {
            let node = self.tree.add_head(row, Scope::Column);
            items.push(Item::Open(Some(node)));
            let text = Text::toned(words.clone(), Tone::Soft);
            self.strip(&mut items, &text, face, (x, 3.0), width)?;
            items.push(Item::Close);
        }
        items.extend(rule(
            MARGIN,
            height,
            self.measure(),
            Stroke::solid(colour::EDGE, 0.75),
        ));
        self.push(Piece {
            before: 10.0,
            height,
            items,
            with_next: true,
            ..Piece::default()
        });
        let body = self.tree.add(table, "TBody");
        for slot in &signatures.slots {
            self.signature(body, signatures, slot)?;
        }
        Ok(())
    }

    fn signature(
        &mut self,
        body: usize,
        signatures: &Signatures,
        slot: &SignatureSlot,
    ) -> Result<(), Error> {
        let face = self.table_face();
        let row = self.tree.add(body, "TR");
        let [role, who, field, date] = self.columns();
        let mut items = Vec::new();
        let mut name = Text::plain(slot.name.clone());
        if !slot.title.is_empty() {
            name = name.and_toned(format!("\n{}", slot.title), Tone::Soft);
        }
        let cells = [
            (role, Text::bold(slot.role.clone())),
            (who, name),
            (date, Text::toned(signatures.date.clone(), Tone::Soft)),
        ];
        for (place, ((x, width), text)) in cells.into_iter().enumerate() {
            if place == 2 && self.second {
                self.aside(&mut items, row, field)?;
            } else if place == 2 {
                self.field(&mut items, row, field, slot, &signatures.placeholder)?;
            }
            let node = self.tree.add(row, "TD");
            items.push(Item::Open(Some(node)));
            let mut probe = Vec::new();
            let tall = self.strip(&mut probe, &text, face, (x, 0.0), width)?;
            self.strip(&mut items, &text, face, (x, (ROW - tall) / 2.0), width)?;
            items.push(Item::Close);
        }
        items.extend(rule(
            MARGIN,
            ROW,
            self.measure(),
            Stroke::solid(colour::RULE, 0.6),
        ));
        self.push(Piece {
            height: ROW,
            items,
            ..Piece::default()
        });
        Ok(())
    }

    /// Left edge and width of the columns: signs as, name, signature, date.
    const fn columns(&self) -> [(f32, f32); 4] {
        [
            (MARGIN, 66.0),
            (MARGIN + 76.0, 122.0),
            (MARGIN + 208.0, 178.0),
            (MARGIN + 400.0, self.measure() - 400.0),
        ]
    }

    /// The dashed box with its words is decoration: what signs is the field above it.
    fn field(
        &mut self,
        items: &mut Vec<Item>,
        row: usize,
        place: (f32, f32),
        slot: &SignatureSlot,
        placeholder: &str,
    ) -> Result<(), Error> {
        let (x, width) = place;
        let top = (ROW - FIELD) / 2.0;
        let cell = self.tree.add(row, "TD");
        let node = self.tree.add(cell, "Form");
        let words = self.words(placeholder, Weight::Regular, Tone::Faint, 8.4)?;
        items.push(Item::Open(None));
        items.push(Item::Path {
            path: Path::rounded(x, top, width, FIELD, 3.0),
            fill: None,
            stroke: Some(Stroke {
                colour: colour::EDGE,
                width: 0.75,
                dash: Some(2.0),
            }),
        });
        let left = x + (width - words.width) / 2.0;
        set_line(items, words, left, ROW / 2.0 + 3.0, 8.4);
        items.push(Item::Close);
        items.push(Item::Field {
            area: Area {
                x,
                y: top,
                width,
                height: FIELD,
            },
            node,
            name: slot.field.clone(),
            tip: slot.tip.clone(),
        });
        Ok(())
    }

    /// Says in a second column that one signs in the first.
    fn aside(&mut self, items: &mut Vec<Item>, row: usize, place: (f32, f32)) -> Result<(), Error> {
        let (x, width) = place;
        let cell = self.tree.add(row, "TD");
        items.push(Item::Open(Some(cell)));
        let words = Text::toned(self.document.frame.aside.clone(), Tone::Faint);
        let face = self.table_face();
        let top = (ROW - face.leading) / 2.0;
        self.strip(items, &words, face, (x, top), width)?;
        items.push(Item::Close);
        Ok(())
    }

    pub(crate) fn seal_room(&mut self, words: &[String]) -> Result<(), Error> {
        let face = self.text_face(8.4);
        let count = u16::try_from(words.len().max(1)).unwrap_or(1);
        let gap = 20.0;
        let width = (self.measure() - gap * f32::from(count - 1)) / f32::from(count);
        let mut items = Vec::new();
        let mut x = MARGIN;
        for text in words {
            if !self.second {
                items.extend([
                    Item::Open(None),
                    Item::Path {
                        path: Path::rounded(x, 0.0, width, 150.0, 4.0),
                        fill: None,
                        stroke: Some(Stroke {
                            colour: colour::EDGE,
                            width: 0.75,
                            dash: Some(2.0),
                        }),
                    },
                    Item::Close,
                ]);
            }
            let node = self.tree.add(ROOT, "P");
            items.push(Item::Open(Some(node)));
            let mut text = text.clone();
            if self.second {
                text = format!("{text}\n{}", self.document.frame.aside);
            }
            let text = Text::toned(text, Tone::Faint);
            self.strip(&mut items, &text, face, (x + 9.0, 7.0), width - 18.0)?;
            items.push(Item::Close);
            x += width + gap;
        }
        self.push(Piece {
            before: 14.0,
            height: 150.0,
            items,
            ..Piece::default()
        });
        Ok(())
    }
}
