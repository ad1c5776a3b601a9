//! Method and sources: what is official, what is ours, and how to compute the grade again.

use super::story::{Story, groups, thousands};
use crate::model::{Block, Pair, Text};

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let edges = story.method.band_edges().map(|edge| edge.to_string());
    let steps = [
        Text::plain(story.t("paper-method-step-index")),
        Text::plain(story.t("paper-method-step-tier")),
        Text::plain(story.say(
            "paper-method-step-level",
            &[("edges", story.list(&edges).into())],
        )),
        Text::plain(story.t("paper-method-step-evidence")),
        Text::plain(story.t("paper-method-step-grade")),
    ];
    vec![
        Block::heading(1, story.t("paper-method-title")),
        Block::heading(2, story.t("paper-method-official")),
        Block::body(story.t("paper-method-official-text")),
        Block::Pairs(framework(story)),
        Block::heading(2, story.t("paper-method-ours")),
        Block::body(story.t("paper-method-ours-text")),
        Block::Pairs(vec![
            Pair::new(
                story.t("paper-method-grading"),
                story.facts.grade.method.clone(),
            ),
            Pair::new(
                story.t("paper-method-digest"),
                groups(&story.facts.method.sha256),
            ),
        ]),
        Block::heading(2, story.t("paper-method-computed")),
        Block::List(steps.to_vec()),
        Block::heading(2, story.t("paper-method-recompute")),
        Block::body(story.t("paper-method-recompute-text")),
        Block::Pairs(state(story)),
        Block::heading(2, story.t("paper-method-signature")),
        Block::body(story.t("paper-method-signature-text")),
    ]
}

fn framework(story: &Story<'_>) -> Vec<Pair> {
    let citation = story.framework.citation();
    let args = [
        ("title", story.text(&citation.title).into()),
        ("version", story.facts.framework.version.as_str().into()),
    ];
    vec![
        Pair::new(
            story.t("paper-method-framework"),
            story.say("paper-method-framework-value", &args),
        ),
        Pair::new(
            story.t("paper-method-digest"),
            groups(&story.facts.framework.sha256),
        ),
    ]
}

/// Digest of the facts, and where the history stood.
pub(super) fn state(story: &Story<'_>) -> Vec<Pair> {
    let history = &story.facts.history;
    let sequence = [("sequence", thousands(history.sequence).into())];
    let entry = story.say("paper-method-history-value", &sequence);
    let head = format!("{entry}\n{}", groups(&history.sha256));
    vec![
        Pair::new(
            story.t("paper-method-facts-digest"),
            groups(&story.facts_sha256),
        ),
        Pair::new(story.t("paper-method-history"), head),
    ]
}
