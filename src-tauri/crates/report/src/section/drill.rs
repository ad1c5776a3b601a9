//! The record of a drill: its times against the limit, its course and every step.

use super::paper::{self, Paper};
use super::voice::{Voice, row, table, thousands};
use super::{Printed, Told};
use crate::Error;
use crate::chart::{Moment, Timeline};
use crate::model::{Block, Cell, Figure, Pair, Row, Text, Tone, Width};
use assay_domain::drill::{
    ClockJump, DrillEvent, DrillMark, DrillStep, DrillVerdict, MarkTime, TimeSource,
};
use assay_domain::facts::Head;
use assay_domain::facts::fallback::FrozenDrill;

impl Printed for FrozenDrill {
    const SCHEMA: &'static str = include_str!("../../../../../assets/report/drill.schema.json");

    fn head(&self) -> Head {
        self.head.clone()
    }

    fn told<'a>(&'a self, voice: &'a Voice<'a>) -> Result<Told, Error> {
        let mut sections = course(voice, self);
        sections.extend(plan(voice, self));
        sections.extend(steps(voice, self));
        Ok(paper::document(voice, paper(voice, self, sections)).into())
    }
}

fn paper(voice: &Voice<'_>, facts: &FrozenDrill, sections: Vec<Block>) -> Paper {
    let verdict = voice.named("drill-verdict-", facts.verdict);
    let tone = match facts.verdict {
        DrillVerdict::Within => Tone::Good,
        DrillVerdict::Open => Tone::Warn,
        DrillVerdict::Late | DrillVerdict::Failed => Tone::Bad,
    };
    let manual = facts.course.mark(DrillMark::Manual);
    let manual = manual.map_or_else(
        || voice.t("paper-drill-no-manual"),
        |mark| after(voice, mark),
    );
    let limit = voice.say("minutes", &[("count", facts.limit_minutes.into())]);
    let lead = [
        ("system", facts.system_name.as_str().into()),
        ("manual", manual.as_str().into()),
        ("limit", limit.as_str().into()),
        ("verdict", verdict.as_str().into()),
    ];
    let number = |count: Option<u32>| {
        count.map_or_else(|| voice.t("paper-unknown"), |count| count.to_string())
    };
    Paper {
        title: voice.t("paper-drill-title"),
        subtitle: facts.system_name.clone(),
        about: facts.system_name.clone(),
        matter: matter(voice, facts),
        figures: vec![
            Pair::new(voice.t("drill-mark-manual"), Text::bold(manual.clone())),
            Pair::new(voice.t("drill-limit"), Text::bold(limit.clone())),
            Pair::new(
                voice.t("drill-verdict"),
                Text::bold(verdict.clone()).in_tone(tone),
            ),
            Pair::new(
                voice.t("drill-backlog"),
                Text::bold(number(facts.course.backlog_peak)),
            ),
            Pair::new(
                voice.t("drill-errors"),
                Text::bold(number(facts.course.errors)),
            ),
        ],
        lead: Text::bold(voice.say("paper-drill-lead", &lead)).in_tone(tone),
        points: points(voice, facts),
        sections,
        terms: &["drill", "limit", "history"],
    }
}

fn matter(voice: &Voice<'_>, facts: &FrozenDrill) -> Vec<Pair> {
    let said = &facts.drill.facts;
    let point = if said.decision_point.is_empty() {
        voice.t("fallback-whole")
    } else {
        said.decision_point.clone()
    };
    let told = if said.announced {
        "paper-yes"
    } else {
        "paper-no"
    };
    let mut pairs = vec![
        Pair::new(voice.t("incident-field-decisionPoint"), point),
        Pair::new(voice.t("drill-announced"), voice.t(told)),
        Pair::new(voice.t("drill-observers"), voice.given(&said.observers)),
        Pair::new(voice.t("application-tier"), tier(voice, facts)),
        Pair::new(
            voice.t("ledger-column-recorded"),
            voice.act(&facts.drill.recorded),
        ),
    ];
    if let Some(day) = said.planned_for {
        pairs.push(Pair::new(voice.t("drill-planned-for"), voice.date(day)));
    }
    pairs
}

/// The application tier and the time that it allows.
fn tier(voice: &Voice<'_>, facts: &FrozenDrill) -> String {
    let known = if facts.tier.known {
        "fallback-tier"
    } else {
        "fallback-tier-unknown"
    };
    let minutes = [("count", facts.tier.minutes.into())];
    voice.list(&[
        voice.say(known, &[("tier", facts.tier.tier.into())]),
        voice.say("minutes", &minutes),
    ])
}

fn points(voice: &Voice<'_>, facts: &FrozenDrill) -> Vec<String> {
    let mut points = Vec::new();
    if !facts.drill.facts.scenario.is_empty() {
        let words = [("words", facts.drill.facts.scenario.as_str().into())];
        points.push(voice.say("paper-drill-scenario", &words));
    }
    if !facts.course.abort_reason.is_empty() {
        let words = [("words", facts.course.abort_reason.as_str().into())];
        points.push(voice.say("paper-drill-aborted", &words));
    }
    points.push(match facts.past.as_ref().and_then(|past| past.success) {
        Some(success) => {
            let bound = facts.past.as_ref().and_then(|past| past.success_lower);
            let args = [
                ("count", thousands(success.count).into()),
                ("of", thousands(success.of).into()),
                ("bound", voice.percent(bound).into()),
            ];
            voice.say("paper-drill-past", &args)
        }
        None => voice.t("drill-none-before"),
    });
    points.extend(facts.course.jumps.iter().map(|jump| told(voice, jump)));
    points
}

