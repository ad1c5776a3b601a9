//! Samples of audits: the law behind them, and their life in a workspace.
#![allow(clippy::unwrap_used, missing_docs)]

mod law;
mod life;
