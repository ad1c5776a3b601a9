//! An audit: a planned, recurring check of one AI system by a checklist of questions.

pub mod compare;
pub mod item;
pub mod trend;

pub use crate::finding::{Finding, FindingState, Severity};
pub use item::{
    AskedQuestion, AuditItem, Carried, Dimension, ItemResult, Mark, Present, Reopened, carry, marks,
};
pub use trend::{DimensionTally, tally};

use crate::framework::Framework;
use crate::id::{AuditId, ClauseId, QuestionId, SystemId};
use crate::person::Act;
use crate::programme::CheckResult;
use crate::question_pack::QuestionPack;
use crate::system::wire_enum;
use crate::time::{Date, Period};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

wire_enum! {
    /// Where an audit stands.
    AuditState {
        /// Planned, not begun.
        Planned,
        /// Being carried out.
        Running,
        /// Closed; final.
        Closed,
    }
}

wire_enum! {
    /// A step that moves an audit from one state to another.
    AuditStep {
        /// Its checklist is made and the work begins.
        Start,
        /// Everything on the checklist is judged.
        Close,
    }
}

impl AuditState {
    /// Returns the state after a step, or nothing when the step is not allowed here.
    #[must_use]
    pub const fn after(self, step: AuditStep) -> Option<Self> {
        match (self, step) {
            (Self::Planned, AuditStep::Start) => Some(Self::Running),
            (Self::Running, AuditStep::Close) => Some(Self::Closed),
            _ => None,
        }
    }
}

/// What an audit looks at, chosen for each audit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct AuditScope {
    /// Dimensions of clause b whose questions are all asked.
    pub dimensions: BTreeSet<Dimension>,
    /// Single questions of clause b beside them.
    pub questions: BTreeSet<QuestionId>,
    /// Question packs of one's own, by their id.
    pub packs: BTreeSet<String>,
}

/// The clause whose questions an audit asks.
pub const CLAUSE: &str = "b";

impl AuditScope {
    /// Everything that clause b asks, and no pack.
    #[must_use]
    pub fn whole() -> Self {
        Self {
            dimensions: Dimension::ALL.iter().copied().collect(),
            ..Self::default()
        }
    }

    /// Returns the questions of the scope, those of the framework first, in the order of their lists.
    #[must_use]
    pub fn asked(&self, framework: &Framework, packs: &[QuestionPack]) -> Vec<AskedQuestion> {
        let clause = ClauseId::from(CLAUSE);
        let own = framework
            .questions_of(&clause)
            .filter_map(AskedQuestion::of_framework)
            .filter(|asked| {
                self.dimensions.contains(&asked.dimension) || self.questions.contains(&asked.id)
            });
        let packs = packs.iter().filter(|pack| self.packs.contains(&pack.id));
        own.chain(packs.flat_map(QuestionPack::asked)).collect()
    }
}

/// An audit of one AI system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Audit {
    /// Which audit.
    pub id: AuditId,
    /// Of which AI system.
    pub system: SystemId,
    /// What it looks back on.
    pub period: Period,
    /// When it is due.
    pub due: Date,
    /// Where it stands.
    pub state: AuditState,
    /// What it looks at; empty until the checklist is made.
    pub scope: AuditScope,
    /// The exact version of the AI system when it began.
    pub version: String,
    /// The closed audit from which its checklist started.
    pub last: Option<AuditId>,
    /// Who began it, and when.
    pub begun: Option<Act>,
    /// What it comes to in words; may be empty.
    pub conclusion: String,
    /// Its results by dimension; empty until it is closed.
    pub tally: Vec<DimensionTally>,
    /// Who closed it, and when.
    pub closed: Option<Act>,
    /// Counts its saved changes from 1, those of its items among them, so that a stale write is
    /// noticed.
    pub revision: u32,
}

impl Audit {
    /// Makes an audit that is planned and has no checklist yet.
    #[must_use]
    pub fn planned(id: AuditId, system: SystemId, period: Period, due: Date) -> Self {
        Self {
            id,
            system,
            period,
            due,
            state: AuditState::Planned,
            scope: AuditScope::default(),
            version: String::new(),
            last: None,
            begun: None,
            conclusion: String::new(),
            tally: Vec::new(),
            closed: None,
            revision: 1,
        }
    }
}

/// Why an audit can't be closed yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CloseRefusal {
    /// There is no checklist.
    #[error("no checklist")]
    NoItems,
    /// Questions without a result.
    #[error("{0} questions have no result")]
    Open(usize),
    /// Carried results whose question, system or evidence has changed since.
    #[error("{0} carried results no longer hold")]
    CarriedChanged(usize),
    /// Nothing was tested.
    #[error("nothing was tested")]
    NothingTested,
}

/// Says what an audit comes to, if it can be closed. Each item comes with its marks.
///
/// # Errors
/// Returns the first thing that keeps it open.
pub fn conclude<'a>(
    items: impl Iterator<Item = (&'a AuditItem, &'a [Mark])> + Clone,
) -> Result<CheckResult, CloseRefusal> {
    if items.clone().next().is_none() {
        return Err(CloseRefusal::NoItems);
    }
    let open = items
        .clone()
        .filter(|(item, _)| item.result.is_none())
        .count();
    if open > 0 {
        return Err(CloseRefusal::Open(open));
    }
    let changed = |(item, marks): &(&AuditItem, &[Mark])| {
        item.carried.is_some() && marks.iter().any(|mark| *mark != Mark::Carried)
    };
    match items.clone().filter(changed).count() {
        0 => {}
        count => return Err(CloseRefusal::CarriedChanged(count)),
    }
    let has = |result| items.clone().any(|(item, _)| item.result == Some(result));
    match (
        has(ItemResult::Fails),
        has(ItemResult::Partly),
        has(ItemResult::Conforms),
    ) {
        (true, _, _) => Ok(CheckResult::Failed),
        (_, true, _) => Ok(CheckResult::Partly),
        (_, _, true) => Ok(CheckResult::Passed),
        _ => Err(CloseRefusal::NothingTested),
    }
}
