//! Outlines made of straight lines and cubic curves.

/// One step of an outline; every number is in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Begins a part.
    Move(f32, f32),
    /// A straight line.
    Line(f32, f32),
    /// A cubic curve: two handles and the end.
    Curve([(f32, f32); 3]),
}

/// An outline, closed or open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Its steps; the first is a [`Segment::Move`].
    pub segments: Vec<Segment>,
    /// Whether its end joins its beginning.
    pub closed: bool,
}

/// Length of the handle that makes a cubic curve a quarter of a circle.
const QUARTER: f32 = 0.552_285;

impl Path {
    /// An open line through points.
    #[must_use]
    pub fn open(points: &[(f32, f32)]) -> Self {
        Self {
            segments: steps(points),
            closed: false,
        }
    }

    /// A polygon.
    #[must_use]
    pub fn polygon(points: &[(f32, f32)]) -> Self {
        Self {
            segments: steps(points),
            closed: true,
        }
    }

    /// A rectangle with rounded corners.
    #[must_use]
    pub fn rounded(left: f32, top: f32, width: f32, height: f32, radius: f32) -> Self {
        if radius <= 0.0 {
            return Self::rectangle(left, top, width, height);
        }
        let (right, bottom) = (left + width, top + height);
        let handle = radius * (1.0 - QUARTER);
        let corner =
            |from: (f32, f32), to: (f32, f32), end: (f32, f32)| Segment::Curve([from, to, end]);
        Self {
            closed: true,
            segments: vec![
                Segment::Move(left + radius, top),
                Segment::Line(right - radius, top),
                corner(
                    (right - handle, top),
                    (right, top + handle),
                    (right, top + radius),
                ),
                Segment::Line(right, bottom - radius),
                corner(
                    (right, bottom - handle),
                    (right - handle, bottom),
                    (right - radius, bottom),
                ),
                Segment::Line(left + radius, bottom),
                corner(
                    (left + handle, bottom),
                    (left, bottom - handle),
                    (left, bottom - radius),
                ),
                Segment::Line(left, top + radius),
                corner(
                    (left, top + handle),
                    (left + handle, top),
                    (left + radius, top),
                ),
            ],
        }
    }

    /// A rectangle.
    #[must_use]
    pub fn rectangle(left: f32, top: f32, width: f32, height: f32) -> Self {
        let (right, bottom) = (left + width, top + height);
        Self::polygon(&[(left, top), (right, top), (right, bottom), (left, bottom)])
    }

    /// A circle.
    #[must_use]
    pub fn circle(x: f32, y: f32, radius: f32) -> Self {
        Self::rounded(x - radius, y - radius, 2.0 * radius, 2.0 * radius, radius)
    }

    /// The same outline elsewhere.
    #[must_use]
    pub fn moved(&self, right: f32, down: f32) -> Self {
        let mut path = self.clone();
        path.shift(right, down);
        path
    }

    /// Moves the outline.
    pub fn shift(&mut self, right: f32, down: f32) {
        let by = |x: &mut f32, y: &mut f32| (*x, *y) = (*x + right, *y + down);
        for segment in &mut self.segments {
            match segment {
                Segment::Move(x, y) | Segment::Line(x, y) => by(x, y),
                Segment::Curve(points) => points.iter_mut().for_each(|(x, y)| by(x, y)),
            }
        }
    }
}

fn steps(points: &[(f32, f32)]) -> Vec<Segment> {
    let rest = points.iter().skip(1).map(|(x, y)| Segment::Line(*x, *y));
    let first = points.first().map(|(x, y)| Segment::Move(*x, *y));
    first.into_iter().chain(rest).collect()
}
