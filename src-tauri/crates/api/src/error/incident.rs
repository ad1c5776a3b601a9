//! What can be wrong with an incident, a report or a duty, as codes.

use super::Error;
use assay_domain::{duty, incident};
use serde::Serialize;

impl From<incident::Refusal> for Error {
    fn from(refusal: incident::Refusal) -> Self {
        use incident::Refusal;
        let made = match &refusal {
            Refusal::Empty(field) => Self::new("incident-empty").with("field", word(field)),
            Refusal::TooLong { field, most } => Self::new("incident-long")
                .with("field", word(field))
                .with("length", most),
            Refusal::Nul(field) => Self::new("incident-nul").with("field", word(field)),
            Refusal::Future(field) => Self::new("incident-future").with("field", word(field)),
            Refusal::TooEarly(field) => Self::new("incident-early").with("field", word(field)),
            Refusal::Order { earlier, later } => Self::new("incident-order")
                .with("earlier", word(earlier))
                .with("field", word(later)),
            Refusal::Harm => Self::new("incident-harm"),
            Refusal::TooLarge(field) => Self::new("incident-large").with("field", word(field)),
            Refusal::DutyMissing => Self::new("incident-duty-missing"),
            Refusal::State(state) => Self::new("incident-state").with("state", word(state)),
            Refusal::NotHandled(field) => {
                Self::new("incident-not-handled").with("field", word(field))
            }
            Refusal::NotClosed(field) => {
                Self::new("incident-not-closed").with("field", word(field))
            }
            Refusal::Unanswered(count) => Self::new("incident-unanswered").with("count", count),
        };
        made.caused_by(refusal)
    }
}

impl From<duty::Refusal> for Error {
    fn from(refusal: duty::Refusal) -> Self {
        use duty::Refusal;
        let made = match &refusal {
            Refusal::Recipient => Self::new("duty-recipient"),
            Refusal::Source => Self::new("duty-source"),
            Refusal::Kinds => Self::new("duty-kinds"),
            Refusal::Within(most) => Self::new("duty-within").with("most", most),
            Refusal::TooLong(most) => Self::new("text-too-long").with("length", most),
        };
        made.caused_by(refusal)
    }
}

/// Names a value by its code, from which the message makes a word.
fn word(value: &impl Serialize) -> String {
    let code = serde_json::to_value(value).unwrap_or_default();
    code.as_str().unwrap_or_default().to_owned()
}
