//! Decision records and volumes from files of other programs.

mod mapping;

pub use mapping::*;
