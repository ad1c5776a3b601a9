//! An assessment: one run through 6.3 for one AI system and period, and the rules of its life cycle.

use crate::id::{AssessmentId, EvidenceId, PersonId, ProfileId, RiskId, SystemId};
use crate::person::{Act, Role};
use crate::system::{Phase, wire_enum};
use crate::time::Period;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// How many questions are asked.
    Depth {
        /// The critical questions alone.
        Quick,
        /// Every question.
        Full,
    }
}

wire_enum! {
    /// Where an assessment stands.
    AssessmentState {
        /// Being written.
        Draft,
        /// Complete and waiting for approval; nothing can be changed.
        InReview,
        /// Approved; a report can be made and signed.
        Approved,
        /// Signed by every expected signer; final.
        Signed,
        /// Replaced by a newer assessment of the same system.
        Superseded,
    }
}

/// A step that moves an assessment from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AssessmentStep {
    /// The assessor hands it over for review.
    Submit,
    /// The reviewer or approver gives it back for changes.
    Return,
    /// The approver accepts it.
    Approve,
    /// The last expected signer has signed.
    Sign,
    /// A newer assessment has taken its place.
    Supersede,
}

impl AssessmentState {
    /// Returns the state after a step, or nothing when the step is not allowed here.
    #[must_use]
    pub const fn after(self, step: AssessmentStep) -> Option<Self> {
        match (self, step) {
            (Self::Draft, AssessmentStep::Submit) => Some(Self::InReview),
            (Self::InReview | Self::Approved, AssessmentStep::Return) => Some(Self::Draft),
            (Self::InReview, AssessmentStep::Approve) => Some(Self::Approved),
            (Self::Approved, AssessmentStep::Sign) => Some(Self::Signed),
            (Self::Signed, AssessmentStep::Supersede) => Some(Self::Superseded),
            _ => None,
        }
    }

    /// Tells whether answers may still be changed.
    #[must_use]
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::Draft)
    }
}

impl AssessmentStep {
    /// Returns the roles of which a person needs one to take the step.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Submit => &[Role::Assessor, Role::Administrator],
            Self::Return => &[Role::Reviewer, Role::Approver],
            Self::Approve => &[Role::Approver],
            Self::Sign => &[Role::Assessor, Role::Reviewer, Role::Approver],
            Self::Supersede => &[Role::Assessor, Role::Reviewer, Role::Approver],
        }
    }
}

/// One of the three facts of context, with the reason for its value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContextValue {
    /// 1 to 5 on the method's scale; nothing while unanswered.
    pub value: Option<u8>,
    /// Why this value.
    pub reason: String,
}

/// The context of use: what the application tier is computed from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Context {
    /// S, how critical the scenario is.
    pub scenario: ContextValue,
    /// A, how much the system does without a person.
    pub autonomy: ContextValue,
    /// Z, how many people or cases it reaches.
    pub scale: ContextValue,
}

/// Why a risk does not apply, and whether a second person agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NotApplicable {
    /// The reason, never empty.
    pub reason: String,
    /// The second person's agreement (`na_ok` of the method); never the one who said it.
    pub agreed: Option<Act>,
}

/// The rating of one risk before any measure. A proposal counts for nothing until a person confirms it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RiskRating {
    /// Which of the 26 risks.
    pub risk: RiskId,
    /// Likelihood 1 to 5, per year in use.
    pub likelihood: Option<u8>,
    /// Impact 1 to 5.
    pub impact: Option<u8>,
    /// Set when the risk does not apply; likelihood and impact are then empty.
    pub not_applicable: Option<NotApplicable>,
    /// Why it is rated so.
    pub reason: String,
    /// Evidence attached to the rating.
    pub evidence: Vec<EvidenceId>,
    /// Whether the values still are those that the profile proposed.
    pub as_proposed: bool,
    /// Who confirmed or changed it; nothing while it is only a proposal.
    pub confirmed: Option<Act>,
    /// Counts its saved changes from 1, so that a stale write is noticed.
    pub revision: u32,
}

