//! What recurring work supports: the programme, findings, incidents, exercises.

use super::{date, none, proposal, word};
use crate::contract::{CheckKind, CheckResult, ClockState, IncidentRow, Proposal};
use crate::error::Error;
use crate::finding::looked_after;
use crate::incident;
use crate::programme::Calendar;
use crate::session::day;
use assay_domain::answer::AnswerValue;
use assay_domain::cadence::Cadence;
use assay_domain::framework::Framework;
use assay_domain::id::SystemId;
use assay_domain::incident::IncidentReportKind;
use assay_domain::person::{Act, Role};
use assay_domain::time::{Date, Timestamp};
use assay_store::Read;
use chrono::Months;

/// The records of recurring work, looked at for one AI system.
pub(super) struct Recurring<'a> {
    read: &'a Read<'a>,
    framework: &'a Framework,
    system: SystemId,
    calendar: Calendar,
    incidents: Vec<IncidentRow>,
    today: Date,
    /// The day twelve months ago.
    since: Date,
}

impl<'a> Recurring<'a> {
    pub(super) fn read(
        read: &'a Read<'a>,
        framework: &'a Framework,
        system: SystemId,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let today = day(now, &read.workspace().get()?.settings.time_zone);
        Ok(Self {
            read,
            framework,
            system,
            calendar: Calendar::read(read, today)?,
            incidents: incident::rows(read, framework, None, now)?,
            today,
            since: today.checked_sub_months(Months::new(12)).unwrap_or(today),
        })
    }

    /// Proposes an answer where the records say something; `last` is the closing of the system's last
    /// audit.
    pub(super) fn propose(
        &self,
        question: &str,
        tier: u8,
        last: Option<&Act>,
    ) -> Result<Option<Proposal>, Error> {
        Ok(match question {
            "b-pr-01" => Some(self.programme(tier)),
            "b-pr-02" => last.map(|last| self.auditor(last)).transpose()?,
            "b-pr-03" => self.findings()?,
            "b-pr-05" => self.rehearsals(),
            "b-sa-06" => self.incidents(last),
            "e-05" => Some(self.exercise(CheckKind::SupplyCutOff)),
            "e-09" => Some(self.exercise(CheckKind::RestoreDrill)),
            "e-11" => Some(self.duties()?),
            _ => None,
        })
    }

    /// A plan is met where every system in use has one, none was missed, and this one follows its tier.
    fn programme(&self, tier: u8) -> Proposal {
        let kept = self.calendar.audits_kept(self.since);
        if kept.planned == 0 {
            return none("audit-plan");
        }
        let intervals = self.framework.programme().audit_interval_months;
        let most = Cadence::months(intervals[usize::from(tier.clamp(1, 5)) - 1]);
        let cadence = self.calendar.audit_cadence(self.system);
        let next = |cadence: Cadence| cadence.nth(self.today, 1);
        let follows = cadence.is_some_and(|cadence| next(cadence) <= next(most));
        let value = match kept.planned == kept.systems && kept.missed == 0 && follows {
            true => AnswerValue::Met,
            false => AnswerValue::Partly,
        };
        let args = [
            ("planned", kept.planned.to_string()),
            ("systems", kept.systems.to_string()),
            ("missed", kept.missed.to_string()),
            ("follows", if follows { "yes" } else { "no" }.to_owned()),
        ];
        proposal(value, "programme", &args)
    }

    /// Skill is nothing that the records show; that an auditor runs daily work they do.
    fn auditor(&self, last: &Act) -> Result<Proposal, Error> {
        let auditor = self.read.persons().get(last.by)?;
        Ok(match auditor.has(Role::Operator) {
            true => proposal(AnswerValue::NotMet, "auditor-operates", &[]),
            false => proposal(AnswerValue::Partly, "auditor-apart", &[]),
        })
    }

    fn findings(&self) -> Result<Option<Proposal>, Error> {
        let days = self.framework.programme().escalation_days;
        let findings = looked_after(self.read, self.today, days)?;
        let value = match (findings.running, findings.unowned, findings.late) {
            (0, _, _) => return Ok(None),
            (_, 0, 0) => AnswerValue::Met,
            (running, unowned, _) if running == unowned => AnswerValue::NotMet,
            _ => AnswerValue::Partly,
        };
        let args = [
            ("running", findings.running.to_string()),
            ("unowned", findings.unowned.to_string()),
            ("late", findings.late.to_string()),
        ];
        Ok(Some(proposal(value, "findings", &args)))
    }

    /// That something was rehearsed the records show; what the emergency plan contains they don't.
    fn rehearsals(&self) -> Option<Proposal> {
        let count = |kind| self.calendar.carried_out(kind, self.since);
        let (drills, cuts) = (
            count(CheckKind::FallbackDrill),
            count(CheckKind::SupplyCutOff),
        );
        let args = [("drills", drills.to_string()), ("cuts", cuts.to_string())];
        (drills + cuts > 0).then(|| proposal(AnswerValue::Partly, "rehearsals", &args))
    }

    /// What the register lacks only interviews can tell, so it is met in part at the most.
    fn incidents(&self, last: Option<&Act>) -> Option<Proposal> {
        let recorded: Vec<&IncidentRow> = self
            .incidents
            .iter()
            .filter(|row| row.incident.facts.system == self.system)
            .filter(|row| last.is_none_or(|last| row.incident.facts.noticed_at > last.at))
            .collect();
        let analysed = recorded
            .iter()
            .filter(|row| !row.incident.facts.cause.is_empty());
        let late: usize = recorded.iter().map(|row| late(row)).sum();
        let value = match late {
            0 => AnswerValue::Partly,
            _ => AnswerValue::NotMet,
        };
        let args = [
            ("count", recorded.len().to_string()),
            ("analysed", analysed.count().to_string()),
            ("late", late.to_string()),
        ];
        (!recorded.is_empty()).then(|| proposal(value, "incidents", &args))
    }

    /// Proposes what the last exercise of a kind came to.
    fn exercise(&self, kind: CheckKind) -> Proposal {
        let Some(last) = self.calendar.last(self.system, kind) else {
            return none(match kind {
                CheckKind::SupplyCutOff => "supply-cut-off",
                _ => "restore-drill",
            });
        };
        let value = match last.result {
            CheckResult::Failed => AnswerValue::NotMet,
            CheckResult::Passed | CheckResult::Partly => AnswerValue::Partly,
        };
        let args = [
            ("kind", word(&kind)),
            ("day", date(Some(last.on))),
            ("result", word(&last.result)),
        ];
        proposal(value, "exercise", &args)
    }

    /// Who reports what to whom is laid down by the table; whether it works at night a person says.
    fn duties(&self) -> Result<Proposal, Error> {
        let duties = crate::duty::standing(self.read, self.framework)?;
        let active = duties.iter().filter(|duty| duty.facts.active).count();
        let reports = self.read.incident_reports().list()?;
        let made = reports
            .iter()
            .filter(|report| report.facts.kind == IncidentReportKind::Made);
        let late: usize = self.incidents.iter().map(late).sum();
        let value = match active {
            0 => AnswerValue::NotMet,
            _ => AnswerValue::Partly,
        };
        let args = [
            ("duties", active.to_string()),
            ("reports", made.count().to_string()),
            ("late", late.to_string()),
        ];
        Ok(proposal(value, "duties", &args))
    }
}

/// Counts the reports of an incident that came too late or are overdue.
fn late(row: &IncidentRow) -> usize {
    let late = |state| matches!(state, ClockState::Late | ClockState::Overdue);
    row.clocks.iter().filter(|clock| late(clock.state)).count()
}
