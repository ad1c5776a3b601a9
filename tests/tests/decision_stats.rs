//! `assay decision stats --json` and `tests/peers/decision_stats.py`, which reads the single records
//! and asks other people's libraries, get the same figures of 200 random logs; and each figure
//! counts exactly the records that the log lists for it.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::decision::{Decision, DecisionFacts, Disposition};
use assay_domain::id::{DecisionId, SystemId, VolumeId};
use assay_domain::stats::log::{CARRIED_BY, LONGEST_LABEL, LabelCounts, Log, labels};
use assay_domain::system::SystemFacts;
use assay_domain::time::{Date, Period, StatedTime, Timestamp};
use assay_domain::volume::{Decimal, Exposure, ExposureUnit, Totals, Volume, VolumeFacts};
use assay_store::Error;
use assay_store::table::decision::Thinning;
use assay_tests::desk::Desk;
use assay_tests::dice::Dice;
use assay_tests::peer;
use assay_tests::store::{PASSPHRASE, Place, act, entry, moment, uuid};
use assay_tests::terminal::Terminal;
use serde_json::{Value, json};

/// How many random logs are compared.
const LOGS: usize = 200;
/// 2024-01-01, a Monday, 00:00 in Shanghai.
const START: i64 = 1_704_038_400;
const DAY: i64 = 86_400;
const FROM: &str = "2024-01-01";
const TO: &str = "2024-12-29";
/// The days of that time.
const DAYS: u64 = 364;
/// A log of each so many is also asked for the records behind each figure.
const DRILLED: usize = 9;

/// What a log is like. An odds of 0 is never, of 1 always.
#[derive(Clone)]
struct Kind {
    records: u64,
    /// The first day and how many days of the time have records, which come every so many days.
    days: (u64, u64, u64),
    override_odds: u64,
    /// From this day on, the odds are these.
    shift: Option<(u64, u64)>,
    /// Whether acceptances are logged.
    accepted: bool,
    labels: &'static [&'static str],
    outcome_odds: u64,
    /// Whether an outcome is known of overrides alone.
    selective: bool,
    first_odds: u64,
    reviewers: u64,
    versions: u64,
    categories: u64,
    seeded_odds: u64,
    latency_ms: u64,
    /// Odds that a record is corrected, and that its texts are erased.
    corrected_odds: u64,
    thinned_odds: u64,
    /// Length of volumes in days, 0 for none; whether they state totals, and exposure.
    volumes: (i64, bool, bool),
}

const NUMBERS: &[&str] = &["0", "1", "2"];
const WORDS: &[&str] = &["low", "mid", "high"];
const PAIR: &[&str] = &["0", "1"];

fn kind(dice: &mut Dice) -> Kind {
    let first = dice.below(60);
    let rarely = [0, 0, 12];
    Kind {
        records: dice.pick(&[3, 15, 60, 150, 250, 400]),
        days: (
            first,
            dice.pick(&[30, 200, DAYS - first]),
            dice.pick(&[1, 1, 9]),
        ),
        override_odds: dice.pick(&[2, 3, 4, 4, 10, 40]),
        shift: dice.one_in(4).then(|| (first + 100, 2)),
        accepted: !dice.one_in(12),
        labels: dice.pick(&[PAIR, NUMBERS, WORDS, WORDS]),
        outcome_odds: dice.pick(&[0, 1, 2, 20]),
        selective: dice.one_in(9),
        first_odds: dice.pick(&[0, 1, 3]),
        reviewers: dice.pick(&[1, 2, 5, 14]),
        versions: dice.pick(&[1, 1, 2, 3]),
        categories: dice.pick(&[1, 2, 6]),
        seeded_odds: dice.pick(&rarely),
        latency_ms: dice.pick(&[0, 3_000, 60_000, 3_000_000_000]),
        corrected_odds: dice.pick(&[0, 15]),
        thinned_odds: dice.pick(&rarely),
        volumes: dice.pick(&[
            (0, false, false),
            (0, false, false),
            (7, true, false),
            (7, false, true),
            (28, true, true),
        ]),
    }
}

