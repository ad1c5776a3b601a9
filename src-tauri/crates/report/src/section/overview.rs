//! The overview of the organisation: every AI system with tier and grade, clauses, actions and checks.

use super::paper::{self, Paper};
use super::voice::{Voice, row, table};
use super::{Printed, Told, action};
use crate::Error;
use crate::model::{Block, Cell, Pair, Row, Text, Tone, Width};
use assay_domain::facts::Head;
use assay_domain::facts::assessments::{
    AssessmentStanding, CheckStanding, FrozenOverview, SystemStanding,
};
use assay_domain::programme::OccurrenceState;

/// From this grade on a system is named in the summary.
const GRAVE: u8 = 4;

impl Printed for FrozenOverview {
    const SCHEMA: &'static str = include_str!("../../../../../assets/report/overview.schema.json");

    fn head(&self) -> Head {
        self.head.clone()
    }

    fn told<'a>(&'a self, voice: &'a Voice<'a>) -> Result<Told, Error> {
        Ok(paper::document(voice, paper(voice, self)).into())
    }
}

fn with_grade(facts: &FrozenOverview, grade: Option<u8>) -> usize {
    let systems = facts.systems.iter();
    systems
        .filter(|system| system.assessment.as_ref().map(|last| last.grade) == grade)
        .count()
}

fn paper(voice: &Voice<'_>, facts: &FrozenOverview) -> Paper {
    let late = late(voice, facts);
    let lead = [
        ("systems", facts.systems.len().into()),
        (
            "assessed",
            (facts.systems.len() - with_grade(facts, None)).into(),
        ),
        (
            "grave",
            (GRAVE..=5)
                .map(|grade| with_grade(facts, Some(grade)))
                .sum::<usize>()
                .into(),
        ),
    ];
    let mut figures: Vec<Pair> = (1..=5)
        .rev()
        .map(|grade| (voice.grade_name(grade), with_grade(facts, Some(grade))))
        .chain([(
            voice.t("paper-overview-unassessed"),
            with_grade(facts, None),
        )])
        .map(|(name, count)| Pair::new(name, Text::bold(count.to_string())))
        .collect();
    figures.retain(|pair| pair.value != Text::bold("0"));
    let mut sections = systems(voice, facts);
    sections.extend(clauses(voice, facts));
    sections.extend(actions(voice, facts));
    sections.extend(checks(voice, "paper-overview-due", &facts.due));
    sections.extend(checks(voice, "paper-overview-missed", &facts.missed));
    Paper {
        title: voice.t("paper-overview-title"),
        subtitle: voice.head.organisation.clone(),
        about: voice.head.organisation.clone(),
        matter: vec![
            Pair::new(
                voice.t("paper-overview-actions"),
                facts.actions.len().to_string(),
            ),
            Pair::new(voice.t("paper-overview-late"), late.to_string()),
            Pair::new(
                voice.t("paper-overview-missed"),
                facts.missed.len().to_string(),
            ),
        ],
        figures,
        lead: Text::bold(voice.say("paper-overview-lead", &lead)),
        points: points(voice, facts, late),
        sections,
        terms: &["tier", "grade", "interval", "confidence", "red", "history"],
    }
}

fn late(voice: &Voice<'_>, facts: &FrozenOverview) -> usize {
    let today = voice.day_of(voice.head.as_of);
    let actions = facts.actions.iter();
    actions
        .filter(|open| open.action.facts.is_overdue(today))
        .count()
}

fn points(voice: &Voice<'_>, facts: &FrozenOverview, late: usize) -> Vec<String> {
    let mut points = Vec::new();
    for system in &facts.systems {
        let Some(last) = system
            .assessment
            .as_ref()
            .filter(|last| last.grade >= GRAVE)
        else {
            continue;
        };
        let args = [
            ("system", system.name.as_str().into()),
            ("grade", voice.grade_name(last.grade).into()),
        ];
        points.push(voice.say("paper-overview-grave", &args));
    }
    let crossed: usize = facts
        .systems
        .iter()
        .filter_map(|system| system.assessment.as_ref())
        .filter(|last| !last.red_lines.is_empty())
        .count();
    let overdue = facts.due.iter();
    let overdue = overdue.filter(|check| check.occurrence.state == OccurrenceState::Overdue);
    points.push(voice.say("paper-overview-red", &[("count", crossed.into())]));
    points.push(voice.say(
        "paper-overview-open",
        &[("open", facts.actions.len().into()), ("late", late.into())],
    ));
    points.push(voice.say(
        "paper-overview-checks",
        &[
            ("due", facts.due.len().into()),
            ("overdue", overdue.count().into()),
            ("missed", facts.missed.len().into()),
        ],
    ));
    points
}

fn systems(voice: &Voice<'_>, facts: &FrozenOverview) -> Vec<Block> {
    let columns = vec![
        voice.column("paper-overview-system", Width::Share(1.3)),
        voice.numbers("paper-overview-tier", 30.0),
        voice.column("paper-part-column-grade", Width::Fixed(108.0)),
        voice.column("paper-overview-interval", Width::Share(0.9)),
        voice.column("paper-assessment-title", Width::Share(1.0)),
        voice.numbers("paper-overview-actions-short", 42.0),
    ];
    let rows = facts.systems.iter().map(|system| line(voice, system));
    vec![
        Block::heading(1, voice.t("paper-overview-systems")),
        table(columns, rows.collect(), voice.t("paper-overview-systems")),
    ]
}

