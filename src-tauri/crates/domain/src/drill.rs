//! A drill: the rehearsal of the fallback, with times that hold even when the computer's clock does not.
//!
//! Everything that is recorded of a drill is a step at a reading of two clocks: the time of day, and a
//! steady clock that nobody can set. Where two readings share the steady clock's base, the time between
//! them is the steady clock's. After a restart of the computer it has another base; then only the time of
//! day is left, and what is computed from it says so.

mod course;

pub use course::{ClockJump, DrillCourse, DrillVerdict, MarkTime, TimeSource, course, running};

use crate::id::{DrillId, FallbackPlanId, PersonId, SystemId};
use crate::person::Act;
use crate::system::wire_enum;
use crate::time::{Date, Timestamp};
use serde::{Deserialize, Serialize};

/// The longest text of a drill, in characters.
pub const LONGEST_TEXT: usize = 4_000;
/// The largest backlog or number of errors.
pub const MOST_CASES: u32 = 1_000_000;
/// For how long a mark can be taken back, in milliseconds.
pub const WITHDRAW_MS: u64 = 10_000;

wire_enum! {
    /// The moments of a drill, in their order.
    DrillMark {
        /// The AI fails, or is taken away.
        Fault,
        /// Somebody notices it.
        Noticed,
        /// Somebody decides to switch to human work.
        Decided,
        /// People work without the AI.
        Manual,
        /// The first case was done by hand.
        FirstCase,
        /// The AI is back in its place.
        Restored,
    }
}

impl DrillMark {
    /// Returns the mark that is expected after another one; nothing after the last.
    #[must_use]
    pub fn next(last: Option<Self>) -> Option<Self> {
        Self::ALL.iter().copied().find(|mark| Some(*mark) > last)
    }

    /// Tells whether the mark may come after another one. Each needs the one before it, but the AI may
    /// be back before the first case is done.
    #[must_use]
    pub fn may_follow(self, last: Option<Self>) -> bool {
        Self::next(last) == Some(self) || (self == Self::Restored && last == Some(Self::Manual))
    }
}

wire_enum! {
    /// Where a drill stands.
    DrillState {
        /// Prepared, not begun.
        Planned,
        /// The AI has failed, and people are at work.
        Running,
        /// Over; manual work was reached.
        Finished,
        /// Given up.
        Aborted,
    }
}

/// What two clocks said at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClockReading {
    /// The time of day.
    pub at: Timestamp,
    /// Milliseconds of the steady clock.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub steady_ms: u64,
    /// What the steady clock counts from; only readings of one base can be compared.
    pub base: String,
}

/// What is recorded of a drill at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", tag = "kind", deny_unknown_fields)]
pub enum DrillStep {
    /// A moment of the drill was reached.
    Mark {
        /// Which.
        mark: DrillMark,
    },
    /// The last mark was set by mistake.
    Withdraw {
        /// Which.
        mark: DrillMark,
    },
    /// So many cases wait.
    Backlog {
        /// How many.
        count: u32,
    },
    /// So many errors were made by now.
    Errors {
        /// How many.
        count: u32,
    },
    /// What an observer saw.
    Note {
        /// The observation.
        text: String,
    },
    /// The drill is over.
    Finish,
    /// The drill is given up.
    Abort {
        /// Why.
        reason: String,
    },
}

/// A step with the moment at which it was recorded. Never edited nor removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillEvent {
    /// Counts the steps of a drill from 1.
    pub sequence: u32,
    /// What was recorded.
    pub step: DrillStep,
    /// When, by both clocks.
    pub reading: ClockReading,
    /// Who recorded it; nobody where it was recorded without a passphrase.
    pub by: Option<PersonId>,
    /// Whether it fits no drill at this point, so that it is shown and not counted. Only what was
    /// recorded without a passphrase can be so, since nothing of it may be lost.
    pub aside: bool,
}

/// A version of a fallback plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanVersion {
    /// Which plan.
    pub plan: FallbackPlanId,
    /// Which version of it, from 1.
    pub version: u32,
}

