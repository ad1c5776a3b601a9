//! What the desktop says about what is due, in numbers alone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much is due that this computer did not speak of today. It names nothing, since a desktop shows
/// notifications to whoever sits before it, and keeps them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reminder {
    /// Reporting clocks whose time is over.
    pub overdue_reports: u32,
    /// Reporting clocks that run.
    pub running_reports: u32,
    /// Recurring checks that are due today or overdue.
    pub checks: u32,
}

/// A notification of the desktop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NotificationShow {
    /// Its first line.
    pub title: String,
    /// What it says.
    pub text: String,
}
