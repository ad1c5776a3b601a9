//! Tables: heads that repeat, names with values, room for signatures and seals.

use super::words::{self, hex, mark, plain, styled};
use super::{Copy, caption, package};
use crate::chart::colour;
use crate::layout::reach;
use crate::model::{Align, Cell, Column, Pair, Row, Signatures, Table, Text, Tone, Width};
use crate::text::Weight;
use docx_rs as word;
use word::{
    AlignmentType, HeightRule, Paragraph, TableBorder, TableBorderPosition, TableCell,
    TableLayoutType, TableRow, WidthType,
};

/// Share of the width that the names of pairs take.
const NAMES: f32 = 0.3;
/// Room left and right of the words in a cell, as `styles.xml` has it, in twentieths of a point.
const BESIDE: f32 = 140.0;
/// Share of the width that columns of no fixed width have at least.
const SHARED: f32 = 0.3;
/// From so many bytes of words on a row may be divided between pages.
const LONG: usize = 1500;
/// Height of the room for a signature, and for a seal, in twentieths of a point.
const SIGNATURE: f32 = 900.0;
const SEAL: f32 = 2000.0;

impl Copy<'_, '_> {
    pub(super) fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.tables += 1;
            let label = &self.document.frame.table;
            let words = caption(
                label,
                self.sequence("Table", "TableAgain"),
                self.tables,
                &table.caption,
            );
            self.add(words.keep_next(true));
        }
        let widths = widths(&table.columns, self.measure);
        let heads = table.columns.iter().zip(&widths);
        let heads = heads.map(|(column, width)| {
            let words = styled("TableText", &Text::bold(&column.head)).keep_next(true);
            cell(aligned(words, column), *width)
        });
        let head = package::repeated(TableRow::new(heads.collect()).cant_split());
        let rows = table.rows.iter().map(|of| row(table, of, &widths));
        self.add_table(ruled(std::iter::once(head).chain(rows).collect(), &widths));
    }

    /// Names with values, in two columns without lines.
    pub(super) fn pairs<'p>(&mut self, pairs: impl IntoIterator<Item = &'p Pair>) {
        let widths = [self.measure * NAMES, self.measure * (1.0 - NAMES)];
        let rows = pairs.into_iter().map(|pair| {
            let name = styled("Pair", &Text::toned(&pair.name, Tone::Soft));
            let value = styled("Pair", &pair.value);
            TableRow::new(vec![cell(name, widths[0]), cell(value, widths[1])]).cant_split()
        });
        let rows: Vec<TableRow> = rows.collect();
        if !rows.is_empty() {
            self.add_table(unruled(rows, &widths));
        }
    }

    pub(super) fn marking(&mut self, left: &[String], right: &[String]) {
        let lines = |lines: &[String], leads: bool| {
            let filled = lines.iter().filter(|line| !line.is_empty());
            let filled = filled.enumerate().map(|(place, line)| {
                let first = leads && place == 0;
                let text = if first {
                    Text::bold(line)
                } else {
                    Text::plain(line)
                };
                styled("Pair", &text)
            });
            filled.fold(TableCell::new(), TableCell::add_paragraph)
        };
        let widths = [self.measure * 0.6, self.measure * 0.4];
        let cells = vec![
            sized(lines(left, true), widths[0]),
            sized(lines(right, false), widths[1]),
        ];
        self.add_table(unruled(vec![TableRow::new(cells)], &widths));
    }

    pub(super) fn signatures(&mut self, signatures: &Signatures) {
        let widths = [0.18, 0.26, 0.32, 0.24].map(|share| self.measure * share);
        let heads = signatures.heads.iter().zip(widths);
        let heads = heads.map(|(head, width)| cell(styled("TableText", &Text::bold(head)), width));
        let head = package::repeated(TableRow::new(heads.collect()).cant_split());
        let slots = signatures.slots.iter().map(|slot| {
            let who = Text::plain(&slot.name).and_toned(format!("\n{}", slot.title), Tone::Soft);
            let texts = [
                Text::bold(&slot.role),
                who,
                Text::default(),
                Text::toned(&signatures.date, Tone::Faint),
            ];
            let cells = texts.iter().zip(widths);
            let cells = cells.map(|(text, width)| cell(styled("TableText", text), width));
            room(TableRow::new(cells.collect()), SIGNATURE)
        });
        self.add_table(ruled(std::iter::once(head).chain(slots).collect(), &widths));
    }

    pub(super) fn seal_room(&mut self, seals: &[String]) {
        let count = f32::from(u16::try_from(seals.len().max(1)).unwrap_or(u16::MAX));
        let widths = vec![self.measure / count; seals.len()];
        let cells = seals.iter().zip(&widths);
        let cells = cells.map(|(words, width)| {
            cell(
                styled("TableText", &Text::toned(words, Tone::Faint)),
                *width,
            )
        });
        let row = room(TableRow::new(cells.collect()), SEAL);
        let upright = TableBorder::new(TableBorderPosition::InsideV).color(hex(colour::EDGE));
        self.add_table(ruled(vec![row], &widths).set_border(upright));
    }
}

