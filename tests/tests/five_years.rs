//! Five years of quarterly audits of 80 systems: what the program says of them, beside what follows
//! from the raw results by a count of its own.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::time::Date;
use assay_tests::dice::Dice;
use assay_tests::five_years::{
    AUDITS, FINDINGS, FindingIn, FiveYears, MOVED, SKIPPED, SYSTEMS, SystemIn, day, due,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// Built once for every test of this file.
static OFFICE: LazyLock<Mutex<FiveYears>> = LazyLock::new(|| Mutex::new(FiveYears::build()));

fn office() -> MutexGuard<'static, FiveYears> {
    OFFICE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// A result as it stood at the end of an audit.
#[derive(Clone)]
struct Stood {
    result: &'static str,
    /// Of the words and of the version by which it was judged.
    judged_by: (u32, u32),
    /// How often in a row it was carried.
    carried: u32,
}

/// Works out what stood at the end of each audit. A result that nobody recorded was carried, which the
/// same words, the same version and at most two times in a row allow.
fn stood(system: &SystemIn) -> Vec<BTreeMap<&str, Stood>> {
    let mut all: Vec<BTreeMap<&str, Stood>> = Vec::new();
    for audit in &system.audits {
        let mut now = BTreeMap::new();
        for question in &audit.asked {
            let words = if question == "own/o-01" {
                audit.words
            } else {
                0
            };
            let judged_by = (words, audit.version);
            let stands = match audit.recorded.get(question).copied() {
                Some(result) => Stood {
                    result,
                    judged_by,
                    carried: 0,
                },
                None => {
                    let before = all.last().unwrap()[question.as_str()].clone();
                    assert_eq!(before.result, "conforms");
                    assert_eq!(before.judged_by, judged_by);
                    assert!(before.carried < 2);
                    Stood {
                        carried: before.carried + 1,
                        ..before
                    }
                }
            };
            now.insert(question.as_str(), stands);
        }
        all.push(now);
    }
    all
}

fn is_judged(stood: &&Stood) -> bool {
    ["conforms", "partly", "fails"].contains(&stood.result)
}

/// Says what has become of a question between an audit and a later one.
fn change(all: &[BTreeMap<&str, Stood>], question: &str, then: usize, now: usize) -> &'static str {
    let now = &all[now][question];
    let past: Vec<&Stood> = all[..=then]
        .iter()
        .filter_map(|audit| audit.get(question))
        .filter(is_judged)
        .collect();
    let Some(before) = past.last().filter(|_| is_judged(&now)) else {
        return match now.result {
            "fails" | "partly" => "new",
            _ => "not_compared",
        };
    };
    if before.judged_by.0 != now.judged_by.0 {
        return "question_changed";
    }
    match (before.result, now.result) {
        (before, now) if before == now => "unchanged",
        ("conforms", _) if past.iter().any(|past| past.result != "conforms") => "reopened",
        ("conforms", _) => "new",
        (_, "conforms") => "fixed",
        ("partly", _) => "worse",
        _ => "better",
    }
}

fn told(comparison: &Value) -> BTreeMap<&str, &str> {
    let rows = list(&comparison["rows"]).map(|row| &row["compared"]);
    rows.map(|of| (text(&of["question"]), text(&of["change"])))
        .collect()
}

#[test]
fn comparisons_are_those_of_a_naive_recomputation() {
    let office = &mut *office();
    let mut dice = Dice::new(5);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for place in (0..SYSTEMS).step_by(8) {
        let system = &office.systems[place];
        let all = stood(system);
        for now in 1..all.len() {
            let then = [now - 1, dice.place(now)][dice.place(2)];
            let request = json!({ "audit": system.audits[now].id, "with": system.audits[then].id });
            let comparison = office.desk.call("audit_compare", request);
            let asked = all[now].keys();
            let expected: BTreeMap<&str, &str> = asked
                .map(|question| (*question, change(&all, question, then, now)))
                .collect();
            assert_eq!(told(&comparison), expected, "audit {now} with {then}");
            for count in list(&comparison["counts"]) {
                let same = |change: &&&str| **change == text(&count["change"]);
                let number = expected.values().filter(same).count();
                assert_eq!(count["count"], number);
                *seen.entry(text(&count["change"]).to_owned()).or_default() += number;
            }
        }
    }
    assert_eq!(seen.len(), 8);
    assert!(seen.values().all(|number| *number > 0), "{seen:?}");
}

