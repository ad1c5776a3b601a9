//! What an incident and a report must hold before they are kept.

use super::{
    IncidentFacts, IncidentField, IncidentMoment, IncidentReportFacts, IncidentReportKind,
};
use crate::decision::{EARLIEST, LONG_TEXT, SHORT_TEXT};
use crate::incident::IncidentState;
use crate::time::Timestamp;

/// Why an incident or a report is not kept, or a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A text that must not be empty.
    #[error("{0:?} is empty")]
    Empty(IncidentField),
    /// A text that is too long.
    #[error("{field:?} is longer than {most} characters")]
    TooLong {
        /// Which.
        field: IncidentField,
        /// How many characters it may have.
        most: usize,
    },
    /// A text with a NUL character, which only a damaged file has.
    #[error("{0:?} holds a NUL character")]
    Nul(IncidentField),
    /// A time beyond the clock.
    #[error("{0:?} lies in the future")]
    Future(IncidentField),
    /// A time before 1990.
    #[error("{0:?} lies before 1990")]
    TooEarly(IncidentField),
    /// A time that lies before one that must come first.
    #[error("{later:?} lies before {earlier:?}")]
    Order {
        /// What must come first.
        earlier: IncidentField,
        /// What lies before it.
        later: IncidentField,
    },
    /// A harm outside 0 to 4.
    #[error("the harm is not within 0 to 4")]
    Harm,
    /// A number larger than [`IncidentFacts::MOST`].
    #[error("{0:?} is too large")]
    TooLarge(IncidentField),
    /// A statement that no report is due without the duty it speaks about.
    #[error("it is not said which duty does not apply")]
    DutyMissing,
    /// A step that the state does not allow.
    #[error("the incident is {0:?}")]
    State(IncidentState),
    /// An incident can't be handled or stay so without this.
    #[error("{0:?} is missing")]
    NotHandled(IncidentField),
    /// An incident can't be closed without this.
    #[error("{0:?} is missing")]
    NotClosed(IncidentField),
    /// Reporting duties that nobody answered.
    #[error("{0} reporting duties are not answered")]
    Unanswered(usize),
}

/// Checks what a person says about an incident at a moment of the clock.
///
/// # Errors
/// Returns the first thing that is wrong, in the order of the form.
pub fn check(facts: &IncidentFacts, now: Timestamp) -> Result<(), Refusal> {
    use IncidentField as Field;
    filled(Field::Title, &facts.title)?;
    for (field, text, most) in [
        (Field::Title, &facts.title, SHORT_TEXT),
        (Field::DecisionPoint, &facts.decision_point, SHORT_TEXT),
        (Field::Effect, &facts.effect, LONG_TEXT),
        (Field::Response, &facts.response, LONG_TEXT),
        (Field::Cause, &facts.cause, LONG_TEXT),
        (Field::Lessons, &facts.lessons, LONG_TEXT),
    ] {
        whole(field, text, most)?;
    }
    times(facts, now)?;
    for (field, number) in [(Field::People, facts.people), (Field::Cases, facts.cases)] {
        if number.is_some_and(|number| number > IncidentFacts::MOST) {
            return Err(Refusal::TooLarge(field));
        }
    }
    match facts.harm {
        Some(5..) => Err(Refusal::Harm),
        _ => Ok(()),
    }
}

/// Names the field of a moment.
const fn field(moment: IncidentMoment) -> IncidentField {
    match moment {
        IncidentMoment::Occurred => IncidentField::OccurredAt,
        IncidentMoment::Noticed => IncidentField::NoticedAt,
        IncidentMoment::Decided => IncidentField::DecidedAt,
        IncidentMoment::ManualRunning => IncidentField::ManualAt,
        IncidentMoment::Restored => IncidentField::RestoredAt,
    }
}

/// A moment that is not known is passed over, so that the ones around it are still in order.
fn times(facts: &IncidentFacts, now: Timestamp) -> Result<(), Refusal> {
    let mut before: Option<(IncidentField, Timestamp)> = None;
    for moment in IncidentMoment::ALL {
        let Some(at) = facts.moment(*moment) else {
            continue;
        };
        let later = field(*moment);
        within(later, at, now)?;
        match before {
            Some((earlier, first)) if at < first => {
                return Err(Refusal::Order { earlier, later });
            }
            _ => before = Some((later, at)),
        }
    }
    Ok(())
}

fn within(field: IncidentField, at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if at > now {
        return Err(Refusal::Future(field));
    }
    if at < EARLIEST {
        return Err(Refusal::TooEarly(field));
    }
    Ok(())
}

fn filled(field: IncidentField, text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty(field));
    }
    Ok(())
}

fn whole(field: IncidentField, text: &str, most: usize) -> Result<(), Refusal> {
    if text.contains('\0') {
        return Err(Refusal::Nul(field));
    }
    if text.chars().count() > most {
        return Err(Refusal::TooLong { field, most });
    }
    Ok(())
}

/// Checks what a person says about a report of an incident at a moment of the clock.
///
/// # Errors
/// Returns the first thing that is wrong, in the order of the form.
pub fn check_report(
    report: &IncidentReportFacts,
    answers_duty: bool,
    incident: &IncidentFacts,
    now: Timestamp,
) -> Result<(), Refusal> {
    use IncidentField as Field;
    filled(Field::Recipient, &report.recipient)?;
    for (field, text, most) in [
        (Field::Recipient, &report.recipient, SHORT_TEXT),
        (Field::Reporter, &report.reporter, SHORT_TEXT),
        (Field::Receipt, &report.receipt, SHORT_TEXT),
        (Field::Note, &report.note, LONG_TEXT),
    ] {
        whole(field, text, most)?;
    }
    match report.kind {
        IncidentReportKind::NotDue if !answers_duty => Err(Refusal::DutyMissing),
        IncidentReportKind::NotDue => filled(Field::Note, &report.note),
        IncidentReportKind::Made => {
            filled(Field::Reporter, &report.reporter)?;
            let at = report
                .reported_at
                .ok_or(Refusal::Empty(Field::ReportedAt))?;
            within(Field::ReportedAt, at, now)?;
            if at < incident.occurred_at {
                return Err(Refusal::Order {
                    earlier: Field::OccurredAt,
                    later: Field::ReportedAt,
                });
            }
            Ok(())
        }
    }
}
