//! The vectors of the document on override analytics, and its figures in the text.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::stats::agreement::{Square, agreement};
use assay_domain::stats::case_mix::{ReviewerLoad, case_mix, standardised};
use assay_domain::stats::consistency::{KeyTally, consistency, pairs};
use assay_domain::stats::control_chart::{
    ChartPlan, ChartRule, ExposurePeriod, NoChart, Side, Spread, binomial_limits, nelson, p_chart,
    u_chart,
};
use assay_domain::stats::drill::{DrillEnd, demonstrated, finished};
use assay_domain::stats::multiple::{Correction, benjamini_hochberg, holm};
use assay_domain::stats::outcome::{Outcomes, adjusted, mc_nemar, missing_bounds};
use assay_domain::stats::rate::{
    Rate, Share, Tally, clopper_pearson, lower_bound, rule_of_three, upper_bound, wilson,
};
use assay_domain::stats::reason::pareto;
use assay_domain::stats::reviewer::{Permutation, heterogeneity, permutation_p};
use assay_domain::stats::sample::{Draw, rank, sample_size};
use assay_domain::stats::signal::{SignalCounts, Speed, TAU, Verdict, fewest, signals};
use assay_domain::stats::{Interval, Level};
use serde_json::Value;

const LEVEL: Level = Level::P95;

fn vectors() -> Value {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/vectors/stats/override-vectors.json"
    );
    // The file was written by Python, which writes what is no number as such; JSON has no word for it.
    let text = std::fs::read_to_string(path)
        .unwrap()
        .replace("NaN", "null");
    serde_json::from_str(&text).unwrap()
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9, "{found} {expected}");
}

#[track_caller]
fn near_value(found: f64, expected: &Value) {
    near(found, expected.as_f64().unwrap());
}

#[track_caller]
fn near_interval(found: Interval, expected: &Value) {
    near_value(found.lower, &expected[0]);
    near_value(found.upper, &expected[1]);
}

