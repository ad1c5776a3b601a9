//! Where the newest records of like cases lie, so that only these are read.

use super::likeness::KeyFigure;
use super::scope::{Counted, DaySpan, Scope};
use super::setting::FigureSettings;
use crate::stats::log::Log;
use crate::time::Timestamp;

/// The seconds in which the newest records of a kind of like cases were decided, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlikeMoments {
    /// Those that followed the AI.
    pub accepted: Vec<Timestamp>,
    /// Those that did not.
    pub overridden: Vec<Timestamp>,
}

/// Finds the newest records of each kind of like cases, so many of each side at the most, in one
/// walk from the end of the log.
#[must_use]
pub fn newest_alike(
    log: &Log,
    periods: &[DaySpan],
    settings: &FigureSettings,
    keys: &[KeyFigure],
    most: usize,
) -> Vec<AlikeMoments> {
    let codes: Vec<[Option<u16>; 3]> = keys
        .iter()
        .map(|key| {
            [
                log.versions.words.find(&key.model_version),
                log.labels.find(&key.ai_output),
                log.categories.words.find(&key.category),
            ]
        })
        .collect();
    let mut scope = Scope::new(log, periods, settings);
    let mut found = vec![AlikeMoments::default(); keys.len()];
    let mut open = 2 * keys.len();
    for record in (0..log.len()).rev() {
        if open == 0 {
            break;
        }
        let here = [
            log.versions.codes.get(record),
            log.ai.get(record),
            log.categories.codes.get(record),
        ]
        .map(Some);
        let Some(key) = codes.iter().position(|code| *code == here) else {
            continue;
        };
        let side = match scope.counted(record) {
            Counted::Accepted => &mut found[key].accepted,
            Counted::Override => &mut found[key].overridden,
            Counted::Undecided | Counted::OtherOverride => continue,
        };
        if side.len() == most || scope.period(record).is_none() || !scope.chooses(record) {
            continue;
        }
        side.push(Timestamp::from_micros(
            i64::from(log.seconds[record]) * 1_000_000,
        ));
        open -= usize::from(side.len() == most);
    }
    found
}
