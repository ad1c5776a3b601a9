//! How well founded a grade is.

use super::input::{Indexed, RiskState};
use super::method::Method;
use super::outcome::ConfidenceBand;

/// Returns the confidence, 0 to 100, and its band.
///
/// # Formula
/// sum(w q) div sum(w) over S, A, Z, the L and I of every risk that is not "not applicable", every
/// "not applicable" (with the weight of two axes) and every control; q is 0 for what is unanswered.
/// # Inputs
/// A checked input; red lines have no weight.
/// # Domain
/// 0 to 100; the weights are never all 0.
/// # Source
/// Grading method, section 4, step 9.
pub(crate) fn confidence(method: &Method, input: &Indexed) -> (u8, ConfidenceBand) {
    let table = &method.tables.confidence;
    let mut earned = 0_i64;
    let mut weights = 0_i64;
    let mut count = |weight: i32, quality: i32| {
        earned += i64::from(weight) * i64::from(quality);
        weights += i64::from(weight);
    };
    for axis in input.context {
        count(table.context_weight, axis.map_or(0, |_| table.context));
    }
    for risk in &input.risks {
        match *risk {
            RiskState::Rated {
                likelihood,
                impact,
                evidence,
            } => {
                for axis in [likelihood, impact] {
                    let quality = axis.map_or(0, |_| table.rating[evidence as usize]);
                    count(table.axis_weight, quality);
                }
            }
            RiskState::NotApplicable { confirmed: true } => {
                count(2 * table.axis_weight, table.na_confirmed);
            }
            RiskState::NotApplicable { confirmed: false } => {
                count(2 * table.axis_weight, table.na_unconfirmed);
            }
        }
    }
    for answer in &input.controls {
        let quality = answer.map_or(0, |(_, standing)| table.control[standing as usize]);
        count(table.control_weight, quality);
    }
    let confidence = i32::try_from(earned / weights).expect("at most 100");
    let band = if confidence >= table.high {
        ConfidenceBand::High
    } else if confidence >= table.medium {
        ConfidenceBand::Medium
    } else {
        ConfidenceBand::Low
    };
    (u8::try_from(confidence).expect("0 to 100"), band)
}
