//! Reporting duties: to whom an incident is reported, within which time, and the clocks of one incident.
//!
//! The table that comes with the program is ours: what the organisation must report follows from the
//! rules that apply to it, so every row can be changed or switched off and rows can be added.

mod clock;
mod load;

pub use clock::{ClockState, DutyClock, clocks};
pub(crate) use load::load;

use crate::decision::{LONG_TEXT, SHORT_TEXT};
use crate::framework::Text;
use crate::id::DutyId;
use crate::incident::{IncidentFacts, IncidentKind, IncidentMoment, IncidentSeverity};
use crate::person::Act;
use crate::system::{KeyArea, SystemFacts, wire_enum};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

wire_enum! {
    /// In what the time of a duty is counted.
    WithinUnit {
        /// Minutes, exactly.
        Minutes,
        /// Hours, exactly.
        Hours,
        /// Days: until the end of the last one in the workspace's time zone; the day on which the
        /// clock starts does not count.
        Days,
    }
}

/// How long a duty leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Within {
    /// How many, from 1.
    pub amount: u32,
    /// Of what.
    pub unit: WithinUnit,
}

impl Within {
    /// Returns the largest amount of a unit, about a year.
    #[must_use]
    pub const fn most(unit: WithinUnit) -> u32 {
        match unit {
            WithinUnit::Minutes => 366 * 24 * 60,
            WithinUnit::Hours => 366 * 24,
            WithinUnit::Days => 366,
        }
    }
}

/// What is said about a duty; the part that a form edits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DutyFacts {
    /// To whom, never empty.
    pub recipient: Text,
    /// Key areas of the AI systems that it concerns; none means every area.
    pub areas: BTreeSet<KeyArea>,
    /// Only systems that belong to critical information infrastructure, only those that are not said
    /// to, or both.
    pub infrastructure: Option<bool>,
    /// Kinds of incident that it concerns, never empty.
    pub kinds: BTreeSet<IncidentKind>,
    /// The lowest severity that it concerns.
    pub from_severity: IncidentSeverity,
    /// How long it leaves.
    pub within: Within,
    /// From which moment that is counted.
    pub counted_from: IncidentMoment,
    /// The rule that asks for it, never empty.
    pub source: Text,
    /// What must be known to apply it; may be empty.
    pub note: Text,
    /// Whether it counts; one that does not is kept in the table.
    pub active: bool,
}

wire_enum! {
    /// Where a duty comes from.
    DutyOrigin {
        /// From the table that comes with the program.
        Bundled,
        /// From that table, changed by the organisation.
        Changed,
        /// The organisation's own.
        Own,
    }
}

/// A reporting duty as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Duty {
    /// Which duty.
    pub id: DutyId,
    /// What is said about it.
    pub facts: DutyFacts,
    /// Where it comes from.
    pub origin: DutyOrigin,
    /// Counts its saved changes from 1; 0 for one that the organisation never changed.
    pub revision: u32,
    /// Who changed it last, and when; nothing for one that nobody changed.
    pub changed: Option<Act>,
}

impl DutyFacts {
    /// Tells whether the duty counts for an incident of a system.
    ///
    /// An incident that nobody graded yet may turn out to be grave, so its clocks run.
    #[must_use]
    pub fn applies(&self, system: &SystemFacts, incident: &IncidentFacts) -> bool {
        let belongs = system.filing.critical_infrastructure == Some(true);
        self.active
            && self.kinds.contains(&incident.kind)
            && (self.areas.is_empty() || self.areas.contains(&system.key_area))
            && self.infrastructure.is_none_or(|wanted| wanted == belongs)
            && incident
                .severity
                .is_none_or(|severity| severity >= self.from_severity)
    }
}

/// Why a duty is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nobody to report to.
    #[error("the recipient is empty")]
    Recipient,
    /// No rule that asks for it.
    #[error("the source is empty")]
    Source,
    /// No kind of incident.
    #[error("no kind of incident is named")]
    Kinds,
    /// A time of zero, or longer than about a year.
    #[error("the time is not within 1 to {0}")]
    Within(u32),
    /// A text that is too long.
    #[error("a text is longer than {0} characters")]
    TooLong(usize),
}

/// Checks a duty.
///
/// # Errors
/// Returns the first thing that is wrong.
pub fn check(facts: &DutyFacts) -> Result<(), Refusal> {
    let empty = |text: &Text| text.en.trim().is_empty() || text.zh.trim().is_empty();
    if empty(&facts.recipient) {
        return Err(Refusal::Recipient);
    }
    if facts.kinds.is_empty() {
        return Err(Refusal::Kinds);
    }
    let most = Within::most(facts.within.unit);
    if !(1..=most).contains(&facts.within.amount) {
        return Err(Refusal::Within(most));
    }
    if empty(&facts.source) {
        return Err(Refusal::Source);
    }
    let long = |text: &Text, most| {
        [&text.en, &text.zh]
            .iter()
            .any(|t| t.chars().count() > most)
    };
    if long(&facts.recipient, SHORT_TEXT) {
        return Err(Refusal::TooLong(SHORT_TEXT));
    }
    if long(&facts.source, LONG_TEXT) || long(&facts.note, LONG_TEXT) {
        return Err(Refusal::TooLong(LONG_TEXT));
    }
    Ok(())
}

/// Fills an empty side of a text with the other one: an organisation that works in one language
/// names its authorities in that language.
#[must_use]
pub fn both_sides(text: &Text) -> Text {
    let (en, zh) = (text.en.trim(), text.zh.trim());
    Text {
        en: if en.is_empty() { zh } else { en }.to_owned(),
        zh: if zh.is_empty() { en } else { zh }.to_owned(),
    }
}

/// Lays what the organisation changed or added over the table that comes with the program.
#[must_use]
pub fn overlay(bundled: &[Duty], saved: Vec<Duty>) -> Vec<Duty> {
    let mut duties = bundled.to_vec();
    for duty in saved {
        match duties.iter_mut().find(|known| known.id == duty.id) {
            Some(known) => *known = duty,
            None => duties.push(duty),
        }
    }
    duties
}
