//! Why a grade is what it is, for screens and reports: from the grade one can walk to each credit.

use super::column::{Column, Gate, View};
use super::input::{ControlAnswer, Indexed, Input, RiskState};
use super::method::{LinkKind, LinkSource, Method};
use super::outcome::{Outcome, Part};
use super::refusal::InputError;
use crate::evidence::Standing;
use serde::{Deserialize, Serialize};

/// One control's credit against one risk, at its place of the counting order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreditExplanation {
    /// Which control.
    pub control: String,
    /// How strongly it is linked to the risk.
    pub link: LinkKind,
    /// Whose link it is.
    pub source: LinkSource,
    /// The answer, 0 to 4; nothing while unanswered.
    pub answer: Option<u8>,
    /// Its evidence standing.
    pub standing: Standing,
    /// The effective level.
    pub effective: u8,
    /// Credit of that level, in index points.
    pub credit: i32,
    /// Credit after the strength of the link.
    pub adjusted: i32,
    /// What counts at this place: the adjusted credit, halved for each one before it.
    pub counted: i32,
}

/// How one risk comes to its level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RiskExplanation {
    /// Which risk.
    pub risk: String,
    /// Likelihood as answered.
    pub likelihood: Option<u8>,
    /// Impact as answered.
    pub impact: Option<u8>,
    /// Likelihood as counted, which is the method's stand-in while unanswered.
    pub counted_likelihood: u8,
    /// Impact as counted.
    pub counted_impact: u8,
    /// Evidence standing of the rating.
    pub standing: Standing,
    /// H = 100 (L + I).
    pub inherent: i32,
    /// Level of H after the shift.
    pub inherent_level: u8,
    /// The credits in counting order, those that count nothing last.
    pub credits: Vec<CreditExplanation>,
    /// R, the sum of what counts.
    pub reduction: i32,
    /// Q = H - R.
    pub residual: i32,
    /// Q' = Q + the tier's shift.
    pub shifted: i32,
    /// Level of Q'.
    pub level: u8,
    /// Whether the floor for impact 5 raised the level.
    pub impact_floor: bool,
    /// Points from Q' up to the next edge, where the level would rise; nothing at level 5.
    pub margin_above: Option<i32>,
    /// Points from Q' down to the edge below: one point more and the level falls; nothing at level 1.
    pub margin_below: Option<i32>,
}

/// One line of the accumulation part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccumulationCount {
    /// Risks at this level or above are counted.
    pub level: u8,
    /// How many there are.
    pub count: i32,
    /// How many it takes.
    pub needed: i32,
    /// The grade they then give.
    pub grade: u8,
    /// Whether they do.
    pub reached: bool,
}

/// A control that counts less than it was answered, for want of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CappedControl {
    /// Which control.
    pub control: String,
    /// The answer.
    pub answer: u8,
    /// Its evidence standing.
    pub standing: Standing,
    /// The level that counts.
    pub effective: u8,
}

/// What a gate is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GateKind {
    /// Human control of the AI (6.3 h) is not in place.
    Control,
    /// The fallback to human work (6.3 i) is not in place.
    Fallback,
    /// A grave and likely risk has nothing against it.
    Uncontrolled,
    /// A clause is not in place although a grave risk depends on it.
    Neglect,
    /// A red line is crossed.
    RedLine,
}

/// A gate that fires, with what makes it fire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GateExplanation {
    /// What it is about.
    pub kind: GateKind,
    /// The grade it gives.
    pub grade: u8,
    /// The control that is not in place, if it is about one.
    pub control: Option<String>,
    /// That control's effective level.
    pub effective: Option<u8>,
    /// The risks that make it fire, if it is about risks.
    pub risks: Vec<String>,
    /// The red lines that are crossed, if it is about them.
    pub red_lines: Vec<String>,
}

/// How the application tier comes about and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TierExplanation {
    /// Scenario criticality as counted.
    pub scenario: u8,
    /// Autonomy as counted.
    pub autonomy: u8,
    /// Scale as counted.
    pub scale: u8,
    /// The application tier.
    pub tier: u8,
    /// Points that the tier adds to every risk.
    pub shift: i32,
    /// The grade that the tier alone demands.
    pub floor: u8,
}

/// What is open and therefore widens the interval or lowers the confidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(
    feature = "contract",
    ts(rename = "OpenPoints"),
    schemars(rename = "OpenPoints")
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Open {
    /// Axes of the context without an answer: `S`, `A`, `Z`.
    pub context: Vec<String>,
    /// Risks with an axis that is not rated.
    pub risks: Vec<String>,
    /// Rated risks without evidence.
    pub unevidenced_risks: Vec<String>,
    /// "Not applicable" on one person's word.
    pub unconfirmed: Vec<String>,
    /// Controls without an answer.
    pub controls: Vec<String>,
    /// Controls answered without evidence.
    pub unevidenced_controls: Vec<String>,
    /// Red lines without an answer.
    pub red_lines: Vec<String>,
}

