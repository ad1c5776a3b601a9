//! How long the window takes from its start to its first usable screen, against a bare Tauri window.
//!
//! `cargo xtask bench` builds both programs and names them in `ASSAY_DESKTOP` and `ASSAY_BARE`.

use assay_tests::bench::{Figures, quantile};
use assay_tests::window::{Display, Home, start_time};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

const ROUNDS: usize = 15;
const MOST_TIMES: f64 = 1.3;

/// The first screen is drawn and its first button can be pressed.
const USABLE: &str = "const b = document.querySelector('[data-testid=workspace-create]'); \
                      return !!b && !b.disabled && b.getBoundingClientRect().height > 0";
/// The bare page is drawn.
const DRAWN: &str =
    "return (document.querySelector('h1')?.getBoundingClientRect().height ?? 0) > 0";

fn start(display: &Display, variable: &str, ready: &str) -> f64 {
    let program = std::env::var_os(variable).map(PathBuf::from);
    let program =
        program.unwrap_or_else(|| panic!("{variable} names a program; run cargo xtask bench"));
    let folder = tempfile::tempdir().expect("a folder of its own");
    let home = Home::in_folder(folder.path());
    start_time(&home, Command::new(program), display, ready).as_secs_f64() * 1_000.0
}

fn main() -> ExitCode {
    let display = Display::start();
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    // One of each first, so that both find their files in memory.
    for round in 0..=ROUNDS {
        let pair = (
            start(&display, "ASSAY_DESKTOP", USABLE),
            start(&display, "ASSAY_BARE", DRAWN),
        );
        if round > 0 {
            ours.push(pair.0);
            bare.push(pair.1);
        }
    }
    let mut figures = Figures::of("window");
    let (ours, bare) = (quantile(ours, 0.5), quantile(bare, 0.5));
    figures.compare("start to the first usable screen", ours, bare, MOST_TIMES);
    figures.end()
}