fn dimension(question: &str) -> &'static str {
    match question.get(..4).unwrap() {
        "b-sc" => "scenario",
        "b-sa" => "safety",
        "b-re" => "reliability",
        "b-co" => "controllability",
        "b-pr" => "programme",
        _ if question == "own/o-01" => "safety",
        _ => "reliability",
    }
}

#[test]
fn trends_per_dimension_are_those_of_a_naive_recomputation() {
    let office = &mut *office();
    let (mut audits, mut carried) = (0, 0);
    for system in &office.systems {
        let trend = office
            .desk
            .call("audit_trend", json!({ "system": system.id }));
        let shown: Vec<&Value> = list(&trend["audits"]).collect();
        assert_eq!(shown.len(), system.audits.len());
        for (number, (shown, stood)) in shown.iter().zip(stood(system)).enumerate() {
            assert_eq!(shown["id"], json!(system.audits[number].id));
            let mut expected: BTreeMap<&str, BTreeMap<&str, u32>> = BTreeMap::new();
            for (question, stood) in &stood {
                let tally = expected.entry(dimension(question)).or_default();
                *tally.entry(stood.result).or_default() += 1;
                *tally.entry("carried").or_default() += u32::from(stood.carried > 0);
                carried += usize::from(stood.carried > 0);
            }
            assert_eq!(list(&shown["tally"]).count(), expected.len());
            for tally in list(&shown["tally"]) {
                let expected = &expected[text(&tally["dimension"])];
                let number = |word: &str| json!(expected.get(word).copied().unwrap_or(0));
                for word in ["conforms", "carried", "partly", "fails"] {
                    assert_eq!(tally[word], number(word), "{word}");
                }
                assert_eq!(tally["notApplicable"], number("not_applicable"));
                assert_eq!(tally["notTested"], number("not_tested"));
                assert_eq!(tally["open"], 0);
            }
            audits += 1;
        }
    }
    assert_eq!(audits, AUDITS);
    assert!(carried > 1_000, "{carried}");
}

/// The due dates of a kind of check, the moved one moved and the one that was left out left out.
fn dates(kind: &str) -> Vec<Date> {
    let quarters = 0..30;
    match kind {
        "system_audit" => quarters
            .map(|quarter| match quarter == MOVED.0 {
                true => day(MOVED.1),
                false => due(quarter),
            })
            .collect(),
        "stop_test" => quarters
            .step_by(2)
            .filter(|quarter| *quarter != SKIPPED)
            .map(due)
            .collect(),
        _ => quarters.skip(2).step_by(4).map(due).collect(),
    }
}

fn done(system: &SystemIn, kind: &str) -> Vec<Date> {
    match kind {
        "system_audit" => system.audits.iter().map(|audit| audit.on).collect(),
        other => system.checks.get(other).cloned().unwrap_or_default(),
    }
}

/// Serves each due date by the check that came for it, and returns those that none came for.
fn unserved(dates: &[Date], done: &[Date]) -> Vec<Date> {
    let mut served = BTreeSet::new();
    for on in done {
        let past = dates.iter().rev().find(|date| *date <= on);
        let next = dates.iter().find(|date| *date > on);
        let open = past.filter(|date| !served.contains(*date)).or(next);
        served.extend(open.copied());
    }
    let left = dates.iter().filter(|date| !served.contains(date));
    left.copied().collect()
}

type Told = BTreeSet<(String, String, String, String)>;

fn told_checks(checks: &Value) -> Told {
    let one = |check: &Value| {
        let of = |value: &Value| text(value).to_owned();
        let occurrence = &check["occurrence"];
        (
            of(&check["kind"]),
            of(&check["system"]),
            of(&occurrence["due"]),
            of(&occurrence["state"]),
        )
    };
    list(checks).map(one).collect()
}