fn line(voice: &Voice<'_>, system: &SystemStanding) -> Row {
    let mut what = Text::plain(system.name.clone());
    let about = [
        system.reference.clone(),
        system.version.clone(),
        system.unit.clone(),
        voice.named("area-", system.key_area),
        voice.named("phase-", system.phase),
    ];
    let about: Vec<&String> = about.iter().filter(|words| !words.is_empty()).collect();
    what = what.and_toned(format!("\n{}", voice.list(&about)), Tone::Soft);
    let none = || Cell::from(voice.t("paper-overview-unassessed"));
    let last = system.assessment.as_ref();
    row(vec![
        Cell::Text(what),
        last.map_or_else(String::new, |last| last.tier.to_string())
            .into(),
        last.map_or_else(none, |last| Cell::Mark(voice.mark(last.grade))),
        last.map_or_else(String::new, |last| doubts(voice, last, system.grade_before))
            .into(),
        last.map_or_else(String::new, |last| assessed(voice, last))
            .into(),
        system.open_actions.to_string().into(),
    ])
}

/// Interval, confidence, crossed red lines and the grade before.
fn doubts(voice: &Voice<'_>, last: &AssessmentStanding, before: Option<u8>) -> String {
    let [best, _, worst] = last.interval;
    let ends = [
        ("best", voice.grade_name(best).into()),
        ("worst", voice.grade_name(worst).into()),
    ];
    let mut lines = vec![
        voice.say("paper-interval", &ends),
        voice.say(
            "paper-overview-confidence",
            &[("confidence", last.confidence.into())],
        ),
    ];
    if !last.red_lines.is_empty() {
        let lines_crossed: Vec<String> = last.red_lines.iter().map(ToString::to_string).collect();
        let names = [("names", voice.list(&lines_crossed).into())];
        lines.push(voice.say("paper-overview-crossed", &names));
    }
    if let Some(before) = before {
        let grade = [("grade", voice.grade_name(before).into())];
        lines.push(voice.say("paper-overview-before", &grade));
    }
    lines.join("\n")
}

fn assessed(voice: &Voice<'_>, last: &AssessmentStanding) -> String {
    let lines = [
        voice.period(&last.period),
        voice.named("depth-", last.depth),
        voice.named("assessment-state-", last.state),
    ];
    lines.join("\n")
}

fn clauses(voice: &Voice<'_>, facts: &FrozenOverview) -> Vec<Block> {
    let assessed = facts.systems.iter();
    let assessed: Vec<(&str, &AssessmentStanding)> = assessed
        .filter_map(|system| Some((system.name.as_str(), system.assessment.as_ref()?)))
        .collect();
    let Some((_, first)) = assessed.first() else {
        return Vec::new();
    };
    let mut columns = vec![voice.column("paper-overview-system", Width::Share(1.0))];
    columns.extend(first.clauses.iter().map(|clause| crate::model::Column {
        head: clause.clause.to_string(),
        width: Width::Fixed(36.0),
        align: crate::model::Align::End,
    }));
    let rows = assessed.iter().map(|(name, last)| {
        let mut cells = vec![Cell::from(*name)];
        cells.extend(last.clauses.iter().map(|clause| {
            let (words, tone) = match clause.level {
                None => ("-".to_owned(), Tone::Faint),
                Some(level) if level <= 1 => (level.to_string(), Tone::Bad),
                Some(level) => (level.to_string(), Tone::Ink),
            };
            Cell::Text(Text::toned(words, tone))
        }));
        row(cells)
    });
    vec![
        Block::heading(1, voice.t("paper-clauses-title")),
        Block::body(voice.t("paper-overview-clauses-intro")),
        table(columns, rows.collect(), voice.t("paper-clauses-summary")),
    ]
}

fn actions(voice: &Voice<'_>, facts: &FrozenOverview) -> Vec<Block> {
    let heading = Block::heading(1, voice.t("paper-actions-title"));
    if facts.actions.is_empty() {
        return vec![heading, Block::body(voice.t("paper-summary-actions-none"))];
    }
    let named = facts.actions.iter();
    let named = named.map(|open| (Some(open.system_name.as_str()), &open.action));
    let caption = voice.t("paper-actions-summary");
    vec![heading, action::listed(voice, named, caption)]
}

fn checks(voice: &Voice<'_>, title: &str, checks: &[CheckStanding]) -> Vec<Block> {
    let heading = Block::heading(1, voice.t(title));
    if checks.is_empty() {
        return vec![Block::Keep(vec![
            heading,
            Block::body(voice.t("paper-overview-no-check")),
        ])];
    }
    let columns = vec![
        voice.column("paper-overview-system", Width::Share(1.0)),
        voice.column("paper-overview-check", Width::Share(1.0)),
        voice.column("paper-duty-column-due", Width::Fixed(100.0)),
        voice.column("paper-actions-column-state", Width::Fixed(90.0)),
    ];
    let rows = checks.iter().map(|check| {
        let late = matches!(
            check.occurrence.state,
            OccurrenceState::Overdue | OccurrenceState::Missed
        );
        let state = voice.named("check-state-", check.occurrence.state);
        row(vec![
            check.system_name.clone().into(),
            voice.named("check-kind-", check.kind).into(),
            voice.date(check.occurrence.due).into(),
            Cell::Text(Text::toned(state, if late { Tone::Bad } else { Tone::Ink })),
        ])
    });
    vec![heading, table(columns, rows.collect(), voice.t(title))]
}
