//! A person who unlocks, answers, reviews or signs, and the roles that say what they may do.

use crate::id::PersonId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a person may do in a workspace; one person may hold several roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Manages persons and settings.
    Administrator,
    /// Answers, rates and writes.
    Assessor,
    /// Checks what the assessor wrote and confirms "not applicable".
    Reviewer,
    /// Approves the assessment and accepts risk.
    Approver,
    /// Keeps decision records and rehearses the fallback.
    Operator,
    /// Reads only.
    Inspector,
}

impl Role {
    /// Every role, in the order in which screens list them.
    pub const ALL: [Self; 6] = [
        Self::Administrator,
        Self::Assessor,
        Self::Reviewer,
        Self::Approver,
        Self::Operator,
        Self::Inspector,
    ];
}

/// A person with a key slot in the workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// Who it is, for every record that names them.
    pub id: PersonId,
    /// Name or role title, as it is printed on reports.
    pub name: String,
    /// Post or unit, may be empty.
    pub title: String,
    /// What they may do; never empty for an active person.
    pub roles: BTreeSet<Role>,
    /// When they were added.
    pub added_at: Timestamp,
}

impl Person {
    /// Tells whether the person holds the role.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Act {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}
