//! What the log has already, so that a file that is imported again adds only what is new.

use super::reader::Recorded;
use crate::error::Error;
use crate::session::Writer;
use assay_domain::decision::{RecordKey, thinned_key};
use assay_domain::id::SystemId;
use assay_domain::time::Timestamp;
use std::collections::{HashMap, HashSet};

/// A day in microseconds.
const DAY: i64 = 86_400_000_000;

/// So many moments of a day are looked up one by one; then the whole day is read at once. A file that
/// names few moments of a full log stays as quick as one that repeats a month of it.
const SINGLE: u32 = 64;

/// Records that the log has, read where the file speaks of the same time.
pub(super) struct Known {
    span: Option<(Timestamp, Timestamp)>,
    /// Moments that were looked up one by one.
    read: HashSet<Timestamp>,
    /// How many moments of each day since 1970 were looked up.
    days: HashMap<i64, u32>,
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
            days: HashMap::new(),
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
        self.read_around(writer, record.facts.system, at)?;
        if self.take(&record.key) {
            return Ok(true);
        }
        // A record of that time may have lost its texts; then what is left of it is compared.
        Ok(self.thinned.contains(&at) && self.take(&thinned_key(&record.facts)))
    }

    /// Reads the keys of a moment, or of its day where many of its moments were asked for.
    fn read_around(
        &mut self,
        writer: &Writer<'_>,
        system: SystemId,
        at: Timestamp,
    ) -> Result<(), Error> {
        let day = at.micros().div_euclid(DAY);
        let looked_up = self.days.entry(day).or_default();
        if *looked_up > SINGLE || self.read.contains(&at) {
            return Ok(());
        }
        *looked_up += 1;
        let (from, length) = if *looked_up > SINGLE {
            (day * DAY, DAY)
        } else {
            (at.micros(), 1)
        };
        let span = (
            Timestamp::from_micros(from),
            Timestamp::from_micros(from + length),
        );
        let store = &writer.open.store;
        store.read(|read| {
            Ok::<_, Error>(read.decisions().keys(system, span, |at, key, thinned| {
                if self.read.contains(&at) {
                    return;
                }
                if thinned {
                    self.thinned.insert(at);
                }
                *self.keys.entry(key).or_default() += 1;
            })?)
        })?;
        if length == 1 {
            self.read.insert(at);
        }
        Ok(())
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
