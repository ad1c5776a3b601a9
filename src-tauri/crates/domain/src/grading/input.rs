//! What is graded: context, risk ratings, control answers and red lines of one assessment.

use super::method::{Method, hex};
use super::refusal::{InputError, Refusal, RefusalCode};
use super::tree::pointer;
use crate::evidence::Standing;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Context of use, 1 to 5 each; nothing while unanswered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContextInput {
    /// Scenario criticality S.
    #[serde(rename = "S", default)]
    pub scenario: Option<u8>,
    /// Autonomy A.
    #[serde(rename = "A", default)]
    pub autonomy: Option<u8>,
    /// Scale Z.
    #[serde(rename = "Z", default)]
    pub scale: Option<u8>,
}

/// One risk as rated, as not applicable, or unanswered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RiskInput {
    /// Likelihood 1 to 5, before any measure.
    #[serde(rename = "L")]
    pub likelihood: Option<u8>,
    /// Impact 1 to 5, before any measure.
    #[serde(rename = "I")]
    pub impact: Option<u8>,
    /// Evidence standing of the rating.
    #[serde(rename = "ev")]
    pub evidence: Standing,
    /// Whether the risk does not apply; likelihood and impact then have no effect.
    #[serde(rename = "na")]
    pub not_applicable: bool,
    /// Whether a second person agreed that it does not apply.
    #[serde(rename = "na_ok")]
    pub confirmed: bool,
}

impl RiskInput {
    /// A rating; either axis may still be unanswered.
    #[must_use]
    pub const fn rated(likelihood: Option<u8>, impact: Option<u8>, evidence: Standing) -> Self {
        Self {
            likelihood,
            impact,
            evidence,
            not_applicable: false,
            confirmed: false,
        }
    }

    /// A risk that does not apply; `confirmed` when a second person agreed.
    #[must_use]
    pub const fn not_applicable(confirmed: bool) -> Self {
        Self {
            likelihood: None,
            impact: None,
            evidence: Standing::None,
            not_applicable: true,
            confirmed,
        }
    }
}

/// A control's answer, 0 absent to 4 verified effective, with its evidence standing.
pub type ControlAnswer = (u8, Standing);

/// The whole input of a grade, in the shape of the method's section 6.
///
/// What is missing is unanswered. The fields are open so that any caller can fill them; ids and
/// ranges are checked against the method whenever it is graded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(
    feature = "contract",
    ts(rename = "GradeInput"),
    schemars(rename = "GradeInput")
)]
#[serde(deny_unknown_fields, default)]
pub struct Input {
    /// Scenario criticality, autonomy and scale.
    pub context: ContextInput,
    /// The risks by id.
    pub risks: BTreeMap<String, RiskInput>,
    /// The controls by id.
    pub controls: BTreeMap<String, Option<ControlAnswer>>,
    /// The red lines by question id: crossed, not crossed, or unanswered.
    pub red_lines: BTreeMap<String, Option<bool>>,
}

impl Input {
    /// Checks every id and every number against the method.
    ///
    /// # Errors
    /// Names the first unknown id or value out of range.
    pub fn check(&self, method: &Method) -> Result<(), InputError> {
        Indexed::of(method, self).map(|_| ())
    }

    /// Returns SHA-256 of the input's canonical JSON (RFC 8785), lower-case hexadecimal.
    ///
    /// Risks, controls and red lines that are left out and ones that stand there unanswered
    /// are two inputs with the same grade and two digests.
    #[must_use]
    pub fn sha256(&self) -> String {
        let bytes =
            serde_json_canonicalizer::to_vec(self).expect("an input can be written as JSON");
        hex(&Sha256::digest(bytes))
    }
}

/// A risk with its ids turned into a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RiskState {
    Rated {
        likelihood: Option<u8>,
        impact: Option<u8>,
        evidence: Standing,
    },
    NotApplicable {
        confirmed: bool,
    },
}

impl RiskState {
    const UNANSWERED: Self = Self::Rated {
        likelihood: None,
        impact: None,
        evidence: Standing::None,
    };
}

/// An input that was checked, by positions of the method's lists.
#[derive(Clone, Debug)]
pub(crate) struct Indexed {
    /// S, A, Z.
    pub(crate) context: [Option<u8>; 3],
    pub(crate) risks: Vec<RiskState>,
    pub(crate) controls: Vec<Option<ControlAnswer>>,
    pub(crate) red_lines: Vec<Option<bool>>,
}

impl Indexed {
    pub(crate) fn of(method: &Method, input: &Input) -> Result<Self, Refusal> {
        let context = input.context;
        Ok(Self {
            context: [
                in_range(context.scenario, 1, 5, || "/context/S".to_owned())?,
                in_range(context.autonomy, 1, 5, || "/context/A".to_owned())?,
                in_range(context.scale, 1, 5, || "/context/Z".to_owned())?,
            ],
            risks: risks(method, input)?,
            controls: controls(method, input)?,
            red_lines: red_lines(method, input)?,
        })
    }
}

fn risks(method: &Method, input: &Input) -> Result<Vec<RiskState>, Refusal> {
    let mut states = vec![RiskState::UNANSWERED; method.risks().len()];
    for (id, risk) in &input.risks {
        let position = method
            .catalogue()
            .risk(id)
            .ok_or_else(|| unknown(RefusalCode::UnknownRisk, "risks", id))?;
        in_range(risk.likelihood, 1, 5, || format!("/risks/{id}/L"))?;
        in_range(risk.impact, 1, 5, || format!("/risks/{id}/I"))?;
        states[position] = if risk.not_applicable {
            RiskState::NotApplicable {
                confirmed: risk.confirmed,
            }
        } else {
            RiskState::Rated {
                likelihood: risk.likelihood,
                impact: risk.impact,
                evidence: risk.evidence,
            }
        };
    }
    Ok(states)
}

fn controls(method: &Method, input: &Input) -> Result<Vec<Option<ControlAnswer>>, Refusal> {
    let mut answers = vec![None; method.controls().len()];
    for (id, answer) in &input.controls {
        let position = method
            .catalogue()
            .control(id)
            .ok_or_else(|| unknown(RefusalCode::UnknownControl, "controls", id))?;
        let level = answer.map(|(level, _)| level);
        in_range(level, 0, 4, || format!("/controls/{id}/0"))?;
        answers[position] = *answer;
    }
    Ok(answers)
}

fn red_lines(method: &Method, input: &Input) -> Result<Vec<Option<bool>>, Refusal> {
    let mut crossed = vec![None; method.red_lines().len()];
    for (id, answer) in &input.red_lines {
        let position = method
            .red_lines()
            .iter()
            .position(|known| known == id)
            .ok_or_else(|| unknown(RefusalCode::UnknownQuestion, "red_lines", id))?;
        crossed[position] = *answer;
    }
    Ok(crossed)
}

fn unknown(code: RefusalCode, part: &str, id: &str) -> Refusal {
    Refusal::new(code, &pointer(&format!("/{part}"), id), id)
}

/// Refuses an answered value outside its range; the place is only worked out for a refusal.
fn in_range(
    value: Option<u8>,
    least: u8,
    most: u8,
    place: impl FnOnce() -> String,
) -> Result<Option<u8>, Refusal> {
    match value {
        Some(number) if number < least || number > most => {
            Err(Refusal::new(RefusalCode::OutOfRange, &place(), number))
        }
        answered => Ok(answered),
    }
}
