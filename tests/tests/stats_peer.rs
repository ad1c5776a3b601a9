//! The program and `tests/peers/stats.py`, which asks other people's libraries, get the same figures.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::stats::agreement::{Kappa, Square, Weights, agreement, kappa};
use assay_domain::stats::case_mix::{ClassLoad, expected, standardised};
use assay_domain::stats::consistency::{KeyTally, Pairs, consistency};
use assay_domain::stats::control_chart::{
    Chart, ChartPlan, ChartRule, ChartSignal, ExposurePeriod, Spread, nelson, p_chart, u_chart,
};
use assay_domain::stats::drill::{DrillEnd, demonstrated};
use assay_domain::stats::law::{
    binomial_cdf, binomial_quantile, chi_square_above, poisson_cdf, poisson_quantile,
};
use assay_domain::stats::multiple::{benjamini_hochberg, holm};
use assay_domain::stats::outcome::{Outcomes, adjusted, reliance};
use assay_domain::stats::rate::{
    Rate, Share, Tally, clopper_pearson, lower_bound, upper_bound, wilson,
};
use assay_domain::stats::reason::pareto;
use assay_domain::stats::reviewer::{Permutation, heterogeneity};
use assay_domain::stats::sample::{Draw, sample_size};
use assay_domain::stats::special::{
    beta_quantile, gamma_quantile, ln_gamma, normal_cdf, normal_quantile, regularised_beta,
    regularised_gamma,
};
use assay_domain::stats::{Interval, Level};
use assay_tests::dice::Dice;
use assay_tests::peer;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// How many random logs are compared.
const LOGS: u64 = 200;
const LEVEL: Level = Level::P95;
/// Rounds of a permutation test; there are thousands of them here.
const ROUNDS: u32 = 1_999;

/// A number above 0 and below 1.
fn unit(dice: &mut Dice) -> f64 {
    (dice.below(1 << 40) + 1) as f64 / ((1_u64 << 40) + 1) as f64
}

/// How many of `of` come up when each does so once in `odds`.
fn some(dice: &mut Dice, of: u64, odds: u64) -> u64 {
    (0..of).filter(|_| dice.one_in(odds)).count() as u64
}

/// A share: small, large, or at an end.
fn share(dice: &mut Dice) -> Value {
    let n = match dice.below(4) {
        0 => dice.below(4),
        1 => dice.below(60),
        2 => dice.below(5_000),
        _ => dice.below(1_000_000_000),
    };
    let x = match dice.below(6) {
        0 => 0,
        1 => n,
        2 => n.min(1 + dice.below(5)),
        3 => n - n.min(1),
        _ => dice.below(n + 1),
    };
    json!([x, n])
}

/// Overrides of decisions by period: gaps, quiet systems, shifts, and rates of 0 and 1.
fn periods(dice: &mut Dice) -> Vec<Value> {
    let odds = dice.pick(&[1, 2, 2, 4, 4, 10, 10, 50, 100_000]);
    let size = dice.pick(&[3, 30, 200]);
    let shift = dice.pick(&[1, 1, 2, 3]);
    let count = dice.below(60);
    (0..count)
        .map(|period| {
            let n = if dice.one_in(9) {
                0
            } else {
                dice.below(size) + size / 2
            };
            let odds = if period > 25 {
                (odds / shift).max(1)
            } else {
                odds
            };
            json!([some(dice, n, odds), n])
        })
        .collect()
}

fn exposures(dice: &mut Dice) -> Vec<Value> {
    let odds = dice.pick(&[2, 10, 40, 100_000]);
    let count = dice.below(40);
    (0..count)
        .map(|_| {
            let n = dice.below(120);
            let exposure = if dice.one_in(9) {
                0.0
            } else {
                n as f64 + unit(dice)
            };
            json!([some(dice, n, odds), exposure])
        })
        .collect()
}