/// Nothing is compared with null, a number with a number.
#[track_caller]
fn near_or_none(found: Option<f64>, expected: &Value) {
    assert_eq!(found.is_none(), expected.is_null(), "{found:?} {expected}");
    if let Some(found) = found {
        near_value(found, expected);
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap()
}

fn count(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    let numbers = value.as_array().unwrap().iter();
    numbers.map(|number| number.as_f64().unwrap()).collect()
}

fn square(value: &Value) -> Square {
    let cells = value.as_array().unwrap().iter().map(count).collect();
    Square::new(2, cells).unwrap()
}

#[test]
fn rates_are_those_of_the_vectors() {
    for case in list(&vectors(), "wilson") {
        let (x, n) = (count(&case["x"]), count(&case["n"]));
        let Some(share) = Share::of(x, n) else {
            assert_eq!(n, 0);
            assert!(case["wilson"].is_null() && Rate::of(x, n, LEVEL).is_none());
            continue;
        };
        near_interval(wilson(share, LEVEL), &case["wilson"]);
        near_interval(wilson(share, LEVEL), &case["statsmodels"]);
        near_interval(clopper_pearson(share, LEVEL), &case["clopper_pearson"]);
        let three = rule_of_three(n).filter(|_| x == 0);
        near_or_none(three, &case["rule_of_three_upper"]);
    }
}

#[test]
fn rates_are_those_of_the_text() {
    let shown = [
        (0, 10, 0.0, 0.277_533),
        (1, 10, 0.017_876, 0.404_150),
        (10, 10, 0.722_467, 1.0),
        (3, 250, 0.004_089, 0.034_681),
        (37, 1891, 0.014_228, 0.026_852),
        (0, 3000, 0.0, 0.001_279),
        (35, 183, 0.140_86, 0.254_35),
        (232, 948, 0.218_42, 0.273_09),
    ];
    for (x, n, lower, upper) in shown {
        let found = wilson(Share::of(x, n).unwrap(), LEVEL);
        assert!((found.lower - lower).abs() < 5.1e-6, "{found:?} {lower}");
        assert!((found.upper - upper).abs() < 5.1e-6, "{found:?} {upper}");
    }
}

/// Rounding dust is no rate: the ends are hit exactly, and no data is no rate.
#[test]
fn the_ends_of_a_rate_are_exact() {
    for n in [1, 7, 20, 1000, 1_000_000_000] {
        let none = Rate::of(0, n, LEVEL).unwrap().interval;
        let all = Rate::of(n, n, LEVEL).unwrap().interval;
        assert_eq!((none.lower, all.upper), (0.0, 1.0));
        let none = clopper_pearson(Share::of(0, n).unwrap(), LEVEL);
        let all = clopper_pearson(Share::of(n, n).unwrap(), LEVEL);
        assert_eq!((none.lower, all.upper), (0.0, 1.0));
    }
    assert_eq!(Rate::of(0, 0, LEVEL), None);
    assert_eq!(Rate::of(2, 1, LEVEL), None);
    assert_eq!(Rate::of(u64::MAX, u64::MAX, LEVEL), None);
    let few = Rate::of(3, 19, LEVEL).unwrap();
    assert!(few.few && !Rate::of(3, 20, LEVEL).unwrap().few);
    assert!(Level::new(0.0).is_none() && Level::new(1.0).is_none());
    assert!(Level::new(f64::NAN).is_none());
}

#[test]
fn upper_bounds_without_an_override_are_those_of_the_vectors() {
    let vectors = vectors();
    for (n, bound) in vectors["zero_overrides_upper95"].as_object().unwrap() {
        let share = Share::of(0, n.parse().unwrap()).unwrap();
        near_value(upper_bound(share, LEVEL), bound);
    }
    assert_eq!(fewest(TAU, LEVEL), Some(299));
    assert_eq!(fewest(0.05, LEVEL), Some(59));
    assert_eq!(fewest(f64::NAN, LEVEL), None);
    assert_eq!(fewest(1e-300, LEVEL), None);
}

#[test]
fn agreement_is_that_of_the_vectors() {
    for case in list(&vectors(), "kappa") {
        let found = agreement(&square(&case["table"]), LEVEL);
        let result = &case["result"];
        near_value(found.observed, &result["po"]);
        near_value(found.expected, &result["pe"]);
        near_or_none(found.kappa.value, &result["kappa"]);
        near_or_none(found.kappa.standard_error, &result["se"]);
        near_interval(found.kappa.interval.unwrap(), &result["ci"]);
        near_value(found.pabak, &result["pabak"]);
    }
    for case in list(&vectors(), "ac1") {
        near_value(agreement(&square(&case["table"]), LEVEL).ac1, &case["ac1"]);
    }
    let rare = agreement(&Square::two_by_two(1, 4, 5, 90).unwrap(), LEVEL);
    assert!((rare.kappa.value.unwrap() - 0.134_62).abs() < 5e-6);
    near(rare.observed, 0.91);
}

#[test]
fn a_rater_of_one_label_cannot_be_judged() {
    let constant = agreement(&Square::two_by_two(0, 0, 5, 95).unwrap(), LEVEL).kappa;
    assert!(!constant.estimable);
    assert_eq!(
        (constant.value, constant.standard_error),
        (Some(0.0), Some(0.0))
    );
    let one_cell = agreement(&Square::two_by_two(0, 0, 0, 95).unwrap(), LEVEL).kappa;
    assert!(!one_cell.estimable);
    assert_eq!((one_cell.value, one_cell.interval), (None, None));
    let apart = agreement(&Square::two_by_two(0, 10, 10, 0).unwrap(), LEVEL).kappa;
    assert!(apart.estimable);
    assert_eq!((apart.value, apart.standard_error), (Some(-1.0), Some(0.0)));
    assert!(Square::two_by_two(0, 0, 0, 0).is_none());
    assert!(Square::new(3, vec![1; 8]).is_none());
    assert!(Square::new(2, vec![u64::MAX; 4]).is_none());
}

#[test]
fn the_bail_decisions_come_out_as_published() {
    let vectors = vectors();
    let treated = &vectors["aihuman_treated"];
    let rate = Rate::of(232, 948, LEVEL).unwrap();
    near_value(rate.value, &treated["rate"]);
    near_interval(rate.interval, &treated["wilson"]);
    let found = agreement(&square(&treated["table"]), LEVEL);
    let kappa = &treated["kappa"];
    near_value(found.observed, &kappa["po"]);
    near_value(found.expected, &kappa["pe"]);
    near_or_none(found.kappa.value, &kappa["kappa"]);
    near_or_none(found.kappa.standard_error, &kappa["se"]);
    near_interval(found.kappa.interval.unwrap(), &kappa["ci"]);
    near_value(found.pabak, &kappa["pabak"]);

    let chart = &vectors["aihuman_pchart"];
    let groups: Vec<Tally> = list(chart, "groups")
        .iter()
        .map(|group| Tally::new(count(&group[1]), count(&group[2])))
        .collect();
    let found = p_chart(&groups, &ChartPlan::default());
    near_or_none(found.stretches[0].centre, &chart["pbar"]);
    near_or_none(found.stretches[0].sigma_z, &chart["sigma_z"]);
    for (point, z) in found.points.iter().zip(list(chart, "z")) {
        near_or_none(point.z, z);
    }
    assert!(found.signals.is_empty() && found.stretches[0].provisional);
}

fn example() -> (Value, Vec<Tally>) {
    let case = vectors()["pchart_example"].take();
    let periods = list(&case, "x").iter().zip(list(&case, "n"));
    let periods = periods
        .map(|(x, n)| Tally::new(count(x), count(n)))
        .collect();
    (case, periods)
}

#[test]
fn the_charts_are_those_of_the_vectors() {
    let (case, periods) = example();
    let with = |spread| {
        let plan = ChartPlan {
            rules: vec![ChartRule::Beyond],
            spread,
            ..ChartPlan::default()
        };
        p_chart(&periods, &plan)
    };
    let (plain, laney) = (with(Spread::Plain), with(Spread::WhenNeeded));
    let stretch = plain.stretches[0];
    near_or_none(stretch.centre, &case["pbar"]);
    near_or_none(stretch.chi_square, &case["chi2"]);
    near_or_none(stretch.p_value, &case["p"]);
    near_or_none(stretch.sigma_z, &case["sigma_z_mr"]);
    near_or_none(stretch.sigma_z_sd, &case["sigma_z_sd"]);
    assert_eq!(stretch.df.map(u64::from), case["df"].as_u64());
    for (index, point) in plain.points.iter().enumerate() {
        near_or_none(point.lower, &case["lcl"][index]);
        near_or_none(point.upper, &case["ucl"][index]);
        near_or_none(point.z, &case["z"][index]);
        near_or_none(laney.points[index].upper, &case["laney_ucl"][index]);
        let exact = binomial_limits(periods[index].of, stretch.centre.unwrap());
        let expected = &case["exact_limits"][index];
        assert_eq!(exact.lower, count(&expected[0]));
        assert_eq!(exact.upper, count(&expected[1]));
    }
    for (chart, key) in [(plain, "rule1"), (laney, "laney_rule1")] {
        let at: Vec<u64> = chart.signals.iter().map(|s| u64::from(s.at)).collect();
        let expected: Vec<u64> = list(&case, key).iter().map(count).collect();
        assert_eq!(at, expected);
        assert_eq!(chart.signals[0].side, Some(Side::High));
    }
}

/// Limits widen from a p-value of chi-square below 0.05 on: 0.0491 and 0.0545 here.
#[test]
fn limits_widen_when_the_baseline_varies_more_than_chance() {
    let factor = |x: u64, y: u64, spread| {
        let plan = ChartPlan {
            spread,
            ..ChartPlan::default()
        };
        let chart = p_chart(&[Tally::new(x, 1000), Tally::new(y, 1000)], &plan);
        chart.stretches[0].factor
    };
    assert!(factor(522, 478, Spread::WhenNeeded) > 2.0);
    assert_eq!(factor(522, 479, Spread::WhenNeeded), 1.0);
    assert_eq!(factor(522, 478, Spread::Plain), 1.0);
    assert!(factor(522, 479, Spread::Laney) > 2.0);
    assert_eq!(factor(500, 501, Spread::Laney), 1.0);
    assert!(factor(500, 501, Spread::LaneyUnbounded) < 1.0);
}

#[test]
fn the_rules_are_those_of_the_vectors() {
    for (name, series) in vectors()["nelson"].as_object().unwrap() {
        let z: Vec<Option<f64>> = numbers(&series["z"]).into_iter().map(Some).collect();
        for rule in ChartRule::ALL {
            let found = nelson(&z, &[*rule]);
            let found: Vec<u64> = found.iter().map(|signal| u64::from(signal.at)).collect();
            let hits = &series["hits"][rule.number().to_string()];
            let expected: Vec<u64> = hits.as_array().into_iter().flatten().map(count).collect();
            assert_eq!(found, expected, "{name}, rule {}", rule.number());
        }
        assert_eq!(
            nelson(&z, ChartRule::ALL).len(),
            series["hits"]
                .as_object()
                .unwrap()
                .values()
                .map(|hits| hits.as_array().unwrap().len())
                .sum::<usize>(),
        );
    }
    assert_eq!(ChartRule::from_number(5), Some(ChartRule::TwoOfThree));
    assert_eq!(ChartRule::from_number(9), None);
}

/// A low side, a gap and a version border: what the vectors have no case for.
#[test]
fn runs_end_at_gaps_and_borders_and_the_low_side_counts() {
    let low = [Some(-3.1), None, Some(-0.5), Some(f64::NAN)];
    let found = nelson(&low, ChartRule::DEFAULT);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].at, found[0].side), (0, Some(Side::Low)));
    let mut run = vec![Some(0.5); 9];
    assert_eq!(nelson(&run, &[ChartRule::OneSide]).len(), 1);
    run.insert(4, None);
    assert!(nelson(&run, &[ChartRule::OneSide]).is_empty());
    let eight = |sign: f64| (0..8).map(move |i| Some(if i == 3 { sign } else { 1.5 }));
    assert_eq!(
        nelson(
            &eight(-1.2).collect::<Vec<_>>(),
            &[ChartRule::AwayFromCentre]
        )
        .len(),
        1
    );
    assert!(
        nelson(
            &eight(1.2).collect::<Vec<_>>(),
            &[ChartRule::AwayFromCentre]
        )
        .is_empty()
    );

    let periods: Vec<Tally> = (0..12)
        .map(|i| Tally::new(if i < 6 { 20 } else { 40 }, 200))
        .collect();
    let plan = ChartPlan {
        stretches: vec![6, 6, 99],
        ..ChartPlan::default()
    };
    let chart = p_chart(&periods, &plan);
    assert_eq!(chart.stretches.len(), 2);
    assert_eq!(chart.stretches[0].centre, Some(0.1));
    assert_eq!(chart.stretches[1].centre, Some(0.2));
    assert_eq!((chart.stretches[1].from, chart.stretches[1].to), (6, 12));
    assert!(chart.signals.is_empty(), "{:?}", chart.signals);
}

