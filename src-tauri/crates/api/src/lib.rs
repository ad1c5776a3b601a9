//! Use cases: the whole program without a window.
//!
//! [`contract`] declares every command once; [`dispatch()`] runs one on a [`Session`]. Clock,
//! randomness and folders come in through [`Environment`], what only a window can do through
//! [`host::Host`].

mod action;
mod anchor;
mod answer;
mod assessment;
mod audit;
mod audit_sample;
mod authorisation;
pub mod bindings;
mod body;
mod conduct;
pub mod contract;
mod decision;
mod decision_import;
mod dispatch;
mod drill;
mod duty;
mod editable;
mod environment;
mod error;
mod evidence;
mod fallback;
mod figure;
mod finding;
mod framework;
mod freeze;
mod history;
pub mod host;
mod import;
mod incident;
mod integrity;
mod lifecycle;
mod locked_drill;
mod logo;
mod measure;
pub mod method;
pub mod native;
mod outside;
mod overview;
mod page;
mod paper;
mod person;
mod privacy;
mod programme;
mod proposal;
mod question_pack;
mod rating;
mod reason;
pub mod record;
mod redact;
mod reminder;
mod report;
mod result;
mod sample;
mod second_review;
mod session;
mod signing;
mod stats;
mod system;
mod thin;
mod verify;
mod volume;
mod whole;
mod workspace;

pub use assay_report::l10n;
pub use dispatch::{dispatch, dispatch_host};
pub use environment::{Environment, Steady};
pub use error::Error;
pub use framework::bundled as bundled_framework;
pub use outside::Output;
pub use sample::PASSPHRASE as SAMPLE_PASSPHRASE;
pub use session::Session;
