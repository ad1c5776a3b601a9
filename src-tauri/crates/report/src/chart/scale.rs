//! The scale of five grades with the interval as a bracket and the point as a triangle.

use super::{Drawing, LabelStyle, Path, Stroke, colour};
use crate::model::Tone;

/// What a grade scale shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeScale<'a> {
    /// Names of the grades 1 to 5.
    pub names: [&'a str; 5],
    /// Grade at best, at the point, at worst.
    pub interval: [u8; 3],
}

const TOP: f32 = 12.0;

impl GradeScale<'_> {
    /// Draws it, in points.
    #[must_use]
    pub fn draw(&self, width: f32) -> Drawing {
        let mut drawing = Drawing::new(width, 52.0);
        let step = width / 5.0;
        let [best, point, worst] = self.interval;
        for grade in 1..=5_u8 {
            let left = f32::from(grade - 1) * step + 0.75;
            self.cell(&mut drawing, grade, left, step - 1.5);
        }
        let from = f32::from(best - 1) * step + 1.5;
        let to = f32::from(worst) * step - 1.5;
        let bracket = [(from, 7.0), (from, 3.75), (to, 3.75), (to, 7.0)];
        drawing.line(Path::open(&bracket), Stroke::solid(colour::INK, 1.1));
        let middle = (f32::from(point) - 0.5) * step;
        drawing.fill(
            Path::polygon(&[(middle - 4.0, 0.75), (middle + 4.0, 0.75), (middle, 7.25)]),
            colour::INK,
        );
        drawing
    }

    fn cell(&self, drawing: &mut Drawing, grade: u8, left: f32, width: f32) {
        let [best, point, worst] = self.interval;
        let inside = (best..=worst).contains(&grade);
        let (top, height) = if grade == point {
            (TOP - 2.75, 15.5)
        } else {
            (TOP, 10.0)
        };
        let cell = Path::rounded(left, top, width, height, 2.2);
        let middle = left + width / 2.0;
        let number = if inside {
            let edge = Stroke::solid(colour::outline(grade), 0.75);
            drawing.outlined(cell, colour::fill(grade), edge);
            LabelStyle::centred(8.5, Tone::OnGrade(grade))
        } else {
            drawing.fill(cell, colour::OFF);
            LabelStyle::centred(8.5, Tone::Faint)
        };
        let number = if grade == point {
            number.bold()
        } else {
            number
        };
        drawing.label(grade.to_string(), (middle, TOP + 8.1), number);
        let tone = if inside { Tone::Ink } else { Tone::Faint };
        let name = LabelStyle::centred(8.5, tone);
        let name = if grade == point { name.bold() } else { name };
        // A second word goes on a second line: the cells are narrow.
        let words = self.names[usize::from(grade) - 1].split(' ');
        let mut base = 38.5;
        for word in words {
            drawing.label(word, (middle, base), name);
            base += 10.5;
        }
    }
}
