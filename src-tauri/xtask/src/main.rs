//! Project tasks: `cargo xtask run | test | check | bindings | bench | bundle`.
//!
//! This is the one list of steps. Continuous integration calls `check` and `test`; nothing else
//! knows how the project is built. Standard library only, so that it compiles in seconds.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod bindings;
mod bundle;
mod check;
mod desktop;
mod run;
mod setup;
mod step;
mod test;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask <task>

  run        sets up and starts the program; without a display it makes, signs and
             verifies the sample report and says where it is
  test       sets up and runs the whole suite
  check      format, clippy, docs, licences and sources, generated types, window sources
  bindings   writes ui/src/api/contract.gen.ts from the contract
  bench      prints figures and their ratios to the stated targets
  bundle     builds deb and rpm packages, and the program that an inspector carries";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let done = match task.as_str() {
        "run" => run::run(&rest),
        "test" => test::run(&rest),
        "check" => check::run(),
        "bindings" => bindings::write(),
        "bench" => bench::run(),
        "bundle" => bundle::run(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {task}: {error}");
            ExitCode::FAILURE
        }
    }
}
