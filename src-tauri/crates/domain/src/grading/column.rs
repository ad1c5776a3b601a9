//! Steps 1 to 7 for one reading of the input: at the point, at best or at worst.
//!
//! A column holds small numbers by position only. A single control can be changed in place, which
//! works out again nothing but the risks that the control is linked to: sensitivity and plan try
//! hundreds of such changes.

use super::input::{Indexed, RiskState};
use super::method::{ControlGate, LinkKind, Method, Rule};
use super::outcome::{Parts, RiskOutcome};
use crate::evidence::Standing;

/// A risk has one link per control at most, and the framework has 29 controls.
const MOST_LINKS: usize = 29;

/// Which way the doubts of an input are taken (step 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    Best,
    Point,
    Worst,
}

/// A risk that counts: its ratings as the gates see them, and its inherent index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rated {
    pub(crate) likelihood: u8,
    pub(crate) impact: u8,
    pub(crate) inherent: i32,
}

/// A gate of step 7; the number is the place in the method's list of neglected clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    Control,
    Fallback,
    Uncontrolled,
    Neglect(usize),
    RedLine,
}

/// One reading of an input.
#[derive(Clone)]
pub(crate) struct Column<'m> {
    pub(crate) method: &'m Method,
    /// S, A, Z.
    pub(crate) context: [u8; 3],
    pub(crate) tier: u8,
    pub(crate) shift: i32,
    pub(crate) rated: Vec<Option<Rated>>,
    pub(crate) effective: Vec<u8>,
    pub(crate) reduction: Vec<i32>,
    /// Number of red lines that count as crossed.
    pub(crate) crossed: usize,
}

impl<'m> Column<'m> {
    /// Reads an input one way.
    ///
    /// # Source
    /// Grading method, section 4, steps 1 to 5 (point) and 8 (best and worst).
    pub(crate) fn of(method: &'m Method, input: &Indexed, view: View) -> Self {
        let unknown = match view {
            View::Best => 1,
            View::Point => method.tables.unknown_point,
            View::Worst => 5,
        };
        let context = input.context.map(|axis| axis.unwrap_or(unknown));
        let tier = method.tier(context[0], context[1], context[2]);
        let mut column = Self {
            method,
            context,
            tier,
            shift: method.shift(tier),
            rated: input
                .risks
                .iter()
                .map(|risk| rated(method, *risk, view, unknown))
                .collect(),
            effective: input
                .controls
                .iter()
                .map(|answer| effective(method, *answer, tier, view))
                .collect(),
            reduction: Vec::new(),
            crossed: crossed(&input.red_lines, view),
        };
        column.reduction = (0..column.rated.len())
            .map(|risk| column.reduce(risk))
            .collect();
        column
    }

    /// Returns what the controls take away from one risk.
    ///
    /// # Formula
    /// R = sum over k of c'_k div 2^k, where c' = c(e) x strength div 100, sorted descending.
    /// # Domain
    /// 0 to below twice the largest credit.
    /// # Source
    /// Grading method, section 4, steps 2 and 3.
    fn reduce(&self, risk: usize) -> i32 {
        let mut credits = [(0, LinkKind::Primary, 0); MOST_LINKS];
        let mut count = 0;
        for link in self.method.links(risk) {
            let effective = self.effective[link.control];
            let adjusted = self.method.adjusted(link.kind, effective);
            if adjusted > 0 {
                let mut place = count;
                while place > 0 && credits[place - 1].0 < adjusted {
                    credits[place] = credits[place - 1];
                    place -= 1;
                }
                credits[place] = (adjusted, link.kind, effective);
                count += 1;
            }
        }
        credits[..count]
            .iter()
            .enumerate()
            .map(|(place, (_, kind, effective))| self.method.counted(*kind, *effective, place))
            .sum()
    }

    /// Gives a control an effective level and works out the risks it is linked to.
    pub(crate) fn set_effective(&mut self, control: usize, effective: u8) {
        if self.effective[control] == effective {
            return;
        }
        self.effective[control] = effective;
        for risk in self.method.risks_of(control) {
            self.reduction[*risk] = self.reduce(*risk);
        }
    }

