//! Drills: their rules, their life in a workspace, at the lock screen and at the terminal, and what they
//! do to clause 6.3 i.
#![allow(clippy::unwrap_used, missing_docs)]

mod clause;
mod life;
mod locked;
mod office;
mod rules;
mod terminal;