#[test]
fn a_baseline_is_frozen_after_twenty_periods_with_data() {
    let mut periods = vec![Tally::new(30, 300); 20];
    periods.insert(3, Tally::new(0, 0));
    periods.push(Tally::new(90, 300));
    let chart = p_chart(&periods, &ChartPlan::default());
    let stretch = chart.stretches[0];
    assert_eq!((stretch.centre, stretch.baseline), (Some(0.1), 20));
    assert!(!stretch.provisional);
    assert!(chart.points[20].baseline && !chart.points[21].baseline);
    assert_eq!(chart.points[3].value, None);
    assert_eq!(
        chart.signals.last().map(|s| (s.rule, s.at)),
        Some((ChartRule::Beyond, 21))
    );
}

#[test]
fn what_never_or_always_happens_has_no_chart() {
    let none = |count, of| p_chart(&[Tally::new(count, of); 5], &ChartPlan::default());
    assert_eq!(none(0, 10).stretches[0].none, Some(NoChart::Nothing));
    assert_eq!(none(10, 10).stretches[0].none, Some(NoChart::Everything));
    assert_eq!(none(0, 0).stretches[0].none, Some(NoChart::NoData));
    assert_eq!(none(3, 2).stretches[0].none, Some(NoChart::NoData));
    assert!(none(0, 10).points.iter().all(|point| point.upper.is_none()));
    assert!(p_chart(&[], &ChartPlan::default()).stretches.is_empty());
    let wild = [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1e300];
    let wild = wild.map(|exposure| ExposurePeriod {
        count: u64::MAX,
        exposure,
    });
    let chart = u_chart(&wild, &ChartPlan::default());
    assert_eq!(chart.stretches[0].none, Some(NoChart::NoData));
}

