//! Report model, layout, PDF bytes, and the editable copy.
//!
//! A [`model::Document`] is laid out into a list of things to draw and a structure tree, and written
//! as PDF/A-3a and PDF/UA-1; or its blocks become those of a Word file. The same document, fonts and
//! meta data give the same bytes: there is no clock, no randomness and no reading of files here.
//! [`report`] makes a report from the facts of its kind.

pub mod chart;
mod docx;
mod error;
pub mod l10n;
mod layout;
pub mod model;
mod pdf;
mod section;
mod text;

pub use docx::{CopyMeta, editable};
pub use error::Error;
pub use pdf::{Attachment, Meta, render, signature_appearance};
pub use section::{
    Further, MadeReport, Printed, Source, Told, documents, editable_copy, evidence_numbers, groups,
    report, signer_act,
};
pub use text::{FontFile, FontSource, Fonts, Weight, font_files};

/// The most pages that a report may have; each takes half a megabyte of memory or so while it is made.
pub const MOST_PAGES: u16 = 2_000;
