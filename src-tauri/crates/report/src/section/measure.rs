//! The 21 measures with level, evidence and note.

use super::story::{Story, row, table};
use crate::model::{Block, Cell, Text, Tone, Width};

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let columns = vec![
        story.column("paper-question-column-id", Width::Fixed(42.0)),
        story.column("paper-measures-column-measure", Width::Share(1.0)),
        story.column("paper-measures-column-level", Width::Fixed(82.0)),
        story.column("paper-measures-column-standing", Width::Fixed(130.0)),
        story.numbers("paper-measures-column-counts", 42.0),
    ];
    let rows = story.facts.measures.iter().map(|measure| {
        let id = measure.control.as_str();
        let effective = story.facts.grade.effective.get(id);
        let level = match measure.level {
            Some(_) => Text::plain(story.level(measure.level)),
            None => Text::toned(story.level(None), Tone::Warn),
        };
        row(vec![
            story.control_clause(id).into(),
            Cell::Text(story.noted(story.control_name(id).into(), &measure.note)),
            Cell::Text(level),
            story
                .standing_with(measure.standing, &measure.evidence)
                .into(),
            effective
                .map_or(String::new(), |effective| effective.to_string())
                .into(),
        ])
    });
    vec![
        Block::heading(1, story.t("paper-measures-title")),
        Block::body(story.t("paper-measures-intro")),
        table(columns, rows.collect(), story.t("paper-measures-summary")),
    ]
}
