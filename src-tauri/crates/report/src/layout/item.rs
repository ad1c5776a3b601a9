//! The things that are drawn, and where.

use super::beside::Moved;
use crate::chart::{Path, Rgb, Stroke};
use crate::text::{Line, Run};

/// A rectangle in points from the top left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// One thing to draw.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    /// Begins content that belongs to a node of the tree, or to none: decoration.
    Open(Option<usize>),
    /// Begins what a page repeats: head, foot, the head of a table that goes on.
    OpenRepeated,
    /// Ends it.
    Close,
    /// Glyphs on a base line.
    Run { x: f32, y: f32, size: f32, run: Run },
    /// An area or a line.
    Path {
        path: Path,
        fill: Option<Rgb>,
        stroke: Option<Stroke>,
    },
    /// The document's logo.
    Logo { area: Area },
    /// A link to a heading, by its number.
    Link {
        area: Area,
        node: usize,
        heading: usize,
        spoken: String,
    },
    /// An empty signature field.
    Field {
        area: Area,
        node: usize,
        name: String,
        tip: String,
    },
    /// The place of a heading, by its number.
    Anchor { heading: usize, y: f32 },
    /// The room that a figure takes.
    Bounds { node: usize, area: Area },
    /// The number of the page on which a heading came to stand, ending at `right`.
    PageOf {
        heading: usize,
        right: f32,
        y: f32,
        size: f32,
    },
}

impl Item {
    /// Moves it among what belongs to all columns.
    pub(crate) fn move_by(&mut self, moved: Moved) {
        let Moved {
            right: by,
            nodes,
            headings,
        } = moved;
        match self {
            Self::Open(None) | Self::OpenRepeated | Self::Close => {}
            Self::Open(Some(node)) => *node += nodes,
            Self::Run { x, .. } => *x += by,
            Self::Path { path, .. } => path.shift(by, 0.0),
            Self::Link {
                area,
                node,
                heading,
                ..
            } => {
                area.x += by;
                *node += nodes;
                *heading += headings;
            }
            Self::Logo { area } => area.x += by,
            Self::Field { area, node, .. } | Self::Bounds { area, node } => {
                area.x += by;
                *node += nodes;
            }
            Self::Anchor { heading, .. } => *heading += headings,
            Self::PageOf { heading, right, .. } => {
                *heading += headings;
                *right += by;
            }
        }
    }

    /// Moves it down.
    pub(crate) fn shift(&mut self, down: f32) {
        match self {
            Self::Open(_) | Self::OpenRepeated | Self::Close => {}
            Self::Run { y, .. } | Self::Anchor { y, .. } | Self::PageOf { y, .. } => *y += down,
            Self::Path { path, .. } => path.shift(0.0, down),
            Self::Logo { area }
            | Self::Link { area, .. }
            | Self::Field { area, .. }
            | Self::Bounds { area, .. } => {
                area.y += down;
            }
        }
    }
}

/// Sets a line's runs from `x` on, on the base line `y`.
pub(crate) fn set_line(items: &mut Vec<Item>, line: Line, x: f32, y: f32, size: f32) {
    items.extend(line.runs.into_iter().map(|run| Item::Run {
        x: x + run.x,
        y,
        size,
        run,
    }));
}

/// Draws a line from left to right that means nothing by itself.
pub(crate) fn rule(x: f32, y: f32, width: f32, stroke: Stroke) -> [Item; 3] {
    [
        Item::Open(None),
        Item::Path {
            path: Path::open(&[(x, y), (x + width, y)]),
            fill: None,
            stroke: Some(stroke),
        },
        Item::Close,
    ]
}