/// The edges that the document names, each a change to a log made at random.
fn edges() -> Vec<fn(&mut Kind)> {
    vec![
        |kind| kind.records = 0,
        |kind| kind.records = 1,
        |kind| (kind.records, kind.override_odds, kind.shift, kind.accepted) = (320, 0, None, true),
        |kind| (kind.records, kind.override_odds, kind.accepted) = (40, 1, true),
        |kind| (kind.accepted, kind.volumes) = (false, (0, false, false)),
        |kind| (kind.accepted, kind.volumes, kind.records) = (false, (7, true, false), 300),
        |kind| (kind.accepted, kind.volumes, kind.records) = (false, (28, true, true), 300),
        |kind| (kind.labels, kind.records) = (&["1"], 80),
        |kind| (kind.days, kind.records) = ((5, 350, 60), 200),
        |kind| (kind.days, kind.records, kind.override_odds) = ((0, DAYS, 1), 150, 6),
        |kind| {
            (kind.records, kind.days) = (2_500, (0, DAYS, 1));
            (kind.override_odds, kind.shift) = (2, Some((60, 30)));
            (kind.accepted, kind.versions) = (true, 1);
        },
        |kind| (kind.outcome_odds, kind.selective) = (2, true),
        |kind| (kind.outcome_odds, kind.records) = (0, 100),
        |kind| (kind.outcome_odds, kind.first_odds, kind.records) = (1, 1, 200),
        |kind| kind.reviewers = 1,
        |kind| (kind.reviewers, kind.records) = (30, 90),
        |kind| (kind.seeded_odds, kind.override_odds, kind.records) = (3, 0, 120),
        |kind| (kind.latency_ms, kind.records) = (2_500, 100),
        |kind| (kind.versions, kind.records, kind.days) = (3, 700, (0, DAYS, 1)),
        |kind| (kind.thinned_odds, kind.records) = (3, 120),
    ]
}

/// Settings under which logs are analysed, as they are typed and as the peer takes them.
fn variants() -> Vec<(Vec<&'static str>, Value)> {
    vec![
        (vec![], json!({})),
        (vec!["--by", "day"], json!({ "unit": "day" })),
        (
            vec!["--by", "month", "--modified-counts", "no"],
            json!({ "unit": "month", "modifiedCounts": false }),
        ),
        (
            vec!["--selective", "--tau", "0.05", "--minimum-ms", "3000"],
            json!({ "selective": true, "tau": 0.05, "minimumLatencyMs": 3000 }),
        ),
        (
            vec!["--label-order", "low, mid, high"],
            json!({ "labelOrder": ["low", "mid", "high"] }),
        ),
        (
            vec!["--reason-code", "unsafe"],
            json!({ "selection": { "reason": "unsafe" } }),
        ),
        (
            vec!["--direction", "stricter"],
            json!({ "selection": { "direction": "stricter" } }),
        ),
        (
            vec!["--point", "desk A", "--model-version", "v0"],
            json!({ "selection": { "decisionPoint": "desk A", "modelVersion": "v0" } }),
        ),
        (
            vec!["--category", "kind 0"],
            json!({ "selection": { "category": "kind 0" } }),
        ),
        (
            vec!["--all-logged", "--settings", "settings.json"],
            json!({
                "allLogged": true,
                "rules": ["beyond", "one_side", "trend", "alternating", "two_of_three",
                    "four_of_five", "near_centre", "away_from_centre"],
                "spread": "laney", "correction": "benjamini_hochberg",
            }),
        ),
    ]
}

/// A log with what the program keeps and what the peer reads.
struct Made {
    decisions: Vec<Decision>,
    thinned: Vec<DecisionId>,
    volumes: Vec<Volume>,
}

fn made(number: u64, kind: &Kind, dice: &mut Dice) -> Made {
    let system = SystemId::new(uuid(10_000 + number));
    let mut log = Made {
        decisions: Vec::new(),
        thinned: Vec::new(),
        volumes: volumes(number, system, kind, dice),
    };
    let (first, days, step) = kind.days;
    for record in 0..kind.records {
        let day = first + dice.below(days.max(1)) / step * step;
        let day = day.min(DAYS - 1);
        let id = DecisionId::new(uuid(1_000_000 + 10_000 * number + 3 * record));
        let decision = Decision {
            id,
            facts: facts(system, day, kind, dice),
            supersedes: None,
            entered_late: dice.one_in(7),
            thinned_at: None,
            recorded: act(20),
        };
        let mut last = id;
        if dice.one_in(kind.corrected_odds) {
            last = DecisionId::new(uuid(1_000_000 + 10_000 * number + 3 * record + 1));
            log.decisions.push(Decision {
                id: last,
                facts: facts(system, day, kind, dice),
                supersedes: Some(id),
                ..decision.clone()
            });
        }
        // What is corrected must be there before.
        let place = log.decisions.len() - usize::from(last != id);
        log.decisions.insert(place, decision);
        let counts = log.decisions.iter().rfind(|decision| decision.id == last);
        if dice.one_in(kind.thinned_odds) && counts.is_some_and(labels_stay) {
            log.thinned.push(last);
        }
    }
    log
}

