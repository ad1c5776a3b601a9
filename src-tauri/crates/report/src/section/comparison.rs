//! Two assessments compared: what has changed in grade, clauses, risks, measures and answers.

use super::paper::{self, Paper};
use super::voice::{Voice, row, table};
use super::{Printed, Told, action};
use crate::Error;
use crate::model::{Block, Cell, Column, Pair, Row, Text, Tone, Width};
use assay_domain::answer::AnswerValue;
use assay_domain::facts::Head;
use assay_domain::facts::assessments::{AssessmentStanding, FrozenComparison, RatingStanding};
use std::cmp::Ordering;

/// What the name of a thing takes of the room, where each of its values takes 1.
const SHARE: f32 = 1.4;

impl Printed for FrozenComparison {
    const SCHEMA: &'static str =
        include_str!("../../../../../assets/report/comparison.schema.json");

    fn head(&self) -> Head {
        self.head.clone()
    }

    fn told<'a>(&'a self, voice: &'a Voice<'a>) -> Result<Told, Error> {
        Ok(paper::document(voice, paper(voice, self)).into())
    }
}

/// What has become of a value, where larger means worse; nothing where either has no rank.
fn turn(before: Option<u8>, after: Option<u8>) -> Ordering {
    let ranks = before.zip(after);
    ranks.map_or(Ordering::Equal, |(before, after)| after.cmp(&before))
}

fn tone(turn: Ordering) -> Tone {
    match turn {
        Ordering::Less => Tone::Good,
        Ordering::Equal => Tone::Ink,
        Ordering::Greater => Tone::Bad,
    }
}

/// The same as a word, so that it is told without colour.
fn told(voice: &Voice<'_>, turn: Ordering) -> Cell {
    let id = match turn {
        Ordering::Less => "paper-comparison-better",
        Ordering::Equal => "paper-comparison-other",
        Ordering::Greater => "paper-comparison-worse",
    };
    Cell::Text(Text::toned(voice.t(id), tone(turn)))
}

fn paper(voice: &Voice<'_>, facts: &FrozenComparison) -> Paper {
    let (before, after) = (&facts.before.standing, &facts.after.standing);
    let id = match after.grade.cmp(&before.grade) {
        Ordering::Less => "paper-comparison-lower",
        Ordering::Equal => "paper-comparison-same",
        Ordering::Greater => "paper-comparison-higher",
    };
    let lead = [
        ("system", facts.system_name.as_str().into()),
        ("before", voice.grade_name(before.grade).into()),
        ("after", voice.grade_name(after.grade).into()),
    ];
    let tone = tone(after.grade.cmp(&before.grade));
    let changes = Changes::of(voice, facts);
    let points = vec![changes.counted(voice)];
    let mut sections = vec![
        Block::heading(1, voice.t("paper-comparison-grade")),
        grades(voice, before, after),
    ];
    sections.extend(changes.told(voice));
    sections.extend(action::blocks(voice, &facts.actions, "paper-actions-none"));
    Paper {
        title: voice.t("paper-comparison-title"),
        subtitle: facts.system_name.clone(),
        about: facts.system_name.clone(),
        matter: vec![
            Pair::new(voice.t("paper-audit-before"), voice.period(&before.period)),
            Pair::new(voice.t("paper-audit-now"), voice.period(&after.period)),
        ],
        figures: vec![
            Pair::new(
                voice.t("paper-audit-before"),
                Text::bold(voice.grade_name(before.grade)),
            ),
            Pair::new(
                voice.t("paper-audit-now"),
                Text::bold(voice.grade_name(after.grade)).in_tone(tone),
            ),
        ],
        lead: Text::bold(voice.say(id, &lead)).in_tone(tone),
        points,
        sections,
        terms: &["tier", "grade", "interval", "confidence", "history"],
    }
}

/// Rows of what has changed.
struct Changes {
    clauses: Vec<Row>,
    risks: Vec<Row>,
    measures: Vec<Row>,
    answers: Vec<Row>,
}

impl Changes {
    fn of(voice: &Voice<'_>, facts: &FrozenComparison) -> Self {
        Self {
            clauses: clauses(voice, facts),
            risks: risks(voice, facts),
            measures: measures(voice, facts),
            answers: answers(voice, facts),
        }
    }

    /// How many there are of each, in a sentence.
    fn counted(&self, voice: &Voice<'_>) -> String {
        let counts = [
            ("clauses", self.clauses.len().into()),
            ("risks", self.risks.len().into()),
            ("measures", self.measures.len().into()),
            ("answers", self.answers.len().into()),
        ];
        voice.say("paper-comparison-counts", &counts)
    }

    fn told(self, voice: &Voice<'_>) -> Vec<Block> {
        let parts = [
            ("paper-clauses-title", self.clauses, SHARE),
            ("paper-comparison-risks", self.risks, SHARE),
            ("paper-measures-title", self.measures, SHARE),
            // Questions are long, and answers short.
            ("paper-comparison-answers", self.answers, 2.6),
        ];
        let parts = parts.into_iter();
        parts
            .flat_map(|(title, rows, share)| part(voice, title, rows, share))
            .collect()
    }
}

