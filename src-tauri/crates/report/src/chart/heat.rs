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
    /// Names of the levels 1 to 5, for the legend.
    pub levels: [&'a str; 5],
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
/// Room above the cells for the name of the upward axis.
const TOP: f32 = 15.0;
/// Side of a square of the legend.
const SQUARE: f32 = 10.5;

impl HeatMap<'_> {
    /// Draws it, in points.
    #[must_use]
    pub fn draw(&self, width: f32) -> Drawing {
        let step = (width - LEFT) / 5.0;
        let heights = self.row_heights();
        let bottom = TOP + heights.iter().sum::<f32>();
        let mut drawing = Drawing::new(width, bottom + 49.0);
        let mut top = TOP;
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
        drawing.label(self.words.likelihood, (0.0, 8.0), style);
        self.legend(&mut drawing, bottom + 37.0, step);
        drawing
    }

    /// Says which colour is which level, each below a column.
    fn legend(&self, drawing: &mut Drawing, top: f32, step: f32) {
        for level in 1..=5_u8 {
            let left = LEFT + f32::from(level - 1) * step;
            let square = Path::rounded(left, top, SQUARE, SQUARE, 1.8);
            let edge = Stroke::solid(colour::outline(level), 0.5);
            drawing.outlined(square, colour::fill(level), edge);
            let number = LabelStyle::centred(6.8, Tone::OnGrade(level)).bold();
            let middle = left + SQUARE / 2.0;
            drawing.label(level.to_string(), (middle, top + 7.7), number);
            let name = LabelStyle::centred(8.5, Tone::Soft).at(Anchor::Start);
            let words = self.words.levels[usize::from(level) - 1];
            drawing.label(words, (left + SQUARE + 4.0, top + 8.2), name);
        }
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
            let number = LabelStyle::centred(6.2, Tone::OnGrade(level));
            drawing.label(level.to_string(), (left + 5.4, top + 8.6), number);
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