fn facts(system: SystemId, day: u64, kind: &Kind, dice: &mut Dice) -> DecisionFacts {
    let odds = match kind.shift {
        Some((from, odds)) if day >= from => odds,
        _ => kind.override_odds,
    };
    let disposition = match dice.below(20) {
        0 if kind.accepted => Disposition::Deferred,
        1 if kind.accepted => Disposition::NoAiOutput,
        _ if !kind.accepted || dice.one_in(odds) => dice.pick(&[
            Disposition::Modified,
            Disposition::Overridden,
            Disposition::Overridden,
        ]),
        _ => Disposition::Accepted,
    };
    let second = START + day as i64 * DAY + dice.below(DAY as u64) as i64;
    let at = Timestamp::from_micros(second * 1_000_000 + dice.below(1_000_000) as i64);
    let mut facts = DecisionFacts::of(system, StatedTime::new(at, 480).unwrap(), disposition);
    let label = |dice: &mut Dice| dice.pick(kind.labels).to_owned();
    if disposition != Disposition::NoAiOutput {
        facts.ai_output = label(dice);
    }
    facts.human_final = match disposition {
        Disposition::Accepted => facts.ai_output.clone(),
        Disposition::Deferred => String::new(),
        _ => label(dice),
    };
    if dice.one_in(kind.first_odds) {
        facts.human_initial = Some(label(dice));
    }
    let seen = !kind.selective || disposition.is_override();
    if seen && dice.one_in(kind.outcome_odds) {
        // A space more is the same label.
        facts.outcome = Some(format!("{} ", label(dice)));
    }
    facts.decision_point = dice.pick(&["desk A", "desk A", "desk B", ""]).to_owned();
    // A version is in use in a part of the time, with some of the one before.
    let version = (day * kind.versions / DAYS).saturating_sub(u64::from(dice.one_in(5)));
    facts.model_version = if dice.one_in(11) {
        String::new()
    } else {
        format!("v{version}")
    };
    facts.category = match dice.below(kind.categories) {
        0 if kind.categories == 1 => String::new(),
        category => format!("kind {category}"),
    };
    if !dice.one_in(9) {
        facts.reviewer = format!("R-{:08}", dice.below(kind.reviewers));
    }
    if kind.latency_ms > 0 && !dice.one_in(5) {
        facts.latency_ms = Some(dice.below(kind.latency_ms) as i64);
    }
    facts.seeded = dice.one_in(kind.seeded_odds);
    if disposition.is_override() {
        let code = dice.pick(&["unsafe", "unsafe", "wrong-fact", "out-of-scope", "other"]);
        facts.reason_code = Some(code.into());
        facts.reason_text = dice
            .pick(&["", "as always", "as always", "a flood"])
            .to_owned();
    }
    facts
}

fn volumes(number: u64, system: SystemId, kind: &Kind, dice: &mut Dice) -> Vec<Volume> {
    let (days, totals, exposure) = kind.volumes;
    if days == 0 {
        return Vec::new();
    }
    let weeks = DAYS as i64 / 7;
    let first = Date::parse_from_str(FROM, "%Y-%m-%d").unwrap();
    let day = |days: i64| {
        first
            .iter_days()
            .nth(usize::try_from(days).unwrap())
            .unwrap()
    };
    let volume = |place: i64, dice: &mut Dice| Volume {
        id: VolumeId::new(uuid(90_000_000 + 1_000 * number + place as u64)),
        facts: VolumeFacts {
            system,
            decision_point: String::new(),
            model_version: String::new(),
            period: Period {
                from: day(7 * place),
                to: day(7 * place + 6),
            },
            totals: if totals {
                stated(dice)
            } else {
                Totals::default()
            },
            exposure: exposure.then(|| Exposure {
                unit: ExposureUnit::Hours,
                amount: Decimal::from_millionths(1 + dice.below(900_000_000) as i64),
            }),
        },
        supersedes: None,
        recorded: act(20),
    };
    (0..weeks)
        .step_by(usize::try_from(days / 7).unwrap())
        .map(|place| (!dice.one_in(8), volume(place, dice)))
        .filter_map(|(kept, volume)| kept.then_some(volume))
        .collect()
}

