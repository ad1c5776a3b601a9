//! The incident report: its course, whether every duty was answered in time, cause and lessons.

use super::evidence::{self, Annex};
use super::paper::{self, Paper};
use super::voice::{Voice, row, table, thousands};
use super::{Printed, Told, action};
use crate::Error;
use crate::chart::{Moment, Timeline};
use crate::model::{Block, Cell, Figure, Pair, Row, Text, Tone, Width};
use assay_domain::duty::{ClockState, DutyClock};
use assay_domain::facts::Head;
use assay_domain::facts::incident::FrozenIncident;
use assay_domain::incident::{IncidentMoment, IncidentReport, IncidentReportKind, IncidentVersion};
use assay_domain::time::Timestamp;

impl Printed for FrozenIncident {
    const SCHEMA: &'static str = include_str!("../../../../../assets/report/incident.schema.json");

    fn head(&self) -> Head {
        self.head.clone()
    }

    fn told<'a>(&'a self, voice: &'a Voice<'a>) -> Result<Told, Error> {
        let annex = Annex::new(&self.evidence);
        let mut sections = course(voice, self);
        sections.extend(duties(voice, self));
        sections.extend(account(voice, self));
        sections.extend(reports(voice, self));
        let none = "incident-actions-none";
        sections.extend(action::blocks(voice, &self.actions, none));
        sections.extend(evidence::blocks(voice, &annex));
        sections.extend(versions(voice, &self.versions));
        Ok(paper::document(voice, paper(voice, self, sections)).into())
    }
}

fn in_state(facts: &FrozenIncident, states: &[ClockState]) -> usize {
    let clocks = facts.clocks.iter();
    clocks.filter(|clock| states.contains(&clock.state)).count()
}

fn paper(voice: &Voice<'_>, facts: &FrozenIncident, sections: Vec<Block>) -> Paper {
    let said = &facts.incident.facts;
    let severity = match said.severity {
        Some(severity) => voice.named("incident-severity-", severity),
        None => voice.t("incident-ungraded"),
    };
    let lead = [
        ("title", said.title.as_str().into()),
        ("system", facts.system.name.as_str().into()),
        ("at", voice.moment(said.occurred_at).into()),
        ("severity", severity.as_str().into()),
    ];
    let late = in_state(facts, &[ClockState::Late, ClockState::Overdue]);
    let tone = if late > 0 { Tone::Bad } else { Tone::Ink };
    Paper {
        title: voice.t("paper-incident-title"),
        subtitle: said.title.clone(),
        about: facts.system.name.clone(),
        matter: vec![
            Pair::new(voice.t("incident-field-system"), facts.system.name.clone()),
            Pair::new(
                voice.t("incident-field-kind"),
                voice.named("incident-kind-", said.kind),
            ),
            Pair::new(
                voice.t("incident-field-state"),
                voice.named("incident-state-", facts.incident.state),
            ),
        ],
        figures: vec![
            Pair::new(
                voice.t("incident-field-severity"),
                Text::bold(severity.clone()),
            ),
            Pair::new(voice.t("incident-field-people"), count(voice, said.people)),
            Pair::new(voice.t("incident-field-cases"), count(voice, said.cases)),
            Pair::new(
                voice.t("paper-incident-duties"),
                Text::bold(duty_counts(voice, facts)).in_tone(tone),
            ),
        ],
        lead: Text::bold(voice.say("paper-incident-lead", &lead)),
        points: points(voice, facts),
        sections,
        terms: &["duty", "clock", "history"],
    }
}

fn count(voice: &Voice<'_>, count: Option<u64>) -> Text {
    match count {
        Some(count) => Text::bold(thousands(count)),
        None => Text::toned(voice.t("paper-unknown"), Tone::Faint),
    }
}

fn duty_counts(voice: &Voice<'_>, facts: &FrozenIncident) -> String {
    let of = |states: &[ClockState]| in_state(facts, states).into();
    voice.say(
        "paper-incident-duty-counts",
        &[
            ("duties", facts.clocks.len().into()),
            ("in_time", of(&[ClockState::InTime])),
            ("late", of(&[ClockState::Late])),
            ("overdue", of(&[ClockState::Overdue])),
            (
                "running",
                of(&[ClockState::Running, ClockState::NotStarted]),
            ),
            ("not_due", of(&[ClockState::NotDue])),
        ],
    )
}

fn points(voice: &Voice<'_>, facts: &FrozenIncident) -> Vec<String> {
    let said = &facts.incident.facts;
    let counts = [("counts", duty_counts(voice, facts).into())];
    let mut points = vec![voice.say("paper-incident-duties-are", &counts)];
    if facts.system.filing.critical_infrastructure.is_none() {
        points.push(voice.t("incident-infrastructure"));
    }
    if let Some(manual) = said.manual_at {
        let span = [("span", span(voice, said.noticed_at, manual).into())];
        points.push(voice.say("paper-incident-manual-after", &span));
    }
    if let Some(restored) = said.restored_at {
        let span = [("span", span(voice, said.occurred_at, restored).into())];
        points.push(voice.say("paper-incident-restored-after", &span));
    }
    for (id, words) in [
        ("paper-incident-effect-is", &said.effect),
        ("paper-incident-cause-is", &said.cause),
    ] {
        if !words.is_empty() {
            points.push(voice.say(id, &[("words", words.as_str().into())]));
        }
    }
    points
}

