//! The pure part: sizes, draws, and what the results say of all.

use assay_domain::audit_sample::{
    Drawing, LARGEST_POPULATION, LARGEST_SAMPLE, SamplePlan, SampleRefusal, SampleResult, estimate,
};
use assay_domain::stats::Level;
use assay_domain::stats::rate::{Share, clopper_pearson, upper_bound};
use assay_domain::stats::sample::{finite_interval, finite_upper, rank};
use assay_tests::dice::Dice;
use assay_tests::peer;
use serde_json::{Value, json};

/// How many random samples are compared with SciPy.
const SAMPLES: u64 = 200;

fn plan(tolerable: f64, expected: u64) -> SamplePlan {
    SamplePlan {
        level: Level::P95,
        tolerable,
        expected,
    }
}

fn results(conforming: usize, deviating: usize, missing: usize) -> Vec<Option<SampleResult>> {
    let mut all = vec![Some(SampleResult::Conforms); conforming];
    all.extend(vec![Some(SampleResult::Deviates); deviating]);
    all.extend(vec![Some(SampleResult::NotAvailable); missing]);
    all
}

#[test]
fn a_sample_is_as_large_as_the_audit_guide_says() {
    // 95 %, by tolerable rate and expected deviations.
    let all = Some(LARGEST_POPULATION);
    assert_eq!(plan(0.05, 0).size(all), Ok(59));
    assert_eq!(plan(0.05, 1).size(None), Ok(93));
    assert_eq!(plan(0.10, 0).size(None), Ok(29));
    assert_eq!(plan(0.05, 0).size(Some(100)), Ok(45));
    assert_eq!(plan(1.0, 0).size(Some(1)), Ok(1));
}

#[test]
fn a_population_of_nothing_and_one_that_is_too_large_are_refused() {
    assert_eq!(plan(0.05, 0).size(Some(0)), Err(SampleRefusal::Empty));
    let more = Some(LARGEST_POPULATION + 1);
    assert_eq!(plan(0.05, 0).size(more), Err(SampleRefusal::TooMany));
    for tolerable in [0.0, -0.1, 1.01, f64::NAN] {
        let refused = plan(tolerable, 0).size(Some(100));
        assert_eq!(refused, Err(SampleRefusal::Tolerable));
    }
    let expected = plan(0.05, 5).size(Some(100));
    assert_eq!(expected, Err(SampleRefusal::Expected));
    let large = plan(0.001, 0).size(Some(LARGEST_POPULATION));
    assert!(
        matches!(large, Err(SampleRefusal::TooLarge(size)) if size > LARGEST_SAMPLE),
        "{large:?}"
    );
}

#[test]
fn five_million_items_are_drawn_from_in_passing() {
    let seed = [9; 32];
    let mut drawing = Drawing::new(seed);
    for number in 1..=LARGEST_POPULATION {
        drawing.offer(&number.to_string()).unwrap();
    }
    let one_more = drawing.offer("one more");
    assert_eq!(one_more, Err(SampleRefusal::TooMany));
    let drawn = drawing.finish();
    assert_eq!(drawn.population, LARGEST_POPULATION);
    assert_eq!(drawn.repeated, 0);
    assert_eq!(drawn.lowest.len() as u64, LARGEST_SAMPLE);
    let ranks: Vec<_> = drawn.lowest.iter().map(|item| rank(&seed, item)).collect();
    assert!(ranks.is_sorted());
    // The 2,000 lowest of 5 M lie below the share that they are of all ranks, give or take a tenth.
    let last = u64::from_be_bytes(*ranks.last().unwrap().first_chunk().unwrap());
    let share = last as f64 / u64::MAX as f64;
    assert!((0.00036..0.00044).contains(&share), "{share}");
}

#[test]
fn an_item_that_is_offered_twice_counts_once() {
    let mut drawing = Drawing::new([1; 32]);
    for item in ["a", "b", "a", "c", "a"] {
        drawing.offer(item).unwrap();
    }
    let drawn = drawing.finish();
    assert_eq!((drawn.population, drawn.repeated), (3, 2));
    assert_eq!(drawn.lowest.len(), 3);
}

#[test]
fn the_estimate_waits_for_every_item_and_counts_what_cannot_be_had_as_deviating() {
    let mut some = results(58, 0, 0);
    some.push(None);
    assert_eq!(estimate(&some, Some(1_000), &plan(0.05, 0)), None);
    assert_eq!(estimate(&[], Some(1_000), &plan(0.05, 0)), None);

    let clean = estimate(&results(59, 0, 0), Some(100_000), &plan(0.05, 0)).unwrap();
    assert!(clean.excluded && clean.upper < 0.05);
    assert_eq!((clean.deviating, clean.interval.lower), (0, 0.0));

    let missing = estimate(&results(58, 0, 1), Some(100_000), &plan(0.05, 0)).unwrap();
    assert_eq!((missing.deviating, missing.not_available), (1, 1));
    assert!(!missing.excluded && missing.upper > 0.05);

    let all = estimate(&results(3, 1, 0), Some(4), &plan(0.5, 0)).unwrap();
    assert_eq!((all.fewest, all.most), (Some(1), Some(1)));
    let open = estimate(&results(92, 1, 0), None, &plan(0.05, 1)).unwrap();
    assert!(open.excluded);
    assert_eq!((open.fewest, open.most), (None, None));
}

