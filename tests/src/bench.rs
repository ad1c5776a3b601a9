//! What the benches share: taking times and saying them beside their targets.
#![allow(clippy::print_stdout)]

use std::process::ExitCode;
use std::time::Instant;

/// Runs some work and returns its value and how long it took in milliseconds.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed().as_secs_f64() * 1_000.0)
}

/// Returns the value that a share of some figures does not pass, such as 0.5 for their median.
///
/// # Panics
/// When there are no figures.
#[must_use]
pub fn quantile(mut figures: Vec<f64>, share: f64) -> f64 {
    figures.sort_by(f64::total_cmp);
    // A share is within 0 to 1, so the place is within the list.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let place = (figures.len() as f64 * share).ceil() as usize;
    figures[place.clamp(1, figures.len()) - 1]
}

/// The most memory that this process held since the mark was reset, in MB.
///
/// # Panics
/// Where the system keeps no such mark.
#[must_use]
pub fn memory_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("the process has a status");
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .expect("the mark");
    let kilobytes = line
        .split_whitespace()
        .nth(1)
        .and_then(|kb| kb.parse::<f64>().ok());
    kilobytes.expect("a number") / 1_024.0
}

/// Lets the mark begin anew from what is held now.
///
/// # Panics
/// Where the system keeps no such mark.
pub fn reset_memory_mark() {
    std::fs::write("/proc/self/clear_refs", "5").expect("the mark can be reset");
}

/// Figures of one bench and whether each met its target.
pub struct Figures {
    bench: &'static str,
    met: bool,
}

impl Figures {
    /// Begins the figures of a bench.
    #[must_use]
    pub const fn of(bench: &'static str) -> Self {
        Self { bench, met: true }
    }

    /// Says how long something took in milliseconds, the target, and the ratio of the two.
    pub fn say(&mut self, what: &str, taken: f64, target: f64) {
        let ratio = taken / target;
        let verdict = if ratio <= 1.0 { "met" } else { "MISSED" };
        println!(
            "bench {}: {what} {taken:.2} ms (target {target:.0} ms) ratio {ratio:.3} {verdict}",
            self.bench
        );
        self.met &= ratio <= 1.0;
    }

    /// Says how many times as long as a peer something took, beside the most that is allowed.
    pub fn compare(&mut self, what: &str, taken: f64, peer: f64, most: f64) {
        let times = taken / peer;
        let verdict = if times <= most { "met" } else { "MISSED" };
        println!(
            "bench {}: {what} {taken:.0} ms against {peer:.0} ms, {times:.3} times (target {most} times) \
             ratio {:.3} {verdict}",
            self.bench,
            times / most
        );
        self.met &= times <= most;
    }

    /// Says how much memory something took in MB, beside the most that is allowed.
    pub fn size(&mut self, what: &str, taken: f64, most: f64) {
        let verdict = if taken <= most { "met" } else { "MISSED" };
        println!(
            "bench {}: {what} {taken:.0} MB (target {most:.0} MB) ratio {:.3} {verdict}",
            self.bench,
            taken / most
        );
        self.met &= taken <= most;
    }

    /// Ends the bench: a missed target fails it.
    #[must_use]
    pub fn end(self) -> ExitCode {
        ExitCode::from(u8::from(!self.met))
    }
}