/// The time between two moments in words.
fn span(voice: &Voice<'_>, from: Timestamp, to: Timestamp) -> String {
    voice.span((to.micros() - from.micros()).unsigned_abs() / 1000)
}

fn field(moment: IncidentMoment) -> &'static str {
    match moment {
        IncidentMoment::Occurred => "incident-field-occurredAt",
        IncidentMoment::Noticed => "incident-field-noticedAt",
        IncidentMoment::Decided => "incident-field-decidedAt",
        IncidentMoment::ManualRunning => "incident-field-manualAt",
        IncidentMoment::Restored => "incident-field-restoredAt",
    }
}

fn course(voice: &Voice<'_>, facts: &FrozenIncident) -> Vec<Block> {
    let said = &facts.incident.facts;
    let known: Vec<(IncidentMoment, Timestamp)> = IncidentMoment::ALL
        .iter()
        .filter_map(|moment| Some((*moment, said.moment(*moment)?)))
        .collect();
    let moments = known
        .iter()
        .enumerate()
        .map(|(place, (moment, at))| Moment {
            name: voice.t(field(*moment)),
            day: voice.date(voice.day_of(*at)),
            time: voice.minute_of(*at),
            gap: place
                .checked_sub(1)
                .map(|before| span(voice, known[before].1, *at)),
        });
    let timeline = Timeline {
        moments: moments.collect(),
    };
    let rows = IncidentMoment::ALL.iter().map(|moment| {
        let at = said.moment(*moment);
        row(vec![
            voice.t(field(*moment)).into(),
            at.map_or_else(|| voice.t("paper-unknown"), |at| voice.moment(at))
                .into(),
            at.map_or_else(String::new, |at| span(voice, said.occurred_at, at))
                .into(),
        ])
    });
    let columns = vec![
        voice.column("paper-moment-column", Width::Share(1.0)),
        voice.column("paper-moment-column-at", Width::Share(1.0)),
        voice.column("paper-moment-column-after", Width::Share(1.0)),
    ];
    vec![
        Block::heading(1, voice.t("paper-incident-course")),
        Block::Figure(Figure {
            drawing: timeline.draw(voice.measure()),
            alt: voice.t("paper-incident-course-alt"),
            caption: voice.t("paper-incident-course"),
        }),
        table(columns, rows.collect(), voice.t("paper-incident-course")),
    ]
}

fn duties(voice: &Voice<'_>, facts: &FrozenIncident) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, voice.t("paper-incident-duties"))];
    if facts.clocks.is_empty() {
        blocks.push(Block::body(voice.t("incident-clocks-none")));
        return blocks;
    }
    let columns = vec![
        voice.column("incident-recipient", Width::Share(2.0)),
        voice.column("paper-duty-column-within", Width::Share(0.9)),
        voice.column("paper-duty-column-due", Width::Fixed(96.0)),
        voice.column("paper-duty-column-answer", Width::Share(1.1)),
        voice.column("paper-actions-column-state", Width::Fixed(66.0)),
    ];
    let rows = facts.clocks.iter().map(|clock| duty(voice, clock));
    blocks.extend([
        Block::body(voice.t("duty-ours")),
        table(columns, rows.collect(), voice.t("paper-incident-duties")),
    ]);
    blocks
}

fn duty(voice: &Voice<'_>, clock: &DutyClock) -> Row {
    let facts = &clock.duty.facts;
    let mut who = Text::plain(voice.text(&facts.recipient))
        .and_toned(format!("\n{}", voice.text(&facts.source)), Tone::Soft);
    if !facts.note.get(voice.locale()).is_empty() {
        who = who.and_toned(format!("\n{}", voice.text(&facts.note)), Tone::Faint);
    }
    let unit = format!("duty-within-{}", Voice::word(facts.within.unit));
    let amount = voice.say(&unit, &[("amount", facts.within.amount.into())]);
    let counted = voice.named("incident-moment-", facts.counted_from);
    let within = [("time", amount.into()), ("moment", counted.into())];
    let answer = clock
        .answer
        .as_ref()
        .map(|answer| answered(voice, answer))
        .unwrap_or_default();
    let tone = match clock.state {
        ClockState::Overdue | ClockState::Late => Tone::Bad,
        ClockState::Running => Tone::Warn,
        ClockState::InTime => Tone::Good,
        ClockState::NotStarted | ClockState::NotDue => Tone::Soft,
    };
    let mut state = Text::toned(voice.named("incident-clock-", clock.state), tone);
    if let Some(left) = clock.left_s {
        let id = match (clock.state, left < 0) {
            (ClockState::Running | ClockState::Overdue, false) => "incident-left",
            (ClockState::Running | ClockState::Overdue, true) => "incident-over",
            (_, false) => "incident-was-left",
            (_, true) => "incident-was-over",
        };
        let span = voice.span(left.unsigned_abs() * 1000);
        let words = voice.say(id, &[("time", span.into())]);
        state = state.and_toned(format!("\n{words}"), Tone::Soft);
    }
    row(vec![
        Cell::Text(who),
        voice.say("incident-within", &within).into(),
        clock
            .due_at
            .map(|due| voice.moment(due))
            .unwrap_or_default()
            .into(),
        Cell::Text(answer),
        Cell::Text(state),
    ])
}

