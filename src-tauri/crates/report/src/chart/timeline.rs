//! Moments in their order on a line, with the time between them.

use super::{Drawing, LabelStyle, Path, Stroke, colour};
use crate::model::Tone;

/// One moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// What happened.
    pub name: String,
    /// On which day.
    pub day: String,
    /// At which time of that day.
    pub time: String,
    /// How long after the moment before it.
    pub gap: Option<String>,
}

/// Moments at equal distances, since hours beside seconds would hide the seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// In their order.
    pub moments: Vec<Moment>,
}

const LINE: f32 = 30.0;
const DOT: f32 = 7.0;

impl Timeline {
    /// Draws it, in points.
    #[must_use]
    pub fn draw(&self, width: f32) -> Drawing {
        let mut drawing = Drawing::new(width, 68.0);
        let count = u16::try_from(self.moments.len().max(1)).unwrap_or(u16::MAX);
        let step = width / f32::from(count);
        let place = |at: u16| (f32::from(at) + 0.5) * step;
        let ends = [(place(0), LINE), (place(count - 1), LINE)];
        drawing.line(Path::open(&ends), Stroke::solid(colour::EDGE, 1.1));
        for (at, moment) in (0_u16..).zip(&self.moments) {
            let x = place(at);
            let dot = Path::rounded(x - DOT / 2.0, LINE - DOT / 2.0, DOT, DOT, DOT / 2.0);
            drawing.fill(dot, colour::INK);
            let soft = LabelStyle::centred(7.6, Tone::Soft);
            drawing.label(
                moment.name.as_str(),
                (x, 16.0),
                LabelStyle::centred(8.0, Tone::Ink).bold(),
            );
            drawing.label(moment.time.as_str(), (x, 50.0), soft);
            drawing.label(moment.day.as_str(), (x, 60.0), soft);
            if let Some(gap) = &moment.gap {
                drawing.label(gap.as_str(), (x - step / 2.0, LINE - 4.0), soft);
            }
        }
        drawing
    }
}
