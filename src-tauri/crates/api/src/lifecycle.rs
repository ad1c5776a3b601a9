//! Review: handing over, giving back, approving; and disagreeing with a grade.

use crate::assessment::{change_as, check_text, view};
use crate::conduct::Conduct;
use crate::contract::{
    AssessmentGet, AssessmentReturn, AssessmentSubmit, AssessmentView, DissentAdd, Saved,
};
use crate::error::Error;
use crate::session::Session;
use crate::whole::{Whole, is_organisations};
use assay_domain::answer::Answer;
use assay_domain::assessment::{
    Assessment, AssessmentState, AssessmentStep, Dissent, ExpectedSigner, Remaining,
};
use assay_domain::framework::Framework;
use assay_domain::history::Subject;
use assay_domain::id::{AssessmentId, DissentId};
use assay_domain::person::{Act, Person, Role};
use assay_domain::report::{ReportState, ReportSubject};
use assay_store::{Read, Tx};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most signers of one report.
const MOST_SIGNERS: usize = 3;
/// Roles in which one may sign.
const SIGNING: [Role; 3] = [Role::Assessor, Role::Reviewer, Role::Approver];

/// An assessment that was approved. Only this module makes one, and only one can become a report.
pub(crate) struct Approved(Whole);

impl Approved {
    /// Takes an assessment that has passed approval and was not given back since.
    pub(crate) fn take(whole: Whole) -> Result<Self, Error> {
        match whole.assessment.state {
            AssessmentState::Approved => Ok(Self(whole)),
            _ => Err(Error::new("not-approved")),
        }
    }

    /// Returns the assessment.
    pub(crate) fn whole(&self) -> &Whole {
        &self.0
    }
}

/// Returns the steps that a person may take now.
pub(crate) fn steps(whole: &Whole, conduct: &Conduct, person: &Person) -> Vec<AssessmentStep> {
    let complete = !conduct.remaining.iter().any(Remaining::blocks);
    let offered = [
        AssessmentStep::Submit,
        AssessmentStep::Return,
        AssessmentStep::Approve,
        AssessmentStep::Sign,
    ];
    let possible = offered
        .into_iter()
        .filter(|step| whole.assessment.state.after(*step).is_some());
    let allowed = possible.filter(|step| step.roles().iter().any(|role| person.has(*role)));
    allowed
        .filter(|step| *step != AssessmentStep::Submit || complete)
        .collect()
}

/// Hands an assessment over for review: nothing can be changed from then on.
pub(crate) fn assessment_submit(
    session: &mut Session,
    request: AssessmentSubmit,
) -> Result<AssessmentView, Error> {
    let signers = request.signers.clone();
    let payload = serde_json::to_value(&request)?;
    step(
        session,
        AssessmentStep::Submit,
        request.id,
        &payload,
        move |tx, framework, whole, act| {
            let conduct = Conduct::of(framework, whole)?;
            if conduct.remaining.iter().any(Remaining::blocks) {
                return Err(Error::new("incomplete"));
            }
            check_signers(tx, &signers)?;
            keep_organisations_answers(tx, framework, whole)?;
            whole.assessment.signers = signers;
            whole.assessment.submitted = Some(act.clone());
            Ok(())
        },
    )
}

/// Checks that there are some signers, not too many, and that each holds the role they sign in.
pub(crate) fn check_signers(read: &Read<'_>, signers: &[ExpectedSigner]) -> Result<(), Error> {
    if signers.is_empty() || signers.len() > MOST_SIGNERS {
        return Err(Error::new("signers-count").with("most", MOST_SIGNERS));
    }
    for (place, signer) in signers.iter().enumerate() {
        let person = read.persons().get(signer.person)?;
        if signers[..place]
            .iter()
            .any(|other| other.person == signer.person)
        {
            return Err(Error::new("signer-repeated").with("person", person.name));
        }
        if !SIGNING.contains(&signer.role) || !person.has(signer.role) {
            return Err(Error::new("signer-role").with("person", person.name));
        }
    }
    Ok(())
}

/// Copies the organisation's answers to the assessment, so that a later change can't reach it.
fn keep_organisations_answers(
    tx: &mut Tx<'_>,
    framework: &Framework,
    whole: &Whole,
) -> Result<(), Error> {
    let id = whole.assessment.id;
    let stored: BTreeMap<_, u32> = tx
        .answers()
        .list(Some(id))?
        .into_iter()
        .map(|answer| (answer.question, answer.revision))
        .collect();
    let shared = whole
        .answers
        .values()
        .filter(|answer| is_organisations(framework, &answer.question));
    let mut copied = 0_u32;
    for answer in shared {
        let revision = stored.get(&answer.question).copied().unwrap_or(0);
        let copy = Answer {
            revision,
            ..answer.clone()
        };
        tx.answers_mut().save(Some(id), &copy, revision)?;
        copied += 1;
    }
    tx.note("organisationAnswers", copied);
    Ok(())
}

