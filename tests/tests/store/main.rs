//! The workspace file: made, opened, changed, refused, checked.
#![allow(clippy::unwrap_used, missing_docs)]

mod backup;
mod bytes;
mod content;
mod decision;
mod history;
mod incident;
mod person;
mod record;
mod refusal;
mod schema;
mod volume;
