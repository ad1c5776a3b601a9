//! The heat map: likelihood upward, impact to the right, the risks in the cells.

use super::{Anchor, Drawing, LabelStyle, Path, Stroke, colour};
use crate::model::Tone;

/// The words around a heat map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatMapWords<'a> {
    /// Name of the upward axis.
    pub likelihood: &'a str,
    /// Name of the axis to the right.
    pub impact: &'a str,
}

/// What a heat map shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatMap<'a> {
    /// Level of each cell, 1 to 5, by likelihood then impact, each from 1.
    pub levels: [[u8; 5]; 5],
    /// The short names of the risks in each cell, in the same order.
    pub risks: [[Vec<String>; 5]; 5],
    /// The words around it.
    pub words: HeatMapWords<'a>,
}

const LEFT: f32 = 46.0;
const SIZE: f32 = 7.2;
const LINE: f32 = 9.2;
const PADDING: f32 = 5.0;

impl HeatMap<'_> {
    /// Draws it, in points.
    #[must_use]
    pub fn draw(&self, width: f32) -> Drawing {
        let step = (width - LEFT) / 5.0;
        let heights = self.row_heights();
        let bottom: f32 = heights.iter().sum();
        let mut drawing = Drawing::new(width, bottom + 32.0);
        let mut top = 0.0;
        for (row, height) in heights.iter().enumerate() {
            let likelihood = 5 - row;
            self.row(&mut drawing, likelihood, (top, *height), step);
            top += height;
        }
        for impact in 1..=5_u8 {
            let middle = LEFT + (f32::from(impact) - 0.5) * step;
            let style = LabelStyle::centred(8.5, Tone::Soft);
            drawing.label(impact.to_string(), (middle, bottom + 12.0), style);
        }
        let style = LabelStyle::centred(8.5, Tone::Soft);
        let middle = LEFT + 2.5 * step;
        drawing.label(self.words.impact, (middle, bottom + 26.0), style);
        let style = LabelStyle::centred(8.5, Tone::Soft).at(Anchor::Start);
        drawing.label(self.words.likelihood, (0.0, 9.0), style);
        drawing
    }

    /// Heights from likelihood 5 down: as much as the fullest cell of a row needs.
    fn row_heights(&self) -> [f32; 5] {
        [5, 4, 3, 2, 1].map(|likelihood: usize| {
            let cells = self.risks[likelihood - 1].iter();
            let lines = cells.map(|risks| risks.len().div_ceil(2)).max();
            let lines = u16::try_from(lines.unwrap_or(0)).unwrap_or(u16::MAX);
            (f32::from(lines) * LINE + 2.0 * PADDING).max(34.0)
        })
    }

    fn row(&self, drawing: &mut Drawing, likelihood: usize, span: (f32, f32), step: f32) {
        let (top, height) = span;
        let style = LabelStyle::centred(8.5, Tone::Soft).at(Anchor::End);
        let middle = top + height / 2.0 + 3.0;
        drawing.label(likelihood.to_string(), (LEFT - 8.0, middle), style);
        for impact in 1..=5_u8 {
            let place = usize::from(impact) - 1;
            let level = self.levels[likelihood - 1][place];
            let left = LEFT + f32::from(impact - 1) * step;
            let cell = Path::rounded(left + 0.6, top + 0.6, step - 1.2, height - 1.2, 2.0);
            let edge = Stroke::solid(colour::outline(level), 0.5);
            drawing.outlined(cell, colour::fill(level), edge);
            let risks = &self.risks[likelihood - 1][place];
            names(drawing, risks, level, (left, top, step, height));
        }
    }
}

/// Writes the names in two columns, centred in the height of the cell.
fn names(drawing: &mut Drawing, risks: &[String], level: u8, cell: (f32, f32, f32, f32)) {
    let (left, top, width, height) = cell;
    let lines = u16::try_from(risks.len().div_ceil(2)).unwrap_or(u16::MAX);
    let first = top + (height - f32::from(lines) * LINE) / 2.0 + SIZE;
    let mut base = first;
    for pair in risks.chunks(2) {
        let style = LabelStyle::centred(SIZE, Tone::OnGrade(level));
        for (name, share) in pair.iter().zip(if pair.len() == 1 {
            [0.5, 0.0]
        } else {
            [0.27, 0.73]
        }) {
            drawing.label(name, (left + width * share, base), style);
        }
        base += LINE;
    }
}
