//! From a document to pages: what is drawn where, and the structure tree that says what it is.
//!
//! First the blocks become [`flow::Piece`]s, strips of paper that cannot be divided; then the pieces are set on pages.

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

/// Width of A4 in points.
pub(crate) const PAGE_WIDTH: f32 = 595.28;
/// Height of A4 in points.
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// Left and right margin in points.
pub(crate) const MARGIN: f32 = 54.0;
/// Width of the text in points.
pub(crate) const MEASURE: f32 = PAGE_WIDTH - 2.0 * MARGIN;

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
    /// What is drawn on each page, in order, in points from the top left.
    pub(crate) pages: Vec<Vec<Item>>,
    pub(crate) tree: Tree,
    pub(crate) bookmarks: Vec<Bookmark>,
}

/// Lays a document out.
pub(crate) fn lay_out(document: &Document, fonts: &Fonts<'_>) -> Result<Layout, Error> {
    let mut flow = flow::Flow::new(document, fonts);
    flow.blocks(&document.blocks)?;
    page::paginate(document, flow)
}
