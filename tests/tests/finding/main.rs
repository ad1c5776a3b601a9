//! Findings: their rules, their life in a workspace, and the rectification ledger.
#![allow(clippy::unwrap_used, missing_docs)]

mod ledger;
mod life;
mod office;
mod rules;
mod terminal;