#[test]
fn due_overdue_and_missed_checks_are_those_of_a_naive_count() {
    let office = &mut *office();
    let today = office.today;
    let soon = today.iter_days().nth(30).unwrap();
    let (mut waiting, mut missed) = (Told::new(), Told::new());
    for kind in ["system_audit", "stop_test", "fallback_drill"] {
        let dates = dates(kind);
        for system in &office.systems {
            let row = |date: &Date, state: &str| {
                let texts = [kind, &system.id, &date.to_string(), state];
                <(String, String, String, String)>::from(texts.map(str::to_owned))
            };
            let is_lost = |date: &Date| {
                let next = dates.iter().find(|next| *next > date);
                *date < today && *next.unwrap() <= today
            };
            let open = unserved(&dates, &done(system, kind));
            let (lost, left): (Vec<Date>, Vec<Date>) = open.iter().partition(|date| is_lost(date));
            missed.extend(lost.iter().map(|date| row(date, "missed")));
            let next = left.first().filter(|date| **date <= soon);
            let state = |date: &Date| if *date < today { "overdue" } else { "ahead" };
            waiting.extend(next.map(|date| row(date, state(date))));
        }
    }
    let programme = office.desk.call("programme_get", json!({}));
    assert_eq!(told_checks(&programme["due"]), waiting);
    assert_eq!(told_checks(&programme["missed"]), missed);
    let rows = list(&programme["plans"]).flat_map(|row| list(&row["systems"]));
    let counted: u64 = rows.map(|row| row["missed"].as_u64().unwrap()).sum();
    assert_eq!(counted, missed.len() as u64);
    let overview = office.desk.call("workspace_overview", json!({}));
    assert_eq!(overview["dueChecks"], programme["due"]);
    let shown: Vec<&Value> = list(&programme["missed"]).take(100).collect();
    assert_eq!(overview["missedChecks"], json!(shown));
    assert!(
        waiting.len() > 10 && missed.len() > 100,
        "{} {}",
        waiting.len(),
        missed.len()
    );
}

/// Those of some findings that are about the same question or the same sign of the same system.
fn alike<'a>(findings: &'a [FindingIn], this: &FindingIn) -> Vec<&'a str> {
    let same = |other: &&FindingIn| {
        let signal = other.signal.is_some() && other.signal == this.signal;
        other.system == this.system && (other.question == this.question || signal)
    };
    let alike = findings.iter().filter(same);
    alike.map(|finding| finding.id.as_str()).collect()
}

#[test]
fn findings_recur_and_stand_as_a_naive_count_says() {
    let office = &mut *office();
    assert_eq!(office.findings.len(), FINDINGS);
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for finding in &office.findings {
        let over = finding.until.is_some_and(|until| until < office.today);
        let state = if over { "open" } else { finding.state };
        *counts.entry(state).or_default() += 1;
    }
    let late = |finding: &&FindingIn| finding.due.is_some_and(|due| due < office.today);
    let late = office.findings.iter().filter(late).count();
    let mut shown = Vec::new();
    for skip in (0..FINDINGS).step_by(500) {
        let request = json!({ "skip": skip, "limit": 500 });
        let page = office.desk.call("finding_list", request);
        assert_eq!(
            (&page["found"], &page["overdue"]),
            (&json!(FINDINGS), &json!(late))
        );
        for count in list(&page["counts"]) {
            let expected = counts.get(text(&count["state"])).copied();
            assert_eq!(count["count"], expected.unwrap_or(0), "{}", count["state"]);
        }
        shown.extend(list(&page["findings"]).cloned());
    }
    assert_eq!(shown.len(), FINDINGS);
    let all = &office.findings;
    for (place, row) in shown.iter().rev().enumerate() {
        assert_eq!(row["finding"]["id"], json!(all[place].id));
        let before = alike(&all[..place], &all[place]);
        assert_eq!(row["earlier"], before.len(), "finding {place}");
    }
    for place in (0..FINDINGS).step_by(300) {
        let this = &all[place];
        let detail = office.desk.call("finding_get", json!({ "id": this.id }));
        let ids = |rows: &Value| -> Vec<String> {
            list(rows)
                .map(|row| text(&row["finding"]["id"]).to_owned())
                .collect()
        };
        assert_eq!(ids(&detail["earlier"]), alike(&all[..place], this));
        assert_eq!(ids(&detail["later"]), alike(&all[place + 1..], this));
    }
}

#[test]
fn every_row_of_it_says_what_its_history_says() {
    let check = office().desk.call("workspace_check", json!({}));
    assert_eq!(check["ok"], true, "{check}");
}

#[test]
fn every_screen_of_it_opens() {
    let office = &mut *office();
    let screens = office.screens();
    assert!(screens.len() > 20);
    for (name, commands) in screens {
        for (command, request) in commands {
            let opened = office.desk.try_call(command, &request);
            assert!(opened.is_ok(), "{name}: {command}: {opened:?}");
        }
    }
}
