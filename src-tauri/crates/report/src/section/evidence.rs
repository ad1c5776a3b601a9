//! Evidence with dates, standing and digests.

use super::story::{Story, evidence_number, groups, row, table};
use crate::model::{Block, Cell, Row, Text, Tone, Width};
use assay_domain::evidence::{Evidence, EvidenceSource};

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, story.t("paper-evidence-title"))];
    let pieces = &story.facts.evidence;
    if pieces.is_empty() {
        blocks.push(Block::body(story.t("paper-evidence-none")));
        return blocks;
    }
    let columns = vec![
        story.column("paper-evidence-column-id", Width::Fixed(26.0)),
        story.column("paper-evidence-column-name", Width::Share(1.0)),
        story.column("paper-evidence-column-dated", Width::Fixed(72.0)),
        story.column("paper-evidence-column-standing", Width::Fixed(66.0)),
        story.column("paper-evidence-column-digest", Width::Fixed(158.0)),
    ];
    let rows = pieces
        .iter()
        .enumerate()
        .map(|(place, piece)| line(story, place, piece))
        .collect();
    blocks.push(Block::body(story.t("paper-evidence-intro")));
    blocks.push(table(columns, rows, story.t("paper-evidence-summary")));
    blocks
}

fn line(story: &Story<'_>, place: usize, piece: &Evidence) -> Row {
    let mut name = Text::plain(piece.name.clone());
    if !piece.shows.is_empty() {
        name = name.and_toned(format!("\n{}", piece.shows), Tone::Soft);
    }
    let source = match &piece.source {
        EvidenceSource::File {
            sha256,
            content_kept,
            ..
        } => {
            let digest = Text::plain(groups(sha256));
            if *content_kept {
                digest
            } else {
                let words = story.t("paper-evidence-digest-only");
                digest.and_toned(format!("\n{words}"), Tone::Soft)
            }
        }
        EvidenceSource::Reference { locator } => Text::plain(locator.clone()),
    };
    row(vec![
        evidence_number(place).into(),
        Cell::Text(name),
        piece
            .dated
            .map(|dated| story.date(dated))
            .unwrap_or_default()
            .into(),
        story.standing(piece.standing).into(),
        Cell::Text(source),
    ])
}