/// A person expected to sign, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExpectedSigner {
    /// In which role: assessor, reviewer or approver.
    pub role: Role,
    /// Who.
    pub person: PersonId,
}

/// The head of an assessment; answers, measures and ratings are kept beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Assessment {
    /// Which assessment.
    pub id: AssessmentId,
    /// Of which AI system.
    pub system: SystemId,
    /// Which stretch of time it speaks about.
    pub period: Period,
    /// Phase of the system when the assessment was begun.
    pub phase: Phase,
    /// Quick asks the critical questions only.
    pub depth: Depth,
    /// The profile its ratings were proposed from.
    pub profile: Option<ProfileId>,
    /// Context of use.
    pub context: Context,
    /// Where it stands.
    pub state: AssessmentState,
    /// Who began it, and when.
    pub begun: Act,
    /// Who handed it over for review, and when.
    pub submitted: Option<Act>,
    /// Who approved it, and when.
    pub approved: Option<Act>,
    /// One to three signers, chosen when it is handed over.
    pub signers: Vec<ExpectedSigner>,
    /// Counts its saved changes from 1, so that a stale write is noticed.
    pub revision: u32,
}

/// A person's disagreement with a computed grade; it is printed beside the grade and never changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Dissent {
    /// Which dissent.
    pub id: crate::id::DissentId,
    /// On which assessment.
    pub assessment: AssessmentId,
    /// The grade that the person thinks right, 1 to 5.
    pub proposed_grade: u8,
    /// Why, never empty.
    pub reason: String,
    /// Who, and when.
    pub recorded: Act,
}

/// Something that is still open before an assessment can be handed over or signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", tag = "kind", deny_unknown_fields)]
pub enum Remaining {
    /// Values of the context that are unanswered.
    Context {
        /// How many of three.
        count: u32,
    },
    /// Questions in scope that are unanswered; blocks.
    Questions {
        /// How many.
        count: u32,
    },
    /// "Not applicable" answers without a reason; blocks.
    Reasons {
        /// How many.
        count: u32,
    },
    /// Measures of section 4 that are unanswered; blocks.
    Measures {
        /// How many of 21.
        count: u32,
    },
    /// Ratings that nobody has confirmed; blocks.
    Ratings {
        /// How many of 26.
        count: u32,
    },
    /// Critical questions answered "met" or "partly" without evidence; advice.
    Evidence {
        /// How many.
        count: u32,
    },
    /// Risks held not applicable by one person alone; advice.
    SecondPerson {
        /// How many.
        count: u32,
    },
}

impl Remaining {
    /// Returns how many are open.
    #[must_use]
    pub const fn count(&self) -> u32 {
        match self {
            Self::Context { count }
            | Self::Questions { count }
            | Self::Reasons { count }
            | Self::Measures { count }
            | Self::Ratings { count }
            | Self::Evidence { count }
            | Self::SecondPerson { count } => *count,
        }
    }

    /// Tells whether the open point keeps the assessment from being handed over.
    #[must_use]
    pub const fn blocks(&self) -> bool {
        !matches!(self, Self::Evidence { .. } | Self::SecondPerson { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signed_is_final_but_for_being_superseded() {
        let steps = [
            AssessmentStep::Submit,
            AssessmentStep::Return,
            AssessmentStep::Approve,
            AssessmentStep::Sign,
            AssessmentStep::Supersede,
        ];
        for step in steps {
            let expected =
                (step == AssessmentStep::Supersede).then_some(AssessmentState::Superseded);
            assert_eq!(AssessmentState::Signed.after(step), expected);
            assert_eq!(AssessmentState::Superseded.after(step), None);
        }
    }

    #[test]
    fn only_a_draft_can_be_edited() {
        let editable: Vec<_> = AssessmentState::ALL
            .iter()
            .filter(|state| state.is_editable())
            .collect();
        assert_eq!(editable, [&AssessmentState::Draft]);
    }

    #[test]
    fn nothing_is_signed_that_was_not_approved() {
        for state in AssessmentState::ALL {
            let signed = state.after(AssessmentStep::Sign).is_some();
            assert_eq!(signed, *state == AssessmentState::Approved);
        }
    }
}