/// What a report says: when and by whom it was made, its receipt and its note.
fn answered(voice: &Voice<'_>, report: &IncidentReport) -> Text {
    let facts = &report.facts;
    let mut lines = Vec::new();
    if let Some(at) = facts.reported_at {
        let args = [
            ("at", voice.moment(at).into()),
            ("person", facts.reporter.as_str().into()),
        ];
        lines.push(voice.say("incident-reported", &args));
    }
    if !facts.receipt.is_empty() {
        let receipt = [("receipt", facts.receipt.as_str().into())];
        lines.push(voice.say("paper-incident-receipt", &receipt));
    } else if facts.kind == IncidentReportKind::Made {
        lines.push(voice.t("incident-receipt-none"));
    }
    if !facts.note.is_empty() {
        lines.push(facts.note.clone());
    }
    lines.join("\n").into()
}

fn account(voice: &Voice<'_>, facts: &FrozenIncident) -> Vec<Block> {
    let said = &facts.incident.facts;
    let harm = match said.harm {
        Some(harm) => voice.t(&format!("incident-harm-{harm}")),
        None => voice.t("incident-harm-unknown"),
    };
    let written = |id: &str, words: &str| Pair::new(voice.t(id), voice.given(words));
    vec![
        Block::heading(1, voice.t("paper-incident-account")),
        Block::Pairs(vec![
            written("incident-field-decisionPoint", &said.decision_point),
            written("incident-field-effect", &said.effect),
            Pair::new(voice.t("incident-field-harm"), harm),
            written("incident-field-response", &said.response),
            written("incident-field-cause", &said.cause),
            written("incident-field-lessons", &said.lessons),
            Pair::new(
                voice.t("ledger-column-recorded"),
                voice.act(&facts.incident.recorded),
            ),
        ]),
    ]
}

fn reports(voice: &Voice<'_>, facts: &FrozenIncident) -> Vec<Block> {
    if facts.reports.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        voice.column("incident-recipient", Width::Share(1.0)),
        voice.column("paper-duty-column-answer", Width::Share(1.4)),
        voice.column("ledger-column-recorded", Width::Fixed(150.0)),
    ];
    let rows = facts.reports.iter().map(|report| {
        let mut who = Text::plain(report.facts.recipient.clone());
        let others = facts.reports.iter();
        let mut replaced = others.filter(|other| other.supersedes == Some(report.id));
        if replaced.next().is_some() {
            let words = voice.t("incident-report-replaced");
            who = who.and_toned(format!("\n{words}"), Tone::Warn);
        }
        if report.facts.kind == IncidentReportKind::NotDue {
            let words = voice.t("incident-clock-not_due");
            who = who.and_toned(format!("\n{words}"), Tone::Soft);
        }
        row(vec![
            Cell::Text(who),
            Cell::Text(answered(voice, report)),
            voice.act(&report.recorded).into(),
        ])
    });
    vec![
        Block::heading(1, voice.t("paper-incident-reports")),
        table(columns, rows.collect(), voice.t("paper-incident-reports")),
    ]
}

fn versions(voice: &Voice<'_>, versions: &[IncidentVersion]) -> Vec<Block> {
    let columns = vec![
        voice.numbers("paper-question-column-id", 26.0),
        voice.column("incident-field-state", Width::Fixed(70.0)),
        voice.column("incident-changed", Width::Share(1.0)),
        voice.column("ledger-column-recorded", Width::Fixed(170.0)),
    ];
    let before = [None].into_iter().chain(versions.iter().map(Some));
    let rows = versions.iter().zip(before).map(|(version, before)| {
        let changed = before.map_or_else(Vec::new, |before| before.facts.changed(&version.facts));
        let changed: Vec<String> = changed
            .into_iter()
            .map(|field| voice.t(&format!("incident-field-{}", camel(&Voice::word(field)))))
            .collect();
        let mut what = Text::plain(voice.list(&changed));
        if !version.reason.is_empty() {
            what = what.and_toned(format!("\n{}", version.reason), Tone::Soft);
        }
        row(vec![
            version.revision.to_string().into(),
            voice.named("incident-state-", version.state).into(),
            Cell::Text(what),
            voice.act(&version.changed).into(),
        ])
    });
    vec![
        Block::heading(1, voice.t("paper-incident-versions")),
        table(columns, rows.collect(), voice.t("paper-incident-versions")),
    ]
}

/// A word with underscores in the way in which the names of fields are written.
fn camel(word: &str) -> String {
    let mut parts = word.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |mut name, part| {
        let (head, rest) = part.split_at(usize::from(!part.is_empty()));
        name.push_str(&head.to_uppercase());
        name.push_str(rest);
        name
    })
}
