//! The authorisation matrix: what an AI system may do alone, what after approval, what never, and who may
//! stop it (6.3 h); with the tests that it really stops.

use crate::id::{StopTestId, SystemId};
use crate::person::Act;
use crate::system::wire_enum;
use crate::time::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many actions a matrix may list.
pub const MOST_ACTIONS: usize = 200;
/// The longest text of a matrix, in characters.
pub const LONGEST_TEXT: usize = 1_000;
/// The longest time that a stop may take in a test: 30 days, in seconds.
pub const LONGEST_STOP_S: u32 = 30 * 24 * 3600;

wire_enum! {
    /// What an AI system may do, the least first.
    Permission {
        /// It may not.
        Never,
        /// It may when a person approved.
        AfterApproval,
        /// It may by itself.
        Alone,
    }
}

/// What an AI system may do in one kind of action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Authorisation {
    /// The kind of action, never empty and each only once.
    pub action: String,
    /// What the AI may do.
    pub permission: Permission,
    /// Who approves, where approval is needed.
    pub approver: String,
    /// Who may stop it.
    pub stopper: String,
    /// How it is stopped.
    pub stop_method: String,
    /// The last day on which the permission holds; nothing where it has no end.
    pub expires: Option<Date>,
}

impl Authorisation {
    /// Returns the permission that holds on a day: what has expired is forbidden.
    #[must_use]
    pub fn on(&self, day: Date) -> Permission {
        match self.expires {
            Some(last) if last < day => Permission::Never,
            _ => self.permission,
        }
    }

    /// Returns what an action is compared by: its words without the spaces around and the case.
    fn key(&self) -> String {
        self.action.trim().to_lowercase()
    }
}

/// A version of a system's authorisation matrix. Never edited: each save makes another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuthorisationMatrix {
    /// Of which AI system.
    pub system: SystemId,
    /// Counts the versions of a matrix from 1, so that a stale write is noticed.
    pub version: u32,
    /// What it allows and forbids.
    pub actions: Vec<Authorisation>,
    /// What the version changes, in words; may be empty.
    pub note: String,
    /// Who wrote this version, and when.
    pub saved: Act,
    /// Who approved this version, and when.
    pub approved: Option<Act>,
}

/// Why a matrix or a stop test is not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A matrix without an action.
    #[error("the matrix lists no action")]
    Empty,
    /// A matrix with too many actions.
    #[error("the matrix lists more than {MOST_ACTIONS} actions")]
    TooMany,
    /// An action without a name, by its place from 1.
    #[error("action {0} has no name")]
    ActionMissing(usize),
    /// An action that is listed twice.
    #[error("the action {0} is listed twice")]
    ActionTwice(String),
    /// A text that is too long.
    #[error("a text is longer than {LONGEST_TEXT} characters")]
    TooLong,
    /// A stop test in the future.
    #[error("the test lies in the future")]
    Future,
    /// A stop test without who tested.
    #[error("nobody is named as the one who tested")]
    TesterMissing,
    /// A stop test that stopped, without the time that it took.
    #[error("the time is missing")]
    TimeMissing,
    /// A time that is too long.
    #[error("the time is longer than {LONGEST_STOP_S} seconds")]
    TimeTooLong,
}

/// Checks what a matrix lists.
///
/// # Errors
/// Returns the first thing that is wrong.
pub fn check(actions: &[Authorisation]) -> Result<(), Refusal> {
    if actions.is_empty() {
        return Err(Refusal::Empty);
    }
    if actions.len() > MOST_ACTIONS {
        return Err(Refusal::TooMany);
    }
    let mut seen = std::collections::BTreeSet::new();
    for (place, row) in actions.iter().enumerate() {
        if row.action.trim().is_empty() {
            return Err(Refusal::ActionMissing(place + 1));
        }
        let texts = [&row.action, &row.approver, &row.stopper, &row.stop_method];
        if texts.iter().any(|text| is_long(text)) {
            return Err(Refusal::TooLong);
        }
        if !seen.insert(row.key()) {
            return Err(Refusal::ActionTwice(row.action.trim().to_owned()));
        }
    }
    Ok(())
}

fn is_long(text: &str) -> bool {
    text.chars().count() > LONGEST_TEXT
}

wire_enum! {
    /// What an action of a matrix lacks.
    AuthorisationGap {
        /// Approval is needed and nobody gives it.
        Approver,
        /// Nobody may stop it.
        Stopper,
        /// It is not said how it is stopped.
        StopMethod,
        /// It expired, so it is forbidden now.
        Expired,
    }
}

