//! Authorisation matrices and the tests that an AI system stops.

use crate::contract::{
    ActionGaps, AuthorisationApprove, AuthorisationDetail, AuthorisationGet, AuthorisationMatrix,
    AuthorisationSave, MatrixRow, StopTest, StopTestAdd,
};
use crate::error::Error;
use crate::fallback::{APPROVERS, Names, WRITERS, names};
use crate::session::Session;
use assay_domain::authorisation::{
    self, Authorisation, StopResult, StopTestFacts, check, check_stop_test,
};
use assay_domain::history::Subject;
use assay_domain::id::{CheckId, StopTestId, SystemId};
use assay_domain::person::Role;
use assay_domain::programme::{Check, CheckKind, CheckResult};
use assay_domain::time::Date;
use assay_store::Read;

/// Who may record stop tests.
const TESTERS: &[Role] = &[
    Role::Assessor,
    Role::Reviewer,
    Role::Approver,
    Role::Operator,
];

/// Answers with the matrix of an AI system, its versions and its stop tests.
pub(crate) fn authorisation_get(
    session: &mut Session,
    request: AuthorisationGet,
) -> Result<AuthorisationDetail, Error> {
    let today = session.today()?;
    let opened = session.opened()?;
    opened
        .store
        .read(|read| detail(read, request.system, today))
}

fn detail(read: &Read<'_>, system: SystemId, today: Date) -> Result<AuthorisationDetail, Error> {
    let names = names(read)?;
    let versions = read.authorisations().versions(system)?;
    let before = versions.iter().skip(1).find(|one| one.approved.is_some());
    let none = Vec::new();
    let compared = match versions.first() {
        Some(last) => {
            let before = before.map_or(&none, |before| &before.actions);
            authorisation::compare(before, &last.actions)
        }
        None => Vec::new(),
    };
    let actions = versions.first().map_or(&none, |last| &last.actions);
    let gaps = actions.iter().map(|row| ActionGaps {
        action: row.action.clone(),
        gaps: authorisation::gaps(row, today),
    });
    Ok(AuthorisationDetail {
        system,
        system_name: read.systems().get(system)?.facts.name,
        compared_with: before.map(|before| before.version),
        compared,
        gaps: gaps.filter(|row| !row.gaps.is_empty()).collect(),
        stop_tests: read.authorisations().stop_tests(Some(system))?,
        versions: versions
            .into_iter()
            .map(|matrix| matrix_row(matrix, &names))
            .collect(),
    })
}

fn matrix_row(matrix: AuthorisationMatrix, names: &Names) -> MatrixRow {
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    MatrixRow {
        saved_by: name(matrix.saved.by),
        approved_by: matrix.approved.as_ref().map(|act| name(act.by)),
        matrix,
    }
}

/// Writes the next version of a matrix, or the first.
pub(crate) fn authorisation_save(
    session: &mut Session,
    request: AuthorisationSave,
) -> Result<AuthorisationDetail, Error> {
    let today = session.today()?;
    let actions: Vec<Authorisation> = request.actions.into_iter().map(trimmed).collect();
    check(&actions)?;
    if request.note.chars().count() > authorisation::LONGEST_TEXT {
        return Err(authorisation::Refusal::TooLong.into());
    }
    let mut writer = session.writer(WRITERS)?;
    let matrix = AuthorisationMatrix {
        system: request.system,
        version: request.version.saturating_add(1),
        actions,
        note: request.note.trim().to_owned(),
        saved: writer.act.clone(),
        approved: None,
    };
    let subject = Subject::new("authorisation", matrix.system);
    writer.mutate("authorisation.save", subject, &matrix, |tx| {
        tx.systems().get(matrix.system)?;
        tx.authorisations_mut().add(&matrix)?;
        detail(tx, matrix.system, today)
    })
}

fn trimmed(row: Authorisation) -> Authorisation {
    let trim = |text: String| text.trim().to_owned();
    Authorisation {
        action: trim(row.action),
        approver: trim(row.approver),
        stopper: trim(row.stopper),
        stop_method: trim(row.stop_method),
        ..row
    }
}

/// Approves the last version of a matrix.
pub(crate) fn authorisation_approve(
    session: &mut Session,
    request: AuthorisationApprove,
) -> Result<AuthorisationDetail, Error> {
    let today = session.today()?;
    let mut writer = session.writer(APPROVERS)?;
    let act = writer.act.clone();
    let subject = Subject::new("authorisation", request.system);
    writer.mutate("authorisation.approve", subject, &request, |tx| {
        let last = tx.authorisations().versions(request.system)?;
        let current = last.first().map_or(0, |last| last.version);
        if current != request.version {
            return Err(assay_store::Error::Stale { current }.into());
        }
        let matrices = tx.authorisations_mut();
        matrices.approve(request.system, request.version, &act)?;
        detail(tx, request.system, today)
    })
}

/// Records a stop test, with the version of the matrix that held.
pub(crate) fn stop_test_add(
    session: &mut Session,
    request: StopTestAdd,
) -> Result<StopTest, Error> {
    let today = session.today()?;
    let facts = StopTestFacts {
        action: request.facts.action.trim().to_owned(),
        tester: request.facts.tester.trim().to_owned(),
        note: request.facts.note.trim().to_owned(),
        ..request.facts
    };
    check_stop_test(&facts, today)?;
    let mut writer = session.writer(TESTERS)?;
    let id = StopTestId::new(writer.new_id);
    let recorded = writer.act.clone();
    writer.mutate(
        "stop_test.add",
        Subject::new("stop_test", id),
        &facts,
        |tx| {
            tx.systems().get(facts.system)?;
            let versions = tx.authorisations().versions(facts.system)?;
            let test = StopTest {
                id,
                facts: facts.clone(),
                matrix_version: versions.first().map(|last| last.version),
                recorded,
            };
            tx.authorisations_mut().add_stop_test(&test)?;
            tx.checks_mut().add(&as_check(&test))?;
            Ok(test)
        },
    )
}

/// Makes the check of the programme that a stop test carries out.
fn as_check(test: &StopTest) -> Check {
    Check {
        id: CheckId::new(test.id.uuid()),
        system: test.facts.system,
        kind: CheckKind::StopTest,
        on: test.facts.day,
        result: match test.facts.result {
            StopResult::Stopped => CheckResult::Passed,
            StopResult::Partly => CheckResult::Partly,
            StopResult::NotStopped => CheckResult::Failed,
        },
        note: String::new(),
        record: format!("stop_test/{}", test.id),
        recorded: test.recorded.clone(),
    }
}
