//! What was computed from the log of decisions, kept until a record changes.
//!
//! The log may hold millions of records, and the grade of an assessment, which every saved answer
//! asks for, needs no more of it than a few counts. The workspace has one writer, this one, so what
//! it does not change stays as it was.

use assay_domain::decision::FallbackFacts;
use assay_domain::id::SystemId;
use assay_domain::time::Timestamp;
use std::cell::RefCell;
use std::collections::HashMap;

/// Of which system, from which moment (included) to which (excluded).
pub(crate) type Span = (SystemId, Timestamp, Timestamp);

#[derive(Default)]
pub(crate) struct LogMemo(RefCell<HashMap<Span, FallbackFacts>>);

impl LogMemo {
    /// Returns what is kept, or computes and keeps it.
    pub(crate) fn get<E>(
        &self,
        span: Span,
        compute: impl FnOnce() -> Result<FallbackFacts, E>,
    ) -> Result<FallbackFacts, E> {
        if let Some(kept) = self.0.borrow().get(&span) {
            return Ok(*kept);
        }
        let made = compute()?;
        self.0.borrow_mut().insert(span, made);
        Ok(made)
    }

    /// Forgets everything, since a record changed, or a change of one was taken back.
    pub(crate) fn forget(&self) {
        self.0.borrow_mut().clear();
    }
}
