//! Ids of the records of one import.

use assay_domain::id::DecisionId;
use assay_domain::time::Timestamp;
use assay_store::Random;

/// Ids of one import: the time, a number that counts up and randomness, so that its rows lie side by side.
pub(super) struct Ids {
    millis: u64,
    next: u64,
    random: Random,
    /// Random bytes that were fetched ahead, since each fetch asks the operating system.
    ahead: Vec<u8>,
}

/// Random bytes of an id, and how many of these are fetched at once.
const RANDOM: usize = 5;
const AT_ONCE: usize = 2_000;

impl Ids {
    /// Begins the ids of an import of a moment.
    pub(super) fn at(at: Timestamp, random: Random) -> Self {
        Self {
            millis: u64::try_from(at.micros() / 1_000).unwrap_or_default(),
            next: 0,
            random,
            ahead: Vec::new(),
        }
    }

    pub(super) fn next(&mut self) -> DecisionId {
        if self.ahead.is_empty() {
            self.ahead.resize(RANDOM * AT_ONCE, 0);
            (self.random)(&mut self.ahead);
        }
        let mut bytes = [0; 10];
        let rest = self.ahead.len() - RANDOM;
        bytes[RANDOM..].copy_from_slice(&self.ahead[rest..]);
        self.ahead.truncate(rest);
        // The version takes the upper half of the first byte and the variant two bits of the third.
        let number = self.next.to_be_bytes();
        let at = |bits: u64| u8::try_from(self.next >> bits & 0xff).unwrap_or_default();
        bytes[0] = at(30) & 0x0f;
        bytes[1] = at(22);
        bytes[2] = at(16) & 0x3f;
        bytes[3] = number[6];
        bytes[4] = number[7];
        self.next += 1;
        DecisionId::new(uuid::Builder::from_unix_timestamp_millis(self.millis, &bytes).into_uuid())
    }
}
