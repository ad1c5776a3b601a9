//! The audit report: results by dimension, what has changed, what was found, and every question.

use super::evidence::{self, Annex};
use super::oscal::{self, Finding, Observation, Results};
use super::paper::{self, Paper};
use super::voice::{Voice, row, table};
use super::{Printed, Told, finding};
use crate::Error;
use crate::chart::{Bar, StackedBars};
use crate::model::{Block, Cell, Figure, Pair, Row, Text, Tone, Width};
use assay_domain::audit::compare::{AuditChange, Compared};
use assay_domain::audit::{Audit, CLAUSE, Dimension, DimensionTally, ItemResult, Mark};
use assay_domain::facts::Head;
use assay_domain::facts::audit::{AuditQuestion, FrozenAudit};
use assay_domain::finding::{FindingState, Severity};
use assay_domain::id::QuestionId;

/// How many audits the trend draws; the table below it says all.
const DRAWN: usize = 12;

impl Printed for FrozenAudit {
    const SCHEMA: &'static str = include_str!("../../../../../assets/report/audit.schema.json");

    fn head(&self) -> Head {
        self.head.clone()
    }

    fn told<'a>(&'a self, voice: &'a Voice<'a>) -> Result<Told, Error> {
        let annex = Annex::new(&self.evidence);
        let mut sections = results(voice, self);
        sections.extend(trend(voice, self));
        sections.extend(comparison(voice, self));
        sections.extend(findings(voice, self));
        sections.extend(checklist(voice, self, &annex));
        sections.extend(evidence::blocks(voice, &annex));
        let system = self.audit.system.to_string();
        let actions = self.findings.iter().flat_map(|found| &found.actions);
        Ok(Told {
            document: paper::document(voice, paper(voice, self, sections)),
            further: oscal::files(voice, &shaped(voice, self), &system, actions),
        })
    }
}

/// The audit in the shape of OSCAL: each question observed, each finding found.
fn shaped<'a>(voice: &Voice<'_>, facts: &'a FrozenAudit) -> Results<'a> {
    let judged = facts.items.iter().filter_map(|question| {
        let result = question.item.result?;
        let seen = [
            voice.text(&question.asked.text),
            question.item.observation.clone(),
        ];
        Some(Observation {
            key: question.item.question.to_string(),
            title: question.item.question.to_string(),
            description: seen.join("\n").trim().to_owned(),
            props: vec![("result", Voice::word(result))],
            collected: question
                .item
                .judged
                .as_ref()
                .map_or(voice.head.as_of, |act| act.at),
        })
    });
    let known = |id: &QuestionId| {
        let mut items = facts.items.iter();
        items.any(|one| one.item.question == *id && one.item.result.is_some())
    };
    let findings = facts.findings.iter().map(|found| {
        let finding = &found.finding;
        let question = finding.question.as_ref();
        Finding {
            key: finding.id.to_string(),
            title: finding.facts.title.clone(),
            description: format!("{}\n{}", finding.facts.cause, finding.facts.effect),
            target: question.map_or_else(|| CLAUSE.to_owned(), ToString::to_string),
            satisfied: found.state == FindingState::Closed,
            observations: question
                .filter(|id| known(id))
                .map(ToString::to_string)
                .into_iter()
                .collect(),
        }
    });
    let title = [
        ("system", facts.system.name.as_str().into()),
        ("period", voice.period(&facts.audit.period).into()),
    ];
    Results {
        title: voice.say("paper-subtitle", &title),
        description: facts.audit.conclusion.clone(),
        period: &facts.audit.period,
        controls: vec![format!("6.3{CLAUSE}")],
        observations: judged.collect(),
        findings: findings.collect(),
        risks: Vec::new(),
    }
}

/// The sum over dimensions.
fn total(tally: &[DimensionTally]) -> DimensionTally {
    let mut sum = DimensionTally::new(Dimension::Programme);
    for part in tally {
        sum.conforms += part.conforms;
        sum.carried += part.carried;
        sum.partly += part.partly;
        sum.fails += part.fails;
        sum.not_applicable += part.not_applicable;
        sum.not_tested += part.not_tested;
        sum.open += part.open;
    }
    sum
}

