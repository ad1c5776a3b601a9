//! Pure rules of Assay: nouns, framework, grading, statistics. No I/O, no clock.

pub mod action;
pub mod answer;
pub mod assessment;
pub mod audit;
pub mod authorisation;
pub mod decision;
pub mod drill;
pub mod evidence;
pub mod facts;
pub mod fallback;
pub mod framework;
pub mod grading;
pub mod history;
pub mod id;
pub mod incident;
pub mod locale;
pub mod measure;
pub mod person;
pub mod profile;
pub mod report;
pub mod second_review;
pub mod stats;
pub mod system;
pub mod time;
pub mod volume;
pub mod workspace;
