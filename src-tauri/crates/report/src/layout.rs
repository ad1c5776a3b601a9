//! From a document to pages: what is drawn where, and the structure tree that says what it is.
//!
//! First the blocks become [`flow::Piece`]s, strips of paper that cannot be divided; then the pieces are set on pages.

mod beside;
mod block;
mod cover;
mod flow;
mod item;
mod page;
mod table;
mod tree;

pub(crate) use block::outline;
pub(crate) use flow::Entry;
pub(crate) use item::{Area, Item};
pub(crate) use table::reach;
pub(crate) use tree::{Node, ROOT, Scope, Tree};

use crate::Error;
use crate::model::Document;
use crate::text::Fonts;
use assay_domain::workspace::PaperSize;

/// Left and right margin in points.
pub(crate) const MARGIN: f32 = 54.0;

/// A sheet of paper, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sheet {
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Sheet {
    pub(crate) const fn of(paper: PaperSize) -> Self {
        let (width, height) = match paper {
            PaperSize::A4 => (595.28, 841.89),
            PaperSize::Letter => (612.0, 792.0),
        };
        Self { width, height }
    }

    /// Width of the text.
    pub(crate) const fn measure(self) -> f32 {
        self.width - 2.0 * MARGIN
    }
}

/// A heading with the place where it came to stand.
#[derive(Clone, Debug)]
pub(crate) struct Bookmark {
    pub(crate) level: u8,
    pub(crate) text: String,
    /// Page from 0.
    pub(crate) page: usize,
    /// Points from the top of the page.
    pub(crate) top: f32,
}

/// Everything that the writer needs.
pub(crate) struct Layout {
    pub(crate) sheet: Sheet,
    /// What is drawn on each page, in order, in points from the top left.
    pub(crate) pages: Vec<Vec<Item>>,
    pub(crate) tree: Tree,
    pub(crate) bookmarks: Vec<Bookmark>,
}

/// Lays out a document, or two that say the same in two languages, side by side on sheets of twice the width.
pub(crate) fn lay_out(told: &[Document], fonts: &Fonts<'_>) -> Result<Layout, Error> {
    let led: Vec<Fonts<'_>> = told
        .iter()
        .map(|document| fonts.leading(document.locale))
        .collect();
    let mut columns = Vec::with_capacity(told.len());
    for (place, (document, fonts)) in told.iter().zip(&led).enumerate() {
        let mut flow = flow::Flow::new(document, fonts, place > 0);
        flow.blocks(&document.blocks)?;
        columns.push(flow);
    }
    page::paginate(columns)
}
