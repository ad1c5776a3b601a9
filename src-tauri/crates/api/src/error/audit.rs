//! Refusals of the programme and of audits.

use super::Error;
use assay_domain::audit::CloseRefusal;
use assay_domain::cadence::CadenceRefusal;
use assay_domain::programme::PlanRefusal;
use assay_domain::question_pack::PackProblem;

impl From<PlanRefusal> for Error {
    fn from(refusal: PlanRefusal) -> Self {
        let made = match &refusal {
            PlanRefusal::Cadence(CadenceRefusal::Zero) => Self::new("plan-cadence-zero"),
            PlanRefusal::Cadence(CadenceRefusal::TooLong { most }) => {
                Self::new("plan-cadence-long").with("most", most)
            }
            PlanRefusal::NoSystem => Self::new("plan-system-missing"),
            PlanRefusal::FirstPast => Self::new("plan-first-past"),
            PlanRefusal::TooFar => Self::new("plan-first-far"),
            PlanRefusal::NotDue(day) => Self::new("plan-not-due").with("day", day),
            PlanRefusal::Passed(day) => Self::new("plan-passed").with("day", day),
            PlanRefusal::MoveTo(day) => Self::new("plan-move").with("day", day),
            PlanRefusal::NoReason => Self::new("plan-reason"),
            PlanRefusal::Paused => Self::new("plan-paused"),
            PlanRefusal::NotPaused => Self::new("plan-not-paused"),
        };
        made.caused_by(refusal)
    }
}

impl From<CloseRefusal> for Error {
    fn from(refusal: CloseRefusal) -> Self {
        let made = match refusal {
            CloseRefusal::NoItems => Self::new("audit-no-checklist"),
            CloseRefusal::Open(count) => Self::new("audit-open").with("count", count),
            CloseRefusal::CarriedChanged(count) => {
                Self::new("audit-carried-changed").with("count", count)
            }
            CloseRefusal::NothingTested => Self::new("audit-nothing-tested"),
        };
        made.caused_by(refusal)
    }
}

impl Error {
    /// Says that a question pack is refused, by the first of its problems.
    pub(crate) fn pack(problems: &[PackProblem]) -> Self {
        let Some(first) = problems.first() else {
            return Self::new("pack-unreadable");
        };
        Self::new("pack-refused")
            .with("count", problems.len())
            .with("line", first.line)
            .with("field", &first.field)
    }
}