fn paper(voice: &Voice<'_>, facts: &FrozenAudit, sections: Vec<Block>) -> Paper {
    let audit = &facts.audit;
    let sum = total(&audit.tally);
    let subtitle = [
        ("system", facts.system.name.as_str().into()),
        ("period", voice.period(&audit.period).into()),
    ];
    let lead = [
        ("conforms", sum.conforms.into()),
        ("judged", sum.judged().into()),
        ("system", facts.system.name.as_str().into()),
    ];
    let lead = voice.say("paper-audit-lead", &lead);
    Paper {
        title: voice.t("paper-audit-title"),
        subtitle: voice.say("paper-subtitle", &subtitle),
        about: facts.system.name.clone(),
        matter: matter(voice, facts),
        figures: vec![
            Pair::new(voice.t("audit-result-conforms"), counted(sum.conforms)),
            Pair::new(voice.t("audit-result-partly"), counted(sum.partly)),
            Pair::new(voice.t("audit-result-fails"), counted(sum.fails)),
            Pair::new(
                voice.t("paper-findings-title"),
                counted(u32::try_from(facts.findings.len()).unwrap_or(u32::MAX)),
            ),
        ],
        lead: Text::bold(lead),
        points: points(voice, facts, &sum),
        sections,
        terms: &["dimension", "carried", "finding", "standing", "history"],
    }
}

fn counted(count: u32) -> Text {
    Text::bold(count.to_string())
}

fn matter(voice: &Voice<'_>, facts: &FrozenAudit) -> Vec<Pair> {
    let audit = &facts.audit;
    let mut pairs = vec![
        Pair::new(
            voice.t("paper-audit-state"),
            voice.named("audit-state-", audit.state),
        ),
        Pair::new(voice.t("paper-audit-due"), voice.date(audit.due)),
        Pair::new(voice.t("paper-version"), voice.given(&audit.version)),
    ];
    if let Some(begun) = &audit.begun {
        pairs.push(Pair::new(voice.t("paper-audit-begun"), voice.act(begun)));
    }
    if let Some(closed) = &audit.closed {
        pairs.push(Pair::new(voice.t("paper-audit-closed"), voice.act(closed)));
    }
    pairs
}

fn points(voice: &Voice<'_>, facts: &FrozenAudit, sum: &DimensionTally) -> Vec<String> {
    let mut points = vec![voice.say(
        "paper-audit-asked",
        &[
            ("asked", facts.items.len().into()),
            ("carried", sum.carried.into()),
            ("not_applicable", sum.not_applicable.into()),
            ("not_tested", sum.not_tested.into()),
            ("open", sum.open.into()),
        ],
    )];
    let failing: Vec<String> = facts
        .items
        .iter()
        .filter(|question| question.item.result == Some(ItemResult::Fails))
        .map(|question| question.item.question.to_string())
        .collect();
    if !failing.is_empty() {
        let names = [("names", voice.list(&failing).into())];
        points.push(voice.say("paper-audit-failing", &names));
    }
    let grave = |severity| matches!(severity, Severity::High | Severity::Critical);
    let count = facts.findings.iter();
    let count = count.filter(|found| grave(found.finding.facts.severity));
    points.push(voice.say(
        "paper-audit-found",
        &[
            ("count", facts.findings.len().into()),
            ("grave", count.count().into()),
        ],
    ));
    points.push(match facts.with {
        Some(_) => changes(voice, &facts.compared),
        None => voice.t("paper-audit-first"),
    });
    let stale = facts.items.iter();
    let stale = stale.filter(|question| question.marks.iter().any(|mark| *mark != Mark::Carried));
    let stale = stale.count();
    if stale > 0 {
        points.push(voice.say("paper-audit-stale", &[("count", stale.into())]));
    }
    if !facts.audit.conclusion.is_empty() {
        let words = [("words", facts.audit.conclusion.as_str().into())];
        points.push(voice.say("paper-audit-conclusion", &words));
    }
    points
}

fn changes(voice: &Voice<'_>, compared: &[Compared]) -> String {
    let counts: Vec<String> = AuditChange::ALL
        .iter()
        .filter_map(|change| {
            let count = compared.iter().filter(|one| one.change == *change).count();
            let name = voice.named("audit-change-", change);
            (count > 0).then(|| {
                let args = [("name", name.into()), ("count", count.into())];
                voice.say("paper-counted", &args)
            })
        })
        .collect();
    voice.say(
        "paper-audit-since",
        &[("changes", voice.list(&counts).into())],
    )
}

