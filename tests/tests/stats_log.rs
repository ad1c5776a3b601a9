//! A log as columns: written down and read back, joined, refused when damaged; and the figures of
//! real decisions, whose values the document gives.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_api::l10n::{Locale, Texts};
use assay_domain::decision::{Decision, DecisionFacts, Disposition};
use assay_domain::id::{DecisionId, PersonId, SystemId};
use assay_domain::person::Act;
use assay_domain::stats::control_chart::{ChartRule, Side};
use assay_domain::stats::figures::{
    Basis, Caveat, DaySpan, Direction, FigureMethod, FigureSelection, FigureSettings, Figures,
    SignalKind, figures,
};
use assay_domain::stats::log::{LONGEST_WORD, Log, MOST_LABELS, direction};
use assay_domain::stats::signal::Verdict;
use assay_domain::time::{Date, StatedTime, Timestamp};
use assay_tests::store::uuid;
use proptest::prelude::*;
use serde::Serialize;

const DAY: i64 = 86_400_000_000;

fn facts(micros: i64, disposition: Disposition) -> DecisionFacts {
    let at = StatedTime::utc(Timestamp::from_micros(micros));
    DecisionFacts::of(SystemId::new(uuid(1)), at, disposition)
}

/// Days from 1970 on, in UTC.
fn days(count: i64) -> Vec<DaySpan> {
    let date = |day: i64| {
        let first = Date::from_ymd_opt(1970, 1, 1).unwrap();
        first
            .iter_days()
            .nth(usize::try_from(day).unwrap())
            .unwrap()
    };
    let span = |day: i64| DaySpan {
        from: date(day),
        to: date(day),
        start: Timestamp::from_micros(day * DAY),
        end: Timestamp::from_micros((day + 1) * DAY),
    };
    (0..count).map(span).collect()
}

fn whole(log: &Log, settings: &FigureSettings) -> Figures {
    figures(log, &days(1), &[], settings)
}

prop_compose! {
    fn record()(
        micros in 0..40 * DAY,
        disposition in prop::sample::select(Disposition::ALL),
        words in prop::collection::vec("[a-c]{0,2}|中|[ 0-9]{0,3}", 9),
        first in any::<bool>(),
        outcome in any::<bool>(),
        latency in prop::option::of(0..4_000_000_000_i64),
        bits in any::<[bool; 3]>(),
    ) -> (DecisionFacts, bool) {
        let [ai, initial, last, result, point, version, reviewer, category, text] =
            <[String; 9]>::try_from(words).unwrap();
        let decided = DecisionFacts {
            ai_output: ai,
            human_initial: first.then_some(initial),
            human_final: last,
            outcome: outcome.then_some(result),
            decision_point: point,
            model_version: version,
            reviewer,
            category,
            reason_text: text,
            reason_code: bits[0].then(|| "unsafe".into()),
            latency_ms: latency,
            seeded: bits[1],
            ..facts(micros, disposition)
        };
        (decided, bits[2])
    }
}

/// Takes in the facts of a record.
fn take(log: &mut Log, facts: &DecisionFacts, entered_late: bool) {
    log.push(&Decision {
        id: DecisionId::new(uuid(1)),
        facts: facts.clone(),
        supersedes: None,
        entered_late,
        thinned_at: None,
        recorded: Act {
            by: PersonId::new(uuid(2)),
            at: facts.decided_at.at(),
        },
    });
}

fn log(records: &[(DecisionFacts, bool)]) -> Log {
    let mut log = Log::new();
    records
        .iter()
        .for_each(|(facts, late)| take(&mut log, facts, *late));
    log
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_log_comes_back_as_it_was_written(records in prop::collection::vec(record(), 0..60)) {
        let written = log(&records);
        prop_assert_eq!(written.len(), records.len());
        prop_assert_eq!(Log::from_bytes(&written.to_bytes()), Ok(written));
    }

    #[test]
    fn logs_that_are_joined_have_the_figures_of_one(
        records in prop::collection::vec(record(), 0..60),
        at in 0_usize..60,
    ) {
        let (before, after) = records.split_at(at.min(records.len()));
        let mut joined = Log::new();
        joined.append(&log(after));
        let mut other = log(before);
        other.append(&joined);
        let settings = FigureSettings::default();
        let of = |log: &Log| figures(log, &days(40), &[], &settings);
        prop_assert_eq!(of(&other), of(&log(&records)));
    }

    #[test]
    fn a_byte_changed_or_missing_is_refused(
        records in prop::collection::vec(record(), 0..20),
        place in any::<prop::sample::Index>(),
        change in 1..=u8::MAX,
    ) {
        let bytes = log(&records).to_bytes();
        let mut changed = bytes.clone();
        changed[place.index(bytes.len())] ^= change;
        prop_assert!(Log::from_bytes(&changed).is_err());
        prop_assert!(Log::from_bytes(&bytes[..place.index(bytes.len())]).is_err());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Log::from_bytes(&bytes);
    }
}

