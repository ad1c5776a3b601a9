//! A strict reader of the PDF files that reports are: it refuses what it does not expect.
//!
//! It is not a general PDF reader. A tolerant one repairs a file before looking at it, and what it repaired is then not what was signed.

pub(crate) mod document;
pub(crate) mod filter;
pub(crate) mod object;
pub(crate) mod parse;
pub(crate) mod text;
pub(crate) mod tile;
pub(crate) mod xref;

/// Why a file was not read: where, and what was expected there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at byte {at}: expected {expected}")]
pub(crate) struct Fault {
    /// Offset in the file, in bytes; for an object inside an object stream, the offset in that stream.
    pub(crate) at: usize,
    /// What a readable file has there, for logs.
    pub(crate) expected: &'static str,
}

impl Fault {
    pub(crate) const fn new(at: usize, expected: &'static str) -> Self {
        Self { at, expected }
    }
}

/// Says of an encrypted file that nothing in it can be read.
pub(crate) const UNENCRYPTED: &str = "a file that is not encrypted";
