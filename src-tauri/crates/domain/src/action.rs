//! An action: a treatment or corrective action, with an owner and a due date.

use crate::decision::DecisionSignal;
use crate::id::{
    ActionId, AssessmentId, ControlId, EvidenceId, FindingId, IncidentId, QuestionId, RiskId,
    SystemId,
};
use crate::system::wire_enum;
use crate::time::{Date, Timestamp};
use serde::{Deserialize, Serialize};

wire_enum! {
    /// How far an action is.
    ActionState {
        /// Not begun.
        Open,
        /// Being done.
        InProgress,
        /// Done, waiting to be verified.
        Done,
        /// Verified and closed.
        Closed,
        /// Dropped, with a reason in the note.
        Dropped,
    }
}

/// What an action answers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(
    rename_all = "camelCase",
    tag = "kind",
    content = "id",
    deny_unknown_fields
)]
pub enum ActionTarget {
    /// The system as a whole.
    System,
    /// One of our questions.
    Question(QuestionId),
    /// One of the 26 risks.
    Risk(RiskId),
    /// A countermeasure or a clause of 6.3.
    Control(ControlId),
    /// A finding of an audit.
    Finding(FindingId),
    /// An incident.
    Incident(IncidentId),
    /// A sign in the decision records.
    Signal(DecisionSignal),
    /// A question to the supplier about a sign in the decision records.
    Supplier(DecisionSignal),
}

/// What a person says about an action; the part that a form edits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActionFacts {
    /// What is to be done, never empty.
    pub title: String,
    /// Which AI system it concerns.
    pub system: SystemId,
    /// The assessment from which it came.
    pub assessment: Option<AssessmentId>,
    /// What it answers to.
    pub target: ActionTarget,
    /// Who owns it: a name or a post.
    pub owner: String,
    /// When it is due.
    pub due: Option<Date>,
    /// How far it is.
    pub state: ActionState,
    /// Note, or the reason for dropping it.
    pub note: String,
    /// Proof of closing.
    pub proof: Vec<EvidenceId>,
}

impl ActionFacts {
    /// Tells whether the action is late on the given day.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        let running = matches!(
            self.state,
            ActionState::Open | ActionState::InProgress | ActionState::Done
        );
        running && self.due.is_some_and(|due| due < today)
    }
}

/// An action in the workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Action {
    /// Which action.
    pub id: ActionId,
    /// What is said about it.
    pub facts: ActionFacts,
    /// Counts its saved changes from 1, so that a stale write is noticed.
    pub revision: u32,
    /// When it was added.
    pub added_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
}