#[test]
fn more_labels_than_are_told_apart_still_agree_exactly() {
    let mut log = Log::new();
    let long = "x".repeat(LONGEST_WORD + 1);
    for number in 0..MOST_LABELS + 900 {
        let text = if number == 7 {
            long.clone()
        } else {
            format!("text {number}")
        };
        let alike = number % 3 != 0;
        let mut one = facts(
            60,
            if alike {
                Disposition::Accepted
            } else {
                Disposition::Overridden
            },
        );
        one.ai_output.clone_from(&text);
        one.human_final = if alike { text } else { "another".to_owned() };
        take(&mut log, &one, false);
    }
    let mut twice = Log::new();
    twice.append(&log);
    twice.append(&Log::from_bytes(&log.to_bytes()).unwrap());
    let found = whole(&twice, &FigureSettings::default())
        .judgement
        .concordance;
    let records = (MOST_LABELS + 900) as u64;
    let alike = 2 * (records - records.div_ceil(3));
    assert_eq!((found.alike.count, found.alike.of), (alike, 2 * records));
    assert!(found.agreement.is_none());
    assert!(found.caveats.contains(&Caveat::TooManyLabels));
}

#[test]
fn more_words_than_a_byte_counts_keep_their_numbers() {
    let mut log = Log::new();
    for number in 0..1_000 {
        let mut one = facts(60, Disposition::Accepted);
        one.reviewer = format!("R-{number:08}");
        one.human_final = "yes".to_owned();
        take(&mut log, &one, false);
    }
    let mut joined = Log::new();
    take(&mut joined, &facts(60, Disposition::Accepted), false);
    joined.append(&log);
    assert_eq!(Log::from_bytes(&joined.to_bytes()), Ok(joined.clone()));
    let found = whole(&joined, &FigureSettings::default());
    assert_eq!(found.rates.reviewers.hidden, 1_000);
    assert_eq!(found.rates.reviewers.unstated.of, 1);
}

#[test]
fn a_direction_follows_the_order_given_else_the_numbers() {
    let order = ["low", " mid", "high"].map(str::to_owned);
    let way = |ai, last| direction(ai, last, &order);
    assert_eq!(way("low", "high "), Some(Direction::Stricter));
    assert_eq!(way("high", "mid"), Some(Direction::MoreLenient));
    assert_eq!(way("mid", "mid"), None);
    assert_eq!(way("mid", "other"), None);
    assert_eq!(direction("9", "10", &[]), Some(Direction::Stricter));
    assert_eq!(direction("-1", "-2.5", &[]), Some(Direction::MoreLenient));
    for (ai, last) in [
        ("a", "b"),
        ("1", "inf"),
        ("NaN", "1"),
        ("", "1"),
        ("1", "1.0"),
    ] {
        assert_eq!(direction(ai, last, &[]), None, "{ai} {last}");
    }
}

/// Decisions on bail by a score and a judge who saw it, as labels 1 (strict) and 0.
fn bail(table: [[u64; 2]; 2]) -> Log {
    let mut log = Log::new();
    for (row, ai) in table.iter().zip(["1", "0"]) {
        for (count, last) in row.iter().zip(["1", "0"]) {
            let disposition = if ai == last {
                Disposition::Accepted
            } else {
                Disposition::Overridden
            };
            let mut one = facts(60, disposition);
            (one.ai_output, one.human_final) = (ai.to_owned(), last.to_owned());
            (0..*count).for_each(|_| take(&mut log, &one, false));
        }
    }
    log
}

fn near(found: f64, expected: f64, places: i32) {
    assert!(
        (found - expected).abs() < 0.51 * 10_f64.powi(-places),
        "{found} {expected}"
    );
}