/// Why a grade is what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Explanation {
    /// The application tier.
    pub tier: TierExplanation,
    /// The parts that are as high as the grade.
    pub deciding: Vec<Part>,
    /// The risks at the highest level, those with the highest index first.
    pub worst_risks: Vec<String>,
    /// The gates that fire, in the order of the method.
    pub gates: Vec<GateExplanation>,
    /// The three counts of the accumulation part.
    pub accumulation: Vec<AccumulationCount>,
    /// The applicable and unanswered risks, in the framework's order.
    pub risks: Vec<RiskExplanation>,
    /// The controls that count less than they were answered.
    pub capped: Vec<CappedControl>,
    /// What is open.
    pub open: Open,
}

/// Explains a grade.
///
/// # Inputs
/// `outcome`: the result of grading `input` with `method`.
/// # Errors
/// As [`super::grade`].
pub fn explain(
    method: &Method,
    input: &Input,
    outcome: &Outcome,
) -> Result<Explanation, InputError> {
    let indexed = Indexed::of(method, input)?;
    let column = Column::of(method, &indexed, View::Point);
    Ok(Explanation {
        tier: tier(&column),
        deciding: Part::ALL
            .into_iter()
            .filter(|part| outcome.parts.get(*part) == outcome.grade)
            .collect(),
        worst_risks: worst_risks(&column),
        gates: column
            .gates()
            .into_iter()
            .map(|(kind, grade)| gate(&column, &indexed, kind, grade))
            .collect(),
        accumulation: accumulation(&column),
        risks: (0..method.risks().len())
            .filter_map(|position| risk(&column, &indexed, position))
            .collect(),
        capped: capped(&column, &indexed),
        open: open(method, &indexed),
    })
}

fn tier(column: &Column<'_>) -> TierExplanation {
    let [scenario, autonomy, scale] = column.context;
    TierExplanation {
        scenario,
        autonomy,
        scale,
        tier: column.tier,
        shift: column.shift,
        floor: column.parts().context_floor,
    }
}

fn worst_risks(column: &Column<'_>) -> Vec<String> {
    let highest = column.parts().worst_risk;
    let mut risks: Vec<usize> = (0..column.rated.len())
        .filter(|risk| column.level(*risk) == Some(highest))
        .collect();
    risks.sort_by_key(|risk| std::cmp::Reverse(column.shifted(*risk)));
    names(column.method.risks(), risks)
}

fn accumulation(column: &Column<'_>) -> Vec<AccumulationCount> {
    column
        .counts()
        .into_iter()
        .zip(column.method.tables.accumulate)
        .zip(2..)
        .map(|((count, needed), level)| AccumulationCount {
            level,
            count,
            needed,
            grade: level + 1,
            reached: count >= needed,
        })
        .collect()
}

fn risk(column: &Column<'_>, input: &Indexed, position: usize) -> Option<RiskExplanation> {
    let RiskState::Rated {
        likelihood,
        impact,
        evidence,
    } = input.risks[position]
    else {
        return None;
    };
    let rated = column.rated[position]?;
    let figures = column.risk_outcome(position)?;
    let edges = column.method.tables.edges;
    let above = edges.iter().find(|edge| **edge > figures.shifted);
    let below = edges.iter().rfind(|edge| **edge <= figures.shifted);
    Some(RiskExplanation {
        risk: column.method.risks()[position].clone(),
        likelihood,
        impact,
        counted_likelihood: rated.likelihood,
        counted_impact: rated.impact,
        standing: evidence,
        inherent: figures.inherent,
        inherent_level: figures.inherent_level,
        credits: credits(column, input, position),
        reduction: figures.reduction,
        residual: figures.residual,
        shifted: figures.shifted,
        level: figures.level,
        impact_floor: figures.level > column.method.level(figures.shifted, 1),
        margin_above: above.map(|edge| edge - figures.shifted),
        margin_below: below.map(|edge| figures.shifted - edge),
    })
}