    /// Returns Q' of an applicable risk: H - R + the tier's shift.
    pub(crate) fn shifted(&self, risk: usize) -> Option<i32> {
        self.rated[risk].map(|rated| rated.inherent - self.reduction[risk] + self.shift)
    }

    /// Returns the level of an applicable risk.
    pub(crate) fn level(&self, risk: usize) -> Option<u8> {
        let rated = self.rated[risk]?;
        let index = rated.inherent - self.reduction[risk] + self.shift;
        Some(self.method.level(index, rated.impact))
    }

    pub(crate) fn risk_outcome(&self, risk: usize) -> Option<RiskOutcome> {
        let rated = self.rated[risk]?;
        let residual = rated.inherent - self.reduction[risk];
        Some(RiskOutcome {
            inherent: rated.inherent,
            inherent_level: self.method.level(rated.inherent + self.shift, rated.impact),
            reduction: self.reduction[risk],
            residual,
            shifted: residual + self.shift,
            level: self.method.level(residual + self.shift, rated.impact),
        })
    }

    /// Returns the worst risk: the one with the highest Q', the first on a tie.
    pub(crate) fn worst(&self) -> Option<usize> {
        let mut worst: Option<(usize, i32)> = None;
        for risk in 0..self.rated.len() {
            if let Some(index) = self.shifted(risk)
                && worst.is_none_or(|(_, highest)| index > highest)
            {
                worst = Some((risk, index));
            }
        }
        worst.map(|(risk, _)| risk)
    }

    /// Returns the system's index: the highest Q', at least 0.
    pub(crate) fn index(&self) -> i32 {
        (0..self.rated.len())
            .filter_map(|risk| self.shifted(risk))
            .fold(0, i32::max)
    }

    /// Counts the applicable risks at level 2, 3 and 4 or above.
    ///
    /// # Source
    /// Grading method, section 4, step 7, `accumulation`.
    pub(crate) fn counts(&self) -> [i32; 3] {
        let mut counts = [0; 3];
        for level in (0..self.rated.len()).filter_map(|risk| self.level(risk)) {
            for (count, least) in counts.iter_mut().zip([2, 3, 4]) {
                *count += i32::from(level >= least);
            }
        }
        counts
    }

    /// Returns the four parts of the grade.
    ///
    /// # Formula
    /// The largest level; 3, 4 or 5 from 12, 8 or 5 risks at levels 2, 3 or 4; the tier's floor; the
    /// largest gate.
    /// # Source
    /// Grading method, section 4, step 7.
    pub(crate) fn parts(&self) -> Parts {
        let worst_risk = (0..self.rated.len())
            .filter_map(|risk| self.level(risk))
            .fold(1, u8::max);
        let accumulation = self
            .counts()
            .iter()
            .zip(self.method.tables.accumulate)
            .zip([3, 4, 5])
            .filter(|((count, needed), _)| **count >= *needed)
            .map(|(_, grade)| grade)
            .fold(1, u8::max);
        let mut gates = 1;
        self.each_gate(|_, grade| gates = gates.max(grade));
        Parts {
            worst_risk,
            accumulation,
            context_floor: self.method.tables.tier_floor[usize::from(self.tier) - 1],
            gates,
        }
    }

    /// Returns the gates that fire with their grades, in the order of the method.
    pub(crate) fn gates(&self) -> Vec<(Gate, u8)> {
        let mut fired = Vec::new();
        self.each_gate(|gate, grade| fired.push((gate, grade)));
        fired
    }

    /// Returns the grade of the gate `red line`, 1 when it does not fire.
    pub(crate) fn red_line_grade(&self) -> u8 {
        if self.crossed == 0 {
            return 1;
        }
        self.rules(&self.method.tables.red_line_rules).unwrap_or(1)
    }

