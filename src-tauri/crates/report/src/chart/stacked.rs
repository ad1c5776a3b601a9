//! Bars of three stacked counts each, such as the results of audits over time.

use super::{Anchor, Drawing, LabelStyle, Path, Stroke, colour, count, length};
use crate::model::Tone;

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What stands below it.
    pub label: String,
    /// Its parts from the bottom up.
    pub counts: [u32; 3],
}

/// Bars beside each other on one scale, with a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackedBars<'a> {
    /// From left to right.
    pub bars: Vec<Bar>,
    /// Names of the parts, in the order of the counts.
    pub names: [&'a str; 3],
}

/// Fills by grade, from good to bad; in black and white each is darker than the one before.
const FILLS: [u8; 3] = [1, 3, 5];
const TALL: f32 = 130.0;
const TOP: f32 = 24.0;
const WIDEST: f32 = 46.0;

impl StackedBars<'_> {
    /// Draws them, in points.
    #[must_use]
    pub fn draw(&self, width: f32) -> Drawing {
        let mut drawing = Drawing::new(width, TOP + TALL + 20.0);
        self.legend(&mut drawing);
        let most = self.bars.iter().map(|bar| bar.counts.iter().sum::<u32>());
        let most = length(count(most.max().unwrap_or(0).max(1)));
        let step = width / length(count(self.bars.len().max(1)));
        let wide = (step * 0.62).min(WIDEST);
        for (place, bar) in (0_u16..).zip(&self.bars) {
            let middle = (f32::from(place) + 0.5) * step;
            bar.draw(&mut drawing, (middle, wide), TALL / most);
        }
        let floor = [(0.0, TOP + TALL), (width, TOP + TALL)];
        drawing.line(Path::open(&floor), Stroke::solid(colour::EDGE, 0.75));
        drawing
    }

    fn legend(&self, drawing: &mut Drawing) {
        let mut x = 0.0;
        for (fill, name) in FILLS.into_iter().zip(self.names) {
            let edge = Stroke::solid(colour::outline(fill), 0.75);
            drawing.outlined(
                Path::rounded(x, 2.0, 9.0, 9.0, 1.5),
                colour::fill(fill),
                edge,
            );
            let style = LabelStyle::centred(8.5, Tone::Soft).at(Anchor::Start);
            drawing.label(name, (x + 13.0, 10.0), style);
            x += 120.0;
        }
    }
}

impl Bar {
    fn draw(&self, drawing: &mut Drawing, (middle, wide): (f32, f32), unit: f32) {
        let mut floor = TOP + TALL;
        for (fill, part) in FILLS.into_iter().zip(self.counts) {
            if part == 0 {
                continue;
            }
            let tall = length(count(part)) * unit;
            floor -= tall;
            let shape = Path::rectangle(middle - wide / 2.0, floor, wide, tall);
            let edge = Stroke::solid(colour::outline(fill), 0.75);
            drawing.outlined(shape, colour::fill(fill), edge);
            if tall >= 9.0 {
                let style = LabelStyle::centred(8.0, Tone::OnGrade(fill));
                drawing.label(part.to_string(), (middle, floor + tall / 2.0 + 2.8), style);
            }
        }
        let style = LabelStyle::centred(8.0, Tone::Soft);
        drawing.label(self.label.as_str(), (middle, TOP + TALL + 13.0), style);
    }
}
