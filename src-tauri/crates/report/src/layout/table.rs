//! Tables: heads that repeat, rows that may split, totals.

use super::flow::{Edge, Face, Flow, Piece};
use super::item::{Item, set_line};
use super::{MARGIN, ROOT, Scope};
use crate::Error;
use crate::chart::{Stroke, colour};
use crate::model::{Align, Cell, Column, Row, Table, Text, Tone, Width};
use crate::text::{Line, Weight};

/// Room between columns in points.
const GAP: f32 = 10.0;
/// Room above and below the words of a row in points.
const PADDING: f32 = 3.2;
/// A row taller than this share of the page may split.
const TALL: f32 = 0.3;
/// A row lower than this has one line or two.
const SHORT: f32 = 38.0;

/// A cell's lines, with the place where they go.
struct Set {
    node: usize,
    lines: Vec<Line>,
    grade: Option<u8>,
    x: f32,
    width: f32,
    align: Align,
}

impl Flow<'_, '_> {
    pub(crate) fn table(&mut self, table: &Table) -> Result<(), Error> {
        let node = self.tree.add(ROOT, "Table");
        self.tree.nodes[node].summary =
            Some(table.summary.clone()).filter(|words| !words.is_empty());
        if !table.caption.is_empty() {
            self.tables += 1;
            let label = &self.document.frame.table;
            let words = label.around(self.tables, &table.caption);
            self.caption((node, "Caption"), words, true)?;
        }
        let places = places(&table.columns, self.measure());
        let header = self.table_head(node, table, &places)?;
        let body = self.tree.add(node, "TBody");
        let mut starts = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            starts.push(self.pieces.len());
            self.begin();
            self.table_row(body, table, row, &places, header)?;
        }
        self.bind_ends(&starts);
        Ok(())
    }

    /// Keeps the first two rows together, and the last two, if they are short: no thin row stands alone beside a
    /// turn of the page, and no tall ones leave half a page empty.
    fn bind_ends(&mut self, starts: &[usize]) {
        let [first, second, ..] = starts else { return };
        let last = starts[starts.len() - 1];
        for (row, next) in [(*first, *second), (starts[starts.len() - 2], last)] {
            if self.pieces[row].height < SHORT && self.pieces[next].height < SHORT {
                self.pieces[next - 1].with_next = true;
            }
        }
    }

    fn table_head(
        &mut self,
        table: usize,
        model: &Table,
        places: &[(f32, f32)],
    ) -> Result<usize, Error> {
        let face = self.face(8.6, 1.35, 1.45);
        let head = self.tree.add(table, "THead");
        let row = self.tree.add(head, "TR");
        let mut sets = Vec::new();
        for (column, (x, width)) in model.columns.iter().zip(places) {
            let text = Text::toned(column.head.clone(), Tone::Soft);
            sets.push(Set {
                node: self.tree.add_head(row, Scope::Column),
                lines: self.wrap(&text.0, face.size, *width)?,
                grade: None,
                x: *x,
                width: *width,
                align: column.align,
            });
        }
        let count = most_lines(&sets);
        let mut items = Vec::new();
        for set in sets {
            // A short head stands on the last line, beside the rule.
            let skipped = count - set.lines.len();
            set_lines(&mut items, set, 0..count, face, down(skipped, face), self)?;
        }
        let height = PADDING + down(count, face) + PADDING;
        let piece = Piece {
            before: 8.0,
            height,
            items,
            edges: self.edge(Stroke::solid(colour::EDGE, 0.75)),
            with_next: true,
            ..Piece::default()
        };
        self.headers.push(piece.clone());
        self.push(piece);
        Ok(self.headers.len() - 1)
    }

    fn table_row(
        &mut self,
        body: usize,
        model: &Table,
        row: &Row,
        places: &[(f32, f32)],
        header: usize,
    ) -> Result<(), Error> {
        let face = self.table_face();
        let sets = self.row_sets(body, model, row, places, face)?;
        let count = most_lines(&sets);
        let stroke = if row.total {
            Stroke::solid(colour::EDGE, 0.75)
        } else {
            Stroke::solid(colour::RULE, 0.6)
        };
        if down(count, face) <= TALL * self.sheet.height {
            let mut items = Vec::new();
            for set in sets {
                set_lines(&mut items, set, 0..count, face, 0.0, self)?;
            }
            let height = PADDING + down(count, face) + PADDING;
            self.push(Piece {
                height,
                items,
                edges: self.edge(stroke),
                header: Some(header),
                ..Piece::default()
            });
            return Ok(());
        }
        self.tall_row(sets, count, face, stroke, header)
    }

    /// A line below a row, however high it becomes beside another.
    fn edge(&self, stroke: Stroke) -> Vec<Edge> {
        let width = self.measure();
        vec![Edge {
            x: MARGIN,
            width,
            stroke,
        }]
    }

    /// One piece per line, so that the row may go on over the page.
    fn tall_row(
        &mut self,
        sets: Vec<Set>,
        count: usize,
        face: Face,
        stroke: Stroke,
        header: usize,
    ) -> Result<(), Error> {
        let mut sets = sets;
        for place in 0..count {
            let mut items = Vec::new();
            let top = if place == 0 { PADDING } else { 0.0 };
            for set in &mut sets {
                let one = Set {
                    node: set.node,
                    lines: set.lines.get(place).cloned().into_iter().collect(),
                    grade: set.grade.filter(|_| place == 0),
                    ..*set
                };
                set_lines(&mut items, one, 0..1, face, top - PADDING, self)?;
            }
            let last = place + 1 == count;
            let height = top + face.leading + if last { PADDING } else { 0.0 };
            self.push(Piece {
                height,
                items,
                edges: if last { self.edge(stroke) } else { Vec::new() },
                header: Some(header),
                with_next: place == 0 || place + 2 == count,
                ..Piece::default()
            });
        }
        Ok(())
    }

    fn row_sets(
        &mut self,
        body: usize,
        model: &Table,
        row: &Row,
        places: &[(f32, f32)],
        face: Face,
    ) -> Result<Vec<Set>, Error> {
        let node = self.tree.add(body, "TR");
        let mut sets: Vec<Set> = Vec::new();
        let mut column = 0;
        while column < model.columns.len().min(row.cells.len()) {
            let span = if row.total { reach(row, column) } else { 1 };
            let cell = self.tree.add(node, "TD");
            if span > 1 {
                self.tree.nodes[cell].columns = u32::try_from(span).ok();
            }
            let (x, _) = places[column];
            let (end, width) = places[column + span - 1];
            let width = end + width - x;
            sets.push(self.cell_set(
                (cell, &row.cells[column], row.total),
                (x, width),
                model.columns[column].align,
                face,
            )?);
            column += span;
        }
        Ok(sets)
    }

    fn cell_set(
        &mut self,
        cell: (usize, &Cell, bool),
        place: (f32, f32),
        align: Align,
        face: Face,
    ) -> Result<Set, Error> {
        let (node, cell, total) = cell;
        let (x, width) = place;
        let (mut text, grade) = match cell {
            Cell::Text(text) => (text.clone(), None),
            Cell::Mark(mark) => (Text::plain(mark.name.clone()), Some(mark.grade)),
        };
        if total {
            for span in &mut text.0 {
                span.weight = Weight::Bold;
            }
        }
        let inset = if grade.is_some() { 17.0 } else { 0.0 };
        Ok(Set {
            node,
            lines: self.wrap(&text.0, face.size, width - inset)?,
            grade,
            x,
            width,
            align,
        })
    }
}

