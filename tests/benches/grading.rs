//! How fast grading is: 1,000 gradings with interval, and whole outcomes.
//!
//! Run with `cargo bench -p assay-tests --bench grading`; exits with 1 when a target is missed.

use assay_domain::grading::{Input, Method, grade, parse_input, point_and_interval};
use assay_tests::bench::{Figures, quantile, timed};
use assay_tests::grading::{standard_method, vectors};
use std::hint::black_box;
use std::process::ExitCode;

const GRADINGS: usize = 1_000;
const ROUNDS: usize = 20;
const TARGET_INTERVALS_MS: f64 = 50.0;
const TARGET_OUTCOMES_MS: f64 = 5_000.0;

/// The median of some rounds, so that one interruption of the machine does not decide.
fn median_ms(mut round: impl FnMut()) -> f64 {
    quantile((0..ROUNDS).map(|_| timed(&mut round).1).collect(), 0.5)
}

fn grade_each(inputs: &[Input], mut with: impl FnMut(&Input)) {
    for input in inputs.iter().cycle().take(GRADINGS) {
        with(black_box(input));
    }
}

fn inputs(method: &Method) -> Vec<Input> {
    vectors()
        .iter()
        .map(|vector| parse_input(method, &vector.input.to_string()).expect("vectors are sound"))
        .collect()
}

fn main() -> ExitCode {
    let method = standard_method();
    let inputs = inputs(&method);
    let intervals = median_ms(|| {
        grade_each(&inputs, |input| {
            black_box(point_and_interval(&method, input).expect("vectors are sound"));
        });
    });
    let outcomes = median_ms(|| {
        grade_each(&inputs, |input| {
            black_box(grade(&method, input).expect("vectors are sound"));
        });
    });
    let mut figures = Figures::of("grading");
    figures.say(
        "1,000 gradings with interval",
        intervals,
        TARGET_INTERVALS_MS,
    );
    figures.say("1,000 whole outcomes", outcomes, TARGET_OUTCOMES_MS);
    figures.end()
}
