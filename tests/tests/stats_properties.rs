//! What holds of the statistics whatever the counts are.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::stats::agreement::{Square, Weights, agreement, kappa};
use assay_domain::stats::case_mix::standardised;
use assay_domain::stats::consistency::{KeyTally, consistency};
use assay_domain::stats::control_chart::{
    Chart, ChartPlan, ChartRule, ExposurePeriod, Spread, nelson, p_chart, u_chart,
};
use assay_domain::stats::drill::{DrillEnd, demonstrated};
use assay_domain::stats::law::{
    binomial_cdf, binomial_quantile, hypergeometric_cdf, poisson_cdf, poisson_quantile,
};
use assay_domain::stats::multiple::{benjamini_hochberg, holm};
use assay_domain::stats::outcome::{Outcomes, adjusted, mc_nemar};
use assay_domain::stats::rate::{
    Rate, Share, Tally, clopper_pearson, lower_bound, upper_bound, wilson, wilson_clustered,
};
use assay_domain::stats::reason::pareto;
use assay_domain::stats::reviewer::{Permutation, heterogeneity};
use assay_domain::stats::sample::{Draw, sample_size};
use assay_domain::stats::signal::{SignalCounts, Speed, Verdict, signals};
use assay_domain::stats::special::{beta_quantile, gamma_quantile, normal_quantile};
use assay_domain::stats::{LARGEST, Level};
use proptest::prelude::*;

const LEVEL: Level = Level::P95;
/// Half a unit in the last place of a share near 1, many times over.
const DUST: f64 = 1e-12;

prop_compose! {
    fn any_share()(n in prop_oneof![1..60_u64, 1..100_000_u64, 1..1_000_000_000_u64])
        (x in prop_oneof![Just(0), Just(n), 0..=n], n in Just(n)) -> Share {
        Share::of(x, n).unwrap()
    }
}

prop_compose! {
    fn any_tally()(n in prop_oneof![Just(0), 1..400_u64])(x in 0..=n, n in Just(n)) -> Tally {
        Tally::new(x, n)
    }
}

fn any_periods() -> impl Strategy<Value = Vec<Tally>> {
    proptest::collection::vec(any_tally(), 0..50)
}

/// Numbers that no honest caller has.
fn any_wild() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(f64::NAN),
        Just(f64::INFINITY),
        Just(f64::NEG_INFINITY),
        Just(0.0),
        Just(-0.0),
        Just(f64::MIN_POSITIVE),
        Just(f64::MAX),
        any::<f64>(),
    ]
}

prop_compose! {
    fn any_table()(k in 2..5_usize)
        (cells in proptest::collection::vec(prop_oneof![Just(0), 0..200_u64], k * k), k in Just(k))
        -> Option<Square> {
        Square::new(k, cells)
    }
}