#[test]
fn a_planned_sample_with_no_more_deviations_than_expected_excludes_the_tolerable_share() {
    let mut dice = Dice::new(77);
    for _ in 0..200 {
        let population = (!dice.one_in(4)).then(|| 1 + dice.below(3_000));
        let plan = plan(dice.pick(&[0.02, 0.05, 0.1, 0.2]), dice.pick(&[0, 0, 1, 3]));
        let Ok(size) = plan.size(population) else {
            continue;
        };
        let deviating = plan.expected as usize;
        let found = |more: usize| {
            let conforming = size as usize - deviating - more;
            estimate(&results(conforming, deviating + more, 0), population, &plan).unwrap()
        };
        assert!(found(0).excluded, "{population:?} {plan:?} {size}");
        if Some(size) != population && size > plan.expected {
            assert!(!found(1).excluded, "{population:?} {plan:?} {size}");
        }
    }
}

fn case(number: u64, dice: &mut Dice) -> Value {
    let population = (!dice.one_in(5)).then(|| 1 + dice.pick(&[9, 80, 900, 9_000]));
    let population = population.map(|most| 1 + dice.below(most));
    let drawn = 1 + dice.below(population.unwrap_or(200).min(200));
    let marked = match dice.below(4) {
        0 => 0,
        1 => drawn,
        _ => dice.below(drawn + 1),
    };
    let items: Vec<String> = (0..20)
        .map(|_| format!("{number}/{}", dice.below(25)))
        .collect();
    let seed: Vec<u64> = (0..32).map(|_| dice.below(256)).collect();
    json!({
        "population": population, "tolerable": dice.pick(&[0.01, 0.05, 0.07, 0.1, 0.37]),
        "expected": dice.pick(&[0, 0, 1, 4]), "level": dice.pick(&[0.9, 0.95, 0.95, 0.99]),
        "drawn": drawn, "marked": marked, "seed": seed, "items": items,
    })
}

fn computed(case: &Value) -> Value {
    let plan = SamplePlan {
        level: Level::new(case["level"].as_f64().unwrap()).unwrap(),
        tolerable: case["tolerable"].as_f64().unwrap(),
        expected: case["expected"].as_u64().unwrap(),
    };
    let population = case["population"].as_u64();
    let size = match plan.size(population) {
        Ok(size) | Err(SampleRefusal::TooLarge(size)) => Some(size),
        Err(_) => None,
    };
    let share = Share::of(
        case["marked"].as_u64().unwrap(),
        case["drawn"].as_u64().unwrap(),
    );
    let share = share.unwrap();
    let interval = population.map_or_else(
        || {
            let exact = clopper_pearson(share, plan.level);
            json!([exact.lower, exact.upper, upper_bound(share, plan.level)])
        },
        |all| {
            let (fewest, most) = finite_interval(share, all, plan.level).unwrap();
            json!([fewest, most, finite_upper(share, all, plan.level).unwrap()])
        },
    );
    let seed: Vec<u8> = case["seed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|byte| byte.as_u64().unwrap() as u8)
        .collect();
    let mut drawing = Drawing::new(seed.try_into().unwrap());
    for item in case["items"].as_array().unwrap() {
        drawing.offer(item.as_str().unwrap()).unwrap();
    }
    let drawn = drawing.finish();
    json!({ "size": size, "interval": interval, "items": drawn.lowest, "repeated": drawn.repeated })
}

/// The same value, numbers to nine digits.
fn alike(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| alike(a, b))
        }
        (Value::Number(ours), Value::Number(theirs)) => {
            (ours.as_f64().unwrap() - theirs.as_f64().unwrap()).abs() < 1e-9
        }
        _ => ours == theirs,
    }
}

#[test]
fn two_hundred_random_samples_have_scipys_sizes_and_intervals() {
    let mut dice = Dice::new(4_711);
    let cases: Vec<Value> = (0..SAMPLES).map(|number| case(number, &mut dice)).collect();
    let theirs = peer::answers(&mut peer::script("audit_sample.py"), &cases);
    assert_eq!(theirs.len(), cases.len());
    for (case, theirs) in cases.iter().zip(theirs) {
        let ours = computed(case);
        for part in ["size", "interval", "items", "repeated"] {
            assert!(
                alike(&ours[part], &theirs[part]),
                "{part}: {ours} {theirs} {case}"
            );
        }
    }
}