fn row(table: &Table, row: &Row, widths: &[f32]) -> TableRow {
    let mut cells = Vec::new();
    let mut column = 0;
    while column < table.columns.len().min(row.cells.len()) {
        let span = if row.total { reach(row, column) } else { 1 };
        let mut words = of_cell(&row.cells[column], row.total);
        words = aligned(words, &table.columns[column]);
        let width = widths[column..column + span].iter().sum();
        let cell = cell(words, width);
        cells.push(if span > 1 { cell.grid_span(span) } else { cell });
        column += span;
    }
    let row_of = TableRow::new(cells);
    if length(row) < LONG {
        row_of.cant_split()
    } else {
        row_of
    }
}

/// How many bytes of words a row has.
fn length(row: &Row) -> usize {
    let spans = row.cells.iter().flat_map(|cell| match cell {
        Cell::Text(text) => text.0.as_slice(),
        Cell::Mark(_) => &[],
    });
    spans.map(|span| span.text.len()).sum()
}

fn of_cell(cell: &Cell, total: bool) -> Paragraph {
    match cell {
        Cell::Text(text) => {
            let mut text = text.clone();
            for span in &mut text.0 {
                if total {
                    span.weight = Weight::Bold;
                }
            }
            styled("TableText", &text)
        }
        Cell::Mark(of) => {
            let name = words::run(&of.name);
            let runs = mark(of.grade).into_iter().chain([name]);
            runs.fold(plain("TableText", ""), Paragraph::add_run)
        }
    }
}

fn aligned(words: Paragraph, column: &Column) -> Paragraph {
    match column.align {
        Align::Start => words,
        Align::End => words.align(AlignmentType::Right),
    }
}

fn cell(words: Paragraph, width: f32) -> TableCell {
    sized(TableCell::new().add_paragraph(words), width)
}

fn sized(cell: TableCell, width: f32) -> TableCell {
    cell.width(whole(width), WidthType::Dxa)
}

/// A row that is at least so high, in twentieths of a point.
fn room(row: TableRow, height: f32) -> TableRow {
    row.cant_split()
        .row_height(height)
        .height_rule(HeightRule::AtLeast)
}

/// A table with a line above, below and between its rows.
fn ruled(rows: Vec<TableRow>, widths: &[f32]) -> word::Table {
    let line = |position, colour, size| {
        let border = TableBorder::new(position);
        border.color(hex(colour)).size(size)
    };
    unruled(rows, widths)
        .set_border(line(TableBorderPosition::Top, colour::INK, 8))
        .set_border(line(TableBorderPosition::Bottom, colour::INK, 8))
        .set_border(line(TableBorderPosition::InsideH, colour::RULE, 4))
}

fn unruled(rows: Vec<TableRow>, widths: &[f32]) -> word::Table {
    word::Table::without_borders(rows)
        .set_grid(widths.iter().map(|width| whole(*width)).collect())
        .width(whole(widths.iter().sum()), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
}

/// The widths of columns in twentieths of a point: those of the PDF with room beside the words, all narrower by as
/// much as the paper is.
fn widths(columns: &[Column], measure: f32) -> Vec<f32> {
    let fixed = |column: &Column| match column.width {
        Width::Fixed(points) => points * 20.0 + BESIDE,
        Width::Share(_) => 0.0,
    };
    let share = |column: &Column| match column.width {
        Width::Fixed(_) => 0.0,
        Width::Share(share) => share,
    };
    let wanted: f32 = columns.iter().map(fixed).sum();
    let shares: f32 = columns.iter().map(share).sum();
    let rest = if shares > 0.0 {
        (measure - wanted).max(measure * SHARED)
    } else {
        0.0
    };
    let fit = measure / (wanted + rest);
    columns
        .iter()
        .map(|column| fit * (fixed(column) + rest * share(column) / shares.max(f32::EPSILON)))
        .collect()
}

fn whole(twentieths: f32) -> usize {
    self::twentieths(twentieths) as usize
}

/// Whole twentieths of a point; a page is a few thousand of them wide.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths on a page are small and not negative"
)]
pub(super) const fn twentieths(length: f32) -> u32 {
    length.round() as u32
}
