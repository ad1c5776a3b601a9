//! Codes of what plans, matrices and drills refuse.

use super::Error;
use assay_domain::drill::DrillMark;
use assay_domain::{authorisation, drill, fallback};

impl From<fallback::Refusal> for Error {
    fn from(refusal: fallback::Refusal) -> Self {
        use fallback::Refusal;
        let made = match &refusal {
            Refusal::Empty => Self::new("fallback-empty"),
            Refusal::TooLong { most } => Self::new("text-too-long").with("length", most),
            Refusal::Limit => Self::new("fallback-limit"),
            Refusal::LimitReason { given, tier } => Self::new("fallback-limit-reason")
                .with("given", given)
                .with("tier", tier),
        };
        made.caused_by(refusal)
    }
}

impl From<authorisation::Refusal> for Error {
    fn from(refusal: authorisation::Refusal) -> Self {
        use authorisation::Refusal;
        let made = match &refusal {
            Refusal::Empty => Self::new("authorisation-empty"),
            Refusal::TooMany => {
                Self::new("authorisation-many").with("most", authorisation::MOST_ACTIONS)
            }
            Refusal::ActionMissing(place) => {
                Self::new("authorisation-action-missing").with("place", place)
            }
            Refusal::ActionTwice(action) => {
                Self::new("authorisation-action-twice").with("action", action)
            }
            Refusal::TooLong => {
                Self::new("text-too-long").with("length", authorisation::LONGEST_TEXT)
            }
            Refusal::Future => Self::new("stop-test-future"),
            Refusal::TesterMissing => Self::new("stop-test-tester-missing"),
            Refusal::TimeMissing => Self::new("stop-test-time-missing"),
            Refusal::TimeTooLong => Self::new("stop-test-time-long"),
        };
        made.caused_by(refusal)
    }
}

impl From<drill::Refusal> for Error {
    fn from(refusal: drill::Refusal) -> Self {
        use drill::Refusal;
        let made = match &refusal {
            Refusal::NotBegun => Self::new("drill-not-begun"),
            Refusal::Over => Self::new("drill-over"),
            Refusal::Twice(mark) => Self::new("drill-mark-twice").with("mark", word(*mark)),
            Refusal::OutOfOrder { mark, needed } => Self::new("drill-mark-order")
                .with("mark", word(*mark))
                .with("needed", word(*needed)),
            Refusal::ManualMissing => Self::new("drill-manual-missing"),
            Refusal::NotLast(mark) => Self::new("drill-not-last").with("mark", word(*mark)),
            Refusal::TooLate => {
                Self::new("drill-withdraw-late").with("seconds", drill::WITHDRAW_MS / 1000)
            }
            Refusal::ReasonMissing => Self::new("drill-reason-missing"),
            Refusal::NoteEmpty => Self::new("drill-note-empty"),
            Refusal::TooLong => Self::new("text-too-long").with("length", drill::LONGEST_TEXT),
            Refusal::TooMany => Self::new("drill-many").with("most", drill::MOST_CASES),
            Refusal::Backwards => Self::new("drill-backwards"),
        };
        made.caused_by(refusal)
    }
}

/// Names a mark by its code, from which the message makes words.
fn word(mark: DrillMark) -> String {
    let code = serde_json::to_value(mark).unwrap_or_default();
    code.as_str().unwrap_or_default().to_owned()
}
