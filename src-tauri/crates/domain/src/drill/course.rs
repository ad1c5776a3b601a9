//! What the steps of a drill come to: its state, its times, and what its clocks did.

use super::{ClockReading, DrillEvent, DrillMark, DrillState, DrillStep};
use crate::stats::drill::DrillEnd;
use crate::system::wire_enum;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// By how many milliseconds the time of day may differ from the steady clock before it is told. Clocks
/// that are kept right by a service are moved by less.
const JUMP_MS: u64 = 2_000;

wire_enum! {
    /// What a span of time rests on, the surest first.
    TimeSource {
        /// The steady clock.
        Steady,
        /// The time of day, since the computer was started anew in between.
        Wall,
        /// Nothing: the time of day went back across a restart.
        Unknown,
    }
}

/// A mark with its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarkTime {
    /// Which mark.
    pub mark: DrillMark,
    /// What the time of day was.
    pub at: Timestamp,
    /// Milliseconds since the fault.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub after_ms: u64,
    /// What that time rests on.
    pub source: TimeSource,
}

/// The time of day was set, or the computer was started anew, while the drill ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClockJump {
    /// The step before which it happened.
    pub sequence: u32,
    /// By how many milliseconds the time of day was set, below zero when it was set back.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub by_ms: i64,
    /// What the time across it rests on.
    pub source: TimeSource,
}

/// What the steps of a drill come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillCourse {
    /// Where the drill stands.
    pub state: DrillState,
    /// The marks that stand, in their order.
    pub marks: Vec<MarkTime>,
    /// The mark that comes next; nothing when none is left or the drill is over.
    pub next: Option<DrillMark>,
    /// The last backlog that was counted.
    pub backlog: Option<u32>,
    /// The largest backlog that was counted.
    pub backlog_peak: Option<u32>,
    /// Errors that were counted.
    pub errors: Option<u32>,
    /// Why it was given up, else empty.
    pub abort_reason: String,
    /// What the clocks did.
    pub jumps: Vec<ClockJump>,
}

impl DrillCourse {
    fn new() -> Self {
        Self {
            state: DrillState::Planned,
            marks: Vec::new(),
            next: Some(DrillMark::Fault),
            backlog: None,
            backlog_peak: None,
            errors: None,
            abort_reason: String::new(),
            jumps: Vec::new(),
        }
    }

    /// Returns the time of a mark.
    #[must_use]
    pub fn mark(&self, mark: DrillMark) -> Option<&MarkTime> {
        self.marks.iter().find(|time| time.mark == mark)
    }

    /// Returns how the drill ended for the statistics; nothing for one that never began.
    ///
    /// What can't be timed, because the time of day went back across a restart, counts as given up: it
    /// does not show that people were fast enough. A drill that is still running counts as unfinished
    /// even when manual work was reached, until somebody says that it is over.
    #[must_use]
    pub fn end(&self, running_ms: u64) -> Option<DrillEnd> {
        self.mark(DrillMark::Fault)?;
        Some(match (self.state, self.mark(DrillMark::Manual)) {
            (DrillState::Finished, Some(manual)) if manual.source != TimeSource::Unknown => {
                DrillEnd::Finished {
                    after_ms: manual.after_ms,
                }
            }
            (DrillState::Running, _) => DrillEnd::Unfinished {
                seen_ms: running_ms,
            },
            _ => DrillEnd::Aborted,
        })
    }

    /// Compares the drill with the longest time that is allowed.
    #[must_use]
    pub fn verdict(&self, limit_ms: Option<u64>, running_ms: u64) -> DrillVerdict {
        match (self.end(running_ms), limit_ms) {
            (None, _) => DrillVerdict::Open,
            (Some(DrillEnd::Aborted), _) => DrillVerdict::Failed,
            (Some(_), None) => DrillVerdict::Open,
            (Some(DrillEnd::Finished { after_ms }), Some(limit)) if after_ms <= limit => {
                DrillVerdict::Within
            }
            (Some(DrillEnd::Finished { .. }), Some(_)) => DrillVerdict::Late,
            (Some(DrillEnd::Unfinished { seen_ms }), Some(limit)) if seen_ms > limit => {
                DrillVerdict::Failed
            }
            (Some(DrillEnd::Unfinished { .. }), Some(_)) => DrillVerdict::Open,
        }
    }
}

