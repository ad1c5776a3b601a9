//! The plan to the next lower grade.

use super::column::Column;
use super::input::{ControlAnswer, Indexed};
use super::method::Method;
use super::outcome::{Blockers, Plan, PlanStep};
use super::sensitivity::{CreditStep, credit_step};
use crate::evidence::Standing;

/// Returns the plan to the next lower grade; nothing at grade 1.
///
/// The steps are irredundant: no control can stay one step lower. They are not proven to be the
/// fewest, and know nothing of cost.
///
/// # Source
/// Grading method, section 4, step 11.
pub(crate) fn plan(method: &Method, input: &Indexed, point: &Column<'_>) -> Option<Plan> {
    let grade = point.parts().grade();
    let target = grade.checked_sub(1).filter(|target| *target >= 1)?;
    let mut start = point.clone();
    let clear = if point.red_line_grade() > target {
        start.crossed = 0;
        crossed_lines(method, input)
    } else {
        Vec::new()
    };
    let best = everything_verified(&start);
    if best.parts().grade() > target {
        return Some(out_of_reach(target, clear, &best));
    }
    let mut search = Search::new(start, &input.controls, target);
    if !search.climb() {
        return Some(out_of_reach(target, clear, &search.column));
    }
    search.prune();
    Some(Plan::Reachable {
        target,
        reachable: true,
        clear,
        steps: search.steps(),
    })
}

fn crossed_lines(method: &Method, input: &Indexed) -> Vec<String> {
    method
        .red_lines()
        .iter()
        .zip(&input.red_lines)
        .filter(|(_, crossed)| **crossed == Some(true))
        .map(|(id, _)| id.clone())
        .collect()
}

/// The column with every control at level 4 with current, independent evidence.
fn everything_verified<'m>(start: &Column<'m>) -> Column<'m> {
    let cap = start.method.cap(Standing::CurrentIndependent, start.tier);
    let mut best = start.clone();
    for control in 0..best.effective.len() {
        best.set_effective(control, cap.min(4));
    }
    best
}

fn out_of_reach(target: u8, clear: Vec<String>, best: &Column<'_>) -> Plan {
    let parts = best.parts();
    let risks = (0..best.rated.len())
        .filter(|risk| best.level(*risk).is_some_and(|level| level > target))
        .map(|risk| best.method.risks()[risk].clone())
        .collect();
    Plan::OutOfReach {
        target,
        reachable: false,
        clear,
        best: parts.grade(),
        blockers: Blockers::above(&parts, target),
        risks,
    }
}

/// A step that was taken, with what the control's answer was before.
#[derive(Clone, Copy)]
struct Taken {
    control: usize,
    step: CreditStep,
    before: Option<ControlAnswer>,
}

/// The search for steps: climbs greedily, then prunes.
struct Search<'m> {
    column: Column<'m>,
    answers: Vec<Option<ControlAnswer>>,
    target: u8,
    taken: Vec<Taken>,
    /// Controls in the order in which ties are decided: own first, then by id.
    own_first: Vec<usize>,
}

impl<'m> Search<'m> {
    fn new(column: Column<'m>, answers: &[Option<ControlAnswer>], target: u8) -> Self {
        let mut own_first: Vec<usize> = (0..answers.len()).collect();
        own_first.sort_by_key(|control| !column.method.is_own(*control));
        Self {
            column,
            answers: answers.to_vec(),
            target,
            taken: Vec::new(),
            own_first,
        }
    }

    fn is_reached(&self) -> bool {
        self.column.parts().grade() <= self.target
    }

    /// Takes the step with the smallest deficit afterwards until the target is reached.
    ///
    /// Returns false when no step is left, which only a method can bring about whose credits stop
    /// rising before its gates are satisfied.
    fn climb(&mut self) -> bool {
        while !self.is_reached() {
            let Some((control, step)) = self.best_step() else {
                return false;
            };
            self.taken.push(Taken {
                control,
                step,
                before: self.answers[control],
            });
            self.answers[control] = Some(step.answer());
            self.column.set_effective(control, step.to);
        }
        true
    }

    fn best_step(&mut self) -> Option<(usize, CreditStep)> {
        let mut best: Option<(i64, usize, CreditStep)> = None;
        for place in 0..self.own_first.len() {
            let control = self.own_first[place];
            let tier = self.column.tier;
            let Some(step) = credit_step(self.column.method, tier, self.answers[control]) else {
                continue;
            };
            let now = self.column.effective[control];
            self.column.set_effective(control, step.to);
            let deficit = deficit(&self.column, self.target);
            self.column.set_effective(control, now);
            if best.is_none_or(|(least, ..)| deficit < least) {
                best = Some((deficit, control, step));
            }
        }
        best.map(|(_, control, step)| (control, step))
    }

    /// Undoes last steps while the target stays reached: the supplier's controls first, by id.
    fn prune(&mut self) {
        for control in 0..self.answers.len() {
            while let Some(place) = self
                .taken
                .iter()
                .rposition(|taken| taken.control == control)
            {
                let undone = self.taken[place];
                self.column.set_effective(control, undone.step.from);
                if !self.is_reached() {
                    self.column.set_effective(control, undone.step.to);
                    break;
                }
                self.answers[control] = undone.before;
                self.taken.remove(place);
            }
        }
    }

    fn steps(&self) -> Vec<PlanStep> {
        self.taken
            .iter()
            .map(|taken| PlanStep {
                control: self.column.method.controls()[taken.control].clone(),
                from: taken.step.from,
                to: taken.step.to,
                evidence: taken.step.evidence,
            })
            .collect()
    }
}

/// Returns how far a column is from a target grade.
///
/// # Formula
/// 10000 for each part above the target g; plus max(0, Q' - edge(g) + 1) over the risks; plus, from
/// g = 2, the `need` smallest values of Q' - edge(g-1) + 1 over the risks with Q' >= edge(g-1), where
/// need = (risks at level >= g) - (accumulation count for g) + 1 and edge(g) is the lower edge of
/// level g + 1.
/// # Inputs
/// `target`: g, 1 to 4.
/// # Source
/// Grading method, section 4, step 11, item 3.
fn deficit(column: &Column<'_>, target: u8) -> i64 {
    let parts = column.parts();
    let above = super::outcome::Part::ALL
        .into_iter()
        .filter(|part| parts.get(*part) > target)
        .count();
    let edges = column.method.tables.edges;
    let edge = edges[usize::from(target) - 1];
    let shifted = || (0..column.rated.len()).filter_map(|risk| column.shifted(risk));
    let excess: i64 = shifted()
        .map(|index| i64::from((index - edge + 1).max(0)))
        .sum();
    10_000 * i64::try_from(above).expect("at most four parts") + excess + crowd(column, target)
}

/// Returns the points that would take enough risks below the target's own level.
fn crowd(column: &Column<'_>, target: u8) -> i64 {
    if target < 2 {
        return 0;
    }
    let place = usize::from(target) - 2;
    let need = column.counts()[place] - column.method.tables.accumulate[place] + 1;
    let Ok(need @ 1..) = usize::try_from(need) else {
        return 0;
    };
    let edge = column.method.tables.edges[place];
    let mut points: Vec<i64> = (0..column.rated.len())
        .filter_map(|risk| column.shifted(risk))
        .filter(|index| *index >= edge)
        .map(|index| i64::from(index - edge + 1))
        .collect();
    points.sort_unstable();
    points.iter().take(need).sum()
}
