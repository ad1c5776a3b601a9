//! What a redacted copy says of itself: whose copy it is, and what was removed.

use super::sign;
use super::story::{Story, row, table};
use super::voice::groups;
use crate::model::{Block, Frame, SignatureSlot, Tone, Width};
use assay_domain::id::QuestionId;
use assay_domain::redaction::{Redaction, RemovalKind};

/// The notice on the cover; nothing in a report that is whole.
pub(super) fn notice(story: &Story<'_>) -> Option<Block> {
    let redaction = story.facts.redaction.as_ref()?;
    let original = [
        ("number", story.facts.report_number.into()),
        ("signatures", redaction.signatures.into()),
        ("digest", groups(&redaction.original_sha256).into()),
    ];
    Some(Block::Callout {
        tone: Tone::Warn,
        title: story.say(
            "paper-redacted-title",
            &[("number", story.facts.report_number.into())],
        ),
        body: vec![
            story.say("paper-redacted-body", &original).into(),
            story
                .say(
                    "paper-redacted-made",
                    &[("act", story.act(&redaction.made).into())],
                )
                .into(),
        ],
    })
}

/// What stands on every page, with the mark of a copy first in the head line.
pub(super) fn frame(story: &Story<'_>, frame: Frame) -> Frame {
    if story.facts.redaction.is_none() {
        return frame;
    }
    let marks = [story.t("paper-redacted"), frame.head_right];
    let marks: Vec<String> = marks.into_iter().filter(|mark| !mark.is_empty()).collect();
    Frame {
        head_right: marks.join(&story.t("paper-mark-separator")),
        ..frame
    }
}

/// The list of what was removed.
pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let Some(redaction) = &story.facts.redaction else {
        return Vec::new();
    };
    let columns = vec![
        story.column("paper-redacted-column-what", Width::Share(1.0)),
        story.numbers("paper-redacted-column-count", 70.0),
    ];
    let rows = redaction.removed.iter().map(|removal| {
        let mut what = story.named("removal-", removal.kind);
        if removal.kind == RemovalKind::Answers {
            what = story.titled(&what, &story.list(&ids(redaction)));
        }
        row(vec![what.into(), removal.count.to_string().into()])
    });
    vec![
        Block::heading(1, story.t("paper-redacted-heading")),
        Block::body(story.t("paper-redacted-intro")),
        table(columns, rows.collect(), story.t("paper-redacted-heading")),
    ]
}

fn ids(redaction: &Redaction) -> Vec<&str> {
    redaction.answers.iter().map(QuestionId::as_str).collect()
}

/// The signature page: a copy has the one field of whoever made it.
pub(super) fn signatures(story: &Story<'_>) -> Vec<Block> {
    match &story.facts.redaction {
        Some(redaction) => sign::page(story, vec![slot(story, redaction)]),
        None => sign::blocks(story),
    }
}

fn slot(story: &Story<'_>, redaction: &Redaction) -> SignatureSlot {
    let role = story.t("paper-redacted-by");
    let name = story.person(redaction.made.by);
    let tip = [
        ("role", role.as_str().into()),
        ("name", name.as_str().into()),
    ];
    SignatureSlot {
        field: "Sig1".to_owned(),
        tip: story.say("paper-sign-tip", &tip),
        title: String::new(),
        role,
        name,
    }
}