/// Returns the credits of a risk in counting order; on ties the method's order of links.
fn credits(column: &Column<'_>, input: &Indexed, risk: usize) -> Vec<CreditExplanation> {
    let method = column.method;
    let mut credits: Vec<CreditExplanation> = method
        .links(risk)
        .iter()
        .map(|link| {
            let effective = column.effective[link.control];
            let answer: Option<ControlAnswer> = input.controls[link.control];
            CreditExplanation {
                control: method.controls()[link.control].clone(),
                link: link.kind,
                source: link.source,
                answer: answer.map(|(level, _)| level),
                standing: answer.map_or(Standing::None, |(_, standing)| standing),
                effective,
                credit: method.tables.credit[usize::from(effective)],
                adjusted: method.adjusted(link.kind, effective),
                counted: 0,
            }
        })
        .collect();
    credits.sort_by_key(|credit| std::cmp::Reverse(credit.adjusted));
    for (place, credit) in credits.iter_mut().enumerate() {
        credit.counted = method.counted(credit.link, credit.effective, place);
    }
    credits
}

fn gate(column: &Column<'_>, input: &Indexed, gate: Gate, grade: u8) -> GateExplanation {
    let tables = &column.method.tables;
    let (kind, control, risks) = match gate {
        Gate::Control => (GateKind::Control, Some(tables.control_gate.control), vec![]),
        Gate::Fallback => (
            GateKind::Fallback,
            Some(tables.fallback_gate.control),
            vec![],
        ),
        Gate::Uncontrolled => {
            let risks = (0..column.rated.len()).filter(|risk| column.is_uncontrolled(*risk));
            (GateKind::Uncontrolled, None, risks.collect())
        }
        Gate::Neglect(place) => {
            let risks = tables.neglect_gate.primary_risks[place].iter().copied();
            (
                GateKind::Neglect,
                Some(tables.neglect_gate.clauses[place]),
                risks.filter(|risk| column.is_grave(*risk)).collect(),
            )
        }
        Gate::RedLine => (GateKind::RedLine, None, vec![]),
    };
    let crossed = input.red_lines.iter().enumerate();
    GateExplanation {
        kind,
        grade,
        control: control.map(|control| column.method.controls()[control].clone()),
        effective: control.map(|control| column.effective[control]),
        risks: names(column.method.risks(), risks),
        red_lines: match kind {
            GateKind::RedLine => crossed
                .filter(|(_, crossed)| **crossed == Some(true))
                .map(|(place, _)| column.method.red_lines()[place].clone())
                .collect(),
            _ => Vec::new(),
        },
    }
}

fn capped(column: &Column<'_>, input: &Indexed) -> Vec<CappedControl> {
    let controls = column.method.controls().iter();
    controls
        .zip(&input.controls)
        .zip(&column.effective)
        .filter_map(|((control, answer), effective)| {
            let (answer, standing) = (*answer)?;
            (answer > *effective).then(|| CappedControl {
                control: control.clone(),
                answer,
                standing,
                effective: *effective,
            })
        })
        .collect()
}

fn open(method: &Method, input: &Indexed) -> Open {
    let risks = |matches: fn(&RiskState) -> bool| {
        let places = (0..input.risks.len()).filter(|risk| matches(&input.risks[*risk]));
        names(method.risks(), places)
    };
    let controls = |matches: fn(&Option<ControlAnswer>) -> bool| {
        let places = (0..input.controls.len()).filter(|place| matches(&input.controls[*place]));
        names(method.controls(), places)
    };
    let unanswered_axes = ["S", "A", "Z"].into_iter().zip(input.context);
    let unanswered_lines =
        (0..input.red_lines.len()).filter(|place| input.red_lines[*place].is_none());
    Open {
        context: unanswered_axes
            .filter(|(_, axis)| axis.is_none())
            .map(|(name, _)| name.to_owned())
            .collect(),
        risks: risks(is_unrated),
        unevidenced_risks: risks(is_unevidenced),
        unconfirmed: risks(|risk| matches!(risk, RiskState::NotApplicable { confirmed: false })),
        controls: controls(Option::is_none),
        unevidenced_controls: controls(|answer| matches!(answer, Some((_, Standing::None)))),
        red_lines: names(method.red_lines(), unanswered_lines),
    }
}

const fn is_unrated(risk: &RiskState) -> bool {
    matches!(
        risk,
        RiskState::Rated {
            likelihood: None,
            ..
        } | RiskState::Rated { impact: None, .. }
    )
}

/// Whether an axis is answered and nothing is attached, so that the interval doubts it.
const fn is_unevidenced(risk: &RiskState) -> bool {
    matches!(
        risk,
        RiskState::Rated {
            likelihood: Some(_),
            evidence: Standing::None,
            ..
        } | RiskState::Rated {
            impact: Some(_),
            evidence: Standing::None,
            ..
        }
    )
}

fn names(ids: &[String], places: impl IntoIterator<Item = usize>) -> Vec<String> {
    places.into_iter().map(|place| ids[place].clone()).collect()
}
