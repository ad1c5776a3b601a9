//! The programme of recurring checks: plans, what is due, what was carried out and what was missed.
//!
//! A miss is never written down: it follows from the plan's terms and the checks on record, and
//! neither can be changed backwards. So nobody can make one go away.

use crate::cadence::{Cadence, CadenceRefusal};
use crate::id::{CheckId, PlanId, SystemId};
use crate::person::Act;
use crate::system::wire_enum;
use crate::time::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

mod due;

pub use due::{Occurrence, OccurrenceState, SOON_DAYS, is_soon, occurrences, waiting};

wire_enum! {
    /// What a recurring check looks at.
    CheckKind {
        /// System audit (6.3 b).
        SystemAudit,
        /// Check of data flows (6.3 f).
        DataFlowCheck,
        /// Review of who has access (6.3 f).
        AccessReview,
        /// Restoring from a backup (6.3 f).
        RestoreDrill,
        /// Test of stopping the AI (6.3 h).
        StopTest,
        /// Drill of going on without the AI (6.3 i).
        FallbackDrill,
        /// Exercise of losing a supplier (6.3 e).
        SupplyCutOff,
    }
}

impl CheckKind {
    /// Returns the letter of the clause of 6.3 that asks for it.
    #[must_use]
    pub const fn clause(self) -> &'static str {
        match self {
            Self::SystemAudit => "b",
            Self::SupplyCutOff => "e",
            Self::DataFlowCheck | Self::AccessReview | Self::RestoreDrill => "f",
            Self::StopTest => "h",
            Self::FallbackDrill => "i",
        }
    }
}

wire_enum! {
    /// What a check came to.
    CheckResult {
        /// All was as it should be.
        Passed,
        /// Some of it was.
        Partly,
        /// It was not.
        Failed,
    }
}

/// A check that was carried out. Never edited nor deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Check {
    /// Which check.
    pub id: CheckId,
    /// Of which AI system.
    pub system: SystemId,
    /// What it looked at.
    pub kind: CheckKind,
    /// The day on which it was carried out.
    pub on: Date,
    /// What it came to.
    pub result: CheckResult,
    /// A note, may be empty.
    pub note: String,
    /// The record behind it, such as `audit/<id>`; empty when the check stands for itself.
    pub record: String,
    /// Who recorded it, and when.
    pub recorded: Act,
}

/// From which day on a plan says what: a change begins a new term and leaves the days before it alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Term {
    /// The first day on which the term rules.
    pub from: Date,
    /// The first due date, from which all others are counted.
    pub first: Date,
    /// How often.
    pub cadence: Cadence,
    /// The AI systems, one or a group; never empty.
    pub systems: BTreeSet<SystemId>,
}

/// One due date that is left out or put on another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Exception {
    /// The due date as the cadence gives it.
    pub due: Date,
    /// The day it is moved to; nothing when it is skipped.
    pub moved_to: Option<Date>,
    /// Why, never empty.
    pub reason: String,
    /// Who said so, and when.
    pub recorded: Act,
}

/// A stretch of time in which nothing comes due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pause {
    /// The last day before it: what is due on that day is still due.
    pub from: Date,
    /// The day on which the plan goes on; nothing while it is paused.
    pub until: Option<Date>,
    /// Why, never empty.
    pub reason: String,
    /// Who paused it, and when.
    pub recorded: Act,
}

/// A plan of one recurring check for one AI system or a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// Which plan.
    pub id: PlanId,
    /// What is checked.
    pub kind: CheckKind,
    /// A name, such as that of the group; may be empty.
    pub name: String,
    /// What it says from when on, oldest first; never empty.
    pub terms: Vec<Term>,
    /// Due dates that are skipped or moved, in order of their date.
    pub exceptions: Vec<Exception>,
    /// When it was paused, oldest first.
    pub pauses: Vec<Pause>,
    /// Who made it, and when.
    pub begun: Act,
    /// Counts its saved changes from 1, so that a stale write is noticed.
    pub revision: u32,
}

/// Why a change of a plan is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanRefusal {
    /// The cadence never comes round.
    #[error(transparent)]
    Cadence(#[from] CadenceRefusal),
    /// No AI system.
    #[error("no AI system")]
    NoSystem,
    /// The first due date lies before today, so that the plan would begin with a miss.
    #[error("the first due date lies in the past")]
    FirstPast,
    /// A due date that lies more than twenty years ahead.
    #[error("a date too far ahead")]
    TooFar,
    /// There is no such due date.
    #[error("nothing is due on {0}")]
    NotDue(Date),
    /// The due date has come; what comes of it stays.
    #[error("{0} has come due")]
    Passed(Date),
    /// The new day is not after today, or lies on the other side of a neighbouring due date.
    #[error("{0} is no day to move to")]
    MoveTo(Date),
    /// No reason is given.
    #[error("no reason")]
    NoReason,
    /// It is paused already.
    #[error("paused already")]
    Paused,
    /// It is not paused.
    #[error("not paused")]
    NotPaused,
}

/// What a person says about a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanFacts {
    /// A name, such as that of the group; may be empty.
    pub name: String,
    /// The AI systems, one or a group.
    pub systems: BTreeSet<SystemId>,
    /// How often.
    pub cadence: Cadence,
    /// The next due date, from which all later ones are counted.
    pub first: Date,
}

/// How far ahead a due date may lie, in months.
const FARTHEST_MONTHS: u32 = 240;

