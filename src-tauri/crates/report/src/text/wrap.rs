//! Lines: UAX #14 breaks, emergency breaks for long tokens, and runs of one face each.

use super::date;
use super::{Fonts, Missing, Weight, excerpt, gap, is_closing, is_invisible};
use crate::model::{Span, Tone};

/// Glyphs of one face in one tone, from one point on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    /// Distance from the start of the line in points.
    pub(crate) x: f32,
    pub(crate) face: usize,
    pub(crate) tone: Tone,
    pub(crate) parts: Vec<Part>,
}

/// Text, or a shift between two characters.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    Text(String),
    /// To the right, in ems.
    Shift(f32),
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    /// In points.
    pub(crate) width: f32,
}

/// One character with what is known of it before it is placed.
#[derive(Clone, Copy)]
struct Cell {
    character: char,
    face: usize,
    tone: Tone,
    /// Advance without the gap, in ems.
    advance: f32,
    /// Room before it, beyond the advance of the character before, in ems.
    gap: f32,
    /// Whether a line may end after it.
    breaks: Break,
}

/// Whether a line may end at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Break {
    No,
    /// Only where no better place is left: within a date.
    Poor,
    Yes,
}

/// Breaks spans into lines of at most `width` points.
pub(crate) fn wrap(
    fonts: &Fonts<'_>,
    spans: &[Span],
    size: f32,
    width: f32,
) -> Result<Vec<Line>, Missing> {
    let cells = cells(fonts, spans)?;
    let mut lines = Vec::new();
    let mut start = 0;
    while start < cells.len() {
        let end = line_end(&cells, start, width / size);
        lines.push(line(&cells[start..end], size));
        start = end;
        while cells.get(start).is_some_and(|cell| cell.character == ' ') {
            start += 1;
        }
    }
    if lines.is_empty() {
        lines.push(Line::default());
    }
    Ok(lines)
}

/// Lays one text on one line.
pub(crate) fn single(
    fonts: &Fonts<'_>,
    text: &str,
    weight: Weight,
    tone: Tone,
    size: f32,
) -> Result<Line, Missing> {
    let span = Span {
        text: text.replace('\n', " "),
        weight,
        tone,
    };
    Ok(line(&cells(fonts, &[span])?, size))
}

fn cells(fonts: &Fonts<'_>, spans: &[Span]) -> Result<Vec<Cell>, Missing> {
    let mut text = String::new();
    let mut cells: Vec<Cell> = Vec::new();
    let mut before = None;
    for span in spans {
        for character in span.text.chars().filter(|each| !is_invisible(*each)) {
            let character = if character == '\t' { ' ' } else { character };
            let (face, advance) = look_up(fonts, span, character)?;
            cells.push(Cell {
                character,
                face,
                tone: span.tone,
                advance,
                gap: before.map_or(0.0, |left| gap(left, (character, advance))),
                breaks: Break::No,
            });
            text.push(character);
            before = Some((character, advance));
        }
    }
    let characters: Vec<char> = cells.iter().map(|cell| cell.character).collect();
    let mut place = 0;
    let mut offset = 0;
    for end in fonts.breaker.segment_str(&text).skip(1) {
        while offset < end {
            offset += cells[place].character.len_utf8();
            place += 1;
        }
        cells[place - 1].breaks = match date::is_within(&characters, place) {
            true => Break::Poor,
            false => Break::Yes,
        };
    }
    Ok(cells)
}

fn look_up(fonts: &Fonts<'_>, span: &Span, character: char) -> Result<(usize, f32), Missing> {
    if character == '\n' {
        return Ok((0, 0.0));
    }
    let glyph = fonts.glyph(span.weight, character).ok_or_else(|| Missing {
        character,
        excerpt: excerpt(&span.text, character),
    })?;
    Ok((glyph.face, glyph.advance))
}

/// Returns where the line that begins at `start` ends; `room` is in ems.
///
/// The empty half of a full-width mark may hang over the edge, and so may a space.
fn line_end(cells: &[Cell], start: usize, room: f32) -> usize {
    let mut width = -cells[start].gap;
    let (mut last_break, mut poor_break) = (None, None);
    for (place, cell) in cells.iter().enumerate().skip(start) {
        width += cell.advance + cell.gap;
        let empty = match cell.character {
            ' ' => cell.advance,
            mark if is_closing(mark) && cell.advance > 0.9 => 0.5,
            _ => 0.0,
        };
        if width - empty > room + 0.001 && place > start {
            return last_break.or(poor_break).unwrap_or(place);
        }
        if cell.character == '\n' {
            return place + 1;
        }
        match cell.breaks {
            Break::Yes => last_break = Some(place + 1),
            Break::Poor => poor_break = Some(place + 1),
            Break::No => {}
        }
    }
    cells.len()
}

fn line(cells: &[Cell], size: f32) -> Line {
    let mut line = Line::default();
    let visible = cells
        .iter()
        .rposition(|cell| !matches!(cell.character, ' ' | '\n'))
        .map_or(0, |last| last + 1);
    let mut x = 0.0;
    for (place, cell) in cells[..visible].iter().enumerate() {
        let gap = if place == 0 { 0.0 } else { cell.gap };
        let same = line
            .runs
            .last_mut()
            .filter(|run| run.face == cell.face && run.tone == cell.tone);
        match same {
            Some(run) => {
                if gap != 0.0 {
                    run.parts.push(Part::Shift(gap));
                }
                push(&mut run.parts, cell.character);
            }
            None => line.runs.push(Run {
                x: (x + gap) * size,
                face: cell.face,
                tone: cell.tone,
                parts: vec![Part::Text(cell.character.to_string())],
            }),
        }
        x += cell.advance + gap;
    }
    line.width = x * size;
    line
}

fn push(parts: &mut Vec<Part>, character: char) {
    match parts.last_mut() {
        Some(Part::Text(text)) => text.push(character),
        _ => parts.push(Part::Text(character.to_string())),
    }
}