#[test]
fn few_events_are_judged_by_the_law_itself() {
    let mut periods = vec![Tally::new(1, 40); 20];
    periods.push(Tally::new(5, 40));
    periods.push(Tally::new(6, 40));
    let plan = ChartPlan {
        rules: vec![ChartRule::Beyond],
        ..ChartPlan::default()
    };
    let chart = p_chart(&periods, &plan);
    let exact = chart.points[20].exact.unwrap();
    assert_eq!((exact.lower, exact.upper), (0, 5));
    let at: Vec<u32> = chart.signals.iter().map(|signal| signal.at).collect();
    assert_eq!(at, [21]);
    // The deviate of five events is beyond three already.
    assert!(chart.points[20].z.unwrap() > 3.0);
}

#[test]
fn mc_nemar_is_that_of_the_vectors() {
    for case in vectors()["mcnemar"].as_object().unwrap().values() {
        near_or_none(
            mc_nemar(count(&case["b"]), count(&case["c"])),
            &case["p_exact"],
        );
    }
    assert!(mc_nemar(u64::MAX, u64::MAX).is_none());
}

#[test]
fn the_readings_of_the_text_come_out() {
    let mura = Outcomes {
        accepted_right: 126,
        accepted_wrong: 22,
        overridden_right: 16,
        overridden_wrong: 19,
        person_right: 19,
        ..Outcomes::default()
    };
    let found = adjusted(&mura, false, LEVEL);
    let over = found.over_reliance.known.unwrap();
    assert_eq!((over.count, over.of), (22, 41));
    assert!((over.value - 0.537).abs() < 5e-4);
    assert!((found.under_reliance.known.unwrap().value - 0.113).abs() < 5e-4);
    assert_eq!(found.net_benefit, Some(3));
    assert!((found.mc_nemar_p.unwrap() - 0.735_88).abs() < 5e-6);
    let pneumothorax = Outcomes {
        accepted_right: 136,
        accepted_wrong: 19,
        overridden_right: 9,
        overridden_wrong: 13,
        person_right: 13,
        ..Outcomes::default()
    };
    let found = adjusted(&pneumothorax, false, LEVEL);
    assert!((found.mc_nemar_p.unwrap() - 0.523_47).abs() < 5e-6);
    // Nothing is missing, so the bounds are the point.
    let bounds = found.over_reliance.bounds.unwrap();
    near(bounds.lower, 19.0 / 32.0);
    near(bounds.upper, 19.0 / 32.0);
}

