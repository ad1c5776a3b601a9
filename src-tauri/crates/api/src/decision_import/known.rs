//! What the log has already, so that a file that is imported again adds only what is new.

use super::reader::Recorded;
use crate::error::Error;
use crate::session::Writer;
use assay_domain::decision::{RecordKey, thinned_key};
use assay_domain::id::SystemId;
use assay_domain::time::Timestamp;
use std::collections::{HashMap, HashSet};

/// Records that the log has, read moment by moment where the file speaks of the same time.
pub(super) struct Known {
    span: Option<(Timestamp, Timestamp)>,
    read: HashSet<Timestamp>,
    /// Moments at which a record has lost its texts.
    thinned: HashSet<Timestamp>,
    keys: HashMap<RecordKey, u32>,
}

impl Known {
    /// Begins with what lies between the first and the last moment of the log.
    pub(super) fn within(span: Option<(Timestamp, Timestamp)>) -> Self {
        Self {
            span,
            read: HashSet::new(),
            thinned: HashSet::new(),
            keys: HashMap::new(),
        }
    }

    /// Tells whether the log has a record already, which it then answers only as often as the log has it.
    pub(super) fn holds(&mut self, writer: &Writer<'_>, record: &Recorded) -> Result<bool, Error> {
        let at = record.facts.decided_at.at();
        let within = |(first, last): (Timestamp, Timestamp)| first <= at && at <= last;
        if !self.span.is_some_and(within) {
            return Ok(false);
        }
        if self.read.insert(at) {
            let system: SystemId = record.facts.system;
            let keys = writer
                .open
                .store
                .read(|read| Ok::<_, Error>(read.decisions().keys_at(system, at)?))?;
            for (key, thinned) in keys {
                if thinned {
                    self.thinned.insert(at);
                }
                *self.keys.entry(key).or_default() += 1;
            }
        }
        if self.take(&record.key) {
            return Ok(true);
        }
        // A record of that time may have lost its texts; then what is left of it is compared.
        Ok(self.thinned.contains(&at) && self.take(&thinned_key(&record.facts)))
    }

    fn take(&mut self, key: &RecordKey) -> bool {
        match self.keys.get_mut(key) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }
}
