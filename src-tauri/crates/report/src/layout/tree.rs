//! The structure tree: what each thing on paper is, for those who hear the document.

use super::Area;

/// What a table's head speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Column,
    Row,
}

/// One element of the structure.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    /// A standard structure type of ISO 32000-1, 14.8.4.
    pub(crate) role: &'static str,
    pub(crate) parent: usize,
    pub(crate) kids: Vec<usize>,
    /// Words for what is drawn.
    pub(crate) alt: Option<String>,
    /// Page from 0 and room taken, for figures.
    pub(crate) bounds: Option<(usize, Area)>,
    pub(crate) scope: Option<Scope>,
    /// Columns that a cell reaches over, if more than one.
    pub(crate) columns: Option<u32>,
    /// What a table shows.
    pub(crate) summary: Option<String>,
    /// Its language, where that is said.
    pub(crate) language: Option<&'static str>,
}

impl Default for Area {
    fn default() -> Self {
        Self {
            x: 0.0,
            y: 0.0,
            width: 0.0,
            height: 0.0,
        }
    }
}

/// The element that holds all others.
pub(crate) const ROOT: usize = 0;

/// All elements; the first is the document.
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
}

impl Default for Tree {
    fn default() -> Self {
        Self {
            nodes: vec![Node {
                role: "Document",
                ..Node::default()
            }],
        }
    }
}

impl Tree {
    /// Takes another tree in as one part, in a language; returns the part, which is what the numbers of
    /// the other's nodes grow by.
    pub(crate) fn append(&mut self, other: Self, language: &'static str) -> usize {
        let part = self.nodes.len();
        for mut node in other.nodes {
            node.parent += part;
            for kid in &mut node.kids {
                *kid += part;
            }
            self.nodes.push(node);
        }
        let root = &mut self.nodes[part];
        root.role = "Sect";
        root.parent = ROOT;
        root.language = Some(language);
        self.nodes[ROOT].kids.push(part);
        part
    }

    pub(crate) fn add(&mut self, parent: usize, role: &'static str) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Node {
            role,
            parent,
            ..Node::default()
        });
        self.nodes[parent].kids.push(node);
        node
    }

    pub(crate) fn add_head(&mut self, parent: usize, scope: Scope) -> usize {
        let node = self.add(parent, "TH");
        self.nodes[node].scope = Some(scope);
        node
    }

    pub(crate) fn add_figure(&mut self, parent: usize, alt: &str) -> usize {
        let node = self.add(parent, "Figure");
        self.nodes[node].alt = Some(alt.to_owned());
        node
    }
}
