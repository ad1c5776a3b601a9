//! Decision records and volumes from files of other programs: a [`Mapping`] says how columns become
//! records, a [`Mapper`] applies it row by row and lists every value that can't be taken.

mod cell;
mod expression;
mod file;
mod map;
mod mapping;
mod moment;
mod number;
mod problem;
mod propose;
mod volume;
mod words;

pub use cell::LocalTime;
pub use file::{FileError, read_mapping, write_mapping};
pub use map::{Mapper, Setting, Taken};
pub use mapping::*;
pub use problem::{Error, Problem, ProblemKind};
pub use propose::propose;
pub use volume::VolumeSums;
