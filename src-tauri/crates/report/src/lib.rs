//! Report model, layout and PDF bytes.
//!
//! A [`model::Document`] is laid out into a list of things to draw and a structure tree, and written
//! as PDF/A-3a and PDF/UA-1. The same document, fonts and meta data give the same bytes: there is no
//! clock, no randomness and no reading of files here. [`report`] makes a report from the facts of its
//! kind.

pub mod chart;
mod error;
pub mod l10n;
mod layout;
pub mod model;
mod pdf;
mod section;
mod text;

pub use error::Error;
pub use pdf::{Attachment, Meta, render, signature_appearance};
pub use section::{
    Further, MadeReport, Printed, Source, Told, evidence_numbers, report, signer_act,
};
pub use text::{FontFile, FontSource, Fonts, Weight, font_files};
