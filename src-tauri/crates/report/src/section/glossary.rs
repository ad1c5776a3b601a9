//! The words of the report, each in a sentence.

use super::story::Story;
use crate::model::{Block, Pair};

const TERMS: [&str; 11] = [
    "tier",
    "grade",
    "interval",
    "confidence",
    "red",
    "standing",
    "inherent",
    "residual",
    "measure",
    "dissent",
    "history",
];

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let pairs = TERMS.map(|term| {
        Pair::new(
            story.t(&format!("paper-term-{term}")),
            story.t(&format!("paper-term-{term}-text")),
        )
    });
    let heading = Block::heading(1, story.t("paper-glossary-title"));
    vec![Block::Keep(vec![heading, Block::Pairs(pairs.to_vec())])]
}
