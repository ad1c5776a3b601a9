//! One module per noun: its migrations, its row, a handle that reads and a handle that writes.

pub mod action;
pub mod answer;
pub mod assessment;
pub mod audit;
pub mod check_record;
pub mod decision;
pub mod decision_block;
pub mod decision_import;
pub mod dissent;
pub mod evidence;
pub mod finding;
pub mod incident;
pub mod mapping;
pub mod measure;
pub mod person;
pub mod plan;
pub mod rating;
pub mod reason;
pub mod report;
pub mod resume;
pub mod reviewer_name;
pub mod second_review;
pub mod system;
pub mod volume;
pub mod workspace;
