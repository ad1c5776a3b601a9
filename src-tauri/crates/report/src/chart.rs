//! Drawings: grade scale, heat map, index bar, stacked bars, timeline. Vector shapes in points, from the top left.

mod control;
mod heat;
mod index;
mod pareto;
mod path;
mod scale;
mod stacked;
mod timeline;

pub use control::{ControlChart, ControlPoint};
pub use heat::{HeatMap, HeatMapWords};
pub use index::IndexBar;
pub use pareto::{Pareto, ParetoBar};
pub use path::{Path, Segment};
pub use scale::GradeScale;
pub use stacked::{Bar, StackedBars};
pub use timeline::{Moment, Timeline};

use crate::model::Tone;
use crate::text::Weight;

/// A colour as red, green, blue.
pub type Rgb = [u8; 3];

/// The colours of paper, from the tokens of the light theme.
pub(crate) mod colour {
    use super::Rgb;
    use crate::model::Tone;

    pub(crate) const INK: Rgb = [0x1b, 0x1d, 0x20];
    pub(crate) const SOFT: Rgb = [0x50, 0x54, 0x5a];
    pub(crate) const FAINT: Rgb = [0x66, 0x6a, 0x70];
    pub(crate) const RULE: Rgb = [0xe0, 0xe0, 0xdb];
    pub(crate) const EDGE: Rgb = [0x85, 0x88, 0x8c];
    pub(crate) const OFF: Rgb = [0xeb, 0xeb, 0xe7];
    pub(crate) const PAPER: Rgb = [0xff, 0xff, 0xff];
    const GOOD: Rgb = [0x1d, 0x6b, 0x43];
    const WARN: Rgb = [0x8a, 0x52, 0x00];
    const BAD: Rgb = [0xb0, 0x2a, 0x22];

    /// Fill, label and outline of the grades 1 to 5.
    const GRADES: [[Rgb; 3]; 5] = [
        [[0xd5, 0xea, 0xdb], [0x17, 0x40, 0x2a], [0x5f, 0x88, 0x70]],
        [[0xe6, 0xcf, 0x73], [0x3d, 0x30, 0x00], [0x94, 0x80, 0x1f]],
        [[0xde, 0x90, 0x48], [0x2e, 0x15, 0x00], [0xa9, 0x62, 0x2a]],
        [[0xb8, 0x3f, 0x2c], PAPER, [0xb8, 0x3f, 0x2c]],
        [[0x65, 0x1a, 0x30], PAPER, [0x65, 0x1a, 0x30]],
    ];

    fn grade(number: u8) -> &'static [Rgb; 3] {
        &GRADES[usize::from(number.clamp(1, 5)) - 1]
    }

    pub(crate) fn fill(number: u8) -> Rgb {
        grade(number)[0]
    }

    pub(crate) fn outline(number: u8) -> Rgb {
        grade(number)[2]
    }

    pub(crate) fn of(tone: Tone) -> Rgb {
        match tone {
            Tone::Ink => INK,
            Tone::Soft => SOFT,
            Tone::Faint => FAINT,
            Tone::Good => GOOD,
            Tone::Warn => WARN,
            Tone::Bad => BAD,
            Tone::OnGrade(number) => grade(number)[1],
            Tone::Paper => PAPER,
        }
    }
}

/// Where a label stands beside its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// A line around a shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Rgb,
    /// Its width in points.
    pub width: f32,
    /// Length of its dashes in points; nothing for a solid line.
    pub dash: Option<f32>,
}

impl Stroke {
    /// A solid line.
    #[must_use]
    pub const fn solid(colour: Rgb, width: f32) -> Self {
        Self {
            colour,
            width,
            dash: None,
        }
    }
}

/// One shape of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An area or a line.
    Path {
        /// Its outline.
        path: Path,
        /// What fills it.
        fill: Option<Rgb>,
        /// What goes around it.
        stroke: Option<Stroke>,
    },
    /// A label on one line.
    Label {
        /// Its words.
        text: String,
        /// Where it stands, in points from the left.
        x: f32,
        /// Its base line, in points from the top.
        y: f32,
        /// In points.
        size: f32,
        /// Regular or bold.
        weight: Weight,
        /// What its colour means.
        tone: Tone,
        /// On which side of its point.
        anchor: Anchor,
    },
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// In points.
    pub width: f32,
    /// In points.
    pub height: f32,
    /// From back to front.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// An empty drawing of a size in points.
    #[must_use]
    pub const fn new(width: f32, height: f32) -> Self {
        Self {
            width,
            height,
            shapes: Vec::new(),
        }
    }

    pub(crate) fn fill(&mut self, path: Path, colour: Rgb) {
        self.shapes.push(Shape::Path {
            path,
            fill: Some(colour),
            stroke: None,
        });
    }

    pub(crate) fn outlined(&mut self, path: Path, colour: Rgb, edge: Stroke) {
        self.shapes.push(Shape::Path {
            path,
            fill: Some(colour),
            stroke: Some(edge),
        });
    }

    pub(crate) fn line(&mut self, path: Path, stroke: Stroke) {
        self.shapes.push(Shape::Path {
            path,
            fill: None,
            stroke: Some(stroke),
        });
    }

    pub(crate) fn label(&mut self, text: impl Into<String>, at: (f32, f32), style: LabelStyle) {
        self.shapes.push(Shape::Label {
            text: text.into(),
            x: at.0,
            y: at.1,
            size: style.size,
            weight: style.weight,
            tone: style.tone,
            anchor: style.anchor,
        });
    }
}

/// How a label looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LabelStyle {
    pub(crate) size: f32,
    pub(crate) weight: Weight,
    pub(crate) tone: Tone,
    pub(crate) anchor: Anchor,
}

impl LabelStyle {
    pub(crate) const fn centred(size: f32, tone: Tone) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            tone,
            anchor: Anchor::Middle,
        }
    }

    pub(crate) const fn bold(mut self) -> Self {
        self.weight = Weight::Bold;
        self
    }

    pub(crate) const fn at(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }
}

/// A count as a figure; more than four thousand millions are drawn as so many.
fn count(of: impl TryInto<u32>) -> f64 {
    f64::from(of.try_into().unwrap_or(u32::MAX))
}

/// A figure as a length.
#[expect(
    clippy::cast_possible_truncation,
    reason = "what is lost is far below what anybody sees"
)]
const fn length(figure: f64) -> f32 {
    figure as f32
}