/// Totals as organisations know them: all parts, acceptances alone, or what nobody looked at.
fn stated(dice: &mut Dice) -> Totals {
    let part = |dice: &mut Dice| Some(dice.below(40));
    match dice.below(4) {
        0 => Totals {
            accepted: part(dice),
            modified: part(dice),
            overridden: part(dice),
            ..Totals::default()
        },
        1 => Totals {
            issued: Some(400 + dice.below(100)),
            automatic: part(dice),
            not_reviewed: part(dice),
            ..Totals::default()
        },
        2 => Totals {
            issued: Some(500),
            ..Totals::default()
        },
        _ => Totals {
            accepted: Some(20 + dice.below(60)),
            ..Totals::default()
        },
    }
}

/// A record as the peer reads it: the one that counts. Of a record that was thinned nobody knows the
/// reviewer, and its reason in words counts as one of its own.
fn told(decision: &Decision, thinned: bool) -> Value {
    let facts = &decision.facts;
    let kept = |text: &str| text.trim().to_owned();
    let reviewer = if thinned { "" } else { &facts.reviewer };
    let text = match facts.reason_text.trim() {
        "" => String::new(),
        _ if thinned => decision.id.to_string(),
        text => text.to_owned(),
    };
    let micros = facts.decided_at.at().micros();
    json!({
        "id": decision.id, "second": micros.div_euclid(1_000_000), "micros": micros,
        "disposition": facts.disposition,
        "ai": kept(&facts.ai_output), "last": kept(&facts.human_final),
        "first": kept(facts.human_initial.as_deref().unwrap_or_default()),
        "outcome": kept(facts.outcome.as_deref().unwrap_or_default()),
        "point": facts.decision_point, "version": facts.model_version,
        "category": facts.category, "reviewer": kept(reviewer),
        "reason": facts.reason_code, "text": text,
        "latency": facts.latency_ms, "seeded": facts.seeded,
        "late": decision.entered_late, "thinned": thinned,
    })
}

fn input(log: &Made, settings: &Value) -> Value {
    let superseded: Vec<DecisionId> = log.decisions.iter().filter_map(|d| d.supersedes).collect();
    let current = log.decisions.iter().filter(|d| !superseded.contains(&d.id));
    let records: Vec<Value> = current
        .map(|decision| told(decision, log.thinned.contains(&decision.id)))
        .collect();
    let volumes: Vec<&VolumeFacts> = log.volumes.iter().map(|volume| &volume.facts).collect();
    json!({ "from": FROM, "to": TO, "records": records, "volumes": volumes, "settings": settings })
}

/// Keeps every log as a system of one workspace.
fn kept(place: &Place, logs: &[Made]) {
    let mut store = place.create();
    let filled = store.mutate(entry(3, "fill", json!({})), |tx| {
        for (number, log) in logs.iter().enumerate() {
            let system = SystemId::new(uuid(10_000 + number as u64));
            let facts = SystemFacts::named(format!("System {number:03}"));
            tx.systems_mut().add(system, &facts, moment(1))?;
            for decision in &log.decisions {
                tx.decisions_mut().add(decision)?;
            }
            for volume in &log.volumes {
                tx.volumes_mut().add(volume)?;
            }
        }
        Ok::<_, Error>(())
    });
    filled.unwrap();
    for log in logs {
        let mut thinning = Thinning::new(moment(30), all_labels(log));
        store.thin(&mut thinning, &log.thinned).unwrap();
    }
    store.close().unwrap();
}