#[test]
fn the_bail_decisions_have_the_figures_of_the_document() {
    let seen = whole(&bail([[173, 162], [70, 543]]), &FigureSettings::default());
    let overall = &seen.rates.overall;
    assert_eq!((overall.count, overall.of), (232, 948));
    near(overall.value.unwrap(), 0.2447, 4);
    near(overall.interval.unwrap().lower, 0.21842, 5);
    near(overall.interval.unwrap().upper, 0.27309, 5);
    let ways: Vec<_> = seen
        .rates
        .directions
        .iter()
        .map(|row| (row.direction, row.figure.count))
        .collect();
    let stricter = (Some(Direction::Stricter), 70);
    assert_eq!(
        ways,
        [stricter, (Some(Direction::MoreLenient), 162), (None, 0)]
    );
    let kappa = seen.judgement.concordance.agreement.unwrap().kappa;
    near(kappa.value.unwrap(), 0.42894, 5);
    near(kappa.standard_error.unwrap(), 0.03085, 5);
    assert!(
        seen.judgement
            .concordance
            .caveats
            .contains(&Caveat::Concordance)
    );
    assert!(seen.judgement.agreement.is_none());
    assert_eq!(seen.judgement.concordance.table, [[543, 70], [162, 173]]);
    // The judges of the control arm did not see the score.
    let unseen = whole(&bail([[149, 195], [89, 510]]), &FigureSettings::default());
    assert_eq!(
        (unseen.rates.overall.count, unseen.rates.overall.of),
        (284, 943)
    );
    near(unseen.rates.overall.value.unwrap(), 0.3012, 4);
    let kappa = unseen.judgement.concordance.agreement.unwrap().kappa;
    near(kappa.value.unwrap(), 0.30453, 5);
}

/// X-rays with an AI and a reader: accepted right, accepted wrong, overridden right, overridden wrong.
fn read([ar, aw, or, ow]: [u64; 4], person_right: u64) -> Figures {
    let mut log = Log::new();
    let mut push = |count: u64, disposition, last: &str, outcome: &str| {
        let mut one = facts(60, disposition);
        one.ai_output = "abnormal".to_owned();
        (one.human_final, one.outcome) = (last.to_owned(), Some(outcome.to_owned()));
        (0..count).for_each(|_| take(&mut log, &one, false));
    };
    push(ar, Disposition::Accepted, "abnormal", "abnormal");
    push(aw, Disposition::Accepted, "abnormal", "normal");
    push(or, Disposition::Overridden, "normal", "abnormal");
    push(person_right, Disposition::Overridden, "normal", "normal");
    push(
        ow - person_right,
        Disposition::Overridden,
        "unclear",
        "normal",
    );
    whole(&log, &FigureSettings::default())
}

#[test]
fn the_xrays_have_the_figures_of_the_document() {
    let found = read([126, 22, 16, 19], 19);
    let overall = &found.rates.overall;
    assert_eq!((overall.count, overall.of), (35, 183));
    near(overall.interval.unwrap().lower, 0.14086, 5);
    near(overall.interval.unwrap().upper, 0.25435, 5);
    let outcomes = &found.outcomes;
    assert_eq!(
        (outcomes.ai_wrong.figure.count, outcomes.ai_wrong.figure.of),
        (41, 183)
    );
    near(outcomes.over_reliance.figure.value.unwrap(), 0.537, 3);
    near(outcomes.under_reliance.figure.value.unwrap(), 0.113, 3);
    assert_eq!(outcomes.net_benefit, Some(3));
    near(outcomes.mc_nemar_p.unwrap(), 0.73588, 5);
    let pneumothorax = read([136, 19, 9, 13], 13);
    let outcomes = &pneumothorax.outcomes;
    assert_eq!(pneumothorax.rates.overall.count, 22);
    assert_eq!(
        (
            outcomes.over_reliance.figure.count,
            outcomes.over_reliance.figure.of
        ),
        (19, 32)
    );
    assert_eq!(
        (
            outcomes.under_reliance.figure.count,
            outcomes.under_reliance.figure.of
        ),
        (9, 145)
    );
    near(outcomes.mc_nemar_p.unwrap(), 0.52347, 5);
}

/// A day each with so many decisions, of which so many are overrides.
fn daily(days: &[(u64, u64)], version: impl Fn(usize) -> String) -> Log {
    let mut log = Log::new();
    for (day, (overrides, of)) in days.iter().enumerate() {
        for decision in 0..*of {
            let accepted = decision >= *overrides;
            let is = if accepted {
                Disposition::Accepted
            } else {
                Disposition::Overridden
            };
            let mut one = facts(day as i64 * DAY + decision as i64, is);
            one.model_version = version(day);
            take(&mut log, &one, false);
        }
    }
    log
}

#[test]
fn a_low_side_is_a_signal_and_a_new_version_a_new_baseline() {
    let mut rates = vec![(10, 40); 25];
    rates.extend([(0, 40); 12]);
    let of = |log: &Log| figures(log, &days(37), &[], &FigureSettings::default()).chart;
    let one = of(&daily(&rates, |_| "v1".to_owned()));
    let low = one
        .chart
        .signals
        .iter()
        .find(|signal| signal.rule == ChartRule::Beyond)
        .unwrap();
    assert_eq!((low.at, low.side), (25, Some(Side::Low)));
    assert!(one.caveats.contains(&Caveat::LowSide));
    let two = of(&daily(&rates, |day| {
        if day < 25 { "v1" } else { "v2" }.to_owned()
    }));
    assert!(
        two.chart
            .signals
            .iter()
            .all(|signal| signal.rule != ChartRule::Beyond)
    );
    assert_eq!(two.chart.stretches.len(), 2);
    for caveat in [
        Caveat::NewBaseline,
        Caveat::Provisional,
        Caveat::NothingOverridden,
    ] {
        assert!(two.caveats.contains(&caveat), "{caveat:?}");
    }
}

