//! How an incident goes from one state to the next.
//!
//! ```text
//!          handle              close
//!   open ─────────> handled ─────────> closed
//!     ^                │                  │
//!     └──── reopen ────┴───── reopen ─────┘
//! ```
//!
//! A handled incident keeps what made it handled, and a closed one is corrected only after it was
//! opened again, so that what was once handed in can't change in silence.

use super::{IncidentFacts, IncidentField, IncidentKind, IncidentState, Refusal};
use crate::duty::DutyClock;
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// A step of an incident.
    IncidentStep {
        /// It is over.
        Handle,
        /// It is understood and reported.
        Close,
        /// It is taken up again, for a reason.
        Reopen,
    }
}

/// Returns the state after a step.
///
/// # Errors
/// [`Refusal::State`] when the state does not allow the step, otherwise what the next state demands
/// and the incident does not have.
pub fn take(
    state: IncidentState,
    step: IncidentStep,
    facts: &IncidentFacts,
    clocks: &[DutyClock],
    reason: &str,
) -> Result<IncidentState, Refusal> {
    use IncidentState::{Closed, Handled, Open};
    match (state, step) {
        (Open, IncidentStep::Handle) => handled(facts).map(|()| Handled),
        (Handled, IncidentStep::Close) => closed(facts, clocks).map(|()| Closed),
        (Handled | Closed, IncidentStep::Reopen) if reason.trim().is_empty() => {
            Err(Refusal::Empty(IncidentField::Note))
        }
        (Handled | Closed, IncidentStep::Reopen) => Ok(Open),
        (Open | Closed, _) | (Handled, IncidentStep::Handle) => Err(Refusal::State(state)),
    }
}

/// Checks whether an incident in this state may say this from now on.
///
/// # Errors
/// [`Refusal::State`] when it is closed, [`Refusal::NotHandled`] when it would lack what made it handled.
pub fn may_correct(state: IncidentState, facts: &IncidentFacts) -> Result<(), Refusal> {
    match state {
        IncidentState::Open => Ok(()),
        IncidentState::Handled => handled(facts),
        IncidentState::Closed => Err(Refusal::State(state)),
    }
}

/// A near miss may have disrupted nothing, so there is nothing to restore.
fn handled(facts: &IncidentFacts) -> Result<(), Refusal> {
    if facts.response.trim().is_empty() {
        return Err(Refusal::NotHandled(IncidentField::Response));
    }
    if facts.kind == IncidentKind::Event && facts.restored_at.is_none() {
        return Err(Refusal::NotHandled(IncidentField::RestoredAt));
    }
    Ok(())
}

fn closed(facts: &IncidentFacts, clocks: &[DutyClock]) -> Result<(), Refusal> {
    handled(facts)?;
    if facts.severity.is_none() {
        return Err(Refusal::NotClosed(IncidentField::Severity));
    }
    if facts.cause.trim().is_empty() {
        return Err(Refusal::NotClosed(IncidentField::Cause));
    }
    if facts.lessons.trim().is_empty() {
        return Err(Refusal::NotClosed(IncidentField::Lessons));
    }
    match clocks.iter().filter(|clock| !clock.is_answered()).count() {
        0 => Ok(()),
        unanswered => Err(Refusal::Unanswered(unanswered)),
    }
}