/// Counts labels as if so many records carried each that all of them stay.
fn all_labels(log: &Made) -> LabelCounts {
    let mut columns = Log::new();
    for decision in &log.decisions {
        columns.push(decision);
    }
    let mut counts = LabelCounts::default();
    (0..CARRIED_BY).for_each(|_| counts.add(&columns));
    counts
}

/// Tells whether the labels of a record stay when it is thinned.
fn labels_stay(decision: &Decision) -> bool {
    labels(&decision.facts)
        .iter()
        .all(|label| label.chars().count() <= LONGEST_LABEL)
}

/// Asks the program for the figures of logs under the same settings.
fn figures(place: &Place, terminal: &Terminal, typed: &[&str], logs: &[usize]) -> Vec<Value> {
    let path = place.path().to_string_lossy().into_owned();
    let systems: Vec<String> = logs
        .iter()
        .map(|log| uuid(10_000 + *log as u64).to_string())
        .collect();
    let mut arguments = vec![
        "decision", "stats", &path, "--from", FROM, "--to", TO, "--json",
    ];
    arguments.extend(typed);
    for system in &systems {
        arguments.extend(["--system", system]);
    }
    let ran = terminal.run(&arguments).with(0);
    let lines: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), logs.len());
    lines
}

/// Collects every place where a figure differs from the peer's, which does not have them all.
fn differences(place: &str, ours: &Value, theirs: &Value, found: &mut Vec<String>) {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => {
            for (key, part) in theirs {
                let here = format!("{place}.{key}");
                match ours.get(key) {
                    Some(ours) => differences(&here, ours, part, found),
                    None => found.push(format!("{here} is missing")),
                }
            }
        }
        (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
            for (index, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                differences(&format!("{place}[{index}]"), ours, theirs, found);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let whole = a.is_u64() && b.is_u64();
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            let allowed = if place.ends_with("permutationP") {
                // Both are estimates, ours of some hundred rounds where reviewers are many.
                5.0 * (b * (1.0 - b) / 1_999.0 * 1.1).sqrt() + 1e-3
            } else if whole {
                0.0
            } else {
                1e-9 * b.abs().max(1.0)
            };
            if (a - b).abs() > allowed {
                found.push(format!("{place}: {a} {b}"));
            }
        }
        _ if ours == theirs => {}
        _ => found.push(format!("{place}: {ours} {theirs}")),
    }
}

/// Returns every figure that says which records it counts.
fn traceable<'a>(place: &str, value: &'a Value, found: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("base") && fields.contains_key("drill") {
                found.push((place.to_owned(), value));
            }
            for (key, part) in fields {
                traceable(&format!("{place}.{key}"), part, found);
            }
        }
        Value::Array(parts) => {
            for (index, part) in parts.iter().enumerate() {
                traceable(&format!("{place}[{index}]"), part, found);
            }
        }
        _ => {}
    }
}

/// Compares each figure with the number of records that the log counts for it.
fn drilled(desk: &mut Desk, stats: &Value) -> usize {
    let mut found = Vec::new();
    traceable("", &stats["figures"], &mut found);
    let mut count = |drill: &Value| {
        let mut filter = stats["records"].clone();
        for (field, value) in drill.as_object()? {
            filter[field] = value.clone();
        }
        let counts = desk.call("decision_counts", json!({ "filter": filter }));
        counts["total"].as_u64()
    };
    let mut traced = 0;
    for (place, figure) in found {
        for (drill, number) in [("drill", "count"), ("base", "of")] {
            if let Some(listed) = count(&figure[drill]) {
                assert_eq!(Some(listed), figure[number].as_u64(), "{place}: {figure}");
                traced += 1;
            }
        }
    }
    for period in stats["figures"]["chart"]["periods"]
        .as_array()
        .unwrap()
        .iter()
        .step_by(7)
    {
        if stats["figures"]["rates"]["basis"] == "records" {
            assert_eq!(
                count(&period["drill"]),
                period["count"].as_u64(),
                "{period}"
            );
        }
    }
    for kind in stats["figures"]["likeness"]["largest"].as_array().unwrap() {
        assert_eq!(count(&kind["drill"]), kind["of"].as_u64(), "{kind}");
        assert!(!kind["examples"].as_array().unwrap().is_empty(), "{kind}");
    }
    traced
}