/// Returns what an action lacks on a day. What is forbidden needs nobody who stops it.
#[must_use]
pub fn gaps(row: &Authorisation, today: Date) -> Vec<AuthorisationGap> {
    let empty = |text: &str| text.trim().is_empty();
    let allowed = row.permission != Permission::Never;
    let approval = row.permission == Permission::AfterApproval;
    [
        (AuthorisationGap::Approver, approval && empty(&row.approver)),
        (AuthorisationGap::Stopper, allowed && empty(&row.stopper)),
        (
            AuthorisationGap::StopMethod,
            allowed && empty(&row.stop_method),
        ),
        (
            AuthorisationGap::Expired,
            allowed && row.on(today) == Permission::Never,
        ),
    ]
    .into_iter()
    .filter_map(|(gap, holds)| holds.then_some(gap))
    .collect()
}

wire_enum! {
    /// How an action changed between two versions.
    MatrixChange {
        /// It is new.
        Added,
        /// It is listed no more.
        Removed,
        /// The AI may do more, or for longer.
        Widened,
        /// The AI may do less, or for a shorter time.
        Narrowed,
        /// Who approves, who stops or how differs.
        Reworded,
        /// Nothing differs.
        Same,
    }
}

/// An action of two versions side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ComparedAction {
    /// How it changed.
    pub change: MatrixChange,
    /// As it was; nothing for a new one.
    pub before: Option<Authorisation>,
    /// As it is; nothing for one that is gone.
    pub after: Option<Authorisation>,
}

/// Compares two versions: the actions of the later one in its order, then those that are gone.
#[must_use]
pub fn compare(before: &[Authorisation], after: &[Authorisation]) -> Vec<ComparedAction> {
    let mut old: BTreeMap<String, &Authorisation> =
        before.iter().map(|row| (row.key(), row)).collect();
    let mut compared: Vec<ComparedAction> = after
        .iter()
        .map(|row| {
            let earlier = old.remove(&row.key());
            ComparedAction {
                change: earlier.map_or(MatrixChange::Added, |earlier| changed(earlier, row)),
                before: earlier.cloned(),
                after: Some(row.clone()),
            }
        })
        .collect();
    let gone = before.iter().filter(|row| old.contains_key(&row.key()));
    compared.extend(gone.map(|row| ComparedAction {
        change: MatrixChange::Removed,
        before: Some(row.clone()),
        after: None,
    }));
    compared
}

fn changed(before: &Authorisation, after: &Authorisation) -> MatrixChange {
    // Where the permission is the same, one that ends later is wider; one without an end is the widest.
    let end = |row: &Authorisation| row.expires.unwrap_or(Date::MAX);
    let reach = |row: &Authorisation| match row.permission {
        Permission::Never => (Permission::Never, Date::MAX),
        allowed => (allowed, end(row)),
    };
    match reach(after).cmp(&reach(before)) {
        std::cmp::Ordering::Greater => MatrixChange::Widened,
        std::cmp::Ordering::Less => MatrixChange::Narrowed,
        std::cmp::Ordering::Equal if before == after => MatrixChange::Same,
        std::cmp::Ordering::Equal => MatrixChange::Reworded,
    }
}

wire_enum! {
    /// What a stop test showed.
    StopResult {
        /// The AI stopped, and nothing of it took effect any more.
        Stopped,
        /// It stopped in part, or something still took effect.
        Partly,
        /// It did not stop.
        NotStopped,
    }
}

/// What a person says about a stop test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StopTestFacts {
    /// Of which AI system.
    pub system: SystemId,
    /// Which action was stopped; empty for the system as a whole.
    pub action: String,
    /// On which day.
    pub day: Date,
    /// Who tested.
    pub tester: String,
    /// What it showed.
    pub result: StopResult,
    /// Seconds from the order to the stop; known where it stopped.
    pub stopped_after_s: Option<u32>,
    /// What was seen; may be empty.
    pub note: String,
}

/// A stop test as recorded. Never edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StopTest {
    /// Which test.
    pub id: StopTestId,
    /// What is said about it.
    pub facts: StopTestFacts,
    /// The version of the matrix that held, if there was one.
    pub matrix_version: Option<u32>,
    /// Who recorded it, and when.
    pub recorded: Act,
}

/// Checks a stop test on a day of the workspace's calendar.
///
/// # Errors
/// Returns the first thing that is wrong.
pub fn check_stop_test(facts: &StopTestFacts, today: Date) -> Result<(), Refusal> {
    if facts.day > today {
        return Err(Refusal::Future);
    }
    if facts.tester.trim().is_empty() {
        return Err(Refusal::TesterMissing);
    }
    if [&facts.action, &facts.tester, &facts.note]
        .iter()
        .any(|text| is_long(text))
    {
        return Err(Refusal::TooLong);
    }
    match (facts.result, facts.stopped_after_s) {
        (_, Some(seconds)) if seconds > LONGEST_STOP_S => Err(Refusal::TimeTooLong),
        (StopResult::Stopped, None) => Err(Refusal::TimeMissing),
        _ => Ok(()),
    }
}