impl PlanFacts {
    fn check(&self, today: Date) -> Result<(), PlanRefusal> {
        self.cadence.check()?;
        if self.systems.is_empty() {
            return Err(PlanRefusal::NoSystem);
        }
        if self.first < today {
            return Err(PlanRefusal::FirstPast);
        }
        let farthest = Cadence::months(1).nth(today, FARTHEST_MONTHS);
        match farthest.is_some_and(|farthest| self.first > farthest) {
            true => Err(PlanRefusal::TooFar),
            false => Ok(()),
        }
    }

    fn term(&self, from: Date) -> Term {
        Term {
            from,
            first: self.first,
            cadence: self.cadence,
            systems: self.systems.clone(),
        }
    }
}

impl Plan {
    /// Makes a plan from a day on.
    ///
    /// # Errors
    /// Returns the first thing that is wrong.
    pub fn new(
        id: PlanId,
        kind: CheckKind,
        facts: &PlanFacts,
        today: Date,
        begun: Act,
    ) -> Result<Self, PlanRefusal> {
        facts.check(today)?;
        Ok(Self {
            id,
            kind,
            name: facts.name.trim().to_owned(),
            terms: vec![facts.term(today)],
            exceptions: Vec::new(),
            pauses: Vec::new(),
            begun,
            revision: 0,
        })
    }

    /// Returns what the plan says now.
    #[must_use]
    pub fn term(&self) -> Option<&Term> {
        self.terms.last()
    }

    /// Says something else from tomorrow on. What came due up to today stays as it was.
    ///
    /// # Errors
    /// Returns the first thing that is wrong; the plan is then as it was.
    pub fn amend(&mut self, facts: &PlanFacts, today: Date) -> Result<(), PlanRefusal> {
        let tomorrow = today.succ_opt().ok_or(PlanRefusal::TooFar)?;
        let unchanged = self.term().is_some_and(|term| {
            let next = self.next_regular(term, today);
            let same = (term.cadence, &term.systems) == (facts.cadence, &facts.systems);
            same && next == Some(facts.first)
        });
        if !unchanged {
            facts.check(tomorrow)?;
            // A term that rules for no day yet says nothing, and its exceptions neither.
            self.terms.retain(|term| term.from <= today);
            self.exceptions.retain(|known| {
                known.due <= today || known.moved_to.is_some_and(|day| day <= today)
            });
            self.terms.push(facts.term(tomorrow));
        }
        facts.name.trim().clone_into(&mut self.name);
        Ok(())
    }

    /// Returns the first due date of a term on or after a day, as the cadence gives it.
    fn next_regular(&self, term: &Term, day: Date) -> Option<Date> {
        term.cadence.dates(term.first).find(|date| *date >= day)
    }

    /// Skips one due date, or moves it to another day.
    ///
    /// # Errors
    /// When nothing is due then, the day has come, the new day crosses a neighbour, or no reason is
    /// given; the plan is then as it was.
    pub fn except(&mut self, exception: Exception, today: Date) -> Result<(), PlanRefusal> {
        if exception.reason.trim().is_empty() {
            return Err(PlanRefusal::NoReason);
        }
        let due = exception.due;
        let term = self.term().ok_or(PlanRefusal::NotDue(due))?;
        let mut before = None;
        let mut dates = term.cadence.dates(term.first);
        let found = dates.by_ref().find(|date| {
            let reached = *date >= due;
            before = if reached { before } else { Some(*date) };
            reached
        });
        if found != Some(due) || due < term.from {
            return Err(PlanRefusal::NotDue(due));
        }
        let (earliest, latest) = (before.unwrap_or(term.from), dates.next());
        if self.effective(due).unwrap_or(due) <= today {
            return Err(PlanRefusal::Passed(due));
        }
        if let Some(day) = exception.moved_to {
            let crosses = before.is_some() && day <= earliest || latest.is_some_and(|l| day >= l);
            if day <= today || crosses {
                return Err(PlanRefusal::MoveTo(day));
            }
        }
        self.exceptions.retain(|known| known.due != due);
        self.exceptions.push(exception);
        self.exceptions.sort_by_key(|known| known.due);
        Ok(())
    }

    /// Returns the day on which a due date stands after moving; nothing when it is skipped.
    fn effective(&self, due: Date) -> Option<Date> {
        match self.exceptions.iter().find(|known| known.due == due) {
            Some(exception) => exception.moved_to,
            None => Some(due),
        }
    }

    /// Pauses the plan after a day.
    ///
    /// # Errors
    /// When it is paused already, or no reason is given.
    pub fn pause(&mut self, from: Date, reason: &str, recorded: Act) -> Result<(), PlanRefusal> {
        if reason.trim().is_empty() {
            return Err(PlanRefusal::NoReason);
        }
        if self.is_paused() {
            return Err(PlanRefusal::Paused);
        }
        self.pauses.push(Pause {
            from,
            until: None,
            reason: reason.trim().to_owned(),
            recorded,
        });
        Ok(())
    }

    /// Lets the plan go on from a day on.
    ///
    /// # Errors
    /// When it is not paused.
    pub fn resume(&mut self, day: Date) -> Result<(), PlanRefusal> {
        let open = self.pauses.last_mut().filter(|pause| pause.until.is_none());
        open.ok_or(PlanRefusal::NotPaused)?.until = Some(day);
        Ok(())
    }

    /// Tells whether the plan is paused.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.pauses
            .last()
            .is_some_and(|pause| pause.until.is_none())
    }

    fn is_paused_on(&self, day: Date) -> bool {
        self.pauses
            .iter()
            .any(|pause| pause.from < day && pause.until.is_none_or(|until| day < until))
    }
}
