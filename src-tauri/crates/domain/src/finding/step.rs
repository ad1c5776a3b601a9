//! The steps of a finding: from where each leads where, who may take it, and what it needs.

use super::FindingState;
use crate::action::ActionState;
use crate::id::PersonId;
use crate::person::{Person, Role};
use crate::system::wire_enum;
use crate::time::Date;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// A step from one state of a finding to another.
    FindingStep {
        /// Remedy begins: the finding has an action with an owner and a due date.
        StartRemedy,
        /// Its owner says that it is remedied.
        Remedied,
        /// Somebody looked and it is.
        Verify,
        /// Somebody looked and it is not.
        SendBack,
        /// An approver accepts it until a date.
        Accept,
        /// It is open again.
        Reopen,
    }
}

impl FindingStep {
    /// Returns where the step leads from a state, or nothing when it can't be taken there.
    #[must_use]
    pub const fn from(self, state: FindingState) -> Option<FindingState> {
        use FindingState::{Accepted, Closed, InRemedy, Open, ToVerify};
        match (self, state) {
            (Self::StartRemedy, Open) | (Self::SendBack, ToVerify) => Some(InRemedy),
            (Self::Remedied, InRemedy) => Some(ToVerify),
            (Self::Verify, ToVerify) => Some(Closed),
            (Self::Accept, Open | InRemedy | ToVerify) => Some(Accepted),
            (Self::Reopen, Closed | Accepted) => Some(Open),
            _ => None,
        }
    }

    /// Returns who may take the step.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::StartRemedy | Self::Remedied => &[
                Role::Assessor,
                Role::Reviewer,
                Role::Approver,
                Role::Operator,
            ],
            Self::Verify | Self::SendBack => &[Role::Reviewer, Role::Approver],
            Self::Accept => &[Role::Approver],
            Self::Reopen => &[Role::Assessor, Role::Reviewer, Role::Approver],
        }
    }

    /// Tells whether the step needs words: what was looked at, why it is taken back or accepted.
    #[must_use]
    pub const fn needs_note(self) -> bool {
        !matches!(self, Self::StartRemedy | Self::Remedied)
    }
}

/// How the actions of a finding stand; dropped ones don't count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ActionCount {
    /// Those with an owner and a due date.
    pub planned: usize,
    /// Those that are neither done nor closed.
    pub running: usize,
}

impl ActionCount {
    /// Counts an action by its state and whether it has an owner and a due date.
    #[must_use]
    pub const fn and(self, state: ActionState, owned: bool) -> Self {
        let running = matches!(state, ActionState::Open | ActionState::InProgress);
        let counts = !matches!(state, ActionState::Dropped);
        Self {
            planned: self.planned + (counts && owned) as usize,
            running: self.running + running as usize,
        }
    }
}

/// A step as somebody asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindingMove {
    /// Which step.
    pub step: FindingStep,
    /// Why, or what was looked at.
    pub note: String,
    /// The last day on which it is accepted; with that step alone.
    pub until: Option<Date>,
}

/// Where a finding stands before a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stands {
    /// Its state on the day.
    pub state: FindingState,
    /// Its actions.
    pub actions: ActionCount,
    /// The day.
    pub today: Date,
}

/// Why a step can't be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StepRefusal {
    /// It does not lead anywhere from here.
    #[error("{step:?} does not lead anywhere from {state:?}")]
    NotFromHere {
        /// The step.
        step: FindingStep,
        /// Where the finding stands.
        state: FindingState,
    },
    /// No action has an owner and a due date.
    #[error("no action has an owner and a due date")]
    ActionMissing,
    /// Actions are not done yet.
    #[error("{0} actions are not done yet")]
    ActionsRunning(usize),
    /// The step needs words.
    #[error("the step needs a note")]
    NoteMissing,
    /// Accepting needs a last day after today.
    #[error("accepting needs a last day after today")]
    UntilMissing,
}

/// Returns where a step leads, or why it can't be taken; who may take it is [`FindingStep::roles`].
///
/// # Errors
/// [`StepRefusal`] when the step does not lead anywhere from here, or lacks what it needs.
pub fn take(stands: Stands, wanted: &FindingMove) -> Result<FindingState, StepRefusal> {
    let (step, state) = (wanted.step, stands.state);
    let to = step
        .from(state)
        .ok_or(StepRefusal::NotFromHere { step, state })?;
    match step {
        FindingStep::StartRemedy if stands.actions.planned == 0 => {
            return Err(StepRefusal::ActionMissing);
        }
        FindingStep::Remedied | FindingStep::Verify if stands.actions.running > 0 => {
            return Err(StepRefusal::ActionsRunning(stands.actions.running));
        }
        FindingStep::Accept if wanted.until.is_none_or(|until| until <= stands.today) => {
            return Err(StepRefusal::UntilMissing);
        }
        _ => {}
    }
    if step.needs_note() && wanted.note.trim().is_empty() {
        return Err(StepRefusal::NoteMissing);
    }
    Ok(to)
}

/// Tells whether a person who verifies looks at their own work: they said that it is remedied, or an
/// action names them as its owner. This is allowed, since one person may be the whole organisation;
/// it warns, and stays visible.
#[must_use]
pub fn alone<'a>(
    person: &Person,
    remedied_by: Option<PersonId>,
    mut owners: impl Iterator<Item = &'a str>,
) -> bool {
    let named = |owner: &str| owner.trim().eq_ignore_ascii_case(person.name.trim());
    remedied_by == Some(person.id) || owners.any(named)
}
