//! Audits through the api: programme, checklist, packs, the next audit, comparison and trend.
#![allow(clippy::unwrap_used, missing_docs)]

mod life;
mod next;
mod office;
mod pack;
mod programme;
mod terminal;
mod walk;
