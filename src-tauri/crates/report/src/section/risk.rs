//! The 26 risks: heat map, table, and how each one comes to its level.

mod derivation;

use super::story::{Story, row, table};
use crate::chart::{HeatMap, HeatMapWords};
use crate::model::{Block, Cell, Figure, ParagraphStyle, Row, Text, Tone, Width};
use assay_domain::facts::RatingFacts;

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let ratings = &story.facts.ratings;
    let na = ratings
        .iter()
        .filter(|rating| rating.not_applicable)
        .count();
    let counts = [
        ("applicable", (ratings.len() - na).into()),
        ("na", na.into()),
    ];
    let mut blocks = vec![
        Block::heading(1, story.t("paper-risks-title")),
        Block::body(format!(
            "{}{}",
            story.say("paper-risks-intro", &counts),
            proposed(story)
        )),
        Block::heading(2, story.t("paper-map-title")),
        Block::body(story.t("paper-map-intro")),
        map(story),
        Block::heading(2, story.t("paper-table-title")),
        overview(story),
        note(story),
    ];
    blocks.extend(not_applicable(story));
    for grade in (1..=5).rev() {
        blocks.extend(derivation::of_grade(story, grade));
    }
    blocks
}

/// How many ratings are as the profile proposed; nothing when none is.
fn proposed(story: &Story<'_>) -> String {
    let ratings = story.facts.ratings.iter();
    let count = ratings.filter(|rating| rating.as_proposed).count();
    if count == 0 {
        return String::new();
    }
    let others = story.facts.ratings.len() - count;
    let counts = [("count", count.into()), ("others", others.into())];
    story.say("paper-risks-proposed", &counts)
}

/// The level of a risk at a likelihood and impact, before any measure.
fn level(story: &Story<'_>, likelihood: usize, impact: usize) -> u8 {
    let points = i32::try_from(likelihood + impact).unwrap_or(10) * 100;
    let index = points + story.explanation.tier.shift;
    let edges = story.method.band_edges();
    let above = edges.iter().filter(|edge| **edge <= index).count();
    let level = u8::try_from(above + 1).unwrap_or(5);
    if impact == 5 { level.max(2) } else { level }
}

fn map(story: &Story<'_>) -> Block {
    let mut levels = [[1; 5]; 5];
    let mut risks: [[Vec<String>; 5]; 5] = Default::default();
    for likelihood in 1..=5 {
        for impact in 1..=5 {
            levels[likelihood - 1][impact - 1] = level(story, likelihood, impact);
        }
    }
    for rating in story.facts.ratings.iter().filter(|r| !r.not_applicable) {
        if let (Some(likelihood), Some(impact)) = (rating.likelihood, rating.impact) {
            let cell = &mut risks[usize::from(likelihood) - 1][usize::from(impact) - 1];
            cell.push(story.risk_clause(rating.risk.as_str()));
        }
    }
    let alt = alternative(story, &risks);
    let words = [story.t("likelihood"), story.t("impact")];
    let levels_named = [1, 2, 3, 4, 5].map(|level| story.grade_name(level));
    let map = HeatMap {
        levels,
        risks,
        words: HeatMapWords {
            likelihood: &words[0],
            impact: &words[1],
            levels: levels_named.each_ref().map(String::as_str),
        },
    };
    Block::Figure(Figure {
        drawing: map.draw(story.measure()),
        alt,
        caption: story.t("paper-map-title"),
    })
}

/// The map in words; the table below it names every risk.
fn alternative(story: &Story<'_>, risks: &[[Vec<String>; 5]; 5]) -> String {
    let cells = risks.iter().flatten();
    let rated: usize = cells.map(Vec::len).sum();
    let grave: usize = (1..=5)
        .flat_map(|likelihood| (1..=5).map(move |impact| (likelihood, impact)))
        .filter(|(likelihood, impact)| level(story, *likelihood, *impact) >= 4)
        .map(|(likelihood, impact)| risks[likelihood - 1][impact - 1].len())
        .sum();
    let args = [("count", rated.into()), ("grave", grave.into())];
    story.say("paper-map-alt", &args)
}

fn overview(story: &Story<'_>) -> Block {
    let columns = vec![
        story.column("paper-question-column-id", Width::Fixed(39.0)),
        story.column("paper-table-column-risk", Width::Share(1.0)),
        story.column("paper-table-column-li", Width::Fixed(34.0)),
        story.numbers("paper-table-column-inherent", 40.0),
        story.numbers("paper-table-column-reduction", 46.0),
        story.numbers("paper-table-column-residual", 42.0),
        story.column("paper-table-column-level", Width::Fixed(94.0)),
    ];
    let ratings = story.facts.ratings.iter();
    let rows = ratings.map(|rating| overview_row(story, rating)).collect();
    table(columns, rows, story.t("paper-table-summary"))
}

fn overview_row(story: &Story<'_>, rating: &RatingFacts) -> Row {
    let id = rating.risk.as_str();
    let mut cells: Vec<Cell> = vec![story.risk_clause(id).into(), story.risk_name(id).into()];
    let dash = |value: Option<u8>| value.map_or("–".to_owned(), |value| value.to_string());
    match story.explained(id) {
        Some(risk) if !rating.not_applicable => cells.extend([
            format!("{}, {}", dash(rating.likelihood), dash(rating.impact)).into(),
            (risk.inherent + story.explanation.tier.shift)
                .to_string()
                .into(),
            risk.reduction.to_string().into(),
            risk.shifted.to_string().into(),
            Cell::Mark(story.mark(risk.level)),
        ]),
        _ => cells.extend([
            "–".into(),
            "–".into(),
            "–".into(),
            "–".into(),
            Cell::Text(Text::toned(story.t("paper-not-applicable"), Tone::Soft)),
        ]),
    }
    row(cells)
}

fn not_applicable(story: &Story<'_>) -> Vec<Block> {
    let rows: Vec<Row> = story
        .facts
        .ratings
        .iter()
        .filter(|rating| rating.not_applicable)
        .map(|rating| {
            let id = rating.risk.as_str();
            let agreed = match &rating.agreed {
                Some(act) => Text::plain(story.act(act)),
                None => Text::toned(story.t("paper-na-alone"), Tone::Warn),
            };
            row(vec![
                story.risk_clause(id).into(),
                story.risk_name(id).into(),
                derivation::reason(story, rating).into(),
                Cell::Text(agreed),
            ])
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        story.column("paper-question-column-id", Width::Fixed(42.0)),
        story.column("paper-table-column-risk", Width::Share(1.0)),
        story.column("paper-na-column-reason", Width::Share(1.2)),
        story.column("paper-na-column-agreed", Width::Share(0.8)),
    ];
    vec![
        Block::heading(2, story.t("paper-risks-na-title")),
        table(columns, rows, story.t("paper-na-summary")),
    ]
}

/// The fine print below the table, which holds for the derivations too.
fn note(story: &Story<'_>) -> Block {
    let tier = &story.explanation.tier;
    let args = [
        ("shift", format!("{:+}", tier.shift).into()),
        ("tier", tier.tier.into()),
    ];
    Block::paragraph(ParagraphStyle::Fine, story.say("paper-risk-note", &args))
}