#[test]
fn no_data_and_refusals_alone_are_no_rate() {
    let nothing = whole(&Log::new(), &FigureSettings::default());
    assert_eq!(nothing.rates.overall.value, None);
    assert!(nothing.rates.overall.caveats.contains(&Caveat::NoData));
    let refusals = daily(&[(12, 12)], |_| String::new());
    let found = whole(&refusals, &FigureSettings::default());
    assert_eq!(found.rates.basis, Basis::Nothing);
    assert_eq!(
        (found.rates.overall.count, found.rates.overall.value),
        (12, None)
    );
    assert!(found.rates.overall.caveats.contains(&Caveat::OnlyOverrides));
    assert!(
        found
            .chart
            .chart
            .points
            .iter()
            .all(|point| point.value.is_none())
    );
    assert_eq!(found.chart.periods[0].count, 12);
    let every = FigureSettings {
        all_logged: true,
        ..FigureSettings::default()
    };
    assert_eq!(whole(&refusals, &every).rates.overall.value, Some(1.0));
}

#[test]
fn a_signal_says_what_it_does_not_prove() {
    let found = whole(
        &daily(&[(0, 299)], |_| String::new()),
        &FigureSettings::default(),
    );
    let signal = |found: &Figures, kind| {
        let signals = found.attention.signals.iter();
        signals
            .clone()
            .find(|signal| signal.signal == kind)
            .unwrap()
            .clone()
    };
    let volume = signal(&found, SignalKind::Volume);
    assert_eq!(volume.verdict, Verdict::Raised);
    assert!(volume.caveats.contains(&Caveat::NotProof));
    assert!(found.attention.rubber_stamp);
    let fewer = whole(
        &daily(&[(0, 298)], |_| String::new()),
        &FigureSettings::default(),
    );
    assert_eq!(
        signal(&fewer, SignalKind::Volume).verdict,
        Verdict::CannotTell
    );
    assert!(!fewer.attention.rubber_stamp);
}

#[test]
fn a_selection_of_overrides_leaves_all_decisions_in_the_denominator() {
    let mut log = daily(&[(4, 20)], |_| String::new());
    let mut one = facts(60, Disposition::Overridden);
    one.reason_code = Some("unsafe".into());
    take(&mut log, &one, false);
    let settings = FigureSettings {
        selection: FigureSelection {
            reason: Some("unsafe".to_owned()),
            ..FigureSelection::default()
        },
        ..FigureSettings::default()
    };
    let found = whole(&log, &settings);
    assert_eq!((found.rates.overall.count, found.rates.overall.of), (1, 21));
    let nobody = FigureSettings {
        selection: FigureSelection {
            decision_point: Some("nowhere".to_owned()),
            ..FigureSelection::default()
        },
        ..FigureSettings::default()
    };
    assert_eq!(whole(&log, &nobody).counts.records, 0);
}

#[test]
fn every_code_is_a_sentence_in_both_languages() {
    for locale in Locale::ALL {
        let path = format!(
            "{}/../assets/locales/{}/stats.ftl",
            env!("CARGO_MANIFEST_DIR"),
            locale.tag()
        );
        let source = std::fs::read_to_string(path).unwrap();
        let texts = Texts::load(locale, &[("stats.ftl", &source)]).unwrap();
        let has = |kind: &str, code: String| {
            let id = format!("stats-{kind}-{code}");
            assert!(texts.has(&id), "{id} of {}", locale.tag());
            if matches!(kind, "method" | "caveat") {
                let sentence = texts.get(&id, &[]);
                assert!(sentence.ends_with(['.', '。']), "{sentence}");
            }
        };
        FigureMethod::ALL
            .iter()
            .for_each(|method| has("method", code(method)));
        Caveat::ALL
            .iter()
            .for_each(|caveat| has("caveat", code(caveat)));
        SignalKind::ALL
            .iter()
            .for_each(|signal| has("signal", code(signal)));
        Verdict::ALL
            .iter()
            .for_each(|verdict| has("verdict", code(verdict)));
        ChartRule::ALL
            .iter()
            .for_each(|rule| has("rule", code(rule)));
    }
}

/// Returns a value as the word that it is on the wire.
fn code(value: impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap();
    value.as_str().unwrap().to_owned()
}
