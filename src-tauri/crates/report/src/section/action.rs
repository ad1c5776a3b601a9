//! Actions with owner, due date and state.

use super::story::{Story, row, table};
use crate::model::{Block, Cell, Row, Text, Tone, Width};
use assay_domain::action::{Action, ActionTarget};

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, story.t("paper-actions-title"))];
    let actions = &story.facts.actions;
    if actions.is_empty() {
        blocks.push(Block::body(story.t("paper-actions-none")));
        return blocks;
    }
    let columns = vec![
        story.column("paper-actions-column-what", Width::Share(1.5)),
        story.column("paper-actions-column-target", Width::Share(1.0)),
        story.column("paper-actions-column-owner", Width::Share(0.9)),
        story.column("paper-actions-column-due", Width::Fixed(92.0)),
        story.column("paper-actions-column-state", Width::Fixed(58.0)),
    ];
    let rows = actions.iter().map(|action| line(story, action)).collect();
    blocks.push(table(columns, rows, story.t("paper-actions-summary")));
    blocks
}

fn line(story: &Story<'_>, action: &Action) -> Row {
    let facts = &action.facts;
    let mut what = Text::plain(facts.title.clone());
    if !facts.note.is_empty() {
        what = what.and_toned(format!("\n{}", facts.note), Tone::Soft);
    }
    let mut due = Text::plain(facts.due.map(|due| story.date(due)).unwrap_or_default());
    if facts.is_overdue(story.day_of(story.facts.as_of)) {
        due = due.and_toned(format!("\n{}", story.t("paper-actions-late")), Tone::Bad);
    }
    let target = match &facts.target {
        ActionTarget::System => story.t("paper-target-system"),
        ActionTarget::Question(id) => {
            story.say("paper-target-question", &[("question", id.as_str().into())])
        }
        ActionTarget::Risk(id) => story.risk(id.as_str()),
        ActionTarget::Control(id) => story.control(id.as_str()),
        ActionTarget::Finding(_) => story.t("paper-target-finding"),
        ActionTarget::Incident(_) => story.t("paper-target-incident"),
        ActionTarget::Signal(_) => story.t("paper-target-signal"),
        ActionTarget::Supplier(_) => story.t("paper-target-supplier"),
    };
    row(vec![
        Cell::Text(what),
        target.into(),
        facts.owner.clone().into(),
        Cell::Text(due),
        story.named("action-state-", facts.state).into(),
    ])
}
