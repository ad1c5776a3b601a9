//! A control chart: the rate of each period between its limits, signals marked.

use super::{Anchor, Drawing, LabelStyle, Path, Stroke, colour, count, length};
use crate::model::Tone;

/// One period.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlPoint {
    /// What stands below it.
    pub label: String,
    /// Its rate; nothing without data.
    pub value: Option<f64>,
    /// Lower limit.
    pub lower: Option<f64>,
    /// Upper limit.
    pub upper: Option<f64>,
    /// The rate of the baseline.
    pub centre: Option<f64>,
    /// Whether a rule raises it.
    pub signal: bool,
}

/// Periods beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlChart {
    /// From left to right.
    pub points: Vec<ControlPoint>,
}

const LEFT: f32 = 40.0;
const TOP: f32 = 8.0;
const TALL: f32 = 150.0;
/// The most labels below the chart.
const LABELS: usize = 6;

impl ControlChart {
    /// Draws it, in points.
    #[must_use]
    pub fn draw(&self, width: f32, percent: impl Fn(f64) -> String) -> Drawing {
        let mut drawing = Drawing::new(width, TOP + TALL + 20.0);
        let values = self.points.iter().flat_map(|p| [p.value, p.upper]);
        let most = values.flatten().fold(0.0, f64::max).max(0.001);
        let most = (most * 1.05).min(1.0);
        let floor = TOP + TALL;
        let step = (width - LEFT) / length(count(self.points.len().max(1)));
        let axes = Axes { step, most };
        for share in [0.0, 0.5, 1.0] {
            let height = floor - length(share) * TALL;
            let line = [(LEFT, height), (width, height)];
            drawing.line(Path::open(&line), Stroke::solid(colour::RULE, 0.6));
            let style = LabelStyle::centred(8.0, Tone::Soft).at(Anchor::End);
            drawing.label(percent(most * share), (LEFT - 5.0, height + 2.8), style);
        }
        self.steps(&mut drawing, &axes);
        self.run(&mut drawing, &axes);
        let every = self.points.len().div_ceil(LABELS).max(1);
        for (at, point) in self.points.iter().enumerate().step_by(every) {
            let style = LabelStyle::centred(8.0, Tone::Soft);
            drawing.label(point.label.as_str(), (axes.x(at), floor + 13.0), style);
        }
        drawing
    }

    /// Limits and centre, a step for each period.
    fn steps(&self, drawing: &mut Drawing, axes: &Axes) {
        let solid = Stroke::solid(colour::EDGE, 0.9);
        let dashed = Stroke {
            dash: Some(3.0),
            ..solid
        };
        for (at, point) in self.points.iter().enumerate() {
            for (value, stroke) in [
                (point.lower, dashed),
                (point.upper, dashed),
                (point.centre, solid),
            ] {
                let Some(value) = value else { continue };
                let (middle, half) = (axes.x(at), axes.step / 2.0);
                let line = [-half, half].map(|aside| (middle + aside, axes.y(value)));
                drawing.line(Path::open(&line), stroke);
            }
        }
    }

    /// The rates as a line with dots; a signal is a larger square, so that it is told without colour.
    fn run(&self, drawing: &mut Drawing, axes: &Axes) {
        let known: Vec<(f32, f32, bool)> = self
            .points
            .iter()
            .enumerate()
            .filter_map(|(at, point)| Some((axes.x(at), axes.y(point.value?), point.signal)))
            .collect();
        let line: Vec<(f32, f32)> = known.iter().map(|(x, y, _)| (*x, *y)).collect();
        if line.len() > 1 {
            drawing.line(Path::open(&line), Stroke::solid(colour::INK, 1.1));
        }
        for (x, y, signal) in known {
            if signal {
                let square = Path::rectangle(x - 3.2, y - 3.2, 6.4, 6.4);
                drawing.fill(square, colour::of(Tone::Bad));
            } else {
                drawing.fill(Path::circle(x, y, 1.9), colour::INK);
            }
        }
    }
}

/// Where periods and rates stand.
struct Axes {
    /// Width of a period.
    step: f32,
    /// The rate at the top.
    most: f64,
}

impl Axes {
    fn x(&self, at: usize) -> f32 {
        LEFT + (length(count(at)) + 0.5) * self.step
    }

    fn y(&self, rate: f64) -> f32 {
        TOP + TALL - length(rate / self.most) * TALL
    }
}
