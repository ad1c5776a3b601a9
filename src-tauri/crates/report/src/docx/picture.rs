//! Pictures: the model's own drawings in dots.

use crate::chart::{Anchor, Drawing, Path, Rgb, Segment, Shape, colour};
use crate::model::Picture as Logo;
use crate::text::{Fonts, Missing, Weight, excerpt, gap, is_invisible};
use docx_rs::Pic;
use tiny_skia::{FillRule, Paint, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

/// Dots in a point, each way: 216 to the inch.
const DOTS: f32 = 3.0;
/// Word's unit of length: so many in a point.
const UNITS: f32 = 12_700.0;

/// A drawing in dots.
pub(super) struct Picture {
    png: Vec<u8>,
    dots: (u32, u32),
    /// In Word's unit.
    size: (u32, u32),
}

impl Picture {
    /// A logo as it is.
    pub(super) fn of(logo: &Logo) -> Self {
        let (width, height) = logo.size();
        Self {
            png: logo.png.clone(),
            dots: (logo.dots.0.into(), logo.dots.1.into()),
            size: (whole(width * UNITS), whole(height * UNITS)),
        }
    }

    /// The picture as a part of a line, by its number in the file.
    pub(super) fn inline(self, number: usize) -> Pic {
        let (width, height) = self.dots;
        Pic::new_with_dimensions(self.png, width, height)
            .id(format!("rIdImage{number}"))
            .size(self.size.0, self.size.1)
    }
}

/// Draws a drawing on white, by so much smaller than in the PDF.
pub(super) fn png(drawing: &Drawing, smaller: f32, fonts: &Fonts<'_>) -> Result<Picture, Missing> {
    let dots = (whole(drawing.width * DOTS), whole(drawing.height * DOTS));
    let mut canvas = Canvas {
        dots: Pixmap::new(dots.0.max(1), dots.1.max(1)).expect("a drawing fits on a page"),
        fonts,
    };
    canvas.dots.fill(tiny_skia::Color::WHITE);
    for shape in &drawing.shapes {
        canvas.draw(shape)?;
    }
    let size = [drawing.width, drawing.height].map(|points| whole(points * UNITS * smaller));
    Ok(Picture {
        png: canvas
            .dots
            .encode_png()
            .expect("memory takes what is written"),
        dots,
        size: size.into(),
    })
}

struct Canvas<'d, 'a> {
    dots: Pixmap,
    fonts: &'d Fonts<'a>,
}

impl Canvas<'_, '_> {
    fn draw(&mut self, shape: &Shape) -> Result<(), Missing> {
        match shape {
            Shape::Path { path, fill, stroke } => {
                let scale = Transform::from_scale(DOTS, DOTS);
                let Some(outline) = outline(path) else {
                    return Ok(());
                };
                if let Some(fill) = fill {
                    self.fill(&outline, *fill, scale);
                }
                if let Some(stroke) = stroke {
                    let line = Stroke {
                        width: stroke.width,
                        dash: stroke
                            .dash
                            .and_then(|dash| StrokeDash::new(vec![dash, dash], 0.0)),
                        ..Stroke::default()
                    };
                    let paint = paint(stroke.colour);
                    self.dots.stroke_path(&outline, &paint, &line, scale, None);
                }
                Ok(())
            }
            Shape::Label {
                text,
                x,
                y,
                size,
                weight,
                tone,
                anchor,
            } => {
                let width = self.fonts.width(text, *weight, *size)?;
                let back = match anchor {
                    Anchor::Start => 0.0,
                    Anchor::Middle => width / 2.0,
                    Anchor::End => width,
                };
                self.label(text, *weight, colour::of(*tone), (x - back, *y), *size)
            }
        }
    }

    fn fill(&mut self, outline: &tiny_skia::Path, colour: Rgb, place: Transform) {
        let paint = paint(colour);
        self.dots
            .fill_path(outline, &paint, FillRule::Winding, place, None);
    }

    /// Words as the outlines of their glyphs, from a point on a base line on.
    fn label(
        &mut self,
        text: &str,
        weight: Weight,
        colour: Rgb,
        (mut x, y): (f32, f32),
        size: f32,
    ) -> Result<(), Missing> {
        let mut before = None;
        for character in text.chars().filter(|each| !is_invisible(*each)) {
            let glyph = self.fonts.glyph(weight, character).ok_or_else(|| Missing {
                character,
                excerpt: excerpt(text, character),
            })?;
            let here = (character, glyph.advance);
            x += size * before.map_or(0.0, |left| gap(left, here));
            before = Some(here);
            let mut pen = Pen(PathBuilder::new());
            let scale = DOTS * size / self.fonts.outline(glyph, &mut pen);
            if let Some(outline) = pen.0.finish() {
                let place = Transform::from_row(scale, 0.0, 0.0, -scale, x * DOTS, y * DOTS);
                self.fill(&outline, colour, place);
            }
            x += glyph.advance * size;
        }
        Ok(())
    }
}

fn paint([red, green, blue]: Rgb) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

/// The outline of a path; nothing for one without length.
fn outline(path: &Path) -> Option<tiny_skia::Path> {
    let mut outline = PathBuilder::new();
    for segment in &path.segments {
        match *segment {
            Segment::Move(x, y) => outline.move_to(x, y),
            Segment::Line(x, y) => outline.line_to(x, y),
            Segment::Curve([first, second, end]) => {
                outline.cubic_to(first.0, first.1, second.0, second.1, end.0, end.1);
            }
        }
    }
    if path.closed {
        outline.close();
    }
    outline.finish()
}

/// Takes a glyph's outline in font units.
struct Pen(PathBuilder);

impl ttf_parser::OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths on a page are small and not negative"
)]
const fn whole(length: f32) -> u32 {
    length.ceil() as u32
}
