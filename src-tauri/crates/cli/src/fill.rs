//! `assay assessment fill`: many answers at once from a JSON file, each checked before any is saved.

use crate::Outcome;
use crate::method::input;
use crate::secret::wire;
use crate::workspace::{Desk, malformed};
use assay_api::contract::{AnswerSave, WireError};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What a file may say; every part may be missing.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Sheet {
    /// Scenario, autonomy and scale.
    context: BTreeMap<String, ContextSaid>,
    answers: BTreeMap<String, AnswerSaid>,
    measures: BTreeMap<String, MeasureSaid>,
    ratings: BTreeMap<String, RatingSaid>,
    /// Whether every rating that is still a proposal is confirmed as it stands.
    confirm: bool,
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum ContextSaid {
    Value(u8),
    Whole { value: u8, reason: String },
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum AnswerSaid {
    Value(String),
    Whole {
        value: String,
        #[serde(default)]
        note: String,
        #[serde(default)]
        reason: String,
    },
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum MeasureSaid {
    Level(u8),
    Whole { level: u8, note: String },
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum RatingSaid {
    Pair(u8, u8),
    Rated {
        likelihood: u8,
        impact: u8,
        #[serde(default)]
        reason: String,
    },
    Away {
        not_applicable: String,
    },
}

/// A command of the contract with its request.
type Step = (&'static str, Value);

impl Desk<'_> {
    pub(crate) fn fill(&mut self, id: &str) -> Outcome {
        let text = input(self.path("input"))?;
        let sheet: Sheet = serde_json::from_str(&text).map_err(|error| malformed(&error))?;
        let view = self.call("assessment_get", &json!({ "id": id }))?;
        let mut last = view.clone();
        for (command, request) in sheet.steps(id, &view)? {
            last = self.call(command, &request)?;
        }
        if sheet.confirm {
            return self.confirm(id);
        }
        self.graded(last)
    }
}

impl Sheet {
    /// Returns what is to be saved, or why none of it can be.
    fn steps(&self, id: &str, view: &Value) -> Result<Vec<Step>, WireError> {
        let mut steps = self.context(id, view)?;
        for (question, said) in &self.answers {
            steps.push(("answer_save", answer(id, view, question, said)?));
        }
        for (control, said) in &self.measures {
            steps.push(("measure_save", measure(id, view, control, said)?));
        }
        for (risk, said) in &self.ratings {
            steps.push(("rating_save", rating(id, view, risk, said)?));
        }
        Ok(steps)
    }

    fn context(&self, id: &str, view: &Value) -> Result<Vec<Step>, WireError> {
        if self.context.is_empty() {
            return Ok(Vec::new());
        }
        let assessment = &view["assessment"];
        let mut context = assessment["context"].clone();
        for (axis, said) in &self.context {
            if context[axis].is_null() {
                return Err(wire("request-malformed", &[("detail", axis)]));
            }
            let (value, reason) = match said {
                ContextSaid::Value(value) => (*value, context[axis]["reason"].clone()),
                ContextSaid::Whole { value, reason } => (*value, json!(reason)),
            };
            if !(1..=5).contains(&value) {
                return Err(wire("context-value", &[]));
            }
            context[axis] = json!({ "value": value, "reason": reason });
        }
        let request = json!({
            "assessment": id,
            "context": context,
            "depth": assessment["depth"],
            "revision": assessment["revision"],
        });
        Ok(vec![("context_save", request)])
    }
}

fn answer(id: &str, view: &Value, question: &str, said: &AnswerSaid) -> Result<Value, WireError> {
    let stored = stored(view, "questions", "question", question)
        .ok_or_else(|| wire("question-unknown", &[("question", question)]))?;
    let (value, note, reason) = match said {
        AnswerSaid::Value(value) => (value, "", ""),
        AnswerSaid::Whole {
            value,
            note,
            reason,
        } => (value, note.as_str(), reason.as_str()),
    };
    let request = json!({
        "assessment": id,
        "question": question,
        "value": value,
        "note": note,
        "naReason": reason,
        "revision": stored["answer"]["revision"],
    });
    let checked = serde_json::from_value::<AnswerSave>(request.clone());
    checked.map_err(|error| {
        wire(
            "request-malformed",
            &[("detail", &format!("{question}: {error}"))],
        )
    })?;
    Ok(request)
}

fn measure(id: &str, view: &Value, control: &str, said: &MeasureSaid) -> Result<Value, WireError> {
    let stored = stored(view, "measures", "control", control)
        .ok_or_else(|| wire("measure-unknown", &[("control", control)]))?;
    let (level, note) = match said {
        MeasureSaid::Level(level) => (*level, stored["note"].as_str().unwrap_or_default()),
        MeasureSaid::Whole { level, note } => (*level, note.as_str()),
    };
    if level > 4 {
        return Err(wire("measure-level", &[]));
    }
    Ok(json!({
        "assessment": id,
        "control": control,
        "level": level,
        "note": note,
        "revision": stored["revision"],
    }))
}

fn rating(id: &str, view: &Value, risk: &str, said: &RatingSaid) -> Result<Value, WireError> {
    let stored = stored(view, "ratings", "risk", risk)
        .ok_or_else(|| wire("risk-unknown", &[("risk", risk)]))?;
    let (values, reason) = match said {
        RatingSaid::Pair(likelihood, impact) => (Some((*likelihood, *impact)), ""),
        RatingSaid::Rated {
            likelihood,
            impact,
            reason,
        } => (Some((*likelihood, *impact)), reason.as_str()),
        RatingSaid::Away { not_applicable } => (None, not_applicable.as_str()),
    };
    let on_scale = |value: u8| (1..=5).contains(&value);
    match values {
        Some((likelihood, impact)) if !on_scale(likelihood) || !on_scale(impact) => {
            return Err(wire("rating-value", &[]));
        }
        None if reason.trim().is_empty() => return Err(wire("reason-empty", &[])),
        _ => {}
    }
    Ok(json!({
        "assessment": id,
        "risk": risk,
        "likelihood": values.map(|(likelihood, _)| likelihood),
        "impact": values.map(|(_, impact)| impact),
        "notApplicable": values.is_none(),
        "reason": reason,
        "revision": stored["revision"],
    }))
}

/// Returns what is stored of a question, measure or risk; nothing when the catalogue has none of that id.
fn stored<'a>(view: &'a Value, list: &str, key: &str, named: &str) -> Option<&'a Value> {
    view[list].as_array()?.iter().find(|row| row[key] == named)
}
