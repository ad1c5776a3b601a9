//! The editable copy of a report: the facts it was made from, told again as a Word file.

use crate::contract::{ReportExport, TableExported};
use crate::error::Error;
use crate::outside::write_file;
use crate::paper::{editable, with_fonts};
use crate::session::Session;
use assay_domain::facts::Facts;
use assay_domain::facts::assessments::{FrozenComparison, FrozenOverview};
use assay_domain::facts::audit::FrozenAudit;
use assay_domain::facts::decisions::FrozenDecisions;
use assay_domain::facts::fallback::{FrozenCard, FrozenDrill};
use assay_domain::facts::incident::FrozenIncident;
use assay_domain::facts::ledger::FrozenLedger;
use assay_domain::report::{ReportLocale, ReportSubject};
use assay_report::Printed;
use serde::de::DeserializeOwned;

/// Writes an editable copy of a report to a file.
pub(crate) fn report_copy(
    session: &mut Session,
    request: ReportExport,
) -> Result<TableExported, Error> {
    let (report, facts) = session.opened()?.store.read(|read| {
        let reports = read.reports();
        Ok::<_, Error>((reports.get(request.report)?, reports.facts(request.report)?))
    })?;
    let told = match report.subject {
        ReportSubject::Assessment(_) => told::<Facts>,
        ReportSubject::Audit(_) => told::<FrozenAudit>,
        ReportSubject::Ledger(_) => told::<FrozenLedger>,
        ReportSubject::Incident(_) => told::<FrozenIncident>,
        ReportSubject::FallbackCard(_) => told::<FrozenCard>,
        ReportSubject::Drill(_) => told::<FrozenDrill>,
        ReportSubject::Overview => told::<FrozenOverview>,
        ReportSubject::Decisions(_) => told::<FrozenDecisions>,
        ReportSubject::Comparison(_) => told::<FrozenComparison>,
    };
    let output = session.output(request.path)?;
    write_file(output, &told(session, report.locale, &facts)?)
}

/// Tells facts of a kind once more; those of another version can't be told in the words of this one.
fn told<F: Printed + DeserializeOwned>(
    session: &Session,
    locale: ReportLocale,
    facts: &[u8],
) -> Result<Vec<u8>, Error> {
    let framework = &session.framework;
    let older = || Error::new("report-older");
    let facts: F = serde_json::from_slice(facts).map_err(|_| older())?;
    if facts.head().framework.sha256 != framework.sha256() {
        return Err(older());
    }
    with_fonts(&*session.environment, locale.lead(), |fonts| {
        editable(&facts, framework, locale, fonts)
    })
}