/// What a person says about a drill; the part that a form edits while it is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrillFacts {
    /// Of which AI system; nothing until somebody says which one was meant without a passphrase.
    pub system: Option<SystemId>,
    /// The AI system as it was named without a passphrase, else empty.
    pub named: String,
    /// At which decision point; empty for the system as a whole.
    pub decision_point: String,
    /// The version of the plan that is rehearsed.
    pub plan: Option<PlanVersion>,
    /// The day for which it is planned.
    pub planned_for: Option<Date>,
    /// What is assumed to have failed, and how.
    pub scenario: String,
    /// Whether those who take part were told before.
    pub announced: bool,
    /// Who observes.
    pub observers: String,
    /// Longest time from fault to manual work in minutes, as it held when the drill began.
    pub limit_minutes: Option<u32>,
}

impl DrillFacts {
    /// Makes the facts of a drill that nothing else is known of.
    #[must_use]
    pub fn of(system: Option<SystemId>) -> Self {
        Self {
            system,
            named: String::new(),
            decision_point: String::new(),
            plan: None,
            planned_for: None,
            scenario: String::new(),
            announced: false,
            observers: String::new(),
            limit_minutes: None,
        }
    }

    /// Returns the longest time in milliseconds.
    #[must_use]
    pub fn limit_ms(&self) -> Option<u64> {
        self.limit_minutes
            .map(|minutes| u64::from(minutes) * 60_000)
    }
}

/// A drill in the workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FallbackDrill {
    /// Which drill.
    pub id: DrillId,
    /// What is said about it.
    pub facts: DrillFacts,
    /// What was recorded, in order.
    pub events: Vec<DrillEvent>,
    /// Counts the saved changes of the facts from 1, so that a stale write is noticed.
    pub revision: u32,
    /// Who added it, and when.
    pub recorded: Act,
}

/// Why a step is not recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing but the fault or an end can come first.
    #[error("the drill has not begun")]
    NotBegun,
    /// The drill is over.
    #[error("the drill is over")]
    Over,
    /// A mark that stands already.
    #[error("{0:?} is marked already")]
    Twice(DrillMark),
    /// A mark before the one that it needs.
    #[error("{mark:?} comes after {needed:?}")]
    OutOfOrder {
        /// Which mark.
        mark: DrillMark,
        /// The mark that is missing.
        needed: DrillMark,
    },
    /// An end before manual work was reached.
    #[error("manual work was not reached")]
    ManualMissing,
    /// A mark is taken back that is not the last one.
    #[error("{0:?} is not the last mark")]
    NotLast(DrillMark),
    /// A mark is taken back too late.
    #[error("the mark is older than {WITHDRAW_MS} ms")]
    TooLate,
    /// A drill is given up without a reason.
    #[error("a reason is missing")]
    ReasonMissing,
    /// A note without words.
    #[error("the note is empty")]
    NoteEmpty,
    /// A text that is too long.
    #[error("a text is longer than {LONGEST_TEXT} characters")]
    TooLong,
    /// A number that is too large.
    #[error("a number is larger than {MOST_CASES}")]
    TooMany,
    /// The steady clock went back, which it never does.
    #[error("the steady clock went back")]
    Backwards,
}

/// Checks a step against what was recorded before.
///
/// # Errors
/// Returns why it does not fit.
pub fn check(
    events: &[DrillEvent],
    step: &DrillStep,
    reading: &ClockReading,
) -> Result<(), Refusal> {
    texts(step)?;
    if let Some(last) = events.last().map(|event| &event.reading)
        && last.base == reading.base
        && last.steady_ms > reading.steady_ms
    {
        return Err(Refusal::Backwards);
    }
    let course = course(events);
    let last = course.marks.last().map(|mark| mark.mark);
    let ended = matches!(course.state, DrillState::Finished | DrillState::Aborted);
    match step {
        DrillStep::Note { .. } => Ok(()),
        DrillStep::Backlog { .. } | DrillStep::Errors { .. } if last.is_none() => {
            Err(Refusal::NotBegun)
        }
        DrillStep::Backlog { .. } | DrillStep::Errors { .. } => Ok(()),
        _ if ended => Err(Refusal::Over),
        DrillStep::Abort { .. } => Ok(()),
        DrillStep::Finish if last.is_none() => Err(Refusal::NotBegun),
        DrillStep::Finish if last < Some(DrillMark::Manual) => Err(Refusal::ManualMissing),
        DrillStep::Finish => Ok(()),
        DrillStep::Mark { mark } => in_order(*mark, last),
        DrillStep::Withdraw { mark } if last != Some(*mark) => Err(Refusal::NotLast(*mark)),
        DrillStep::Withdraw { .. } => recent(events, reading),
    }
}