/// Number of columns that a cell reaches over: itself and the empty ones after it.
pub(crate) fn reach(row: &Row, from: usize) -> usize {
    let empty = row.cells[from + 1..]
        .iter()
        .take_while(|cell| matches!(cell, Cell::Text(text) if text.is_empty()));
    1 + empty.count()
}

fn most_lines(sets: &[Set]) -> usize {
    sets.iter().map(|set| set.lines.len()).max().unwrap_or(1)
}

fn down(lines: usize, face: Face) -> f32 {
    f32::from(u16::try_from(lines).unwrap_or(u16::MAX)) * face.leading
}

fn set_lines(
    items: &mut Vec<Item>,
    set: Set,
    range: std::ops::Range<usize>,
    face: Face,
    top: f32,
    flow: &Flow<'_, '_>,
) -> Result<(), Error> {
    items.push(Item::Open(Some(set.node)));
    let mut inset = 0.0;
    if let Some(grade) = set.grade {
        let y = top + PADDING + (face.leading - 12.0) / 2.0;
        flow.chip(items, grade, (set.x, y), 12.0)?;
        inset = 17.0;
    }
    for (place, line) in set.lines.into_iter().take(range.end).enumerate() {
        let back = match set.align {
            Align::Start => inset,
            Align::End => set.width - line.width,
        };
        let y = top + PADDING + down(place, face) + face.base();
        set_line(items, line, set.x + back, y, face.size);
    }
    items.push(Item::Close);
    Ok(())
}

/// Room between two columns: more where a number ends right before words begin.
fn gap(left: &Column, right: &Column) -> f32 {
    match (left.align, right.align) {
        (Align::End, Align::Start) => 2.0 * GAP,
        _ => GAP,
    }
}

/// Left edge and width of each column.
fn places(columns: &[Column], measure: f32) -> Vec<(f32, f32)> {
    let gaps: f32 = columns.windows(2).map(|pair| gap(&pair[0], &pair[1])).sum();
    let fixed: f32 = columns
        .iter()
        .map(|column| match column.width {
            Width::Fixed(width) => width,
            Width::Share(_) => 0.0,
        })
        .sum();
    let shares: f32 = columns
        .iter()
        .map(|column| match column.width {
            Width::Fixed(_) => 0.0,
            Width::Share(share) => share,
        })
        .sum();
    let rest = (measure - gaps - fixed).max(0.0);
    let mut x = MARGIN;
    columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            let width = match column.width {
                Width::Fixed(width) => width,
                Width::Share(share) => rest * share / shares,
            };
            let place = (x, width);
            let next = columns.get(index + 1);
            x += width + next.map_or(0.0, |next| gap(column, next));
            place
        })
        .collect()
}