#[test]
fn unknown_outcomes_give_bounds_and_selective_ones_no_point() {
    let bail = Outcomes {
        accepted_right: 50,
        accepted_wrong: 10,
        overridden_right: 5,
        overridden_wrong: 10,
        person_right: 8,
        accepted_unknown: 20,
        overridden_unknown: 10,
    };
    let found = adjusted(&bail, true, LEVEL);
    assert!(found.over_reliance.known.is_none() && found.net_benefit.is_none());
    assert!(found.mc_nemar_p.is_none());
    let bounds = found.over_reliance.bounds.unwrap();
    near(bounds.lower, 10.0 / 30.0);
    near(bounds.upper, 30.0 / 40.0);
    let bounds = found.under_reliance.bounds.unwrap();
    near(bounds.lower, 5.0 / 75.0);
    near(bounds.upper, 15.0 / 65.0);
    assert_eq!(found.net_benefit_bounds, (-7, 13));
    near(found.missing.unwrap().value, 30.0 / 105.0);
    assert!(missing_bounds(0, 0, 0).is_none());
    assert!(missing_bounds(1, 1, u64::MAX).is_none());
    let nothing = adjusted(&Outcomes::default(), false, LEVEL);
    assert!(nothing.over_reliance.bounds.is_none() && nothing.missing.is_none());
}

