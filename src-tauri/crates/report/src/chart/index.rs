//! The index of one risk on the bands of the five grades: inherent as a ring, residual as a dot.

use super::{Anchor, Drawing, LabelStyle, Path, Stroke, colour};
use crate::model::Tone;

/// What an index bar shows; every index is in index points.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexBar<'a> {
    /// Lower end of the bar and the four edges between the grades, then its upper end.
    pub edges: [f32; 6],
    /// Index before any measure.
    pub inherent: f32,
    /// Index after the measures.
    pub residual: f32,
    /// Level of the residual index, 1 to 5.
    pub level: u8,
    /// Words beside the ring.
    pub inherent_label: &'a str,
    /// Words beside the dot.
    pub residual_label: &'a str,
}

const AXIS: f32 = 18.0;
const BANDS: f32 = 30.0;
/// Room that the words beside the dot take.
const LABEL: f32 = 70.0;

impl IndexBar<'_> {
    /// Draws it, in points.
    #[must_use]
    pub fn draw(&self, width: f32) -> Drawing {
        let mut drawing = Drawing::new(width, 46.0);
        for grade in 1..=5_u8 {
            let band = usize::from(grade);
            let left = self.x(self.edges[band - 1], width) + 0.4;
            let right = self.x(self.edges[band], width) - 0.4;
            let bar = Path::rounded(left, BANDS, right - left, 4.5, 0.8);
            let edge = Stroke::solid(colour::outline(grade), 0.6);
            drawing.outlined(bar, colour::fill(grade), edge);
            let style = LabelStyle::centred(7.8, Tone::Soft);
            drawing.label(grade.to_string(), ((left + right) / 2.0, 44.0), style);
        }
        self.points(&mut drawing, width);
        drawing
    }

    fn points(&self, drawing: &mut Drawing, width: f32) {
        let from = self.x(self.inherent, width);
        let to = self.x(self.residual, width);
        let axis = Path::open(&[(to, AXIS), (from, AXIS)]);
        drawing.line(axis, Stroke::solid(colour::EDGE, 0.75));
        let ring = Stroke::solid(colour::SOFT, 1.1);
        drawing.outlined(Path::circle(from, AXIS, 3.6), colour::PAPER, ring);
        let edge = Stroke::solid(colour::outline(self.level), 0.75);
        let dot = Path::circle(to, AXIS, 4.6);
        drawing.outlined(dot, colour::fill(self.level), edge);
        self.labels(drawing, (from, to), width);
    }

    /// Names the dot at its left and the ring above it; near the left end, the dot above it and the ring at its right.
    fn labels(&self, drawing: &mut Drawing, places: (f32, f32), width: f32) {
        let (from, to) = places;
        let bold = LabelStyle::centred(8.5, Tone::Ink).bold();
        let soft = LabelStyle::centred(8.5, Tone::Soft);
        let above = |x: f32| (x.clamp(30.0, width - 30.0), 8.0);
        if to > LABEL {
            let left = (to - 8.5, AXIS + 3.0);
            drawing.label(self.residual_label, left, bold.at(Anchor::End));
            drawing.label(self.inherent_label, above(from), soft);
        } else {
            let right = (from.max(to) + 8.5, AXIS + 3.0);
            drawing.label(self.residual_label, above(to), bold);
            drawing.label(self.inherent_label, right, soft.at(Anchor::Start));
        }
    }

    fn x(&self, index: f32, width: f32) -> f32 {
        let [low, .., high] = self.edges;
        (index.clamp(low, high) - low) / (high - low) * width
    }
}
