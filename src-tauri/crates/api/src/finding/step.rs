//! A step of a finding: who takes it, what it needs, what it does to its actions.

use super::list::finding_get;
use crate::contract::{FindingDetail, FindingGet, FindingStepTake, StepTaken};
use crate::error::Error;
use crate::session::Session;
use assay_domain::action::{Action, ActionFacts, ActionState};
use assay_domain::decision::LONG_TEXT;
use assay_domain::finding::{
    ActionCount, Finding, FindingMove, FindingStep, Stands, StepRefusal, alone, remedied_by, take,
};
use assay_domain::history::Subject;
use assay_domain::person::{Act, Person};
use assay_domain::time::Date;
use assay_store::Tx;

/// Takes a step.
pub(crate) fn finding_move(
    session: &mut Session,
    request: FindingStepTake,
) -> Result<FindingDetail, Error> {
    let id = request.id;
    let today = session.today()?;
    let mut writer = session.writer(request.wanted.step.roles())?;
    let (person, act) = (writer.open.person.clone(), writer.act.clone());
    let taken = writer.open.store.read(|read| {
        let finding = read.findings().get(id)?;
        let (actions, steps) = (read.actions().of_finding(id)?, read.findings().steps(id)?);
        let before = (actions.as_slice(), steps.as_slice());
        step(&finding, before, &request.wanted, &person, today, &act)
    })?;
    writer.mutate("finding.move", Subject::new("finding", id), &taken, |tx| {
        write(tx, &request, &taken)
    })?;
    finding_get(session, FindingGet { id })
}

/// Returns the step as it would be taken, given the finding's actions and the steps before, or why
/// it can't be.
pub(super) fn step(
    finding: &Finding,
    (actions, before): (&[Action], &[StepTaken]),
    wanted: &FindingMove,
    person: &Person,
    today: Date,
    act: &Act,
) -> Result<StepTaken, Error> {
    if wanted.note.chars().count() > LONG_TEXT {
        return Err(Error::new("text-too-long").with("length", LONG_TEXT));
    }
    let stands = Stands {
        state: finding.state.on(today, finding.accepted_until),
        actions: counted(actions),
        today,
    };
    let to = take(stands, wanted)?;
    let owners = actions.iter().map(|action| action.facts.owner.as_str());
    let verifies = wanted.step == FindingStep::Verify;
    Ok(StepTaken {
        step: wanted.step,
        from: stands.state,
        to,
        note: wanted.note.trim().to_owned(),
        until: wanted.until.filter(|_| wanted.step == FindingStep::Accept),
        alone: verifies && alone(person, remedied_by(before), owners),
        taken: act.clone(),
    })
}

/// Counts actions as the steps look at them.
pub(super) fn counted(actions: &[Action]) -> ActionCount {
    let actions = actions.iter().map(|action| &action.facts);
    actions.fold(ActionCount::default(), |count, facts| {
        let owned = !facts.owner.trim().is_empty() && facts.due.is_some();
        count.and(facts.state, owned)
    })
}

/// Writes a step; what was done is closed with the finding, since the same look verified it.
pub(super) fn write(
    tx: &mut Tx<'_>,
    request: &FindingStepTake,
    taken: &StepTaken,
) -> Result<(), Error> {
    tx.findings_mut()
        .take(request.id, taken, request.revision)?;
    if taken.step != FindingStep::Verify {
        return Ok(());
    }
    for action in tx.actions().of_finding(request.id)? {
        if action.facts.state == ActionState::Done {
            let facts = ActionFacts {
                state: ActionState::Closed,
                ..action.facts
            };
            let at = taken.taken.at;
            tx.actions_mut()
                .save(action.id, &facts, action.revision, at)?;
        }
    }
    Ok(())
}

impl From<StepRefusal> for Error {
    fn from(refusal: StepRefusal) -> Self {
        match refusal {
            StepRefusal::NotFromHere { step, state } => Self::new("finding-step")
                .with("step", code(&step))
                .with("state", code(&state)),
            StepRefusal::ActionMissing => Self::new("finding-action-missing"),
            StepRefusal::ActionsRunning(count) => {
                Self::new("finding-actions-running").with("count", count)
            }
            StepRefusal::NoteMissing => Self::new("finding-note-missing"),
            StepRefusal::UntilMissing => Self::new("finding-until-missing"),
        }
    }
}

/// Names a value by its code, from which the message makes a word.
fn code(value: &impl serde::Serialize) -> String {
    let code = serde_json::to_value(value).unwrap_or_default();
    code.as_str().unwrap_or_default().to_owned()
}