fn grades(voice: &Voice<'_>, before: &AssessmentStanding, after: &AssessmentStanding) -> Block {
    let interval = |standing: &AssessmentStanding| {
        let [best, _, worst] = standing.interval;
        let ends = [
            ("best", voice.grade_name(best).into()),
            ("worst", voice.grade_name(worst).into()),
        ];
        voice.say("paper-interval", &ends)
    };
    let crossed = |standing: &AssessmentStanding| {
        let lines: Vec<String> = standing.red_lines.iter().map(ToString::to_string).collect();
        if lines.is_empty() {
            return voice.t("paper-red-lines-clear");
        }
        voice.list(&lines)
    };
    let line = |id: &str, of: &dyn Fn(&AssessmentStanding) -> Cell| {
        row(vec![voice.t(id).into(), of(before), of(after)])
    };
    let rows = vec![
        line("residual-grade", &|one| Cell::Mark(voice.mark(one.grade))),
        line("paper-overview-interval", &|one| interval(one).into()),
        line("confidence", &|one| one.confidence.to_string().into()),
        line("application-tier", &|one| one.tier.to_string().into()),
        line("paper-red-lines", &|one| crossed(one).into()),
        line("paper-depth", &|one| {
            voice.named("depth-", one.depth).into()
        }),
        line("paper-audit-state", &|one| {
            voice.named("assessment-state-", one.state).into()
        }),
    ];
    table(
        columns(voice, SHARE),
        rows,
        voice.t("paper-comparison-grade"),
    )
}

fn columns(voice: &Voice<'_>, share: f32) -> Vec<Column> {
    vec![
        voice.column("paper-comparison-what", Width::Share(share)),
        voice.column("paper-audit-before", Width::Share(1.0)),
        voice.column("paper-audit-now", Width::Share(1.0)),
    ]
}

/// What has changed of one thing, or that nothing has.
fn part(voice: &Voice<'_>, title: &str, rows: Vec<Row>, share: f32) -> Vec<Block> {
    let heading = Block::heading(1, voice.t(title));
    if rows.is_empty() {
        return vec![Block::Keep(vec![
            heading,
            Block::body(voice.t("paper-comparison-unchanged")),
        ])];
    }
    let mut columns = columns(voice, share);
    columns.push(voice.column("paper-comparison-turn", Width::Fixed(50.0)));
    vec![heading, table(columns, rows, voice.t(title))]
}

fn clauses(voice: &Voice<'_>, facts: &FrozenComparison) -> Vec<Row> {
    let pairs = facts.before.standing.clauses.iter();
    let pairs = pairs.zip(&facts.after.standing.clauses);
    let changed = pairs.filter(|(before, after)| before.level != after.level);
    changed
        .map(|(before, after)| {
            // A higher level of a clause is better.
            row(vec![
                voice.control(&format!("6.3{}", after.clause)).into(),
                voice.level(before.level).into(),
                voice.level(after.level).into(),
                told(voice, turn(after.level, before.level)),
            ])
        })
        .collect()
}

fn rated(voice: &Voice<'_>, rating: &RatingStanding) -> String {
    let Some(level) = rating.level else {
        return voice.t("paper-not-applicable");
    };
    let number = |value: Option<u8>| value.map_or_else(|| "-".to_owned(), |v| v.to_string());
    let args = [
        ("level", voice.grade_name(level).into()),
        ("likelihood", number(rating.likelihood).into()),
        ("impact", number(rating.impact).into()),
    ];
    voice.say("paper-comparison-rating", &args)
}

fn risks(voice: &Voice<'_>, facts: &FrozenComparison) -> Vec<Row> {
    let before = |rating: &RatingStanding| {
        let mut all = facts.before.ratings.iter();
        all.find(|other| other.risk == rating.risk).cloned()
    };
    let after = facts.after.ratings.iter();
    let changed = after.filter_map(|after| Some((before(after)?, after)));
    changed
        .filter(|(before, after)| before != *after)
        .map(|(before, after)| {
            row(vec![
                voice.risk(after.risk.as_str()).into(),
                rated(voice, &before).into(),
                rated(voice, after).into(),
                told(voice, turn(before.level, after.level)),
            ])
        })
        .collect()
}

fn measures(voice: &Voice<'_>, facts: &FrozenComparison) -> Vec<Row> {
    let pairs = facts.before.measures.iter().zip(&facts.after.measures);
    let changed = pairs.filter(|(before, after)| before.level != after.level);
    changed
        .map(|(before, after)| {
            row(vec![
                voice.control(after.control.as_str()).into(),
                voice.level(before.level).into(),
                voice.level(after.level).into(),
                told(voice, turn(after.level, before.level)),
            ])
        })
        .collect()
}

fn answers(voice: &Voice<'_>, facts: &FrozenComparison) -> Vec<Row> {
    let said = |answer: Option<AnswerValue>| match answer {
        Some(answer) => voice.named("answer-", answer),
        None => voice.t("answer-unanswered"),
    };
    let pairs = facts.before.answers.iter().zip(&facts.after.answers);
    let changed = pairs.filter(|(before, after)| before != after);
    changed
        .map(|(before, after)| {
            let words = format!("{} {}", after.question, voice.question(&after.question));
            let line = |answer, standing| {
                let parts = [said(answer), voice.standing(standing)];
                voice.list(&parts)
            };
            row(vec![
                words.into(),
                line(before.answer, before.standing).into(),
                line(after.answer, after.standing).into(),
                told(voice, turn(rank(before.answer), rank(after.answer))),
            ])
        })
        .collect()
}

/// How far an answer is from the good state, for those that say so.
fn rank(answer: Option<AnswerValue>) -> Option<u8> {
    match answer? {
        AnswerValue::Met => Some(0),
        AnswerValue::Partly => Some(1),
        // What nobody knows counts as not met.
        AnswerValue::NotMet | AnswerValue::Unknown => Some(2),
        AnswerValue::Na | AnswerValue::NotYetDue => None,
    }
}