/// Standardised points in halves, so that points on a border and equal neighbours come about.
fn points(dice: &mut Dice) -> Vec<Value> {
    let width = dice.pick(&[3, 5, 9, 17]);
    let tilt = dice.below(3) as f64 - 1.0;
    let turning = dice.one_in(3);
    (0..60)
        .map(|place| {
            let z = dice.below(width) as f64 / 2.0 - (width / 4) as f64;
            let z = if turning && place % 2 == 0 {
                -z.abs()
            } else {
                z
            };
            if dice.one_in(40) {
                Value::Null
            } else {
                json!(z + tilt / 2.0)
            }
        })
        .collect()
}

fn table(dice: &mut Dice) -> Vec<Vec<u64>> {
    let labels = dice.pick(&[2, 2, 3, 4]);
    let empty = dice.pick(&[1, 2, 5, 1_000]);
    let mut table: Vec<Vec<u64>> = (0..labels)
        .map(|row| {
            let mut cell = |column| match (dice.one_in(empty), row == column) {
                (true, _) => 0,
                (false, true) => dice.below(90),
                (false, false) => dice.below(20),
            };
            (0..labels).map(&mut cell).collect()
        })
        .collect();
    if table.iter().flatten().all(|cell| *cell == 0) {
        table[0][0] = 7;
    }
    table
}

fn outcomes(dice: &mut Dice) -> Value {
    let high = dice.pick(&[2, 12, 200]);
    let wrong = dice.below(high);
    let unknown = dice.pick(&[1, 1, 9]);
    json!({
        "acceptedRight": dice.below(4 * high), "acceptedWrong": dice.below(high),
        "overriddenRight": dice.below(high), "overriddenWrong": wrong,
        "personRight": wrong - dice.below(wrong + 1) / 3,
        "acceptedUnknown": dice.below(unknown), "overriddenUnknown": dice.below(unknown),
    })
}

fn reviewers(dice: &mut Dice) -> Vec<Value> {
    let odds = dice.pick(&[1, 2, 5, 20]);
    let size = dice.pick(&[4, 30, 300]);
    (0..dice.below(9))
        .map(|_| {
            let n = dice.below(size);
            json!([some(dice, n, odds), n])
        })
        .collect()
}

fn lines(dice: &mut Dice) -> Vec<Value> {
    (0..dice.below(12))
        .map(|_| {
            let n = dice.below(7);
            let (key, reviewer) = (dice.below(4), dice.below(3));
            json!([
                format!("key-{key}"),
                format!("r-{reviewer}"),
                some(dice, n, 3),
                n
            ])
        })
        .collect()
}

fn loads(dice: &mut Dice) -> Vec<Value> {
    (0..1 + dice.below(5))
        .map(|_| {
            let n = dice.below(80);
            json!([dice.below(60), some(dice, n, 6), n])
        })
        .collect()
}

fn drills(dice: &mut Dice) -> Vec<Value> {
    (0..1 + dice.below(9))
        .map(|_| {
            let kind = dice.pick(&["finished", "finished", "finished", "aborted", "unfinished"]);
            json!([kind, 100 * dice.below(30)])
        })
        .collect()
}

fn reasons(dice: &mut Dice) -> Vec<Value> {
    let codes = [
        "unsafe",
        "",
        "wrong_fact",
        "other",
        "out_of_scope",
        "local",
        "fault",
    ];
    let mut given = Vec::new();
    for code in codes {
        if !dice.one_in(3) {
            given.push(json!([code, 1 + dice.below(30)]));
        }
    }
    given
}

fn functions(dice: &mut Dice) -> Value {
    let scale = dice.pick(&[1.0, 20.0, 3e3, 1e6, 1e9]);
    let (a, b) = (scale * unit(dice) + 0.5, scale * unit(dice) + 0.5);
    // Near the middle of the law, where neither tail is gone.
    let z = 8.0 * unit(dice) - 4.0;
    let mean = a / (a + b);
    let x = mean + z * (mean * (1.0 - mean) / (a + b + 1.0)).sqrt();
    let n = (scale * 3.0) as u64 + 1;
    let p = unit(dice);
    let events = n as f64 * p;
    let k = (events + z * (events * (1.0 - p)).sqrt()).clamp(0.0, n as f64) as u64;
    json!({
        "a": a, "b": b, "x": x.clamp(1e-6, 1.0 - 1e-6), "share": unit(dice), "z": z,
        "k": k, "n": n, "p": p, "mean": (a + z * a.sqrt()).max(0.01),
    })
}

