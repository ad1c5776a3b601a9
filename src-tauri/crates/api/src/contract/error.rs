//! How an error crosses to the window and the terminal: as a code with arguments, never as prose.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// An error as the window sees it; Fluent renders `err-<code>` with the arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WireError {
    /// What went wrong, in kebab case; the message id is `err-` and this code.
    pub code: String,
    /// What the message names: a file, a field, a number.
    pub args: BTreeMap<String, String>,
}

/// A request or response without content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}
