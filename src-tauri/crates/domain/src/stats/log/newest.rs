//! Where a page of the log begins when so many newer records are passed over.

use super::Log;
use crate::time::Timestamp;

/// The place of the nth newest record among those of some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newest {
    /// There are only so many.
    Fewer(u64),
    /// It lies in the second before `until`, and so many of its time lie in that second or later
    /// than it but are newer than that second.
    At {
        /// The end of its second.
        until: Timestamp,
        /// Records of later seconds.
        newer: u64,
    },
}

impl Log {
    /// Returns where the nth newest record lies, counted from 0, of those from one moment (included)
    /// to another (excluded); both are whole seconds.
    #[must_use]
    pub fn newest(&self, from: Timestamp, until: Timestamp, n: u64) -> Newest {
        let second = |at: Timestamp| at.micros().div_euclid(1_000_000);
        let span = second(from)..second(until);
        let within = self
            .seconds
            .iter()
            .filter(|at| span.contains(&i64::from(**at)));
        let mut seconds: Vec<u32> = within.copied().collect();
        let Ok(place) = usize::try_from(n) else {
            return Newest::Fewer(seconds.len() as u64);
        };
        if place >= seconds.len() {
            return Newest::Fewer(seconds.len() as u64);
        }
        let (newer, at, _) = seconds.select_nth_unstable_by(place, |a, b| b.cmp(a));
        let newer = newer.iter().filter(|other| **other > *at).count() as u64;
        Newest::At {
            until: Timestamp::from_micros((i64::from(*at) + 1) * 1_000_000),
            newer,
        }
    }
}