#[test]
fn pairs_are_those_of_the_vectors() {
    for case in list(&vectors(), "pair_inconsistency") {
        let found = pairs(count(&case["x"]), count(&case["n"]));
        near_or_none(found.inconsistency, &case["I"]);
    }
    assert_eq!(pairs(1, 1).inconsistency, None);
    assert_eq!(pairs(2, 1).pairs, 0);
    let line = |key: &str, reviewer: &str, count, of| KeyTally {
        key: key.into(),
        reviewer: reviewer.into(),
        count,
        of,
    };
    let lines = [
        line("a", "r", 1, 2),
        line("a", "s", 0, 2),
        line("b", "r", 1, 1),
        line("b", "s", 0, 1),
        line("c", "r", 0, 9),
        line("c", "s", 9, 2),
    ];
    let found = consistency(&lines, 5);
    assert_eq!((found.overall.differing, found.overall.pairs), (4, 43));
    assert_eq!(
        (found.same_reviewer.differing, found.same_reviewer.pairs),
        (1, 38)
    );
    assert_eq!(
        (found.cross_reviewer.differing, found.cross_reviewer.pairs),
        (3, 5)
    );
    let keys: Vec<&str> = found.largest.iter().map(|key| key.key.as_str()).collect();
    assert_eq!(keys, ["a", "b"]);
}

#[test]
fn observed_by_expected_is_that_of_the_vectors() {
    for case in list(&vectors(), "sor_byar") {
        let expected = case["e"].as_f64().unwrap();
        let found = standardised(count(&case["o"]), expected, LEVEL).unwrap();
        near_value(found.ratio, &case["ratio"]);
        near_interval(found.byar, &case["byar"]);
        near_interval(found.exact, &case["exact"]);
    }
    let text = standardised(6, 2.87, LEVEL).unwrap();
    assert!((text.ratio - 2.09).abs() < 1e-3);
    assert!((text.exact.lower - 0.767).abs() < 5e-4);
    assert!((text.exact.upper - 4.550).abs() < 5e-4);
    for wild in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e-310] {
        assert!(standardised(5, wild, LEVEL).is_none(), "{wild}");
    }
}

#[test]
fn few_decisions_hide_a_reviewer_and_many_tests_are_corrected() {
    let load = |reviewer: &str, count, of, expected| ReviewerLoad {
        reviewer: reviewer.into(),
        tally: Tally::new(count, of),
        expected,
    };
    let loads = [
        load("c", 30, 100, 10.0),
        load("a", 10, 100, 10.0),
        load("b", 9, 9, 1.0),
        load("d", 18, 100, 10.0),
    ];
    let found = case_mix(&loads, Correction::Holm, LEVEL);
    let shown: Vec<(&str, bool)> = found
        .shown
        .iter()
        .map(|row| (row.reviewer.as_str(), row.flagged))
        .collect();
    assert_eq!(shown, [("c", true), ("a", false), ("d", false)]);
    assert_eq!(found.hidden, 1);
    let alone = |expected| {
        let found = case_mix(&[load("a", 17, 100, expected)], Correction::Holm, LEVEL);
        found.shown[0].flagged
    };
    // Their p-values are 0.043 and 0.054.
    assert_eq!((alone(9.7), alone(10.0)), (true, false));
    // Alone, "d" would have been flagged.
    assert!(found.shown[2].ratio.unwrap().p_value < 0.05);
}

#[test]
fn corrections_are_those_of_the_vectors() {
    let vectors = vectors();
    for (key, correct) in [
        ("holm", holm as fn(&[f64]) -> Vec<f64>),
        ("bh", benjamini_hochberg),
    ] {
        let found = correct(&numbers(&vectors[key]["p"]));
        for (found, expected) in found.iter().zip(list(&vectors[key], "adj")) {
            near_value(*found, expected);
        }
    }
    assert_eq!(holm(&[f64::NAN, 0.01]), [1.0, 0.02]);
    assert_eq!(holm(&[]), Vec::<f64>::new());
}

