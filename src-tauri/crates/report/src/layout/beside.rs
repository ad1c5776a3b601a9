//! Two documents that say the same in two languages, side by side: what says the same begins at the same
//! height, line by line of a table, point by point of a list.

use super::flow::{Entry, Flow, Piece};
use super::{ROOT, Tree};

/// What stands on the pages, of one column or of two beside each other.
pub(crate) struct Joined {
    pub(crate) pieces: Vec<Piece>,
    /// Table heads that may be repeated.
    pub(crate) headers: Vec<Piece>,
    pub(crate) tree: Tree,
    /// The headings of the first column, then those of the second.
    pub(crate) entries: Vec<Entry>,
    /// The element that holds each column.
    pub(crate) roots: Vec<usize>,
}

/// Where what belongs to a column comes to stand among what belongs to all.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moved {
    /// To the right, in points.
    pub(crate) right: f32,
    /// Added to the number of a node of the tree.
    pub(crate) nodes: usize,
    /// Added to the number of a heading.
    pub(crate) headings: usize,
}

impl Moved {
    /// To the right, and otherwise as it is.
    pub(crate) const fn right(right: f32) -> Self {
        Self {
            right,
            nodes: 0,
            headings: 0,
        }
    }
}

/// What was set in one column: its table heads, and its pieces by what they say.
#[derive(Default)]
struct Column {
    headers: Vec<Piece>,
    parts: Vec<Vec<Piece>>,
}

/// Takes what was set in one column, or in two.
pub(crate) fn join(flows: &mut [Flow<'_, '_>]) -> Joined {
    let mut tree = Tree::default();
    let mut entries = Vec::new();
    let mut roots = Vec::new();
    let mut columns = Vec::new();
    let mut right = 0.0;
    let alone = flows.len() == 1;
    for flow in flows {
        let own = std::mem::take(&mut flow.tree);
        let root = if alone {
            tree = own;
            ROOT
        } else {
            tree.append(own, flow.document.locale.tag())
        };
        let moved = Moved {
            right,
            nodes: root,
            headings: entries.len(),
        };
        columns.push(column(flow, moved));
        entries.append(&mut flow.entries);
        roots.push(root);
        right += flow.sheet.width;
    }
    let all = columns.into_iter().reduce(|left, right| Column {
        headers: beside(left.headers, right.headers),
        parts: both(left.parts, right.parts, beside),
    });
    let Column { headers, parts } = all.unwrap_or_default();
    Joined {
        pieces: parts.into_iter().flatten().collect(),
        headers,
        tree,
        entries,
        roots,
    }
}

/// Takes the pieces of a column, divided where each thing that it says begins.
fn column(flow: &mut Flow<'_, '_>, moved: Moved) -> Column {
    let mut pieces = std::mem::take(&mut flow.pieces)
        .into_iter()
        .map(|piece| piece.moved(moved));
    let starts = std::mem::take(&mut flow.starts);
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    let parts = starts.iter().zip(ends);
    let parts = parts.map(|(start, end)| pieces.by_ref().take(end - start).collect());
    let parts = parts.collect();
    let headers = std::mem::take(&mut flow.headers).into_iter();
    Column {
        headers: headers.map(|piece| piece.moved(moved)).collect(),
        parts,
    }
}

/// Sets pieces beside each other; where one side has more, they stand alone.
fn beside(left: Vec<Piece>, right: Vec<Piece>) -> Vec<Piece> {
    if left.is_empty() && right.is_empty() {
        return Vec::new();
    }
    both(left, right, |left, right| {
        let (before, height) = (left.before.max(right.before), left.height.max(right.height));
        Piece {
            before,
            height,
            with_next: left.with_next || right.with_next,
            header: left.header.or(right.header),
            new_page: left.new_page || right.new_page,
            notes: beside(left.notes, right.notes),
            items: left.items,
            edges: left.edges,
            beside: Some(Box::new(Piece {
                height,
                items: right.items,
                edges: right.edges,
                ..Piece::default()
            })),
        }
    })
}

/// Joins two lists element by element; nothing stands for what one of them lacks.
fn both<T: Default>(left: Vec<T>, right: Vec<T>, join: impl Fn(T, T) -> T) -> Vec<T> {
    let count = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    (0..count)
        .map(|_| {
            join(
                left.next().unwrap_or_default(),
                right.next().unwrap_or_default(),
            )
        })
        .collect()
}