/// Gives an assessment back for changes.
pub(crate) fn assessment_return(
    session: &mut Session,
    request: AssessmentReturn,
) -> Result<AssessmentView, Error> {
    if request.reason.trim().is_empty() {
        return Err(Error::new("reason-empty"));
    }
    check_text(&request.reason)?;
    let payload = serde_json::to_value(&request)?;
    step(
        session,
        AssessmentStep::Return,
        request.id,
        &payload,
        |tx, _, whole, _| {
            let subject = ReportSubject::Assessment(whole.assessment.id);
            for report in tx.reports().of(subject)? {
                match report.state {
                    ReportState::Signed => return Err(Error::new("signed-already")),
                    ReportState::Superseded => {}
                    // Whoever has signed already signs the next version anew.
                    ReportState::Unsigned | ReportState::PartlySigned => {
                        tx.reports_mut().supersede(report.id)?;
                    }
                }
            }
            whole.assessment.submitted = None;
            whole.assessment.approved = None;
            Ok(())
        },
    )
}

/// Approves an assessment; a report can be made from then on.
pub(crate) fn assessment_approve(
    session: &mut Session,
    request: AssessmentGet,
) -> Result<AssessmentView, Error> {
    let payload = serde_json::to_value(&request)?;
    step(
        session,
        AssessmentStep::Approve,
        request.id,
        &payload,
        |_, _, whole, act| {
            whole.assessment.approved = Some(act.clone());
            Ok(())
        },
    )
}

/// Takes a step of the life cycle, where the state and the person's roles allow it.
fn step(
    session: &mut Session,
    step: AssessmentStep,
    id: AssessmentId,
    payload: &serde_json::Value,
    change: impl FnOnce(&mut Tx<'_>, &Framework, &mut Whole, &Act) -> Result<(), Error>,
) -> Result<AssessmentView, Error> {
    let mut writer = session.writer(step.roles())?;
    let act = writer.act.clone();
    let framework = Arc::clone(&writer.framework);
    let person = writer.open.person.clone();
    writer.mutate(code(step), Subject::new("assessment", id), payload, |tx| {
        let mut whole = Whole::read(tx, &framework, id)?;
        let after = whole
            .assessment
            .state
            .after(step)
            .ok_or_else(|| Error::new("step-impossible"))?;
        change(tx, &framework, &mut whole, &act)?;
        advance(tx, &mut whole.assessment, after)?;
        let whole = Whole::read(tx, &framework, id)?;
        let conduct = Conduct::of(&framework, &whole)?;
        tx.assessments_mut()
            .set_summary(id, &serde_json::to_value(&conduct.summary)?, act.at)?;
        view(tx, &framework, whole, conduct, (&person, act.at))
    })
}

/// Moves an assessment to its next state.
pub(crate) fn advance(
    tx: &mut Tx<'_>,
    assessment: &mut Assessment,
    after: AssessmentState,
) -> Result<(), Error> {
    assessment.state = after;
    assessment.revision = tx.assessments_mut().save(assessment, assessment.revision)?;
    Ok(())
}

/// Returns the action that the history records for a step.
fn code(step: AssessmentStep) -> &'static str {
    match step {
        AssessmentStep::Submit => "assessment.submit",
        AssessmentStep::Return => "assessment.return",
        AssessmentStep::Approve => "assessment.approve",
        AssessmentStep::Sign => "assessment.sign",
        AssessmentStep::Supersede => "assessment.supersede",
    }
}

/// Records a disagreement with the computed grade, which stays as it is.
pub(crate) fn dissent_add(session: &mut Session, request: DissentAdd) -> Result<Saved, Error> {
    if request.reason.trim().is_empty() {
        return Err(Error::new("reason-empty"));
    }
    check_text(&request.reason)?;
    if !(1..=5).contains(&request.proposed_grade) {
        return Err(Error::new("grade-value"));
    }
    let payload = serde_json::to_value(&request)?;
    change_as(
        session,
        &SIGNING,
        "dissent.add",
        request.assessment,
        &payload,
        |edit, tx, whole| {
            tx.dissents_mut().add(&Dissent {
                id: DissentId::new(edit.new_id),
                assessment: request.assessment,
                proposed_grade: request.proposed_grade,
                reason: request.reason,
                recorded: edit.act.clone(),
            })?;
            Ok(whole.assessment.revision)
        },
    )
}
