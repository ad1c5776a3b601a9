//! Signs that nobody looks, and of the opposite (section 6).

use super::code::{Caveat, DecisionMark, FigureMethod, noted};
use super::context::Context;
use super::figure::{Drill, Figure};
use super::rates::Basis;
use crate::decision::Disposition;
use crate::stats::log::Latency;
use crate::stats::rate::Tally;
use crate::stats::signal::{SignalCounts, Signals, Speed, Verdict, signals};
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// A sign that is looked for.
    SignalKind {
        /// Hardly anything is overridden.
        Volume,
        /// People override less than the AI is known to err.
        Strong,
        /// Decisions are faster than a look takes.
        Speed,
        /// Most known wrong samples pass.
        Seeded,
        /// Hardly anything is accepted.
        Rejection,
    }
}

/// One sign and what the counts say of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignalFigure {
    /// Which sign.
    pub signal: SignalKind,
    /// What the counts say.
    pub verdict: Verdict,
    /// How it was judged.
    pub method: FigureMethod,
    /// What it does not prove.
    pub caveats: Vec<Caveat>,
}

/// Whether people look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attention {
    /// One-sided 95 % upper bound of the override rate.
    pub upper: Option<f64>,
    /// One-sided 95 % lower bound of the override rate.
    pub lower: Option<f64>,
    /// One-sided 95 % lower bound of the AI's error rate, known wrong samples left out.
    pub ai_error_lower: Option<f64>,
    /// How many records without an override it takes to tell.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub fewest: Option<u64>,
    /// The AI's known errors, of the known outcomes, known wrong samples left out.
    pub ai_errors: Figure,
    /// Known wrong samples that were caught, of those decided.
    pub caught: Figure,
    /// Median time of a decision in milliseconds.
    pub median_ms: Option<f64>,
    /// Decisions under two seconds, of those with a time.
    pub under_two_seconds: Figure,
    /// The five signs.
    pub signals: Vec<SignalFigure>,
    /// Whether any sign of rubber-stamping is there.
    pub rubber_stamp: bool,
}

/// Makes the signals.
pub(super) fn attention(made: &Context<'_>) -> Attention {
    let (sums, level) = (&made.sums, made.level());
    let minimum = made.settings.minimum_latency_ms;
    let median = median(&sums.latencies);
    let found = signals(&SignalCounts {
        overrides: overrides(made),
        ai_errors: sums.ai_errors,
        speed: Speed {
            median_ms: median,
            declared_minimum_ms: minimum.map(f64::from),
            under_two_seconds: sums.hasty,
        },
        seeded: sums.caught,
        tau: made.settings.tau,
    });
    let with = |tally, marks: &[DecisionMark], base: &[DecisionMark]| {
        Figure::share(
            tally,
            level,
            Context::decided().with(marks),
            Context::decided().with(base),
        )
    };
    let not_seeded = DecisionMark::NotSeeded;
    let caught = with(
        sums.caught,
        &[DecisionMark::Seeded],
        &[DecisionMark::Seeded],
    );
    Attention {
        upper: found.upper,
        lower: found.lower,
        ai_error_lower: found.ai_error_lower,
        fewest: found.fewest,
        ai_errors: with(
            sums.ai_errors,
            &[DecisionMark::AiWrong, not_seeded],
            &[DecisionMark::OutcomeKnown, not_seeded],
        ),
        caught: Figure {
            drill: caught.drill.map(|drill| Drill {
                dispositions: vec![Disposition::Modified, Disposition::Overridden],
                ..drill
            }),
            ..caught
        },
        median_ms: median,
        under_two_seconds: with(
            sums.hasty,
            &[DecisionMark::UnderTwoSeconds],
            &[DecisionMark::Timed],
        ),
        rubber_stamp: found.rubber_stamp(),
        signals: judged(&found, made),
    }
}

/// Returns all overrides of decisions, or nothing where the decisions are not known.
fn overrides(made: &Context<'_>) -> Tally {
    match (made.basis, &made.totals) {
        (Basis::Volumes, Some(totals)) => totals.all_overrides,
        (Basis::Nothing, _) => Tally::default(),
        _ => made.sums.all_overrides,
    }
}

fn judged(found: &Signals, made: &Context<'_>) -> Vec<SignalFigure> {
    let signals = [
        (SignalKind::Volume, found.volume, FigureMethod::VolumeSignal),
        (SignalKind::Strong, found.strong, FigureMethod::StrongSignal),
        (SignalKind::Speed, found.speed, FigureMethod::SpeedSignal),
        (SignalKind::Seeded, found.seeded, FigureMethod::SeededSignal),
        (
            SignalKind::Rejection,
            found.rejection,
            FigureMethod::RejectionSignal,
        ),
    ];
    let no_times = made.sums.hasty.of == 0;
    let figure = |(signal, verdict, method): (SignalKind, Verdict, FigureMethod)| {
        let speed = signal == SignalKind::Speed;
        let caveats = [
            (verdict == Verdict::Raised, Caveat::NotProof),
            (verdict == Verdict::CannotTell, Caveat::CannotTell),
            (speed && no_times, Caveat::NoTimes),
            (
                speed && made.settings.minimum_latency_ms.is_none(),
                Caveat::NoMinimum,
            ),
            (
                signal == SignalKind::Seeded && made.sums.caught.of == 0,
                Caveat::NotSeeded,
            ),
        ];
        SignalFigure {
            signal,
            verdict,
            method,
            caveats: noted(&caveats),
        }
    };
    signals.map(figure).into()
}

/// Returns the middle of the times, of an even number the mean of the two middle ones.
fn median(times: &[Latency]) -> Option<f64> {
    let mut times = times.to_vec();
    let middle = times.len() / 2;
    let even = times.len().is_multiple_of(2);
    if times.is_empty() {
        return None;
    }
    let (below, upper, _) = times.select_nth_unstable(middle);
    let ms = |time: Latency| time.ms() as f64;
    match below.iter().max() {
        Some(lower) if even => Some(f64::midpoint(ms(*lower), ms(*upper))),
        _ => Some(ms(*upper)),
    }
}
