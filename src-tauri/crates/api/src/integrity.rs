//! What the check of a workspace compares beyond pages, chain and digests: the heads that reports state
//! with the history.
//!
//! Whoever knows a passphrase can write into the file past the program, the whole chain anew among it. The
//! heads that were printed and signed are lost by that.

mod heads;

use crate::contract::CheckProblem;
use crate::error::Error;
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
#[derive(Default)]
pub(crate) struct Beside {
    /// Heads that lie on no chain.
    pub(crate) reports: Vec<CheckProblem>,
}

/// Compares heads with the history. Where pages or the chain are damaged nothing is compared:
/// what could be said would follow from that damage.
pub(crate) fn beside(store: &Store, check: &Check) -> Result<Beside, Error> {
    let damaged = |problem: &Problem| {
        matches!(
            problem,
            Problem::Page(_) | Problem::Unreadable(_) | Problem::History(_)
        )
    };
    if check.problems.iter().any(damaged) {
        return Ok(Beside::default());
    }
    store.read(|read| {
        Ok(Beside {
            reports: heads::off_the_chain(read)?.sentences(),
        })
    })
}