fn log(number: u64, dice: &mut Dice) -> Value {
    let starts: Vec<u64> = (0..dice.below(3)).map(|_| dice.below(40)).collect();
    let (switched, kept) = (dice.below(30), dice.below(30));
    let count = 1 + dice.below(8);
    let p_values: Vec<f64> = (0..count)
        .map(|_| unit(dice) / dice.pick(&[1.0, 30.0]))
        .collect();
    let items: Vec<String> = (0..30).map(|item| format!("log-{number}/{item}")).collect();
    json!({
        "overrides": share(dice),
        "periods": periods(dice), "exposures": exposures(dice), "starts": starts,
        "spread": dice.pick(&["when_needed", "when_needed", "plain", "laney"]),
        "z": points(dice),
        "table": table(dice),
        "outcomes": outcomes(dice),
        "switched": [some(dice, switched, 2), switched], "kept": [some(dice, kept, 2), kept],
        "reviewers": reviewers(dice),
        "lines": lines(dice),
        "observed": dice.below(30), "loads": loads(dice),
        "pValues": p_values,
        "drills": drills(dice), "limit": 1500,
        "reasons": reasons(dice),
        "sample": {
            "population": 1 + dice.below(4_000), "tolerable": dice.pick(&[0.01, 0.05, 0.1, 0.37]),
            "expected": dice.pick(&[0, 0, 1, 4]), "seed": [number, 5, 9], "items": items,
        },
        "functions": functions(dice),
    })
}

/// The edges that the document names, each a change to a log made at random.
fn edges() -> Vec<(&'static str, Value)> {
    vec![
        ("overrides", json!([0, 0])),
        ("overrides", json!([0, 1])),
        ("overrides", json!([1, 1])),
        ("overrides", json!([0, 3_000])),
        ("overrides", json!([37, 1_891])),
        ("periods", json!([[0, 30], [0, 40], [0, 0]])),
        ("periods", json!([[30, 30], [40, 40]])),
        ("periods", json!([[0, 0], [0, 0]])),
        (
            "periods",
            json!([
                [8, 100],
                [6, 90],
                [9, 110],
                [7, 95],
                [5, 80],
                [10, 120],
                [8, 100],
                [24, 105],
                [6, 85],
                [7, 100],
                [9, 110],
                [8, 95]
            ]),
        ),
        ("exposures", json!([[0, 12.5], [0, 3.0]])),
        ("table", json!([[0, 0], [5, 95]])),
        ("table", json!([[0, 0], [0, 95]])),
        ("table", json!([[0, 7], [0, 0]])),
        ("table", json!([[1, 4], [5, 90]])),
        ("table", json!([[0, 10], [10, 0]])),
        ("table", json!([[20, 0, 0], [0, 9, 0], [0, 0, 4]])),
        (
            "outcomes",
            json!({ "acceptedRight": 0, "acceptedWrong": 0, "overriddenRight": 0,
            "overriddenWrong": 0, "personRight": 0, "acceptedUnknown": 3, "overriddenUnknown": 0 }),
        ),
        (
            "outcomes",
            json!({ "acceptedRight": 126, "acceptedWrong": 22, "overriddenRight": 16,
            "overriddenWrong": 19, "personRight": 19, "acceptedUnknown": 0, "overriddenUnknown": 0 }),
        ),
        ("reviewers", json!([[0, 9], [0, 4]])),
        ("reviewers", json!([[1, 1], [0, 1], [1, 1]])),
        ("reviewers", json!([[3, 3], [0, 4]])),
        ("observed", json!(0)),
        ("loads", json!([[5, 0, 9], [3, 0, 0]])),
        ("pValues", json!([1.0, 1.0, 0.0])),
        ("drills", json!([["aborted", 0]])),
        ("drills", json!([["unfinished", 100], ["unfinished", 100]])),
    ]
}

