//! What a signature looks like on paper: glyph outlines, so that it needs no font of its own.

use crate::Error;
use crate::text::{Fonts, Weight, excerpt, is_invisible};
use std::fmt::Write;

/// Room around the words in points.
const INSET: f32 = 5.0;
/// Room that the dashed line around the field needs.
const EDGE: f32 = 1.5;

/// Returns the operators that draw lines of text as filled outlines, for a box of a size in points.
///
/// The first line is bold. The text shrinks until it fits.
///
/// # Errors
/// Refuses a character that no font has.
pub fn signature_appearance(
    lines: &[String],
    width: f32,
    height: f32,
    fonts: &Fonts<'_>,
) -> Result<Vec<u8>, Error> {
    let count = f32::from(u16::try_from(lines.len().max(1)).unwrap_or(u16::MAX));
    let mut size = ((height - 2.0 * INSET) / count / 1.28).min(9.5);
    for (place, line) in lines.iter().enumerate() {
        let wide =
            fonts
                .width(line, weight(place), size)
                .map_err(|missing| Error::MissingGlyph {
                    character: missing.character,
                    place: lines.first().cloned().unwrap_or_default(),
                    excerpt: missing.excerpt,
                })?;
        size = size.min(size * (width - 2.0 * INSET) / wide.max(1.0));
    }
    let leading = size * 1.28;
    let mut y = (height + count * leading) / 2.0 - 0.98 * size;
    let mut content = backing(width, height);
    content.push_str("q 0.106 0.114 0.125 rg\n");
    for (place, line) in lines.iter().enumerate() {
        draw(&mut content, fonts, line, weight(place), (INSET, y), size)?;
        y -= leading;
    }
    content.push_str("Q\n");
    Ok(content.into_bytes())
}

/// Paper inside the dashed box, which covers the words that an empty field shows.
fn backing(width: f32, height: f32) -> String {
    let (right, top) = (width - 2.0 * EDGE, height - 2.0 * EDGE);
    format!("q 1 1 1 rg {EDGE} {EDGE} {right:.2} {top:.2} re f Q\n")
}

const fn weight(line: usize) -> Weight {
    if line == 0 {
        Weight::Bold
    } else {
        Weight::Regular
    }
}

fn draw(
    content: &mut String,
    fonts: &Fonts<'_>,
    line: &str,
    weight: Weight,
    at: (f32, f32),
    size: f32,
) -> Result<(), Error> {
    let (mut x, y) = at;
    for character in line.chars().filter(|each| !is_invisible(*each)) {
        let glyph = fonts
            .glyph(weight, character)
            .ok_or_else(|| Error::MissingGlyph {
                character,
                place: line.to_owned(),
                excerpt: excerpt(line, character),
            })?;
        let mut pen = Pen::default();
        let units = fonts.outline(glyph, &mut pen);
        pen.write(content, (x, y), size / units);
        x += glyph.advance * size;
    }
    Ok(())
}

/// Gathers an outline in font units.
#[derive(Default)]
struct Pen {
    steps: Vec<(Vec<(f32, f32)>, char)>,
    last: (f32, f32),
}

impl Pen {
    fn write(self, content: &mut String, at: (f32, f32), scale: f32) {
        if self.steps.is_empty() {
            return;
        }
        for (points, operator) in self.steps {
            for (x, y) in points {
                let (x, y) = (at.0 + x * scale, at.1 + y * scale);
                // Writing to a string cannot fail.
                let _written = write!(content, "{x:.2} {y:.2} ");
            }
            content.push(operator);
            content.push('\n');
        }
        content.push_str("f\n");
    }

    fn step(&mut self, points: &[(f32, f32)], operator: char) {
        self.steps.push((points.to_vec(), operator));
        if let Some(last) = points.last() {
            self.last = *last;
        }
    }
}

impl ttf_parser::OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step(&[(x, y)], 'm');
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step(&[(x, y)], 'l');
    }

    /// A quadratic curve as the cubic one that is the same.
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (x0, y0) = self.last;
        let first = (x0 + (x1 - x0) * 2.0 / 3.0, y0 + (y1 - y0) * 2.0 / 3.0);
        let second = (x + (x1 - x) * 2.0 / 3.0, y + (y1 - y) * 2.0 / 3.0);
        self.step(&[first, second, (x, y)], 'c');
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.step(&[(x1, y1), (x2, y2), (x, y)], 'c');
    }

    fn close(&mut self) {
        self.steps.push((Vec::new(), 'h'));
    }
}