#[test]
fn drills_are_those_of_the_vectors() {
    for case in list(&vectors(), "drills") {
        let (success, n) = (count(&case["success"]), count(&case["n"]));
        let bound = lower_bound(Share::of(success, n).unwrap(), LEVEL);
        near_value(bound, &case["lower95"]);
    }
    let bound = lower_bound(Share::of(59, 59).unwrap(), LEVEL);
    assert!((bound - 0.950).abs() < 1e-3);
    assert_eq!(demonstrated(&[], 1000, LEVEL), None);
    let drills = [
        finished(0, 10, 20, 500).unwrap(),
        finished(-100, 0, 0, 1100).unwrap(),
        DrillEnd::Aborted,
        DrillEnd::Unfinished { seen_ms: 300 },
        DrillEnd::Unfinished { seen_ms: 5000 },
    ];
    let found = demonstrated(&drills, 1000, LEVEL).unwrap();
    let success = found.success.unwrap();
    // The one that ran for 300 ms may yet succeed.
    assert_eq!((success.count, success.of, found.n), (1, 4, 5));
    assert_eq!((found.median_ms, found.max_ms), (Some(850.0), Some(1200)));
    assert_eq!(found.kaplan_meier_median_ms, Some(1200));
    assert_eq!(finished(10, 5, 20, 30), None);
    assert_eq!(finished(0, 1, 2, 1), None);
    assert!(finished(i64::MIN, 0, 0, i64::MAX).is_some());
    let aborted = demonstrated(&[DrillEnd::Aborted; 3], 1000, LEVEL).unwrap();
    assert_eq!(aborted.kaplan_meier_median_ms, None);
    assert_eq!(aborted.success_lower, Some(0.0));
}

#[test]
fn reasons_are_in_order_with_the_unnamed_last() {
    let counts = [
        ("unsafe", 10),
        ("", 40),
        ("wrong_fact", 30),
        ("other", 5),
        ("local", 10),
        ("out_of_scope", 2),
        ("never", 0),
    ];
    let found = pareto(counts, Tally::new(11, 20));
    let codes: Vec<&str> = found.rows.iter().map(|row| row.code.as_str()).collect();
    assert_eq!(
        codes,
        ["wrong_fact", "local", "unsafe", "out_of_scope", "", "other"]
    );
    let vital: Vec<bool> = found.rows.iter().map(|row| row.vital).collect();
    assert_eq!(vital, [true, true, true, false, false, false]);
    assert_eq!((found.total, found.coded), (97, 52));
    near(found.rows[1].cumulative, 40.0 / 97.0);
    assert!(found.poorly_coded && found.same_text);
    assert!(!pareto(counts, Tally::new(10, 20)).same_text);
    assert!(!pareto(counts, Tally::new(19, 19)).same_text);
    let empty = pareto([], Tally::default());
    assert!(empty.rows.is_empty() && !empty.poorly_coded);
}

fn evidence(x: u64, n: u64) -> SignalCounts {
    SignalCounts {
        overrides: Tally::new(x, n),
        ai_errors: Tally::new(0, 0),
        speed: Speed::default(),
        seeded: Tally::new(0, 0),
        tau: TAU,
    }
}

#[test]
fn too_few_records_raise_no_signal_of_volume() {
    use Verdict::{CannotTell, NotRaised, Raised};
    let volume = [
        (0, 0, CannotTell),
        (0, 298, CannotTell),
        (0, 299, Raised),
        (1, 299, NotRaised),
        (10, 20, NotRaised),
        (0, 3000, Raised),
    ];
    for (x, n, verdict) in volume {
        assert_eq!(signals(&evidence(x, n)).volume, verdict, "{x} of {n}");
        let turned = signals(&evidence(n - x, n)).rejection;
        assert_eq!(turned, verdict, "all but {x} of {n}");
    }
    let nothing = signals(&evidence(0, 0));
    assert_eq!(
        (nothing.speed, nothing.seeded, nothing.strong),
        (CannotTell, CannotTell, CannotTell)
    );
    assert!(!nothing.rubber_stamp());
    let wild = SignalCounts {
        tau: f64::NAN,
        ..evidence(0, 5000)
    };
    assert_eq!(signals(&wild).volume, CannotTell);
}