fn told(voice: &Voice<'_>, jump: &ClockJump) -> String {
    let id = match (jump.source, jump.by_ms < 0) {
        (TimeSource::Steady, true) => "drill-jump-back",
        (TimeSource::Steady, false) => "drill-jump-forth",
        (TimeSource::Wall, _) => "drill-jump-restart",
        (TimeSource::Unknown, _) => "drill-jump-unknown",
    };
    let span = voice.span(jump.by_ms.unsigned_abs());
    voice.say(id, &[("time", span.into())])
}

/// How long after the fault, and on what that rests where it is not the steady clock.
fn after(voice: &Voice<'_>, mark: &MarkTime) -> String {
    let span = voice.span(mark.after_ms);
    match mark.source {
        TimeSource::Steady => span,
        TimeSource::Wall => format!("{span} {}", voice.t("drill-source-wall")),
        TimeSource::Unknown => voice.t("drill-source-unknown"),
    }
}

fn course(voice: &Voice<'_>, facts: &FrozenDrill) -> Vec<Block> {
    let marks = &facts.course.marks;
    let heading = Block::heading(1, voice.t("paper-drill-course"));
    if marks.is_empty() {
        return vec![heading, Block::body(voice.t("paper-drill-not-begun"))];
    }
    let moments = marks.iter().enumerate().map(|(place, mark)| Moment {
        name: voice.named("drill-mark-", mark.mark),
        day: voice.date(voice.day_of(mark.at)),
        time: voice.second_of(mark.at),
        gap: place
            .checked_sub(1)
            .map(|before| voice.span(mark.after_ms.saturating_sub(marks[before].after_ms))),
    });
    let timeline = Timeline {
        moments: moments.collect(),
    };
    let columns = vec![
        voice.column("drill-mark", Width::Share(1.0)),
        voice.column("paper-moment-column-at", Width::Share(1.2)),
        voice.column("paper-moment-column-after", Width::Share(1.0)),
    ];
    let rows = marks.iter().map(|mark| {
        row(vec![
            voice.named("drill-mark-", mark.mark).into(),
            voice.second(mark.at).into(),
            after(voice, mark).into(),
        ])
    });
    vec![
        heading,
        Block::Figure(Figure {
            drawing: timeline.draw(voice.measure()),
            alt: voice.t("paper-drill-course-alt"),
            caption: voice.t("paper-drill-course"),
        }),
        table(columns, rows.collect(), voice.t("drill-marks")),
    ]
}

fn plan(voice: &Voice<'_>, facts: &FrozenDrill) -> Vec<Block> {
    let heading = Block::heading(1, voice.t("drill-plan"));
    let Some(plan) = &facts.plan else {
        return vec![heading, Block::body(voice.t("drill-no-plan"))];
    };
    let said = &plan.facts;
    let version = [("version", plan.version.into())];
    let written = |id: &str, words: &str| Pair::new(voice.t(id), voice.given(words));
    vec![
        heading,
        Block::Pairs(vec![
            Pair::new(
                voice.say("fallback-version", &version),
                voice.act(&plan.saved),
            ),
            written("plan-trigger", &said.trigger),
            written("plan-decider", &said.decider),
            written("plan-manualMethod", &said.manual_method),
            written("plan-people", &said.people),
            written("plan-materials", &said.materials),
            written("plan-wayBack", &said.way_back),
            written("plan-catchUp", &said.catch_up),
            written("plan-limit-reason", &said.limit_reason),
            Pair::new(
                voice.t("plan-capacity"),
                voice.decimal(said.capacity_per_hour),
            ),
            Pair::new(voice.t("plan-load"), voice.decimal(said.load_per_hour)),
        ]),
    ]
}

fn steps(voice: &Voice<'_>, facts: &FrozenDrill) -> Vec<Block> {
    let columns = vec![
        voice.numbers("paper-question-column-id", 26.0),
        voice.column("paper-moment-column-at", Width::Fixed(150.0)),
        voice.column("paper-drill-step", Width::Share(1.0)),
        voice.column("paper-drill-by", Width::Fixed(110.0)),
    ];
    let rows = facts.drill.events.iter().map(|event| line(voice, event));
    vec![
        Block::heading(1, voice.t("paper-drill-steps")),
        table(columns, rows.collect(), voice.t("paper-drill-steps")),
    ]
}

fn line(voice: &Voice<'_>, event: &DrillEvent) -> Row {
    let mut what = Text::plain(step(voice, &event.step));
    if event.aside {
        what = what.and_toned(format!("\n{}", voice.t("paper-drill-aside")), Tone::Warn);
    }
    let by = event
        .by
        .map_or_else(|| voice.t("drill-locked-by"), |by| voice.person(by));
    row(vec![
        event.sequence.to_string().into(),
        voice.second(event.reading.at).into(),
        Cell::Text(what),
        by.into(),
    ])
}

fn step(voice: &Voice<'_>, step: &DrillStep) -> String {
    let counted = |id: &str, count: u32| {
        let args = [("name", voice.t(id).into()), ("count", count.into())];
        voice.say("paper-counted", &args)
    };
    let marked = |id: &str, mark: DrillMark| {
        let mark = [("mark", voice.named("drill-mark-", mark).into())];
        voice.say(id, &mark)
    };
    match step {
        DrillStep::Mark { mark } => marked("paper-drill-step-mark", *mark),
        DrillStep::Withdraw { mark } => marked("paper-drill-step-withdraw", *mark),
        DrillStep::Backlog { count } => counted("drill-backlog", *count),
        DrillStep::Errors { count } => counted("drill-errors", *count),
        DrillStep::Note { text } => text.clone(),
        DrillStep::Finish => voice.t("paper-drill-step-finish"),
        DrillStep::Abort { reason } => {
            let words = [("words", reason.as_str().into())];
            voice.say("paper-drill-aborted", &words)
        }
    }
}