fn results(voice: &Voice<'_>, facts: &FrozenAudit) -> Vec<Block> {
    let columns = vec![
        voice.column("paper-audit-dimension", Width::Share(1.0)),
        voice.numbers("audit-result-conforms", 54.0),
        voice.numbers("paper-audit-carried", 54.0),
        voice.numbers("audit-result-partly", 54.0),
        voice.numbers("audit-result-fails", 54.0),
        voice.numbers("audit-result-not_applicable", 58.0),
        voice.numbers("audit-result-not_tested", 54.0),
        voice.numbers("paper-audit-open", 40.0),
    ];
    let line = |name: String, tally: &DimensionTally, total| {
        let mut cells = vec![Cell::from(name)];
        cells.extend(numbers(tally).map(|count| Cell::from(count.to_string())));
        Row { cells, total }
    };
    let tally = &facts.audit.tally;
    let mut rows: Vec<Row> = tally
        .iter()
        .map(|part| {
            let name = voice.named("audit-dimension-", part.dimension);
            line(name, part, false)
        })
        .collect();
    rows.push(line(voice.t("paper-total"), &total(tally), true));
    let mut blocks = vec![
        Block::heading(1, voice.t("paper-audit-results")),
        Block::body(voice.t("paper-audit-results-intro")),
        table(columns, rows, voice.t("paper-audit-results")),
    ];
    let scope = &facts.audit.scope;
    let mut asked: Vec<String> = scope
        .dimensions
        .iter()
        .map(|dimension| voice.named("audit-dimension-", dimension))
        .collect();
    asked.extend(scope.questions.iter().map(ToString::to_string));
    asked.extend(scope.packs.iter().cloned());
    let scope = [("scope", voice.items(&asked).into())];
    blocks.push(Block::body(voice.say("paper-audit-scope", &scope)));
    blocks
}

/// The columns of a tally, in the order of the table.
const fn numbers(tally: &DimensionTally) -> [u32; 7] {
    [
        tally.conforms,
        tally.carried,
        tally.partly,
        tally.fails,
        tally.not_applicable,
        tally.not_tested,
        tally.open,
    ]
}

fn trend(voice: &Voice<'_>, facts: &FrozenAudit) -> Vec<Block> {
    let audits = &facts.trend;
    if audits.len() < 2 {
        return Vec::new();
    }
    let shown = &audits[audits.len().saturating_sub(DRAWN)..];
    let bars = shown.iter().map(|audit| {
        let sum = total(&audit.tally);
        Bar {
            label: audit.period.to.to_string(),
            counts: [sum.conforms, sum.partly, sum.fails],
        }
    });
    let names = ["conforms", "partly", "fails"].map(|n| voice.t(&format!("audit-result-{n}")));
    let drawing = StackedBars {
        bars: bars.collect(),
        names: names.each_ref().map(String::as_str),
    };
    let columns = vec![
        voice.column("paper-audit-period", Width::Share(1.0)),
        voice.column("paper-version", Width::Share(0.5)),
        voice.numbers("audit-result-conforms", 66.0),
        voice.numbers("audit-result-partly", 66.0),
        voice.numbers("audit-result-fails", 66.0),
    ];
    let rows = audits.iter().map(|audit: &Audit| {
        let sum = total(&audit.tally);
        row(vec![
            voice.period(&audit.period).into(),
            audit.version.clone().into(),
            sum.conforms.to_string().into(),
            sum.partly.to_string().into(),
            sum.fails.to_string().into(),
        ])
    });
    let alt = voice.say("paper-audit-trend-alt", &[("count", audits.len().into())]);
    vec![
        Block::heading(1, voice.t("paper-audit-trend")),
        Block::Figure(Figure {
            drawing: drawing.draw(voice.measure()),
            alt,
            caption: voice.t("paper-audit-trend"),
        }),
        table(columns, rows.collect(), voice.t("paper-audit-trend")),
    ]
}

