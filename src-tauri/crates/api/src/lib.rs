//! Use cases: the whole program without a window.
//!
//! [`contract`] declares every command once.

pub mod bindings;
pub mod contract;
