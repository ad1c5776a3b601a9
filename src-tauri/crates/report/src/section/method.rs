//! Method and sources: what is official, what is ours, and how to compute the grade again.

use super::story::Story;
use super::voice::{Voice, groups, thousands};
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

pub(super) fn framework(voice: &Voice<'_>) -> Vec<Pair> {
    let citation = voice.framework.citation();
    let args = [
        ("title", voice.text(&citation.title).into()),
        ("version", voice.head.framework.version.as_str().into()),
    ];
    vec![
        Pair::new(
            voice.t("paper-method-framework"),
            voice.say("paper-method-framework-value", &args),
        ),
        Pair::new(
            voice.t("paper-method-digest"),
            groups(&voice.head.framework.sha256),
        ),
    ]
}

/// Digest of the facts, and where the history stood.
pub(super) fn state(voice: &Voice<'_>) -> Vec<Pair> {
    let history = &voice.head.history;
    let sequence = [("sequence", thousands(history.sequence).into())];
    let entry = voice.say("paper-method-history-value", &sequence);
    let head = format!("{entry}\n{}", groups(&history.sha256));
    vec![
        Pair::new(
            voice.t("paper-method-facts-digest"),
            groups(&voice.facts_sha256),
        ),
        Pair::new(voice.t("paper-method-history"), head),
    ]
}