#[test]
fn errors_speed_and_seeds_raise_their_own_signals() {
    use Verdict::{NotRaised, Raised};
    let seen = SignalCounts {
        ai_errors: Tally::new(20, 100),
        speed: Speed {
            median_ms: Some(1500.0),
            declared_minimum_ms: Some(1000.0),
            under_two_seconds: Tally::new(21, 100),
        },
        seeded: Tally::new(2, 20),
        ..evidence(5, 100)
    };
    let found = signals(&seen);
    assert_eq!(
        (found.strong, found.speed, found.seeded),
        (Raised, Raised, Raised)
    );
    assert_eq!(found.volume, NotRaised);
    assert!(found.rubber_stamp());
    let slower = SignalCounts {
        speed: Speed {
            under_two_seconds: Tally::new(20, 100),
            ..seen.speed
        },
        ..seen
    };
    assert_eq!(signals(&slower).speed, NotRaised);
}

/// Every deal of four overrides to three reviewers, counted.
#[test]
fn the_permutation_agrees_with_every_deal() {
    let reviewers = [Tally::new(3, 4), Tally::new(1, 5), Tally::new(0, 3)];
    let spread = |x: [u64; 3]| -> f64 {
        let pairs = x.iter().zip(&reviewers);
        pairs.map(|(x, r)| (x * x) as f64 / r.of as f64).sum()
    };
    let choose = |n: u64, k: u64| (0..k).fold(1, |ways, i| ways * (n - i) / (i + 1));
    let seen = spread([3, 1, 0]) - 1e-12;
    let (mut as_large, mut all) = (0, 0);
    for a in 0..=4_u64 {
        for b in 0..=(4 - a) {
            let c = 4 - a - b;
            if c <= 3 {
                let ways = choose(4, a) * choose(5, b) * choose(3, c);
                all += ways;
                as_large += if spread([a, b, c]) >= seen { ways } else { 0 };
            }
        }
    }
    let exact =
        f64::from(u32::try_from(as_large).unwrap()) / f64::from(u32::try_from(all).unwrap());
    let draws = Permutation::default();
    let found = permutation_p(&reviewers, draws).unwrap();
    let error = (exact * (1.0 - exact) / f64::from(draws.rounds)).sqrt();
    assert!((found - exact).abs() < 4.0 * error, "{found} {exact}");
    assert_eq!(permutation_p(&reviewers, draws), Some(found));
    assert_eq!(
        heterogeneity(&reviewers, draws).unwrap().permutation_p,
        Some(found)
    );
    assert!(heterogeneity(&[Tally::new(0, 5), Tally::new(0, 9)], draws).is_none());
    assert!(heterogeneity(&[Tally::new(1, 5), Tally::new(0, 0)], draws).is_none());
}

#[test]
fn a_sample_is_as_large_as_the_tables_say_and_depends_on_no_order() {
    let large = 1_000_000_000;
    assert_eq!(sample_size(large, 0.05, 0, LEVEL), Some(59));
    assert_eq!(sample_size(large, 0.01, 0, LEVEL), Some(299));
    assert_eq!(sample_size(large, 0.10, 0, LEVEL), Some(29));
    assert_eq!(sample_size(100, 0.05, 0, LEVEL), Some(45));
    assert_eq!(sample_size(10, 0.01, 0, LEVEL), Some(10));
    assert_eq!(sample_size(10, 0.01, 1, LEVEL), None);
    assert_eq!(sample_size(20, 0.05, 0, LEVEL), Some(19));
    // Two errors of three fit into almost the whole population only.
    assert_eq!(sample_size(82, 0.0246, 2, LEVEL), Some(81));
    assert_eq!(sample_size(0, 0.05, 0, LEVEL), None);
    assert_eq!(sample_size(10, f64::NAN, 0, LEVEL), None);

    let items: Vec<String> = (0..200).map(|i| format!("case-{i}")).collect();
    let seed = [7; 32];
    let draw = |items: &mut dyn Iterator<Item = &String>| {
        let mut draw = Draw::new(&seed, 10);
        items.for_each(|item| draw.offer(item));
        draw.sample()
    };
    let sample = draw(&mut items.iter());
    assert_eq!(sample, draw(&mut items.iter().rev()));
    let mut sorted = items.clone();
    sorted.sort_by_key(|item| rank(&seed, item));
    assert_eq!(sample, sorted[..10]);
    assert!(Draw::new(&seed, 0).sample().is_empty());
}
