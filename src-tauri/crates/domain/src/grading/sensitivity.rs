//! What single steps would do to the point grade.

use super::column::{Column, View};
use super::input::{ControlAnswer, Indexed, RiskState};
use super::method::Method;
use super::outcome::{GradeStep, Help, Sensitivity};
use crate::evidence::Standing;
use std::cmp::Reverse;

/// The step of a control to the next level that earns more credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CreditStep {
    pub(crate) from: u8,
    pub(crate) to: u8,
    pub(crate) evidence: Standing,
}

impl CreditStep {
    /// Returns the answer that the step leads to.
    pub(crate) const fn answer(self) -> ControlAnswer {
        (self.to, self.evidence)
    }
}

/// Returns the credit step of a control; nothing when no step earns more.
///
/// # Formula
/// From the effective level to the next level with more credit, with the lowest standing among
/// attached and current and independent whose cap allows it, not lower than the one it has.
/// # Source
/// Grading method, section 4, step 10.
pub(crate) fn credit_step(
    method: &Method,
    tier: u8,
    answer: Option<ControlAnswer>,
) -> Option<CreditStep> {
    let from = super::column::effective(method, answer, tier, View::Point);
    let credit = method.tables.credit;
    let to = (from + 1..=4).find(|to| credit[usize::from(*to)] > credit[usize::from(from)])?;
    let standing = answer.map_or(Standing::None, |(_, standing)| standing);
    let evidence = [Standing::Attached, Standing::CurrentIndependent]
        .into_iter()
        .find(|evidence| *evidence >= standing && method.cap(*evidence, tier) >= to)?;
    Some(CreditStep { from, to, evidence })
}

/// Tries every single step on the point grade.
///
/// # Source
/// Grading method, section 4, step 10.
pub(crate) fn sensitivity(method: &Method, input: &Indexed, point: &Column<'_>) -> Sensitivity {
    let mut steps = Steps {
        grade: point.parts().grade(),
        better: Vec::new(),
        worse: Vec::new(),
    };
    context_steps(method, input, &mut steps);
    rating_steps(method, input, point, &mut steps);
    red_line_steps(method, input, point, &mut steps);
    let helps = control_steps(method, input, point, &mut steps);
    Sensitivity {
        better: steps.better,
        worse: steps.worse,
        helps,
    }
}

struct Steps {
    grade: u8,
    better: Vec<GradeStep>,
    worse: Vec<GradeStep>,
}

impl Steps {
    fn tried(&mut self, grade: u8, label: impl FnOnce() -> String) {
        if grade < self.grade {
            self.better.push((label(), grade));
        } else if grade > self.grade {
            self.worse.push((label(), grade));
        }
    }
}

/// The two neighbours of a rank that stay within 1 to 5, upwards first, as labels write them.
fn neighbours(rank: u8) -> impl Iterator<Item = (u8, &'static str)> {
    [(rank + 1, "+1"), (rank - 1, "-1")]
        .into_iter()
        .filter(|(rank, _)| (1..=5).contains(rank))
}

fn context_steps(method: &Method, input: &Indexed, steps: &mut Steps) {
    for (axis, name) in ["S", "A", "Z"].into_iter().enumerate() {
        let Some(rank) = input.context[axis] else {
            continue;
        };
        for (rank, sign) in neighbours(rank) {
            let mut changed = input.clone();
            changed.context[axis] = Some(rank);
            let grade = Column::of(method, &changed, View::Point).parts().grade();
            steps.tried(grade, || format!("{name}{sign}"));
        }
    }
}

fn rating_steps(method: &Method, input: &Indexed, point: &Column<'_>, steps: &mut Steps) {
    let mut column = point.clone();
    for (risk, state) in input.risks.iter().enumerate() {
        let RiskState::Rated {
            likelihood, impact, ..
        } = *state
        else {
            continue;
        };
        let Some(now) = point.rated[risk] else {
            continue;
        };
        let id = &method.risks()[risk];
        for (is_impact, name, rank) in [(false, "L", likelihood), (true, "I", impact)] {
            let Some(rank) = rank else { continue };
            for (stepped, sign) in neighbours(rank) {
                let mut then = now;
                then.inherent += 100 * (i32::from(stepped) - i32::from(rank));
                if is_impact {
                    then.impact = stepped;
                } else {
                    then.likelihood = stepped;
                }
                column.rated[risk] = Some(then);
                steps.tried(column.parts().grade(), || format!("{id}.{name}{sign}"));
            }
        }
        column.rated[risk] = Some(now);
    }
}

fn red_line_steps(method: &Method, input: &Indexed, point: &Column<'_>, steps: &mut Steps) {
    let mut column = point.clone();
    for (id, crossed) in method.red_lines().iter().zip(&input.red_lines) {
        let is_crossed = *crossed == Some(true);
        column.crossed = if is_crossed {
            point.crossed - 1
        } else {
            point.crossed + 1
        };
        let verb = if is_crossed { "clear" } else { "cross" };
        steps.tried(column.parts().grade(), || format!("{verb} {id}"));
    }
}

/// Tries each control up and down, and returns the controls that help, the most helpful first.
fn control_steps(
    method: &Method,
    input: &Indexed,
    point: &Column<'_>,
    steps: &mut Steps,
) -> Vec<Help> {
    let mut column = point.clone();
    let worst = point.worst();
    let mut helps = Vec::new();
    for (control, answer) in input.controls.iter().enumerate() {
        let id = &method.controls()[control];
        let now = point.effective[control];
        if let Some(step) = credit_step(method, point.tier, *answer) {
            column.set_effective(control, step.to);
            let grade = column.parts().grade();
            steps.tried(grade, || format!("{id}+1"));
            let help = help(
                id,
                step,
                grade,
                Gain::between(point, &column, control, worst),
            );
            if help.total != 0 || help.grade != steps.grade {
                helps.push((!method.is_own(control), help));
            }
        }
        if let Some((level @ 1.., standing)) = *answer {
            let lowered = (level - 1).min(method.cap(standing, point.tier));
            column.set_effective(control, lowered);
            steps.tried(column.parts().grade(), || format!("{id}-1"));
        }
        column.set_effective(control, now);
    }
    helps.sort_by_key(|(is_suppliers, help)| {
        (
            help.grade,
            Reverse((help.worst, help.drops, help.total)),
            *is_suppliers,
        )
    });
    helps.into_iter().map(|(_, help)| help).collect()
}

/// What one changed control gains over the risks it is linked to.
struct Gain {
    worst: i32,
    drops: u32,
    total: i32,
}

impl Gain {
    fn between(
        before: &Column<'_>,
        after: &Column<'_>,
        control: usize,
        worst: Option<usize>,
    ) -> Self {
        let mut gain = Self {
            worst: 0,
            drops: 0,
            total: 0,
        };
        for risk in before.method.risks_of(control) {
            let (Some(high), Some(low)) = (before.level(*risk), after.level(*risk)) else {
                continue;
            };
            let points = after.reduction[*risk] - before.reduction[*risk];
            gain.total += points;
            gain.drops += u32::from(low < high);
            if worst == Some(*risk) {
                gain.worst = points;
            }
        }
        gain
    }
}

fn help(control: &str, step: CreditStep, grade: u8, gain: Gain) -> Help {
    Help {
        control: control.to_owned(),
        from: step.from,
        to: step.to,
        evidence: step.evidence,
        grade,
        worst: gain.worst,
        drops: gain.drops,
        total: gain.total,
    }
}