/// Checks a step of a drill whose earlier steps can't be read, since they were recorded without a
/// passphrase by an earlier run of the program. Only what contradicts the steps since then is refused.
///
/// # Errors
/// Returns why it does not fit.
pub fn check_resumed(
    events: &[DrillEvent],
    step: &DrillStep,
    reading: &ClockReading,
) -> Result<(), Refusal> {
    let last = course::standing(events).last().map(|event| &event.step);
    let over = matches!(
        course(events).state,
        DrillState::Finished | DrillState::Aborted
    );
    match (step, last) {
        (DrillStep::Note { .. }, _) => texts(step),
        (DrillStep::Mark { .. } | DrillStep::Finish | DrillStep::Abort { .. }, _) if over => {
            Err(Refusal::Over)
        }
        (DrillStep::Mark { mark }, Some(DrillStep::Mark { mark: last })) if mark <= last => {
            Err(Refusal::Twice(*mark))
        }
        (DrillStep::Withdraw { .. }, Some(_)) => check(events, step, reading),
        (DrillStep::Withdraw { .. }, None) => Err(Refusal::TooLate),
        _ => texts(step),
    }
}

/// Checks that the texts and numbers of a step are within their bounds, whatever it follows.
///
/// # Errors
/// Returns which bound it breaks.
pub fn within_bounds(step: &DrillStep, reading: &ClockReading) -> Result<(), Refusal> {
    texts(step)?;
    match i64::try_from(reading.steady_ms) {
        Ok(_) if reading.base.chars().count() <= LONGEST_TEXT => Ok(()),
        Ok(_) => Err(Refusal::TooLong),
        Err(_) => Err(Refusal::TooMany),
    }
}

fn in_order(mark: DrillMark, last: Option<DrillMark>) -> Result<(), Refusal> {
    if mark.may_follow(last) {
        return Ok(());
    }
    match DrillMark::next(last) {
        Some(needed) if mark > needed => Err(Refusal::OutOfOrder { mark, needed }),
        _ => Err(Refusal::Twice(mark)),
    }
}

fn recent(events: &[DrillEvent], reading: &ClockReading) -> Result<(), Refusal> {
    let marks = course::standing(events);
    let age = marks
        .last()
        .map(|event| course::gap(&event.reading, reading).0);
    match age {
        Some(age) if age <= WITHDRAW_MS => Ok(()),
        _ => Err(Refusal::TooLate),
    }
}

fn texts(step: &DrillStep) -> Result<(), Refusal> {
    let (text, empty) = match step {
        DrillStep::Note { text } => (text, Refusal::NoteEmpty),
        DrillStep::Abort { reason } => (reason, Refusal::ReasonMissing),
        DrillStep::Backlog { count } | DrillStep::Errors { count } if *count > MOST_CASES => {
            return Err(Refusal::TooMany);
        }
        _ => return Ok(()),
    };
    if text.trim().is_empty() {
        return Err(empty);
    }
    if text.chars().count() > LONGEST_TEXT {
        return Err(Refusal::TooLong);
    }
    Ok(())
}

/// Makes the event of a step that fits.
///
/// # Errors
/// As [`check`].
pub fn record(
    events: &[DrillEvent],
    step: DrillStep,
    reading: ClockReading,
    by: Option<PersonId>,
) -> Result<DrillEvent, Refusal> {
    check(events, &step, &reading)?;
    Ok(event(events, step, reading, by, false))
}

/// Makes the event of a step that was recorded without a passphrase; what does not fit is put aside.
#[must_use]
pub fn take_in(events: &[DrillEvent], step: DrillStep, reading: ClockReading) -> DrillEvent {
    let aside = check(events, &step, &reading).is_err();
    event(events, step, reading, None, aside)
}

fn event(
    events: &[DrillEvent],
    step: DrillStep,
    reading: ClockReading,
    by: Option<PersonId>,
    aside: bool,
) -> DrillEvent {
    let last = events.last().map_or(0, |event| event.sequence);
    DrillEvent {
        sequence: last + 1,
        step,
        reading,
        by,
        aside,
    }
}
