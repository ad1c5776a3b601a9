//! Importing decision records and volumes: every kind of file, what is new and what is known, and
//! everything that is refused with not one row more than before.
#![allow(clippy::unwrap_used, missing_docs)]

mod file;
mod known;
mod log;
mod mapping;
mod office;
mod real;
mod refusal;
mod sheet;
mod volume;
mod whole;
