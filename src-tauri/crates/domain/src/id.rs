//! Typed identifiers, so that an audit's id can never be passed where a question's is meant.
//!
//! Records made in a workspace carry a UUIDv7; entries of the framework carry the short id
//! that the catalogue prints, such as `6.3h` or `c-03`.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! record_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID that the composition root or the store made.
            #[must_use]
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// Returns the UUID itself, for storage keys.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

macro_rules! catalogue_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Returns the id as the catalogue prints it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )+};
}

record_ids! {
    /// One workspace file.
    WorkspaceId,
    /// One person with a key slot.
    PersonId,
    /// One AI system.
    SystemId,
    /// One run through 6.3 for one AI system and period.
    AssessmentId,
    /// One piece of evidence.
    EvidenceId,
    /// One treatment or corrective action.
    ActionId,
    /// One report made from a frozen state.
    ReportId,
    /// One audit of an AI system.
    AuditId,
    /// One finding of an audit.
    FindingId,
    /// One sample that an audit drew.
    AuditSampleId,
    /// One decision record.
    DecisionId,
    /// One volume: totals or exposure of a period.
    VolumeId,
    /// An import of decision records or volumes.
    ImportId,
    /// A sample of decisions for second review.
    SecondReviewId,
    /// One fallback plan: how work at a decision point goes on without the AI.
    FallbackPlanId,
    /// One drill of a fallback.
    DrillId,
    /// One test of stopping an AI system.
    StopTestId,
    /// One incident or near miss.
    IncidentId,
    /// One report of an incident.
    IncidentReportId,
    /// One dissent recorded beside a computed grade.
    DissentId,
    /// One plan of a recurring check.
    PlanId,
    /// One recurring check that was carried out.
    CheckId,
}

catalogue_ids! {
    /// A clause of 6.3, by its letter: `a` to `i`.
    ClauseId,
    /// One of our questions, such as `c-03`.
    QuestionId,
    /// One of the 26 risks of section 3, such as `3.1.1e`.
    RiskId,
    /// A countermeasure of section 4 (`4.1.1a`) or a clause as control (`6.3h`).
    ControlId,
    /// A governance measure of section 5, such as `5.6`.
    GovernanceId,
    /// One of our scenario profiles, such as `public-chatbot`.
    ProfileId,
    /// A reason for an override, ours or an AI system's own, such as `wrong-fact`.
    ReasonId,
    /// A reporting duty, ours such as `cn-summary` or an organisation's own.
    DutyId,
}