#[test]
fn two_hundred_random_logs_have_the_same_figures_elsewhere_and_trace_to_their_records() {
    let mut dice = Dice::new(20_261_127);
    let edges = edges();
    let variants = variants();
    let logs: Vec<Made> = (0..LOGS)
        .map(|number| {
            let mut kind = kind(&mut dice);
            // Each edge comes under two settings.
            if let Some(edge) = edges.get(number % (LOGS / 2)) {
                edge(&mut kind);
            }
            made(number as u64, &kind, &mut dice)
        })
        .collect();
    let place = Place::new();
    kept(&place, &logs);
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal::in_folder(folder.path()).as_person(PASSPHRASE);
    let mut ours = vec![Value::Null; LOGS];
    // The second round of edges meets the next settings.
    let variant = |log: usize| (log + log / (LOGS / 2)) % variants.len();
    for (number, (typed, settings)) in variants.iter().enumerate() {
        std::fs::write(folder.path().join("settings.json"), settings.to_string()).unwrap();
        let those: Vec<usize> = (0..LOGS).filter(|log| variant(*log) == number).collect();
        let found = figures(&place, &terminal, typed, &those);
        for (log, stats) in those.into_iter().zip(found) {
            ours[log] = stats;
        }
    }
    let inputs: Vec<Value> = logs
        .iter()
        .enumerate()
        .map(|(log, made)| input(made, &variants[variant(log)].1))
        .collect();
    let theirs = peer::answers(&mut peer::script("decision_stats.py"), &inputs);
    let mut found = Vec::new();
    for (log, (ours, theirs)) in ours.iter().zip(&theirs).enumerate() {
        let place = format!("log {log}/{}", variant(log));
        differences(&place, &ours["figures"], &theirs["figures"], &mut found);
        differences(&place, &ours["pickers"], &theirs["pickers"], &mut found);
    }
    assert!(
        found.is_empty(),
        "{} differ: {:#?}",
        found.len(),
        &found[..found.len().min(40)]
    );
    covered(&ours);
    let mut desk = Desk::in_folder(folder.path());
    desk.open(&place.path(), PASSPHRASE);
    let traced: usize = ours
        .iter()
        .step_by(DRILLED)
        .map(|stats| drilled(&mut desk, stats))
        .sum();
    assert!(traced > 1_000, "{traced}");
}

/// Logs in which nothing happened would show little.
fn covered(all: &[Value]) {
    let with =
        |seen: &dyn Fn(&Value) -> bool| all.iter().filter(|stats| seen(&stats["figures"])).count();
    let all =
        |list: &Value, holds: &dyn Fn(&Value) -> bool| list.as_array().unwrap().iter().any(holds);
    for basis in ["records", "volumes", "nothing"] {
        assert!(with(&|f| f["rates"]["basis"] == basis) >= 3, "{basis}");
    }
    assert!(with(&|f| all(&f["chart"]["chart"]["signals"], &|_| true)) > 20);
    assert!(with(&|f| f["chart"]["method"] == "p_prime_chart") > 10);
    assert!(with(&|f| all(&f["chart"]["chart"]["points"], &|p| p["exact"].is_object())) > 20);
    assert!(with(&|f| f["chart"]["chart"]["stretches"].as_array().unwrap().len() > 1) > 20);
    assert!(with(&|f| all(&f["exposure"], &|_| true)) > 20);
    assert!(
        with(&|f| f["judgement"]["concordance"]["agreement"]["kappa"]["estimable"] == false) > 3
    );
    assert!(with(&|f| f["judgement"]["concordance"]["quadratic"].is_object()) > 20);
    assert!(with(&|f| f["judgement"]["agreement"].is_object()) > 20);
    assert!(with(&|f| f["outcomes"]["mcNemarP"].is_number()) > 20);
    assert!(with(&|f| f["outcomes"]["netBenefit"].is_null()) > 10);
    assert!(with(&|f| f["attention"]["rubberStamp"] == true) > 5);
    assert!(with(&|f| f["reviewers"]["heterogeneity"]["permutationP"].is_number()) > 20);
    assert!(with(&|f| all(&f["reviewers"]["rows"], &|row| row["adjustedP"].is_number())) > 20);
    assert!(with(&|f| f["likeness"]["crossReviewer"]["differing"].as_u64() > Some(0)) > 20);
}