/// Every limit stands around the centre and within what a rate can be.
fn in_order(chart: &Chart, highest: f64) -> Result<(), TestCaseError> {
    for stretch in &chart.stretches {
        for point in &chart.points[stretch.from as usize..stretch.to as usize] {
            prop_assert_eq!(point.lower.is_some(), point.upper.is_some());
            prop_assert_eq!(point.z.is_some(), point.lower.is_some());
            let (Some(lower), Some(upper), Some(centre)) =
                (point.lower, point.upper, stretch.centre)
            else {
                continue;
            };
            prop_assert!(0.0 <= lower && upper <= highest);
            prop_assert!(lower <= centre + DUST || point.exact.is_some());
            prop_assert!(lower <= upper && (centre <= upper + DUST || point.exact.is_some()));
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn an_interval_holds_its_share_and_lies_within_0_and_1(share in any_share()) {
        let p = share.value();
        for interval in [wilson(share, LEVEL), clopper_pearson(share, LEVEL)] {
            prop_assert!(interval.contains(p), "{interval:?} {p}");
            prop_assert!(0.0 <= interval.lower && interval.upper <= 1.0);
            prop_assert!(interval.lower < interval.upper);
        }
        let (lower, upper) = (lower_bound(share, LEVEL), upper_bound(share, LEVEL));
        let both = clopper_pearson(share, LEVEL);
        prop_assert!(both.lower <= lower && lower <= p && p <= upper && upper <= both.upper);
    }

    #[test]
    fn more_counted_is_a_higher_interval_and_the_rest_its_mirror(share in any_share()) {
        let turned = share.rest();
        for of in [wilson, clopper_pearson] {
            let (here, there) = (of(share, LEVEL), of(turned, LEVEL));
            prop_assert!((here.lower + there.upper - 1.0).abs() < DUST);
            if let Some(more) = Share::of(share.count() + 1, share.total()) {
                let more = of(more, LEVEL);
                prop_assert!(here.lower <= more.lower && here.upper <= more.upper);
            }
        }
    }

    #[test]
    fn a_higher_level_is_a_wider_interval(share in any_share(), low in 0.5..0.98_f64) {
        let (narrow, wide) = (Level::new(low).unwrap(), Level::new(low + 0.01).unwrap());
        for of in [wilson, clopper_pearson] {
            let (inner, outer) = (of(share, narrow), of(share, wide));
            prop_assert!(outer.lower <= inner.lower && inner.upper <= outer.upper);
        }
    }

    #[test]
    fn clusters_never_narrow_an_interval(share in any_share(), phi in any_wild()) {
        let (plain, wide) = (wilson(share, LEVEL), wilson_clustered(share, phi, LEVEL));
        prop_assert!(wide.lower <= plain.lower && plain.upper <= wide.upper);
        prop_assert!(0.0 <= wide.lower && wide.upper <= 1.0);
    }

    /// The bound is where its own law leaves 5 %.
    #[test]
    fn an_exact_bound_leaves_what_it_says(share in any_share()) {
        let (x, n) = (share.count(), share.total());
        if x < n {
            let left = binomial_cdf(x, n, upper_bound(share, LEVEL));
            prop_assert!((left - 0.05).abs() < 1e-7, "{left}");
        }
        if x > 0 {
            let left = 1.0 - binomial_cdf(x - 1, n, lower_bound(share, LEVEL));
            prop_assert!((left - 0.05).abs() < 1e-7, "{left}");
        }
    }

    #[test]
    fn a_quantile_of_counts_is_the_first_that_reaches_the_share(
        share in 1e-6..0.999_999_f64, n in 1..2_000_000_u64, p in 0.0..1.0_f64, mean in 0.0..1e6_f64,
    ) {
        let k = binomial_quantile(share, n, p);
        prop_assert!(binomial_cdf(k, n, p) >= share);
        prop_assert!(k == 0 || binomial_cdf(k - 1, n, p) < share);
        let k = poisson_quantile(share, mean);
        prop_assert!(poisson_cdf(k, mean) >= share);
        prop_assert!(k == 0 || poisson_cdf(k - 1, mean) < share);
    }

    #[test]
    fn limits_are_in_order(periods in any_periods(), start in 0..60_u32, laney in any::<bool>()) {
        let plan = ChartPlan {
            rules: ChartRule::ALL.to_vec(),
            stretches: vec![start],
            spread: if laney { Spread::Laney } else { Spread::WhenNeeded },
            ..ChartPlan::default()
        };
        let chart = p_chart(&periods, &plan);
        prop_assert_eq!(chart.points.len(), periods.len());
        in_order(&chart, 1.0)?;
        for signal in &chart.signals {
            prop_assert!(signal.from <= signal.at && (signal.at as usize) < periods.len());
            // No run reaches over a border or a gap.
            let crosses = signal.from < start && start <= signal.at;
            prop_assert!(!crosses);
            let run = &periods[signal.from as usize..=signal.at as usize];
            prop_assert!(run.iter().all(|period| period.of > 0));
        }
        prop_assert!(chart.stretches.iter().all(|stretch| stretch.factor >= 1.0));
        let exposures: Vec<ExposurePeriod> = periods
            .iter()
            .map(|period| ExposurePeriod { count: period.count, exposure: period.of as f64 / 7.0 })
            .collect();
        in_order(&u_chart(&exposures, &plan), f64::INFINITY)?;
    }

    /// A baseline is a sum: the order of its periods changes neither centre nor plain limits.
    #[test]
    fn the_order_of_baseline_periods_changes_no_limit(
        (periods, shuffled) in any_periods().prop_flat_map(|periods| {
            (Just(periods.clone()), Just(periods).prop_shuffle())
        }),
    ) {
        let plan = ChartPlan { baseline: u32::MAX, spread: Spread::Plain, ..ChartPlan::default() };
        let limits = |periods: &[Tally]| {
            let chart = p_chart(periods, &plan);
            let points = periods.iter().zip(chart.points);
            let mut limits: Vec<_> = points
                .map(|(period, point)| (period.of, period.count, point.upper, point.lower))
                .collect();
            limits.sort_by_key(|(of, count, ..)| (*of, *count));
            (chart.stretches.first().and_then(|stretch| stretch.centre), limits)
        };
        prop_assert_eq!(limits(&periods), limits(&shuffled));
    }

    #[test]
    fn a_chart_turned_over_raises_the_same_rules(
        z in proptest::collection::vec(proptest::option::weighted(0.95, -4.0..4.0_f64), 0..60),
    ) {
        let turned: Vec<Option<f64>> = z.iter().map(|z| z.map(|z| -z)).collect();
        let (here, there) = (nelson(&z, ChartRule::ALL), nelson(&turned, ChartRule::ALL));
        prop_assert_eq!(here.len(), there.len());
        for (here, there) in here.iter().zip(&there) {
            prop_assert_eq!((here.rule, here.at), (there.rule, there.at));
            prop_assert!(here.side.is_none() || here.side != there.side);
        }
        // Each rule raises by itself what it raises among the others.
        let alone = ChartRule::ALL.iter().map(|rule| nelson(&z, &[*rule]).len());
        prop_assert_eq!(alone.sum::<usize>(), here.len());
    }

    #[test]
    fn kappa_is_the_same_with_the_raters_exchanged(table in any_table()) {
        let Some(table) = table else { return Ok(()) };
        let turned = table.transposed();
        for weights in [Weights::Same, Weights::Linear, Weights::Quadratic] {
            let (here, there) = (kappa(&table, weights, LEVEL), kappa(&turned, weights, LEVEL));
            prop_assert_eq!(here.estimable, there.estimable);
            prop_assert_eq!(here.value.is_some(), there.value.is_some());
            if let (Some(a), Some(b)) = (here.value, there.value) {
                prop_assert!((a - b).abs() < 1e-9 && a <= 1.0 + DUST);
                prop_assert!(here.interval.unwrap().contains(a));
            }
        }
        let found = agreement(&table, LEVEL);
        prop_assert!((0.0..=1.0).contains(&found.observed));
        prop_assert!(found.ac1 <= 1.0 && found.pabak <= 1.0);
        prop_assert_eq!(found.agreed == found.n, (found.ac1 - 1.0).abs() < DUST);
    }

    #[test]
    fn corrections_only_raise_and_keep_the_order(
        p in proptest::collection::vec(0.0..=1.0_f64, 0..20),
    ) {
        let (by_holm, by_bh) = (holm(&p), benjamini_hochberg(&p));
        for adjusted in [&by_holm, &by_bh] {
            for (i, first) in p.iter().enumerate() {
                prop_assert!(*first <= adjusted[i] && adjusted[i] <= 1.0);
                for (j, second) in p.iter().enumerate() {
                    prop_assert!(first > second || adjusted[i] <= adjusted[j]);
                }
            }
        }
        // Holding the share of false flags is never stricter than allowing none.
        prop_assert!(by_bh.iter().zip(&by_holm).all(|(bh, holm)| bh <= holm));
    }

    #[test]
    fn mc_nemar_knows_no_side(b in 0..500_u64, c in 0..500_u64) {
        prop_assert_eq!(mc_nemar(b, c), mc_nemar(c, b));
        if let Some(p) = mc_nemar(b, c) {
            prop_assert!(0.0 < p && p <= 1.0);
            prop_assert!(b != c || p == 1.0);
        }
    }

    #[test]
    fn bounds_hold_the_point_and_widen_with_what_is_missing(
        counts in proptest::array::uniform7(0..50_u64),
    ) {
        let [ar, aw, or, ow, right, a, o] = counts;
        let known = Outcomes {
            accepted_right: ar,
            accepted_wrong: aw,
            overridden_right: or,
            overridden_wrong: ow,
            person_right: right.min(ow),
            ..Outcomes::default()
        };
        let missing = Outcomes { accepted_unknown: a, overridden_unknown: o, ..known };
        let (none, some) = (adjusted(&known, false, LEVEL), adjusted(&missing, false, LEVEL));
        for (none, some) in [
            (none.ai_wrong, some.ai_wrong),
            (none.over_reliance, some.over_reliance),
            (none.under_reliance, some.under_reliance),
            (none.precision, some.precision),
        ] {
            prop_assert_eq!(none.known, some.known);
            if let (Some(rate), Some(bounds)) = (some.known, some.bounds) {
                prop_assert!(bounds.contains(rate.value), "{bounds:?} {rate:?}");
                let point = none.bounds.unwrap();
                prop_assert!(point.lower == point.upper && bounds.contains(point.lower));
            }
        }
    }

    #[test]
    fn reviewers_in_another_order_differ_as_much(
        (here, there) in proptest::collection::vec(any_tally(), 0..12).prop_flat_map(|reviewers| {
            (Just(reviewers.clone()), Just(reviewers).prop_shuffle())
        }),
    ) {
        let draws = Permutation { rounds: 99, ..Permutation::default() };
        let (here, there) = (heterogeneity(&here, draws), heterogeneity(&there, draws));
        prop_assert_eq!(here.is_some(), there.is_some());
        if let (Some(a), Some(b)) = (here, there) {
            prop_assert!((a.chi_square - b.chi_square).abs() <= 1e-9 * a.chi_square.max(1.0));
            prop_assert!((0.0..=1.0).contains(&a.p_value) && a.chi_square >= 0.0);
            prop_assert!(a.icc.is_none_or(|icc| (0.0..=1.0 + DUST).contains(&icc)));
            prop_assert!(a.permutation_p.is_none_or(|p| p > 0.0 && p <= 1.0));
        }
    }

    #[test]
    fn pairs_within_and_between_reviewers_are_all_pairs(
        lines in proptest::collection::vec((0..4_u8, 0..4_u8, any_tally()), 0..20),
    ) {
        let lines: Vec<KeyTally> = lines
            .into_iter()
            .map(|(key, reviewer, tally)| KeyTally {
                key: key.to_string(),
                reviewer: reviewer.to_string(),
                count: tally.count,
                of: tally.of,
            })
            .collect();
        let found = consistency(&lines, 2);
        let (all, same, cross) = (found.overall, found.same_reviewer, found.cross_reviewer);
        prop_assert_eq!(all.pairs, same.pairs + cross.pairs);
        prop_assert_eq!(all.differing, same.differing + cross.differing);
        prop_assert!(all.inconsistency.is_none_or(|share| (0.0..=1.0).contains(&share)));
        let keys = &found.largest;
        prop_assert!(keys.windows(2).all(|two| two[0].pairs.differing >= two[1].pairs.differing));
    }

    #[test]
    fn a_ratio_lies_in_its_exact_interval(observed in 0..3_000_u64, expected in 0.01..3_000.0_f64) {
        let found = standardised(observed, expected, LEVEL).unwrap();
        prop_assert!(found.exact.contains(found.ratio));
        prop_assert!(found.byar.contains(found.ratio));
        // The test and the interval are one: 1 is outside exactly when p is below 5 %.
        let near = (found.p_value - 0.05).abs() < 1e-6;
        prop_assert!(near || found.exact.contains(1.0) == (found.p_value >= 0.05));
    }

    #[test]
    fn a_sample_size_is_the_smallest_that_will_do(
        population in 1..5_000_u64, tolerable in 0.001..1.0_f64, expected in 0..4_u64,
    ) {
        let Some(n) = sample_size(population, tolerable, expected, LEVEL) else { return Ok(()) };
        prop_assert!(n <= population);
        let too_many = (tolerable * population as f64 - 1e-9).ceil().max(1.0) as u64;
        prop_assert!(hypergeometric_cdf(expected, population, too_many, n) <= 0.05 + DUST);
        let fewer = hypergeometric_cdf(expected, population, too_many, n - 1);
        prop_assert!(fewer > 0.05 - DUST || n - 1 == expected);
    }

    #[test]
    fn a_sample_depends_on_no_order_and_grows_by_adding(
        (here, there) in proptest::collection::hash_set("[a-z]{1,6}", 0..30).prop_flat_map(|items| {
            let items: Vec<String> = items.into_iter().collect();
            (Just(items.clone()), Just(items).prop_shuffle())
        }),
        size in 0..12_usize,
    ) {
        let draw = |items: &[String], size| {
            let mut draw = Draw::new(b"seed", size);
            items.iter().for_each(|item| draw.offer(item));
            draw.sample()
        };
        let sample = draw(&here, size);
        prop_assert_eq!(&sample, &draw(&there, size));
        prop_assert_eq!(sample.len(), size.min(here.len()));
        prop_assert!(draw(&here, size + 1).starts_with(&sample));
    }

    #[test]
    fn reasons_add_up(counts in proptest::collection::vec(("[a-d]?|other", 0..50_u64), 0..12)) {
        let found = pareto(counts.iter().map(|(code, n)| (code.as_str(), *n)), Tally::default());
        prop_assert_eq!(found.total, counts.iter().map(|(_, n)| n).sum::<u64>());
        prop_assert!(found.rows.last().is_none_or(|row| row.cumulative == 1.0));
        let vital: u64 = found.rows.iter().filter(|row| row.vital).map(|row| row.count).sum();
        prop_assert!(5 * vital >= 4 * found.coded);
        let least = found.rows.iter().filter(|row| row.vital).map(|row| row.count).min();
        prop_assert!(least.is_none_or(|least| 5 * (vital - least) < 4 * found.coded));
    }

    #[test]
    fn drills_give_no_more_than_they_show(
        ends in proptest::collection::vec((0..3_u8, 0..5_000_u64), 1..20), limit in 0..5_000_u64,
    ) {
        let drills: Vec<DrillEnd> = ends
            .iter()
            .map(|(kind, time)| match kind {
                0 => DrillEnd::Finished { after_ms: *time },
                1 => DrillEnd::Aborted,
                _ => DrillEnd::Unfinished { seen_ms: *time },
            })
            .collect();
        let found = demonstrated(&drills, limit, LEVEL).unwrap();
        prop_assert!(found.success.is_none_or(|rate| found.success_lower.unwrap() <= rate.value));
        prop_assert!(found.median_ms.is_none_or(|median| median <= found.max_ms.unwrap() as f64));
        let median = found.kaplan_meier_median_ms;
        prop_assert!(median.is_none_or(|median| median <= found.max_ms.unwrap()));
    }

    #[test]
    fn signals_of_both_kinds_are_mirrors(share in any_share(), tau in 0.001..0.4_f64) {
        let of = |share: Share| signals(&SignalCounts {
            overrides: Tally::new(share.count(), share.total()),
            ai_errors: Tally::default(),
            speed: Speed::default(),
            seeded: Tally::default(),
            tau,
        });
        let (here, there) = (of(share), of(share.rest()));
        prop_assert_eq!((here.volume, here.rejection), (there.rejection, there.volume));
        prop_assert!(here.volume != Verdict::Raised || here.rejection != Verdict::Raised);
        prop_assert!(here.volume != Verdict::Raised || here.upper.unwrap() < tau);
    }

    /// Whatever is handed in, something comes back.
    #[test]
    fn nothing_panics(
        a in any_wild(), b in any_wild(), c in any_wild(), counts in proptest::array::uniform7(any::<u64>()),
    ) {
        let [x, n, k, ..] = counts;
        let level = Level::new(a).unwrap_or(LEVEL);
        let _ = (beta_quantile(a, b, c), gamma_quantile(a, c), normal_quantile(c));
        let _ = (Rate::of(x, n, level), Rate::of(x % LARGEST, LARGEST, LEVEL).map(|rate| rate.value));
        let _ = (standardised(x, a, level), mc_nemar(x, n), hypergeometric_cdf(x, n, k, k / 2));
        let _ = sample_size(x, a, n, level);
        let outcomes = Outcomes {
            accepted_right: counts[0],
            accepted_wrong: counts[1],
            overridden_right: counts[2],
            overridden_wrong: counts[3],
            person_right: counts[4],
            accepted_unknown: counts[5],
            overridden_unknown: counts[6],
        };
        let _ = adjusted(&outcomes, false, level);
        let evidence = SignalCounts {
            overrides: Tally::new(x, n),
            ai_errors: Tally::new(n, x),
            speed: Speed {
                median_ms: Some(a),
                declared_minimum_ms: Some(b),
                under_two_seconds: Tally::new(k, x),
            },
            seeded: Tally::new(k, n),
            tau: c,
        };
        let _ = signals(&evidence);
        let _ = nelson(&[Some(a), Some(b), None, Some(c)], ChartRule::ALL);
        let exposures = [a, b, c].map(|exposure| ExposurePeriod { count: x % 1_000, exposure });
        let chart = u_chart(&exposures, &ChartPlan::default());
        // What is shown can be written as JSON and read again.
        let text = serde_json::to_string(&chart).unwrap();
        prop_assert!(serde_json::from_str::<Chart>(&text).is_ok(), "{text}");
    }
}

/// Counts in the thousand millions cost no more than a moment.
#[test]
fn huge_counts_are_computed_at_once() {
    let begun = std::time::Instant::now();
    let share = Share::of(400_000_000, 1_000_000_000).unwrap();
    let _ = clopper_pearson(share, LEVEL);
    let _ = standardised(1_000_000_000, 1_000_010_000.0, LEVEL);
    let _ = mc_nemar(500_000_000, 500_010_000);
    let groups = [Tally::new(1, 3), Tally::new(400_000_000, 1_000_000_000)];
    let _ = heterogeneity(&groups, Permutation::default());
    let _ = sample_size(1_000_000_000, 0.001, 40, LEVEL);
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
}