fn comparison(voice: &Voice<'_>, facts: &FrozenAudit) -> Vec<Block> {
    let Some(with) = &facts.with else {
        return Vec::new();
    };
    let args = [("period", voice.period(&with.period).into())];
    let mut blocks = vec![
        Block::heading(1, voice.t("paper-audit-comparison")),
        Block::body(voice.say("paper-audit-compared-with", &args)),
        Block::body(changes(voice, &facts.compared)),
    ];
    let columns = vec![
        voice.column("paper-question-column-id", Width::Fixed(52.0)),
        voice.column("paper-question-column", Width::Share(1.0)),
        voice.column("paper-audit-before", Width::Fixed(72.0)),
        voice.column("paper-audit-now", Width::Fixed(72.0)),
        voice.column("paper-audit-change", Width::Fixed(72.0)),
    ];
    let rows = facts.compared.iter().map(|compared| {
        let asked = facts.items.iter();
        let mut asked = asked.filter(|question| question.item.question == compared.question);
        let words = asked.next().map_or_else(
            || voice.question(&compared.question),
            |question| voice.text(&question.asked.text),
        );
        row(vec![
            compared.question.to_string().into(),
            words.into(),
            Cell::Text(result(voice, compared.before)),
            Cell::Text(result(voice, compared.now)),
            Cell::Text(change(voice, compared.change)),
        ])
    });
    blocks.push(table(
        columns,
        rows.collect(),
        voice.t("paper-audit-comparison"),
    ));
    blocks
}

fn result(voice: &Voice<'_>, result: Option<ItemResult>) -> Text {
    let Some(result) = result else {
        return Text::toned(voice.t("paper-audit-no-result"), Tone::Faint);
    };
    let tone = match result {
        ItemResult::Fails => Tone::Bad,
        ItemResult::Partly => Tone::Warn,
        _ => Tone::Ink,
    };
    Text::toned(voice.named("audit-result-", result), tone)
}

fn change(voice: &Voice<'_>, change: AuditChange) -> Text {
    let tone = match change {
        AuditChange::New | AuditChange::Worse | AuditChange::Reopened => Tone::Bad,
        AuditChange::Fixed | AuditChange::Better => Tone::Good,
        _ => Tone::Soft,
    };
    Text::toned(voice.named("audit-change-", change), tone)
}

fn findings(voice: &Voice<'_>, facts: &FrozenAudit) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, voice.t("paper-findings-title"))];
    if facts.findings.is_empty() {
        blocks.push(Block::body(voice.t("paper-audit-findings-none")));
    }
    for found in &facts.findings {
        blocks.extend(finding::blocks(voice, found));
    }
    blocks
}

fn checklist(voice: &Voice<'_>, facts: &FrozenAudit, annex: &Annex<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(1, voice.t("paper-audit-checklist")),
        Block::body(voice.t("paper-audit-checklist-intro")),
    ];
    for dimension in Dimension::ALL {
        let items = facts.items.iter();
        let rows: Vec<Row> = items
            .filter(|question| question.item.dimension == *dimension)
            .map(|question| line(voice, question, annex))
            .collect();
        if rows.is_empty() {
            continue;
        }
        let columns = vec![
            voice.column("paper-question-column-id", Width::Fixed(52.0)),
            voice.column("paper-question-column", Width::Share(1.0)),
            voice.column("paper-audit-result", Width::Fixed(104.0)),
            voice.column("paper-question-column-standing", Width::Fixed(84.0)),
        ];
        let name = voice.named("audit-dimension-", dimension);
        blocks.push(Block::heading(2, name.clone()));
        blocks.push(table(columns, rows, name));
    }
    blocks
}

fn line(voice: &Voice<'_>, question: &AuditQuestion, annex: &Annex<'_>) -> Row {
    let item = &question.item;
    let mut what = Text::plain(voice.text(&question.asked.text));
    for words in [&item.observation, &item.reason] {
        if !words.is_empty() {
            what = what.and_toned(format!("\n{words}"), Tone::Soft);
        }
    }
    let judged = item.judged.iter().map(|act| voice.act(act));
    let marks = question.marks.iter();
    let marks = marks.map(|mark| voice.named("audit-mark-", mark));
    let mut came_to = result(voice, item.result);
    for words in marks {
        came_to = came_to.and_toned(format!("\n{words}"), Tone::Warn);
    }
    for words in judged {
        came_to = came_to.and_toned(format!("\n{words}"), Tone::Faint);
    }
    let mut number = Text::plain(item.question.to_string());
    let weight = match (question.asked.red_line, question.asked.critical) {
        (true, _) => Some("paper-question-red"),
        (_, true) => Some("paper-question-critical"),
        _ => None,
    };
    if let Some(weight) = weight {
        number = number.and_toned(format!("\n{}", voice.t(weight)), Tone::Faint);
    }
    row(vec![
        Cell::Text(number),
        Cell::Text(what),
        Cell::Text(came_to),
        annex.standing(voice, item.standing, &item.evidence).into(),
    ])
}
