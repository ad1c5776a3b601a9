//! The clocks of one incident: when each duty is due, and whether it was answered in time.

use super::{Duty, WithinUnit};
use crate::incident::{IncidentFacts, IncidentReport, IncidentReportKind, IncidentState};
use crate::system::{SystemFacts, wire_enum};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// How a duty stands, the most urgent first.
    ClockState {
        /// Not reported, and the time is over.
        Overdue,
        /// Not reported yet, and the time runs.
        Running,
        /// The moment from which it counts has not come.
        NotStarted,
        /// Reported after the time was over.
        Late,
        /// Reported in time.
        InTime,
        /// Said not to ask for a report here.
        NotDue,
    }
}

/// One duty of one incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DutyClock {
    /// The duty; of one that was answered, as it stood then.
    pub duty: Duty,
    /// How it stands.
    pub state: ClockState,
    /// From when the time counts, if that moment is known.
    pub started_at: Option<Timestamp>,
    /// Until when a report is due, if that can be told.
    pub due_at: Option<Timestamp>,
    /// Seconds that are left, or were left when it was reported; negative when it is or was too late.
    #[cfg_attr(feature = "contract", ts(type = "number | null"))]
    pub left_s: Option<i64>,
    /// The report that answers it: the first one made, or why none is due.
    pub answer: Option<IncidentReport>,
}

impl DutyClock {
    /// Tells whether somebody reported, or said why no report is due.
    #[must_use]
    pub const fn is_answered(&self) -> bool {
        self.answer.is_some()
    }
}

/// Returns the clocks of an incident at a moment, the most urgent first.
///
/// Duties that nobody answered come from the table as it stands now; one that was answered keeps the
/// shape that it had then, so that a later change of the table makes no report late. Nothing is asked
/// anew of a closed incident.
///
/// `day_end` gives the end of the day that lies so many days after the day of a moment, in the
/// workspace's time zone.
#[must_use]
pub fn clocks(
    duties: &[Duty],
    system: &SystemFacts,
    (incident, state): (&IncidentFacts, IncidentState),
    reports: &[IncidentReport],
    now: Timestamp,
    day_end: &dyn Fn(Timestamp, u32) -> Timestamp,
) -> Vec<DutyClock> {
    let answers = answers(reports);
    let answered = |duty: &Duty| answers.iter().any(|(answered, _)| answered.id == duty.id);
    let open = duties.iter().filter(|duty| {
        state != IncidentState::Closed && !answered(duty) && duty.facts.applies(system, incident)
    });
    let mut clocks: Vec<DutyClock> = answers
        .iter()
        .map(|(duty, report)| clock(duty, incident, Some(report), now, day_end))
        .chain(open.map(|duty| clock(duty, incident, None, now, day_end)))
        .collect();
    clocks.sort_by(|a, b| (a.state, a.due_at, &a.duty.id).cmp(&(b.state, b.due_at, &b.duty.id)));
    clocks
}

/// Returns for each duty what answers it: the first report that was made and not replaced, or, where
/// none was, why none is due.
fn answers(reports: &[IncidentReport]) -> Vec<(&Duty, &IncidentReport)> {
    let standing = |report: &&IncidentReport| {
        !reports
            .iter()
            .any(|other| other.supersedes == Some(report.id))
    };
    let mut standing: Vec<&IncidentReport> = reports.iter().filter(standing).collect();
    standing.sort_by_key(|report| (report.facts.kind, report.facts.reported_at, report.id));
    let mut answers: Vec<(&Duty, &IncidentReport)> = Vec::new();
    for report in standing {
        if let Some(duty) = &report.duty
            && !answers.iter().any(|(known, _)| known.id == duty.id)
        {
            answers.push((duty, report));
        }
    }
    answers
}

fn clock(
    duty: &Duty,
    incident: &IncidentFacts,
    answer: Option<&IncidentReport>,
    now: Timestamp,
    day_end: &dyn Fn(Timestamp, u32) -> Timestamp,
) -> DutyClock {
    let started_at = incident.moment(duty.facts.counted_from);
    let due_at = started_at.map(|start| due(duty, start, day_end));
    let (state, judged_at) = match answer.map(|report| &report.facts) {
        Some(facts) if facts.kind == IncidentReportKind::NotDue => (ClockState::NotDue, None),
        Some(facts) => {
            let late = facts
                .reported_at
                .zip(due_at)
                .is_some_and(|(at, due)| at > due);
            let state = if late {
                ClockState::Late
            } else {
                ClockState::InTime
            };
            (state, facts.reported_at)
        }
        None => match due_at {
            None => (ClockState::NotStarted, None),
            Some(due) if now > due => (ClockState::Overdue, Some(now)),
            Some(_) => (ClockState::Running, Some(now)),
        },
    };
    DutyClock {
        duty: duty.clone(),
        state,
        started_at,
        due_at,
        left_s: due_at
            .zip(judged_at)
            .map(|(due, at)| (due.micros() - at.micros()).div_euclid(1_000_000)),
        answer: answer.cloned(),
    }
}

/// Returns until when a report is due.
///
/// # Formula
/// Start + amount for minutes and hours; the end of the day (day of the start + amount) for days.
fn due(duty: &Duty, start: Timestamp, day_end: &dyn Fn(Timestamp, u32) -> Timestamp) -> Timestamp {
    const MINUTE: i64 = 60 * 1_000_000;
    let amount = duty.facts.within.amount;
    let after = |minutes: i64| {
        Timestamp::from_micros(
            start
                .micros()
                .saturating_add(i64::from(amount) * minutes * MINUTE),
        )
    };
    match duty.facts.within.unit {
        WithinUnit::Minutes => after(1),
        WithinUnit::Hours => after(60),
        WithinUnit::Days => day_end(start, amount),
    }
}
