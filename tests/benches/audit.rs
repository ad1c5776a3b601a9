//! How long a screen of recurring audits takes to open after five years of them.
//!
//! Run with `cargo bench -p assay-tests --bench audit`; exits with 1 when a target is missed.

use assay_tests::bench::{Figures, quantile, timed};
use assay_tests::five_years::FiveYears;
use serde_json::{Value, json};
use std::process::ExitCode;

const TARGET_MS: f64 = 100.0;
const ROUNDS: usize = 5;

/// Opens a screen in a workspace of which nothing was read yet.
fn opened(office: &FiveYears, commands: &[(&str, Value)]) -> f64 {
    let mut desk = office.reopened();
    let (_, taken) = timed(|| {
        for (command, request) in commands {
            desk.call(command, request.clone());
        }
    });
    taken
}

fn main() -> ExitCode {
    let mut office = FiveYears::build();
    let screens = office.screens();
    office.desk.call("workspace_lock", json!({}));
    let mut figures = Figures::of("audit");
    for (name, commands) in screens {
        let times = (0..ROUNDS).map(|_| opened(&office, &commands)).collect();
        figures.say(name, quantile(times, 0.5), TARGET_MS);
    }
    figures.end()
}
