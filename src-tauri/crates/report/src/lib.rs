//! Report model, layout and PDF bytes.
