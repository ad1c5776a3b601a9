//! Actions with owner, due date and state.

use super::voice::{Voice, row, table};
use crate::model::{Block, Cell, Row, Text, Tone, Width};
use assay_domain::action::{Action, ActionTarget};

/// The actions under a heading, or that there are none.
pub(super) fn blocks(voice: &Voice<'_>, actions: &[Action], none: &str) -> Vec<Block> {
    let heading = Block::heading(1, voice.t("paper-actions-title"));
    if actions.is_empty() {
        return vec![heading, Block::body(voice.t(none))];
    }
    let unnamed = actions.iter().map(|action| (None, action));
    let caption = voice.t("paper-actions-summary");
    vec![heading, listed(voice, unnamed, caption)]
}

/// The actions as a table, each with the name of its AI system where that is not said around it.
pub(super) fn listed<'a>(
    voice: &Voice<'_>,
    actions: impl Iterator<Item = (Option<&'a str>, &'a Action)>,
    caption: String,
) -> Block {
    let columns = vec![
        voice.column("paper-actions-column-what", Width::Share(1.5)),
        voice.column("paper-actions-column-target", Width::Share(1.0)),
        voice.column("paper-actions-column-owner", Width::Share(0.9)),
        voice.column("paper-actions-column-due", Width::Fixed(92.0)),
        voice.column("paper-actions-column-state", Width::Fixed(58.0)),
    ];
    let rows = actions.map(|(system, action)| line(voice, system, action));
    table(columns, rows.collect(), caption)
}

fn line(voice: &Voice<'_>, system: Option<&str>, action: &Action) -> Row {
    let facts = &action.facts;
    let mut what = Text::plain(facts.title.clone());
    if let Some(system) = system {
        what = what.and_toned(format!("\n{system}"), Tone::Soft);
    }
    if !facts.note.is_empty() {
        what = what.and_toned(format!("\n{}", facts.note), Tone::Soft);
    }
    let mut due = Text::plain(facts.due.map(|due| voice.date(due)).unwrap_or_default());
    if facts.is_overdue(voice.day_of(voice.head.as_of)) {
        due = due.and_toned(format!("\n{}", voice.t("paper-actions-late")), Tone::Bad);
    }
    let target = match &facts.target {
        ActionTarget::System => voice.t("paper-target-system"),
        ActionTarget::Question(id) => {
            voice.say("paper-target-question", &[("question", id.as_str().into())])
        }
        ActionTarget::Risk(id) => voice.risk(id.as_str()),
        ActionTarget::Control(id) => voice.control(id.as_str()),
        ActionTarget::Finding(_) => voice.t("paper-target-finding"),
        ActionTarget::Incident(_) => voice.t("paper-target-incident"),
        ActionTarget::Signal(_) => voice.t("paper-target-signal"),
        ActionTarget::Supplier(_) => voice.t("paper-target-supplier"),
    };
    row(vec![
        Cell::Text(what),
        target.into(),
        facts.owner.clone().into(),
        Cell::Text(due),
        voice.named("action-state-", facts.state).into(),
    ])
}
