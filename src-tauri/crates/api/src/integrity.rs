//! What the check of a workspace compares beyond pages, chain and digests: the heads that reports state
//! with the history, and the rows with what the history says of them.
//!
//! Whoever knows a passphrase can write into the file past the program. The history cannot be rewritten
//! without losing the heads that were printed and signed, and a row cannot be changed without saying
//! something else than its last entry. These are compared with the history:
//!
//! - the workspace's settings, logo and retention; persons with name, title and roles;
//! - systems that were entered or changed by hand;
//! - assessments with state, hand-over, approval, signers, context; their answers, measures, ratings and
//!   dissents; the organisation's answers;
//! - reports with state and signatures, and each version of their files;
//! - decision records and volumes that were entered by hand, incidents in all versions, their reports;
//! - findings and actions.
//!
//! Not covered, since no entry holds it:
//!
//! - systems, volumes and decision records of an import before they are changed by hand: the entry holds
//!   one digest over all of them. Rows that carry the time or number of an import are taken to be its own;
//! - which pieces of evidence belong where, and what is said of them: entries do not name the new piece;
//! - how a profile's proposed rating is worded. Its numbers are compared with the program's profile, and
//!   answers are looked for where the program's question belongs: both stay as they are once published.
//!   Answers to a question, and ratings by a profile, that the program does not know;
//! - certificates and addresses of persons, and who may open reviewers' names;
//! - revisions, since what counts them is the program and not a person;
//! - a finding or action after a ledger was taken in, until it is changed by itself: the entry holds cells;
//! - the texts of decision records that were thinned;
//! - audits with checklists and samples, plans and checks, duties, matrices, fallback plans, drills,
//!   question packs, reasons, mappings, second reviews, and what is computed from others (summaries,
//!   columns of the log).

mod agree;
mod assessments;
mod heads;
mod replay;
mod rows;
mod texts;

use crate::contract::CheckProblem;
use crate::error::Error;
use assay_domain::framework::Framework;
use assay_store::{Check, Problem, Store};

/// How many problems of one kind are named; the rest are counted.
const MOST: usize = 100;

/// A list of problems that names the first of them and counts the rest.
#[derive(Default)]
pub(crate) struct Found {
    named: Vec<CheckProblem>,
    more: u64,
}

impl Found {
    fn add(&mut self, code: &str, args: &[(&str, String)]) {
        if self.named.len() < MOST {
            self.named.push(CheckProblem::new(code, args));
        } else {
            self.more += 1;
        }
    }

    /// Returns the sentences, the last of which says how many were left out.
    fn sentences(mut self) -> Vec<CheckProblem> {
        if self.more > 0 {
            let count = [("count", self.more.to_string())];
            self.named.push(CheckProblem::new("more", &count));
        }
        self.named
    }
}

/// What was found beside the store's own check, by the item that it belongs to.
pub(crate) struct Beside {
    /// Erasable texts that are gone.
    pub(crate) history: Vec<CheckProblem>,
    /// Heads that lie on no chain.
    pub(crate) reports: Vec<CheckProblem>,
    /// Rows that say something else than the history.
    pub(crate) records: Vec<CheckProblem>,
}

/// Compares heads and rows with the history. Where the file cannot be read whole there is nothing: what could
/// be said would follow from that damage.
pub(crate) fn beside(
    store: &Store,
    framework: &Framework,
    check: &Check,
) -> Result<Option<Beside>, Error> {
    let damaged = |problem: &Problem| matches!(problem, Problem::Page(_) | Problem::Unreadable(_));
    if check.problems.iter().any(damaged) {
        return Ok(None);
    }
    store.read(|read| {
        let (records, history) = rows::compared(read, framework)?;
        Ok(Some(Beside {
            history: history.sentences(),
            reports: heads::off_the_chain(read)?.sentences(),
            records: records.sentences(),
        }))
    })
}
