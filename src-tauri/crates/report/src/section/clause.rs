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
        story.column("paper-clause-column-level", Width::Fixed(112.0)),
        story.column("paper-clause-column-standing", Width::Fixed(88.0)),
        story.column("paper-clause-column-counted", Width::Fixed(100.0)),
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
    let line = [level(story, clause), story.standing(clause.standing)];
    let full = story.facts.assessment.depth == Depth::Full;
    let (asked, left_out): (Vec<_>, Vec<_>) = clause
        .questions
        .iter()
        .partition(|question| full || question.critical || question.answer.is_some());
    let rows = asked.iter().map(|question| line_of(story, question));
    let columns = vec![
        story.column("paper-question-column-id", Width::Fixed(38.0)),
        story.column("paper-question-column", Width::Share(1.55)),
        story.column("paper-question-column-answer", Width::Fixed(58.0)),
        story.column("paper-question-column-standing", Width::Fixed(60.0)),
        story.column("paper-question-column-note", Width::Share(1.0)),
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
        Block::body(
            Text::toned(
                format!("{}\u{2002}", story.t("paper-clause-level")),
                Tone::Soft,
            )
            .and_bold(story.list(&line)),
        ),
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

fn line_of(story: &Story<'_>, question: &QuestionFacts) -> Row {
    let mut marks = Vec::new();
    if question.red_line {
        marks.push(story.t("paper-question-red"));
    } else if question.critical {
        marks.push(story.t("paper-question-critical"));
    }
    if question.inherited {
        marks.push(story.t("paper-question-inherited"));
    }
    let mut text = Text::plain(story.question(&question.question));
    if !marks.is_empty() {
        text = text.and_toned(format!("\n{}", story.list(&marks)), Tone::Faint);
    }
    let mut notes = Vec::new();
    if question.answer == Some(AnswerValue::Na) && !question.na_reason.is_empty() {
        let reason = [("reason", question.na_reason.as_str().into())];
        notes.push(story.say("paper-na-reason", &reason));
    }
    notes.push(question.note.clone());
    row(vec![
        question.question.as_str().into(),
        Cell::Text(text),
        Cell::Text(answer(story, question.answer)),
        story.standing(question.standing).into(),
        Cell::Text(story.note(&notes, &question.evidence)),
    ])
}

fn answer(story: &Story<'_>, answer: Option<AnswerValue>) -> Text {
    let Some(answer) = answer else {
        return Text::toned(story.t("answer-unanswered"), Tone::Warn);
    };
    let words = story.named("answer-", answer);
    match answer {
        AnswerValue::NotMet | AnswerValue::Unknown => Text::toned(words, Tone::Bad),
        AnswerValue::Partly => Text::toned(words, Tone::Warn),
        _ => Text::plain(words),
    }
}