fn count(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn tally(value: &Value) -> Tally {
    Tally::new(count(&value[0]), count(&value[1]))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn ends(interval: Interval) -> Value {
    json!([interval.lower, interval.upper])
}

fn proportion(rate: Option<Rate>) -> Value {
    json!(rate.map(|rate| [rate.value, rate.interval.lower, rate.interval.upper]))
}

fn rates(value: &Value) -> Value {
    let Some(share) = Share::of(count(&value[0]), count(&value[1])) else {
        return Value::Null;
    };
    json!({
        "wilson": ends(wilson(share, LEVEL)),
        "clopperPearson": ends(clopper_pearson(share, LEVEL)),
        "lower": lower_bound(share, LEVEL),
        "upper": upper_bound(share, LEVEL),
    })
}

fn hits(signals: &[ChartSignal]) -> Value {
    let hits = signals.iter();
    hits.map(|signal| json!([signal.rule.number(), signal.at]))
        .collect()
}

fn charted(chart: &Chart) -> Value {
    let stretches = chart.stretches.iter().map(|of| {
        json!([
            of.centre,
            of.chi_square,
            of.p_value,
            of.sigma_z,
            of.sigma_z_sd,
            of.factor
        ])
    });
    let points = chart.points.iter().map(|point| {
        let exact = point.exact.map(|exact| [exact.lower, exact.upper]);
        json!([point.value, point.lower, point.upper, point.z, exact])
    });
    json!({
        "stretches": stretches.collect::<Vec<_>>(),
        "points": points.collect::<Vec<_>>(),
        "signals": hits(&chart.signals),
    })
}

fn plan(log: &Value) -> ChartPlan {
    ChartPlan {
        rules: ChartRule::ALL.to_vec(),
        stretches: each(&log["starts"])
            .map(|start| count(start) as u32)
            .collect(),
        spread: serde_json::from_value::<Spread>(log["spread"].clone()).unwrap(),
        ..ChartPlan::default()
    }
}

fn agreed(value: &Value) -> Value {
    let labels = each(value).count();
    let cells = each(value).flat_map(each).map(count).collect();
    let table = Square::new(labels, cells).unwrap();
    let found = agreement(&table, LEVEL);
    let pair = |kappa: Kappa| json!(kappa.value.map(|value| [Some(value), kappa.standard_error]));
    let weighted = |weights| pair(kappa(&table, weights, LEVEL));
    json!({
        "observed": found.observed, "expected": found.expected, "pabak": found.pabak,
        "ac1": found.ac1, "estimable": found.kappa.estimable, "same": pair(found.kappa),
        "linear": weighted(Weights::Linear), "quadratic": weighted(Weights::Quadratic),
    })
}

fn judged(value: &Value) -> Value {
    let outcomes: Outcomes = serde_json::from_value(value.clone()).unwrap();
    let found = adjusted(&outcomes, false, LEVEL);
    let bounds = |bounds: Option<Interval>| bounds.map(ends);
    json!({
        "bounds": {
            "aiWrong": bounds(found.ai_wrong.bounds),
            "overReliance": bounds(found.over_reliance.bounds),
            "underReliance": bounds(found.under_reliance.bounds),
            "precision": bounds(found.precision.bounds),
            "net": found.net_benefit_bounds,
        },
        "overReliance": proportion(found.over_reliance.known),
        "underReliance": proportion(found.under_reliance.known),
        "precision": proportion(found.precision.known),
        "net": found.net_benefit,
        "mcNemar": found.mc_nemar_p,
    })
}

fn differing(value: &Value) -> Value {
    let groups: Vec<Tally> = each(value).map(tally).collect();
    let draws = Permutation {
        rounds: ROUNDS,
        ..Permutation::default()
    };
    let Some(found) = heterogeneity(&groups, draws) else {
        return Value::Null;
    };
    json!({
        "chiSquare": found.chi_square, "p": found.p_value, "df": found.df, "phi": found.phi,
        "icc": found.icc, "permuted": found.permutation_p,
    })
}

fn paired(value: &Value) -> Value {
    let lines: Vec<KeyTally> = each(value)
        .map(|line| KeyTally {
            key: text(&line[0]),
            reviewer: text(&line[1]),
            count: count(&line[2]),
            of: count(&line[3]),
        })
        .collect();
    let found = consistency(&lines, 3);
    let counts = |pairs: Pairs| [pairs.differing, pairs.pairs];
    json!({
        "all": counts(found.overall), "same": counts(found.same_reviewer),
        "cross": counts(found.cross_reviewer),
    })
}

fn by_expected(log: &Value) -> Value {
    let loads: Vec<ClassLoad> = each(&log["loads"])
        .map(|load| ClassLoad {
            decisions: count(&load[0]),
            class: Tally::new(count(&load[1]), count(&load[2])),
        })
        .collect();
    let found = standardised(count(&log["observed"]), expected(&loads), LEVEL);
    let figures = found.map(|found| {
        json!({
            "expected": found.expected, "ratio": found.ratio, "exact": ends(found.exact),
            "byar": ends(found.byar), "p": found.p_value,
        })
    });
    json!(figures)
}

fn held(log: &Value) -> Value {
    let drills: Vec<DrillEnd> = each(&log["drills"])
        .map(
            |drill| match (drill[0].as_str().unwrap(), count(&drill[1])) {
                ("finished", after_ms) => DrillEnd::Finished { after_ms },
                ("unfinished", seen_ms) => DrillEnd::Unfinished { seen_ms },
                _ => DrillEnd::Aborted,
            },
        )
        .collect();
    let found = demonstrated(&drills, count(&log["limit"]), LEVEL).unwrap();
    json!({
        "success": proportion(found.success), "median": found.median_ms, "max": found.max_ms,
        "kaplanMeier": found.kaplan_meier_median_ms,
    })
}

fn ordered(value: &Value) -> Value {
    let counts = each(value).map(|reason| (reason[0].as_str().unwrap(), count(&reason[1])));
    let found = pareto(counts, Tally::default());
    let order: Vec<&str> = found.rows.iter().map(|row| row.code.as_str()).collect();
    json!({ "order": order, "vital": found.rows.iter().filter(|row| row.vital).count() })
}

fn sampled(value: &Value) -> Value {
    let seed: Vec<u8> = each(&value["seed"]).map(|byte| count(byte) as u8).collect();
    let mut draw = Draw::new(&seed, 5);
    each(&value["items"]).for_each(|item| draw.offer(item.as_str().unwrap()));
    let size = sample_size(
        count(&value["population"]),
        number(&value["tolerable"]),
        count(&value["expected"]),
        LEVEL,
    );
    json!({ "size": size, "items": draw.sample() })
}

fn computed(value: &Value) -> Value {
    let [a, b, x, share, p, mean, z] =
        ["a", "b", "x", "share", "p", "mean", "z"].map(|key| number(&value[key]));
    let (k, n) = (count(&value["k"]), count(&value["n"]));
    json!({
        "lnGamma": ln_gamma(a),
        "beta": regularised_beta(a, b, x, 1.0 - x).lower,
        "betaQuantile": beta_quantile(a, b, share),
        "gammaBelow": regularised_gamma(a, mean).lower,
        "gammaAbove": regularised_gamma(a, mean).upper,
        "gammaQuantile": gamma_quantile(a, share),
        "normal": normal_cdf(z),
        "normalQuantile": normal_quantile(share),
        "binomial": binomial_cdf(k, n, p),
        "binomialQuantile": binomial_quantile(share, n, p),
        "poisson": poisson_cdf(k, mean),
        "poissonQuantile": poisson_quantile(share, mean),
        "chiSquare": chi_square_above(mean, k + 1),
    })
}

fn figures(log: &Value) -> Value {
    let periods: Vec<Tally> = each(&log["periods"]).map(tally).collect();
    let exposures: Vec<ExposurePeriod> = each(&log["exposures"])
        .map(|period| ExposurePeriod {
            count: count(&period[0]),
            exposure: number(&period[1]),
        })
        .collect();
    let z: Vec<Option<f64>> = each(&log["z"]).map(Value::as_f64).collect();
    let p_values: Vec<f64> = each(&log["pValues"]).map(number).collect();
    let relied = reliance(tally(&log["switched"]), tally(&log["kept"]), LEVEL);
    json!({
        "rates": rates(&log["overrides"]),
        "p": charted(&p_chart(&periods, &plan(log))),
        "u": charted(&u_chart(&exposures, &plan(log))),
        "rules": hits(&nelson(&z, ChartRule::ALL)),
        "agreement": agreed(&log["table"]),
        "outcomes": judged(&log["outcomes"]),
        "reliance": [proportion(relied.rair), proportion(relied.rsr)],
        "reviewers": differing(&log["reviewers"]),
        "pairs": paired(&log["lines"]),
        "standardised": by_expected(log),
        "holm": holm(&p_values),
        "benjaminiHochberg": benjamini_hochberg(&p_values),
        "drills": held(log),
        "reasons": ordered(&log["reasons"]),
        "sample": sampled(&log["sample"]),
        "functions": computed(&log["functions"]),
    })
}

/// Collects every place where two figures differ: whole numbers and words in anything, others by
/// more than a thousand-millionth of themselves or of one.
fn differences(place: &str, ours: &Value, theirs: &Value, found: &mut Vec<String>) {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => {
            let keys = |map: &Map<String, Value>| map.keys().cloned().collect::<BTreeSet<_>>();
            assert_eq!(keys(ours), keys(theirs), "{place}");
            for (key, part) in ours {
                differences(&format!("{place}.{key}"), part, &theirs[key], found);
            }
        }
        (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
            for (index, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                differences(&format!("{place}[{index}]"), ours, theirs, found);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            let allowed = if place.ends_with("permuted") {
                // Both are estimates; five standard errors of their difference, and a step.
                5.0 * (b * (1.0 - b) / f64::from(ROUNDS) * 1.1).sqrt() + 1e-3
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

#[test]
fn two_hundred_random_logs_have_the_same_figures_elsewhere() {
    let mut dice = Dice::new(20_261_126);
    let edges = edges();
    let logs: Vec<Value> = (0..LOGS)
        .map(|number| {
            let mut log = log(number, &mut dice);
            if let Some((key, value)) = edges.get(number as usize) {
                log[*key] = value.clone();
            }
            log
        })
        .collect();
    let theirs = peer::answers(&mut peer::script("stats.py"), &logs);
    assert_eq!(theirs.len(), logs.len());
    let mut found = Vec::new();
    for (number, (log, theirs)) in logs.iter().zip(&theirs).enumerate() {
        differences(&format!("log {number}"), &figures(log), theirs, &mut found);
    }
    assert!(
        found.is_empty(),
        "{} differ: {:#?}",
        found.len(),
        &found[..found.len().min(40)]
    );
    // Logs in which nothing happened would show little.
    let with = |seen: &dyn Fn(&Value) -> bool| theirs.iter().filter(|log| seen(log)).count();
    let raised =
        |rule: u64| move |log: &Value| each(&log["rules"]).any(|hit| count(&hit[0]) == rule);
    for rule in 1..=8 {
        assert!(with(&raised(rule)) > 2, "rule {rule}");
    }
    assert!(with(&|log| each(&log["p"]["signals"]).count() > 0) > 20);
    assert!(with(&|log| each(&log["p"]["stretches"]).any(|of| of[5] != 1.0)) > 20);
    assert!(with(&|log| each(&log["p"]["points"]).any(|of| of[4].is_array())) > 20);
    assert!(with(&|log| each(&log["u"]["points"]).any(|of| of[4].is_array())) > 20);
    assert!(with(&|log| log["reviewers"]["permuted"].is_number()) > 20);
    assert!(with(&|log| log["agreement"]["same"].is_null()) > 0);
}
