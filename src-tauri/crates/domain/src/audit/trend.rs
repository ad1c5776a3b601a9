//! Results of audits by dimension, from which lists and trends are told.

use super::{AuditItem, Dimension, ItemResult};
use serde::{Deserialize, Serialize};

/// How many questions of a dimension came to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DimensionTally {
    /// Which dimension.
    pub dimension: Dimension,
    /// As they should be.
    pub conforms: u32,
    /// Of those, taken over from the audit before.
    pub carried: u32,
    /// In part.
    pub partly: u32,
    /// Not as they should be.
    pub fails: u32,
    /// Not applicable.
    pub not_applicable: u32,
    /// Not tested.
    pub not_tested: u32,
    /// Still open.
    pub open: u32,
}

impl DimensionTally {
    /// Makes an empty tally.
    #[must_use]
    pub const fn new(dimension: Dimension) -> Self {
        Self {
            dimension,
            conforms: 0,
            carried: 0,
            partly: 0,
            fails: 0,
            not_applicable: 0,
            not_tested: 0,
            open: 0,
        }
    }

    /// Returns how many were judged: the denominator of every share.
    #[must_use]
    pub const fn judged(&self) -> u32 {
        self.conforms + self.partly + self.fails
    }

    fn count(&mut self, item: &AuditItem) {
        let counted = match item.result {
            Some(ItemResult::Conforms) => &mut self.conforms,
            Some(ItemResult::Partly) => &mut self.partly,
            Some(ItemResult::Fails) => &mut self.fails,
            Some(ItemResult::NotApplicable) => &mut self.not_applicable,
            Some(ItemResult::NotTested) => &mut self.not_tested,
            None => &mut self.open,
        };
        *counted += 1;
        self.carried += u32::from(item.carried.is_some());
    }
}

/// Counts a checklist by dimension; a dimension that was not asked is left out.
#[must_use]
pub fn tally(items: &[AuditItem]) -> Vec<DimensionTally> {
    let of = |dimension: &Dimension| {
        let mut tally = DimensionTally::new(*dimension);
        let mut asked = false;
        for item in items.iter().filter(|item| item.dimension == *dimension) {
            asked = true;
            tally.count(item);
        }
        asked.then_some(tally)
    };
    Dimension::ALL.iter().filter_map(of).collect()
}
