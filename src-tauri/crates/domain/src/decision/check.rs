//! What a decision record must hold before it is kept.

use super::{DecisionFacts, Disposition};
use crate::framework::Reason;
use crate::id::{ReasonId, SystemId};
use crate::system::wire_enum;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Longest short text in characters: numbers, versions, labels.
pub const SHORT_TEXT: usize = 200;
/// Longest long text in characters: outputs, judgements, reasons in words.
pub const LONG_TEXT: usize = 10_000;
/// Longest latency that is believed, in milliseconds: 366 days.
pub const LONGEST_LATENCY_MS: i64 = 366 * 24 * 60 * 60 * 1_000;
/// The earliest time that is believed: 1990-01-01T00:00:00Z.
pub const EARLIEST: Timestamp = Timestamp::from_micros(631_152_000_000_000);

wire_enum! {
    /// The field of a record that a refusal is about.
    DecisionField {
        /// Time of the decision.
        DecidedAt,
        /// Decision point.
        DecisionPoint,
        /// Model version.
        ModelVersion,
        /// Prompt version.
        PromptVersion,
        /// Number of the case.
        CaseKey,
        /// Category.
        Category,
        /// AI output.
        AiOutput,
        /// Time of the AI's result.
        AiAt,
        /// Reviewer.
        Reviewer,
        /// Judgement before seeing the AI's output.
        HumanInitial,
        /// Final decision.
        HumanFinal,
        /// Reason in words.
        ReasonText,
        /// Harm if the AI had been followed.
        HarmIfFollowed,
        /// Harm if the person is wrong.
        HarmIfWrong,
        /// Outcome.
        Outcome,
        /// Time of the outcome.
        OutcomeAt,
        /// Source of the outcome.
        OutcomeSource,
    }
}

/// Why a record is not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No AI system is named.
    #[error("no AI system is named")]
    SystemMissing,
    /// It is not said what the person did with the output.
    #[error("no disposition is given")]
    DispositionMissing,
    /// An override without a coded reason.
    #[error("an override has no reason")]
    ReasonMissing,
    /// A reason that neither the project nor the AI system has.
    #[error("there is no reason {0}")]
    ReasonUnknown(ReasonId),
    /// A reason that says nothing without words, and has none.
    #[error("the reason {0} needs words")]
    ReasonTextMissing(ReasonId),
    /// No final decision, though one was made.
    #[error("the final decision is missing")]
    FinalMissing,
    /// An outcome's time or source without the outcome.
    #[error("the outcome is missing")]
    OutcomeMissing,
    /// A time beyond the clock.
    #[error("{0:?} lies in the future")]
    Future(DecisionField),
    /// A time before 1990.
    #[error("{0:?} lies before 1990")]
    TooEarly(DecisionField),
    /// A decision before the AI's result, or a stated latency below zero.
    #[error("the latency is negative")]
    LatencyNegative,
    /// A latency longer than [`LONGEST_LATENCY_MS`].
    #[error("the latency is longer than a year")]
    LatencyTooLong,
    /// An AI confidence outside 0 to 1.
    #[error("the confidence is not within 0 to 1")]
    Confidence,
    /// A harm outside 0 to 4.
    #[error("{0:?} is not within 0 to 4")]
    Harm(DecisionField),
    /// A text that is too long.
    #[error("{field:?} is longer than {most} characters")]
    TooLong {
        /// Which.
        field: DecisionField,
        /// How many characters it may have.
        most: usize,
    },
    /// A text with a NUL character, which only a damaged file has.
    #[error("{0:?} holds a NUL character")]
    Nul(DecisionField),
}

/// Returns what no record can be without.
///
/// # Errors
/// Says which of the two is missing.
pub fn required(
    system: Option<SystemId>,
    disposition: Option<Disposition>,
) -> Result<(SystemId, Disposition), Refusal> {
    let system = system.ok_or(Refusal::SystemMissing)?;
    let disposition = disposition.ok_or(Refusal::DispositionMissing)?;
    Ok((system, disposition))
}

/// Checks what a person or a file says about a decision, at a moment of the clock, against the
/// reasons that the AI system knows.
///
/// # Errors
/// Returns the first thing that is wrong, in the order of the form.
pub fn check(facts: &DecisionFacts, now: Timestamp, reasons: &[Reason]) -> Result<(), Refusal> {
    times(facts, now)?;
    texts(facts)?;
    numbers(facts)?;
    decision(facts)?;
    reason(facts, reasons)?;
    outcome(facts)
}

/// Checks a record of a file of another program, which may hold less than a person is asked for: a
/// log of refusals without reasons or final decisions is still a log of refusals.
///
/// # Errors
/// Returns the first thing that is wrong, in the order of the form.
pub fn check_imported(
    facts: &DecisionFacts,
    now: Timestamp,
    reasons: &[Reason],
) -> Result<(), Refusal> {
    times(facts, now)?;
    texts(facts)?;
    numbers(facts)?;
    known_reason(facts, reasons)?;
    outcome(facts)
}

