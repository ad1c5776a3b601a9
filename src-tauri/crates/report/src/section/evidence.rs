//! Evidence with dates, standing and digests.

use super::voice::{Voice, groups, row, table};
use crate::model::{Block, Cell, Row, Text, Tone, Width};
use assay_domain::evidence::{Evidence, EvidenceSource, Standing};
use assay_domain::id::EvidenceId;
use std::collections::{BTreeMap, BTreeSet};

/// The pieces as the report lists them: what was added for several answers alike stands once.
pub(super) struct Annex<'a> {
    pieces: Vec<&'a Evidence>,
    places: BTreeMap<EvidenceId, usize>,
}

impl<'a> Annex<'a> {
    pub(super) fn new(evidence: &'a [Evidence]) -> Self {
        let mut annex = Self {
            pieces: Vec::new(),
            places: BTreeMap::new(),
        };
        for piece in evidence {
            let known = annex.pieces.iter().position(|other| alike(other, piece));
            let place = known.unwrap_or(annex.pieces.len());
            if known.is_none() {
                annex.pieces.push(piece);
            }
            annex.places.insert(piece.id, place);
        }
        annex
    }

    /// Numbers of pieces: E1, E2; in order, each once.
    pub(super) fn numbers(&self, ids: &[EvidenceId]) -> Vec<String> {
        let places: BTreeSet<usize> = ids
            .iter()
            .filter_map(|id| self.places.get(id).copied())
            .collect();
        places.into_iter().map(number).collect()
    }

    /// A standing with the numbers of the pieces that give it.
    pub(super) fn standing(
        &self,
        voice: &Voice<'_>,
        standing: Standing,
        pieces: &[EvidenceId],
    ) -> String {
        let mut parts = vec![voice.standing(standing)];
        parts.extend(self.numbers(pieces));
        voice.list(&parts)
    }
}

/// Returns the number under which a report lists each piece of evidence, such as `E3`; pieces that a reader can't tell apart have one.
#[must_use]
pub fn evidence_numbers(evidence: &[Evidence]) -> BTreeMap<EvidenceId, String> {
    let places = Annex::new(evidence).places.into_iter();
    places.map(|(id, place)| (id, number(place))).collect()
}

/// Tells whether a reader could not tell two pieces apart: they differ at most in who added them and when.
fn alike(one: &Evidence, other: &Evidence) -> bool {
    one.source == other.source
        && one.name == other.name
        && one.shows == other.shows
        && one.dated == other.dated
        && one.standing == other.standing
}

/// Number of the piece at a place of the annex.
fn number(place: usize) -> String {
    format!("E{}", place + 1)
}

pub(super) fn blocks(voice: &Voice<'_>, annex: &Annex<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, voice.t("paper-evidence-title"))];
    let pieces = &annex.pieces;
    if pieces.is_empty() {
        blocks.push(Block::body(voice.t("paper-evidence-none")));
        return blocks;
    }
    let columns = vec![
        voice.column("paper-evidence-column-id", Width::Fixed(26.0)),
        voice.column("paper-evidence-column-name", Width::Share(1.0)),
        voice.column("paper-evidence-column-dated", Width::Fixed(90.0)),
        voice.column("paper-evidence-column-standing", Width::Fixed(110.0)),
    ];
    let rows = pieces
        .iter()
        .enumerate()
        .map(|(place, piece)| line(voice, place, piece))
        .collect();
    blocks.push(Block::body(voice.t("paper-evidence-intro")));
    blocks.push(table(columns, rows, voice.t("paper-evidence-summary")));
    blocks
}

fn line(voice: &Voice<'_>, place: usize, piece: &Evidence) -> Row {
    let mut what = Text::plain(piece.name.clone());
    let lines = [piece.shows.clone(), origin(voice, &piece.source)];
    for words in lines.iter().filter(|words| !words.is_empty()) {
        what = what.and_toned(format!("\n{words}"), Tone::Soft);
    }
    row(vec![
        number(place).into(),
        Cell::Text(what),
        piece
            .dated
            .map(|dated| voice.date(dated))
            .unwrap_or_default()
            .into(),
        voice.standing(piece.standing).into(),
    ])
}

/// The digest of a file, or the place where a piece is kept.
fn origin(voice: &Voice<'_>, source: &EvidenceSource) -> String {
    match source {
        EvidenceSource::File {
            sha256,
            content_kept,
            ..
        } => {
            let digest = [("digest", groups(sha256).into())];
            let digest = voice.say("paper-evidence-digest", &digest);
            if *content_kept {
                return digest;
            }
            format!("{digest}\n{}", voice.t("paper-evidence-digest-only"))
        }
        EvidenceSource::Reference { locator } => {
            voice.say("paper-evidence-place", &[("place", locator.into())])
        }
    }
}
