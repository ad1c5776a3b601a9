//! The words of the report, each in a sentence.

use super::voice::Voice;
use crate::model::{Block, Pair};

/// The words of an assessment.
pub(super) const ASSESSMENT: [&str; 11] = [
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

pub(super) fn blocks(voice: &Voice<'_>, terms: &[&str]) -> Vec<Block> {
    let pairs = terms.iter().map(|term| {
        Pair::new(
            voice.t(&format!("paper-term-{term}")),
            voice.t(&format!("paper-term-{term}-text")),
        )
    });
    let heading = Block::heading(1, voice.t("paper-glossary-title"));
    vec![Block::Keep(vec![heading, Block::Pairs(pairs.collect())])]
}