fn times(facts: &DecisionFacts, now: Timestamp) -> Result<(), Refusal> {
    let times = [
        (DecisionField::DecidedAt, Some(facts.decided_at.at())),
        (DecisionField::AiAt, facts.ai_at),
        (DecisionField::OutcomeAt, facts.outcome_at),
    ];
    for (field, at) in times {
        match at {
            Some(at) if at > now => return Err(Refusal::Future(field)),
            Some(at) if at < EARLIEST => return Err(Refusal::TooEarly(field)),
            _ => {}
        }
    }
    Ok(())
}

fn texts(facts: &DecisionFacts) -> Result<(), Refusal> {
    use DecisionField as Field;
    let initial = facts.human_initial.as_deref().unwrap_or_default();
    let outcome = facts.outcome.as_deref().unwrap_or_default();
    let texts = [
        (Field::DecisionPoint, &*facts.decision_point, SHORT_TEXT),
        (Field::ModelVersion, &facts.model_version, SHORT_TEXT),
        (Field::PromptVersion, &facts.prompt_version, SHORT_TEXT),
        (Field::CaseKey, &facts.case_key, SHORT_TEXT),
        (Field::Category, &facts.category, SHORT_TEXT),
        (Field::AiOutput, &facts.ai_output, LONG_TEXT),
        (Field::Reviewer, &facts.reviewer, SHORT_TEXT),
        (Field::HumanInitial, initial, LONG_TEXT),
        (Field::HumanFinal, &facts.human_final, LONG_TEXT),
        (Field::ReasonText, &facts.reason_text, LONG_TEXT),
        (Field::Outcome, outcome, LONG_TEXT),
        (Field::OutcomeSource, &facts.outcome_source, SHORT_TEXT),
    ];
    texts
        .into_iter()
        .try_for_each(|(field, text, most)| one_text(field, text, most))
}

fn one_text(field: DecisionField, text: &str, most: usize) -> Result<(), Refusal> {
    // The number of bytes is never less than that of characters and is known at once.
    if text.len() > most && text.chars().count() > most {
        return Err(Refusal::TooLong { field, most });
    }
    if text.contains('\0') {
        return Err(Refusal::Nul(field));
    }
    Ok(())
}

fn numbers(facts: &DecisionFacts) -> Result<(), Refusal> {
    let after_result = facts
        .ai_at
        .is_none_or(|result| result <= facts.decided_at.at());
    if !after_result {
        return Err(Refusal::LatencyNegative);
    }
    match facts.latency() {
        Some(latency) if latency < 0 => return Err(Refusal::LatencyNegative),
        Some(latency) if latency > LONGEST_LATENCY_MS => return Err(Refusal::LatencyTooLong),
        _ => {}
    }
    let within = |confidence: f64| (0.0..=1.0).contains(&confidence);
    if !facts.ai_confidence.is_none_or(within) {
        return Err(Refusal::Confidence);
    }
    let harms = [
        (DecisionField::HarmIfFollowed, facts.harm_if_followed),
        (DecisionField::HarmIfWrong, facts.harm_if_wrong),
    ];
    let wrong = harms
        .into_iter()
        .find(|(_, harm)| harm.is_some_and(|harm| harm > 4));
    wrong.map_or(Ok(()), |(field, _)| Err(Refusal::Harm(field)))
}

fn decision(facts: &DecisionFacts) -> Result<(), Refusal> {
    let made = facts.disposition != Disposition::Deferred;
    if made && facts.human_final.trim().is_empty() {
        return Err(Refusal::FinalMissing);
    }
    Ok(())
}

fn reason(facts: &DecisionFacts, reasons: &[Reason]) -> Result<(), Refusal> {
    let Some(known) = known_reason(facts, reasons)? else {
        return match facts.disposition.is_override() {
            true => Err(Refusal::ReasonMissing),
            false => Ok(()),
        };
    };
    if known.needs_text && facts.reason_text.trim().is_empty() {
        return Err(Refusal::ReasonTextMissing(known.id.clone()));
    }
    Ok(())
}

/// Finds the reason of a record, if it names one.
fn known_reason<'a>(
    facts: &DecisionFacts,
    reasons: &'a [Reason],
) -> Result<Option<&'a Reason>, Refusal> {
    let Some(code) = &facts.reason_code else {
        return Ok(None);
    };
    let known = reasons.iter().find(|reason| reason.id == *code);
    known
        .map(Some)
        .ok_or_else(|| Refusal::ReasonUnknown(code.clone()))
}

fn outcome(facts: &DecisionFacts) -> Result<(), Refusal> {
    let known = facts
        .outcome
        .as_ref()
        .is_some_and(|text| !text.trim().is_empty());
    let more = facts.outcome_at.is_some() || !facts.outcome_source.trim().is_empty();
    if more && !known {
        return Err(Refusal::OutcomeMissing);
    }
    Ok(())
}
