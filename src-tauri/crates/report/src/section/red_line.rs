//! The red lines, before anything else.

use super::story::{Story, row, table};
use crate::model::{Block, Cell, ParagraphStyle, Row, Text, Tone, Width};
use crate::text::Weight;
use assay_domain::facts::QuestionFacts;

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let columns = vec![
        story.column("paper-red-column-id", Width::Fixed(28.0)),
        story.column("paper-red-column-what", Width::Share(1.0)),
        story.column("paper-red-column-answer", Width::Fixed(66.0)),
        story.column("paper-red-column-state", Width::Fixed(62.0)),
    ];
    let ids = story.method.red_lines();
    let rows = ids.iter().map(|id| line(story, id)).collect();
    let mut blocks = vec![
        Block::heading(1, story.t("paper-red-title")),
        Block::paragraph(ParagraphStyle::Lead, lead(story)),
    ];
    if let Some(open) = open(story) {
        blocks.push(Block::body(open));
    }
    blocks.push(table(columns, rows, story.t("paper-red-summary")));
    blocks
}

fn state(story: &Story<'_>, id: &str) -> Option<bool> {
    story.facts.grade_input.red_lines.get(id).copied().flatten()
}

fn lead(story: &Story<'_>) -> Text {
    let ids = story.method.red_lines();
    let crossed = ids.iter().filter(|id| state(story, id) == Some(true));
    let crossed = crossed.count();
    if crossed == 0 {
        return story.t("paper-red-lead-clear").into();
    }
    let gates = &story.explanation.gates;
    let forced = gates.iter().find(|gate| !gate.red_lines.is_empty());
    let grade = forced.map_or(story.facts.grade.parts.gates, |gate| gate.grade);
    let args = [
        ("crossed", crossed.into()),
        ("grade", story.grade_name(grade).into()),
    ];
    let mut text = Text::toned(story.say("paper-red-lead-crossed", &args), Tone::Bad);
    for span in &mut text.0 {
        span.weight = Weight::Bold;
    }
    text
}

fn open(story: &Story<'_>) -> Option<String> {
    let open = story.explanation.open.red_lines.len();
    (open > 0).then(|| story.say("paper-red-lead-open", &[("open", open.into())]))
}

/// Finds the facts of a question.
pub(super) fn question<'a>(story: &Story<'a>, id: &str) -> Option<&'a QuestionFacts> {
    let clauses = story.facts.clauses.iter();
    let mut questions = clauses.flat_map(|clause| &clause.questions);
    questions.find(|question| question.question.as_str() == id)
}

fn line(story: &Story<'_>, id: &str) -> Row {
    let facts = question(story, id);
    let answer = facts.and_then(|facts| facts.answer);
    let answer = match answer {
        Some(answer) => story.named("answer-", answer),
        None => story.t("answer-unanswered"),
    };
    let (words, tone) = match state(story, id) {
        Some(true) => ("paper-red-crossed", Tone::Bad),
        Some(false) => ("paper-red-clear", Tone::Good),
        None => ("paper-red-open", Tone::Warn),
    };
    let mut state = Text::toned(story.t(words), tone);
    for span in &mut state.0 {
        span.weight = Weight::Bold;
    }
    let text = facts.map(|facts| story.question(&facts.question));
    let what = Text::bold(story.t(&format!("red-line-{id}")))
        .and_toned(format!("\n{}", text.unwrap_or_default()), Tone::Soft);
    row(vec![
        id.into(),
        Cell::Text(what),
        answer.into(),
        Cell::Text(state),
    ])
}
