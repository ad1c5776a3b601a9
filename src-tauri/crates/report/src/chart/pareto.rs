//! Bars by how often something was given, with the line of what they make up together.

use super::{Anchor, Drawing, LabelStyle, Path, Stroke, colour, count, length};
use crate::model::Tone;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct ParetoBar {
    /// What it counts.
    pub name: String,
    /// How often.
    pub count: u64,
    /// The share of this one and all before it.
    pub cumulative: f64,
    /// Whether it is one of the few that make up most.
    pub vital: bool,
}

/// Bars below each other, so that long names have room.
#[derive(Clone, Debug, PartialEq)]
pub struct Pareto {
    /// The most frequent first.
    pub bars: Vec<ParetoBar>,
}

/// How many bars are drawn; the table has all.
const DRAWN: usize = 12;
const ROW: f32 = 17.0;
const NAMES: f32 = 190.0;
const RIGHT: f32 = 54.0;

impl Pareto {
    /// Draws them, in points.
    #[must_use]
    pub fn draw(&self, width: f32) -> Drawing {
        let bars = &self.bars[..self.bars.len().min(DRAWN)];
        let tall = bars.iter().map(|_| ROW).sum::<f32>();
        let mut drawing = Drawing::new(width, tall + 6.0);
        let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
        let room = width - NAMES - RIGHT;
        let mut line = Vec::new();
        let mut top = 2.0;
        for bar in bars {
            let long = length(count(bar.count) / count(most)) * room;
            let shape = Path::rectangle(NAMES, top + 2.5, long.max(0.5), ROW - 5.0);
            let fill = if bar.vital { colour::SOFT } else { colour::OFF };
            drawing.outlined(shape, fill, Stroke::solid(colour::EDGE, 0.6));
            let base = top + ROW / 2.0 + 2.8;
            let name = LabelStyle::centred(8.2, Tone::Ink).at(Anchor::End);
            drawing.label(cut(&bar.name), (NAMES - 6.0, base), name);
            let number = LabelStyle::centred(8.2, Tone::Soft).at(Anchor::End);
            drawing.label(bar.count.to_string(), (width, base), number);
            line.push((NAMES + length(bar.cumulative) * room, top + ROW / 2.0));
            top += ROW;
        }
        if line.len() > 1 {
            drawing.line(Path::open(&line), Stroke::solid(colour::INK, 1.1));
        }
        for (x, y) in line {
            drawing.fill(Path::circle(x, y, 2.0), colour::INK);
        }
        drawing
    }
}

/// A name as far as there is room; the table below has it whole. A Han character is as wide as two letters.
fn cut(name: &str) -> String {
    const MOST: usize = 40;
    let wide = |c: char| if c.is_ascii() { 1 } else { 2 };
    let mut room = MOST;
    let mut kept = String::new();
    for c in name.chars() {
        if wide(c) > room {
            return format!("{kept}…");
        }
        room -= wide(c);
        kept.push(c);
    }
    kept
}
