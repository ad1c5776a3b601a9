//! What holds of the sources themselves: the boundaries between crates, the contract, the messages.
//!
//! `src-tauri/ARCHITECTURE.md` lists the invariants and names the test of each.
#![allow(clippy::unwrap_used, missing_docs)]

mod architecture;
mod contract;
mod fonts;
mod layers;
mod messages;
mod source;
mod text;