    fn each_gate(&self, mut fire: impl FnMut(Gate, u8)) {
        let tables = &self.method.tables;
        if let Some(grade) = self.control_gate(&tables.control_gate) {
            fire(Gate::Control, grade);
        }
        if let Some(grade) = self.control_gate(&tables.fallback_gate) {
            fire(Gate::Fallback, grade);
        }
        if (0..self.rated.len()).any(|risk| self.is_uncontrolled(risk)) {
            fire(Gate::Uncontrolled, tables.uncontrolled_gate.grade);
        }
        let neglect = &tables.neglect_gate;
        for (place, clause) in neglect.clauses.iter().enumerate() {
            if self.effective[*clause] <= neglect.at_most
                && neglect.primary_risks[place]
                    .iter()
                    .any(|risk| self.is_grave(*risk))
            {
                fire(
                    Gate::Neglect(place),
                    neglect.grade_by_tier[usize::from(self.tier) - 1],
                );
            }
        }
        if self.crossed > 0
            && let Some(grade) = self.rules(&tables.red_line_rules)
        {
            fire(Gate::RedLine, grade);
        }
    }

    fn control_gate(&self, gate: &ControlGate) -> Option<u8> {
        if self.effective[gate.control] > gate.at_most {
            return None;
        }
        self.rules(&gate.rules)
    }

    /// Returns the highest grade of the rules that hold for this autonomy and scenario.
    fn rules(&self, rules: &[Rule]) -> Option<u8> {
        let [scenario, autonomy, _] = self.context.map(i32::from);
        rules
            .iter()
            .filter(|rule| autonomy >= rule.autonomy && scenario >= rule.scenario)
            .map(|rule| rule.grade)
            .max()
    }

    /// Whether a risk fires the gate `uncontrolled`: grave, likely enough, and nothing against it.
    pub(crate) fn is_uncontrolled(&self, risk: usize) -> bool {
        let gate = &self.method.tables.uncontrolled_gate;
        self.rated[risk].is_some_and(|rated| {
            i32::from(rated.impact) >= gate.impact
                && i32::from(rated.likelihood) >= gate.likelihood
                && self.reduction[risk] == 0
        })
    }

    /// Whether a risk is grave enough that its clauses may not be neglected.
    pub(crate) fn is_grave(&self, risk: usize) -> bool {
        let least = self.method.tables.neglect_gate.impact;
        self.rated[risk].is_some_and(|rated| i32::from(rated.impact) >= least)
    }
}

/// Returns a risk as one view sees it; nothing when it is left out.
///
/// # Formula
/// H = 100 (L + I); an answered axis without evidence counts 50 less (not below 100) at best and
/// 50 more (not above 500) at worst.
/// # Source
/// Grading method, section 4, steps 5 and 8.
fn rated(method: &Method, risk: RiskState, view: View, unknown: u8) -> Option<Rated> {
    match risk {
        RiskState::Rated {
            likelihood,
            impact,
            evidence,
        } => {
            let doubt = match view {
                View::Point => 0,
                _ if evidence != Standing::None => 0,
                View::Best => -method.tables.axis_doubt,
                View::Worst => method.tables.axis_doubt,
            };
            let axis = |value: Option<u8>| match value {
                Some(value) => (100 * i32::from(value) + doubt).clamp(100, 500),
                None => 100 * i32::from(unknown),
            };
            Some(Rated {
                likelihood: likelihood.unwrap_or(unknown),
                impact: impact.unwrap_or(unknown),
                inherent: axis(likelihood) + axis(impact),
            })
        }
        RiskState::NotApplicable { confirmed: false } if view == View::Worst => {
            let assumed = method.tables.na_unconfirmed;
            Some(Rated {
                likelihood: assumed,
                impact: assumed,
                inherent: 200 * i32::from(assumed),
            })
        }
        RiskState::NotApplicable { .. } => None,
    }
}

/// Returns the effective level of a control as one view sees it.
///
/// # Formula
/// e = min(answer, cap); unanswered 0. At best the answer itself, unanswered 4; at worst 0 without
/// evidence.
/// # Source
/// Grading method, section 4, steps 1 and 8.
pub(crate) fn effective(
    method: &Method,
    answer: Option<(u8, Standing)>,
    tier: u8,
    view: View,
) -> u8 {
    match (answer, view) {
        (None, View::Best) => 4,
        (None, _) => 0,
        (Some((level, _)), View::Best) => level,
        (Some((_, Standing::None)), View::Worst) => 0,
        (Some((level, standing)), _) => level.min(method.cap(standing, tier)),
    }
}

fn crossed(red_lines: &[Option<bool>], view: View) -> usize {
    red_lines
        .iter()
        .filter(|crossed| crossed.unwrap_or(view == View::Worst))
        .count()
}