wire_enum! {
    /// How a drill compares with the longest time that is allowed.
    DrillVerdict {
        /// Not decided yet, or there is nothing to compare with.
        Open,
        /// Manual work was reached in time.
        Within,
        /// Manual work was reached too late.
        Late,
        /// Given up, or not over when it had to be.
        Failed,
    }
}

/// Returns the milliseconds between two readings, what they rest on, and by how much the time of day was
/// set in between.
pub(super) fn gap(before: &ClockReading, after: &ClockReading) -> (u64, TimeSource, i64) {
    let wall_ms = (after.at.micros() - before.at.micros()) / 1000;
    if before.base == after.base {
        let steady = after.steady_ms.saturating_sub(before.steady_ms);
        let set_by = wall_ms.saturating_sub(i64::try_from(steady).unwrap_or(i64::MAX));
        return (steady, TimeSource::Steady, set_by);
    }
    match u64::try_from(wall_ms) {
        Ok(wall) => (wall, TimeSource::Wall, 0),
        Err(_) => (0, TimeSource::Unknown, wall_ms),
    }
}

/// Adds up the steps of a drill.
#[must_use]
pub fn course(events: &[DrillEvent]) -> DrillCourse {
    let mut course = DrillCourse::new();
    let mut before: Option<&ClockReading> = None;
    let (mut since_ms, mut source) = (0, TimeSource::Steady);
    for event in events {
        if let Some(before) = before {
            let (gap_ms, gap_source, set_by) = gap(before, &event.reading);
            since_ms += gap_ms;
            source = source.max(gap_source);
            if gap_source != TimeSource::Steady || set_by.unsigned_abs() > JUMP_MS {
                course.jumps.push(ClockJump {
                    sequence: event.sequence,
                    by_ms: set_by,
                    source: gap_source,
                });
            }
        }
        before = Some(&event.reading);
        if event.aside {
            continue;
        }
        if event.step
            == (DrillStep::Mark {
                mark: DrillMark::Fault,
            })
        {
            // Everything is counted from here; what the clocks did before says nothing.
            (since_ms, source) = (0, TimeSource::Steady);
            course = DrillCourse::new();
        }
        course.take(&event.step, (event.reading.at, since_ms, source));
    }
    let last = course.marks.last().map(|time| time.mark);
    course.next = match course.state {
        DrillState::Planned | DrillState::Running => DrillMark::next(last),
        DrillState::Finished | DrillState::Aborted => None,
    };
    course
}

impl DrillCourse {
    fn take(&mut self, step: &DrillStep, (at, after_ms, source): (Timestamp, u64, TimeSource)) {
        match step {
            DrillStep::Mark { mark } => {
                self.state = DrillState::Running;
                self.marks.push(MarkTime {
                    mark: *mark,
                    at,
                    after_ms,
                    source,
                });
            }
            DrillStep::Withdraw { .. } => {
                self.marks.pop();
                if self.marks.is_empty() {
                    self.state = DrillState::Planned;
                }
            }
            DrillStep::Backlog { count } => {
                self.backlog = Some(*count);
                self.backlog_peak = self.backlog_peak.max(Some(*count));
            }
            DrillStep::Errors { count } => self.errors = Some(*count),
            DrillStep::Note { .. } => {}
            DrillStep::Finish => self.state = DrillState::Finished,
            DrillStep::Abort { reason } => {
                self.state = DrillState::Aborted;
                self.abort_reason.clone_from(reason);
            }
        }
    }
}

/// Returns the milliseconds from the fault to a reading, and what they rest on; nothing before the fault.
#[must_use]
pub fn running(events: &[DrillEvent], now: &ClockReading) -> Option<(u64, TimeSource)> {
    let fault = standing(events).first()?.sequence;
    let readings = events
        .iter()
        .filter(|event| event.sequence >= fault)
        .map(|event| &event.reading);
    let readings: Vec<&ClockReading> = readings.chain([now]).collect();
    let gaps = readings.windows(2).map(|pair| gap(pair[0], pair[1]));
    Some(
        gaps.fold((0, TimeSource::Steady), |sum, (gap_ms, source, _)| {
            (sum.0 + gap_ms, sum.1.max(source))
        }),
    )
}

/// Returns the events of the marks that stand, in their order.
pub(super) fn standing(events: &[DrillEvent]) -> Vec<&DrillEvent> {
    let mut marks = Vec::new();
    for event in events.iter().filter(|event| !event.aside) {
        match event.step {
            DrillStep::Mark { .. } => marks.push(event),
            DrillStep::Withdraw { .. } => drop(marks.pop()),
            _ => {}
        }
    }
    marks
}
