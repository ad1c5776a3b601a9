//! Clause by clause: each question with its answer, its evidence and its note.

use super::story::{Story, row, table};
use crate::model::{Block, Cell, Heading, ParagraphStyle, Row, Text, Tone, Width};
use assay_domain::answer::AnswerValue;
use assay_domain::assessment::Depth;
use assay_domain::facts::{ClauseFacts, QuestionFacts};
use assay_domain::id::ControlId;

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(1, story.t("paper-clauses-title")),
        Block::body(story.t("paper-clauses-intro")),
        overview(story),
    ];
    for clause in &story.facts.clauses {
        blocks.extend(clause_blocks(story, clause));
    }
    blocks
}

fn id(clause: &ClauseFacts) -> String {
    format!("6.3{}", clause.clause.as_str())
}

fn overview(story: &Story<'_>) -> Block {
    let columns = vec![
        story.column("paper-question-column-id", Width::Fixed(38.0)),
        story.column("paper-clause-column", Width::Share(1.0)),
        story.column("paper-clause-column-level", Width::Fixed(94.0)),
        story.column("paper-clause-column-standing", Width::Fixed(110.0)),
        story.column("paper-clause-column-counted", Width::Fixed(94.0)),
    ];
    let rows = story.facts.clauses.iter().map(|clause| {
        row(vec![
            story.control_clause(&id(clause)).into(),
            story.control_name(&id(clause)).into(),
            level(story, clause).into(),
            story.standing(clause.standing).into(),
            counts(story, clause).into(),
        ])
    });
    table(columns, rows.collect(), story.t("paper-clauses-summary"))
}

fn level(story: &Story<'_>, clause: &ClauseFacts) -> String {
    let level = story.level(clause.counted_level);
    if clause.level == clause.counted_level {
        return level;
    }
    story.say("paper-clause-limited", &[("level", level.into())])
}

/// The effective level that earns credit; clause a is the assessment itself and earns none.
fn counts(story: &Story<'_>, clause: &ClauseFacts) -> String {
    match story.facts.grade.effective.get(&id(clause)) {
        Some(effective) => story.level(Some(*effective)),
        None => story.t("paper-clause-no-credit"),
    }
}

fn clause_blocks(story: &Story<'_>, clause: &ClauseFacts) -> Vec<Block> {
    let control = ControlId::from(id(clause).as_str());
    let mut guidelines = story.framework.guidelines().iter();
    let summary = guidelines
        .find(|guideline| guideline.id == control)
        .map(|guideline| story.text(&guideline.summary))
        .unwrap_or_default();
    let printed = story.control_clause(&id(clause));
    let full = story.facts.assessment.depth == Depth::Full;
    let (asked, left_out): (Vec<_>, Vec<_>) = clause
        .questions
        .iter()
        .partition(|question| full || question.critical || question.answer.is_some());
    let rows = asked.iter().map(|question| line_of(story, question));
    let columns = vec![
        story.column("paper-question-column-id", Width::Fixed(40.0)),
        story.column("paper-question-column", Width::Share(1.0)),
        story.column("paper-question-column-answer", Width::Fixed(64.0)),
        story.column("paper-question-column-standing", Width::Fixed(130.0)),
    ];
    let named = [("clause", printed.as_str().into())];
    let mut blocks = vec![
        Block::Heading(Heading {
            level: 2,
            text: story.control_name(&id(clause)),
            label: Some(printed.clone()),
            ..Heading::default()
        }),
        Block::paragraph(ParagraphStyle::Soft, summary),
        Block::body(standing(story, clause)),
        table(
            columns,
            rows.collect(),
            story.say("paper-question-summary", &named),
        ),
    ];
    if !left_out.is_empty() {
        let count = [("count", left_out.len().into())];
        let words = story.say("paper-question-left-out", &count);
        blocks.push(Block::paragraph(ParagraphStyle::Fine, words));
    }
    blocks
}

/// Level and evidence of a clause on one line.
fn standing(story: &Story<'_>, clause: &ClauseFacts) -> Text {
    let name = |id: &str| format!("{}\u{2002}", story.t(id));
    Text::toned(name("paper-clause-level"), Tone::Soft)
        .and_bold(level(story, clause))
        .and("\u{2003}")
        .and_toned(name("paper-clause-column-standing"), Tone::Soft)
        .and_bold(story.standing(clause.standing))
}

fn line_of(story: &Story<'_>, question: &QuestionFacts) -> Row {
    let mut text = Text::plain(story.question(&question.question));
    if question.inherited {
        let words = story.t("paper-question-inherited");
        text = text.and_toned(format!("\n{words}"), Tone::Faint);
    }
    if question.answer == Some(AnswerValue::Na) && !question.na_reason.is_empty() {
        let reason = [("reason", question.na_reason.as_str().into())];
        let words = story.say("paper-na-reason", &reason);
        text = text.and_toned(format!("\n{words}"), Tone::Soft);
    }
    text = story.noted(text, &question.note);
    row(vec![
        Cell::Text(marked(story, question)),
        Cell::Text(text),
        Cell::Text(answer(story, question)),
        story
            .standing_with(question.standing, &question.evidence)
            .into(),
    ])
}

/// The number of a question, with its weight below it.
fn marked(story: &Story<'_>, question: &QuestionFacts) -> Text {
    let number = Text::plain(question.question.as_str());
    let mark = match (question.red_line, question.critical) {
        (true, _) => "paper-question-red",
        (_, true) => "paper-question-critical",
        _ => return number,
    };
    number.and_toned(format!("\n{}", story.t(mark)), Tone::Faint)
}

fn answer(story: &Story<'_>, question: &QuestionFacts) -> Text {
    if story.is_removed(&question.question) {
        return Text::toned(story.t("paper-removed"), Tone::Soft);
    }
    let Some(answer) = question.answer else {
        return Text::toned(story.t("answer-unanswered"), Tone::Warn);
    };
    let words = story.named("answer-", answer);
    match answer {
        AnswerValue::NotMet | AnswerValue::Unknown => Text::toned(words, Tone::Bad),
        AnswerValue::Partly => Text::toned(words, Tone::Warn),
        _ => Text::plain(words),
    }
}
